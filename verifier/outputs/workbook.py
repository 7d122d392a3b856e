"""How the sheets of a workbook look, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from verifier.outputs.wording import one_line

FONT = "微软雅黑"
MOMENT = datetime(2000, 1, 1)
"""stands for the time of writing: the same input gives the same bytes"""
Column = tuple[str, float]
"""name and width in characters"""
MOST_ROWS = 1_048_000
"""of a sheet of Excel, which takes 1,048,576"""
HIGHEST = 409
"""points of a row of Excel"""
LONGEST = 32_000
"""characters of a cell, of which Excel takes 32,767"""


class Open(Decimal):
    """A number with open questions, which stands on another ground."""


IN_MEMORY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""how a workbook is made that puts nothing aside in the temporary folder, where a run that is killed would leave it"""
Value = str | Decimal | None
_FORMULAS = (*"=+-@＝＋－＠", "<r>")


def as_text(value: str) -> str:
    """A bundle's text for a cell: one line, not too long, no formula."""
    return no_formula(one_line(value, LONGEST))


def no_formula(text: str) -> str:
    """The text such that no program that opens the sheet, or a CSV saved from it, takes it for a formula.

    Nor does XlsxWriter for its own markup of a rich string.
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULAS) or text[:1] == "\t" else text


class Style:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        def of(**more: object) -> Format:
            return book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter"} | more)

        head = {"bold": True, "bg_color": "#1B4F91", "font_color": "#FFFFFF", "border": 1, "border_color": "#B8C4D2"}
        cell = {"bottom": 1, "bottom_color": "#D9DEE4", "indent": 1}
        self.title = of(bold=True, font_size=14)
        self.plain, self.soft = of(), of(font_color="#55616E")
        self.label = of(bold=True)
        self.head = of(**head, text_wrap=True, align="center")
        self.text, self.wide = of(**cell), of(**cell, text_wrap=True)
        self.small = of(**cell, font_size=9, font_color="#55616E")
        self.figure_at = of(bold=True, align="center")
        self.at = of(bottom=1, bottom_color="#D9DEE4", align="center")
        self.open = of(**cell | {"indent": 0}, align="center", bg_color="#FDF5E6", font_color="#8A4B00")
        self.count = of(**cell | {"indent": 0}, align="center", num_format="#,##0")
        self.figure = of(bold=True, font_size=11, align="left", num_format="#,##0")
        self.warning = of(bold=True, font_color="#A61B12")
        self.link = of(**cell, font_color="#1B4F91", underline=1, text_wrap=True)
        self.counted = of(font_color="#17613A", bg_color="#EDF7F1")
        self.out = of(font_color="#8A4B00", bg_color="#FDF5E6")
        self._of, self._cell = of, cell
        self._percents: dict[tuple[int, bool], Format] = {}

    def percent(self, places: int, boxed: bool) -> Format:
        """A percentage with so many decimals; in a box or as one of the figures over a list."""
        if (places, boxed) not in self._percents:
            shape = (
                self._cell | {"align": "center", "indent": 0}
                if boxed
                else {"bold": True, "font_size": 11, "align": "left"}
            )
            self._percents[places, boxed] = self._of(**shape, num_format=f"0.{'0' * places}%")
        return self._percents[places, boxed]


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: a Chinese character is as wide as two others."""
    return int(-(-sum(1 if letter.isascii() else 2 for letter in text) // (width - 2)))


def set_page(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Column widths in characters; A4 across, as wide as the paper, its name and page at the foot."""
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.set_default_row(18)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&A　第 &P 页，共 &N 页")
    sheet.hide_gridlines(2)


def write_list(
    sheet: Worksheet, style: Style, columns: Sequence[Column], rows: Iterable[tuple[Value, ...]], kept: int = 0
) -> None:
    """A sheet with a header and a row a thing, to be filtered and printed; so many columns stay in view."""
    widths = [width for _, width in columns]
    set_page(sheet, widths)
    for at, (name, _) in enumerate(columns):
        sheet.write_string(0, at, name, style.head)
    sheet.set_row(0, max(18, 14 * max(lines(name, width) for name, width in columns) + 5))
    last = 0
    for last, row in enumerate(rows, 1):
        if last > MOST_ROWS:
            sheet.write_string(last, 0, "以下超出工作表的行数上限，没有列出，见 result.json", style.warning)
            break
        high = max(lines(value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
        sheet.set_row(last, min(14 * high + 5, HIGHEST))
        _write_row(sheet, style, last, row)
    sheet.freeze_panes(1, kept)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)


def _write_row(sheet: Worksheet, style: Style, at: int, row: tuple[Value, ...]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, Decimal):
            sheet.write_number(at, column, float(value), style.open if isinstance(value, Open) else style.at)
        elif value:
            sheet.write_string(at, column, as_text(value), style.wide)
