# ruff: noqa: E501
"""Draws the papers of a careers office: one content, written as Word, Excel, PDF, scan, photo, mail, page or text.

A paper is a list of lines and tables. The first signs of a line tell what it is:

    # title      ## heading     ^ centred line     > right-hand line     * text in the list of a saved page
    ~            a new page (or slide)
    =org|number  the red head of an official document
    @org|date    the signature with the seal of `org`; @org|date|- without one; @org|date|name with another's
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from html import escape
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from tests.independent.case import Case, Points
from tests.independent.press import Press, photographed, save_scan, scanned


class Percent(float):
    """A share that Excel shows with two decimals and a percent sign."""


@dataclass(frozen=True)
class Table:
    rows: Sequence[Sequence[object]]
    head: int = 1
    merge: Sequence[tuple[int, int, int, int]] = ()
    """first row, first column, last row, last column"""
    small: bool = False


Paper = Sequence[str | Table]
Write = Callable[[Path, Press], None]
"""writes a file, or some, into a bundle's folder"""

FACES = {
    "song": "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei',serif",
    "hei": "'Noto Sans CJK SC','WenQuanYi Zen Hei','WenQuanYi Micro Hei',sans-serif",
    "kai": "'AR PL UKai CN','Noto Serif CJK SC','WenQuanYi Micro Hei',serif",
}
_SURNAMES = "王李张刘陈杨于孙宋丛毕曲姜邹鞠慕谭戚车吕丁邢苗滕柳原隋阎"
_GIVEN = [
    "海燕",
    "晓东",
    "文静",
    "立国",
    "春梅",
    "志强",
    "雪",
    "倩",
    "明远",
    "建华",
    "思琪",
    "浩",
    "丽娜",
    "振宇",
    "佳慧",
    "磊",
    "玉洁",
    "少峰",
    "红霞",
    "子涵",
    "宁",
    "广林",
    "秀英",
    "鹏程",
    "雨桐",
    "凯",
    "淑芬",
    "永胜",
    "梦瑶",
    "晗",
]


def people(seed: str, count: int) -> list[str]:
    """So many different made-up names."""
    every = [family + given for family in _SURNAMES for given in _GIVEN]
    return Random(seed).sample(every, count)


def resident_id(rng: Random, year: int = 2002) -> str:
    """A made-up resident ID with a right check digit."""
    born = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    digits = rng.choice(["371002", "370683", "370282", "371302", "370911"]) + f"{born:%Y%m%d}{rng.randrange(1, 999):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(digits, weights, strict=True)) % 11]


def phone(rng: Random) -> str:
    return f"1990000{rng.randrange(10000):04}"


# Files


def docx(path: str, paper: Paper, *, styled: bool = False) -> Write:
    """A Word file; `styled` gives titles Word's own heading styles."""
    return lambda folder, _press: _save_docx(_place(folder, path), paper, styled)


def pdf(path: str, paper: Paper, *, face: str = "song", wide: bool = False) -> Write:
    """A PDF with a text layer, as Word saves it; `wide` as slides are."""
    return lambda folder, press: press.pdf(_place(folder, path), html(paper, face=face, wide=wide))


def scan(path: str, paper: Paper, *, face: str = "song", grey: bool = False) -> Write:
    """A scanned PDF, or a scanned picture where the name ends so."""

    def write(folder: Path, press: Press) -> None:
        rng = Random(path)
        pages = [
            scanned(press.picture(html(part, face=face), whole=True), rng, grey=grey, skew=0.5)
            for part in _pages(paper)
        ]
        target = _place(folder, path)
        if path.endswith(".pdf"):
            save_scan(pages, target)
        else:
            pages[0].save(target, quality=80)

    return write


def photo(path: str, paper: Paper, *, face: str = "song", ruled: bool = False, board: bool = False) -> Write:
    """A phone's picture of the paper; `ruled` for one that a hand has filled in, `board` for a broad one on a wall."""

    def write(folder: Path, press: Press) -> None:
        words = html(paper, face="kai" if ruled else face, ruled=ruled, wide=board)
        if board:
            sheet = press.picture(words, width=1000, height=680, whole=True)
            shown = photographed(sheet, Random(path), width=1867, height=1400)
        else:
            shown = photographed(press.picture(words, whole=True), Random(path))
        shown.save(_place(folder, path), quality=82)

    return write


def pasted(path: str, *papers: Paper, above: str = "") -> Write:
    """A Word file that holds nothing but scans of the papers, and a line above each of them."""

    def write(folder: Path, press: Press) -> None:
        document = Document()
        for at, paper in enumerate(papers):
            if above:
                document.add_paragraph(above + (str(at + 1) if len(papers) > 1 else ""))
            out = io.BytesIO()
            scanned(press.picture(html(paper), whole=True), Random(f"{path}{at}"), skew=0.4).save(
                out, "JPEG", quality=80
            )
            document.add_picture(out, width=Cm(14.5))
        document.save(str(_place(folder, path)))

    return write


def shot(path: str, paper: Paper, *, width: int = 900) -> Write:
    """A screenshot."""
    return lambda folder, press: press.picture(
        html(paper, face="hei", screen=True), width=width, height=500, scale=1.5, whole=True
    ).save(_place(folder, path))


def page(path: str, paper: Paper) -> Write:
    """A saved web page."""
    return lambda folder, _press: _text(folder, path, html(paper, face="hei", screen=True))


def text(path: str, paper: Paper, encoding: str = "utf-8") -> Write:
    return lambda folder, _press: _text(folder, path, plain(paper), encoding)


def mail(path: str, subject: str, sent: datetime, paper: Paper, *, rich: bool = False, with_file: str = "") -> Write:
    """A mail: as text, as text and HTML, or with a second paper, of the file's name, as a Word file attached."""

    def write(folder: Path, _press: Press) -> None:
        message = EmailMessage()
        message["Subject"], message["From"] = subject, "就业指导中心 <jyzx@example.edu.cn>"
        message["To"], message["Date"] = (
            "市人才服务中心 <rcfw@example.gov.cn>",
            sent.strftime("%a, %d %b %Y %H:%M:%S +0800"),
        )
        body = ["您好：", "附件为我校报送的材料，请查收。"] if with_file else paper
        message.set_content(plain(body))
        if with_file:
            out = io.BytesIO()
            _save_docx(out, paper, styled=False)
            kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
            message.add_attachment(out.getvalue(), "application", kind, filename=with_file)
        if rich:
            message.add_alternative(html(paper), subtype="html")
        _place(folder, path).write_bytes(message.as_bytes())

    return write


def comma(path: str, rows: Sequence[Sequence[object]], encoding: str = "utf-8-sig") -> Write:
    def write(folder: Path, _press: Press) -> None:
        out = io.StringIO()
        csv.writer(out).writerows([[show(cell) for cell in row] for row in rows])
        _place(folder, path).write_bytes(out.getvalue().encode(encoding))

    return write


def xlsx(path: str, sheets: Mapping[str, Paper] | Paper, *, plain_look: bool = False) -> Write:
    """A workbook: one paper, or one a sheet; `plain_look` as systems export it."""
    every = sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}
    return lambda folder, _press: _save_xlsx(_place(folder, path), every, plain_look)


def slides(path: str, paper: Paper) -> Write:
    """A PowerPoint file; a page of the paper is a slide."""
    return lambda folder, _press: _save_slides(_place(folder, path), paper)


def case(
    cell: str,
    name: str,
    points: Points | float,
    note: str,
    *files: Write,
    alt: Sequence[Points] = (),
    facts: Mapping[str, float] | None = None,
    flags: Sequence[str] = (),
    forbid: Sequence[str] = (),
    school: str = "威海职业学院",
    year: int = 2024,
) -> Case:
    """A case that speaks for one cell."""

    def make(folder: Path, press: Press) -> None:
        for write in files:
            write(folder, press)

    return Case(
        name=f"{cell.replace('.', '_')}-{name}",
        cell=cell,
        make=make,
        cells={cell: points if isinstance(points, tuple) else (points, points, points)},
        alt={cell: alt} if alt else {},
        facts={cell: facts} if facts else {},
        want_flags=[(cell, code) for code in flags],
        forbid_flags=[(cell, code) for code in forbid],
        note=note,
        school=school,
        year=year,
    )


# Forms of one paper


def show(value: object) -> str:
    """A cell's value as it is printed."""
    if isinstance(value, Percent):
        return f"{float(value):.2%}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)


def plain(paper: Paper) -> str:
    """The paper as text: tables with tabs between their cells."""
    lines: list[str] = []
    for block in paper:
        if isinstance(block, Table):
            lines += ["\t".join(show(cell) for cell in row) for row in block.rows]
            continue
        kind, line = _kind(block)
        if kind in ("@", "="):
            lines += [part for part in line.split("|")[:2] if part]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def html(paper: Paper, *, face: str = "song", wide: bool = False, screen: bool = False, ruled: bool = False) -> str:
    body = "".join(_block(block, ruled) for block in paper)
    edge = "18px 26px" if screen else "46px 60px" if wide else "64px 72px"
    height = "1.5" if screen else "1.85"
    # offices set a page of a few lines large
    short = not screen and len(plain(paper)) < 240 and not any(isinstance(block, Table) for block in paper)
    return f"""<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{escape(_title(paper))}</title><style>
@page {{ size: A4{" landscape" if wide else ""}; margin: {edge} }}
@media print {{ body {{ padding: 0 !important }} }}
body {{ margin: 0; padding: {edge}; font: {20 if wide or short else 16}px/{height} {FACES[face]}; color: {"#1c2a66" if ruled else "#111"}; background: #fff }}
h1 {{ font-size: 1.5em; text-align: center; margin: .3em 0 .7em; color: #111 }} h2 {{ font-size: 1.1em; margin: .7em 0 .2em; color: #111 }}
p {{ margin: .15em 0; text-indent: {0 if screen else "2em"} }} .c {{ text-align: center; text-indent: 0 }} .r {{ text-align: right; text-indent: 0 }}
table {{ border-collapse: collapse; width: 100%; margin: .5em 0; font-size: .9em; line-height: 1.45 }} .small {{ font-size: .72em }}
td, th {{ border: 1px solid #333; padding: 4px 5px; text-align: center; font-weight: normal }} th {{ font-weight: bold; color: #111 }}
.red {{ color: #d0121b; text-align: center; font-size: 2em; font-weight: bold; letter-spacing: .1em; text-indent: 0 }}
.line {{ text-align: center; border-bottom: 3px solid #d0121b; text-indent: 0; padding-bottom: 6px; margin-bottom: 20px }}
.seal {{ display: inline-block; width: 0; height: 0 }} li {{ list-style: square }} .next {{ break-after: page }}
</style></head><body>{body}</body></html>"""


def _block(block: str | Table, ruled: bool) -> str:
    if isinstance(block, Table):
        return _grid(block, ruled)
    kind, line = _kind(block)
    if kind == "=":
        org, number = line.split("|")
        return f'<p class="red">{escape(org)}</p><p class="line">{escape(number)}</p>'
    if kind == "@":
        org, when, *other = line.split("|")
        name = other[0] if other else org
        stamp = "" if name == "-" else f'<span class="seal" data-name="{escape(name)}"></span>'
        return f'<p class="r" style="margin-top:3.4em">{stamp}{escape(org)}&emsp;</p><p class="r" style="margin-bottom:3em">{escape(when)}&emsp;</p>'
    if kind == "~":
        return '<div class="next"></div>'
    tag = {
        "##": "<h2>{}</h2>",
        "#": "<h1>{}</h1>",
        "^": '<p class="c">{}</p>',
        ">": '<p class="r">{}</p>',
        "*": "<li>{}</li>",
    }
    return tag.get(kind, "<p>{}</p>").format(escape(line))


def _grid(table: Table, ruled: bool) -> str:
    spans, covered = _spans(table)
    out = []
    for y, row in enumerate(table.rows):
        cells = []
        for x, value in enumerate(row):
            if (y, x) in covered:
                continue
            tall, broad = spans.get((y, x), (1, 1))
            tag = "th" if y < table.head else "td"
            slant = f' style="transform:rotate({(x * 7 + y * 3) % 3 - 1}deg)"' if ruled and tag == "td" else ""
            cells.append(f'<{tag} rowspan="{tall}" colspan="{broad}"><div{slant}>{escape(show(value))}</div></{tag}>')
        out.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="{"small" if table.small else ""}">{"".join(out)}</table>'


def _spans(table: Table) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    spans, covered = {}, set()
    for top, left, bottom, right in table.merge:
        spans[top, left] = (bottom - top + 1, right - left + 1)
        covered |= {(y, x) for y in range(top, bottom + 1) for x in range(left, right + 1)} - {(top, left)}
    return spans, covered


def _kind(line: str) -> tuple[str, str]:
    for sign in ("##", "#", "^", ">", "~", "=", "@", "*"):
        if line.startswith(sign):
            return sign, line[len(sign) :].strip(" ")
    return "", line


def _title(paper: Paper) -> str:
    return next((_kind(line)[1] for line in paper if isinstance(line, str) and line.startswith("#")), "")


def _pages(paper: Paper) -> Iterator[Paper]:
    part: list[str | Table] = []
    for block in paper:
        if block == "~":
            yield part
            part = []
        else:
            part.append(block)
    yield part


def _place(folder: Path, path: str) -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _text(folder: Path, path: str, words: str, encoding: str = "utf-8") -> None:
    _place(folder, path).write_bytes(words.encode(encoding))


def _save_docx(path: Path | io.BytesIO, paper: Paper, styled: bool) -> None:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "宋体", Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    for block in paper:
        if isinstance(block, Table):
            _word_table(document, block)
            continue
        kind, line = _kind(block)
        if kind == "~":
            document.add_page_break()  # type: ignore[no-untyped-call]
        elif kind in ("#", "##") and styled:
            document.add_heading(line, 1 if kind == "#" else 2)
        elif kind in ("=", "@"):
            first, second = line.split("|")[:2]
            _word_line(document, first, kind, 26 if kind == "=" else 12, red=kind == "=")
            _word_line(document, second, kind, 12)
        else:
            _word_line(document, line, kind, {"#": 18, "##": 14}.get(kind, 12))
    document.save(path if isinstance(path, io.BytesIO) else str(path))


def _word_line(document, line: str, kind: str, size: int, red: bool = False) -> None:  # type: ignore[no-untyped-def]
    paragraph = document.add_paragraph()
    run = paragraph.add_run(line)
    run.font.size, run.bold = Pt(size), kind in ("#", "##") or red
    if red:
        run.font.color.rgb = RGBColor(0xD0, 0x12, 0x1B)
    if kind in ("#", "^", "="):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif kind in (">", "@"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif kind == "":
        paragraph.paragraph_format.first_line_indent = Pt(24)


def _word_table(document, table: Table) -> None:  # type: ignore[no-untyped-def]
    grid = document.add_table(len(table.rows), max(map(len, table.rows)), style="Table Grid")
    _, covered = _spans(table)
    for y, row in enumerate(table.rows):
        for x, value in enumerate(row):
            if (y, x) in covered:
                continue
            run = grid.cell(y, x).paragraphs[0].add_run(show(value))
            run.bold, run.font.size = y < table.head, Pt(10.5)
    for top, left, bottom, right in table.merge:
        grid.cell(top, left).merge(grid.cell(bottom, right))


def _save_xlsx(path: Path, sheets: Mapping[str, Paper], plain_look: bool) -> None:
    book = Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    for name, paper in sheets.items():
        sheet = book.create_sheet(name)
        broad = max((len(row) for block in paper if isinstance(block, Table) for row in block.rows), default=1)
        at = 1
        for block in paper:
            if isinstance(block, str):
                kind, line_of = _kind(block)
                for words in line_of.split("|")[:2] if kind in ("@", "=") else [line_of]:
                    cell = sheet.cell(at, 1, words)
                    cell.font = Font(bold=kind == "#", size=16 if kind == "#" else 11)
                    cell.alignment = Alignment(horizontal={"#": "center", "@": "right", ">": "right"}.get(kind, "left"))
                    sheet.row_dimensions[at].height = 30 if kind == "#" else 18
                    if broad > 1:
                        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=broad)
                    at += 1
                continue
            _, covered = _spans(block)
            for y, row in enumerate(block.rows):
                for x, value in enumerate(row):
                    if (y, x) in covered:
                        continue
                    cell = sheet.cell(at + y, x + 1, float(value) if isinstance(value, Percent) else value)
                    if isinstance(value, Percent):
                        cell.number_format = "0.00%"
                    if not plain_look:
                        cell.border = Border(line, line, line, line)
                        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                        cell.font = Font(bold=y < block.head)
            for top, left, bottom, right in block.merge:
                sheet.merge_cells(start_row=at + top, start_column=left + 1, end_row=at + bottom, end_column=right + 1)
            at += len(block.rows)
        # office people set their sheets to print on one page's width
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
        for column in range(1, broad + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 16
    book.save(path)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAW = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHOW = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NAMES = f'xmlns:a="{_DRAW}" xmlns:r="{_OFFICE}" xmlns:p="{_SHOW}"'
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _save_slides(path: Path, paper: Paper) -> None:
    """The least a PowerPoint file needs, since no library for it is at hand."""
    parts = list(_pages(paper))
    files = {f"ppt/slides/slide{at}.xml": _slide(part) for at, part in enumerate(parts, 1)}
    files["ppt/slideMasters/slideMaster1.xml"] = (
        f'<p:sldMaster {_NAMES}><p:cSld><p:spTree>{_GROUP}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" '
        'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
    )
    files["ppt/slideLayouts/slideLayout1.xml"] = (
        f'<p:sldLayout {_NAMES} type="blank"><p:cSld name="空白"><p:spTree>{_GROUP}</p:spTree></p:cSld></p:sldLayout>'
    )
    files["ppt/theme/theme1.xml"] = _theme()
    listed = "".join(f'<p:sldId id="{255 + at}" r:id="rId{at + 1}"/>' for at in range(1, len(parts) + 1))
    files["ppt/presentation.xml"] = (
        f'<p:presentation {_NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    kinds = {
        "ppt/presentation.xml": "presentation.main",
        "ppt/slideMasters/slideMaster1.xml": "slideMaster",
        "ppt/slideLayouts/slideLayout1.xml": "slideLayout",
    } | {f"ppt/slides/slide{at}.xml": "slide" for at in range(1, len(parts) + 1)}
    told = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'{told}<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )
    files["_rels/.rels"] = _links([("officeDocument", "ppt/presentation.xml")])
    files["ppt/_rels/presentation.xml.rels"] = _links(
        [("slideMaster", "slideMasters/slideMaster1.xml")]
        + [("slide", f"slides/slide{at}.xml") for at in range(1, len(parts) + 1)]
    )
    files["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _links(
        [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
    )
    files["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = _links(
        [("slideMaster", "../slideMasters/slideMaster1.xml")]
    )
    for at in range(1, len(parts) + 1):
        files[f"ppt/slides/_rels/slide{at}.xml.rels"] = _links([("slideLayout", "../slideLayouts/slideLayout1.xml")])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(files):
            # a fixed time: the same paper gives the same bytes
            out.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8"?>' + files[name]
            )


def _slide(part: Paper) -> str:
    shapes, top = [], 400000
    for at, block in enumerate(part, 2):
        place = f'<a:off x="600000" y="{top}"/>'
        if isinstance(block, Table):
            width = 11000000 // max(map(len, block.rows))
            grid = f'<a:gridCol w="{width}"/>' * max(map(len, block.rows))
            rows = "".join(
                '<a:tr h="380000">'
                + "".join(f"<a:tc>{_words(show(cell), 1400, 'a:txBody')}<a:tcPr/></a:tc>" for cell in row)
                + "</a:tr>"
                for row in block.rows
            )
            high = 380000 * len(block.rows)
            shapes.append(
                f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{at}" name="表格 {at}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
                f'<p:xfrm>{place}<a:ext cx="11000000" cy="{high}"/></p:xfrm><a:graphic><a:graphicData uri="{_DRAW[:-4]}table">'
                f"<a:tbl><a:tblPr/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
            )
        else:
            kind, line = _kind(block)
            high = 800000 if kind == "#" else 560000
            shapes.append(
                f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="文本框 {at}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{place}'
                f'<a:ext cx="11000000" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
                f"{_words(line, 3200 if kind == '#' else 2000, 'p:txBody')}</p:sp>"
            )
        top += high + 120000
    return f"<p:sld {_NAMES}><p:cSld><p:spTree>{_GROUP}{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def _words(line: str, size: int, tag: str) -> str:
    run = f'<a:r><a:rPr lang="zh-CN" sz="{size}"/><a:t>{escape(line)}</a:t></a:r>' if line else ""
    return f'<{tag}><a:bodyPr wrap="square"/><a:lstStyle/><a:p>{run}</a:p></{tag}>'


def _links(links: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def _theme() -> str:
    shades = [
        "dk1",
        "lt1",
        "dk2",
        "lt2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink",
    ]
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"FFFFFF" if name.startswith("lt") else "1F3864"}"/></a:{name}>' for name in shades
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface="宋体"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{_DRAW}" name="Office"><a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Office"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
