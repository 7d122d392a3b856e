"""What one internship certificate says in its sentences and labelled fields, whoever it names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.facts.layout import squeeze
from verifier.facts.schools import find_schools
from verifier.language.dates import FoundDate, find_dates
from verifier.language.identity_numbers import IdState, check_id, plain_name
from verifier.language.names import NAME, employer_in, is_name, strip_marks
from verifier.language.numerals import fold
from verifier.model import DateSpan, Employer, Person, Words

_START = re.compile(r"兹证明|现证明|经证明|特证明|兹有|现有|今有|查有|兹|证明[:,]?(?=贵|我|\S{2,20}(?:学生|同学))")
_END = re.compile(r"特此(?:证明|说明|鉴定)|此证|特此|情况属实")
_HAN = r"[\u4e00-\u9fff]"
_AFTER_NAME = (
    r"(?=同学|同志|先生|女士|学员|[,;:()|。、]|性别|男|女|身份证|学号|证件|系|为|于|自|从|在|等|是|已|曾|到|赴|参加|现|的|专业|班级|院系|学院|"
    r"民族|出生|政治|学历|年级|联系|电话|所在|所学|指导|实习|手机|籍贯|\d|$)"
)
_WHO = r"(?:学生|同学|毕业生|实习生|学员|本科生|专科生|研究生|大学生|实习人员)(?:姓名)?[::]?"
_ID = re.compile(r"(?<![\dA-Za-z])(\d{17}[\dXx×]|\d{15}|\d{3,10}[*＊xX]{4,14}\d{0,4}[Xx]?)(?![\dA-Za-z])")
_ID_LABEL = re.compile(r"(?:身份证|证件|身份)(?:件)?(?:号码?|证号)?(?:为|是)?[:|]?\s*([\dXx*＊]{6,20})")
_NUMBER = re.compile(r"学(?:生)?(?:籍)?(?:学)?号(?:为|是)?[:|]?([A-Za-z]{0,4}\d[\dA-Za-z\-]{3,19})")
_MAJOR_LABEL = re.compile(
    r"(?:所学)?专业(?:名称|班级)?[:|]+([\u4e00-\u9fff()、与A-Za-z]{2,24}?)(?=[|\n,;。:]|专业|性别|学号|学历|班级|年级|身份证|实习|姓名|$)"
)
_MAJOR = re.compile(r"(?:学院|系|大学|校区|学校|分校|[),]|届|级|我校|贵校|该校)([\u4e00-\u9fff()、与]{2,24}?)专业")
_ROLE = re.compile(
    r"\d{4}届(?:[^\s,。()]{0,8}?)(?:毕业生|学生)|\d{4}级(?:[^\s,。()]{0,16}?)学生|应届毕业生|毕业生|在校生|实习生|学生"
)
_GIVEN = r"(?:[(（](?:盖章|公章|签章|章|全称|名称|单位盖章)[)）])*"
_NOT_A_FIELD = r"(?!意见|鉴定|地址|联系|指导|评价|导师|电话|考核|负责|所在|性质|类型|代码|盖章人|是否)"
_BEGIN = re.compile(r"(?:开始|起始|入职|到岗|进入)(?:时间|日期)?[:|]*$|^.{0,3}(?:起|开始)")
_BIRTH = re.compile(r"出生[^,。|]{0,6}$")
_OPEN_END = re.compile(r"至今|到今|至现在|起[^。]{0,20}(?:实习|工作)")


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
    flat = _flat("".join(rows)) if rows else ""
    start, end = _sentence(flat)
    body, tail = flat[start:end], flat[end:]
    labelled = "\n".join(_tidy(row) for row in text.split("\n"))
    period = _period(body) or _period(_flat(labelled))
    return Certificate(
        _school(flat, body, labelled, words),
        _employer(rows, labelled, body, tail, words, seals),
        period,
        _issued(tail, rows, fields, period),
        next((match[0] for match in [_ROLE.search(body)] if match), ""),
        _people(body, labelled),
    )


def _flat(text: str) -> str:
    return re.sub(r"[\s_|]", "", fold(text))


def _tidy(row: str) -> str:
    return re.sub(r"\s*\|\s*", "|", squeeze(row).replace("_", ""))


def _sentence(flat: str) -> tuple[int, int]:
    """Where the certifying sentences begin and end; the whole text where nothing marks them."""
    start = _START.search(flat)
    begin = start.start() if start else 0
    end = _END.search(flat, begin)
    return begin, end.start() if end else len(flat) if not start else _last_sentence(flat, begin)


def _last_sentence(flat: str, begin: int) -> int:
    stop = flat.rfind("。", begin)
    return stop + 1 if stop > begin else len(flat)


def _school(flat: str, body: str, labelled: str, words: Words) -> str:
    """The school as written: of the sentence, of a field, of the address line; '' for none."""
    for text in (body, labelled, flat):
        found = find_schools(text, words)
        if found:
            first = found[0]
            return text[first.start : first.end].replace("(", "（").replace(")", "）").replace("\n", "")
    return ""


def _period(flat: str) -> DateSpan | None:
    dates = [one for one in find_dates(flat) if one.span.precision in {"day", "month"}]
    dates = [one for one in dates if not _BIRTH.search(flat[: one.start])]
    for one in dates:
        if one.is_range and one.span.start:
            return one.span
    whole = [one for one in dates if one.span.start and one.span.end]
    for first, second in itertools.pairwise(whole):
        between = flat[first.end : second.start]
        if _pair(flat, first, between, second):
            assert first.span.start and second.span.end
            return DateSpan(first.span.start, second.span.end, second.span.precision)
    if len(whole) == 1 and _OPEN_END.match(flat[whole[0].end : whole[0].end + 30]):
        return DateSpan(whole[0].span.start, None, whole[0].span.precision)
    return None


def _pair(flat: str, first: FoundDate, between: str, second: FoundDate) -> bool:
    """Whether two dates are said to be a beginning and an end."""
    if first.span.start is None or second.span.end is None or first.span.start > second.span.end:
        return False
    before = flat[max(0, first.start - 10) : first.start]
    opens = _BEGIN.search(before) or _BEGIN.match(between)
    closes = re.search(r"(?:结束|截止|终止|离职|离岗|完成|止)(?:时间|日期)?[:|]*$|至$|到$", between) or re.match(
        r"(?:止|结束)", flat[second.end : second.end + 4]
    )
    return bool(opens and closes) and len(between) <= 40


def _issued(tail: str, rows: Sequence[str], fields: Sequence[str], period: DateSpan | None) -> DateSpan | None:
    """The last day after the sentences; in a form the last day that is no part of the period."""
    of_employer = [row for row in fields if re.search(r"单位|企业|公司", row)]
    for text in (tail, *map(_flat, reversed(rows)), *map(_flat, reversed(of_employer)), *map(_flat, reversed(fields))):
        days = [one.span for one in find_dates(text) if not one.is_range and one.span.start]
        days = [span for span in days if span.precision == "day" and not _is_edge(span, period)]
        if days and not _BIRTH.search(text[:8]):
            return days[-1]
    return None


def _is_edge(span: DateSpan, period: DateSpan | None) -> bool:
    return period is not None and span.start is not None and span.start == period.start


def open_ended(period: DateSpan | None, issued: DateSpan | None) -> DateSpan | None:
    """A period that goes on (至今) ends with the day of issue, else on the day it began."""
    if period is None or period.end is not None:
        return period
    end: date | None = issued.end if issued else period.start
    return DateSpan(period.start, end, period.precision)


def _employer(rows: Sequence[str], labelled: str, body: str, tail: str, words: Words, seals: Sequence[str]) -> Employer:
    name = (
        _labelled_employer(labelled, words)
        or _employer_of_sentence(body, words)
        or _signature(rows, words)
        or next((found for seal in seals if (found := employer_in(fold(seal), words.employers))), "")
    )
    address = _field(labelled, words.text.address_labels)
    code = re.search(r"信用代码(?:证号)?[:|]*([0-9A-Z]{18})(?![0-9A-Z])", _flat(labelled).upper())
    return Employer(_wide(name), code[1] if code else "", _wide(address))


def _wide(name: str) -> str:
    return name.replace("(", "（").replace(")", "）")


def _field(labelled: str, labels: Sequence[str]) -> str:
    """What stands after the first of the labels that is followed by a value."""
    for label in sorted(labels, key=len, reverse=True):
        match = re.search(rf"(?<!{_HAN}){label}{_GIVEN}{_NOT_A_FIELD}[:|]+\s*([^|\n,;。]{{3,60}})", labelled)
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
            if (
                ":" in match[0] + "|"
                and len(value) >= 5
                and "实习" in label
                and not re.search(r"[年月日]\s*$|意见", value)
            ):
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
        text = _flat(strip_marks(fold(row)))
        for one in reversed(find_dates(text)):
            text = text[: one.start] + text[one.end :]
        text = re.sub(r"^(?:实习|实践|证明|出具)?单位[::]?|^公司[::]|[::。.]+$", "", text)
        name = employer_in(text, words.employers)
        if name and len(name) >= len(text) - 3 and not find_schools(name, words):
            return name
    return ""


def _people(body: str, labelled: str) -> tuple[Person, ...]:
    listed = _listed(body)
    if listed:
        return listed
    flat = _flat(labelled)
    name = _name(body, labelled)
    if not name:
        return ()
    around = body if name in body else flat
    resident_id, state = _resident_id(around) if _resident_id(around)[0] else _resident_id(flat)
    number = _NUMBER.search(around) or _NUMBER.search(flat)
    return (
        Person(
            name,
            resident_id,
            state,
            number[1] if number else "",
            major=_major(body, labelled),
        ),
    )


def _resident_id(text: str) -> tuple[str, IdState]:
    match = _ID_LABEL.search(text) or _ID.search(text)
    return check_id(match[1]) if match else ("", "")


def _major(body: str, labelled: str) -> str:
    match = _MAJOR_LABEL.search(labelled)
    if match is None:
        match = _MAJOR.search(body)
    if match is None:
        return ""
    major = re.split(r"学院|大学|校区|系(?!统)|届|级", match[1])[-1]
    major = re.sub(r"^\([^()]*\)", "", major)
    if major.count(")") != major.count("("):
        major = re.split(r"[()]", major)[-1]
    return _wide(major.strip("()、与"))


_NAMED = (
    rf"姓名[:|]*({NAME}){_AFTER_NAME}",
    rf"{_WHO}({NAME}){_AFTER_NAME}",
    rf"(?:兹证明|证明|兹有|现有|今有|查有|兹)[:,]?({NAME})(?=同学|同志|[,(]|性别|男|女|身份证|学号|系|为|是|于|自|从|在|\d)",
    rf"(?:专业|班|级|届|校区|学院|大学|学校|[),])({NAME})(?=同学|同志|[,(]|于|自|从|在|身份证|学号|性别|到|赴|\d)",
    rf"({NAME})(?=同学|同志)",
    rf"({NAME})(?=[,(](?:性别|男|女|身份证|学号))",
)


_DOTTED = re.compile(rf"({_HAN}+·{_HAN}{{1,12}}?(?:·{_HAN}{{1,12}}?)?){_AFTER_NAME}")
_LEAD_IN = r"^.*(?:证明|兹有|现有|今有|学生|同学|专业|毕业生|实习生|姓名|学院|大学|校区|[班级届])"


def _name(body: str, labelled: str) -> str:
    for text in (body, _flat(labelled)):
        if match := _DOTTED.search(text):
            return plain_name(re.sub(_LEAD_IN, "", match[1]))
    for index, pattern in enumerate(_NAMED):
        texts = (body, _flat(labelled)) if index == 0 else (body,)
        for text in texts:
            # a name may begin anywhere in the run before 同学: every start is tried
            position = 0
            while match := re.compile(pattern).search(text, position):
                position = match.start() + 1
                name = plain_name(match[1])
                if is_name(name):
                    return name
    return ""


_ONE = rf"{_HAN}{{2,4}}(?:\([^()]{{0,80}}\))?"
_MANY = re.compile(
    rf"((?:{_ONE}[、,和及])+{_ONE}?)(?=等|共|[\d一二三四五六七八九十]+(?:名|位|人)|同学|于|自|从|在|到|赴|,|\d)"
)


def _listed(body: str) -> tuple[Person, ...]:
    """People whom a sentence lists: 张三、李四（学号 …）、王五等3名同学."""
    for match in _MANY.finditer(body):
        people = []
        for part in re.findall(rf"({_HAN}{{2,}})(?:\(([^()]*)\))?", match[1]):
            run = part[0] if is_name(part[0]) and len(part[0]) < 3 else re.sub(r"(?<=..)[等共]$", "", part[0])
            name = next((run[-size:] for size in (len(run), 3, 2, 4) if is_name(run[-size:])), "")
            if name:
                resident_id, state = _resident_id(part[1])
                number = _NUMBER.search(part[1]) or re.fullmatch(r"([\dA-Za-z]{6,14})", part[1])
                people.append(Person(name, resident_id, state, number[1] if number else ""))
        if len(people) >= 2:
            return tuple(people)
    return ()
