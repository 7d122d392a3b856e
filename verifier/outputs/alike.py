"""What should be alike in the results of many schools: their year, and one result a school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def common_year(years: Iterable[int | None]) -> int | None:
    """The year of most results; None where none is known."""
    known = Counter(year for year in years if year is not None)
    return max(known, key=lambda year: (known[year], year), default=None)


def year_doubt(year: int | None, common: int | None) -> str:
    """Chinese: why the year of a result should be looked at; '' where it is that of the others."""
    if common is None or year == common:
        return ""
    return f"与其他学校（{common}年度）不同" if year else f"年度不明，其他学校为{common}年度"


def more_than_once(schools: Iterable[str]) -> dict[str, int]:
    """The schools of which there is more than one result, with how many."""
    return {school: many for school, many in sorted(Counter(schools).items()) if school and many > 1}
