# ruff: noqa: E501
"""Fictional students and the kinds of file that lists of them come in."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

import numpy as np
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from PIL import Image

from tests.independent.press import Shape, save_scan, scanned, seal
from tests.independent.press import photographed as photographed_sheet

if TYPE_CHECKING:
    from tests.independent.press import Press

Draw = Callable[[Path, "Press"], None]
"""writes some files of a bundle"""
Row = Sequence[object]
Columns = Sequence[tuple[str, str]]
"""(what the head says, the attribute of a person that stands under it)"""
Level = Literal["本科", "专科", "硕士"]

VOCATIONAL, MARINE, PHARMA = "威海职业学院", "威海海洋职业学院", "山东药品食品职业学院"
HIT, SDU, BJTU, HUST, SDJTU, WAISHI = (
    "哈尔滨工业大学（威海）",
    "山东大学（威海）",
    "北京交通大学（威海）",
    "哈尔滨理工大学荣成校区",
    "山东交通学院（威海）",
    "山东外事职业大学",
)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_YEARS = {"本科": 4, "专科": 3, "硕士": 3}
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅鑫波斌宇浩凯健俊帆雪晴佳琪萌倩颖婷悦欣怡博文昊天子轩梓涵思雨晓东海燕春秋冬阳月星辰国庆建新永成志远学良安然若曦可心一鸣雅诗梦瑶嘉豪泽润"
ODD_NAMES = (
    "阿依古丽·买买提",
    "才仁卓玛",
    "买合木提·艾力",
    "扎西次仁",
    "乌云其木格",
    "欧阳明月",
    "古丽娜扎尔·吐尔逊",
    "司马青云",
    "巴特尔",
    "迪丽努尔·阿不都热合曼",
)
_PLACES = (
    ("371002", "山东省", "威海市", "环翠区"),
    ("371082", "山东省", "威海市", "荣成市"),
    ("371083", "山东省", "威海市", "乳山市"),
    ("371003", "山东省", "威海市", "文登区"),
    ("370212", "山东省", "青岛市", "崂山区"),
    ("370602", "山东省", "烟台市", "芝罘区"),
    ("370687", "山东省", "烟台市", "海阳市"),
    ("370902", "山东省", "泰安市", "泰山区"),
    ("371302", "山东省", "临沂市", "兰山区"),
    ("370102", "山东省", "济南市", "历下区"),
    ("371602", "山东省", "滨州市", "滨城区"),
    ("371702", "山东省", "菏泽市", "牡丹区"),
    ("410102", "河南省", "郑州市", "中原区"),
    ("130102", "河北省", "石家庄市", "长安区"),
    ("230103", "黑龙江省", "哈尔滨市", "南岗区"),
    ("340102", "安徽省", "合肥市", "瑶海区"),
    ("650104", "新疆维吾尔自治区", "乌鲁木齐市", "新市区"),
    ("620102", "甘肃省", "兰州市", "城关区"),
)
_PROGRAMMES: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "专科": (
        ("信息工程系", "软件技术", "510203", "软件"),
        ("信息工程系", "大数据技术", "510205", "大数据"),
        ("机电工程系", "机电一体化技术", "460301", "机电"),
        ("经济管理系", "大数据与会计", "530302", "会计"),
        ("护理学院", "护理", "520201", "护理"),
        ("旅游系", "酒店管理与数字化运营", "540106", "酒店"),
    ),
    "本科": (
        ("计算机科学与技术学院", "软件工程", "080902", "软工"),
        ("海洋科学与技术学院", "海洋科学", "070701", "海科"),
        ("汽车工程学院", "车辆工程", "080207", "车辆"),
        ("经济管理学院", "国际经济与贸易", "020401", "国贸"),
        ("语言文学学院", "英语", "050201", "英语"),
    ),
    "硕士": (
        ("信息科学与工程学院", "电子信息", "085400", "电信研"),
        ("海洋工程学院", "船舶与海洋工程", "082400", "船海研"),
    ),
}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Person:
    """A student as school offices know them; what columns show are its attributes."""

    name: str
    sex: str
    id: str
    number: str
    exam: str
    place: tuple[str, str, str, str]
    college: str
    major: str
    major_code: str
    clazz: str
    level: str
    entry_year: int
    phone: str

    @property
    def origin(self) -> str:
        return "".join(self.place[1:])

    @property
    def origin_city(self) -> str:
        return "".join(self.place[1:3])

    @property
    def origin_code(self) -> str:
        return self.place[0]

    @property
    def province(self) -> str:
        return self.place[1]

    @property
    def city(self) -> str:
        return self.place[2]

    @property
    def county(self) -> str:
        return self.place[3]

    @property
    def leave_year(self) -> int:
        return self.entry_year + _YEARS[self.level]

    @property
    def leave_day(self) -> str:
        return f"{self.leave_year}-06-30"

    @property
    def leave8(self) -> str:
        return f"{self.leave_year}0630"

    @property
    def leave_month(self) -> str:
        return f"{self.leave_year}.06"

    @property
    def clazz_of(self) -> str:
        return f"{self.leave_year}届"

    @property
    def entry_day(self) -> str:
        return f"{self.entry_year}-09-01"

    @property
    def entry8(self) -> str:
        return f"{self.entry_year}0901"

    @property
    def entry_month(self) -> str:
        return f"{self.entry_year}年9月"

    @property
    def grade(self) -> str:
        return f"{self.entry_year}级"

    @property
    def birth(self) -> str:
        return f"{self.id[6:10]}-{self.id[10:12]}-{self.id[12:14]}"

    @property
    def nation(self) -> str:
        return "维吾尔族" if "·" in self.name else "汉族"

    @property
    def masked(self) -> str:
        return self.id[:4] + "*" * 10 + self.id[-4:]

    @property
    def masked_birth(self) -> str:
        return self.id[:6] + "********" + self.id[14:]

    @property
    def years(self) -> str:
        return str(_YEARS[self.level])

    @property
    def graduation(self) -> str:
        return {"本科": "本科毕业", "专科": "专科毕业", "硕士": "硕士研究生毕业"}[self.level]

    @property
    def academic(self) -> str:
        return {"本科": "学士", "专科": "无", "硕士": "硕士"}[self.level]

    @property
    def certificate(self) -> str:
        return f"13857{self.leave_year}06{self.number[-6:]}"

    @property
    def status(self) -> str:
        return "注册学籍"

    @property
    def spaced(self) -> str:
        """Two-letter names are often spread to the width of three."""
        return f"{self.name[0]}　{self.name[1]}" if len(self.name) == 2 else self.name


def resident_id(region: str, birth: str, order: int) -> str:
    """A resident ID with the check digit of GB 11643."""
    body = f"{region}{birth}{order:03d}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def crowd(
    seed: str, count: int, *, level: Level = "专科", leave: int = 2024, odd: bool = False, programmes: int = 9
) -> list[Person]:
    """So many students of one level who leave in a year; with `odd` some have rarer kinds of name."""
    rng = Random(seed)
    names: list[str] = list(rng.sample(ODD_NAMES, min(len(ODD_NAMES), count // 3))) if odd else []
    while len(names) < count:
        given = "".join(rng.sample(_GIVEN, 1 if rng.random() < 0.2 else 2))
        if (name := rng.choice(_SURNAMES) + given) not in names:
            names.append(name)
    rng.shuffle(names)
    entry = leave - _YEARS[level]
    kinds = _PROGRAMMES[level][:programmes]
    people = []
    for at, name in enumerate(names):
        kind = at * len(kinds) // count
        college, major, code, short = kinds[kind]
        place = rng.choice(_PLACES)
        male = rng.random() < 0.5
        born = f"{entry - 18 - rng.randrange(2)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}"
        people.append(
            Person(
                name=name,
                sex="男" if male else "女",
                id=resident_id(place[0], born, (at * 2 + (1 if male else 2)) % 1000),
                number=f"{entry}{kind + 1:02d}{rng.randrange(1, 9)}{at + 1:03d}",
                exam=f"{entry % 100:02d}{place[0]}{rng.randrange(10, 99)}{at + 1001:04d}",
                place=place,
                college=college,
                major=major,
                major_code=code,
                clazz=f"{short}{entry % 100:02d}{1 + at % 2:02d}",
                level=level,
                entry_year=entry,
                phone=f"1{rng.choice('358')}{rng.randrange(10**8, 10**9)}",
            )
        )
    return people


def lines(people: Iterable[Person], columns: Columns, start: int = 1) -> list[list[object]]:
    """A row a person; `seq` counts them, an attribute that starts with = stands as it is."""
    return [
        [
            start + at if field == "seq" else field[1:] if field.startswith("=") else getattr(person, field)
            for _, field in columns
        ]
        for at, person in enumerate(people)
    ]


def table(people: Iterable[Person], columns: Columns) -> list[list[object]]:
    """Head and rows."""
    return [[head for head, _ in columns], *lines(people, columns)]


@dataclass(frozen=True)
class Sheet:
    """A sheet: rows above, the table, rows below; the title is merged over the width."""

    name: str
    rows: Sequence[Row]
    title: str = ""
    above: Sequence[Row] = ()
    below: Sequence[Row] = ()
    merges: Sequence[str] = ()
    """further ranges to merge, as B3:D3"""
    plain: bool = False
    """as a program writes it: no borders, no widths"""
    numbers: Sequence[int] = ()
    """columns (from 0) kept as numbers, so that long ones lose their tails"""


def book(path: str, *sheets: Sheet) -> Draw:
    def draw(folder: Path, press: Press) -> None:
        workbook = Workbook()
        workbook.remove(workbook.active)
        for one in sheets:
            _fill(workbook, one)
        workbook.save(_at(folder, path))

    return draw


def _fill(workbook: Workbook, one: Sheet) -> None:
    sheet = workbook.create_sheet(one.name)
    width = max((len(row) for row in one.rows), default=1)
    if one.title:
        sheet.append([one.title])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
        sheet["A1"].font = Font(name="方正小标宋简体", size=16, bold=True)
        sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
        sheet.row_dimensions[1].height = 32
    for row in one.above:
        sheet.append(list(row))
    head = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value is not None else 1
    for row in one.rows:
        sheet.append(
            [
                float(str(cell)) if column in one.numbers and str(cell).isdigit() else cell
                for column, cell in enumerate(row)
            ]
        )
    for row in one.below:
        sheet.append(list(row))
    for area in one.merges:
        sheet.merge_cells(area)
    if one.plain:
        return
    side = Side(style="thin")
    for cells in sheet.iter_rows(min_row=head, max_row=head + len(one.rows) - 1, max_col=width):
        for cell in cells:
            cell.border = Border(side, side, side, side)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=cell.row == head)
            cell.font = Font(name="宋体", size=11, bold=cell.row == head)
            if cell.row == head:
                cell.fill = PatternFill("solid", fgColor="DDEBF7")
    for column in range(1, width + 1):
        longest = max((len(str(row[column - 1])) for row in one.rows if len(row) >= column), default=6)
        sheet.column_dimensions[get_column_letter(column)].width = min(36, longest * 1.5 + 3)


def delimited(path: str, rows: Sequence[Row], *, encoding: str = "utf-8-sig", mark: str = ",") -> Draw:
    def draw(folder: Path, press: Press) -> None:
        with _at(folder, path).open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=mark).writerows(rows)

    return draw


def text(path: str, words: str, encoding: str = "utf-8") -> Draw:
    def draw(folder: Path, press: Press) -> None:
        _at(folder, path).write_bytes(words.encode(encoding))

    return draw


@dataclass(frozen=True)
class Grid:
    """A Word table."""

    rows: Sequence[Row]
    repeat: bool = False
    """the head again on each page"""
    size: float = 9
    merges: Sequence[tuple[int, int, int, int]] = ()
    """row, column, to row, to column"""


@dataclass(frozen=True)
class Pasted:
    """A picture in a Word file, made when it is drawn."""

    picture: Callable[[Press], Image.Image]
    width: float = 15.5
    """cm"""


PAGE = "\f"
"""a new page of a Word file"""


def word(path: str, *blocks: str | Grid | Pasted, wide: bool = False) -> Draw:
    """Paragraphs (# a title, > to the right), tables and pictures in this order."""

    def draw(folder: Path, press: Press) -> None:
        document = Document()
        section = document.sections[0]
        section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Cm(2)
        style = document.styles["Normal"]
        style.font.name, style.font.size = "宋体", Pt(12)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
        for block in blocks:
            if isinstance(block, Grid):
                _grid(document, block)
            elif isinstance(block, Pasted):
                memory = io.BytesIO()
                block.picture(press).save(memory, "JPEG", quality=82)
                memory.seek(0)
                document.add_picture(memory, width=Cm(block.width))
            elif block == PAGE:
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            else:
                _paragraph(document, block)
        document.save(str(_at(folder, path)))

    return draw


def _paragraph(document: Document, words: str) -> None:  # type: ignore[valid-type]
    mark, rest = (words[0], words[2:]) if words[:2] in ("# ", "> ") else ("", words)
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    run = paragraph.add_run(rest)
    if mark == "#":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.font.size, run.font.bold = Pt(18), True
    elif mark == ">":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _breadth(cell: object) -> int:
    """In halves of a Chinese sign; long cells are broken."""
    return min(24, sum(1 if sign.isascii() else 2 for sign in str(cell)))


def _grid(document: Document, block: Grid) -> None:  # type: ignore[valid-type]
    width = max(len(row) for row in block.rows)
    grid = document.add_table(rows=0, cols=width, style="Table Grid")  # type: ignore[attr-defined]
    grid.autofit = False
    section = document.sections[0]  # type: ignore[attr-defined]
    room = section.page_width - section.left_margin - section.right_margin
    wide = [max((_breadth(row[at]) for row in block.rows if len(row) > at), default=1) + 2 for at in range(width)]
    for column, share in zip(grid.columns, wide, strict=True):
        column.width = room * share // sum(wide)
    for row in block.rows:
        for cell, words, share in zip(grid.add_row().cells, row, wide, strict=False):
            cell.width = room * share // sum(wide)
            cell.text = str(words)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(block.size)
    if block.repeat:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        grid.rows[0]._tr.get_or_add_trPr().append(mark)
    for top, left, bottom, right in block.merges:
        grid.cell(top, left).merge(grid.cell(bottom, right))


CSS = """<meta charset=utf-8><style>@page{margin:16mm 14mm}body{font-family:'Noto Serif CJK SC','AR PL UMing CN',
'WenQuanYi Micro Hei',serif;font-size:12px;line-height:1.6;margin:0}.sheet{padding:62px 70px;font-size:17px;line-height:1.95}
h1{text-align:center;font-size:1.55em;letter-spacing:2px;margin:.3em 0 .8em}p{margin:.2em 0;text-indent:2em}p.no{text-indent:0}
table{border-collapse:collapse;width:100%;font-size:.82em;line-height:1.45}td,th{border:1px solid #222;padding:2px 4px;text-align:center}
.sign{text-align:right;margin-top:2.2em;position:relative;padding-right:2.5em}.new{page-break-before:always}.free thead{display:table-row-group}</style>"""


def html_table(rows: Sequence[Row], *, extra: str = "") -> str:
    """The first row is the head; class free (in `extra`) keeps Chromium from repeating it."""
    head, *body = rows
    cells = "".join(f"<th>{escape(str(cell))}</th>" for cell in head)
    inner = "".join("<tr>" + "".join(f"<td>{escape(str(c))}</td>" for c in row) + "</tr>" for row in body)
    return f"<table {extra}><thead><tr>{cells}</tr></thead><tbody>{inner}</tbody></table>"


def pdf(path: str, *pages: str, paper: str = "A4") -> Draw:
    def draw(folder: Path, press: Press) -> None:
        press.pdf(_at(folder, path), CSS + "<div class=new></div>".join(pages), paper)

    return draw


def web(path: str, body: str) -> Draw:
    return text(path, f"<!DOCTYPE html><html>{CSS}<body>{body}</body></html>")


def sheet_picture(html: str, seed: str, *, kind: str = "scan", skew: float = 0.7) -> Callable[[Press], Image.Image]:
    """One page as scan, grey scan or photo."""

    def take(press: Press) -> Image.Image:
        rng = Random(seed)
        page = press.picture(f"{CSS}<div class=sheet>{html}</div>")
        if kind == "photo":
            return photographed_sheet(page, rng)
        return scanned(page, rng, grey=kind == "grey", skew=skew)

    return take


def scan(path: str, *pages: str, kind: str = "scan") -> Draw:
    """Pages of HTML on paper: a PDF without text layer, or a picture by the name's ending."""

    def draw(folder: Path, press: Press) -> None:
        pictures = [sheet_picture(page, f"{path}{at}", kind=kind)(press) for at, page in enumerate(pages)]
        if path.endswith(".pdf"):
            save_scan(pictures, _at(folder, path))
        else:
            pictures[0].save(_at(folder, path), quality=84)

    return draw


def mail(path: str, subject: str, sender: str, day: str, body: str, html: str = "") -> Draw:
    def draw(folder: Path, press: Press) -> None:
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = subject, sender, "zhidaozhan@weihai-demo.cn"
        message["Date"] = day
        message.set_content(body)
        if html:
            message.add_alternative(html, subtype="html")
        # A random boundary would make each run another file.
        if message.is_multipart():
            message.set_boundary("=====part=====")
        _at(folder, path).write_bytes(message.as_bytes())

    return draw


def together(*draws: Draw) -> Draw:
    def draw(folder: Path, press: Press) -> None:
        for one in draws:
            one(folder, press)

    return draw


def red(name: str, *, below: str = "", size: int = 150, shape: Shape = "round", ink: float = 0.8) -> str:
    """Where a seal is pressed on a picture: over what follows."""
    return (
        f'<span class=seal style="display:inline-block;width:0;height:0;position:relative;left:80px" data-name="{name}" '
        f'data-below="{below}" data-size={size} data-shape={shape} data-ink={ink}></span>'
    )


@cache
def _see_through(name: str, below: str, size: int) -> str:
    """The seal as a data URI; see-through, since a blended one upsets the boxes of letters."""
    pixels = np.asarray(seal(name, size * 2, below=below).convert("RGBA")).copy()
    pixels[..., 3] = np.where(pixels[..., 1] > 235, 0, 205)
    memory = io.BytesIO()
    Image.fromarray(pixels).save(memory, "PNG")
    return "data:image/png;base64," + base64.b64encode(memory.getvalue()).decode()


def electronic(name: str, *, below: str = "", right: int = 30, top: int = -35, size: int = 130) -> str:
    """A seal as a picture on a PDF page, over the issuer."""
    return f'<img src="{_see_through(name, below, size)}" style="position:absolute;right:{right}px;top:{top}px;width:{size}px">'


def application(path: str, school: str, enrolled: int, graduates: int) -> Draw:
    """附件1 filled in, as far as numbers of students hang on it."""
    rows = [
        ["申报高校基本情况", ""],
        ["名称", school],
        ["地址", "山东省威海市"],
        ["在校生规模", f"在校生{enrolled}人，应届毕业生{graduates}人。"],
        ["拟建大学生就业服务指导站基本情况", ""],
        ["指导站地址", "大学生活动中心 一楼"],
        ["指导站电话", "0631-5700000"],
    ]
    return word(path, "附件1", "# 威海市大学生就业创业服务指导站建站申请表", Grid(rows, size=11))


def _at(folder: Path, path: str) -> Path:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
