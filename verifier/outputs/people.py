"""The people behind every rate as a workbook, in which a reviewer counts again by filtering."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from verifier.files import write_whole
from verifier.model import Number, Person, Place, RateRow, ResultRecord
from verifier.outputs.figures import Figure, figures, share
from verifier.outputs.wording import PARTS, clean, exact, fact_name, number, one_line
from verifier.outputs.workbook import MOMENT, Style, lines, no_formula, set_page

MOST_LISTED = 1_048_576 - 20
"""rows of a sheet of Excel, less those over and under the list"""
COLUMNS: tuple[tuple[str, float], ...] = (
    ("计入", 12),
    ("原因", 24),
    ("文件", 28),
    ("工作表", 12),
    ("行", 7),
    ("姓名", 10),
    ("证件号", 21),
    ("学号/考生号", 16),
    ("专业", 16),
    ("层次", 7),
    ("文件夹", 30),
    ("说明", 60),
)
PRINTED = 10
"""columns; with all of them the print would be too small to read"""
HEADER = 6
"""index of the header's row; the numbers that are counted from the list stand over it"""
HOW = (
    "每个比率一张表，列出计数所依据的名册、导出表、证明里的每一行（每一人），各在原件的什么位置、为什么计入或不计入。",
    "“分子和分母”的行同时计入分子和分母；“只计分子”“只计分母”的行只计入一边；“未计入”的行两边都不计，原因写在旁边一列。",
    "复核：在“计入”一列筛选，看行数与上方的数是否一致；在“原因”一列筛选，逐条看未计入的行。",
    "要改一行的结论，在“计入”一列的下拉框里改选，上方的分子、分母、比率随即重算（只在本表内，不改变核验结果）。",
    "名单打印时只含前十列；“文件夹”“说明”两列请在屏幕上看。",
    "“采用”的数与名单数得的不同时，说明这个数取自材料写明的总数，不是逐人数得，请对照佐证核实。",
)


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows behind the rates, and how they may be shown."""

    rows: Mapping[tuple[str, str], Sequence[RateRow]] = field(default_factory=dict)
    """(cell, id of the rate) → its rows"""
    mask_person: Callable[[Person], Person] = lambda person: person
    mask: Callable[[str], str] = str


def write_people(result: ResultRecord, lists: Lists, target: Path) -> None:
    """Writes the workbook of a result: a first sheet with all rates, then a sheet a rate."""
    write_whole(target, people_bytes(result, lists))


def people_bytes(result: ResultRecord, lists: Lists) -> bytes:
    stored = io.BytesIO()
    book = Workbook(stored, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = _title(result)
    book.set_properties({"title": title, "author": "核验工具", "created": MOMENT})
    style = Style(book)
    shown = [figure for group in figures(result) for figure in group.figures]
    _write_first(book.add_worksheet("说明"), style, title, shown)
    for figure in shown:
        rows = lists.rows.get((figure.cell.id, figure.rate.id), ())
        _write_list(book.add_worksheet(figure.sheet), style, figure, rows, lists)
    try:
        book.close()
    except FileCreateError as fault:  # what it puts aside in the temporary folder found no room
        raise fault.args[0] from fault
    return stored.getvalue()


def _title(result: ResultRecord) -> str:
    school = one_line(result.school.name or "学校未知")
    year = f"{result.year}年度" if result.year else "年度未知"
    return f"{school} {year} 比率与人员名单"


# --- the first sheet ------------------------------------------------------------------------------

OVERVIEW: tuple[tuple[str, float], ...] = (
    ("指标", 7),
    ("比率（点开看名单）", 24),
    ("分子", 9),
    ("分母", 9),
    ("比率", 11),
    *((f"{name}\n行数", 11) for name in PARTS.values()),
    ("下一档与所差人数", 30),
    ("分母的来源", 44),
)


def _write_first(sheet: Worksheet, style: Style, title: str, shown: Sequence[Figure]) -> None:
    set_page(sheet, [width for _, width in OVERVIEW])
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, no_formula(title), style.title)
    for at, text in enumerate(HOW if shown else ("材料里没有由人员名单计数的比率，因此没有名单。",), 1):
        sheet.write_string(at, 0, text, style.plain)
    if not shown:
        return
    top = len(HOW) + 2
    sheet.set_row(top, 32)
    for at, (name, _) in enumerate(OVERVIEW):
        sheet.write_string(top, at, name, style.head)
    for row, figure in enumerate(shown, top + 1):
        _write_figure(sheet, style, row, figure)
    sheet.repeat_rows(top)
    for row, figure in enumerate((each for each in shown if each.remarks), top + len(shown) + 2):
        sheet.write_string(row, 0, f"{figure.sheet}：{'；'.join(figure.remarks)}。", style.warning)


def _write_figure(sheet: Worksheet, style: Style, row: int, figure: Figure) -> None:
    rate, high = figure.rate, max(lines(figure.missing, 30), lines(figure.rate.base, 44), 1)
    sheet.set_row(row, 15 * high + 9)
    sheet.write_string(row, 0, figure.cell.id, style.text)
    sheet.write_url(row, 1, f"internal:'{figure.sheet}'!A1", style.link, one_line(rate.name))
    for at, side in ((2, rate.numerator), (3, rate.denominator)):
        _write_number(sheet, row, at, side, style.count)
    value = share(rate) if rate.is_share else None
    if value is None:
        sheet.write_string(row, 4, "不明" if rate.is_share else "按人数", style.count)
    else:
        sheet.write_number(row, 4, float(value), style.percent(figure.places, True))
    for at, many in enumerate((rate.rows.both, rate.rows.numerator, rate.rows.denominator, rate.rows.out), 5):
        sheet.write_number(row, at, many, style.count)
    sheet.write_string(row, 9, figure.missing, style.wide)
    sheet.write_string(row, 10, one_line(rate.base), style.wide)


def _write_number(sheet: Worksheet, row: int, column: int, value: Number | None, style: Format) -> None:
    if value is None:
        sheet.write_string(row, column, "不明", style)
    else:
        sheet.write_number(row, column, value, style)


# --- a sheet a rate -------------------------------------------------------------------------------


def _write_list(sheet: Worksheet, style: Style, figure: Figure, rows: Sequence[RateRow], lists: Lists) -> None:
    listed = rows[:MOST_LISTED]
    first, last = HEADER + 1, max(HEADER + 1, HEADER + len(listed))
    set_page(sheet, [width for _, width in COLUMNS])
    _write_counts(sheet, style, figure, Counter(row.part for row in listed), f"$A${first + 1}:$A${last + 1}")
    sheet.set_row(HEADER, 22)
    for at, (name, _) in enumerate(COLUMNS):
        sheet.write_string(HEADER, at, name, style.head)
    formats = [style.at if name in ("行", "层次") else style.text for name, _ in COLUMNS[:-1]] + [style.small]
    for at, row in enumerate(listed, first):
        for column, (value, shape) in enumerate(zip(_values(row, lists), formats, strict=True)):
            _write_value(sheet, at, column, value, shape)
    if not listed:
        sheet.write_string(first, 1, "没有逐人的名单，数字取自材料写明的总数", style.soft)
    if len(rows) > len(listed):
        text = f"另有{len(rows) - len(listed)}行超出工作表的行数上限，没有列出，上方由名单数得的数不含这些行"
        sheet.write_string(last + 1, 0, text, style.warning)
    _make_sortable(sheet, style, first, last)


def _write_value(sheet: Worksheet, row: int, column: int, value: str | int, shape: Format) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value, shape)
    elif value:
        sheet.write_string(row, column, no_formula(value), shape)
    else:
        sheet.write_blank(row, column, None, shape)


def _make_sortable(sheet: Worksheet, style: Style, first: int, last: int) -> None:
    """The rows from first to last can be filtered, printed, and moved from one part of the rate to another."""
    sheet.print_area(0, 0, last, PRINTED - 1)
    sheet.freeze_panes(first, 0)
    sheet.autofilter(HEADER, 0, last, len(COLUMNS) - 1)
    sheet.repeat_rows(HEADER)
    sheet.data_validation(first, 0, last, 0, {"validate": "list", "source": list(PARTS.values())})
    is_above = {"type": "text", "criteria": "containing", "value": "分子", "format": style.counted}
    sheet.conditional_format(first, 0, last, 0, is_above)
    is_out = {"type": "cell", "criteria": "==", "value": f'"{PARTS["out"]}"', "format": style.out}
    sheet.conditional_format(first, 0, last, 0, is_out)


def _write_counts(sheet: Worksheet, style: Style, figure: Figure, parts: Counter[str], area: str) -> None:
    """The figures over the list: formulas that count it, and beside them what the score took."""
    rate = figure.rate
    above, below = parts["both"] + parts["numerator"], parts["both"] + parts["denominator"]
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, f"{figure.sheet}　{figure.fraction}", style.title)
    sides = (
        (1, "分子", "numerator", rate.numerator, "", above),
        (2, "分母", "denominator", rate.denominator, rate.base, below),
    )
    for row, side, part, used, base, count in sides:
        formula = f'=COUNTIF({area},"{PARTS["both"]}")+COUNTIF({area},"{PARTS[part]}")'
        sheet.write_string(row, 0, side, style.label)
        sheet.write_formula(row, 1, formula, style.figure, count)
        _write_used(sheet, style, row, used, base, differs=exact(used) != count)
    if rate.is_share:
        sheet.write_string(3, 0, "比率", style.label)
        percent = style.percent(figure.places, False)
        sheet.write_formula(3, 1, '=IF(B3=0,"",B2/B3)', percent, above / below if below else "")
        taken = "；".join(filter(None, (f"采用 {figure.value or '不明'}", figure.missing)))
        sheet.write_string(3, 2, taken, style.plain)
    else:
        sheet.write_string(3, 0, "人数", style.label)
        sheet.write_formula(3, 1, "=B2", style.figure, above)
        sheet.write_string(3, 2, figure.missing, style.plain)
    sheet.write_string(4, 0, PARTS["out"], style.label)
    sheet.write_formula(4, 1, f'=COUNTIF({area},"{PARTS["out"]}")', style.figure, parts["out"])
    shown = f'="当前筛选显示 "&SUBTOTAL(103,{area})&" 行"'
    sheet.write_formula(4, 2, shown, style.plain, f"当前筛选显示 {sum(parts.values())} 行")
    sheet.write_string(
        5, 0, "“分子和分母”的行两边都计；筛选“计入”“原因”可逐类复核，改选“计入”后上方随即重算。", style.soft
    )


def _write_used(sheet: Worksheet, style: Style, row: int, used: Number | None, base: str, differs: bool) -> None:
    told = f"采用 {number(used) or '不明'}" + (f"（{one_line(base)}）" if base else "")
    if differs:
        told += "，不是由这份名单逐人数得，请对照佐证核实"
    sheet.write_string(row, 2, told, style.warning if differs else style.plain)


def _values(row: RateRow, lists: Lists) -> tuple[str | int, ...]:
    """The cells of a row, in the order of COLUMNS."""
    person, place = lists.mask_person(row.person), row.place
    why, _, more = _told(row.why, lists.mask).partition("：")
    folder, _, file = _told(place.file, lists.mask).rpartition("/")
    sheet, at = _position(place)
    return (
        PARTS[row.part],
        why,
        file,
        _told(sheet, lists.mask),
        at,
        _told(person.name, lists.mask),
        clean(person.resident_id),
        clean(person.student_number or person.candidate_number),
        _told(person.major, lists.mask),
        fact_name(person.level) if person.level else "",
        folder,
        more,
    )


@lru_cache(maxsize=1 << 14)  # of the people of a table most words are the same
def _told(text: str, mask: Callable[[str], str]) -> str:
    return clean(mask(text))


def _position(place: Place) -> tuple[str, str | int]:
    """The sheet and the number of the row; of other papers the line or the page."""
    if place.cell:
        sheet, _, cell = place.cell.rpartition("!")
        digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return sheet, int(digits) if digits.isdigit() else cell
    if place.line:
        return "", f"第{place.line}段"
    return "", f"第{place.page}页" if place.page else ""
