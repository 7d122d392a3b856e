"""The engine itself, on one screen of a sample in the four orientations."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from verifier.ocr import open_engine
from verifier.ocr.engine import Engine

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "good" / "bundle"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("rapid")


@pytest.fixture(scope="module")
def screen() -> np.ndarray:
    path = sorted(path for path in SAMPLE.rglob("*.jpg") if "微信" in str(path))[1]
    return cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright(engine: Engine, screen: np.ndarray, turn: int) -> None:
    reading = engine.read(np.ascontiguousarray(np.rot90(screen, turn // 90)))
    assert reading.turn == turn
    assert any("来威就业购房补贴申领指南" in line.text for line in reading.lines)


def test_an_even_surface_has_no_lines(engine: Engine) -> None:
    assert engine.read(np.full((300, 400, 3), 230, np.uint8)).lines == ()
