"""Which school to look at first, and why: what a reviewer's next hour can change."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from verifier.model import CellRecord, ResultRecord
from verifier.outputs.points import is_open, points_of
from verifier.outputs.wording import exact, number, yuan


@dataclass(frozen=True, slots=True)
class Urgency:
    """What is unsettled in one result."""

    undecided: int
    """cells on which nobody decided"""
    open: Decimal
    """points of the total that cells nobody decided may still gain or lose"""
    grades: tuple[str, ...]
    """those that may still come out; one: it is settled"""
    awards: tuple[int, ...]
    """in yuan, as `grades`"""
    waiting: int
    """undecided cells on which the school was asked something"""

    @property
    def hangs(self) -> bool:
        """Whether the grade or the money hangs on open points."""
        return len(self.grades) > 1 or len(self.awards) > 1

    @property
    def order(self) -> tuple[bool, bool, Decimal]:
        """To sort by: first where grade or money hangs, then by the open points, last what is settled."""
        return (not self.undecided, not self.hangs, -self.open)

    @property
    def reason(self) -> str:
        """Chinese, a few words; '' where nothing is open."""
        told = []
        if len(self.grades) > 1:
            told.append(f"等次未定（{'、'.join(self.grades)}）")
        if len(self.awards) > 1:
            told.append(f"奖补未定（{'、'.join(map(yuan, self.awards))}）")
        if self.open:
            told.append(f"总分中{number(self.open)}分未定")
        if self.waiting:
            told.append(f"{self.waiting}项等学校补充")
        return "，".join(told)


def urgency(result: ResultRecord) -> Urgency:
    """Of a result, with the decisions on it where there are any."""
    undecided = [cell for cell in result.indicators if cell.decided is None]
    decided = result.decided
    return Urgency(
        undecided=len(undecided),
        open=sum(open_points(result).values(), Decimal(0)),
        grades=decided.possible if decided else result.grade.possible,
        awards=decided.possible_yuan if decided else result.award_yuan.possible,
        waiting=sum(1 for cell in undecided if cell.asked),
    )


def open_points(result: ResultRecord) -> dict[str, Decimal]:
    """Each cell on which nobody decided → the points of the total that it may still gain or lose."""
    weights = {group.id: exact(group.weight) for group in result.groups}
    return {
        cell.id: _open(cell) * weights.get(cell.group, Decimal(0)) for cell in result.indicators if cell.decided is None
    }


def _open(cell: CellRecord) -> Decimal:
    return max(exact(cell.high) - points_of(cell), points_of(cell) - exact(cell.low)) if is_open(cell) else Decimal(0)
