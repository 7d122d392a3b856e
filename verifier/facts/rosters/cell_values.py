"""What stands in a cell of a roster, brought into one form by the kind of its field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.numerals import chinese_number

NUMBER_FIELDS = frozenset(
    (
        "student_number",
        "candidate_number",
        "certificate_number",
        "degree_certificate",
        "phone",
        "employer_phone",
        "employer_code",
        "credit_code",
        "employer_place_code",
        "origin_code",
        "destination_code",
        "major_code",
        "school_code",
        "bank_account",
        "agreement_number",
    )
)
DATE_FIELDS = frozenset(
    (
        "enrolled_on",
        "expected_graduation",
        "graduated_on",
        "trained_on",
        "trained_to",
        "registered_on",
        "period_from",
        "period_to",
        "signed_on",
        "event_date",
        "answered_on",
        "birth_date",
    )
)

_WIDE = re.compile(r"[\u3000\u00a0\u200b\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e\uff0f\uff0d\uff0a\uff07]")
_TO_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 32,
    0xA0: 32,
    0x200B: None,
    0xFEFF: None,
}
_KEPT_WIDE = "！（），：；？［］｛｝＂"
_NARROW = str.maketrans({code: text for code, text in _TO_NARROW.items() if chr(code) not in _KEPT_WIDE})
_AFTER_DAY = r"(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[ T]*(?:[上下]午)?\s*\d{1,2}[:时].*)?"
_DAY = re.compile(
    r"((?:19|20)\d\d|\d\d(?=年))\s*(?:[-/.年,，、]\s*(\d{1,2})\s*(?:[-/.月,，、]\s*(\d{1,2})\s*[日号]?)?月?份?"
    + _AFTER_DAY
    + r"|[年届级]?)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(?:(\d\d)(?:\d{4}|\d{6})?)?(?:\.0)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/]((?:19|20)\d\d)" + _AFTER_DAY)
_ENGLISH = re.compile(r"(?:(\d{1,2})[- ])?([A-Z][a-z]{2})[a-z]*[- ,]+((?:19|20)?\d\d)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HAN_DAY = re.compile(
    r"([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?"
)
_SERIAL = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_NOTE = re.compile(r"(?<=.)[(\[【][^()\[\]【】]{1,8}[)\]】]$")
_MARKS_AND_ZEROS = re.compile(r"[\W_0年月日号届级]")
_NO_RESULT = re.compile(r"#(?:公式未计算|N/?A|REF!?|NAME\??|VALUE!?|DIV/?0!?|NULL!?|NUM!?|CALC!?|SPILL!?)", re.I)
"""what a reader of sheets, Excel and WPS write where a formula has no result"""
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 60000
"""in 2064, as spreadsheets count days"""
_FEWEST_DIGITS = 5
"""of a long number; a year has four"""
_LOST_NUMBER = re.compile(r"\d(\.\d+)?[Ee]\+\d+")


def plain(text: str) -> str:
    """Without white space at the ends and with narrow digits and letters; Chinese punctuation stays."""
    text = text.strip()
    return text.translate(_NARROW).strip() if not text.isascii() and _WIDE.search(text) else text


def number(text: str) -> str:
    """Digits and letters of a number: no spaces, apostrophes or .0.

    '' when it has lost its tail (2.02E+11), and for a word that stands for none (无, -).
    """
    if text.isdigit() and text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[\s'‘’`]", "", text).removesuffix(".0")
    return "" if _LOST_NUMBER.fullmatch(text) or not any(map(str.isdigit, text)) else text.upper()


def iso_day(text: str) -> str:
    """2024-06-01, 2024-06 or 2024 for a date in any of the forms of exports; any other text as it stands.

    A number of five digits is a day counted from the last of 1899, as spreadsheets count.
    """
    value = plain(text)
    if parts := _year_month_day(value):
        return _iso(*parts) or value
    serial = _SERIAL.fullmatch(value)
    if serial and int(serial[1]) <= _LAST_SERIAL:
        return (_EPOCH + timedelta(days=int(serial[1]))).isoformat()
    return value


def _year_month_day(value: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in one of its forms; 0 for what it does not say."""
    for pattern, read in _FORMS:
        if (found := pattern.fullmatch(value)) and (parts := read(found)):
            return parts
    return None


def _in_order(found: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = (int(part or 0) for part in found.groups())
    return _full_year(year), month, day


def _in_han(found: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = ((chinese_number(part) or 0) if part else 0 for part in found.groups())
    return year, month, day


def _month_first(found: re.Match[str]) -> tuple[int, int, int]:
    """As American exports write it, or with the day first where that can be no month."""
    first, second, year = map(int, found.groups())
    return (year, first, second) if first <= 12 else (year, second, first)


def _in_english(found: re.Match[str]) -> tuple[int, int, int] | None:
    day, month, year = found.groups()
    return (_full_year(int(year)), _MONTHS.index(month) + 1, int(day or 0)) if month in _MONTHS else None


def _full_year(year: int) -> int:
    return year if year > 99 else 2000 + year


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int, int] | None]], ...] = (
    (_DAY, _in_order),
    (_COMPACT, _in_order),
    (_HAN_DAY, _in_han),
    (_MONTH_FIRST, _month_first),
    (_ENGLISH, _in_english),
)
"""in which a date is written, and how each is read; the first that fits"""


def _iso(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    try:
        return date(year, month, day).isoformat() if day else date(year, month, 1).isoformat()[:7]
    except ValueError:
        return ""


def is_broken(text: str) -> bool:
    """Whether a formula stands in the cell that gave no result."""
    return text.startswith("#") and _NO_RESULT.fullmatch(text) is not None


def resident_id(text: str) -> str:
    return check_id(text)[0]


def name(text: str) -> str:
    """A name without what is noted behind it in brackets: 张三（结业） → 张三."""
    value = plain_name(text)
    return _NOTE.sub("", value) if value.endswith((")", "]", "】")) else value


_OF_FIELD: Mapping[str, Callable[[str], str]] = {
    "name": name,
    "resident_id": resident_id,
    **dict.fromkeys(NUMBER_FIELDS, number),
    **dict.fromkeys(DATE_FIELDS, iso_day),
}


def of_field(field: str) -> Callable[[str], str]:
    """The function that normalises a cell of this field."""
    return _OF_FIELD.get(field, plain)


def may_lose(field: str) -> bool:
    """Whether the normalised text of a field may say something else than the cell."""
    return field in _OF_FIELD


def says_else(text: str, value: str) -> bool:
    """Whether a value differs from its cell in more than spaces, width, marks and zeros that pad it."""
    return _bare(text) != _bare(value)


def _bare(text: str) -> str:
    return _MARKS_AND_ZEROS.sub("", unicodedata.normalize("NFKC", text)).upper()


def is_value(text: str) -> bool:
    """Whether a text is plainly a value and no header: a long number, an ID, a date."""
    value = plain(text)
    if not value or not any(map(str.isdigit, value)):
        return False
    digits = sum(map(str.isdigit, value))
    return (digits >= _FEWEST_DIGITS and digits * 2 > len(value)) or (
        _DAY.fullmatch(value) is not None and len(value) > 5
    )
