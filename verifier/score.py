"""Tallies and rules become points: low, proposed, high, readings, flags, groups, total, grade and award."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from verifier.model import (
    SEVERITY_ORDER,
    Band,
    Condition,
    Fact,
    Flag,
    Indicator,
    IndicatorResult,
    Outlook,
    Rate,
    Reading,
    ReadingRule,
    RuleSet,
    ScoreSheet,
    Spread,
    Step,
    Tally,
    Tier,
    Verdict,
)

Values = Mapping[str, Fraction | None]
ZERO = Fraction(0)
_COMPARE = {
    ">=": Fraction.__ge__,
    ">": Fraction.__gt__,
    "<=": Fraction.__le__,
    "<": Fraction.__lt__,
    "==": Fraction.__eq__,
}


def score(
    rules: RuleSet, tallies: Mapping[str, Tally], self_scores: Mapping[str, Fact], flags: Sequence[Flag]
) -> ScoreSheet:
    """The score sheet of one bundle; `flags` are those that no cell is concerned with."""
    results = tuple(
        score_cell(cell, tallies.get(cell.id, Tally()), rules, self_scores.get(cell.id)) for cell in rules.indicators
    )
    groups = {
        group.id: _sum(result for result in results if result.indicator in {cell.id for cell in group.indicators})
        for group in rules.groups
    }
    total = Spread(*(sum((groups[g.id].__getattribute__(n) * g.weight for g in rules.groups), ZERO) for n in _NAMES))
    grade, grade_flags = _verdict(rules.grades, total, "等次")
    award, award_flags = _verdict(rules.awards, total, "奖补标准")
    top = (*flags, *grade_flags, *award_flags)
    return ScoreSheet(results, groups, total, grade, award, tuple(sorted(top, key=flag_order)))


_NAMES = ("low", "proposed", "high")


def score_cell(cell: Indicator, tally: Tally, rules: RuleSet, self_fact: Fact | None = None) -> IndicatorResult:
    """One cell's points under each reading and standing, with the flags that follow from them.

    `self_fact` is the school's own score: its value a pair of wording and points.
    """
    low, proposed, high = (_values(tally, name) for name in _NAMES)
    readings = tuple(Reading(rule.id, rule.text, points(rule, proposed)) for rule in cell.readings)
    widening = [rule for rule in cell.readings if rule.widens]
    default = readings[0].points
    if tally.evidence:
        least = min(points(rule, low) for rule in widening)
        most = max(points(rule, high) for rule in widening)
        spread = Spread(min(least, default), default, cell.max if tally.open_to_max else max(most, default))
    else:
        spread = Spread(ZERO, ZERO, cell.max if tally.open_to_max or cell.bureau else ZERO)
    flags = [*tally.flags, *_flags_of_rules(cell, tally, rules, spread, proposed)]
    self_score: Fraction | None = self_fact.value[1] if self_fact else None
    if self_fact is not None and self_score is not None and self_score != spread.proposed:
        flags.append(
            Flag(
                "self-score-differs",
                "note",
                f"学校自评{shown(self_score)}分，预填{shown(spread.proposed)}分，请核对差异原因",
                self_fact.place,
                cell.id,
            )
        )
    flags = [_with_stake(flag, cell, spread) for flag in flags]
    return IndicatorResult(
        indicator=cell.id,
        low=spread.low,
        proposed=spread.proposed,
        high=spread.high,
        status=_status(spread, flags),
        readings=readings,
        facts={m.name: m.proposed for m in tally.measures if m.shown and m.proposed is not None},
        evidence=tally.evidence,
        flags=tuple(sorted(flags, key=flag_order)),
        self_score=self_score,
        outlooks=tuple(outlook(cell.readings[0], rate, proposed) for rate in tally.rates),
    )


def points(rule: ReadingRule, values: Values) -> Fraction:
    """The points of the first tier that fits; none fits: 0."""
    for tier in rule.tiers:
        if _fits(tier, values):
            return _points_of(tier, values)
    return ZERO


def _points_of(tier: Tier, values: Values) -> Fraction:
    if tier.slope is None:
        return tier.points
    steps = (values.get(tier.slope.fact) or ZERO) / tier.slope.per
    if tier.slope.whole:
        steps = Fraction(steps.numerator // steps.denominator)
    return min(tier.points + steps * tier.slope.points, tier.slope.at_most)


def _fits(tier: Tier, values: Values) -> bool:
    """A condition on a fact that the tally does not have at all does not apply; an unknown fact fits nothing."""
    asked = (*tier.all, *tier.any)
    if asked and not any(condition.fact in values for condition in asked):
        return False
    some = [holds(condition, values) for condition in tier.any if condition.fact in values]
    return all(holds(condition, values) for condition in tier.all if condition.fact in values) and (
        not tier.any or any(some)
    )


def holds(condition: Condition, values: Values) -> bool:
    """Whether the condition holds; an unknown fact holds nothing."""
    value = values.get(condition.fact)
    return value is not None and bool(_COMPARE[condition.operator](value, condition.value))


def shown(number: Fraction, digits: int = 2) -> str:
    """The number with at most so many decimals, half up, no trailing zeros: what messages and forms show."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    text = f"{exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def rounded(number: Fraction) -> Fraction:
    """To 2 decimals, half up: the total as it is shown and compared."""
    return Fraction(shown(number))


def flag_order(flag: Flag) -> tuple[int, str, str, str]:
    """Gaps first, then by code, file and message."""
    return SEVERITY_ORDER[flag.severity], flag.code, flag.place.file if flag.place else "", flag.message


def _values(tally: Tally, name: str) -> Values:
    return {measure.name: getattr(measure, name) for measure in tally.measures}


def _sum(results: object) -> Spread:
    listed: list[IndicatorResult] = list(results)  # type: ignore[call-overload]
    return Spread(*(sum((getattr(result, name) for result in listed), ZERO) for name in _NAMES))


def _flags_of_rules(cell: Indicator, tally: Tally, rules: RuleSet, spread: Spread, proposed: Values) -> list[Flag]:
    flags: list[Flag] = []
    if tally.evidence or cell.bureau:
        flags += [Flag(s.code, s.severity, s.message, None, cell.id) for s in cell.standing]
    if not tally.evidence:
        if not cell.bureau:
            message = f"没有找到“{cell.name}”的材料，请补充"
            flags.append(Flag("no-evidence", "gap", message, None, cell.id, remedy=_to_supply(cell, rules)))
        return flags
    by_reading = {points(rule, proposed): rule.text for rule in cell.readings if rule.widens}
    if len(by_reading) > 1:
        ways = "；".join(f"{text}，得{shown(value)}分" for value, text in sorted(by_reading.items()))
        flags.append(Flag("rule-ambiguous", "review", f"条款在此有两种读法：{ways}；请确定按哪一种", None, cell.id))
    if cell.short and tally.settled:
        flags += _short(cell, tally, rules, spread, proposed)
    return flags


def outlook(rule: ReadingRule, rate: Rate, values: Values) -> Outlook:
    """The marks of a rate under one reading, and the nearest better points that more people would bring."""
    measured = values.get(rate.measure)
    if measured is None or rate.value is None or not rate.step:
        return Outlook(rate)
    now = points(rule, values)
    marks: dict[Fraction, Fraction] = {}
    best: tuple[bool, int, Step] | None = None
    for condition, worth, others in _asked(rule, rate.measure):
        if any(each.operator in ("<", "<=") and not holds(each, values) for each in others if each.fact in values):
            continue  # more people can't bring a number down
        at = rate.value + condition.value - measured
        marks[at] = max(worth, marks.get(at, ZERO))
        people = _people_to(condition, measured, rate.step)
        if worth <= now or people <= 0:
            continue
        alone = all(holds(each, values) for each in others if each.fact in values)
        if best is None or (not alone, people) < best[:2]:
            best = (not alone, people, Step(worth, at, people, alone))
    return Outlook(rate, tuple(sorted(marks.items())), best[2] if best else None)


def _asked(rule: ReadingRule, measure: str) -> Iterator[tuple[Condition, Fraction, tuple[Condition, ...]]]:
    """Each lower bound that the tiers set for a measure, what it is worth, and what is asked besides."""
    for tier in rule.tiers:
        slope = tier.slope
        if slope is not None and slope.fact == measure:
            for many in range(int((slope.at_most - tier.points) / slope.points) + 1):
                yield Condition(measure, ">=", many * slope.per), tier.points + many * slope.points, ()
            continue
        for condition in (*tier.all, *tier.any):
            if condition.fact == measure and condition.operator in (">=", ">"):
                yield condition, tier.points, tuple(each for each in tier.all if each is not condition)


def _people_to(condition: Condition, now: Fraction, step: Fraction) -> int:
    """How many people more fulfil a lower bound."""
    lacking = (condition.value - now) / step
    people = -(-lacking.numerator // lacking.denominator)
    return people + 1 if condition.operator == ">" and people == lacking else people


def _short(cell: Indicator, tally: Tally, rules: RuleSet, spread: Spread, proposed: Values) -> list[Flag]:
    """The flag for a counted value that misses the next tier, and that no open question could bring there."""
    counted = any(each.standing in ("firm", "counted") for each in tally.evidence)
    if not counted and not cell.short_at_zero:
        return []
    rule = cell.readings[0]
    better = _next_tier(rule, spread.proposed, proposed)
    if better is None or spread.high >= better[0]:
        return []
    missed = [condition for condition in better[1] if condition.fact in proposed and not holds(condition, proposed)]
    if not missed or any(proposed[condition.fact] is None for condition in missed):
        return []
    parts = _missing_parts(cell, tally)
    says = f"没有找到{parts}" if parts else "；".join(_missing(condition, proposed, rules) for condition in missed)
    message = f"{says}，可得{shown(better[0])}分的一档没有达到，请核对或补充材料"
    remedy = f"补交{parts}" if parts else _to_add(cell, tally, missed, proposed, rules)
    return [Flag(cell.short, "gap", message, None, cell.id, better[0] - spread.proposed, remedy)]


def _missing_parts(cell: Indicator, tally: Tally) -> str:
    """Of papers asked for together those that are not there, by name."""
    here = {each.key for each in tally.evidence if each.standing in ("firm", "counted")}
    return "、".join(part.name for part in cell.takes.parts if part.id not in here)


def _to_supply(cell: Indicator, rules: RuleSet) -> str:
    """What a school should send in where it sent nothing."""
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return f"补交{note.what}（{note.many}；{note.dates}）" if note else ""


def _to_add(cell: Indicator, tally: Tally, missed: Sequence[Condition], proposed: Values, rules: RuleSet) -> str:
    """How much more brings the next tier: 推送再增加5条; of a rate how many people."""
    rates = (outlook(cell.readings[0], rate, proposed) for rate in tally.rates)
    people = {each.rate.measure: each.next.people for each in rates if each.next is not None}
    said = []
    for condition in missed:
        name = rules.facts.get(condition.fact)
        label = name.name if name else condition.fact
        if condition.fact in people:
            said.append(f"{label}再增加{people[condition.fact]}人")
        else:
            said.append(f"{label}再增加{_lacking(condition, proposed, rules)}")
    note = rules.blank.notes.get(cell.id) if rules.blank else None
    return "，".join(said) + (f"（{note.dates}）" if note and cell.takes.dated else "")


def _next_tier(rule: ReadingRule, now: Fraction, values: Values) -> tuple[Fraction, tuple[Condition, ...]] | None:
    """The points and conditions of the nearest better tier."""
    found: list[tuple[Fraction, tuple[Condition, ...]]] = []
    for tier in rule.tiers:
        if tier.slope and _fits(tier, values):
            slope = tier.slope
            step = min(now + slope.points, slope.at_most)
            needed = slope.per * ((now - tier.points) / slope.points + 1)
            if step > now:
                found.append((step, (Condition(slope.fact, ">=", needed),)))
        elif tier.points > now:
            found.append((tier.points, (*tier.all, *tier.any)))

    def nearness(pair: tuple[Fraction, tuple[Condition, ...]]) -> tuple[Fraction, int, int]:
        met = sum(holds(each, values) for each in pair[1])
        return pair[0], len(pair[1]) - met, -met

    return min(found, key=nearness, default=None)


def _missing(condition: Condition, values: Values, rules: RuleSet) -> str:
    name = rules.facts.get(condition.fact)
    label, unit = (name.name, name.unit) if name else (condition.fact, "")
    rate = unit in ("%", "个百分点")
    value, limit = ((values[condition.fact] or ZERO) * (100 if rate else 1), condition.value * (100 if rate else 1))
    digits = next((many for many in (2, 4, 6) if shown(value, many) != shown(limit, many)), 2)
    need = {">=": "不少于", ">": "多于", "<=": "不多于", "<": "少于", "==": "等于"}[condition.operator]
    found, asked = (f"{shown(number, digits)}{unit}" for number in (value, limit))
    return f"{label}计得{found}，需{need}{asked}（差{_lacking(condition, values, rules, digits)}）"


def _lacking(condition: Condition, values: Values, rules: RuleSet, digits: int = 2) -> str:
    """By how much a value misses a bound, with its unit."""
    name = rules.facts.get(condition.fact)
    unit = name.unit if name else ""
    rate = unit in ("%", "个百分点")
    short = abs(condition.value - (values[condition.fact] or ZERO)) * (100 if rate else 1)
    if condition.operator in (">", "<") and not rate and short.denominator == 1:
        short += 1  # 15 of “more than 15” lack one
    return f"{shown(short, digits)}{'个百分点' if rate else unit}"


def _with_stake(flag: Flag, cell: Indicator, spread: Spread) -> Flag:
    if flag.points_at_stake is not None or flag.severity == "note":
        return flag
    stake = cell.max - spread.proposed if flag.severity == "gap" else spread.high - spread.low
    return replace(flag, points_at_stake=stake) if stake > 0 else flag


def _status(spread: Spread, flags: Sequence[Flag]) -> Literal["ready", "gap", "review"]:
    if any(flag.severity == "gap" for flag in flags):
        return "gap"
    open_question = any(flag.severity == "review" for flag in flags)
    return "ready" if spread.low == spread.proposed == spread.high and not open_question else "review"


def _verdict(bands: tuple[Band, ...], total: Spread, what: str) -> tuple[Verdict, list[Flag]]:
    """The band of the shown total; between two bands the lower is proposed and both are possible."""
    at = rounded(total.proposed)
    here = _bands_at(bands, at)
    proposed = here[0]
    reach = _bands_within(bands, rounded(total.low), rounded(total.high))
    flags = []
    if len(here) > 1:
        names = "与".join(_name(band) for band in sorted(here, key=lambda band: band.least))
        text = f"总分{shown(at)}分在{what}上有两种可能（{names}），请按政策解释确定"
        flags.append(Flag("rule-ambiguous", "review", text))
    return Verdict(_value(proposed), tuple(_value(band) for band in reach)), flags


def verdict_at(bands: tuple[Band, ...], total: Fraction) -> str | int:
    """The grade or award that a shown total leads to; between two bands the lower."""
    return _value(_bands_at(bands, total)[0])


def _bands_at(bands: tuple[Band, ...], at: Fraction) -> list[Band]:
    """The bands that hold a total, the proposed one first; in a gap the band below and the band above."""
    inside = [band for band in bands if band.least <= at <= band.most]
    if inside:
        return inside
    below = max((band for band in bands if band.most < at), key=lambda band: band.most)
    above = min((band for band in bands if band.least > at), key=lambda band: band.least)
    return [below, above]


def _bands_within(bands: tuple[Band, ...], low: Fraction, high: Fraction) -> list[Band]:
    """Every band that some total from low to high leads to, from the lowest."""
    ends = {low, high}
    for band in bands:
        ends |= {end for end in (band.least, band.most) if low <= end <= high}
    ordered = sorted(ends)
    probes = ordered + [(a + b) / 2 for a, b in pairwise(ordered) if b - a > Fraction(1, 100)]
    reached = {band for probe in probes for band in _bands_at(bands, probe)}
    return sorted(reached, key=lambda band: band.least)


def _value(band: Band) -> str | int:
    return band.name or band.yuan


def _name(band: Band) -> str:
    return band.name or f"{band.yuan}元"
