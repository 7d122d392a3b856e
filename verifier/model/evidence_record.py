"""What `evidence.json` says, by the same conventions as `record`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from verifier.model.papers import Box, FileKind
from verifier.model.record import (
    ABSENT,
    Number,
)

EVIDENCE_SCHEMA: Final = "verifier/evidence@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecord:
    kind: str
    value: object
    """JSON of the fact's own type"""
    quote: str
    file: str
    page: int | None
    box: Box | None
    cell: str | None = field(default=None, metadata=ABSENT)
    line: int | None = field(default=None, metadata=ABSENT)
    confidence: Number
    role: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    file: str
    sha256: str
    kind: FileKind
    types: tuple[str, ...]
    facts: tuple[FactRecord, ...]
    phash: str | None
    """16 hexadecimal digits"""
    sketch: str = field(default="", metadata=ABSENT)
    """Base64, as `marks`"""
    marks: str = field(default="", metadata=ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPiece:
    """A piece of evidence with what decides what it adds."""

    piece: str
    file: str
    standing: str
    support: str
    key: str
    value: Fraction | None
    joint: str
    rank: int
    measures: tuple[str, ...]
    why: str
    facts: tuple[FactRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenCell:
    """What one cell took in."""

    measures: Mapping[str, tuple[Fraction | None, Fraction | None, Fraction | None]]
    """low, proposed and high of each"""
    open_to_max: bool
    evidence: tuple[TakenPiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesNamed:
    id: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    schema: Literal["verifier/evidence@1"]
    rules: RulesNamed
    school: str | None
    year: int | None
    papers: tuple[PaperRecord, ...]
    cells: Mapping[str, TakenCell]
    """by the cell's id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRecord:
    """A row of a table or a paragraph."""

    at: str
    """its number in the sheet or text; '' of what has none"""
    cells: tuple[str, ...]
    left: int = 0
    """rows that are left out before it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRecord:
    name: str
    """the sheet, or the number of the page; '' of what has no parts"""
    rows: tuple[RowRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRecord:
    """A line of `pages/texts.json`: what a paper without page pictures says around what is cited."""

    file: str
    parts: tuple[SectionRecord, ...]
