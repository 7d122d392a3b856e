"""A school's points year after year, and what it never sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.model import CellRecord, Number, PastRun, ResultRecord

_NO_PAPERS = "no-evidence"


@dataclass(frozen=True, slots=True)
class TrendRow:
    year: int | None
    rules: str
    """id of the rule set; '' where it is the one of this year"""
    total: Number | None
    groups: tuple[Number | None, ...]
    """points of each group of this year, None where that year's rule set had none of this name"""


@dataclass(frozen=True, slots=True)
class Trend:
    rows: tuple[TrendRow, ...]
    """the oldest first, this year last"""
    never_sent: tuple[CellRecord, ...]
    """cells for which there were no papers in any of the years, under one rule set"""


def trend(result: ResultRecord, before: Sequence[PastRun]) -> Trend | None:
    """This year after the earlier ones, None where none is known."""
    if not before:
        return None
    past = [
        TrendRow(run.year, "" if run.rules == result.rules.id else run.rules or "", run.proposed, _groups(result, run))
        for run in before
    ]
    own = TrendRow(result.year, "", result.total.proposed, tuple(group.proposed for group in result.groups))
    alike = [run for run in before if run.rules == result.rules.id]
    never = [cell for cell in result.indicators if alike and _is_empty(cell)]
    return Trend((*past, own), tuple(cell for cell in never if all(cell.id in run.without_papers for run in alike)))


def _groups(result: ResultRecord, run: PastRun) -> tuple[Number | None, ...]:
    points = {(group.id, group.name): group.proposed for group in run.groups}
    return tuple(points.get((group.id, group.name)) for group in result.groups)


def _is_empty(cell: CellRecord) -> bool:
    return any(flag.code == _NO_PAPERS for flag in cell.flags)
