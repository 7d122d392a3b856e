"""The days that the lines of a screen show, and what stands about them: a name, a title, figures."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from verifier.facts.posts.screen_lines import PROVINCE, Shown, signs
from verifier.language.dates import FoundDate, find_dates
from verifier.model import DateSpan, Expressions, Words

_RELATIVE = re.compile(
    r"(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]|\d+\s*(?:天|小时|分钟|周)前|刚刚)(?:\s*(?:上午|下午|晚上)?\s*\d{1,2}:\d\d)?"
)
_SHORT_DAY = re.compile(r"(?<![\d-])(\d{1,2})[-/.](\d{1,2})(?![\d-]|\s*[万亿元%倍折米㎡GMK])")
"""no amount: 1.2万元"""
_COUNTED = re.compile(r"\d{1,2}/\d{1,2}")
"""which of the pictures of a message is shown: no day, which stands beside a name or a time"""
_TIME = re.compile(r"^\s*(?:T|上午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?")
_PLACE_TAIL = re.compile(r"^\s*(?:发[表布]于)?\s*[\u4e00-\u9fff]{0,4}\s*$")
_EDGES = " \t|·.,，、:：;-—_/>»()（）[]【】<《》“”\"'"
_BLANK_BEFORE_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff:])\s+(?=[\d(\[])")
_SENTENCE = re.compile(r"[。!?;]")
_LONGEST_META, _LONGEST_HEAD, _LONGEST_DATE_LINE, _LONGEST_NAMED = 90, 40, 60, 24
"""characters of a line with the day of a post, of what stands before the day, of a line that only tells the day, and of
a name behind it, at most"""
_BARE_LABEL = 2
"""characters of a label that may be the end of a name, at most"""
_MARKS = 2
"""characters before a day that leads a title, at most"""
_TITLE = 5
"""characters of a title beside a day, at least"""
_OPENING, _CLOSING = "[(【", "])】"
_FIGURES = re.compile(r"[-/.]")
_TWO_TWO = re.compile(r"\d\d\D\d\d")
_HAN_DATE = re.compile("[年月日]")


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
    label = max((each for each in words.date_roles.published if head.endswith(each)), key=len, default="")
    if label and not _ends_name(head, before, label):
        return True
    plain = re.search(r"(?:^|(.))\s*(?:时间|日期)$", head)
    if not plain:
        return False
    return not plain[1] or not "\u4e00" <= plain[1] <= "\u9fff" or len(signs(whole, words.screens.labels)) > 2


def _ends_name(head: str, before: str, label: str) -> bool:
    """Whether a bare 发布 before a day is the end of an account's name: 某市发布 2024-05-20."""
    marked = ":" in before[len(head) :]
    return len(label) <= _BARE_LABEL and not marked and "\u4e00" <= head[: -len(label)][-1:] <= "\u9fff"


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
    if day is None or _COUNTED.fullmatch(shown.bare) or (day.span is not None and day.span.precision != "day"):
        return None
    return day if day.labelled or (_ends_meta(day, words) and _begins_meta(day, words)) else None


def _ends_meta(day: Day, words: Words) -> bool:
    """Whether nothing follows a day but labels, figures, a place or a name."""
    tail = rest(day.after, words.screens.stats, words.screens.labels)
    return not tail or bool(_PLACE_TAIL.match(tail)) or _is_name(tail, day, words)


def _begins_meta(day: Day, words: Words) -> bool:
    """Whether what stands before a day may be a name and no label (报名截止:); before a relative one nothing stands."""
    if day.before.rstrip().endswith(":") and rest(day.before, words.screens.stats, words.screens.labels):
        return False
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
