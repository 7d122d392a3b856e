"""However messily the tables of people are written, what comes out is what is true of the people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.people.bundles import wrong
from tests.people.mixes import JUNK, OPTIONS, TABLES, mixed

SEEDS = range(10)
"""of the everyday run; more by hand with tests/bench/habits.py"""


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_are_those_of_the_people_behind_the_papers(tmp_path: Path, seed: int) -> None:
    assert wrong(seed, mixed(seed), tmp_path) == {}


def test_every_habit_comes_up_in_the_everyday_run() -> None:
    drawn = [habits for seed in SEEDS for habits in mixed(seed)]
    assert len(drawn) == len(SEEDS) * TABLES
    for name, values in OPTIONS.items():
        found = {getattr(habits, name) for habits in drawn}
        if name in ("junk", "beside"):
            assert {each for several in values for each in several} <= {each for several in found for each in several}
        else:
            assert set(values) <= found, name
    assert set(JUNK) <= {each for habits in drawn for each in habits.junk}
