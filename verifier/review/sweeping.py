"""One action for many cells: what it would decide is listed, made when a reviewer confirms it, undone as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex
from typing import Literal

from verifier.errors import UsageError
from verifier.model import Decision
from verifier.review import log_lines
from verifier.review.desk import Opened, School
from verifier.review.refused import Differs, Refused
from verifier.review.saving import save
from verifier.review.views import Exact, points

Sweep = Literal["accept", "nothing", "again"]
TITLES: Mapping[Sweep, str] = {
    "accept": "采用无疑问的指标",
    "nothing": "没有材料的指标记0分",
    "again": "重新采用旧决定",
}
NOTES: Mapping[Sweep, str] = {
    "accept": "以下指标没有疑问，也还没有人决定，按预填分采用。",
    "nothing": "以下指标学校没有提交材料，最低、预填、最高都是0分，也还没有人决定，记0分。",
    "again": "以下决定是按以前的结果作的，现在的结果有变化，重新采用后按现在的结果记录。",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One decision that would be made."""

    school: School
    title: str
    """of the school"""
    cell: str
    name: str
    target: str
    """again: the line of the old decision"""
    what: str
    """Chinese: what would be decided"""
    was: str
    """again: what was decided"""
    differs: bool = False
    """the points are others now: it is not made"""


def kind_of(told: str) -> Sweep | None:
    return next((kind for kind in TITLES if kind == told), None)


def items(schools: Sequence[School], kind: Sweep) -> tuple[Item, ...]:
    """All that an action would decide. A school that can't be read, or whose log takes nothing, has no part in it."""
    return tuple(item for school in schools for item in _items(school, kind))


def _items(school: School, kind: Sweep) -> Iterator[Item]:
    try:
        opened = school.open()
    except UsageError:
        return
    title = opened.result.school.name or school.name
    names = {cell.id: cell.name for cell in opened.cells}
    if kind != "again":
        for cell in opened.unquestioned if kind == "accept" else opened.without_papers:
            yield Item(school, title, cell, names[cell], "", f"采用{points(opened.states[cell].computed or 0)}", "")
        return
    by_line = {each.line: each for each in opened.log.decisions}
    for old in opened.stale:
        told, now = log_lines.told(old, by_line, opened), opened.states[old.indicator].computed
        differs = old.kind == "accept" and old.points != now
        what = f"现在算得{'' if now is None else points(now)}，不采用" if differs else "同原来的决定"
        yield Item(school, title, old.indicator, names[old.indicator], old.line, what, told, differs)


def digest(listed: Sequence[Item]) -> str:
    """Of what a reviewer saw: anything else is not decided."""
    told = "\n".join("|".join((each.school.name, each.cell, each.target, each.what)) for each in listed)
    return Exact(sha256(told.encode()).hexdigest()[:16])


@dataclass(frozen=True, slots=True)
class Swept:
    lot: str
    """what its lines in the logs are known by"""
    differs: int
    """old decisions whose points are others now"""
    failed: int
    """not saved for another reason"""


def sweep(listed: Sequence[Item], kind: Sweep, reviewer: str) -> Swept:
    """Makes many decisions, each a line of its own; what is refused stays as it is."""
    lot = token_hex(8)
    differs = failed = 0
    for item in listed:
        opened = item.school.open()
        form = {"kind": "again" if kind == "again" else "accept", "target": item.target}
        try:
            save(item.school, item.cell, form | _seen(opened), reviewer, lot)
        except Differs:
            differs += 1
        except Refused:
            failed += 1
    return Swept(lot, differs, failed)


def _seen(opened: Opened) -> dict[str, str]:
    return {"result": opened.seen.result, "head": opened.log.head}


@dataclass(frozen=True, slots=True)
class Made:
    """A decision of a lot."""

    school: School
    title: str
    name: str
    """of the cell"""
    decision: Decision
    what: str
    """Chinese"""
    stands: bool
    """it was not undone, and holds"""


def made_in(schools: Sequence[School], lot: str) -> tuple[Made, ...]:
    """What was decided at once."""
    return tuple(each for school in schools for each in _made_in(school, lot))


def _made_in(school: School, lot: str) -> Iterator[Made]:
    try:
        opened = school.open()
    except UsageError:
        return
    own = [each for each in opened.log.decisions if each.lot == lot]
    title = opened.result.school.name or school.name
    by_line = {each.line: each for each in opened.log.decisions}
    names = {cell.id: cell.name for cell in opened.cells}
    for each in own:
        state = opened.states.get(each.indicator)
        stands = state is not None and each in state.live
        yield Made(school, title, names.get(each.indicator, ""), each, log_lines.told(each, by_line, opened), stands)


def undo(made: Sequence[Made], reviewer: str) -> tuple[int, int]:
    """Undoes what stands of it, the last first; how many, and how many could not be."""
    undone = failed = 0
    for each in reversed(made):
        if not each.stands:
            continue
        form = {"kind": "undo", "target": each.decision.line} | _seen(each.school.open())
        try:
            save(each.school, each.decision.indicator, form, reviewer)
            undone += 1
        except Refused:
            failed += 1
    return undone, failed
