"""Rows that show how a table is filled in say nothing of a school, whatever is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.facts.layout import visual_rows
from verifier.language.examples import is_example_row
from verifier.model import Document, Page, Table, TextLine


def without_examples(document: Document) -> Document:
    """The document with nothing in its example rows but that they are some."""
    if not _speaks_of_examples(document):
        return document
    return replace(
        document,
        pages=tuple(map(_page, document.pages)),
        tables=tuple(map(_table, document.tables)),
        grids=tuple(map(_table, document.grids)),
        unveiled=None if document.unveiled is None else tuple(map(_table, document.unveiled)),
    )


def _speaks_of_examples(document: Document) -> bool:
    tables = (*document.tables, *document.grids, *(document.unveiled or ()))
    lines = (line for page in document.pages for line in (*page.lines, *(page.unveiled or ())))
    return any(is_example_row(row) for table in tables for row in table.rows) or any(
        is_example_row(line.text.split()[:1]) for line in lines
    )


def _table(table: Table) -> Table:
    rows = tuple(_told(row) if is_example_row(row) else row for row in table.rows)
    return table if rows == table.rows else replace(table, rows=rows)


def _told(row: Sequence[str]) -> tuple[str, ...]:
    first = next(at for at, cell in enumerate(row) if cell.strip())
    return tuple(cell if at == first else "" for at, cell in enumerate(row))


def _page(page: Page) -> Page:
    unveiled = None if page.unveiled is None else _lines(page.unveiled)
    return replace(page, lines=_lines(page.lines), unveiled=unveiled)


def _lines(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines without what stands in one row behind the word; several words of one line are a row too."""
    behind = {id(line) for row in visual_rows(lines) if is_example_row([row[0].text]) for line in row[1:]}
    return tuple(_line(line) for line in lines if id(line) not in behind)


def _line(line: TextLine) -> TextLine:
    first, *rest = line.text.split(maxsplit=1) or [""]
    return replace(line, text=first) if rest and is_example_row([first]) else line
