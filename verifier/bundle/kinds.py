"""What a file is, by its content first and the ending of its name second."""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from verifier.model import FileKind

Doubt = Literal["", "damaged", "locked"]

HEAD = 64 * 1024
_OLE_BYTES = 128 << 20


@dataclass(frozen=True, slots=True)
class Format:
    id: str
    name: str
    """Chinese, for messages"""
    kind: FileKind
    endings: tuple[str, ...]
    """the first is the usual one"""
    convert: str = ""
    """'' for a format that is read; else what to convert it to, in Chinese"""


@dataclass(frozen=True, slots=True)
class Identity:
    format: Format
    doubt: Doubt = ""
    """`damaged`: neither what the ending says nor anything else that is known; `locked`: needs a password"""
    mismatch: bool = False
    """the ending says something else than the content"""


_TO_JPEG = "请转换为 JPG 或 PNG 图片后重新提交"
_TO_ZIP = "请解压后放入文件夹，或改用 .zip 重新压缩"
_TO_ANY = "请改为 PDF、Word、Excel 或图片后重新提交"

FORMATS = (
    Format("jpeg", "JPEG 图片", "image", ("jpg", "jpeg", "jpe", "jfif")),
    Format("png", "PNG 图片", "image", ("png", "apng")),
    Format("gif", "GIF 图片", "image", ("gif",)),
    Format("bmp", "BMP 图片", "image", ("bmp", "dib")),
    Format("tiff", "TIFF 图片", "image", ("tif", "tiff")),
    Format("webp", "WebP 图片", "image", ("webp",)),
    Format("heic", "HEIC 图片", "image", ("heic", "heif", "hif")),
    Format("avif", "AVIF 图片", "image", ("avif",)),
    Format("psd", "Photoshop 文件", "image", ("psd",)),
    Format("ico", "图标文件", "image", ("ico", "cur")),
    Format("jp2", "JPEG 2000 图片", "image", ("jp2", "j2k", "jpx", "jpf", "j2c")),
    Format("svg", "SVG 图片", "image", ("svg", "svgz"), _TO_JPEG),
    Format("metafile", "图元文件", "image", ("emf", "wmf"), _TO_JPEG),
    Format("raw", "相机原始文件", "image", ("raw", "dng", "cr2", "cr3", "nef", "arw"), _TO_JPEG),
    Format("pdf", "PDF 文件", "pdf", ("pdf",)),
    Format("docx", "Word 文档", "word", ("docx", "docm", "dotx", "dotm")),
    Format("doc", "旧版 Word 或 WPS 文档", "word", ("doc", "wps", "dot", "wpt")),
    Format("rtf", "RTF 文档", "word", ("rtf",)),
    Format("odt", "ODT 文档", "word", ("odt", "ott")),
    Format("xlsx", "Excel 表格", "sheet", ("xlsx", "xlsm", "xltx", "xltm", "xlsb", "et", "ett")),
    Format("xls", "旧版 Excel 或 WPS 表格", "sheet", ("xls", "et", "xlt", "ett")),
    Format("ods", "ODS 表格", "sheet", ("ods", "ots")),
    Format("csv", "CSV 表格", "sheet", ("csv", "tsv", "tab")),
    Format("xml-sheet", "XML 格式的表格", "sheet", ("xml", "xls")),
    Format("text", "文本文件", "text", ("txt", "md", "text", "log", "markdown")),
    Format("html", "网页文件", "text", ("html", "htm", "xhtml", "shtml")),
    Format("mhtml", "网页归档文件", "text", ("mht", "mhtml")),
    Format("eml", "邮件文件", "text", ("eml",)),
    Format("msg", "Outlook 邮件文件", "text", ("msg",)),
    Format(
        "code",
        "程序或数据文本",
        "text",
        ("xml", "json", "js", "css", "yaml", "yml", "ini", "url", "sql", "py"),
        _TO_ANY,
    ),
    Format("pptx", "演示文稿", "other", ("pptx", "pptm", "ppsx", "ppsm", "potx", "potm")),
    Format("ppt", "旧版演示文稿", "other", ("ppt", "pps", "pot", "dps", "dpt")),
    Format("odp", "ODP 演示文稿", "other", ("odp", "otp")),
    Format("ofd", "OFD 版式文件", "other", ("ofd",)),
    Format("ole", "复合文档", "other", (), _TO_ANY),
    Format(
        "video",
        "音频或视频",
        "other",
        ("mp4", "mov", "avi", "mkv", "wmv", "flv", "mp3", "wav", "m4a", "amr"),
        "请改交截图或照片",
    ),
    Format(
        "program", "可执行程序", "other", ("exe", "dll", "msi", "bat", "cmd", "com", "scr", "apk"), "请不要提交程序文件"
    ),
    Format("zip", "ZIP 压缩包", "archive", ("zip", "zipx")),
    Format("rar", "RAR 压缩包", "archive", ("rar",)),
    Format("7z", "7z 压缩包", "archive", ("7z",)),
    Format("tar", "TAR 压缩包", "archive", ("tar",)),
    Format("gz", "压缩包", "archive", ("gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "zst", "tzst")),
    Format("cab", "CAB 压缩包", "archive", ("cab",)),
    Format("disc", "光盘映像", "archive", ("iso", "dmg", "img"), _TO_ZIP),
    Format("unknown", "未知格式的文件", "other", (), _TO_ANY),
)

_BY_ID = {each.id: each for each in FORMATS}

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
    (b"\xd7\xcd\xc6\x9a", "metafile"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "gz"),
    (b"\xfd7zXZ\x00", "gz"),
    (b"\x28\xb5\x2f\xfd", "gz"),
    (b"MSCF", "cab"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "video"),
    (b"FLV", "video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"0&\xb2u\x8ef\xcf\x11", "video"),
    (b"#!AMR", "video"),
)
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def format_of(identifier: str) -> Format:
    return _BY_ID[identifier]


def format_by_ending(name: str) -> Format:
    """The format that the ending of a name claims; `unknown` when it claims none."""
    ending = _ending(name)
    return next((each for each in FORMATS if ending in each.endings), format_of("unknown"))


def identify(path: Path, name: str) -> Identity:
    """What the file at `path` is, which is called `name` in the bundle. Raises OSError when it can't be read."""
    claimed = format_by_ending(name)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        return Identity(claimed, "damaged")
    if head.startswith(_OLE):
        return _inside_ole(path, claimed)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        found = _inside_zip(path, head, claimed)
        empty = head.startswith(b"PK\x05\x06") and claimed.kind != "archive"
        return Identity(claimed, "damaged") if empty else _settle(found, claimed, name)
    magic = _by_magic(head)
    if magic:
        return _settle(format_of(magic), claimed, name)
    return _by_text(head, claimed, name)


def _ending(name: str) -> str:
    base = name.rpartition("/")[2]
    return base.rpartition(".")[2].lower().strip() if "." in base else ""


def _settle(found: Format, claimed: Format, name: str) -> Identity:
    agrees = claimed.id == "unknown" or _ending(name) in found.endings
    return Identity(found, mismatch=not agrees)


def _by_magic(head: bytes) -> str:
    for magic, identifier in _MAGIC:
        if head.startswith(magic):
            return identifier
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else "video"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _HEIF_BRANDS else "avif" if head[8:12] in (b"avif", b"avis") else "video"
    if head[:2] == b"BM" and head[14:18] in {struct.pack("<I", size) for size in (12, 16, 40, 52, 56, 64, 108, 124)}:
        return "bmp"
    if head[:4] == b"\x01\x00\x00\x00" and head[40:44] == b" EMF":
        return "metafile"
    if head[257:262] == b"ustar":
        return "tar"
    return "pdf" if b"%PDF-" in head[:1024] else ""


def _inside_zip(path: Path, head: bytes, claimed: Format) -> Format:
    """Office papers are zip archives too; a truncated one is told by the names in its first bytes."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, UnicodeDecodeError):
        names, mimetype = (
            set(re.findall(r"(?:word|xl|ppt)/|OFD\.xml|\[Content_Types\]\.xml", head.decode("latin-1"))),
            b"",
        )
        if "[Content_Types].xml" in names and len(names) == 1:
            return claimed
    for suffix, identifier in ((b"text", "odt"), (b"spreadsheet", "ods"), (b"presentation", "odp")):
        if mimetype.startswith(b"application/vnd.oasis.opendocument." + suffix):
            return format_of(identifier)
    if "OFD.xml" in names:
        return format_of("ofd")
    if "[Content_Types].xml" in names or claimed.kind in ("word", "sheet"):
        for folder, identifier in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(name.startswith(folder) for name in names):
                return format_of(identifier)
    return format_of("zip")


def _inside_ole(path: Path, claimed: Format) -> Identity:
    """The old Office formats share one container; names of its streams tell them apart."""
    with path.open("rb") as stream:
        data = stream.read(_OLE_BYTES)

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in data

    if holds("EncryptedPackage"):
        return Identity(claimed if claimed.kind in ("word", "sheet", "other") else format_of("ole"), "locked")
    streams = (
        ("doc", ("WordDocument",)),
        ("ppt", ("PowerPoint Document",)),
        ("xls", ("Workbook", "Book")),
        ("msg", ("__properties_version1.0",)),
    )
    found = [identifier for identifier, names in streams if any(holds(name) for name in names)]
    if not found:
        if claimed.id in ("doc", "ppt"):
            return Identity(claimed)
        return Identity(
            claimed if claimed.kind != "other" else format_of("ole"), "damaged" if claimed.convert == "" else ""
        )
    # an old paper may hold another inside: the ending decides between them
    best = claimed.id if claimed.id in found else found[0]
    if best == "xls" and claimed.id == "xlsx":
        return Identity(format_of(best), mismatch=True)
    agrees = claimed.id in (best, "unknown") or claimed.endings[:1] == ("et",)
    return Identity(format_of(best), mismatch=not agrees)


def _by_text(head: bytes, claimed: Format, name: str) -> Identity:
    """A file without magic bytes: some kind of text, or nothing that is known."""
    if not _looks_like_text(head):
        damaged = claimed.id not in ("unknown", "video", "program", "raw", "svg") or claimed.kind == "text"
        return Identity(claimed, "damaged" if damaged else "")
    start = head[:4096].decode("latin-1").replace("\0", "").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    web = re.match(
        r"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|meta|table|div|style)\b", start, re.S
    )
    if web:
        # report systems write web tables and call them .xls
        return Identity(
            format_of("csv" if claimed.kind == "sheet" else "html"), mismatch=claimed.id not in ("html", "unknown")
        )
    if re.match(r"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", start):
        page = "multipart/related" in start and "content-location:" in head.decode("latin-1").lower()
        found = claimed if claimed.id in ("eml", "mhtml") else format_of("mhtml" if page else "eml")
        return Identity(found, mismatch=claimed.id not in (found.id, "unknown"))
    if 'progid="excel.sheet"' in start or "schemas-microsoft-com:office:spreadsheet" in start:
        return Identity(format_of("xml-sheet"), mismatch=claimed.kind != "sheet")
    if claimed.id == "xml-sheet":  # any other XML
        return Identity(format_of("code"))
    if claimed.kind == "text" or claimed.id in ("csv", "svg", "program"):
        return Identity(claimed)
    if claimed.id in ("xls", "xlsx") and ("\t" in start or "," in start):
        return Identity(format_of("csv"), mismatch=True)
    if claimed.id == "unknown":
        return Identity(format_of("text"))
    return Identity(claimed, "damaged")


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = head[:8192]
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return b"\0" not in sample and control <= len(sample) // 100
