"""What the bureau's own data tell of a cell that they decide, beside what the school sent in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verifier.counting.flags import flag
from verifier.counting.people.rosters.rosters_sent import SentRoster
from verifier.model import Evidence, Flag, Indicator, Measure, Place, Tally


def outranking(
    cell: Indicator, held: Sequence[SentRoster], theirs: Tally, sent: Iterable[Evidence], own: Tally | None
) -> Tally:
    """What the bureau's tables give; what the school sent counts for nothing, and is told where it says otherwise.

    `theirs`: counted from `held`; `sent`: the school's papers; `own`: what its tables would give, if it sent any. The
    first measure of both is the number of people.
    """
    pieces = (*(_of_bureau(cell, each) for each in held), *map(_outranked, sent))
    differs = _difference(cell, theirs, own, held[0].roster.place) if own else ()
    return replace(theirs, evidence=pieces, flags=(*theirs.flags, *differs), by_bureau=True)


def _of_bureau(cell: Indicator, each: SentRoster) -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", f"主管部门数据，本校{len(each.rows)}行", "firm")


def _outranked(piece: Evidence) -> Evidence:
    return piece if piece.standing == "out" else replace(piece, why="以主管部门数据为准", standing="out")


def _difference(cell: Indicator, theirs: Tally, own: Tally, place: Place) -> Iterator[Flag]:
    held, sent = _people(theirs), _people(own)
    if held is not None and sent is not None and held != sent:
        text = f"人数与主管部门数据不一致：主管部门数据{held}人，学校提交的{sent}人，按主管部门数据计算，请核对"
        yield flag("totals-disagree", cell.id, text, place)


def _people(tally: Tally) -> object:
    first: Measure | None = next(iter(tally.measures), None)
    return first.proposed if first else None
