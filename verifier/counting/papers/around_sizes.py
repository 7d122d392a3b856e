"""What stands around a size: its line, the sentence it runs on in, the row of its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.facts.layout import squeeze
from verifier.facts.quantities import find_quantities
from verifier.facts.running_lines import sentence_around
from verifier.model import AREA, Fact, Observed, Quantity


def line_of(seen: Observed, fact: Fact[Quantity]) -> str:
    """The whole line in which a quantity stands, or of a table the cell that holds it."""
    for line in seen.document.lines:
        if line.place == fact.place:
            return line.text
    cells = (
        cell
        for table in seen.document.tables
        for index, row in enumerate(table.rows)
        for at, cell in enumerate(row)
        if fact.quote in cell and table.place_of(index, at) == fact.place
    )
    return next((cell for cell in cells if len(cell) > len(fact.quote)), "")


def sentence_of(seen: Observed, fact: Fact[Quantity]) -> str:
    """The line of a page in which a quantity stands, with those that run on into each other."""
    for page in seen.document.pages:
        for line in page.lines:
            if line.place == fact.place and line.place.box:
                return sentence_around(line, page.lines)
    return ""


def piece_with(fact: Fact[Quantity], line: str) -> str:
    """The part of a line, to the next semicolon or full stop, that holds an area and no other; else ''."""
    if fact.kind != AREA:
        return ""
    piece = next((part for part in re.split(r"[。；;]", line) if fact.quote in part), "")
    sizes = {one.quantity for one in find_quantities(piece) if one.kind == AREA}
    return piece if len(sizes) == 1 else ""


def row_of(seen: Observed, fact: Fact[Quantity]) -> str:
    return " ".join(cells_of(seen, fact))


def cells_of(seen: Observed, fact: Fact[Quantity]) -> Sequence[str]:
    """The row of a table in which a quantity stands; of several rows of a place that whose label it bears."""
    rows = (
        row
        for table in seen.document.tables
        for index, row in enumerate(table.rows)
        if any(fact.quote in cell and table.place_of(index, at) == fact.place for at, cell in enumerate(row))
    )
    labelled = (row for row in rows if any(cell.strip() and squeeze(cell) in fact.label for cell in row))
    return next(labelled, ())
