"""Levels of study, by which training is assessed: people by level, and the measures of each level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from verifier.counting.people.totals.disagreement import disagreement, share, share_measure, share_tests
from verifier.counting.people.totals.totals import Sources
from verifier.model import Flag, Indicator, Measure, Papers, RosterRow, RuleSet

Level = Literal["", "undergraduate", "college", "postgraduate"]
LEVELS: tuple[tuple[Level, str], ...] = (
    ("undergraduate", "trained_undergraduate"),
    ("college", "trained_college"),
)
"""the levels that are assessed, and the measure of each one's share"""


@dataclass(frozen=True, slots=True)
class Trained:
    """Distinct people by level."""

    sure: Mapping[Level, int]
    more: Mapping[Level, int]
    """those who count in high only"""


def only_level(papers: Papers, rules: RuleSet, are_told: bool) -> Level | None:
    """The level of a school that has only one; postgraduates apart, where lists tell the levels of some people."""
    assessed = {level for level, _ in LEVELS}
    for school in rules.words.schools:
        if school.name == papers.school:
            levels = [level for level in school.levels if level in assessed or not are_told]
            return levels[0] if len(levels) == 1 else None
    return None


def by_level(rows: Iterable[RosterRow], one: Level | None) -> dict[Level, int]:
    """How many people of each level; who shows none is of the school's only one."""
    found: dict[Level, int] = {"undergraduate": 0, "college": 0, "postgraduate": 0, "": 0}
    for row in rows:
        found[row.person.level or one or ""] += 1
    return found


def measures_of(trained: Trained, totals: Mapping[Level, Fraction]) -> tuple[Measure, ...]:
    """A level without students has no share: its condition does not apply."""
    with_students = [(level, name) for level, name in LEVELS if totals.get(level)]
    sure = Fraction(sum(trained.sure.get(level, 0) for level, _ in with_students))
    more = Fraction(sum(trained.more.get(level, 0) for level, _ in with_students))
    students = sum((totals[level] for level, _ in with_students), Fraction(0))
    measures = [Measure("trained", sure, sure, sure + more), Measure("enrolled", students, students, students)]
    for level, name in with_students:
        number, base = Fraction(trained.sure.get(level, 0)), totals[level]
        high = number + trained.more.get(level, 0)
        measures += [
            Measure(name, share(number, base), share(number, base), share(high, base), shown=False),
            Measure(f"trained_by_level.{level}", number, number, high),
            Measure(f"enrolled_by_level.{level}", base, base, base),
        ]
    return tuple(measures)


def widened(measures: tuple[Measure, ...], base: Sources) -> tuple[Measure, ...]:
    """For a school of one level: stated totals that differ from the roster's widen the range of its share."""
    if not base.disagree:
        return measures
    trained = next(each for each in measures if each.name == "trained")
    shares = {name: share_measure(name, trained, base) for _, name in LEVELS}
    return tuple(
        replace(shares[each.name], proposed=each.proposed) if each.name in shares else each for each in measures
    )


def disagreements(cell: Indicator, measures: Iterable[Measure], base: Sources) -> Iterator[Flag]:
    """For a school of one level: what hangs on which of the totals is right."""
    by_name = {each.name: each for each in measures}
    if base.disagree:
        for _, name in LEVELS:
            if name in by_name:
                yield from disagreement(cell, base, share_tests(name, by_name["trained"]))
