"""A result folder from elsewhere is data: whatever stands in it is shown, or told in a sentence, and leads nowhere."""

from __future__ import annotations

import copy
import json
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.review.browser import write_one_poster
from verifier import comparing
from verifier.errors import VerifierError
from verifier.record import read_earlier
from verifier.review.desk import School
from verifier.review.exporting import export

WRONG = (None, "", "../../a", "/etc/passwd", -1, True, [], {}, 10**400, 1e308, *map(float, ("nan", "inf")))
WRONG += ("1e999999999", "1/0", "\ud800", "9" * 5000)
TRIES = 15
"""values that are put in the place of others, one at a time, for each file"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_one_poster(tmp_path / "first")
    return tmp_path / "first"


def spots(value: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value; of a list the first two."""
    if before:
        yield before
    held = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for at, each in held:
        yield from spots(each, (*before, at))


def put(whole: Any, spot: tuple[str | int, ...], value: object) -> bytes:
    changed = held = copy.deepcopy(whole)
    for at in spot[:-1]:
        held = held[at]
    held[spot[-1]] = value
    return json.dumps(changed).encode()


@pytest.mark.parametrize("name", ["result.json", "evidence.json", "pages/index.json"])
def test_no_value_in_a_result_ends_in_anything_but_a_sentence(folder: Path, tmp_path: Path, name: str) -> None:
    whole, chance = json.loads((folder / name).read_bytes()), random.Random(name)
    tried = tmp_path / "tried"
    there = {path for path in tmp_path.rglob("*") if path.is_file()}
    for spot in chance.choices([*spots(whole)], k=TRIES):
        shutil.copytree(folder, tried)
        (tried / name).write_bytes(put(whole, spot, chance.choice(WRONG)))
        with suppress(VerifierError):
            read_earlier(tried)
        with suppress(VerifierError):
            comparing.as_text(comparing.compare(folder, tried))
        with suppress(VerifierError):
            school = School("a", tried)
            assert all(each.picture.parent == tried / "pages" for each in school.open().pages.values())
            export(school)
        shutil.rmtree(tried)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == there
