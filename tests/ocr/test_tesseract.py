"""The second engine: how its words become lines, and what is said when it is not there."""

from __future__ import annotations

import shutil

import cv2
import numpy as np
import pytest

from verifier.errors import EngineError
from verifier.ocr import open_engine
from verifier.ocr.tesseract import TesseractEngine, joined, words_of

WORDS = {
    "text": ["", "实习", "证明", "2024", "年", "Python", "code", "三月", " "],
    "conf": [-1, 90, 80, 96, 92, 70, 50, 88, 95],
    "left": [0, 10, 60, 10, 60, 10, 80, 400, 0],
    "top": [0, 10, 12, 60, 60, 110, 110, 60, 0],
    "width": [0, 40, 44, 45, 20, 60, 50, 50, 9],
    "height": [0, 30, 30, 28, 28, 28, 28, 28, 9],
    "page_num": [1] * 9,
    "block_num": [1] * 9,
    "par_num": [1] * 9,
    "line_num": [0, 1, 1, 2, 2, 3, 3, 3, 4],
}


def test_words_of_a_line_are_joined_and_spaces_between_chinese_taken_out() -> None:
    lines = joined(list(words_of(WORDS)), 1.0, (640, 480))
    assert [line.text for line in lines] == ["实习证明", "2024 年", "Python code", "三月"]
    assert lines[0].box == (10, 10, 105, 43) and lines[0].confidence == 0.85


def test_boxes_are_in_pixels_of_the_picture_not_of_its_enlarged_copy() -> None:
    assert joined(list(words_of(WORDS)), 2.0, (640, 480))[0].box == (5, 5, 53, 22)


def test_without_the_program_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    with pytest.raises(EngineError, match="tesseract-ocr-chi-sim"):
        TesseractEngine()


def test_without_chinese_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import pytesseract

    monkeypatch.setattr(shutil, "which", lambda *_: "/usr/bin/tesseract")
    monkeypatch.setattr(pytesseract, "get_languages", lambda *_: ["eng"])
    with pytest.raises(EngineError, match="简体中文"):
        TesseractEngine()


def test_an_unknown_engine_is_named_with_the_known_ones() -> None:
    with pytest.raises(EngineError, match="auto、rapid、tesseract"):
        open_engine("nonsense")


class Program:
    """Tesseract's answers, written by hand: a page upside down."""

    class TesseractError(Exception):
        pass

    class Output:
        DICT = "dict"

    def image_to_data(self, image: np.ndarray, **_: object) -> dict[str, list[object]]:
        sure = 95 if image[0, 0, 0] == 0 else 20
        return {**{key: values[1:3] for key, values in WORDS.items()}, "conf": [sure, sure]}

    def image_to_osd(self, image: np.ndarray, **_: object) -> dict[str, int]:
        return {"rotate": 180}


def test_a_page_that_reads_badly_is_turned_as_tesseract_says_when_that_reads_better(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = TesseractEngine.__new__(TesseractEngine)
    monkeypatch.setattr(engine, "_program", Program(), raising=False)
    picture = np.full((1300, 1300, 3), 255, np.uint8)
    picture[-40:, -40:] = 0
    assert engine.read(picture).turn == 180
    assert engine.read(np.ascontiguousarray(picture[::-1, ::-1])).turn == 0


def test_a_strip_is_said_as_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = TesseractEngine.__new__(TesseractEngine)
    monkeypatch.setattr(engine, "_program", Program(), raising=False)
    assert engine.say([np.zeros((30, 90, 3), np.uint8)]) == [("实习证明", 0.95)]


def test_the_program_itself_says_a_strip_and_nothing_of_an_even_one() -> None:
    engine = TesseractEngine()
    strip = np.full((60, 620, 3), 255, np.uint8)
    cv2.putText(strip, "2024-06-30", (20, 45), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0, 0, 0), 3)
    said = engine.say([strip, np.full((40, 200, 3), 230, np.uint8)])
    assert said[0][0] == "2024-06-30" and said[0][1] > 0.5
    assert said[1] == ("", 0.0)
