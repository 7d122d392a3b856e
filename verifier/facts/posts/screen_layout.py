"""What a screen shows, counted: signs of an account, a site or a chat, and days with where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from verifier.facts.posts.screen_days import Day, behind, bracketed, is_date_line, meta_of, rest
from verifier.facts.posts.screen_lines import Shown, in_texts, rows_of, signs, signs_in, telling
from verifier.model import Expressions, Page, ScreenMeasure, ScreenWorth, Words

_NARROW = 34
"""letters of its texts that fit side by side on a phone's screen, at most"""
TEXT = 8
"""characters from which on a line may be a text, and its size is told"""
_LONGEST_DAY = 36
"""characters of a line that ends with the day of a post, at most"""
_COLUMN = 3
"""so many under one another are a column"""
_SHORTEST_NAME, _LONGEST_NAME = 2, 24
"""characters of the name that stands beside or over a day"""
_NAME_SMALLER, _NAME_LARGER = 0.8, 1.2
"""letters of that name beside those of the day"""
_TITLE = 5
"""characters of a title, at least"""
_LINES_OF_TITLE = 6
"""lines over a day among which the title is"""
_TITLE_LARGER = 1.1
"""letters of a title beside those of the day under it, at least"""
_ASIDE = 0.06
"""of the width of all lines: so far apart left edges may be that stand under one another"""
_CENTRAL = 2.5
"""letters by which what stands in the middle may stand beside it: the arrow before it is read as part of it"""
_HEAD, _ICON = 5, 2
"""lines over a page among which its address is; characters that icons are read as, at most"""
_TAB = re.compile(r"[×✕]$")
"""of a browser, with what closes it"""
_UNDER_LABEL, _LONGEST_LABEL = 3, 6
"""heights of a day from the middle of the label over it; characters of a label"""
_READ = re.compile(r"^阅读(?:量)?:?[\d.]+|阅读.{0,10}$")
_HAN, _CHINESE = re.compile("[年月日]"), re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Signs:
    """What fits two lists of expressions, one text an expression."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    first: Shown | None
    """the first line with one of them"""

    @property
    def many(self) -> int:
        return len(self.strong) + len(self.weak)


@dataclass(frozen=True, slots=True)
class Layout:
    """The signs and days of a screen, and the measures by which its kind is told."""

    wechat: Signs
    web: Signs
    others: Signs
    """strong: of a chat; weak: of the platform"""
    metas: tuple[tuple[Shown, Day], ...]
    """lines as they stand under the title of an article"""
    measures: Mapping[ScreenMeasure, int]

    def is_in_doubt(self, worth: ScreenWorth) -> bool:
        """Whether account and site both have the worth of a strong sign, and neither leads clearly."""
        close = abs(self.measures["wechat_lead"]) < worth.sure_lead
        return close and min(self.measures["wechat"], self.measures["web"]) >= worth.strong


def layout_of(shown: Sequence[Shown], page: Page, words: Words) -> Layout:
    """What the lines of a screen say and how they stand."""
    lists = words.screens
    wechat = _signs(shown, lists.wechat_strong, lists.wechat_weak)
    web = _signs(shown, lists.web_strong, lists.web_weak)
    others = _signs(shown, lists.chat, lists.platform)
    text = {id(one) for one in in_texts(shown)}
    free = [one for one in shown if id(one) not in text]
    metas = tuple((one, day) for one in free if (day := meta_of(one, words)))
    narrow = _is_narrow(shown, page)
    # a day between a title and a text counts where nothing else speaks for an account only if it is surely no list's
    strict = not wechat.many and not narrow
    under_title = _has_day_under_title(metas, shown, words) and not (strict and not _is_timed_and_alone(metas))
    counted = _days_counted(metas, shown, words)
    published = len(wechat.strong) + len(web.strong)
    address, head = _has_site_address(shown, words), _site_head(shown, words)
    headed = head is not None
    points = _points(wechat, words) + lists.worth.under_title * (under_title and not (address or headed))
    points += lists.worth.wechat_address * bool(signs_in(shown, lists.wechat_address))
    web_points = _points(web, words) + lists.worth.labelled * bool(counted["labelled"])
    web_points += lists.worth.site_address * address + lists.worth.site_head * headed
    web_points += lists.worth.site_bar * (narrow and head is not None and _is_central(head, page))
    measures: dict[ScreenMeasure, int] = {
        "wechat": points,
        "wechat_strong": len(wechat.strong),
        "wechat_signs": wechat.many,
        "wechat_lead": points - web_points,
        "web": web_points,
        "web_strong": len(web.strong),
        "web_signs": web.many,
        "site": int(address or headed),
        "published": published,
        "chat": len(others.strong),
        "chat_lead": len(others.strong) - published,
        "deleted": int(bool(signs_in(shown, lists.deleted))),
        "lines": len(shown),
        "typed": int(is_typed(page)),
        "narrow": int(narrow),
        "under_title": int(under_title),
    }
    return Layout(wechat, web, others, metas, measures | counted)


def _has_site_address(shown: Sequence[Shown], words: Words) -> bool:
    """Whether a browser shows over the page the address of a site that is no account's."""
    head = [one for one in shown if len(one.bare) > _ICON][:_HEAD]
    own = [one for one in head if not signs(one.bare, words.screens.wechat_address)]
    return bool(signs_in(own, words.pictures.addresses))


def _site_head(shown: Sequence[Shown], words: Words) -> Shown | None:
    """The first line that tells something, where it is a site's name; over an account's article its title is."""
    plain = (one for one in shown if _CHINESE.search(one.bare) and not _TAB.search(one.bare))
    first = next(iter(telling(plain, words, _TITLE)), None)
    return first if first is not None and signs(first.bare, words.screens.site_heads) else None


def _is_central(one: Shown, page: Page) -> bool:
    width = page.size[page.turn % 180 != 0] if page.size else 0
    return abs(one.box[0] + one.box[2] - width) <= 2 * _CENTRAL * one.letter


def is_typed(page: Page) -> bool:
    """Whether a page is text without a picture."""
    return bool(page.lines) and all(line.origin == "text" for line in page.lines)


def _points(found: Signs, words: Words) -> int:
    return words.screens.worth.strong * len(found.strong) + words.screens.worth.weak * len(found.weak)


def _signs(shown: Sequence[Shown], strong: Expressions, weak: Expressions) -> Signs:
    """Distinct expressions of two lists that some line fits."""
    bags: tuple[dict[str, str], dict[str, str]] = ({}, {})
    first = None
    for one in shown:
        for bag, expressions in zip(bags, (strong, weak), strict=True):
            for hit in expressions.found(one.bare):
                bag.setdefault(hit.re.pattern, hit[0] if len(hit[0]) > 1 else one.bare)
                first = first or one
    return Signs(tuple(bags[0].values()), tuple(bags[1].values()), first)


def _is_narrow(shown: Sequence[Shown], page: Page) -> bool:
    """Whether a page is as narrow, by its letters, as a phone's screen."""
    letters = [one.letter for one in shown if len(one.bare) >= TEXT]
    return bool(letters) and page.size is not None and page.size[page.turn % 180 != 0] <= _NARROW * median(letters)


# --- days -------------------------------------------------------------------------------------------


def _days_counted(metas: Sequence[tuple[Shown, Day]], shown: Sequence[Shown], words: Words) -> dict[ScreenMeasure, int]:
    dated = sum(_shows_date(one, words) for one in shown)
    in_list = dated if signs_in(shown, words.screens.list_signs) else 0
    return {
        "days": len(metas),
        "labelled": sum(day.labelled for _, day in metas),
        "spoken": _spoken_days(shown, metas, words),
        "entries": dated + (words.screens.worth.list_sign if in_list else 0),
        "list_days": in_list,
        "stacked": _stacked_days(shown, words),
        "named": _named_days(metas, words),
        "readers": sum(bool(_READ.search(one.bare)) for one in shown),
    }


def _named_days(metas: Sequence[tuple[Shown, Day]], words: Words) -> int:
    """How many days under one another stand behind a name, as a search shows the account of each post."""
    named = [one for one, day in metas if not day.labelled and len(rest(day.before, words.screens.stats)) > 1]
    return max((sum(abs(one.box[0] - other.box[0]) <= one.letter for other in named) for one in named), default=0)


def _shows_date(one: Shown, words: Words) -> bool:
    return bool(is_date_line(one, words) or bracketed(one, words))


def _spoken_days(shown: Sequence[Shown], metas: Sequence[tuple[Shown, Day]], words: Words) -> int:
    """How many lines under one another end with a day as accounts show it: 昨天, 5月20日, 2024年5月20日."""
    if signs_in(shown, words.screens.watermark):
        return 0
    own = {id(one): day for one, day in metas}
    lines = [(row[0].box[0], one) for row in rows_of(shown) for one in row if _says_day(one, own.get(id(one)), words)]
    return max((sum(_in_line(one, other) for other in lines) for one in lines), default=0)


def _stacked_days(shown: Sequence[Shown], words: Words) -> int:
    """How many lines under one another are a day with its year, each under a title that begins where it does."""
    rows = [row[0] for row in rows_of(shown)]
    days = [
        lower
        for upper, lower in pairwise(rows)
        if _is_whole_day(lower, words) and not _is_whole_day(upper, words) and _is_title_of(upper, lower)
    ]
    return max((sum(abs(one.box[0] - other.box[0]) <= one.letter for other in days) for one in days), default=0)


def _is_whole_day(one: Shown, words: Words) -> bool:
    day = is_date_line(one, words)
    return day is not None and not day.labelled and day.span is not None and day.span.start is not None


def _is_title_of(upper: Shown, day: Shown) -> bool:
    """Whether a line over a day is in larger letters and begins where the day does."""
    return upper.letter >= _TITLE_LARGER * day.letter and abs(upper.box[0] - day.box[0]) <= day.letter


def _in_line(one: tuple[int, Shown], other: tuple[int, Shown]) -> bool:
    """Whether two lines, each with the left edge of its row, stand under one another."""
    (left, first), (begin, second) = one, other
    centred = abs(first.box[0] + first.box[2] - second.box[0] - second.box[2]) <= 2 * first.letter
    return centred or abs(left - begin) <= first.letter


def _says_day(one: Shown, meta: Day | None, words: Words) -> bool:
    day = is_date_line(one, words) or meta
    if day is None or day.labelled or len(one.bare) > _LONGEST_DAY:
        return False
    return day.span is None or bool(_HAN.search(day.quote))


# --- a day between a title and a text ---------------------------------------------------------------


def _has_day_under_title(metas: Sequence[tuple[Shown, Day]], shown: Sequence[Shown], words: Words) -> bool:
    """Whether a line with name, day and time stands between a title and a text, as in an article of an account."""
    if signs_in(shown, words.screens.watermark):
        return False
    plain = [(one, day) for one, day in metas if not day.labelled and not _is_under_label(one, shown, words)]
    return any(
        (day.timed or _has_name(one, day, shown, words)) and _parts_title_and_text(one, shown, words)
        for one, day in plain
    )


def _is_under_label(meta: Shown, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a line that begins where a day does and stands just over it says what the day is of, as on posters."""
    over = (
        one
        for one in shown
        if 0 < meta.middle - one.middle <= _UNDER_LABEL * meta.height
        and abs(one.box[0] - meta.box[0]) <= meta.letter
        and len(one.bare) <= _LONGEST_LABEL
    )
    return any(words.photos.announcing.any.search(one.bare) for one in over)


def _is_timed_and_alone(metas: Sequence[tuple[Shown, Day]]) -> bool:
    """Whether a day has its time, and no three end under one another, as beside the titles of a list."""
    ends = [(one.box[2], one.letter) for one, _ in metas]
    column = any(sum(abs(end - other) <= letter for other, _ in ends) >= _COLUMN for end, letter in ends)
    return any(day.timed and not day.labelled for _, day in metas) and not column


def _has_name(meta: Shown, day: Day, shown: Sequence[Shown], words: Words) -> bool:
    """Whether the account's name stands in the line of a day, or in a line beside or just over it."""
    if rest(day.before, words.screens.stats) or behind(day, words):
        return True
    near = [one for one in shown if _is_beside(one, meta) or _is_just_over(one, meta)]
    named = telling(near, words, _SHORTEST_NAME, _LONGEST_NAME)
    return any(one is not meta and is_date_line(one, words) is None for one in named)


def _is_beside(one: Shown, meta: Shown) -> bool:
    """Whether a line of the size of a day's letters or larger stands beside it."""
    return abs(one.middle - meta.middle) <= 0.5 * meta.height and _NAME_SMALLER * meta.letter <= one.letter


def _is_just_over(one: Shown, meta: Shown) -> bool:
    """Whether a line in letters of a day's size stands over it without a gap."""
    alike = _NAME_SMALLER * meta.letter <= one.letter <= _NAME_LARGER * meta.letter
    near = -0.3 * meta.height <= meta.box[1] - one.box[3] <= 1.2 * meta.height
    return alike and near and one.middle < meta.middle


def _parts_title_and_text(meta: Shown, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a title in larger letters stands over a line, and a text that begins where the title does under it."""
    title = _title_over(meta, shown, words)
    if title is None or title.letter < _TITLE_LARGER * meta.letter:
        return False
    aside = _ASIDE * (max(one.box[2] for one in shown) - min(one.box[0] for one in shown))
    text = any(abs(one.box[0] - title.box[0]) <= aside for one in _texts_under(meta, shown, words))
    return text and title.box[0] <= meta.box[0] + aside


def _title_over(meta: Shown, shown: Sequence[Shown], words: Words) -> Shown | None:
    """The line in the largest letters of those over a day."""
    above = telling((one for one in shown if one.box[3] <= meta.middle), words, _TITLE)
    return max(above[-_LINES_OF_TITLE:], key=lambda one: one.letter, default=None)


def _texts_under(meta: Shown, shown: Sequence[Shown], words: Words) -> list[Shown]:
    """The lines of some length under a day that are no addresses."""
    below = telling((one for one in shown if one.box[1] >= meta.middle), words, TEXT)
    return [one for one in below if not signs(one.bare, words.screens.addresses)]
