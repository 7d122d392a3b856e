"""What a page that shows an account, a site or a chat is: an article, a list of posts, or neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from verifier.facts.dates import find_dates
from verifier.model import Box, DateSpan, Document, Page, Place, TextLine, Words

Kind = Literal["wechat-article", "wechat-list", "web-article", "web-list", "chat", "platform", ""]
_LINE = 24
"""height of a line of a page that has no picture"""
_PITCH = 30

_RELATIVE = re.compile(
    r"(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]|\d+\s*(?:天|小时|分钟|周)前|刚刚)(?:\s*(?:上午|下午|晚上)?\s*\d{1,2}:\d\d)?"
)
_GLUED = re.compile(r"((?:19|20)\d\d([-/.年])\d{1,2}[-/.月])(\d{1,2})(\d{2}:\d{2})")
_SHORT_DAY = re.compile(r"(?<![\d-])(\d{1,2})[-/.](\d{1,2})(?![\d-])")
_TIME = re.compile(r"^\s*(?:T|上午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?")
_PLACE_TAIL = re.compile(r"^\s*(?:发[表布]于)?\s*[\u4e00-\u9fff]{0,4}\s*$")
_EDGES = " \t|·.,，、:：;-—_/>»()（）[]【】<《》“”\"'"
_BLANK_BEFORE_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff:])\s+(?=[\d(\[])")
_SENTENCE = re.compile(r"[。!?;]")


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
        if len(each) > 1 and all(one.kind.endswith(("article", "list")) for one in each):
            found.extend(each)
        else:
            found.append(_screen(shown, page, words))
    return tuple(found)


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
        shown.sort(key=lambda one: (one.middle, one.box[0]))
    return tuple(shown)


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
    days = []
    all_found = find_dates(text)
    for found in all_found:
        if found.is_range or found.span.precision not in ("day", "month"):
            continue
        before, after = text[: found.start], text[found.end :]
        timed = bool(found.time or _TIME.match(after))
        after = _TIME.sub("", after)
        days.append(Day(found.span, before, after, found.quote, timed, _labelled(before, text, words)))
    if not all_found and (short := _SHORT_DAY.search(text)) and 1 <= int(short[1]) <= 12 and 1 <= int(short[2]) <= 31:
        span = DateSpan(None, None, "day", int(short[1]), int(short[2]))
        days.append(Day(span, text[: short.start()], text[short.end() :], short[0], False))
    if not all_found and not days and (relative := _RELATIVE.search(text)):
        timed = ":" in relative[0]
        days.append(Day(None, text[: relative.start()], text[relative.end() :], relative[0], timed))
    return next((day for day in days if day.labelled), days[0] if days else None)


def _labelled(before: str, whole: str, words: Words) -> bool:
    head = before.rstrip(" :：[(")
    if head.endswith(words.date_roles.get("published", ())):
        return True
    plain = re.search(r"(?:^|(.))\s*(?:时间|日期)$", head)
    if not plain:
        return False
    return not plain[1] or not "\u4e00" <= plain[1] <= "\u9fff" or len(signs(whole, words, "screen_labels")) > 2


def rest(text: str, words: Words, *lists: str) -> str:
    """What is left of a text without the figures and labels that stand in a line about a post."""
    text = _BLANK_BEFORE_FIGURE.sub("", text)
    for name in lists:
        pattern = union(words.lists.get(name, ()))
        if pattern:
            text = pattern.sub(" ", text)
    return text.strip(_EDGES)


def is_date_line(shown: Shown, words: Words) -> Day | None:
    """The day of a line that says nothing else, figures about its readers aside."""
    if len(shown.text) > 60:
        return None
    day = day_in(shown.text, words)
    if day is None:
        return None
    left = rest(day.before, words, "screen_stats", "screen_labels")
    right = rest(day.after, words, "screen_stats", "screen_labels")
    if day.span is None and (left or right):
        return None
    return day if len(left) + len(right) <= 1 else None


def meta_of(shown: Shown, words: Words) -> Day | None:
    """The day of the line under an article's title; None for any other line."""
    if len(shown.text) > 90 or _SENTENCE.search(shown.text):
        return None
    day = day_in(shown.text, words)
    if day is None or (day.span is not None and day.span.precision != "day"):
        return None
    if day.labelled:
        return day
    tail = rest(day.after, words, "screen_stats", "screen_labels")
    if tail and not _PLACE_TAIL.match(tail):
        return None
    head = rest(day.before, words, "screen_stats")
    if len(head) > 40 or (day.span is None and not day.timed and head):
        return None
    return day


def is_noise(shown: Shown, words: Words) -> bool:
    pattern = union(words.lists.get("screen_noise", ()))
    return bool(pattern and pattern.fullmatch(shown.bare))


def signs(text: str, words: Words, name: str) -> tuple[str, ...]:
    """What of a text fits the expressions of a list, once an expression."""
    expressions = words.lists.get(name, ())
    pattern = union(expressions)
    if not pattern or not pattern.search(text):
        return ()
    return tuple(found[0] for one in expressions if (found := _compiled(one).search(text)) and found[0])


@lru_cache(maxsize=256)
def union(expressions: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{one})" for one in expressions)) if expressions else None


@lru_cache(maxsize=1024)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class _Signs:
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    first: Shown | None

    @property
    def score(self) -> int:
        return 2 * len(self.strong) + len(self.weak)


def _signs(shown: Sequence[Shown], words: Words, strong: str, weak: str) -> _Signs:
    """Distinct expressions of two lists that some line fits."""
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    first = None
    for one in shown:
        for bag, name in zip(found, (strong, weak), strict=True):
            if not (pattern := union(words.lists.get(name, ()))) or not pattern.search(one.bare):
                continue
            for expression in words.lists[name]:
                if expression not in bag and (hit := _compiled(expression).search(one.bare)):
                    bag[expression] = hit[0] if len(hit[0]) > 1 else one.bare
                    first = first or one
    return _Signs(tuple(found[0].values()), tuple(found[1].values()), first)


def _screen(shown: tuple[Shown, ...], page: Page, words: Words) -> Screen:
    boxed = all(line.place.box for line in page.lines)
    shown = _without_print_head(shown)
    wechat = _signs(shown, words, "screen_wechat_strong", "screen_wechat_weak")
    web = _signs(shown, words, "screen_web_strong", "screen_web_weak")
    typed = bool(page.lines) and all(line.origin == "text" for line in page.lines)
    if typed and not wechat.strong and not web.strong:
        return Screen("", shown, page.place, boxed=boxed)
    metas = [(one, day) for one in shown if (day := meta_of(one, words))]
    kind = _kind(shown, words, wechat, web, metas, page)
    told = wechat if kind.startswith("wechat") else web
    if not kind:
        told = _signs(shown, words, "screen_chat", "screen_platform")
        kind = _other_kind(told, bool(wechat.strong or web.strong))
    words_seen = [*told.strong, *told.weak, *(one.text for one, _ in metas[:1])]
    first = told.first or (metas[0][0] if metas else None)
    place = first.line.place if first else page.place
    return Screen(kind, shown, place, "、".join(words_seen[:4]) if kind else "", boxed)


def _kind(
    shown: Sequence[Shown], words: Words, wechat: _Signs, web: _Signs, metas: Sequence[tuple[Shown, Day]], page: Page
) -> Kind:
    typed = bool(page.lines) and all(line.origin == "text" for line in page.lines)
    under_title = any(_under_title(one, day, shown, words) for one, day in metas if not day.labelled)
    labelled = sum(day.labelled for _, day in metas)
    dated = sum(_shows_date(one, words) for one in shown)
    listed = any(signs(one.bare, words, "screen_list_signs") for one in shown)
    readers = sum(bool(re.match(r"阅读(?:量)?:?[\d.]+", one.bare)) or "阅读" in one.bare[-12:] for one in shown)
    if not wechat.strong and not wechat.weak:
        under_title = under_title and any(day.timed and not day.labelled for _, day in metas)
    wechat_points = wechat.score + 2 * under_title
    web_points = web.score + 2 * bool(labelled)
    if any("mp.weixin" in one for one in wechat.strong):
        wechat_points += 4
    if signs_in(shown, words, "screen_deleted") and len(shown) <= 8:
        return "wechat-article"
    many = dated >= 3 or (listed and dated >= 1) or (dated >= 2 and readers >= 2)
    if wechat_points >= max(2, web_points) and many and wechat.strong:
        return "wechat-list"
    tall = page.size is not None and page.size[1] >= 1.5 * page.size[0]
    if tall and dated >= 3 and wechat.score and not web.strong:
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


def signs_in(shown: Iterable[Shown], words: Words, name: str) -> str:
    """The first text that fits an expression of a list, else ''."""
    return next((found[0] for one in shown if (found := signs(one.bare, words, name))), "")


def _other_kind(told: _Signs, published: bool) -> Kind:
    if len(told.strong) >= 2 and not published:
        return "chat"
    return "platform" if len(told.weak) >= 2 else ""


def _shows_date(one: Shown, words: Words) -> bool:
    return bool(is_date_line(one, words) or bracketed(one, words))


def bracketed(one: Shown, words: Words) -> Day | None:
    """The day in brackets before a title, or in figures after it, as lists of sites show it."""
    day = day_in(one.text, words)
    if day is None or day.span is None or day.labelled:
        return None
    before, after = day.before.strip(), day.after.strip()
    leads = len(before) <= 2 and before[-1:] in ("[", "(", "【", "") and after[:1] in "])】· "
    leads = leads and (bool(before) or "-" in day.quote or "/" in day.quote) and len(after) >= 5
    trails = after in ("", "]", ")", "】") and len(before) >= 5 and not _HAN_DATE.search(day.quote)
    trails = trails and not day.timed and (before[-1:] in "[(【" or day.before[-1:] in (" ", "\t", ")", "》", ""))
    return day if leads or trails else None


_ADDRESS = re.compile(r"https?://")
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}:\d\d")
_HAN_DATE = re.compile("[年月日]")


def _under_title(meta: Shown, day: Day, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a line with name, day and time stands between a title and a text, as in an article of an account."""
    head = rest(day.before, words, "screen_stats")
    if not (day.timed or head) or signs_in(shown, words, "screen_watermark"):
        return False
    if not head and not day.timed:
        return False
    above = [one for one in shown if one.box[3] <= meta.middle and not is_noise(one, words) and len(one.bare) >= 5]
    below = [one for one in shown if one.box[1] >= meta.middle and len(one.bare) >= 8 and not is_noise(one, words)]
    if not above or not below:
        return False
    title = above[-1]
    width = max(one.box[2] for one in shown) - min(one.box[0] for one in shown)
    left = any(abs(one.box[0] - title.box[0]) <= 0.06 * width for one in below)
    return left and title.height >= 1.05 * meta.height and title.box[0] <= meta.box[0] + 0.06 * width


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
