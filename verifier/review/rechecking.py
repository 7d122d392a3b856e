"""A school's papers are checked again where its corrections are not in the result yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from starlette.requests import Request

from verifier.errors import VerifierError
from verifier.files.origin import order_of
from verifier.review import correcting
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
    ordered = order_of(school.folder)
    if ordered is None or not ordered.source.exists():
        return Pending(count, "unknown")
    run = door.at_work
    if run is not None and run.order.out == ordered.out:
        return Pending(count, "at-work", run.watch)
    latest = door.latest
    is_own = latest is not None and latest.out == ordered.out and latest.outcome.state == "failed"
    return Pending(count, "possible", fault=latest.outcome.told if latest is not None and is_own else "")


def begin(request: Request, school: School) -> None:
    """Begins the check where it can be begun now; else the page says what to do."""
    door: Door | None = request.app.state.door
    ordered = order_of(school.folder)
    if door is None or ordered is None or not ordered.source.exists():
        return
    try:
        door.begin_again(ordered, school.folder)
    except VerifierError:  # another check is at work: the page has a button for later
        return
