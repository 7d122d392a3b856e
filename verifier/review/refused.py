"""Why something that was sent is not kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """A decision that was not written, with the reason in Chinese."""

    message: str
    status: int = 422


class Differs(Refused):
    """An old decision that is not made again: what it took is counted otherwise now."""
