"""Word documents as offices keep them: A4, fonts that Word and WPS have, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from verifier.model import Align
from verifier.outputs.wording import clean

BODY_FONT, HEAD_FONT, LETTER_FONT, LATIN_FONT = "宋体", "黑体", "仿宋", "Times New Roman"
TEXT, TITLE = 16, 22
"""points of a letter: 三号 and 二号, as GB/T 9704 has them"""
AUTHOR, INITIALS = "核验工具", "核验"
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""stands for the time of writing: the same input gives the same bytes"""
ALIGNMENTS: Mapping[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}

Merge = tuple[tuple[int, int], tuple[int, int]]
"""row and column of the first and the last cell of a merged block"""


def new_document(
    title: str, margins: tuple[float, float, float, float], size: float = 9, comments: str = ""
) -> Document:
    """An empty A4 document; `margins` top, right, bottom, left in millimetres, `size` of the text in points."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.header_distance = section.footer_distance = Mm(7)
    style = document.styles["Normal"]
    style.font.size = Pt(size)
    _set_font(style.font, style.element, BODY_FONT)
    style.paragraph_format.space_after = Pt(0)
    core = document.core_properties
    core.author = core.last_modified_by = AUTHOR
    core.title, core.comments, core.revision = clean(title), comments, 1
    core.created = core.modified = MOMENT
    return document


def _set_font(font: Font, element: BaseOxmlElement, east_asian: str) -> None:
    font.name = LATIN_FONT
    element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), east_asian)


def add_run(paragraph: Paragraph, text: str, size: float, east_asian: str = BODY_FONT) -> Run:
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(size)
    _set_font(run.font, run._element, east_asian)
    return run


def add_line(
    document: Document, text: str, size: float, font: str, *, align: Align = "left", after: float = 0
) -> Paragraph:
    """A paragraph of its own; `after`: points under it."""
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGNMENTS[align]
    paragraph.paragraph_format.space_after = Pt(after)
    add_run(paragraph, text, size, font)
    return paragraph


def add_paragraph(
    document: Document, text: str, *, font: str = LETTER_FONT, first: int = 2, leads: bool = False
) -> None:
    """A paragraph of a letter. `first`: characters by which its first line is set in; `leads`: it stands on the page of
    what follows it."""
    paragraph = add_line(document, text, TEXT, font)
    paragraph.paragraph_format.first_line_indent = Pt(TEXT * first)
    paragraph.paragraph_format.keep_with_next = leads or None
    paragraph.paragraph_format.line_spacing = Pt(28)


def add_signature(document: Document, sender: str) -> None:
    """Who signs a letter, and room for the day."""
    for text, inset in ((sender, 10), ("年    月    日", 24)):
        line = add_line(document, text, TEXT, LETTER_FONT, align="right")
        line.paragraph_format.line_spacing = Pt(28)
        line.paragraph_format.right_indent = Mm(inset)
        line.paragraph_format.keep_together = True


def add_table(
    document: Document, heights: Sequence[float], widths: Sequence[float], merges: Iterable[Merge]
) -> list[Sequence[_Cell]]:
    """An empty grid with its merges done; the cells of each row, one a column (merged ones repeat).

    `heights` are the least ones of the rows, in millimetres as `widths`.
    """
    table = document.add_table(rows=len(heights), cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_margins(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row, height in zip(table.rows, heights, strict=True):
        mark_row(row, "w:cantSplit")
        row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(height)
    grid = [row.cells for row in table.rows]
    for row in grid:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Mm(width)
    for (top, left), (bottom, right) in merges:
        grid[top][left].merge(grid[bottom][right])
    return [row.cells for row in table.rows]


def mark_row(row: _Row, name: str) -> None:
    """A property of a row that is on by being there: w:cantSplit, w:tblHeader."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _set_margins(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 60), ("left", 50), ("bottom", 60), ("right", 50)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def fill(cell: _Cell, text: str, *, align: Align = "center", size: float = 9, font: str = BODY_FONT) -> Run:
    """Puts text into an empty cell, a paragraph a line; the last run."""
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    paragraph = cell.paragraphs[0]
    for at, line in enumerate(clean(text).split("\n")):
        paragraph = cell.add_paragraph() if at else paragraph
        set_line(paragraph, size, align)
        run = add_run(paragraph, line, size, font)
    return run


def set_line(paragraph: Paragraph, size: float, align: Align) -> None:
    """An exact height keeps the pages alike whatever fonts a machine has."""
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size * 1.32)
    paragraph.alignment = ALIGNMENTS[align]


def comment_on(document: Document, run: Run, text: str) -> None:
    comment = document.add_comment(run, text=clean(text), author=AUTHOR, initials=INITIALS)
    comment._comment_elm.date = MOMENT


def number_pages(document: Document) -> None:
    """第 1 页，共 3 页 at the foot."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in ("第 ", "PAGE", " 页，共 ", "NUMPAGES", " 页"):
        if not part.isupper():
            add_run(paragraph, part, 8)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), part)
        field.append(add_run(paragraph, "1", 8)._element)
        paragraph._p.append(field)


def document_bytes(document: Document) -> bytes:
    """The saved document with the same time on every part of its zip."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            target.writestr(part, source.read(name))
    return fixed.getvalue()
