"""How much text of one file goes on to be looked through: no line, cell or file without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    pages = tuple(_pages(document.pages, most))
    tables = tuple(map(_table, document.tables))
    unveiled = document.unveiled and tuple(map(_table, document.unveiled))
    total = sum(len(line.text) for line in document.lines)
    document = replace(document, pages=pages, tables=tables, unveiled=unveiled)
    if total > most:
        return partly(document, f"文字超过 {most // 10_000} 万个，后面的没有读", "limit-exceeded")
    return document


def _pages(pages: tuple[Page, ...], most: int) -> Iterator[Page]:
    """The pages with no more than so many characters, and no more of what nobody sees either."""
    seen, unveiled = _Budget(most), _Budget(most)
    for page in pages:
        all_lines = page.unveiled and unveiled.of(page.unveiled)
        yield replace(page, lines=seen.of(page.lines), unveiled=all_lines)


@dataclass(slots=True)
class _Budget:
    """Characters that may still be read."""

    left: int

    def of(self, lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
        """The lines as far as they reach, long ones in pieces."""
        return tuple(piece for line in lines for piece in self._pieces(line))

    def _pieces(self, line: TextLine) -> Iterator[TextLine]:
        text = line.text[: self.left]
        self.left -= len(text)
        for start in range(0, len(text), LONGEST_LINE):
            yield replace(line, text=text[start : start + LONGEST_LINE])


def _table(table: Table) -> Table:
    if max(map(len, chain.from_iterable(table.rows)), default=0) <= LONGEST_CELL:
        return table
    return replace(table, rows=tuple(tuple(cell[:LONGEST_CELL] for cell in row) for row in table.rows))
