"""The people whom the sentences or fields of a certificate name, with what stands about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from verifier.facts.certificates.spelling import flat, wide_brackets
from verifier.language.identity_numbers import IdState, check_id, plain_name
from verifier.language.names import NAME, is_name, may_be_name
from verifier.model import Person

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
_FIELD = re.compile(rf"姓名[:|]*({NAME}){_AFTER_NAME}")
_IN_SENTENCE = tuple(
    map(
        re.compile,
        (
            rf"{_WHO}({NAME}){_AFTER_NAME}",
            rf"(?:兹证明|证明|兹有|现有|今有|查有|兹)[:,]?({NAME})(?=同学|同志|[,(]|性别|男|女|身份证|学号|系|为|是|于|自|从|在|\d)",
            rf"(?:专业|班|级|届|校区|学院|大学|学校|[),])({NAME})(?=同学|同志|[,(]|于|自|从|在|身份证|学号|性别|到|赴|\d)",
            rf"({NAME})(?=同学|同志)",
            rf"({NAME})(?=[,(](?:性别|男|女|身份证|学号))",
        ),
    )
)
_DOTTED = re.compile(rf"({_HAN}+·{_HAN}{{1,12}}?(?:·{_HAN}{{1,12}}?)?){_AFTER_NAME}")
_LEAD_IN = re.compile(r"^.*(?:证明|兹有|现有|今有|学生|同学|专业|毕业生|实习生|姓名|学院|大学|校区|[班级届])")
_ONE = rf"{_HAN}{{2,4}}(?:\([^()]{{0,80}}\))?"
_MANY = re.compile(
    rf"((?:{_ONE}[、,和及])+{_ONE}?)(?=等|共|[\d一二三四五六七八九十]+(?:名|位|人)|同学|于|自|从|在|到|赴|实习|参加|来我|[,。;]|\d|$)"
)
_ENTRY = re.compile(rf"({_HAN}{{2,}})(?:\(([^()]*)\))?")
"""a name of a list, with what else stands in the run, and what brackets after it say"""
_BARE_NUMBER = re.compile(r"([\dA-Za-z]{6,14})")
_ROW = re.compile(rf"\(?\d{{0,3}}\)?[.、:]?({NAME})(?=同学|[,;:(])")
"""the name with which a row on a person begins, behind its number in the list"""
_BESIDE = re.compile(rf"[\s|]+(?=[(（]?\d{{1,3}}[)）]?[.．、:：]\s*{NAME}\s*[,，;；:：(（])")
"""where the next of several lists begins that stand side by side"""
_FEWEST_ROWS = _FEWEST_LISTED = 2
_SURE = 3, 4
"""so many of so many in a list have a surname that is known"""
_LENGTHS = (3, 2, 4)
"""of a name, the most frequent first"""


def people_in(body: str, labelled: str) -> tuple[Person, ...]:
    """The people of the certifying sentences: those whom they list, else the one whom they or a field name.

    `body` is one run of text, `labelled` has the rows of the form, cells joined by |.
    """
    return _listed(body) or _one_person(body, labelled)


def people_by_row(rows: Sequence[str]) -> tuple[Person, ...]:
    """The people of rows of which each begins with a name, tells a number of the person, and may go on in the next.

    1．张三，女，身份证号…，软件技术专业； — one such row alone is a sentence.
    """
    texts = [flat(part) for row in rows for part in _BESIDE.split(row)]
    begun = [at for at, text in enumerate(texts) if (match := _ROW.match(text)) and is_name(match[1])]
    told = (_of_row(texts[at] + ("" if at + 1 in begun else "".join(texts[at + 1 : at + 2]))) for at in begun)
    people = tuple(filter(None, told))
    return people if len(people) >= _FEWEST_ROWS else ()


def _of_row(text: str) -> Person | None:
    resident_id, state = _resident_id(text)
    number = _NUMBER.search(text)
    if not resident_id and number is None:
        return None
    match = _ROW.match(text)
    name = match[1] if match else ""
    return Person(name, resident_id, state, number[1] if number else "", major=_major(text, text))


def _one_person(body: str, labelled: str) -> tuple[Person, ...]:
    fields = flat(labelled)
    name = _name(body, fields)
    if not name:
        return ()
    texts = (body, fields) if name in body else (fields,)
    resident_id, state = next((found for text in texts if (found := _resident_id(text))[0]), ("", ""))
    number = next(filter(None, map(_NUMBER.search, texts)), None)
    return (Person(name, resident_id, state, number[1] if number else "", major=_major(body, labelled)),)


def _resident_id(text: str) -> tuple[str, IdState]:
    match = _ID_LABEL.search(text) or _ID.search(text)
    return check_id(match[1]) if match else ("", "")


def _major(body: str, labelled: str) -> str:
    match = _MAJOR_LABEL.search(labelled) or _MAJOR.search(body)
    if match is None:
        return ""
    major = re.split(r"学院|大学|校区|系(?!统)|届|级", match[1])[-1]
    major = re.sub(r"^\([^()]*\)", "", major)
    if major.count(")") != major.count("("):
        major = re.split(r"[()]", major)[-1]
    return wide_brackets(major.strip("()、与"))


def _name(body: str, fields: str) -> str:
    """The first name: one with a middle dot, that of a field 姓名, then one where sentences have it; '' for none."""
    dotted = (plain_name(_LEAD_IN.sub("", found[1])) for found in map(_DOTTED.search, (body, fields)) if found)
    searched = ((_FIELD, body), (_FIELD, fields), *((pattern, body) for pattern in _IN_SENTENCE))
    names = (name for pattern, text in searched for name in _runs(pattern, text) if is_name(name))
    return next(chain(dotted, names), "")


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What may be a name; it may begin anywhere in the run before 同学, so every start is tried."""
    position = 0
    while found := pattern.search(text, position):
        position = found.start() + 1
        yield plain_name(found[1])


def _listed(body: str) -> tuple[Person, ...]:
    """People whom a sentence lists: 张三、李四（学号 …）、王五等3名同学; of several such runs of the longest."""
    runs = (_of_run(run[1]) for run in _MANY.finditer(body))
    return max((people for people in runs if len(people) >= _FEWEST_LISTED), key=len, default=())


def _of_run(run: str) -> tuple[Person, ...]:
    """The people of a list; among many whose surnames are known a rare or misread one is a name too."""
    entries = [entry.groups("") for entry in _ENTRY.finditer(run)]
    told = [_of_entry(*entry) for entry in entries]
    known = sum(each is not None for each in told)
    if known * _SURE[1] >= len(told) * _SURE[0]:
        told = [each or _rarely_named(*entry) for each, entry in zip(told, entries, strict=True)]
    return tuple(filter(None, told))


def _rarely_named(run: str, said: str) -> Person | None:
    """The person of an entry that is nothing but a name whose surname is not known."""
    return _person(run, said) if len(run) in _LENGTHS[:2] and may_be_name(run) else None


def _of_entry(run: str, said: str) -> Person | None:
    """The person of an entry of a list; what stands before the name (学生张三) or after it (王五等) is none of it."""
    run = re.sub(r"(?<=..)[等共]$", "", run)
    name = next((run[-size:] for size in (len(run), *_LENGTHS) if is_name(run[-size:])), "")
    return _person(name, said) if name else None


def _person(name: str, said: str) -> Person:
    """Somebody of a list, with what brackets behind the name say."""
    resident_id, state = _resident_id(said)
    number = _NUMBER.search(said) or _BARE_NUMBER.fullmatch(said)
    return Person(name, resident_id, state, number[1] if number else "")
