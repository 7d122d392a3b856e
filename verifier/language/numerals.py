"""Numbers as Chinese papers write them: full-width and grouped digits, numerals, 万 and 千."""

from __future__ import annotations

import re
from fractions import Fraction

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}

_DIGITS = {
    **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "○": 0,
    "◯": 0,
    "两": 2,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

_CHINESE_CHARS = "".join([*_DIGITS, *_TENS, *_MYRIADS])
ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
CHINESE = rf"[{_CHINESE_CHARS}]+"
NUMBER = rf"(?:(?:{ARABIC})(?:\s?[万亿千百](?!分))?|{CHINESE})"
"""a number in a folded text; what it means is told by `parse_number`"""


def fold(text: str) -> str:
    """Full-width letters, digits, signs and spaces as plain ones; the length stays the same."""
    return text.translate(_FOLD)


def chinese_number(text: str) -> int | None:
    """两千三百 → 2300, 二〇二四 → 2024, 十二 → 12; None where it is no number."""
    if not text or any(char not in _CHINESE_CHARS for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    last_unit = 1
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            last_unit = 10 if digit == 0 else last_unit
        elif char in _TENS:
            last_unit = _TENS[char]
            section += (digit or 1) * last_unit
            digit = 0
        else:
            last_unit = _MYRIADS[char]
            if not (total or section or digit):
                return None
            total = (
                (total + section + digit) * last_unit if last_unit > 10**4 else total + (section + digit) * last_unit
            )
            section = digit = 0
    # 两千三 is 2300, 两千零三 is 2003
    return total + section + digit * (last_unit // 10 if last_unit > 10 else 1)


def parse_number(text: str) -> Fraction | None:
    """１，２３４ → 1234, 1.2万 → 12000, 三百余 → None (take 余 off first)."""
    plain = re.sub(r"[\s,]", "", fold(text))
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([万亿千百]?)", plain)
    if match:
        scale = {**_TENS, **_MYRIADS}.get(match[2], 1)
        return Fraction(match[1]) * scale
    whole = chinese_number(plain)
    return None if whole is None else Fraction(whole)
