"""One small good file of each kind that is read: what the broken ones are made from."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pillow_heif
from PIL import Image, ImageDraw

from tests.bundle.packers import libarchive_of, rar_of
from tests.readers.mails import compound, outlook, winmail
from tests.readers.metafiles import emf
from tests.readers.ofds import Sheet, ofd

ROWS = (("序号", "姓名", "学号"), ("1", "林小满", "2021003001"), ("2", "周一帆", "2021003002"))

pillow_heif.register_heif_opener()


@cache
def good_files() -> dict[str, bytes]:
    """By the ending of their name."""
    made: dict[str, Callable[[], bytes]] = {
        **{ending: lambda form=form: picture(form) for ending, form in _PICTURES.items()},
        "pdf": pdf,
        "docx": word,
        "xlsx": sheet,
        "ods": open_document,
        "csv": lambda: "\n".join(",".join(row) for row in ROWS).encode(),
        "txt": lambda: "说明\n指导站办公场所位于行政楼108室。\n".encode("gb18030"),
        "html": lambda: html("".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ROWS)),
        "eml": mail,
        "zip": lambda: zip_of({"内/说明.txt": "说明".encode(), "图.png": picture("PNG")}),
        "7z": lambda: libarchive_of({"说明.txt": "说明".encode() * 50}, "7zip"),
        "tar.gz": lambda: libarchive_of({"说明.txt": "说明".encode() * 50}, "ustar", "gzip"),
        "rar": lambda: rar_of({"说明.txt": "说明".encode() * 50}),
    }
    return {ending: make() for ending, make in made.items()}


def good_formats() -> dict[str, bytes]:
    """By ending, one of every format that is read: beside those above, what nothing broken is made from."""
    old = {path.suffix[1:]: path.read_bytes() for path in sorted(_OLD.iterdir())}
    page = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
    return (
        good_files()
        | {ending: picture(form) for ending, form in _RARER_PICTURES.items()}
        | old
        | {
            "psd": layered(),
            "emf": emf(picture("PNG")),
            "xls": (_DATA / "roster.xls").read_bytes(),
            "mht": page + b"Content-Location: http://example.cn/\n\n<p>Plan 2024</p>\n--b--\n",
            "msg": compound(outlook("材料", "随信附上名单。")),
            "ofd": ofd([Sheet().text(30, 40, "工作计划")]),
            "tar": libarchive_of({"说明.txt": "说明".encode() * 50}, "ustar"),
            "cab": cabinet({"a.txt": b"Plan 2024"}),
            "tnef": winmail({"说明.txt": "说明".encode()}),
        }
    )


def told_by_content() -> dict[str, bytes]:
    """By name, one of every format that no ending of its own tells."""
    word = "http://schemas.microsoft.com/office/word/2003/wordml"
    text = "<w:body><w:p><w:r><w:t>工作计划</w:t></w:r></w:p></w:body>"
    return {
        "网页表格.xls": "<table><tr><td>姓名</td><td>学号</td></tr><tr><td>张三</td><td>1</td></tr></table>".encode(),
        "文档.doc": f'<?xml version="1.0"?><w:wordDocument xmlns:w="{word}">{text}</w:wordDocument>'.encode(),
    }


_DATA = Path(__file__).parents[1] / "data"
_OLD = _DATA / "old"
_RARER_PICTURES = {"heic": "HEIF", "avif": "AVIF", "jp2": "JPEG2000", "ico": "ICO"}
_PICTURES = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "bmp": "BMP", "tif": "TIFF", "webp": "WEBP"}


def picture(form: str, size: tuple[int, int] = (90, 70)) -> bytes:
    drawn = Image.new("RGB", size, "white")
    ImageDraw.Draw(drawn).rectangle((20, 15, 60, 50), fill=(200, 30, 30))
    target = io.BytesIO()
    drawn.save(target, form)
    return target.getvalue()


def layered() -> bytes:
    """A picture of Photoshop: a head without layers, then the planes of its colours."""
    head = b"8BPS" + (1).to_bytes(2) + bytes(6) + (3).to_bytes(2) + (8).to_bytes(4) * 2 + (8).to_bytes(2) + b"\0\3"
    return head + bytes(4) * 3 + bytes(2) + bytes(range(64)) * 3


def cabinet(files: dict[str, bytes]) -> bytes:
    """A cabinet of Windows with one folder, stored (MS-CAB)."""
    data = b"".join(files.values())
    at, listed = 0, b""
    for name, content in files.items():
        listed += struct.pack("<IIHHHH", len(content), at, 0, 0x58B4, 0, 0x20) + name.encode() + b"\0"
        at += len(content)
    first = 36 + 8
    block = struct.pack("<IHH", 0, len(data), len(data)) + data  # a checksum of 0 is none
    head = struct.pack("<4s5I", b"MSCF", 0, first + len(listed) + len(block), 0, first, 0)
    head += struct.pack("<BBHHHHH", 3, 1, 1, len(files), 0, 0, 0)
    return head + struct.pack("<IHH", first + len(listed), 1, 0) + listed + block


def pdf(content: bytes = b"BT /F1 24 Tf 40 500 Td (Plan 2024) Tj ET") -> bytes:
    paper = pikepdf.new()
    paper.add_blank_page(page_size=(300, 600))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    paper.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    paper.pages[0].Contents = paper.make_stream(content)
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


def word() -> bytes:
    paper = docx.Document()
    paper.add_heading("工作计划", 0)
    paper.add_paragraph("三月举办春季招聘会。")
    table = paper.add_table(2, 3)
    for row, texts in zip(table.rows, ROWS, strict=False):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    paper.add_picture(io.BytesIO(picture("PNG")))
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def sheet(*more: tuple[str, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in (*ROWS, *more):
        book.worksheets[0].append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def open_document(rows: str = "", doctype: str = "") -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {_ODS_SPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="名单">{rows or cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>'
    )
    return zip_of(
        {"mimetype": _ODS.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )


def html(rows: str, head: str = "") -> bytes:
    start = f"<!doctype html><html><head><meta charset=utf-8><title>名单</title>{head}</head>"
    return f"{start}<body><h1>名单</h1><table>{rows}</table></body></html>".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "材料", "a@example.cn", "b@example.cn"
    message.set_content("随信附上名单。")
    message.add_attachment(picture("PNG"), maintype="image", subtype="png", filename="图.png")
    return message.as_bytes()


def zip_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def with_parts(package: bytes, parts: dict[str, bytes]) -> bytes:
    """An office paper in which some parts are others."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(held | parts)


def part(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)
