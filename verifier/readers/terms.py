"""The terms in force: every reader of a process keeps the same limits and tries the same passwords."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from verifier.model import Limits, Terms

_IN_FORCE: ContextVar[Terms] = ContextVar("terms", default=Terms())  # noqa: B039 (it is frozen)


def limits() -> Limits:
    return _IN_FORCE.get().limits


def passwords() -> tuple[str, ...]:
    """Those that the user gave; none of them is ever shown."""
    return _IN_FORCE.get().passwords


@contextmanager
def under(terms: Terms) -> Iterator[None]:
    """Within, `limits` and `passwords` are those of `terms`."""
    token = _IN_FORCE.set(terms)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
