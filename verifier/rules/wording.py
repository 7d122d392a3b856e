"""pydantic's complaints as Chinese sentences that say what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from .yamlfile import YamlFile

T = TypeVar("T")

_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def validated(kind: type[T], data: Any, file: YamlFile, keys: tuple[Any, ...] = ()) -> T:
    """Data that stands under `keys` in a file, as a frozen type. Raises RuleError: where, and what is allowed."""
    try:
        value: T = _adapter(kind).validate_python(data)
        return value
    except ValidationError as error:
        # a misspelt key is reported as such, not as the key that it leaves missing
        first = min(error.errors(), key=lambda each: each["type"] != "unexpected_keyword_argument")
        # pydantic adds "[key]" where the key of a mapping is wrong and not its value
        loc = (part for part in first["loc"] if part != "[key]")
        raise file.error((*keys, *loc), explained(first, kind)) from error


def explained(error: Mapping[str, Any], kind: type[Any]) -> str:
    """One sentence for one error of pydantic's `errors()`."""
    value = _short(error.get("input"))
    match error["type"]:
        case "unexpected_keyword_argument":
            allowed = "、".join(_fields_at(kind, error["loc"][:-1]))
            return f"没有这个键；此处可写：{allowed}" if allowed else "没有这个键"
        case "missing":
            return f"缺少键 {error['loc'][-1]}，请补上"
        case "literal_error":
            return f"值{value}不在允许之列；可写：{error['ctx']['expected'].replace(' or ', '、').replace(', ', '、')}"
        case "fraction_parsing" | "fraction_type":
            return f"{value}应是数或百分数，如 15、2.5、80%"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{value}应是整数"
        case "bool_parsing" | "bool_type":
            return f"{value}应是 true 或 false"
        case "string_type":
            return f"{value}应是文字，请加引号"
        case "tuple_type" | "list_type":
            return f"{value}应是一列值，用方括号或短横线列出"
        case "mapping_type" | "dict_type" | "dataclass_type":
            allowed = "、".join(_fields_at(kind, error["loc"]))
            return f"{value}应是一组“键: 值”" + (f"；此处可写：{allowed}" if allowed else "")
        case name if name.startswith("date"):
            return f'{value}应是日期，写作 "2024-12-31"'
        case _:
            return f"{value}不合要求（{error['msg']}）"


def _short(value: object) -> str:
    text = "空" if value is None else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _fields_at(kind: Any, path: tuple[Any, ...]) -> list[str]:
    """The fields of the type that stands at the end of a path of fields, keys and indices."""
    for key in path:
        kind = _optional(kind)
        inner = get_args(kind)
        kind = get_type_hints(kind).get(key) if is_dataclass(kind) else inner[isinstance(key, str)] if inner else None
    kind = _optional(kind)
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _optional(kind: Any) -> Any:
    """The type besides None."""
    return next(each for each in get_args(kind) if each is not NoneType) if NoneType in get_args(kind) else kind
