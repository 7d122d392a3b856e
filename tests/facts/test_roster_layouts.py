"""The same people in very many layouts, and every filled row of every table accounted for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from tests.facts.roster_layouts import Layout, Student, layout, students
from tests.facts.test_rosters import WORDS
from verifier.facts.rosters.extract import extract
from verifier.model import ROSTER, TABLE_LEFT_OUT, Document, Fact, Observed, Place, Roster, RosterRow, SourceFile, Table
from verifier.readers import render

SAMPLES = Path(__file__).parents[2] / "samples"
DATA = Path(__file__).parents[1] / "data"
KINDS = {".xlsx": "sheet", ".csv": "sheet", ".docx": "word", ".pdf": "pdf"}


def filled(tables: tuple[Table, ...]) -> int:
    return sum(any(map(str.strip, row)) for table in tables for row in table.rows)


def accounted(facts: tuple[Fact[object], ...]) -> int:
    """Filled rows that stand in a roster, are left out of one, or are counted as those of a table without one."""
    rosters = [fact.value for fact in ROSTER.among(facts)]
    others = sum(int(fact.value.number) for fact in TABLE_LEFT_OUT.among(facts))
    return others + sum(len(roster.rows) + len(roster.left_out) for roster in rosters)


def told(student: Student) -> tuple[str, ...]:
    name = student.name.replace(" ", "")
    known = (student.college, student.major, student.level, student.graduated_on)
    return name, student.resident_id, student.student_number, *known, ""


def read(row: RosterRow) -> tuple[str, ...]:
    person, values = row.person, row.values
    known = (values.get("college", ""), person.major, person.level, values.get("graduated_on", ""))
    return person.name, person.resident_id, person.student_number, *known, row.problem


def rows_of(facts: tuple[Fact[object], ...]) -> list[RosterRow]:
    return [row for fact in ROSTER.among(facts) for row in fact.value.rows]


def table_of(made: Layout) -> Table:
    place = Place("名单.xlsx", cell=f"{made.sheet}!A1")
    return Table(tuple(map(tuple, made.rows)), place, made.sheet, merged=tuple(made.merged))


def extracted(*tables: Table) -> tuple[Fact[object], ...]:
    return extract(Observed(Document(SourceFile("名单.xlsx", "", 1, "sheet", "read"), tables=tables)), WORDS)


@pytest.mark.parametrize("seed", range(150))
def test_no_layout_changes_or_loses_anybody(seed: int) -> None:
    made = layout(seed)
    facts = extracted(table_of(made))
    assert [read(row) for row in rows_of(facts)] == [told(student) for student in made.students]
    assert accounted(facts) == filled((table_of(made),))


def rendered(tmp_path: Path, name: str, kind: str, data: bytes) -> Document:
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    return render(SourceFile(name, "0", len(data), kind, "read", None, stored), tmp_path / "work")[0]  # type: ignore[arg-type]


def as_xlsx(made: Layout) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = made.sheet
    for number, row in enumerate(made.rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                sheet.cell(number, column, text)
    for top, left, bottom, right in made.merged:
        sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_html(made: Layout) -> bytes:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in made.merged}
    covered = {
        (row, column)
        for top, left, bottom, right in made.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - spans.keys()
    lines = []
    for number, row in enumerate(made.rows):
        cells = []
        for column, text in enumerate(row):
            high, wide = spans.get((number, column), (1, 1))
            if (number, column) not in covered:
                cells.append(f"<td rowspan={high} colspan={wide}>{text.replace(chr(10), '<br>')}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode("gb18030")


def as_docx(made: Layout) -> bytes:
    paper = docx.Document()
    paper.add_paragraph(made.sheet if made.sheet != "Sheet1" else "")
    table = paper.add_table(len(made.rows), len(made.rows[0]))
    for row, texts in zip(table.rows, made.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for top, left, bottom, right in made.merged:
        text = made.rows[top][left]
        table.cell(top, left).merge(table.cell(bottom, right)).text = text
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def as_csv(made: Layout) -> bytes:
    target = io.StringIO()
    csv.writer(target).writerows(made.rows)
    return target.getvalue().encode("gb18030")


@pytest.mark.parametrize("seed", range(200, 206))
@pytest.mark.parametrize(
    ("name", "kind", "write"),
    [
        ("名单.xlsx", "sheet", as_xlsx),
        ("名单.xls", "sheet", as_html),
        ("名单.docx", "word", as_docx),
        ("名单.csv", "sheet", as_csv),
    ],
    ids=["xlsx", "web table", "docx", "csv"],
)
def test_no_format_changes_or_loses_anybody(tmp_path: Path, seed: int, name: str, kind: str, write) -> None:  # type: ignore[no-untyped-def]
    made = layout(seed)
    document = rendered(tmp_path, name, kind, write(made))
    facts = extract(Observed(document), WORDS)
    keys = [(row.person.name, row.person.resident_id, row.person.student_number) for row in rows_of(facts)]
    assert keys == [told(student)[:3] for student in made.students]
    assert accounted(facts) == filled(document.tables)


def test_a_workbook_of_excel_97_is_read_as_any_other(tmp_path: Path) -> None:
    document = rendered(tmp_path, "名单.xls", "sheet", (DATA / "roster.xls").read_bytes())
    facts = extract(Observed(document), WORDS)
    people = [(row.person.name, row.person.resident_id, row.person.student_number) for row in rows_of(facts)]
    assert people == [
        ("赵伟", "37991020020101001X", "02020000101"),
        ("欧阳静", "379910200202020028", "2020000102"),
        ("司马文博", "3.79910E+17", "02020000103"),
    ]
    assert [row.values["graduated_on"] for row in rows_of(facts)] == ["2024-06-30", "2024-06-30", "2024-06"]
    assert accounted(facts) == filled(document.tables) == 8


@pytest.mark.parametrize(
    "path",
    sorted(path for path in SAMPLES.rglob("*") if path.suffix in KINDS),
    ids=lambda path: path.name,
)
def test_every_row_of_the_samples_is_accounted_for(tmp_path: Path, path: Path) -> None:
    document = rendered(tmp_path, path.name, KINDS[path.suffix], path.read_bytes())
    rows = own_rows(path) if document.file.status == "read" else ()
    assert accounted(extract(Observed(document), WORDS)) == filled(document.tables) == sum(map(any, rows))


def own_rows(path: Path) -> Iterator[list[str]]:
    """The rows of every table of a file as other libraries read them."""
    if path.suffix == ".csv":
        yield from csv.reader(io.StringIO(path.read_bytes().decode("gb18030")))
    elif path.suffix == ".xlsx":
        for page in openpyxl.load_workbook(path, data_only=True):
            yield from ([str(cell or "").strip() for cell in row] for row in page.iter_rows(values_only=True))
    elif path.suffix == ".docx":
        for table in docx.Document(str(path)).tables:
            yield from ([cell.text.strip() for cell in row.cells] for row in table.rows)
    else:
        with pdfplumber.open(path) as pdf:
            tables = [table for page in pdf.pages for table in page.extract_tables()]
        yield from ([cell or "" for cell in row] for table in tables for row in table)


# --- what a list may look like besides ---------------------------------------------------------------


def roster(*tables: Table) -> Roster:
    (fact,) = ROSTER.among(extracted(*tables))
    found: Roster = fact.value
    return found


def sheet(*rows: list[str], name: str = "Sheet1", merged: tuple[tuple[int, int, int, int], ...] = ()) -> Table:
    return Table(tuple(map(tuple, rows)), Place("名单.xlsx", cell=f"{name}!A1"), name, merged=merged)


def lines(people: tuple[Student, ...]) -> list[list[str]]:
    return [[one.name, one.resident_id, one.student_number, one.major] for one in people]


@pytest.mark.parametrize("seed", range(6))
def test_a_sheet_without_a_header_is_told_by_its_values(seed: int) -> None:
    people = students(seed, 12)
    found = roster(sheet(*[[str(number), *row] for number, row in enumerate(lines(people), 1)]))
    keys = [(row.person.name, row.person.resident_id, row.person.student_number) for row in found.rows]
    assert keys == [(one.name.replace(" ", ""), one.resident_id, one.student_number) for one in people]
    assert all(column.confidence < 1 for column in found.columns)


def test_a_sheet_that_goes_on_without_a_header_keeps_that_of_the_sheet_before() -> None:
    people = lines(students(1, 20))
    first, second = [
        fact.value
        for fact in extracted(
            sheet(["姓名", "身份证号", "学号", "专业"], *people[:10]), sheet(*people[10:], name="Sheet2")
        )
    ]
    assert [len(first.rows), len(second.rows)] == [10, 10]
    assert second.rows[0].person.major == people[10][3]


def test_a_header_that_was_sorted_with_its_rows_is_found_among_them() -> None:
    people = lines(students(2, 30))
    found = roster(sheet(*people[:17], ["姓名", "身份证号", "学号", "专业"], *people[17:]))
    assert [row.values["major"] for row in found.rows] == [row[3] for row in people]
    assert [reason for _, reason in found.left_out] == ["重复的表头"]


def test_lists_side_by_side_are_one_roster() -> None:
    people = lines(students(3, 7))
    pairs = [[*left, "", *right] for left, right in zip(people[:4], [*people[4:], [""] * 4], strict=True)]
    head = ["姓名", "身份证号", "学号", "专业"]
    found = roster(sheet(["某校名单", *[""] * 8], [*head, "", *head], *pairs))
    assert [row.person.name for row in found.rows] == [row[0].replace(" ", "") for row in people]
    assert str(found.rows[4].place) == "名单.xlsx Sheet1!F3"


def test_headings_among_the_rows_tell_what_the_columns_do_not() -> None:
    people = [[f"丁{given}", f"2020{at}001"] for at, given in enumerate("一二三四五六")]
    found = roster(
        sheet(
            ["姓名", "学号", "专业"],
            ["一、本科生", "", ""],
            ["计算机学院", "", ""],
            [*people[0], "软件工程"],
            ["外语学院（2人）", "", ""],
            [*people[1], "英语"],
            ["二、专科生", "", ""],
            [*people[2], "会计"],
            ["计算机学院2023届", "", ""],
            [*people[3], "软件技术"],
        )
    )
    assert [(row.person.level, row.values.get("college", "")) for row in found.rows] == [
        ("undergraduate", "计算机学院"),
        ("undergraduate", "外语学院"),
        ("college", ""),
        ("college", "计算机学院"),
    ]
    assert found.rows[3].values["graduated_on"] == "2023"
    assert found.has("level", "college")
    assert [reason for _, reason in found.left_out] == ["表头", *["分段标题"] * 5]


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("2024届本科毕业生", "undergraduate"),
        ("高职高专毕业生名单", "college"),
        ("2024届专升本学生", "undergraduate"),
        ("硕士研究生名单", "postgraduate"),
        ("本专科毕业生", ""),
        ("本科、专科毕业生", ""),
        ("毕业生名单", ""),
    ],
)
def test_the_title_tells_the_level_of_rows_that_tell_none(title: str, level: str) -> None:
    head = ["姓名", "学号", "专业"]
    assert roster(sheet(head, ["丁一", "1", "法学"], name=title)).rows[0].person.level == level
    own = roster(sheet([*head, "学历"], ["丁一", "1", "法学", "硕士"], ["丁二", "2", "法学", ""], name=title))
    assert [row.person.level for row in own.rows] == ["postgraduate", level]


def test_a_merged_name_stands_for_one_row_only() -> None:
    found = roster(
        sheet(
            ["学院", "姓名", "学号", "专业", "单位名称"],
            ["软件学院", "丁一", "2020001", "软件工程", "海智厂"],
            ["", "", "", "", "海信厂"],
            ["", "丁二", "2020002", "软件工程", "海智厂"],
            merged=((1, 0, 3, 0), (1, 1, 2, 1)),
        )
    )
    assert [(row.person.name, row.values["college"]) for row in found.rows] == [
        ("丁一", "软件学院"),
        ("丁二", "软件学院"),
    ]
    assert [reason for _, reason in found.left_out] == ["表头", "与上一行是同一人（姓名的单元格合并）"]


def test_what_a_cell_said_is_kept_where_the_value_says_something_else() -> None:
    (row,) = roster(
        sheet(
            ["姓名", "身份证号", "学号", "毕业日期", "生源地代码"],
            ["丁一（结业）", "379900000101001", "2020001.0", "45444", "371000.0"],
        )
    ).rows
    assert (row.person.name, row.values["graduated_on"], row.values["origin_code"]) == ("丁一", "2024-06-01", "371000")
    assert dict(row.stated) == {"name": "丁一（结业）", "resident_id": "379900000101001", "graduated_on": "45444"}


@pytest.mark.parametrize(
    ("kind", "number", "state"),
    [
        ("护照", "123456789", ""),
        ("外国人永久居留身份证", "USA110099010112", ""),
        ("港澳居民来往内地通行证", "H12345678", ""),
        ("台湾居民来往大陆通行证", "12345678", ""),
        ("居民身份证", "123456789", "invalid"),
        ("", "37990020000101", "invalid"),
    ],
)
def test_papers_of_another_kind_are_no_wrong_ids(kind: str, number: str, state: str) -> None:
    (row,) = roster(sheet(["姓名", "证件类型", "证件号码", "专业"], ["丁一", kind, number, "法学"])).rows
    assert (row.person.id_state, row.problem) == (state, "")
