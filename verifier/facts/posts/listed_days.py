"""The days of a list of posts: a day without a year takes it from the list's order, or stays open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from verifier.model import DateSpan

Days = Sequence[DateSpan | None]


def day_of(year: int, month: int, day: int) -> DateSpan | None:
    """A day with its year; None where there is no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DateSpan(found, found, "day", month, day)


def with_years(days: Days) -> list[DateSpan | None]:
    """The days from top to bottom, those without a year with the one that the others leave."""
    return _at_the_ends([_between(days, at) for at in range(len(days))])


def _between(days: Days, at: int) -> DateSpan | None:
    """A day; one without a year with the only one in which it falls between its neighbours that carry one."""
    span = days[at]
    newest, oldest = next(_dated(reversed(days[:at])), None), next(_dated(days[at + 1 :]), None)
    if span is None or span.start is not None or newest is None or oldest is None:
        return span
    fitting = [found for year in range(oldest.year, newest.year + 1) for found in _dated([_in_year(span, year)])]
    fitting = [found for found in fitting if oldest <= found <= newest]
    return _in_year(span, fitting[0].year) if len(fitting) == 1 else span


def _dated(days: Iterable[DateSpan | None]) -> Iterator[date]:
    """The days that carry a year."""
    return (each.start for each in days if each and each.start)


def _in_year(span: DateSpan, year: int) -> DateSpan:
    """A month and day in a year; as it is where there is no such day."""
    return (day_of(year, span.month, span.day) if span.month and span.day else None) or span


def _at_the_ends(days: Days) -> list[DateSpan | None]:
    """Days over the first or under the last that carries a year: an account leaves the year of its newest out."""
    dated = [at for at, each in enumerate(days) if each and each.start]
    starts = list(_dated(days))
    settled = list(days)
    if not dated or any(later > earlier for earlier, later in pairwise(starts)):
        return settled
    first, last = dated[0], dated[-1]
    settled[:first] = _after(days[:first], starts[0])
    if len(dated) > 1:
        settled[last + 1 :] = _before(days[last + 1 :], starts[-1])
    return settled


def _after(days: Days, newest: date) -> list[DateSpan | None]:
    """Days over one with a year, in its year or the next."""
    falling = _falling(days)
    turned = bool(falling) and falling[-1] < (newest.month, newest.day)
    return _of_one_year(days, newest.year + turned) if falling else list(days)


def _before(days: Days, oldest: date) -> list[DateSpan | None]:
    """Days under one with a year, in its year or the one before."""
    falling = _falling(days)
    turned = bool(falling) and falling[0] > (oldest.month, oldest.day)
    return _of_one_year(days, oldest.year - turned) if falling else list(days)


def _falling(days: Days) -> list[tuple[int, int]]:
    """Months and days from first to last where none is later than the one before; else none."""
    each = [(span.month, span.day) for span in days if span and span.month and span.day]
    return each if each == sorted(each, reverse=True) else []


def _of_one_year(days: Days, year: int) -> list[DateSpan | None]:
    return [_in_year(span, year) if span else None for span in days]
