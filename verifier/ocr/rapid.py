"""The rapidocr engine: PP-OCRv6 from the wheel, made to read what real bundles hold."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from verifier.errors import EngineError
from verifier.model import Box
from verifier.ocr.engine import Array, OcrLine, Reading
from verifier.ocr.lines import Reader, cut
from verifier.ocr.networks import has_bf16
from verifier.ocr.order import in_reading_order
from verifier.ocr.pictures import brightened, turned
from verifier.ocr.stamped import (
    bands,
    crosses,
    hides_ink,
    is_on_paper,
    lengthened,
    red_spots,
    settled,
    unread,
    without_red,
    without_ring,
)
from verifier.ocr.tiles import LONG, find_lines
from verifier.ocr.turn import confidence, find_turn

LEAST_CONFIDENCE = 0.5
BLURRED = 0.75
"""mean confidence below which a smaller copy is tried: it reads better where the picture is out of focus"""
SMALLER = 0.6
LONG_SCREEN = 2000
"""pixels of the long side of a picture that may be a long screen"""
LEAST_LARGEST_SIDE = 10
"""pixels; less can't hold a character"""


class RapidEngine:
    """Loads its models at the first picture. Raises EngineError when rapidocr is not installed."""

    name = "rapid"

    def __init__(self, fast: bool = False, jobs: int = 1) -> None:
        if find_spec("rapidocr") is None:
            raise EngineError("没有安装文字识别引擎 rapidocr，请运行 pip install rapidocr，或改用 --ocr tesseract")
        self._fast = fast
        self.jobs = jobs
        self._reader: Reader | None = None
        self._loading = threading.Lock()

    @cached_property
    def _precision(self) -> str:
        return "bf16" if self._fast and has_bf16() else "f32"

    @property
    def version(self) -> str:
        return f"{_version('rapidocr')}+openvino-{_version('openvino')}"

    @property
    def settings(self) -> str:
        return f"PP-OCRv6-small {self._precision}{' fast' if self._fast else ''} 9"

    def read(self, image: npt.NDArray[np.uint8]) -> Reading:
        """The reading of a picture (height × width × 3, BGR). A picture without text gives no lines."""
        if min(image.shape[:2]) < 2 or max(image.shape[:2]) < LEAST_LARGEST_SIDE:
            return Reading()
        return _read(brightened(image), self._loaded())

    def say(self, strips: Sequence[npt.NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """Text and confidence of pictures that each hold one upright line."""
        return self._loaded().say(strips)

    def _loaded(self) -> Reader:
        with self._loading:
            if self._reader is None:
                self._reader = Reader(self.jobs, self._precision, self._fast)
            return self._reader


def _read(image: Array, reader: Reader) -> Reading:
    turn = _turn_of_strip(image, reader)
    upright = turned(image, turn)
    spots = red_spots(upright)
    corners = find_lines(upright, reader, bool(spots))
    way = find_turn(upright, corners, reader)
    if way.turn:
        turn = (turn + way.turn) % 360
        upright = turned(image, turn)
        spots = red_spots(upright)
        over = way.turn == 180
        corners = [_upside_down(one, upright) for one in corners] if over else find_lines(upright, reader, bool(spots))
    lines = _said(upright, corners, reader, {} if way.turn else dict(way.said))
    if lines and confidence([(line.text, line.confidence) for line in lines]) < BLURRED:
        lines = _surer(lines, _smaller(upright, reader))
    hidden = [spot for spot in spots if hides_ink(upright, spot)]
    lost: list[Box] = []
    for band in bands(hidden, lines, (upright.shape[1], upright.shape[0])):
        again = _under(upright, band, hidden, lines, reader)
        lines = settled(without_ring(lines, again, hidden), again)
        lost += unread(again, lines, [spot for spot in hidden if is_on_paper(upright, spot)])
    return Reading(turn, in_reading_order(lines), tuple(sorted(lost, key=lambda box: (box[1], box[0]))))


def _upside_down(corners: Array, image: Array) -> Array:
    """Where a line lies in the picture turned over: what finds lines does so either way up."""
    return np.asarray(np.roll((image.shape[1], image.shape[0]) - corners, 2, axis=0), np.float32)


def _turn_of_strip(image: Array, reader: Reader) -> int:
    """Of a picture much wider than high, which may be a long screen that lies on its side."""
    height, width = image.shape[:2]
    if width <= LONG * height or width < LONG_SCREEN:
        return 0
    middle = image[:, width // 2 - height : width // 2 + height]
    return find_turn(middle, find_lines(middle, reader), reader).turn


def _said(
    image: Array, corners: list[Array], reader: Reader, known: dict[int, tuple[str, float]] | None = None
) -> list[OcrLine]:
    said = dict(known or {})
    rest = [index for index in range(len(corners)) if index not in said]
    said.update(zip(rest, reader.say([cut(image, corners[index]) for index in rest]), strict=True))
    lines = (OcrLine(said[index][0], _box(one, image), said[index][1]) for index, one in enumerate(corners))
    return [line for line in lines if line.text and line.confidence >= LEAST_CONFIDENCE]


def _box(corners: Array, image: Array) -> Box:
    height, width = image.shape[:2]
    left, top = np.clip(np.floor(corners.min(axis=0)), 0, (width - 1, height - 1)).astype(int).tolist()
    right, bottom = np.clip(np.ceil(corners.max(axis=0)), (left + 1, top + 1), (width, height)).astype(int).tolist()
    return (left, top, right, bottom)


def _smaller(image: Array, reader: Reader) -> list[OcrLine]:
    import cv2

    small = np.asarray(cv2.resize(image, None, fx=SMALLER, fy=SMALLER, interpolation=cv2.INTER_AREA))
    lines = _said(small, find_lines(small, reader), reader)
    back = (image.shape[1] / small.shape[1], image.shape[0] / small.shape[0])
    return [OcrLine(line.text, _scaled(line.box, back), line.confidence) for line in lines]


def _surer(first: list[OcrLine], second: list[OcrLine]) -> list[OcrLine]:
    return max(first, second, key=lambda lines: sum(len(line.text) * (line.confidence - 0.5) for line in lines))


def _under(image: Array, band: Box, spots: Sequence[Box], lines: Sequence[OcrLine], reader: Reader) -> list[OcrLine]:
    """What a band reads without red: what lies under a spot, or was not found before; with what can't be read there."""
    cleaned = without_red(image, band)
    part = cleaned.picture
    left, top = band[:2]
    inside = [_moved(spot, -left, -top) for spot in spots]
    known = [_moved(line.box, -left, -top) for line in lines]
    found = find_lines(cleaned.outlines, reader, True, (image.shape[0], image.shape[1]))
    boxes = [_box(one, part) for one in found]
    corners = [
        lengthened(one, part, inside, [other for other in boxes if other is not box])
        for one, box in zip(found, boxes, strict=True)
        if any(crosses(box, spot) for spot in inside) or not any(crosses(box, other) for other in known)
    ]
    said = reader.say([cut(part, one) for one in corners])
    return [
        OcrLine(text, _moved(_box(one, part), left, top), sure) for one, (text, sure) in zip(corners, said, strict=True)
    ]


def _scaled(box: Box, factors: tuple[float, float]) -> Box:
    across, down = factors
    return (int(box[0] * across), int(box[1] * down), int(box[2] * across), int(box[3] * down))


def _moved(box: Box, left: int, top: int) -> Box:
    return (box[0] + left, box[1] + top, box[2] + left, box[3] + top)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
