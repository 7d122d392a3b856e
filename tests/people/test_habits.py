"""However messily the tables of people are written, what comes out is what is true of the people."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.people.bundles import judged, write_bundle
from tests.people.mixes import JUNK, OPTIONS, TABLES, mixed
from tests.people.students import year_of

FIRST, COUNT = 0, int(os.environ.get("VERIFIER_SEEDS", "10"))
"""seeds of the everyday run; more by hand"""


@pytest.mark.parametrize("seed", range(FIRST, FIRST + COUNT))
def test_the_figures_are_those_of_the_people_behind_the_papers(tmp_path: Path, seed: int) -> None:
    year = year_of(seed)
    write_bundle(year, mixed(seed), seed, tmp_path / "bundle")
    found = judged(tmp_path / "bundle", tmp_path / "work")
    assert {name: found.facts.get(name) for name in year.facts} == year.facts
    assert found.points == year.points


def test_every_habit_comes_up_in_the_everyday_run() -> None:
    drawn = [habits for seed in range(FIRST, FIRST + 10) for habits in mixed(seed)]
    assert len(drawn) == 10 * TABLES
    for name, values in OPTIONS.items():
        found = {getattr(habits, name) for habits in drawn}
        if name in ("junk", "beside"):
            assert {each for several in values for each in several} <= {each for several in found for each in several}
        else:
            assert set(values) <= found, name
    assert set(JUNK) <= {each for habits in drawn for each in habits.junk}
