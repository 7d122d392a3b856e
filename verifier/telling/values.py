"""Values, keys and records of a rule set as people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction

from verifier.rules.schema import meanings
from verifier.rules.showing import number

_ALSO_TOLD = ("name", "title", "text", "message")
"""fields of which the first one that a record has is shown where it comes or goes"""


def label_of(kind: type, key: str) -> str:
    """What a key is called: the beginning of what is said of it."""
    for each in kind.__mro__:
        told = meanings().get(each.__name__, {}).get(key)
        if told:
            return re.split("[，；：。（]| →", told[0])[0]
    return {"words": "", "form": "", "blank": ""}.get(key, key)


def called(key: str, record: object) -> str:
    """A record that comes or goes: its key, and what it is called."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    told = next((str(getattr(record, each)) for each in _ALSO_TOLD if each in names), key)
    return f" {key}" if told == key else f" {key}：{told}"


def value_told(value: object) -> str:
    """A value in a sentence; of what has many parts their names."""
    match value:
        case bool():
            return "是" if value else "否"
        case Fraction() | int() | float():
            return number_told(Fraction(value))
        case None:
            return "没有"
        case date():
            return str(value)
        case str():
            return f"“{''.join(value.splitlines())}”" if value else "空"
    return _kind(value)


def number_told(value: Fraction) -> str:
    """What is less than one is a share."""
    return f"{number(value * 100)}%" if 0 < value < 1 else number(value)


def _kind(value: object) -> str:
    """What stands for a whole record: its kind, where it is a way of counting."""
    if isinstance(value, tuple | Mapping):
        return "、".join(map(plain, value)) or "空"
    return str(getattr(value, "kind", "另一种内容"))


def plain(value: object) -> str:
    """A word, or the words of a group."""
    return "、".join(map(plain, value)) if isinstance(value, tuple) else str(value)


def texts_of(old: object, new: object) -> tuple[str, str]:
    """Two texts as they are; nothing where they are none."""
    return (old, new) if isinstance(old, str) and isinstance(new, str) else ("", "")
