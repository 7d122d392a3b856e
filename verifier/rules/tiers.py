"""Whether the tiers of a cell are sound: in falling order, each reachable, no value between two that fits none."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from verifier.model import Condition, FactName, Indicator, ReadingRule, Tier

Fault = tuple[tuple[str | int, ...], str]
"""keys below the indicator, and what is wrong"""

_HOLDS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "==": operator.eq,
}


def faults(cell: Indicator, names: Mapping[str, FactName]) -> Iterator[Fault]:
    """Every fault of the readings of a cell, the first ones first."""
    if not cell.readings:
        yield ("readings",), "没有读法，至少写一种"
        return
    seen: set[str] = set()
    for index, reading in enumerate(cell.readings):
        here = ("readings", index)
        if reading.id in seen:
            yield (*here, "id"), f"读法“{reading.id}”写了两次"
        seen.add(reading.id)
        yield from (((*here, *keys), text) for keys, text in _of_reading(reading, cell, names))
    most = max((best(tier) for tier in cell.readings[0].tiers), default=Fraction(0))
    if most < cell.max:
        yield ("readings", 0, "tiers"), f"满分{_text(cell.max)}分，但最高一档只有{_text(most)}分"


def best(tier: Tier) -> Fraction:
    """The most points that a tier can give."""
    return tier.slope.at_most if tier.slope else tier.points


def _of_reading(reading: ReadingRule, cell: Indicator, names: Mapping[str, FactName]) -> Iterator[Fault]:
    for index, tier in enumerate(reading.tiers):
        here = ("tiers", index)
        if best(tier) > cell.max:
            yield here, f"这一档{_text(best(tier))}分，高于满分{_text(cell.max)}分"
        if tier.points < 0:
            yield (*here, "points"), "分数不能是负数"
        if tier.slope and (tier.slope.per <= 0 or tier.slope.points <= 0 or tier.slope.at_most < tier.points):
            yield (*here, "slope"), "per 和 points 应大于0，at_most 不应低于这一档的 points"
        yield from (((*here, *keys), text) for keys, text in _unnamed(tier, names))
        if _contradicts_itself(tier):
            yield here, "这一档的条件互相矛盾，永远达不到"
        for earlier in reading.tiers[:index]:
            if _covers(earlier, tier):
                yield here, "前面的一档已经包括这一档，它永远用不到；条件严的写在前面"
    for index, (above, below) in enumerate(pairwise(reading.tiers), 1):
        if best(below) > best(above) or (best(below) == best(above) and _facts(below) == _facts(above)):
            yield ("tiers", index, "points"), f"分数应逐档降低，{_text(best(below))}分不低于前一档"
    if (hole := _hole(reading.tiers)) is not None:
        yield ("tiers",), f"{hole.fact} 等于 {_text(hole.value)} 时没有一档适用，而更高和更低的值都有"


def _facts(tier: Tier) -> set[str]:
    return {condition.fact for condition in (*tier.all, *tier.any)}


def _unnamed(tier: Tier, names: Mapping[str, FactName]) -> Iterator[Fault]:
    for key in ("all", "any"):
        for index, condition in enumerate(getattr(tier, key)):
            if condition.fact not in names:
                yield (key, index), f"事实“{condition.fact}”在 ruleset.yaml 的 facts 中没有；可写：{'、'.join(names)}"
    if tier.slope and tier.slope.fact not in names:
        yield ("slope", "fact"), f"事实“{tier.slope.fact}”在 ruleset.yaml 的 facts 中没有；可写：{'、'.join(names)}"


def _holds(condition: Condition, value: Fraction) -> bool:
    return _HOLDS[condition.operator](value, condition.value)


def _probes(conditions: Sequence[Condition]) -> list[Fraction]:
    """Values at, between and beyond the thresholds: where conditions on one fact can change."""
    marks = sorted({condition.value for condition in conditions})
    between = [(a + b) / 2 for a, b in pairwise(marks)]
    return sorted([*marks, *between, marks[0] - 1, marks[-1] + 1]) if marks else []


def _implies(stronger: Condition, weaker: Condition) -> bool:
    """Whether every value that fits the one fits the other."""
    if stronger.fact != weaker.fact:
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
    for fact in {condition.fact for condition in tier.all}:
        same = [condition for condition in tier.all if condition.fact == fact]
        if not any(all(_holds(condition, value) for condition in same) for value in _probes(same)):
            return True
    return False


def _hole(tiers: Sequence[Tier]) -> Condition | None:
    """A value of the one fact that all tiers ask for which none fits, though some lower and some higher value does."""
    conditions = [condition for tier in tiers for condition in (*tier.all, *tier.any)]
    if len({condition.fact for condition in conditions}) != 1:
        return None
    probes = _probes(conditions)
    fits = [any(_fits(tier, value) for tier in tiers) for value in probes]
    for index, value in enumerate(probes):
        if not fits[index] and any(fits[:index]) and any(fits[index + 1 :]):
            return Condition(conditions[0].fact, "==", value)
    return None


def _fits(tier: Tier, value: Fraction) -> bool:
    some = not tier.any or any(_holds(condition, value) for condition in tier.any)
    return some and all(_holds(condition, value) for condition in tier.all)


def _text(number: Fraction) -> str:
    return f"{float(number):g}"
