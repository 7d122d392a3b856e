"""Where the lines of a whole picture lie: a small look, a closer one where text is small, tiles where it is long."""

from __future__ import annotations

import math
from itertools import pairwise

import cv2
import numpy as np

from verifier.ocr.engine import Array
from verifier.ocr.lines import Reader

LEAST_SIDE = 736
FIRST_AREA = 450_000
"""pixels that the first look takes: a page of paper 800 high, where common text is still found"""
LEAST_SCALE = 0.3
"""of the first look: in a photo of many pixels a smaller one loses the camera's date"""
FEW = 6
FEW_SCALE = 0.5
"""least scale of the second look at few lines: the date in the corner of a large photo"""
CLOSE_AREA = 2_800_000
"""pixels that the closest look takes: a page of paper 2000 high"""
SMALL_TEXT = 14
"""pixels: where lines come out lower than this, a look misses some"""
GOOD_TEXT = 20
"""pixels that a closer look gives the small lines"""
LONG = 2.6
"""a picture longer than this many times its short side is read in parts"""
TILE = 1.5
"""height of a tile in widths"""
OVERLAP = 0.12
"""how far a tile reaches beyond its cut, in widths"""
WORTH = 1.2
"""times the scale of the first look at which a second, closer one is worth its price"""
SMALLEST_LINES = 15
"""percentile of the heights of lines that stands for the small ones"""
LEAST_PICTURE, STRIP = 64, 8
"""pixels of a side, and times its height that a picture is wide, from which it gets room around it"""
EARLIEST, LATEST, LAST = 0.75, 1.15, 1.4
"""steps: between the first two a long picture is cut; what is left of it may be as long as the third"""


def find_lines(
    image: Array, reader: Reader, stamped: bool = False, whole: tuple[int, int] | None = None
) -> list[Array]:
    """Corners (4 × 2, from top left clockwise) of every line, each once; `stamped` where there is a seal.

    `whole`: height and width of the picture that `image` is a part of; a part is looked at as closely as the whole.
    """
    height, width = image.shape[:2]
    if height <= LONG * width or height < LEAST_SIDE * 2:
        return _look(image, reader, stamped, whole)
    cuts = _cuts(image, round(TILE * max(width, LEAST_SIDE)))
    reach = round(OVERLAP * max(width, LEAST_SIDE))
    found: list[Array] = []
    for start, end in pairwise([0, *cuts, height]):
        top = max(0, start - reach)
        for corners in _look(image[top : min(height, end + reach)], reader, stamped, whole):
            corners[:, 1] += top
            low, high = corners[:, 1].min(), corners[:, 1].max()
            mine = start <= (low + high) / 2 < end or any(low < cut < high for cut in (start, end))
            if mine and not any(_same(corners, other) for other in found):
                found.append(corners)
    return found


def _look(image: Array, reader: Reader, stamped: bool, whole: tuple[int, int] | None) -> list[Array]:
    padded, (left, top) = _with_margin(image)
    height, width = whole or padded.shape[:2]
    closest = min(max(1.0, LEAST_SIDE / min(height, width)), math.sqrt(CLOSE_AREA / (height * width)))
    usual = min(closest, math.sqrt(reader.haste.area / (height * width)))
    scale = usual if stamped else min(usual, max(LEAST_SCALE, math.sqrt(FIRST_AREA / (height * width))))
    found = reader.find(padded, scale)
    closer = min(closest, _wanted(found, scale, usual))
    if closer > WORTH * scale:
        found = reader.find(padded, closer)
    return [np.asarray(one - (left, top), np.float32) for one in found]


def _wanted(found: list[Array], scale: float, usual: float) -> float:
    """The scale at which the small lines of a look would come out well; the usual one where there are few lines."""
    least = max(usual, FEW_SCALE) if len(found) < FEW else scale
    small = float(np.percentile([_thickness(one) for one in found], SMALLEST_LINES)) if found else math.inf
    return max(least, GOOD_TEXT / small) if small * scale < SMALL_TEXT else least


def _with_margin(image: Array) -> tuple[Array, tuple[int, int]]:
    """A strip or a scrap with room around it: the detector finds nothing in a line that fills the picture."""
    height, width = image.shape[:2]
    if min(height, width) >= LEAST_PICTURE and width <= STRIP * height:
        return image, (0, 0)
    down, across = max(16, height // 2, width // 16), 16 if width < LEAST_PICTURE else 0
    edge = cv2.BORDER_REPLICATE
    return np.asarray(cv2.copyMakeBorder(image, down, down, across, across, edge)), (across, down)


def _cuts(image: Array, step: int) -> list[int]:
    """Rows to cut a long picture at, about `step` apart, where nothing is written if there is such a row."""
    height = image.shape[0]
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    busy = np.abs(np.diff(grey.astype(np.int16), axis=1)).mean(axis=1)
    calm = cv2.blur(busy.reshape(-1, 1).astype(np.float32), (1, 9)).ravel()
    cuts: list[int] = []
    start = 0
    while height - start > LAST * step:
        low, high = start + round(EARLIEST * step), start + round(LATEST * step)
        start = low + int(calm[low:high].argmin())
        cuts.append(start)
    return cuts


def _thickness(corners: Array) -> float:
    return float(min(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[0] - corners[3])))


def _same(one: Array, other: Array) -> bool:
    """Whether two finds cover each other by half of the smaller."""
    low = np.maximum(one.min(axis=0), other.min(axis=0))
    high = np.minimum(one.max(axis=0), other.max(axis=0))
    shared = float(np.prod(np.maximum(0, high - low)))
    areas = [float(np.prod(np.maximum(1, each.max(axis=0) - each.min(axis=0)))) for each in (one, other)]
    return shared > 0.5 * min(areas)
