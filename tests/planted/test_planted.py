"""A personal number that stands anywhere in a bundle, or is typed, appears in nothing that is written or said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.bench.planted import shown
from tests.planted.numbers import KINDS, found_in, planted


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_planted_number_appears_nowhere(tmp_path: Path, seed: int) -> None:
    many, found = shown(tmp_path, seed, whole=False)
    assert many > 100
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_is_found_again_in_each_of_its_spellings(kind: str) -> None:
    chance = random.Random(kind)
    for way in KINDS[kind][1]:
        each = planted(chance, kind, way)
        assert found_in(f"<td>备注 {each.written}</td>", [each]) == [each], each
