"""Dates and ranges of dates in a text, in every form that papers, screens and cameras write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

from verifier.language.numerals import chinese_number, fold
from verifier.language.periods import PERIODS, Period
from verifier.model import DateSpan

Precision = Literal["day", "month", "year", "school-year"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    start: int
    """offsets in the text that was searched"""
    end: int
    span: DateSpan
    quote: str
    time: str = ""
    """a time of day that stands after it, as written"""
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    """One date as written; a missing year is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    style: str
    first_day: date | None = None
    last_day: date | None = None


_HAN_DIGIT = "〇○◯零一二三四五六七八九"
# 二二四年四月: recognition loses the small ring of 二〇二四
_LOST_RING = rf"(?<![{_HAN_DIGIT}十百])二二[{_HAN_DIGIT}](?=\s*年\s*[{_HAN_DIGIT}十]{{1,3}}\s*月)"
_HAN_YEAR = rf"(?:[一二][〇○◯零九Oo0О][{_HAN_DIGIT}Oo0О]{{2}}|{_LOST_RING})"
_YEAR = rf"(?:(?<!\d)(?:19|20)\d\d|(?<!\d)[12]\s[09]\s\d\s\d|{_HAN_YEAR})"
_SHORT = rf"(?:\d{{1,2}}|[{_HAN_DIGIT}十廿卅]{{1,3}})"
_JOIN = (
    r"(?:\s*(?:T|\s)?\s*(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:\([^()]{1,4}\))?\s*"
    r"(?:开始|起始|起|始)?\s*[,,]?\s*(?:截至|截止到|截止|至|到|—{1,2}|--|-|–|~{1,2}|〜|～|―|─|−|一(?=\s*\d))\s*"
)
# what may follow a number so that it is an amount and no day or month
_AMOUNT = r"(?!\s*(?:[万亿元㎡m%人名个份家场次条项台套平米度号楼室级届]|[\d.]))"

_YEARS = re.compile(rf"(?<!\d)({_YEAR})\s*年?\s*[-—–~〜至到]{{1,2}}\s*({_YEAR})\s*年(?:度)?(?!\s*{_SHORT}\s*月)")
_HAN = re.compile(
    rf"(?:(?P<y>{_YEAR}|(?<![\d第])\d\d)\s*年\s*)?(?<![\d.第])(?P<m>{_SHORT})\s*"
    rf"(?:月(?:份)?|(?={_JOIN}(?:{_YEAR}\s*年)?\s*{_SHORT}\s*月(?!\s*{_SHORT}\s*[日号])))"
    rf"(?:\s*(?P<d>{_SHORT})\s*(?:[日号曰目旦]|(?={_JOIN}{_SHORT}\s*[月日号])|(?=\s*(?:[,，。;；)）]|$))))?"
)
_YEAR_POINT = re.compile(rf"(?P<y>{_YEAR})\s*年\s*(?P<m>\d{{1,2}})[./](?P<d>\d{{1,2}}){_AMOUNT}")
_YEAR_ONLY = re.compile(rf"(?P<y>{_YEAR})\s*年(?:度)?(?!\s*\d{{1,2}}\s*月|级|届)")
_POINTS = re.compile(
    r"(?<![\d.vV])(?P<y>(?:19|20)\d\d)\s{0,2}(?P<sep>[./\-:—–·_、])\s{0,2}(?P<m>\d{1,2})\s{0,2}(?P=sep)\s{0,2}"
    r"(?P<d>\d{2}(?=\d{2}:\d{2})|\d{1,2}(?!\d|\.\d))"
)
# a camera's stamp, of which OCR loses the marks, or an export: the year in two digits can be neither month nor day
_STAMPED = re.compile(
    r"^\s*(?:(?P<y>(?:19|20)\d\d)|['’‘`´](?P<s>\d\d))\s{1,3}(?P<m>\d{1,2})\s{1,3}(?P<d>\d{1,2})(?=\s*$|\s+\d{1,2}\s?:)"
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.\-/:A-Za-z第])['’‘]?(?P<s>3[2-9]|[12]\d)(?P<sep>[./\-])\s?(?P<m>0\d|1[0-2])(?P=sep)\s?(?P<d>[0-2]\d|3[01])"
    r"(?![\d\-/A-Za-z]|\.\d)"
)
_MONTH_POINTS = re.compile(
    r"(?<![\d.vV¥$\-/第])(?P<y>(?:19|20)\d\d)\s?[./\-]\s?(?P<m>\d{2}|(?<=\.)\d|(?<=\. )\d)"
    rf"(?![./]\d|-(?!(?:19|20)\d\d|\d{{1,2}}(?!\d))){_AMOUNT}"
)
_COMPACT = re.compile(r"(?<![\dA-Za-z.])(?<!\d-)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?![\dA-Za-z])")
_BRACKETED = re.compile(r"(?<=[\[(【])\s*(?P<m>\d{1,2})[-/](?P<d>\d{1,2})\s*(?=[\])】])")
_BEFORE_TIME = re.compile(r"(?<![\d.\-/:])(?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?=\s+\d{1,2}:\d{2})")
_ORDER = (
    ("han", _HAN),
    ("han", _YEAR_POINT),
    ("han", _YEAR_ONLY),
    ("points", _POINTS),
    ("points", _STAMPED),
    ("points", _SHORT_YEAR),
    ("months", _MONTH_POINTS),
    ("compact", _COMPACT),
    ("short", _BRACKETED),
    ("short", _BEFORE_TIME),
)
_WHOLE = _ORDER[:-2]
"""in which a date may stand that ends a range"""
_NUMBER_LABEL = re.compile(r"(?:[号码]|电话|手机|代码|账户|[Nn][Oo]\.?|ID|id)\s*(?:为|是)?\s*[:：]?\s*$")
_JOINED = re.compile(_JOIN)
_TIME = re.compile(
    r"\s*(?:T|[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)?\s*((?:上午|下午|晚上|中午)?\s*\d{1,2}\s?:\s?\d{2}(?:\s?:\s?\d{2})?)(?!\d)"
)
_AND = re.compile(r"\s*(?:[、,，和及与]|以及)\s*")
_MORE_DAYS = re.compile(rf"\s*[、,和及与]\s*({_SHORT})\s*[日号]")
_LAST_DAY = re.compile(rf"({_SHORT})\s*[日号]")
_LAST_MONTH_DAY = re.compile(r"(\d{1,2})\s?[./\-]\s?(\d{1,2})(?![\d.:])")
_LAST_NUMBER = re.compile(rf"(\d{{1,2}}){_AMOUNT}(?![./\-:月日])")
# by the style of its beginning what a range may end in, and the parts that this gives
_RANGE_ENDS: Mapping[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = {
    "han": ((_LAST_DAY, ("day",)), (_LAST_MONTH_DAY, ("month", "day"))),
    "points": ((_LAST_MONTH_DAY, ("month", "day")), (_LAST_NUMBER, ("day",))),
    "months": ((_LAST_NUMBER, ("month",)),),
}
# a day of the old calendar, as it stands beside another: 农历三月十八, 三月初十
_LUNAR = re.compile(
    r"(?:农历|阴历)(?:[\u4e00-\u9fff]{1,2}年)?[正一二三四五六七八九十冬腊]{1,2}月[初廿卅一二三四五六七八九十]{1,3}"
    r"|[正一二三四五六七八九十冬腊]{1,2}月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)(?!个)"
)
_EDGE = r"0-9年月日./\-:"


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date and range of dates, left to right, none inside another.

    Impossible ones (13月, 2月30日), numbers of documents and people, amounts and versions are none.
    """
    plain = _LUNAR.sub(lambda day: "□" * len(day[0]), fold(text))
    found = _scan(plain)
    mended = _mend(plain)
    if mended != plain:
        found = _better(found, _scan(mended))
    return tuple(replace(one, quote=text[one.start : one.end].strip()) for one in found)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def whole(start: DateSpan, end: DateSpan) -> DateSpan:
    """From the first day of one to the last of the other, at the coarser precision."""
    order = ("day", "month", "year", "school-year")
    precision = max(start.precision, end.precision, key=order.index)
    return DateSpan(start.start, end.end, precision, start.month, start.day)


def _mend(plain: str) -> str:
    """O for 0 and l, I, | for 1, where digits or date signs stand on both sides; the length stays."""
    plain = re.sub(rf"(?<=[{_EDGE}])[OoQ]+(?=[{_EDGE}\s至到~—–]|$)", lambda run: "0" * len(run[0]), plain)
    one = rf"(?<=[{_EDGE}\s])[lI|](?=[\d月日号曰])|(?<=[\d月])[lI|](?=[月日号曰])|(?<=[-./])[lI|](?=[-./])"
    return re.sub(one, "1", plain)


def _better(found: tuple[FoundDate, ...], mended: tuple[FoundDate, ...]) -> tuple[FoundDate, ...]:
    """What was read as it stands, unless mending gives a whole date where there was none or a part of one."""

    def says(one: FoundDate) -> tuple[int, int]:
        return (one.span.start is not None) + (one.span.precision == "day"), one.end - one.start

    kept = list(found)
    for one in mended:
        rivals = [other for other in kept if other.start < one.end and one.start < other.end]
        if all(says(other) <= says(one) for other in rivals):
            kept = [other for other in kept if other not in rivals] + [one]
    return tuple(sorted(kept, key=lambda one: one.start))


def _scan(plain: str) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    position, last = 0, None
    ahead = _Ahead(plain)
    while (step := _next(ahead, position)) is not None:
        atom, position = step
        if atom is None:
            continue
        first = _with_year_of(last, atom, plain)
        second = _second(plain, first)
        found.append(_found(plain, first, second))
        position, last = found[-1].end, second or first
        for day in () if second else _more_days(plain, first, position):
            position = day.end
            if _possible(day):
                found.append(FoundDate(day.start, day.end, _single(day), ""))
                last = day
    return tuple(found)


def _with_year_of(last: _Atom | None, atom: _Atom, plain: str) -> _Atom:
    """A date without a year has that of the last one where 、 or 和 stands between them: 2024年5月2日、6月3日."""
    if last is None or atom.year is not None or not _AND.fullmatch(plain, last.end, atom.start):
        return atom
    return replace(atom, year=last.year)


def _found(plain: str, first: _Atom, second: _Atom | None) -> FoundDate:
    """A date or a range with the time that stands after it; the time of a day belongs to it."""
    last = second or first
    time = _TIME.match(plain, last.end)
    end = time.end() if time and (first.day or last.day) else last.end
    return FoundDate(
        first.start, end, _span(first, second), "", time[1].strip() if time else "", is_range=second is not None
    )


def _more_days(plain: str, atom: _Atom, position: int) -> Iterator[_Atom]:
    """The further days of 5月2日、3日和4日, impossible ones too."""
    while atom.day and (more := _MORE_DAYS.match(plain, position)):
        atom = replace(atom, start=more.start(1), end=more.end(), day=_small(more[1]))
        position = more.end()
        yield atom


class _Ahead:
    """The next match of each pattern in a text, looked for again only once it lies behind."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self._found: dict[re.Pattern[str], re.Match[str] | None] = {}

    def search(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """As `pattern.search`; `position` never goes back."""
        known = self._found.get(pattern)
        if pattern not in self._found or (known and known.start() < position):
            known = self._found[pattern] = pattern.search(self.plain, position)
        return known


def _next(ahead: _Ahead, position: int) -> tuple[_Atom | None, int] | None:
    """The next thing that looks like a date and where to go on; the atom is None when it is an impossible one."""
    plain = ahead.plain
    matches = [(match, style) for style, pattern in _ORDER if (match := ahead.search(pattern, position))]
    first = min((match.start() for match, _ in matches), default=len(plain))
    for pattern, read in _PERIODS:
        period = ahead.search(pattern, position)
        if period and period.start() <= first:
            return read(period), period.end()
    if not matches:
        return None
    match, style = min(matches, key=lambda pair: (pair[0].start(), -pair[0].end()))
    if (style == "compact" or match.re is _SHORT_YEAR) and _NUMBER_LABEL.search(
        plain[max(0, match.start() - 12) : match.start()]
    ):
        return None, match.end()
    return _atom(match, style), match.end()


def _atom(match: re.Match[str], style: str) -> _Atom | None:
    parts = {key: value for key, value in match.groupdict().items() if key in "ymd"}
    told = parts.get("y") or match.groupdict().get("s")
    year = _year(told) if told else None
    month = _small(parts.get("m"))
    day = _small(parts.get("d"))
    atom = _Atom(match.start(), match.end(), year, month, day, style)
    return atom if _possible(atom) else None


def _possible(atom: _Atom) -> bool:
    if atom.month is None:
        return atom.year is not None
    if not 1 <= atom.month <= 12:
        return False
    return atom.day is None or 1 <= atom.day <= calendar.monthrange(atom.year or 2024, atom.month)[1]


def _year(text: str) -> int:
    digits = "".join(str(chinese_number(char)) if char in _HAN_DIGIT else char for char in re.sub(r"\s", "", text))
    number = int(re.sub(r"[OoО]", "0", digits))
    if len(digits) == 3:
        return number - 200 + 2000
    return number + 2000 if number < 100 else number


def _small(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    number = chinese_number(text.replace("廿", "二十").replace("卅", "三十"))
    return 0 if number is None else number


def _second(plain: str, first: _Atom) -> _Atom | None:
    """The end of a range that begins with `first`, with what it leaves out taken from there."""
    join = _JOINED.match(plain, first.end)
    if join is None or first.first_day:
        return None
    start = join.end()
    rest = plain[start : start + 40]  # cut out, so that the joining sign does not stand before the second date
    for style, pattern in _WHOLE:
        match = pattern.match(rest)
        if match and (atom := _atom(match, style)):
            if atom.year is None:
                atom = replace(atom, year=_year_after(first, atom))
            if (atom.month is None) == (first.month is None):
                return _forward(first, replace(atom, start=first.start, end=start + atom.end))
    return _forward(first, _rest_of_range(plain, start, first))


def _rest_of_range(plain: str, start: int, first: _Atom) -> _Atom | None:
    """The end of a range that repeats less than a whole date: 5日, 6.3."""
    if first.style == "han" and not first.day:
        return None
    for pattern, parts in _RANGE_ENDS.get(first.style, ()):
        if match := pattern.match(plain, start):
            told = dict(zip(parts, map(_small, match.groups()), strict=True))
            month, day = told.get("month", first.month), told.get("day", first.day)
            second = replace(first, end=match.end(), month=month, day=day)
            if "day" in parts:
                second = replace(second, year=_year_after(first, second))
            return second if _possible(second) else None
    return None


def _year_after(first: _Atom, second: _Atom) -> int | None:
    """A range over New Year leaves the second year out: 2023年12月20日至1月10日."""
    if first.year is None or first.month is None or second.month is None:
        return first.year
    return first.year + 1 if second.month < first.month else first.year


def _forward(first: _Atom, second: _Atom | None) -> _Atom | None:
    """The second part, unless it lies before the first: then they are two dates."""
    if second is None or first.year is None or second.year is None:
        return second
    begins = (first.year, first.month or 0, first.day or 0)
    return second if (second.year, second.month or 12, second.day or 31) >= begins else None


def _span(first: _Atom, second: _Atom | None) -> DateSpan:
    if first.first_day:
        precision = cast(Precision, first.style)
        return DateSpan(
            first.first_day, first.last_day, precision, first.first_day.month if precision == "month" else None
        )
    start = _single(first)
    if second is None or start.start is None:
        return start
    return whole(start, _single(second))


def _single(atom: _Atom) -> DateSpan:
    if atom.year is None:
        return DateSpan(None, None, "day" if atom.day else "month", atom.month, atom.day)
    if atom.month is None:
        return DateSpan(date(atom.year, 1, 1), date(atom.year, 12, 31), "year")
    if atom.day is None:
        return DateSpan(date(atom.year, atom.month, 1), month_end(atom.year, atom.month), "month", atom.month)
    day = date(atom.year, atom.month, atom.day)
    return DateSpan(day, day, "day", atom.month, atom.day)


def _reader(read: Callable[[re.Match[str]], Period | None]) -> Callable[[re.Match[str]], _Atom | None]:
    def of(found: re.Match[str]) -> _Atom | None:
        period = read(found)
        if period is None:
            return None
        first, last = period.first, period.last
        return _Atom(found.start(), found.end(), first.year, None, None, period.precision, first, last)

    return of


def _year_range(match: re.Match[str]) -> _Atom | None:
    first, second = _year(match[1]), _year(match[2])
    if second < first:
        return None
    return _Atom(match.start(), match.end(), first, None, None, "year", date(first, 1, 1), date(second, 12, 31))


_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Atom | None]], ...] = (
    *((pattern, _reader(read)) for pattern, read in PERIODS),
    (_YEARS, _year_range),
)
