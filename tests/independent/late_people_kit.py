"""Invented students and firms, and the plain means to print them as tables, letters and sealed papers."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from PIL import Image

from tests.independent.press import FONTS, seal

Cell = Any
"""text, a number or nothing, as openpyxl takes it"""
Rows = Sequence[Sequence[Cell]]

_SURNAMES = "丛毕于曲邹鞠宋隋姜戚慕苗初滕刁宫栾逄臧迟衣辛谭褚庄解牟车原吕"
_GIVEN = [
    "文博",
    "雨桐",
    "子昂",
    "梦瑶",
    "浩然",
    "思琪",
    "明轩",
    "佳怡",
    "俊杰",
    "欣妍",
    "海涛",
    "晓雯",
    "志远",
    "静怡",
    "一鸣",
    "若彤",
    "鹏程",
    "诗涵",
    "家豪",
    "雅琪",
    "国栋",
    "春晓",
    "润泽",
    "婉清",
    "振宇",
    "丽娜",
    "昊天",
    "冰洁",
    "世杰",
    "紫萱",
    "凯",
    "蕾",
    "超",
    "颖",
    "磊",
    "倩",
    "帅",
    "琳",
    "鑫",
    "薇",
]
_PLACES = {
    "371002": "山东省威海市环翠区",
    "371003": "山东省威海市文登区",
    "371082": "山东省威海市荣成市",
    "370683": "山东省烟台市莱州市",
    "370785": "山东省潍坊市高密市",
    "371522": "山东省聊城市莘县",
    "371725": "山东省菏泽市郓城县",
    "410928": "河南省濮阳市濮阳县",
    "220422": "吉林省辽源市东辽县",
    "621202": "甘肃省陇南市武都区",
}
MAJORS = {
    "专科": ("机电一体化技术", "大数据与会计", "护理", "船舶工程技术", "电子商务"),
    "本科": ("软件工程", "材料成型及控制工程", "国际经济与贸易", "海洋科学", "英语"),
}
COLLEGES = {
    "专科": ("机电工程系", "经济管理系", "护理系", "交通工程系", "信息工程系"),
    "本科": ("计算机科学与技术学院", "材料科学与工程学院", "商学院", "海洋学院", "翻译学院"),
}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Student:
    """One invented student."""

    name: str
    gender: str
    ident: str
    number: str
    exam: str
    origin_code: str
    origin: str
    major: str
    college: str
    group: str
    """the class"""
    grade: int
    level: str
    phone: str

    @property
    def masked(self) -> str:
        return f"{self.ident[:6]}********{self.ident[-4:]}"


def identity(area: str, birth: str, order: int) -> str:
    """A resident ID with the check digit of GB 11643."""
    body = f"{area}{birth}{order:03d}"
    return body + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def students(seed: str, count: int, *, grade: int = 2021, level: str = "专科") -> list[Student]:
    """So many different people, of classes of about twenty."""
    rng = Random(seed)
    names = rng.sample([sign + given for sign in _SURNAMES for given in _GIVEN], count)
    found = []
    for at, name in enumerate(names):
        kind, place = at // 20 % 5, rng.choice(sorted(_PLACES))
        born = f"{grade - rng.choice((18, 19))}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
        girl = rng.random() < 0.5
        major = MAJORS[level][kind]
        found.append(
            Student(
                name=name,
                gender="女" if girl else "男",
                ident=identity(place, born, 2 * (at % 400) + 100 + (0 if girl else 1)),
                number=f"{grade}{kind + 1:02d}{at // 100 + 1:02d}{at:04d}",
                exam=f"{grade % 100}{place}1{at + 10001:05d}",
                origin_code=place,
                origin=_PLACES[place],
                major=major,
                college=COLLEGES[level][kind],
                group=f"{major[:2]}{grade % 100}{at // 100 + 1:02d}班",
                grade=grade,
                level=level,
                phone=f"1{rng.choice(('39', '56', '78', '86'))}{rng.randint(0, 99999999):08d}",
            )
        )
    return found


def book(path: Path, sheets: Mapping[str, Rows], *, hidden: Iterable[str] = ()) -> None:
    """A workbook; a row of one cell is a title or note over the whole width."""
    made = Workbook()
    made.remove(made.active)
    thin = Side(style="thin", color="999999")
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        width = max(len(row) for row in rows)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(at, column, value)
                cell.font = Font(name="宋体", size=11, bold=len(row) == 1 and at == 1)
                if len(row) > 1:
                    cell.border = Border(thin, thin, thin, thin)
                if isinstance(value, str):
                    cell.number_format = "@"
            if len(row) == 1 and width > 1:
                sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=width)
                sheet.cell(at, 1).alignment = Alignment(horizontal="center" if at == 1 else "left", wrap_text=True)
        for column in range(1, width + 1):
            longest = max(
                (len(str(row[column - 1])) for row in rows if len(row) >= column > 0 and len(row) > 1), default=8
            )
            sheet.column_dimensions[get_column_letter(column)].width = min(40, 4 + 1.3 * longest)
        if title in set(hidden):
            sheet.sheet_state = "hidden"
    made.save(path)


class Paper:
    """A Word document in the usual official faces."""

    def __init__(self, title: str = "") -> None:
        self.document = Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "仿宋", Pt(12)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
        if title:
            self.line(title, size=18, bold=True, place="center")

    def line(self, text: str, *, size: float = 12, bold: bool = False, place: str = "left") -> None:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)
        paragraph.alignment = {
            "left": WD_ALIGN_PARAGRAPH.LEFT,
            "center": WD_ALIGN_PARAGRAPH.CENTER,
            "right": WD_ALIGN_PARAGRAPH.RIGHT,
        }[place]

    def text(self, *paragraphs: str) -> None:
        for paragraph in paragraphs:
            self.line("　　" + paragraph)

    def sign(self, *lines: str) -> None:
        for line in lines:
            self.line(line, place="right")

    def table(self, rows: Rows, *merges: tuple[int, int, int, int]) -> Table:
        """A grid; each merge is first row and column, last row and column."""
        made: Table = self.document.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
        for line, row in zip(made.rows, rows, strict=True):
            for cell, value in zip(line.cells, row, strict=False):
                cell.text = "" if value is None else str(value)
        for top, left, bottom, right in merges:
            kept = made.cell(top, left).text
            made.cell(top, left).merge(made.cell(bottom, right)).text = kept
        return made

    def save(self, path: Path) -> None:
        self.document.save(str(path))


def grid(head: Sequence[str], rows: Rows) -> str:
    """An HTML table."""
    top = "".join(f"<th>{name}</th>" for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><tr>{top}</tr>{body}</table>"


def sheet(title: str, body: str, *, size: int = 15) -> str:
    """A printed page with a centred title."""
    return f"""<meta charset=utf-8><style>@page{{margin:18mm 16mm}}body{{font:{size}px/1.75 {FONTS};margin:34px 46px;color:#111}}
h1{{text-align:center;font-size:24px;letter-spacing:2px}}h2{{font-size:17px}}p{{text-indent:2em;margin:.4em 0}}.s{{text-align:right;text-indent:0}}
table{{border-collapse:collapse;width:100%;font-size:{size - 2}px}}th,td{{border:1px solid #333;padding:1px 4px;text-align:center;white-space:nowrap}}
.n{{text-indent:0}}tr{{break-inside:avoid}}h2{{break-after:avoid}}.sign{{break-inside:avoid;position:relative;padding-top:34px;height:150px}}.stamp{{position:absolute;right:26px;top:4px;width:150px}}</style>{f"<h1>{title}</h1>" if title else ""}{body}"""  # noqa: E501


def stamp(name: str, below: str = "") -> str:
    """A red seal as electronic signing puts it on a PDF: see-through, over the text before it."""
    image = seal(name, 320, below=below, turn=4)
    _, green, _ = image.split()
    image.putalpha(Image.eval(green, lambda tone: 255 - tone))
    held = io.BytesIO()
    image.save(held, "PNG")
    return f"<img class=stamp src='data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}'>"


def signed(firm: str, date: str, *, below: str = "") -> str:
    """Who issues a paper, the date, and its seal over both."""
    return f"<div class=sign><p class=s>{firm}</p><p class=s>{date}</p>{stamp(firm, below)}</div>"


def put(folder: Path, name: str) -> Path:
    """The path of a file in the bundle, its folder made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def origins(people: Sequence[Student]) -> list[list[Cell]]:
    """Rows of 考生号, 学号, 姓名, 身份证号, 学历, 专业, 生源地 under their heads."""
    head: list[Cell] = ["序号", "考生号", "学号", "姓名", "身份证号", "学历", "专业", "生源地"]
    return [
        head,
        *([at, s.exam, s.number, s.name, s.ident, s.level, s.major, s.origin] for at, s in enumerate(people, 1)),
    ]


def graduates(
    seed: str, count: int, school: str, *, level: str = "专科", year: int = 2024
) -> tuple[list[Student], Callable[[Path], None]]:
    """The graduates of a year and a writer of their plain origin roster."""
    people = students(seed, count, grade=year - (3 if level == "专科" else 4), level=level)
    return people, lambda path: book(path, {"生源信息": [[f"{school}{year}届毕业生生源信息库"], *origins(people)]})
