"""Where a rate of people stands among the tiers of its cell, and how many people more bring better points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.model import Condition, Outlook, Rate, ReadingRule, Slope, Step, Tier
from verifier.score.tiers import ZERO, Values, all_hold, applying, points


@dataclass(frozen=True, slots=True)
class _Goal:
    """A lower bound that the tiers set for a measure, what it is worth, and what is asked besides."""

    condition: Condition
    points: Fraction
    others: tuple[Condition, ...] = ()

    def is_barred(self, values: Values) -> bool:
        """Whether an upper bound is exceeded: more people can't bring a number down."""
        upper = (each for each in applying(self.others, values) if each.operator in ("<", "<="))
        return not all_hold(upper, values)


def outlook(rule: ReadingRule, rate: Rate, values: Values) -> Outlook:
    """The marks of a rate under one reading, and the nearest better points that more people would bring."""
    measured = values.get(rate.measure)
    if measured is None or rate.value is None or not rate.step:
        return Outlook(rate)
    beside = rate.value - measured
    goals = [goal for goal in _goals(rule, rate.measure) if not goal.is_barred(values)]
    marks: dict[Fraction, Fraction] = {}
    for goal in goals:
        at = goal.condition.value + beside
        marks[at] = max(goal.points, marks.get(at, ZERO))
    now = points(rule, values)
    asked = ((goal, people_to(goal.condition, measured, rate.step)) for goal in goals if goal.points > now)
    better = [
        Step(
            points=goal.points,
            value=goal.condition.value + beside,
            people=people,
            alone=all_hold(applying(goal.others, values), values),
            reached=rate.value + people * rate.step,
        )
        for goal, people in asked
        if people > 0 and has_room(rate, people)
    ]
    nearest = min(better, key=lambda step: (not step.alone, step.people), default=None)
    if nearest is not None and nearest.alone:
        then = {**values, rate.measure: measured + nearest.people * rate.step}
        nearest = replace(nearest, points=points(rule, then))
    return Outlook(rate, tuple(sorted(marks.items())), nearest)


def has_room(rate: Rate, people: int) -> bool:
    """Whether so many people more may stand above the line: not more than stand below it."""
    if not rate.is_share or rate.numerator is None or rate.denominator is None:
        return True
    return rate.numerator + people <= rate.denominator


def _goals(rule: ReadingRule, measure: str) -> Iterator[_Goal]:
    for tier in rule.tiers:
        if tier.slope is not None and tier.slope.measure == measure:
            yield from _steps_of(tier, tier.slope)
            continue
        for condition in (*tier.all, *tier.any):
            if condition.measure == measure and condition.operator in (">=", ">"):
                yield _Goal(condition, tier.points, tuple(each for each in tier.all if each is not condition))


def _steps_of(tier: Tier, slope: Slope) -> Iterator[_Goal]:
    for many in range(int((slope.at_most - tier.points) / slope.points) + 1):
        yield _Goal(Condition(slope.measure, ">=", slope.start + many * slope.per), tier.points + many * slope.points)


def people_to(condition: Condition, now: Fraction, step: Fraction) -> int:
    """How many people more, each of whom moves a measure by `step`, fulfil a lower bound."""
    lacking = (condition.value - now) / step
    people = -(-lacking.numerator // lacking.denominator)
    return people + 1 if condition.operator == ">" and people == lacking else people
