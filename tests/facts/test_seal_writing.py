"""The writing of a seal, unrolled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from tests.engines import Blind
from tests.facts.seal_pictures import stamped
from verifier import pipeline
from verifier.facts.seals.writing import HEIGHT, unrolled_writing
from verifier.model import RuleSet


class Knowing(Blind):
    """Reads the same from every strip."""

    def __init__(self, sure: float) -> None:
        self.sure = sure

    def say(self, strips: Sequence[Any]) -> list[tuple[str, float]]:
        return [("威海某某机械有限公司", self.sure) for _ in strips]


def test_marks_round_a_ring_lie_in_a_row_from_the_lowest_point_clockwise(tmp_path: Path) -> None:
    picture = np.full((400, 500, 3), 255, np.uint8)
    centre, radius = (260, 190), 150
    for at, angle in enumerate((180, 270, 360)):  # left, top, right
        x = round(centre[0] + 0.7 * radius * np.cos(np.deg2rad(angle)))
        y = round(centre[1] + 0.7 * radius * np.sin(np.deg2rad(angle)))
        cv2.circle(picture, (x, y), 12, (0, 0, 60 * at), -1)
    path = tmp_path / "a.png"
    path.write_bytes(cv2.imencode(".png", picture)[1].tobytes())
    strip = unrolled_writing(path, (110, 40, 410, 340))
    assert strip is not None and strip.shape[0] == HEIGHT
    row = strip[HEIGHT // 2]
    dark = [at / len(row) for at in range(len(row)) if row[at].min() < 100 and row[at, 0] < 100]
    middles = [np.mean([at for at in dark if abs(at - wanted) < 0.1]) for wanted in (0.25, 0.5, 0.75)]
    assert np.allclose(middles, (0.25, 0.5, 0.75), atol=0.01)
    assert unrolled_writing(tmp_path / "gone.png", (0, 0, 10, 10)) is None


def test_a_paper_knows_the_writing_of_its_seal_where_it_is_read_for_sure(tmp_path: Path, rules: RuleSet) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    cv2.imencode(".png", stamped(np.random.default_rng(3)).picture)[1].tofile(bundle / "证明.png")
    read = {}
    for sure in (0.95, 0.5):
        engine = Knowing(sure)
        sight = pipeline.observe(bundle, tmp_path / f"work{sure}", rules, engine, None)
        read[sure] = [fact.value.text for seen in sight.observed for fact in seen.seals]
    assert read == {0.95: ["威海某某机械有限公司"], 0.5: [""]}
