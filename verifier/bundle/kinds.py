"""What a file is, by its content first and the ending of its name second."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from verifier import ole
from verifier.bundle.formats import Format, ending_of, format_by_ending, format_of
from verifier.bundle.winmail import MAGIC as _WINMAIL

Fault = Literal["", "damaged", "locked"]

HEAD = 64 * 1024
_OLE_BYTES = 128 << 20


@dataclass(frozen=True, slots=True)
class Identity:
    format: Format
    fault: Fault = ""
    """`damaged`: neither what the ending says nor anything else that is known; `locked`: needs a password"""
    mismatch: bool = False
    """the ending says something else than the content"""


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"8BPS", "psd"),
    (b"\x00\x00\x00\x0cjP  ", "jp2"),
    (b"\xff\x4f\xff\x51", "jp2"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"\x00\x00\x02\x00", "ico"),
    *((start, "metafile") for start in (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0\0\1", b"\1\0\x09\0\0\3")),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "gz"),
    (b"\xfd7zXZ\x00", "gz"),
    (b"\x28\xb5\x2f\xfd", "gz"),
    (b"MSCF", "cab"),
    (_WINMAIL, "tnef"),
    *((start, "xls") for start in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")),
    *((b"\x09\x08" + bytes((size, 0)), "xls") for size in (4, 6, 8, 16)),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "video"),
    (b"FLV", "video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"0&\xb2u\x8ef\xcf\x11", "video"),
    (b"#!AMR", "video"),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
"""bytes of the second header of a BMP, one a version"""
_MAGIC_WITHIN: tuple[tuple[str, tuple[tuple[int, bytes], ...]], ...] = (
    ("webp", ((0, b"RIFF"), (8, b"WEBP"))),
    ("video", ((0, b"RIFF"),)),
    *(("heic", ((4, b"ftyp" + brand),)) for brand in _HEIF_BRANDS),
    *(("avif", ((4, b"ftyp" + brand),)) for brand in _AVIF_BRANDS),
    ("video", ((4, b"ftyp"),)),
    *(("bmp", ((0, b"BM"), (14, struct.pack("<I", size)))) for size in _BMP_HEADERS),
    ("metafile", ((0, b"\x01\x00\x00\x00"), (40, b" EMF"))),
    ("tar", ((257, b"ustar"),)),
)
"""format → where its bytes stand, in order"""
_PDF_HEAD = 1024
"""bytes in which a PDF must say what it is, as readers of PDF take it"""
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = ((b"text", "odt"), (b"spreadsheet", "ods"), (b"presentation", "odp"))
OPEN_DOCUMENTS = tuple(form for _, form in _OPEN_DOCUMENTS)
_MANIFEST = "META-INF/manifest.xml"
OF_APPLE = re.compile(r"(?:^|/)(?:Index\.zip|Index/\w+\.iwa|index\.(?:apxl|xml)(?:\.gz)?)$")
"""parts of papers of Numbers, Pages and Keynote, of now and of before 2013"""
_OFFICE_PARTS = "[Content_Types].xml"
_OFFICE_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OFFICE_MAINS = (
    (b"wordprocessingml.document.main", "docx"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"presentationml.presentation.main", "pptx"),
)
"""type of the main part, wherever in the package it lies"""
_OLE_STREAMS = (
    ("doc", ("WordDocument",)),
    ("ppt", ("PowerPoint Document",)),
    ("xls", ("Workbook", "Book", "WORKBOOK", "BOOK")),
    ("msg", ("__properties_version1.0",)),
)
_WEB_PAGE = re.compile(
    r"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|meta|table|div|style)\b", re.DOTALL
)
_MAIL = re.compile(r"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:")
_WORD_2003, _FLAT = "schemas.microsoft.com/office/word/2003/wordml", "schemas.microsoft.com/office/2006/xmlpackage"
_UNIT_SEPARATOR = 31
"""stands before numbers in tables of the web that were written for Excel, so that it keeps their zeros"""
_XML_SHEET = ('progid="excel.sheet"', "schemas-microsoft-com:office:spreadsheet")


def identify(path: Path, name: str) -> Identity:
    """What the file at `path` is, which is called `name` in the bundle. Raises OSError when it can't be read."""
    claimed = format_by_ending(name)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        return Identity(claimed, "damaged")
    if head.startswith(ole.MAGIC):
        return _inside_ole(path, claimed, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        found = _inside_zip(path, head, claimed)
        empty = head.startswith(b"PK\x05\x06") and claimed.kind != "archive"
        if found.id in OPEN_DOCUMENTS and _is_encrypted(path):
            return Identity(found, "locked")
        return Identity(claimed, "damaged") if empty else _settle(found, claimed, name)
    magic = _by_magic(head)
    return _settle(format_of(magic), claimed, name) if magic else _by_text(head, claimed)


def _settle(found: Format, claimed: Format, name: str) -> Identity:
    agrees = claimed.id == "unknown" or ending_of(name) in found.endings
    return Identity(found, mismatch=not agrees)


def _by_magic(head: bytes) -> str:
    placed = (name for name, marks in _MAGIC_WITHIN if all(head.startswith(mark, at) for at, mark in marks))
    at_front = (name for magic, name in _MAGIC if head.startswith(magic))
    return next(chain(at_front, placed), "pdf" if b"%PDF-" in head[:_PDF_HEAD] else "")


def _inside_zip(path: Path, head: bytes, claimed: Format) -> Format:
    """Office papers are zip archives too; a truncated one is told by the names in its first bytes."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lstrip("/") for name in archive.namelist()}
            types, mimetype = _beginning(archive, _OFFICE_PARTS), _beginning(archive, "mimetype")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, UnicodeDecodeError):
        names = set(re.findall(r"(?:word|xl|ppt)/|(?i:OFD\.xml)|\[Content_Types\]\.xml", head.decode("latin-1")))
        types = mimetype = b""
        if names == {_OFFICE_PARTS}:
            return claimed
    office = _OFFICE_PARTS in names or claimed.kind in ("word", "sheet")
    found = (
        *(form for kind, form in _OPEN_DOCUMENTS if mimetype.startswith(_OPEN_DOCUMENT + kind)),
        *(["ofd"] if "ofd.xml" in map(str.lower, names) else []),
        *(["iwork"] if any(map(OF_APPLE.search, names)) and _is_apple(names, claimed) else []),
        *(form for folder, form in _OFFICE_FOLDERS if office and any(name.startswith(folder) for name in names)),
        *(form for mark, form in _OFFICE_MAINS if mark in types),
        "zip",
    )
    return format_of(found[0])


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.open(name).read(HEAD) if name in archive.namelist() else b""


def _is_apple(names: set[str], claimed: Format) -> bool:
    return claimed.id == "iwork" or any(name.endswith(".iwa") for name in names)


def _is_encrypted(path: Path) -> bool:
    """Whether parts of a paper of OpenDocument want a password."""
    try:
        with zipfile.ZipFile(path) as archive:
            return b"encryption-data" in archive.open(_MANIFEST).read(_OLE_BYTES)
    except (KeyError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error):
        return False


def _inside_ole(path: Path, claimed: Format, name: str) -> Identity:
    """The old Office formats share one container; names of its streams tell them apart."""
    with path.open("rb") as stream:
        data = stream.read(_OLE_BYTES)

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in data

    if holds("EncryptedPackage"):
        return Identity(claimed if claimed.kind in ("word", "sheet", "other") else format_of("ole"), "locked")
    found = [form for form, names in _OLE_STREAMS if any(map(holds, names))]
    if not found:
        return _unknown_ole(claimed)
    # an old paper may hold another inside: the ending decides between them
    return _settle(claimed if claimed.id in found else format_of(found[0]), claimed, name)


def _unknown_ole(claimed: Format) -> Identity:
    if claimed.id in ("doc", "ppt"):
        return Identity(claimed)
    found = claimed if claimed.kind != "other" else format_of("ole")
    return Identity(found, "" if claimed.convert else "damaged")


def _by_text(head: bytes, claimed: Format) -> Identity:
    """A file without magic bytes: some kind of text, or nothing that is known."""
    if not _looks_like_text(head):
        damaged = claimed.id not in ("unknown", "video", "program", "raw", "svg") or claimed.kind == "text"
        return Identity(claimed, "damaged" if damaged else "")
    start = head[:4096].decode("latin-1").replace("\0", "").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if _WEB_PAGE.match(start):
        if "<frameset" in head.decode("latin-1").lower():
            return Identity(format_of("frames"))
        # report systems write tables and call them .xls
        found = format_of("html-sheet" if claimed.kind == "sheet" else "html")
        return Identity(found, mismatch=claimed.id not in ("html", "unknown"))
    if _MAIL.match(start):
        page = "multipart/related" in start and "content-location:" in head.decode("latin-1").lower()
        found = claimed if claimed.id in ("eml", "mhtml") else format_of("mhtml" if page else "eml")
        return Identity(found, mismatch=claimed.id not in (found.id, "unknown"))
    return _office_xml(start, head, claimed) or _plain(start, claimed)


def _office_xml(start: str, head: bytes, claimed: Format) -> Identity | None:
    """An office paper that is one file of XML."""
    if _WORD_2003 in start or _FLAT in start:
        found = format_of("pptx" if b"presentationml" in head else "word-xml")
        return Identity(found, mismatch=claimed.id not in ("doc", "docx", "xml-sheet", "ppt", found.id, "unknown"))
    if any(mark in start for mark in _XML_SHEET):
        return Identity(format_of("xml-sheet"), mismatch=claimed.kind != "sheet")
    return None


def _plain(start: str, claimed: Format) -> Identity:
    """Text that begins like nothing that is known: what its ending says, where that may be text."""
    if claimed.id == "xml-sheet":  # any other XML
        return Identity(format_of("code"))
    if claimed.plain:
        return Identity(claimed)
    if claimed.id in ("xls", "xlsx") and ("\t" in start or "," in start):
        return Identity(format_of("csv"), mismatch=True)
    return Identity(format_of("text")) if claimed.id == "unknown" else Identity(claimed, "damaged")


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = head[:8192]
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < _UNIT_SEPARATOR for byte in sample)
    return b"\0" not in sample and control <= len(sample) // 100
