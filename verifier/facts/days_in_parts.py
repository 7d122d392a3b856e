"""Dates of tables whose parts stand apart: month and day in columns, or days under a row for their month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.facts.layout import header_text
from verifier.language.dates import FoundDate, find_dates
from verifier.language.numerals import fold

_HEADER_ROWS = 6
_MONTH_ROW = re.compile(
    r"(?:[一二三四五六七八九十\d]+[、.]|[【(\[])?\s*(?:((?:19|20)\d\d)\s*年)?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月份?\s*(?:[】)\]])?"
)


def days_in_parts(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, FoundDate]]:
    """Dates whose month and day, and often year, stand in columns of their own, at the cell of the day.

    A blank month or year is that of the row above; the year may stand over the columns too, the month in a row alone.
    """
    head, columns = _head_of_days(rows)
    if columns[2] < 0:
        return
    year, month = _year_over(rows, head, columns[2]), ""
    for index in range(head + 1, len(rows)):
        parts = [fold(rows[index][at]).strip(" 年月日号") if at >= 0 else "" for at in columns]
        if over := _month_alone(rows[index]):
            parts = [over[1] or "", over[2], ""]
        year, month = parts[0] or year, parts[1] or month
        if found := _whole_day(year, month, parts[2]):
            yield index, columns[2], found


def _head_of_days(rows: Sequence[Sequence[str]]) -> tuple[int, list[int]]:
    """The header of columns of month and day, or of days under rows of a month each; the columns, -1 where none is."""
    wanted = "日" if any(map(_month_alone, rows)) else "月"
    head = next((at for at, row in enumerate(rows[:_HEADER_ROWS]) if _column(row, wanted) >= 0), -1)
    return head, [_column(rows[head], name) if head >= 0 else -1 for name in "年月日"]


def _month_alone(row: Sequence[str]) -> re.Match[str] | None:
    """The month of a row that says nothing else, over the days in it: 3月, 2024年三月份."""
    filled = {fold(cell).strip() for cell in row if cell.strip()}
    return _MONTH_ROW.fullmatch(filled.pop()) if len(row) > 1 and len(filled) == 1 else None


def _year_over(rows: Sequence[Sequence[str]], head: int, last: int) -> str:
    """The year that stands over columns of month and day; '' for none."""
    over = " ".join(cell for row in rows[: head + 1] for cell in row[: last + 1])
    years = [str(one.span.start.year) for one in find_dates(over) if one.span.precision == "year" and one.span.start]
    return years[-1] if years else ""


def _whole_day(year: str, month: str, day: str) -> FoundDate | None:
    if not month or not day:
        return None
    written = f"{year}年{month}月{day}日" if year else f"{month}月{day}日"
    found = find_dates(written)
    return found[0] if len(found) == 1 and found[0].span.precision == "day" and found[0].quote == written else None


def _column(row: Sequence[str], name: str) -> int:
    return next(
        (at for at, cell in enumerate(row) if header_text(cell) in (name, f"{name}份", f"{name}度", f"{name}期")), -1
    )
