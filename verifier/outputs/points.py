"""Which points stand in the forms: a reviewer's where there is a decision, else those that the tool proposes."""

from __future__ import annotations

from decimal import Decimal

from verifier.model import CellRecord, GroupRecord, ResultRecord
from verifier.outputs.wording import exact


def points_of(cell: CellRecord) -> Decimal:
    return exact(cell.decided.points if cell.decided else cell.proposed)


def is_open(cell: CellRecord) -> bool:
    """Whether the points may still change: nobody decided, and low and high differ."""
    return not cell.decided and exact(cell.low) < exact(cell.high)


def final_of(result: ResultRecord, group: GroupRecord) -> Decimal:
    """What a group adds to the total: its unrounded points × its weight."""
    cells = (points_of(cell) for cell in result.indicators if cell.group == group.id)
    return sum(cells, Decimal(0)) * exact(group.weight)


def total_of(result: ResultRecord) -> Decimal:
    return exact(result.decided.total if result.decided else result.total.proposed)


def grade_of(result: ResultRecord) -> str:
    return result.decided.grade if result.decided else result.grade.proposed


def award_of(result: ResultRecord) -> Decimal:
    """In yuan."""
    return exact(result.decided.award_yuan if result.decided else result.award_yuan.proposed)
