"""Slips of the hand that YAML tells late and in words of its own, or not at all: signs and blanks of full width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

_KEY = r"(?:^[\s\u3000]*(?:-\s+)*|[{,]\s*)[a-z_][a-z0-9_]*"
_SLIPS = (
    (re.compile(r"^[ \t]*\u3000"), "缩进里有全角空格，改成半角空格"),
    (re.compile(f"{_KEY}\\s*："), "这里的“：”是全角，改成半角并在后面空一格"),
    (re.compile(f"{_KEY}:(?=[^\\s:/])"), "冒号后面要空一格"),
)
_NO_COLON = re.compile(r"^\s*(?:-\s+)*[a-z_][a-z0-9_]*(?=\s+\S)(?!.*:)")
_NEAR = 3
"""lines before the one in which YAML finds the fault"""


class Slip(NamedTuple):
    line: int
    column: int
    """both from 0"""
    text: str


def slip_of_key(text: str) -> str:
    """What is wrong with what should be a key, or a key with its value; '' where nothing is."""
    return next((told for expression, told in _SLIPS if expression.match(text)), "")


def slip_near(lines: Sequence[str], last: int) -> Slip | None:
    """The last slip in the lines up to that in which YAML finds a fault."""
    for at in range(min(last, len(lines) - 1), max(last - _NEAR, -1), -1):
        for expression, told in _SLIPS:
            if not lines[at].lstrip().startswith("#") and (found := expression.search(lines[at])):
                return Slip(at, found.end() - 1, told)
    return None


def without_colon(lines: Sequence[str], first: int) -> Slip | None:
    """A key without its colon in the line in which YAML began to read one."""
    found = _NO_COLON.match(lines[first]) if first < len(lines) else None
    return Slip(first, found.end(), "键后面缺少冒号，如 max: 15") if found else None


def width_told(text: str) -> str:
    """What to say beside a value that would do if it were of half width; '' where it has no full-width sign."""
    wide = [each for each in text if each != normalize("NFKC", each)]
    return f"；“{wide[0]}”是全角，改成半角" if wide else ""
