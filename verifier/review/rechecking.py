"""A school's papers are checked again where its corrections are not in the result yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from starlette.requests import Request

from verifier.errors import VerifierError
from verifier.files.origin import Ordered, order_of
from verifier.review import asking, correcting
from verifier.review.desk import School

if TYPE_CHECKING:
    from verifier.review.front.door import Door
    from verifier.review.front.run import Watch


@dataclass(frozen=True, slots=True)
class Pending:
    """Corrections that wait for a check."""

    count: int
    state: Literal["at-work", "possible", "unknown", "doorless"]
    """unknown: where the papers lie, or how they were checked · doorless: no check can be begun on this page"""
    watch: Watch | None = None
    fault: str = ""
    """why the last check brought nothing"""


def pending(request: Request, school: School) -> Pending | None:
    """What waits; None where nothing does."""
    count = len(correcting.unfollowed(school.open()))
    if not count:
        return None
    door: Door | None = request.app.state.door
    if door is None:
        return Pending(count, "doorless")
    ordered = order_on(request, school)
    if ordered is None:
        return Pending(count, "unknown")
    run = door.at_work
    if run is not None and run.order.out == ordered.out:
        return Pending(count, "at-work", run.watch)
    latest = door.latest
    is_own = latest is not None and latest.out == ordered.out and latest.outcome.state == "failed"
    return Pending(count, "possible", fault=latest.outcome.told if latest is not None and is_own else "")


def order_on(request: Request, school: School) -> Ordered | None:
    """How its papers would be checked again on this page; None where they can't be."""
    ordered = order_of(school.folder) if request.app.state.door else None
    return ordered if ordered and ordered.source.exists() else None


def begin(request: Request, school: School) -> None:
    """Begins the check where it can be begun now; else the page says what to do."""
    ordered = order_on(request, school)
    if ordered is None:
        return
    try:
        asking.door_of(request).begin_again(ordered, school.folder)
    except VerifierError:  # another check is at work: the page has a button for later
        return
