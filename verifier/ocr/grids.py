"""Tables that rulings draw on a page picture: cells from the lines of ink, filled with the lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from verifier.model import Box, Page, Table, TextLine
from verifier.ocr.engine import Array
from verifier.ocr.pictures import decode

LEAST_ROWS, LEAST_COLUMNS = 3, 3
LONG = 1.6
"""heights of a line of text that a ruling is longer than; no stroke of a letter is"""
GAP = 9
"""pixels that a faint ruling may be broken over"""
EDGE = 0.35
"""of the usual height of a cell: so far apart may the ends of one ruling lie"""
_WIDER = 0.3
"""heights of a line by which its box may reach into the next cell"""
_FOUR_CORNERED = 0.97
"""share of its outline that a table between four corners fills"""
_LEAST_CELL = 0.5
"""heights of a line of text; smaller holes are none of cells"""
_TOUCHING = 5
"""pixels by which a line may reach into the table under it"""
_TITLE_LINES = 3
_RULING = " |｜"
"""as what a ruling beside the text is read"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid: the rows and columns that it covers, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table laid flat: which cell each of its pixels belongs to."""

    flat: Array
    """3 × 3, takes a place on the page to its place on the flat table"""
    labels: Array
    """of the flat table, height × width; 0 is a ruling"""
    cells: dict[int, Cell]
    """by label"""

    @property
    def box(self) -> Box:
        return self.box_of(0, self.labels.shape[0])

    def box_of(self, top: float, bottom: float) -> Box:
        """What lies between two heights of the flat table, on the page."""
        width = self.labels.shape[1]
        corners = np.array([[[0, top], [width, top], [width, bottom], [0, bottom]]], np.float32)
        placed = cv2.perspectiveTransform(corners, np.linalg.inv(self.flat))[0]
        (left, upper), (right, lower) = placed.min(axis=0), placed.max(axis=0)
        return int(left), int(upper), round(float(right)), round(float(lower))


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """The ruled tables of a page whose lines were read out of its picture; each row has its box.

    A line that runs over a ruling is divided between the cells.
    """
    if page.image is None or not _may_hold_table(page.lines):
        return ()
    picture = decode(page.image.read_bytes())
    if picture is None:
        return ()
    height = median(line.place.box[3] - line.place.box[1] for line in page.lines if line.place.box)
    tables = (_filled(grid, page) for grid in find_grids(picture, height))
    return tuple(table for table in tables if table is not None)


def _may_hold_table(lines: Sequence[TextLine]) -> bool:
    """Whether some lines stand side by side in three, as in the rows of a table. Most pictures end here."""
    middles = sorted((line.place.box[1] + line.place.box[3]) / 2 for line in lines if line.place.box)
    heights = sorted(line.place.box[3] - line.place.box[1] for line in lines if line.place.box)
    if len(middles) < LEAST_ROWS * LEAST_COLUMNS:
        return False
    near = heights[len(heights) // 2] / 2
    beside = sum(last - first < near for first, last in zip(middles, middles[2:], strict=False))
    return beside >= LEAST_ROWS


# --- from ink to cells ----------------------------------------------------------------------------------------------


def find_grids(picture: Array, height: float) -> list[Grid]:
    """The ruled tables of a picture (BGR), from top to bottom; `height` is that of its lines of text in pixels."""
    rulings = _rulings(picture, height)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(rulings, connectivity=8)
    wide, high = LEAST_COLUMNS * height, LEAST_ROWS * height
    large = [at for at in range(1, count) if stats[at, 2] > wide and stats[at, 3] > high]
    found = (_grid(parts == at, height) for at in sorted(large, key=lambda at: int(stats[at, 1])))
    return [grid for grid in found if grid is not None]


def _rulings(picture: Array, height: float) -> Array:
    """Level and upright rulings as 255 on 0."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    near = max(15, round(height) | 1)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, near, 8)
    length = max(20, round(LONG * height))
    level, upright = _long(ink, length), _long(ink.T, length).T
    return np.asarray(cv2.bitwise_or(level, upright))


def _long(ink: Array, length: int) -> Array:
    """The level ink that runs on for so long, also where it leans a little; what is broken is joined, ends meet."""
    thicker = cv2.dilate(np.ascontiguousarray(ink), np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    beyond = cv2.dilate(runs, np.ones((1, 2 * length + 1), np.uint8))
    joined = cv2.morphologyEx(cv2.bitwise_and(thicker, beyond), cv2.MORPH_CLOSE, np.ones((1, GAP), np.uint8))
    return np.asarray(cv2.dilate(joined, np.ones((1, GAP), np.uint8)))


def _grid(part: Array, height: float) -> Grid | None:
    """The grid of one connected set of rulings; None where they part no table."""
    corners = _corners(part)
    width = max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3]))
    tall = max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1]))
    size = round(float(width)) + 1, round(float(tall)) + 1
    target = np.array([[0, 0], [size[0] - 1, 0], [size[0] - 1, size[1] - 1], [0, size[1] - 1]], np.float32)
    flat = cv2.getPerspectiveTransform(corners, target)
    rulings = cv2.warpPerspective(part.astype(np.uint8) * 255, flat, size)
    edges = cv2.copyMakeBorder(rulings[2:-2, 2:-2], 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=255)
    count, labels, stats, _ = cv2.connectedComponentsWithStats((edges < 128).astype(np.uint8), connectivity=4)
    holes = [at for at in range(1, count) if min(stats[at, 2], stats[at, 3]) >= _LEAST_CELL * height]
    boxes = {at: (int(x), int(y), int(x + w), int(y + h)) for at in holes for x, y, w, h in [stats[at, :4]]}
    cells = cells_of(boxes)
    rows, columns = (
        1 + max((getattr(cell, side) for cell in cells.values()), default=-1) for side in ("bottom", "right")
    )
    return Grid(flat, labels, cells) if rows >= LEAST_ROWS and columns >= LEAST_COLUMNS else None


def _corners(part: Array) -> Array:
    """The four corners of a table, from top left clockwise; of one with a ragged outline those of the box around it."""
    ys, xs = np.nonzero(part)
    points = np.column_stack((xs, ys)).astype(np.float32)
    total, apart = points.sum(axis=1), points[:, 0] - points[:, 1]
    corners = points[[total.argmin(), apart.argmax(), total.argmax(), apart.argmin()]]
    hull = cv2.convexHull(points)
    if cv2.contourArea(corners) >= _FOUR_CORNERED * cv2.contourArea(hull):
        return corners
    around = cv2.boxPoints(cv2.minAreaRect(hull))
    total, apart = around.sum(axis=1), around[:, 0] - around[:, 1]
    return np.asarray(around[[total.argmin(), apart.argmax(), total.argmax(), apart.argmin()]], np.float32)


def cells_of(boxes: dict[int, Box]) -> dict[int, Cell]:
    """Rows and columns that boxes cover, by the places where their edges lie together."""
    if not boxes:
        return {}
    near = EDGE * median(box[3] - box[1] for box in boxes.values())
    across = _places([(box[0], box[2]) for box in boxes.values()], near)
    down = _places([(box[1], box[3]) for box in boxes.values()], near)
    return {
        at: Cell(
            down[box[1]], across[box[0]], max(down[box[1]], down[box[3]] - 1), max(across[box[0]], across[box[2]] - 1)
        )
        for at, box in boxes.items()
    }


def _places(spans: Sequence[tuple[int, int]], near: float) -> dict[int, int]:
    """Each edge with the number of the ruling that it lies at."""
    edges = sorted({edge for span in spans for edge in span})
    number, places = -1, {}
    last = -np.inf
    for edge in edges:
        number += edge - last > near
        places[edge], last = number, edge
    return places


# --- from lines to rows ---------------------------------------------------------------------------------------------


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
    above = [line.text for line in outside if _is_above(line, grid.box)]
    return Table(
        rows,
        replace(page.place, box=grid.box),
        title=" ".join(above[-_TITLE_LINES:]),
        merged=tuple(sorted(merged)),
        row_boxes=tuple(_row_box(grid, row) for row in range(len(rows))),
    )


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
