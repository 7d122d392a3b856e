"""The lines of a page as they stand on a screen."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.model import Box, Expressions, Page, TextLine, Words

_LINE = 24
"""height of a line of a page that has no picture"""
_PITCH = 30
_TELLING, _OF_HEIGHT = 3, 0.86
"""letters by whose width their size is told; else the share of a box's height that they fill"""

_GLUED = re.compile(r"((?:19|20)\d\d([-/.年])\d{1,2}[-/.月])(\d{1,2})(\d{2}:\d{2})")
_DATE_BEGUN = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}(?:月(?:\d{1,2}日?)?)?)?$")
_DATED = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*\d{1,2}:\d\d")
"""what a line ends with whose date goes on in the next one; the date and time of a byline"""
_SLOPES = tuple(step / 500 for step in range(-20, 21))
"""pixels down for each pixel to the right, by which a page may be askew"""
_LEAST_ASKEW, _MET_MORE = 6, 3
"""lines of such a page, and lines more that meet on one height when it is turned back, at least"""
_ONE_HEIGHT = 0.12
"""of the lower line's height: by so little two lines differ that meet"""
_STOP = re.compile(r"[。;:!?]$")
PROVINCE = re.compile(r"(?:发[表布]于)?[\u4e00-\u9fff]{2,3}")
"""from where an account posts, beside or under the day"""
_DAY, _CLOCK = re.compile(r"\d日$"), re.compile(r"\d{1,2}:\d\d")
_RAGGED, _INDENT, _LEADING, _ONE_SIZE = 2, 2.5, 2.1, 0.93
"""letters by which a full line of a text ends before the edge, and the first one begins after it; heights from line to
line; the smaller letters by the larger"""


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
        return _whole_dates([one for row in rows_of(_straightened(shown)) for one in row])
    return _whole_dates(shown)


def _whole_dates(shown: Sequence[Shown]) -> tuple[Shown, ...]:
    """The lines; where a byline breaks in its date and time the whole of them is in the lower line."""
    lines = list(shown)
    for at, (upper, lower) in enumerate(pairwise(shown)):
        begun = _DATE_BEGUN.search(upper.text)
        # a date in a line of its own is a camera's as well as an account's
        if begun and begun.start() and _DATED.match(whole := begun[0] + lower.text):
            lines[at] = _saying(lines[at], upper.text[: begun.start()].rstrip())
            lines[at + 1] = replace(_saying(lower, whole), box=lower.box)
    return tuple(lines)


def _saying(one: Shown, text: str) -> Shown:
    """A line that says the beginning of what it said, in as much narrower a box."""
    left, top, right, bottom = one.box
    box = left, top, left + round((right - left) * len(text) / len(one.text)), bottom
    return replace(one, text=text, bare=re.sub(r"\s", "", text), box=box)


def _straightened(shown: list[Shown]) -> list[Shown]:
    """The lines of a page that was photographed a little askew, as they stand on the page."""
    best = max(_SLOPES, key=lambda slope: (_met(shown, slope), -abs(slope)))
    if not best or len(shown) < _LEAST_ASKEW or _met(shown, best) < _met(shown, 0.0) + _MET_MORE:
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
    return sum(b[0] - a[0] <= _ONE_HEIGHT * min(a[1], b[1]) for a, b in pairwise(sorted(heights)))


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


def in_texts(shown: Sequence[Shown]) -> list[Shown]:
    """The lines of running texts: those that reach the right edge and go on in the next one, and those that do."""
    right = max((one.box[2] for one in shown), default=0)
    pairs = [(upper, lower) for upper in shown for lower in shown if _runs_into(upper, lower, right)]
    met = {id(one) for pair in pairs for one in pair}
    return [one for one in shown if id(one) in met]


def _runs_into(upper: Shown, lower: Shown, right: int) -> bool:
    """Whether a full line without a stop goes on in the one close under it, which begins about where it does."""
    if right - upper.box[2] > _RAGGED * upper.letter or _STOP.search(upper.bare) or PROVINCE.fullmatch(lower.bare):
        return False
    if _DAY.search(upper.bare) and _CLOCK.match(lower.bare):
        return False  # the day and the time of a post in two lines
    smaller, larger = sorted((upper.letter, lower.letter))
    near = lower.box[1] >= upper.middle and lower.middle - upper.middle <= _LEADING * upper.height
    indented = -0.5 <= (upper.box[0] - lower.box[0]) / max(1.0, upper.letter) <= _INDENT
    return near and indented and smaller >= _ONE_SIZE * larger


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
