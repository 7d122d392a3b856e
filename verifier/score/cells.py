"""The points of one cell under each reading and scoring, with the flags that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from verifier.model import (
    SEVERITY_ORDER,
    WITHHOLD_NOTHING,
    Fact,
    Flag,
    Indicator,
    IndicatorResult,
    NextStep,
    Reading,
    RuleSet,
    SelfScore,
    Spread,
    Tally,
)
from verifier.score.next_step import missed_tier, next_step, to_supply
from verifier.score.numbers import shown
from verifier.score.outlooks import outlook
from verifier.score.tiers import ZERO, Values, points, values_of


def score_cell(
    cell: Indicator, tally: Tally, rules: RuleSet, self_fact: Fact[SelfScore] | None = None
) -> IndicatorResult:
    """One cell's points under each reading and standing, with the flags that follow from them.

    `self_fact` is the school's own score: the wording and the points.
    """
    proposed = values_of(tally, "proposed")
    readings = tuple(Reading(rule.id, rule.text, points(rule, proposed)) for rule in cell.readings)
    spread = _spread(cell, tally, readings[0].points)
    found = [
        *tally.flags,
        *_flags_of_rules(cell, tally, rules, spread, proposed),
        *_flags_of_self_score(cell, spread, self_fact),
    ]
    flags = tuple(sorted((_with_stake(flag, cell, spread) for flag in found), key=flag_order))
    return IndicatorResult(
        indicator=cell.id,
        low=spread.low,
        proposed=spread.proposed,
        high=spread.high,
        status=_status(spread, flags),
        readings=readings,
        facts={m.name: m.proposed for m in tally.measures if m.shown and m.proposed is not None},
        evidence=tally.evidence,
        flags=flags,
        self_score=self_fact.value.points if self_fact else None,
        outlooks=tuple(outlook(cell.readings[0], rate, proposed) for rate in tally.rates),
        next=next_step(cell, tally, rules),
    )


@dataclass(frozen=True, slots=True)
class Rescored:
    """A cell counted otherwise than when the papers were read."""

    spread: Spread
    flags: tuple[Flag, ...]
    """those that follow from the points"""
    next: NextStep | None


def rescored(cell: Indicator, tally: Tally, rules: RuleSet) -> Rescored:
    """As `score_cell`, of a tally that is not the one of a check: what papers themselves say stays out."""
    proposed = values_of(tally, "proposed")
    spread = spread_of_seen(cell, tally, points(cell.readings[0], proposed))
    flags = (_with_stake(flag, cell, spread) for flag in _flags_of_rules(cell, tally, rules, spread, proposed))
    return Rescored(spread, tuple(flags), next_step(cell, tally, rules))


def flag_order(flag: Flag) -> tuple[int, str, str, str]:
    """Gaps first, then by code, file and message."""
    return SEVERITY_ORDER[flag.severity], flag.code, flag.place.file if flag.place else "", flag.message


def _spread(cell: Indicator, tally: Tally, default: Fraction) -> Spread:
    """Low and high around the points of the usual reading; what nobody sees reaches high alone."""
    seen = spread_of_seen(cell, tally, default)
    if tally.unveiled is None:
        return seen
    usual = points(cell.readings[0], values_of(tally.unveiled, "proposed"))
    return replace(seen, high=max(seen.high, spread_of_seen(cell, tally.unveiled, usual).high))


def spread_of_seen(cell: Indicator, tally: Tally, default: Fraction) -> Spread:
    """Low and high around the points of the usual reading, without what nobody sees."""
    if not tally.evidence:
        return Spread(ZERO, ZERO, cell.max if tally.open_to_max or cell.bureau else ZERO)
    low, high = values_of(tally, "low"), values_of(tally, "high")
    widening = [rule for rule in cell.readings if rule.widens]
    least = min(points(rule, low) for rule in widening)
    most = max(points(rule, high) for rule in widening)
    return Spread(min(least, default), default, cell.max if tally.open_to_max else max(most, default))


def _flags_of_rules(cell: Indicator, tally: Tally, rules: RuleSet, spread: Spread, proposed: Values) -> list[Flag]:
    looked_up = cell.bureau and tally.by_bureau
    always = [Flag(s.code, s.severity, s.message, None, cell.id) for s in cell.always_flag if not looked_up]
    if not tally.evidence:
        return always if cell.bureau else [_without_evidence(cell, rules)]
    missed = missed_tier(cell, tally, rules, spread) if cell.short and tally.settled else []
    return [*always, *_ambiguous(cell, proposed), *missed]


def _without_evidence(cell: Indicator, rules: RuleSet) -> Flag:
    message = f"没有找到“{cell.name}”的材料，请补充"
    return Flag("no-evidence", "gap", message, None, cell.id, remedy=to_supply(cell, rules))


def _ambiguous(cell: Indicator, proposed: Values) -> list[Flag]:
    """The flag for a clause whose readings give different points."""
    by_reading = {points(rule, proposed): rule.text for rule in cell.readings if rule.widens}
    if len(by_reading) < 2:
        return []
    ways = "；".join(f"{text}，得{shown(value)}分" for value, text in sorted(by_reading.items()))
    return [Flag("rule-ambiguous", "review", f"条款在此有两种读法：{ways}；请确定按哪一种", None, cell.id)]


def _flags_of_self_score(cell: Indicator, spread: Spread, self_fact: Fact[SelfScore] | None) -> list[Flag]:
    own = self_fact.value.points if self_fact else None
    if self_fact is None or own is None or own == spread.proposed:
        return []
    message = f"学校自评{shown(own)}分，预填{shown(spread.proposed)}分，请核对差异原因"
    return [Flag("self-score-differs", "note", message, self_fact.place, cell.id)]


def _with_stake(flag: Flag, cell: Indicator, spread: Spread) -> Flag:
    if flag.points_at_stake is not None or flag.severity == "note" or flag.code in WITHHOLD_NOTHING:
        return flag
    stake = cell.max - spread.proposed if flag.severity == "gap" else spread.high - spread.low
    return replace(flag, points_at_stake=stake) if stake > 0 else flag


def _status(spread: Spread, flags: Sequence[Flag]) -> Literal["ready", "gap", "review"]:
    if any(flag.severity == "gap" for flag in flags):
        return "gap"
    open_question = any(flag.severity == "review" for flag in flags)
    return "ready" if spread.low == spread.proposed == spread.high and not open_question else "review"
