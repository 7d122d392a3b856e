"""What a cell lacks to its next tier, in the words of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.model import (
    Condition,
    Flag,
    Indicator,
    ReadingRule,
    RuleSet,
    Spread,
    Tally,
    TitledPartsTaking,
    is_of_a_time,
)
from verifier.score.numbers import shown
from verifier.score.outlooks import outlook
from verifier.score.tiers import ZERO, Values, applying, fits, holds

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
class _Miss:
    """A condition that does not hold, in the unit that people read."""

    measure: str
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
        return f"{self.label}计得{found}，需{_OPERATORS_TOLD[self.operator]}{asked}（差{self.gap(digits)}）"

    def gap(self, digits: int = _DIGITS[0]) -> str:
        """By how much the value misses the bound, with its unit."""
        short = abs(self.limit - self.value)
        if self.operator in (">", "<") and not self.is_share and short.denominator == 1:
            short += 1  # 15 of “more than 15” lack one
        return f"{shown(short, digits)}{'个百分点' if self.is_share else self.unit}"


def missed_tier(cell: Indicator, tally: Tally, rules: RuleSet, spread: Spread, proposed: Values) -> list[Flag]:
    """The flag for a counted value that misses the next tier, and that no open question could bring there."""
    if not _counted_keys(tally) and not cell.short_at_zero:
        return []
    better = _nearest_better(cell.readings[0], spread.proposed, proposed)
    if better is None or spread.high >= better.points:
        return []
    misses = _misses(better, proposed, rules)
    if not misses:
        return []
    parts = _missing_parts(cell, tally)
    says = f"没有找到{parts}" if parts else "；".join(miss.told() for miss in misses)
    message = f"{says}，可得{shown(better.points)}分的一档没有达到，请核对或补充材料"
    remedy = f"补交{parts}" if parts else _to_add(cell, tally, misses, proposed, rules)
    return [Flag(cell.short, "gap", message, None, cell.id, better.points - spread.proposed, remedy)]


def to_supply(cell: Indicator, rules: RuleSet) -> str:
    """What a school should send in where it sent nothing."""
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return f"补交{note.what}（{note.many}；{note.dates}）" if note else ""


def _counted_keys(tally: Tally) -> set[str]:
    return {each.key for each in tally.evidence if each.standing in ("firm", "counted")}


def _nearest_better(rule: ReadingRule, now: Fraction, values: Values) -> _Better | None:
    def nearness(better: _Better) -> tuple[Fraction, int, int]:
        met = sum(holds(each, values) for each in better.conditions)
        return better.points, len(better.conditions) - met, -met

    return min(_better_tiers(rule, now, values), key=nearness, default=None)


def _better_tiers(rule: ReadingRule, now: Fraction, values: Values) -> Iterator[_Better]:
    """The tiers with more points than now; of the slope that holds its next step."""
    for tier in rule.tiers:
        slope = tier.slope
        if slope and fits(tier, values):
            step = min(now + slope.points, slope.at_most)
            needed = slope.per * ((now - tier.points) / slope.points + 1)
            if step > now:
                yield _Better(step, (Condition(slope.measure, ">=", needed),))
        elif tier.points > now:
            yield _Better(tier.points, (*tier.all, *tier.any))


def _misses(better: _Better, values: Values, rules: RuleSet) -> list[_Miss]:
    """The conditions of a tier that do not hold; none where one of them asks for what is unknown."""
    missed = [each for each in applying(better.conditions, values) if not holds(each, values)]
    if any(values[condition.measure] is None for condition in missed):
        return []
    return [_miss(condition, values, rules) for condition in missed]


def _missing_parts(cell: Indicator, tally: Tally) -> str:
    """Of papers asked for together those that are not there, by name."""
    here = _counted_keys(tally)
    parts = cell.takes.parts if isinstance(cell.takes, TitledPartsTaking) else ()
    return "、".join(part.name for part in parts if part.id not in here)


def _miss(condition: Condition, values: Values, rules: RuleSet) -> _Miss:
    name = rules.measures.get(condition.measure)
    label, unit = (name.name, name.unit) if name else (condition.measure, "")
    factor = 100 if unit in _SHARE_UNITS else 1
    value = values[condition.measure] or ZERO
    return _Miss(condition.measure, label, unit, condition.operator, value * factor, condition.value * factor)


def _to_add(cell: Indicator, tally: Tally, misses: Sequence[_Miss], proposed: Values, rules: RuleSet) -> str:
    """How much more brings the next tier: 推送再增加5条; of a rate how many people."""
    rates = (outlook(cell.readings[0], rate, proposed) for rate in tally.rates)
    people = {each.rate.measure: f"{each.next.people}人" for each in rates if each.next is not None}
    said = "，".join(f"{miss.label}再增加{people.get(miss.measure) or miss.gap()}" for miss in misses)
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return said + (f"（{note.dates}）" if note and is_of_a_time(cell.takes) else "")
