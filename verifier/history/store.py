"""What a history asks of its database, whichever it is: SQLite in a folder, or PostgreSQL that machines share.

Statements are of the SQL that both know, with `?` for values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, ClassVar, Protocol

WAIT = 60
"""seconds to wait for another process that writes"""


class CannotWrite(Exception):
    """The database can be asked, and takes nothing; the reason, in Chinese."""


class Store(Protocol):
    """A database that is open. Outside of `told`, it raises what its driver raises."""

    NUMBERS: ClassVar[str]
    """the whole numbers, as a query, of a JSON list that is given for its `?`"""
    TEXTS: ClassVar[str]
    """the same of texts"""

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """What a statement brings, all of it."""

    def put(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """The statement with each row's values."""

    def changing(self) -> AbstractContextManager[None]:
        """All that is done within, or nothing of it; one process at a time."""

    def told(self) -> AbstractContextManager[None]:
        """What the database says when it fails, as a sentence for people."""

    def version(self) -> int:
        """How many migrations were taken; 0 for a database in which there is nothing yet."""

    def migrate(self, statements: Iterable[str], version: int) -> None:
        """Takes the steps to a version, within `changing`."""

    def close(self) -> None:
        """No more is asked."""
