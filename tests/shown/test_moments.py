"""Bundles of photos at random: what each cell that takes one telling photo gives for them."""

from __future__ import annotations

import pytest

from tests.counting.scenes import judged
from tests.shown.moments import MOST, SCHOOL, WAYS, deal_moments

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_photos_of_a_bundle_earn_what_a_person_would_give(seed: int) -> None:
    dealt = deal_moments(seed)
    one = judged(*dealt.observed, school=SCHOOL)
    assert {cell: (dealt.shots.get(cell), one.points(cell)) for cell in MOST} == {
        cell: (dealt.shots.get(cell), dealt.expected(cell)) for cell in MOST
    }


def test_every_way_comes_up() -> None:
    made = {way for seed in SEEDS for shots in deal_moments(seed).shots.values() for way, _ in shots}
    assert made == set(WAYS)
