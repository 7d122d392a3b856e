"""A cell counted again from `evidence.json`, without what a reviewer excludes and with what one includes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from verifier.model import (
    Indicator,
    InternsTaking,
    ItemsTaking,
    LedgerTaking,
    PhotosTaking,
    PlatformTaking,
    PostsTaking,
    PresenceTaking,
    PublicFairTaking,
    RetentionTaking,
    RosterTaking,
    StaffTaking,
    StatedNumberTaking,
    StatedSizeTaking,
    SurveyTaking,
    TakenCell,
    TakenPiece,
    Taking,
    TitledPartsTaking,
    TrainingTaking,
    YearlyPaperTaking,
    measure_of,
    measures_of,
)
from verifier.score import points

Measures = dict[str, Fraction | None]

FOUND = "found"
"""the measure of cells where one paper is enough"""


def recounted(cell: Indicator, measures: Measures | None, reading: str = "") -> Fraction | None:
    """The points of a cell with these measures under a reading ('': the default one); None when they are not known."""
    if measures is None:
        return None
    rule = next((each for each in cell.readings if each.id == reading), cell.readings[0])
    return points(rule, measures) if measures else Fraction(0)


def measures_without(
    cell: Indicator, taken: TakenCell, excluded: frozenset[str], included: frozenset[str]
) -> Measures | None:
    """What a cell counts without some pieces and with others; {} when none is left, None when the rest can't tell."""
    pieces = [each for each in taken.evidence if each.piece not in excluded]
    counted = [each for each in pieces if _counts(each) or each.piece in included]
    measures = _measures(cell, taken, counted) if pieces else {}
    return {} if measures is None and not counted else measures


def _measures(cell: Indicator, taken: TakenCell, counted: Sequence[TakenPiece]) -> Measures | None:
    """The measures of a cell when these pieces count; None when the pieces don't tell them."""
    before = {name: proposed for name, (_, proposed, _) in taken.measures.items()}
    if counted == [each for each in taken.evidence if _counts(each)]:
        return before
    takes, first = cell.takes, FIRST.get(type(cell.takes))
    if first is None or not all(_tells(each, takes) for each in counted):
        return None
    further = {name for each in taken.evidence for name in each.measures}
    return before | {measures_of(takes)[0]: first(counted)} | _further(further, counted)


def _further(names: set[str], counted: Sequence[TakenPiece]) -> Measures:
    return {name: _many([each for each in counted if name in each.measures]) for name in names}


def _counts(piece: TakenPiece) -> bool:
    return piece.standing in ("firm", "counted")


def _tells(piece: TakenPiece, takes: Taking) -> bool:
    """Whether a piece says what it adds: a paper known by its name alone tells no number."""
    if isinstance(takes, StatedSizeTaking | StatedNumberTaking):
        return piece.value is not None
    return bool(piece.facts) or measure_of(takes) in ("", FOUND)


def _many(counted: Sequence[TakenPiece]) -> Fraction:
    """How many there are, what is counted together once."""
    return Fraction(len({each.joint or each.key or each.file for each in counted}))


def _largest(counted: Sequence[TakenPiece]) -> Fraction | None:
    """The largest size of the papers that decide."""
    best = min((piece.rank for piece in counted), default=0)
    return max((piece.value for piece in counted if piece.rank == best and piece.value is not None), default=None)


def _stated(counted: Sequence[TakenPiece]) -> Fraction | None:
    """The number of the first paper of those that decide."""
    return next((piece.value for piece in sorted(counted, key=lambda piece: piece.rank)), None)


FIRST: Mapping[type, Callable[[Sequence[TakenPiece]], Fraction | None] | None] = {
    StatedSizeTaking: _largest,
    StatedNumberTaking: _stated,
    PresenceTaking: _many,
    StaffTaking: _many,
    TitledPartsTaking: _many,
    YearlyPaperTaking: _many,
    LedgerTaking: _many,
    RosterTaking: _many,
    SurveyTaking: None,
    PostsTaking: _many,
    PhotosTaking: _many,
    InternsTaking: _many,
    PlatformTaking: None,
    RetentionTaking: None,
    PublicFairTaking: _many,
    TrainingTaking: None,
    ItemsTaking: _many,
}
"""how the pieces tell the first measure; None for a rate, which follows from rows that are not kept"""
