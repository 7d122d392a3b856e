"""Resident IDs, credit codes, who is the same person, and how personal data is masked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import mul
from typing import Literal

from verifier.language.letters import as_seen, dotted_name, is_rare
from verifier.model import Person

IdState = Literal["", "valid", "invalid", "masked", "destroyed"]

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_ZEROS = ord("0") * sum(_ID_WEIGHTS)
_ID_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CREDIT_VALUES = {letter: value for value, letter in enumerate(_CREDIT_ALPHABET)}

_NOISE = str.maketrans(dict.fromkeys(" \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff'‘’`´＇\"“”", None))
_LOOKALIKES = str.maketrans({"×": "X", "Х": "X", "х": "X", "●": "*", "•": "*", "·": "*", "■": "*", "#": "*"})
_NAME_NOISE = str.maketrans(
    dict.fromkeys(" \t\r\n\u00a0\u3000\u200b\ufeff'‘’`＇", None) | dict.fromkeys("•・．‧∙●", "·")
)
_SCIENTIFIC = re.compile(r"[1-9](\.\d+)?E\+?\d{1,2}")
_STARS = re.compile(r"\*+|X{3,}")
_FEWEST_SHOWN = 4
"""characters of a masked ID that tell anything"""


@lru_cache(maxsize=16)  # of one row the ID is asked for twice
def check_id(text: str) -> tuple[str, IdState]:
    """The resident ID in 18 characters, and its state by GB 11643.

    The county code is never a reason to reject: people keep the code of counties long renamed. A paper of another
    kind (passport, permit) comes back as it stands with the state ''; a text without digits comes back empty.
    """
    value = _plain_id(text).upper()
    if len(value) == 18 and value[:17].isdigit():
        return value, _state_of_18(value)
    if _SCIENTIFIC.fullmatch(value):
        return value, "destroyed"
    digits = sum(map(str.isdigit, value))
    if _STARS.search(value):
        return (_stretched(value), "masked") if digits >= _FEWEST_SHOWN else ("", "")
    if not digits:
        return "", ""
    if longer := _of_15(value):
        return longer, "valid"
    return value, "" if _is_of_other_kind(value) else "invalid"


def is_float_exact(resident_id: str) -> bool:
    """Whether an 18-digit number could have come out of a cell that held it as a floating-point number."""
    return len(resident_id) == 18 and resident_id.isdigit() and int(float(resident_id)) == int(resident_id)


def check_credit_code(text: str) -> bool:
    """Whether the text is a unified social credit code with a right check character (GB 32100)."""
    code = unicodedata.normalize("NFKC", text).translate(_NOISE).upper()
    if len(code) != 18 or any(letter not in _CREDIT_VALUES for letter in code):
        return False
    total = sum(_CREDIT_VALUES[letter] * weight for letter, weight in zip(code, _CREDIT_WEIGHTS, strict=False))
    return _CREDIT_ALPHABET[-total % 31] == code[17]


def is_wrong_credit_code(text: str) -> bool:
    """Whether the text was meant for a unified social credit code and fails its check.

    Organisation codes of 9 characters, registration numbers of 15 and masked codes are none.
    """
    code = unicodedata.normalize("NFKC", text).translate(_NOISE).upper()
    meant = 16 <= len(code) <= 20 and code.isascii() and code.isalnum() and not re.search(r"X{3}", code)
    return meant and not check_credit_code(code)


def plain_name(name: str) -> str:
    """A name as it is compared: NFKC, without spaces, one kind of middle dot, letters as they are seen."""
    if not name.isascii() and not unicodedata.is_normalized("NFKC", name):
        name = unicodedata.normalize("NFKC", name)
    name = name if name.isascii() else as_seen(name)
    return name if name.isalpha() else dotted_name(name.translate(_NAME_NOISE))


def is_misspelt(a: str, b: str) -> bool:
    """Whether two names differ in one character alone, and a rare one stands there: fonts and OCR spoil those."""
    left, right = plain_name(a), plain_name(b)
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and any(map(is_rare, apart[0]))


def same_person(a: Person, b: Person) -> bool:
    """Whether two papers speak of one person.

    One resident ID is one person. Name and school (or candidate) number are one person even where an ID is
    mistyped. A masked ID tells only together with the name. Where no key is common, name and major decide.
    """
    if _have_one_id(a, b):
        return True
    name = plain_name(a.name)
    if not name or name != plain_name(b.name):
        return False
    if numbers := _common_numbers(a, b):
        return any(left == right for left, right in numbers)
    if _any_id(a) and _any_id(b):
        return "masked" in (a.id_state, b.id_state) and _masks_agree(a.resident_id, b.resident_id)
    return bool(a.major) and plain_name(a.major) == plain_name(b.major)


def has_key(person: Person) -> bool:
    """Whether the person can be told from others: a whole ID, a number, or a masked ID with the name."""
    masked = person.id_state == "masked" and bool(person.name)
    return _usable_id(person) or masked or bool(person.student_number or person.candidate_number)


def mask_id(text: str) -> str:
    """3710**********1234; of a short number the ends only."""
    value = _plain_id(text)
    if len(value) >= 15:
        return value[:4] + "*" * (len(value) - 8) + value[-4:]
    return _ends(value, 2, 2)


def mask_phone(text: str) -> str:
    """138****1234; of a landline the area code and the last two digits."""
    value = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"\D", "", value)
    if len(digits) >= 11 and digits[-11] == "1":
        return f"{digits[-11:-8]}****{digits[-4:]}"
    area = re.match(r"\(?(0\d{2,3})\)?[- ]?", value)
    if area:
        return f"{area[1]}-*****{digits[-2:]}"
    return _ends(digits, 2, 2)


def mask_name(name: str) -> str:
    """张**: the first character alone."""
    return name[:1] + "*" * (len(name) - 1)


def mask_number(text: str) -> str:
    """2020******12: the first characters, at most four, and the last two."""
    return _ends(text, min(4, len(text) // 3), 2)


def mask_person(person: Person) -> Person:
    """The person with the name, the ID and the numbers masked."""
    return replace(
        person,
        name=mask_name(person.name),
        resident_id=mask_id(person.resident_id),
        student_number=mask_number(person.student_number),
        candidate_number=mask_number(person.candidate_number),
    )


def _ends(value: str, head: int, tail: int) -> str:
    if len(value) <= head + tail:
        return "*" * len(value)
    return value[:head] + "*" * (len(value) - head - tail) + value[-tail:]


def _plain_id(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    value = unicodedata.normalize("NFKC", text).translate(_NOISE).translate(_LOOKALIKES)
    value = value.replace("-", "") if value.count("-") <= 3 else value
    return value[:-2] if value.endswith(".0") else value


def _of_15(value: str) -> str:
    """An ID of 15 digits, as they were issued until 1999, in 18; '' for any other text."""
    if len(value) != 15 or not value.isdigit() or not is_old_id(value):
        return ""
    longer = f"{value[:6]}19{value[6:]}"
    return longer + _id_check_digit(longer)


def _is_of_other_kind(value: str) -> bool:
    """Whether a text has the length of a passport's or a permit's number: eight digits, or up to 11 with letters."""
    return 7 <= len(value) <= 11 and (len(value) == 8 or not value.isdigit())


def _state_of_18(value: str) -> IdState:
    if value[17] not in "0123456789X":
        return "invalid"
    if _id_check_digit(value) == value[17]:
        return "valid" if _birth_date(value[6:14]) else "invalid"
    return "destroyed" if value.endswith("000") else "invalid"


def _id_check_digit(value: str) -> str:
    return _ID_CHECKS[(sum(map(mul, value[:17].encode(), _ID_WEIGHTS)) - _ID_ZEROS) % 11]


def is_born(digits: str) -> bool:
    """Whether eight digits are a day on which somebody of today was born."""
    return _birth_date(digits) is not None


@lru_cache(maxsize=1 << 16)
def _birth_date(digits: str) -> date | None:
    if not digits.isdigit():
        return None
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= 1900 and born <= date.today() else None


def is_old_id(value: str) -> bool:
    """Whether 15 digits are an ID as they were issued until 1999."""
    # A cut 18-digit ID also has 15 digits; its year then reads as 19 or 20, when nobody of today was born.
    return value[6:8] not in ("19", "20") and _birth_date(f"19{value[6:12]}") is not None


def _stretched(value: str) -> str:
    """One run of stars made as long as an 18-character ID needs it, so that maskings compare."""
    runs = list(_STARS.finditer(value))
    if len(runs) != 1:
        return value
    start, end = runs[0].span()
    missing = 18 - (len(value) - (end - start))
    return value[:start] + "*" * missing + value[end:] if missing > 0 else value


def _usable_id(person: Person) -> bool:
    return bool(person.resident_id) and person.id_state not in ("masked", "destroyed")


def _have_one_id(a: Person, b: Person) -> bool:
    return _usable_id(a) and _usable_id(b) and a.resident_id == b.resident_id


def _any_id(person: Person) -> bool:
    return bool(person.resident_id) and person.id_state != "destroyed"


def _common_numbers(a: Person, b: Person) -> list[tuple[str, str]]:
    pairs = ((a.student_number, b.student_number), (a.candidate_number, b.candidate_number))
    # exports pad school numbers with zeros
    return [(left.lstrip("0"), right.lstrip("0")) for left, right in pairs if left and right]


def _masks_agree(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    shown = [(left, right) for left, right in zip(a, b, strict=True) if "*" not in (left, right)]
    return len(shown) >= _FEWEST_SHOWN and all(left == right for left, right in shown)
