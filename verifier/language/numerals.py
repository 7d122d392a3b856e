"""Numbers as Chinese papers write them: full-width and grouped digits, numerals, 万 and 千."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from verifier.language.letters import as_seen, one_dot

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_FOLD |= dict.fromkeys((0x2012, 0x2212, 0xFE63), 0x2D)
"""the dash of figures, the minus and the small hyphen, by which some programs part the figures of dates and phones"""

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
_POINT = rf"点[{''.join(char for char, digit in _DIGITS.items() if char != '两')}]+"
NUMBER = rf"(?:(?:{ARABIC})(?:\s?[万亿千百](?!分))?|{CHINESE}(?:{_POINT})?)"
"""a number in a folded text; what it means is told by `parse_number`"""
_LARGEST = 10**12
"""no paper means more: longer rows of digits are numbers of something, or rubbish that no form could show"""


def fold(text: str) -> str:
    """Full-width letters, digits, signs and spaces as plain ones, radicals as letters, the dot of names as ·.

    The length stays the same.
    """
    return text if text.isascii() else one_dot(as_seen(text.translate(_FOLD)))


def chinese_number(text: str) -> int | None:
    """两千三百 → 2300, 二〇二四 → 2024, 十二 → 12; None where it is no number."""
    if not text or any(char not in _CHINESE_CHARS for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    numeral = _Numeral()
    for char in text:
        if char in _MYRIADS and not numeral.has_begun:
            return None
        numeral.read(char)
    return numeral.value


@dataclass(slots=True)
class _Numeral:
    """A numeral with units, as far as it has been read."""

    total: int = 0
    """of the parts that 万 or 亿 has closed"""
    section: int = 0
    """since then, of the parts that 十, 百 or 千 has closed"""
    digit: int = 0
    """since then"""
    last_unit: int = 1

    @property
    def has_begun(self) -> bool:
        return bool(self.total or self.section or self.digit)

    @property
    def value(self) -> int:
        """A last digit is of the next smaller unit: 两千三 is 2300, 两千零三 is 2003."""
        return self.total + self.section + self.digit * max(self.last_unit // 10, 1)

    def read(self, char: str) -> None:
        if char in _DIGITS:
            self.digit = _DIGITS[char]
            self.last_unit = self.last_unit if self.digit else 10
        elif char in _TENS:
            self.last_unit = _TENS[char]
            self.section += (self.digit or 1) * self.last_unit
            self.digit = 0
        else:
            self._close(_MYRIADS[char])

    def _close(self, unit: int) -> None:
        """亿 multiplies all before it (三万亿), 万 what stands since the last 亿 (一亿三万)."""
        before = 0 if unit > _MYRIADS["万"] else self.total
        self.total = before + (self.total - before + self.section + self.digit) * unit
        self.section = self.digit = 0
        self.last_unit = unit


def parse_number(text: str) -> Fraction | None:
    """１，２３４ → 1234, 1.2万 → 12000, 二十五点五 → 25.5, 三百余 → None (take 余 off first)."""
    number = _parsed(text)
    return None if number is None or number > _LARGEST else number


def _parsed(text: str) -> Fraction | None:
    plain = re.sub(r"[\s,]", "", fold(text))
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([万亿千百]?)", plain)
    if match:
        scale = {**_TENS, **_MYRIADS}.get(match[2], 1)
        return Fraction(match[1]) * scale
    before, _, after = plain.partition("点")
    whole = chinese_number(before)
    if whole is None or (after and not re.fullmatch(_POINT, f"点{after}")):
        return None
    return whole + sum((Fraction(_DIGITS[char], 10**place) for place, char in enumerate(after, 1)), Fraction(0))
