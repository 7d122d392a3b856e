"""Whether a date lies in the assessed period."""

from __future__ import annotations

from datetime import date

from verifier.counting.eligibility.doubts import Doubt
from verifier.model import DateSpan, Papers, Place

Period = tuple[date, date]

YEAR_UNKNOWN = Doubt("", "open", "考核年度未定", "")
"""of everything that must be of the period; the bundle's own flag tells it"""


def in_period(span: DateSpan | None, period: Period | None) -> bool | None:
    """Whether a date overlaps the period; None when it bears no year, or there is no period to lie in."""
    if span is None or period is None or span.start is None:
        return None
    return span.start <= period[1] and (span.end or span.start) >= period[0]


def by_time(inside: bool | None, papers: Papers, outside: Doubt, undated: Doubt) -> tuple[Doubt, ...]:
    """The doubt about a date, of those that the cell words: it lies outside the period, or is not known."""
    if papers.period is None:
        return (YEAR_UNKNOWN,)
    if inside is None:
        return (undated,)
    return () if inside else (outside,)


def outside(dated: str, wanted: str = "", place: Place | None = None) -> Doubt:
    """`dated`: what bears the date; `wanted`: what to send instead."""
    todo = f"不计入，请补充考核年度的{wanted}" if wanted else "不计入"
    return Doubt("date-outside-period", "out", f"{dated}不在考核期内", todo, place)


def undated(what: str, todo: str, place: Place | None = None) -> Doubt:
    """`what` says that there is no date, `todo` what would tell it."""
    return Doubt("date-missing", "open", what, todo, place)
