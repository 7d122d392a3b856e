"""What stands in a cell of a roster, brought into one form by the kind of its field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from verifier.facts.people import check_id, plain_name

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
_DAY = re.compile(
    r"((?:19|20)\d\d)\s*(?:[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*[日号]?)?月?(?:[ T]+\d{1,2}:.*)?|[年届级]?)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?(?:\.0)?")
_SERIAL = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 60000
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
    found = _DAY.fullmatch(value) or _COMPACT.fullmatch(value)
    if found:
        year, month, day = (int(part) if part else 0 for part in found.groups())
        return _iso(year, month, day) or value
    serial = _SERIAL.fullmatch(value)
    if serial and int(serial[1]) <= _LAST_SERIAL:
        return (_EPOCH + timedelta(days=int(serial[1]))).isoformat()
    return value


def _iso(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    try:
        return date(year, month, day).isoformat() if day else date(year, month, 1).isoformat()[:7]
    except ValueError:
        return ""


def resident_id(text: str) -> str:
    return check_id(text)[0]


_OF_FIELD: Mapping[str, Callable[[str], str]] = {
    "name": plain_name,
    "resident_id": resident_id,
    **dict.fromkeys(NUMBER_FIELDS, number),
    **dict.fromkeys(DATE_FIELDS, iso_day),
}


def of_field(field: str) -> Callable[[str], str]:
    """The function that normalises a cell of this field."""
    return _OF_FIELD.get(field, plain)


def is_value(text: str) -> bool:
    """Whether a text is plainly a value and no header: a long number, an ID, a date."""
    value = plain(text)
    if not value or not any(map(str.isdigit, value)):
        return False
    digits = sum(map(str.isdigit, value))
    return (digits >= 5 and digits * 2 > len(value)) or (_DAY.fullmatch(value) is not None and len(value) > 5)
