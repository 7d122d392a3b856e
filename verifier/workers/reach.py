"""What a process that opens files comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reach:
    """The files that a process comes to, besides programs and libraries."""

    home: Path
    """the folder in which it writes"""
    read: tuple[Path, ...] = ()
    """what it only reads"""

    @property
    def places(self) -> tuple[Path, ...]:
        """All of them."""
        return self.home, *self.read
