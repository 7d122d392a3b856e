"""pydantic's complaints as Chinese sentences that say what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints


def explained(error: Mapping[str, Any], kind: type[Any]) -> str:
    """One sentence for one error of pydantic's `errors()`."""
    match error["type"]:
        case "unexpected_keyword_argument":
            allowed = "、".join(_fields_at(kind, error["loc"][:-1]))
            return f"没有这个键；此处可写：{allowed}" if allowed else "没有这个键"
        case "missing":
            return "缺少这个键，请补上"
        case "literal_error":
            return f"值“{error['input']}”不在允许之列：{error['ctx']['expected']}"
        case "fraction_parsing" | "int_parsing" | "int_type":
            return f"“{error['input']}”应是数"
        case "string_type":
            return f"“{error['input']}”应是文字，请加引号"
        case "tuple_type" | "list_type":
            return "应是一列值，用方括号或短横线列出"
        case _:
            return f"“{error.get('input')}”不合要求（{error['msg']}）"


def _fields_at(kind: Any, path: tuple[Any, ...]) -> list[str]:
    for key in path:
        kind = _inner(kind)
        if is_dataclass(kind) and isinstance(key, str):
            kind = get_type_hints(kind).get(key)
    kind = _inner(kind)
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _inner(kind: Any) -> Any:
    while not is_dataclass(kind) and get_args(kind):
        kind = next((arg for arg in get_args(kind) if is_dataclass(arg) or get_args(arg)), None)
    return kind
