"""Sheets written to files: workbooks, text tables, Word and PDF papers."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
from docx import Document
from docx.oxml import parse_xml

from tests.people.habits import Cell, Sheet
from tests.people.pages import paper

_NOT_IN_GBK = str.maketrans({"\u00a0": " ", "•": "·"})
Book = Sequence[Sheet]


def write(book: Book, stem: str, form: str, folder: Path) -> None:
    """Writes one file, or one a sheet where the form holds a single table."""
    ending, writer = FORMS[form]
    if ending == "xlsx":
        _workbook(book, folder / f"{stem}.xlsx")
        return
    rosters = [sheet for sheet in book if sheet.rows]
    for number, sheet in enumerate(rosters, 1):
        name = stem if len(rosters) == 1 else f"{stem}{number}"
        (folder / f"{name}.{ending}").write_bytes(writer(sheet))


def _workbook(book: Book, path: Path) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False}) as workbook:
        day = workbook.add_format({"num_format": "yyyy/m/d"})
        for sheet in book:
            page = workbook.add_worksheet(sheet.name)
            for at, row in enumerate(sheet.rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(at, column, value, day)
                    elif value != "":
                        page.write(at, column, value)
            for first, left, last, right in sheet.merged:
                page.merge_range(first, left, last, right, sheet.rows[first][left])
            for at in sheet.hidden_rows:
                page.set_row(at, None, None, {"hidden": True})
            for column in sheet.hidden_columns:
                page.set_column(column, column, None, None, {"hidden": True})
            if sheet.hidden:
                page.hide()


def text_of(value: Cell) -> str:
    """A cell as a text table shows it."""
    if isinstance(value, date):
        return f"{value.year}/{value.month}/{value.day}"
    return str(value)


def _text(encoding: str, delimiter: str = ",", mark: str = "") -> Callable[[Sheet], bytes]:
    def written(sheet: Sheet) -> bytes:
        target = StringIO()
        writer = csv.writer(target, delimiter=delimiter)
        writer.writerows([[_kept(text_of(value), mark) for value in row] for row in sheet.rows])
        return target.getvalue().translate(_NOT_IN_GBK if encoding == "gbk" else {}).encode(encoding)

    return written


def _kept(text: str, mark: str) -> str:
    """A long number with the mark that keeps a spreadsheet from taking it for one."""
    if not mark or len(text) < 10 or not text[:-1].isdigit():
        return text
    return f'="{text}"' if mark == "=" else mark + text


def _word(sheet: Sheet) -> bytes:
    from io import BytesIO

    document = Document()
    rows, title = _titled(sheet)
    if title:
        document.add_paragraph(title)
    width = max(map(len, rows), default=0)
    cells = "".join(f"<w:tr>{_word_row(row, width)}</w:tr>" for row in rows)
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    table = f"<w:tbl {name}><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{cells}</w:tbl>"
    document.element.body.insert(len(document.paragraphs), parse_xml(table))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _word_row(row: Sequence[Cell], width: int) -> str:
    texts = [text_of(value) for value in row] + [""] * (width - len(row))
    return "".join(f"<w:tc><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>" for text in texts)


def _titled(sheet: Sheet) -> tuple[list[list[Cell]], str]:
    """The rows of the table, and the line that a paper has above it."""
    if _has_title(sheet):
        return sheet.rows[1:], str(sheet.rows[0][0])
    return sheet.rows, ""


def _has_title(sheet: Sheet) -> bool:
    return bool(sheet.rows) and sum(map(bool, sheet.rows[0])) == 1


def _pdf(sheet: Sheet) -> bytes:
    rows, title = _titled(sheet)
    gone = _has_title(sheet)
    merged = [(top - gone, left, bottom - gone, right) for top, left, bottom, right in sheet.merged if top >= gone]
    return paper(title, [[text_of(value) for value in row] for row in rows], merged=merged)


def _web(sheet: Sheet) -> bytes:
    """What report systems call .xls."""
    rows = "".join(f"<tr>{''.join(f'<td>{escape(text_of(each))}</td>' for each in row)}</tr>\n" for row in sheet.rows)
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><table>{rows}</table></html>'
    return page.encode("gb18030")


FORMS: Mapping[str, tuple[str, Callable[[Sheet], bytes]]] = {
    "xlsx": ("xlsx", _word),
    "csv": ("csv", _text("utf-8")),
    "csv with mark": ("csv", _text("utf-8-sig", mark="\t")),
    "csv gbk": ("csv", _text("gbk")),
    "csv gb18030": ("csv", _text("gb18030", mark="=")),
    "csv utf-16 tabs": ("csv", _text("utf-16", "\t")),
    "tabs": ("csv", _text("utf-8", "\t", mark="'")),
    "semicolons": ("csv", _text("gb18030", ";")),
    "web table": ("xls", _web),
    "word": ("docx", _word),
    "pdf": ("pdf", _pdf),
}
