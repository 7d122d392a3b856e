"""A correction of a misread line in the log: masked, bounded, undone, and whole on the machine where it was typed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from verifier.decisions import append, correction, corrections_standing, forget_text, read_log
from verifier.files.own_folder import own_folder
from verifier.model import Decision, StandingCorrection

SHA, BOX = "a" * 64, (150, 320, 1000, 380)
ID, PHONE = "371002199803041234", "13812345678"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "own"))


def made(reading: str = "2023年3月15日", text: str = "2024年3月15日", **more: Any) -> Decision:
    told = {"reason": "按图片更正", "reviewer": "王审核", "time": "2025-01-06T09:30:00+08:00", "result": "b" * 64}
    own = correction(SHA, 1, BOX, reading, text)
    return Decision(kind="correct", indicator="4.4", target="照片.jpg", points=None, correction=own, **(told | more))


def kept(folder: Path, decision: Decision) -> Decision:
    return append(folder, decision, read_log(folder).head)


def standing(folder: Path) -> tuple[StandingCorrection, ...]:
    return corrections_standing(read_log(folder))


def test_a_line_names_picture_place_reading_and_text(tmp_path: Path) -> None:
    written = kept(tmp_path, made())
    (line,) = (tmp_path / "decisions.jsonl").read_text("utf-8").splitlines()
    data = json.loads(line)
    assert (data["kind"], data["target"], data["reason"], data["reviewer"]) == (
        *("correct", "照片.jpg", "按图片更正", "王审核"),
    )
    assert data["correction"] == {
        "sha256": SHA,
        "page": 1,
        "box": list(BOX),
        "reading": "2023年3月15日",
        "text": "2024年3月15日",
        "kept": None,
    }
    assert read_log(tmp_path).decisions == (written,)
    assert [(each.decision, each.text) for each in standing(tmp_path)] == [(written, "2024年3月15日")]


@pytest.mark.parametrize("number", [ID, PHONE, "2020123456"])
def test_a_number_is_masked_in_the_log_and_whole_in_the_users_own_folder(tmp_path: Path, number: str) -> None:
    typed = f"张山 {number}"
    written = kept(tmp_path, made(f"张三 {number}", typed))
    log = (tmp_path / "decisions.jsonl").read_text("utf-8")
    assert number not in log and "张山" in log
    assert [each.text for each in standing(tmp_path)] == [typed]
    assert written.correction is not None
    file = own_folder() / "corrections" / written.correction.kept
    assert file.stat().st_mode & 0o777 == 0o600
    forget_text(written.correction)
    assert not file.exists()
    assert [each.text for each in standing(tmp_path)] == [None]


def test_a_kept_text_that_is_not_the_one_of_the_log_counts_for_nothing(tmp_path: Path) -> None:
    written = kept(tmp_path, made("张三", f"张山 {ID}"))
    assert written.correction is not None
    (own_folder() / "corrections" / written.correction.kept).write_text("别的内容", encoding="utf-8")
    assert [each.text for each in standing(tmp_path)] == [None]


def test_of_two_corrections_of_a_line_the_later_holds_and_undone_ones_do_not(tmp_path: Path) -> None:
    first = kept(tmp_path, made(text="2024年3月5日"))
    second = kept(tmp_path, made(text="2024年3月15日"))
    assert [each.decision for each in standing(tmp_path)] == [second]
    kept(tmp_path, Decision("undo", "4.4", second.line, None, "", "王审核", "2025-01-06T09:31:00+08:00", "b" * 64))
    assert [each.decision for each in standing(tmp_path)] == [first]


def test_logs_without_corrections_are_read_as_before(tmp_path: Path) -> None:
    kept(tmp_path, Decision("accept", "1.1", "", None, "", "王审核", "2025-01-06T09:30:00+08:00", "b" * 64))
    (line,) = (tmp_path / "decisions.jsonl").read_text("utf-8").splitlines()
    assert "correction" not in json.loads(line)
    assert (read_log(tmp_path).damage, standing(tmp_path)) == (None, ())


def forged(folder: Path, **change: Any) -> None:
    """A log from elsewhere, whose hashes fit."""
    kept(folder, made())
    path = folder / "decisions.jsonl"
    data = json.loads(path.read_text("utf-8"))
    del data["hash"]
    data["correction"] |= change
    digest = sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()
    path.write_text(json.dumps(data | {"hash": digest}, ensure_ascii=False) + "\n", encoding="utf-8")


ODD = {
    "huge text": {"text": "长" * 100_000},
    "no text": {"text": ""},
    "text that is none": {"text": 7},
    "huge box": {"box": [0, 0, 10**30, 10]},
    "box with three sides": {"box": [0, 0, 10]},
    "box turned round": {"box": [10, 0, 0, 10]},
    "box of fractions": {"box": [0.5, 0, 10, 10]},
    "box of truths": {"box": [True, False, True, True]},
    "page below none": {"page": -1},
    "a path for a hash": {"sha256": "../" * 21 + "a"},
    "a path for a name": {"kept": "../../../etc/passwd"},
    "a list for a name": {"kept": ["a"]},
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD.keys())
def test_what_was_never_written_is_no_correction(tmp_path: Path, change: dict[str, Any]) -> None:
    forged(tmp_path, **change)
    log = read_log(tmp_path)
    assert log.damage is not None and "不是完整的审核记录" in log.damage.what
    assert corrections_standing(log) == ()


def test_a_log_from_elsewhere_is_masked_when_it_is_read(tmp_path: Path) -> None:
    forged(tmp_path, text=f"张山 {ID}")
    (each,) = standing(tmp_path)
    assert each.text is not None and ID not in each.text
