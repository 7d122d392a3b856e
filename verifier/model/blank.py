"""The empty bundle of a rule set, which a school fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from verifier.model.lists import MAY_BE_EMPTY, IndicatorId, MaybeText


@dataclass(frozen=True, slots=True)
class CellNote:
    """What the folder of a cell is for; Chinese."""

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

    indicator: IndicatorId
    file: str
    title: str
    """{year} and {last} stand for the class of the assessed year and of the year before"""
    columns: tuple[str, ...]
    choices: Annotated[Mapping[str, tuple[str, ...]], MAY_BE_EMPTY]
    """of columns where only some values fit: what a list in the cell offers"""
    example: tuple[MaybeText, ...]
    """a row that shows how to fill it in, and counts for nothing: the words for that stand in its first cell"""


@dataclass(frozen=True, slots=True)
class BlankPaper:
    """A paper to fill in, print and seal, in the folder of its cell."""

    indicator: IndicatorId
    file: str
    title: str
    lines: tuple[str, ...]
    """with {year} as in a table's title; gaps are ____"""
    signed: tuple[str, ...]
    """to the right at the foot"""
    advice: str
    """in small type under it all"""


@dataclass(frozen=True, slots=True)
class BlankForms:
    """The file names of the blank forms."""

    annex1: str
    annex2: str
    annex3: str


@dataclass(frozen=True, slots=True)
class Blank:
    opening: str
    """the first line of each cell's note, with {id}, {name} and {max}"""
    worth: str
    """what the cell is worth, with {max}, {weight} and {total}: points of the total"""
    closing: str
    note: str
    """the file name of the notes"""
    root: tuple[str, ...]
    """the note over all folders; {count} stands for how many"""
    forms: BlankForms
    notes: Mapping[IndicatorId, CellNote]
    """by the cell's id"""
    tables: Annotated[tuple[BlankTable, ...], MAY_BE_EMPTY]
    papers: Annotated[tuple[BlankPaper, ...], MAY_BE_EMPTY]
