"""The lines of a page as they stand on a screen, and the days that they show."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from verifier.language.dates import FoundDate, find_dates
from verifier.model import Box, DateSpan, Expressions, Page, TextLine, Words

_LINE = 24
"""height of a line of a page that has no picture"""
_PITCH = 30
_TELLING, _OF_HEIGHT = 3, 0.86
"""letters by whose width their size is told; else the share of a box's height that they fill"""

_RELATIVE = re.compile(
    r"(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]|\d+\s*(?:天|小时|分钟|周)前|刚刚)(?:\s*(?:上午|下午|晚上)?\s*\d{1,2}:\d\d)?"
)
_GLUED = re.compile(r"((?:19|20)\d\d([-/.年])\d{1,2}[-/.月])(\d{1,2})(\d{2}:\d{2})")
_SHORT_DAY = re.compile(r"(?<![\d-])(\d{1,2})[-/.](\d{1,2})(?![\d-])")
_TIME = re.compile(r"^\s*(?:T|上午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?")
PROVINCE = re.compile(r"(?:发[表布]于)?[\u4e00-\u9fff]{2,3}")
_PLACE_TAIL = re.compile(r"^\s*(?:发[表布]于)?\s*[\u4e00-\u9fff]{0,4}\s*$")
_EDGES = " \t|·.,，、:：;-—_/>»()（）[]【】<《》“”\"'"
_BLANK_BEFORE_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff:])\s+(?=[\d(\[])")
_SENTENCE = re.compile(r"[。!?;]")
_SLOPES = tuple(step / 500 for step in range(-20, 21))
"""pixels down for each pixel to the right, by which a page may be askew"""
_LONGEST_META, _LONGEST_HEAD, _LONGEST_DATE_LINE, _LONGEST_NAMED = 90, 40, 60, 24
"""characters of a line with the day of a post, of what stands before the day, of a line that only tells the day, and of
a name behind it, at most"""
_MARKS = 2
"""characters before a day that leads a title, at most"""
_TITLE = 5
"""characters of a title beside a day, at least"""
_OPENING, _CLOSING = "[(【", "])】"
_FIGURES = re.compile(r"[-/.]")
_TWO_TWO = re.compile(r"\d\d\D\d\d")
_HAN_DATE = re.compile("[年月日]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it stands on a screen."""

    line: TextLine
    text: str
    """NFKC; a day and a time that were read as one are apart"""
    bare: str
    """without blanks"""
    box: Box
    """made up from the order where the page has no picture"""

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2

    @property
    def letter(self) -> float:
        """The size of its letters, by its width: the box of a line that runs aslant is too high."""
        units = sum(1.0 if char > "\u2e7f" else 0.55 for char in self.line.text)
        return (self.box[2] - self.box[0]) / units if units >= _TELLING else float(self.height) * _OF_HEIGHT


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a line shows, with what stands before and after it."""

    span: DateSpan | None
    """None for a relative one: 昨天"""
    before: str
    after: str
    quote: str
    timed: bool
    labelled: bool = False


def look(page: Page) -> tuple[Shown, ...]:
    """The lines of a page from top to bottom, those of one height from left to right."""
    boxed = all(line.place.box for line in page.lines)
    shown = []
    for number, line in enumerate(page.lines):
        text = spaced(unicodedata.normalize("NFKC", line.text)).strip()
        box = line.place.box if boxed else None
        made_up = (0, number * _PITCH, 20 * len(text), number * _PITCH + _LINE)
        if text:
            shown.append(Shown(line, text, re.sub(r"\s", "", text), box or made_up))
    if boxed:
        return tuple(one for row in rows_of(_straightened(shown)) for one in row)
    return tuple(shown)


def _straightened(shown: list[Shown]) -> list[Shown]:
    """The lines of a page that was photographed a little askew, as they stand on the page."""
    best = max(_SLOPES, key=lambda slope: (_met(shown, slope), -abs(slope)))
    if not best or len(shown) < 6 or _met(shown, best) < _met(shown, 0.0) + 3:
        return shown
    straight = []
    for one in shown:
        left, top, right, bottom = one.box
        down = round(best * (left + right) / 2)
        spare = min(round(abs(best) * (right - left) / 2), (bottom - top) // 3)
        straight.append(replace(one, box=(left, top - down + spare, right, bottom - down - spare)))
    return straight


def _met(shown: list[Shown], slope: float) -> int:
    """How many neighbours stand on one height when the page is turned back by a slope."""
    heights = [(one.middle - slope * (one.box[0] + one.box[2]) / 2, one.height) for one in shown]
    return sum(b[0] - a[0] <= 0.12 * min(a[1], b[1]) for a, b in pairwise(sorted(heights)))


def rows_of(shown: Iterable[Shown]) -> list[list[Shown]]:
    """Lines of one height together, from left to right; the rows from top to bottom."""
    rows: list[list[Shown]] = []
    for one in sorted(shown, key=lambda each: (each.middle, each.box[0])):
        last = rows[-1][0] if rows else None
        if last and one.middle - last.middle <= 0.5 * min(one.height, last.height):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda one: one.box[0]) for row in rows]


def spaced(text: str) -> str:
    """A day and a time of day without a blank between them, set apart: 2024/4/210:15 → 2024/4/2 10:15."""

    def apart(found: re.Match[str]) -> str:
        head, day, clock = found[1], found[3], found[4]
        padded = bool(re.search(r"[-/.年]0\d[-/.月]$", head))
        if len(day) == 2 and (padded or int(day) > 9) and int(clock[:2]) < 24:
            return f"{head}{day} {clock}"
        if not padded and int(clock[:2]) < 24 and 1 <= int(day) <= 31:
            return f"{head}{day} {clock}"
        return found[0]

    return _GLUED.sub(apart, text)


def day_in(text: str, words: Words) -> Day | None:
    """The day that a line shows; the one after a label of a post's date before any other."""
    found = find_dates(text)
    if not found:
        return _short_day(text) or _relative_day(text)
    whole = [each for each in found if not each.is_range and each.span.precision in ("day", "month")]
    days = [_day(text, each, words) for each in whole]
    return next((day for day in days if day.labelled), next(iter(days), None))


def _day(text: str, found: FoundDate, words: Words) -> Day:
    before, after = text[: found.start], text[found.end :]
    timed = bool(found.time or _TIME.match(after))
    return Day(found.span, before, _TIME.sub("", after), found.quote, timed, _labelled(before, text, words))


def _short_day(text: str) -> Day | None:
    """A month and a day in figures: 05-20."""
    found = _SHORT_DAY.search(text)
    if not found or not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= 31:
        return None
    span = DateSpan(None, None, "day", int(found[1]), int(found[2]))
    return Day(span, text[: found.start()], text[found.end() :], found[0], False)


def _relative_day(text: str) -> Day | None:
    """A day told from the one on which the screen was made: 昨天, 3天前."""
    found = _RELATIVE.search(text)
    return Day(None, text[: found.start()], text[found.end() :], found[0], ":" in found[0]) if found else None


def _labelled(before: str, whole: str, words: Words) -> bool:
    head = before.rstrip(" :：[(")
    if head.endswith(words.date_roles.published):
        return True
    plain = re.search(r"(?:^|(.))\s*(?:时间|日期)$", head)
    if not plain:
        return False
    return not plain[1] or not "\u4e00" <= plain[1] <= "\u9fff" or len(signs(whole, words.screens.labels)) > 2


def rest(text: str, *lists: Expressions) -> str:
    """What is left of a text without the figures and labels that stand in a line about a post."""
    text = _BLANK_BEFORE_FIGURE.sub("", text)
    for expressions in lists:
        text = expressions.any.sub(" ", text)
    return text.strip(_EDGES)


def is_date_line(shown: Shown, words: Words) -> Day | None:
    """The day of a line that says nothing else, figures about its readers aside."""
    if len(shown.text) > _LONGEST_DATE_LINE:
        return None
    day = day_in(shown.text, words)
    if day is None:
        return None
    left = rest(day.before, words.screens.stats, words.screens.labels)
    right = rest(day.after, words.screens.stats, words.screens.labels)
    if day.span is None and (left or right):
        return None
    return day if len(left) + len(right) <= 1 else None


def meta_of(shown: Shown, words: Words) -> Day | None:
    """The day of the line under an article's title; None for any other line."""
    if len(shown.text) > _LONGEST_META or _SENTENCE.search(shown.text):
        return None
    day = day_in(shown.text, words)
    if day is None or (day.span is not None and day.span.precision != "day"):
        return None
    return day if day.labelled or (_ends_meta(day, words) and _begins_meta(day, words)) else None


def _ends_meta(day: Day, words: Words) -> bool:
    """Whether nothing follows a day but labels, figures, a place or a name."""
    tail = rest(day.after, words.screens.stats, words.screens.labels)
    return not tail or bool(_PLACE_TAIL.match(tail)) or _is_name(tail, day, words)


def _begins_meta(day: Day, words: Words) -> bool:
    """Whether what stands before a day may be a name; before a relative one without a time nothing stands."""
    head = rest(day.before, words.screens.stats)
    return len(head) <= _LONGEST_HEAD and (day.span is not None or day.timed or not head)


def behind(day: Day, words: Words) -> str:
    """The name that an old screen shows behind the day of an article; no province."""
    name = rest(day.after, words.screens.stats)
    return "" if PROVINCE.fullmatch(name) else name


def _is_name(text: str, day: Day, words: Words) -> bool:
    """Whether what follows a day is the name of an account, and no sentence: behind a time, or with a school's name."""
    bare = _folded(text)
    if len(bare) > _LONGEST_NAMED or re.search("[,:、]", bare) or day.before.strip():
        return False
    names = (name for school in words.schools for name in (school.name, *school.aliases))
    figures = day.timed and not _HAN_DATE.search(day.quote)
    marked = len(bare) < len(_folded(day.after))  # 原创 stands between day and name
    return figures or marked or any(_folded(name) in bare for name in names)


@lru_cache(maxsize=256)
def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace(" ", "")


def is_noise(shown: Shown, words: Words) -> bool:
    return bool(words.screens.noise.any.fullmatch(shown.bare))


def telling(shown: Iterable[Shown], words: Words, least: int = 0, most: int | None = None) -> list[Shown]:
    """The lines of so many characters that are no noise."""
    lengths = range(least, sys.maxsize if most is None else most + 1)
    return [one for one in shown if len(one.bare) in lengths and not is_noise(one, words)]


def signs(text: str, expressions: Expressions) -> tuple[str, ...]:
    """What of a text fits the expressions, once an expression."""
    return tuple(found[0] for found in expressions.found(text) if found[0])


def signs_in(shown: Iterable[Shown], expressions: Expressions) -> str:
    """The first text that fits one of the expressions, else ''."""
    return next((found[0] for one in shown if (found := signs(one.bare, expressions))), "")


def bracketed(one: Shown, words: Words) -> Day | None:
    """The day in brackets before a title, or in figures after it, as lists of sites show it."""
    day = day_in(one.text, words)
    if day is None or day.span is None or day.labelled:
        return None
    return day if _leads_title(day, day.span) or _trails_title(day) else None


def _leads_title(day: Day, span: DateSpan) -> bool:
    """Whether a title follows a day in brackets, or one in figures that is surely a day: with its year, or 05-20."""
    before, after = day.before.strip(), day.after.strip()
    if len(before) > _MARKS or before[-1:] not in ("", *_OPENING) or not _is_title(after):
        return False
    figures = bool(_FIGURES.search(day.quote))
    if before:
        return figures or after[:1] in ("", *_CLOSING, "·")
    return figures and bool(span.start or _TWO_TWO.fullmatch(day.quote))


def _is_title(text: str) -> bool:
    return len(text) >= _TITLE and not _SENTENCE.search(text[-1])


def _trails_title(day: Day) -> bool:
    """Whether a title ends with a day in figures, in brackets or after a blank."""
    before, after = day.before.strip(), day.after.strip()
    if after not in ("", *_CLOSING) or len(before) < _TITLE or day.timed or _HAN_DATE.search(day.quote):
        return False
    return before[-1] in _OPENING or day.before[-1] in (" ", "\t", ")", "》")
