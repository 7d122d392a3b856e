"""Files whose names hold personal data bear other names in everything people see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from verifier.model import CellRecord, FileRecord, FlagRecord, PieceRecord, ResultRecord, RosterRecord

Placed = TypeVar("Placed", PieceRecord, FlagRecord, RosterRecord)


def renamed(result: ResultRecord) -> ResultRecord:
    """The record in which files bear the names that people see."""
    names = result.shown_names
    if not names:
        return result
    return replace(
        result,
        files=tuple(_file(file, names) for file in result.files),
        indicators=tuple(_cell(cell, names) for cell in result.indicators),
        flags=_all(result.flags, names),
        rosters=_all(result.rosters, names),
    )


def _file(file: FileRecord, names: Mapping[str, str]) -> FileRecord:
    return replace(file, path=names.get(file.path, file.path))


def _cell(cell: CellRecord, names: Mapping[str, str]) -> CellRecord:
    return replace(cell, evidence=_all(cell.evidence, names), flags=_all(cell.flags, names))


def _all(placed: tuple[Placed, ...], names: Mapping[str, str]) -> tuple[Placed, ...]:
    return tuple(renamed_place(each, names) for each in placed)


def renamed_place(placed: Placed, names: Mapping[str, str]) -> Placed:
    """What stands at a place, with the name of the file that people see."""
    shown = names.get(placed.file or "")
    return placed if shown is None else replace(placed, file=shown)
