"""What the tiers leave open or give without meaning to: by trying every state in which points can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from verifier.lint.findings import Finding, Placed, placed
from verifier.lint.states import State, earned, is_difference, lines, measures_asked, states
from verifier.lint.telling import number, state_named, state_told, with_unit, written
from verifier.model import MeasureName, ReadingRule, RuleSet
from verifier.score import fits

Names = Mapping[str, MeasureName]


def of_tiers(rules: RuleSet) -> Iterator[Finding]:
    for each in placed(rules):
        yield from _unreached(each, rules.measures)
        yield from _holes(each, rules.measures)
        yield from _falling(each, rules.measures)
        yield from _starts(each, rules.measures)
        yield from _zero(each, rules.measures)
        yield from _same(each, rules.measures)


def _unreached(each: Placed, names: Names) -> Iterator[Finding]:
    """A tier that no state reaches first: earlier ones together take all of it, or no value fits."""
    for at, reading in enumerate(each.cell.readings):
        reached = {_first(reading, state) for state in states((reading,), names)}
        for index in range(len(reading.tiers)):
            if index not in reached:
                text = f"读法 {reading.id} 的第{index + 1}档没有任何数量能达到：前面各档已经包括它，或条件不可能成立"
                yield each.finding("tier-unreached", ("readings", at, "tiers", index), f"{reading.id} {index}", text)


def _first(reading: ReadingRule, state: State) -> int | None:
    return next((index for index, tier in enumerate(reading.tiers) if fits(tier, state)), None)


def _holes(each: Placed, names: Names) -> Iterator[Finding]:
    """A value that no tier takes, though tiers take some lower and some higher one."""
    for at, reading in enumerate(each.cell.readings):
        holes: dict[str, State] = {}
        for measure, run in lines(reading, names):
            for state in _missed(reading, run):
                holes.setdefault(measure, state)
        for state in holes.values():
            text = f"读法 {reading.id}：{state_told(state, names)}时没有一档适用，而更少和更多时都有"
            what = f"{reading.id} {state_named(state, names)}"
            yield each.finding("tier-hole", ("readings", at, "tiers"), what, text)


def _missed(reading: ReadingRule, run: Sequence[State]) -> Sequence[State]:
    """The states of a run that no tier takes, between some that tiers take."""
    taken = [index for index, state in enumerate(run) if _first(reading, state) is not None]
    inside = range(taken[0], taken[-1]) if taken else ()
    return [run[index] for index in inside if index not in taken]


def _falling(each: Placed, names: Names) -> Iterator[Finding]:
    """More of a measure that earns less."""
    for at, reading in enumerate(each.cell.readings):
        falls: dict[str, tuple[State, State]] = {}
        for measure, run in lines(reading, names):
            for less, more in pairwise(run):
                if earned(reading, more) < earned(reading, less):
                    falls.setdefault(measure, (less, more))
        for measure, (less, more) in falls.items():
            if measure in _taken_off(reading):
                continue
            told = f"{state_told(less, names)}得{number(earned(reading, less))}分"
            text = f"读法 {reading.id}：{told}，{state_told(more, names)}反而得{number(earned(reading, more))}分"
            yield each.finding("tier-falling", ("readings", at, "tiers"), f"{reading.id} {measure}", text)


def _taken_off(reading: ReadingRule) -> set[str]:
    """What points are taken off for: that little of it earns more is what the rule says."""
    return {tier.slope.measure for tier in reading.tiers if tier.slope and tier.slope.falls}


def _starts(each: Placed, names: Names) -> Iterator[Finding]:
    """A slope that has made steps, or lacks some, where its tier begins; one step there is the first that counts."""
    for at, reading in enumerate(each.cell.readings):
        for index, tier in enumerate(reading.tiers):
            slope, least = tier.slope, tier.least
            if slope is None or least is None or abs(least.value - slope.start) <= slope.per:
                continue
            start = written(least.value, names.get(slope.measure))
            bound = with_unit(least.value, names.get(slope.measure))
            since = with_unit(slope.start, names.get(slope.measure))
            told = f"{bound}时得{number(tier.worth(least.value))}分，不是 base 的{number(tier.points)}分"
            text = f"读法 {reading.id} 的加分从{since}算起，{told}"
            keys = ("readings", at, "tiers", index, "slope")
            out = f"{text}；要从{bound}算起的，slope 里写 start: {start}"
            yield each.finding("slope-start", keys, f"{reading.id} {slope.measure}", out)


def _zero(each: Placed, names: Names) -> Iterator[Finding]:
    """A reading that spans low and high and pays where there is nothing; a difference of nothing is something."""
    measures = measures_asked(each.cell.readings)
    if any(is_difference(names.get(measure)) for measure in measures):
        return
    nothing = dict.fromkeys(measures, Fraction(0))
    for at, reading in enumerate(each.cell.readings):
        if reading.widens and earned(reading, nothing) and not _taken_off(reading):
            text = f"读法 {reading.id}：{state_told(nothing, names)}也得{number(earned(reading, nothing))}分"
            yield each.finding("zero-pays", ("readings", at, "tiers"), reading.id, text)


def _same(each: Placed, names: Names) -> Iterator[Finding]:
    """A reading that gives the points of an earlier one everywhere."""
    for at, reading in enumerate(each.cell.readings):
        for earlier in each.cell.readings[:at]:
            every = states((earlier, reading), names)
            if all(earned(reading, state) == earned(earlier, state) for state in every):
                text = f"读法 {reading.id} 与读法 {earlier.id} 在任何情况下得分都相同，请改正或删去一种"
                yield each.finding("same-reading", ("readings", at), f"{earlier.id} {reading.id}", text)


def differing(readings: Sequence[ReadingRule], state: State) -> tuple[str, ...]:
    """The ids of the readings that together settle a state: those whose points differ there, one each; else none."""
    by_points = {earned(reading, state): reading.id for reading in reversed(readings)}
    return tuple(reversed(by_points.values())) if len(by_points) > 1 else ()
