"""The entries of a list of posts: which lines are a title, and which day is whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from verifier.facts.posts.accounts import names_office
from verifier.facts.posts.listed_days import day_of
from verifier.facts.posts.listed_lines import Token, around, beside
from verifier.facts.posts.listed_order import days_stand_over
from verifier.facts.posts.screen_days import Day
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Shown
from verifier.model import DateSpan

_ALIKE = 0.88
"""of letters of one size: the smaller by the larger"""
_ALIKE_SHORT, _ALIKE_REMAINDER = 0.7, 0.5
"""the same where the lower line is short, or a remainder: the size of few letters can't be told well by their width"""
_SHORT, _REMAINDER = 14, 3
"""characters of such a line, at most"""
_LARGER = 0.93
"""of the letters of a title beside those of the text under it"""
_FULL = 0.82
"""of the width of the list: what a line fills that goes on in the next one, at least"""
_NEAR_DAY, _NEAR_LINE = 2.5, 1.1
"""of the letters: the gap between a title and the day under it, and between lines that follow one another, at most"""
_MENU = 3
"""short lines side by side at the foot of a chat that are its menu, at least"""


@dataclass(frozen=True, slots=True)
class Entry:
    title: tuple[Shown, ...]
    dated: Token | None
    text: str = ""
    """the title, where a day stands in its line"""
    year: int | None = None
    """of the heading over it"""
    state: Literal["published", "deleted"] = "published"

    @property
    def day(self) -> Day | None:
        return self.dated.day if self.dated else None

    @property
    def letter(self) -> float:
        return max((one.letter for one in self.title if one.letter), default=0.0)

    @property
    def lines_of_day(self) -> tuple[Shown, ...]:
        return self.dated.lines if self.dated else ()

    def span(self) -> DateSpan | None:
        """The day, with the year of the heading over it where it has none."""
        span = self.day.span if self.day else None
        if span and span.start is None and self.year and span.month and span.day:
            return day_of(self.year, span.month, span.day) or span
        return span


def entries_of(tokens: list[Token], screen: Screen) -> list[Entry]:
    """The entries from top to bottom, however their days stand."""
    dated = _days_beside(tokens) if screen.boxed else {}
    days = sum(token.role == "day" for token in tokens)
    if any(token.is_dated_title for token in tokens) or (dated and 2 * len(dated) >= days):
        return _in_rows(tokens, dated, screen)
    tokens = _in_column(tokens, screen)
    right = _right_edge(tokens)
    if not days_stand_over(tokens, screen):
        return _over_days(tokens, right, screen)
    entries = _under_days(_without_menu(tokens), right, screen)
    return _without_texts(entries) if screen.boxed else entries


# --- days beside the titles -------------------------------------------------------------------------


def _days_beside(tokens: Sequence[Token]) -> dict[int, Token]:
    """Title, by its identity → the day that stands beside it."""
    free = [token for token in tokens if token.role == "title" and not token.day]
    dated: dict[int, Token] = {}
    for day in tokens:
        row = [title for title in free if beside(day, title)] if day.role == "day" and not day.text else []
        if row:
            nearest = _nearest(day, [title for title in row if not names_office(title.shown.bare)] or row)
            dated[id(nearest)] = day
            free.remove(nearest)
    return dated


def _in_rows(tokens: Sequence[Token], dated: dict[int, Token], screen: Screen) -> list[Entry]:
    """Entries whose day stands beside the title or in its line."""
    days = dated | {id(token): token for token in tokens if token.is_dated_title}
    right = max((token.shown.box[2] for token in tokens if id(token) in days), default=0)
    entries: list[Entry] = []
    year: int | None = None
    for token in tokens:
        if token.role == "year":
            year = token.year
        elif day := days.get(id(token)):
            entries.append(Entry((token.shown,), day, token.text, year))
        elif screen.boxed and _extends(entries, token, right):
            entries[-1] = replace(entries[-1], title=(*entries[-1].title, token.shown))
    return entries


def _nearest(day: Token, row: Sequence[Token]) -> Token:
    """The title of a day: of the texts beside it the nearest, and of several in one column the upper one.

    Where a menu stands on the other side of the day, the side of the longest text is the titles'.
    """
    left, top, right, bottom = around(day)

    def gap(token: Token) -> int:
        box = token.shown.box
        return max(left - box[2], box[0] - right)

    least_gap = min(map(gap, row))
    near = [token for token in row if gap(token) <= least_gap + (bottom - top)]
    before = max(near, key=lambda token: len(token.shown.bare)).shown.box[0] < left
    near = [token for token in near if (token.shown.box[0] < left) is before]
    return min(near, key=lambda token: (token.shown.box[1], token.shown.box[0]))


def _extends(entries: Sequence[Entry], token: Token, right: int) -> bool:
    """Whether a line goes on with the title of the last entry."""
    if token.role != "title" or not entries or entries[-1].text:
        return False
    return _continues(entries[-1].title[-1], token.shown, right)


def _continues(upper: Shown, lower: Shown, right: int) -> bool:
    """Whether a line goes on with the title whose line above it is full."""
    full = upper.box[2] - upper.box[0] >= _FULL * (right - upper.box[0])
    low = min(upper.height, lower.height)
    near = lower.box[1] - upper.box[3] <= 1.0 * low
    smaller, larger = sorted((upper.letter, lower.letter))
    return full and near and smaller >= _alike(lower) * larger and abs(upper.box[0] - lower.box[0]) <= 1.2 * low


def _alike(lower: Shown) -> float:
    if len(lower.bare) > _SHORT:
        return _ALIKE
    return _ALIKE_SHORT if len(lower.bare) > _REMAINDER else _ALIKE_REMAINDER


# --- days over or under the titles ------------------------------------------------------------------


def _under_days(tokens: Sequence[Token], right: int, screen: Screen) -> list[Entry]:
    """Entries whose day stands over them; what stands over the first day is none."""
    entries: list[Entry] = []
    year: int | None = None
    day: Token | None = None
    for role, run in _runs(tokens):
        if role == "year":
            year = run[-1].year
        elif role == "day":
            day = run[-1]
        elif role == "title" and day is not None:
            entries += [Entry(title, day, year=year) for title in _titles(run, right, screen)]
        elif entries and any(map(_says_deleted, run)):
            entries[-1] = replace(entries[-1], state="deleted")
    return entries


def _over_days(tokens: Sequence[Token], right: int, screen: Screen) -> list[Entry]:
    """Entries whose day stands under them."""
    entries: list[Entry] = []
    year: int | None = None
    waiting: list[Entry] = []
    last = ""
    for role, run in _runs(tokens):
        if role == "year":
            year = run[-1].year
        elif role == "title":
            waiting += [Entry(title, None) for title in _titles(run, right, screen)]
        elif role == "day" and waiting:
            entries.append(_dated(waiting, run[0], year, screen))
            waiting = []
        elif last == "title" and _says_deleted(run[0]):
            waiting[-1] = replace(waiting[-1], state="deleted")
        last = role
    return entries


def _without_menu(tokens: Sequence[Token]) -> Sequence[Token]:
    """The lines of cards without those that stand side by side under the last one."""
    last = tokens[-1]
    foot = [token for token in tokens if token.role == "title" and (token is last or beside(last, token))]
    return [token for token in tokens if token not in foot] if len(foot) >= _MENU else tokens


def _runs(tokens: Sequence[Token]) -> list[tuple[str, list[Token]]]:
    """Tokens of one role that follow one another, together."""
    return [(role, list(run)) for role, run in groupby(tokens, key=lambda token: token.role)]


def _titles(run: Iterable[Token], right: int, screen: Screen) -> list[tuple[Shown, ...]]:
    """The titles of lines that follow one another, each with all its lines."""
    titles: list[tuple[Shown, ...]] = []
    for token in run:
        if titles and screen.boxed and _continues(titles[-1][-1], token.shown, right):
            titles[-1] = (*titles[-1], token.shown)
        else:
            titles.append((token.shown,))
    return titles


def _says_deleted(token: Token) -> bool:
    return token.role == "figures" and "删除" in token.shown.bare


def _in_column(tokens: list[Token], screen: Screen) -> list[Token]:
    """The lines of a site's list without the menu that stands to its left."""
    left = min((token.shown.box[0] for token in tokens if token.role == "day"), default=0)
    if not screen.boxed or screen.channel == "wechat":
        return tokens
    return [token for token in tokens if token.role != "title" or token.shown.box[2] >= left]


def _dated(waiting: Sequence[Entry], day: Token, year: int | None, screen: Screen) -> Entry:
    """The title over a day: the largest text of those that follow one another down to it, else the last."""
    found = waiting[-1]
    lower = day.shown
    for entry in reversed(waiting if screen.boxed else ()):
        last, lower_is_day = entry.title[-1], lower is day.shown
        near = _NEAR_DAY if lower_is_day else _NEAR_LINE
        aligned = abs(entry.title[0].box[0] - found.title[0].box[0]) <= last.letter
        if not aligned or lower.box[1] - last.box[3] > near * min(lower.letter, last.letter):
            break
        if entry.letter * _LARGER > found.letter:
            found = entry
        lower = entry.title[0]
    return replace(found, dated=day, year=year)


def _without_texts(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without the beginnings of texts, which stand under the titles in smaller letters."""
    kept: list[Entry] = []
    for entry in entries:
        last = kept[-1] if kept else None
        small = last is not None and last.dated is entry.dated and entry.letter < _ALIKE * last.letter
        if not (last and small and entry.title[0].box[1] - last.title[-1].box[3] <= 0.9 * entry.letter):
            kept.append(entry)
    return kept


def _right_edge(tokens: Sequence[Token]) -> int:
    """How far the titles reach; what stands over the list (name, description) is left out."""
    first = next((index for index, token in enumerate(tokens) if token.role == "day"), 0)
    listed = tokens[first:]
    if not any(token.role == "title" for token in listed):
        listed = tokens[max(0, first - 3) :]
    left = min((token.shown.box[0] for token in listed if token.role != "title"), default=0)
    reach = [token.shown.box[2] for token in listed if token.role == "title" and token.shown.box[2] > left]
    return max(reach, default=0)
