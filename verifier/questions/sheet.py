"""The sheet of questions that goes to a school, and comes back with its answers."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from verifier.model import Document, Table
from verifier.outputs import wording
from verifier.outputs.workbook import FONT, IN_MEMORY, MOMENT, Style, as_text, lines, set_page

NUMBER, QUESTION, BEFORE, ANSWER, SOURCE = "编号", "问题", "上次的答复", "答复", "出处"
_COLUMNS = ((NUMBER, 14.0), (QUESTION, 62.0), (BEFORE, 26.0), (ANSWER, 44.0), (SOURCE, 22.0))
_HEADER_WITHIN = 10
"""rows of a sheet in which its header is looked for"""
_LEAST, _MOST = 34, 409
"""points of a row: room to write, and what Excel takes"""
_CALLED = re.compile(r"(?<![\d.])(\d+(?:\.\d+)*-[2-9A-HJ-NP-Z]{5})(?![0-9A-Z])")


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of the sheet as it is sent."""

    number: str
    text: str
    round: int
    """how often it was asked, with this time"""
    before: str = ""
    """what the school answered last"""


@dataclass(frozen=True, slots=True)
class Answered:
    """One row of the sheet as it comes back."""

    number: str
    text: str
    source: str


def sheet_bytes(asked: Sequence[Asked], source: str) -> bytes:
    """The sheet; `source`: school and year, by which an answer is known to be one to these questions."""
    stored = io.BytesIO()
    book = Workbook(stored, IN_MEMORY)
    book.set_properties({"title": "需补充或说明的问题", "created": MOMENT})
    style, sheet = Style(book), book.add_worksheet("问题")
    widths = [width for _, width in _COLUMNS]
    set_page(sheet, widths)
    edge = {"font_name": FONT, "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}
    text = book.add_format(edge | {"border_color": "#B8C4D2"})
    blank = book.add_format(edge | {"border_color": "#B8C4D2", "bg_color": "#FFFBE6", "num_format": "@"})
    for at, (name, _) in enumerate(_COLUMNS):
        sheet.write_string(0, at, name, style.head)
    sheet.set_row(0, 24)
    for row, each in enumerate(asked, 1):
        values = (each.number, each.text, each.before, "", source)
        high = max(lines(value, width) for value, width in zip(values, widths, strict=True))
        sheet.set_row(row, min(max(16 * high + 6, _LEAST), _MOST))
        for at, value in enumerate(values):
            if _COLUMNS[at][0] == ANSWER:
                sheet.write_blank(row, at, None, blank)
            else:
                sheet.write_string(row, at, as_text(value), text)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    book.close()
    return stored.getvalue()


def answers_in(document: Document) -> Iterator[Answered]:
    """The rows of a sheet of questions, in whatever format it was saved, those without an answer too."""
    for table in document.tables:
        yield from _rows(table)


def _rows(table: Table) -> Iterator[Answered]:
    heads = [["".join(cell.split()) for cell in row] for row in table.rows[:_HEADER_WITHIN]]
    at = next((at for at, names in enumerate(heads) if NUMBER in names and ANSWER in names), None)
    if at is None:
        return
    for row in table.rows[at + 1 :]:
        told = dict(zip(heads[at], row, strict=False))
        if (number := number_in(told[NUMBER])) is not None:
            yield Answered(number, wording.one_line(told.get(ANSWER, "")), wording.one_line(told.get(SOURCE, "")))


def number_in(text: str) -> str | None:
    """The number of a question that a text names, in whatever width and case it was typed."""
    found = _CALLED.search(unicodedata.normalize("NFKC", text).upper().replace("—", "-").replace("–", "-"))
    return found[1] if found else None
