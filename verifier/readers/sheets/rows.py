"""The rows of a sheet as a person reads them, and the table that they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from types import NoneType
from typing import Any

from verifier.model import Place, Table
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.outcome import clean_cell
from verifier.readers.sheets.facts import SheetFacts
from verifier.readers.sheets.number_formats import NumberFormat

PRECISE = 10**15
"""from here on a stored number has lost its last digits"""
_BLANK_RUN = 1
"""blank rows that are kept between others"""
_REMEMBERED = 100_000
"""texts of a sheet that are cleaned once"""

Row = tuple[int, Sequence[object]]
"""index from 0, cells from column A on"""
Merged = tuple[tuple[int, int], tuple[int, int]]
"""row and column of the first and of the last cell of a merged range, from 0"""


def show(value: object, form: NumberFormat | None = None) -> str:
    """A cell's value as a person reads it: ISO dates, whole numbers without a point, lost digits as 3.71082E+17."""
    if form is not None and isinstance(value, (int, float)) and type(value) is not bool and abs(value) < PRECISE:
        return form.show(float(value))
    if form is not None and isinstance(value, str):
        return form.show_text(clean_cell(value))
    as_read = _AS_READ.get(type(value), str)
    return as_read(value)


def _moment(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ", "seconds" if value.second else "minutes")


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _number(value: float) -> str:
    if abs(value) >= PRECISE:
        return f"{value:.5E}"
    return str(int(value)) if value.is_integer() else f"{value:.15g}"


_AS_READ: Mapping[type, Callable[[Any], str]] = {
    str: clean_cell,
    bool: lambda value: "TRUE" if value else "FALSE",
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: _clock,
    NoneType: lambda _: "",
}


class _Shown(dict[object, str]):
    """Cells as a person reads them. A sheet repeats most of its texts: each is cleaned once, and kept once."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        self.clean = clean

    def __missing__(self, value: object) -> str:
        if type(value) is not str:
            return show(value)  # and not kept: True is equal to 1
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[value] = self.clean(value)
        return found


def table_of(
    path: str,
    name: str,
    cells: Iterable[Row],
    merged: Sequence[Merged],
    known: SheetFacts,
    clean: Callable[[str], str] = clean_cell,
) -> Table | None:
    """The table of a sheet; None where nothing stands in it."""
    return _laid(_texts(cells, merged, known, clean), path, name, merged, known)


def seen_of(table: Table, known: SheetFacts) -> Table | None:
    """The table of a sheet with what a person sees of its cells; None where that is nothing."""
    numbered = zip(table.row_numbers, table.rows, strict=True)
    rows = ((number, _seen(row, known.seen_in(number, len(row)))) for number, row in numbered)
    numbers = table.row_numbers
    merged = [((numbers[top] - 1, left), (numbers[bottom] - 1, right)) for top, left, bottom, right in table.merged]
    laid = _laid(rows, table.place.file, table.sheet or "", merged, known)
    return replace(laid, hidden=table.hidden) if laid else None


def _seen(row: tuple[str, ...], unseen: Mapping[int, str]) -> tuple[str, ...]:
    if not unseen:
        return row
    return tuple(clean_cell(unseen[at]) if at in unseen and text else text for at, text in enumerate(row))


def _laid(
    rows: Iterable[tuple[int, tuple[str, ...]]], path: str, name: str, merged: Sequence[Merged], known: SheetFacts
) -> Table | None:
    kept: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, texts in _standing(rows):
        numbers.append(number)
        kept.append(texts)
    while kept and not any(kept[-1]):
        kept.pop()
        numbers.pop()
    if not kept:
        return None
    _square(kept)
    hidden = tuple(index for index, number in enumerate(numbers) if number in known.hidden_rows)
    place = Place(path, cell=f"{name}!A{numbers[0]}")
    columns = tuple(sorted(column for column in known.hidden_columns if column < len(kept[0])))
    among = tuple(_among(merged, numbers))
    return Table(tuple(kept), place, name, tuple(numbers), hidden, merged=among, hidden_columns=columns)


def _texts(
    cells: Iterable[Row], merged: Iterable[Merged], known: SheetFacts, clean: Callable[[str], str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Number and texts of each row, nothing where a merged cell covers another."""
    shown = _Shown(clean).__getitem__
    covered = Covered(merged)
    for index, row in cells:
        texts = tuple(map(shown, row))
        formats, told, hollow = known.formats.get(index + 1), known.texts.get(index + 1), covered.columns(index)
        if formats:
            texts = tuple(show(row[at], formats[at]) if at in formats else text for at, text in enumerate(texts))
        if told:
            wide = texts + ("",) * (max(told) + 1 - len(texts))
            texts = tuple(told.get(at, text) for at, text in enumerate(wide))
        if hollow:
            texts = tuple("" if at in hollow else text for at, text in enumerate(texts))
        yield index + 1, texts


def _standing(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows from the first in which anything stands; of blank ones in a row only the first."""
    blank = _BLANK_RUN + 1
    for number, texts in rows:
        blank = 0 if any(texts) else blank + 1
        if blank <= _BLANK_RUN:
            yield number, texts


def _square(rows: list[tuple[str, ...]]) -> None:
    """Makes the rows as long as the longest text needs, in place: there may be a million."""
    width = max(map(_length, rows))
    for at, texts in enumerate(rows):
        if len(texts) != width:
            rows[at] = texts[:width] + ("",) * (width - len(texts))


def _among(merged: Iterable[Merged], numbers: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """The merged ranges by the indices of the rows that were kept."""
    for (top, left), (bottom, right) in merged:
        first, last = bisect_left(numbers, top + 1), bisect_right(numbers, bottom + 1) - 1
        if first <= last:
            yield first, left, last, right


def _length(row: Sequence[str]) -> int:
    """Up to the last cell in which anything stands."""
    length = len(row)
    while length and not row[length - 1]:
        length -= 1
    return length


class Covered:
    """Cells that a merged one covers, but for its first; asked row by row, from top to bottom."""

    def __init__(self, merged: Iterable[Merged]) -> None:
        self._below = sorted(merged, reverse=True)
        self._open: list[Merged] = []

    def columns(self, index: int) -> frozenset[int]:
        while self._below and self._below[-1][0][0] <= index:
            self._open.append(self._below.pop())
        if not self._open:
            return frozenset()
        self._open = [each for each in self._open if each[1][0] >= index]
        return frozenset(
            column
            for (top, left), (_, right) in self._open
            for column in range(left + (top == index), min(right, MOST_SPANNED) + 1)
        )
