"""What the cases of a rule set try, and what none of them does: thresholds, tiers, readings, bands.

A case tries a threshold where it stands on it, or just beside it where the points change: by a whole unit, or by at
most one percentage point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from verifier.cases.written import CaseFile, CellCase
from verifier.model import Band, Condition, Indicator, ReadingRule, RuleSet
from verifier.score import fits

Side = Literal["at", "beside"]
_SHARES = ("%", "个百分点")
Values = Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A condition of a reading, and on which side of it no case stands."""

    cell: str
    reading: str
    condition: Condition
    side: Side


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much there is, and what of it no case tries."""

    counts: Mapping[str, tuple[int, int]]
    """what → how many are tried, of how many"""
    thresholds: tuple[Threshold, ...]
    tiers: tuple[tuple[str, str, int], ...]
    """cell, reading and place of a tier that no case reaches"""
    readings: tuple[tuple[str, str], ...]
    """cell and reading whose points no case says"""
    bands: tuple[tuple[str, Fraction], ...]
    """`grades` or `awards`, and an end of a band that no total of a case stands on"""


def coverage(rules: RuleSet, files: Sequence[CaseFile], drafts: bool = False) -> Coverage:
    """What the cases try; drafts count only where they are asked for."""
    cases = {cell.id: _cases(cell.id, files, drafts) for cell in rules.indicators}
    thresholds = [each for cell in rules.indicators for each in _thresholds(cell)]
    untried = tuple(each for each in thresholds if not _is_tried(each, cases[each.cell], rules))
    tiers = [
        (cell.id, rule, at) for cell in rules.indicators for rule in cell.readings for at in range(len(rule.tiers))
    ]
    unreached = tuple((cell, rule.id, at) for cell, rule, at in tiers if not _is_reached(rule, at, cases[cell]))
    readings = [(cell.id, rule.id) for cell in rules.indicators for rule in cell.readings[1:]]
    unsaid = tuple(each for each in readings if not any(each[1] in case.readings for case in cases[each[0]]))
    ends = [(what, end) for what, bands in _bands(rules).items() for band in bands for end in (band.least, band.most)]
    totals = {total for file in files for sheet in file.sheets for total in sheet.total}
    open_ends = tuple(each for each in ends if each[1] not in totals)
    counts = {
        "分档": (len(tiers) - len(unreached), len(tiers)),
        "界限两侧": (len(thresholds) - len(untried), len(thresholds)),
        "其他读法": (len(readings) - len(unsaid), len(readings)),
        "等次和奖补的分数段两端": (len(ends) - len(open_ends), len(ends)),
    }
    return Coverage(counts, untried, unreached, unsaid, open_ends)


def _cases(cell: str, files: Sequence[CaseFile], drafts: bool) -> tuple[CellCase, ...]:
    return tuple(case for file in files for case in (file.cells.get(cell, ()) if drafts else file.confirmed(cell)))


def _bands(rules: RuleSet) -> Mapping[str, Sequence[Band]]:
    return {"grades": rules.grades, "awards": rules.awards}


def _thresholds(cell: Indicator) -> Iterator[Threshold]:
    """Each condition once a cell: what two readings share is tried by one case."""
    seen: set[Condition] = set()
    for rule in cell.readings:
        for tier in rule.tiers:
            for condition in (*tier.all, *tier.any):
                if condition not in seen:
                    seen.add(condition)
                    yield Threshold(cell.id, rule.id, condition, "at")
                    yield Threshold(cell.id, rule.id, condition, "beside")


def values_in(case: CellCase) -> Iterator[Values]:
    """What each of the three scorings sees in a case."""
    for at in range(3):
        yield {measure: three[at] for measure, three in case.facts.items()}


def _is_tried(threshold: Threshold, cases: Sequence[CellCase], rules: RuleSet) -> bool:
    condition = threshold.condition
    found = {values.get(condition.measure) for case in cases for values in values_in(case)} - {None}
    least, most = beside(condition, rules)
    if threshold.side == "at":
        return condition.value in found
    return any(least <= value <= most and value != condition.value for value in found if value is not None)


def beside(condition: Condition, rules: RuleSet) -> tuple[Fraction, Fraction]:
    """From where to where a value stands just on the other side of a condition than its own number."""
    unit = rules.measures[condition.measure].unit
    step = Fraction(1, 100) if unit in _SHARES else Fraction(1)
    below = condition.operator in (">=", "<")
    return (condition.value - step, condition.value) if below else (condition.value, condition.value + step)


def _is_reached(rule: ReadingRule, at: int, cases: Sequence[CellCase]) -> bool:
    for case in cases:
        if not (rule.widens or rule.id in case.readings):
            continue
        for values in values_in(case):
            first = next((index for index, tier in enumerate(rule.tiers) if fits(tier, values)), None)
            if first == at:
                return True
    return False
