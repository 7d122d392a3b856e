"""The posts that a list of an account or a site shows, one an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Literal

from verifier.facts.articles import joined, least, place_of
from verifier.facts.screens import Day, Screen, Shown, bracketed, is_date_line, is_noise, rest, signs, union
from verifier.model import DateSpan, Fact, Post, Words

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_MONTH = re.compile(r"((?:19|20)\d\d)[-./年](\d{1,2})月?")
_NUMBER = re.compile(r"\d{1,2}日?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})日?")
Role = Literal["day", "figures", "year", "title"]


@dataclass(frozen=True, slots=True)
class _Token:
    """A line of the list and what it is."""

    role: Role
    shown: Shown
    day: Day | None = None
    text: str = ""
    """of a line with title and day: the title"""
    more: tuple[Shown, ...] = ()
    """the other lines of a day in two lines: 20 over 2024-11"""


@dataclass(slots=True)
class _Entry:
    title: list[Shown]
    day: Day | None
    dated: Shown | None
    text: str = ""
    year: int | None = None
    """of the heading over it"""
    state: Literal["published", "deleted"] = "published"
    figures: list[Shown] = field(default_factory=list)


def read_list(screen: Screen, words: Words, schools: Sequence[str]) -> tuple[Fact, ...]:
    """A post for each entry, from top to bottom."""
    tokens = _tokens(screen, words)
    entries = _in_rows(tokens, screen)
    if entries is None:
        entries = _in_groups(tokens, screen)
    account = _account(screen, entries, words, schools)
    days = _with_years(entries)
    facts = []
    for entry, day in zip(entries, days, strict=True):
        title = entry.text or joined([one.line.text for one in entry.title])
        if len(re.sub(r"\W", "", title)) < 3:
            continue
        post = Post(title, screen.channel, account, day, view="list", state=entry.state)
        lines = [*entry.title, *([entry.dated] if entry.dated and day else [])]
        quote = entry.day.quote if entry.day else ""
        facts.append(Fact("post", post, title, place_of(entry.title), least(lines), "posts", label=quote))
    return tuple(facts)


def _tokens(screen: Screen, words: Words) -> list[_Token]:
    """The lines that may belong to an entry, from top to bottom."""
    boxes = {id(one): token for token in _day_boxes(screen) for one in (token.shown, *token.more)}
    tokens: list[_Token] = []
    for one in screen.shown:
        if id(one) in boxes:
            if boxes[id(one)].shown is one:
                tokens.append(boxes[id(one)])
        elif _YEAR.fullmatch(one.bare):
            tokens.append(_Token("year", one))
        elif day := is_date_line(one, words):
            tokens.append(_Token("day", one, day))
        elif day := bracketed(one, words):
            text = day.after if len(day.after) > len(day.before) else day.before
            tokens.append(_Token("title", one, day, text.lstrip(" \t·.,、:-—_/|>»])】").rstrip(" \t·.,-—_/|>[(【")))
        elif _is_figures(one, words):
            tokens.append(_Token("figures", one))
        elif not is_noise(one, words) or (len(one.bare) == 1 and "\u4e00" <= one.bare <= "\u9fff"):
            deleted = signs(one.bare, words, "screen_deleted")
            tokens.append(_Token("figures" if deleted else "title", one))
    return tokens


def _is_figures(one: Shown, words: Words) -> bool:
    """Whether a line only says how many read or liked a post."""
    left = rest(one.text, words, "screen_stats")
    return (not left and bool(_HAN.search(one.bare))) or bool(_FIGURES.search(one.bare))


_HAN = re.compile(r"[\u4e00-\u9fff]")
_FIGURES = re.compile(r"^阅读(?:量)?:?[\d.]")


def _day_boxes(screen: Screen) -> Iterator[_Token]:
    """Days in two lines, one over the other: 20 and 2024-11, 11-20 and 2024."""
    taken: set[int] = set()
    for upper in screen.shown:
        for lower in screen.shown:
            if upper is lower or id(upper) in taken or id(lower) in taken or not _stacked(upper, lower):
                continue
            span = _two_lines(upper.bare, lower.bare) or _two_lines(lower.bare, upper.bare)
            if span:
                taken |= {id(upper), id(lower)}
                day = Day(span, "", "", f"{upper.bare} {lower.bare}", False)
                yield _Token("day", upper, day, more=(lower,))


def _stacked(upper: Shown, lower: Shown) -> bool:
    gap = lower.box[1] - upper.box[3]
    if not -0.5 * upper.height <= gap <= 1.2 * upper.height or lower.middle <= upper.middle:
        return False
    return lower.box[0] <= upper.box[2] and upper.box[0] <= lower.box[2]


def _two_lines(one: str, other: str) -> DateSpan | None:
    """The day of `20` with `2024-11`, or of `11-20` with `2024`."""
    if _NUMBER.fullmatch(one) and (month := _MONTH.fullmatch(other)):
        return _span(int(month[1]), int(month[2]), int(one.rstrip("日")))
    if (day := _MONTH_DAY.fullmatch(one)) and (year := _YEAR.fullmatch(other)):
        return _span(int(year[1]), int(day[1]), int(day[2]))
    return None


def _span(year: int, month: int, day: int) -> DateSpan | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DateSpan(found, found, "day", month, day)


def _in_rows(tokens: list[_Token], screen: Screen) -> list[_Entry] | None:
    """Entries whose day stands beside the title or in its line; None when days stand over or under the titles."""
    titles = [token for token in tokens if token.role == "title"]
    days = [token for token in tokens if token.role == "day"]
    inline = [token for token in titles if token.day]
    beside: dict[int, _Token] = {}
    if screen.boxed:
        for token in days:
            row = [other for other in titles if not other.day and id(other) not in beside and _beside(token, other)]
            if row:
                beside[id(min(row, key=lambda other: (other.shown.box[1], other.shown.box[0])))] = token
    if not inline and (not beside or 2 * len(beside) < len(days)):
        return None
    entries: list[_Entry] = []
    year: int | None = None
    right = max((token.shown.box[2] for token in titles if token.day or id(token) in beside), default=0)
    for token in tokens:
        if token.role == "year":
            year = int(token.shown.bare[:4])
        elif token.role == "title" and token.day:
            entries.append(_Entry([token.shown], token.day, token.shown, token.text, year))
        elif token.role == "title" and id(token) in beside:
            found = beside[id(token)]
            entries.append(_Entry([token.shown], found.day, found.shown, year=year))
        elif token.role == "title" and screen.boxed and _extends(entries, token.shown, right):
            entries[-1].title.append(token.shown)
    return entries


def _extends(entries: Sequence[_Entry], shown: Shown, right: int) -> bool:
    return bool(entries) and not entries[-1].text and _continues(entries[-1].title[-1], shown, right)


def _beside(day: _Token, title: _Token) -> bool:
    lines = (day.shown, *day.more)
    top, bottom = min(one.box[1] for one in lines), max(one.box[3] for one in lines)
    box = title.shown.box
    shared = min(bottom, box[3]) - max(top, box[1])
    apart = day.shown.box[0] >= box[2] - 4 or max(one.box[2] for one in lines) <= box[0] + 4
    return apart and shared >= 0.5 * min(bottom - top, box[3] - box[1])


def _continues(upper: Shown, lower: Shown, right: int) -> bool:
    """Whether a line goes on with the title whose line above it is full."""
    full = upper.box[2] - upper.box[0] >= 0.82 * (right - upper.box[0])
    low = min(upper.height, lower.height)
    near = lower.box[1] - upper.box[3] <= 1.0 * low
    alike = low >= (0.8 if len(lower.bare) > 3 else 0.5) * max(upper.height, lower.height)
    return full and near and alike and abs(upper.box[0] - lower.box[0]) <= 1.2 * low


def _in_groups(tokens: list[_Token], screen: Screen) -> list[_Entry]:
    """Entries whose day stands over them, or under them."""
    over = _days_stand_over(tokens, screen)
    right = _right_edge(tokens)
    entries: list[_Entry] = []
    year: int | None = None
    day: _Token | None = None
    open_entry: _Entry | None = None
    waiting: list[_Entry] = []
    for token in tokens:
        if token.role == "year":
            year, open_entry = int(token.shown.bare[:4]), None
        elif token.role == "day" and over:
            day, open_entry = token, None
        elif token.role == "day":
            for entry in waiting[-1:]:
                entry.day, entry.dated, entry.year = token.day, token.shown, year
                entries.append(entry)
            waiting, open_entry = [], None
        elif token.role == "figures":
            shown = open_entry or (entries[-1] if over and entries else None)
            if shown and "删除" in token.shown.bare:
                shown.state = "deleted"
            open_entry = None
        elif over and day is None:
            continue
        elif open_entry and _goes_on(open_entry.title[-1], token.shown, right, screen):
            open_entry.title.append(token.shown)
        else:
            open_entry = _Entry([token.shown], day.day if day else None, day.shown if day else None, year=year)
            (entries if over else waiting).append(open_entry)
    return entries


def _right_edge(tokens: Sequence[_Token]) -> int:
    """How far the titles reach; what stands over the list (name, description) is left out."""
    first = next((index for index, token in enumerate(tokens) if token.role == "day"), 0)
    listed = tokens[max(0, first - 3) :]
    left = min((token.shown.box[0] for token in listed if token.role != "title"), default=0)
    reach = [token.shown.box[2] for token in listed if token.role == "title" and token.shown.box[2] > left]
    return max(reach, default=0)


def _goes_on(upper: Shown, lower: Shown, right: int, screen: Screen) -> bool:
    return screen.boxed and _continues(upper, lower, right)


def _days_stand_over(tokens: list[_Token], screen: Screen) -> bool:
    """Whether each day stands over its titles, not under its title."""
    after_figures = before_figures = 0
    above: list[int] = []
    below: list[int] = []
    rows = [token for token in tokens if token.role != "year"]
    for before, token in zip([None, *rows], rows, strict=False):
        if token.role != "day":
            continue
        after = rows[rows.index(token) + 1] if token is not rows[-1] else None
        after_figures += before is not None and before.role == "figures"
        before_figures += after is not None and after.role == "figures"
        if screen.boxed and before and after:
            above.append(token.shown.box[1] - before.shown.box[3])
            below.append(after.shown.box[1] - token.shown.box[3])
    if any(token.role == "figures" for token in tokens) and after_figures != before_figures:
        return after_figures > before_figures
    if above and abs(median(above) - median(below)) > 0.3 * max(1.0, median(above), median(below)):
        return median(below) < median(above)
    last = next((token for token in reversed(rows)), None)
    return last is not None and last.role != "day"


def _with_years(entries: Sequence[_Entry]) -> list[DateSpan | None]:
    """The days, with the year of the heading over them, or of the list's order where it leaves one year."""
    days: list[DateSpan | None] = []
    for entry in entries:
        span = entry.day.span if entry.day else None
        if span and span.start is None and entry.year and span.month and span.day:
            span = _span(entry.year, span.month, span.day) or span
        days.append(span)
    settled = list(days)
    for index, span in enumerate(days):
        if span is None or span.start is not None or not span.month or not span.day:
            continue
        above = next((each.start for each in reversed(days[:index]) if each and each.start), None)
        below = next((each.start for each in days[index + 1 :] if each and each.start), None)
        if above and below:
            fitting = [year for year in range(below.year, above.year + 1) if _fits(year, span, below, above)]
            if len(fitting) == 1:
                settled[index] = replace(_span(fitting[0], span.month, span.day) or span)
    return _at_the_ends(settled)


def _at_the_ends(days: Sequence[DateSpan | None]) -> list[DateSpan | None]:
    """Days over the first or under the last that carries a year: an account leaves the year of its newest out."""
    dated = [(index, each.start) for index, each in enumerate(days) if each and each.start]
    settled = list(days)
    if not dated or any(later[1] > earlier[1] for earlier, later in pairwise(dated)):
        return settled
    (first, newest), (last, oldest) = dated[0], dated[-1]
    settled[:first] = _of_one_year(days[:first], after=newest)
    if len(dated) > 1:
        settled[last + 1 :] = _of_one_year(days[last + 1 :], before=oldest)
    return settled


def _of_one_year(
    days: Sequence[DateSpan | None], after: date | None = None, before: date | None = None
) -> list[DateSpan | None]:
    """Days that fall from first to last, in the year next to their neighbour's; unchanged where they don't."""
    falling = [(each.month, each.day) for each in days if each and each.month and each.day]
    if not falling or falling != sorted(falling, reverse=True):
        return list(days)
    if after is not None:
        year = after.year + (falling[-1] < (after.month, after.day))
    else:
        assert before is not None
        year = before.year - (falling[0] > (before.month, before.day))
    return [_span(year, each.month, each.day) or each if each and each.month and each.day else each for each in days]


def _fits(year: int, span: DateSpan, below: date, above: date) -> bool:
    found = _span(year, span.month or 0, span.day or 0)
    return found is not None and found.start is not None and below <= found.start <= above


def _account(screen: Screen, entries: Sequence[_Entry], words: Words, schools: Sequence[str]) -> str:
    """The name over the list; one with a school's name first, then one that sounds like an account or a site."""
    used = {id(one) for entry in entries for one in (*entry.title, *([entry.dated] if entry.dated else []))}
    first = min((one.middle for entry in entries for one in entry.title), default=0.0)
    head = [
        one
        for one in screen.shown
        if id(one) not in used and (one.middle < first or not screen.boxed) and not is_noise(one, words)
        and 3 <= len(one.bare) <= 40 and not re.search(r"[>»]|位置|[“\"]|检索", one.bare)
        and is_date_line(one, words) is None
    ]  # fmt: skip
    site = union(tuple(re.escape(word) for word in words.lists.get("site_words", ())))
    named = [one for one in head if any(school in one.bare for school in schools)]
    sounding = [one for one in head if site and site.search(one.bare)]
    if screen.channel == "wechat":
        chosen = named[:1] or head[:1]
    else:
        chosen = sorted(named, key=lambda one: "…" in one.bare or ".." in one.bare)[:1] or sounding[:1]
    return chosen[0].text if chosen else ""
