"""Sheets of kinds that other tools lost, one function a report; each gives the files that were handed in."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import xlsxwriter

from tests.bundle.packers import Files

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def workbook(sheet: str | bytes, strings: Sequence[str] = (), more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet, whose rows or whole part are given, made of the fewest parts."""
    if isinstance(sheet, str) and not sheet.startswith("<?xml"):
        sheet = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(sharedStrings="/xl/sharedStrings.xml", styles="/xl/styles.xml"),
        "_rels/.rels": links(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}" count="{len(strings)}">{shared}</sst>',
    }
    return packed(parts | dict(more or {}))


def _types(**more: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    places = {"sheet.main": "/xl/workbook.xml", "worksheet": "/xl/worksheets/sheet1.xml", **more}
    listed = "".join(f'<Override PartName="{to}" ContentType="{kind}.{name}+xml"/>' for name, to in places.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    plain = '<Default Extension="xml" ContentType="application/xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{space}">{rels}{plain}{listed}</Types>'


def links(*each: tuple[str, str, str], prefix: str = "") -> str:
    mark = f"{prefix}:" if prefix else ""
    rows = "".join(f'<{mark}Relationship Id="{i}" Type="{KINDS}/{kind}" Target="{to}"/>' for i, kind, to in each)
    space = f"xmlns:{prefix}" if prefix else "xmlns"
    return f'{HEAD}<{mark}Relationships {space}="{PACKAGE}">{rows}</{mark}Relationships>'


def inline(*rows: Sequence[str]) -> str:
    cells = ("".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in row) for row in rows)
    return "".join(f"<row>{each}</row>" for each in cells)


def ods(table: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f'{HEAD}<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="名册">{table}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return opendocument("application/vnd.oasis.opendocument.spreadsheet", {"content.xml": content})


def opendocument(kind: str, parts: Mapping[str, str]) -> bytes:
    listed = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="text/xml"/>' for name in parts)
    manifest = (
        f'{HEAD}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>{listed}</m:manifest>'
    )
    return packed({"mimetype": kind, **parts, "META-INF/manifest.xml": manifest})


def ods_row(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def ods_text(inner: str, times: int = 1) -> str:
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{inner}</text:p></table:table-cell>'


def xlsx_empty_shared_string() -> Files:
    cells = '<c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v/></c><c r="C2" t="s"><v>3</v></c>'
    head = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>4</v></c>'
    rows = f'<row r="1">{head}</row><row r="2">{cells}</row>'
    return {"名册.xlsx": workbook(rows, ("姓名", "曾用名", "于海宁", "山东省威海市", "生源地"))}


def ods_error_result() -> Files:
    error = (
        '<table:table-cell table:formula="of:=[.B2]/[.C2]" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    return {"统计.ods": ods(ods_row(ods_text("院系"), ods_text("就业率")) + ods_row(ods_text("护理系"), error))}


def ods_repeated_rows() -> Files:
    row = ods_row(ods_text("现场招聘"), ods_text("图书馆一楼"), times=3)
    return {
        "台账.ods": ods(
            ods_row(ods_text("活动"), ods_text("地点")) + row + ods_row(ods_text("讲座"), ods_text("报告厅"))
        )
    }


def ods_repeated_cells() -> Files:
    row = ods_row(ods_text("毕承远"), ods_text("无", times=2), ods_text("威海"))
    return {"名册.ods": ods(ods_row(*map(ods_text, ("姓名", "曾用名", "备注", "生源地"))) + row)}


def ods_counted_spaces() -> Files:
    name = '毕<text:s text:c="3"/>宁'
    return {
        "名册.ods": ods(
            ods_row(ods_text("姓名"), ods_text("时间")) + ods_row(ods_text(name), ods_text("第1<text:s/>学期"))
        )
    }


def ods_linked_cell() -> Files:
    link = '<text:a xlink:href="https://example.invalid/a">山东文登工匠学校</text:a>（中职）'
    return {"名册.ods": ods(ods_row(ods_text("毕业学校")) + ods_row(ods_text(link)))}


def ods_note_on_cell() -> Files:
    note = (
        '<table:table-cell office:value-type="string"><office:annotation><dc:creator>审核人</dc:creator>'
        "<text:p>待核实</text:p></office:annotation><text:p>张毓秀</text:p></table:table-cell>"
    )
    return {"名册.ods": ods(ods_row(ods_text("姓名")) + ods_row(note))}


def ods_other_prefixes() -> Files:
    """A workbook whose spaces of names bear prefixes of the writer's own."""
    ((name, data),) = ods_linked_cell().items()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {each: package.read(each).decode() for each in package.namelist()}
    content = parts["content.xml"]
    for usual, own in (("office", "o"), ("table", "t"), ("text", "x")):
        content = re.sub(rf"(?<=[</\s]){usual}(?=:[a-z])|(?<=xmlns:){usual}(?==)", own, content)
    return {name: packed(parts | {"content.xml": content})}


def _with_formats(*cells: tuple[str, float, str]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("场地")
        sheet.write_row(0, 0, ["项目", "数值"])
        for at, (name, value, code) in enumerate(cells, 1):
            sheet.write(at, 0, name)
            sheet.write_number(at, 1, value, book.add_format({"num_format": code}))
    return target.getvalue()


def xlsx_suffix_in_format() -> Files:
    return {"场地.xlsx": _with_formats(("办公面积", 36, '0.00\\ "㎡"'), ("培训座位", 128, '#,##0"个座位"'))}


def xlsx_text_format_with_words() -> Files:
    """A format that sets words about a text."""
    styles = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode=\'@"学院"\'/></numFmts>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )
    rows = inline(("所在院系",)) + '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>海洋</t></is></c></row>'
    relations = links(("r1", "worksheet", "worksheets/sheet1.xml"), ("r3", "styles", "styles.xml"))
    return {"院系.xlsx": workbook(rows, more={"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations})}


def xlsx_print_header() -> Files:
    rows = inline(("姓名", "生源地"), ("于海宁", "威海"))
    sheet = (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><headerFooter><oddHeader>&amp;C&amp;'
        '"宋体,加粗"&amp;14威海海澜学院2024届毕业生生源信息库</oddHeader><oddFooter>&amp;P / &amp;N</oddFooter>'
        "</headerFooter></worksheet>"
    )
    return {"名册.xlsx": workbook(sheet)}


def xlsx_relations_with_prefix() -> Files:
    relations = links(("r1", "worksheet", "worksheets/sheet1.xml"), prefix="ns0")
    rows = inline(("姓名", "生源地"), ("于海宁", "威海"))
    return {"名册.xlsx": workbook(rows, more={"xl/_rels/workbook.xml.rels": relations})}


def xlsx_chart_sheet_first() -> Files:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        tab = book.add_chartsheet("走势图")
        sheet = book.add_worksheet("数据")
        for at, row in enumerate((["年份", "留威人数"], ["2023届", 41], ["2024届", 57])):
            sheet.write_row(at, 0, row)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=数据!$A$2:$A$3", "values": "=数据!$B$2:$B$3"})
        chart.set_title({"name": "近两届留威人数"})
        tab.set_chart(chart)
    return {"留威情况.xlsx": target.getvalue()}


def xlsx_utf16_parts() -> Files:
    rows = inline(("姓名", "生源地"), ("于海宁", "威海"))
    sheet = (
        f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    )
    return {"名册.xlsx": workbook(sheet.encode("utf-16"))}


def xlsx_rich_inline_text() -> Files:
    runs = "<r><rPr><b/></rPr><t>李</t></r><r><t>沐宸</t></r>"
    rows = inline(("姓名", "去向")) + f'<row><c t="inlineStr"><is>{runs}</is></c>' + inline(("签约",))[5:]
    return {"名册.xlsx": workbook(rows)}


def xlsx_second_table_far_right() -> Files:
    """Two lists beside each other with empty columns between."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("两班")
        for at, (left, right) in enumerate((("姓名", "姓名"), ("于海宁", "李沐宸"), ("毕承远", "张毓秀"))):
            sheet.write(at, 0, left)
            sheet.write(at, 40, right)
    return {"两班.xlsx": target.getvalue()}


def xls_formula_text() -> Files:
    """BIFF8: a formula whose result is a text stands in two records."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def wide(text: str, head: str = "<HB") -> bytes:
        return struct.pack(head, len(text), 1) + text.encode("utf-16-le")

    def label(row: int, column: int, text: str) -> bytes:
        return record(0x0204, struct.pack("<HHH", row, column, 0) + wide(text))

    bof = struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)
    result = struct.pack("<HHH", 1, 1, 0) + bytes((0, 0, 0, 0, 0, 0, 0xFF, 0xFF)) + struct.pack("<HIH", 0, 0, 0)
    sheet = record(0x0809, bof) + label(0, 0, "姓名") + label(0, 1, "院系") + label(1, 0, "于海宁")
    sheet += record(0x0006, result) + record(0x0207, wide("护理系")) + record(0x000A, b"")
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    head += record(0x0042, struct.pack("<H", 1200))
    name = "名册".encode("utf-16-le")
    place = len(head) + 4 + 8 + len(name) + 4
    head += record(0x0085, struct.pack("<IBBBB", place, 0, 0, 2, 1) + name) + record(0x000A, b"")
    from tests.readers.mails import compound

    return {"名册.xls": compound({"Workbook": (head + sheet).ljust(5000, b"\0")})}


def csv_numbers_as_formulas() -> Files:
    return {"名册.csv": '学号,姓名\n="0012",于海宁\n="0013",毕承远\n'.encode("gbk")}


def csv_numbers_behind_a_separator() -> Files:
    return {"名册.csv": "学号;姓名\n\x1f0306;于海宁\n\x1f0307;毕承远\n".encode()}


def csv_marks_of_direction() -> Files:
    """What a copy from a chat or a web page brings along: marks without a width, before and within words."""
    first, second = "\u202d于海宁\u202c,\u200e0631\u20112024\u200b001", "毕\u200b承\u2060远,\ufeff0631-2024002"
    return {"名册.csv": f"姓名,电话\n{first}\n{second}\n".encode()}


def csv_text_of_ambiguous_bytes() -> Files:
    """Each of these letters of GBK is a letter of UTF-8 too."""
    return {"专业.csv": "校,专业,学\n一,社,士\n".replace("社", "医").encode("gbk")}


def html_table_with_entry_fields() -> Files:
    fields = (
        '<tr><td>姓名<td><input type="text" value="于海宁">'
        "<tr><td>性质<td><select><option>兼职<option selected>专职</select>"
        "<tr><td>职责<td><textarea>就业联络员</textarea>"
        '<tr><td>在岗<td><input type="checkbox" checked>是 <input type="checkbox">否'
        '<tr><td>流水号<td><input type="hidden" value="内部X9">'
    )
    page = (
        f"<html><meta charset=utf-8><body><h1>就业指导站工作人员登记</h1><table border=1>{fields}</table></body></html>"
    )
    return {"登记.html": page.encode()}


def html_pinyin_over_names() -> Files:
    page = (
        "<html><meta charset=utf-8><body><p>实习学生：张<ruby>喆<rp>(</rp><rt>zhé</rt><rp>)</rp></ruby>，"
        "李<ruby>翀<rt>chōng</rt></ruby></p></body></html>"
    )
    return {"名单.html": page.encode()}


def html_break_hints() -> Files:
    text = "办公室面积42平<wbr>方米，学号2024<wbr>0101&shy;007，威海&#8203;海澜学院"
    page = f"<html><meta charset=utf-8><body><p>{text}</p></body></html>"
    return {"说明.html": page.encode()}
