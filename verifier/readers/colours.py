"""Colours of type and of what it stands on, as six hexadecimal digits."""

from __future__ import annotations

import re

NEAR = 40
"""how far apart, of 255, the colours of type and ground are that can't be told from each other"""


def colour(text: str) -> str:
    """The colour that a text names; '' for none."""
    return text.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", text) else ""


def are_alike(one: str, other: str) -> bool:
    """Whether type in one colour can't be told from a ground in the other; '' is a colour that isn't known."""
    if not one or not other:
        return False
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (0, 2, 4)) < NEAR
