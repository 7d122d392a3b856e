"""The entries of a list of posts: which lines are a title, and which day is whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from verifier.facts.posts.accounts import names_office
from verifier.facts.posts.listed_columns import columns_of
from verifier.facts.posts.listed_days import day_of
from verifier.facts.posts.listed_lines import Token, around, beside
from verifier.facts.posts.listed_order import days_stand_over
from verifier.facts.posts.listed_states import State, entry_of
from verifier.facts.posts.listed_titles import ALIKE, begun_over, between_lines, continues
from verifier.facts.posts.screen_days import Day
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Shown, rows_of
from verifier.model import DateSpan

_LARGER = 0.93
"""of the letters of a title beside those of the text under it"""
_NEAR_DAY, _NEAR_LINE = 2.5, 1.1
"""of the letters: the gap between a title and the day under it, and between lines that follow one another, at most"""
_ROW = 1.5
"""heights of a mark from the day of another row, at least"""
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
    state: State = "published"

    @property
    def lines(self) -> tuple[Shown, ...]:
        return (*self.title, *self.lines_of_day)

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


def entries_of(tokens: Sequence[Token], screen: Screen) -> list[Entry]:
    """The entries from top to bottom, however their days stand, each with what became of the post."""
    marks = [token for token in tokens if token.role == "state"]
    entries = _entries([token for token in tokens if token.role != "state"], screen, marks)
    for token in (token for token in tokens if token.state != "published"):
        entries = _with_state(entries, token)
    return entries


def _with_state(entries: Sequence[Entry], mark: Token) -> list[Entry]:
    """The entries, the one that a line says it of being deleted or a draft."""
    if mark.role == "state":
        at = entry_of(mark.shown, [entry.lines for entry in entries])
        own = {at}
    else:
        own = {at for at, entry in enumerate(entries) if mark.shown in entry.lines}
    return [replace(entry, state=mark.state) if at in own else entry for at, entry in enumerate(entries)]


def _entries(tokens: list[Token], screen: Screen, marks: Sequence[Token]) -> list[Entry]:
    dated = _days_beside(tokens) if screen.boxed else {}
    days = sum(token.role == "day" for token in tokens)
    if any(token.is_dated_title for token in tokens) or (dated and 2 * len(dated) >= days):
        return _in_rows(tokens, dated, screen, marks)
    columns = columns_of(_in_column(tokens, screen)) if screen.boxed else [_in_column(tokens, screen)]
    entries = [entry for column in columns for entry in _in_one_column(column, screen)]
    return _row_by_row(entries) if len(columns) > 1 else entries


def _row_by_row(entries: Sequence[Entry]) -> list[Entry]:
    """Cards that stand beside each other from left to right: their days are on one height."""
    rows = rows_of({id(entry.lines[-1]): entry.lines[-1] for entry in entries}.values())
    order = {id(day): at for at, day in enumerate(chain.from_iterable(rows))}
    return sorted(entries, key=lambda entry: order[id(entry.lines[-1])])


def _in_one_column(tokens: Sequence[Token], screen: Screen) -> list[Entry]:
    """Entries that stand under one another, with their days over or under the titles."""
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
        if day.role != "day" or day.text:
            continue
        row = [title for title in free if beside(day, title)] or between_lines(day, free)
        if row:
            nearest = _nearest(day, [title for title in row if not names_office(title.shown.bare)] or row)
            dated[id(nearest)] = day
            free.remove(nearest)
    return dated


def _in_rows(tokens: Sequence[Token], dated: dict[int, Token], screen: Screen, marks: Sequence[Token]) -> list[Entry]:
    """Entries whose day stands beside the title or in its line; of a draft in a row of its own there is none."""
    days = dated | {id(token): token for token in tokens if token.is_dated_title}
    right = max((token.shown.box[2] for token in tokens if id(token) in days), default=0)
    undated = _marked_rows(tokens, days, marks) if screen.boxed else {}
    entries: list[Entry] = []
    year: int | None = None
    for token in tokens:
        if token.role == "year":
            year = token.year
        elif day := days.get(id(token)):
            own = (token.shown,) if token.text else (*begun_over(token, tokens, days | undated, right), token.shown)
            entries.append(Entry(own, day, token.text, year))
        elif id(token) in undated:
            entries.append(Entry((token.shown,), None, year=year))
        elif screen.boxed and _extends(entries, token, right):
            entries[-1] = replace(entries[-1], title=(*entries[-1].title, token.shown))
    return entries


def _marked_rows(tokens: Sequence[Token], days: Mapping[int, Token], marks: Sequence[Token]) -> dict[int, Token]:
    """Title, by its identity → the mark beside it that says what became of the post, in rows without a day."""
    found: dict[int, Token] = {}
    for mark in marks:
        one = mark.shown
        rows = ((abs(day.shown.middle - one.middle), min(day.shown.height, one.height)) for day in days.values())
        apart = all(gap > _ROW * height for gap, height in rows)
        row = [token for token in tokens if token.role == "title" and id(token) not in days and beside(mark, token)]
        if apart and row:
            found[id(_nearest(mark, row))] = mark
    return found


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
    return continues(entries[-1].title[-1], token.shown, right)


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
    return entries


def _over_days(tokens: Sequence[Token], right: int, screen: Screen) -> list[Entry]:
    """Entries whose day stands under them."""
    entries: list[Entry] = []
    year: int | None = None
    waiting: list[Entry] = []
    for role, run in _runs(tokens):
        if role == "year":
            year = run[-1].year
        elif role == "title":
            waiting += [Entry(title, None) for title in _titles(run, right, screen)]
        elif role == "day" and waiting:
            entries.append(_dated(waiting, run[0], year, screen))
            waiting = []
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
        if titles and screen.boxed and continues(titles[-1][-1], token.shown, right):
            titles[-1] = (*titles[-1], token.shown)
        else:
            titles.append((token.shown,))
    return titles


def _in_column(tokens: Sequence[Token], screen: Screen) -> Sequence[Token]:
    """The lines of a list without the menu that stands to its left."""
    days = [token for token in tokens if token.role == "day"]
    # how many read a post stands before its day too
    rows = (token for token in tokens if token in days or _are_figures_of(token, days))
    left = min((token.shown.box[0] for token in rows), default=0)
    if not screen.boxed or (screen.channel == "wechat" and not _is_column_of_titles(tokens, left)):
        return tokens
    return [token for token in tokens if token.role != "title" or token.shown.box[2] >= left]


def _are_figures_of(token: Token, days: Sequence[Token]) -> bool:
    return token.role == "figures" and any(beside(day, token) for day in days)


def _is_column_of_titles(tokens: Sequence[Token], left: int) -> bool:
    """Whether titles stand under one another right of where the days begin, one a day; over cards days are central."""
    titles = [token.shown for token in tokens if token.role == "title" and token.shown.box[0] >= left]
    many = (sum(abs(one.box[0] - other.box[0]) <= one.letter for other in titles) for one in titles)
    return max(many, default=0) >= sum(token.role == "day" for token in tokens)


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
        small = last is not None and last.dated is entry.dated and entry.letter < ALIKE * last.letter
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
