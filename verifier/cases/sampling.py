"""Short texts that a regular expression finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the module that reads expressions, without a public name
_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "字", "CATEGORY_NOT_DIGIT": "字"}
_ANY = "某"


def sample(pattern: str, way: int = 0) -> str:
    """It need not fit: what stands before or behind the text (`(?!…)`) is not looked at.

    The first way takes the first alternatives and as little as may be, each further one others and more.
    """
    return _of(_parser.parse(pattern), way)


def _of(parsed: Iterable[tuple[Any, Any]], way: int) -> str:
    return "".join(_node(str(op), value, way) for op, value in parsed)


def _node(op: str, value: Any, way: int) -> str:
    match op:
        case "LITERAL":
            return chr(value)
        case "SUBPATTERN":
            return _of(value[-1], way)
        case "BRANCH":
            return _of(value[1][way % len(value[1])], way)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _of(value[2], way) * min(int(value[0]) + way, int(value[1]))
        case "IN":
            return _of_set(value, way)
        case "ANY" | "NOT_LITERAL":
            return _ANY
        case "CATEGORY":
            return _CATEGORIES.get(str(value), _ANY)
    return ""


def _of_set(entries: list[tuple[Any, Any]], way: int) -> str:
    op, value = entries[way % len(entries)] if str(entries[0][0]) != "NEGATE" else entries[0]
    match str(op):
        case "NEGATE":
            return _ANY
        case "RANGE":
            return chr(value[0])
    return _node(str(op), value, way)
