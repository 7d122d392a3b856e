"""A rate as a bar with the marks of its tiers, drawn so that labels never touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from verifier.model import RateRecord
from verifier.outputs.wording import Amount, exact, number

_TOPS = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 5), Fraction(2, 5), Fraction(3, 5), Fraction(4, 5), Fraction(1))
_NARROWEST = 300
"""pixels of the chart on a small screen: labels must not touch even there"""
_NEAR_START, _NEAR_END = 12, 85
"""per cent of the bar"""
Extent = tuple[float, float]
"""from where to where, in per cent of the bar"""


@dataclass(frozen=True, slots=True)
class Label:
    """A text under a bar."""

    text: str
    at: float
    """per cent of the bar's length"""
    anchor: str
    """of SVG: start, middle, end"""
    row: int
    """0 is the first under the bar"""
    is_mark: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar from nothing to `top`, with the marks of the tiers."""

    length: float
    """of the value, per cent of the bar"""
    labels: tuple[Label, ...]
    told: str
    """the same in words"""


def threshold(rate: RateRecord, value: Amount) -> str:
    """A threshold as people say it: 80%, 30.43%, 50人."""
    return f"{number(exact(value) * 100)}%" if rate.is_share else f"{number(value)}人"


def _amounts(rate: RateRecord) -> list[Fraction]:
    told = (rate.value, *(mark.value for mark in rate.marks))
    return [Fraction(exact(amount)) for amount in told if amount is not None]


def top_of(rates: Sequence[RateRecord]) -> Fraction:
    """A round number above all that is drawn of the rates of a cell."""
    amounts = [amount for rate in rates for amount in _amounts(rate)]
    wanted = max(amounts, default=Fraction(0)) * Fraction(21, 20)
    if rates[0].is_share and wanted <= Fraction(21, 20):
        return next((top for top in _TOPS if wanted <= top), Fraction(1))
    top = Fraction(1)
    while top < wanted:
        top = top * 10 if top * 5 < wanted else top * 5 if top * 2 < wanted else top * 2
    return top


def chart_of(rate: RateRecord, value: Fraction | None, shown: str, top: Fraction) -> Chart | None:
    """The bar of a rate, which is shown as told; None where its value is unknown."""
    if rate.value is None:
        return None
    amount = value if rate.is_share and value is not None else Fraction(exact(rate.value))
    marks = [(exact(mark.value), f"{number(mark.points)}分") for mark in rate.marks]
    told = "；".join(f"{threshold(rate, at)}起{points}" for at, points in marks)
    texts = [(at, f"{threshold(rate, at)}·{points}") for at, points in marks]
    here = f"{rate.name} {shown}"
    return Chart(
        length=_along(amount, top),
        labels=_labels(rate, texts, top),
        told=f"{here}；{told}" if told else here,
    )


def _along(amount: Fraction, top: Fraction) -> float:
    return float(round(min(amount / top, Fraction(1)) * 100, 2))


def _labels(rate: RateRecord, marks: Sequence[tuple[Decimal, str]], top: Fraction) -> tuple[Label, ...]:
    """The ends of the bar and the marks, each in the first row where it touches no other."""
    ends = [(0.0, "0", False), (100.0, threshold(rate, float(top)), False)]
    wanted = [(_along(Fraction(at), top), text, True) for at, text in marks]
    if any(at == 0 for at, _, _ in wanted):
        ends = ends[1:]
    rows: list[list[Extent]] = []
    labels = []
    for at, text, is_mark in [*ends, *sorted(wanted)]:
        anchor = _anchor(at)
        labels.append(Label(text, at, anchor, _row_for(_extent(at, anchor, text), rows), is_mark))
    return tuple(labels)


def _row_for(label: Extent, rows: list[list[Extent]]) -> int:
    """Puts a label into the first row where there is room for it."""
    for at, row in enumerate(rows):
        if all(label[1] < left or label[0] > right for left, right in row):
            row.append(label)
            return at
    rows.append([label])
    return len(rows) - 1


def _anchor(at: float) -> str:
    """A label near an end of the bar must not stand over it."""
    if at < _NEAR_START:
        return "start"
    return "end" if at > _NEAR_END else "middle"


def _extent(at: float, anchor: str, text: str) -> Extent:
    """From where to where a label goes on a small screen, in per cent of the bar."""
    width = sum(7 if letter.isascii() else 12 for letter in text) / _NARROWEST * 100 + 2
    left = at - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, left + width
