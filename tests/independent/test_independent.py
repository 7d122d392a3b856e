"""Some of the bundles by makers who have not read the extractors; `tests/bench/independent.py` tries them all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.independent import cases
from tests.independent.case import HELD_OUT, Case
from tests.independent.press import Press
from tests.independent.trial import Reader, differences, overpaid, unexplained
from verifier.model import RuleSet

LEAST = 30
"""cases a cell"""
KNOWN = frozenset(("training-no-level",))
"""told otherwise by the program: an export without levels is said to lack its total, not a column"""
COSTLY = frozenset(("fp-41-three-employers",))
"""comes out right, and is left to the run by hand: ten seconds of reading"""
SHARE = 12
"""one of so many cases is tried here"""


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press() as press:
        yield press


@pytest.fixture(scope="module")
def reader(rules: RuleSet, cache: Path) -> Reader:
    return Reader(rules, cache=cache)


def _tried(case: Case) -> bool:
    return (
        not case.held_out
        and case.name not in KNOWN | COSTLY
        and hashlib.sha256(case.name.encode()).digest()[1] % SHARE == 0
    )


def test_every_cell_has_cases_of_which_a_third_is_held_out(rules: RuleSet) -> None:
    every = list(cases())
    assert max(Counter(case.name for case in every).values()) == 1
    many = Counter(case.cell for case in every)
    assert set(many) == {cell.id for cell in rules.indicators}
    assert min(many.values()) >= LEAST
    held = sum(case.held_out for case in every)
    assert abs(held * HELD_OUT - len(every)) < len(every) / 10


@pytest.mark.slow
@pytest.mark.parametrize("case", [*filter(_tried, cases())], ids=lambda case: case.name)
def test_a_bundle_comes_out_as_its_maker_says(case: Case, press: Press, reader: Reader, tmp_path: Path) -> None:
    case.write(tmp_path / "case", press)
    sight = reader.sight(tmp_path / "case" / "bundle", tmp_path / "work")
    judged = reader.judged(sight, case.year, case.school)
    assert (differences(case, judged), overpaid(case, judged), unexplained(judged)) == ([], [], []), case.note
