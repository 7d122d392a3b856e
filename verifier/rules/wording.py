"""pydantic's complaints as Chinese sentences that say what is allowed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look through all that is installed for some

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from verifier.model import kind_of
from verifier.rules.slips import slip_of_key, width_told
from verifier.rules.yamlfile import Keys, YamlFile

T = TypeVar("T")

_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def validated(kind: type[T], data: object, file: YamlFile, under: Keys = ()) -> T:
    """Data that stands under a path in a file, as a frozen type. Raises RuleError: where, and what is allowed."""
    try:
        value: T = _adapter(kind).validate_python(data)
        return value
    except ValidationError as error:
        # a misspelt key is reported as such, not as the key that it leaves missing
        first = min(error.errors(), key=lambda each: each["type"] != "unexpected_keyword_argument")
        keys, _ = _followed(kind, first["loc"])
        raise file.error((*under, *keys), explained(first, kind)) from error


_PLAIN = {
    "fraction_parsing": "应是数或百分数，如 15、2.5、80%",
    "fraction_type": "应是数或百分数，如 15、2.5、80%",
    "float_parsing": "应是数，如 15、2.5",
    "float_type": "应是数，如 15、2.5",
    "int_parsing": "应是整数",
    "int_type": "应是整数",
    "int_from_float": "应是整数",
    "bool_parsing": "应是 true 或 false",
    "bool_type": "应是 true 或 false",
    "string_type": "应是文字，请加引号",
    "tuple_type": "应是一列值，用方括号或短横线列出",
    "list_type": "应是一列值，用方括号或短横线列出",
}
_GROUP = ("mapping_type", "dict_type", "dataclass_type", "model_attributes_type")


def explained(error: ErrorDetails, kind: object) -> str:
    """One sentence for one error of pydantic's `errors()`."""
    value, type_, loc = _short(error.get("input")), error["type"], error["loc"]
    if type_ in _PLAIN:
        return f"{value}{_PLAIN[type_]}{width_told(value) if type_.startswith('fraction') else ''}"
    if type_ in _GROUP:
        slip = slip_of_key(str(error.get("input")))
        return f"{value}应是一组“键: 值”{f'；{slip}' if slip else ''}{_allowed(kind, loc)}"
    if type_.startswith("date"):
        return f'{value}应是日期，写作 "2024-12-31"'
    match type_:
        case "unexpected_keyword_argument":
            return f"没有这个键{_allowed(kind, loc[:-1])}"
        case "missing":
            return f"缺少键 {loc[-1]}，请补上"
        case "literal_error":
            return f"值{value}不在允许之列；可写：{_listed(error['ctx']['expected'])}"
        case "union_tag_invalid":
            known = _listed(error["ctx"]["expected_tags"].replace("'", ""))
            return f"没有“{error['ctx']['tag']}”这种计数方式；可写：{known}"
        case "union_tag_not_found":
            return f"缺少键 kind，请补上；可写：{'、'.join(map(kind_of, _types(_followed(kind, loc)[1])))}"
    return f"{value}不合要求（{error['msg']}）"


def _listed(expected: str) -> str:
    return expected.replace(" or ", "、").replace(", ", "、")


def _allowed(kind: object, loc: Keys) -> str:
    """；此处可写 and the fields of the type that stands at the end of a path; '' where it has none."""
    end = _followed(kind, loc)[1]
    names = "、".join(field.name for field in fields(end)) if is_dataclass(end) else ""
    names = names or ("kind" if _types(end) else "")
    return f"；此处可写：{names}" if names else ""


def _short(value: object) -> str:
    text = "空" if value is None else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _followed(kind: object, loc: Keys) -> tuple[Keys, object]:
    """The keys of an error without the names of the types chosen on the way, and the type at its end."""
    keys: list[str | int] = []
    kind = _bare(kind)
    for key in loc:
        if key == "[key]":  # pydantic's mark that the key of a mapping is wrong, and not its value
            continue
        chosen = next((each for each in _types(kind) if kind_of(each) == key), None)
        if chosen is None:
            keys.append(key)
        kind = chosen or _bare(_inside(kind, key))
    return tuple(keys), kind


def _inside(kind: object, key: str | int) -> object:
    if is_dataclass(kind):
        return get_type_hints(kind).get(str(key))
    inner = get_args(kind)
    return inner[isinstance(key, str)] if inner else None


def _bare(kind: object) -> object:
    """The type besides None, and without what is said about it."""
    if isinstance(kind, TypeVar):
        kind = kind.__bound__
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return next(each for each in get_args(kind) if each is not NoneType) if NoneType in get_args(kind) else kind


def _types(kind: object) -> tuple[type, ...]:
    """The types of which one is chosen by its `kind`."""
    inner = get_args(kind)
    return inner if len(inner) > 1 and all(map(is_dataclass, inner)) else ()
