# ruff: noqa: E501
"""Draws the papers of the `premises_*` makers: one list of blocks, printed as any kind of file."""

from __future__ import annotations

import csv as csv_module
import html as html_module
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from random import Random

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.press import FONTS, Press, photographed, save_scan, scanned

Rows = Sequence[Sequence[object]]
Write = Callable[[Path, Press, Random], None]
Merge = tuple[int, int, int, int]
"""row, column, rows, columns"""

SANS = "'Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"
KAI = "'AR PL UKai CN','WenQuanYi Micro Hei',serif"
MING = "'AR PL UMing CN','WenQuanYi Micro Hei',serif"
HEI = "'WenQuanYi Zen Hei','WenQuanYi Micro Hei',sans-serif"

FULL: Points = (10, 10, 10)
OPEN: Points = (0, 0, 10)
DOUBT: Points = (0, 10, 10)
NONE: Points = (0, 0, 0)


@dataclass(frozen=True)
class Block:
    """A piece of a paper."""

    kind: str
    text: str = ""
    rows: Rows = ()
    merges: Sequence[Merge] = ()
    level: int = 1
    widths: Sequence[float] = ()
    parts: Sequence[tuple[str, str]] = field(default=())


def title(text: str) -> Block:
    return Block("title", text)


def sub(text: str) -> Block:
    """A centred line, as under a title or on a cover."""
    return Block("sub", text)


def head(text: str, level: int = 1) -> Block:
    return Block("head", text, level=level)


def para(text: str) -> Block:
    return Block("para", text)


def flat(text: str) -> Block:
    """A line without indent: an addressee, a field."""
    return Block("flat", text)


def bold(text: str) -> Block:
    return Block("bold", text)


def listed(text: str) -> Block:
    """An item whose number the word processor makes; it stands in no text."""
    return Block("listed", text)


def right(text: str) -> Block:
    return Block("right", text)


def table(rows: Rows, merges: Sequence[Merge] = (), widths: Sequence[float] = ()) -> Block:
    return Block("table", rows=rows, merges=merges, widths=widths)


def signed(issuer: str, date: str) -> Block:
    """Issuer and date at the right; scans put the issuer's seal on them."""
    return Block("signed", issuer, parts=(("date", date),))


def page() -> Block:
    return Block("page")


def red(text: str) -> Block:
    """The red letterhead of an official paper."""
    return Block("red", text)


def hidden(text: str) -> Block:
    """Words a person does not see (white on white)."""
    return Block("hidden", text)


# ---- word processor


def docx(
    blocks: Sequence[Block], *, face: str = "仿宋", size: float = 16, header: str = "", letter: str = "黑体"
) -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        path.write_bytes(_docx(blocks, face, size, header, letter))

    return write


def _docx(blocks: Sequence[Block], face: str, size: float, header: str, letter: str) -> bytes:
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    if header:
        section.header.paragraphs[0].text = header
    for block in blocks:
        if block.kind == "table":
            _docx_table(paper, block, face, size)
        elif block.kind == "page":
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind == "head":
            line = paper.add_paragraph(style=f"Heading {block.level}")
            run = _write_run(line, block.text, letter if block.level == 1 else "楷体", size)
            run.font.color.rgb = RGBColor(0, 0, 0)
        elif block.kind == "signed":
            for text in (block.text, block.parts[0][1]):
                line = paper.add_paragraph()
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                _write_run(line, text, face, size)
        else:
            _docx_line(paper, block, face, size, letter)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _docx_line(paper: DocxDocument, block: Block, face: str, size: float, letter: str) -> None:
    line = paper.add_paragraph(style="List Number" if block.kind == "listed" else None)
    strong = block.kind in ("title", "red", "bold")
    large = {"title": 22.0, "red": 30.0}.get(block.kind, size)
    run = _write_run(line, block.text, letter if strong else face, large)
    run.bold = block.kind in ("title", "bold")
    if block.kind in ("title", "sub", "red"):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.kind == "right":
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if block.kind in ("para", "bold"):
        line.paragraph_format.first_line_indent = Pt(size * 2)
    if block.kind in ("red", "hidden"):
        colour = OxmlElement("w:color")
        colour.set(qn("w:val"), "FF0000" if block.kind == "red" else "FFFFFF")
        run._element.get_or_add_rPr().append(colour)


def _write_run(line: Paragraph, text: str, face: str, size: float) -> Run:
    run = line.add_run(text)
    run.font.size, run.font.name = Pt(size), face
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    return run


def _docx_table(paper: DocxDocument, block: Block, face: str, size: float) -> None:
    grid = paper.add_table(len(block.rows), max(len(row) for row in block.rows), style="Table Grid")
    for at, row in enumerate(block.rows):
        for column, value in enumerate(row):
            line = grid.cell(at, column).paragraphs[0]
            _write_run(line, _shown(value), face, min(size, 11))
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER if len(_shown(value)) < 14 else WD_ALIGN_PARAGRAPH.LEFT
    for top, left, down, across in block.merges:
        whole = grid.cell(top, left).merge(grid.cell(top + down - 1, left + across - 1))
        for line in whole.paragraphs[1:]:
            # a merge keeps the empty lines of the cells that went into it
            if not line.text:
                line._element.getparent().remove(line._element)
    for row_cells in grid.rows:
        for column, width in enumerate(block.widths):
            row_cells.cells[column].width = Cm(width)
    paper.add_paragraph()


def _shown(value: object) -> str:
    return "" if value is None else str(value)


# ---- printed pages


def markup(blocks: Sequence[Block], *, fonts: str = FONTS, size: int = 19, seals: bool = False, pad: int = 86) -> str:
    """A4 page of 794 CSS pixels; seals only where the page becomes a picture."""
    body = "".join(_html(block, seals) for block in blocks)
    return (
        f"<meta charset=utf-8><style>@page{{margin:0}}body{{margin:0;padding:{pad}px;font:{size}px/1.75 {fonts};color:#111}}"
        "h1{text-align:center;font-size:1.5em;margin:.4em 0 .8em;line-height:1.4}h2{font-size:1.06em;margin:.5em 0 .2em;text-indent:2em}"
        "h3{font-size:1em;margin:.3em 0;text-indent:2em;font-weight:600}p{margin:.15em 0;text-indent:2em;text-align:justify}"
        ".flat,.sub,.right{text-indent:0}.sub{text-align:center}.right{text-align:right}.red{color:#d40000;text-align:center;"
        "font-size:2.1em;font-weight:700;border-bottom:3px solid #d40000;text-indent:0;margin-bottom:.5em}"
        "table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.8em;line-height:1.4}td{border:1px solid #222;padding:5px 6px;"
        "text-align:center;white-space:pre-wrap}td.long{text-align:left}.sign{margin:1.6em 1.5em 0 auto;width:max-content;text-align:center;position:relative}"
        ".break{break-after:page}ol{margin:.2em 0;padding-left:3em}</style>" + body
    )


def _html(block: Block, seals: bool) -> str:
    text = html_module.escape(block.text)
    match block.kind:
        case "title":
            return f"<h1>{text}</h1>"
        case "head":
            return f"<h{min(block.level, 2) + 1}>{text}</h{min(block.level, 2) + 1}>"
        case "bold":
            return f"<p><b>{text}</b></p>"
        case "listed":
            return f"<p class=flat>&emsp;● {text}</p>"
        case "page":
            return "<div class=break></div>"
        case "hidden":
            return f'<p style="color:#fff">{text}</p>'
        case "signed":
            mark = (
                f'<span class=seal style="position:absolute;left:50%;top:60%;width:0;height:0" data-name="{text}"></span>'
                if seals
                else ""
            )
            return f"<div class=sign>{text}<br>{mark}{html_module.escape(block.parts[0][1])}</div>"
        case "table":
            return _html_table(block)
        case kind:
            return f"<p class={kind}>{text}</p>"


def _html_table(block: Block) -> str:
    spans = {(top, left): (down, across) for top, left, down, across in block.merges}
    covered = {
        (top + y, left + x)
        for top, left, down, across in block.merges
        for y in range(down)
        for x in range(across)
        if x or y
    }
    lines = []
    for at, row in enumerate(block.rows):
        cells = []
        for column, value in enumerate(row):
            if (at, column) in covered:
                continue
            down, across = spans.get((at, column), (1, 1))
            size = (f" rowspan={down}" if down > 1 else "") + (f" colspan={across}" if across > 1 else "")
            shown = html_module.escape(_shown(value))
            cells.append(f"<td{size}{' class=long' if len(shown) > 16 else ''}>{shown}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def pdf(blocks: Sequence[Block], *, fonts: str = FONTS, size: int = 19, paper: str = "A4") -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        press.pdf(path, markup(blocks, fonts=fonts, size=size), paper)

    return write


def pdf_of(html: str, paper: str = "A4") -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        press.pdf(path, html, paper)

    return write


def _sheets(blocks: Sequence[Block], press: Press, fonts: str, size: int) -> list[Image.Image]:
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "page":
            pages.append([])
        else:
            pages[-1].append(block)
    return [press.picture(markup(one, fonts=fonts, size=size, seals=True), whole=True) for one in pages]


def scan(blocks: Sequence[Block], *, fonts: str = FONTS, size: int = 19, grey: bool = False) -> Write:
    """Through an office scanner; a PDF, or a picture where the name says so."""

    def write(path: Path, press: Press, rng: Random) -> None:
        sheets = [scanned(sheet, rng, grey=grey) for sheet in _sheets(blocks, press, fonts, size)]
        if path.suffix == ".pdf":
            save_scan(sheets, path)
        else:
            sheets[0].save(path, quality=82)

    return write


def photo(blocks: Sequence[Block], *, fonts: str = FONTS, size: int = 19) -> Write:
    """The paper photographed on a desk."""

    def write(path: Path, press: Press, rng: Random) -> None:
        photographed(_sheets(blocks, press, fonts, size)[0], rng).save(path, quality=86)

    return write


# ---- tables and text


@dataclass(frozen=True)
class Sheet:
    name: str
    rows: Rows
    merges: Sequence[Merge] = ()
    widths: Sequence[float] = ()


def xlsx(*sheets: Sheet) -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        book = Workbook()
        book.remove(book.worksheets[0])
        line = Side(style="thin")
        for one in sheets:
            sheet = book.create_sheet(one.name)
            for at, row in enumerate(one.rows, 1):
                for column, value in enumerate(row, 1):
                    cell = sheet.cell(at, column, value)
                    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    if len(row) > 1:
                        cell.border = Border(left=line, right=line, top=line, bottom=line)
            sheet.cell(1, 1).font = Font(name="黑体", size=14, bold=True)
            for top, left, down, across in one.merges:
                sheet.merge_cells(
                    start_row=top + 1, start_column=left + 1, end_row=top + down, end_column=left + across
                )
            for column in range(1, max(len(row) for row in one.rows) + 1):
                sheet.column_dimensions[get_column_letter(column)].width = (
                    one.widths[column - 1] if column <= len(one.widths) else 14
                )
        book.save(path)

    return write


def csv(rows: Rows, encoding: str = "utf-8-sig") -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        stream = io.StringIO(newline="")
        csv_module.writer(stream).writerows([[_shown(value) for value in row] for row in rows])
        path.write_bytes(stream.getvalue().encode(encoding))

    return write


def txt(text: str, encoding: str = "utf-8") -> Write:
    def write(path: Path, press: Press, rng: Random) -> None:
        path.write_bytes(text.replace("\n", "\r\n").encode(encoding))

    return write


def plain(blocks: Iterable[Block]) -> str:
    """The blocks as somebody types them into an editor."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "table":
            lines += ["\t".join(_shown(value) for value in row) for row in block.rows]
        elif block.kind == "signed":
            lines += ["　　　　　　　　" + block.text, "　　　　　　　　" + block.parts[0][1]]
        elif block.kind != "page":
            lines.append(("　　" if block.kind in ("para", "head") else "") + block.text)
    return "\n".join(lines) + "\n"


def mail(
    subject: str,
    sender: str,
    when: datetime,
    body: str,
    attached: Mapping[str, Sequence[Block]] | None = None,
    to: str = "大学生就业服务科 <fwk@example.cn>",
) -> Write:
    """A mail as saved from the mail program; attachments are Word files."""

    def write(path: Path, press: Press, rng: Random) -> None:
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = subject, sender, to
        message["Date"] = format_datetime(when)
        message["Message-ID"] = f"<{rng.randrange(10**12)}@example.cn>"
        message.set_content(body)
        for name, blocks in (attached or {}).items():
            message.add_attachment(
                _docx(blocks, "宋体", 14, "", "黑体"),
                maintype="application",
                subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
                filename=name,
            )
        path.write_bytes(message.as_bytes())

    return write


def web(site: str, crumbs: str, heading: str, meta: str, blocks: Sequence[Block]) -> Write:
    """A page saved from a school's site, with its menu, side list and foot."""

    def write(path: Path, press: Press, rng: Random) -> None:
        menu = "".join(
            f"<li><a href='#'>{name}</a></li>" for name in ("首页", "部门概况", "通知公告", "就业指导", "下载中心")
        )
        path.write_text(
            f"<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>{heading}-{site}</title>"
            "<style>body{font-family:sans-serif}.nav li{display:inline;margin-right:1em}table,td{border:1px solid #999;"
            f"border-collapse:collapse}}</style></head><body><div class=top>{site}</div><ul class=nav>{menu}</ul>"
            f"<div class=pos>当前位置：{crumbs}</div><div class=article><h1>{heading}</h1><div class=info>{meta}</div>"
            f"<div class=con>{''.join(_html(block, False) for block in blocks)}</div><p>上一条：没有了　下一条：关于就业手续办理的说明</p></div>"
            f"<div class=foot>版权所有 © {site}　技术支持：网络信息中心</div></body></html>",
            "utf-8",
        )

    return write


def copy_of(name: str) -> Write:
    """The same bytes as a file written before, under another name; `name` is relative to the bundle."""

    def write(path: Path, press: Press, rng: Random) -> None:
        bundle = next(parent for parent in path.parents if parent.name == "bundle")
        path.write_bytes((bundle / name).read_bytes())

    return write


# ---- cases


def case(
    name: str,
    cell: str,
    points: Points,
    files: Mapping[str, Write],
    note: str,
    *,
    school: str = "威海职业学院",
    year: int = 2024,
    alt: Sequence[Points] = (),
    more: Mapping[str, Points] | None = None,
    facts: Mapping[str, float] | None = None,
    want: Sequence[tuple[str | None, str]] = (),
    forbid: Sequence[tuple[str | None, str]] = (),
) -> Case:
    """A case for `cell`; `more` are other cells its papers surely speak for."""

    def make(bundle: Path, press: Press) -> None:
        rng = Random(name)
        for relative, write in files.items():
            target = bundle / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            write(target, press, rng)

    return Case(
        name=name,
        cell=cell,
        make=make,
        cells={cell: points, **(more or {})},
        alt={cell: list(alt)} if alt else {},
        facts={cell: facts} if facts else {},
        want_flags=want,
        forbid_flags=forbid,
        note=note,
        school=school,
        year=year,
    )


def application(
    school: str,
    address: str,
    office: str,
    training: str,
    venue: str,
    *,
    other: str = "",
    students: str = "在校生 9860 人，应届毕业生 3120 人。",
    date: str = "2024年3月6日",
) -> list[Block]:
    """附件1 filled in; `office`, `training` and `venue` are the parts of the field 场地情况."""
    rows: list[list[str]] = [
        ["申报高校基本情况"] + [""] * 4,
        ["名称", school, "", "", ""],
        ["地址", address, "", "", ""],
        ["在校生规模", students, "", "", ""],
        ["拟建大学生就业服务指导站基本情况"] + [""] * 4,
        ["指导站地址", "主 校区 大学生活动中心 楼 206 房间", "", "", ""],
        [
            "场地情况",
            f"办公场所 {office}，培训场地 {training}，各类招聘活动场地 {venue}，其他场地 {other or '无'}。",
            "",
            "",
            "",
        ],
        ["人员配备", "共 4 人（其中专职人员 3 人，兼职人员 1 人）", "", "", ""],
        ["联络专员", "于海宁", "", "联系电话", "0631-5550142"],
        ["指导站电话", "0631-5550140", "", "电子邮箱", "jyzdz@example.cn"],
        ["指导站工作人员基本情况"] + [""] * 4,
        ["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"],
        ["丛立群", "招生就业处", "处长", "13006300101", "专职"],
        ["于海宁", "招生就业处", "科员", "13006300102", "专职"],
        ["毕晓薇", "招生就业处", "讲师", "13006300103", "专职"],
        ["宫学涛", "团委", "干事", "13006300104", "兼职"],
        ["申报学校意见", f"同意申报。（公章）　{date}", "", "", ""],
    ]
    merges: list[Merge] = [(at, 0, 1, 5) for at in (0, 4, 10)]
    merges += [(at, 1, 1, 4) for at in (1, 2, 3, 5, 6, 7, 16)] + [(8, 1, 1, 2), (9, 1, 1, 2)]
    return [
        flat("附件1"),
        title("威海市大学生就业创业服务指导站建站申请表"),
        table(rows, merges, (2.6, 3.6, 3.2, 3.4, 2.8)),
    ]


def spaced(text: str) -> str:
    """Spaces between figures and words, as Word's users leave them in dates."""
    return re.sub(r"(?<=\d)(?=[年月日])|(?<=[年月])(?=\d)", " ", text)
