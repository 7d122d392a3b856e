"""The cells of all schools that nobody decided, what matters most first: one after another without a list between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verifier.errors import UsageError
from verifier.outline import Outline
from verifier.outputs import wording
from verifier.review.desk import Desk, School


@dataclass(frozen=True, slots=True)
class Waiting:
    """A cell of the queue."""

    school: School
    title: str
    """of the school"""
    cell: str
    reason: str
    """Chinese: why it stands where it stands"""
    rank: int
    """0: the grade or the money of its school hangs on it, 1: points of the total do, 2: the school was asked, 3: it
    was decided on what is different now, 4: it has only to be taken"""
    points: Decimal
    """of the total, that it may gain or lose"""


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """The queue. A school that can't be read, or whose log takes no decision, has no part in it."""
    found: list[Waiting] = []
    for school in desk.schools.values():
        try:
            outline = school.outline()
        except UsageError:
            continue
        if not outline.damaged:
            found.extend(_of_school(school, outline))
    return tuple(sorted(found, key=lambda each: (each.rank, -each.points)))


def _of_school(school: School, outline: Outline) -> Iterator[Waiting]:
    title = outline.school or school.name
    for each in outline.undecided:
        change = f"总分中有{wording.number(each.points)}分未定" if each.points else ""
        if each.asked:
            rank, reason = 2, "等学校补充"
        elif each.points:
            rank, reason = (0, f"关系等次或奖补，{change}") if outline.urgency.hangs else (1, change)
        elif each.stale:
            rank, reason = 3, "有旧决定"
        else:
            rank, reason = 4, "没有未定的分数"
        yield Waiting(school, title, each.cell, reason, rank, each.points)


def place_of(queue: Sequence[Waiting], school: School, cell: str) -> int | None:
    """Where a cell stands in the queue."""
    return next((at for at, each in enumerate(queue) if each.cell == cell and each.school is school), None)


def following(queue: Sequence[Waiting], school: School, cell: str) -> Waiting | None:
    """The next one after a cell and round, without the cell itself."""
    at = place_of(queue, school, cell)
    if at is None:
        return queue[0] if queue else None
    return (*queue[at + 1 :], *queue[:at], None)[0]
