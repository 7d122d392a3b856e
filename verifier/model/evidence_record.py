"""What `evidence.json`, the indices in `pages/`, `summary.json` and a history say, conventions as in `record`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from verifier.model.papers import Box, FileKind, Number, Severity
from verifier.model.record import ABSENT, AwardRecord, GradeRecord, SpreadRecord

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


# --- pages, and many results ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A line of `pages/index.json`."""

    file: str
    page: int
    picture: str
    """name of the file beside the index"""
    width: int
    height: int
    """of the page picture to which boxes refer"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRecord:
    """A line that was read in a page picture."""

    box: Box
    text: str
    confidence: Number
    corrected: str = field(default="", metadata=ABSENT)
    """hash of the decision by which it says so"""
    read_as: str = field(default="", metadata=ABSENT)
    """what was read there"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinesRecord:
    """One page of `pages/lines.json`."""

    file: str
    page: int
    lines: tuple[LineRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFlag:
    code: str
    severity: Severity
    indicator: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRecord:
    """A line of `summary.json`: what became of one bundle."""

    name: str
    school: str | None
    year: int | None
    total: SpreadRecord
    grade: GradeRecord
    award_yuan: AwardRecord
    flags: tuple[SummaryFlag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRecord:
    """A line of `summary.json`: a bundle that could not be opened, and why."""

    name: str
    error: str


# --- what lasts of earlier runs ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PastPoints:
    """Of a group or a cell."""

    id: str
    name: str
    proposed: Number


@dataclass(frozen=True, slots=True)
class PastRun:
    """A bundle that was checked before: the points are those that the check gave, without reviewers' decisions."""

    school: str | None
    year: int | None
    name: str
    """of the bundle"""
    at: str
    """when it was checked, ISO 8601, UTC"""
    rules: str | None
    """id of the rule set; None, as all that follows, where evidence.json was all that lay there"""
    proposed: Number | None
    """the total"""
    grade: str | None
    groups: tuple[PastPoints, ...]
    without_papers: frozenset[str]
    """ids of the cells for which nothing was sent"""
    cells: tuple[PastPoints, ...] = ()
