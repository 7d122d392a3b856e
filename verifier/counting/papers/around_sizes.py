"""What stands around a size: its line, the sentence it runs on in, the row of its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from verifier.facts.layout import squeeze
from verifier.facts.quantities import find_quantities
from verifier.facts.running_lines import sentence_around
from verifier.language.comparing_text import plain
from verifier.model import AREA, Fact, Observed, Quantity, RuleSet


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


def told_of(fact: Fact[Quantity], line: str, rules: RuleSet) -> str:
    """A line down to the end of the sentence with a quantity, and on while sentences go on about the same thing.

    What begins with an intention names nothing else, and goes on too: 面积25平方米。预计5月建成.
    """
    before, quote, behind = line.partition(fact.quote)
    own, *later = re.split(r"(?<=[。；;])", behind)
    words = rules.words.judging
    same = takewhile(
        lambda said: words.refers_back.any.match(plain(said)) or plain(said).startswith(words.intended), later
    )
    return "".join((before, quote, own, *same))


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
