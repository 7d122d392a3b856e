"""The empty bundle of a rule set, which a school fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.model.lists import STRICT, IndicatorId


@dataclass(frozen=True, slots=True)
class CellNote:
    """What the folder of a cell is for; Chinese."""

    __pydantic_config__ = STRICT

    what: str
    many: str
    """how many"""
    dates: str
    """of which time"""
    mistakes: tuple[str, ...]
    """that schools often make"""


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A table to fill in, in the folder of its cell."""

    __pydantic_config__ = STRICT

    indicator: IndicatorId
    file: str
    title: str
    """{year} and {last} stand for the class of the assessed year and of the year before"""
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankForms:
    """The file names of the blank forms."""

    __pydantic_config__ = STRICT

    annex1: str
    annex2: str
    annex3: str


@dataclass(frozen=True, slots=True)
class Blank:
    __pydantic_config__ = STRICT

    opening: str
    """the first line of each cell's note, with {id}, {name} and {max}"""
    closing: str
    note: str
    """the file name of the notes"""
    root: tuple[str, ...]
    """the note over all folders; {count} stands for how many"""
    forms: BlankForms
    notes: Mapping[IndicatorId, CellNote]
    """by the cell's id"""
    tables: tuple[BlankTable, ...]
