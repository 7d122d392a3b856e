"""Which school to look at first, and why: what a reviewer's next hour can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from verifier.model import BetweenRecord, CellRecord, DecidedTotalRecord, ResultRecord
from verifier.outputs.points import choices, is_open, points_of
from verifier.outputs.wording import exact, number, yuan

VERDICTS: Mapping[str, str] = {"grade": "等次", "award": "奖补"}


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
    between: tuple[BetweenRecord, ...]
    """what no points can settle, since the clauses leave it open: a reviewer has to choose"""
    waiting: int
    """undecided cells on which the school was asked something"""

    @property
    def hangs(self) -> bool:
        """Whether the grade or the money hangs on open points."""
        return len(self.grades) > 1 or len(self.awards) > 1

    @property
    def order(self) -> tuple[bool, bool, Decimal]:
        """To sort by: first where grade or money hangs, then by the open points, last what is settled."""
        return (not self.undecided and not self.hangs, not self.hangs, -self.open)

    @property
    def reason(self) -> str:
        """Chinese, a few words; '' where nothing is open."""
        chosen = {each.kind for each in self.between}
        told = [f"{VERDICTS[each.kind]}待人工确定（{choices(each)}，条款没有明确）" for each in self.between]
        if len(self.grades) > 1 and "grade" not in chosen:
            told.append(f"等次未定（{'、'.join(self.grades)}）")
        if len(self.awards) > 1 and "award" not in chosen:
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
        between=tuple(each for each in decided.between if each.chosen is None and _is_all(each, decided))
        if decided
        else (),
        waiting=sum(1 for cell in undecided if cell.asked),
    )


def _is_all(between: BetweenRecord, decided: DecidedTotalRecord) -> bool:
    """Whether no other grade or award is possible, however open cells come out."""
    possible = decided.possible if between.kind == "grade" else map(str, decided.possible_yuan)
    return set(possible) <= set(between.values)


def open_points(result: ResultRecord) -> dict[str, Decimal]:
    """Each cell on which nobody decided → the points of the total that it may still gain or lose."""
    weights = {group.id: exact(group.weight) for group in result.groups}
    return {
        cell.id: _open(cell) * weights.get(cell.group, Decimal(0)) for cell in result.indicators if cell.decided is None
    }


def first_open(result: ResultRecord) -> str:
    """The cell nobody decided on which most points of the total hang; '' where none does."""
    hanging = open_points(result)
    first = max(hanging, key=lambda cell: hanging[cell], default="")
    return first if first and hanging[first] else ""


def _open(cell: CellRecord) -> Decimal:
    return max(exact(cell.high) - points_of(cell), points_of(cell) - exact(cell.low)) if is_open(cell) else Decimal(0)
