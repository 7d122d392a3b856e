"""The cells of tables that rulings draw on a page picture, from the lines of ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from verifier.model import Box
from verifier.ocr.engine import Array

LEAST_ROWS, LEAST_COLUMNS = 3, 3
LONG = 1.6
"""heights of a line of text that a ruling is longer than; no stroke of a letter is"""
GAP = 9
"""pixels that a faint ruling may be broken over"""
EDGE = 0.35
"""of the usual height of a cell: so far apart may the ends of one ruling lie"""
_FOUR_CORNERED = 0.97
"""share of its outline that a table between four corners fills"""
_LEAST_CELL = 0.5
"""heights of a line of text; smaller holes are none of cells"""


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
    column_starts: tuple[float, ...] = ()
    """where each column begins, 0…1 of the width"""

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
    if rows < LEAST_ROWS or columns < LEAST_COLUMNS:
        return None
    starts = {cell.left: boxes[at][0] / size[0] for at, cell in cells.items()}
    return Grid(flat, labels, cells, tuple(round(starts.get(column, 0.0), 3) for column in range(columns)))


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
