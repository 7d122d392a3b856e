"""How closely a picture is looked at, and which lines a hasty reader reads again."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from verifier.errors import EngineError
from verifier.ocr.lines import HASTY, LEAST_NARROWED, LINE_HEIGHT, USUAL, Haste, Reader
from verifier.ocr.rapid import RapidEngine
from verifier.ocr.tiles import CLOSE_AREA, FIRST_AREA, LEAST_SCALE, find_lines


class Eye:
    """Finds some lines of a known height in every look and remembers the scales."""

    def __init__(self, height: float, lines: int) -> None:
        self.height, self.lines, self.haste = height, lines, USUAL
        self.scales: list[float] = []

    def find(self, image: np.ndarray, scale: float) -> list[np.ndarray]:
        self.scales.append(scale)
        tops = [100 * (number + 1) for number in range(self.lines)]
        return [
            np.array([[100, top], [600, top], [600, top + self.height], [100, top + self.height]], np.float32)
            for top in tops
        ]


def looks(height: float, size: tuple[int, int] = (1600, 1200), lines: int = 8, stamped: bool = False) -> list[int]:
    eye = Eye(height, lines)
    find_lines(np.full((*size, 3), 255, np.uint8), eye, stamped)  # type: ignore[arg-type]
    return [round(scale**2 * size[0] * size[1]) for scale in eye.scales]


def test_common_text_is_found_in_one_small_look() -> None:
    assert looks(60) == [FIRST_AREA]


def test_where_there_is_a_seal_the_first_look_is_closer() -> None:
    assert looks(60, stamped=True) == [USUAL.area]


def test_small_text_gets_a_look_as_close_as_it_needs_and_no_closer_than_the_picture_is() -> None:
    first, second = looks(24)
    assert first == FIRST_AREA < second < 1600 * 1200
    assert looks(8) == [FIRST_AREA, 1600 * 1200]
    assert looks(8, (4000, 3000))[1] == CLOSE_AREA


def test_where_few_lines_or_none_are_found_it_is_looked_closer() -> None:
    assert looks(60, lines=3) == looks(60, lines=0) == [FIRST_AREA, USUAL.area]


def test_a_photo_of_many_pixels_is_not_shrunk_until_its_date_is_lost() -> None:
    assert looks(200, (4000, 3000)) == [round(LEAST_SCALE**2 * 4000 * 3000)]
    assert looks(200, (4000, 3000), lines=2)[1] == CLOSE_AREA


class Doubting(Reader):
    """A reader without networks, which doubts every line that it sees narrower than a width."""

    def __init__(self, doubtful: int, haste: Haste) -> None:
        self.haste, self._doubtful = haste, doubtful
        self.seen: list[list[int]] = []

    def _said(self, crops: object) -> list[tuple[str, float]]:
        widths = [crop.shape[1] for crop in crops]  # type: ignore[attr-defined]
        self.seen.append(widths)
        return [(str(width), 0.9 if width < self._doubtful else 0.99) for width in widths]


def test_long_lines_are_narrowed_and_those_read_again_that_are_doubted() -> None:
    strips = [np.zeros((LINE_HEIGHT, width, 3), np.uint8) for width in (LEAST_NARROWED - 1, 400, 800)]
    for haste, narrowed in ((USUAL, [300, 600]), (HASTY, [280, 560])):
        reader = Doubting(narrowed[0] + 10, haste)
        said = reader.say(strips)
        assert reader.seen == [[LEAST_NARROWED - 1, *narrowed], [400]]
        assert [text for text, _ in said] == [str(LEAST_NARROWED - 1), "400", str(narrowed[1])]


def test_a_fast_reading_has_its_own_place_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.ocr.rapid.has_bf16", lambda: True)
    assert len({RapidEngine().settings, RapidEngine(fast=True).settings}) == 2
    assert "f32" in RapidEngine().settings and "bf16" in RapidEngine(fast=True).settings


def test_a_missing_runtime_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(EngineError, match="pip install openvino"):
        Reader()
