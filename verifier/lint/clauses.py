"""What a clause says in so many words, held against the readings: holes, overlaps, nothing that pays, other points.

A clause's own tiers are comparisons with points behind them: ＜5场次（5分）＞5场次（8分）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from unicodedata import normalize

from verifier.lint.findings import Finding, Placed, placed
from verifier.lint.states import State, earned, is_difference, is_share, measures_asked, states, values_to_try
from verifier.lint.telling import number, state_named, state_told
from verifier.lint.tiers import differing
from verifier.model import Condition, Indicator, MeasureName, Operator, RuleSet, Tier
from verifier.score import fits

Names = Mapping[str, MeasureName]

_TIER = re.compile(r"([<>≤≥])(\d+(?:\.\d+)?)(%?)[^()<>≤≥\d]{0,6}\((\d+(?:\.\d+)?)分\)")
_SIGNS: Mapping[str, Operator] = {"<": "<", ">": ">", "≤": "<=", "≥": ">="}
_BOUND = re.compile(r"\d+(?:\.\d+)?[^\d，。；、()]{0,4}?(?<![及含])以[上下]")
_INCLUDED = "本数"
"""a reading that says of a bound whether it is included says this"""
_NOTHING_BELOW = ("不得分", "不计分", "负增长", "扣完为止")
_BASE = ("占", "总数", "毕业人数", "毕业生人数", "之比", "除以", "比例")
"""words of which one stands where a clause says by what a rate is divided"""
_JOINED = ("且", "同时", "均")


@dataclass(frozen=True, slots=True)
class Said:
    """A tier as the clause says it."""

    condition: Condition
    points: Fraction


def of_clauses(rules: RuleSet) -> Iterator[Finding]:
    for each in placed(rules):
        yield from _tiers_said(each, rules.measures)
        yield from _silent(each, rules.measures)
        yield from _bounds(each)
        yield from _rates(each, rules.measures)
        yield from _joint(each, rules.measures)
        yield from _steps(each, rules.measures)


def said(cell: Indicator, names: Names) -> tuple[Said, ...]:
    """The clause's own tiers, of the measure that the first reading asks for first and that fits the unit."""
    found = [match.groups() for match in _TIER.finditer("".join(normalize("NFKC", cell.clause.text).split()))]
    if not found:
        return ()
    shares = bool(found[0][2])
    measures = [name for name in measures_asked(cell.readings[:1]) if is_share(names.get(name)) == shares]
    return tuple(
        Said(Condition(measure, _SIGNS[sign], Fraction(value) / (100 if percent else 1)), Fraction(points))
        for measure in measures[:1]
        for sign, value, percent, points in found
    )


def _tiers_said(each: Placed, names: Names) -> Iterator[Finding]:
    tiers = said(each.cell, names)
    if not tiers:
        return
    measure = tiers[0].condition.measure
    marks = [tier.condition.value for tier in tiers]
    every = [{measure: value} for value in values_to_try(marks, names.get(measure))]
    for state in every:
        fitting = [tier for tier in tiers if fits(Tier(tier.points, (tier.condition,)), state)]
        yield from _of_state(each, state, fitting, names)


def _of_state(each: Placed, state: State, fitting: Sequence[Said], names: Names) -> Iterator[Finding]:
    """What is open at one value: no tier of the clause speaks of it, two do, or the readings say something else."""
    told, what = state_told(state, names), state_named(state, names)
    if not fitting:
        yield _finding(each, "clause-hole", what, f"条款没有说{told}怎么计", _settling(each.cell, state))
        return
    if {tier.condition.operator[0] for tier in fitting} == {"<", ">"}:
        both = "、".join(f"{number(tier.points)}分" for tier in fitting)
        yield _finding(each, "clause-overlap", what, f"{told}时条款有两种说法：{both}", _settling(each.cell, state))
        return
    points = max(tier.points for tier in fitting)
    if not any(state.values()) and points:
        text = f"按字面，{told}也得{number(points)}分"
        yield _finding(each, "clause-zero", what, text, _settling(each.cell, state))
    elif earned(each.cell.readings[0], state) != points:
        default = f"默认读法得{number(earned(each.cell.readings[0], state))}分"
        yield _finding(each, "clause-differs", what, f"{told}时条款给{number(points)}分，{default}")


def _finding(each: Placed, code: str, what: str, text: str, settled: str = "") -> Finding:
    return each.finding(code, ("clause", "text"), what, text, settled)


def _settling(cell: Indicator, state: State) -> str:
    return by_readings(differing(cell.readings, state))


def by_readings(ids: Sequence[str]) -> str:
    return f"由读法 {'、'.join(ids)} 确定" if ids else ""


def _silent(each: Placed, names: Names) -> Iterator[Finding]:
    """What falls short of the lowest tier earns nothing, and the clause does not say so."""
    if any(word in each.cell.clause.text for word in _NOTHING_BELOW):
        return
    short = _short(each.cell, names)
    if short:
        settling = next((ids for state in short if (ids := differing(each.cell.readings, state))), ())
        text = f"{state_told(short[-1], names)}不得分，条款没有这样写"
        yield each.finding("clause-silent", ("clause", "text"), "", text, by_readings(settling))


def _short(cell: Indicator, names: Names) -> list[State]:
    """The states in which there is something and the first reading gives nothing."""
    if any(is_difference(names.get(measure)) for measure in measures_asked(cell.readings)):
        return []
    every = states(cell.readings, names)
    return [state for state in every if any(state.values()) and not earned(cell.readings[0], state)]


def _bounds(each: Placed) -> Iterator[Finding]:
    text = "".join(normalize("NFKC", each.cell.clause.text).split())
    told = any(_INCLUDED in reading.text for reading in each.cell.readings)
    for match in _BOUND.finditer(text):
        ids = (each.cell.readings[0].id,) if told else ()
        sentence = f"“{match[0]}”是否包括本数，条款没有写明"
        yield _finding(each, "bound-unsaid", match[0], sentence, by_readings(ids))


def _rates(each: Placed, names: Names) -> Iterator[Finding]:
    """A rate of which the clause does not say by what it is divided."""
    asked = [measure for measure in measures_asked(each.cell.readings) if is_share(names.get(measure))]
    if not asked or any(word in each.cell.clause.text for word in _BASE):
        return
    text = f"条款没有写明“{names[asked[0]].name}”按哪些人计算"
    ids = [reading.id for reading in each.cell.readings if asked[0] not in measures_asked((reading,))]
    settled = by_readings((each.cell.readings[0].id, *ids)) if ids else ""
    yield _finding(each, "rate-base", asked[0], text, settled)


def _joint(each: Placed, names: Names) -> Iterator[Finding]:
    """A tier that asks for two measures at once, where the clause has no word that says so."""
    if any(word in each.cell.clause.text for word in _JOINED):
        return
    for index, tier in enumerate(each.cell.readings[0].tiers):
        asked = tuple(dict.fromkeys(condition.measure for condition in tier.all))
        if len(asked) > 1:
            called = "、".join(names[measure].name for measure in asked)
            ids = [reading.id for reading in each.cell.readings[1:] if _asks_either(reading.tiers, asked)]
            settled = by_readings((each.cell.readings[0].id, *ids)) if ids else ""
            keys = ("readings", 0, "tiers", index)
            text = f"“{called}”是否都要达到，条款没有写明“且”"
            yield each.finding("joint-conditions", keys, ", ".join(asked), text, settled)


def _asks_either(tiers: Sequence[Tier], asked: Sequence[str]) -> bool:
    return any({condition.measure for condition in tier.any} >= set(asked) for tier in tiers)


def _steps(each: Placed, names: Names) -> Iterator[Finding]:
    """Points a step: what of a part of a step? What is counted one by one has no parts."""
    for index, tier in enumerate(each.cell.readings[0].tiers):
        if tier.slope is None or (tier.slope.per == 1 and not is_share(names.get(tier.slope.measure))):
            continue
        slopes = [(reading.id, other.slope) for reading in each.cell.readings for other in reading.tiers if other.slope]
        ids = {slope.whole: id_ for id_, slope in reversed(slopes) if slope.measure == tier.slope.measure}
        settled = by_readings((ids[tier.slope.whole], ids[not tier.slope.whole])) if len(ids) == 2 else ""
        text = "不足一步的部分是否按比例加分，条款没有写明"
        yield each.finding("step-or-share", ("readings", 0, "tiers", index, "slope"), tier.slope.measure, text, settled)
