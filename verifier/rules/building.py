"""A value of a rule file → what its type says, or a Chinese sentence of what is allowed there.

A builder is made once for each type and asked for each value. It says where a fault lies only when there is one: on
the way out each list and group adds the key at which it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from verifier.model import MAY_BE_EMPTY, Expressions, kind_of
from verifier.rules.slips import slip_of_key, width_told
from verifier.rules.yamlfile import Keys, YamlFile

T = TypeVar("T")
Builder = Callable[[object], Any]
"""raises Wrong"""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EMPTY: tuple[object, ...] = (None, "", [], {})


class Wrong(ValueError):
    """A value that is not allowed, with the sentence for people."""

    def __init__(self, text: str, *keys: str | int) -> None:
        super().__init__(text)
        self.keys = [*keys]
        """from what was looked at to the fault, the last first"""


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """Marks a type whose values are written in a form of their own."""

    read: Builder
    """what stands there → the value"""


def built(kind: type[T], data: object, file: YamlFile, under: Keys = ()) -> T:
    """Data that stands under a path in a file, as a frozen type. Raises RuleError: where, and what is allowed."""
    try:
        value: T = builder(kind)(data)  # type: ignore[arg-type]
    except Wrong as wrong:
        raise file.error((*under, *reversed(wrong.keys)), str(wrong)) from None
    return value


@cache
def hints_of(kind: type) -> Mapping[str, Any]:
    """Field → its type with all marks."""
    return get_type_hints(kind, include_extras=True)


@cache
def parts_of(hint: object) -> tuple[object, tuple[type, ...], tuple[object, ...]]:
    """A hint without its marks, the records of which it is one, and the marks. Thousands of values share few hints."""
    kind = hint.__bound__ if isinstance(hint, TypeVar) else hint
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    inner = get_args(kind)
    return kind, inner if inner and all(map(is_dataclass, inner)) else (), marks


@cache
def builder(hint: object) -> Builder:
    """What makes the values of a type; None, '', [] and {} are refused where the type does not say that they may be."""
    kind, records, marks = parts_of(hint)
    written = next((mark for mark in marks if isinstance(mark, WrittenAs)), None)
    if written:
        return written.read
    made = _of_records(records) if records else _of(kind)
    return made if MAY_BE_EMPTY in marks or NoneType in get_args(kind) else _filled(made)


def _filled(made: Builder) -> Builder:
    def build(data: object) -> Any:
        if not data and data in _EMPTY:  # it would decide nothing or everything, and neither is meant
            raise Wrong("不能为空，请至少写一项")
        return made(data)

    return build


def _of(kind: object) -> Builder:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_record(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _of_choice(inner)
    if origin is tuple:
        return _of_list(inner[0]) if inner[-1] is ... else _of_row(inner)
    if NoneType in inner:
        return _of_maybe(next(each for each in inner if each is not NoneType))
    return _of_mapping(*inner)


# --- single values ----------------------------------------------------------------------------------


def _text(data: object) -> str:
    if isinstance(data, str):
        return data
    raise Wrong(f"{_short(data)}应是文字，请加引号")


def _whole(data: object) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    raise Wrong(f"{_short(data)}应是整数")


def _truth(data: object) -> bool:
    if isinstance(data, bool):
        return data
    raise Wrong(f"{_short(data)}应是 true 或 false")


def _fraction(data: object) -> Fraction:
    if isinstance(data, int | Fraction) and not isinstance(data, bool):
        return Fraction(data)
    raise Wrong(f"{_short(data)}应是数或百分数，如 15、2.5、80%{width_told(str(data))}")


def _decimal(data: object) -> float:
    if isinstance(data, int | Fraction) and not isinstance(data, bool):
        return float(data)
    raise Wrong(f"{_short(data)}应是数，如 15、2.5")


def _date(data: object) -> date:
    try:
        if isinstance(data, str) and _DAY.fullmatch(data):
            return date.fromisoformat(data)
    except ValueError:
        pass  # a day that no month has
    raise Wrong(f'{_short(data)}应是日期，写作 "2024-12-31"')


def _expressions(data: object) -> Expressions:
    if not isinstance(data, list):
        raise Wrong(f"{_short(data)}应是一列正则表达式，用方括号或短横线列出")
    for at, text in enumerate(data):
        try:
            re.compile(text)
        except re.error as error:
            raise Wrong(f"正则表达式“{text}”有误（第{(error.pos or 0) + 1}个字符）", at) from error
        except TypeError as error:
            raise Wrong(f"{_short(text)}应是文字，请加引号", at) from error
    return Expressions.of(data)


_PLAIN: Mapping[Any, Builder] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Fraction: _fraction,
    float: _decimal,
    date: _date,
    Expressions: _expressions,
}


def _of_choice(allowed: Sequence[object]) -> Builder:
    def build(data: object) -> Any:
        if any(data is each or (data == each and type(data) is type(each)) for each in allowed):
            return data
        raise Wrong(f"值{_short(data)}不在允许之列；可写：{'、'.join(_as_written(each) for each in allowed)}")

    return build


def _as_written(choice: object) -> str:
    return str(choice).lower() if isinstance(choice, bool) else repr(choice)


def _of_maybe(hint: object) -> Builder:
    made = builder(hint)
    return lambda data: None if data is None else made(data)


# --- what holds others ------------------------------------------------------------------------------


def _of_list(hint: object) -> Builder:
    made, texts = builder(hint), parts_of(hint)[0] is str

    def build(data: object) -> tuple[Any, ...]:
        values = []
        for at, each in enumerate(_listed(data)):
            try:
                values.append(made(each))
            except Wrong as wrong:
                wrong.keys.append(at)
                raise
        if texts and len(set(values)) < len(values):
            at = next(at for at, each in enumerate(values) if each in values[:at])
            raise Wrong(f"“{values[at]}”写了两次，请删去一个", at)
        return tuple(values)

    return build


def _of_row(hints: Sequence[object]) -> Builder:
    """A list of so many values, each of a type of its own."""
    every = [builder(hint) for hint in hints]

    def build(data: object) -> tuple[Any, ...]:
        listed = _listed(data)
        if len(listed) != len(every):
            raise Wrong(f"{_short(data)}应是一列 {len(every)} 个值")
        values = []
        for at, (made, each) in enumerate(zip(every, listed, strict=True)):
            try:
                values.append(made(each))
            except Wrong as wrong:
                wrong.keys.append(at)
                raise
        return tuple(values)

    return build


def _listed(data: object) -> Sequence[Any]:
    if isinstance(data, list):
        return data
    raise Wrong(f"{_short(data)}应是一列值，用方括号或短横线列出")


def _of_mapping(key_hint: object, hint: object) -> Builder:
    named, made = builder(key_hint), builder(hint)

    def build(data: object) -> dict[Any, Any]:
        values = {}
        for key, each in _keyed(data).items():
            try:
                values[named(key)] = made(each)
            except Wrong as wrong:
                wrong.keys.append(key)
                raise
        return values

    return build


def _of_record(kind: type) -> Builder:
    hints = hints_of(kind)
    own = {each.name: builder(hints[each.name]) for each in fields(kind)}
    needed = [each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
    allowed = "、".join(own)

    def build(data: object) -> Any:
        if isinstance(data, kind):
            return data
        written = _keyed(data, allowed)
        # a misspelt key is reported as such, not as the key that it leaves missing
        for key in written:
            if key not in own:
                raise Wrong(f"没有这个键；此处可写：{allowed}", key)
        for key in needed:
            if key not in written:
                raise Wrong(f"缺少键 {key}，请补上", key)
        values = {}
        for key, made in own.items():
            if key in written:
                try:
                    values[key] = made(written[key])
                except Wrong as wrong:
                    wrong.keys.append(key)
                    raise
        return kind(**values)

    return build


def _of_records(kinds: Sequence[type]) -> Builder:
    """One of several, told by its key `kind`."""
    known = {kind_of(each): builder(each) for each in kinds}
    allowed = "、".join(known)

    def build(data: object) -> Any:
        name = _keyed(data, "kind").get("kind")
        if name is None:
            raise Wrong(f"缺少键 kind，请补上；可写：{allowed}", "kind")
        if not isinstance(name, str) or name not in known:
            raise Wrong(f"没有“{name}”这种计数方式；可写：{allowed}", "kind")
        return known[name](data)

    return build


def _keyed(data: object, allowed: str = "") -> Mapping[Any, Any]:
    if isinstance(data, Mapping):
        return data
    slip = slip_of_key(str(data))
    told = f"；此处可写：{allowed}" if allowed else ""
    raise Wrong(f"{_short(data)}应是一组“键: 值”{f'；{slip}' if slip else ''}{told}")


def _short(value: object) -> str:
    text = "空" if value is None else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
