"""What a person sees of cells and text boxes: what hides them, and what only looks as if it did."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.readers.test_seen_on_sheets import converted, packed, read, record, saved
from verifier.model import Document
from verifier.readers.sheets.biff.container import contained
from verifier.readers.sheets.looks import Look, tinted
from verifier.readers.sheets.number_formats import sections_of

Write = Callable[[Any, Any], None]


def written(write: Write) -> bytes:
    """A workbook of one sheet, as xlsxwriter writes it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        write(book, book.add_worksheet())
    return target.getvalue()


def seen(document: Document) -> set[str]:
    return {cell for table in document.tables for row in table.rows for cell in row if cell}


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        (";;;", False, False),
        (";;", False, True),
        ('""', False, True),
        ('"";"";"";""', False, False),
        ("** ;** ;** ;** ", False, False),
        (";;;@", False, True),
        ("General", True, True),
        ("", True, True),
        ("0.00", True, True),
        ("@", True, True),
        ("0;-0;;@", True, True),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', True, True),
        ('[=1]"是";[=0]"否";', True, True),
        ('"男";;"女"', True, True),
        ("yyyy/m/d;@", True, True),
        ('[$-804]yyyy"年"m"月"', True, True),
    ],
)
def test_what_a_format_shows(code: str, number: bool, text: bool) -> None:
    assert tuple(section.shows for section in sections_of(code)) == (number, text)


@pytest.mark.parametrize(("code", "seen"), [("[White]0", False), ("[Color2]0", False), ("[Red]0", True), ("0", True)])
def test_the_colour_of_a_format_comes_before_that_of_the_font(code: str, seen: bool) -> None:
    assert Look("000000", number=sections_of(code)[0]).is_seen(False) is seen


def test_tints_go_to_white_and_to_black() -> None:
    assert [tinted("4472C4", tint) for tint in (0, 1, -1)] == ["4472C4", "FFFFFF", "000000"]
    assert tinted("000000", 0.5) in ("7F7F7F", "808080")


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(
    ("type_", "fill", "is_seen"),
    [
        ({}, "#FFFFFF", True),
        ({"color": "#FFFFFF"}, "#FFFFFF", False),
        ({"size": 2}, "#FFFFFF", False),
        ({"color": "#FFFFFF"}, "#1F4E78", True),
    ],
)
def test_text_boxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, type_: dict[str, Any], fill: str, is_seen: bool
) -> None:
    words = "室内建筑面积42平方米"
    data = written(lambda _, sheet: sheet.insert_textbox(3, 1, words, {"font": type_, "fill": {"color": fill}}))
    document = read(
        tmp_path, f"a.{ending}", data if ending == "xlsx" else converted(tmp_path, data, ending, monkeypatch)
    )[0]
    assert [line.text for line in document.lines] == ([words] if is_seen else [])
    twin = document.with_unseen()
    assert (twin is None) is is_seen
    assert twin is None or [line.text for line in twin.lines] == [words]
    assert [flag.code for flag in document.flags] == ([] if is_seen else ["content-unconfirmed"])


def test_a_hidden_text_box_is_not_seen(tmp_path: Path) -> None:
    data = written(lambda _, sheet: sheet.insert_textbox(3, 1, "室内建筑面积42平方米"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    drawing = parts["xl/drawings/drawing1.xml"]
    assert b"<xdr:cNvPr " in drawing
    parts["xl/drawings/drawing1.xml"] = drawing.replace(b"<xdr:cNvPr ", b'<xdr:cNvPr hidden="1" ')
    document = read(tmp_path, "a.xlsx", packed(parts))[0]
    assert (document.lines, [flag.code for flag in document.flags]) == ((), ["content-unconfirmed"])


def table_with_white_heads(style: str | None) -> Write:
    def write(book: Any, sheet: Any) -> None:
        white = book.add_format({"font_color": "white"})
        columns = [{"header": "姓名", "header_format": white}, {"header": "学号", "header_format": white}]
        sheet.add_table(0, 0, 2, 1, {"columns": columns, "data": [["王晓明", "1"], ["李喆", "2"]], "style": style})

    return write


@pytest.mark.parametrize(
    ("style", "is_seen"), [("Table Style Medium 2", True), ("Table Style Dark 1", True), (None, False)]
)
def test_the_style_of_a_table_makes_the_ground_of_its_head(tmp_path: Path, style: str | None, is_seen: bool) -> None:
    document = read(tmp_path, "a.xlsx", written(table_with_white_heads(style)))[0]
    assert ({"姓名", "学号"} <= seen(document)) is is_seen
    assert {"王晓明", "李喆"} <= seen(document)


def test_what_stands_under_conditions_or_on_a_picture_is_taken_for_seen(tmp_path: Path) -> None:
    def write(book: Any, sheet: Any) -> None:
        white = book.add_format({"font_color": "white"})
        sheet.write(0, 0, "有条件", white)
        sheet.conditional_format("A1:A1", {"type": "no_errors", "format": book.add_format({"bg_color": "#000000"})})
        sheet.write(1, 0, "没有条件", white)

    assert seen(read(tmp_path, "a.xlsx", written(write))[0]) == {"有条件"}


def test_the_first_fills_are_excels_own(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "看得见"
    with zipfile.ZipFile(io.BytesIO(saved(book))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = parts["xl/styles.xml"].decode()
    black = '<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill>'
    before = re.search(r"<fill><patternFill ?/></fill>", styles)
    assert before
    parts["xl/styles.xml"] = styles.replace(before[0], black).encode()
    assert seen(read(tmp_path, "a.xlsx", packed(parts))[0]) == {"看得见"}


def test_notes_of_cells_are_no_text_of_a_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "王晓明"
    book.active["A1"].comment = Comment("室内建筑面积42平方米", "李喆")
    for ending in ("xlsx", "xls", "ods"):
        data = saved(book)
        data = data if ending == "xlsx" else converted(tmp_path, data, ending, monkeypatch)
        document = read(tmp_path, f"a.{ending}", data)[0]
        assert (document.text, document.with_unseen()) == ("王晓明", None)
        assert [flag.code for flag in document.flags] == ["remarks-unread"]


def test_the_flag_quotes_what_is_hidden_once_a_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("甲", "乙"):
        sheet = book.create_sheet(name)
        sheet["B3"], sheet["B4"] = "看得见", f"容纳150人{name}"
        sheet["B4"].font = Font(color="FFFFFFFF")
    (flag,) = read(tmp_path, "a.xlsx", saved(book))[0].flags
    assert (flag.code, flag.severity, str(flag.place)) == ("content-unconfirmed", "review", "a.xlsx 甲!B4")
    assert "容纳150人甲" in flag.message


def test_a_sheet_of_which_nothing_is_seen_is_no_table_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for at in range(1, 6):
        book.active.cell(at, 1, f"行{at}")
        if at < 4:
            book.active.cell(at, 1).font = Font(color="FFFFFFFF")
    book.create_sheet("藏")["A1"] = "看不见"
    book["藏"]["A1"].font = Font(color="FFFFFFFF")
    document = read(tmp_path, "a.xlsx", saved(book))[0]
    (table,) = document.tables
    assert [table.rows[table.row_numbers.index(at)] for at in (4, 5)] == [("行4",), ("行5",)]
    assert document.unveiled is not None
    assert [(each.sheet, len(each.rows)) for each in document.unveiled] == [("Sheet", 5), ("藏", 1)]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_hidden_columns_are_read_and_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    book = openpyxl.Workbook()
    for row in (("姓名", "学号", "班级"), ("王晓明", "0012", "一班")):
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    data = saved(book)
    document = read(
        tmp_path, f"a.{ending}", data if ending == "xlsx" else converted(tmp_path, data, ending, monkeypatch)
    )[0]
    table = document.tables[0]
    assert (table.hidden_columns, table.rows[1], document.unveiled) == ((1,), ("王晓明", "0012", "一班"), None)


def test_a_workbook_without_a_container_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import olefile

    book = openpyxl.Workbook()
    book.active.append(["王晓明", 42])
    book.active.append(["看不见"])
    book.active["A2"].font = Font(color="FFFFFFFF")
    data = converted(tmp_path, saved(book), "xls", monkeypatch)
    stream = olefile.OleFileIO(io.BytesIO(data)).openstream("Workbook").read()
    document = read(tmp_path, "名册.xls", stream)[0]
    assert (document.file.status, seen(document)) == ("read", {"王晓明", "42"})


@pytest.mark.parametrize("size", [1, 4096, 5_000_000])
def test_a_container_holds_its_stream(size: int) -> None:
    import olefile

    stream = bytes(at % 251 for at in range(min(size, 5000))).ljust(size, b"x")
    assert olefile.OleFileIO(io.BytesIO(contained(stream))).openstream("Workbook").read()[:size] == stream


def test_a_chart_of_an_old_workbook_gives_what_is_kept_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wide(text: str) -> bytes:
        return bytes((len(text), 1)) + text.encode("utf-16-le")

    def label(point: int, text: str) -> bytes:
        return record(0x0204, struct.pack("<HHHHB", point, 0, 0, len(text), 1) + text.encode("utf-16-le"))

    def bof(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HH12x", 0x0600, kind))

    end, begin, close = record(0x000A, b""), record(0x1033, b""), record(0x1034, b"")
    chart = bof(0x0020) + begin + record(0x1003, b"") + begin + record(0x100D, b"\0\0" + wide("就业率")) + close
    chart += record(0x100D, b"\0\0" + wide("2024届毕业生就业率")) + close
    chart += record(0x1065, b"\1\0") + b"".join(
        record(0x0203, struct.pack("<HHHd", at, 0, 0, value)) for at, value in enumerate((93.5, 95.6))
    )
    chart += record(0x1065, b"\2\0") + label(0, "信息学院") + label(1, "海洋学院") + end
    sheet = bof(0x0010) + chart + end
    head = bof(0x0005) + record(0x0042, b"\xb0\x04")
    listed = record(0x0085, struct.pack("<IBB", len(head) + 4 + 6 + 8 + 4, 0, 0) + b"\6\0Sheet1")
    document = read(tmp_path, "a.xls", contained(head + listed + end + sheet))[0]
    assert [line.text for line in document.lines] == ["2024届毕业生就业率"]
    assert document.tables[0].rows == (("", "就业率"), ("信息学院", "93.5"), ("海洋学院", "95.6"))


def test_a_chart_of_office_2016_gives_its_figures(tmp_path: Path) -> None:
    data = written(lambda book, sheet: sheet.insert_chart(2, 2, chart_of(book)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    words = "".join(f'<cx:pt idx="{at}">{text}</cx:pt>' for at, text in enumerate(("签约", "升学")))
    figures = "".join(f'<cx:pt idx="{at}">{text}</cx:pt>' for at, text in enumerate(("300", "120")))
    parts["xl/charts/chart1.xml"] = (
        '<cx:chartSpace xmlns:cx="urn:cx"><cx:chartData><cx:data id="0">'
        f'<cx:strDim type="cat"><cx:lvl>{words}</cx:lvl></cx:strDim>'
        f'<cx:numDim type="val"><cx:lvl formatCode="General">{figures}</cx:lvl></cx:numDim></cx:data></cx:chartData>'
        "<cx:chart><cx:title><cx:tx><cx:txData><cx:v>2024届毕业生去向</cx:v></cx:txData></cx:tx></cx:title>"
        '<cx:series layoutId="funnel"><cx:tx><cx:txData><cx:v>人数</cx:v></cx:txData></cx:tx><cx:dataId val="0"/>'
        "</cx:series></cx:chart></cx:chartSpace>"
    ).encode()
    document = read(tmp_path, "a.xlsx", packed(parts))[0]
    assert [line.text for line in document.lines] == ["2024届毕业生去向"]
    assert document.tables[0].rows == (("", "人数"), ("签约", "300"), ("升学", "120"))


def chart_of(book: Any) -> Any:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
    return chart
