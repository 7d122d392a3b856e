"""What to fix first: the cells with open flags, by the points of the total that hang on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from verifier.model import SEVERITY_ORDER, CellRecord, FlagRecord, ResultRecord
from verifier.outputs.wording import exact


@dataclass(frozen=True, slots=True)
class Priority:
    cell: CellRecord
    flag: FlagRecord
    """the flag that most points hang on"""
    stake: Decimal
    """points of the total"""
    action: str
    """Chinese: what to do about the flag"""
    change: Decimal
    """of the cell's points: what doing it may bring, or below 0 what the open question may cost"""
    weight: Decimal
    """of the cell's points in the total"""
    others: int
    """further open flags of the cell"""


def stakes(result: ResultRecord) -> dict[str, Decimal]:
    """For each cell with an open flag (gap or review) the points of the total that hang on it."""
    weights = {group.id: exact(group.weight) for group in result.groups}
    return {
        cell.id: _own_points(cell) * weights.get(cell.group, Decimal(0))
        for cell in result.indicators
        if open_flags(cell)
    }


def priorities(result: ResultRecord) -> tuple[Priority, ...]:
    """One entry a cell with an open flag, most points first, then in the order of the form."""
    points = stakes(result)
    weights = {group.id: exact(group.weight) for group in result.groups}
    found = []
    for cell in result.indicators:
        if flags := open_flags(cell):
            action, change = _action(flags[0], result.year), _change(cell, flags[0])
            weight = weights.get(cell.group, Decimal(0))
            found.append(Priority(cell, flags[0], points[cell.id], action, change, weight, len(flags) - 1))
    return tuple(sorted(found, key=lambda entry: -entry.stake))


def _action(flag: FlagRecord, year: int | None) -> str:
    """The remedy with the year in it, else the whole message."""
    remedy = flag.remedy or flag.message.rstrip("。")
    return remedy.replace("考核年度", f"{year}年") if year else remedy


def _change(cell: CellRecord, flag: FlagRecord) -> Decimal:
    low, proposed, high = exact(cell.low), exact(cell.proposed), exact(cell.high)
    if flag.severity == "gap":
        missing = exact(cell.max) - proposed
        return missing if flag.points_at_stake is None else min(exact(flag.points_at_stake), missing)
    return high - proposed if high > proposed else low - proposed


def open_flags(cell: CellRecord) -> list[FlagRecord]:
    """The flags of a cell that ask for something, those with most points first, gaps before reviews."""
    flags = [flag for flag in cell.flags if flag.severity != "note"]
    return sorted(flags, key=lambda flag: (-exact(flag.points_at_stake), SEVERITY_ORDER[flag.severity]))


def by_severity(flags: Iterable[FlagRecord]) -> list[FlagRecord]:
    return sorted(flags, key=lambda flag: SEVERITY_ORDER[flag.severity])


def _own_points(cell: CellRecord) -> Decimal:
    """Points of the cell: what its flags say, else the way up to the maximum or down to `low`."""
    told = [exact(flag.points_at_stake) for flag in open_flags(cell) if flag.points_at_stake is not None]
    low, proposed, most = exact(cell.low), exact(cell.proposed), exact(cell.max)
    return min(max(told), most) if told else max(most - proposed, proposed - low)
