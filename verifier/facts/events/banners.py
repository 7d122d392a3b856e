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

_MOST_ROWS = 3
"""of one sign"""
_PIECE_ALIKE, _ROW_ALIKE = 0.6, 0.62
"""height of the lower by that of the higher, from which on two pieces are of one row, and two rows of one sign"""
_PIECE_GAP = (-0.5, 1.0)
"""between two pieces of a row, in heights of the lower one"""
_PIECE_SHARE = 0.5
"""of the lower piece's height that both have beside each other"""
_ROW_GAP = (-0.6, 1.1)
"""between two rows of a sign, in heights of the lower one's letters"""
_ENDED = re.compile(r"[。!！?？;；:：]$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text in which an event and its day stand together."""

    text: str
    place: Place
    confidence: float
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
    for rows in _signs(_rows(lines)):
        pieces = [line for row in rows for line in row]
        texts = [plain_line(line.text) for line in pieces]
        ends = tuple(zip(accumulate(map(len, texts)), (line.confidence for line in pieces), strict=True))
        place = Place(pieces[0].place.file, pieces[0].place.page, _around(pieces), line=pieces[0].place.line)
        yield Unit("".join(texts), place, min(line.confidence for line in pieces), sign=True, pieces=ends)


def _signs(rows: Sequence[Sequence[TextLine]]) -> Iterator[list[Sequence[TextLine]]]:
    """The rows of each sign: one that no sign above has taken, and those that go on under it."""
    taken: set[int] = set()
    for index, row in enumerate(rows):
        if index in taken:
            continue
        sign = [row]
        for number, lower in enumerate(rows):
            if len(sign) < _MOST_ROWS and number not in {index, *taken} and _one_sign(sign[-1], lower):
                sign.append(lower)
                taken.add(number)
        yield sign


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
    """Whether a piece of text goes on at the right of another, of one size and on one height."""
    low, high = sorted((_height(left), _height(right)))
    least, most = _PIECE_GAP
    gap = right[0] - left[2]
    shared = min(left[3], right[3]) - max(left[1], right[1])
    return low >= _PIECE_ALIKE * high and least * low <= gap <= most * low and shared >= _PIECE_SHARE * low


def _one_sign(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> bool:
    """Whether a row goes on under another: of one size and close, where the upper does not end and no date begins."""
    above, below = _around(upper), _around(lower)
    if not above or not below or _ENDED.search(upper[-1].text.strip()):
        return False
    low, high = sorted(median(_height(_box(line)) for line in row) for row in (upper, lower))
    alike = low >= _ROW_ALIKE * high
    return alike and _is_under(above, below, low) and not any(find_dates(plain_line(line.text)) for line in lower)


def _is_under(above: Box, below: Box, letters: float) -> bool:
    """Whether a box stands under another, close for letters of that height."""
    least, most = _ROW_GAP
    shared = min(above[2], below[2]) - max(above[0], below[0])
    lower = below[1] + below[3] > above[1] + above[3]
    return lower and shared > 0 and least * letters <= below[1] - above[3] <= most * letters


def _height(box: Box) -> int:
    return box[3] - box[1]


def _box(line: TextLine) -> Box:
    return line.place.box or (0, 0, 0, 0)


def _around(lines: Sequence[TextLine]) -> Box | None:
    boxes = [line.place.box for line in lines if line.place.box]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
