"""What keeps a paper, or one thing on it, from counting for sure, and what a person is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from verifier.model import Place, Standing, weaker


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question about a paper, a post or a person, and how it stands for it."""

    code: str
    """of the flag; '' where another flag says it already"""
    standing: Standing
    what: str
    """Chinese: what was found"""
    todo: str
    """Chinese: what to do"""
    place: Place | None = None

    @property
    def message(self) -> str:
        return f"{self.what}，{self.todo}" if self.todo else self.what


def weakest(doubts: Iterable[Doubt]) -> Standing:
    """How something stands with all its doubts."""
    return reduce(weaker, (doubt.standing for doubt in doubts), "firm")


def telling(doubts: Iterable[Doubt]) -> list[Doubt]:
    """The doubts that a person is told of: where one puts the thing out, none that it would only count less for."""
    kept = list(doubts)
    if weakest(kept) == "out":
        kept = [doubt for doubt in kept if doubt.standing in ("out", "firm")]
    return [doubt for doubt in kept if doubt.code]
