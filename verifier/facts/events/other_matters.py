"""Pictures of another matter: what stands small beside its sign is no happening that the picture shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.facts.events.banners import Unit
from verifier.facts.events.names import plain_line
from verifier.model import Box, TextLine, Words

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WRITING = 3
"""characters that make a line of writing; what is read into people and patterns are figures, and large ones"""
_SMALLER = 0.7
"""of the letters of the largest sign: those of what stands beside it, at most"""


def head_of(lines: Sequence[TextLine]) -> TextLine | None:
    """The line with the largest writing in a picture."""
    written = [line for line in lines if line.place.box and len(_HAN.findall(line.text)) >= _WRITING]
    return max(written, key=lambda line: _height(line.place.box), default=None)


def is_beside_another(kind: str, unit: Unit, lines: Sequence[TextLine], head: TextLine | None, words: Words) -> bool:
    """Whether the largest sign of a picture is of what is no happening of the kind, and the unit clearly smaller."""
    if head is None or unit.place.box is None:
        return False
    inside = [_height(line.place.box) for line in lines if _is_within(line.place.box, unit.place.box)]
    small = max(inside, default=0) <= _SMALLER * _height(head.place.box)
    return small and any(word in plain_line(head.text) for word in words.events[kind].unless)


def _height(box: Box | None) -> int:
    return box[3] - box[1] if box else 0


def _is_within(box: Box | None, around: Box) -> bool:
    if box is None:
        return False
    return box[0] >= around[0] and box[1] >= around[1] and box[2] <= around[2] and box[3] <= around[3]
