"""Whose an article or a page is: the name of the account or site that the screen shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import PROVINCE, Day, Shown, behind, is_noise, rest
from verifier.model import Words

_SOURCE = re.compile(
    r"来源[:\s]*([^\s:|,,。\[\]【】]{2,30}?)(?=\s|作者|浏览|点击|发布|时间|日期|编辑|阅读|字体|【|\[|$)"
)

LONGEST_NAME = 16
"""characters of an account's name beside or under a day"""


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
        if one is meta and day:
            text = rest(day.before, words.screens.stats) or behind(day, words)
        else:
            text = rest(one.text, words.screens.stats)
        text = re.sub(r"^(?:原创|转载)\s*", "", text).strip()
        if len(text) > 1 and (not PROVINCE.fullmatch(text) or any(name in text for name in schools)):
            names.append(one if text == one.text else _last_name(text, schools))
    return names[-1] if names else ""


def _around(screen: Screen, title: list[Shown], meta: Shown | None, words: Words) -> list[Shown]:
    """The lines between title and text that may hold a name; without a day the first one under the title."""
    below = [
        one
        for one in screen.shown
        if one.middle > title[-1].middle
        and one not in title
        and (one is meta or len(one.bare) <= 30)
        and not is_noise(one, words)
    ]
    if meta is None:
        near = [one for one in below if one.box[1] <= title[-1].box[3] + 3 * title[-1].height]
        return [one for one in near if len(one.bare) <= 24][:1]
    row = [one for one in below if one.middle <= meta.middle + 0.5 * meta.height]
    if not screen.boxed:
        return row
    bottom = meta.box[3]
    under = [one for one in below if one not in row and one.box[1] >= meta.middle]
    for one, following in zip(under, [*under[1:], None], strict=True):
        close = one.box[1] - bottom <= 0.85 * meta.height and 0.85 <= one.letter / meta.letter <= 1.12
        goes_on = following is not None and following.box[1] - one.box[3] < one.box[1] - bottom
        is_text = one.bare[-1] in "。;!?" or (goes_on and len(one.bare) > LONGEST_NAME)
        if not close or is_text:
            break
        row.append(one)
        bottom = one.box[3]
    return row


def _last_name(text: str, schools: Sequence[str]) -> str:
    """The account out of author and account, which stand side by side: its name begins with the last school named."""
    parts = text.split()
    if len(parts) > 1 and len(parts[-1]) >= 2:
        return parts[-1]
    starts = [text.rfind(name) for name in schools if name and name in text]
    cut = max(starts, default=0)
    author = text[:cut]
    own = cut > 0 and len(author) >= 3 and (author.endswith(("处", "中心", "部", "院", "办公室", "站", "科")))
    return text[cut:] if own else text


def _site(screen: Screen, title: list[Shown], meta: Shown | None, words: Words, schools: Sequence[str]) -> str:
    """The site's name: at the top of the page, in its foot, or as the source; one with a school's name first."""
    site = words.screens.site_words.any
    top = [
        one
        for one in screen.shown
        if one.middle < title[0].middle and one not in title and site.search(one.bare) and len(one.bare) <= 40
        and not re.search(r"[>»]|位置", one.bare)
    ]  # fmt: skip
    top.sort(key=lambda one: "…" in one.text or ".." in one.text)
    names = [name for one in top if len(name := rest(one.text)) >= 4]
    names += in_foot(screen, words)
    beside = [one for one in screen.shown if meta and abs(one.middle - meta.middle) <= 2 * meta.height]
    names += [source[1] for one in beside if (source := _SOURCE.search(one.text))]
    named = [name for name in names if any(school in name.replace(" ", "") for school in schools)]
    return site_name(next(iter(named or [name for name in names if name]), ""), schools)


def in_foot(screen: Screen, words: Words) -> list[str]:
    """The names after 版权所有 and the like."""
    foot = words.screens.site_foot.any
    names = []
    for one in screen.shown:
        if found := foot.search(one.text):
            tail = one.text[found.end() :].lstrip(" :：©()[]-|")
            names.append(re.split(r"地址|电话|邮编|[鲁京津沪冀豫]?ICP|©|\d{4}", tail)[0].strip(" :：©()[]-|\u3000"))
    return names


def site_name(text: str, schools: Sequence[str]) -> str:
    """The part of a page's title that names the site: 政策法规-某大学就业网."""
    parts = re.split(r"\s*[-_|—–]+\s*", text)
    return next((part for part in parts if any(school in part.replace(" ", "") for school in schools)), text)
