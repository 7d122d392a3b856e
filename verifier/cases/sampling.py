"""A short text that a regular expression finds: the first way through it, each repetition as few times as may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the module that reads expressions, without a public name
_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "字", "CATEGORY_NOT_DIGIT": "字"}
_ANY = "某"


def sample(pattern: str) -> str:
    """It need not fit: what stands before or behind the text (`(?!…)`) is not looked at."""
    return _of(_parser.parse(pattern))


def _of(parsed: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_node(str(op), value) for op, value in parsed)


def _node(op: str, value: Any) -> str:
    match op:
        case "LITERAL":
            return chr(value)
        case "SUBPATTERN":
            return _of(value[-1])
        case "BRANCH":
            return _of(value[1][0])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _of(value[2]) * int(value[0])
        case "IN":
            return _of_set(value)
        case "ANY" | "NOT_LITERAL":
            return _ANY
        case "CATEGORY":
            return _CATEGORIES.get(str(value), _ANY)
    return ""


def _of_set(entries: list[tuple[Any, Any]]) -> str:
    op, value = entries[0]
    match str(op):
        case "NEGATE":
            return _ANY
        case "RANGE":
            return chr(value[0])
    return _node(str(op), value)
