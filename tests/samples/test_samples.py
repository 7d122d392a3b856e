"""The two sample bundles, read whole: expected points and flags, flattened, twice the same, offline."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from verifier import batch
from verifier.pipeline import Silent

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = ("good", "flawed")


def result_of(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    return data


def expected_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SAMPLES / name / "expected.json").read_text(encoding="utf-8"))
    return data


def flags_of(result: dict[str, Any]) -> list[tuple[str, str, str | None, str | None]]:
    top = [(flag["code"], flag["severity"], None, flag.get("file")) for flag in result["flags"]]
    cells = [
        (flag["code"], flag["severity"], cell["id"], flag.get("file"))
        for cell in result["indicators"]
        for flag in cell["flags"]
    ]
    return top + cells


def unmatched(found: list[Any], wanted: list[Any], may_stand: list[Any]) -> tuple[list[Any], list[Any]]:
    """What was found and not wanted, and wanted and not found; a wanted flag without a file fits any file."""
    left, missing = list(found), []
    for code, severity, cell, file in sorted(wanted, key=lambda flag: flag[3] is None):
        fits = [f for f in left if f[:3] == (code, severity, cell) and (file is None or f[3] == file)]
        if fits:
            left.remove(fits[0])
        else:
            missing.append((code, severity, cell, file))
    return [flag for flag in left if flag not in may_stand], missing


def as_flags(rows: list[dict[str, Any]]) -> list[tuple[str, str, str | None, str | None]]:
    return [(row["code"], row["severity"], row["indicator"], row["file"]) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_points_of_every_cell_are_those_set_by_hand(outputs: dict[str, Path], name: str) -> None:
    result, expected = result_of(outputs[name]), expected_of(name)
    points = {cell["id"]: (cell["low"], cell["proposed"], cell["high"]) for cell in result["indicators"]}
    assert points == {cell: (row["low"], row["proposed"], row["high"]) for cell, row in expected["indicators"].items()}
    for cell in result["indicators"]:
        for fact, value in expected["indicators"][cell["id"]]["facts"].items():
            assert cell["facts"].get(fact) == pytest.approx(value), (cell["id"], fact)


@pytest.mark.parametrize("name", NAMES)
def test_flags_are_those_set_by_hand_no_more_and_no_fewer(outputs: dict[str, Path], name: str) -> None:
    result, expected = result_of(outputs[name]), expected_of(name)
    more, fewer = unmatched(flags_of(result), as_flags(expected["flags"]), as_flags(expected.get("open_flags", [])))
    assert (more, fewer) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_school_year_total_grade_and_award(outputs: dict[str, Path], name: str) -> None:
    result, expected = result_of(outputs[name]), expected_of(name)
    assert (result["school"]["name"], result["year"]) == (expected["school"], expected["year"])
    assert result["total"] == expected["total"]
    assert result["grade"] == expected["grade"]
    assert result["award_yuan"] == expected["award_yuan"]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_the_bundle_stands_in_the_result_once(outputs: dict[str, Path], name: str) -> None:
    bundle = SAMPLES / name / "bundle"
    paths = Counter(file["path"] for file in result_of(outputs[name])["files"])
    for path in bundle.rglob("*"):
        if path.is_file():
            assert paths[path.relative_to(bundle).as_posix()] == 1
    assert set(paths.values()) == {1}


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_gives_the_same_bytes_and_reads_no_picture_again(
    outputs: dict[str, Path], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a picture was read again")

    monkeypatch.setattr("verifier.ocr.rapid.RapidEngine.read", refuse)
    batch.check(SAMPLES / name / "bundle", tmp_path / name, batch.Settings(cache=cache), Silent())
    first, second = result_of(outputs[name]), result_of(tmp_path / name)
    first.pop("engine"), second.pop("engine")
    assert json.dumps(first, ensure_ascii=False) == json.dumps(second, ensure_ascii=False)
    for file in ("annex2.docx", "report.html", "evidence.json"):
        assert (outputs[name] / file).read_bytes() == (tmp_path / name / file).read_bytes(), file


def flattened(bundle: Path, target: Path) -> Path:
    """All files in one folder, with names that say nothing but their format."""
    target.mkdir()
    for index, path in enumerate(sorted(path for path in bundle.rglob("*") if path.is_file()), 1):
        shutil.copyfile(path, target / f"IMG_{index:04d}{path.suffix}")
    return target


@pytest.mark.parametrize("name", NAMES)
def test_meaningless_names_change_no_proposed_points(
    outputs: dict[str, Path], cache: Path, tmp_path: Path, name: str
) -> None:
    flat = flattened(SAMPLES / name / "bundle", tmp_path / "flat")
    result = batch.check(flat, None, batch.Settings(cache=cache), Silent())
    points = {cell.id: cell.proposed for cell in result.indicators}
    assert points == {cell["id"]: cell["proposed"] for cell in result_of(outputs[name])["indicators"]}


@pytest.mark.parametrize("name", NAMES)
def test_every_counted_piece_of_evidence_has_a_place(outputs: dict[str, Path], name: str) -> None:
    for cell in result_of(outputs[name])["indicators"]:
        pieces = [piece for piece in cell["evidence"] if piece["counted"]]
        assert pieces or cell["proposed"] == 0, cell["id"]
        for piece in pieces:
            assert piece["box"] or piece.get("cell") or piece.get("line") or piece["page"], (cell["id"], piece)
