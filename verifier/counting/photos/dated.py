"""One date of a photo, how far two dates lie apart, and the year that a date without one takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from verifier.counting.photos.same_event import YEAR
from verifier.language.dates import find_dates, month_end
from verifier.model import DATE, DateSpan, Event, Fact

Source = Literal["camera", "watermark", "caption", "title", "text", "paper"]
EXTRACTOR = "photo-dates"


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of a photo and where it comes from."""

    source: Source
    fact: Fact[DateSpan]

    @property
    def span(self) -> DateSpan:
        return self.fact.value


def ends(span: DateSpan) -> tuple[date, date]:
    """First and last day of a date with a year."""
    assert span.start is not None
    return span.start, span.end or span.start


def apart(one: DateSpan, other: DateSpan) -> int:
    """Days between two dates; 0 when they overlap."""
    (start, end), (begin, stop) = ends(one), ends(other)
    return max(0, (begin - end).days, (start - stop).days)


def date_of_event(event: Fact[Event], span: DateSpan) -> Fact[DateSpan]:
    """A date that the words about an event give."""
    return Fact(DATE, span, event.quote, event.place, event.confidence, EXTRACTOR, "event")


def named_years(texts: Iterable[str]) -> set[int]:
    """Years that texts name, in figures, but for those of classes (2024届)."""
    return {int(year) for text in texts for year in YEAR.findall(text)}


def years_of(dates: Iterable[Fact[DateSpan]]) -> set[int]:
    """The years of dates; a date that runs over the turn of a year names none."""
    spans = [(fact.value.start, fact.value.end or fact.value.start) for fact in dates]
    return {start.year for start, end in spans if start and end and start.year == end.year}


def with_year(fact: Fact[DateSpan], years: set[int]) -> Fact[DateSpan]:
    """A date without a year takes the one year that stands beside it."""
    span = fact.value
    if span.start is not None or len(years) != 1 or not span.month:
        return fact
    year = next(iter(years))
    try:
        start = date(year, span.month, span.day or 1)
    except ValueError:
        return fact
    if not span.day:
        return replace(fact, value=replace(span, start=start, end=month_end(year, span.month)))
    read = (one.span for one in find_dates(f"{year}年{fact.quote}") if one.span.start)
    return replace(fact, value=next(read, replace(span, start=start, end=start)))


def complete(dates: Iterable[Fact[DateSpan]]) -> list[Fact[DateSpan]]:
    """The dates that have a year."""
    return [fact for fact in dates if fact.value.start is not None]


def is_close(fact: Fact[DateSpan]) -> bool:
    """Whether a date names at least a month."""
    return fact.value.precision in ("day", "month")
