"""The second engine: Tesseract, for machines without rapidocr and as a cross-check."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

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
_WHOLE_PAGE, _ONE_LINE = "--psm 3", "--psm 7"
"""modes of page segmentation"""
_WIDE_GAP = 2.0
"""heights of a word"""
STRIP_HEIGHT = 60
"""pixels of the height that a single line is brought to, with as much white around it"""
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])"
)
"""Tesseract puts a space after every Chinese character"""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    sure: float
    """0…100"""
    line: tuple[int, ...]
    """numbers of its page, block, paragraph and line"""
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


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
        words = [word for word in self._words(framed, _ONE_LINE) if word.sure > 0]
        if not words:
            return "", 0.0
        line = _line(words, 1.0, (framed.shape[1], framed.shape[0]))
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
        return in_reading_order(joined(self._words(sized, _WHOLE_PAGE), factor, (width, height)))

    def _words(self, image: Array, mode: str) -> list[_Word]:
        kind = self._program.Output.DICT
        return list(words_of(self._program.image_to_data(_rgb(image), lang=LANGUAGES, config=mode, output_type=kind)))


def _rgb(image: Array) -> Array:
    return np.ascontiguousarray(image[:, :, ::-1])


def words_of(found: Mapping[str, Sequence[str | float]]) -> Iterator[_Word]:
    """The words in Tesseract's own table, a column a key; lines and blocks have rows too, of confidence -1."""
    for index, text in enumerate(found["text"]):
        if str(text).strip() and float(found["conf"][index]) >= 0:
            line = tuple(int(found[key][index]) for key in ("page_num", "block_num", "par_num", "line_num"))
            box = (int(found[key][index]) for key in ("left", "top", "width", "height"))
            yield _Word(str(text).strip(), float(found["conf"][index]), line, *box)


def joined(words: Sequence[_Word], factor: float, size: tuple[int, int]) -> list[OcrLine]:
    """Words of one line joined, but for a wide gap: that is another cell of a table."""
    parts: list[list[_Word]] = []
    for word in words:
        last = parts[-1][-1] if parts else None
        if last and word.line == last.line and word.left - last.right < _WIDE_GAP * word.height:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [_line(part, factor, size) for part in parts]


def _line(words: Sequence[_Word], factor: float, size: tuple[int, int]) -> OcrLine:
    text = _BETWEEN_HAN.sub("", " ".join(word.text for word in words))
    sure = sum(word.sure * len(word.text) for word in words) / sum(len(word.text) for word in words)
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    edges = [int(edge / factor) for edge in (left, top, right, bottom)]
    box = (max(0, edges[0]), max(0, edges[1]), min(size[0], edges[2] + 1), min(size[1], edges[3] + 1))
    return OcrLine(unicodedata.normalize("NFC", text), box, round(sure / 100, 4))


def _confidence(lines: tuple[OcrLine, ...]) -> float:
    total = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / total if total else 0.0
