"""One plain markup for the papers of a station, set as Word, as a printed page or as a workbook.

A paper is a list of blocks. A string is a line: "# " its title, "## " and "### " headings, "> " flush right, "~ " a
caption, "[] " a text box, "---" a new page, anything else a paragraph. A list of lists is a table, in which "<" goes on
from the cell to the left and "^" from the cell above.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

Row = Sequence[object]
Block = str | Sequence[Row]
SONG = "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei',serif"
HEI = "'Noto Sans CJK SC','WenQuanYi Zen Hei','WenQuanYi Micro Hei',sans-serif"
KAI = "'AR PL UKai CN','WenQuanYi Micro Hei',serif"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARKS = ("### ", "## ", "# ", "> ", "~ ", "[] ")


def _split(line: str) -> tuple[str, str]:
    return next(((mark.strip(), line[len(mark) :]) for mark in _MARKS if line.startswith(mark)), ("", line))


def word(
    path: Path,
    blocks: Sequence[Block],
    *,
    header: str = "",
    footer: str = "",
    styled: bool = False,
    foot: Mapping[str, str] | None = None,
    remarks: Mapping[str, str] | None = None,
    wide: bool = False,
) -> None:
    """A Word file; `foot` and `remarks` hang footnotes and comments on the paragraphs that begin so."""
    document: Any = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "宋体", Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.left_margin = section.right_margin = Cm(2.4)
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for block in blocks:
        if not isinstance(block, str):
            _word_table(document, block)
        elif block == "---":
            document.add_page_break()
        else:
            line = _word_line(document, block, styled)
            for start, text in (remarks or {}).items():
                if line.text.startswith(start):
                    document.add_comment(line.runs, text=text, author="就业科", initials="JY")
    if foot:
        _footnotes(document, foot)
    document.save(str(path))


def _word_line(document: Any, block: str, styled: bool) -> Paragraph:
    mark, text = _split(block)
    if mark == "[]":
        line: Paragraph = document.add_paragraph()
        line._p.append(parse_xml(_box(text)))
        return line
    if mark in ("##", "###") and styled:
        return document.add_heading(text, level=len(mark) - 1)  # type: ignore[no-any-return]
    line = document.add_paragraph()
    run = line.add_run(text)
    if mark == "#":
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.bold, run.font.size = True, Pt(18)
    elif mark in ("##", "###"):
        run.bold, run.font.size = True, Pt(14 if mark == "##" else 12)
    elif mark == ">":
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif mark == "~":
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.font.size = Pt(9)
    else:
        line.paragraph_format.first_line_indent = Pt(22)
    return line


def _word_table(document: Any, rows: Sequence[Row]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    table.style = "Table Grid"
    for top, row in enumerate(rows):
        for left, value in enumerate(row):
            cell = table.cell(top, left)
            if value == "<":
                table.cell(top, left - 1).merge(cell)
            elif value == "^":
                table.cell(top - 1, left).merge(cell)
            else:
                cell.text = str(value)
    for cell in table._cells:
        for spare in [line for line in cell.paragraphs[1:] if not line.text]:
            spare._p.getparent().remove(spare._p)


def _box(text: str) -> str:
    lines = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    return (
        f'<w:r xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        '<v:rect style="width:250pt;height:112pt" strokecolor="#333333" filled="f">'
        f"<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )


def _footnotes(document: Any, foot: Mapping[str, str]) -> None:
    notes = [
        f'<w:footnote w:type="separator" w:id="{number}"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        for number in (-1, 0)
    ]
    for number, (start, text) in enumerate(foot.items(), 1):
        notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'  # noqa: E501
            f'<w:r><w:t xml:space="preserve"> {html.escape(text)}</w:t></w:r></w:p></w:footnote>'
        )
        line = next(line for line in document.paragraphs if line.text.startswith(start))
        line._p.append(
            parse_xml(
                f'<w:r xmlns:w="{_W}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'  # noqa: E501
            )
        )
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{"".join(notes)}</w:footnotes>'  # noqa: E501
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def web(blocks: Sequence[Block], *, css: str = "", before: str = "", after: str = "") -> str:
    """The blocks as an HTML page for the press or for a saved page."""
    parts = []
    for block in blocks:
        if not isinstance(block, str):
            parts.append(_web_table(block))
            continue
        if block == "---":
            parts.append('<div class="leaf"></div>')
            continue
        mark, text = _split(block)
        tag = {"#": "h1", "##": "h2", "###": "h3"}.get(mark, "p")
        name = {">": ' class="right"', "~": ' class="caption"', "[]": ' class="box"'}.get(mark, "")
        parts.append(f"<{tag}{name}>{html.escape(text).replace(chr(10), '<br>')}</{tag}>")
    return (
        '<!doctype html><html><head><meta charset="utf-8"><style>'
        f"body{{font-family:{SONG};font-size:15px;line-height:1.75;margin:46px 60px}}"
        f"h1{{text-align:center;font-size:25px}}"
        "h2{font-size:18px}h3{font-size:16px}p{text-indent:2em;margin:6px 0}.righ"
        "t{text-align:right}.caption{text-align:center;text-indent:0;font-size:13px}"
        ".box{border:1px solid #444;padding:8px;text-indent:0;width:"
        "60%}table{border-collapse:collapse;width:100%;margin:10px 0}"
        "td{border:1px solid #222;padding:5px 7px;font-size:14px}.leaf{page-break-after:always}"
        f"{css}</style></head><body>{before}{''.join(parts)}{after}</body></html>"
    )


def _web_table(rows: Sequence[Row]) -> str:
    lines = []
    for top, row in enumerate(rows):
        cells = []
        for left, value in enumerate(row):
            if value in ("<", "^"):
                continue
            wide = 1
            while left + wide < len(row) and row[left + wide] == "<":
                wide += 1
            high = 1
            while top + high < len(rows) and len(rows[top + high]) > left and rows[top + high][left] == "^":
                high += 1
            cells.append(
                f'<td colspan="{wide}" rowspan="{high}">{html.escape(str(value)).replace(chr(10), "<br>")}</td>'
            )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def sheets(
    path: Path, pages: Mapping[str, Sequence[Row]], *, widths: Sequence[float] = (), bars: str = "", header: str = ""
) -> None:
    """A workbook; cells holding `bars` are filled and left empty, as in a bar plan."""
    book = Workbook()
    book.remove(book.worksheets[0])
    thin = Side(style="thin", color="555555")
    for name, rows in pages.items():
        sheet = book.create_sheet(name)
        if header:
            sheet.oddHeader.center.text = header
        for top, row in enumerate(rows, 1):
            for left, value in enumerate(row, 1):
                cell = sheet.cell(top, left)
                cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
                if len(row) > 1:
                    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
                if bars and value == bars:
                    cell.fill = PatternFill("solid", fgColor="5B9BD5")
                elif value not in ("<", "^"):
                    cell.value = value  # type: ignore[assignment]
        _merge(sheet, rows)
        sheet.cell(1, 1).font = Font(bold=True, size=14)
        sheet.row_dimensions[1].height = 42
        for left in range(1, max(map(len, rows)) + 1):
            sheet.column_dimensions[get_column_letter(left)].width = widths[left - 1] if left <= len(widths) else 14
    book.save(path)


def _merge(sheet: Any, rows: Sequence[Row]) -> None:
    for top, row in enumerate(rows):
        for left, value in enumerate(row):
            if value in ("<", "^"):
                continue
            wide, high = 1, 1
            while left + wide < len(row) and row[left + wide] == "<":
                wide += 1
            while top + high < len(rows) and len(rows[top + high]) > left and rows[top + high][left] == "^":
                high += 1
            if wide * high > 1:
                sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=top + high, end_column=left + wide)


def mail(path: Path, *, sender: str, to: str, subject: str, date: str, text: str, page: str = "") -> None:
    """A saved mail with a text and, if given, its HTML twin."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Date"] = sender, to, subject, date
    message["Message-ID"] = f"<{path.stem.encode().hex()[:24]}@mail.example.cn>"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
        message.set_boundary("=_part_20240101_000001")
    path.write_bytes(message.as_bytes())
