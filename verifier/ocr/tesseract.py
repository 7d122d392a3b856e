"""The second engine: tesseract with chi_sim, a system package."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.errors import EngineError
from verifier.ocr.engine import OcrLine, Reading

LANGUAGES = "chi_sim+eng"


class TesseractEngine:
    """Raises EngineError when tesseract or its Chinese data is not installed."""

    name = "tesseract"

    def __init__(self) -> None:
        import pytesseract

        self._tool: Any = pytesseract
        try:
            self._version = str(pytesseract.get_tesseract_version())
            languages = pytesseract.get_languages()
        except (pytesseract.TesseractNotFoundError, OSError) as fault:
            raise EngineError("没有安装 tesseract，请安装后再试，或改用 --ocr rapid") from fault
        if "chi_sim" not in languages:
            raise EngineError("tesseract 没有中文数据 chi_sim，请安装 tesseract-ocr-chi-sim，或改用 --ocr rapid")

    @property
    def version(self) -> str:
        return f"tesseract {self._version}"

    @property
    def settings(self) -> str:
        return f"{LANGUAGES} r1"

    def read(self, image: npt.NDArray[np.uint8]) -> Reading:
        """The reading of a picture (height × width × 3, BGR); the page is taken as upright."""
        data = self._tool.image_to_data(
            np.ascontiguousarray(image[..., ::-1]), lang=LANGUAGES, output_type=self._tool.Output.DICT
        )
        rows: dict[tuple[int, int, int], list[int]] = {}
        for index, text in enumerate(data["text"]):
            if text.strip() and float(data["conf"][index]) >= 0:
                key = (data["block_num"][index], data["par_num"][index], data["line_num"][index])
                rows.setdefault(key, []).append(index)
        return Reading(0, tuple(_line(data, words) for words in rows.values()))


def _line(data: dict[str, list[Any]], words: list[int]) -> OcrLine:
    text = ""
    for index in words:
        word = data["text"][index].strip()
        glue = " " if text and text[-1].isascii() and word[0].isascii() else ""
        text += glue + word
    left = min(data["left"][index] for index in words)
    top = min(data["top"][index] for index in words)
    right = max(data["left"][index] + data["width"][index] for index in words)
    bottom = max(data["top"][index] + data["height"][index] for index in words)
    sure = sum(float(data["conf"][index]) for index in words) / len(words) / 100
    return OcrLine(unicodedata.normalize("NFC", text), (left, top, right, bottom), round(sure, 4))
