"""The log of decisions: chained, whole after a kill, one writer at a time."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from verifier.decisions import Conflict, Damaged, append, read_log, set_aside
from verifier.errors import WriteError
from verifier.model import Decision

HOME = Path(__file__).parents[2]


def points(cell: str, value: Any, reviewer: str = "王审核") -> Decision:
    return Decision("points", cell, "", Fraction(value), "看过原件", reviewer, "2025-01-06T09:30:00+08:00", "a" * 64)


def lines(folder: Path) -> list[bytes]:
    return (folder / "decisions.jsonl").read_bytes().splitlines()


def three(folder: Path) -> None:
    for cell in ("1.1", "1.2", "1.3"):
        append(folder, points(cell, 10), read_log(folder).head)


def test_a_line_has_all_that_was_decided_and_the_hash_of_the_line_before(tmp_path: Path) -> None:
    three(tmp_path)
    first, second = (json.loads(line) for line in lines(tmp_path)[:2])
    assert first | {"hash": ""} == {
        "kind": "points",
        "indicator": "1.1",
        "target": None,
        "points": 10,
        "reason": "看过原件",
        "reviewer": "王审核",
        "time": "2025-01-06T09:30:00+08:00",
        "result": "a" * 64,
        "seen": "",
        "previous": None,
        "hash": "",
    }
    assert second["previous"] == sha256(lines(tmp_path)[0]).hexdigest()


@pytest.mark.parametrize("value", [0, 10, Fraction(15, 2), Fraction("19.75"), Fraction(810, 41), Fraction(1, 10)])
def test_points_come_back_exactly(tmp_path: Path, value: Any) -> None:
    written = append(tmp_path, points("4.3", value), "")
    assert read_log(tmp_path).decisions == (written,)
    assert written.points == value


def test_there_are_no_decisions_where_there_is_no_log(tmp_path: Path) -> None:
    assert (read_log(tmp_path).decisions, read_log(tmp_path).head) == ((), "")


def changed(folder: Path, number: int, old: bytes, new: bytes) -> None:
    kept = lines(folder)
    kept[number - 1] = kept[number - 1].replace(old, new)
    (folder / "decisions.jsonl").write_bytes(b"\n".join(kept) + b"\n")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_line_is_found_and_those_before_it_stay(tmp_path: Path, number: int) -> None:
    three(tmp_path)
    changed(tmp_path, number, b'"points": 10', b'"points": 9')
    log = read_log(tmp_path)
    assert log.damage and log.damage.number == number and "改动" in log.damage.what
    assert [each.indicator for each in log.decisions] == ["1.1", "1.2", "1.3"][: number - 1]


def test_a_line_that_was_taken_out_is_found(tmp_path: Path) -> None:
    three(tmp_path)
    (tmp_path / "decisions.jsonl").write_bytes(b"\n".join(lines(tmp_path)[::2]) + b"\n")
    log = read_log(tmp_path)
    assert log.damage and log.damage.number == 2 and len(log.decisions) == 1


@pytest.mark.parametrize("left", [1, 20, 150])
def test_a_line_that_was_cut_is_found(tmp_path: Path, left: int) -> None:
    three(tmp_path)
    whole = (tmp_path / "decisions.jsonl").read_bytes()
    (tmp_path / "decisions.jsonl").write_bytes(whole[: len(whole) - len(lines(tmp_path)[2]) - 1 + left])
    log = read_log(tmp_path)
    assert log.damage and (log.damage.number, len(log.decisions)) == (3, 2)


@pytest.mark.parametrize("junk", [b"[]", b"{}", b"null", b'{"hash": 1}', b"\xff\xfe", b"5", b""])
def test_lines_that_are_no_decisions_are_damage_and_no_crash(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "decisions.jsonl").write_bytes(junk + b"\n")
    log = read_log(tmp_path)
    assert log.damage and log.damage.number == 1


def test_nothing_is_added_to_a_damaged_log_until_the_damage_is_set_aside(tmp_path: Path) -> None:
    three(tmp_path)
    changed(tmp_path, 2, b'"points": 10', b'"points": 9')
    bad = lines(tmp_path)[1:]
    with pytest.raises(Damaged):
        append(tmp_path, points("1.4", 10), read_log(tmp_path).head)
    assert set_aside(tmp_path) == 1
    assert (tmp_path / "decisions.damaged.jsonl").read_bytes().splitlines() == bad
    append(tmp_path, points("1.4", 10), read_log(tmp_path).head)
    log = read_log(tmp_path)
    assert (log.damage, [each.indicator for each in log.decisions]) == (None, ["1.1", "1.4"])


def test_a_second_save_on_one_cell_is_told_what_changed_and_changes_nothing(tmp_path: Path) -> None:
    three(tmp_path)
    seen = read_log(tmp_path).head
    append(tmp_path, points("1.1", 0, "李审核"), seen)
    with pytest.raises(Conflict) as told:
        append(tmp_path, points("1.1", 5), seen)
    assert [(each.reviewer, each.points) for each in told.value.changed] == [("李审核", 0)]
    assert len(lines(tmp_path)) == 4


def test_a_save_on_another_cell_goes_through(tmp_path: Path) -> None:
    three(tmp_path)
    seen = read_log(tmp_path).head
    append(tmp_path, points("1.1", 0), seen)
    append(tmp_path, points("1.2", 0), seen)
    assert (len(lines(tmp_path)), read_log(tmp_path).damage) == (5, None)


def test_writers_at_one_time_make_one_chain(tmp_path: Path) -> None:
    def save(number: int) -> None:
        append(tmp_path, points(f"{number}", 1), "")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(40)))
    log = read_log(tmp_path)
    assert (log.damage, {each.indicator for each in log.decisions}) == (None, {f"{at}" for at in range(40)})


WRITER = """
import sys
from fractions import Fraction
from pathlib import Path
from verifier.decisions import append, read_log
from verifier.errors import WriteError
from verifier.model import Decision

folder, start = Path(sys.argv[1]), int(sys.argv[2])
for number in range(start, start + 100000):
    one = Decision("points", str(number), "", Fraction(1), "说明" * 40, "王", "2025-01-06T09:30:00+08:00", "a" * 64)
    append(folder, one, "")
    print(number, flush=True)
"""


def killed_while_saving(folder: Path, rounds: int) -> tuple[list[int], list[int]]:
    """Numbers acknowledged by writers that were killed in the midst of saving, and those in the log."""
    chance = random.Random(7)
    acknowledged: list[int] = []
    for turn in range(rounds):
        start = turn * 100000
        command = [sys.executable, "-c", WRITER, str(folder), str(start)]
        writer = subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(HOME)})
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(chance.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        said += writer.stdout.read().splitlines()
        writer.wait()
        acknowledged += [int(word) for word in said if word.strip()]
    return acknowledged, [int(each.indicator) for each in read_log(folder).decisions]


def test_killed_writers_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged, kept = killed_while_saving(tmp_path, 12)
    assert len(acknowledged) >= 12
    assert set(acknowledged) <= set(kept)
    assert read_log(tmp_path).damage is None


# --- lines that are gone ----------------------------------------------------------------------------


def test_lines_cut_off_at_the_end_are_told_before_the_next_save(tmp_path: Path) -> None:
    three(tmp_path)
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in lines(tmp_path)[:1]))
    log = read_log(tmp_path)
    assert log.damage is not None
    assert (log.damage.what, log.damage.missing) == (
        "比上次保存时少了2条，可能被截掉，或被同步程序换成了旧的一份",
        True,
    )
    with pytest.raises(Damaged):
        append(tmp_path, points("1.4", 5), log.head)
    assert set_aside(tmp_path) == 1
    append(tmp_path, points("1.4", 5), log.head)
    assert [each.indicator for each in read_log(tmp_path).decisions] == ["1.1", "1.4"]


@pytest.mark.parametrize("how", ["emptied", "removed"])
def test_a_log_that_is_gone_is_told(tmp_path: Path, how: str) -> None:
    three(tmp_path)
    path = tmp_path / "decisions.jsonl"
    if how == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()
    damage = read_log(tmp_path).damage
    assert damage is not None and damage.what == "记录不见了，上次保存时有3条"


def test_a_log_that_was_written_anew_is_told(tmp_path: Path) -> None:
    three(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    for cell in ("1.1", "1.2", "1.3", "1.4"):
        append(other, points(cell, 3), read_log(other).head)
    (tmp_path / "decisions.jsonl").write_bytes((other / "decisions.jsonl").read_bytes())
    damage = read_log(tmp_path).damage
    assert damage is not None and "不是同一份记录" in damage.what


def test_a_log_that_others_went_on_with_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    three(tmp_path)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_CONFIG_HOME", str(tmp_path / "another machine"))
        append(tmp_path, points("1.4", 5), read_log(tmp_path).head)
    log = read_log(tmp_path)
    assert (len(log.decisions), log.damage) == (4, None)


def test_a_folder_that_was_moved_is_known_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    three(tmp_path / "a")
    moved = (tmp_path / "a").rename(tmp_path / "b")
    assert read_log(moved).damage is None
    (moved / "decisions.jsonl").write_bytes(lines(moved)[0] + b"\n")
    damage = read_log(moved).damage
    assert damage is not None and damage.missing


def test_a_line_that_was_not_written_to_its_end_is_taken_back(tmp_path: Path) -> None:
    three(tmp_path)
    with (tmp_path / "decisions.jsonl").open("ab") as file:
        file.write(lines(tmp_path)[0][:40])
    log = read_log(tmp_path)
    assert (len(log.decisions), log.damage) == (3, None)
    append(tmp_path, points("1.4", 5), log.head)
    assert [each.indicator for each in read_log(tmp_path).decisions] == ["1.1", "1.2", "1.3", "1.4"]


def test_a_full_disk_leaves_no_half_a_line_and_later_saves_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(tmp_path)
    before = (tmp_path / "decisions.jsonl").read_bytes()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as machine:
        machine.setattr(os, "fsync", full)
        with pytest.raises(WriteError, match="磁盘已满"):
            append(tmp_path, points("1.4", 5), read_log(tmp_path).head)
    assert (tmp_path / "decisions.jsonl").read_bytes() == before
    append(tmp_path, points("1.4", 5), read_log(tmp_path).head)
    assert len(read_log(tmp_path).decisions) == 4


def test_what_is_decided_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        three(tmp_path)
        (tmp_path / "decisions.jsonl").write_bytes(b"\n".join(lines(tmp_path)) + b"\ntorn\n")
        set_aside(tmp_path)
    finally:
        os.umask(before)
    kept = [path for path in tmp_path.glob("decisions.*") if os.name != "nt" and path.stat().st_mode & 0o077]
    assert len(list(tmp_path.glob("decisions.*"))) == 3 and kept == []


@pytest.mark.parametrize(
    "told",
    ["1e999999", "1e-999999", "99999", "1001", "-1", '"1/0"', '"9/0000"', '"99999/9"', "true", '"x"', "[1]", "{}"],
)
def test_points_that_no_cell_has_are_damage(tmp_path: Path, told: str) -> None:
    three(tmp_path)
    data = json.loads(lines(tmp_path)[0], parse_float=str)
    del data["hash"]
    bare = json.dumps(data, ensure_ascii=False).replace('"points": 10', f'"points": {told}')
    exact = json.loads(bare, parse_float=Decimal)
    hashed = sha256(json.dumps(exact, ensure_ascii=False, default=float).encode()).hexdigest()
    (tmp_path / "decisions.jsonl").write_text(bare[:-1] + f', "hash": "{hashed}"}}\n', "utf-8")
    log = read_log(tmp_path)
    assert log.decisions == () and log.damage is not None


def test_what_a_total_leads_to_is_kept_with_the_total(tmp_path: Path) -> None:
    chosen = replace(points("", "95.5"), kind="award", target="70000", reason="按市局解释")
    append(tmp_path, chosen, "")
    (read,) = read_log(tmp_path).decisions
    assert (read.kind, read.indicator, read.target, read.points) == ("award", "", "70000", Fraction("95.5"))


def test_decisions_that_were_made_at_once_are_known_by_it_and_nothing_else_is_read_there(tmp_path: Path) -> None:
    append(tmp_path, replace(points("1.1", 5), lot="0123456789abcdef"), "")
    assert read_log(tmp_path).decisions[0].lot == "0123456789abcdef"
    data = json.loads(lines(tmp_path)[0]) | {"lot": "王某"}
    del data["hash"]
    plain = json.dumps(data, ensure_ascii=False).encode("utf-8")
    whole = json.dumps(data | {"hash": sha256(plain).hexdigest()}, ensure_ascii=False)
    (tmp_path / "decisions.jsonl").write_text(whole + "\n", "utf-8")
    assert read_log(tmp_path).decisions == ()
