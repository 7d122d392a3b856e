"""Numbers and points of the tiers that neither the clause nor the sentence of the reading says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from unicodedata import normalize

from verifier.lint.findings import Finding, Placed, placed
from verifier.lint.states import is_share, is_whole
from verifier.lint.telling import number
from verifier.model import MeasureName, ReadingRule, RuleSet, Tier
from verifier.rules.tiers import best

Names = Mapping[str, MeasureName]

_CHINESE = "零一二三四五六七八九十"
_UNTOLD = (Fraction(0), Fraction(1))
"""at least one, more than none: a clause need not say them"""


def of_figures(rules: RuleSet) -> Iterator[Finding]:
    for each in placed(rules):
        yield from _most(each)
        for at, reading in enumerate(each.cell.readings):
            told = numbers_in(f"{each.cell.clause.cite} {each.cell.clause.text} {reading.text}")
            yield from _values(each, at, reading, told, rules.measures)
            yield from _points(each, at, reading, told)


def numbers_in(text: str) -> set[Fraction]:
    """The numbers of a text, also single Chinese ones: 两项."""
    plain = normalize("NFKC", text)
    written = {Fraction(each) for each in re.findall(r"\d+(?:\.\d+)?", plain)}
    chinese = {Fraction(_CHINESE.index(each)) for each in plain if each in _CHINESE}
    return written | chinese | ({Fraction(2)} if re.search("[两双]", plain) else set())


def _most(each: Placed) -> Iterator[Finding]:
    points = {Fraction(found) for found in re.findall(r"(\d+(?:\.\d+)?)分", normalize("NFKC", each.cell.clause.text))}
    if points and each.cell.max != max(points):
        text = f"满分{number(each.cell.max)}分，条款中最高的是{number(max(points))}分"
        yield each.finding("points-unquoted", ("max",), "max", text)


def _values(each: Placed, at: int, reading: ReadingRule, told: set[Fraction], names: Names) -> Iterator[Finding]:
    for index, tier in enumerate(reading.tiers):
        keys = ("readings", at, "tiers", index)
        for measure, value in _marks(tier):
            if (name := names.get(measure)) and not _fits_unit(value, name):
                text = f"读法 {reading.id}：{_unit_told(value, name)}"
                yield each.finding("unit-differs", keys, f"{reading.id} {measure} {number(value)}", text)
                continue
            shown = value * 100 if is_share(names.get(measure)) else value
            if shown not in told and shown not in _UNTOLD:
                text = f"读法 {reading.id} 用到{number(shown)}，条款和这种读法的说明中都没有这个数"
                yield each.finding("number-unquoted", keys, f"{reading.id} {number(shown)}", text)


def _marks(tier: Tier) -> Iterator[tuple[str, Fraction]]:
    """The numbers of measures that a tier names."""
    yield from ((each.measure, each.value) for each in (*tier.all, *tier.any))
    if tier.slope:
        yield from ((tier.slope.measure, value) for value in (tier.slope.per, tier.slope.start))


def _fits_unit(value: Fraction, name: MeasureName) -> bool:
    """No count is a part of one, and no share is more than all."""
    return abs(value) <= 1 if is_share(name) else value.denominator == 1 or not is_whole(name)


def _unit_told(value: Fraction, name: MeasureName) -> str:
    if is_share(name):
        return f"“{name.name}”是百分数，{number(value)} 应写作 {number(value)}%"
    return f"“{name.name}”以{name.unit}计，没有{number(value)}{name.unit}；百分数只用于比率"


def _points(each: Placed, at: int, reading: ReadingRule, told: set[Fraction]) -> Iterator[Finding]:
    for index, tier in enumerate(reading.tiers):
        given = {tier.points, best(tier), *([abs(tier.slope.points)] if tier.slope else [])} - {Fraction(0)}
        for points in sorted(given - told):
            text = f"读法 {reading.id} 给{number(points)}分，条款和这种读法的说明中都没有这个分数"
            keys = ("readings", at, "tiers", index)
            yield each.finding("points-unquoted", keys, f"{reading.id} {number(points)}", text)
