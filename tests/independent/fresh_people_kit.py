# ruff: noqa: E501
"""People, tables, letters and seals that the fresh_people modules share."""

from __future__ import annotations

import base64
import html as markup
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.press import Press, seal

Row = Sequence[Any]
Make = Callable[[Path, Press], None]

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文毕丛鞠隋宫"
_GIVEN_M = [
    "浩然",
    "子豪",
    "文博",
    "俊杰",
    "志远",
    "鹏飞",
    "宇航",
    "家豪",
    "明轩",
    "建国",
    "泽宇",
    "天佑",
    "瑞",
    "凯",
    "磊",
    "超",
    "昊天",
    "嘉诚",
    "振华",
    "晓东",
    "立群",
    "少华",
    "海涛",
    "一鸣",
    "思源",
    "景行",
    "书恒",
    "承泽",
    "启航",
    "德义",
    "锐",
    "帅",
    "佳乐",
    "永康",
    "传奇",
    "政",
    "昌盛",
    "学文",
    "洪亮",
    "广浩",
]
_GIVEN_F = [
    "雨欣",
    "梦瑶",
    "佳怡",
    "思雨",
    "欣悦",
    "晓彤",
    "文静",
    "雅琪",
    "诗涵",
    "若曦",
    "丽娜",
    "婷婷",
    "雪",
    "敏",
    "慧",
    "玉洁",
    "可心",
    "静怡",
    "安琪",
    "艺涵",
    "馨月",
    "海燕",
    "春晓",
    "亚楠",
    "晓敏",
    "红梅",
    "莹莹",
    "倩",
    "宁",
    "淑娴",
    "依诺",
    "宛霖",
    "令仪",
    "佩玲",
    "珊珊",
    "梓萱",
    "秋月",
    "冬梅",
    "凤娇",
    "晴",
]
ORIGINS = [
    ("371002", "山东省威海市环翠区"),
    ("371003", "山东省威海市文登区"),
    ("371082", "山东省威海市荣成市"),
    ("371083", "山东省威海市乳山市"),
    ("370682", "山东省烟台市莱阳市"),
    ("370783", "山东省潍坊市寿光市"),
    ("371725", "山东省菏泽市郓城县"),
    ("371311", "山东省临沂市罗庄区"),
    ("370829", "山东省济宁市嘉祥县"),
    ("371523", "山东省聊城市茌平区"),
    ("370303", "山东省淄博市张店区"),
    ("370214", "山东省青岛市城阳区"),
    ("410928", "河南省濮阳市濮阳县"),
    ("130927", "河北省沧州市南皮县"),
    ("230102", "黑龙江省哈尔滨市道里区"),
    ("341225", "安徽省阜阳市阜南县"),
    ("140423", "山西省长治市襄垣县"),
]
COLLEGE_MAJORS = {
    "专科": [
        ("机电工程系", "机电一体化技术", "460301"),
        ("信息工程系", "软件技术", "510203"),
        ("经济管理系", "大数据与会计", "530302"),
        ("食品与生物工程系", "食品质量与安全", "490102"),
    ],
    "本科": [
        ("商学院", "国际经济与贸易", "020401"),
        ("机电与信息工程学院", "自动化", "080801"),
        ("文化传播学院", "汉语言文学", "050101"),
        ("海洋学院", "生物科学", "071001"),
    ],
    "硕士研究生": [("海洋学院", "水生生物学", "071004"), ("机电与信息工程学院", "控制科学与工程", "081100")],
}


@dataclass(frozen=True)
class Person:
    """A student as a school's office knows them."""

    name: str
    sex: str
    birth: str
    rid: str
    xh: str
    ksh: str
    level: str
    college: str
    major: str
    major_code: str
    klass: str
    origin_code: str
    origin: str
    phone: str
    entry: int


def resident_id(region: str, birth: str, serial: int) -> str:
    """A resident ID with its right check digit (GB 11643)."""
    body = f"{region}{birth}{serial:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(body, weights, strict=True)) % 11]


def credit_code(region: str, serial: int) -> str:
    """A company's credit code with both check signs (GB 11714, GB 32100)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"MA3{serial:05d}"
    total = sum(int(sign, 36) * weight for sign, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    code = f"91{region}{body}{'0X987654321'[total % 11]}"
    return code + signs[-sum(signs.index(sign) * pow(3, at, 31) for at, sign in enumerate(code)) % 31]


def people(key: str, count: int, *, level: str = "专科", graduates: int = 2024, start: int = 1) -> list[Person]:
    """`count` different students of the class that graduates in a year."""
    rng = Random(f"fresh-people {key}")
    years = {"专科": 3, "本科": 4, "硕士研究生": 3}[level]
    entry = graduates - years
    age = {"专科": 21, "本科": 22, "硕士研究生": 25}[level]
    found: list[Person] = []
    names: set[str] = set()
    while len(found) < count:
        sex = rng.choice("男女")
        name = rng.choice(_SURNAMES) + rng.choice(_GIVEN_M if sex == "男" else _GIVEN_F)
        if name in names:
            continue
        names.add(name)
        at = len(found) + start
        code, place = rng.choice(ORIGINS)
        birth = f"{graduates - age - rng.randrange(2)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}"
        serial = rng.randrange(50) * 10 + at % 5 * 2 + (1 if sex == "男" else 0)
        college, major, major_code = COLLEGE_MAJORS[level][(at - 1) * len(COLLEGE_MAJORS[level]) // (count + start)]
        klass = f"{entry % 100}{major[:2]}{1 + at % 2}班"
        found.append(
            Person(
                name,
                sex,
                birth,
                resident_id(code, birth, serial),
                f"{entry}{major_code[:3]}{at:04d}",
                f"{entry % 100}{code[:4]}{rng.randrange(10**8):08d}",
                level,
                college,
                major,
                major_code,
                klass,
                code,
                place,
                f"1{rng.choice('3578')}{rng.randrange(10):d}0000{rng.randrange(10**4):04d}",
                entry,
            )
        )
    return found


def masked(rid: str) -> str:
    return rid[:4] + "*" * 10 + rid[-4:]


def spaced(name: str) -> str:
    """A name of two signs as typists stretch it to three."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def case(
    name: str,
    cell: str,
    make: Make,
    points: Points,
    note: str,
    *,
    flags: Sequence[str] = (),
    school: str = "威海职业学院",
    **more: Any,
) -> Case:
    """A case of one cell whose wanted flags stand in that cell."""
    cells = {cell: points, **more.pop("cells", {})}
    return Case(
        f"fp-{name}", cell, make, cells, want_flags=[(cell, code) for code in flags], note=note, school=school, **more
    )


# Workbooks


@dataclass
class Sheet:
    """One sheet: lines above, header rows, rows, lines below."""

    head: Sequence[Row]
    rows: Sequence[Row]
    name: str = "Sheet1"
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    merges: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden: bool = False
    plain: bool = False
    widths: dict[int, float] = field(default_factory=dict)


def book(path: Path, *sheets: Sheet) -> None:
    """A workbook as an office types it; `plain` sheets look like a system's export."""
    made = Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    thin = Side(style="thin", color="444444")
    for told in sheets:
        ws = made.create_sheet(told.name)
        wide = max(len(row) for row in [*told.head, *told.rows])
        for at, line in enumerate(told.above):
            ws.append([line])
            ws.merge_cells(start_row=ws.max_row, end_row=ws.max_row, start_column=1, end_column=wide)
            cell = ws.cell(ws.max_row, 1)
            cell.font = Font("方正小标宋简体" if at == 0 else "宋体", size=18 if at == 0 else 11)
            cell.alignment = Alignment("center" if at == 0 else "left", "center", wrap_text=True)
            ws.row_dimensions[ws.max_row].height = 34 if at == 0 else 20
        first = len(told.above) + 1
        for row in [*told.head, *told.rows]:
            ws.append([None if value == "" else value for value in row])
        for line in told.below:
            ws.append([line])
        for span in told.merges:
            ws.merge_cells(span)
        last = first + len(told.head) + len(told.rows)
        for number in range(first, last):
            for cell in ws[number][:wide]:
                if isinstance(cell.value, str) and cell.value.isdigit():
                    cell.number_format = "@"
                if told.plain:
                    continue
                cell.border = Border(thin, thin, thin, thin)
                cell.alignment = Alignment("center", "center", wrap_text=True)
                if number < first + len(told.head):
                    cell.font = Font("黑体", size=11)
                    cell.fill = PatternFill("solid", "D9E1F2")
                else:
                    cell.font = Font("仿宋_GB2312", size=11)
        for column in range(1, wide + 1):
            longest = max((len(str(row[column - 1])) for row in told.rows if len(row) >= column), default=6)
            ws.column_dimensions[get_column_letter(column)].width = told.widths.get(
                column, min(max(10.0, longest * 1.5), 34)
            )
        for number in told.hidden_rows:
            ws.row_dimensions[number].hidden = True
        if told.hidden:
            ws.sheet_state = "hidden"
        if not told.plain:
            ws.freeze_panes = f"A{first + len(told.head)}"
    made.save(path)


# Letters


class Letter:
    """A Word document in an office's hand."""

    def __init__(self, font: str = "仿宋", size: float = 14, wide: bool = False) -> None:
        self.doc = Document()
        self.font, self.size = font, size
        section = self.doc.sections[0]
        section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
        section.left_margin = section.right_margin = Cm(2.2)
        style = self.doc.styles["Normal"]
        style.font.name, style.font.size = font, Pt(size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), font)

    def title(self, *lines: str, size: float = 20) -> Letter:
        for line in lines:
            paragraph = self.doc.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._run(paragraph, line, "方正小标宋简体", size)
        return self

    def head(self, text: str) -> Letter:
        self._run(self.doc.add_paragraph(), text, "黑体", self.size)
        return self

    def text(self, *lines: str, indent: bool = True) -> Letter:
        for line in lines:
            paragraph = self.doc.add_paragraph()
            if indent:
                paragraph.paragraph_format.first_line_indent = Pt(self.size * 2)
            paragraph.paragraph_format.line_spacing = 1.4
            self._run(paragraph, line, self.font, self.size)
        return self

    def sign(self, *lines: str) -> Letter:
        for line in lines:
            paragraph = self.doc.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self._run(paragraph, line + "　　", self.font, self.size)
        return self

    def table(self, rows: Iterable[Row], size: float = 9, widths: Sequence[float] = ()) -> Letter:
        rows = list(rows)
        grid = self.doc.add_table(0, len(rows[0]), style="Table Grid")
        for row in rows:
            for at, (cell, value) in enumerate(zip(grid.add_row().cells, row, strict=True)):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._run(cell.paragraphs[0], str(value), "宋体", size)
                if widths:
                    cell.width = Cm(widths[at])
        return self

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> Letter:
        """Joins cells of the last table; only the first keeps its words."""
        grid = self.doc.tables[-1]
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                if (row, column) != first:
                    grid.cell(row, column).text = ""
        joined = grid.cell(*first).merge(grid.cell(*last))
        for paragraph in joined.paragraphs[1:]:
            paragraph._element.getparent().remove(paragraph._element)
        return self

    def picture(self, image: Image.Image, width: float) -> Letter:
        data = io.BytesIO()
        image.save(data, "PNG")
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(io.BytesIO(data.getvalue()), Cm(width))
        return self

    def float_seal(self, name: str, width: float = 4.2, right: float = 11, down: float = -2.2) -> Letter:
        """A seal picture that floats over the words, so many cm from the last paragraph."""
        data = io.BytesIO()
        clear_seal(name, 420).save(data, "PNG")
        run = self.doc.add_paragraph().add_run()
        run.add_picture(io.BytesIO(data.getvalue()), Cm(width))
        inline = run._element.find(".//" + qn("wp:inline"))
        anchor = OxmlElement("wp:anchor")
        for key, value in {
            "distT": 0,
            "distB": 0,
            "distL": 0,
            "distR": 0,
            "simplePos": 0,
            "relativeHeight": 251659264,
            "behindDoc": 0,
            "locked": 0,
            "layoutInCell": 1,
            "allowOverlap": 1,
        }.items():
            anchor.set(key, str(value))
        simple = OxmlElement("wp:simplePos")
        simple.set("x", "0")
        simple.set("y", "0")
        anchor.append(simple)
        for tag, base, offset in (("wp:positionH", "column", right), ("wp:positionV", "paragraph", down)):
            position = OxmlElement(tag)
            position.set("relativeFrom", base)
            by = OxmlElement("wp:posOffset")
            by.text = str(int(Cm(offset)))
            position.append(by)
            anchor.append(position)
        children = list(inline)
        anchor.append(children[0])
        anchor.append(OxmlElement("wp:wrapNone"))
        for child in children[1:]:
            anchor.append(child)
        inline.getparent().replace(inline, anchor)
        return self

    def page(self) -> Letter:
        self.doc.add_page_break()
        return self

    def save(self, path: Path) -> None:
        self.doc.save(str(path))

    @staticmethod
    def _run(paragraph: Any, text: str, font: str, size: float) -> None:
        run = paragraph.add_run(text)
        run.font.name, run.font.size = font, Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


# Pages

SONG = "'AR PL UMing CN','Noto Serif CJK SC','WenQuanYi Micro Hei',serif"
KAI = "'AR PL UKai CN','Noto Serif CJK SC','WenQuanYi Micro Hei',serif"
HEI = "'Noto Sans CJK SC','WenQuanYi Zen Hei','WenQuanYi Micro Hei',sans-serif"
SERIF = "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei',serif"


def sheet_html(body: str, *, font: str = SERIF, size: float = 16, css: str = "", margin: str = "60px 70px") -> str:
    """A sheet of paper whose body is HTML."""
    return (
        "<!doctype html><html><head><meta charset=utf-8><style>"
        f"body{{font-family:{font};font-size:{size}px;line-height:1.75;margin:{margin};color:#111}}"
        "h1{font-size:1.65em;text-align:center;font-weight:bold;letter-spacing:.12em;margin:.3em 0 .9em}"
        "h2{font-size:1.15em;margin:1em 0 .4em}p{text-indent:2em;margin:.35em 0}.n{text-indent:0}"
        ".r{text-align:right;text-indent:0;margin-right:2.5em}"
        "table{border-collapse:collapse;width:100%;font-size:.82em;line-height:1.45}"
        "td,th{border:1px solid #333;padding:2px 5px;text-align:center}"
        ".seal{display:inline-block;width:0;height:0}.at{position:relative}.at img{position:absolute}"
        f"{css}</style></head><body>{body}</body></html>"
    )


def grid(head: Sequence[Row], rows: Iterable[Row]) -> str:
    """An HTML table whose header may have more than one row; `None` cells are left to a neighbour's span."""
    text = "".join(
        "<tr>" + "".join(value if str(value).startswith("<th") else f"<th>{value}</th>" for value in row) + "</tr>"
        for row in head
    )
    return (
        f"<table><thead>{text}</thead><tbody>"
        + "".join("<tr>" + "".join(f"<td>{markup.escape(str(value))}</td>" for value in row) + "</tr>" for row in rows)
        + "</tbody></table>"
    )


def clear_seal(name: str, size: int, *, below: str = "", turn: float = 0) -> Image.Image:
    """A red seal without its white ground."""
    grey = np.asarray(seal(name, size, below=below, turn=turn).convert("RGB"), np.int16)
    ink = (255 - grey[..., 1:].min(axis=2)).clip(0, 255)
    paint = np.zeros((*ink.shape, 4), np.uint8)
    paint[..., 0], paint[..., 1], paint[..., 2], paint[..., 3] = 208, 30, 38, ink
    return Image.fromarray(paint, "RGBA")


def stamp(name: str, size: int = 150, *, below: str = "", x: int = 0, y: int = -90, turn: float = 0) -> str:
    """A red seal laid on the words of a PDF, right of the place where it stands."""
    data = io.BytesIO()
    clear_seal(name, size * 2, below=below, turn=turn).save(data, "PNG")
    source = base64.b64encode(data.getvalue()).decode()
    return (
        f'<span class=at><img style="left:{x}px;top:{y}px;width:{size}px" src="data:image/png;base64,{source}"></span>'
    )


def mark(name: str, *, size: int = 150, below: str = "", ink: float = 0.8) -> str:
    """Where a picture gets its seal."""
    return f'<span class=seal data-name="{name}" data-size={size} data-below="{below}" data-ink={ink}></span>'


def table_called_xls(path: Path, head: Row, rows: Iterable[Row], above: str = "") -> None:
    """What many school systems hand out as .xls: an HTML table."""
    top = f"<tr><td colspan={len(head)}>{above}</td></tr>" if above else ""
    lines = "".join(
        "<tr>" + "".join(f"<td style='mso-number-format:\\@'>{markup.escape(str(v))}</td>" for v in row) + "</tr>"
        for row in [head, *rows]
    )
    path.write_text(
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><meta http-equiv='Content-Type' "
        f"content='text/html; charset=utf-8'></head><body><table border='1'>{top}{lines}</table></body></html>",
        "utf-8",
    )


def mail(path: Path, *, sender: str, to: str, subject: str, date: str, body: str) -> None:
    """A saved message; `date` as mail writes it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Date"] = sender, to, subject, date
    message.set_content(body)
    path.write_bytes(message.as_bytes())


def renamed(person: Person, **changes: Any) -> Person:
    return replace(person, **changes)
