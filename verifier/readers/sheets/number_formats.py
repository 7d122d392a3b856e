"""How a number format shows a number: as a percentage, filled with zeros, with words about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<blank>_.|\*.)|\[\$(?P<currency>[^\-\]]*)[^\]]*\]|(?P<condition>\[[^\]]*\])'
    r"|(?P<place>[0#?])|(?P<point>\.)|(?P<thousands>,)|(?P<percent>%)|(?P<sign>[+\-() :/￥¥$€])|(?P<other>.)",
    re.DOTALL,
)
_GENERAL = re.compile(r"general|G/通用格式", re.I)
_PADDED_FROM = 2
"""zeros before the point that make a number a code"""
_CONDITION = re.compile(r"\[[<>=]")
_COLOUR = re.compile(r"\[(black|white|red|green|blue|yellow|magenta|cyan|color\s*\d{1,2})\]", re.I)
_OF_TEXTS = 4
"""sections of a format of which the last is that of texts"""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format adds to a number. Precision is the cell's: a rounded figure would not stand for what is kept."""

    percent: bool = False
    before: str = ""
    after: str = ""
    pattern: str = ""
    """of a code: 0 for each digit, with the signs between them"""
    about_text: tuple[str, str] = ("", "")
    """what stands before and behind a text"""

    def show_text(self, text: str) -> str:
        before, behind = self.about_text
        return f"{before}{text}{behind}" if text else ""

    def show(self, value: float) -> str:
        if self.percent:
            return f"{self.before}{value * 100:.10g}%{self.after}"
        if self.pattern and value.is_integer() and value >= 0:
            return f"{self.before}{_filled(self.pattern, str(int(value)))}{self.after}"
        number = str(int(value)) if value.is_integer() else f"{value:.15g}"
        return f"{self.before}{number}{self.after}"


@dataclass(frozen=True, slots=True)
class Section:
    """How a format shows numbers, or texts."""

    shows: bool = True
    """whether anything stands there"""
    colour: str = ""
    """name of the colour that it gives them, in small letters; '' for none"""


AS_IT_IS = Section()


def sections_of(code: str) -> tuple[Section, Section]:
    """How a format shows numbers above zero, and texts. One whose sections have conditions may show anything."""
    sections: list[list[re.Match[str]]] = [[]]
    for piece in _PIECE.finditer("" if _CONDITION.search(code) else code):
        if piece[0] == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    if sections == [[]]:
        return AS_IT_IS, AS_IT_IS
    of_texts = len(sections) >= _OF_TEXTS or any(piece[0] == "@" for piece in sections[-1])
    return _section(sections[0]), _section(sections[-1]) if of_texts else AS_IT_IS


def _section(pieces: list[re.Match[str]]) -> Section:
    colours = (found[1].lower() for piece in pieces if (found := _COLOUR.fullmatch(piece[0])))
    return Section(any(map(_draws, pieces)), next(colours, ""))


def _draws(piece: re.Match[str]) -> bool:
    """Whether a piece of a format makes anything that is seen, but for what fills a cell."""
    kind = piece.lastgroup or ""
    shown = piece[kind] if kind in ("quoted", "escaped", "currency") else piece[0]
    return kind not in ("blank", "condition") and bool(shown.strip())


def format_of(code: str) -> NumberFormat | None:
    """The format of a code; None for one that adds nothing, as those of dates do."""
    made = replace(_of_numbers(code), about_text=_about_text(code))
    return made if made != NumberFormat() else None


def _about_text(code: str) -> tuple[str, str]:
    """The words that the section of texts, which is the last, sets before and behind them."""
    pieces = [(found.lastgroup or "", found[0], found) for found in _PIECE.finditer(code)]
    kinds = [text if kind == "other" else kind for kind, text, _ in pieces]
    start = len(kinds) - kinds[::-1].index(";") if ";" in kinds else 0
    if kinds[start:].count("@") != 1:
        return "", ""
    at = kinds.index("@", start)
    before, behind = ("".join(_said(*piece) for piece in part) for part in (pieces[start:at], pieces[at + 1 :]))
    return before.lstrip(), behind.rstrip()


def _of_numbers(code: str) -> NumberFormat:
    pieces = [(found.lastgroup or "", found[0], found) for found in _PIECE.finditer(_first_section(code))]
    kinds = [kind for kind, _, _ in pieces]
    if "other" in kinds or "place" not in kinds:
        return NumberFormat()
    first = kinds.index("place")
    last = len(kinds) - 1 - kinds[::-1].index("place")
    words = ["".join(_said(*piece) for piece in part).strip() for part in (pieces[:first], pieces[last + 1 :])]
    percent = "percent" in kinds
    within = pieces[first : last + 1]
    pattern = "" if percent or "point" in kinds or "thousands" in kinds else _pattern(within)
    return NumberFormat(percent, words[0], words[1], pattern)


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
