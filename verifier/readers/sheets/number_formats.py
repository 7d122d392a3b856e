"""How a number format shows a number: as a percentage, filled with zeros, with words about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<blank>_.|\*.)|\[\$(?P<currency>[^\-\]]*)[^\]]*\]|(?P<condition>\[[^\]]*\])'
    r"|(?P<place>[0#?])|(?P<point>\.)|(?P<thousands>,)|(?P<percent>%)|(?P<sign>[+\-() :/￥¥$€])|(?P<other>.)",
    re.DOTALL,
)
_GENERAL = re.compile(r"general|G/通用格式", re.I)
_PADDED_FROM = 2
"""zeros before the point that make a number a code"""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format adds to a number. Precision is the cell's: a rounded figure would not stand for what is kept."""

    percent: bool = False
    before: str = ""
    after: str = ""
    pattern: str = ""
    """of a code: 0 for each digit, with the signs between them"""

    def show(self, value: float) -> str:
        if self.percent:
            return f"{self.before}{value * 100:.10g}%{self.after}"
        if self.pattern and value.is_integer() and value >= 0:
            return f"{self.before}{_filled(self.pattern, str(int(value)))}{self.after}"
        number = str(int(value)) if value.is_integer() else f"{value:.15g}"
        return f"{self.before}{number}{self.after}"


def format_of(code: str) -> NumberFormat | None:
    """The format of a code; None for one that adds nothing, and for dates and texts."""
    pieces = [(found.lastgroup or "", found[0], found) for found in _PIECE.finditer(_first_section(code))]
    kinds = [kind for kind, _, _ in pieces]
    if "other" in kinds or "place" not in kinds:
        return None
    first = kinds.index("place")
    last = len(kinds) - 1 - kinds[::-1].index("place")
    words = ["".join(_said(*piece) for piece in part).strip() for part in (pieces[:first], pieces[last + 1 :])]
    percent = "percent" in kinds
    within = pieces[first : last + 1]
    pattern = "" if percent or "point" in kinds or "thousands" in kinds else _pattern(within)
    made = NumberFormat(percent, words[0], words[1], pattern)
    return made if made != NumberFormat() else None


def _first_section(code: str) -> str:
    """That of positive numbers."""
    found = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code, re.DOTALL)
    return _GENERAL.sub("0", found[0]) if found else ""


def _said(kind: str, text: str, found: re.Match[str]) -> str:
    if kind in ("quoted", "escaped"):
        return found[kind]
    return text if kind == "sign" and text not in "()" else ""


def _pattern(within: list[tuple[str, str, re.Match[str]]]) -> str:
    """The digits of a code as it is written, where zeros fill it or signs stand in it."""
    zeros = sum(text == "0" for kind, text, _ in within if kind == "place")
    written = "".join("0" if kind == "place" else _said(kind, text, found) for kind, text, found in within)
    return written if zeros >= _PADDED_FROM else ""


def _filled(pattern: str, digits: str) -> str:
    """The digits in their places from the right; those that have none stand before the first."""
    shown: list[str] = []
    waiting = list(digits)
    for sign in reversed(pattern):
        shown.append((waiting.pop() if waiting else "0") if sign == "0" else sign)
    return "".join(waiting) + "".join(reversed(shown))
