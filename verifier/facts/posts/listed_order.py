"""Whether the days of a list of posts stand over their titles or under them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from verifier.facts.posts.listed_lines import Token, beside
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Shown

_CARD, _CENTRAL = 6, 1.5
"""characters of a title on a card, at least; letters by which what stands in the middle may stand beside it"""
_INDENT, _OFF_MIDDLE = 3, 0.2
"""letters by which such a day begins right of the titles, at least; of the width by which it is off the middle"""
_NEARER = 0.3
"""of the larger gap: by so much the days of a list are nearer to their titles than to others"""


def days_stand_over(tokens: Sequence[Token], screen: Screen) -> bool:
    """Whether each day stands over its titles, not under its title."""
    rows = [token for token in tokens if token.role != "year"]
    alone = not any(_has_figures_beside(rows, at) for at in _days_in(rows))
    if screen.boxed and alone and _are_in_the_middle(rows, screen):
        return True
    told = sum(_by_figures(rows, at) for at in _days_in(rows)) or (_by_gaps(rows) if screen.boxed else 0)
    return told > 0 if told else bool(rows) and rows[-1].role != "day"


def _are_in_the_middle(rows: Sequence[Token], screen: Screen) -> bool:
    """Whether days stand in the middle of the screen and titles at its left, as over the cards of a chat."""
    first = next((at for at, token in enumerate(rows) if token.role == "day"), len(rows))
    days = [token.shown for token in rows if token.role == "day"]
    titles = [token.shown for token in rows[first:] if token.role == "title" and len(token.shown.bare) >= _CARD]
    if not days or not titles:
        return False
    left, right = min(one.box[0] for one in screen.shown), max(one.box[2] for one in screen.shown)
    middle = (left + right) / 2
    if all(_is_central(one, middle) for one in days) and not any(_is_central(one, middle) for one in titles):
        return True
    # long titles reach over the middle, short ones less far than the screen does
    axis = median(_center(one) for one in days)
    return abs(axis - middle) <= _OFF_MIDDLE * (right - left) and _are_indented(days, titles, axis)


def _are_indented(days: Sequence[Shown], titles: Sequence[Shown], axis: float) -> bool:
    """Whether all days stand round one axis, well right of the edge at which all titles begin."""
    edge = median(one.box[0] for one in titles)
    at_axis = all(one.box[0] - edge >= _INDENT * one.letter and _is_central(one, axis) for one in days)
    return at_axis and all(one.box[0] - edge <= one.letter for one in titles)


def _is_central(one: Shown, middle: float) -> bool:
    return abs(_center(one) - middle) <= _CENTRAL * one.letter


def _center(one: Shown) -> float:
    return (one.box[0] + one.box[2]) / 2


def _days_in(rows: Sequence[Token]) -> list[int]:
    return [at for at, token in enumerate(rows) if token.role == "day"]


def _by_figures(rows: Sequence[Token], at: int) -> int:
    """1: figures about readers, which stand under a title, stand over the day; -1: under it or beside it."""
    if _has_figures_beside(rows, at):
        return -1
    before, after = rows[max(0, at - 1)], rows[min(at + 1, len(rows) - 1)]
    return (before.role == "figures") - (after.role == "figures")


def _has_figures_beside(rows: Sequence[Token], at: int) -> bool:
    """Whether one of the two lines before or after a day says beside it how many read the post."""
    return any(each.role == "figures" and beside(rows[at], each) for each in rows[max(0, at - 2) : at + 3])


def _by_gaps(rows: Sequence[Token]) -> int:
    """1: most days are clearly nearer to the line under them; -1: to the one over them."""
    inner = [at for at in _days_in(rows) if 0 < at < len(rows) - 1 and not _has_figures_beside(rows, at)]
    if not inner:
        return 0
    above = median(_gap(rows[at - 1], rows[at]) for at in inner)
    below = median(_gap(rows[at], rows[at + 1]) for at in inner)
    if abs(above - below) <= _NEARER * max(1.0, above, below):
        return 0
    return 1 if below < above else -1


def _gap(upper: Token, lower: Token) -> int:
    return lower.shown.box[1] - upper.shown.box[3]
