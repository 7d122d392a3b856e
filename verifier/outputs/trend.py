"""A school's points year after year: what got better, what got worse, what it never sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verifier.model import CellRecord, Number, PastPoints, PastRun, ResultRecord
from verifier.outputs.wording import exact

_NO_PAPERS = "no-evidence"
Points = Number | None
"""None where that year's rule set had nothing of this id and name"""


@dataclass(frozen=True, slots=True)
class TrendRow:
    year: int | None
    rules: str
    """id of the rule set; '' where it is the one of this year"""
    total: Number | None
    groups: tuple[Points, ...]
    """points of each group of this year"""


@dataclass(frozen=True, slots=True)
class CellTrend:
    cell: CellRecord
    points: tuple[Points, ...]
    """of each year, the oldest first, this year last"""

    @property
    def change(self) -> Decimal:
        """What this year has more than the one before; 0 where one of them is not known."""
        last, own = (self.points[-2], self.points[-1])
        return Decimal(0) if last is None or own is None else exact(own) - exact(last)

    @property
    def heights(self) -> tuple[Decimal | None, ...]:
        """Of the bars, as shares of the most that the cell gives."""
        most = exact(self.cell.max) or Decimal(1)
        return tuple(None if each is None else min(exact(each) / most, Decimal(1)) for each in self.points)


@dataclass(frozen=True, slots=True)
class Trend:
    rows: tuple[TrendRow, ...]
    """the oldest first, this year last"""
    cells: tuple[CellTrend, ...]
    """those of which an earlier year is known"""
    never_sent: tuple[CellRecord, ...]
    """cells for which there were no papers in any of the years, under one rule set"""

    @property
    def better(self) -> tuple[CellTrend, ...]:
        """Than the year before, the most first."""
        return tuple(sorted((each for each in self.cells if each.change > 0), key=lambda each: -each.change))

    @property
    def worse(self) -> tuple[CellTrend, ...]:
        """Than the year before, the most first."""
        return tuple(sorted((each for each in self.cells if each.change < 0), key=lambda each: each.change))


def trend(result: ResultRecord, before: Sequence[PastRun]) -> Trend | None:
    """This year after the earlier ones, None where none is known."""
    if not before:
        return None
    past = [TrendRow(run.year, _other_rules(result, run), run.proposed, _groups(result, run)) for run in before]
    own = TrendRow(result.year, "", result.total.proposed, tuple(group.proposed for group in result.groups))
    alike = [run for run in before if run.rules == result.rules.id]
    never = [cell for cell in result.indicators if alike and _is_empty(cell)]
    return Trend(
        (*past, own),
        tuple(_cells(result, before)),
        tuple(cell for cell in never if all(cell.id in run.without_papers for run in alike)),
    )


def _other_rules(result: ResultRecord, run: PastRun) -> str:
    return "" if run.rules == result.rules.id else run.rules or ""


def _groups(result: ResultRecord, run: PastRun) -> tuple[Points, ...]:
    points = _by_name(run.groups)
    return tuple(points.get((group.id, group.name)) for group in result.groups)


def _cells(result: ResultRecord, before: Sequence[PastRun]) -> Iterator[CellTrend]:
    years = [_by_name(run.cells) for run in before]
    for cell in result.indicators:
        past = tuple(points.get((cell.id, cell.name)) for points in years)
        if any(each is not None for each in past):
            yield CellTrend(cell, (*past, cell.proposed))


def _by_name(points: Sequence[PastPoints]) -> dict[tuple[str, str], Number]:
    return {(each.id, each.name): each.proposed for each in points}


def _is_empty(cell: CellRecord) -> bool:
    return any(flag.code == _NO_PAPERS for flag in cell.flags)
