"""The forms and tables that a school fills: the printed wording and nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

from verifier.model import Form, Layout
from verifier.outputs.forms.annex2 import annex2_bytes
from verifier.outputs.forms.application import application_bytes
from verifier.outputs.workbook import FONT, MOMENT

MARK = "（空白模板）"
"""by which a table without rows is known for a blank one"""


def blank_annex2(form: Form, year: int | None) -> bytes:
    return annex2_bytes(form, year)


def blank_application(layout: Layout) -> bytes:
    """附件1 or 附件3."""
    return application_bytes(layout)


def blank_table(title: str, columns: Sequence[str]) -> bytes:
    """A workbook of a title and a header; all cells are text, so that no program rounds an ID or drops its zeros."""
    stored = io.BytesIO()
    book = xlsxwriter.Workbook(stored, {"strings_to_formulas": False, "strings_to_urls": False})
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
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    book.close()
    return stored.getvalue()
