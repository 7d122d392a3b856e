"""What is judged: evidence for cells, what was counted, points, flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from .papers import Fact, Flag, Observed, SourceFile, Support

Standing = Literal["firm", "counted", "open", "out"]
"""firm: in low, proposed and high · counted: not in low · open: in high only · out: nowhere"""

STANDINGS: tuple[Standing, ...] = ("firm", "counted", "open", "out")


def weaker(a: Standing, b: Standing) -> Standing:
    """The one of two standings that counts for less."""
    return max(a, b, key=STANDINGS.index)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper, or one thing on it (a post, an event, a person), for one cell."""

    indicator: str
    file: str
    facts: tuple[Fact, ...]
    """what is shown for it; the first is the one it rests on"""
    support: Support
    why: str
    """a Chinese sentence: the words found, and the rule's name for them"""
    standing: Standing = "firm"
    key: str = ""
    """what is counted once: evidence of one key is one event, post, person or part"""
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted fact as low, proposed and high see it; None is unknown."""

    name: str
    low: Fraction | None
    proposed: Fraction | None
    high: Fraction | None
    shown: bool = True
    """stands in the cell's `facts`"""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one cell's counting found."""

    evidence: tuple[Evidence, ...] = ()
    measures: tuple[Measure, ...] = ()
    flags: tuple[Flag, ...] = ()
    open_to_max: bool = False
    """an open question could bring the cell to its maximum"""
    settled: bool = True
    """False: the flags say already why a tier was missed"""


@dataclass(frozen=True, slots=True, eq=False)
class Papers:
    """The observed bundle with what all cells share. Equal only to itself, so that what is derived can be kept."""

    observed: tuple[Observed, ...]
    files: tuple[SourceFile, ...]
    school: str | None
    year: int | None
    period: tuple[date, date] | None
    last_year: tuple[Observed, ...] = ()
    """papers of `--last-year`"""
    twins: Mapping[str, str] = field(default_factory=dict)
    """path → path of the first file with the same bytes"""
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """path → cells that its folder or file name speaks of"""


@dataclass(frozen=True, slots=True)
class Reading:
    id: str
    text: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    indicator: str
    low: Fraction
    proposed: Fraction
    high: Fraction
    status: Literal["ready", "gap", "review"]
    readings: tuple[Reading, ...]
    facts: Mapping[str, Fraction]
    evidence: tuple[Evidence, ...]
    flags: tuple[Flag, ...]
    self_score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    low: Fraction
    proposed: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade or an award: the one proposed and all that some total from low to high leads to."""

    proposed: str | int
    possible: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    results: tuple[IndicatorResult, ...]
    groups: Mapping[str, Spread]
    """0…100 each, by the group's id"""
    total: Spread
    """0…100, unrounded"""
    grade: Verdict
    award_yuan: Verdict
    flags: tuple[Flag, ...]
    """those that no cell is concerned with"""
