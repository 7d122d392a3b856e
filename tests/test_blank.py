"""The empty bundle: what is in it, that nothing in it counts, and that its tables count once they are filled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest

from verifier.batch import Settings, check
from verifier.blank import new_bundle
from verifier.errors import UsageError
from verifier.model import CellRecord, ResultRecord, RuleSet
from verifier.pipeline import Silent

SCHOOL = "威海职业学院"


def checked(folder: Path) -> ResultRecord:
    return check(folder, None, Settings(year=2024, school=SCHOOL), Silent())


def cell_of(result: ResultRecord, cell: str) -> CellRecord:
    return next(each for each in result.indicators if each.id == cell)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, rules: RuleSet) -> Path:
    folder = tmp_path_factory.mktemp("new") / "材料"
    new_bundle(folder, rules)
    return folder


@pytest.mark.parametrize("year", [None, 2024])
def test_untouched_it_raises_only_what_is_missing(tmp_path: Path, rules: RuleSet, year: int | None) -> None:
    new_bundle(tmp_path / "new", rules, year)
    result = checked(tmp_path / "new")
    flags = Counter((flag.code, cell.id) for cell in result.indicators for flag in cell.flags)
    bureau = {("external-data-required", "4.2"), ("external-data-required", "4.6")}
    cells = {cell.id for cell in rules.indicators} - {"4.2", "4.6"}
    assert len(cells) == 25
    assert flags == dict.fromkeys(bureau | {("no-evidence", cell) for cell in cells}, 1)
    assert [flag.code for flag in result.flags] == ["submission-incomplete"]
    assert [cell.id for cell in result.indicators if cell.evidence] == []


def test_the_folders_stand_in_the_forms_order_and_each_has_a_note(bundle: Path, rules: RuleSet) -> None:
    folders = [path for group in sorted(bundle.iterdir()) if group.is_dir() for path in sorted(group.iterdir())]
    assert [path.name.split(" ")[0] for path in folders] == [cell.id for cell in rules.indicators]
    for path, cell in zip(folders, rules.indicators, strict=True):
        assert not re.search(r'[\\/:*?"<>|]|[. ]$', path.name)
        note = (path / "填写说明.txt").read_bytes().decode("utf-8-sig")
        assert cell.clause.text in note and "\r\n" in note
        for label in ("放什么：", "放多少：", "时间要求：", "常见错误："):
            assert label in note


def test_a_note_is_known_by_its_content_wherever_it_is_put(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "3.1 微信推送").mkdir()
    note = next(bundle.glob("1*/1.1*/填写说明.txt"))
    (tmp_path / "3.1 微信推送" / "微信推送.txt").write_bytes(note.read_bytes())
    result = checked(tmp_path)
    assert [file.document_type for file in result.files] == ["template"]
    assert [flag.code for flag in result.flags] == ["submission-incomplete"]


def fill(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = openpyxl.load_workbook(path)
    for row in rows:
        book.active.append(row)
    book.save(path)


def students(year: int, count: int, *more: str) -> list[list[str]]:
    return [[str(at), f"学生{'甲乙丙丁戊己庚辛'[at % 8]}", "", f"{year}{at:04}", *more] for at in range(1, count + 1)]


def test_a_filled_table_counts_for_its_cell(tmp_path: Path, rules: RuleSet) -> None:
    folder = tmp_path / "filled"
    new_bundle(folder, rules, 2024)
    work = ["就业", "甲公司", "", "威海市环翠区"]
    tables = {
        "1.5": ("工作人员基本信息表", [["1", "张一", "招生就业处", "处长", "", "兼职", "负责人"],
                                    ["2", "李二", "招生就业处", "科员", "", "专职", "联络员"],
                                    ["3", "王三", "招生就业处", "科员", "", "专职", "培训"]]),
        "1.8": ("工作台账", [["1", "2024年3月5日", "就业政策宣讲", "报告厅", "80", "张一", ""]]),
        "2.1": ("生源信息库", students(2021, 20, "男", "专科", "信息系", "软件技术", "山东省威海市")),
        "2.2": ("在校生数据库", students(2022, 20, "男", "专科", "信息系", "软件技术", "1班", "2022级", "2022-09-01")),
        "2.3": ("学历信息库", students(2021, 20, "专科", "", "软件技术", "2024-06-30", "")),
    }  # fmt: skip
    for cell, (name, rows) in tables.items():
        fill(next(folder.glob(f"*/{cell}*/{name}.xlsx")), rows)
    this_year = students(2021, 20, "专科", "软件技术", *work)
    last_year = students(2020, 20, "专科", "软件技术", *work)
    fill(next(folder.glob("*/4.3*/本年度*.xlsx")), this_year)
    fill(next(folder.glob("*/4.3*/上年度*.xlsx")), last_year[:10] + [[*row[:7], "", "", ""] for row in last_year[10:]])
    result = checked(folder)
    got = {cell: cell_of(result, cell).proposed for cell in (*tables, "4.3")}
    assert got == {"1.5": 15, "1.8": 15, "2.1": 15, "2.2": 15, "2.3": 20, "4.3": 30}
    assert "columns-missing" not in {flag.code for cell in result.indicators for flag in cell.flags}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, rules: RuleSet) -> None:
    (tmp_path / "a.txt").write_text("留下", encoding="utf-8")
    with pytest.raises(UsageError, match="里已有文件"):
        new_bundle(tmp_path, rules)
    with pytest.raises(UsageError, match="已经是一个文件"):
        new_bundle(tmp_path / "a.txt", rules)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_empty_folder_is_filled_and_twice_gives_the_same_bytes(tmp_path: Path, rules: RuleSet) -> None:
    (tmp_path / "a").mkdir()
    first, second = new_bundle(tmp_path / "a", rules), new_bundle(tmp_path / "b", rules)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_example_row_counts_for_nobody_beside_filled_rows(tmp_path: Path, rules: RuleSet) -> None:
    new_bundle(tmp_path / "new", rules, 2024)
    (path,) = (tmp_path / "new").rglob("工作人员基本信息表.xlsx")
    book = openpyxl.load_workbook(path)
    for at, row in enumerate(
        ("王建国|招生就业处|处长|0631-5680001|兼职|全面负责", "李晓梅|就业科|科员|0631-5680002|专职|联络员")
    ):
        for column, value in enumerate((str(at + 1), *row.split("|")), 1):
            book.active.cell(4 + at, column, value)
    book.save(path)
    cell = cell_of(checked(tmp_path / "new"), "1.5")
    assert cell.facts["staff"] == 2 and all("张三" not in piece.text for piece in cell.evidence)


def test_columns_of_few_values_offer_them_and_a_note_says_what_its_cell_is_worth(bundle: Path) -> None:
    (path,) = bundle.rglob("在校生数据库.xlsx")
    lists = openpyxl.load_workbook(path).active.data_validations.dataValidation
    offered = {str(each.sqref): each.formula1 for each in lists}
    assert offered["E3:E20001"] == '"男,女"' and len(offered) == 2
    (folder,) = (each for each in bundle.rglob("4.1 *") if each.is_dir())
    note = (folder / "填写说明.txt").read_text("utf-8-sig")
    assert "满分20分，本组权重35%，折合总分7分" in note
    assert "加盖公章后，请交扫描件或照片" in docx.Document(str(folder / "实习证明（空白）.docx")).paragraphs[-1].text
