"""The text of a policy as the bureau has it: a text file or a Word file."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from verifier.errors import UsageError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST = 50_000_000
"""bytes of the text of a Word file"""


def read_policy(path: Path) -> str:
    """Its text, a paragraph a line. Raises UsageError: what can be given instead."""
    if not path.is_file():
        raise UsageError(f"找不到政策原文 {path}")
    match path.suffix.lower():
        case ".txt":
            return _decoded(path.read_bytes())
        case ".docx":
            return _of_word(path)
    raise UsageError(f"政策原文 {path.name} 应是 docx 或 txt；doc、wps、pdf 请先另存为 docx")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _of_word(path: Path) -> str:
    try:
        with ZipFile(path) as file, file.open("word/document.xml") as text:
            data = text.read(_MOST)
        if b"<!DOCTYPE" in data:  # Word writes none; entities could grow without end
            raise ElementTree.ParseError
        root = ElementTree.fromstring(data)
    except (BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise UsageError(f"政策原文 {path.name} 打不开，请在 Word 中另存为 docx 后重试") from error
    return "\n".join("".join(each.text or "" for each in part.iter(f"{_WORD}t")) for part in root.iter(f"{_WORD}p"))
