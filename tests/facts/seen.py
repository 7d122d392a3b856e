"""Screens and signs for the tests of posts and events: read from kept OCR results, or set by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from verifier.model import DateSpan, Document, Page, Place, SourceFile, TextLine

KEPT = Path(__file__).parent.parent / "data" / "screens"
Line = tuple[str, int, int, int]
"""text, left, top, height of its letters"""


def kept(name: str) -> Document:
    """The picture whose OCR result is kept under that name."""
    data = json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))
    file = f"{name}.png"
    lines = tuple(
        TextLine(text, Place(file, 1, (left, top, right, bottom)), confidence, "ocr")
        for text, left, top, right, bottom, confidence in data["lines"]
    )
    return _picture(file, tuple(data["size"]), lines)


def drawn(*lines: Line, size: tuple[int, int] = (720, 1500), file: str = "shot.png", sure: float = 0.98) -> Document:
    """A picture with these lines; a letter is as wide as it is high, a digit half as wide."""
    return _picture(file, size, tuple(_line(line, file, sure) for line in lines))


def captioned(document: Document, *captions: str) -> Document:
    """The picture as it stands in a Word file, with what is written about it."""
    context = tuple(
        TextLine(text, Place("report.docx", line=number), role="caption") for number, text in enumerate(captions, 1)
    )
    return Document(document.file, document.pages, context=context)


def typed(*lines: str, kind: str = "word", file: str = "typed.docx") -> Document:
    """A paper of plain lines."""
    texts = tuple(TextLine(text, Place(file, line=number)) for number, text in enumerate(lines, 1))
    return Document(SourceFile(file, "0" * 64, 1, kind, "read"), (Page(Place(file), lines=texts),))  # type: ignore[arg-type]


def span(year: int, month: int, day: int) -> DateSpan:
    there = date(year, month, day)
    return DateSpan(there, there, "day", month, day)


def yearless(month: int, day: int) -> DateSpan:
    return DateSpan(None, None, "day", month, day)


def _picture(file: str, size: tuple[int, int], lines: tuple[TextLine, ...]) -> Document:
    page = Page(Place(file, 1), Path(file), size, lines=lines, needs_ocr=True)
    return Document(SourceFile(file, "0" * 64, 1, "image", "read"), (page,))


def _line(line: Line, file: str, sure: float) -> TextLine:
    text, left, top, height = line
    width = round(sum(1.0 if char > "\u2e80" else 0.55 for char in text) * height * 0.9)
    return TextLine(text, Place(file, 1, (left, top, left + width, top + height)), sure, "ocr")
