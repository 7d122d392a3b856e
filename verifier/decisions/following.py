"""What a cell says once a reviewer counts it otherwise: its range, the flags of its points, its next step.

Flags of papers and people stay as they are: they say what was found.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.decisions.recount import Measures
from verifier.model import (
    SEVERITY_ORDER,
    CellRecord,
    Flag,
    FlagRecord,
    Indicator,
    NextRecord,
    NextStep,
    Number,
    RuleSet,
    Spread,
    TakenCell,
    measures_of,
    question_number,
)
from verifier.score import Rescored, rescored, tally_of


@dataclass(frozen=True, slots=True)
class Turned:
    """What a reviewer chose of a cell, and what it counts then."""

    excluded: Collection[str]
    """pieces, as `included`"""
    included: Collection[str]
    reading: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class Followed:
    spread: Spread
    flags: tuple[FlagRecord, ...]
    next: NextRecord | None


def followed(row: CellRecord, cell: Indicator, taken: TakenCell, turned: Turned, rules: RuleSet) -> Followed:
    """The cell under what was chosen. What only the whole check could tell stays: rates of people, unseen text."""
    before = rescored(cell, tally_of(cell, taken), rules)
    now = rescored(_read(cell, turned.reading), tally_of(cell, _taken(cell, taken, turned)), rules)
    spread, high = now.spread, Fraction(str(row.high))
    if high > before.spread.high:  # text that nobody sees could bring more
        spread = replace(spread, high=max(spread.high, high))
    next_ = row.next
    if _text(row.next) == _text(before.next):  # else it is of a rate, which is not kept
        next_ = _next(now.next) if now.next else None
    return Followed(spread, _flags(row, before, now), next_)


def _read(cell: Indicator, reading: str) -> Indicator:
    """The cell with the reading that was settled alone."""
    chosen = [replace(each, widens=True) for each in cell.readings if each.id == reading]
    return replace(cell, readings=tuple(chosen)) if chosen else cell


def _taken(cell: Indicator, taken: TakenCell, turned: Turned) -> TakenCell:
    standing = dict.fromkeys(turned.excluded, "out") | dict.fromkeys(turned.included, "firm")
    return replace(
        taken,
        measures={name: _moved(values, turned.measures, name, cell) for name, values in taken.measures.items()},
        evidence=tuple(replace(each, standing=standing.get(each.piece, each.standing)) for each in taken.evidence),
    )


_Values = tuple[Fraction | None, Fraction | None, Fraction | None]


def _moved(values: _Values, measures: Measures, name: str, cell: Indicator) -> _Values:
    """Low, proposed and high of a measure: what an exclusion takes away may have counted in each of them."""
    low, proposed, high = values
    counted = measures.get(name, proposed) if measures or name != measures_of(cell.takes)[0] else Fraction(0)
    if counted is None or proposed is None:
        return low, counted, high
    less = min(counted - proposed, Fraction(0))
    return (
        None if low is None else max(min(low + less, counted), Fraction(0)),
        counted,
        None if high is None else max(high + less, counted),
    )


def _flags(row: CellRecord, before: Rescored, now: Rescored) -> tuple[FlagRecord, ...]:
    """Those that follow from the points, made anew; where the check raised none, other flags said why, and do still."""
    was = {(flag.code, flag.message) for each in before.flags for flag in [_record(each, row.id)]}
    said = {(flag.code, flag.message) for flag in row.flags}
    kept = [flag for flag in row.flags if (flag.code, flag.message) not in was]
    unsaid = {code for code, _ in was - said}
    new = [_record(flag, row.id) for flag in now.flags if flag.code not in unsaid]
    return tuple(sorted((*kept, *new), key=_place_of))


def _place_of(flag: FlagRecord) -> tuple[int, str, str, str]:
    return SEVERITY_ORDER[flag.severity], flag.code, flag.file or "", flag.message


def _record(flag: Flag, cell: str) -> FlagRecord:
    return FlagRecord(
        code=flag.code,
        severity=flag.severity,
        message=f"{flag.message.rstrip('。')}。",
        points_at_stake=None if flag.points_at_stake is None else _number(flag.points_at_stake),
        remedy=flag.remedy,
        number="" if flag.severity == "note" else question_number(cell, flag.code),
    )


def _text(step: NextRecord | NextStep | None) -> str:
    """'' for none."""
    return step.text if step else ""


def _next(step: NextStep) -> NextRecord:
    more = {name: _number(value) for name, value in step.more.items()}
    return NextRecord(points=_number(step.points), text=step.text, more=more)


def _number(value: Fraction) -> Number:
    return int(value) if value.denominator == 1 else float(value)
