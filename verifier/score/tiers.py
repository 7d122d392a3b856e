"""Which tier of a reading measured values reach, and its points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal

from verifier.model import Condition, ReadingRule, Tally, Tier

Values = Mapping[str, Fraction | None]
"""measure → its value; None: unknown"""

ZERO = Fraction(0)
_COMPARE = {
    ">=": Fraction.__ge__,
    ">": Fraction.__gt__,
    "<=": Fraction.__le__,
    "<": Fraction.__lt__,
    "==": Fraction.__eq__,
}


def values_of(tally: Tally, seen: Literal["low", "proposed", "high"]) -> Values:
    """The measures of a tally as one of the three scorings sees them."""
    return {measure.name: getattr(measure, seen) for measure in tally.measures}


def points(rule: ReadingRule, values: Values) -> Fraction:
    """The points of the first tier that fits; none fits: 0."""
    return next((tier.worth(_of_slope(tier, values)) for tier in rule.tiers if fits(tier, values)), ZERO)


def _of_slope(tier: Tier, values: Values) -> Fraction | None:
    return values.get(tier.slope.measure) if tier.slope else None


def fits(tier: Tier, values: Values) -> bool:
    """A condition on a fact that the tally does not have at all does not apply; an unknown fact fits nothing."""
    if tier.slope and tier.slope.falls and values.get(tier.slope.measure) is None:
        return False
    every, some = applying(tier.all, values), applying(tier.any, values)
    if (tier.all or tier.any) and not every and not some:
        return False
    return all_hold(every, values) and (not tier.any or any(holds(condition, values) for condition in some))


def applying(conditions: Iterable[Condition], values: Values) -> tuple[Condition, ...]:
    """The conditions on what the tally has."""
    return tuple(condition for condition in conditions if condition.measure in values)


def all_hold(conditions: Iterable[Condition], values: Values) -> bool:
    """Whether all of them hold."""
    return all(holds(condition, values) for condition in conditions)


def holds(condition: Condition, values: Values) -> bool:
    """Whether the condition holds; an unknown fact holds nothing."""
    value = values.get(condition.measure)
    return value is not None and bool(_COMPARE[condition.operator](value, condition.value))
