"""What to fix first: the cells with open flags, by the points of the total that hang on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from verifier.outputs.wording import exact

ORDER = {"gap": 0, "review": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Priority:
    cell: Mapping[str, Any]
    """the indicator of the record"""
    flag: Mapping[str, Any]
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


def stakes(result: Mapping[str, Any]) -> dict[str, Decimal]:
    """For each cell with an open flag (gap or review) the points of the total that hang on it."""
    weights = {group["id"]: exact(group["weight"]) for group in result["groups"]}
    return {
        cell["id"]: _own_points(cell) * weights.get(cell["group"], Decimal(0))
        for cell in result["indicators"]
        if open_flags(cell)
    }


def priorities(result: Mapping[str, Any]) -> tuple[Priority, ...]:
    """One entry a cell with an open flag, most points first, then in the order of the form."""
    points = stakes(result)
    weights = {group["id"]: exact(group["weight"]) for group in result["groups"]}
    found = []
    for cell in result["indicators"]:
        if flags := open_flags(cell):
            action, change = _action(flags[0], result.get("year")), _change(cell, flags[0])
            weight = weights.get(cell["group"], Decimal(0))
            found.append(Priority(cell, flags[0], points[cell["id"]], action, change, weight, len(flags) - 1))
    return tuple(sorted(found, key=lambda entry: -entry.stake))


def _action(flag: Mapping[str, Any], year: int | None) -> str:
    """The remedy with the year in it, else the whole message."""
    remedy: str = flag.get("remedy") or flag["message"].rstrip("。")
    return remedy.replace("考核年度", f"{year}年") if year else remedy


def _change(cell: Mapping[str, Any], flag: Mapping[str, Any]) -> Decimal:
    low, proposed, high = exact(cell["low"]), exact(cell["proposed"]), exact(cell["high"])
    if flag["severity"] == "gap":
        missing = exact(cell["max"]) - proposed
        told = flag.get("points_at_stake")
        return missing if told is None else min(exact(told), missing)
    return high - proposed if high > proposed else low - proposed


def open_flags(cell: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The flags of a cell that ask for something, those with most points first, gaps before reviews."""
    flags = [flag for flag in cell.get("flags") or () if flag["severity"] != "note"]
    return sorted(flags, key=lambda flag: (-exact(flag.get("points_at_stake")), ORDER.get(flag["severity"], 3)))


def by_severity(flags: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(flags, key=lambda flag: ORDER.get(flag["severity"], 3))


def _own_points(cell: Mapping[str, Any]) -> Decimal:
    """Points of the cell: what its flags say, else the way up to the maximum or down to `low`."""
    told = [exact(flag["points_at_stake"]) for flag in open_flags(cell) if flag.get("points_at_stake") is not None]
    low, proposed, most = exact(cell["low"]), exact(cell["proposed"]), exact(cell["max"])
    return min(max(told), most) if told else max(most - proposed, proposed - low)
