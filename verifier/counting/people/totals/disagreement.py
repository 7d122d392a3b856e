"""Totals that differ from paper to paper: what of a cell's points hangs on which of them is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from verifier.counting.flags import flag
from verifier.counting.people.totals.totals import Sources, enrolled, graduates
from verifier.model import Condition, Flag, Indicator, Measure, Papers, RuleSet, Tally, Tier

Values = Mapping[str, Fraction | None]
_SOURCES = 10
"""totals that a message names"""


def disagreement(cell: Indicator, sources: Sources, values_of: Callable[[Fraction], list[Values]]) -> list[Flag]:
    """`totals-disagree` where the totals differ and a tier of the cell hangs on which of them is right.

    `values_of`: the facts as a total would have them, strictest, counted and most favourable.
    """
    outcomes = {tuple(reached(cell, each) for each in values_of(total.number)) for total in sources.totals}
    return [flag("totals-disagree", cell.id, _told(sources), sources.totals[0].place)] if len(outcomes) > 1 else []


def share_tests(name: str, numbers: Measure) -> Callable[[Fraction], list[Values]]:
    """For `disagreement`: the share that each of three numbers is of a total, at most 1."""
    shown = [number for number in (numbers.low, numbers.proposed, numbers.high) if number is not None]
    return lambda total: [{name: share(number, total)} for number in shown]


def share(number: Fraction, total: Fraction) -> Fraction:
    """The part of a total, at most 1."""
    return min(Fraction(1), number / total)


def share_measure(name: str, numbers: Measure, sources: Sources) -> Measure:
    """The share of the total that decides; in low of the most, in high of the least that papers state."""

    def part(number: Fraction | None, base: Fraction | None) -> Fraction | None:
        return share(number, base) if number is not None and base else None

    return Measure(
        name,
        part(numbers.low, sources.most),
        part(numbers.proposed, sources.decided),
        part(numbers.high, sources.least),
        shown=False,
    )


def total_measure(name: str, sources: Sources) -> Measure:
    return Measure(name, sources.most, sources.decided, sources.least)


def reached(cell: Indicator, values: Values) -> tuple[int, ...]:
    """Which tier fits under each reading, as its number; the number of tiers when none does."""
    return tuple(
        next((at for at, tier in enumerate(rule.tiers) if _fits(tier, values)), len(rule.tiers))
        for rule in cell.readings
    )


def _fits(tier: Tier, values: Values) -> bool:
    some = not tier.any or any(_holds(each, values) for each in tier.any)
    return some and all(_holds(each, values) for each in tier.all)


def _holds(condition: Condition, values: Values) -> bool:
    value, wanted = values.get(condition.measure), condition.value
    if value is None:
        return False
    return {
        ">=": value >= wanted,
        ">": value > wanted,
        "<=": value <= wanted,
        "<": value < wanted,
        "==": value == wanted,
    }[condition.operator]


def _told(sources: Sources) -> str:
    listed = "、".join(f"{total.place.file}（{total.source}）{total.number}人" for total in sources.totals[:_SOURCES])
    return f"几份材料的总数不一致：{listed}，请核对，预填按第一个计算"


def totals_flags(papers: Papers, rules: RuleSet, told: Mapping[str, Tally] | bool) -> list[Flag]:
    """`totals-disagree` once for the bundle, of the totals on which no cell hangs.

    `told`: what the cells found, or whether some cell says already that totals disagree.
    """
    both = (graduates(papers, rules), enrolled(papers, rules))
    open_ = [sources for sources in both if sources.disagree and not _is_told(sources, told)]
    if not open_:
        return []
    text = "；".join(_told(sources) for sources in open_)
    return [flag("totals-disagree", None, text, open_[0].totals[0].place)]


def _is_told(sources: Sources, told: Mapping[str, Tally] | bool) -> bool:
    if isinstance(told, bool):
        return told
    text = _told(sources)
    return any(each.code == "totals-disagree" and each.message == text for t in told.values() for each in t.flags)
