"""JSON Schema of the files of a rule set, made from the types by which they are loaded.

An editor completes keys by it, shows what each means (`keys.yaml`) and marks what does not fit while it is typed.
What hangs on other files (sums, names of measures) is the loader's and lint's alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, TypeGuard, TypeVar, get_args, get_origin

import yaml

from verifier.model import FLAGS, MAY_BE_EMPTY, Condition, Expressions, Refers, Slope, Standard, Tier, Words
from verifier.rules.building import WrittenAs, hints_of
from verifier.rules.conditions import CONDITION, PERCENT
from verifier.rules.loading import FORMAT

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Fraction: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": PERCENT.pattern}]},
    Condition: {"type": "string", "pattern": CONDITION.pattern},
    Expressions: {"type": "array", "items": {"type": "string", "format": "regex"}},
}
_HEAD = "format"


def schema(kind: type, title: str) -> Schema:
    """The schema of a file whose whole is of a type."""
    return {"$schema": DRAFT, "title": title, **_of(kind, {}), "$defs": _records(kind)}


def records(kind: type) -> tuple[type, ...]:
    """The types of all groups of keys in a file, its own first."""
    found: dict[type, None] = {}
    waiting: list[object] = [kind]
    while waiting:
        hint = _bare(waiting.pop(0))
        if _is_record(hint) and hint not in found:
            found[hint] = None
            waiting.extend(hints_of(hint).values())
        elif not _is_record(hint):
            waiting.extend(each for each in get_args(hint) if not isinstance(each, str))
    return tuple(found)


def keys_of(kind: type) -> tuple[str, ...]:
    """The keys that a group may have, as files write them."""
    names = tuple(each.name for each in fields(kind))
    if kind is Tier:
        return ("all", "any", "otherwise", "points", "slope")
    return (*names[:1], "base", *names[1:]) if kind is Slope else names


def _records(kind: type) -> Schema:
    return {each.__name__: _record(each) for each in records(kind)}


def _record(kind: type) -> Schema:
    made = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(kind, key) for key in keys_of(kind)},
        **_needed(kind),
    }
    told = meanings().get(kind.__name__, {}).get("")
    return {"description": told[0], **made} if told else made


def _property(kind: type, key: str) -> Schema:
    told = meanings().get(kind.__name__, {}).get(key)
    made = _of_key(kind, key)
    return {"description": "".join(told[:1]), **made} if told else made


def _of_key(kind: type, key: str) -> Schema:
    if key == _HEAD and key in hints_of(kind):
        return {"const": FORMAT}
    if key == "otherwise":
        return {"const": True}
    return _of(hints_of(kind).get(key, Fraction), {})


def _needed(kind: type) -> Schema:
    """Which keys have to be there."""
    if kind is Tier:
        states = [{"required": [each]} for each in ("all", "any", "otherwise")]
        return {"allOf": [{"oneOf": states}, {"oneOf": [{"required": ["points"]}, {"required": ["slope"]}]}]}
    if kind is Words:  # each of its files has some of the keys
        return {"minProperties": 1}
    asked = [each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
    if kind is Standard:
        return {"required": asked, "oneOf": [{"required": ["all"]}, {"required": ["part"]}]}
    return {"required": [*asked, "base"] if kind is Slope else asked}


def _of(hint: object, known: Schema) -> Schema:
    """The schema of a value; `known` is what is said of it already."""
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    if any(isinstance(mark, WrittenAs) for mark in marks):  # a number, arithmetic, or three of them
        return {"type": ["number", "string", "array"]}
    kind = _bare(hint)
    made = _of_kind(kind) | known
    if MAY_BE_EMPTY not in marks:
        made |= {"array": {"minItems": 1}, "string": {"minLength": 1}}.get(str(made.get("type")), {})
    flags = any(isinstance(mark, Refers) and mark.to == "flag" for mark in marks)
    return made | {"enum": list(FLAGS)} if flags else made


def _of_kind(kind: object) -> Schema:
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if _is_record(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return _of_tuple(inner)
    if inner and issubclass(origin or object, Mapping):
        return {"type": "object", "additionalProperties": _of(inner[1], {})}
    return {"anyOf": [_of(each, {}) for each in inner]} if inner else {}


def _of_tuple(inner: tuple[object, ...]) -> Schema:
    if inner[-1] is Ellipsis:
        return {"type": "array", "items": _of(inner[0], {})}
    return {"type": "array", "prefixItems": [_of(each, {}) for each in inner], "items": False}


def _is_record(hint: object) -> TypeGuard[type]:
    return is_dataclass(hint) and isinstance(hint, type) and hint not in _SCALARS


def _bare(hint: object) -> object:
    hint = hint.__bound__ if isinstance(hint, TypeVar) else hint
    return _bare(get_args(hint)[0]) if get_origin(hint) is Annotated else hint


@cache
def meanings() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Type → key → what it means in Chinese, in English, and what it does to the points; '' for the type itself."""
    text = (Path(__file__).parent / "keys.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    return {kind: {key or "": tuple(told) for key, told in keys.items()} for kind, keys in found.items()}
