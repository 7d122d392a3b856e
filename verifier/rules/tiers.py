"""Whether the tiers of a cell are sound: in falling order, each reachable, no value between two that fits none."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from verifier.model import (
    Condition,
    Indicator,
    MeasureName,
    ReadingRule,
    Slope,
    Tier,
    measures_of,
)
from verifier.rules.yamlfile import Keys

Fault = tuple[Keys, str]
"""keys below what is looked at, and what is wrong"""

_HOLDS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "==": operator.eq,
}


def faults(cell: Indicator, names: Mapping[str, MeasureName]) -> Iterator[Fault]:
    """Every fault of the readings of a cell, the first ones first."""
    seen: set[str] = set()
    for index, reading in enumerate(cell.readings):
        here = ("readings", index)
        if reading.id in seen:
            yield (*here, "id"), f"读法“{reading.id}”写了两次"
        seen.add(reading.id)
        yield from (((*here, *keys), text) for keys, text in _of_reading(reading, cell, names))
    if not cell.readings[0].widens:
        yield ("readings", 0, "widens"), "第一种读法是默认读法，应写 true"
    most = max(best(tier) for tier in cell.readings[0].tiers)
    if most < cell.max:
        yield ("readings", 0, "tiers"), f"满分{_text(cell.max)}分，但最高一档只有{_text(most)}分"
    yield from _uncounted(cell)


def _uncounted(cell: Indicator) -> Iterator[Fault]:
    """A tier that asks for a measure that the cell's way of counting does not give."""
    counted = measures_of(cell.takes)
    for index, reading in enumerate(cell.readings):
        for at, tier in enumerate(reading.tiers):
            for name in sorted(_measures(tier) - set(counted)):
                yield ("readings", index, "tiers", at), uncounted(cell, name)


def uncounted(cell: Indicator, measure: str) -> str:
    """What is wrong with asking a cell for a measure that it does not count."""
    return f"{cell.takes.kind} 不计“{measure}”；可写：{'、'.join(measures_of(cell.takes)) or '（没有）'}"


def best(tier: Tier) -> Fraction:
    """The most points that a tier can give."""
    return tier.slope.at_most if tier.slope else tier.points


def _of_reading(reading: ReadingRule, cell: Indicator, names: Mapping[str, MeasureName]) -> Iterator[Fault]:
    for index, tier in enumerate(reading.tiers):
        for keys, text in (*_points(tier, cell.max), *_unnamed(tier, names)):
            yield ("tiers", index, *keys), text
        if _contradicts_itself(tier):
            yield ("tiers", index), "这一档的条件互相矛盾，永远达不到"
        if any(_covers(earlier, tier) for earlier in reading.tiers[:index]):
            yield ("tiers", index), "前面的一档已经包括这一档，它永远用不到；条件严的写在前面"
    yield from _rising(reading.tiers)
    if (hole := _hole(reading.tiers)) is not None:
        yield ("tiers",), f"{hole.measure} 等于 {_text(hole.value)} 时没有一档适用，而更高和更低的值都有"


def _points(tier: Tier, most: Fraction) -> Iterator[Fault]:
    if best(tier) > most:
        yield (), f"这一档{_text(best(tier))}分，高于满分{_text(most)}分"
    if tier.points < 0:
        start = "；要从某个数起加的，写 start，如 start: 80%" if tier.slope else ""
        yield (("slope", "base") if tier.slope else ("points",)), f"分数不能是负数{start}"
    if tier.slope:
        yield from _slope(tier, tier.slope)


def _slope(tier: Tier, slope: Slope) -> Iterator[Fault]:
    if slope.per <= 0 or slope.points == 0 or slope.at_most < tier.points:
        yield ("slope",), "per 应大于0，points 不应是0，at_most 不应低于 base"
    if slope.falls and slope.at_most != tier.points:
        yield ("slope", "at_most"), "逐步扣分的（points 是负数），最高就是 base，两处应相同"


def _rising(tiers: Sequence[Tier]) -> Iterator[Fault]:
    for index, (above, below) in enumerate(pairwise(tiers), 1):
        if best(below) > best(above) or (best(below) == best(above) and _measures(below) == _measures(above)):
            yield ("tiers", index, "points"), f"分数应逐档降低，{_text(best(below))}分不低于前一档"


def _measures(tier: Tier) -> set[str]:
    slope = {tier.slope.measure} if tier.slope else set()
    return slope | {condition.measure for condition in (*tier.all, *tier.any)}


def _unnamed(tier: Tier, names: Mapping[str, MeasureName]) -> Iterator[Fault]:
    for key in ("all", "any"):
        for index, condition in enumerate(getattr(tier, key)):
            yield from unnamed((key, index), condition.measure, names)
    if tier.slope:
        yield from unnamed(("slope", "measure"), tier.slope.measure, names)


def unnamed(keys: Keys, measure: str, names: Mapping[str, MeasureName]) -> Iterator[Fault]:
    """The fault of a measure that the rule set does not name; '' asks for none."""
    if measure and measure not in names:
        yield keys, f"计数项“{measure}”在 ruleset.yaml 的 measures 中没有；可写：{'、'.join(names)}"


def _holds(condition: Condition, value: Fraction) -> bool:
    return _HOLDS[condition.operator](value, condition.value)


def _probes(conditions: Sequence[Condition]) -> list[Fraction]:
    """Values at, between and beyond the thresholds: where conditions on one measure can change."""
    marks = sorted({condition.value for condition in conditions})
    between = [(a + b) / 2 for a, b in pairwise(marks)]
    return sorted([*marks, *between, marks[0] - 1, marks[-1] + 1]) if marks else []


def _implies(stronger: Condition, weaker: Condition) -> bool:
    """Whether every value that fits the one fits the other."""
    if stronger.measure != weaker.measure:
        return False
    probes = _probes((stronger, weaker))
    return all(_holds(weaker, value) for value in probes if _holds(stronger, value))


def _covers(earlier: Tier, later: Tier) -> bool:
    """Whether the earlier tier fits wherever the later one does."""

    def implied(condition: Condition) -> bool:
        return any(_implies(each, condition) for each in later.all)

    some = (
        not earlier.any
        or any(implied(condition) for condition in earlier.any)
        or (bool(later.any) and all(any(_implies(each, weaker) for weaker in earlier.any) for each in later.any))
    )
    return some and all(implied(condition) for condition in earlier.all)


def _contradicts_itself(tier: Tier) -> bool:
    for measure in {condition.measure for condition in tier.all}:
        same = [condition for condition in tier.all if condition.measure == measure]
        if not any(all(_holds(condition, value) for condition in same) for value in _probes(same)):
            return True
    return False


def _hole(tiers: Sequence[Tier]) -> Condition | None:
    """A value of the one measure asked for that fits no tier, though some lower and some higher value does."""
    conditions = [condition for tier in tiers for condition in (*tier.all, *tier.any)]
    if len({condition.measure for condition in conditions}) != 1:
        return None
    probes = _probes(conditions)
    fitting = [value for value in probes if any(_fits(tier, value) for tier in tiers)]
    hole = next(iter(_missed(probes, fitting)), None)
    return None if hole is None else Condition(conditions[0].measure, "==", hole)


def _missed(probes: Sequence[Fraction], fitting: Sequence[Fraction]) -> list[Fraction]:
    """The probes between the least and the most that fits which fit nothing."""
    return [value for value in probes if fitting and fitting[0] < value < fitting[-1] and value not in fitting]


def _fits(tier: Tier, value: Fraction) -> bool:
    some = not tier.any or any(_holds(condition, value) for condition in tier.any)
    return some and all(_holds(condition, value) for condition in tier.all)


def _text(number: Fraction) -> str:
    return f"{float(number):g}"
