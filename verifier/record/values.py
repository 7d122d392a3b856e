"""Frozen values as plain JSON values, and JSON as a file."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.model import Agreement, DateSpan, Event, Evidence, Internship, Person, Place, Post, Quantity, Roster, Seal

Mask = Callable[[str], str]


def write_json(data: Any, path: Path) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(dumped(data), encoding="utf-8", newline="\n")
    part.replace(path)


def dumped(data: Any) -> str:
    """The JSON text, the same bytes for the same data."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def number(value: Fraction) -> int | float:
    """A whole number as int, another as the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


def brief(value: Any) -> Any:
    """The value in the short form that a reader of the record wants."""
    match value:
        case DateSpan():
            if value.start is None:
                return f"--{value.month:02d}-{value.day:02d}" if value.month and value.day else None
            if value.end in (None, value.start):
                return value.start.isoformat()
            return f"{value.start.isoformat()}/{value.end.isoformat()}"
        case Quantity():
            return number(value.number)
        case Post():
            return value.title
        case Event():
            return value.name
        case Internship() | Agreement():
            return value.person.name
        case Person():
            return value.name
        case Roster():
            return {"rows": len(value.rows), "columns": [column.field for column in value.columns]}
        case Seal():
            return value.shape
        case Fraction():
            return number(value)
        case datetime() | date():
            return value.isoformat()
        case tuple() | list():
            return [brief(each) for each in value]
        case None | str() | int() | float():
            return value
        case _:
            return str(value)


def plain(value: Any) -> Any:
    """Any frozen value as JSON, exact numbers as text."""
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Fraction):
        return exact(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


def exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def place_of(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {"file": place.file, "page": place.page, "box": list(place.box) if place.box else None}
    if place.cell:
        data["cell"] = place.cell
    if place.line:
        data["line"] = place.line
    return data


def pieces(evidence: Sequence[Evidence]) -> Iterator[tuple[str, Evidence]]:
    """Each piece of evidence of a cell with its name there: its file, or `file#2` for the second of one file."""
    met: Counter[str] = Counter()
    for each in evidence:
        met[each.file] += 1
        yield each.file if met[each.file] == 1 else f"{each.file}#{met[each.file]}", each


_IDENTIFIERS = ("path", "file", "sha256", "piece")
"""texts that say which file: never masked inside, or places could not be found"""


def shown_names(paths: Iterable[str], mask: Mask) -> dict[str, str]:
    """Path → how people see it: masked, and still told apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        shown, count = mask(path), 1
        while shown in taken:
            count += 1
            shown = f"{mask(path)} ({count})"
        taken.add(shown)
        names[path] = shown
    return names


def texts(data: Any, mask: Mask) -> Any:
    """Every text NFC and masked, but for what names files."""
    if isinstance(data, dict):
        return {
            key: unicodedata.normalize("NFC", value)
            if key in _IDENTIFIERS and isinstance(value, str)
            else texts(value, mask)
            for key, value in data.items()
        }
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [texts(each, mask) for each in data]
    return unicodedata.normalize("NFC", mask(data)) if isinstance(data, str) else data
