# ruff: noqa: E501
"""One way of writing a paper down, and the many ways of handing it in.

A paper is a text of which the first signs of a line tell what it is:
`# ` title, `## ` heading, `### ` lower heading, `= ` centred, `> ` to the right, `! ` red name of the issuer,
`!- ` number of the document over a red rule, `~ ` without indent, `|a|b|` row of a table (`<` joins the cell to the
left one, `^` to the upper one), `---` new page, `@name` a red seal (pictures only), anything else a paragraph.
`{…}` is what somebody has filled in.
"""

from __future__ import annotations

import html as escapes
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from itertools import groupby
from pathlib import Path
from random import Random

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side

from tests.independent.case import Case, Points
from tests.independent.press import Press, photographed, save_scan, scanned

Make = Callable[[Path, Press], None]
Value = str | int | float | datetime | None
Rows = Sequence[Sequence[Value]]
LEFT, UP = "<", "^"
_MARKS = ("!- ", "### ", "## ", "# ", "! ", "= ", "> ", "~ ", "@", "|", "---")
_FILLED = re.compile(r"\{(.*?)\}")


@dataclass(frozen=True)
class Look:
    """How an office sets its papers."""

    body: str = "仿宋_GB2312"
    head: str = "黑体"
    title: str = "方正小标宋简体"
    size: float = 16
    table_size: float = 10.5
    styled: bool = False
    """headings by the program's heading styles"""
    above: str = ""
    below: str = ""
    """running lines on top of and under each page"""


WPS = Look()
PLAIN = Look("宋体", "宋体", "宋体", 12)
HURRIED = Look("等线", "等线", "等线", 11)
STYLED = Look("宋体", "黑体", "黑体", 12, styled=True)
SMALL = Look("宋体", "黑体", "黑体", 10.5, 9)
_WEB_FONTS = {
    "仿宋_GB2312": "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei'",
    "宋体": "'AR PL UMing CN','Noto Serif CJK SC','WenQuanYi Micro Hei'",
    "黑体": "'Noto Sans CJK SC','WenQuanYi Zen Hei','WenQuanYi Micro Hei'",
    "等线": "'Noto Sans CJK SC','WenQuanYi Micro Hei'",
    "方正小标宋简体": "'Noto Serif CJK SC','WenQuanYi Micro Hei'",
    "楷体": "'AR PL UKai CN','WenQuanYi Micro Hei'",
}


def case(
    name: str,
    cell: str,
    points: Points,
    note: str,
    *makes: Make,
    school: str = "威海职业学院",
    year: int = 2024,
    facts: Mapping[str, float] | None = None,
    flags: Sequence[str] = (),
    alt: Sequence[Points] = (),
    more: Mapping[str, Points] | None = None,
) -> Case:
    """A case of which all facts and flags belong to its own cell; `more` are cells that the papers surely speak for."""

    def make(folder: Path, press: Press) -> None:
        for one in makes:
            one(folder, press)

    return Case(
        name=name,
        cell=cell,
        make=make,
        cells={cell: points, **(more or {})},
        alt={cell: alt} if alt else {},
        facts={cell: facts} if facts else {},
        want_flags=[(cell, flag) for flag in flags],
        note=note,
        school=school,
        year=year,
    )


def docx(name: str, text: str, look: Look = WPS) -> Make:
    """The paper as a Word file."""

    def make(folder: Path, _: Press) -> None:
        document = Document()
        _word(document, text, look)
        document.save(str(_place(folder, name)))

    return make


def word(name: str, build: Callable[[Docx], None]) -> Make:
    """A Word file that `build` sets by itself."""

    def make(folder: Path, _: Press) -> None:
        document = Document()
        build(document)
        document.save(str(_place(folder, name)))

    return make


def write(document: Docx, text: str, look: Look = WPS) -> None:
    """The paper into a Word document that is being set."""
    _word(document, text, look)


def pdf(name: str, text: str, look: Look = WPS, paper: str = "A4") -> Make:
    """The paper printed to a PDF with a text layer."""

    def make(folder: Path, press: Press) -> None:
        press.pdf(_place(folder, name), page(text, look), paper)

    return make


def scan(name: str, text: str, look: Look = WPS, *, grey: bool = False, skew: float = 0.7) -> Make:
    """The printed paper through a scanner, as PDF or picture by the name; one page of the text, one page of the scan."""

    def make(folder: Path, press: Press) -> None:
        rng = Random(name)
        pages = [scanned(press.picture(page(part, look)), rng, grey=grey, skew=skew) for part in text.split("\n---\n")]
        path = _place(folder, name)
        if path.suffix == ".pdf":
            save_scan(pages, path)
        else:
            pages[0].save(path, quality=82)

    return make


def photo(name: str, text: str, look: Look = WPS, *, width: int = 1400, height: int = 1867) -> Make:
    """The printed paper photographed with a phone."""

    def make(folder: Path, press: Press) -> None:
        sheet = press.picture(page(text, look))
        photographed(sheet, Random(name), width=width, height=height).save(_place(folder, name), quality=80)

    return make


def board(name: str, markup: str, *, wide: int = 900, high: int = 520) -> Make:
    """A sign, screen or banner on a wall, photographed."""

    def make(folder: Path, press: Press) -> None:
        sheet = scanned(press.picture(markup, width=wide, height=high, scale=2), Random(name), skew=1.6)
        # A turned picture has white corners that a camera's frame doesn't have.
        edge = sheet.width // 30
        sheet.crop((edge, edge, sheet.width - edge, sheet.height - edge)).save(_place(folder, name), quality=80)

    return make


def web(name: str, text: str, *, site: str, path: str, told: str) -> Make:
    """The paper as a page saved from a site: menu, where one is, what is told under the title, foot."""

    def make(folder: Path, _: Press) -> None:
        title = next((words for kind, words in _blocks(text) if kind == "# "), site)
        inner = _body(text).replace("</h1>", f"</h1><div class='info'>{escapes.escape(told)}</div>", 1)
        menu = "".join(
            f"<li><a href='#'>{item}</a></li>" for item in ("首页", "通知公告", "就业政策", "机构设置", "下载专区")
        )
        _place(folder, name).write_text(
            f"<!DOCTYPE html><html lang='zh-CN'><head><meta charset='utf-8'><title>{title}-{site}</title></head><body>"
            f"<div class='top'><a href='#'>{site}</a><ul>{menu}</ul></div><div class='position'>当前位置：{path}</div>"
            f"<div class='article'>{inner}</div><div class='foot'>版权所有：{site}　地址：山东省威海市　邮编：264200</div>"
            "</body></html>",
            "utf-8",
        )

    return make


def mail(
    name: str, subject: str, sender: str, to: str, date: str, text: str, attached: Mapping[str, str] | None = None
) -> Make:
    """A mail as the mail program stores it; attached papers are Word files."""

    def make(folder: Path, _: Press) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"], message["Date"] = sender, to, subject, date
        message["Message-ID"] = f"<{Random(name).randrange(10**12)}@mail.example.edu.cn>"
        message.set_content(text)
        path = _place(folder, name)
        for title, paper in (attached or {}).items():
            document = Document()
            _word(document, paper, WPS)
            kept = path.with_name("attached.docx")
            document.save(str(kept))
            message.add_attachment(
                kept.read_bytes(),
                maintype="application",
                subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
                filename=title,
            )
            kept.unlink()
        path.write_bytes(bytes(message))

    return make


def note(name: str, text: str, encoding: str = "utf-8") -> Make:
    """Plain text: a note, or an export with commas."""

    def make(folder: Path, _: Press) -> None:
        _place(folder, name).write_bytes(text.replace("\n", "\r\n").encode(encoding))

    return make


def book(name: str, sheets: Mapping[str, Rows], *, hidden: Sequence[str] = (), bare: bool = False) -> Make:
    """A workbook; `bare` without lines and fonts, as systems export it."""

    def make(folder: Path, _: Press) -> None:
        workbook = Workbook()
        del workbook["Sheet"]
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            line = Side(style="thin")
            width = max(len(row) for row in rows)
            for y, row in enumerate(rows, 1):
                for x, value in enumerate(row, 1):
                    cell = sheet.cell(y, x)
                    if value in (LEFT, UP):
                        continue
                    assert not isinstance(cell, MergedCell)
                    cell.value = value
                    if isinstance(value, datetime):
                        cell.number_format = "yyyy/m/d"
                    if not bare:
                        cell.font = Font(
                            "宋体", size=16 if y == 1 and len(row) > 1 and row[1] == LEFT else 11, bold=y == 1
                        )
                        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                        if y > 1:
                            cell.border = Border(line, line, line, line)
            for top, left, bottom, right in _joined(rows):
                sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
            if not bare:
                for x in range(width):
                    longest = max((len(str(row[x])) for row in rows[1:] if x < len(row) and row[x]), default=4)
                    sheet.column_dimensions[chr(65 + x)].width = min(8 + longest * 1.5, 42)
            sheet.sheet_state = "hidden" if title in hidden else "visible"
        workbook.save(_place(folder, name))

    return make


def slides(name: str, pages: Sequence[Sequence[str]]) -> Make:
    """A small presentation: of each slide the first text is its title, the others are paragraphs of its body."""

    def make(folder: Path, _: Press) -> None:
        with zipfile.ZipFile(_place(folder, name), "w", zipfile.ZIP_DEFLATED) as pack:
            for part, content in _presentation(pages):
                pack.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)

    return make


def page(text: str, look: Look = WPS) -> str:
    """The paper as HTML of A4 pages."""
    body, head, title = (_WEB_FONTS.get(font, _WEB_FONTS["宋体"]) for font in (look.body, look.head, look.title))
    running = "".join(
        f"<div class='{where}'>{words}</div>"
        for where, words in (("above", look.above), ("below", look.below))
        if words
    )
    return f"""<!DOCTYPE html><meta charset=utf-8><style>
@page{{size:A4;margin:24mm 24mm}} *{{box-sizing:border-box}}
body{{margin:0;font:{look.size}pt/1.75 {body};color:#111}} @media screen{{body{{padding:86px 92px}}}}
p{{margin:0;text-indent:2em;text-align:justify}} p.flat{{text-indent:0}} p.mid{{text-indent:0;text-align:center}}
p.right{{text-indent:0;text-align:right;padding-right:1.5em}} h1{{font:bold {look.size + 6}pt/1.4 {title};text-align:center;margin:0 0 .8em}}
h2{{font:bold {look.size}pt/1.75 {head};margin:.1em 0;text-indent:2em}} h3{{font:bold {look.size}pt/1.75 {_WEB_FONTS["楷体"]};margin:0;text-indent:2em}}
.issuer{{color:#d0121b;font:bold 32pt/1.4 {title};text-align:center;letter-spacing:.06em}}
.number{{text-align:center;border-bottom:2.5px solid #d0121b;padding:14px 0 6px;margin-bottom:26px}}
table{{border-collapse:collapse;width:100%;font-size:{look.table_size}pt;line-height:1.5;margin:6px 0}}
td{{border:1px solid #222;padding:4px 6px;text-align:center;vertical-align:middle}}
.hand{{font-family:{_WEB_FONTS["楷体"]};color:#1c2f7a}} .cut{{break-after:page}} .seal{{display:inline-block;width:0;height:0}}
.above{{font-size:9pt;color:#555;border-bottom:1px solid #999;margin-bottom:18px}} .below{{font-size:9pt;color:#555;margin-top:26px;text-align:center}}
</style>{running}{_body(text)}"""


def _place(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    for line in text.strip("\n").split("\n"):
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        yield mark, line[len(mark) :]


def _table_rows(lines: Sequence[str]) -> list[list[str]]:
    return [[cell.strip() for cell in line.removesuffix("|").split("|")] for line in lines]


def _joined(rows: Rows) -> Iterator[tuple[int, int, int, int]]:
    """The areas of joined cells: top, left, bottom, right."""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value in (LEFT, UP):
                continue
            right = x
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            bottom = y
            while bottom + 1 < len(rows) and x < len(rows[bottom + 1]) and rows[bottom + 1][x] == UP:
                bottom += 1
            if (right, bottom) != (x, y):
                yield y, x, bottom, right


def _body(text: str) -> str:
    """The paper's blocks as HTML."""
    tags = {
        "# ": "<h1>{}</h1>",
        "## ": "<h2>{}</h2>",
        "### ": "<h3>{}</h3>",
        "= ": "<p class=mid>{}</p>",
        "> ": "<p class=right>{}</p>",
        "! ": "<div class=issuer>{}</div>",
        "!- ": "<div class=number>{}</div>",
        "~ ": "<p class=flat>{}</p>",
        "---": "<div class=cut></div>",
        "": "<p>{}</p>",
    }
    parts = []
    for mark, group in groupby(_blocks(text), key=lambda block: block[0]):
        lines = [line for _, line in group]
        if mark == "|":
            parts.append(_html_table(_table_rows(lines)))
        elif mark == "@":
            parts += [
                f"<p class=right><span class=seal data-name='{line}'></span>&emsp;&emsp;&emsp;&emsp;&emsp;</p>"
                for line in lines
            ]
        else:
            parts += [tags[mark].format(_filled(line) or "&nbsp;") for line in lines]
    return "".join(parts)


def _filled(line: str) -> str:
    return _FILLED.sub(r"<span class=hand><u>&nbsp;\1&nbsp;</u></span>", escapes.escape(line, quote=False)).replace(
        "\\n", "<br>"
    )


def _html_table(rows: list[list[str]]) -> str:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in _joined(rows)}
    lines = []
    for y, row in enumerate(rows):
        cells = []
        for x, value in enumerate(row):
            if value not in (LEFT, UP):
                down, across = spans.get((y, x), (1, 1))
                cells.append(f"<td rowspan={down} colspan={across}>{_filled(value)}</td>")
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def _word(document: Docx, text: str, look: Look) -> None:
    """The paper's blocks into a Word document."""
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", datetime(2024, 3, 1), datetime(2024, 11, 20)
    properties.title = properties.comments = ""
    section = document.sections[0]
    if look.above:
        section.header.paragraphs[0].text = look.above
    if look.below:
        section.footer.paragraphs[0].text = look.below
    for mark, group in groupby(_blocks(text), key=lambda block: block[0]):
        lines = [line for _, line in group]
        if mark == "|":
            _word_table(document, _table_rows(lines), look)
            continue
        for line in lines:
            if mark == "---":
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            elif mark != "@":
                _word_line(document, mark, line, look)


def _word_line(document: Docx, mark: str, line: str, look: Look) -> None:
    level = {"# ": 0, "## ": 1, "### ": 2}.get(mark)
    paragraph = document.add_heading(level=level) if look.styled and level is not None else document.add_paragraph()
    font, size, bold = {
        "# ": (look.title, look.size + 6, True),
        "## ": (look.head, look.size, True),
        "### ": ("楷体", look.size, True),
        "! ": (look.title, 30, True),
    }.get(mark, (look.body, look.size, False))
    if mark in ("# ", "! ", "!- ", "= "):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif mark == "> ":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif mark != "~ ":
        paragraph.paragraph_format.first_line_indent = Pt(size * 2)
    _word_runs(paragraph, line, font, size, bold)
    if mark == "! ":
        paragraph.runs[0].font.color.rgb = RGBColor(208, 18, 27)


def _word_runs(paragraph: Paragraph, line: str, font: str, size: float, bold: bool = False) -> None:
    for at, part in enumerate(_FILLED.split(line)):
        run = paragraph.add_run(part.replace("\\n", "\n"))
        run.font.size, run.bold, run.underline = Pt(size), bold, at % 2 == 1
        run.font.name = "Times New Roman"
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _word_table(document: Docx, rows: list[list[str]], look: Look) -> None:
    table: Table = document.add_table(len(rows), max(map(len, rows)), "Table Grid")
    for top, left, bottom, right in _joined(rows):
        table.cell(top, left).merge(table.cell(bottom, right))
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value not in (LEFT, UP):
                paragraph = table.cell(y, x).paragraphs[0]
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                _word_runs(paragraph, value, look.body if look.body != "仿宋_GB2312" else "宋体", look.table_size)


def _presentation(pages: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The parts of a presentation, without a theme's colours: names and XML."""
    space = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    )
    links = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    media = "application/vnd.openxmlformats-officedocument.presentationml"
    tree = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    numbers = range(1, len(pages) + 1)
    yield (
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{media}.presentation.main+xml"/>'
        + "".join(f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{media}.slide+xml"/>' for n in numbers)
        + "</Types>",
    )
    yield (
        "_rels/.rels",
        f'<Relationships {links}><Relationship Id="rId1" Type="{kind}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
    )
    yield (
        "ppt/presentation.xml",
        f"<p:presentation {space}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
        + '</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
    )
    yield (
        "ppt/_rels/presentation.xml.rels",
        f"<Relationships {links}>"
        + "".join(f'<Relationship Id="rId{n}" Type="{kind}/slide" Target="slides/slide{n}.xml"/>' for n in numbers)
        + "</Relationships>",
    )
    for number, texts in zip(numbers, pages, strict=True):
        shapes = "".join(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="{label}"/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="800000" y="{top}"/><a:ext cx="10500000" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>'
            + "".join(
                f'<a:p><a:r><a:rPr lang="zh-CN" sz="{size}"/><a:t>{escapes.escape(text)}</a:t></a:r></a:p>'
                for text in part
            )
            + "</p:txBody></p:sp>"
            for at, label, holder, top, high, size, part in (
                (2, "标题 1", '<p:ph type="title"/>', 400000, 900000, 3600, texts[:1]),
                (3, "文本框 2", "", 1500000, 4800000, 2000, texts[1:] or [""]),
            )
        )
        yield (
            f"ppt/slides/slide{number}.xml",
            f"<p:sld {space}><p:cSld><p:spTree>{tree}{shapes}</p:spTree></p:cSld></p:sld>",
        )
