# ruff: noqa: E501 (what the papers say stands in one piece)
"""Word and Excel files, text exports, and their bytes made repeatable."""

from __future__ import annotations

import csv
import subprocess
import tempfile
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pikepdf
import xlsxwriter
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from PIL import Image

MADE = datetime(2024, 12, 1, 9, 0)


def word(face: str = "仿宋", size: float = 14) -> DocxDocument:
    """An empty document in a Chinese face."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = face, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), face)
    properties = document.core_properties
    properties.author, properties.last_modified_by = "就业指导中心", "就业指导中心"
    properties.created = properties.modified = MADE
    return document


def title(document: DocxDocument, text: str, size: float = 20, face: str = "黑体") -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = True, Pt(size), face
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)


def heading(document: DocxDocument, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.bold, run.font.name = True, "黑体"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")


def body(document: DocxDocument, *paragraphs: str) -> None:
    for text in paragraphs:
        document.add_paragraph(text).paragraph_format.first_line_indent = Pt(28)


def closing(document: DocxDocument, *lines: str) -> None:
    for text in lines:
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def table(document: DocxDocument, rows: list[list[str]], size: float = 10.5) -> Table:
    made = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, values in zip(made.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(size)
    return made


def photo(document: DocxDocument, picture: Image.Image, caption: str, width: float = 13.5) -> None:
    """A pasted picture with its caption below."""
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=78)
    buffer.seek(0)
    document.add_picture(buffer, width=Cm(width))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph = document.add_paragraph(caption)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def repacked(data: bytes) -> bytes:
    """The same zip with every entry dated 1980."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def save_word(document: DocxDocument, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    document.save(buffer)
    path.write_bytes(repacked(buffer.getvalue()))


def save_as_pdf(document: DocxDocument, path: Path) -> None:
    """Through LibreOffice, a PDF with a text layer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        save_word(document, Path(folder) / "a.docx")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/a.docx"],
            check=True, capture_output=True,
        )  # fmt: skip
        with pikepdf.open(Path(folder) / "a.pdf") as pdf:
            for key in ("/DocChecksum", "/ID"):
                if key in pdf.trailer:
                    del pdf.trailer[key]
            if "/Metadata" in pdf.Root:
                del pdf.Root.Metadata
            for key in list(pdf.docinfo.keys()):
                del pdf.docinfo[key]
            pdf.docinfo["/Creator"], pdf.docinfo["/CreationDate"] = "Writer", "D:20241201090000+08'00'"
            pdf.save(path, deterministic_id=True)


def workbook(path: Path) -> xlsxwriter.Workbook:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    book.set_properties({"author": "就业指导中心", "created": MADE})
    return book


def sheet(
    book: xlsxwriter.Workbook, name: str, rows: list[list[Any]], widths: dict[int, float] | None = None, header: int = 0
) -> Any:
    """Rows from A1 on; the row `header` is bold with a grey ground."""
    made = book.add_worksheet(name)
    plain = book.add_format({"border": 1, "font_name": "宋体", "font_size": 10})
    head = book.add_format({"border": 1, "bold": True, "bg_color": "#D9D9D9", "font_name": "宋体", "font_size": 10})
    day = book.add_format({"border": 1, "font_name": "宋体", "font_size": 10, "num_format": "yyyy-mm-dd"})
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                made.write_datetime(index, column, value, day)
            elif isinstance(value, str):
                made.write_string(index, column, value, head if index == header else plain)
            elif value is not None:
                made.write(index, column, value, head if index == header else plain)
    for column, width in (widths or {}).items():
        made.set_column(column, column, width)
    return made


def merged_title(book: xlsxwriter.Workbook, made: Any, row: int, columns: int, text: str, size: int = 16) -> None:
    style = book.add_format(
        {"bold": True, "font_size": size, "align": "center", "valign": "vcenter", "font_name": "黑体"}
    )
    made.merge_range(row, 0, row, columns - 1, text, style)


def save_csv(rows: list[list[str]], path: Path, encoding: str = "gbk") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
