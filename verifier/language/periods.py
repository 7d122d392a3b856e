"""Parts of years as papers name them: school years and their terms, several years, halves and quarters of one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

_ONE_YEAR = r"(?<!\d)((?:19|20)\d\d)\s*(?:年度?)?\s*"
_TERM = r"(?:\s*[(]?\s*(第?[一二12]|[上下春秋])\s*季?\s*学期\s*[)]?)"
_SCHOOL_YEAR = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)\s*(?:年)?\s*(?:[-—–~〜至到/]{{1,2}}\s*((?:20)?\d\d)\s*)?学年(?:度)?{_TERM}?"
)
_TERM_OF_YEAR = re.compile(rf"{_ONE_YEAR}([春秋])\s*季?\s*学期")
_HALF = re.compile(rf"{_ONE_YEAR}[(]?([上下])\s*半年度?[)]?")
_QUARTER = re.compile(rf"{_ONE_YEAR}[(]?第?\s*([一二三四1-4])\s*季度[)]?")
_SECOND = "二2下春"


@dataclass(frozen=True, slots=True)
class Period:
    first: date
    last: date
    precision: Literal["month", "year", "school-year"]


def _school_year(found: re.Match[str]) -> Period | None:
    first = int(found[1])
    second = int(found[2]) % 100 if found[2] else (first + 1) % 100
    if second != (first + 1) % 100:
        return None
    begins, ends = date(first, 9, 1), date(first + 1, 9, 1) - timedelta(days=1)
    if found[3]:
        begins, ends = _second_term(first + 1) if found[3][-1] in _SECOND else _first_term(first)
    return Period(begins, ends, "school-year")


def _term_of_year(found: re.Match[str]) -> Period:
    year = int(found[1])
    return Period(*(_second_term(year) if found[2] == "春" else _first_term(year)), "school-year")


def _first_term(year: int) -> tuple[date, date]:
    """From September to the end of January."""
    return date(year, 9, 1), date(year + 1, 1, 31)


def _second_term(year: int) -> tuple[date, date]:
    """From February to the summer."""
    return date(year, 2, 1), date(year, 8, 31)


def _half(found: re.Match[str]) -> Period:
    return _months(int(found[1]), 1 if found[2] == "上" else 7, 6)


def _quarter(found: re.Match[str]) -> Period:
    at = "一二三四1234".index(found[2]) % 4
    return _months(int(found[1]), 1 + 3 * at, 3)


def _months(year: int, first: int, count: int) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), "month")


PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = (
    (_SCHOOL_YEAR, _school_year),
    (_TERM_OF_YEAR, _term_of_year),
    (_HALF, _half),
    (_QUARTER, _quarter),
)
"""how each is written, and what it is; None for one that is impossible"""
