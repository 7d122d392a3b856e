"""How much text of one file goes on to be looked through: no line, cell or file without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from verifier.model import Document, Page, Table, TextLine
from verifier.readers.outcome import partly
from verifier.readers.terms import limits

LONGEST_LINE = 4000
"""characters; people write none longer, and what looks through a line may take the square of it"""
LONGEST_CELL = 32_767
"""characters that a cell of Excel holds"""
MOST_SPANNED = 500
"""columns or rows that a merged cell is taken to cover: a file of a few kilobytes may claim millions of them"""


def bounded(document: Document) -> Document:
    """The document with long lines in pieces, long cells cut, and no more text than the limit allows."""
    most = limits().characters
    total = sum(len(line.text) for line in document.lines)
    pages = document.pages
    if total > most or any(len(line.text) > LONGEST_LINE for line in document.lines):
        pages = tuple(_pages(pages, most))
    tables = tuple(map(_table, document.tables))
    document = replace(document, pages=pages, tables=tables)
    if total > most:
        return partly(document, f"文字超过 {most // 10_000} 万个，后面的没有读", "limit-exceeded")
    return document


def _pages(pages: tuple[Page, ...], most: int) -> Iterator[Page]:
    for page in pages:
        lines: list[TextLine] = []
        for line in page.lines:
            text = line.text[:most]
            most -= len(text)
            lines += [replace(line, text=piece) for piece in _pieces(text)]
        yield replace(page, lines=tuple(lines))


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), LONGEST_LINE):
        yield text[start : start + LONGEST_LINE]


def _table(table: Table) -> Table:
    if max(map(len, chain.from_iterable(table.rows)), default=0) <= LONGEST_CELL:
        return table
    return replace(table, rows=tuple(tuple(cell[:LONGEST_CELL] for cell in row) for row in table.rows))
