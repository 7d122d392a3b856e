"""What a page that shows an account, a site or a chat is: an article, a list of posts, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from verifier.facts.posts.screen_lines import (
    Day,
    Shown,
    behind,
    bracketed,
    is_date_line,
    is_noise,
    look,
    meta_of,
    rest,
    rows_of,
    signs,
    signs_in,
)
from verifier.model import Document, Expressions, Page, Place, Words

Kind = Literal["wechat-article", "wechat-list", "web-article", "web-list", "chat", "platform", ""]
_NARROW = 34
"""letters of its texts that fit side by side on a phone's screen, at most"""


@dataclass(frozen=True, slots=True)
class Screen:
    kind: Kind
    shown: tuple[Shown, ...]
    """from top to bottom"""
    place: Place
    quote: str = ""
    """the words that tell it"""
    boxed: bool = True

    @property
    def channel(self) -> Literal["wechat", "website"]:
        return "wechat" if self.kind.startswith("wechat") else "website"


def screens_of(document: Document, words: Words) -> tuple[Screen, ...]:
    """A screen for each page, or for each of the screens that lie side by side on it."""
    if document.file.kind == "sheet":
        return ()
    found: list[Screen] = []
    for page in document.pages:
        shown = look(page)
        panels = _panels(shown)
        each = [_screen(panel, page, words) for panel in panels] if len(panels) > 1 else []
        if len(each) > 1 and all(_is_whole(one, words) for one in each):
            found.extend(each)
        else:
            found.append(_screen(shown, page, words))
    return tuple(found)


def _is_whole(screen: Screen, words: Words) -> bool:
    """Whether a panel is a screen of its own, and not the column of days of one."""
    texts = [one for one in screen.shown if len(one.bare) >= 8 and not is_noise(one, words)]
    texts = [one for one in texts if not is_date_line(one, words)]
    return screen.kind.endswith(("article", "list")) and len(texts) >= 2


@dataclass(frozen=True, slots=True)
class _Signs:
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    first: Shown | None

    @property
    def score(self) -> int:
        return 2 * len(self.strong) + len(self.weak)


def _signs(shown: Sequence[Shown], strong: Expressions, weak: Expressions) -> _Signs:
    """Distinct expressions of two lists that some line fits."""
    bags: tuple[dict[str, str], dict[str, str]] = ({}, {})
    first = None
    for one in shown:
        for bag, expressions in zip(bags, (strong, weak), strict=True):
            for hit in expressions.found(one.bare):
                bag.setdefault(hit.re.pattern, hit[0] if len(hit[0]) > 1 else one.bare)
                first = first or one
    return _Signs(tuple(bags[0].values()), tuple(bags[1].values()), first)


def _screen(shown: tuple[Shown, ...], page: Page, words: Words) -> Screen:
    boxed = all(line.place.box for line in page.lines)
    shown = _without_status(_without_print_head(shown), words)
    wechat = _signs(shown, words.screens.wechat_strong, words.screens.wechat_weak)
    web = _signs(shown, words.screens.web_strong, words.screens.web_weak)
    typed = bool(page.lines) and all(line.origin == "text" for line in page.lines)
    if typed and not wechat.strong and not web.strong:
        return Screen("", shown, page.place, boxed=boxed)
    metas = [(one, day) for one in shown if (day := meta_of(one, words))]
    told = _signs(shown, words.screens.chat, words.screens.platform)
    published = len(wechat.strong) + len(web.strong)
    kind: Kind = "chat" if len(told.strong) >= 2 and len(told.strong) > published else ""
    if not kind and len(shown) <= 8 and signs_in(shown, words.screens.deleted):
        kind = "wechat-article"
    elif not kind and (published or not told.strong):
        kind = _kind(shown, words, wechat, web, metas, page)
    if kind.startswith("we"):
        told = wechat if kind.startswith("wechat") else web
    elif not kind and len(told.weak) >= 2:
        kind = "platform"
    words_seen = [*told.strong, *told.weak, *(one.text for one, _ in metas[:1])]
    first = told.first or (metas[0][0] if metas else None)
    place = first.line.place if first else page.place
    return Screen(kind, shown, place, "、".join(words_seen[:4]) if kind else "", boxed)


def _kind(
    shown: Sequence[Shown],
    words: Words,
    wechat: _Signs,
    web: _Signs,
    metas: Sequence[tuple[Shown, Day]],
    page: Page,
) -> Kind:
    typed = bool(page.lines) and all(line.origin == "text" for line in page.lines)
    under_title = any(_under_title(one, day, shown, words) for one, day in metas if not day.labelled)
    labelled = sum(day.labelled for _, day in metas)
    dated = sum(_shows_date(one, words) for one in shown)
    listed = any(signs(one.bare, words.screens.list_signs) for one in shown)
    readers = sum(bool(re.match(r"阅读(?:量)?:?[\d.]+", one.bare)) or "阅读" in one.bare[-12:] for one in shown)
    narrow = _is_narrow(shown, page)
    if not wechat.strong and not wechat.weak and not narrow:
        timed = any(day.timed and not day.labelled for _, day in metas)
        under_title = under_title and timed and not _is_column([one for one, _ in metas])
    wechat_points = wechat.score + 2 * under_title
    web_points = web.score + 2 * bool(labelled)
    if any("mp.weixin" in one for one in wechat.strong):
        wechat_points += 4
    many = dated >= 3 or (listed and dated >= 1) or (dated >= 2 and readers >= 2)
    if wechat_points >= max(2, web_points) and many and wechat.strong:
        return "wechat-list"
    spoken = _spoken_days(shown, words)
    if narrow and not web.strong and (spoken >= 3 or (spoken >= 2 and (wechat.score or not web.weak))):
        return "wechat-list"
    if wechat_points >= web_points and wechat_points >= 2:
        enough = 4 if typed else 2
        sure = under_title or (bool(metas) and bool(wechat.strong)) or (bool(wechat.strong) and wechat_points >= 4)
        return "wechat-article" if sure and wechat_points >= enough else ""
    article = labelled == 1 and (web.score >= (4 if typed else 2))
    if article and not (listed and dated >= 4):
        return "web-article"
    if web_points >= (4 if typed else 2) and (dated >= 3 or (listed and dated >= 1)) and (web.strong or not typed):
        return "web-list"
    if metas and web_points >= 4 and web.strong and not typed:
        return "web-article"
    return "web-article" if web_points >= 5 and len(web.strong) >= 2 and not typed else ""


def _without_print_head(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """The lines without what a browser prints over a page: the moment of printing and the page's title."""
    if len(shown) < 4 or not any(_ADDRESS.search(one.bare) for one in shown[-2:]) or not _PRINTED.match(shown[0].text):
        return shown
    first = shown[0]
    return tuple(one for one in shown if one.middle > first.middle + first.height)


def _without_status(shown: tuple[Shown, ...], words: Words) -> tuple[Shown, ...]:
    """The lines without a phone's top bar: its clock, network and battery."""
    if len(shown) < 4:
        return shown
    first = rows_of(shown)[0]
    bar = words.screens.status.any
    clock = any(_CLOCK.search(one.bare) for one in first)
    if not clock or not all(bar.fullmatch(one.bare) for one in first):
        return shown
    return tuple(one for one in shown if one not in first)


def _is_narrow(shown: Sequence[Shown], page: Page) -> bool:
    """Whether a page is as narrow, by its letters, as a phone's screen."""
    letters = [one.letter for one in shown if len(one.bare) >= 8]
    return bool(letters) and page.size is not None and page.size[page.turn % 180 != 0] <= _NARROW * median(letters)


def _spoken_days(shown: Sequence[Shown], words: Words) -> int:
    """How many lines under one another end with a day as accounts show it: 昨天, 5月20日, 2024年5月20日."""
    if signs_in(shown, words.screens.watermark):
        return 0
    lines = [(row[0].box[0], one) for row in rows_of(shown) for one in row if _says_day(one, words)]
    return max((sum(_in_line(one, other) for other in lines) for one in lines), default=0)


def _in_line(one: tuple[int, Shown], other: tuple[int, Shown]) -> bool:
    """Whether two lines, each with the left edge of its row, stand under one another."""
    (left, first), (begin, second) = one, other
    centred = abs(first.box[0] + first.box[2] - second.box[0] - second.box[2]) <= 2 * first.letter
    return centred or abs(left - begin) <= first.letter


def _says_day(one: Shown, words: Words) -> bool:
    day = is_date_line(one, words) or meta_of(one, words)
    if day is None or day.labelled or len(one.bare) > 36:
        return False
    return day.span is None or bool(_HAN.search(day.quote))


def _is_column(metas: Sequence[Shown]) -> bool:
    """Whether three days end under one another, as beside the titles of a list; the day of an article stands alone."""
    return any(sum(abs(one.box[2] - other.box[2]) <= one.letter for other in metas) >= 3 for one in metas)


def _shows_date(one: Shown, words: Words) -> bool:
    return bool(is_date_line(one, words) or bracketed(one, words))


_CLOCK = re.compile(r"\d{1,2}:\d\d")
_HAN = re.compile("[年月日]")
_ADDRESS = re.compile(r"https?://")
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}:\d\d")


def _under_title(meta: Shown, day: Day, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a line with name, day and time stands between a title and a text, as in an article of an account."""
    head = rest(day.before, words.screens.stats) or behind(day, words) or _by_whom(meta, shown, words)
    if not (day.timed or head) or signs_in(shown, words.screens.watermark):
        return False
    above = [one for one in shown if one.box[3] <= meta.middle and not is_noise(one, words) and len(one.bare) >= 5]
    below = [one for one in shown if one.box[1] >= meta.middle and len(one.bare) >= 8 and not is_noise(one, words)]
    below = [one for one in below if not signs(one.bare, words.screens.addresses)]
    if not above or not below:
        return False
    title = max(above[-6:], key=lambda one: one.letter)
    width = max(one.box[2] for one in shown) - min(one.box[0] for one in shown)
    left = any(abs(one.box[0] - title.box[0]) <= 0.06 * width for one in below)
    return left and title.letter >= 1.1 * meta.letter and title.box[0] <= meta.box[0] + 0.06 * width


def _by_whom(meta: Shown, shown: Sequence[Shown], words: Words) -> str:
    """The name that stands beside a day, or just over it in letters of one size: the account's."""
    for one in shown:
        if one is meta or is_noise(one, words) or not 2 <= len(one.bare) <= 24 or is_date_line(one, words):
            continue
        beside = abs(one.middle - meta.middle) <= 0.5 * meta.height
        over = -0.3 * meta.height <= meta.box[1] - one.box[3] <= 1.2 * meta.height
        over = over and one.middle < meta.box[1] and one.letter <= 1.2 * meta.letter
        if (beside or over) and 0.8 * meta.letter <= one.letter:
            return one.bare
    return ""


def _panels(shown: Sequence[Shown]) -> list[tuple[Shown, ...]]:
    """Lines parted where a blank strip runs from top to bottom; one panel when there is none."""
    if len(shown) < 12:
        return [tuple(shown)]
    panels: list[list[Shown]] = []
    reach = -1
    for one in sorted(shown, key=lambda each: each.box[0]):
        if panels and one.box[0] <= reach + 4:
            panels[-1].append(one)
        else:
            panels.append([one])
        reach = max(reach, one.box[2])
    return [tuple(sorted(each, key=lambda one: (one.middle, one.box[0]))) for each in panels if len(each) >= 4]
