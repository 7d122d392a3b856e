"""Sheets: every cell as a person reads it, with the numbers of its rows."""

import io
import zipfile
from datetime import datetime, time

import openpyxl
import pytest
from openpyxl.drawing.image import Image as Drawing
from openpyxl.utils import get_column_letter
from PIL import Image

from verifier.model import Limits, SourceFile, Terms
from verifier.readers import render
from verifier.readers.sheets import sheet
from verifier.readers.sheets.rows import Covered, show
from verifier.readers.sheets.sheet import FAR_COLUMN


def rendered_all(tmp_path, name: str, data: bytes, limits: Limits | None = None):
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    file = SourceFile(name, "0", len(data), "sheet", "read", None, stored)
    return render(file, tmp_path / "work", Terms(limits or Limits()))


def rendered(tmp_path, name: str, data: bytes, limits: Limits | None = None):
    return rendered_all(tmp_path, name, data, limits)[0]


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5"),
        (5.5, "5.5"),
        (0.1 + 0.2, "0.3"),
        (13800138000.0, "13800138000"),
        (202401010001.0, "202401010001"),
        (371082199901010011.0, "3.71082E+17"),
        (datetime(2024, 5, 20), "2024-05-20"),
        (datetime(2024, 5, 20, 17, 30), "2024-05-20 17:30"),
        (time(8, 5), "08:05"),
        (" 张\u3000三 ", "张 三"),
        ("2024-03-01\n2024-06-30", "2024-03-01\n2024-06-30"),
        (None, ""),
    ],
)
def test_values_are_shown_as_a_person_reads_them(value, text):
    assert show(value) == text


def test_rows_keep_their_numbers_and_cells_their_addresses(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "毕业生"
    sheet["B3"], sheet["C3"] = "姓名", "学号"
    sheet["B4"], sheet["C4"] = "张三", "0012"
    sheet["B9"], sheet["C9"] = "李四", 20240012
    table = rendered(tmp_path, "a.xlsx", saved(book)).tables[0]
    assert table.rows == (("", "姓名", "学号"), ("", "张三", "0012"), ("", "", ""), ("", "李四", "20240012"))
    assert table.row_numbers == (3, 4, 5, 9)
    assert str(table.place_of(3, 2)) == "a.xlsx 毕业生!C9"


def test_a_merged_cell_speaks_once(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["2024届毕业生名单", None, None])
    sheet.append(["姓名", "学号", "去向"])
    sheet.merge_cells("A1:C1")
    assert rendered(tmp_path, "a.xlsx", saved(book)).tables[0].rows[0] == ("2024届毕业生名单", "", "")


def test_merged_cells_are_told_by_the_rows_that_are_kept(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row, column, text in (
        (2, 1, "名单"),
        (5, 1, "学院"),
        (5, 2, "姓名"),
        (6, 1, "计算机"),
        (6, 2, "甲"),
        (7, 2, "乙"),
    ):
        sheet.cell(row, column, text)
    sheet.merge_cells("A2:B2")
    sheet.merge_cells("A6:A7")
    table = rendered(tmp_path, "a.xlsx", saved(book)).tables[0]
    assert table.row_numbers == (2, 3, 5, 6, 7)
    assert table.merged == ((0, 0, 0, 1), (3, 0, 4, 0))


def test_merged_cells_of_a_web_table_are_told(tmp_path):
    page = "<table><tr><td rowspan=2>学院<td>甲<tr><td>乙<tr><td colspan=2>合计</table>"
    table = rendered(tmp_path, "导出.xls", page.encode()).tables[0]
    assert table.rows == (("学院", "甲"), ("", "乙"), ("合计", ""))
    assert table.merged == ((0, 0, 1, 0), (2, 0, 2, 1))


def test_hidden_rows_and_sheets_are_marked(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["姓名"], ["甲"], ["乙"], ["丙"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("空")
    book.create_sheet("藏").append(["x"])
    book["藏"].sheet_state = "hidden"
    tables = rendered(tmp_path, "a.xlsx", saved(book)).tables
    assert [(table.sheet, table.hidden, table.hidden_rows) for table in tables] == [
        ("Sheet", False, (2,)),
        ("藏", True, ()),
    ]


def test_a_percentage_is_shown_as_one(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["去向落实率", 0.805])
    sheet["B1"].number_format = "0.0%"
    assert rendered(tmp_path, "a.xlsx", saved(book)).tables[0].rows == (("去向落实率", "80.5%"),)


def test_yes_and_one_are_not_taken_for_each_other(tmp_path):
    book = openpyxl.Workbook()
    for row in (["是否困难", "人数"], [True, 1], [1, True], [False, 0.0]):
        book.active.append(row)
    assert rendered(tmp_path, "a.xlsx", saved(book)).tables[0].rows[1:] == (
        ("TRUE", "1"),
        ("1", "TRUE"),
        ("FALSE", "0"),
    )


@pytest.mark.parametrize("piece", [64, 1000, 1 << 20])
def test_a_sheet_says_the_same_in_pieces_of_any_size(tmp_path, monkeypatch, piece):
    monkeypatch.setattr("verifier.readers.parts._PIECE", piece)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["专业", "人数", "比例"])
    for number in range(1, 40):
        sheet.append([f"专业{number}", number, number / 100])
        sheet.cell(number + 1, 3).number_format = "0.0%" if number % 3 else "0.00"
        sheet.row_dimensions[number + 1].hidden = number % 10 == 0
    table = rendered(tmp_path, "a.xlsx", saved(book)).tables[0]
    assert [row[2] for row in table.rows[1:6]] == ["1%", "2%", "0.03", "4%", "5%"]
    assert table.hidden_rows == (10, 20, 30)


def test_merged_cells_that_overlap_rows_speak_in_their_first_cell_alone(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for number in range(6):
        sheet.append([f"{number}{letter}" for letter in "abcd"])
    data = saved(book)
    for area in ("A1:A3", "B2:D2", "C4:D6"):
        sheet.merge_cells(area)
    changed = rendered(tmp_path, "a.xlsx", saved(book)).tables[0].rows
    plain = rendered(tmp_path, "a.xlsx", data).tables[0].rows
    blank = {(1, 0), (2, 0), (1, 2), (1, 3), (3, 3), (4, 2), (4, 3), (5, 2), (5, 3)}
    assert changed == tuple(
        tuple("" if (at, column) in blank else text for column, text in enumerate(row)) for at, row in enumerate(plain)
    )


SHEET = """<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<x:sheetData>{rows}</x:sheetData></x:worksheet>"""


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet is given as XML."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook()))) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = SHEET.format(rows=rows).encode() if name.endswith("sheet1.xml") else old.read(name)
            new.writestr(name, data)
    return target.getvalue()


def test_cells_that_bear_no_address_stand_where_they_come(tmp_path):
    cell = '<x:c t="inlineStr"><x:is><x:t>{}</x:t></x:is></x:c>'
    rows = "".join(f"<x:row>{''.join(map(cell.format, row))}</x:row>" for row in (("姓名", "学号"), ("甲", "0012")))
    assert rendered(tmp_path, "a.xlsx", with_sheet(rows)).tables[0].rows == (("姓名", "学号"), ("甲", "0012"))


FAR = get_column_letter(FAR_COLUMN + 1)
"""in a sheet that is over the limit of cells, nothing from here on is read"""


def test_a_far_cell_of_a_sheet_with_prefixes_is_not_laid_out(tmp_path):
    cell = '<x:c r="{}" t="inlineStr"><x:is><x:t>{}</x:t></x:is></x:c>'
    first, last = cell.format("A1", "姓名") + cell.format(f"{FAR}1", "远"), cell.format("A30", "甲")
    data = with_sheet(f'<x:row r="1">{first}</x:row><x:row r="30">{last}</x:row>')
    table = rendered(tmp_path, "a.xlsx", data, Limits(cells=1000)).tables[0]
    assert (table.rows, table.row_numbers) == ((("姓名",), ("甲",)), (1, 30))


def test_a_stray_cell_far_out_is_not_laid_out(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A30"], sheet[f"{FAR}1"] = "姓名", "甲", "远"
    table = rendered(tmp_path, "a.xlsx", saved(book), Limits(cells=1000)).tables[0]
    assert (table.rows, table.row_numbers) == ((("姓名",), ("甲",)), (1, 30))


def test_a_cell_that_is_merged_to_the_end_of_the_sheet_covers_only_columns_that_people_use():
    assert Covered([((0, 0), (9, 16_383))]).columns(0) == frozenset(range(1, 501))


def test_rows_beyond_those_of_a_sheet_are_left_out_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr("verifier.readers.sheets.sheet.MAX_ROWS", 2)
    book = openpyxl.Workbook()
    for number in range(3):
        book.active.append([number, "甲"])
    for name, data in (("a.xlsx", saved(book)), ("a.csv", "0,甲\n1,甲\n2,甲\n".encode())):
        document = rendered(tmp_path, name, data)
        assert (document.file.status, len(document.tables[0].rows)) == ("partly-read", 2)


def test_pictures_in_a_workbook_are_read_with_the_row_they_stand_in(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["活动台账"])
    sheet.append(["名称", "照片"])
    sheet.append(["春季双选会 2024-03-20", None])
    picture = io.BytesIO()
    Image.effect_noise((200, 150), 60).save(picture, "PNG")
    sheet.add_image(Drawing(picture), "B3")
    sheet_document, inside = rendered_all(tmp_path, "台账.xlsx", saved(book))
    assert inside.file.path == "台账.xlsx/image1.png"
    assert (inside.file.parent, inside.file.kind, inside.pages[0].needs_ocr) == ("台账.xlsx", "image", True)
    assert [(line.text, line.role) for line in inside.context] == [
        ("活动台账", "title"),
        ("春季双选会 2024-03-20", "caption"),
    ]
    assert inside.context[1].place.cell == "Sheet!A3"
    assert sheet_document.tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv_of_any_code_page_and_mark(tmp_path, encoding, mark):
    rows = (["姓名", "身份证号", "专业"], ["张三", '="11010519491231002X"', '"会计, 金融"'], ["李四", "'0012", "物流"])
    text = "\r\n".join(mark.join(row) for row in rows)
    table = rendered(tmp_path, "名单.csv", text.encode(encoding)).tables[0]
    assert table.rows == (
        ("姓名", "身份证号", "专业"),
        ("张三", "11010519491231002X", "会计, 金融"),
        ("李四", "0012", "物流"),
    )
    assert str(table.place_of(2, 0)) == "名单.csv Sheet1!A3"


def test_csv_in_utf16_without_its_mark(tmp_path):
    for encoding in ("utf-16-le", "utf-16-be"):
        table = rendered(tmp_path, "名单.csv", "姓名,学号\r\n丁一,1\r\n".encode(encoding)).tables[0]
        assert table.rows == (("姓名", "学号"), ("丁一", "1"))


def test_a_csv_may_tell_its_mark_in_its_first_line(tmp_path):
    table = rendered(tmp_path, "名单.csv", b"sep=;\nXM;XH\nA,B;1\n").tables[0]
    assert table.rows == (("XM", "XH"), ("A,B", "1"))


def test_a_quoted_line_break_is_within_its_cell(tmp_path):
    table = rendered(tmp_path, "名单.csv", '姓名,备注\n张三,"一\n二"\n李四,\n'.encode()).tables[0]
    assert table.rows == (("姓名", "备注"), ("张三", "一\n二"), ("李四", ""))


def test_a_quote_that_is_never_closed_takes_no_other_row(tmp_path):
    lines = ["姓名,学号", *(f"学生{number},{number}" for number in range(1, 40))]
    lines[3] = '"' + lines[3]
    table = rendered(tmp_path, "名单.csv", "\n".join(lines).encode()).tables[0]
    assert [row[1] for row in table.rows] == ["学号", *map(str, range(1, 40))]


def test_a_web_table_called_xls_is_a_sheet(tmp_path):
    page = "<html><table><tr><td>姓名<td>学号<tr><td>甲<td>0012</table></html>"
    table = rendered(tmp_path, "导出.xls", page.encode("gbk")).tables[0]
    assert (table.rows, table.sheet) == ((("姓名", "学号"), ("甲", "0012")), "Sheet1")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.95])
def test_a_workbook_cut_short_is_unreadable(tmp_path, keep):
    book = openpyxl.Workbook()
    for number in range(200):
        book.active.append([f"学生{number}", number])
    data = saved(book)
    document = rendered(tmp_path, "a.xlsx", data[: int(len(data) * keep)])
    assert document.file.status == "unreadable"
    assert [flag.code for flag in document.flags] == ["unreadable-file"]


class Panic(BaseException):
    """As those of a library in Rust, which are no Exception."""


def panic(*_):
    raise Panic


def test_a_panic_of_the_library_is_an_unreadable_file(tmp_path, monkeypatch):
    monkeypatch.setattr("verifier.readers.sheets.sheet.CalamineWorkbook.from_filelike", panic)
    assert rendered(tmp_path, "a.xlsx", saved(openpyxl.Workbook())).file.status == "unreadable"


def test_a_panic_of_the_library_at_one_sheet_costs_no_other(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active.append(["姓名", "学号"])
    book.create_sheet("坏").append(["姓名", "学号"])
    whole = sheet._cells
    monkeypatch.setattr(sheet, "_cells", lambda *each: panic() if each[1] == "坏" else whole(*each))
    document = rendered(tmp_path, "a.xlsx", saved(book))
    assert (document.file.status, [table.sheet for table in document.tables]) == ("partly-read", ["Sheet"])
