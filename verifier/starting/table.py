"""The scoring form as a bureau has it in Word: what is printed over its table, and its rows with merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Paper
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from lxml.etree import LxmlError

from verifier.errors import UsageError

_ROLES: tuple[tuple[str, str], ...] = (
    ("number", "序号|编号"),
    ("final", "总分|折合|合计"),
    ("score", "得分|自评|评分$"),
    ("worth", "^(?:分值|满分|分数|标准分)$"),
    ("standard", "标准|分值|计分|赋分|办法|细则"),
    ("requirement", "要求|材料|佐证|依据"),
    ("content", "内容|二级|三级|要点"),
    ("group", "指标|项目|类别|一级"),
)
"""role of a column → what its header says; the first that fits is taken"""
_NEEDED = ("content", "standard")
_TOTAL = r"合\s*计|总\s*分"
_TWIPS = 56.7
"""of a millimetre"""
_WIDTH = 20.0
"""millimetres of a column whose width is not said"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a text that is merged upward stands in each of its rows."""

    number: str
    group: str
    area: str
    content: str
    standard: str
    requirement: str

    @property
    def under(self) -> str:
        """What is the same in all rows of a group: rows may be numbered one by one under the name of their group."""
        return self.group or self.number


@dataclass(frozen=True, slots=True)
class FormTable:
    label: str
    title: str
    school: str
    total: str
    columns: tuple[str, ...]
    """seven: number, group, content, standard, requirement, score, final"""
    widths: tuple[float, ...]
    """eight, in millimetres: the content has two columns"""
    rows: tuple[Row, ...]


def read_form(path: Path) -> FormTable:
    """The first table of the file that is a scoring form. Raises UsageError: what is wrong, and what can be given."""
    if not path.is_file():
        raise UsageError(f"找不到附表 {path}")
    try:
        paper = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, LxmlError) as error:
        raise UsageError(f"附表 {path.name} 打不开，应是 docx；doc、wps 请先另存为 docx") from error
    for table in paper.tables:
        grid = _grid(table)
        for at, header in enumerate(grid):
            roles = _roles(header)
            if all(role in roles for role in _NEEDED):
                return _form(paper, table, grid, at, roles)
    raise UsageError(f"附表 {path.name} 中没有评分表：表头应有“指标内容”“评分标准”这样的列")


def _grid(table: Table) -> list[list[str]]:
    """Texts by row and column; a merged cell's stands in each place that it covers."""
    grid = []
    for row in table.rows:
        texts = [""] * row.grid_cols_before + [_text(cell.text) for cell in row.cells]
        grid.append(texts + [""] * row.grid_cols_after)
    return grid


def _text(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _roles(header: Sequence[str]) -> dict[str, list[int]]:
    """Role → the columns that have it."""
    roles: dict[str, list[int]] = {}
    for column, text in enumerate(header):
        plain = "".join(text.split())
        found = next((role for role, words in _ROLES if plain and re.search(words, plain)), None)
        if found:
            roles.setdefault(found, []).append(column)
    return roles


def _form(
    paper: Paper, table: Table, grid: Sequence[Sequence[str]], header: int, roles: dict[str, list[int]]
) -> FormTable:
    over = [_text(paragraph.text) for paragraph in paper.paragraphs if paragraph.text.strip()]
    body = grid[header + 1 :]
    return FormTable(
        label=_first(over, r"附件\s*\S{0,2}$", "附件"),
        title=_title(over),
        school=f"{_first(over, r'.{0,4}(学校|单位)名称', '学校名称').partition('：')[0]}：",
        total=_first([row[0] for row in body], _TOTAL, "合   计"),
        columns=_columns(grid[header], roles),
        widths=_widths(table, roles),
        rows=tuple(_rows([row for row in body if not re.match(_TOTAL, row[0])], roles)),
    )


def _first(lines: Sequence[str], expression: str, otherwise: str) -> str:
    """The first line that begins so."""
    return next((line for line in lines if re.match(expression, line)), otherwise)


def _title(over: Sequence[str]) -> str:
    """The line that names the form, ___ where the year is written."""
    titles = [line for line in over if re.search(r"(表|细则|标准)(?:[（(].*)?$", line)]
    title = next(iter(titles or over), "")
    return re.sub(r"[\s_＿]*(?:20\d\d|[\s_＿])[\s_＿]*年度?", " ___年度", title)


_CALLED = {
    "number": "序号",
    "group": "评估指标",
    "content": "指标内容",
    "standard": "评分标准",
    "requirement": "评估要求及提报材料",
    "score": "指标得分",
    "final": "最终总分",
}


def _columns(header: Sequence[str], roles: dict[str, list[int]]) -> tuple[str, ...]:
    return tuple("".join(header[roles[role][0]].split()) if role in roles else name for role, name in _CALLED.items())


def _widths(table: Table, roles: dict[str, list[int]]) -> tuple[float, ...]:
    """In millimetres; a content in one column is given two halves."""
    twips = [float(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    printed = [round(width / _TWIPS, 1) or _WIDTH for width in twips]

    def of(role: str) -> list[float]:
        return [printed[at] for at in roles.get(role, ()) if at < len(printed)] or [_WIDTH]

    first, *rest = of("content")
    content = (first, round(sum(rest), 1)) if rest else (round(first / 2, 1), round(first / 2, 1))
    before, after = ("number", "group"), ("standard", "requirement", "score", "final")
    return (*(sum(of(role)) for role in before), *content, *(sum(of(role)) for role in after))


def _rows(body: Sequence[Sequence[str]], roles: dict[str, list[int]]) -> Iterator[Row]:
    last = dict.fromkeys(("number", "group", "area", "requirement"), "")
    section = ""
    for texts in body:
        if _is_heading(texts, roles):
            section = texts[roles["content"][0]]
            continue
        now = _told(texts, roles)
        if section:
            now |= {"group": section, "area": now["area"] or now["group"]}
        if not now["content"] or not now["standard"]:
            continue
        if now["group"] not in ("", last["group"]):  # what is merged upward does not reach over its group
            last = dict.fromkeys(last, "")
        last = {key: now[key] or last[key] for key in last}
        yield Row(**(now | last))


def _is_heading(texts: Sequence[str], roles: dict[str, list[int]]) -> bool:
    """Whether one text goes over the row, but for its number and points: 一、基础工作（权重40%）."""
    content, standard = texts[roles["content"][0]], texts[roles["standard"][0]]
    beside = [each for at, each in enumerate(texts) if at not in roles.get("number", ()) and each != content]
    return content == standard != "" and not any(re.sub(r"[\d.%分\s]", "", each) for each in beside)


def _told(texts: Sequence[str], roles: dict[str, list[int]]) -> dict[str, str]:
    """What the row itself says."""
    area, content = texts[roles["content"][0]], texts[roles["content"][-1]]
    single = {role: _of(texts, roles, role) for role in ("number", "group", "standard", "requirement")}
    worth = "".join(_of(texts, roles, "worth").removesuffix("分").split())
    if re.fullmatch(r"\d+(?:\.\d+)?", worth) and f"{worth}分" not in single["standard"]:
        single["standard"] += f"（{worth}分）"
    return {**single, "area": area if area != content else "", "content": content}


def _of(texts: Sequence[str], roles: dict[str, list[int]], role: str) -> str:
    return texts[roles[role][0]] if role in roles else ""


def squeezed(text: str) -> str:
    """Without blanks, of one width."""
    return "".join(normalize("NFKC", text).split())
