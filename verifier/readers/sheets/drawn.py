"""What lies on the cells of a workbook: pictures as documents of their own, text boxes as lines, charts as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from verifier.model import Document, Page, Place, Table, TextLine
from verifier.readers.outcome import Damaged
from verifier.readers.pictures.pasted import paste, unique
from verifier.readers.sheets.facts import WorkbookFacts
from verifier.readers.sheets.unseen import as_seen

_IN_CELL = re.compile(r"DISPIMG\(\s*\"([^\"]+)\"")
_Placed = tuple[str, int]
"""name of a sheet and number of a row in it"""


def with_drawn(document: Document, facts: WorkbookFacts, work: Path) -> tuple[Document, ...]:
    """The workbook as a person sees it, with its text boxes and charts, then a document for each picture."""
    document, in_cells = _without_formulas(document, facts)
    rows = {part: (name, row) for name, sheet in facts.sheets.items() for row, part in reversed(sheet.pictures)}
    whole, document = document, as_seen(document, facts)
    pictures = _pictures(document, facts, {**rows, **in_cells}, work)
    charts = tuple(_charts(document, facts))
    return (
        replace(
            document,
            pages=tuple(_page(document, facts)),
            tables=(*document.tables, *charts),
            unveiled=None if document.unveiled is None else (*whole.tables, *charts),
        ),
        *pictures,
    )


def _without_formulas(document: Document, facts: WorkbookFacts) -> tuple[Document, Mapping[str, _Placed]]:
    """The tables without the formulas in whose cells WPS shows a picture, and the row of each of these."""
    places: dict[str, _Placed] = {}
    tables = []
    for table in document.tables:
        if any("DISPIMG(" in cell for row in table.rows for cell in row):
            for index, row in enumerate(table.rows):
                for found in filter(None, map(_IN_CELL.search, row)):
                    places.setdefault(facts.in_cells.get(found[1], ""), (table.sheet or "", _number(table, index)))
            rows = tuple(tuple("" if _IN_CELL.search(cell) else cell for cell in row) for row in table.rows)
            table = replace(table, rows=rows)
        tables.append(table)
    return (replace(document, tables=tuple(tables)) if places else document), places


def _number(table: Table, index: int) -> int:
    return table.row_numbers[index] if table.row_numbers else index + 1


def _page(document: Document, facts: WorkbookFacts) -> Iterator[Page]:
    """The words in text boxes, and the titles of charts."""
    lines, every = (tuple(_lines(document, facts, unveiled)) for unveiled in (False, True))
    if every:
        yield Page(Place(document.file.path), lines=lines, unveiled=None if lines == every else every)


def _lines(document: Document, facts: WorkbookFacts, unveiled: bool) -> Iterator[TextLine]:
    for name, sheet in facts.sheets.items():
        boxed = [(box.row, box.text if unveiled else box.seen) for box in sheet.boxes]
        titled = [(row, text) for row, chart in sheet.charts for text in chart.texts]
        for row, text in sorted((*boxed, *titled), key=lambda each: each[0]):
            if text:
                yield TextLine(text, Place(document.file.path, cell=f"{name}!A{row}"))


def _charts(document: Document, facts: WorkbookFacts) -> Iterator[Table]:
    """Charts as tables, but for those whose figures stand in the cells."""
    cells = {cell for table in document.tables for row in table.rows for cell in row}
    for name, sheet in facts.sheets.items():
        for row, chart in sheet.charts:
            figures = {cell for each in chart.rows for cell in each if cell}
            if not figures <= cells:
                place = Place(document.file.path, cell=f"{name}!A{row}")
                yield Table(chart.rows, place, title=chart.texts[0] if chart.texts else "")


def _pictures(document: Document, facts: WorkbookFacts, rows: Mapping[str, _Placed], work: Path) -> Iterator[Document]:
    """A document for each picture of the workbook, once, with the texts of the row at which it stands."""
    taken: set[str] = set()
    seen: set[str] = set()
    for part in facts.media:
        try:
            data = facts.read(part)
        except Damaged:
            continue
        context = _context(document, *rows[part]) if part in rows else ()
        picture = paste(document.file, unique(part, taken), data, context, work)
        if picture and picture.file.sha256 not in seen:
            seen.add(picture.file.sha256)
            yield picture


def _context(document: Document, name: str, number: int) -> tuple[TextLine, ...]:
    """The sheet's first row, when it is a title, and the cells of the row at which a picture stands."""
    table = next((each for each in document.tables if each.sheet == name), None)
    lines: list[TextLine] = []
    for index, row in enumerate(table.rows if table else ()):
        title = index == 0 and sum(map(bool, row)) == 1
        if table and (title or table.row_numbers[index] == number):
            lines += _spoken(table, index, "title" if title else "caption")
    return tuple(lines)


def _spoken(table: Table, index: int, role: Literal["title", "caption"]) -> Iterator[TextLine]:
    for column, text in enumerate(table.rows[index]):
        if text:
            yield TextLine(text.replace("\n", " "), table.place_of(index, column), role=role)
