"""Tables of plain text whose columns blanks hold apart, as old programs print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

_CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")
"""what two blanks or more part from the next"""
_DIGIT = re.compile(r"\d")
FEWEST_CELLS = 3


def parted(line: str) -> list[tuple[int, str]]:
    """The cells of a line, each with the place where it begins, in half-widths; [] for a rule under a header."""
    if not any(map(str.isalnum, line)):
        return []
    return [(_breadth(line[: match.start()]), match[0]) for match in _CELL.finditer(line)]


def rows_of(lines: Sequence[str]) -> list[list[str]]:
    """The rows of lines under a header without figures, each of which has one; [] where they are no table.

    A row with fewer cells than the header has each under the label that begins nearest.
    """
    head, *below = [parted(line) for line in lines]
    told = [row for row in below if row]
    is_list = bool(told) and all(any(_DIGIT.search(text) for _, text in row) for row in told)
    if not is_list or any(_DIGIT.search(text) for _, text in head) or any(len(row) > len(head) for row in told):
        return []
    starts = [start for start, _ in head]
    return [[text for _, text in head], *(_under(row, starts) for row in below)]


def _under(row: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[str]:
    cells = [""] * len(starts)
    for at, (start, text) in enumerate(row):
        own = at if len(row) == len(starts) else min(range(len(starts)), key=lambda other: abs(starts[other] - start))
        cells[own] = f"{cells[own]} {text}".strip()
    return cells


def _breadth(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
