"""Tables on a page picture, by its rulings or else its columns, filled with the lines that were read out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from verifier.model import Box, Page, Table, TextLine
from verifier.ocr.aligned import Aligned, Piece, around, find_aligned
from verifier.ocr.grids import LEAST_COLUMNS, LEAST_ROWS, Grid, find_grids
from verifier.pictures import pixels

_WIDER = 0.3
"""heights of a line by which its box may reach into the next cell"""
_TOUCHING = 5
"""pixels by which a line may reach into the table under it"""
_TITLE_LINES = 3
_PAGE_NUMBER = re.compile(r"[-—–\s]*第?\s*\d{1,3}\s*页?\s*[,，/]?\s*(?:共?\s*\d{1,3}\s*页?)?[-—–\s]*")
_RULING = " |｜"
"""as what a ruling beside the text is read"""


def tables_on(page: Page) -> tuple[Table, ...]:
    """The tables of a page whose lines were read out of its picture; each row has its box.

    Where no rulings part them, lines that stand in columns are one. A line that runs over several cells is divided.
    """
    if not may_hold_table(page):
        return ()
    return _ruled(page) or tuple(_in_columns(found, page) for found in find_aligned(page))


def _ruled(page: Page) -> tuple[Table, ...]:
    assert page.image is not None
    picture = pixels(page.image)
    if picture is None:
        return ()
    height = median(line.place.box[3] - line.place.box[1] for line in page.lines if line.place.box)
    tables = (_filled(grid, page) for grid in find_grids(picture, height))
    return tuple(table for table in tables if table is not None)


def may_hold_table(page: Page) -> bool:
    """Whether some lines stand side by side in three, as in the rows of a table. Most pictures end here."""
    lines = page.lines if page.image is not None else ()
    middles = sorted((line.place.box[1] + line.place.box[3]) / 2 for line in lines if line.place.box)
    heights = sorted(line.place.box[3] - line.place.box[1] for line in lines if line.place.box)
    if len(middles) < LEAST_ROWS * LEAST_COLUMNS:
        return False
    near = heights[len(heights) // 2] / 2
    beside = sum(last - first < near for first, last in zip(middles, middles[2:], strict=False))
    return beside >= LEAST_ROWS


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a line says within one cell."""

    text: str
    left: float
    top: float
    bottom: float


def _filled(grid: Grid, page: Page) -> Table | None:
    """The table with what stands in its cells; None when hardly anything does, as in a window or a shelf."""
    pieces: dict[int, list[_Piece]] = {}
    outside: list[TextLine] = []
    for line in page.lines:
        parts = divided(line, grid)
        outside += [] if parts else [line]
        for label, piece in parts:
            pieces.setdefault(label, []).append(piece)
    if len(pieces) < LEAST_ROWS * LEAST_COLUMNS:
        return None
    rows = _rows(grid, pieces)
    merged = [(c.top, c.left, c.bottom, c.right) for c in grid.cells.values() if c.top < c.bottom or c.left < c.right]
    return Table(
        rows,
        replace(page.place, box=grid.box),
        title=_title(outside, grid.box),
        merged=tuple(sorted(merged)),
        row_boxes=tuple(_row_box(grid, row) for row in range(len(rows))),
        column_starts=grid.column_starts,
    )


def _in_columns(found: Aligned, page: Page) -> Table:
    """The table that lines in columns are."""
    row_boxes = tuple(around([piece.box for piece in row]) for row in found.rows)
    box = around(row_boxes)
    inside = {piece.line for row in found.rows for piece in row}
    left, width = found.columns[0][0], found.columns[-1][1] - found.columns[0][0]
    return Table(
        tuple(_cells(row, found) for row in found.rows),
        replace(page.place, box=box),
        title=_title([line for line in page.lines if line not in inside], box),
        row_boxes=row_boxes,
        column_starts=tuple(round((start - left) / width, 3) for start, _ in found.columns),
    )


def _cells(row: Sequence[Piece], found: Aligned) -> tuple[str, ...]:
    """The texts of a row by column."""
    cells: list[list[_Piece]] = [[] for _ in found.columns]
    for piece in row:
        columns = found.columns_of(piece)
        (start, end), held = piece.span, [found.columns[at] for at in columns]
        shares = [((one[1] + other[0]) / 2 - start) / (end - start) for one, other in pairwise(held)]
        for at, text in zip(columns, cut_text(piece.line.text, shares), strict=True):
            cells[at].append(_Piece(text, start, piece.box[1], piece.box[3]))
    return tuple(map(_joined, cells))


def _title(outside: Sequence[TextLine], box: Box) -> str:
    above = [line.text for line in outside if _is_above(line, box) and not _PAGE_NUMBER.fullmatch(line.text.strip())]
    return " ".join(above[-_TITLE_LINES:])


def _rows(grid: Grid, pieces: Mapping[int, Sequence[_Piece]]) -> tuple[tuple[str, ...], ...]:
    """The texts by row and column; what is divided into several cells at one place is joined."""
    count = 1 + max(cell.bottom for cell in grid.cells.values())
    width = 1 + max(cell.right for cell in grid.cells.values())
    rows = [[""] * width for _ in range(count)]
    for label, found in pieces.items():
        cell = grid.cells[label]
        rows[cell.top][cell.left] = " ".join(filter(None, (rows[cell.top][cell.left], _joined(found))))
    return tuple(map(tuple, rows))


def _is_above(line: TextLine, box: Box) -> bool:
    return line.place.box is not None and line.place.box[3] <= box[1] + _TOUCHING


def _row_box(grid: Grid, row: int) -> Box:
    labels = [label for label, cell in grid.cells.items() if cell.top == row == cell.bottom]
    labels = labels or [label for label, cell in grid.cells.items() if cell.top <= row <= cell.bottom]
    if not labels:
        return grid.box
    heights = np.nonzero(np.isin(grid.labels, labels).any(axis=1))[0]
    return grid.box_of(int(heights[0]), int(heights[-1]) + 1)


def divided(line: TextLine, grid: Grid) -> list[tuple[int, _Piece]]:
    """The cells that a line runs through, each with its part of the text; none when the line lies elsewhere."""
    assert line.place.box is not None
    left, top, right, bottom = line.place.box
    ends = np.array([[[left, (top + bottom) / 2], [right, (top + bottom) / 2]]], np.float32)
    (start, middle), (end, _) = cv2.perspectiveTransform(ends, grid.flat)[0]
    # a box is a little wider than its text
    least = _WIDER * (bottom - top)
    runs = _runs(grid, round(float(middle)), round(float(start)), round(float(end)))
    held = [(label, run) for label, run in runs if label in grid.cells and len(run) > least]
    if len(held) <= 1:
        return [(label, _Piece(line.text, run[0], top, bottom)) for label, run in held]
    cuts = [(run[-1] + following[0]) / 2 for (_, run), (_, following) in pairwise(held)]
    shares = [(cut - start) / max(1.0, end - start) for cut in cuts]
    texts = cut_text(line.text, shares)
    return [(label, _Piece(text, run[0], top, bottom)) for (label, run), text in zip(held, texts, strict=True) if text]


def _runs(grid: Grid, row: int, start: int, end: int) -> Iterator[tuple[int, range]]:
    """The labels that stand side by side in a row of pixels of the flat table, each with its columns."""
    height, width = grid.labels.shape
    first, last = max(0, start), min(width, end)
    if not 0 <= row < height or first >= last:
        return
    labels = grid.labels[row, first:last]
    edges = [0, *(int(at) + 1 for at in np.flatnonzero(np.diff(labels))), len(labels)]
    for begin, stop in pairwise(edges):
        yield int(labels[begin]), range(first + begin, first + stop)


def cut_text(text: str, shares: Sequence[float]) -> list[str]:
    """A text cut where rulings cross it (0…1 of its width): at the space nearby, else between the letters there."""
    widths = [0.5 if letter.isascii() else 1.0 for letter in text]
    whole = sum(widths) or 1.0
    starts = [sum(widths[:at]) / whole for at in range(len(text) + 1)]
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    near = 1.5 / whole
    places = [0]
    for share in shares:
        beside = [at for at in spaces if abs(starts[at] + 0.25 / whole - share) <= near]
        nearest = min(beside or range(len(text) + 1), key=lambda at: abs(starts[at] - share))
        places.append(max(places[-1], nearest))
    return [text[first:last].strip() for first, last in zip(places, [*places[1:], len(text)], strict=True)]


def _joined(pieces: Sequence[_Piece]) -> str:
    """The pieces of a cell: what stands side by side with a space between, what goes on below without."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.top + each.bottom):
        middle = (piece.top + piece.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    texts = (" ".join(each.text for each in sorted(row, key=lambda each: each.left)) for row in rows)
    return "".join(texts).strip(_RULING)
