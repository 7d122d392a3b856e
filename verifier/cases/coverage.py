"""What the cases of a rule set try, and what none of them does: thresholds, tiers, readings, bands.

A case tries a threshold where it stands on it, or just beside it where the points change: by a whole unit, or by at
most one percentage point.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeVar

from verifier.cases.word_lists import WordList, numbers_of, word_lists
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
    """what, in Chinese → how many are tried, of how many"""
    thresholds: tuple[Threshold, ...]
    tiers: tuple[tuple[str, str, int], ...]
    """cell, reading and place of a tier that no case reaches"""
    readings: tuple[tuple[str, str], ...]
    """cell and reading whose points no case says"""
    bands: tuple[tuple[str, Fraction], ...]
    """`grades` or `awards`, and an end of a band that no total of a case stands on"""
    words: tuple[str, ...]
    """paths of lists of words or expressions of which no case tries an entry"""
    numbers: tuple[str, ...]
    """paths of numbers outside the tiers that no case confirms"""


def coverage(rules: RuleSet, files: Sequence[CaseFile], drafts: bool = False) -> Coverage:
    """What the cases try; drafts count only where they are asked for."""
    cases = {cell.id: _cases(cell.id, files, drafts) for cell in rules.indicators}
    thresholds = {
        each: _is_tried(each, cases[each.cell], rules) for cell in rules.indicators for each in _thresholds(cell)
    }
    tiers = _tiers(rules, cases)
    readings = _readings(rules, cases)
    bands = _bands(rules, _totals(files, drafts))
    lists = word_lists(rules)
    words = _words_tried(lists, files, drafts)
    numbers = _numbers(rules, files, drafts)
    entries = sum(len(each.entries) for each in lists.values())
    parts: Mapping[str, Mapping[Any, int]] = {
        "分档": tiers,
        "界限两侧": thresholds,
        "其他读法": readings,
        "等次和奖补的分数段两端": bands,
        "词表": words,
        "分档以外的数": numbers,
    }
    counts = {what: (sum(map(bool, part.values())), len(part)) for what, part in parts.items()}
    counts["词表中的词和表达式"] = (sum(words.values()), entries)
    return Coverage(counts, _not(thresholds), _not(tiers), _not(readings), _not(bands), _not(words), _not(numbers))


T = TypeVar("T")


def _not(tried: Mapping[T, int]) -> tuple[T, ...]:
    return tuple(each for each, number in tried.items() if not number)


def _tiers(rules: RuleSet, cases: Mapping[str, Sequence[CellCase]]) -> Mapping[tuple[str, str, int], bool]:
    """Cell, reading and place of each tier → whether a case reaches it."""
    found: dict[tuple[str, str, int], bool] = {}
    for cell in rules.indicators:
        for rule in cell.readings:
            reached = _reached(rule, cases[cell.id])
            found |= {(cell.id, rule.id, at): at in reached for at in range(len(rule.tiers))}
    return found


def _readings(rules: RuleSet, cases: Mapping[str, Sequence[CellCase]]) -> Mapping[tuple[str, str], bool]:
    """Cell and id of each reading but the first → whether a case says its points."""
    others = [(cell.id, rule.id) for cell in rules.indicators for rule in cell.readings[1:]]
    return {(cell, rule): any(rule in case.readings for case in cases[cell]) for cell, rule in others}


def _numbers(rules: RuleSet, files: Sequence[CaseFile], drafts: bool) -> Mapping[str, bool]:
    said = {case.at for file in files for case in (file.numbers if drafts else file.confirmed_numbers)}
    return {path: path in said for path in numbers_of(rules)}


def _bands(rules: RuleSet, totals: Collection[Fraction | None]) -> Mapping[tuple[str, Fraction], bool]:
    """`grades` or `awards` and each end of a band → whether a total of a case stands on it."""
    both: Mapping[str, Sequence[Band]] = {"grades": rules.grades, "awards": rules.awards}
    ends = [(what, end) for what, bands in both.items() for band in bands for end in (band.least, band.most)]
    return {each: each[1] in totals for each in ends}


def _totals(files: Sequence[CaseFile], drafts: bool) -> set[Fraction | None]:
    sheets = [sheet for file in files for sheet in (file.sheets if drafts else file.confirmed_sheets)]
    return {total for sheet in sheets for total in sheet.total}


def _words_tried(lists: Mapping[str, WordList], files: Sequence[CaseFile], drafts: bool) -> Mapping[str, int]:
    """Path of a list → how many of its entries cases try."""
    found: dict[str, list[str]] = {path: [] for path in lists}
    whole: dict[str, list[str]] = {path: [] for path in lists}
    for file in files:
        for case in file.words if drafts else file.confirmed_words:
            found[case.list] += case.finds
            whole[case.list] += case.whole
    return {path: each.tried_by(found[path], whole[path]) for path, each in lists.items()}


def _cases(cell: str, files: Sequence[CaseFile], drafts: bool) -> tuple[CellCase, ...]:
    return tuple(case for file in files for case in (file.cells.get(cell, ()) if drafts else file.confirmed(cell)))


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


def _reached(rule: ReadingRule, cases: Sequence[CellCase]) -> set[int]:
    """The places of the tiers that some case reaches whose points it compares."""
    heard = [case for case in cases if rule.widens or rule.id in case.readings]
    found = {first_tier(rule, values) for case in heard for values in values_in(case)}
    return {at for at in found if at is not None}


def first_tier(rule: ReadingRule, values: Values) -> int | None:
    """The place of the tier that gives the points."""
    return next((index for index, tier in enumerate(rule.tiers) if fits(tier, values)), None)
