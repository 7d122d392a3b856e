"""Grades and awards: totals that no band takes, and totals that two take. A total is shown with two decimals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from verifier.lint.findings import HEAD, Finding
from verifier.lint.telling import number
from verifier.model import Band, Grade, RuleSet

_STEP = Fraction(1, 100)


def of_bands(rules: RuleSet) -> Iterator[Finding]:
    for what, called, bands in (("grades", "等次", rules.grades), ("awards", "奖补", rules.awards)):
        yield from _gaps(what, called, bands)
        yield from _overlaps(what, called, bands)


def _gaps(what: str, called: str, bands: Sequence[Band]) -> Iterator[Finding]:
    ordered = sorted(bands, key=lambda band: (band.least, band.most))
    for below, above in pairwise(ordered):
        if above.least - below.most > _STEP:
            ends = f"{number(below.most)}–{number(above.least)}"
            keys = (what, bands.index(below), "most")
            text = f"总分在{number(below.most)}分和{number(above.least)}分之间的，没有一档{called}适用"
            yield Finding("band-gap", HEAD, keys, f"{what} {ends}", text)


def _overlaps(what: str, called: str, bands: Sequence[Band]) -> Iterator[Finding]:
    for one, other in combinations(bands, 2):
        least, most = max(one.least, other.least), min(one.most, other.most)
        if least <= most:
            totals = number(least) if least == most else f"{number(least)}–{number(most)}"
            text = f"总分{totals}分的，{called}既是{_name(one)}又是{_name(other)}"
            yield Finding("band-overlap", HEAD, (what, bands.index(other)), f"{what} {totals}", text)


def _name(band: Band) -> str:
    return band.name if isinstance(band, Grade) else f"{band.yuan}元"
