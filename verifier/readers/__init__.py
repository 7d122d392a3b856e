"""`render`: a file of the bundle becomes pages with the lines, tables and pictures that can be had without OCR."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from verifier.files.system import of_the_machine
from verifier.model import Document, Limits, Lost, SourceFile, Terms
from verifier.readers.bounds import bounded
from verifier.readers.locks import unlocked
from verifier.readers.outcome import (
    Damaged,
    Locked,
    TooLarge,
    lacks_memory,
    locked,
    refused,
    stopped,
    unless_garbled,
    unreadable,
)
from verifier.readers.remarks import with_remarks
from verifier.readers.terms import under

__all__ = ["given_up", "is_rendered", "render"]

log = logging.getLogger(__name__)

DEFAULT = Terms()

Reader = Callable[[SourceFile, Path], tuple[Document, ...]]

READERS: tuple[tuple[str, str], ...] = (
    ("ofd", "ofd.document.read_ofd"),
    ("pptx", "slides.deck.read_slides"),
    ("eml", "mail.read_message"),
    ("msg", "mail.read_message"),
    ("mhtml", "mail.read_message"),
    ("image", "pictures.image.read_image"),
    ("pdf", "pdf.document.read_pdf"),
    ("word", "word.document.read_word"),
    ("sheet", "sheets.sheet.read_sheet"),
    ("text", "text.read_text"),
)
"""for a format, else for a kind: the function by name, so that a library is loaded only when a paper needs it"""


_OFFICE = ("word", "sheet", "other")
"""kinds of which a locked file can be unlocked as a whole"""


def is_rendered(file: SourceFile) -> bool:
    """Whether there is a reader for it."""
    return file.status == "read" and file.stored is not None and reader_of(file) is not None


def render(file: SourceFile, work: Path, terms: Terms = DEFAULT) -> tuple[Document, ...]:
    """The document of the file itself, with its final status, then one for each picture inside it.

    Page pictures and pictures from inside are written under `work`. A fault of the file is its status and a flag,
    never an exception; raises OSError where the disk is full. pdfium is not thread-safe: one thread of a process at a
    time.
    """
    if not is_rendered(file):
        return (Document(file),)
    try:
        with under(terms):
            own, *inside = _read(file, work)
            return tuple(map(unless_garbled, map(bounded, (with_remarks(own), *inside))))
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except Locked:
        return (locked(file),)
    except TooLarge as limit:
        return (refused(file, str(limit)),)
    except BaseException as fault:  # calamine's PanicException is no Exception
        log.debug("%s: %s", file.sha256, type(fault).__name__)
        if machine := of_the_machine(fault):
            raise machine from None
        if lacks_memory(fault):
            return given_up(file, Lost("memory"), terms.limits)
        return (unreadable(file, str(fault) if isinstance(fault, Damaged) else "文件已损坏，读不出来"),)


def reader_of(file: SourceFile) -> str | None:
    """The name of the function that reads it; None for what is not read."""
    readers = dict(READERS)
    return readers.get(file.format) or readers.get(file.kind)


def _read(file: SourceFile, work: Path) -> tuple[Document, ...]:
    read = _reader(reader_of(file) or "")
    try:
        return read(file, work)
    except Locked:
        if file.kind not in _OFFICE:
            raise
        return read(unlocked(file, work), work)


def given_up(file: SourceFile, lost: Lost, limits: Limits) -> tuple[Document, ...]:
    """The document of a file whose reader did not come to an end."""
    if lost.why == "time":
        return (refused(file, f"读取时间超过 {limits.seconds} 秒"),)
    if lost.why == "memory":
        return (refused(file, f"读取时占用的内存超过 {limits.memory_bytes >> 20} MB"),)
    if lost.why == "answer":
        return (unreadable(file, "读取它的程序给出的结果无法识别"),)
    return (stopped(file),)


def _reader(name: str) -> Reader:
    module, _, function = name.rpartition(".")
    return cast(Reader, getattr(import_module(f"verifier.readers.{module}"), function))
