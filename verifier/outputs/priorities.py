"""What to do first: of each cell what a school can do, and what that brings, by the points of the total."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from verifier.model import SEVERITY_ORDER, WITHHOLD_NOTHING, CellRecord, FlagRecord, ResultRecord, Severity
from verifier.outputs.points import is_beyond
from verifier.outputs.wording import exact

NEXT_TIER = ("below-threshold", "no-evidence", "partial-evidence")
"""codes of flags that say what the cell's next step says, with its points"""


@dataclass(frozen=True, slots=True)
class Priority:
    cell: CellRecord
    severity: Severity
    action: str
    """Chinese: what to do"""
    change: Decimal
    """of the cell's points: what doing it brings, or below 0 what the open question may cost"""
    is_most: bool
    """the points are those of all open questions of the cell, each answered well"""
    weight: Decimal
    """of the cell's points in the total"""
    others: int
    """further open flags of the cell"""

    @property
    def stake(self) -> Decimal:
        """Points of the total."""
        return abs(self.change) * self.weight


def stakes(result: ResultRecord) -> dict[str, Decimal]:
    """For each cell with an open flag (gap or review) the points of the total that hang on it."""
    weights = {group.id: exact(group.weight) for group in result.groups}
    return {
        cell.id: _own_points(cell) * weights.get(cell.group, Decimal(0))
        for cell in result.indicators
        if open_flags(cell)
    }


def priorities(result: ResultRecord, bureau: Collection[str] = ()) -> tuple[Priority, ...]:
    """What a school can do, one entry a cell, what brings most first, then in the order of the form.

    `bureau`: codes of flags about which a school is not asked, as cells are not that the bureau's systems decide.
    """
    weights = {group.id: exact(group.weight) for group in result.groups}
    beyond = {group.id for group in result.groups if is_beyond(result, group)}
    found = []
    for cell in result.indicators:
        weight = weights.get(cell.group, Decimal(0))
        entry = None if cell.bureau or cell.decided else _priority(cell, weight, result.year, bureau)
        if entry is not None and (entry.change < 0 or cell.group not in beyond):
            found.append(entry)
    return tuple(sorted(found, key=lambda entry: -entry.stake))


def of_the_bureau(result: ResultRecord, bureau: Collection[str] = ()) -> tuple[CellRecord, ...]:
    """The open cells in which nothing is left to the school."""
    own = {entry.cell.id for entry in priorities(result, bureau)}
    return tuple(cell for cell in result.indicators if cell.id not in own and cell.status != "ready")


def _priority(cell: CellRecord, weight: Decimal, year: int | None, bureau: Collection[str]) -> Priority | None:
    """Clearing the open questions, or what brings the next points: whatever brings more."""
    every = open_flags(cell)
    known = NEXT_TIER if cell.next else ()
    asked = [flag for flag in every if flag.code not in bureau and flag.code not in known]
    holding = [flag for flag in asked if flag.code not in WITHHOLD_NOTHING]
    rise = exact(cell.high) - exact(cell.proposed)
    gain = exact(cell.next.points) - exact(cell.proposed) if cell.next else Decimal(0)
    if holding and rise > 0 and rise >= gain:
        flag = min(holding, key=lambda flag: flag.severity == "gap")
        return _of_flag(cell, flag, rise, weight, year)
    if cell.next and gain > 0:
        others = sum(flag.code not in NEXT_TIER for flag in every)
        return Priority(cell, "gap", in_year(cell.next.text, year), gain, False, weight, others)
    if asked:
        return _of_flag(cell, asked[0], _without_step(cell, asked[0]), weight, year)
    return None


def _without_step(cell: CellRecord, flag: FlagRecord) -> Decimal:
    """What a flag may bring or cost where nothing tells the cell's next step."""
    low, proposed, missing = exact(cell.low), exact(cell.proposed), exact(cell.max) - exact(cell.proposed)
    if flag.severity != "gap":
        return low - proposed
    return missing if flag.points_at_stake is None else min(exact(flag.points_at_stake), missing)


def _of_flag(cell: CellRecord, flag: FlagRecord, change: Decimal, weight: Decimal, year: int | None) -> Priority:
    action = in_year(flag.remedy or flag.message.rstrip("。"), year)
    return Priority(cell, flag.severity, action, change, change > 0, weight, len(open_flags(cell)) - 1)


def in_year(text: str, year: int | None) -> str:
    return text.replace("考核年度", f"{year}年") if year else text


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
