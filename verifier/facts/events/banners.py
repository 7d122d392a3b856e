"""Signs in a picture: the pieces and rows of one banner, stand or heading, read as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from verifier.facts.dates import find_dates
from verifier.facts.events.names import plain_line
from verifier.model import Box, Place, TextLine


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text in which an event and its day stand together."""

    text: str
    place: Place
    confidence: float
    dated: bool = True
    """whether dates in it may be the event's"""
    sign: bool = False
    """a sign, banner or caption, where a bare word is a name"""
    pieces: tuple[tuple[int, float], ...] = ()
    """of a sign read in pieces: where each ends in the text, and its confidence"""

    def surely(self, start: int, end: int) -> float:
        """The lowest confidence of the pieces between two offsets."""
        begins = (0, *(stop for stop, _ in self.pieces))
        met = [sure for begin, (stop, sure) in zip(begins, self.pieces, strict=False) if begin < end and stop > start]
        return min(met, default=self.confidence)


def signs_on(lines: Sequence[TextLine]) -> Iterator[Unit]:
    """The lines of a picture, the pieces and rows of one banner or heading in one."""
    rows = _rows(lines)
    used: set[int] = set()
    for index, row in enumerate(rows):
        if index in used:
            continue
        group = [row]
        for number, lower in enumerate(rows):
            if number not in used and number != index and len(group) < 3 and _one_sign(group[-1], lower):
                group.append(lower)
                used.add(number)
        pieces = [line for row in group for line in row]
        texts = [plain_line(line.text) for line in pieces]
        ends = tuple(zip(accumulate(map(len, texts)), (line.confidence for line in pieces), strict=True))
        place = Place(pieces[0].place.file, pieces[0].place.page, _around(pieces), line=pieces[0].place.line)
        yield Unit("".join(texts), place, min(line.confidence for line in pieces), sign=True, pieces=ends)


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Pieces that follow one another from left to right, also where a banner hangs aslant; from top to bottom."""
    boxed = sorted((line for line in lines if line.place.box), key=lambda line: _box(line)[0])
    rows: list[list[TextLine]] = []
    for line in boxed:
        home = [row for row in rows if _follows(_box(row[-1]), _box(line))]
        if home:
            min(home, key=lambda row: abs(_box(row[-1])[2] - _box(line)[0])).append(line)
        else:
            rows.append([line])
    return [*sorted(rows, key=lambda row: min(_box(line)[1] for line in row)), *([x] for x in lines if not x.place.box)]


def _follows(left: Box, right: Box) -> bool:
    low = min(left[3] - left[1], right[3] - right[1])
    alike = low >= 0.6 * max(left[3] - left[1], right[3] - right[1])
    gap = right[0] - left[2]
    shared = min(left[3], right[3]) - max(left[1], right[1])
    return alike and -0.5 * low <= gap <= 1.0 * low and shared >= 0.5 * low


def _one_sign(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> bool:
    """Whether two rows are of one size, close and one under the other, and the upper one does not end there."""
    above, below = _around(upper), _around(lower)
    if not above or not below or re.search(r"[。!！?？;；:：]$", upper[-1].text.strip()):
        return False
    heights = sorted(median(_box(line)[3] - _box(line)[1] for line in row) for row in (upper, lower))
    if heights[0] < 0.62 * heights[1] or any(find_dates(plain_line(line.text)) for line in lower):
        return False
    shared = min(above[2], below[2]) - max(above[0], below[0])
    lower_is_under = below[1] + below[3] > above[1] + above[3]
    return lower_is_under and -0.6 * heights[0] <= below[1] - above[3] <= 1.1 * heights[0] and shared > 0


def _box(line: TextLine) -> Box:
    return line.place.box or (0, 0, 0, 0)


def _around(lines: Sequence[TextLine]) -> Box | None:
    boxes = [line.place.box for line in lines if line.place.box]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
