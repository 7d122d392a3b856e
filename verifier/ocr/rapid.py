"""The default engine: PP-OCRv6 of the rapidocr wheel, minding turned pages, long screens, dark photos and seals."""

from __future__ import annotations

import math
from collections.abc import Iterator
from importlib.metadata import version

import cv2
import numpy as np
import numpy.typing as npt

from verifier.ocr.engine import Array, OcrLine, Reading
from verifier.ocr.lines import Reader, cut, is_tall
from verifier.ocr.networks import choose_runtime

LONGEST = 2000
"""longest side of the picture in which lines are sought"""
SHORTEST = 736
TILE, OVERLAP = 1600, 200
"""height of a tile of a long screen, and by how much two tiles share lines"""
LONG = 2.6
"""from this height to width on a picture is read in tiles"""
DARK = 60
LEAST = 0.5
"""a line below this confidence is noise"""
SAMPLE = 6
"""lines that are tried to tell the page's turn"""
CLEAR = 0.88
"""mean confidence at which the sampled lines need no other turn"""
REVISION = "1"

Line = tuple[Array, str, float]
"""corners, text, confidence"""


class RapidEngine:
    """Loads its networks at the first picture."""

    name = "rapid"

    def __init__(self) -> None:
        self._runtime = choose_runtime()
        self._reader: Reader | None = None

    @property
    def version(self) -> str:
        return f"rapidocr {version('rapidocr')}, {self._runtime} {version(self._runtime)}"

    @property
    def settings(self) -> str:
        return f"PP-OCRv6 small f32 {LONGEST} {TILE} r{REVISION}"

    def read(self, image: npt.NDArray[np.uint8]) -> Reading:
        """The reading of a picture (height × width × 3, BGR)."""
        self._reader = self._reader or Reader(self._runtime)
        picture: Array = _lit(image)
        tiles = list(_tiles(picture))
        if len(tiles) > 1:
            lines = _joined([(top, self._lines(tile)) for top, tile in tiles])
            return Reading(0, _ordered(lines, picture.shape))
        corners = self._reader.find(picture, _scale(picture))
        turn = self._turn(picture, corners)
        if turn:
            picture = turned(picture, turn)
            corners = self._reader.find(picture, _scale(picture))
        lines = self._said(picture, corners)
        lines = self._under_seals(picture, lines)
        return Reading(turn, _ordered(lines, picture.shape))

    def _lines(self, picture: Array) -> list[Line]:
        assert self._reader is not None
        return self._said(picture, self._reader.find(picture, _scale(picture)))

    def _said(self, picture: Array, corners: list[Array]) -> list[Line]:
        assert self._reader is not None
        said = self._reader.say([cut(picture, each) for each in corners])
        return [(each, text, sure) for each, (text, sure) in zip(corners, said, strict=True) if text and sure >= LEAST]

    def _turn(self, picture: Array, corners: list[Array]) -> int:
        """Degrees clockwise that make the page upright, judged by its longest lines."""
        assert self._reader is not None
        if not corners:
            return 0
        lengths = [(_length(each), each) for each in corners]
        lying = sum(length for length, each in lengths if is_tall(each))
        sideways = lying > 0.6 * sum(length for length, _ in lengths)
        pool = sorted((pair for pair in lengths if is_tall(pair[1]) == sideways), key=lambda pair: -pair[0])
        crops = [cut(picture, each) for _, each in pool[:SAMPLE]]
        forward = self._sureness(crops)
        if not sideways and forward >= CLEAR:
            return 0
        backward = self._sureness([np.ascontiguousarray(crop[::-1, ::-1]) for crop in crops])
        if sideways:
            if max(forward, backward) < 0.7:
                return 0
            return 270 if forward >= backward else 90
        return 180 if backward > forward + 0.1 else 0

    def _sureness(self, crops: list[Array]) -> float:
        assert self._reader is not None
        said = self._reader.say(crops)
        weights = [max(1, len(text)) for text, _ in said]
        return sum(sure * weight for (_, sure), weight in zip(said, weights, strict=True)) / max(1, sum(weights))

    def _under_seals(self, picture: Array, lines: list[Line]) -> list[Line]:
        """A second look through the red channel where something red lies; the surer reading of a line stays."""
        assert self._reader is not None
        for left, top, right, bottom in _red_regions(picture):
            part = picture[top:bottom, left:right, 2]
            grey = cv2.cvtColor(cv2.normalize(part, None, 0, 255, cv2.NORM_MINMAX), cv2.COLOR_GRAY2BGR)  # type: ignore[call-overload]
            offset = np.array([left, top], np.float32)
            for corners, text, sure in self._lines(grey):
                lines = _better(lines, (corners + offset, text, sure))
        return lines


def turned(picture: Array, turn: int) -> Array:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(picture, -turn // 90)) if turn else picture


def _scale(picture: Array) -> float:
    height, width = picture.shape[:2]
    up = max(1.0, SHORTEST / min(height, width))
    return min(up, LONGEST / max(height, width))


def _lit(picture: Array) -> Array:
    """A dark picture with its contrast spread; others as they are."""
    if picture.mean() >= DARK:
        return picture
    lab = cv2.cvtColor(picture, cv2.COLOR_BGR2LAB)
    lab[..., 0] = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(8, 8)).apply(
        cv2.normalize(lab[..., 0], None, 0, 255, cv2.NORM_MINMAX)  # type: ignore[call-overload]
    )
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2BGR))


def _tiles(picture: Array) -> Iterator[tuple[int, Array]]:
    """The picture, or overlapping tiles of a long one, each with its top."""
    height, width = picture.shape[:2]
    tile = max(TILE, int(width * 1.4))
    if height < LONG * width or height <= tile + OVERLAP:
        yield 0, picture
        return
    top = 0
    while True:
        yield top, picture[top : top + tile]
        if top + tile >= height:
            return
        top += tile - OVERLAP


def _joined(tiles: list[tuple[int, list[Line]]]) -> list[Line]:
    """The lines of overlapping tiles, each once: of two that lie on each other the longer, surer one stays."""
    lines: list[Line] = []
    for top, found in tiles:
        offset = np.array([0, top], np.float32)
        for corners, text, sure in found:
            lines = _better(lines, (corners + offset, text, sure), by_length=True)
    return lines


def _better(lines: list[Line], line: Line, by_length: bool = False) -> list[Line]:
    """The lines with one more, unless a better one lies there already."""
    rivals = [index for index, other in enumerate(lines) if _overlap(line[0], other[0]) > 0.5]
    if not rivals:
        return [*lines, line] if by_length or line[2] >= 0.8 else lines

    def worth(one: Line) -> tuple[float, float]:
        return (len(one[1]), one[2]) if by_length else (one[2], len(one[1]))

    # a second look that breaks a line into pieces says no more than the line did
    said = sum(len(lines[index][1]) for index in rivals)
    if all(worth(line) > worth(lines[index]) for index in rivals) and len(line[1]) >= 0.8 * said:
        return [*(other for index, other in enumerate(lines) if index not in rivals), line]
    return lines


def _overlap(a: Array, b: Array) -> float:
    """Shared area as a share of the smaller box."""
    left, top = np.maximum(a.min(axis=0), b.min(axis=0))
    right, bottom = np.minimum(a.max(axis=0), b.max(axis=0))
    if right <= left or bottom <= top:
        return 0.0
    areas = [float(np.prod(each.max(axis=0) - each.min(axis=0))) for each in (a, b)]
    return float((right - left) * (bottom - top)) / max(1.0, min(areas))


def _red_regions(picture: Array) -> list[tuple[int, int, int, int]]:
    """Boxes of red blobs that may be seals over text, with room around them: left, top, right, bottom."""
    height, width = picture.shape[:2]
    shrink = min(1.0, 800 / max(height, width))
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    hsv = cv2.cvtColor(small, cv2.COLOR_BGR2HSV)
    mask = ((hsv[..., 0] < 12) | (hsv[..., 0] > 165)) & (hsv[..., 1] > 60) & (hsv[..., 2] > 80)
    if mask.mean() > 0.3:  # a red banner or poster, no seal on paper
        return []
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(closed)
    regions = []
    for left, top, wide, high, area in stats[1:]:
        seal_like = 0.5 < wide / high < 2.2 and area > 0.35 * wide * high
        if not seal_like or not 0.05 < wide / small.shape[1] < 0.5:
            continue
        room = wide // 2
        box = (left - 2 * room, top - room // 2, left + wide + 2 * room, top + high + room // 2)
        full = [int(value / shrink) for value in box]
        regions.append((max(0, full[0]), max(0, full[1]), min(width, full[2]), min(height, full[3])))
    return regions[:6]


def _length(corners: Array) -> float:
    return float(max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[0] - corners[3])))


def _ordered(lines: list[Line], shape: tuple[int, ...]) -> tuple[OcrLine, ...]:
    """Reading order: rows from the top, in a row from the left; what stands in one row stays several lines."""
    height, width = shape[:2]
    boxed = []
    for corners, text, sure in lines:
        low, high = corners.min(axis=0), corners.max(axis=0)
        box = (
            max(0, math.floor(low[0])),
            max(0, math.floor(low[1])),
            min(width, math.ceil(high[0])),
            min(height, math.ceil(high[1])),
        )
        boxed.append(OcrLine(text, box, sure))
    boxed.sort(key=lambda line: ((line.box[1] + line.box[3]) / 2, line.box[0], line.text))
    ordered: list[OcrLine] = []
    row: list[OcrLine] = []
    for line in boxed:
        if row and not _same_row(row[0], line):
            ordered += sorted(row, key=lambda each: each.box[0])
            row = []
        row.append(line)
    return (*ordered, *sorted(row, key=lambda each: each.box[0]))


def _same_row(first: OcrLine, line: OcrLine) -> bool:
    middle = (line.box[1] + line.box[3]) / 2 - (first.box[1] + first.box[3]) / 2
    return middle < 0.5 * min(line.box[3] - line.box[1], first.box[3] - first.box[1])
