"""Screens of many templates, sizes and habits, read line by line: what they are and which posts they show."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.shown.deck import TEMPLATES, deal, read_scene
from tests.shown.measure import measured

ROUNDS = 5


@pytest.mark.parametrize("template", range(len(TEMPLATES)), ids=[f"{at}-{name}" for at, name in enumerate(TEMPLATES)])
def test_every_post_of_a_screen_is_read_with_its_account_and_day(template: int) -> None:
    faults = [
        f"{seed}/{number} {scene.template}: {fault}"
        for seed in range(template, ROUNDS * len(TEMPLATES), len(TEMPLATES))
        for number, scene in enumerate(deal(seed))
        for fault in measured(scene, read_scene(scene, seed, number))[1]
    ]
    assert faults == []


def test_misread_lines_never_give_a_day_for_sure_that_is_none() -> None:
    told: Counter[str] = Counter()
    for seed in range(ROUNDS * len(TEMPLATES)):
        for number, scene in enumerate(deal(seed)):
            told += measured(scene, read_scene(scene, seed, number, misread=0.08))[0]
    assert told["date wrong"] == 0
    assert told["date right"] > 100
