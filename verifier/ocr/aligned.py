"""Tables without rulings: lines of text that stand under one another in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from verifier.model import Box, Page, TextLine

LEAST_ROWS, LEAST_COLUMNS = 4, 3
_FITTING = 0.6
"""share of the rows that have a line in every column"""
_FARTHEST = 3.0
"""heights of a line by which two rows of one table may lie apart"""
_CROSSED = 0.3
"""of the narrower of a line and a column, how much lies in both where the line stands in that column"""

Span = tuple[float, float]
"""left and right, in pixels of the page as it lies once its rows are level"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that stands in one or several columns."""

    line: TextLine
    box: Box
    span: Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a table without rulings is made of."""

    rows: tuple[tuple[Piece, ...], ...]
    columns: tuple[Span, ...]

    def columns_of(self, piece: Piece) -> list[int]:
        """The columns in which a piece stands, at least one."""
        covered = [at for at, column in enumerate(self.columns) if _covers(piece.span, column)]
        return covered or [_nearest(piece.span, self.columns)]


def find_aligned(page: Page) -> Iterator[Aligned]:
    """The tables without rulings of a page whose lines have boxes and are in reading order, from top to bottom."""
    rows = _rows(page.lines)
    lean = _lean(rows)
    for run in _runs(rows):
        pieces = [[_piece(line, lean) for line in row] for row in run]
        columns = _columns(pieces)
        if columns is not None:
            yield Aligned(tuple(_with_broken(pieces)), columns)


def _with_broken(rows: Sequence[Sequence[Piece]]) -> Iterator[tuple[Piece, ...]]:
    """The rows; a line alone is the end of a cell above it that is broken."""
    held: list[Piece] = []
    for row in rows:
        if held and len(row) > 1:
            yield tuple(held)
            held = []
        held += row
    yield tuple(held)


def around(boxes: Sequence[Box]) -> Box:
    """The box that holds all of these."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines that stand side by side, left to right, from top to bottom."""
    rows: list[list[TextLine]] = []
    for line in lines:
        if rows and _is_right_of(line.place.box, rows[-1][-1].place.box):
            rows[-1].append(line)
        elif line.place.box is not None:
            rows.append([line])
    return rows


def _is_right_of(box: Box | None, other: Box | None) -> bool:
    if box is None or other is None or box[0] < other[2] - (other[3] - other[1]) / 2:
        return False
    return other[1] < _middle(box)[1] < other[3] and box[1] < _middle(other)[1] < box[3]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _lean(rows: Sequence[Sequence[TextLine]]) -> float:
    """By how much the rows fall, a pixel to the right: as a page lies that went askew through the scanner."""
    ends = [(row[0].place.box, row[-1].place.box) for row in rows if len(row) >= LEAST_COLUMNS]
    steps = [(_middle(first), _middle(last)) for first, last in ends if first and last]
    return median((last[1] - first[1]) / (last[0] - first[0]) for first, last in steps) if steps else 0.0


def _piece(line: TextLine, lean: float) -> Piece:
    box = line.place.box
    assert box is not None
    shift = lean * _middle(box)[1]
    return Piece(line, box, (box[0] + shift, box[2] + shift))


def _runs(rows: Sequence[Sequence[TextLine]]) -> Iterator[list[Sequence[TextLine]]]:
    """Rows that follow close under one another, the first of several lines and none of the last alone."""
    run: list[Sequence[TextLine]] = []
    for row in rows:
        if run and not _follows(row, run[-1]):
            yield _trimmed(run)
            run = []
        if run or len(row) >= LEAST_COLUMNS:
            run.append(row)
    yield _trimmed(run)


def _trimmed(run: list[Sequence[TextLine]]) -> list[Sequence[TextLine]]:
    """Without the lines alone at its end: what stands under a table is none of it."""
    while run and len(run[-1]) == 1:
        run = run[:-1]
    return run


def _follows(row: Sequence[TextLine], above: Sequence[TextLine]) -> bool:
    boxes, over = ([line.place.box for line in each if line.place.box] for each in (row, above))
    height = median(box[3] - box[1] for box in (*boxes, *over))
    return around(boxes)[1] - around(over)[3] < _FARTHEST * height


def _columns(rows: Sequence[Sequence[Piece]]) -> tuple[Span, ...] | None:
    """The columns of rows most of which have a piece in each; None where the pieces stand in none."""
    rows = [row for row in rows if len(row) > 1]
    if len(rows) < LEAST_ROWS:
        return None
    count, fitting = Counter(map(len, rows)).most_common(1)[0]
    if count < LEAST_COLUMNS or fitting < max(LEAST_ROWS - 1, _FITTING * len(rows)):
        return None
    spans = [[row[at].span for row in rows if len(row) == count] for at in range(count)]
    columns = tuple((min(left for left, _ in column), max(right for _, right in column)) for column in spans)
    return columns if all(one[1] <= other[0] for one, other in pairwise(columns)) else None


def _covers(span: Span, column: Span) -> bool:
    shared = min(span[1], column[1]) - max(span[0], column[0])
    return shared > _CROSSED * min(span[1] - span[0], column[1] - column[0])


def _nearest(span: Span, columns: Sequence[Span]) -> int:
    middle = (span[0] + span[1]) / 2
    return min(range(len(columns)), key=lambda at: abs((columns[at][0] + columns[at][1]) / 2 - middle))
