"""Columns told by what stands in them: where a header is wrong, says too little, or is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from verifier.facts.rosters.headers import KEY_FIELDS, Header
from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.names import is_name
from verifier.model import Column, Words

Rows = Sequence[Sequence[str]]

_SAMPLE = 60
_MOST = 0.6
_NEARLY_ALL = 0.8
_UNSURE = 0.8
"""confidence of a column that only its values tell"""
_BY_IDS = 0.9
"""confidence of a column of IDs, which their check digits tell"""
_FEWEST_ROWS = 2
"""a single row is no table of people"""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the values of a field look like."""

    field: str
    fits: Callable[[str], object]
    least: float = _NEARLY_ALL
    """of the values, how many fit"""
    each_once: bool = True
    """nearly every value stands there once"""

    def is_of(self, values: Sequence[str]) -> bool:
        """Whether a column of these values is of the field."""
        return _share(self.fits, values) >= self.least and (not self.each_once or _differ(values))


def settle_by_values(header: Header, rows: Rows) -> Header:
    """The header with the columns that their values tell: IDs and names under any header, codes of destinations."""
    sample = _sample(rows, header.last + 1)
    columns = [_by_its_values(column, sample) for column in header.columns]
    columns = _with_ids(columns, header.texts, sample)
    columns = _with_names(columns, header.texts, sample)
    return replace(header, columns=tuple(sorted(columns, key=lambda column: column.index)))


def _with_ids(columns: list[Column], headers: Sequence[str], sample: Rows) -> list[Column]:
    """The columns, with the one that holds most IDs where none stands under the header for them."""
    stated = next((column for column in columns if column.field == "resident_id"), None)
    if stated and _share(_is_id, _column(sample, stated.index)):
        return columns
    index, share = _best(_is_id, sample, range(len(headers)))
    if share < _MOST:
        return columns
    others = [column for column in columns if column.index != index and column.field != "resident_id"]
    return [*others, Column("resident_id", headers[index], index, _BY_IDS)]


def _with_names(columns: list[Column], headers: Sequence[str], sample: Rows) -> list[Column]:
    """The columns, with one of names where people have numbers and no header names them."""
    fields, taken = {column.field for column in columns}, {column.index for column in columns}
    if "name" in fields or fields.isdisjoint(KEY_FIELDS):
        return columns
    free = [index for index in range(len(headers)) if index not in taken]
    index, _ = _best(_is_personal, sample, free)
    if not free or not _NAMES.is_of(_column(sample, index)):
        return columns
    return [*columns, Column("name", headers[index], index, _UNSURE)]


def header_of_values(rows: Rows, words: Words) -> Header | None:
    """The columns of a table of people without a header; None where no names stand beside IDs or school numbers."""
    sample = _sample(rows, 0)
    if len(sample) < _FEWEST_ROWS:
        return None
    texts = ("",) * max(map(len, sample))
    free = list(range(len(texts)))
    columns: list[Column] = []
    for kind in _kinds(words):
        index, _ = _best(kind.fits, sample, free)
        values = _column(sample, index)
        if index in free and len(values) * 2 > len(sample) and kind.is_of(values):
            columns.append(Column(kind.field, "", index, _UNSURE))
            free.remove(index)
    fields = {column.field for column in columns}
    if "name" not in fields or fields.isdisjoint({"resident_id", "student_number"}):
        return None
    return Header(-1, -1, texts, tuple(sorted(columns, key=lambda column: column.index)))


def _sample(rows: Rows, start: int) -> Rows:
    return [row for row in rows[start : start + 2 * _SAMPLE] if any(row)][:_SAMPLE]


def _by_its_values(column: Column, sample: Rows) -> Column:
    values = _column(sample, column.index)
    if column.field == "destination" and values and all(re.fullmatch(r"\d{2,3}(\.0)?", value) for value in values):
        return replace(column, field="destination_code")
    if column.field == "employer" and values and all(len(value) <= 2 for value in values):
        return replace(column, field="unit")  # 单位 of a list of things: 台, 套
    return column


def _best(fits: Callable[[str], object], sample: Rows, columns: Sequence[int]) -> tuple[int, float]:
    """The column of which most values fit, and how many of them do (0…1); of equal ones the first."""
    shares = {index: _share(fits, _column(sample, index)) for index in columns}
    best = max(shares, key=lambda index: shares[index], default=0)
    return best, shares.get(best, 0.0)


def _column(sample: Rows, index: int) -> list[str]:
    """What stands in a column, without blanks."""
    return [row[index].strip() for row in sample if index < len(row) and row[index].strip()]


def _share(fits: Callable[[str], object], values: Sequence[str]) -> float:
    return sum(map(bool, map(fits, values))) / len(values) if values else 0.0


def _differ(values: Sequence[str]) -> bool:
    """Whether nearly every value stands there once, as names and numbers do and majors do not."""
    return len(set(values)) >= _NEARLY_ALL * len(values)


def _is_id(text: str) -> bool:
    return check_id(text)[1] == "valid"


def _is_personal(text: str) -> bool:
    return is_name(plain_name(text))


_NAMES = _Kind("name", _is_personal)


def _kinds(words: Words) -> tuple[_Kind, ...]:
    """What stands in tables of people, the surest first."""
    levels = {word for _, names in words.levels.items() for word in names}
    return (
        _Kind("resident_id", _is_id, least=_MOST),
        _NAMES,
        _Kind("phone", re.compile(r"1[3-9]\d{9}").fullmatch, each_once=False),
        _Kind("candidate_number", re.compile(r"\d{14}").fullmatch),
        _Kind("student_number", re.compile(r"[A-Za-z]{0,2}\d{6,13}").fullmatch),
        _Kind("level", levels.__contains__, each_once=False),
    )
