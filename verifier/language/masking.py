"""Personal numbers and addresses in free text are masked, however they are written.

A text is looked through as it is meant (full-width and circled digits, odd blanks, dashes and dots, signs that nobody
sees, digits in Chinese), and what is found is masked in the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verifier.language.identity_numbers import check_credit_code, is_born, is_old_id, mask_id, mask_number, mask_phone

_UNSEEN = ("Cf", "Mn", "Me")
"""categories of signs without a width of their own"""
_AS_MEANT = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−－﹣ｰ~〜～_", "-"),
        **dict.fromkeys("·・•．∙‧●", "."),
        **dict.fromkeys("＼\\／⁄", "/"),
    }
)
_SPELLED = dict(zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "000123456789" + "1123456789", strict=True))
_IN_CHINESE = re.compile(rf"[{''.join(_SPELLED)}](?:[ \-]?[{''.join(_SPELLED)}]){{9,}}")
"""so long a row of digits in words is no date and no amount"""
_LOOKALIKES = str.maketrans("OoQDlI|!ZzSsBbGgq", "00001111225586699"[:17])
_MOST_MISREAD = 2

_SEP = r"[ \-./]{0,2}"
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)
_REGISTRIES = frozenset(("11", "12", "13", "19", "51", "52", "53", "59", "91", "92", "93"))
"""first two signs of a credit code: who registers, and what"""
_LABELS = (
    *("学籍号", "学号", "考生号", "准考证号", "证书编号", "证书号", "护照", "通行证", "证件", "身份证", "军官证"),
    *("银行账号", "银行卡", "账号", "帐号", "卡号", "工号", "QQ"),
)
_PHONES = ("电话", "手机", "联系方式", "座机", "传真", "Tel", "TEL", "tel", "Mobile", "mobile", "Phone", "phone")
_HOMES = (
    *("家庭住址", "家庭地址", "家庭详细地址", "现住址", "常住地址", "住址", "户籍地址", "户籍所在地", "户口所在地"),
    *("通讯地址", "通信地址", "收件地址", "收货地址", "联系地址"),
)
_JOINED = r"[号码为是:() |\t\"'=]{0,6}"
"""what stands between a label and its value"""


@dataclass(frozen=True, slots=True)
class _Meant:
    """A text as it is meant."""

    text: str
    at: Sequence[int]
    """index in the text as it stands of each character"""


def mask_text(text: str) -> str:
    """Free text with IDs, phones, bank, passport and (where labelled) school and other numbers, mail addresses, WeChat
    names and homes masked. Dates, amounts, numbers of documents and credit codes stay.
    """
    if not _ANY_PERSONAL.search(text):
        return text
    meant = _meant(text)
    for pattern, masked in _KINDS:
        place = "value" if pattern.groupindex else 0
        told = ((each.span(place), masked(each)) for each in pattern.finditer(meant.text))
        found = [(span, said) for span, said in told if said is not None]
        if found:
            text = _with(text, meant, found)
            meant = _meant(text)
    return text


def mask_mail(text: str) -> str:
    """a***@example.cn"""
    user, _, host = text.replace(" ", "").partition("@")
    return f"{user[:1]}***@{host}"


# --- as it is meant, and back ---------------------------------------------------------------------------------------


def _meant(text: str) -> _Meant:
    if text.isascii():
        return _Meant(text.translate(_AS_MEANT).replace("\n", " "), range(len(text)))
    signs: list[str] = []
    at: list[int] = []
    for index, char in enumerate(text):
        if char.isascii():
            folded = char
        elif unicodedata.category(char) in _UNSEEN:
            continue
        else:
            folded = unicodedata.normalize("NFKC", char)
        signs += folded
        at += [index] * len(folded)
    said = "".join(" " if sign.isspace() else sign for sign in signs).translate(_AS_MEANT)
    return _Meant(_IN_CHINESE.sub(_digits, said), at)


def _digits(found: re.Match[str]) -> str:
    return "".join(_SPELLED.get(sign, sign) for sign in found[0])


def _with(text: str, meant: _Meant, found: Sequence[tuple[tuple[int, int], str]]) -> str:
    """The text with what was found replaced."""
    pieces: list[str] = []
    last = 0
    for (start, end), said in found:
        pieces += (text[last : meant.at[start]], said)
        last = meant.at[end - 1] + 1
    return "".join((*pieces, text[last:]))


# --- kinds of numbers -----------------------------------------------------------------------------------------------


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
    value = re.sub(r"\D", "", found[0])
    if _is_of_employer(value):
        return None
    return value[:4] + "*" * (len(value) - 8) + value[-4:]


def _old_id(found: re.Match[str]) -> str | None:
    value = re.sub(r"\D", "", found[0])
    return mask_id(value) if is_old_id(value) and int(value[:2]) in _PROVINCES else None


def _home(found: re.Match[str]) -> str:
    return found["value"][:6] + "***"


_ANY_PERSONAL = re.compile(
    rf"[\d①-⑨⓪](?:[^\d①-⑨⓪]{{0,3}}[\d①-⑨⓪]){{4}}|[@＠]|微信|[Ww]e[Cc]hat|[VWvw][Xx]|址|所在地|[{''.join(_SPELLED)}\d]{{10}}"
)
_GROUPED = re.compile(r"\d{17}[\dXx×]|\d{6}[ -]\d{8}[ -]\d{3}[\dXx×]")
_LABEL = "|".join(_LABELS)
_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (
        re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]* ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
        lambda found: mask_mail(found[0]),
    ),
    (re.compile(rf"(?<!\d)\d(?:{_SEP}\d){{16}}{_SEP}[\dXx×](?!\d)"), _id),
    (re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{17}[0-9A-Za-z](?![0-9A-Za-z])"), _misread_id),
    (
        re.compile(rf"(?:(?:{_LABEL}){_JOINED})(?P<value>[A-Za-z]{{0,3}}\d[0-9A-Za-z \-./]{{3,}})"),
        _labelled,
    ),
    (
        re.compile(
            r"(?<!\d)(?:(?:\+|00)?86[ \-.]{0,2}|0)?\(?1[3-9]\d\)?"
            r"(?:\d{8}|[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{4}|[ \-./]{1,3}\d{3}[ \-./]{1,3}\d{5}|[ \-./]{1,3}\d{8}"
            r"|\d[ \-./]{1,3}\d{3}[ \-./]{1,3}\d{4}|\d[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{3}|\d{4}[ \-./]{1,3}\d{4}"
            r"|[ \-./]{1,3}\d{4}[ \-./]{1,3}\d{2}[ \-./]{1,3}\d{2})(?!\d)"
        ),
        lambda found: mask_phone(found[0]),
    ),
    (re.compile(r"(?<!\d)1(?:[ \-.]{1,2}\d){10}(?!\d)"), lambda found: mask_phone(found[0])),
    (re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z|!]{11}(?![0-9A-Za-z])"), _misread_mobile),
    (
        re.compile(
            rf"(?:(?:{'|'.join(_PHONES)}){_JOINED.replace('()', '')})"
            r"(?P<value>[(+\dOolI][\dOolISB \-./()]{5,22}[\dOolISB])"
        ),
        _called,
    ),
    (
        re.compile(r"(?<![\d.])(?:\(0\d{2,3}\)|0\d{2,3}[ \-./]{0,3})[ \-]?(?:\d{7,8}|\d{3,4}[ \-]\d{4})(?!\d)"),
        lambda found: mask_phone(found[0]),
    ),
    (re.compile(r"(?<![0-9A-Za-z])(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![0-9A-Za-z])"), _bank),
    (
        re.compile(r"(?<![0-9A-Za-z])(?:[EGDSP]\d{8}|E[A-Z]\d{7}|[HM]\d{8}|[HM]\d{10})(?![0-9A-Za-z])"),
        lambda found: mask_number(found[0]),
    ),
    (re.compile(r"(?<![0-9A-Za-z])\d{15}(?!\d)|(?<!\d)\d{6}[ -]\d{6}[ -]\d{3}(?!\d)"), _old_id),
    (
        re.compile(
            r"(?:(?:微信号|微信ID|微信:|微信号码|[Ww]e[Cc]hat(?: ?ID)?:?|(?<![A-Za-z])[VvWw][Xx]:?)"
            rf"{_JOINED})(?P<value>[A-Za-z][A-Za-z0-9-]{{5,19}})(?![A-Za-z0-9])"
        ),
        lambda found: mask_number(found["value"]),
    ),
    (
        re.compile(rf"(?:(?:{'|'.join(_HOMES)})[为是: ]{{0,3}})(?P<value>[^ ,;:|.，；]{{5,}})"),
        _home,
    ),
)
