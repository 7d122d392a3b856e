"""What `result.json` says: a field a key, in the order of the keys.

A field named as a word of Python bears a trailing `_`. One that is `ABSENT` is left out of the JSON while it has no
value. A file that lacks a key which has a default is read all the same, and keys that are unknown are passed over:
other programs, and later versions of this one, may add to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from verifier.model.decisions import AskedRecord, DecidedRecord, DecidedTotalRecord
from verifier.model.papers import Box, FileKind, FileStatus, Number, Severity

RESULT_SCHEMA: Final = "verifier/result@1"

KEYS: Any = {"alias_generator": lambda name: name.rstrip("_")}
"""for the reader: how the key of a field is called"""

ABSENT: Mapping[str, str] = {"absent": ""}
"""for the writer: the key is left out while the field has its default"""
ABSENT_WITHOUT_FILE: Mapping[str, str] = {"absent": "file"}
"""… while `file` has its default"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolRecord:
    name: str | None
    found_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRecord:
    __pydantic_config__ = KEYS

    from_: str
    to: str
    """both included, ISO 8601"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesRecord:
    id: str
    title: str
    valid_to: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    path: str
    """without the personal data in it"""
    sha256: str
    kind: FileKind
    status: FileStatus
    reason: str | None
    pages: int
    indicators: tuple[str, ...]
    document_type: str | None
    document_name: str = field(default="", metadata=ABSENT)
    """Chinese: what the paper is called; papers of one type may have several names"""
    out_of_reach: bool = field(default=False, metadata=ABSENT)
    """it could not be opened when the bundle was checked: it is tried again the next time"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRecord:
    id: str
    text: str
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRecord:
    """One thing that stands on a page as evidence; several may be one piece, which counts or not as a whole."""

    file: str
    page: int | None
    box: Box | None
    cell: str | None = field(default=None, metadata=ABSENT)
    """of a sheet: Sheet1!B7"""
    line: int | None = field(default=None, metadata=ABSENT)
    """of a text: the paragraph"""
    fact: str
    value: object
    """JSON: a text, a number, a list or what a table of people has"""
    text: str
    confidence: Number
    counted: bool
    standing: str = ""
    support: str = ""
    why: str = ""
    piece: str = ""
    """as decisions call it"""
    corrected: bool = field(default=False, metadata=ABSENT)
    """a line there was misread, and stands as a reviewer says"""
    turned: bool = field(default=False, metadata=ABSENT)
    """a reviewer excluded or included it, as `why` says; as `CellRecord.decided`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRecord:
    code: str
    severity: Severity
    message: str
    file: str | None = field(default=None, metadata=ABSENT)
    page: int | None = field(default=None, metadata=ABSENT_WITHOUT_FILE)
    cell: str | None = field(default=None, metadata=ABSENT)
    line: int | None = field(default=None, metadata=ABSENT)
    points_at_stake: Number | None = field(default=None, metadata=ABSENT)
    remedy: str = field(default="", metadata=ABSENT)
    number: str = field(default="", metadata=ABSENT)
    """by which a school and the bureau call the question (`question_number`); '' for a note"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRecord:
    """A total that the papers count or state, and what a rate would be of it."""

    base: str
    denominator: Number
    value: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRecord:
    """The value of a rate from which on it earns these points."""

    value: Number
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """The nearest better points of a rate, and what is missing to them."""

    points: Number
    value: Number
    people: int
    alone: bool
    reached: Number | None = None
    """the rate with so many more"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRecord:
    """What would bring a cell better points under the usual reading, and which."""

    points: Number
    text: str
    more: Mapping[str, Number] = field(default_factory=dict, metadata=ABSENT)
    """measure → how many more of what it counts; of a rate how many people"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows stand above and below the line of a rate, above it alone, below it alone, nowhere."""

    both: int
    numerator: int
    denominator: int
    out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRecord:
    why: str
    rows: int
    places: tuple[str, ...] = field(default=(), metadata=ABSENT)
    """the first of a rate's"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRecord:
    id: str
    name: str
    numerator: Number | None
    denominator: Number | None
    base: str
    candidates: tuple[CandidateRecord, ...] = ()
    is_share: bool
    value: Number | None
    marks: tuple[MarkRecord, ...]
    next: StepRecord | None
    rows: RowCounts
    left_out: tuple[LeftOutRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRecord:
    id: str
    group: str
    name: str
    max: Number
    low: Number
    proposed: Number
    high: Number
    status: str
    self_score: Number | None = None
    facts: Mapping[str, Number | Mapping[str, Number]]
    readings: tuple[ReadingRecord, ...]
    evidence: tuple[PieceRecord, ...]
    flags: tuple[FlagRecord, ...]
    rates: tuple[RateRecord, ...] = ()
    next: NextRecord | None = field(default=None, metadata=ABSENT)
    bureau: bool = field(default=False, metadata=ABSENT)
    """the bureau's own systems decide it"""
    clause: str
    clause_text: str = ""
    requirement: str = ""
    decided: DecidedRecord | None = field(default=None, metadata=ABSENT)
    """only of a result to which decisions were applied; such a one is shown and not written"""
    asked: tuple[AskedRecord, ...] = field(default=(), metadata=ABSENT)
    """as `decided`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRecord:
    low: Number
    proposed: Number
    high: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRecord:
    id: str
    name: str
    weight: Number
    low: Number
    proposed: Number
    high: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRecord:
    proposed: str
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRecord:
    """In yuan."""

    proposed: int
    possible: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRecord:
    id: str
    cite: str
    text: str
    indicator: str
    state: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRecord:
    header: str
    field: str
    name: str
    confidence: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRecord:
    """What a table of people was taken for."""

    file: str
    page: int | None
    box: Box | None
    cell: str | None = field(default=None, metadata=ABSENT)
    line: int | None = field(default=None, metadata=ABSENT)
    title: str
    taken_for: str
    told_by: str
    joined: str
    columns: tuple[ColumnRecord, ...]
    unknown_headers: tuple[str, ...]
    rows: int
    left_out: tuple[LeftOutRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """A reviewer's correction of a line that was misread, and what became of it."""

    decision: str
    """hash of its line in the log"""
    state: str
    """applied, changed, gone or unknown"""
    file: str | None
    page: int | None
    box: Box | None
    reading: str
    """what was read"""
    text: str
    reason: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRecord:
    schema: Literal["verifier/result@1"]
    school: SchoolRecord
    year: int | None
    period: PeriodRecord | None
    rules: RulesRecord
    files: tuple[FileRecord, ...]
    indicators: tuple[CellRecord, ...]
    groups: tuple[GroupRecord, ...]
    total: SpreadRecord
    grade: GradeRecord
    award_yuan: AwardRecord
    flags: tuple[FlagRecord, ...]
    notices: tuple[str, ...] = field(default=(), metadata=ABSENT)
    """Chinese: what has to be known before any points, such as that nothing was in the bundle"""
    station: tuple[StandardRecord, ...] = ()
    rosters: tuple[RosterRecord, ...] = ()
    bureau_data: tuple[FileRecord, ...] = field(default=(), metadata=ABSENT)
    """papers that the bureau holds (`--bureau-data`), beside those of the bundle"""
    corrections: tuple[CorrectionRecord, ...] = field(default=(), metadata=ABSENT)
    """all that stood when the bundle was checked"""
    engine: Mapping[str, object]
    unmasked: bool = field(default=False, metadata=ABSENT)
    """personal data stands in it as in the papers (`--show-pii`)"""
    decided: DecidedTotalRecord | None = field(default=None, metadata=ABSENT)
    """only of a result to which decisions were applied; such a one is shown and not written"""
    decisions: str = field(default="", metadata=ABSENT)
    """Chinese: of such a one how many lines the log had, and the last; kept in the forms, so that lost lines show"""

    @property
    def every_flag(self) -> tuple[FlagRecord, ...]:
        """Those of the bundle, then those of the cells."""
        return (*self.flags, *(flag for cell in self.indicators for flag in cell.flags))
