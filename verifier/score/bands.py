"""The grade and the award that a total leads to."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from verifier.model import (
    Band,
    Flag,
    Grade,
    Spread,
    Verdict,
)
from verifier.score.numbers import rounded, shown

_FINEST = Fraction(1, 100)
"""totals are compared as they are shown, with 2 decimals: between ends as near as this lies no other"""


def verdict(bands: tuple[Band, ...], total: Spread) -> Verdict:
    """The band of the shown total; between two bands the lower is proposed and both are possible."""
    reach = _bands_within(bands, rounded(total.low), rounded(total.high))
    return Verdict(_value(_bands_at(bands, rounded(total.proposed))[0]), tuple(_value(band) for band in reach))


def between(bands: tuple[Band, ...], total: Spread, what: str) -> list[Flag]:
    """A flag where the shown total lies between two bands; `what`: 等次, 奖补."""
    at = rounded(total.proposed)
    here = open_bands(bands, at)
    if not here:
        return []
    names = "与".join(map(_name, here))
    text = f"总分{shown(at)}分在{what}上有两种可能（{names}），请按政策解释确定"
    return [Flag("rule-ambiguous", "review", text)]


def open_bands(bands: tuple[Band, ...], at: Fraction) -> tuple[Band, ...]:
    """The bands between which the clauses leave a shown total, from the lowest; none where they tell one."""
    here = _bands_at(bands, at)
    return tuple(sorted(here, key=lambda band: band.least)) if len(here) > 1 else ()


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
    probes = ordered + [(a + b) / 2 for a, b in pairwise(ordered) if b - a > _FINEST]
    reached = {band for probe in probes for band in _bands_at(bands, probe)}
    return sorted(reached, key=lambda band: band.least)


def _value(band: Band) -> str | int:
    return band.name if isinstance(band, Grade) else band.yuan


def _name(band: Band) -> str:
    return band.name if isinstance(band, Grade) else f"{band.yuan}元"
