"""What an engine is: it turns a picture into the turn of its page and the lines on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from verifier.model import Box

Array = npt.NDArray[Any]
"""a picture is height × width × 3, uint8, blue-green-red"""


@dataclass(frozen=True, slots=True)
class OcrLine:
    text: str
    """NFC"""
    box: Box
    """left, top, right, bottom in pixels of the upright picture"""
    confidence: float
    """0…1, four digits"""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that an engine saw in one picture."""

    turn: int = 0
    """degrees clockwise by which the picture had to be turned to be upright: 0, 90, 180, 270"""
    lines: tuple[OcrLine, ...] = ()
    """in reading order"""
    unread: tuple[Box, ...] = ()
    """where a line lies under a seal that was seen and not read"""


class Engine(Protocol):
    """Reads pictures; holds its models once they are loaded."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def settings(self) -> str:
        """Everything that changes a reading, as one string: part of the cache's key."""
        ...

    @property
    def jobs(self) -> int:
        """How many pictures it reads at once, each asked by a thread of its own."""
        ...

    def read(self, image: npt.NDArray[np.uint8]) -> Reading:
        """The reading of a picture (height × width × 3, BGR)."""
        ...

    def say(self, strips: Sequence[npt.NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """Text (NFC) and confidence (0…1) of pictures that each hold one upright line, `("", 0.0)` where none is read.

        A strip (height × width × 3, BGR) is read alone: what stands beside it in the list changes nothing.
        """
        ...
