"""附件2 as a workbook: the same table, then a sheet with a row a flag and one with a row a piece of evidence."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from verifier.files import write_whole
from verifier.model import CellRecord, Form, ResultRecord
from verifier.outputs.forms.remarks import remark
from verifier.outputs.forms.scoring_table import (
    CONTENT,
    FINAL,
    LEFT,
    REQUIREMENT,
    SCORE,
    STANDARD,
    merges,
    school_line,
    title_of,
    wording,
)
from verifier.outputs.points import final_of, points_of, total_of
from verifier.outputs.wording import SEVERITIES, Cited, clean, exact, fact_name, fact_value, flag_name, number, one_line
from verifier.outputs.workbook import IN_MEMORY, Column, Style, Value, write_list

MOMENT = datetime(2000, 1, 1)
"""stands for the time of writing: the same input gives the same bytes"""
TOP = 2
"""rows over the table: title, school"""
WIDTHS = (4, 8, 10, 16, 24, 17, 8, 8)
"""characters, for the columns of the form"""
FLAGS: tuple[Column, ...] = (
    ("指标", 7),
    ("指标名称", 26),
    ("级别", 8),
    ("内容", 70),
    ("文件", 44),
    ("位置", 16),
    ("涉及本项得分", 13),
    ("代码", 24),
    ("种类", 16),
    ("编号", 13),
)
EVIDENCE: tuple[Column, ...] = (
    ("指标", 7),
    ("指标名称", 26),
    ("文件", 44),
    ("位置", 16),
    ("事实", 12),
    ("内容", 24),
    ("原文", 50),
    ("识别把握", 10),
    ("是否计入", 10),
    ("说明", 50),
)


def write_annex2_book(result: ResultRecord, form: Form, target: Path) -> None:
    """Writes the workbook of a result."""
    write_whole(target, book_bytes(result, form))


def book_bytes(result: ResultRecord, form: Form) -> bytes:
    stored = io.BytesIO()
    book = Workbook(stored, IN_MEMORY)
    title = title_of(form, result.year)
    book.set_properties({"title": title, "author": "核验工具", "created": MOMENT, "comments": result.decisions})
    sheet, formats = book.add_worksheet("绩效评价表"), FormFormats(book)
    _write_heads(sheet, formats, title, school_line(form, result.school.name))
    _write_form(sheet, formats, result, form)
    _set_page(sheet)
    style = Style(book)
    write_list(book.add_worksheet("提示"), style, FLAGS, flag_rows(result))
    write_list(book.add_worksheet("佐证"), style, EVIDENCE, _evidence(result))
    book.close()
    return stored.getvalue()


# --- the form -------------------------------------------------------------------------------------


class FormFormats:
    """The formats of the form, each made once."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "宋体", "font_size": 9, "text_wrap": True, "valign": "vcenter", "border": 1}
        self.centred, self.left = book.add_format(base | {"align": "center"}), book.add_format(base)
        self.head = book.add_format(base | {"align": "center", "font_name": "黑体"})
        self.score = book.add_format(base | {"align": "center", "font_size": 10.5})
        self.title = book.add_format({"font_name": "黑体", "font_size": 15, "align": "center", "valign": "vcenter"})
        self.school = book.add_format({"font_name": "宋体", "font_size": 11, "valign": "vcenter"})

    def of(self, column: int, is_head: bool) -> Format:
        """The format of a column of the table; `is_head` also of the total."""
        if is_head:
            return self.head
        if column in (SCORE, FINAL):
            return self.score
        return self.left if column in LEFT else self.centred


def _write_heads(sheet: Worksheet, formats: FormFormats, title: str, school: str) -> None:
    for at, (text, shape) in enumerate(((title, formats.title), (school, formats.school))):
        sheet.merge_range(at, 0, at, FINAL, "", shape)
        sheet.write_string(at, 0, clean(text), shape)


def _write_form(sheet: Worksheet, formats: FormFormats, result: ResultRecord, form: Form) -> None:
    texts, scores = wording(form), dict(_scores(result, form))
    blocks = dict(merges(form.rows))
    hidden = {cell for first, last in blocks.items() for cell in _block(first, last)} - blocks.keys()
    for row, line in enumerate(texts):
        is_head = row in (0, len(texts) - 1)
        for column, text in enumerate(line):
            if (row, column) in hidden:
                continue
            shape = formats.of(column, is_head)
            if (row, column) in blocks:
                last = blocks[row, column]
                sheet.merge_range(TOP + row, column, TOP + last[0], last[1], "", shape)
            if (row, column) in scores:
                sheet.write_number(TOP + row, column, scores[row, column], formats.score)
            else:
                sheet.write(TOP + row, column, clean(text) or None, shape)
        sheet.set_row(TOP + row, _height(line))
    for row, cell in _cells_by_row(result, form):
        sheet.write_comment(TOP + row, SCORE, remark(cell), {"author": "核验工具", "x_scale": 4, "y_scale": 3})


def _set_page(sheet: Worksheet) -> None:
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 30)
    sheet.set_row(1, 20)
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.freeze_panes(TOP + 1, 0)


def _block(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            yield row, column


def _cells_by_row(result: ResultRecord, form: Form) -> Iterator[tuple[int, CellRecord]]:
    cells = {cell.id: cell for cell in result.indicators}
    for row, printed in enumerate(form.rows, 1):
        if printed.indicator in cells:
            yield row, cells[printed.indicator]


def _scores(result: ResultRecord, form: Form) -> Iterator[tuple[tuple[int, int], float]]:
    groups = {group.id: group for group in result.groups}
    for row, cell in _cells_by_row(result, form):
        yield (row, SCORE), _shown(points_of(cell))
        if form.rows[row - 1].number and cell.group in groups:
            yield (row, FINAL), _shown(final_of(result, groups[cell.group]))
    yield (len(form.rows) + 1, FINAL), _shown(total_of(result))


def _shown(value: Decimal) -> float:
    """The number as the form prints it."""
    return float(number(value))


def _height(line: Sequence[str]) -> float:
    """Points of a row, for the longest of its texts; those of a merged block have more than one row."""
    lines = 1
    for column in (CONTENT, STANDARD, REQUIREMENT):
        room = int(WIDTHS[column] * 0.58)
        lines = max(lines, sum(-(-len(piece) // room) for piece in line[column].split("\n")))
    return 12.5 * lines + 9


# --- the lists ------------------------------------------------------------------------------------


def flag_rows(result: ResultRecord) -> Iterator[tuple[Value, ...]]:
    """Those of the cells in the form's order, then those of the whole bundle."""
    cells = [(cell.id, cell.name, cell.flags) for cell in result.indicators]
    for id_, name, flags in (*cells, ("", "整份材料", result.flags)):
        for flag in flags:
            yield (
                id_,
                name,
                SEVERITIES[flag.severity],
                flag.message,
                flag.file,
                _position(flag),
                None if flag.points_at_stake is None else exact(number(flag.points_at_stake)),
                flag.code,
                flag_name(flag.code),
                flag.number,
            )


def _evidence(result: ResultRecord) -> Iterator[tuple[Value, ...]]:
    for cell in result.indicators:
        for piece in cell.evidence:
            yield (
                cell.id,
                cell.name,
                piece.file,
                _position(piece),
                fact_name(piece.fact),
                fact_value(piece.fact, piece.value),
                piece.text,
                exact(number(piece.confidence)),
                "计入" if piece.counted else "未计入",
                f"{piece.why}；文字经人工更正" if piece.corrected else piece.why,
            )


def _position(item: Cited) -> str:
    """Where in its file."""
    if item.cell:
        return one_line(item.cell)
    if item.line:
        return f"第{item.line}段"
    return f"第{item.page}页" if item.page else ""
