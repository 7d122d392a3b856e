"""The titles of a list that are too long for one line: which lines are parts of one title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.facts.posts.listed_lines import Token, around
from verifier.facts.posts.screen_lines import Shown

ALIKE = 0.88
"""of letters of one size: the smaller by the larger"""
_ALIKE_SHORT, _ALIKE_REMAINDER = 0.7, 0.5
"""the same where the lower line is short, or a remainder: the size of few letters can't be told well by their width"""
_SHORT, _REMAINDER = 14, 3
"""characters of such a line, at most"""
_FULL = 0.82
"""of the width of the list: what a line fills that goes on in the next one, at least"""


def continues(upper: Shown, lower: Shown, right: int) -> bool:
    """Whether a line goes on with the title whose line above it is full."""
    return upper.box[2] - upper.box[0] >= _FULL * (right - upper.box[0]) and _follows(upper, lower)


def _follows(upper: Shown, lower: Shown) -> bool:
    """Whether a line stands close under another, in letters of its size, and begins where it does."""
    low = min(upper.height, lower.height)
    near = lower.box[1] - upper.box[3] <= 1.0 * low
    smaller, larger = sorted((upper.letter, lower.letter))
    return (
        lower.middle - upper.middle > 0
        and near
        and smaller >= _alike(lower) * larger
        and abs(upper.box[0] - lower.box[0]) <= 1.2 * low
    )


def _alike(lower: Shown) -> float:
    if len(lower.bare) > _SHORT:
        return ALIKE
    return _ALIKE_SHORT if len(lower.bare) > _REMAINDER else _ALIKE_REMAINDER


def _is_broken(upper: Shown, lower: Shown) -> bool:
    """Whether two lines look like one title that was too long for one: the lower is no longer than the upper."""
    return _follows(upper, lower) and upper.box[2] >= lower.box[2] - lower.letter


def between_lines(day: Token, titles: Sequence[Token]) -> list[Token]:
    """The upper lines of titles on the height of whose break a day stands."""
    left, top, right, bottom = around(day)
    apart = [title for title in titles if title.shown.box[0] >= right or title.shown.box[2] <= left]
    return [
        upper
        for upper in apart
        for lower in apart
        if upper.shown.middle < (top + bottom) / 2 < lower.shown.middle and _is_broken(upper.shown, lower.shown)
    ]


def begun_over(token: Token, tokens: Sequence[Token], days: Mapping[int, Token], right: int) -> tuple[Shown, ...]:
    """The lines over the one beside a day with which its title begins: a day stands at the middle of a long title."""
    begun: tuple[Shown, ...] = ()
    first = token.shown
    for upper in reversed(tokens[: tokens.index(token)]):
        if upper.role != "title" or upper.day or upper.shown.box[2] < token.shown.box[0]:
            continue
        if id(upper) in days or not continues(upper.shown, first, right):
            break
        first = upper.shown
        begun = (first, *begun)
    return begun
