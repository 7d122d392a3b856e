"""Every paper that counts, hidden in each way in which a sheet hides text, from its bytes to its points."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from _pytest.mark import ParameterSet
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.drawing.image import Image as Drawing
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from tests.bench.rosters import resident_id
from tests.engines import Blind
from verifier import pipeline
from verifier.model import IndicatorResult, RuleSet, SourceFile, Terms
from verifier.readers import office

A, B, C = "孙浩然", "朱梦琪", "胡诗雅"
PEOPLE = [(f"王{given}", resident_id(at), f"2020{at:08d}") for at, given in enumerate("明华丽强军敏静磊洋勇")]
KEYS = ("姓名", "身份证号", "学号")

Rows = list[tuple[object, ...]]
PAPERS: dict[str, Rows] = {
    "1.1": [("指导站硬件设施情况表",), ("项目", "内容"), ("办公场所地址", "主楼203"), ("办公场所面积（平方米）", 42)],
    "1.2": [("培训场地信息表",), ("项目", "情况"), ("场地名称", "创业培训教室"), ("座位数", 150)],
    "1.3": [("校内活动场地情况表",), ("场地名称", "面积", "用途"), ("学生活动中心", 3000, "校园招聘会、双选会")],
    "1.4": [
        ("指导站办公设备清单",),
        ("资产编号", "资产名称", "数量", "使用地点"),
        ("20210001", "计算机", 3, "指导站"),
        ("20210002", "会议桌", 1, "指导站"),
    ],
    "1.5": [
        ("指导站人员一览表",),
        ("姓名", "部门", "是否专职", "是否联络员"),
        (A, "就业处", "否", "否"),
        (B, "就业处", "是", "是"),
        (C, "学工处", "否", "否"),
    ],
    "1.7": [
        ("2024年指导站月度工作计划表",),
        ("月份", "工作内容", "负责人"),
        ("1月", "制定计划", A),
        ("3月", "春季招聘会", B),
    ],
    "1.8": [("2024年基础台账",), ("序号", "日期", "活动名称"), (1, "2024-03-05", "讲座"), (2, "2024-10-18", "咨询")],
    "2.1": [("2024届毕业生生源信息库",), (*KEYS, "生源地"), *((*person, "山东省威海市") for person in PEOPLE)],
    "2.3": [
        ("2024届毕业生学历信息库",),
        (*KEYS, "学历", "专业"),
        *((*person, "本科", "软件工程") for person in PEOPLE),
    ],
    "2.5": [
        ("2024届毕业生就业率统计表",),
        ("学院", "毕业生数", "就业人数", "就业率"),
        ("信息学院", 300, 279, "93.00%"),
    ],
    "2.6": [
        ("创业培训学员在校生身份确认表",),
        ("姓名", "学号", "学院", "是否在校"),
        ("赵一", "2022210101", "信息学院", "是"),
    ],
}
"""cell → the rows of a workbook that alone gives it points"""

Way = Callable[[Cell], None]


def typed(**type_: object) -> Way:
    def change(cell: Cell) -> None:
        cell.font = Font(**type_)  # type: ignore[arg-type]

    return change


def on(ground: str, colour: str) -> Way:
    def change(cell: Cell) -> None:
        cell.font, cell.fill = Font(color=colour), PatternFill("solid", fgColor=ground)

    return change


def formatted(code: str) -> Way:
    def change(cell: Cell) -> None:
        cell.number_format = code

    return change


def in_pieces(colour: str, cell_colour: str = "FF000000") -> Way:
    def change(cell: Cell) -> None:
        cell.font = Font(color=cell_colour)
        cell.value = CellRichText(TextBlock(InlineFont(color=colour), str(cell.value)))  # type: ignore[assignment]

    return change


CODE = "content-unconfirmed"
EVERYDAY = 2
"""ways that are tried every day"""
HIDDEN: dict[str, Way] = {
    "white": typed(color="FFFFFFFF"),
    "nearly white": typed(color="FFF5F5F5"),
    "white of the theme": typed(color=Color(theme=0)),
    "black of the theme made white": typed(color=Color(theme=1, tint=0.97)),
    "white by number": typed(color=Color(indexed=9)),
    "white on white": on("FFFFFFFF", "FFFFFFFF"),
    "dark on dark": on("FF1F4E78", "FF204F79"),
    "tiny": typed(sz=2),
    "struck out": typed(strike=True),
    "a format without sections": formatted(";;;"),
    "a format in white": formatted("[White]General;[White]General;[White]General;[White]@"),
    "pieces in white": in_pieces("FFFFFFFF"),
}
SEEN: dict[str, Way] = {
    "plain": lambda cell: None,
    "white on dark": on("FF1F4E78", "FFFFFFFF"),
    "grey": typed(color="FF808080"),
    "black of the theme": typed(color=Color(theme=1)),
    "small": typed(sz=5),
    "zeros left out": formatted("0;-0;;@"),
    "white that a format colours": lambda cell: (
        typed(color="FFFFFFFF")(cell),
        formatted("[Red]0;[Red]0;[Red]0;[Red]@")(cell),
    )[0],
    "black pieces of a white cell": in_pieces("FF000000", "FFFFFFFF"),
    "not struck out": typed(strike=False),
}


def under(mode: str) -> Callable[[Worksheet], None]:
    """A picture over all cells."""

    def cover(sheet: Worksheet) -> None:
        target = io.BytesIO()
        Image.effect_noise((900, 600), 60).convert(mode).save(target, "PNG")
        sheet.add_image(Drawing(target), "A1")

    return cover


def workbook(rows: Rows, way: Way, finish: Callable[[Worksheet], None] = lambda sheet: None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            if cell.value is not None:
                way(cell)
    finish(book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def judged(papers: dict[str, bytes], tmp_path: Path, rules: RuleSet) -> dict[str, IndicatorResult]:
    """The results, where either all papers hide something or none does."""
    told, results = told_and_judged(papers, tmp_path, rules)
    assert told in ([], sorted(papers))
    return results


def told_and_judged(
    papers: dict[str, bytes], tmp_path: Path, rules: RuleSet
) -> tuple[list[str], dict[str, IndicatorResult]]:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    for name, data in papers.items():
        (bundle / name).write_bytes(data)
    sight = pipeline.observe(bundle, tmp_path / "work", rules, Blind(), None)
    told = [flag.place.file for flag in sight.flags if flag.code == "content-unconfirmed" and flag.place]
    results = pipeline.judge(sight, rules, 2024, "威海职业学院").sheet.results
    return told, {result.indicator: result for result in results if result.indicator in PAPERS}


def points(results: dict[str, IndicatorResult]) -> dict[str, tuple[int, int, int]]:
    return {cell: (int(each.low), int(each.proposed), int(each.high)) for cell, each in results.items()}


@pytest.fixture(scope="module")
def plain(rules: RuleSet, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int, int]]:
    papers = {f"{cell}.xlsx": workbook(rows, SEEN["plain"]) for cell, rows in PAPERS.items()}
    found = points(judged(papers, tmp_path_factory.mktemp("plain"), rules))
    assert all(proposed > 0 for _, proposed, _ in found.values()), found
    return found


def some(ways: dict[str, Way]) -> list[ParameterSet]:
    """All ways; the everyday run takes the first ones."""
    return [
        pytest.param(way, id=name, marks=() if at < EVERYDAY else pytest.mark.slow)
        for at, (name, way) in enumerate(ways.items())
    ]


@pytest.mark.parametrize("way", some(SEEN))
def test_what_is_seen_keeps_its_points(
    tmp_path: Path, rules: RuleSet, plain: dict[str, tuple[int, int, int]], way: Way
) -> None:
    papers = {f"{cell}.xlsx": workbook(rows, way) for cell, rows in PAPERS.items()}
    assert points(judged(papers, tmp_path, rules)) == plain


def hides_all(results: dict[str, IndicatorResult], plain: dict[str, tuple[int, int, int]], ending: str) -> None:
    """Nothing is proposed, all is in high, and each cell names the paper in which it is hidden."""
    assert points(results) == {cell: (0, 0, high) for cell, (_, _, high) in plain.items()}
    for cell, result in results.items():
        codes = [(flag.code, flag.place.file) for flag in result.flags if flag.severity != "note" and flag.place]
        assert ("content-unconfirmed", f"{cell}.{ending}") in codes, cell


@pytest.mark.parametrize("way", some(HIDDEN))
def test_what_nobody_sees_reaches_high_alone(
    tmp_path: Path, rules: RuleSet, plain: dict[str, tuple[int, int, int]], way: Way
) -> None:
    papers = {f"{cell}.xlsx": workbook(rows, way) for cell, rows in PAPERS.items()}
    hides_all(judged(papers, tmp_path, rules), plain, "xlsx")


def test_nothing_is_seen_under_a_picture(
    tmp_path: Path, rules: RuleSet, plain: dict[str, tuple[int, int, int]]
) -> None:
    papers = {f"{cell}.xlsx": workbook(rows, SEEN["plain"], under("RGB")) for cell, rows in PAPERS.items()}
    hides_all(judged(papers, tmp_path, rules), plain, "xlsx")


def test_all_is_seen_through_a_picture_with_gaps(
    tmp_path: Path, rules: RuleSet, plain: dict[str, tuple[int, int, int]]
) -> None:
    papers = {f"{cell}.xlsx": workbook(rows, SEEN["plain"], under("RGBA")) for cell, rows in PAPERS.items()}
    assert points(judged(papers, tmp_path, rules)) == plain


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xls", "ods"])
@pytest.mark.parametrize("name", ["white", "tiny", "struck out", "a format without sections"])
def test_no_format_of_workbooks_shows_what_is_hidden(
    tmp_path: Path,
    rules: RuleSet,
    plain: dict[str, tuple[int, int, int]],
    name: str,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(office.CONVERTED, "xlsx", ending)
    files = []
    for cell, rows in PAPERS.items():
        stored = tmp_path / f"{cell}.xlsx"
        stored.write_bytes(workbook(rows, HIDDEN[name]))
        files.append(SourceFile(f"{cell}.xlsx", cell, 1, "sheet", "read", None, stored, format="xlsx"))
    made = office.convert(files, tmp_path / "office", Terms())
    papers = {each.path.replace("xlsx", ending): each.stored.read_bytes() for each in made}  # type: ignore[union-attr]
    monkeypatch.undo()
    hides_all(judged(papers, tmp_path, rules), plain, ending)


def hidden(part: str) -> Callable[[Worksheet], None]:
    """The rows, the columns or the whole of a sheet are hidden; a second one is shown, as there must be one."""

    def finish(sheet: Worksheet) -> None:
        sheet.parent.create_sheet("说明")["A1"] = "见附件"
        if part == "sheet":
            sheet.sheet_state = "veryHidden"
        for row in range(1, 40) if part == "rows" else ():
            sheet.row_dimensions[row].hidden = True
        for letter in "ABCDEFGH" if part == "columns" else "":
            sheet.column_dimensions[letter].hidden = True

    return finish


@pytest.mark.parametrize("part", ["rows", "columns", "sheet"])
def test_what_hides_in_rows_columns_and_sheets_reaches_high_alone_unless_it_is_a_list_of_people(
    tmp_path: Path, rules: RuleSet, plain: dict[str, tuple[int, int, int]], part: str
) -> None:
    papers = {f"{cell}.xlsx": workbook(rows, SEEN["plain"], hidden(part)) for cell, rows in PAPERS.items()}
    of_file, results = told_and_judged(papers, tmp_path, rules)
    assert of_file == []
    of_people = {"1.5", "2.1", "2.3", "2.6"}
    told = {flag.place.file for each in results.values() for flag in each.flags if flag.code == CODE and flag.place}
    assert told == {f"{cell}.xlsx" for cell in PAPERS if cell not in of_people}
    found, expected = points(results), {c: plain[c] if c in of_people else (0, 0, plain[c][2]) for c in PAPERS}
    assert {cell: found[cell] for cell in PAPERS} == expected
