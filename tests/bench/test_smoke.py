"""The benchmarks run: on one picture, with nothing asserted about time."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.ocr_speed import measure
from tests.bench.rosters import measure_csv, measure_xlsx

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "good" / "bundle"


def test_the_benchmark_of_reading_runs_on_one_picture(tmp_path: Path) -> None:
    picture = next(path for path in sorted(SAMPLE.rglob("*.jpg")) if "微信" in str(path))
    shutil.copy(picture, tmp_path / "a.jpg")
    rows = measure(tmp_path)
    assert [row[0] for row in rows] == ["verifier, cold", "verifier, from the cache", "plain rapidocr loop"]
    assert all(pages == 1 and lines > 0 for _, pages, _, lines in rows)


def test_the_benchmark_of_rosters_finds_everybody(tmp_path: Path) -> None:
    alone, found = measure_xlsx(tmp_path, 30)
    assert (alone[-1], found[-1]) == (30, 30)
    assert measure_csv(tmp_path, 40)[-1] == 40
