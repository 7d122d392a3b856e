"""The second engine: Tesseract, for machines without rapidocr and as a cross-check."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.errors import EngineError
from verifier.ocr.engine import Array, OcrLine, Reading
from verifier.ocr.order import in_reading_order
from verifier.ocr.pictures import brightened, turned

LANGUAGES = "chi_sim+eng"
READS_WELL = 0.75
"""mean confidence of a page that needs no other way up"""
LEAST_HEIGHT = 1200
"""pixels of the short side below which a picture is enlarged: Tesseract wants letters of 20 pixels and more"""
LARGEST_SIDE = 12_000
STRIP_HEIGHT = 60
"""pixels of the height that a single line is brought to, with as much white around it"""
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])"
)
"""Tesseract puts a space after every Chinese character"""


class TesseractEngine:
    """Raises EngineError when pytesseract, the program, or its Chinese language data is not installed."""

    name = "tesseract"

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        if find_spec("pytesseract") is None:
            raise EngineError("没有安装 pytesseract，请运行 pip install pytesseract，或改用 --ocr rapid")
        import pytesseract

        if shutil.which(pytesseract.pytesseract.tesseract_cmd) is None:
            raise EngineError(
                "没有找到 Tesseract 程序，请安装 tesseract-ocr 和 tesseract-ocr-chi-sim，或改用 --ocr rapid"
            )
        if "chi_sim" not in pytesseract.get_languages():
            raise EngineError("Tesseract 缺少简体中文语言包，请安装 tesseract-ocr-chi-sim，或改用 --ocr rapid")
        self._program = pytesseract

    @property
    def version(self) -> str:
        return str(self._program.get_tesseract_version())

    @property
    def settings(self) -> str:
        return f"{LANGUAGES} psm3 1"

    def read(self, image: npt.NDArray[np.uint8]) -> Reading:
        """The reading of a picture (height × width × 3, BGR)."""
        bright = brightened(image)
        lines = self._lines(bright)
        if _confidence(lines) >= READS_WELL:
            return Reading(0, lines)
        turn = self._turn(bright)
        other = self._lines(turned(bright, turn)) if turn else ()
        return Reading(turn, other) if _confidence(other) > _confidence(lines) else Reading(0, lines)

    def say(self, strips: Sequence[npt.NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """Text and confidence of pictures that each hold one upright line."""
        return [self._said(strip) for strip in strips]

    def _said(self, strip: Array) -> tuple[str, float]:
        import cv2

        factor = STRIP_HEIGHT / strip.shape[0]
        sized = cv2.resize(strip, (max(1, round(strip.shape[1] * factor)), STRIP_HEIGHT))
        edge = STRIP_HEIGHT // 2
        framed = np.asarray(cv2.copyMakeBorder(sized, edge, edge, edge, edge, cv2.BORDER_REPLICATE))
        words = self._program.image_to_data(
            _rgb(framed), lang=LANGUAGES, config="--psm 7", output_type=self._program.Output.DICT
        )
        part = [index for index, text in enumerate(words["text"]) if text.strip() and float(words["conf"][index]) > 0]
        if not part:
            return "", 0.0
        line = _line(words, part, 1.0, (framed.shape[1], framed.shape[0]))
        return line.text, line.confidence

    def _turn(self, image: Array) -> int:
        """Tesseract's own opinion, 0 when it has none (little text)."""
        try:
            found = self._program.image_to_osd(_rgb(image), output_type=self._program.Output.DICT)
        except self._program.TesseractError:
            return 0
        return int(found["rotate"]) % 360

    def _lines(self, image: Array) -> tuple[OcrLine, ...]:
        import cv2

        height, width = image.shape[:2]
        factor = min(max(1.0, LEAST_HEIGHT / min(height, width)), 3.0, LARGEST_SIDE / max(height, width))
        sized = image if factor == 1 else np.asarray(cv2.resize(image, None, fx=factor, fy=factor))
        words = self._program.image_to_data(
            _rgb(sized), lang=LANGUAGES, config="--psm 3", output_type=self._program.Output.DICT
        )
        return in_reading_order(_joined(words, factor, (width, height)))


def _rgb(image: Array) -> Array:
    return np.ascontiguousarray(image[:, :, ::-1])


def _joined(words: Mapping[str, list[Any]], factor: float, size: tuple[int, int]) -> list[OcrLine]:
    """Words of one line joined, but for a wide gap: that is another cell of a table."""
    parts: list[list[int]] = []
    last: tuple[Any, ...] = ()
    for index, text in enumerate(words["text"]):
        if not text.strip() or float(words["conf"][index]) < 0:
            continue
        line = tuple(words[key][index] for key in ("page_num", "block_num", "par_num", "line_num"))
        gap = words["left"][index] - _end(words, parts[-1][-1]) if parts else 0
        if line == last and gap < 2.0 * words["height"][index]:
            parts[-1].append(index)
        else:
            parts.append([index])
        last = line
    return [_line(words, part, factor, size) for part in parts]


def _end(words: Mapping[str, list[Any]], index: int) -> int:
    return int(words["left"][index] + words["width"][index])


def _line(words: Mapping[str, list[Any]], part: list[int], factor: float, size: tuple[int, int]) -> OcrLine:
    text = _BETWEEN_HAN.sub("", " ".join(words["text"][index].strip() for index in part))
    lengths = [len(words["text"][index].strip()) for index in part]
    sure = sum(float(words["conf"][index]) * length for index, length in zip(part, lengths, strict=True))
    left, top = (min(int(words[key][index]) for index in part) for key in ("left", "top"))
    right = max(_end(words, index) for index in part)
    bottom = max(int(words["top"][index] + words["height"][index]) for index in part)
    edges = [int(edge / factor) for edge in (left, top, right, bottom)]
    box = (max(0, edges[0]), max(0, edges[1]), min(size[0], edges[2] + 1), min(size[1], edges[3] + 1))
    return OcrLine(unicodedata.normalize("NFC", text), box, round(sure / sum(lengths) / 100, 4))


def _confidence(lines: tuple[OcrLine, ...]) -> float:
    total = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / total if total else 0.0
