"""The grade and the award that a total leads to, with what a reviewer chose where the clauses leave two possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.decisions.corrections import standing_of
from verifier.model import Band, BetweenRecord, ChosenRecord, Decision, DecisionKind, Grade, RuleSet, Spread
from verifier.score import open_bands, rounded, verdict


@dataclass(frozen=True, slots=True)
class VerdictOn:
    """The grade of a total, or its award in yuan."""

    value: str
    """what was chosen, else the lower one"""
    possible: tuple[str, ...]
    """as open cells come out"""
    between: BetweenRecord | None
    """what the clauses leave open at the total itself"""


def bands_of(rules: RuleSet) -> tuple[tuple[DecisionKind, tuple[Band, ...]], ...]:
    """The kinds of decisions on a total, with what it may lead to."""
    return ("grade", rules.grades), ("award", rules.awards)


def verdict_on(kind: DecisionKind, bands: tuple[Band, ...], total: Spread, decisions: Sequence[Decision]) -> VerdictOn:
    """A decision is on one total, whatever led to it: another total is open again."""
    plain, at = verdict(bands, total), rounded(total.proposed)
    value, possible = str(plain.proposed), tuple(map(str, plain.possible))
    here = open_bands(bands, at)
    if not here:
        return VerdictOn(value, possible, None)
    between = _between(kind, here, at, decisions)
    if between.chosen is None:
        return VerdictOn(value, possible, between)
    value = between.chosen.value
    is_settled = rounded(total.low) == rounded(total.high)
    return VerdictOn(value, (value,) if is_settled else possible, between)


def _between(kind: DecisionKind, here: tuple[Band, ...], at: Fraction, decisions: Sequence[Decision]) -> BetweenRecord:
    values = tuple(map(_value, here))
    made = [each for each in standing_of(decisions) if (each.kind, each.points) == (kind, at) and each.target in values]
    chosen = [
        ChosenRecord(value=each.target, reason=each.reason, reviewer=each.reviewer, at=each.time, line=each.line)
        for each in made[-1:]
    ]
    return BetweenRecord(
        kind=kind, values=values, cites=tuple(band.cite for band in here), chosen=chosen[0] if chosen else None
    )


def _value(band: Band) -> str:
    return band.name if isinstance(band, Grade) else str(band.yuan)
