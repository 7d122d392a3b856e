"""What a person sees on a sheet beside its cells: pictures of a row, text boxes, charts, numbers as they are shown."""

import io
import struct
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image as Drawing
from PIL import Image

from tests.readers.mails import compound
from verifier.model import Document, SourceFile, Terms
from verifier.readers import office, render

TITLE = "校园招聘会照片"
DAYS = ("2024年4月10日", "2024年10月16日")


def png(seed: int, form: str = "PNG") -> bytes:
    target = io.BytesIO()
    noise = np.random.default_rng(seed).integers(0, 255, (120, 160, 3), dtype=np.uint8)
    Image.fromarray(noise).save(target, form)
    return target.getvalue()


def read(tmp_path: Path, name: str, data: bytes) -> tuple[Document, ...]:
    tmp_path.mkdir(exist_ok=True)
    stored = tmp_path / f"in.{name.rpartition('.')[2]}"
    stored.write_bytes(data)
    ending = name.rpartition(".")[2]
    form = {"et": "xls"}.get(ending, ending)
    file = SourceFile(name, f"{abs(hash(data)):x}", len(data), "sheet", "read", None, stored, format=form)
    return render(file, tmp_path / "work", Terms())


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def converted(tmp_path: Path, data: bytes, target: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The workbook as LibreOffice saves it in another format."""
    monkeypatch.setitem(office.CONVERTED, "xlsx", target)
    stored = tmp_path / "source.xlsx"
    stored.write_bytes(data)
    file = SourceFile("a.xlsx", "0", len(data), "sheet", "read", None, stored, format="xlsx")
    (made,) = office.convert((file,), tmp_path / "office", Terms())
    assert isinstance(made, SourceFile) and made.stored is not None
    return made.stored.read_bytes()


def book_with_everything() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("照片")
        sheet.write(0, 0, TITLE)
        sheet.write_row(1, 0, ["日期", "学号", "占比", "人数"])
        padded, percent = book.add_format({"num_format": "000000"}), book.add_format({"num_format": "0.0%"})
        people = book.add_format({"num_format": '0"人"'})
        for at, day in enumerate(DAYS):
            sheet.write(2 + at, 0, day)
            sheet.write(2 + at, 1, 123 + at, padded)
            sheet.write(2 + at, 2, 0.956, percent)
            sheet.write(2 + at, 3, 40 + at, people)
            sheet.insert_image(2 + at, 5, f"{at}.png", {"image_data": io.BytesIO(png(at))})
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.insert_textbox(6, 1, "室内建筑面积42平方米\n配备独立门牌")
    return target.getvalue()


@pytest.mark.parametrize("target", ["xlsx", "xls", "ods"])
def test_pictures_boxes_and_shown_numbers_are_read_from_every_format(
    tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = book_with_everything()
    data = data if target == "xlsx" else converted(tmp_path, data, target, monkeypatch)
    sheet, *pictures = read(tmp_path, f"照片.{target}", data)
    table = sheet.tables[0]
    assert [row[:4] for row in table.rows[2:4]] == [
        (DAYS[0], "000123", "95.6%", "40人"),
        (DAYS[1], "000124", "95.6%", "41人"),
    ]
    assert [table.row_numbers[index] for index in table.hidden_rows] == [4]
    assert [line.text for line in sheet.lines] == ["室内建筑面积42平方米", "配备独立门牌"]
    days = {line.text for picture in pictures for line in picture.context if line.text in DAYS}
    assert len(pictures) == 2 and days >= {DAYS[0]}
    assert all(picture.context[0].text == TITLE for picture in pictures)


@pytest.mark.parametrize("name", ["照片.xls", "照片.et"])
def test_pictures_of_an_old_workbook_stand_with_their_rows(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    for row in ([TITLE], ["日期", "照片"], *([day] for day in DAYS)):
        book.active.append(row)
    for at, form in enumerate(("PNG", "JPEG")):
        book.active.add_image(Drawing(io.BytesIO(png(at, form))), f"B{3 + at}")
        book.active.row_dimensions[3 + at].height = 120
    _, *pictures = read(tmp_path, name, converted(tmp_path, saved(book), "xls", monkeypatch))
    assert [[line.text for line in picture.context] for picture in pictures] == [[TITLE, day] for day in DAYS]


def test_pictures_placed_in_cells_stand_with_their_rows(tmp_path: Path) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, TITLE)
        sheet.write_row(1, 0, ["日期", "照片"])
        for at, day in enumerate(DAYS):
            sheet.write(2 + at, 0, day)
            sheet.embed_image(2 + at, 1, f"{at}.png", {"image_data": io.BytesIO(png(at))})
    sheet_document, *pictures = read(tmp_path, "照片.xlsx", target.getvalue())
    assert [[line.text for line in picture.context] for picture in pictures] == [[TITLE, day] for day in DAYS]
    assert "#VALUE!" not in sheet_document.text


def cell_images(folder: str = "xl/") -> dict[str, bytes]:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    picture = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr name="ID_{0}"/></xdr:nvPicPr><a:blip r:embed="rId{0}"/></xdr:pic>'
    inner = "".join(f"<etc:cellImage>{picture.format(at)}</etc:cellImage>" for at in (1, 2))
    links = "".join(f'<Relationship Id="rId{at}" Type="{space}/image" Target="media/c{at}.png"/>' for at in (1, 2))
    root = f'<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:a="a" xmlns:r="{space}">{inner}</etc:cellImages>'
    return {
        f"{folder}cellimages.xml": root.encode(),
        f"{folder}_rels/cellimages.xml.rels": f"<Relationships>{links}</Relationships>".encode(),
        **{f"{folder}media/c{at}.png": png(at) for at in (1, 2)},
    }


@pytest.mark.parametrize("cached", [True, False])
def test_pictures_that_wps_shows_by_a_formula_stand_with_their_rows(tmp_path: Path, cached: bool) -> None:
    book = openpyxl.Workbook()
    for row in ([TITLE], ["日期", "照片"], *([day, f"=DISPIMG{at}"] for at, day in enumerate(DAYS, 1))):
        book.active.append(row)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(saved(book))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for at in (1, 2):
        formula = f'DISPIMG("ID_{at}",1)'.replace('"', "&quot;" if cached else '"')
        value = f"<v>={formula}</v>" if cached else "<v></v>"
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        before = f'<c r="B{2 + at}"><f>DISPIMG{at}</f><v></v></c>'
        before = before if before in sheet else before.replace("<v></v>", "<v />")
        assert before in sheet
        made = (
            f'<c r="B{2 + at}"{" t=" + chr(34) + "str" + chr(34) if cached else ""}><f>_xlfn.{formula}</f>{value}</c>'
        )
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(before, made).encode()
    rels = parts["xl/_rels/workbook.xml.rels"].decode()
    link = '<Relationship Id="rId99" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", f"{link}</Relationships>").encode()
    sheet_document, *pictures = read(tmp_path, "照片.xlsx", packed(parts | cell_images()))
    assert [[line.text for line in picture.context] for picture in pictures] == [[TITLE, day] for day in DAYS]
    assert "DISPIMG" not in sheet_document.text


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def label(row: int, column: int, text: str, code: str = "gb18030") -> bytes:
    raw = text.encode(code)
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(raw)) + raw)


def test_pictures_of_cells_of_wps_in_an_old_container(tmp_path: Path) -> None:
    def wide(row: int, column: int, text: str) -> bytes:
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))

    cells = wide(0, 0, TITLE) + b"".join(
        wide(1 + at, 0, DAYS[at]) + wide(1 + at, 1, f'=DISPIMG("ID_{at + 1}",1)') for at in (0, 1)
    )
    sheet = record(0x0809, struct.pack("<HH12x", 0x0600, 0x0010)) + cells + record(0x000A, b"")
    name = record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 6, 0) + b"Sheet1")
    head = record(0x0809, struct.pack("<HH12x", 0x0600, 0x0005)) + record(0x0042, b"\xb0\x04")
    at = len(head) + len(name) + 4
    name = record(0x0085, struct.pack("<IBBBB", at, 0, 0, 6, 0) + b"Sheet1")
    stream = (head + name + record(0x000A, b"") + sheet).ljust(5000, b"\0")
    data = compound({"Workbook": stream, "ETCellImageData": packed(cell_images())})
    _, *pictures = read(tmp_path, "名册.et", data)
    assert [[line.text for line in picture.context] for picture in pictures] == [[TITLE, day] for day in DAYS]


def test_charts_give_their_titles_and_what_no_cell_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    for row in (["年份", "就业率"], ["2023", 0.91], ["2024", 0.956]):
        book.active.append(row)
    chart = BarChart()
    chart.title = "毕业生就业率"
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    chart.set_categories(Reference(book.active, min_col=1, min_row=2, max_row=3))
    book.active.add_chart(chart, "D2")
    made = converted(tmp_path, saved(book), "ods", monkeypatch)
    for name, data in (("图.xlsx", saved(book)), ("图.ods", made)):
        document = read(tmp_path, name, data)[0]
        assert "毕业生就业率" in [line.text for line in document.lines]
        assert len(document.tables) == 1, name


@pytest.mark.parametrize("maker", ["openpyxl", "raw", "ods"])
def test_formulas_without_results_are_told_in_their_cells(tmp_path: Path, maker: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名", "学号"])
    book.active.append(["=VLOOKUP(B2,A:B,2)", "1"])
    data = saved(book)
    if maker == "ods":
        cell = '<table:table-cell table:formula="of:=A1"/>'
        cell += '<table:table-cell office:value-type="string"><text:p>1</text:p></table:table-cell>'
        spaces = " ".join(
            f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
        )
        body = f'<table:table table:name="a"><table:table-row>{cell}</table:table-row></table:table>'
        inner = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        content = f"<office:document-content {spaces}>{inner}</office:document-content>"
        manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest}
        data = packed({**parts, "content.xml": content.encode()})
    name = "a.ods" if maker == "ods" else "a.xlsx"
    if maker == "raw":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {each: package.read(each) for each in package.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v></v>", b"").replace(b"<v />", b"").replace(b"<v/>", b"")
        data = packed(parts)
    document = read(tmp_path, name, data)[0]
    assert document.tables[0].rows[-1] == ("#公式未计算", "1")


def test_a_formula_whose_result_is_an_empty_text_is_computed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名", "备注"])
    book.active.append(["甲", '=IF(A2="","无","")'])
    with zipfile.ZipFile(io.BytesIO(saved(book))) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<c r="B2">', b'<c r="B2" t="str">')
    assert read(tmp_path, "a.xlsx", packed(parts))[0].tables[0].rows == (("姓名", "备注"), ("甲", ""))


ROWS = (("姓名", "学号", "人数"), ("王晓明", "20210001", "42"), ("李喆", "20210002", "43"))


def old_stream(bof: int, code_page: int, code: str = "gb18030") -> bytes:
    """A worksheet alone: texts, a number, a date, a code with zeros and a formula with its text."""
    made = record(bof, struct.pack("<HHHH", 0x0500 if bof == 0x0809 else 0, 0x0010, 0, 0)[: 8 if bof == 0x0809 else 6])
    made += record(0x0042, struct.pack("<H", code_page)) if code_page else b""
    made += b"".join(
        label(row, column, text, code) for row, each in enumerate(ROWS) for column, text in enumerate(each)
    )
    made += record(0x0203, struct.pack("<HHHd", 3, 2, 0, 44.5))
    made += record(0x027E, struct.pack("<HHHi", 3, 1, 0, 20210003 << 2 | 2))
    made += record(0x0006, struct.pack("<HHHB5xHHIH", 3, 0, 0, 0, 0xFFFF, 0, 0, 0)) + record(
        0x0207, struct.pack("<H", 4) + "张三".encode("gbk")
    )
    return made + record(0x000A, b"")


@pytest.mark.parametrize("bof", [0x0809, 0x0409, 0x0209])
@pytest.mark.parametrize("code_page", [936, 1252, 0])
@pytest.mark.parametrize("inside", [True, False])
def test_old_workbooks_are_read_in_their_code_page(tmp_path: Path, bof: int, code_page: int, inside: bool) -> None:
    sheet = old_stream(bof, code_page)
    data = sheet
    if inside:
        named = record(0x0085, struct.pack("<IBBB", 0, 0, 0, 4) + "名册".encode("gbk"))
        head = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + record(
            0x0042, struct.pack("<H", code_page or 936)
        )
        at = len(head) + len(named) + 4
        named = record(0x0085, struct.pack("<IBBB", at, 0, 0, 4) + "名册".encode("gbk"))
        data = compound({"Book": (head + named + record(0x000A, b"") + sheet).ljust(5000, b"\0")})
    table = read(tmp_path, "名册.xls", data)[0].tables[0]
    assert table.sheet == ("名册" if inside else "Sheet1")
    assert table.rows == (*ROWS, ("张三", "20210003", "44.5"))


def test_the_oldest_workbooks_are_read(tmp_path: Path) -> None:
    def cell(kind: int, row: int, column: int, data: bytes) -> bytes:
        return record(kind, struct.pack("<HH3x", row, column) + data)

    raw = "王晓明".encode("gbk")
    made = record(0x0009, struct.pack("<HH", 2, 0x10)) + cell(0x0004, 0, 0, bytes((len(raw),)) + raw)
    made += cell(0x0002, 0, 1, struct.pack("<H", 42)) + cell(0x0003, 0, 2, struct.pack("<d", 4.5)) + record(0x000A, b"")
    assert read(tmp_path, "名册.xls", made)[0].tables[0].rows == (("王晓明", "42", "4.5"),)


def test_dates_and_codes_of_old_workbooks_are_shown(tmp_path: Path) -> None:
    style = b"".join(record(0x00E0, struct.pack("<HH12x", 0, number)) for number in (0, 14, 164))
    code = record(0x041E, struct.pack("<HB", 164, 6) + b"000000")
    cells = record(0x0203, struct.pack("<HHHd", 0, 0, 1, 45432.0)) + record(
        0x0203, struct.pack("<HHHd", 0, 1, 2, 123.0)
    )
    made = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0)) + style + code + cells + record(0x000A, b"")
    assert read(tmp_path, "名册.xls", made)[0].tables[0].rows == (("2024-05-20", "000123"),)


def test_a_cut_or_spoiled_old_workbook_is_no_fault_of_the_program(tmp_path: Path) -> None:
    whole = old_stream(0x0809, 936)
    for end in range(4, len(whole), 7):
        assert read(tmp_path, "名册.xls", whole[:end])[0].file.status in ("read", "unreadable")
    spoiled = bytes(byte ^ (0x55 if at % 13 == 0 and at > 30 else 0) for at, byte in enumerate(whole))
    assert read(tmp_path, "名册.xls", spoiled)[0].file.status in ("read", "partly-read", "unreadable")


@pytest.mark.parametrize("code", ["gb2312", "gb18030", "utf-8", "utf-16"])
def test_xml_sheets_are_read_in_any_code_page(tmp_path: Path, code: str) -> None:
    cells = "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in ("王晓明", "生源地"))
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    table = f'<Worksheet ss:Name="a"><Table><Row>{cells}</Row></Table></Worksheet>'
    page = f'<?xml version="1.0" encoding="{code.upper()}"?><Workbook xmlns="{space}" xmlns:ss="{space}">{table}'
    page += "</Workbook>"
    stored = tmp_path / "a.xml"
    stored.write_bytes(page.encode(code))
    file = SourceFile("a.xls", "0", 1, "sheet", "read", None, stored, format="xml-sheet")
    (made,) = office.convert((file,), tmp_path / "office", Terms())
    assert isinstance(made, SourceFile)
    assert render(made, tmp_path / "work", Terms())[0].tables[0].rows == (("王晓明", "生源地"),)


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
@pytest.mark.parametrize("lost", ["\ufffd", "\0"])
def test_a_text_of_lost_characters_is_never_plainly_read(tmp_path: Path, name: str, lost: str) -> None:
    stored = tmp_path / name
    stored.write_bytes(f"姓名,{lost * 9}\n王晓明,{lost * 9}\n".encode())
    kind = "text" if name.endswith("txt") else "sheet"
    file = SourceFile(name, "0", 1, kind, "read", None, stored, format="")  # type: ignore[arg-type]
    assert render(file, tmp_path / "work", Terms())[0].file.status == "partly-read"


def moved(data: bytes) -> bytes:
    """The workbook with its parts in other places, which relations tell."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts = {
        name.replace("xl/", "data/book/").replace("workbook.xml", "main.xml").replace("sharedStrings", "texts"): text
        for name, text in parts.items()
    }
    for name in list(parts):
        if name.endswith(".rels"):
            told = parts[name].decode().replace("/xl/", "/data/book/").replace('"xl/', '"data/book/')
            told = told.replace("workbook.xml", "main.xml").replace("sharedStrings.xml", "texts.xml")
            parts[name] = told.encode()
    return packed(parts)


@pytest.mark.parametrize("maker", ["openpyxl", "xlsxwriter"])
def test_parts_that_lie_elsewhere_are_found_by_their_relations(tmp_path: Path, maker: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名", "日期"])
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as other:
        other.add_worksheet().write_row(0, 0, ["姓名", "日期"])
    data = moved(saved(book) if maker == "openpyxl" else target.getvalue())
    assert read(tmp_path, "a.xlsx", data)[0].tables[0].rows == (("姓名", "日期"),)


def test_a_chart_on_a_tab_of_its_own_gives_its_title(tmp_path: Path) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        tab, sheet = book.add_chartsheet("图"), book.add_worksheet("数据")
        sheet.write_row(0, 0, ["2023届", "2024届"])
        sheet.write_row(1, 0, [41, 57])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=数据!$A$1:$B$1", "values": "=数据!$A$2:$B$2"})
        chart.set_title({"name": "近两届留威人数"})
        tab.set_chart(chart)
    document = read(tmp_path, "a.xlsx", target.getvalue())[0]
    assert [line.text for line in document.lines] == ["近两届留威人数"]
    assert document.tables[0].rows == (("2023届", "2024届"), ("41", "57"))


def test_parts_in_utf_16_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(book_with_everything())) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    wide = {
        name: data.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        for name, data in parts.items()
        if name.startswith(("xl/worksheets/sheet", "xl/sharedStrings", "xl/workbook"))
    }
    plain = read(tmp_path / "plain", "a.xlsx", packed(parts))[0]
    assert read(tmp_path / "wide", "a.xlsx", packed(parts | wide))[0].tables == plain.tables != ()


def test_an_error_in_a_cell_of_an_open_document_is_shown(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text"))
    told = 'table:formula="of:=1/0" office:value-type="string" office:string-value=""'
    cell = f"<table:table-cell {told}><text:p>#DIV/0!</text:p></table:table-cell>"
    table = f'<table:table table:name="a"><table:table-row>{cell}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}:manifest:1.0"/>',
    }
    data = packed({name: text.encode() for name, text in parts.items()})
    assert read(tmp_path, "a.ods", data)[0].tables[0].rows == (("#DIV/0!",),)
