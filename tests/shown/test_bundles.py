"""Bundles of screens at random: posts are counted, not files."""

from __future__ import annotations

import pytest

from tests.counting.scenes import judged
from tests.shown.bundles import SCHOOL, deal_posts, strangers
from tests.shown.fairs import deal_fairs

SEEDS = range(12)
CELLS = {"wechat": "3.1", "website": "3.2"}


def points(many: int) -> int:
    return 30 if many > 15 else 25 if many else 0


@pytest.mark.parametrize("channel", CELLS)
@pytest.mark.parametrize("seed", SEEDS)
def test_posts_of_a_bundle_are_counted_as_a_person_counts_them(seed: int, channel: str) -> None:
    dealt = deal_posts(seed, channel)
    one = judged(*dealt.observed, school=SCHOOL)
    cell = CELLS[channel]
    assert (one.fact(cell, "posts") or 0) == dealt.sure
    assert one.points(cell) == (points(dealt.sure), points(dealt.sure), points(dealt.sure + dealt.open))


def test_posts_of_an_unknown_account_count_in_high_alone() -> None:
    one = judged(*strangers(1, 3), school=SCHOOL)
    assert (one.points("3.1"), one.fact("3.1", "posts")) == ((0, 0, 25), 0)


@pytest.mark.parametrize("seed", range(20))
def test_fairs_of_a_bundle_are_counted_not_photos(seed: int) -> None:
    dealt = deal_fairs(seed)
    one = judged(*dealt.observed, school=SCHOOL)
    low, proposed, high = one.points("4.4")
    assert (one.fact("4.4", "fairs") or 0) == dealt.sure
    assert (low, proposed, high) == (fair_points(dealt.sure), fair_points(dealt.sure), fair_points(dealt.high, 5))


def fair_points(many: int, enough: int = 6) -> int:
    return 8 if many >= enough else 5 if many else 0
