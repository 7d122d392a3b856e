"""`render`: a file of the bundle becomes pages with the lines, tables and pictures that can be had without OCR."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from verifier.model import Document, SourceFile
from verifier.readers.outcome import Damaged, Locked, TooLarge, locked, refused, unreadable

__all__ = ["render"]

log = logging.getLogger(__name__)

Reader = Callable[[SourceFile, Path], tuple[Document, ...]]

READERS: tuple[tuple[str, str], ...] = (
    ("eml", "mail.read_message"),
    ("msg", "mail.read_message"),
    ("mhtml", "mail.read_message"),
    ("image", "image.read_image"),
    ("pdf", "pdf.read_pdf"),
    ("word", "word.read_word"),
    ("sheet", "sheet.read_sheet"),
    ("text", "text.read_text"),
)
"""for a format, else for a kind: the function by name, so that a library is loaded only when a paper needs it"""


def render(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The document of the file itself, with its final status, then one for each picture inside it.

    Page pictures and pictures from inside are written under `work`. A fault of the file is its status and a flag,
    never an exception. pdfium is not thread-safe: one thread of a process at a time.
    """
    name = reader_of(file)
    if file.status != "read" or file.stored is None or name is None:
        return (Document(file),)
    try:
        return _reader(name)(file, work)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except Locked:
        return (locked(file),)
    except TooLarge as limit:
        return (refused(file, str(limit)),)
    except Damaged as fault:
        return (unreadable(file, str(fault)),)
    except BaseException as fault:  # calamine's PanicException is no Exception
        log.debug("%s: %s: %s", file.sha256, type(fault).__name__, fault)
        return (unreadable(file, "文件已损坏，读不出来"),)


def reader_of(file: SourceFile) -> str | None:
    """The name of the function that reads it; None for what is not read."""
    readers = dict(READERS)
    return readers.get(file.format) or readers.get(file.kind)


def _reader(name: str) -> Reader:
    module, _, function = name.partition(".")
    return cast(Reader, getattr(import_module(f"verifier.readers.{module}"), function))
