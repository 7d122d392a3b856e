"""A result in a few lines, for lists of many: what it comes to with the decisions on it, and what is undecided.

`outline.json` keeps it beside the result, with hashes of all that it follows from: one that follows from anything else
is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from verifier import __version__
from verifier.decisions import CellState, applied_states, cell_states
from verifier.files import write_whole
from verifier.files.manifest import noting
from verifier.files.output_folder import EVIDENCE, OUTLINE, RESULT
from verifier.model import (
    CellRecord,
    Decision,
    DecisionLog,
    EvidenceRecord,
    Number,
    ResultRecord,
    RuleSet,
    Seen,
    SpreadRecord,
)
from verifier.outputs.points import award_told, grade_told
from verifier.outputs.urgency import Urgency, first_open, open_points, urgency

OUTLINE_SCHEMA: Final = "verifier/outline@1"


@dataclass(frozen=True, slots=True)
class Undecided:
    """A cell that nobody decided."""

    cell: str
    points: Decimal
    """of the total, that it may gain or lose"""
    asked: bool
    stale: bool
    """there are decisions on it that were made on what is different now"""


@dataclass(frozen=True, slots=True)
class Outline:
    school: str | None
    year: int | None
    proposed: SpreadRecord
    """the total without decisions, as `total`, `grade` and `award` are with them"""
    total: Number
    grade: str
    """as people read it, as `award`"""
    award: str
    urgency: Urgency
    cells: int
    undecided: tuple[Undecided, ...]
    next: str
    """the undecided cell on which most points of the total hang; '' where none does"""
    unquestioned: int
    without_papers: int
    """cells that get 0 points since nothing was sent for them"""
    stale: int
    """decisions, see `stale_of`"""
    damaged: bool
    """the log is"""

    @property
    def decided(self) -> int:
        return self.cells - len(self.undecided)


@dataclass(frozen=True, slots=True)
class Sources:
    """All that an outline follows from."""

    program: str
    """its version"""
    result: str
    """SHA-256 of the file, as of `evidence`"""
    evidence: str
    rules: str
    """SHA-256 of the rule set by which it is counted again"""
    decisions: str
    """hash of the last line of the log"""
    damaged: bool


@dataclass(frozen=True, slots=True)
class Kept:
    schema: Literal["verifier/outline@1"]
    rules: str
    """id of the rule set that the result names"""
    sources: Sources
    outline: Outline


_KEPT = TypeAdapter(Kept)


def outline_of(result: ResultRecord, states: Mapping[str, CellState], log: DecisionLog) -> Outline:
    """Of a result to which the decisions are applied."""
    assert result.decided is not None
    undecided = open_points(result)
    return Outline(
        school=result.school.name,
        year=result.year,
        proposed=result.total,
        total=result.decided.total,
        grade=grade_told(result),
        award=award_told(result),
        urgency=urgency(result),
        cells=len(result.indicators),
        undecided=tuple(
            Undecided(cell, points, bool(states[cell].asked), bool(states[cell].stale))
            for cell, points in undecided.items()
        ),
        next=first_open(result),
        unquestioned=len(unquestioned_of(result, states)),
        without_papers=len(without_papers_of(result, states)),
        stale=len(stale_of(states)),
        damaged=log.damage is not None,
    )


def unquestioned_of(result: ResultRecord, states: Mapping[str, CellState]) -> tuple[str, ...]:
    """The cells without a question on which nobody said anything."""
    return tuple(
        cell.id for cell in result.indicators if cell.status == "ready" and _is_untouched(cell, states[cell.id])
    )


def without_papers_of(result: ResultRecord, states: Mapping[str, CellState]) -> tuple[str, ...]:
    """The cells for which nothing was sent, and no more than 0 points can come of it, on which nobody said anything."""
    return tuple(
        cell.id
        for cell in result.indicators
        if not (cell.evidence or cell.high or cell.status == "ready") and _is_untouched(cell, states[cell.id])
    )


def _is_untouched(cell: CellRecord, state: CellState) -> bool:
    return not state.live and not state.stale and state.computed == Fraction(str(cell.proposed))


def stale_of(states: Mapping[str, CellState]) -> tuple[Decision, ...]:
    """The decisions that were made on what is different now, in cells that nobody decided since."""
    return tuple(each for state in states.values() if state.decided is None for each in state.stale)


# --- beside the result --------------------------------------------------------------------------------------------


def digests_of(folder: Path) -> tuple[str, str]:
    """Of `result.json` and `evidence.json`. Raises OSError."""
    return _digest(folder / RESULT), _digest(folder / EVIDENCE)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sources_of(digests: tuple[str, str], rules: str, log: DecisionLog) -> Sources:
    """`rules`: hash of the rule set."""
    return Sources(__version__, *digests, rules, log.head, log.damage is not None)


def read_outline(folder: Path) -> Kept | None:
    """What is kept in an output folder; None where nothing is that this version reads."""
    try:
        return _KEPT.validate_json((folder / OUTLINE).read_bytes(), strict=True)
    except (OSError, ValidationError):
        return None


def write_outline(outline: Outline, rules: str, sources: Sources, folder: Path) -> None:
    """Raises WriteError. `rules`: the id of the rule set that the result names."""
    with noting(folder, [OUTLINE]):
        _write(outline, rules, sources, folder)


def _write(outline: Outline, rules: str, sources: Sources, folder: Path) -> None:
    write_whole(folder / OUTLINE, _KEPT.dump_json(Kept(OUTLINE_SCHEMA, rules, sources, outline)))


def write_first(result: ResultRecord, evidence: EvidenceRecord, rules: RuleSet, folder: Path) -> None:
    """Of a result that is being built in a folder and that nobody has decided on. Raises WriteError."""
    log = DecisionLog()
    states = cell_states(result, evidence, log.decisions, rules, Seen("", {}, {}, {}))
    outline = outline_of(applied_states(result, states, rules, log.decisions), states, log)
    _write(outline, result.rules.id, sources_of(digests_of(folder), rules.sha256, log), folder)
