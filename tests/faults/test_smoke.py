"""A few tries of each kind, which anybody can make: no right is needed, and no disk of one's own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults import crowd, disks, kills, logs, shares
from tests.faults.counted import Tries


def faults(tries: Tries) -> list[str]:
    return [f"{what}: {each.kind}: {each.text}" for what, found in tries for each in found if each.kind != "met"]


def apart(kind: Callable[[Path, int, int], Tries], home: Path, many: int, seed: int) -> list[str]:
    """Tries that fork, from a new process: what other tests have loaded into this one (a driver of browsers, which
    switches stacks) does not outlive a fork."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_tried, kind, home, many, seed).result()


def _tried(kind: Callable[[Path, int, int], Tries], home: Path, many: int, seed: int) -> list[str]:
    return faults(kind(home, many, seed))


def test_what_is_killed_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    assert apart(kills.kills, tmp_path, 7, 1) == []


def test_where_there_is_no_room_it_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    assert apart(disks.disks, tmp_path, 6, 1) == []


def test_what_is_away_for_a_moment_is_read_or_told(tmp_path: Path) -> None:
    assert apart(shares.shares, tmp_path, 3, 1) == []


@pytest.mark.parametrize("damage", logs.DAMAGES)
def test_a_damaged_log_is_told(tmp_path: Path, damage: object) -> None:
    at = len(logs.DAMAGES) + [*logs.DAMAGES].index(damage)
    assert faults(logs.logs(tmp_path, 1, at)) == []


def test_a_crowd_gets_right_answers(tmp_path: Path) -> None:
    assert apart(crowd.crowd, tmp_path, 8, 3) == []
