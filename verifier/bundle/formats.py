"""The formats that are known, by name and by the endings of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verifier.model import FileKind


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
    plain: bool = False
    """its files may be text that begins like nothing that is known, so that the ending alone tells them"""


_TO_JPEG = "请转换为 JPG 或 PNG 图片后重新提交"
_TO_ZIP = "请解压后放入文件夹，或改用 .zip 重新压缩"
_FROM_APPLE = "请用原软件导出为 Excel、Word 或 PDF 后重新提交"
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
    Format("svg", "SVG 图片", "image", ("svg", "svgz"), _TO_JPEG, plain=True),
    Format("metafile", "图元文件", "image", ("emf", "wmf")),
    Format("raw", "相机原始文件", "image", ("raw", "dng", "cr2", "cr3", "nef", "arw"), _TO_JPEG),
    Format("pdf", "PDF 文件", "pdf", ("pdf",)),
    Format("docx", "Word 文档", "word", ("docx", "docm", "dotx", "dotm")),
    Format("doc", "旧版 Word 或 WPS 文档", "word", ("doc", "wps", "dot", "wpt")),
    Format("rtf", "RTF 文档", "word", ("rtf",)),
    Format("odt", "ODT 文档", "word", ("odt", "ott")),
    Format("xlsx", "Excel 表格", "sheet", ("xlsx", "xlsm", "xltx", "xltm", "xlsb", "et", "ett")),
    Format("xls", "旧版 Excel 或 WPS 表格", "sheet", ("xls", "et", "xlt", "ett")),
    Format("ods", "ODS 表格", "sheet", ("ods", "ots")),
    Format("csv", "CSV 表格", "sheet", ("csv", "tsv", "tab"), plain=True),
    Format("html-sheet", "网页格式的表格", "sheet", ()),
    Format("xml-sheet", "XML 格式的表格", "sheet", ("xml", "xls")),
    Format("word-xml", "XML 格式的 Word 文档", "word", ("xml", "doc")),
    Format("text", "文本文件", "text", ("txt", "md", "text", "log", "markdown"), plain=True),
    Format("html", "网页文件", "text", ("html", "htm", "xhtml", "shtml"), plain=True),
    Format("frames", "分成几个文件的网页", "text", ()),
    Format("mhtml", "网页归档文件", "text", ("mht", "mhtml"), plain=True),
    Format("eml", "邮件文件", "text", ("eml",), plain=True),
    Format("msg", "Outlook 邮件文件", "text", ("msg",), plain=True),
    Format(
        "code",
        "程序或数据文本",
        "text",
        ("xml", "json", "js", "css", "yaml", "yml", "ini", "url", "sql", "py"),
        _TO_ANY,
        plain=True,
    ),
    Format("pptx", "演示文稿", "other", ("pptx", "pptm", "ppsx", "ppsm", "potx", "potm")),
    Format("ppt", "旧版演示文稿", "other", ("ppt", "pps", "pot", "dps", "dpt")),
    Format("odp", "ODP 演示文稿", "other", ("odp", "otp")),
    Format("ofd", "OFD 版式文件", "other", ("ofd",)),
    Format("iwork", "苹果 Numbers、Pages 或 Keynote 文件", "other", ("numbers", "pages", "key"), _FROM_APPLE),
    Format("ole", "复合文档", "other", (), _TO_ANY),
    Format(
        "video",
        "音频或视频",
        "other",
        ("mp4", "mov", "avi", "mkv", "wmv", "flv", "mp3", "wav", "m4a", "amr"),
        "请改交截图或照片",
    ),
    Format(
        "program",
        "可执行程序",
        "other",
        ("exe", "dll", "msi", "bat", "cmd", "com", "scr", "apk"),
        "请不要提交程序文件",
        plain=True,
    ),
    Format("zip", "ZIP 压缩包", "archive", ("zip", "zipx")),
    Format("rar", "RAR 压缩包", "archive", ("rar",)),
    Format("7z", "7z 压缩包", "archive", ("7z",)),
    Format("tar", "TAR 压缩包", "archive", ("tar",)),
    Format("gz", "压缩包", "archive", ("gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "zst", "tzst")),
    Format("cab", "CAB 压缩包", "archive", ("cab",)),
    Format("tnef", "Outlook 的 winmail.dat", "archive", ("tnef",)),
    Format("disc", "光盘映像", "archive", ("iso", "dmg", "img"), _TO_ZIP),
    Format("unknown", "未知格式的文件", "other", (), _TO_ANY),
)

_BY_ID = {each.id: each for each in FORMATS}


def format_of(identifier: str) -> Format:
    return _BY_ID[identifier]


def format_by_ending(name: str) -> Format:
    """The format that the ending of a name claims; `unknown` when it claims none."""
    ending = ending_of(name)
    return next((each for each in FORMATS if ending in each.endings), format_of("unknown"))


def ending_of(name: str) -> str:
    """The ending of a name or path in small letters, '' when it has none."""
    base = name.rpartition("/")[2]
    return base.rpartition(".")[2].lower().strip() if "." in base else ""


def endings_of(kind: FileKind) -> tuple[str, ...]:
    """Of the files of a kind that can be opened."""
    every = (ending for each in FORMATS if each.kind == kind and not each.convert for ending in each.endings)
    return tuple(dict.fromkeys(every))


ARCHIVE_ENDINGS = endings_of("archive")


def is_archive(path: Path) -> bool:
    """Whether a file is called as an archive is that can be opened."""
    claimed = format_by_ending(path.name)
    return claimed.kind == "archive" and not claimed.convert
