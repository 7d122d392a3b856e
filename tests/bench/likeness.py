"""How well a text was read: characters wrong, lines right, order, days found."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from verifier.facts.dates import find_dates

Lines = Sequence[tuple[str, float]]
"""text and confidence of each line read, in the reader's order"""
RIGHT = 0.9
"""share of a line's characters from which on it counts as read"""
SURE = 0.8
"""confidence below which a text that points hang on is flagged instead of believed"""
_GONE = "\0"


@dataclass(frozen=True, slots=True)
class Score:
    lines: int = 0
    right: int = 0
    characters: int = 0
    wrong: int = 0
    read: int = 0
    """characters of the lines that were read right"""
    pairs: int = 0
    in_order: int = 0
    days: int = 0
    found: int = 0
    false: int = 0
    unsure: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def score(known: Sequence[str], read: Lines, whole: bool) -> Score:
    """Known lines against what was read; order and days only of pictures whose whole text is known."""
    text = _GONE.join(_bare(line) for line, _ in read)
    wrong: dict[int, int] = {}
    places: dict[int, int] = {}
    bare = [_bare(line) for line in known]
    for index in sorted(range(len(bare)), key=lambda one: (-len(bare[one]), one)):
        line = bare[index]
        start, end = _window(line, text)
        wrong[index] = min(len(line), Levenshtein.distance(line, text[start:end].replace(_GONE, "")))
        if wrong[index] <= (1 - RIGHT) * len(line):
            places[index] = start
            text = text[:start] + _GONE * (end - start) + text[end:]
    seen = [places[index] for index in sorted(places)]
    order = list(pairwise(seen)) if whole else []
    days = _days(known, read) if whole else Score()
    return days + Score(
        lines=len(bare),
        right=len(places),
        characters=sum(map(len, bare)),
        wrong=sum(wrong.values()),
        read=sum(len(bare[index]) for index in places),
        pairs=len(order),
        in_order=sum(one < other for one, other in order),
    )


def _window(line: str, text: str) -> tuple[int, int]:
    """Where in `text` the line stands best: whole when it is there, else where most of it is."""
    start = text.find(line)
    if start >= 0:
        return start, start + len(line)
    if len(text) <= len(line):
        return 0, len(text)
    found = fuzz.partial_ratio_alignment(line, text)
    return (found.dest_start, found.dest_end) if found else (0, 0)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _days(known: Sequence[str], read: Lines) -> Score:
    """Right and sure: found; right or wrong but unsure: flagged; wrong and sure: false."""
    there = set().union(*(_days_in(line) for line in known))
    sure = set().union(*(_days_in(line) for line, confidence in read if confidence >= SURE))
    doubtful = set().union(*(_days_in(line) for line, confidence in read if confidence < SURE)) - sure
    return Score(
        days=len(there),
        found=len(there & sure),
        false=len(sure - there),
        unsure=len(doubtful),
        missed=len(there - sure - doubtful),
    )


def _days_in(line: str) -> set[date]:
    spans = [found.span for found in find_dates(line) if found.span.precision == "day"]
    return {day for span in spans for day in (span.start, span.end) if day}
