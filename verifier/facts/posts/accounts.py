"""Whose an article or a page is: the name of the account or site that the screen shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from verifier.facts.posts.screen_days import Day, behind, rest
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import PROVINCE, Shown, telling
from verifier.model import Words

_SOURCE = re.compile(
    r"来源[:\s]*([^\s:|,,。\[\]【】]{2,30}?)(?=\s|作者|浏览|点击|发布|时间|日期|编辑|阅读|字体|【|\[|$)"
)

LONGEST_NAME = 16
"""characters of an account's name beside or under a day"""
_LONGEST_LINE, _LONGEST_UNDATED = 30, 24
"""characters of a line that may hold author and account, where there is a day, where there is none"""
_LINES_DOWN = 3
"""heights of a title: so far under it the name stands where there is no day"""
_GAP = 0.85
"""of the height of a day: the gap to the name under it, at most"""
_SIZES = 0.85, 1.12
"""letters of the name under a day beside those of the day"""
_SHORTEST_SITE, LONGEST_SITE = 4, 40
"""characters of a site's name, and of a line that has it"""
_PATH = re.compile(r"[>»]|位置")
"""a line that says where in a site the page is"""
_OFFICES = ("处", "中心", "部", "院", "办公室", "站", "科")
"""how the name of an author that is an office ends"""
_LONGEST_OFFICE = 10
"""characters of the name of an office that stands in a column of its own"""
_END = re.compile(r"地址|电话|邮编|[鲁京津沪冀豫]?ICP|©|\d{4}")
"""what follows the name in the foot of a page"""


def account_of(
    screen: Screen, title: list[Shown], meta: Shown | None, day: Day | None, words: Words, schools: Sequence[str]
) -> str | Shown:
    """The name of the account or site; a line where the name has one of its own, else a text."""
    if screen.channel == "website":
        return _site(screen, title, meta, words, schools)
    return _byline(screen, title, meta, day, words, schools)


def _byline(
    screen: Screen, title: list[Shown], meta: Shown | None, day: Day | None, words: Words, schools: Sequence[str]
) -> str | Shown:
    """The last name beside the day, else in the lines around it that are of its size: author, then account."""
    names: list[Shown | str] = []
    for one in _around(screen, title, meta, words):
        own = rest(one.text, words.screens.stats)
        if one is meta and day:
            own = rest(day.before, words.screens.stats) or behind(day, words)
        text = re.sub(r"^(?:原创|转载)\s*", "", own).strip()
        if len(text) > 1 and (not PROVINCE.fullmatch(text) or names_school(text, schools)):
            names.append(one if text == one.text else _last_name(text, schools))
    return names[-1] if names else ""


def _around(screen: Screen, title: list[Shown], meta: Shown | None, words: Words) -> list[Shown]:
    """The lines between title and text that may hold a name; without a day the first one under the title."""
    last = title[-1]
    under = [one for one in screen.shown if one.middle > last.middle and one not in title]
    if meta is None:
        near = [one for one in under if one.box[1] <= last.box[3] + _LINES_DOWN * last.height]
        return telling(near, words, most=_LONGEST_UNDATED)[:1]
    may_name = telling((one for one in under if one is meta or len(one.bare) <= _LONGEST_LINE), words)
    return _about_day(meta, may_name, screen)


def _about_day(meta: Shown, lines: Sequence[Shown], screen: Screen) -> list[Shown]:
    """The lines to the height of a day, and under it those in letters of its size, down to the text or a gap."""
    foot = meta.middle + 0.5 * meta.height
    row = [one for one in lines if one.middle <= foot]
    under = [one for one in lines if one.middle > foot and one.box[1] >= meta.middle]
    return [*row, *_names_under(meta, under)] if screen.boxed else row


def _names_under(meta: Shown, under: Sequence[Shown]) -> Iterator[Shown]:
    bottom = meta.box[3]
    for one, following in zip_longest(under, under[1:]):
        gap = one.box[1] - bottom
        if gap > _GAP * meta.height or not _is_of_size(one, meta) or _is_text(one, following, gap):
            return
        yield one
        bottom = one.box[3]


def _is_of_size(one: Shown, meta: Shown) -> bool:
    return _SIZES[0] <= one.letter / meta.letter <= _SIZES[1]


def _is_text(one: Shown, following: Shown | None, gap: int) -> bool:
    """Whether a line under a gap ends a sentence, or is long and the following one is nearer to it."""
    goes_on = following is not None and following.box[1] - one.box[3] < gap
    return one.bare[-1] in "。;!?" or (goes_on and len(one.bare) > LONGEST_NAME)


def _last_name(text: str, schools: Sequence[str]) -> str:
    """The account out of author and account, which stand side by side: its name begins with the last school named."""
    parts = text.split()
    if len(parts) > 1 and len(parts[-1]) >= 2:
        return parts[-1]
    starts = [text.rfind(name) for name in schools if name and name in text]
    cut = max(starts, default=0)
    author = text[:cut]
    own = cut > 0 and len(author) >= 3 and (author.endswith(_OFFICES))
    return text[cut:] if own else text


def _site(screen: Screen, title: list[Shown], meta: Shown | None, words: Words, schools: Sequence[str]) -> str:
    """The site's name: at the top of the page, in its foot, or as the source; one with a school's name first."""
    names = [*_over_title(screen, title, words), *in_foot(screen, words), *_sources(screen, meta)]
    named = [name for name in names if names_school(name.replace(" ", ""), schools)]
    return site_name(next(iter(named or filter(None, names)), ""), schools)


def _over_title(screen: Screen, title: list[Shown], words: Words) -> list[str]:
    """The lines over a title that sound like a site; those that a browser has cut come last."""
    over = [one for one in screen.shown if one.middle < title[0].middle and one not in title]
    sounding = [one for one in over if sounds_like_site(one, words) and not _PATH.search(one.bare)]
    names = (rest(one.text) for one in sorted(sounding, key=lambda one: is_cut(one.text)))
    return [name for name in names if len(name) >= _SHORTEST_SITE]


def _sources(screen: Screen, meta: Shown | None) -> list[str]:
    """The names after 来源 in the lines about a day."""
    beside = [one for one in screen.shown if meta and abs(one.middle - meta.middle) <= 2 * meta.height]
    return [source[1] for one in beside if (source := _SOURCE.search(one.text))]


def in_foot(screen: Screen, words: Words) -> list[str]:
    """The names after 版权所有 and the like."""
    foot = words.screens.site_foot.any
    names = []
    for one in screen.shown:
        if found := foot.search(one.text):
            tail = one.text[found.end() :].lstrip(" :：©()[]-|")
            names.append(_END.split(tail)[0].strip(" :：©()[]-|\u3000"))
    return names


def site_name(text: str, schools: Sequence[str]) -> str:
    """The part of a page's title that names the site: 政策法规-某大学就业网."""
    parts = re.split(r"\s*[-_|—–]+\s*", text)
    return next((part for part in parts if names_school(part.replace(" ", ""), schools)), text)


def sounds_like_site(one: Shown, words: Words) -> bool:
    """Whether a line may be the name of a site."""
    return len(one.bare) <= LONGEST_SITE and bool(words.screens.site_words.any.search(one.bare))


def names_office(text: str) -> bool:
    """Whether a short text is the name of an office, as lists of sites show it beside each title."""
    return len(text) <= _LONGEST_OFFICE and text.endswith(_OFFICES)


def names_school(text: str, schools: Sequence[str]) -> bool:
    return any(school in text for school in schools)


def is_cut(title: str) -> bool:
    """Whether the title of a page ends with dots, for the tab of the browser is too narrow."""
    return "…" in title or ".." in title
