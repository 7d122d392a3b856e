"""The lines of a list of posts, each as what it is: a title, a day, a year over others, figures, what became of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from verifier.facts.posts.accounts import LONGEST_NAME
from verifier.facts.posts.listed_days import day_of
from verifier.facts.posts.listed_states import State, parted
from verifier.facts.posts.screen_days import Day, bracketed, is_date_line, meta_of, rest
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Shown, is_noise
from verifier.model import DateSpan, Words

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度?)?(?!\d)")
_MARKS = re.compile(r"[\W_]")
_ONE_YEAR, _LONGEST_HEADING = 3, 8
"""parts of a line round one year; characters of the name of a list beside it, at most"""
_MONTH = re.compile(r"((?:19|20)\d\d)[-./年](\d{1,2})月?")
_MONTH_BEGUN = re.compile(r"(?:19|20)\d\d[-./年]")
_NUMBER = re.compile(r"\d{1,2}日?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})日?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FIGURES = re.compile(r"^阅读(?:量)?:?[\d.]")
_COUNTER = re.compile(r"(?<![\d./:-])\d+(?:\.\d)?[万wWkK]?\+?(?![\d./:-])")
_COUNTERS = 2
"""numbers and icons in a line that has no letters, at least: of those who read, liked, shared a post"""
_SHORT_NOISE = 4
"""characters of a line that looks like noise and may be the remainder of a title, at most"""
_SMALLER = 0.9
"""of the letters of a title: those of a name beside a day, and of the beginning of a text"""
Role = Literal["day", "figures", "year", "title", "state"]


@dataclass(frozen=True, slots=True)
class Token:
    """A line of the list and what it is."""

    role: Role
    shown: Shown
    day: Day | None = None
    text: str = ""
    """of a line with title and day: the title; of a day: the account that stands beside it"""
    more: tuple[Shown, ...] = ()
    """the other lines of a day in two lines: 20 over 2024-11"""
    state: State = "published"
    """what the line says became of the post"""

    @property
    def lines(self) -> tuple[Shown, ...]:
        return (self.shown, *self.more)

    @property
    def is_dated_title(self) -> bool:
        return self.role == "title" and self.day is not None

    @property
    def year(self) -> int:
        """Of a year over others."""
        found = _YEAR.search(self.shown.bare)
        return int(found[1]) if found else 0


def tokens_of(screen: Screen, words: Words) -> list[Token]:
    """The lines that may belong to an entry, from top to bottom."""
    boxes = {id(one): token for token in _day_boxes(screen) for one in token.lines}
    tokens: list[Token] = []
    for one in screen.shown:
        token = boxes[id(one)] if id(one) in boxes else _token(one, screen, words, tokens)
        if token and one not in token.more:
            tokens.append(token)
    return _with_names(tokens) if screen.boxed and screen.channel == "wechat" else tokens


def _token(one: Shown, screen: Screen, words: Words, before: Sequence[Token]) -> Token | None:
    """A line that stands alone as what it is; None for one that belongs to no entry."""
    left, state = parted(one, words)
    if state == "published":
        return _plain_token(one, screen, words, before)
    token = _plain_token(left, screen, words, before) if left.bare else None
    if token is None or token.role not in ("title", "day"):
        return Token("state", one, state=state)
    return replace(token, state=state)


def _plain_token(one: Shown, screen: Screen, words: Words, before: Sequence[Token]) -> Token | None:
    """The same of a line that does not say what became of a post."""
    if _is_year(one, words):
        return Token("year", one)
    if day := is_date_line(one, words):
        return Token("day", one, day)
    return _named_day(one, screen, words) or _title(one, words, before)


def _is_year(one: Shown, words: Words) -> bool:
    """Whether a line is a year, or a year beside the name of the list: 通知公告 · 2024年."""
    parts = _YEAR.split(one.bare)
    if len(parts) != _ONE_YEAR:
        return False
    name = _MARKS.sub("", parts[0] + parts[-1])
    if len(name) > _LONGEST_HEADING or any(map(str.isdigit, name)):
        return False
    return not name or words.screens.noise.any.fullmatch(name) is not None


def _title(one: Shown, words: Words, before: Sequence[Token]) -> Token | None:
    """A title, with its day or without, or the figures about readers that stand beside one."""
    noise = is_noise(one, words)
    if noise and len(one.bare) > _SHORT_NOISE:
        return None
    if day := bracketed(one, words):
        return Token("title", one, day, bare_title(max(day.before, day.after, key=len)))
    if _is_figures(one, words):
        # a label without a figure, such as to whom a post was sent, tells nothing of where days stand
        return Token("figures", one) if any(map(str.isdigit, one.bare)) else None
    return None if noise and not _is_remainder(one, before) else Token("title", one)


def _is_remainder(one: Shown, tokens: Sequence[Token]) -> bool:
    """Whether a letter or figure is what is left of the title in the line above."""
    if len(one.bare) == 1 and _HAN.match(one.bare):
        return True
    upper = tokens[-1].shown if tokens and tokens[-1].role == "title" else None
    if upper is None or not any(char.isalnum() for char in one.bare):
        return False
    near = 0 <= one.box[1] - upper.box[3] + 0.3 * upper.height <= 1.2 * upper.height
    return near and abs(one.box[0] - upper.box[0]) <= 0.5 * upper.letter


def bare_title(text: str) -> str:
    """A title without the marks before and after it."""
    return text.lstrip(" \t·•▪●■◆.,、:-—_/|>»])】").rstrip(" \t·.,-—_/|>[(【")


def beside(one: Token, other: Token) -> bool:
    """Whether two stand side by side; the boxes of leaning letters may meet."""
    (left, top, right, bottom), box = around(one), other.shown.box
    shared, low = min(bottom, box[3]) - max(top, box[1]), min(bottom - top, box[3] - box[1])
    return (left >= box[2] - 0.5 * low or right <= box[0] + 0.5 * low) and shared >= 0.5 * low


def around(token: Token) -> tuple[int, int, int, int]:
    boxes = [one.box for one in token.lines]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


# --- days -------------------------------------------------------------------------------------------


def _named_day(one: Shown, screen: Screen, words: Words) -> Token | None:
    """A day with an account's name before it, as a search shows it."""
    if screen.channel != "wechat" or not (day := meta_of(one, words)):
        return None
    name = rest(day.before, words.screens.stats)
    return Token("day", one, day, name) if 2 <= len(name) <= LONGEST_NAME else None


def _with_names(tokens: list[Token]) -> list[Token]:
    """The tokens, where names of accounts stand beside the days in letters smaller than the titles'."""
    days = [token for token in tokens if token.role == "day"]
    names = {id(day): name for day in days if (name := _name_beside(day, tokens))}
    if 2 * sum(bool(day.text) or id(day) in names for day in days) < len(days):
        return tokens
    taken = set(map(id, names.values()))
    return [_named(token, names.get(id(token))) for token in tokens if id(token) not in taken]


def _name_beside(day: Token, tokens: Sequence[Token]) -> Token | None:
    """The first line beside a day without a name that may be one: short, in letters smaller than the titles'."""
    row = [other for other in tokens if other.role == "title" and not other.day and beside(day, other)]
    small = [one for one in row if len(one.shown.bare) <= LONGEST_NAME and _is_smaller(one, tokens)]
    return min(small, key=lambda one: one.shown.box[0], default=None) if not day.text else None


def _named(token: Token, name: Token | None) -> Token:
    return replace(token, text=name.shown.text) if name else token


def _is_smaller(name: Token, tokens: Sequence[Token]) -> bool:
    """Whether the nearest titles over and under a text are larger than it."""
    at = next(index for index, token in enumerate(tokens) if token is name)
    above = _titles(reversed(tokens[:at]))
    below = _titles(tokens[at + 1 :])
    return any(name.shown.letter <= _SMALLER * one.shown.letter for one in (*above, *below))


def _titles(tokens: Sequence[Token] | Iterator[Token]) -> list[Token]:
    """The titles to the next day, at most four."""
    found: list[Token] = []
    for token in tokens:
        if (token.role == "day" and found) or len(found) == 4:
            break
        found += [token] if token.role == "title" else []
    return found


def _is_figures(one: Shown, words: Words) -> bool:
    """Whether a line only says how many read or liked a post."""
    left = rest(one.text, words.screens.stats)
    if _is_row_of_counters(one.text):
        return True
    return (not left and bool(_HAN.search(one.bare))) or bool(_FIGURES.search(one.bare))


def _is_row_of_counters(text: str) -> bool:
    """Whether a line has numbers apart, or one beside an icon, and else only the signs that icons are read as."""
    left, many = _COUNTER.subn(" ", text)
    icon = any(unicodedata.category(char) == "So" for char in left)
    return many + icon >= _COUNTERS and many > 0 and not any(char.isalpha() or char.isdigit() for char in left)


def _day_boxes(screen: Screen) -> Iterator[Token]:
    """Days in two lines, one over the other: 20 and 2024-11, 11-20 and 2024; in a narrow box 2024- and 11 are two."""
    taken: set[int] = set()
    for upper in screen.shown:
        for lower in screen.shown:
            if upper is lower or id(upper) in taken or id(lower) in taken or not _stacked(upper, lower):
                continue
            ends = _ends_of_month(lower, screen) if _MONTH_BEGUN.fullmatch(lower.bare) else ()
            told = lower.bare + "".join(one.bare for one in ends)
            span = _two_lines(upper.bare, told) or _two_lines(told, upper.bare)
            if span:
                taken |= {id(upper), id(lower), *map(id, ends)}
                day = Day(span, "", "", f"{upper.bare} {told}", False)
                yield Token("day", upper, day, more=(lower, *ends))


def _ends_of_month(begun: Shown, screen: Screen) -> tuple[Shown, ...]:
    """The number under a year with a dash, where the box of a day is too narrow for both."""
    under = (one for one in screen.shown if _NUMBER.fullmatch(one.bare) and one is not begun and _stacked(begun, one))
    return (*islice(under, 1),)


def _stacked(upper: Shown, lower: Shown) -> bool:
    gap = lower.box[1] - upper.box[3]
    if not -0.5 * upper.height <= gap <= 1.2 * upper.height or lower.middle <= upper.middle:
        return False
    return lower.box[0] <= upper.box[2] and upper.box[0] <= lower.box[2]


def _two_lines(one: str, other: str) -> DateSpan | None:
    """The day of `20` with `2024-11`, or of `11-20` with `2024`."""
    if _NUMBER.fullmatch(one) and (month := _MONTH.fullmatch(other)):
        return day_of(int(month[1]), int(month[2]), int(one.rstrip("日")))
    if (day := _MONTH_DAY.fullmatch(one)) and (year := _YEAR.fullmatch(other)):
        return day_of(int(year[1]), int(day[1]), int(day[2]))
    return None
