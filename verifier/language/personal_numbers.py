"""Kinds of personal numbers: how each is written, and how it is masked.

The patterns are for a text as it is meant: digits, dashes and dots of one form, no signs that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from verifier.language.identity_numbers import check_credit_code, is_born, is_old_id, mask_id, mask_number, mask_phone

_LOOKALIKES = str.maketrans("OoQDlI|!ZzSsBbGgq", "00001111225586699"[:17])
_MOST_MISREAD = 2

_SEP = r"[ \-./]{0,2}"
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)
_REGISTRIES = frozenset(("11", "12", "13", "19", "51", "52", "53", "59", "91", "92", "93"))
"""first two signs of a credit code: who registers, and what"""
_LABELS = (
    *("学籍号", "学号", "考生号", "准考证号", "证书编号", "证书号", "护照", "通行证", "台胞证", "回乡证", "证件"),
    *("身份证", "军官证", "居住证", "驾驶证", "社保卡", "银行账号", "银行卡", "账号", "帐号", "卡号", "工号", "QQ"),
)
_PHONES = ("电话", "手机", "联系方式", "座机", "传真", "Tel", "TEL", "tel", "Mobile", "mobile", "Phone", "phone")
_HOMES = (
    *("家庭住址", "家庭地址", "家庭详细地址", "现住址", "常住地址", "住址", "户籍地址", "户籍所在地", "户口所在地"),
    *("通讯地址", "通信地址", "收件地址", "收货地址", "联系地址"),
)
_WECHAT = "[Ww]e[Cc]hat"
_JOINED = r"[号码为是:() |\t\"'=]{0,6}"
"""what stands between a label and its value"""


def _mail(found: re.Match[str]) -> str:
    """a***@example.cn; what runs on into the next one is its user."""
    user, _, host = found[0].replace(" ", "").partition("@")
    if found.string[found.end() :].lstrip(" ")[:1] == "@":
        host = f"{host.rpartition('.')[0]}.***"
    return f"{user[:1]}***@{host}"


def _bare(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", text)


def _labelled(found: re.Match[str]) -> str | None:
    value = found["value"].rstrip(" -./")
    if sum(map(str.isdigit, value)) < 5:
        return None
    return mask_number(_bare(value)) + found["value"][len(value) :]


def _called(found: re.Match[str]) -> str | None:
    """A phone that is called one, however it is grouped."""
    value = found["value"].rstrip(" -./(+")
    digits = re.sub(r"\D", "", value.translate(_LOOKALIKES))
    if not 7 <= len(digits) <= 15:
        return None
    return mask_phone(value.translate(_LOOKALIKES)) + found["value"][len(value) :]


def _is_of_employer(code: str) -> bool:
    """Whether it is a credit code: of an employer, and none of a person."""
    return code[:2] in _REGISTRIES and code[2:4].isdigit() and int(code[2:4]) in _PROVINCES and check_credit_code(code)


def _id(found: re.Match[str]) -> str | None:
    """An ID by its province and its day of birth; a row of 18 digits without these where nothing stands within."""
    value = _bare(found[0]).upper().replace("×", "X")
    value += "" if len(value) == 18 else "X"
    if int(value[:2]) in _PROVINCES and is_born(value[6:14]):
        return mask_id(value)
    if _is_of_employer(value):
        return None
    return mask_id(value) if _GROUPED.fullmatch(found[0]) else None


def _misread_id(found: re.Match[str]) -> str | None:
    """An ID in which one or two digits were taken for letters."""
    value = found[0].translate(_LOOKALIKES)
    misread = sum(not sign.isdigit() for sign in found[0][:17])
    if not 0 < misread <= _MOST_MISREAD or not value[:17].isdigit() or _is_of_employer(found[0]):
        return None
    return mask_id(value) if int(value[:2]) in _PROVINCES and is_born(value[6:14]) else None


def _misread_mobile(found: re.Match[str]) -> str | None:
    value = found[0].translate(_LOOKALIKES)
    misread = sum(not sign.isdigit() for sign in found[0])
    fits = 0 < misread <= _MOST_MISREAD and re.fullmatch(r"1[3-9]\d{9}", value)
    return mask_phone(value) if fits else None


def _bank(found: re.Match[str]) -> str | None:
    value, letter = found["digits"], found["letter"]
    if _is_of_employer(found[0]) or (letter and len(value) == 17 and value[:2] in _REGISTRIES):
        return None
    return _mask_card(value) + letter


def _grouped_bank(found: re.Match[str]) -> str | None:
    """In groups as people write them: four by four, the bank apart, in halves, or each digit by itself.

    Broken once elsewhere, as a page breaks a number, it is known by issuer and check digit together.
    """
    groups = re.split(r"[ \-.]+", found[0])
    sizes = [len(group) for group in groups]
    is_usual = sizes[:2] in ([6, sizes[-1]], [8, sizes[-1]]) if len(sizes) == 2 else {*sizes[:-1]} in ({1}, {4})
    value = "".join(groups)
    if len(sizes) == 2 and value[:2] == "62" and _is_checked(value):
        return _mask_card(value)
    return _mask_card(value) if is_usual and sizes[-1] <= max(4, len(value) - sizes[0]) and _is_card(value) else None


def _misread_bank(found: re.Match[str]) -> str | None:
    value = found[0].translate(_LOOKALIKES)
    misread = sum(not sign.isdigit() for sign in found[0])
    return _mask_card(value) if 0 < misread <= _MOST_MISREAD and value.isdigit() and value.startswith("62") else None


def _is_card(value: str) -> bool:
    """Whether the digits are those of a bank card, by who issued it or else by the check digit too."""
    return value[:2] == "62" or (value[0] in "3459" and _is_checked(value))


def _is_checked(value: str) -> bool:
    """Whether the check digit of a card fits (ISO/IEC 7812-1)."""
    doubled = (int(sign) * (1 + at % 2) for at, sign in enumerate(reversed(value)))
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0


def _mask_card(value: str) -> str:
    return value[:4] + "*" * (len(value) - 8) + value[-4:]


def _passport(found: re.Match[str]) -> str | None:
    """A passport or permit, maybe with a blank in it; what then looks like a day is none.

    Nor is what runs on from letters of its case and begins with a year, as numbers of contracts do, or is part of a
    hash.
    """
    value, blanks = found[0].replace(" ", "").upper(), found[0].count(" ")
    if blanks and (1 < blanks < 8 or _DAY.fullmatch(value[-8:])):
        return None
    before, behind = _ENDS_IN_SIGNS.search(found.string, 0, found.start()), found.string[found.end() :][:1]
    if before and ((behind.isascii() and behind.isalpha()) or not _MAY_END_BEFORE.fullmatch(before[0])):
        return None
    if before and before[0][-1].isalpha() and before[0][-1].islower() == found[0][0].islower() and _YEAR.search(value):
        return None
    return mask_number(value)


def _old_id(found: re.Match[str]) -> str | None:
    value = re.sub(r"\D", "", found[0])
    return mask_id(value) if is_old_id(value) and int(value[:2]) in _PROVINCES else None


def _home(found: re.Match[str]) -> str:
    return found["value"].replace(" ", "")[:6] + "***"


_OF_HOME = rf"(?:(?!{'|'.join(_HOMES)})[^ ,;:|.，；)])"
_ENDS_IN_SIGNS = re.compile(r"[0-9A-Za-z]+\Z")
_MAY_END_BEFORE = re.compile(r"[A-Za-z]*\d*[Xx]?")
"""what a passport's number may run on from: words, digits, an ID"""
_YEAR = re.compile(r"(?<!\d)(?:199\d|20[0-3]\d)")
_DAY = re.compile(r"(?:199\d|20[0-3]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_MORE = rf"(?:(?!{_WECHAT}|{'|'.join(_PHONES)})(?:[ \-/]{{0,2}}[A-Za-z]{{0,2}}\d|[A-Za-z]|\.\d(?![a-z])))"
"""of a number that its label tells; the ending of a file's name is none of it, nor is the next label"""
_GROUPED = re.compile(r"\d{17}[\dXx×]|\d{6}[ -]\d{8}[ -]\d{3}[\dXx×]")
_LABEL = "|".join(_LABELS)
_END = r"(?![0-9a-z]|[A-Z](?![a-z]))"
"""no sign that could be of the number; a word with a capital may begin"""
KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (
        re.compile(
            r"[A-Za-z0-9][A-Za-z0-9.+-]* ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
            r"|[A-Za-z0-9][A-Za-z0-9.+-]{2,} ?@ ?(?:[A-Za-z][A-Za-z0-9-]*|1\d\d)(?!\d)"  # cut short; …@163
            r"|[A-Za-z0-9][A-Za-z0-9.+-]{3,} ?@ ?(?![A-Za-z0-9 ])"  # … right behind the sign
            r"|(?<![A-Za-z0-9])[A-Za-z0-9](?: [A-Za-z0-9.+-])+ @(?: [A-Za-z0-9.-]){4,}"
        ),
        _mail,
    ),
    (re.compile(rf"(?<!\d)\d(?:{_SEP}\d){{16}}{_SEP}(?:[Xx×]|\d(?!\d))"), _id),
    (re.compile(r"(?<!\d)(?=\d)[0-9A-Za-z]{18}(?!\d)"), _misread_id),
    (
        re.compile(rf"(?:(?:{_LABEL}){_JOINED})(?P<value>[A-Za-z]{{0,3}} ?\d{_MORE}*)"),
        _labelled,
    ),
    (
        re.compile(
            r"\+86[ \-.]{0,2}1[3-9]\d{9}"  # whatever follows: it is told
            r"|(?<!\d)(?:(?:\+|00)?86[ \-.]{0,2}|0)?\(?1[3-9]\d\)?"
            r"(?:\d{8}|[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{4}|[ \-./]{1,3}\d{3}[ \-./]{1,3}\d{5}|[ \-./]{1,3}\d{8}"
            r"|\d[ \-./]{1,3}\d{3}[ \-./]{1,3}\d{4}|\d[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{3}|\d{4}[ \-./]{1,3}\d{4}"
            r"|[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{2}[ \-./]{1,3}\d{2})(?!\d)"
        ),
        lambda found: mask_phone(found[0]),
    ),
    (re.compile(r"(?<!\d)1(?:[ \-.]{1,2}\d){10}(?!\d)"), lambda found: mask_phone(found[0])),
    (re.compile(rf"(?<![0-9A-Za-z])[0-9A-Za-z|!]{{11}}{_END}"), _misread_mobile),
    (re.compile(rf"(?<=[A-Za-z])1[0-9A-Za-z|!]{{10}}{_END}"), _misread_mobile),
    (
        re.compile(
            rf"(?:(?:{'|'.join(_PHONES)}){_JOINED.replace('()', '')})"
            r"(?P<value>[(+\dOolI][\dOolISB \-./()]{5,22}[\dOolISB])"
        ),
        _called,
    ),
    (
        re.compile(
            r"(?:\(0\d{2,3}\)|(?:(?<![\d.])|(?<=\*{4}\d{4}))0\d{2,3}[ \-./]{0,3})[ \-]?"
            r"(?:\d{7,8}|\d{3,4}[ \-]\d{4})(?!\d)"
        ),
        lambda found: mask_phone(found[0]),
    ),
    (re.compile(r"(?<!\d)(?P<value>(?P<digits>\d{16,19})(?!\d)(?P<letter>[A-Za-z]?))"), _bank),
    (re.compile(r"(?<!\d)\d(?:[ \-.]{0,2}\d){15,18}(?!\d)"), _grouped_bank),
    *(
        (re.compile(rf"(?<!\d)(?=\d)[0-9A-Za-z{signs}]{{16,19}}{_END}"), _misread_bank)
        for signs in ("", "|!")  # of the name of a sheet: 62…!A2
    ),
    (
        re.compile(r"(?i:[CDEGHMPST](?: ?\d){8}|[CE] ?[A-Z](?: ?\d){7}|[HM]\d{10})(?!\d|[a-z](?! ?\d{7}))"),
        _passport,
    ),
    (
        re.compile(r"(?:\+|(?<![\d.])00)86[ \-.]{0,2}\(?0?[1-9]\d{1,2}\)?[ \-.]{0,2}\d{3,4}[ \-.]?\d{4}(?!\d)"),
        lambda found: mask_phone(found[0]),
    ),
    (re.compile(r"(?<![0-9A-Za-z])\d{15}(?!\d)|(?<!\d)\d{6}[ -]\d{6}[ -]\d{3}(?!\d)"), _old_id),
    (
        re.compile(
            r"(?:(?:微信号|微信ID|微信:|微信号码|[Ww]e[Cc]hat(?: ?ID)?:?|(?<![A-Za-z])[VvWw][Xx]:?)"
            rf"{_JOINED})(?P<value>[A-Za-z](?:(?:(?!{_WECHAT})[A-Za-z0-9-]){{5,19}}|(?: [A-Za-z0-9-]){{5,19}}))"
            rf"(?:(?![A-Za-z0-9])|(?={_WECHAT}))"
        ),
        lambda found: mask_number(found["value"].replace(" ", "")),
    ),
    (
        re.compile(
            rf"(?:(?:{'|'.join(_HOMES)})[为是: ]{{0,3}})"
            rf"(?P<value>{_OF_HOME}{{4,}}?\d[室户]|{_OF_HOME}{{5,}}|[^ ](?: [^ ,;:|.，；)]){{4,}})"
        ),
        _home,
    ),
)
