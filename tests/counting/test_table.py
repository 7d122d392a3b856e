"""Each way of counting that a rule may name has a function that counts so."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tests.counting.station_papers import rules, seen
from verifier.counting import COUNTS, tally
from verifier.errors import VerifierError
from verifier.model import TAKINGS


def test_every_way_of_counting_has_its_function() -> None:
    missing = [each.__name__ for each in TAKINGS if each not in COUNTS]
    assert missing == [], "write a module in a room of counting/ and its line in COUNTS of counting/__init__.py"
    unknown = [each.__name__ for each in COUNTS if each not in TAKINGS]
    assert unknown == [], "add the type to the union Taking in model/takings.py, else no rule can name it"


def test_a_way_that_nobody_counts_is_told_plainly() -> None:
    takes: Any = SimpleNamespace(kind="new")
    with pytest.raises(VerifierError, match=r"指标1\.1要求按“new”计数"):
        tally(replace(rules().indicators[0], takes=takes), seen(), rules())
