"""Runs the cases of a rule set through the real scoring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from verifier.cases.word_lists import WordList, numbers_of, word_lists
from verifier.cases.written import CaseFile, CellCase, NumberCase, SheetCase, Triple, WordCase, cases_of
from verifier.model import (
    Clause,
    Evidence,
    Flag,
    Group,
    Indicator,
    IndicatorResult,
    Measure,
    ReadingRule,
    RuleSet,
    ScoreSheet,
    Slope,
    Spread,
    Tally,
    Tier,
    TrainingTaking,
)
from verifier.rules import load_rule_set
from verifier.score import score, score_cell, shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case came out."""

    name: str
    difference: str
    """a Chinese sentence; '' when all is as expected"""


def run_cases(folder: Path) -> tuple[Outcome, ...]:
    """Run all cases of the rule set in a folder.

    Raises RuleError for a mistake in a file: names file, line, key and what is allowed there.
    """
    rules = load_rule_set(folder)
    return tuple(outcome for file in cases_of(folder, rules) for outcome in outcomes(file, rules))


def cells_without(folder: Path) -> tuple[str, ...]:
    """The cells of the rule set in a folder that no case tries. Raises RuleError as `run_cases` does."""
    rules = load_rule_set(folder)
    tried = {cell for file in cases_of(folder, rules) for cell in file.cells if file.confirmed(cell)}
    return tuple(cell.id for cell in rules.indicators if cell.id not in tried)


def outcomes(file: CaseFile, rules: RuleSet) -> Iterator[Outcome]:
    """How the cases of one file come out under rules."""
    for cell in rules.indicators:
        yield from _cell_outcomes(cell, file.confirmed(cell.id), rules)
    for sheet in file.confirmed_sheets:
        yield Outcome(sheet.name, _sheet_difference(sheet, score_groups(sheet.groups, rules)))
    lists = word_lists(rules) if file.words else {}
    for case in file.confirmed_words:
        yield from _word_outcomes(case, lists[case.list])
    numbers = numbers_of(rules) if file.numbers else {}
    for number in file.confirmed_numbers:
        yield _number_outcome(number, numbers[number.at])


def _cell_outcomes(cell: Indicator, cases: Sequence[CellCase], rules: RuleSet) -> Iterator[Outcome]:
    weight = rules.group_of(cell.id).weight
    for case in cases:
        result = score_cell(cell, tally_of(case, cell), rules)
        yield Outcome(f"{cell.id} {case.name}", _cell_difference(case, result, weight))


def _number_outcome(case: NumberCase, now: Fraction) -> Outcome:
    told = "" if now == case.value else f"确认过的是{_shown(case.value)}，现在是{_shown(now)}"
    return Outcome(case.at, told)


def _word_outcomes(case: WordCase, listed: WordList) -> Iterator[Outcome]:
    for text in case.finds:
        yield Outcome(f"{case.list} {text}", "" if listed.finds(text) else "应能找到，实际没有")
    for text in case.whole:
        yield Outcome(f"{case.list} {text}", "" if listed.is_whole(text) else "应全部符合，实际没有")
    for text in case.leaves:
        yield Outcome(f"{case.list} {text}", "不应找到，实际找到了" if listed.finds(text) else "")


def tally_of(case: CellCase, cell: Indicator) -> Tally:
    """What counting would have found for the case."""
    if case.evidence is False:
        return Tally(open_to_max=case.open)
    evidence = Evidence(cell.id, "cases", (), "content", case.name, case.evidence)
    return Tally((evidence,), tuple(Measure(name, *three) for name, three in case.facts.items()), (), case.open)


def score_groups(points: Mapping[str, Triple], rules: RuleSet) -> ScoreSheet:
    """The sheet that follows when each group has these points: each is scored as one cell."""
    groups = tuple(replace(group, indicators=(_as_one_cell(group),)) for group in rules.groups)
    tallies = {
        group: Tally((Evidence(group, "cases", (), "content", ""),), (Measure("points", *three),))
        for group, three in points.items()
    }
    return score(replace(rules, groups=groups), tallies, {}, ())


def _as_one_cell(group: Group) -> Indicator:
    one, most = Fraction(1), sum((cell.max for cell in group.indicators), Fraction(0))
    slope = Slope("points", one, one, False, most)
    reading = ReadingRule("default", "", True, (Tier(Fraction(0), slope=slope),))
    takes = TrainingTaking("training")  # nothing is counted: any way will do
    return Indicator(
        group.id, group.name, "", most, "", False, False, (), Clause("", "", ""), (), takes=takes, readings=(reading,)
    )


def _cell_difference(case: CellCase, result: IndicatorResult, weight: Fraction) -> str:
    found = (result.low, result.proposed, result.high)
    told = []
    if found != case.points:
        told.append(f"得分应为{_spread(case.points)}，实为{_spread(found)}")
    told += _flags(case.flags, result.flags)
    for reading in result.readings:
        expected = case.readings.get(reading.id, reading.points)
        if expected != reading.points:
            told.append(f"读法 {reading.id} 应得{_shown(expected)}分，实得{_shown(reading.points)}分")
    if case.final is not None and case.final != result.proposed * weight:
        told.append(f"折合总分应为{_shown(case.final)}分，实为{_shown(result.proposed * weight)}分")
    return "；".join(told)


def _sheet_difference(case: SheetCase, sheet: ScoreSheet) -> str:
    told = []
    expected, found = (
        tuple("" if each is None else shown(each) for each in three) for three in (case.total, _parts(sheet.total))
    )
    if expected != found:
        told.append(f"总分应为{'/'.join(expected)}，实为{'/'.join(found)}")
    wanted: tuple[object, tuple[object, ...]] = (case.grade, case.grades or (case.grade,))
    if wanted != (sheet.grade.proposed, sheet.grade.possible):
        told.append(f"等次应为{_verdict(*wanted)}，实为{_verdict(sheet.grade.proposed, sheet.grade.possible)}")
    wanted = (case.award, case.awards or (case.award,))
    if wanted != (sheet.award_yuan.proposed, sheet.award_yuan.possible):
        award = sheet.award_yuan
        told.append(f"奖补应为{_verdict(*wanted)}，实为{_verdict(award.proposed, award.possible)}")
    return "；".join([*told, *_flags(case.flags, sheet.flags)])


def _flags(expected: Sequence[str], found: Sequence[Flag]) -> list[str]:
    codes = sorted(flag.code for flag in found)
    if sorted(expected) == codes:
        return []
    return [f"提示应为{'、'.join(sorted(expected)) or '无'}，实为{'、'.join(codes) or '无'}"]


def _parts(spread: Spread) -> tuple[Fraction, Fraction, Fraction]:
    return spread.low, spread.proposed, spread.high


def _spread(three: Sequence[Fraction | None]) -> str:
    return "/".join(_shown(each) for each in three)


def _shown(number: Fraction | None) -> str:
    return "未知" if number is None else shown(number, 4 if number.denominator > 100 else 2)


def _verdict(proposed: object, possible: Sequence[object]) -> str:
    return f"{proposed}（可能：{'、'.join(str(each) for each in possible)}）"
