"""The days of a list of posts: a day without a year takes it from the list's order, or stays open."""

from __future__ import annotations

from collections.abc import Sequence
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
    settled = list(days)
    for index, span in enumerate(days):
        if span is None or span.start is not None or not span.month or not span.day:
            continue
        above = next((each.start for each in reversed(days[:index]) if each and each.start), None)
        below = next((each.start for each in days[index + 1 :] if each and each.start), None)
        if above and below:
            years = range(below.year, above.year + 1)
            fitting = [found for year in years if (found := day_of(year, span.month, span.day))]
            fitting = [found for found in fitting if found.start and below <= found.start <= above]
            if len(fitting) == 1:
                settled[index] = fitting[0]
    return _at_the_ends(settled)


def _at_the_ends(days: Days) -> list[DateSpan | None]:
    """Days over the first or under the last that carries a year: an account leaves the year of its newest out."""
    dated = [(index, each.start) for index, each in enumerate(days) if each and each.start]
    settled = list(days)
    if not dated or any(later[1] > earlier[1] for earlier, later in pairwise(dated)):
        return settled
    (first, newest), (last, oldest) = dated[0], dated[-1]
    settled[:first] = _of_one_year(days[:first], after=newest)
    if len(dated) > 1:
        settled[last + 1 :] = _of_one_year(days[last + 1 :], before=oldest)
    return settled


def _of_one_year(days: Days, after: date | None = None, before: date | None = None) -> list[DateSpan | None]:
    """Days that fall from first to last, in the year next to their neighbour's; unchanged where they don't."""
    falling = [(each.month, each.day) for each in days if each and each.month and each.day]
    if not falling or falling != sorted(falling, reverse=True):
        return list(days)
    if after is not None:
        year = after.year + (falling[-1] < (after.month, after.day))
    else:
        assert before is not None
        year = before.year - (falling[0] > (before.month, before.day))
    return [day_of(year, each.month, each.day) or each if each and each.month and each.day else each for each in days]
