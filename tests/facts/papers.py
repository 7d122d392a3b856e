"""Small made-up papers for the tests of facts."""

from __future__ import annotations

from functools import cache
from typing import Any

from verifier.model import DOCUMENT_TYPE, Document, Fact, Page, Place, SourceFile, Table, TextLine, Words
from verifier.rules import load_rule_set


@cache
def words() -> Words:
    """The words of the rule set."""
    return load_rule_set("weihai-2020").words


def paper(
    text: str | tuple[str, ...] = (),
    *,
    tables: tuple[Table, ...] = (),
    kind: Any = "word",
    context: tuple[str, ...] = (),
    file: str = "paper",
) -> Document:
    """A document with one page of text a string, and a line each; pictures and scans have boxes down the page."""
    pages = (text,) if isinstance(text, str) else text
    return Document(
        SourceFile(file, "0" * 64, 1, kind, "read"),
        tuple(_page(file, number, page.split("\n"), kind) for number, page in enumerate(pages, 1)),
        tables,
        context=tuple(TextLine(line, Place(file, line=1), role="caption") for line in context),
    )


def _page(file: str, number: int, lines: list[str], kind: str) -> Page:
    boxed = kind in {"image", "pdf"}
    texts = tuple(
        TextLine(
            line,
            Place(file, number, (60, 40 + 50 * index, 60 + 20 * len(line), 70 + 50 * index))
            if boxed
            else Place(file, line=index + 1),
            0.95 if boxed else 1.0,
            "ocr" if boxed else "text",
        )
        for index, line in enumerate(lines)
        if line.strip()
    )
    return Page(Place(file, number), size=(1000, 40 + 50 * len(lines) + 40), lines=texts)


def scattered(*cells: tuple[str, int, int], kind: Any = "image", size: tuple[int, int] = (1000, 1000)) -> Document:
    """A picture whose lines stand at (left, top), each 20 pixels a character wide and 28 high."""
    lines = tuple(
        TextLine(text, Place("photo", 1, (left, top, left + 20 * len(text), top + 28)), 0.95, "ocr")
        for text, left, top in cells
    )
    return Document(SourceFile("photo", "0" * 64, 1, kind, "read"), (Page(Place("photo", 1), size=size, lines=lines),))


def sheet(*rows: str, name: str = "Sheet1", title: str = "") -> Table:
    """A table of a sheet from rows of cells divided by |."""
    return Table(tuple(tuple(row.split("|")) for row in rows), Place("book.xlsx"), sheet=name, title=title)


def grid(*rows: str, title: str = "") -> Table:
    """A table of a Word document from rows of cells divided by |."""
    return Table(tuple(tuple(row.split("|")) for row in rows), Place("paper", line=9), title=title)


def is_a(kind: str) -> tuple[Fact[object], ...]:
    return (Fact(DOCUMENT_TYPE, kind, "", Place("paper")),)
