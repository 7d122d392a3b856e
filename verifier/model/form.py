"""The official forms of a rule set, word for word, and the letter to the school: form.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from verifier.model.lists import MAY_BE_EMPTY, FlagCode, IndicatorId, MaybeText

Align = Literal["left", "center", "right"]
FORM_FIELDS = ("school", "grade", "award")
"""what the program can fill in; the award in units of 10,000 yuan"""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the scoring form. An empty text under a filled one is merged upward."""

    indicator: IndicatorId
    number: MaybeText
    group: MaybeText
    area: MaybeText
    standard: str
    requirement: MaybeText
    content: str | None
    """None: `area` spans both columns of the content"""


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """Where the scale of the total is marked in the report."""

    at: int
    text: MaybeText
    award: MaybeText


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of a form of labels and fields: the one record whose keys may be left out, an empty cell is `{}`."""

    text: str = ""
    """as printed"""
    columns: int = 1
    """that it spans"""
    align: Align = "center"
    heading: bool = False
    filled: str = ""
    """stands instead of `text` where every field in it is known"""

    @property
    def fields(self) -> tuple[str, ...]:
        """Their names, those of `FORM_FIELDS`."""
        return tuple(re.findall(r"\{(\w*)\}", self.filled))


@dataclass(frozen=True, slots=True)
class LayoutRow:
    height: float
    """at least, in millimetres"""
    cells: tuple[Annotated[FormCell, MAY_BE_EMPTY], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A form of labels and fields."""

    label: str
    title: str
    widths: tuple[float, ...]
    """of the columns, in millimetres"""
    rows: tuple[LayoutRow, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter to the school.

    {year} in `opening` and `complete` stands for the assessed year, {deadline} for the day until which papers may come.
    """

    title: str
    unnamed: str
    """whom it addresses where the school is not known"""
    opening: str
    complete: str
    """instead of `opening` where nothing is missing"""
    gaps: str
    reviews: str
    questions: str
    closing: str
    contact: str
    sender: str
    bureau: tuple[FlagCode, ...]
    """codes of flags that are the bureau's own work, of which a school can do nothing"""
    unticked: tuple[FlagCode, ...]
    """codes of flags about which a school is asked only where a reviewer chooses so"""
    asks: Mapping[FlagCode, str]
    """code of a flag → what the school is asked to do about it; {remedy} stands for what would bring the next points"""

    @property
    def unasked(self) -> tuple[FlagCode, ...]:
        """Codes of flags about which a school is not asked of itself."""
        return (*self.bureau, *self.unticked)


@dataclass(frozen=True, slots=True)
class Publication:
    """The table of all schools' results that the bureau makes public; {year} in `title` and `text` as in the letter."""

    title: str
    columns: tuple[str, ...]
    """number, school, points, grade, award in units of 10,000 yuan"""
    widths: tuple[float, ...]
    """of the columns, in millimetres"""
    total: str
    """heads the row of sums"""
    text: str
    """stands above the table"""
    contact: str
    sender: str


@dataclass(frozen=True, slots=True)
class Form:
    label: str
    title: str
    """___ stands for the year"""
    school: str
    total: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    """of the columns, in millimetres; the third and fourth stand under one heading"""
    rows: tuple[FormRow, ...]
    annex1: Layout
    annex3: Layout
    no_award: str
    """over 附件3 where the total earns no award; {total} stands for it"""
    letter: Letter
    publication: Publication
    scale: tuple[ScaleMark, ...]
