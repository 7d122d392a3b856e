"""What a cell lacks to better points: how many people, events or papers more, in the words of people.

The points that are promised are those that the tiers give once so many are added, by the function that scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.model import (
    Condition,
    Flag,
    Indicator,
    NextStep,
    Rate,
    ReadingRule,
    RuleSet,
    Spread,
    Tally,
    Tier,
    TitledPartsTaking,
    is_of_a_time,
)
from verifier.score.numbers import shown
from verifier.score.outlooks import has_room, people_to
from verifier.score.tiers import ZERO, Values, applying, fits, holds, points, values_of

_SHARE_UNITS = ("%", "个百分点")
"""units of numbers that are kept as fractions of 1"""
_OPERATORS_TOLD = {">=": "不少于", ">": "多于", "<=": "不多于", "<": "少于", "==": "等于"}
_DIGITS = (2, 4, 6)
"""decimals to show, the first that tell a value from the bound that it misses"""


@dataclass(frozen=True, slots=True)
class _Better:
    """A tier with more points, and what it asks."""

    points: Fraction
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class _Addition:
    """So many more of what is counted; of a rate people in its numerator."""

    condition: Condition
    more: Fraction
    by: Fraction
    """by how much that moves the measure"""
    rate: Rate | None
    is_told: bool = True
    """False where nobody can say how many people that are, or where there are not so many"""


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The nearest better points that additions bring, and what they do to the measures."""

    additions: tuple[_Addition, ...]
    points: Fraction
    misses: tuple[Condition, ...]
    """the conditions of the tier that is reached which do not hold yet"""
    nearest: Fraction
    """points of the next tier, which the additions may pass over"""

    @property
    def is_told(self) -> bool:
        return all(each.is_told for each in self.additions)


@dataclass(frozen=True, slots=True)
class _Miss:
    """A condition that does not hold, in the unit that people read."""

    label: str
    unit: str
    operator: str
    value: Fraction
    limit: Fraction

    @property
    def is_share(self) -> bool:
        return self.unit in _SHARE_UNITS

    def told(self) -> str:
        """What was found, what is asked, and the gap between them."""
        differing = (many for many in _DIGITS if shown(self.value, many) != shown(self.limit, many))
        digits = next(differing, _DIGITS[0])
        found, asked = (f"{shown(number, digits)}{self.unit}" for number in (self.value, self.limit))
        return f"{self.label}计得{found}，需{_OPERATORS_TOLD[self.operator]}{asked}（差{self._gap(digits)}）"

    def _gap(self, digits: int) -> str:
        short = abs(self.limit - self.value)
        if self.operator in (">", "<") and not self.is_share and short.denominator == 1:
            short += 1  # 15 of “more than 15” lack one
        return f"{shown(short, digits)}{'个百分点' if self.is_share else self.unit}"


def next_step(cell: Indicator, tally: Tally, rules: RuleSet) -> NextStep | None:
    """What would bring the nearest better points; where nothing counts, the papers that bring all of them.

    None where the maximum is reached, or where what is asked is not known.
    """
    values = values_of(tally, "proposed")
    if points(cell.readings[0], values) >= cell.max and tally.evidence:
        return None
    if not _counted_keys(tally):
        supply = to_supply(cell, rules)
        return NextStep(cell.max, supply) if supply else None
    ahead = _ahead(cell.readings[0], tally, values, rules)
    if ahead is None or not ahead.is_told:
        return None
    return NextStep(ahead.points, _told(cell, tally, ahead, rules), _more(ahead))


def missed_tier(cell: Indicator, tally: Tally, rules: RuleSet, spread: Spread) -> list[Flag]:
    """The flag for a counted value that misses the next tier, and that no open question could bring there."""
    if not _counted_keys(tally) and not cell.short_at_zero:
        return []
    values = values_of(tally, "proposed")
    ahead = _ahead(cell.readings[0], tally, values, rules)
    if ahead is None or spread.high >= ahead.nearest:
        return []
    parts = _missing_parts(cell, tally)
    misses = "；".join(_miss(each, values, rules).told() for each in ahead.misses)
    says = f"没有找到{parts}" if parts else misses
    message = f"{says}，可得{shown(ahead.points)}分的一档没有达到，请核对或补充材料"
    remedy = _told(cell, tally, ahead, rules) if ahead.is_told else ""
    return [Flag(cell.short, "gap", message, None, cell.id, ahead.points - spread.proposed, remedy)]


def to_supply(cell: Indicator, rules: RuleSet) -> str:
    """What a school should send in where it sent nothing."""
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return f"补交{note.what}（{note.many}；{note.dates}）" if note else ""


def _counted_keys(tally: Tally) -> set[str]:
    return {each.key for each in tally.evidence if each.standing in ("firm", "counted")}


# --- how many more ------------------------------------------------------------------------------------------------


def _ahead(rule: ReadingRule, tally: Tally, values: Values, rules: RuleSet) -> _Ahead | None:
    now = points(rule, values)
    reached = (_reached(rule, better, tally, values, rules) for better in _nearest_first(rule, now, values))
    return next((each for each in reached if each is not None and each.points > now), None)


def _reached(rule: ReadingRule, better: _Better, tally: Tally, values: Values, rules: RuleSet) -> _Ahead | None:
    """What the additions to a tier bring; None where something that it asks for can't be added to."""
    missed = [each for each in applying(better.conditions, values) if not holds(each, values)]
    additions = [_addition(each, values, tally.rates, rules) for each in missed]
    known = tuple(each for each in additions if each is not None)
    if not known or len(known) < len(missed):
        return None
    then = {**values, **{each.condition.measure: (values[each.condition.measure] or ZERO) + each.by for each in known}}
    asked = next((_asked(tier, points(rule, then)) for tier in rule.tiers if fits(tier, then)), ())
    misses = tuple(each for each in applying(asked, values) if not holds(each, values))
    return _Ahead(known, points(rule, then), misses, better.points)


def _addition(condition: Condition, values: Values, rates: Sequence[Rate], rules: RuleSet) -> _Addition | None:
    """What meets a lower bound; nothing can be taken away, nor added to what is unknown."""
    now = values[condition.measure]
    if now is None or condition.operator not in (">=", ">"):
        return None
    rate = next((each for each in rates if each.measure == condition.measure), None)
    if rate is not None and rate.step:
        people = people_to(condition, now, rate.step)
        return _Addition(condition, Fraction(people), people * rate.step, rate, has_room(rate, people))
    if _name(condition.measure, rules)[1] in _SHARE_UNITS:
        lacking = condition.value - now
        return _Addition(condition, lacking, lacking, None, False) if condition.operator == ">=" else None
    lacking = condition.value - now + (1 if condition.operator == ">" else 0)
    return _Addition(condition, lacking, lacking, None)


def _asked(tier: Tier, reached: Fraction) -> tuple[Condition, ...]:
    """What a tier asks for these points: of a slope the whole steps."""
    slope = tier.slope
    if slope is None:
        return (*tier.all, *tier.any)
    steps = (reached - tier.points) / slope.points
    return (Condition(slope.measure, ">=", slope.start + slope.per * steps),)


def _nearest_first(rule: ReadingRule, now: Fraction, values: Values) -> list[_Better]:
    def nearness(better: _Better) -> tuple[Fraction, int, int]:
        met = sum(holds(each, values) for each in better.conditions)
        return better.points, len(better.conditions) - met, -met

    return sorted(_better_tiers(rule, now, values), key=nearness)


def _better_tiers(rule: ReadingRule, now: Fraction, values: Values) -> Iterator[_Better]:
    """The tiers with more points than now, one of `any` each; of the slope that holds its next step."""
    for tier in rule.tiers:
        slope = tier.slope
        if slope and fits(tier, values):
            step = min(now + slope.points, slope.at_most)
            if step > now:
                yield _Better(step, _asked(tier, now + slope.points))
        elif tier.points > now and tier.any:
            yield from (_Better(tier.points, (*tier.all, one)) for one in tier.any)
        elif tier.points > now:
            yield _Better(tier.points, tier.all)


def _more(ahead: _Ahead) -> Mapping[str, Fraction]:
    return {each.condition.measure: each.more for each in ahead.additions}


# --- in words -----------------------------------------------------------------------------------------------------


def _told(cell: Indicator, tally: Tally, ahead: _Ahead, rules: RuleSet) -> str:
    """How much more brings the points: 推送再增加5条; of a rate how many people, and what it comes to."""
    if parts := _missing_parts(cell, tally):
        return f"补交{parts}"
    said = "，".join(_added(each, rules) for each in ahead.additions)
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return said + (f"（{note.dates}）" if note and is_of_a_time(cell.takes) else "")


def _added(addition: _Addition, rules: RuleSet) -> str:
    rate = addition.rate
    label, unit = _name(rate.id if rate else addition.condition.measure, rules)
    if rate is None or not rate.is_share or rate.numerator is None or not rate.denominator:
        return f"{label}再增加{shown(addition.more)}{unit if rate is None else '人'}"
    above, below = rate.numerator + addition.more, rate.denominator
    reached = f"{shown(above)}/{shown(below)}（{shown(above / below * 100)}%）"
    return f"{label}再增加{shown(addition.more)}人，达到{reached}"


def _missing_parts(cell: Indicator, tally: Tally) -> str:
    """Of papers asked for together those that are not there, by name."""
    here = _counted_keys(tally)
    parts = cell.takes.parts if isinstance(cell.takes, TitledPartsTaking) else ()
    return "、".join(part.name for part in parts if part.id not in here)


def _miss(condition: Condition, values: Values, rules: RuleSet) -> _Miss:
    label, unit = _name(condition.measure, rules)
    factor = 100 if unit in _SHARE_UNITS else 1
    value = values[condition.measure] or ZERO
    return _Miss(label, unit, condition.operator, value * factor, condition.value * factor)


def _name(measure: str, rules: RuleSet) -> tuple[str, str]:
    """What a measure is called, and its unit."""
    name = rules.measures.get(measure)
    return (name.name, name.unit) if name else (measure, "")
