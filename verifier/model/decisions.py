"""What reviewers decide, and what `result.json` says of it in the end; the record of a check holds none of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from verifier.model.papers import Box, Number

QuestionKind = Literal["asked", "answered", "settled", "given-up"]
"""what became of a question: a gap or a doubt that a check found, or what a reviewer asks (`ask`)"""
QUESTION_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
DecisionKind = Literal[
    "accept",
    "points",
    "exclude",
    "include",
    "reading",
    "ask",
    "undo",
    "show",
    "correct",
    "grade",
    "award",
    "sign",
    QuestionKind,
]
"""show: no decision, but that a reviewer had personal data shown; it is about no cell · correct: what stands in a line
that was misread; it is about all cells that take in the paper, and holds from the next check on ·
grade, award: which one a total leads to where the clauses leave two possible; it is about no cell, and holds as long
as the total is the same · those of questions are about no cell: what became of one is no opinion on points ·
sign: that a second person stands by all that was decided before; it is about no cell, and no decision"""


def whole(file: str) -> str:
    """What a decision on all pieces of a file is about; a single piece is called `file` or `file#2`."""
    return f"{file}#*"


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands in a line that was misread. It is of any paper that shows this picture, whatever its name."""

    sha256: str
    """of the file"""
    page: int
    box: Box
    reading: str
    """what was read, masked"""
    text: str
    """what stands there, masked; rows of stars that the reading has too stand for what was read there"""
    kept: str = ""
    """what this machine keeps the text under, where masking took something out of it"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one reviewer about one cell, or what else a reviewer answers for."""

    kind: DecisionKind
    indicator: str
    target: str
    """exclude, include: the piece of evidence, or all of a file · reading: its id · undo: `line` of that decision ·
    correct: the file, as the result that was seen calls it · grade: the grade · award: in yuan ·
    sign: `line` of the last line that was seen ·
    of questions: the number"""
    points: Fraction | None
    """accept, points: what the cell earns · exclude, include, reading: what followed; None when that is not known ·
    grade, award: the total"""
    reason: str
    """asked: the question · answered: what the school says"""
    reviewer: str
    time: str
    """ISO 8601 with the offset"""
    result: str
    """hash of the result that was seen"""
    seen: str = ""
    """hash of the cell, or of the piece of evidence, that was seen; '' in logs of earlier versions · asked:
    of the file that it is about, '' for none · answered: of each paper that came with it, a space between"""
    line: str = ""
    """hash of the line that holds it; '' before it is written"""
    correction: Correction | None = None
    """correct: of what, by what"""
    lot: str = ""
    """what decisions that were made at once have in common; '' for one that was made alone"""
    saw: tuple[tuple[str, str], ...] = ()
    """Chinese: what the cell showed then, name and value, so that a change of it can be told · answered: the
    papers that came with it"""


@dataclass(frozen=True, slots=True)
class StandingCorrection:
    """A correction that stands."""

    decision: Decision
    correction: Correction
    text: str | None
    """what was typed, whole; None where only the machine on which it was typed knows it"""


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a log of decisions stops to be what was written."""

    number: int
    """of the line, from 1"""
    what: str
    """Chinese"""
    missing: bool = False
    """what stands there is sound, but lines are gone that were saved"""


@dataclass(frozen=True, slots=True)
class DecisionLog:
    decisions: tuple[Decision, ...] = ()
    """those up to the first damaged line"""
    damage: Damage | None = None
    size: int = 0
    """bytes of their lines"""

    @property
    def told(self) -> str:
        """Chinese: how many lines it has, and the last; '' for an empty log."""
        return f"审核记录共{len(self.decisions)}条，末条 {self.head}" if self.decisions else ""

    @property
    def head(self) -> str:
        """Hash of the last line; '' for an empty log."""
        return self.decisions[-1].line if self.decisions else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A result as a reviewer sees it. What lies in other cells than the one decided makes no difference to it."""

    result: str
    """of the whole result"""
    cells: Mapping[str, str]
    """indicator → of what is decided: its row but for where totals are cited from, the school, the year and the files
    of its evidence"""
    whole_cells: Mapping[str, str]
    """as `cells`, of the whole row: what decisions of earlier versions are bound to"""
    pieces: Mapping[tuple[str, str], str]
    """indicator and piece, or all of a file → of that alone"""

    def of(self, indicator: str, piece: str = "") -> str:
        """Of a piece of evidence, else of the cell; '' when there is no such one."""
        return self.pieces.get((indicator, piece), "") if piece else self.cells.get(indicator, "")


# --- as result.json has it --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRecord:
    """How a reviewer settled a cell."""

    points: Number
    kind: str
    reason: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRecord:
    """What a reviewer asks the school."""

    text: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedGroupRecord:
    id: str
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenRecord:
    """What a reviewer chose where the clauses leave two grades or awards possible."""

    value: str
    reason: str
    reviewer: str
    at: str
    line: str
    """of the log"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenRecord:
    """That the clauses leave two grades or two awards possible at the total."""

    kind: str
    """grade or award"""
    values: tuple[str, ...]
    """the grades, or the awards in yuan, from the lowest"""
    cites: tuple[str, ...]
    """the clause of each"""
    chosen: ChosenRecord | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedTotalRecord:
    """What the total is with the decisions."""

    groups: tuple[DecidedGroupRecord, ...]
    total: Number
    grade: str
    award_yuan: int
    possible: tuple[str, ...]
    """grades that may still come out, as cells that nobody decided come out; one: it is settled"""
    possible_yuan: tuple[int, ...]
    """awards, as `possible`"""
    between: tuple[BetweenRecord, ...] = ()
    """what the clauses leave open at this total; until somebody chose, `grade` or `award_yuan` is the lower one"""
