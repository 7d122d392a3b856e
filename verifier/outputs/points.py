"""Which points stand in the forms: a reviewer's where there is a decision, else those that the tool proposes."""

from __future__ import annotations

from decimal import Decimal

from verifier.model import BetweenRecord, CellRecord, GroupRecord, ResultRecord
from verifier.outputs.wording import Amount, exact, number, yuan

_ROUNDED = Decimal("0.01")
"""by less than this shown points differ from exact ones"""


def points_of(cell: CellRecord) -> Decimal:
    return exact(cell.decided.points if cell.decided else cell.proposed)


def is_open(cell: CellRecord) -> bool:
    """Whether the points may still change: nobody decided, and low and high differ."""
    return not cell.decided and exact(cell.low) < exact(cell.high)


def final_of(result: ResultRecord, group: GroupRecord) -> Decimal:
    """What a group adds to the total: its unrounded points × its weight; of a full bonus no more than it has."""
    counted = _points_of_group(result, group) if is_beyond(result, group) else _points_of_cells(result, group)
    return counted * exact(group.weight)


def is_beyond(result: ResultRecord, group: GroupRecord) -> bool:
    """Whether the cells of a bonus come to more than it may add."""
    return _points_of_cells(result, group) - _points_of_group(result, group) > _ROUNDED


def _points_of_cells(result: ResultRecord, group: GroupRecord) -> Decimal:
    return sum((points_of(cell) for cell in result.indicators if cell.group == group.id), Decimal(0))


def _points_of_group(result: ResultRecord, group: GroupRecord) -> Decimal:
    """As they are shown."""
    decided = result.decided.groups if result.decided else ()
    return next((exact(each.points) for each in decided if each.id == group.id), exact(group.proposed))


def total_of(result: ResultRecord) -> Decimal:
    return exact(result.decided.total if result.decided else result.total.proposed)


def grade_of(result: ResultRecord) -> str:
    return result.decided.grade if result.decided else result.grade.proposed


def award_of(result: ResultRecord) -> Decimal:
    """In yuan."""
    return exact(result.decided.award_yuan if result.decided else result.award_yuan.proposed)


def unsettled(result: ResultRecord, kind: str) -> BetweenRecord | None:
    """Where the clauses leave two grades, or two awards, possible and no reviewer has chosen."""
    between = result.decided.between if result.decided else ()
    return next((each for each in between if each.kind == kind and each.chosen is None), None)


def grade_told(result: ResultRecord) -> str:
    """As people read it."""
    open_ = unsettled(result, "grade")
    return f"待确定（{choices(open_)}）" if open_ else grade_of(result)


def award_told(result: ResultRecord) -> str:
    """As `grade_told`, 5万元."""
    open_ = unsettled(result, "award")
    return f"待确定（{choices(open_)}）" if open_ else yuan(award_of(result))


def choice(kind: str, value: str) -> str:
    """A grade, or an award: 5万元."""
    return yuan(value) if kind == "award" else value


def choices(between: BetweenRecord) -> str:
    """The two that are possible: 5万元或7万元."""
    return "或".join(choice(between.kind, value) for value in between.values)


def why_open(between: BetweenRecord, total: Amount) -> str:
    """The clauses that leave it open, as half a sentence."""
    named = "、".join(
        f"“{cite}”（{choice(between.kind, value)}）" for cite, value in zip(between.cites, between.values, strict=True)
    )
    return f"总分{number(total)}分，按{named}应归哪一档，条款没有明确"
