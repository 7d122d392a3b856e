"""Which points stand in the forms: a reviewer's where there is a decision, else those that the tool proposes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from verifier.outputs.wording import exact


def points_of(cell: Mapping[str, Any]) -> Decimal:
    """The points of an indicator of the record."""
    return exact((cell.get("decided") or {}).get("points", cell["proposed"]))


def is_open(cell: Mapping[str, Any]) -> bool:
    """Whether the points may still change: nobody decided, and low and high differ."""
    return not cell.get("decided") and exact(cell["low"]) < exact(cell["high"])


def final_of(result: Mapping[str, Any], group: Mapping[str, Any]) -> Decimal:
    """What a group of the record adds to the total: its unrounded points × its weight."""
    cells = (points_of(cell) for cell in result["indicators"] if cell["group"] == group["id"])
    return sum(cells, Decimal(0)) * exact(group["weight"])


def total_of(result: Mapping[str, Any]) -> Decimal:
    decided = result.get("decided")
    return exact(decided["total"] if decided else result["total"]["proposed"])


def grade_of(result: Mapping[str, Any]) -> str:
    decided = result.get("decided")
    return str(decided["grade"] if decided else result["grade"]["proposed"])


def award_of(result: Mapping[str, Any]) -> Decimal:
    """In yuan."""
    decided = result.get("decided")
    return exact(decided["award_yuan"] if decided else result["award_yuan"]["proposed"])
