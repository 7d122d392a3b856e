"""What every reader ends with: a document, whole, in part or not at all, and the text rules all of them keep."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from verifier.language.letters import as_seen
from verifier.model import Document, FileStatus, Flag, Place, Severity, SourceFile, Table, TextLine

Lines = tuple[TextLine, ...]
UNSEEN = "content-unconfirmed"
"""code of the flag of a paper with text that nobody sees"""
_TELLING = re.compile(r"[\u4e00-\u9fff\d]{2}")
_SHOWN = 30
"""characters of it that a message shows"""
_FOR_ONE_LOST = 50
"""letters beyond ASCII that must stand for each that could not be read"""
_NO_MEMORY = re.compile(r"insufficient memory|memory allocation|(can't|cannot) allocate|out of memory|bad_alloc", re.I)


class Locked(Exception):
    """The file can't be opened without a password."""


class Damaged(Exception):
    """The file can't be read; the message says why, in Chinese."""


class TooLarge(Exception):
    """A limit refuses the file; the message says which, in Chinese."""


def lacks_memory(fault: BaseException | None) -> bool:
    """Whether there was no memory: libraries say so with faults of their own, and readers wrap those."""
    while fault is not None:
        if isinstance(fault, MemoryError) or _NO_MEMORY.search(str(fault)):
            return True
        fault = fault.__cause__
    return False


def failed(file: SourceFile, status: FileStatus, code: str, why: str, advice: str) -> Document:
    """A document of which nothing was read."""
    flag = Flag(code, "gap", f"「{file.path}」{why}，{advice}。", Place(file.path))
    return Document(replace(file, status=status, reason=f"{why}，{advice}"), flags=(flag,))


def unreadable(file: SourceFile, why: str) -> Document:
    return failed(file, "unreadable", "unreadable-file", why, "请重新导出或重新拍摄后提交")


def stopped(file: SourceFile) -> Document:
    """A document whose reader died, of what it is not known: the file may be to blame or the machine."""
    document = unreadable(file, "文件已损坏或异常，读取它的程序中止了")
    return replace(document, file=replace(document.file, out_of_reach=True))


def locked(file: SourceFile) -> Document:
    return failed(file, "unreadable", "password-protected", "文件有打开密码", "请解除密码后重新提交")


def refused(file: SourceFile, why: str) -> Document:
    return failed(file, "refused", "limit-exceeded", why, "请缩小或拆分后重新提交")


def unsupported(file: SourceFile, why: str, advice: str) -> Document:
    return failed(file, "unsupported", "unsupported-format", why, advice)


def tells(text: str) -> bool:
    """Whether a text that nobody sees may say something."""
    return _TELLING.search(text) is not None


def unseen_flag(text: str, why: str, place: Place) -> Flag:
    """The question that a paper gets of which nobody sees a text; `why`: the ways in which its format hides one."""
    told = f"「{place.file}」中有看不见的文字（{why}，如“{text[:_SHOWN]}”），没有计入，请打开原件核对。"
    return Flag(UNSEEN, "review", told, place)


def with_unveiled(document: Document, whole: Document, flag: Flag) -> Document:
    """The document with what it says if the text that nobody sees is seen, as `whole` has it, and the question."""
    pages = tuple(
        replace(page, unveiled=every.lines if every.lines != page.lines else None)
        for page, every in zip(document.pages, whole.pages, strict=True)
    )
    unveiled = whole.tables if whole.tables != document.tables else None
    return replace(document, pages=pages, unveiled=unveiled, flags=(*document.flags, flag))


def partly(document: Document, lost: str, code: str = "unreadable-file", severity: Severity = "gap") -> Document:
    """The document with what was lost said in its status and a flag."""
    path = document.file.path
    flag = Flag(code, severity, f"「{path}」只读出一部分：{lost}，请重新提交完整的文件。", Place(path))
    file = replace(document.file, status="partly-read", reason=f"只读出一部分：{lost}")
    return replace(document, file=file, flags=(*document.flags, flag))


def unless_garbled(document: Document) -> Document:
    """The document; one that gives many characters of no code page is never plainly read."""
    if document.file.status != "read" or document.file.kind not in ("sheet", "text"):
        return document
    text = document.text
    lost = text.count("\ufffd")
    if not lost or lost * _FOR_ONE_LOST < sum(not char.isascii() for char in text):
        return document
    return partly(document, "很多字的编码认不出")


def clean(text: str) -> str:
    """NFC, without control characters, every kind of space a plain one, none at the ends; letters as they are seen."""
    text = text if text.isascii() else as_seen(text)
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text.strip()
    kept = (" " if char in "\t\n\r\v\f" or unicodedata.category(char) == "Zs" else char for char in text)
    plain = "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs", "Cf", "Cn"))
    return unicodedata.normalize("NFC", plain).strip()


def clean_cell(text: str) -> str:
    """As `clean`, but the lines within a cell stay lines."""
    if text.isprintable():
        return clean(text)
    lines = (clean(line) for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of one length, without the empty columns at the right end."""
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=0)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in rows)


def filled(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables in which anything stands."""
    return tuple(table for table in tables if any(any(row) for row in table.rows))
