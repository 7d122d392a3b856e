"""Columns told by what stands in them: where a header is wrong, says too little, or is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

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


def settle_by_values(header: Header, rows: Rows) -> Header:
    """The header with the columns that their values tell: IDs and names under any header, codes of destinations."""
    sample = _sample(rows, header.last + 1)
    columns = [_by_its_values(column, sample) for column in header.columns]
    id_column = next((column for column in columns if column.field == "resident_id"), None)
    if id_column is None or not _share(_is_id, _column(sample, id_column.index)):
        index, share = _best(_is_id, sample, range(len(header.texts)))
        if share >= _MOST:
            columns = [one for one in columns if one.index != index and one.field != "resident_id"]
            columns.append(Column("resident_id", header.texts[index], index, 0.9))
    fields = {column.field for column in columns}
    if "name" not in fields and fields & KEY_FIELDS:
        free = [index for index in range(len(header.texts)) if index not in {column.index for column in columns}]
        index, share = _best(_is_personal, sample, free)
        if share >= _NEARLY_ALL and _differ(_column(sample, index)):
            columns.append(Column("name", header.texts[index], index, _UNSURE))
    return replace(header, columns=tuple(sorted(columns, key=lambda column: column.index)))


def header_of_values(rows: Rows, words: Words) -> Header | None:
    """The columns of a table of people without a header; None where no names stand beside IDs or school numbers."""
    sample = _sample(rows, 0)
    if len(sample) < 2:
        return None
    free = list(range(max(map(len, sample))))
    levels = {word for _, names in words.levels.items() for word in names}
    columns = []
    for field, fits, least, distinct in (
        ("resident_id", _is_id, _MOST, True),
        ("name", _is_personal, _NEARLY_ALL, True),
        ("phone", re.compile(r"1[3-9]\d{9}").fullmatch, _NEARLY_ALL, False),
        ("candidate_number", re.compile(r"\d{14}").fullmatch, _NEARLY_ALL, True),
        ("student_number", re.compile(r"[A-Za-z]{0,2}\d{6,13}").fullmatch, _NEARLY_ALL, True),
        ("level", levels.__contains__, _NEARLY_ALL, False),
    ):
        index, share = _best(fits, sample, free)
        values = _column(sample, index)
        if share >= least and len(values) * 2 > len(sample) and (not distinct or _differ(values)):
            columns.append(Column(field, "", index, _UNSURE))
            free.remove(index)
    fields = {column.field for column in columns}
    if "name" not in fields or fields.isdisjoint({"resident_id", "student_number"}):
        return None
    texts = ("",) * max(map(len, sample))
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
