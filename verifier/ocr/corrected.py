"""Lines that a person corrects: each correction is of the one line that lies where it lay and reads as it read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.model import Box, StandingCorrection, TextLine

Corrections = Mapping[tuple[str, int], Sequence[StandingCorrection]]
"""by the hash of the file and the page in it"""

_SAME = 0.5
"""share of what two boxes cover that both cover, from which on they are of one line: another version of an engine may
draw them a little otherwise"""
_STARS = re.compile(r"\*+")


def with_corrections(lines: Sequence[TextLine], corrections: Sequence[StandingCorrection]) -> tuple[TextLine, ...]:
    """The lines; a correction that fits none of them is left out."""
    now = list(lines)
    for each in corrections:
        found = ((_shared(line.place.box, each.correction.box), at) for at, line in enumerate(now))
        share, at = max(found, default=(0.0, -1))
        text = _standing_there(each, now[at]) if share >= _SAME and not now[at].corrected else None
        if text is not None:
            now[at] = replace(now[at], text=text, confidence=1.0, corrected=each.decision.line, read_as=lines[at].text)
    return tuple(now)


def _standing_there(each: StandingCorrection, line: TextLine) -> str | None:
    """What stands in the line; None where it reads otherwise now, or the text is not known here."""
    if each.text is None or line.text == each.text:
        return each.text
    hidden = hidden_in(each.correction.reading, line.text)
    return None if hidden is None else filled(each.text, hidden)


def hidden_in(masked: str, text: str) -> tuple[str, ...] | None:
    """What of a text each row of stars in its masked form stands for; None where it is not the form of this text.

    It goes once from left to right: a form that would have to be tried in many ways fits nothing.
    """
    first, *rest = _STARS.split(masked)
    if not text.startswith(first):
        return None
    at = len(first)
    found: list[str] = []
    for stars, after in zip(_STARS.findall(masked), rest, strict=True):
        is_last = len(found) + 1 == len(rest)
        end = at + len(stars)
        if not text.startswith(after, end) or (is_last and end + len(after) != len(text)):
            end = len(text) - len(after) if is_last and text.endswith(after) else text.find(after, at)
        if end < at or (is_last and end + len(after) != len(text)):
            return None
        found.append(text[at:end])
        at = end + len(after)
    return tuple(found) if at == len(text) else None


def filled(typed: str, hidden: Sequence[str]) -> str | None:
    """A text with what its rows of stars stand for; None where there are not as many."""
    if not (rows := len(_STARS.findall(typed))):
        return typed
    if rows != len(hidden):
        return None
    left = iter(hidden)
    return _STARS.sub(lambda _: next(left), typed)


def _shared(one: Box | None, other: Box) -> float:
    """The share of what two boxes cover that both cover."""
    if one is None:
        return 0.0
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    return both / (_area(one) + _area(other) - both)


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
