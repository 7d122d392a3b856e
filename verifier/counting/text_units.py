"""A paper as the pieces of text that say one thing each: its lines, the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.model import Observed, Place


def units_of_text(seen: Observed) -> list[tuple[str, Place, float]]:
    """Every line, every row of a table and every title, as text with its place and confidence."""
    units = [(line.text, line.place, line.confidence) for line in (*seen.document.lines, *seen.document.context)]
    for table in seen.document.tables:
        head = table.title
        for index, row in enumerate(table.rows):
            text = " ".join(cell for cell in row if cell)
            if text:
                units.append((f"{head} {text}".strip(), table.place_of(index), 1.0))
    return units


def sentences_of_text(seen: Observed) -> Iterator[tuple[str, Place, float]]:
    """The units, a sentence each: what stands far apart in a paper may be of different things."""
    for text, place, confidence in units_of_text(seen):
        for sentence in re.split(r"[。；;！!？?]", text):
            if sentence.strip():
                yield sentence, place, confidence
