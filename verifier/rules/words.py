"""The words of a rule set: every file of its `words/` as typed records, each list strict."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from verifier.errors import RuleError
from verifier.model import MAY_BE_EMPTY, Expressions, Refers, Words

from .wording import validated
from .yamlfile import YamlFile

Keys = tuple[Any, ...]
"""of a path through a file: keys and indices"""

_HINTS = get_type_hints(Words, include_extras=True)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a file, with where it stands and what it should be."""

    file: YamlFile
    keys: Keys
    hint: Any
    data: Any

    @property
    def kind(self) -> Any:
        """The hint without its marks."""
        return get_args(self.hint)[0] if get_origin(self.hint) is Annotated else self.hint

    @property
    def marks(self) -> tuple[Any, ...]:
        return get_args(self.hint)[1:] if get_origin(self.hint) is Annotated else ()

    def inner(self) -> Iterator[_Value]:
        """What stands in it, as far as its type says what that should be."""
        kind = self.kind
        if is_dataclass(kind) and isinstance(self.data, Mapping):
            hints = get_type_hints(kind, include_extras=True)
            for key, value in self.data.items():
                if key in hints:
                    yield _Value(self.file, (*self.keys, key), hints[key], value)
        elif get_origin(kind) is tuple and isinstance(self.data, Sequence) and not isinstance(self.data, str):
            inner = get_args(kind)[0]
            yield from (_Value(self.file, (*self.keys, at), inner, value) for at, value in enumerate(self.data))
        elif isinstance(self.data, Mapping) and get_args(kind):
            of_key, of_value = get_args(kind)
            for key, value in self.data.items():
                yield _Value(self.file, (*self.keys, key), of_key, key)
                yield _Value(self.file, (*self.keys, key), of_value, value)

    def error(self, what: str) -> RuleError:
        return self.file.error(self.keys, what)


def load_words(files: Sequence[YamlFile]) -> Words:
    """The words of a rule set out of all its files, each key in one of them.

    Raises RuleError: names file, line, key and what is allowed there.
    """
    if not files:
        raise RuleError("规则集没有 words/ 词表文件夹")
    values: dict[str, _Value] = {}
    for file in files:
        for key, data in file.data.items():
            if key not in _HINTS:
                raise file.error((key,), f"没有这个键；此处可写：{'、'.join(_HINTS)}")
            if key in values:
                raise file.error((key,), f"{values[key].file.path.name} 已经有这个键，请合并")
            values[key] = _Value(file, (key,), _HINTS[key], data)
    for key in _HINTS:
        if key not in values:
            raise files[0].error((), f"words/ 的各个文件都缺少键 {key}，请补上")
    words = Words(**{key: _record(value) for key, value in values.items()})
    _refuse_unknown(words, values.values())
    return words


def _record(value: _Value) -> Any:
    """A checked value as what its type says."""
    _refuse_empty(value)
    return validated(value.kind, _compiled(value), value.file, value.keys)


def _refuse_empty(value: _Value) -> None:
    """A list without an entry, and an entry without a character, decide nothing or everything: neither is meant."""
    may_be = MAY_BE_EMPTY in value.marks or NoneType in get_args(value.kind)
    if value.data in (None, "", [], {}) and not may_be:
        raise value.error("不能为空，请至少写一项")
    seen: set[str] = set()
    for each in value.inner():
        if isinstance(each.data, str) and get_origin(value.kind) is tuple:
            if each.data in seen:
                raise each.error(f"“{each.data}”写了两次，请删去一个")
            seen.add(each.data)
        _refuse_empty(each)


def _compiled(value: _Value) -> Any:
    """The data with lists of regular expressions as such."""
    if value.kind is Expressions:
        return _expressions(value)
    if isinstance(value.data, Mapping):
        replaced = {each.keys[-1]: _compiled(each) for each in value.inner()}
        return {key: replaced.get(key, data) for key, data in value.data.items()}
    if isinstance(value.data, list):
        replaced = {each.keys[-1]: _compiled(each) for each in value.inner()}
        return [replaced.get(at, data) for at, data in enumerate(value.data)]
    return value.data


def _expressions(value: _Value) -> Any:
    if not isinstance(value.data, list):
        raise value.error(f"“{value.data}”应是一列正则表达式，用方括号或短横线列出")
    for at, text in enumerate(value.data):
        try:
            re.compile(text)
        except re.error as error:
            place = (error.pos or 0) + 1
            raise value.file.error((*value.keys, at), f"正则表达式“{text}”有误（第{place}个字符）") from error
        except TypeError as error:
            raise value.file.error((*value.keys, at), f"“{text}”应是文字，请加引号") from error
    return Expressions.of(value.data)


# --- references -----------------------------------------------------------------------------------


def _refuse_unknown(words: Words, values: Collection[_Value]) -> None:
    known: Mapping[str, tuple[Collection[str], str]] = {
        "document-type": ([kind.id for kind in words.documents], "材料类型"),
        "document-name": ([kind.name for kind in words.documents], "材料名称"),
        "event": (words.events, "活动种类"),
        "column": (words.columns, "列"),
    }
    for value in values:
        if value.keys in (("events",), ("columns",)):
            continue
        for named, mark in _references(value):
            there, what = known[mark.to]
            if named.data not in there:
                allowed = "、".join(dict.fromkeys(there))
                raise named.error(f"没有“{named.data}”这种{what}；可写：{allowed}")


def _references(value: _Value) -> Iterator[tuple[_Value, Refers]]:
    for mark in value.marks:
        if isinstance(mark, Refers):
            yield value, mark
    for each in value.inner():
        yield from _references(each)
