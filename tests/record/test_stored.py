"""The two records as files: what is written is read again as it was, also by and from other versions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.counting.photo_papers import photo
from tests.decisions.judged import Judged, judged
from tests.outputs.example_results import decided_result, full_result, record
from verifier.model import FlagRecord, PieceRecord
from verifier.record import (
    UnreadableRecord,
    dumped,
    read_earlier,
    read_evidence,
    read_judged,
    read_result,
    write_evidence,
    write_result,
)


@pytest.fixture(scope="module")
def papers() -> Judged:
    poster = photo("a.jpg", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", taken="2024-05-20")
    return judged(poster, photo("b.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15"))


@pytest.fixture
def folder(papers: Judged, tmp_path: Path) -> Path:
    write_result(papers[0], tmp_path)
    write_evidence(papers[1], tmp_path)
    return tmp_path


def test_what_is_written_is_read_again_as_it_was(papers: Judged, folder: Path) -> None:
    assert read_result(folder) == papers[0]
    assert dumped(read_evidence(folder)) == dumped(papers[1])
    assert read_evidence(folder).cells["3.3"].measures == papers[1].cells["3.3"].measures


def test_decisions_stand_in_no_key_of_a_result_that_has_none() -> None:
    plain, decided = json.loads(dumped(record(full_result()))), json.loads(dumped(record(decided_result())))
    assert "decided" not in plain and not any("decided" in cell or "asked" in cell for cell in plain["indicators"])
    assert decided["decided"]["total"] == 78.95


@pytest.mark.parametrize(
    ("told", "keys"),
    [
        ({}, set()),
        ({"file": "x"}, {"file", "page"}),
        ({"file": "x", "line": 3}, {"file", "page", "line"}),
        ({"points_at_stake": 0}, {"points_at_stake"}),
        ({"remedy": "补"}, {"remedy"}),
    ],
)
def test_a_flag_has_only_the_keys_that_say_something(told: dict[str, Any], keys: set[str]) -> None:
    flag = FlagRecord(code="no-evidence", severity="gap", message="缺。", **told)
    assert set(json.loads(dumped(flag))) == {"code", "severity", "message"} | keys


def test_a_piece_says_its_page_and_box_also_where_it_has_none() -> None:
    piece = PieceRecord(
        file="a.xlsx",
        page=None,
        box=None,
        cell="表!B2",
        fact="area",
        value=36,
        text="36㎡",
        confidence=1.0,
        counted=True,
    )
    written = json.loads(dumped(piece))
    assert (written["page"], written["box"], written["cell"]) == (None, None, "表!B2") and "line" not in written


@pytest.mark.parametrize("name", ["result.json", "evidence.json"])
def test_keys_that_a_later_version_adds_are_passed_over(folder: Path, name: str) -> None:
    before = read_result(folder), dumped(read_evidence(folder))
    data = json.loads((folder / name).read_text("utf-8"))
    (folder / name).write_text(json.dumps(data | {"later": [1]}), "utf-8")
    assert (read_result(folder), dumped(read_evidence(folder))) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema": "verifier/result@2"}, "另一版本的程序写的（verifier/result@2，本程序读 verifier/result@1）"),
        ({"schema": 1}, "另一版本的程序写的"),
        ({"indicators": None}, "不是完整的核验结果"),
        ({"total": {"low": 1}}, "不是完整的核验结果"),
        ({"groups": []}, "不是完整的核验结果"),
        ({"year": "2024"}, "不是完整的核验结果"),
        ({"year": 10**30}, "不是完整的核验结果"),
        ({"later": 1e308}, "不是完整的核验结果"),
        ({"later": float("nan")}, "不是完整的核验结果"),
        ({"later": float("inf")}, "不是完整的核验结果"),
    ],
)
def test_a_result_that_cannot_be_read_is_told_in_one_sentence(
    folder: Path, change: dict[str, object], says: str
) -> None:
    data = json.loads((folder / "result.json").read_text("utf-8"))
    (folder / "result.json").write_text(json.dumps(data | change), "utf-8")
    with pytest.raises(UnreadableRecord, match=r"^result\.json ") as told:
        read_result(folder)
    assert says in str(told.value) and "请" in str(told.value)


def test_a_file_that_is_not_there_or_cut_short_is_told(folder: Path) -> None:
    whole = (folder / "evidence.json").read_bytes()
    (folder / "evidence.json").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableRecord, match=r"evidence\.json 不是完整的"):
        read_earlier(folder)
    (folder / "evidence.json").unlink()
    with pytest.raises(UnreadableRecord, match=r"evidence\.json 打不开"):
        read_earlier(folder)


def test_the_hash_of_a_result_is_that_of_its_file_without_the_engine(papers: Judged, folder: Path) -> None:
    first = read_judged(folder)[1]
    write_result(replace(papers[0], engine={"ocr": "tesseract", "seconds": {}}), folder)
    assert read_judged(folder)[1] == first
    write_result(replace(papers[0], year=2020), folder)
    assert read_judged(folder)[1] != first
