"""Where text lies in a picture, and what a line of it says: the steps around the two networks."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from verifier.ocr.boxes import corners_of_lines
from verifier.ocr.engine import Array
from verifier.ocr.networks import DETECTION, RECOGNITION, models_folder, open_network
from verifier.ocr.order import TALL

LINE_HEIGHT = 48
WIDTH_STEP = 16
LEAST_WIDTH = 64
MAX_WIDTH = 3200
BATCH = 6
LEAST_NARROWED = 160
"""width of a line, at LINE_HEIGHT, below which it is not narrowed: two characters would become one"""


@dataclass(frozen=True, slots=True)
class Haste:
    """What is saved: the recognition network's work goes by the width of lines, the detection's by the area seen."""

    width: float
    """the share of its width that a line keeps; below 0.7 repeated digits (2000) get lost, and say so to nobody"""
    sure: float
    """confidence that a narrowed line needs not to be read again as it is"""
    area: float
    """pixels of the first look where there is a seal, since text and seal run together in a smaller one, and of the
    second where the first found few lines"""


USUAL, HASTY = Haste(0.75, 0.97, 1_160_000), Haste(0.7, 0.93, 800_000)


class Reader:
    """Both networks, loaded. Several threads may use one reader."""

    def __init__(self, jobs: int = 1, precision: str = "f32", hasty: bool = False) -> None:
        folder = models_folder()
        self._detection = open_network(folder / DETECTION, jobs, precision)
        self._recognition = open_network(folder / RECOGNITION, jobs, precision)
        self.haste = HASTY if hasty else USUAL
        self._characters = ("", *self._recognition.characters, " ")

    def find(self, image: Array, scale: float) -> list[Array]:
        """Corners of the lines (4 × 2, from top left clockwise) in pixels of `image`; it is scaled by `scale` first."""
        height, width = image.shape[:2]
        small = _resized(image, max(32, round(width * scale / 32) * 32), max(32, round(height * scale / 32) * 32))
        batch = (small.astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[np.newaxis]
        chances = self._detection.run(np.ascontiguousarray(batch))[0, 0]
        return [_ordered(np.asarray(one, np.float32)) for one in corners_of_lines(chances, height, width)]

    def say(self, crops: Sequence[Array]) -> list[tuple[str, float]]:
        """Text (NFC) and confidence of each crop that holds one line; what stands beside it changes nothing."""
        said = self.glance(crops)
        doubtful = [index for index, crop in enumerate(crops) if _is_long(crop) and said[index][1] < self.haste.sure]
        for index, again in zip(doubtful, self._said([crops[index] for index in doubtful]), strict=True):
            said[index] = max(said[index], again, key=lambda one: one[1])
        return said

    def glance(self, crops: Sequence[Array]) -> list[tuple[str, float]]:
        """As `say`, without reading again what is not sure."""
        return self._said([_narrower(crop, self.haste.width) if _is_long(crop) else crop for crop in crops])

    def _said(self, crops: Sequence[Array]) -> list[tuple[str, float]]:
        widths = [_line_width(crop) for crop in crops]
        said: list[tuple[str, float]] = [("", 0.0)] * len(crops)
        order = sorted(range(len(crops)), key=lambda index: (widths[index], index))
        start = 0
        while start < len(order):
            width = widths[order[start]]
            chosen = [index for index in order[start : start + BATCH] if widths[index] == width]
            batch = np.stack([_line_input(crops[index], width) for index in chosen])
            for index, chances in zip(chosen, self._recognition.run(batch), strict=True):
                said[index] = self._decode(chances)
            start += len(chosen)
        return said

    def _decode(self, chances: Array) -> tuple[str, float]:
        best = chances.argmax(axis=1)
        kept = best != 0
        kept[1:] &= best[1:] != best[:-1]
        if not kept.any():
            return "", 0.0
        text = "".join(self._characters[index] for index in best[kept])
        return unicodedata.normalize("NFC", text.strip()), round(float(chances.max(axis=1)[kept].mean()), 4)


def _ordered(corners: Array) -> Array:
    """Corners from top left clockwise also where a long thin line leans, which the detector's own order mistakes."""
    edges = [corners[1] - corners[0], corners[2] - corners[1]]
    level = [abs(edge[0]) / max(1e-6, float(np.linalg.norm(edge))) for edge in edges]
    across, down = edges if level[0] >= level[1] else edges[::-1]
    across, down = across * (1 if across[0] >= 0 else -1), down * (1 if down[1] >= 0 else -1)
    middle = corners.mean(axis=0)
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return np.array([middle + (x * across + y * down) / 2 for x, y in signs], np.float32)


def cut(image: Array, corners: Array, lay: bool = True) -> Array:
    """The line within four corners, straightened; a tall one is laid on its left side, unless `lay` is False."""
    width, height = (max(1, int(side)) for side in sides(corners))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    line = cv2.warpPerspective(image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    return np.ascontiguousarray(np.rot90(line)) if lay and is_tall(corners) else line


def is_tall(corners: Array) -> bool:
    """Whether a line runs from top to bottom."""
    width, height = sides(corners)
    return height >= TALL * width


def sides(corners: Array) -> tuple[float, float]:
    """Width and height of a line as it lies."""
    width = max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[2] - corners[3]))
    height = max(np.linalg.norm(corners[0] - corners[3]), np.linalg.norm(corners[1] - corners[2]))
    return max(1.0, float(width)), max(1.0, float(height))


def _natural(crop: Array) -> int:
    """The width of a line at LINE_HEIGHT."""
    return max(1, math.ceil(LINE_HEIGHT * int(crop.shape[1]) / int(crop.shape[0])))


def _is_long(crop: Array) -> bool:
    """Whether a line is read narrowed first."""
    return _natural(crop) >= LEAST_NARROWED


def _narrower(crop: Array, share: float) -> Array:
    height, width = crop.shape[:2]
    return _resized(crop, max(1, round(width * share)), height)


def _line_width(crop: Array) -> int:
    return min(MAX_WIDTH, max(LEAST_WIDTH, math.ceil(_natural(crop) / WIDTH_STEP) * WIDTH_STEP))


def _line_input(crop: Array, width: int) -> Array:
    natural = min(width, _natural(crop))
    line = _resized(crop, natural, LINE_HEIGHT).astype(np.float32) / 127.5 - 1.0
    padded = np.zeros((3, LINE_HEIGHT, width), np.float32)
    padded[:, :, :natural] = line.transpose(2, 0, 1)
    return padded


def _resized(image: Array, width: int, height: int) -> Array:
    if (width, height) == (image.shape[1], image.shape[0]):
        return image
    shrinking = width * 2 < image.shape[1] or height * 2 < image.shape[0]
    return np.asarray(
        cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)
    )
