"""A line of JSON an event, for programs: what was begun, how far it is, what came of it, and how it ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.decisions.judged import judged
from verifier import batch
from verifier.batch import Settings
from verifier.cli.log_lines import log_lines
from verifier.cli.progress import progress
from verifier.errors import BundleError, UsageError

PHONE = "13812345678"


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def plain(path: Path) -> list[dict[str, Any]]:
    """Without their times."""
    return [{key: value for key, value in line.items() if key != "at"} for line in lines_of(path)]


def test_a_batch_tells_of_each_bundle_and_adds_to_what_stands_there(tmp_path: Path) -> None:
    for name in ("甲学院", f"乙学院{PHONE}"):
        (tmp_path / "各校" / name).mkdir(parents=True)
        (tmp_path / "各校" / name / "计划.txt").write_text("2024年就业创业工作计划", encoding="utf-8")
    (tmp_path / "各校" / "丙学院.zip").write_bytes(b"PK broken")
    log = tmp_path / "进度.jsonl"
    for _ in range(2):
        with progress(True, log) as told:
            batch.batch(tmp_path / "各校", tmp_path / "out", Settings(year=2024, ocr="tesseract"), told)
    text = log.read_text("utf-8")
    assert PHONE not in text and "138****5678" in text
    said = plain(log)
    half = next(at for at, line in enumerate(said) if line["event"] == "end") + 1
    first, again = said[:half], said[half:]
    begun = [(line["name"], line["number"], line["total"]) for line in first if line["event"] == "bundle"]
    assert begun == [("丙学院", 1, 3), ("乙学院138****5678", 2, 3), ("甲学院", 3, 3)]
    (failed,) = [line for line in first if line["event"] == "failed"]
    assert failed["bundle"] == "丙学院" and "打不开" in failed["error"]
    results = [line for line in first if line["event"] == "result"]
    assert [line["bundle"] for line in results] == ["乙学院138****5678", "甲学院"]
    written = json.loads((tmp_path / "out" / "甲学院" / "result.json").read_text("utf-8"))
    assert results[1]["total"] == written["total"]
    assert (results[1]["files"], results[1]["grade"]) == (1, written["grade"]["proposed"])
    assert results[1]["flags"]["gap"] > 0
    assert [line["stage"] for line in first if line["event"] == "stage" and line["bundle"] == "甲学院"] == [
        "打开文件",
        "识别图片",
        "写出结果",
    ]
    assert first[-1] == {"event": "end", "ok": True}
    assert [line["event"] for line in again if line.get("bundle") == "甲学院"] == ["result"], "kept"
    assert all(line["at"].endswith("+00:00") for line in lines_of(log))


def test_how_far_a_stage_is_stands_there_once_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("verifier.cli.log_lines.time.monotonic", lambda: clock[0])
    with log_lines(tmp_path / "log") as told:
        told.start("识别图片", 10)
        for _ in range(10):
            clock[0] += 0.4
            told.advance()
    far = [line for line in plain(tmp_path / "log") if line["event"] == "progress"]
    assert [line["done"] for line in far] == [3, 6, 9, 10]
    assert far[0] == {
        "event": "progress",
        "stage": "识别图片",
        "done": 3,
        "total": 10,
        "per_second": 2.5,
        "seconds_left": 3,
    }


def test_what_ends_a_command_is_the_last_line(tmp_path: Path) -> None:
    for fault, told in (
        (BundleError(f"打不开 {PHONE}"), "打不开 138****5678"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
    ):
        with pytest.raises(type(fault)), log_lines(tmp_path / "log"):
            raise fault
        assert plain(tmp_path / "log")[-1] == {"event": "end", "ok": False, "error": told}


def test_a_single_check_tells_its_result(tmp_path: Path) -> None:
    result, _ = judged()
    with progress(True, tmp_path / "log") as told:
        told.ended("甲学院", result, "")
    (line, _) = plain(tmp_path / "log")
    assert (line["event"], line["bundle"]) == ("result", "甲学院")


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--log-json"), log_lines(tmp_path / "none" / "log"):
        pass
