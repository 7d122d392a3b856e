"""The posts that a list of an account or a site shows, one an entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

from verifier.facts.posts.accounts import in_foot, site_name
from verifier.facts.posts.articles import joined, least, place_of
from verifier.facts.posts.listed_days import day_of, with_years
from verifier.facts.posts.listed_lines import Token, around, bare_title, beside, tokens_of
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Day, Shown, is_date_line, is_noise
from verifier.model import POST, DateSpan, Fact, Post, Words

_ALIKE = 0.88
"""of letters of one size: the smaller by the larger"""
_LARGER = 0.93
"""of the letters of a title beside those of the text under it"""
_COLUMN = re.compile(r"^[\[【(]([^\]】)]{2,10})[\]】)](?=.{4})")


@dataclass(slots=True)
class _Entry:
    title: list[Shown]
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
        return max(one.letter for one in self.title if one.letter) if self.title else 0.0

    def span(self) -> DateSpan | None:
        """The day, with the year of the heading over it where it has none."""
        span = self.day.span if self.day else None
        if span and span.start is None and self.year and span.month and span.day:
            return day_of(self.year, span.month, span.day) or span
        return span


def read_list(screen: Screen, words: Words, schools: Sequence[str]) -> tuple[Fact[Post], ...]:
    """A post for each entry, from top to bottom."""
    tokens = tokens_of(screen, words)
    entries = _in_rows(tokens, screen)
    if entries is None:
        entries = _in_groups(tokens, screen)
    account = _account(screen, entries, words, schools)
    titles = _titles([entry.text or bare_title(joined(entry.title)) for entry in entries])
    facts = []
    for entry, title, day in zip(entries, titles, with_years([entry.span() for entry in entries]), strict=True):
        if len(re.sub(r"\W", "", title)) < 3:
            continue
        own = entry.dated.text if entry.dated and entry.dated.role == "day" else ""
        post = Post(title, screen.channel, own or account, day, view="list", state=entry.state)
        lines = [*entry.title, *(entry.dated.lines if entry.dated and day else ())]
        quote = entry.day.quote if entry.day else ""
        facts.append(Fact(POST, post, title, place_of(entry.title), least(lines), "posts", label=quote))
    return tuple(facts)


def _titles(texts: Sequence[str]) -> list[str]:
    """The titles without the column in brackets that several of them begin with."""
    columns = Counter(found[1] for text in texts if (found := _COLUMN.match(text)))
    return [text[found.end() :] if (found := _COLUMN.match(text)) and columns[found[1]] > 1 else text for text in texts]


# --- days beside the titles -------------------------------------------------------------------------


def _in_rows(tokens: list[Token], screen: Screen) -> list[_Entry] | None:
    """Entries whose day stands beside the title or in its line; None when days stand over or under the titles."""
    titles = [token for token in tokens if token.role == "title"]
    days = [token for token in tokens if token.role == "day"]
    inline = [token for token in titles if token.day]
    dated: dict[int, Token] = {}
    if screen.boxed:
        for token in days:
            row = [other for other in titles if not other.day and id(other) not in dated and beside(token, other)]
            if row and not token.text:
                dated[id(_nearest(token, row))] = token
    if not inline and (not dated or 2 * len(dated) < len(days)):
        return None
    entries: list[_Entry] = []
    year: int | None = None
    right = max((token.shown.box[2] for token in titles if token.day or id(token) in dated), default=0)
    for token in tokens:
        if token.role == "year":
            year = int(token.shown.bare[:4])
        elif token.role == "title" and token.day:
            entries.append(_Entry([token.shown], token, token.text, year))
        elif token.role == "title" and id(token) in dated:
            entries.append(_Entry([token.shown], dated[id(token)], year=year))
        elif token.role == "title" and screen.boxed and _extends(entries, token.shown, right):
            entries[-1].title.append(token.shown)
    return entries


def _nearest(day: Token, row: Sequence[Token]) -> Token:
    """The title of a day: of the texts beside it the nearest, and of several in one column the upper one."""
    left, top, right, bottom = around(day)

    def gap(token: Token) -> int:
        box = token.shown.box
        return max(left - box[2], box[0] - right)

    least_gap = min(map(gap, row))
    near = [token for token in row if gap(token) <= least_gap + (bottom - top)]
    return min(near, key=lambda token: (token.shown.box[1], token.shown.box[0]))


def _extends(entries: Sequence[_Entry], shown: Shown, right: int) -> bool:
    return bool(entries) and not entries[-1].text and _continues(entries[-1].title[-1], shown, right)


def _continues(upper: Shown, lower: Shown, right: int) -> bool:
    """Whether a line goes on with the title whose line above it is full."""
    full = upper.box[2] - upper.box[0] >= 0.82 * (right - upper.box[0])
    low = min(upper.height, lower.height)
    near = lower.box[1] - upper.box[3] <= 1.0 * low
    sizes = sorted((upper.letter, lower.letter))
    # the size of few letters can't be told well from their width
    alike = sizes[0] >= (_ALIKE if len(lower.bare) > 14 else 0.7 if len(lower.bare) > 3 else 0.5) * sizes[1]
    return full and near and alike and abs(upper.box[0] - lower.box[0]) <= 1.2 * low


# --- days over or under the titles ------------------------------------------------------------------


def _in_groups(tokens: list[Token], screen: Screen) -> list[_Entry]:
    """Entries whose day stands over them, or under them."""
    tokens = _in_column(tokens, screen)
    over = _days_stand_over(tokens, screen)
    right = _right_edge(tokens)
    entries: list[_Entry] = []
    year: int | None = None
    day: Token | None = None
    open_entry: _Entry | None = None
    waiting: list[_Entry] = []
    for token in tokens:
        if token.role == "year":
            year, open_entry = int(token.shown.bare[:4]), None
        elif token.role == "day" and over:
            day, open_entry = token, None
        elif token.role == "day":
            entries += [_dated(waiting, token, year, screen)] if waiting else []
            waiting, open_entry = [], None
        elif token.role == "figures":
            shown = open_entry or (entries[-1] if over and entries else None)
            if shown and "删除" in token.shown.bare:
                shown.state = "deleted"
            open_entry = None
        elif over and day is None:
            continue
        elif open_entry and screen.boxed and _continues(open_entry.title[-1], token.shown, right):
            open_entry.title.append(token.shown)
        else:
            open_entry = _Entry([token.shown], day, year=year)
            (entries if over else waiting).append(open_entry)
    return _without_texts(entries) if over and screen.boxed else entries


def _in_column(tokens: list[Token], screen: Screen) -> list[Token]:
    """The lines of a site's list without the menu that stands to its left."""
    left = min((token.shown.box[0] for token in tokens if token.role == "day"), default=0)
    if not screen.boxed or screen.channel == "wechat":
        return tokens
    return [token for token in tokens if token.role != "title" or token.shown.box[2] >= left]


def _dated(waiting: Sequence[_Entry], day: Token, year: int | None, screen: Screen) -> _Entry:
    """The title over a day: the largest text of those that follow one another down to it, else the last."""
    found = waiting[-1]
    lower = day.shown
    for entry in reversed(waiting if screen.boxed else ()):
        last, lower_is_day = entry.title[-1], lower is day.shown
        near = 2.5 if lower_is_day else 1.1
        aligned = abs(entry.title[0].box[0] - found.title[0].box[0]) <= last.letter
        if not aligned or lower.box[1] - last.box[3] > near * min(lower.letter, last.letter):
            break
        if entry.letter * _LARGER > found.letter:
            found = entry
        lower = entry.title[0]
    return replace(found, dated=day, year=year)


def _without_texts(entries: Sequence[_Entry]) -> list[_Entry]:
    """The entries without the beginnings of texts, which stand under the titles in smaller letters."""
    kept: list[_Entry] = []
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


def _days_stand_over(tokens: list[Token], screen: Screen) -> bool:
    """Whether each day stands over its titles, not under its title."""
    over = under = 0
    above: list[int] = []
    below: list[int] = []
    rows = [token for token in tokens if token.role != "year"]
    for at, token in enumerate(rows):
        if token.role != "day":
            continue
        figures = [each for each in rows[max(0, at - 2) : at + 3] if each.role == "figures"]
        if any(beside(token, each) for each in figures):
            under += 1
            continue
        before, after = (rows[at - 1] if at else None), (rows[at + 1] if at + 1 < len(rows) else None)
        over += before is not None and before.role == "figures"
        under += after is not None and after.role == "figures"
        if screen.boxed and before and after:
            above.append(token.shown.box[1] - before.shown.box[3])
            below.append(after.shown.box[1] - token.shown.box[3])
    if over != under:
        return over > under
    if above and abs(median(above) - median(below)) > 0.3 * max(1.0, median(above), median(below)):
        return median(below) < median(above)
    return bool(rows) and rows[-1].role != "day"


# --- the name over the list -------------------------------------------------------------------------


def _account(screen: Screen, entries: Sequence[_Entry], words: Words, schools: Sequence[str]) -> str:
    """The name over the list; one with a school's name first, then one that sounds like an account or a site."""
    used = {id(one) for entry in entries for one in (*entry.title, *(entry.dated.lines if entry.dated else ()))}
    first = min((one.middle for entry in entries for one in entry.title), default=0.0)
    head = [
        one
        for one in screen.shown
        if id(one) not in used and (one.middle < first or not screen.boxed) and not is_noise(one, words)
        and 3 <= len(one.bare) <= 40 and not re.search(r"[>»]|位置|[“\"]|检索", one.bare)
        and is_date_line(one, words) is None
    ]  # fmt: skip
    named = [one for one in head if any(school in one.bare for school in schools)]
    if screen.channel == "wechat":
        titles = {one.box[0] for entry in entries for one in entry.title[:1]}
        apart = [one for one in head if all(abs(one.box[0] - left) > one.letter for left in titles)]
        chosen = named[:1] or (apart if screen.boxed else head)[:1]
    else:
        sounding = [one for one in head if words.screens.site_words.any.search(one.bare)]
        chosen = sorted(named, key=lambda one: ("…" in one.bare or ".." in one.bare, -one.letter))[:1] or sounding[:1]
        if not named:
            foot = [name for name in in_foot(screen, words) if any(school in name for school in schools)]
            return next(iter(foot), chosen[0].text if chosen else "")
    return site_name(chosen[0].text, schools) if chosen else ""
