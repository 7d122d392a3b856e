"""附件2 as a workbook: the same table, then a sheet with a row a flag and one with a row a piece of evidence."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from verifier.outputs.points import final_of, points_of, total_of
from verifier.outputs.remarks import remark
from verifier.outputs.scoring_table import (
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
from verifier.outputs.whole import write_whole
from verifier.outputs.wording import SEVERITIES, clean, exact, fact_name, fact_value, flag_name, number, one_line
from verifier.outputs.workbook import Column, Style, Value, write_list

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


def write_annex2_book(result: Mapping[str, Any], form: Mapping[str, Any], target: Path) -> None:
    """Writes the workbook of a result (the record's dict); `form` is the rule set's form.yaml."""
    write_whole(target, book_bytes(result, form))


def book_bytes(result: Mapping[str, Any], form: Mapping[str, Any]) -> bytes:
    stored = io.BytesIO()
    book = xlsxwriter.Workbook(stored, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title_of(form, result.get("year")), "author": "核验工具", "created": MOMENT})
    _write_form(book, book.add_worksheet("绩效评价表"), result, form)
    style = Style(book)
    write_list(book.add_worksheet("提示"), style, FLAGS, flag_rows(result))
    write_list(book.add_worksheet("佐证"), style, EVIDENCE, _evidence(result))
    book.close()
    return stored.getvalue()


# --- the form -------------------------------------------------------------------------------------


def _write_form(book: Any, sheet: Any, result: Mapping[str, Any], form: Mapping[str, Any]) -> None:
    base = {"font_name": "宋体", "font_size": 9, "text_wrap": True, "valign": "vcenter", "border": 1}
    centred, left = book.add_format(base | {"align": "center"}), book.add_format(base)
    head = book.add_format(base | {"align": "center", "font_name": "黑体"})
    score = book.add_format(base | {"align": "center", "font_size": 10.5})
    title = book.add_format({"font_name": "黑体", "font_size": 15, "align": "center", "valign": "vcenter"})
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    school = book.add_format({"font_name": "宋体", "font_size": 11, "valign": "vcenter"})
    for at, (text, shape) in enumerate(
        ((title_of(form, result.get("year")), title), (school_line(form, result), school))
    ):
        sheet.merge_range(at, 0, at, FINAL, "", shape)
        sheet.write_string(at, 0, clean(text), shape)
    texts, scores = wording(form), dict(_scores(result, form))
    blocks = dict(merges(form["rows"]))
    hidden = {cell for first, last in blocks.items() for cell in _block(first, last)} - blocks.keys()
    for row, line in enumerate(texts):
        is_head = row in (0, len(texts) - 1)
        for column, text in enumerate(line):
            if (row, column) in hidden:
                continue
            shape = head if is_head else score if column in (SCORE, FINAL) else left if column in LEFT else centred
            if (row, column) in blocks:
                last = blocks[row, column]
                sheet.merge_range(TOP + row, column, TOP + last[0], last[1], "", shape)
            if (row, column) in scores:
                sheet.write_number(TOP + row, column, scores[row, column], score)
            else:
                sheet.write(TOP + row, column, clean(text) or None, shape)
        sheet.set_row(TOP + row, _height(line))
    sheet.set_row(0, 30)
    sheet.set_row(1, 20)
    for row, cell in _cells_by_row(result, form):
        sheet.write_comment(TOP + row, SCORE, remark(cell), {"author": "核验工具", "x_scale": 4, "y_scale": 3})
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


def _cells_by_row(result: Mapping[str, Any], form: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    cells = {cell["id"]: cell for cell in result["indicators"]}
    for row, texts in enumerate(form["rows"], 1):
        if texts["indicator"] in cells:
            yield row, cells[texts["indicator"]]


def _scores(result: Mapping[str, Any], form: Mapping[str, Any]) -> Iterator[tuple[tuple[int, int], float]]:
    groups = {group["id"]: group for group in result["groups"]}
    for row, cell in _cells_by_row(result, form):
        yield (row, SCORE), _shown(points_of(cell))
        if form["rows"][row - 1]["number"] and cell["group"] in groups:
            yield (row, FINAL), _shown(final_of(result, groups[cell["group"]]))
    yield (len(form["rows"]) + 1, FINAL), _shown(total_of(result))


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


def flag_rows(result: Mapping[str, Any]) -> Iterator[tuple[Value, ...]]:
    """Those of the cells in the form's order, then those of the whole bundle."""
    for cell in (*result["indicators"], {"id": "", "name": "整份材料", "flags": result["flags"]}):
        for flag in cell["flags"]:
            stake = flag.get("points_at_stake")
            yield (
                cell["id"],
                cell["name"],
                SEVERITIES.get(flag["severity"], flag["severity"]),
                flag["message"],
                flag.get("file"),
                _position(flag),
                None if stake is None else exact(number(stake)),
                flag["code"],
                flag_name(flag["code"]),
            )


def _evidence(result: Mapping[str, Any]) -> Iterator[tuple[Value, ...]]:
    for cell in result["indicators"]:
        for piece in cell["evidence"]:
            value = piece.get("value")
            sure = piece.get("confidence")
            yield (
                cell["id"],
                cell["name"],
                piece.get("file"),
                _position(piece),
                fact_name(piece["fact"]),
                "" if value is None else fact_value(piece["fact"], value),
                piece.get("text"),
                None if sure is None else exact(number(sure)),
                "计入" if piece.get("counted", True) else "未计入",
                piece.get("why"),
            )


def _position(item: Mapping[str, Any]) -> str:
    """Where in its file."""
    if item.get("cell"):
        return one_line(item["cell"])
    if item.get("line"):
        return f"第{item['line']}段"
    return f"第{item['page']}页" if item.get("page") else ""
