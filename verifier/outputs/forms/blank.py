"""The forms and tables that a school fills: the printed wording and nothing else."""

from __future__ import annotations

import io

import xlsxwriter

from verifier.model import BlankPaper, BlankTable, Form, Layout
from verifier.outputs.forms.annex2 import annex2_bytes
from verifier.outputs.forms.application import application_bytes
from verifier.outputs.forms.word import (
    HEAD_FONT,
    LETTER_FONT,
    TEXT,
    TITLE,
    add_line,
    add_paragraph,
    document_bytes,
    new_document,
)
from verifier.outputs.workbook import FONT, IN_MEMORY, MOMENT

RULED, MOST_PEOPLE = 30, 20_000
"""rows with lines, and rows in which lists are offered"""
MARK = "（空白模板）"
"""by which a table without rows is known for a blank one"""


def blank_annex2(form: Form, year: int | None) -> bytes:
    return annex2_bytes(form, year)


def blank_application(layout: Layout) -> bytes:
    """附件1 or 附件3."""
    return application_bytes(layout)


def blank_paper(paper: BlankPaper, year: str) -> bytes:
    """A paper to fill in, print and seal."""
    document = new_document(paper.title, (37, 26, 35, 28), TEXT)
    add_line(document, paper.title, TITLE, HEAD_FONT, align="center", after=2 * TEXT)
    for line in paper.lines:
        add_paragraph(document, line.format(year=year))
    for line in ("", *paper.signed):
        add_line(document, line, TEXT, LETTER_FONT, align="right", after=TEXT / 2)
    add_line(document, paper.advice, TEXT / 2 + 2, LETTER_FONT)
    return document_bytes(document)


def blank_table(title: str, table: BlankTable) -> bytes:
    """A workbook of a title, a header and ruled rows.

    All cells are text, so that no program rounds an ID or drops its zeros.
    """
    columns = table.columns
    stored = io.BytesIO()
    book = xlsxwriter.Workbook(stored, IN_MEMORY)
    book.set_properties({"title": title, "created": MOMENT})
    base = {"font_name": FONT, "font_size": 11, "valign": "vcenter", "align": "center"}
    sheet = book.add_worksheet("名单")
    sheet.set_row(0, 28)
    sheet.merge_range(
        0, 0, 0, len(columns) - 1, f"{title}{MARK}", book.add_format(base | {"bold": True, "font_size": 14})
    )
    head = book.add_format(base | {"bold": True, "bg_color": "#DCE6F1", "border": 1})
    sheet.set_row(1, 22)
    text = book.add_format(base | {"num_format": "@"})
    for at, name in enumerate(columns):
        sheet.set_column(at, at, 8 if name == "序号" else 22 if len(name) > 3 else 14, text)
        sheet.write_string(1, at, name, head)
        if name in table.choices:
            offered = {"validate": "list", "source": list(table.choices[name]), "error_type": "warning"}
            sheet.data_validation(2, at, MOST_PEOPLE, at, offered)
    ruled = book.add_format(base | {"num_format": "@", "border": 1})
    for row in range(2, 2 + RULED):
        for at in range(len(columns)):
            sheet.write_blank(row, at, None, ruled)
    shown = book.add_format(base | {"num_format": "@", "border": 1, "italic": True, "font_color": "#767676"})
    for at, value in enumerate(table.example):
        sheet.write_string(2, at, value, shown)
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    book.close()
    return stored.getvalue()
