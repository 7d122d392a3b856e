"""Grades and awards: totals that no band takes, and totals that two take. A total is shown with two decimals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from verifier.lint.findings import FORM, HEAD, Finding
from verifier.lint.telling import number
from verifier.model import Band, Form, Grade, RuleSet

_STEP = Fraction(1, 100)


def of_bands(rules: RuleSet) -> Iterator[Finding]:
    for what, called, bands in (("grades", "等次", rules.grades), ("awards", "奖补", rules.awards)):
        yield from _beyond(what, bands, rules.most)
        yield from _gaps(what, called, bands)
        yield from _overlaps(what, called, bands)
    if rules.form is not None:
        yield from _scale(rules, rules.form)


def _beyond(what: str, bands: Sequence[Band], all_points: Fraction) -> Iterator[Finding]:
    for at, band in enumerate(bands):
        for key, end in (("least", band.least), ("most", band.most)):
            if not 0 <= end <= all_points:
                text = f"总分是0至{number(all_points)}分，不会到{number(end)}分"
                yield Finding("band-beyond", HEAD, (what, at, key), f"{what} {number(end)}", text)


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


def _scale(rules: RuleSet, form: Form) -> Iterator[Finding]:
    """Marks of the report's scale that stand at no threshold, and thresholds without a mark."""
    bands: tuple[Band, ...] = (*rules.grades, *rules.awards)
    least = {band.least for band in bands if band.least}
    for at, mark in enumerate(form.scale):
        if mark.at not in least:
            text = f"标尺在{mark.at}分处有刻度，等次和奖补都不从{mark.at}分起"
            yield Finding("scale-differs", FORM, ("scale", at, "at"), f"scale {mark.at}", text)
    for each in sorted(least - {Fraction(mark.at) for mark in form.scale}):
        yield Finding("scale-differs", FORM, ("scale",), f"scale {number(each)}", f"标尺在{number(each)}分处没有刻度")


def _name(band: Band) -> str:
    return band.name if isinstance(band, Grade) else f"{band.yuan}元"
