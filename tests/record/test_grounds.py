"""Points have grounds: the guard of `tests/conftest.py`, under which all results of the tests are made, is awake."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.counting.photo_papers import bundle, photo
from tests.counting.station_papers import rules
from verifier.counting import tally
from verifier.record import Identity, masking_of, to_result
from verifier.score import score

POSTER = photo("a.jpg", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", taken="2024-05-20")


def made(change: dict[str, Fraction]) -> list[str]:
    """The cells with points, where those of some are other ones than they were scored."""
    papers = bundle(POSTER)
    tallies = {cell.id: tally(cell, papers, rules()) for cell in rules().indicators}
    sheet = score(rules(), tallies, {}, ())
    results = tuple(replace(each, proposed=change.get(each.indicator, each.proposed)) for each in sheet.results)
    record = to_result(
        replace(sheet, results=results),
        papers,
        rules(),
        Identity(papers.school, None, {}),
        masking_of(papers, str),
        {},
    )
    return [cell.id for cell in record.indicators if cell.proposed]


def test_points_on_what_counts_are_taken_and_points_on_nothing_are_told() -> None:
    counted = made({})
    assert counted
    with pytest.raises(AssertionError, match=r"1\.7: 5 points, and nothing counts"):
        made({"1.7": Fraction(5)})
