"""Frozen values as the records have them: short, exact, masked."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache, singledispatch
from typing import Any, TypedDict, cast

from verifier.model import (
    Agreement,
    Box,
    DateSpan,
    Event,
    Evidence,
    Internship,
    Number,
    Person,
    Place,
    Post,
    Quantity,
    Roster,
    Seal,
)


def number(value: Fraction) -> Number:
    """A whole number as int, another as the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


def number_or_none(value: Fraction | None) -> Number | None:
    return None if value is None else number(value)


class Spot(TypedDict):
    """The fields of a record that say where something stands."""

    file: str
    page: int | None
    box: Box | None
    cell: str | None
    line: int | None


def spot(place: Place) -> Spot:
    return {
        "file": place.file,
        "page": place.page,
        "box": place.box or None,
        "cell": place.cell or None,
        "line": place.line or None,
    }


def pieces(evidence: Sequence[Evidence]) -> Iterator[tuple[str, Evidence]]:
    """Each piece of evidence of a cell with its name there: its file, or `file#2` for the second of one file."""
    met: Counter[str] = Counter()
    for each in evidence:
        met[each.file] += 1
        yield each.file if met[each.file] == 1 else f"{each.file}#{met[each.file]}", each


# --- the short form that a reader of the record wants ------------------------------------------------------------


@singledispatch
def brief(value: object) -> object:
    """The value of a fact in a few words, or the number."""
    return str(value)


@brief.register
def _(value: DateSpan) -> str | None:
    if value.start is None:
        return f"--{value.month:02d}-{value.day:02d}" if value.month and value.day else None
    if value.end in (None, value.start):
        return value.start.isoformat()
    return f"{value.start.isoformat()}/{value.end.isoformat()}"


@brief.register
def _(value: Quantity) -> Number:
    return number(value.number)


@brief.register
def _(value: Post) -> str:
    return value.title


@brief.register(Event)
@brief.register(Person)
def _(value: Event | Person) -> str:
    return value.name


@brief.register(Internship)
@brief.register(Agreement)
def _(value: Internship | Agreement) -> str:
    return value.person.name


@brief.register
def _(value: Roster) -> dict[str, object]:
    return {"rows": len(value.rows), "columns": [column.field for column in value.columns]}


@brief.register
def _(value: Seal) -> dict[str, object]:
    told = {"shape": value.shape, "named": value.named}
    return {**told, "unchanged": value.signature.intact} if value.signature else dict(told)


@brief.register
def _(value: Fraction) -> Number:
    return number(value)


@brief.register
def _(value: date) -> str:
    return value.isoformat()


@brief.register(tuple)
@brief.register(list)
def _(value: Sequence[object]) -> list[object]:
    return [brief(each) for each in value]


@brief.register(type(None))
@brief.register(str)
@brief.register(int)
@brief.register(float)
def _(value: object) -> object:
    return value


# --- any frozen value as JSON ------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class _Key:
    field: str
    name: str
    absent_by: str
    """the field by whose default the key is left out; '' when it always stands"""
    default: object


def _keys_of(kind: type[object]) -> tuple[_Key, ...]:
    fields = {field.name: field for field in dataclasses.fields(cast(Any, kind))}
    found = []
    for name, field in fields.items():
        absent = field.metadata.get("absent")
        decides = "" if absent is None else absent or name
        found.append(_Key(name, name.rstrip("_"), decides, fields[decides].default if decides else None))
    return tuple(found)


_keys: Callable[[Any], tuple[_Key, ...]] = cache(_keys_of)


def fields_of(kind: type[object]) -> tuple[str, ...]:
    """The names of the fields of a frozen type."""
    return tuple(key.field for key in _keys(kind))


def plain(value: object) -> object:
    """A frozen value as JSON: exact numbers as text, the absent fields of records left out."""
    match value:
        case str() | int() | None:  # most
            return value
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case tuple() | list():
            return [plain(each) for each in value]
        case frozenset():
            return sorted(value)
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
    return _plain_fields(value) if dataclasses.is_dataclass(value) else value


def _plain_fields(value: object) -> dict[str, object]:
    return {
        key.name: plain(getattr(value, key.field))
        for key in _keys(type(value))
        if not key.absent_by or getattr(value, key.absent_by) != key.default
    }
