"""Whom the work tells how far it is."""

from __future__ import annotations

from typing import Protocol

from verifier.model import ResultRecord


class Progress(Protocol):
    """Told how far the work is; does nothing by default."""

    def bundle(self, name: str, number: int, total: int) -> None: ...

    def start(self, what: str, total: int) -> None: ...

    def advance(self, n: int = 1) -> None: ...

    def tell(self, text: str) -> None: ...

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None: ...


class Silent:
    """A progress that nobody watches."""

    def bundle(self, name: str, number: int, total: int) -> None:
        """Nothing to show."""

    def start(self, what: str, total: int) -> None:
        """Nothing to show."""

    def advance(self, n: int = 1) -> None:
        """Nothing to show."""

    def tell(self, text: str) -> None:
        """Nobody listens."""

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        """Nothing to show."""
