"""What one internship certificate says in its sentences and labelled fields, whoever it names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.facts.certificates.people import people_in
from verifier.facts.certificates.spelling import flat, tidy_row, wide_brackets
from verifier.facts.schools import find_schools
from verifier.language.dates import FoundDate, find_dates
from verifier.language.names import employer_in, strip_marks
from verifier.language.numerals import fold
from verifier.model import DateSpan, Employer, Person, Words

_START = re.compile(r"兹证明|现证明|经证明|特证明|兹有|现有|今有|查有|兹|证明[:,]?(?=贵|我|\S{2,20}(?:学生|同学))")
_END = re.compile(r"特此(?:证明|说明|鉴定)|此证|特此|情况属实")
_ROLE = re.compile(
    r"\d{4}届(?:[^\s,。()]{0,8}?)(?:毕业生|学生)|\d{4}级(?:[^\s,。()]{0,16}?)学生|应届毕业生|毕业生|在校生|实习生|学生"
)
_GIVEN = r"(?:[(（](?:盖章|公章|签章|章|全称|名称|单位盖章)[)）])*"
_NOT_A_FIELD = r"(?!意见|鉴定|地址|联系|指导|评价|导师|电话|考核|负责|所在|性质|类型|代码|盖章人|是否)"
_NO_EMPLOYER = re.compile(r"[年月日]\s*$|意见")
_BEGIN = re.compile(r"(?:开始|起始|入职|到岗|进入)(?:时间|日期)?[:|]*$|^.{0,3}(?:起|开始)")
_BIRTH = re.compile(r"出生[^,。|]{0,6}$")
_END_NEXT = re.compile(r"(?:结束|截止|终止|离职|离岗|完成|止)(?:时间|日期)?[:|]*$|至$|到$")
_END_SAID = re.compile(r"止|结束")
_OPENS = re.compile(r"[自从]$")
_GOES_ON = re.compile(r"至|到|起|[-—－~～]")
_SEALED_TWICE = re.compile(r"^(.)\s+(?=\1)")
"""a letter of the seal beside the name that it lies over: 烟 烟台某某有限公司"""
_TERM = "学期"
_IN_YEAR = re.compile(r"度?(?:暑[期假]|寒假|春季|夏季|秋季|期间|内?在[我本]|于[我本])")
"""what follows a year in which somebody was there: 2024年暑期, 2024年在我单位"""
_FARTHEST_END = 40
"""characters between the beginning of a period and its end"""
_SALUTATION = re.compile(r"(?!.*(?:如下|名单))[^,。;:]{2,30}:")
_WHERE_ABOUTS = re.compile(r"[^:]{0,6}(?:地址|地点|住所|电话|邮编|网址|邮箱|传真|联系人|经办人)[:]")
"""a row that says where an employer is, or whom to ask there: 地址：某路某科技园"""
_LATEST_SALUTATION = 4
"""rows of a letter among which whom it addresses stands"""
_ADDRESSES = (
    re.compile(
        r"\((?:[^()]*[,;])?(?:单位|公司|办公|实习|详细|注册)?(?:地址|住所|地点)(?:在|为|是|[:])?([^(),;]{3,60})[^()]*\)"
    ),
    re.compile(r"(?:我|本)(?:分公司|子公司|公司|单位|厂|酒店|店|司|行|院|部)(?:位于|坐落于|地处)([^,。;()]{3,40})"),
)
"""where the sentences of a certificate tell the employer's address"""
_UNTIL_NOW = re.compile(r"起?[^。,]{0,20}?(?:至今|到今|至现在)")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything but the names of people in a list."""

    school: str
    employer: Employer
    period: DateSpan | None
    issued: DateSpan | None
    role: str
    people: tuple[Person, ...]
    """those whom the sentences or fields name"""


def read(rows: Sequence[str], fields: Sequence[str], words: Words, seals: Sequence[str] = ()) -> Certificate:
    """Reads a certificate from its rows of text and the rows of its form (cells joined by |).

    `seals` are the texts of the seals on it, the last resort for the employer's name.
    """
    text = fold("\n".join([*rows, *fields]))
    whole = flat("".join(rows))
    start, end = _sentence(whole, _letter_begins(rows, whole))
    body, tail = whole[start:end], whole[end:]
    labelled = "\n".join(map(tidy_row, text.split("\n")))
    fields_text = flat(labelled)
    period = _period(body) or _period(fields_text)
    issued = _issued(tail, rows, fields, period)
    period = _until_issued(period, issued) if period else _begun(body) or _begun(fields_text)
    return Certificate(
        _school((body, labelled, whole), words),
        _employer(rows, labelled, body, tail, words, seals),
        period,
        issued,
        role[0] if (role := _ROLE.search(body)) else "",
        people_in(body, labelled),
    )


def _letter_begins(rows: Sequence[str], whole: str) -> int:
    """Where a letter begins behind its title and whom it addresses (威海市人力资源和社会保障局：); 0 for no letter."""
    addressed = (text for row in rows[:_LATEST_SALUTATION] if _SALUTATION.fullmatch(text := flat(row)))
    first = next(addressed, "")
    return whole.find(first) + len(first)


def _sentence(text: str, otherwise: int) -> tuple[int, int]:
    """Where the certifying sentences begin and end; the whole text from `otherwise` on where nothing marks them."""
    start = _START.search(text)
    begin = start.start() if start else otherwise
    end = _END.search(text, begin)
    if end:
        return begin, end.start()
    return begin, _last_sentence(text, begin) if start else len(text)


def _last_sentence(text: str, begin: int) -> int:
    stop = text.rfind("。", begin)
    return stop + 1 if stop > begin else len(text)


def _school(texts: Iterable[str], words: Words) -> str:
    """The school as written in the first of the texts that names one; '' for none."""
    for text in texts:
        found = find_schools(text, words)
        if found:
            first = found[0]
            return wide_brackets(text[first.start : first.end]).replace("\n", "")
    return ""


def _period(text: str) -> DateSpan | None:
    """The first range of days or months; else two that are said to be its ends; else the one from which it goes on."""
    dates = list(_days_and_months(text))
    ranges = (one.span for one in dates if one.is_range or _is_season(one.span))
    pairs = (_from_to(text, first, second) for first, second in itertools.pairwise(dates))
    return next(filter(None, itertools.chain(ranges, pairs, [_from_on(text, dates)])), None)


def _days_and_months(text: str) -> Iterator[FoundDate]:
    """Those of a year that is said, and of nobody's birth; a term is one too, and a year whose season is named."""
    for one in find_dates(text):
        if not one.span.start or _BIRTH.search(text[: one.start]):
            continue
        if one.span.precision in ("day", "month"):
            yield one
        elif _TERM in one.quote or (one.span.precision == "year" and _IN_YEAR.match(text, one.end)):
            yield replace(one, is_range=True)


def _is_season(span: DateSpan) -> bool:
    """Whether one word says a range of months: 2024年上半年."""
    return (
        span.start is not None
        and span.end is not None
        and span.precision == "month"
        and span.start.month != span.end.month
    )


def _from_to(text: str, first: FoundDate, second: FoundDate) -> DateSpan | None:
    """The period between two dates that are said to be its beginning and its end."""
    start, end = first.span.start, second.span.end
    between = text[first.end : second.start]
    if start is None or end is None or start > end or len(between) > _FARTHEST_END:
        return None
    opens = _BEGIN.search(text[max(0, first.start - 10) : first.start]) or _BEGIN.match(between)
    closes = _END_NEXT.search(between) or _END_SAID.match(text[second.end : second.end + 4])
    return DateSpan(start, end, second.span.precision) if opens and closes else None


def _from_on(text: str, dates: Sequence[FoundDate]) -> DateSpan | None:
    """The period until the day of issue that begins on the one date of a text: 自2024年3月1日至今."""
    if len(dates) != 1 or not _UNTIL_NOW.match(text[dates[0].end : dates[0].end + 30]):
        return None
    return DateSpan(dates[0].span.start, None, dates[0].span.precision)


def _issued(tail: str, rows: Sequence[str], fields: Sequence[str], period: DateSpan | None) -> DateSpan | None:
    """The last day after the sentences; in a form the last day that is no part of the period."""
    of_employer = [row for row in fields if re.search(r"单位|企业|公司", row)]
    texts = (tail, *map(flat, (*reversed(rows), *reversed(of_employer), *reversed(fields))))
    days = (_last_day(text, period) for text in texts if not _BIRTH.search(text[:8]))
    return next(filter(None, days), None)


def _last_day(text: str, period: DateSpan | None) -> DateSpan | None:
    """The last day of a text on which the period does not begin."""
    begins = period.start if period else None
    days = [one.span for one in find_dates(text) if one.span.precision == "day" and not one.is_range and one.span.start]
    return next((day for day in reversed(days) if day.start != begins), None)


def _until_issued(period: DateSpan, issued: DateSpan | None) -> DateSpan:
    """A period that goes on (至今) ends with the day of issue, else on the day it began."""
    if period.end is not None:
        return period
    end: date | None = issued.end if issued else period.start
    return DateSpan(period.start, end, period.precision)


def _begun(text: str) -> DateSpan | None:
    """The beginning of a period whose end can't be read or isn't said, and so is None: 自2024年3月1日至（…）, 起."""
    dates = (one for one in _days_and_months(text) if _OPENS.search(text[: one.start]) or _GOES_ON.match(text, one.end))
    begin = next(dates, None)
    return DateSpan(begin.span.start, None, begin.span.precision) if begin else None


def _employer(rows: Sequence[str], labelled: str, body: str, tail: str, words: Words, seals: Sequence[str]) -> Employer:
    name = (
        _labelled_employer(labelled, words)
        or _employer_of_sentence(body, words)
        or _signature(rows, words)
        or next((found for seal in seals if (found := employer_in(fold(seal), words.employers))), "")
    )
    address = _address_told(body) or _field(labelled, words.text.address_labels)
    code = re.search(r"信用代码(?:证号)?[:|]*([0-9A-Z]{18})(?![0-9A-Z])", flat(labelled).upper())
    return Employer(wide_brackets(name), code[1] if code else "", wide_brackets(address))


def _address_told(body: str) -> str:
    """The employer's address where the sentences tell it: 在我分公司（地址：青岛市城阳区…）, 我公司位于青岛市…."""
    match = next(filter(None, (each.search(body) for each in _ADDRESSES)), None)
    return match[1].strip() if match else ""


def _field(labelled: str, labels: Sequence[str]) -> str:
    """What stands after the first of the labels that is followed by a value."""
    for label in sorted(labels, key=len, reverse=True):
        match = re.search(rf"(?<![\u4e00-\u9fff]){label}{_GIVEN}{_NOT_A_FIELD}[:|]+\s*([^|\n,;。]{{3,60}})", labelled)
        if match and not find_dates(match[1][:6]):
            return re.split(r"\s{2,}|联系电话|联系人|电话[:：]|邮编|盖章", match[1])[0].strip(" :")
    return ""


def _labelled_employer(labelled: str, words: Words) -> str:
    for label in sorted(words.text.employer_labels, key=len, reverse=True):
        for match in re.finditer(rf"{label}{_GIVEN}{_NOT_A_FIELD}(?:[:|]+\s*|\s+|\n|为|是)([^\n|]{{4,60}})", labelled):
            value = strip_marks(match[1]).strip(" :|")
            name = employer_in(value, words.employers)
            if name:
                return name
            value = re.split(r"[,;。:(]|\s{2,}|\d{4}年", value)[0].strip()
            if ":" in match[0] and "实习" in label and len(value) >= 5 and not _NO_EMPLOYER.search(value):
                return value
    return ""


def _employer_of_sentence(body: str, words: Words) -> str:
    for match in re.finditer(r"(?:在|于|到|赴|前往|由)(?=\D)([^,。;:]{3,60})", body):
        name = employer_in(match[1], words.employers)
        if name and not find_schools(name, words):
            return name
    return ""


def _signature(rows: Sequence[str], words: Words) -> str:
    """A row that is an employer's name: the last of those under the sentences, else one over the title."""
    for row in reversed(rows):
        text = flat(strip_marks(_SEALED_TWICE.sub("", fold(row))))
        if _WHERE_ABOUTS.match(text):
            continue
        for one in reversed(find_dates(text)):
            text = text[: one.start] + text[one.end :]
        text = re.sub(r"^(?:实习|实践|证明|出具)?单位[::]?|^公司[::]|[::。.]+$", "", text)
        name = employer_in(text, words.employers)
        if name and len(name) >= len(text) - 3 and not find_schools(name, words):
            return name
    return ""
