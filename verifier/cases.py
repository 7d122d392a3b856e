"""Runs the cases that stand beside a rule set: facts in, points and flags out, through the real scoring.

Numbers may be written as arithmetic, and stay exact: `1740/2468`, `860/4100 - 800/4000`, `79.99%`.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from verifier.model import (
    STRICT,
    Clause,
    Evidence,
    Flag,
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
from verifier.rules import load_rule_set, naming
from verifier.rules.wording import validated
from verifier.rules.yamlfile import Keys, YamlFile, read_yaml
from verifier.score import score, score_cell, shown

UNKNOWN = "unknown"
"""written for a fact that the papers do not tell"""

_OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def exact(written: object) -> Fraction | None:
    """The exact number of a text like `860/4100 - 800/4000` or `80%`; None for `unknown`.

    Raises ValueError when it is no arithmetic.
    """
    if written == UNKNOWN:
        return None
    if isinstance(written, bool) or not isinstance(written, int | Fraction | str):
        raise ValueError(written)
    if not isinstance(written, str):
        return Fraction(written)
    text = re.sub(r"(\d+(?:\.\d+)?)\s*%", r"(\1/100)", written.strip())
    try:
        return _value(ast.parse(text, mode="eval").body, text)
    except (SyntaxError, ZeroDivisionError) as error:
        raise ValueError(written) from error


def _value(node: ast.expr, text: str) -> Fraction:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return Fraction(ast.get_source_segment(text, node) or "")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, text)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, text), _value(node.right, text))
    raise ValueError(text)


def _number(written: object) -> Fraction | None:
    try:
        return exact(written)
    except ValueError as error:
        raise PydanticCustomError("number", "应是数或算式，如 16、79.9%、1740/2468；不知道的写 unknown") from error


Triple = tuple[Fraction | None, Fraction | None, Fraction | None]


def _three(written: object) -> Triple:
    many = written if isinstance(written, list) else [written] * 3
    if len(many) != 3:
        raise PydanticCustomError("three", "应是一个数，或最低、预填、最高三个数的一列")
    low, proposed, high = (_number(each) for each in many)
    return low, proposed, high


Number = Annotated[Fraction | None, BeforeValidator(_number)]
Three = Annotated[Triple, BeforeValidator(_three)]
"""low, proposed, high; or one number for all three"""


@dataclass(frozen=True, slots=True)
class CellCase:
    """Facts of one cell, and the points and flags that follow."""

    __pydantic_config__ = STRICT

    name: str
    points: Three
    facts: Mapping[str, Three] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    """codes of all flags of the cell"""
    readings: Mapping[str, Number] = field(default_factory=dict)
    """reading → its points; those left out are not compared"""
    final: Number = None
    """the proposed points times the group's weight"""
    evidence: Literal["firm", "counted", "open", "out", False] = "firm"
    """where the evidence stands; `false`: nothing was submitted"""
    open: bool = False
    """an open question could bring the cell to its maximum"""


@dataclass(frozen=True, slots=True)
class SheetCase:
    """Points of the groups, and the total, grade, award and flags that follow."""

    __pydantic_config__ = STRICT

    name: str
    groups: Mapping[str, Three]
    total: Three
    """as it is shown, with 2 decimals"""
    grade: str
    award: int
    grades: tuple[str, ...] = ()
    """all possible ones, ascending; none written: the proposed one only"""
    awards: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of `cases/`: cases of cells by their id, and cases of the whole sheet."""

    __pydantic_config__ = STRICT

    cells: Mapping[str, tuple[CellCase, ...]] = field(default_factory=dict)
    sheets: tuple[SheetCase, ...] = ()


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
    return tuple(outcome for file in _files(folder, rules) for outcome in _outcomes(file, rules))


def cells_without(folder: Path) -> tuple[str, ...]:
    """The cells of the rule set in a folder that no case tries. Raises RuleError as `run_cases` does."""
    rules = load_rule_set(folder)
    tried = {cell for file in _files(folder, rules) for cell, cases in file.cells.items() if cases}
    return tuple(cell.id for cell in rules.indicators if cell.id not in tried)


def _files(folder: Path, rules: RuleSet) -> list[CaseFile]:
    with naming(folder):
        return [load_cases(path, rules) for path in sorted((folder / "cases").glob("*.yaml"))]


def load_cases(path: Path, rules: RuleSet) -> CaseFile:
    """The cases of one file. Raises RuleError as `run_cases` does."""
    file = read_yaml(path)
    loaded: CaseFile = validated(CaseFile, file.data, file)
    cells = {cell.id: cell for cell in rules.indicators}
    for cell_id, cases in loaded.cells.items():
        if cell_id not in cells:
            raise file.error(("cells", cell_id), f"没有这项指标；可写：{'、'.join(cells)}")
        for index, case in enumerate(cases):
            _refuse_unknown(case, cells[cell_id], file, ("cells", cell_id, index))
    groups = {group.id for group in rules.groups}
    for index, sheet in enumerate(loaded.sheets):
        if sheet.groups.keys() != groups:
            raise file.error(("sheets", index, "groups"), f"应写全各组的得分：{'、'.join(sorted(groups))}")
    return loaded


def _refuse_unknown(case: CellCase, cell: Indicator, file: YamlFile, keys: Keys) -> None:
    allowed = facts_of(cell)
    for name in case.facts.keys() - allowed:
        raise file.error((*keys, "facts", name), f"这项指标的分档不用这个事实；可写：{'、'.join(sorted(allowed))}")
    readings = [rule.id for rule in cell.readings]
    for name in case.readings.keys() - set(readings):
        raise file.error((*keys, "readings", name), f"这项指标没有这种读法；可写：{'、'.join(readings)}")


def facts_of(cell: Indicator) -> set[str]:
    """The facts that the cell's tiers ask for."""
    tiers = [tier for rule in cell.readings for tier in rule.tiers]
    asked = {condition.measure for tier in tiers for condition in (*tier.all, *tier.any)}
    return asked | {tier.slope.measure for tier in tiers if tier.slope}


def _outcomes(file: CaseFile, rules: RuleSet) -> Iterator[Outcome]:
    weights = {cell.id: group.weight for group in rules.groups for cell in group.indicators}
    for cell in rules.indicators:
        for case in file.cells.get(cell.id, ()):
            result = score_cell(cell, tally_of(case, cell), rules)
            yield Outcome(f"{cell.id} {case.name}", _cell_difference(case, result, weights[cell.id]))
    for sheet in file.sheets:
        yield Outcome(sheet.name, _sheet_difference(sheet, score_groups(sheet.groups, rules)))


def tally_of(case: CellCase, cell: Indicator) -> Tally:
    """What counting would have found for the case."""
    if case.evidence is False:
        return Tally(open_to_max=case.open)
    evidence = Evidence(cell.id, "cases", (), "content", case.name, case.evidence)
    return Tally((evidence,), tuple(Measure(name, *three) for name, three in case.facts.items()), (), case.open)


def score_groups(points: Mapping[str, Triple], rules: RuleSet) -> ScoreSheet:
    """The sheet that follows when each group has these points: each is scored as one cell of 100."""
    groups = tuple(replace(group, indicators=(_as_one_cell(group.id, group.name),)) for group in rules.groups)
    tallies = {
        group: Tally((Evidence(group, "cases", (), "content", ""),), (Measure("points", *three),))
        for group, three in points.items()
    }
    return score(replace(rules, groups=groups), tallies, {}, ())


def _as_one_cell(group: str, name: str) -> Indicator:
    one = Fraction(1)
    slope = Slope("points", one, one, False, Fraction(100))
    reading = ReadingRule("default", "", True, (Tier(Fraction(0), slope=slope),))
    takes = TrainingTaking("training")  # nothing is counted: any way will do
    return Indicator(
        group, name, "", Fraction(100), "", False, False, (), Clause("", "", ""), (), takes=takes, readings=(reading,)
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
