"""What the types say of the values of a rule file besides their shape: not empty, compiled, known elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from verifier.errors import RuleError
from verifier.model import MAY_BE_EMPTY, Expressions, Refers, kind_of
from verifier.rules.wording import validated
from verifier.rules.yamlfile import Keys, YamlFile


@cache
def hints_of(kind: type) -> Mapping[str, Any]:
    """Field → its type with all marks."""
    return get_type_hints(kind, include_extras=True)


@cache
def _understood(hint: object) -> tuple[object, tuple[type, ...], tuple[object, ...]]:
    """A hint without its marks, the records of which it is one, and the marks. Thousands of values share few hints."""
    kind = hint.__bound__ if isinstance(hint, TypeVar) else hint
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    inner = get_args(kind)
    return kind, inner if inner and all(map(is_dataclass, inner)) else (), marks


@cache
def _holds(hint: object, what: type) -> bool:
    """Whether a value of a hint may hold expressions, or a reference: most lists hold words alone."""
    kind, _, marks = _understood(hint)
    if kind is what or any(isinstance(mark, what) for mark in marks):
        return True
    if is_dataclass(kind):
        return any(_holds(each, what) for each in hints_of(kind).values())  # type: ignore[arg-type]
    return any(_holds(each, what) for each in get_args(kind) if each is not ... and not isinstance(each, str))


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a file, with where it stands and what it should be."""

    file: YamlFile
    keys: Keys
    hint: object
    data: object

    @property
    def kind(self) -> object:
        """The hint without its marks; of several types the one that the value's own `kind` names."""
        kind, records, _ = _understood(self.hint)
        if records and isinstance(self.data, Mapping):
            return next((each for each in records if kind_of(each) == self.data.get("kind")), kind)
        return kind

    @property
    def marks(self) -> tuple[object, ...]:
        return _understood(self.hint)[2]

    def inner(self) -> Iterator[Value]:
        """What stands in it, as far as its type says what that should be."""
        if not isinstance(self.data, dict | list):
            return
        kind = self.kind
        if is_dataclass(kind):
            hints = hints_of(kind)  # type: ignore[arg-type]
            yield from (self._below(key, hints[key], each) for key, each in self._pairs() if key in hints)
        elif get_origin(kind) is tuple and isinstance(self.data, list):
            yield from (self._below(at, get_args(kind)[0], each) for at, each in enumerate(self.data))
        elif len(get_args(kind)) == 2:
            for key, each in self._pairs():
                yield from (self._below(key, get_args(kind)[0], key), self._below(key, get_args(kind)[1], each))

    def _pairs(self) -> Iterable[tuple[str, object]]:
        return self.data.items() if isinstance(self.data, dict) else ()

    def _below(self, key: str | int, hint: object, data: object) -> Value:
        return Value(self.file, (*self.keys, key), hint, data)

    def error(self, what: str) -> RuleError:
        return self.file.error(self.keys, what)


def record(value: Value) -> Any:
    """A checked value as what its type says. Raises RuleError: file, line, column, key, what is allowed."""
    _refuse_empty(value)
    kind: type[Any] = value.kind  # type: ignore[assignment]
    return validated(kind, _compiled(value), value.file, value.keys)


def _refuse_empty(value: Value) -> None:
    """A list without an entry, and an entry without a character, decide nothing or everything: neither is meant."""
    if value.data in (None, "", [], {}) and not (MAY_BE_EMPTY in value.marks or NoneType in get_args(value.kind)):
        raise value.error("不能为空，请至少写一项")
    seen: set[str] = set()
    for each in value.inner():
        if isinstance(each.data, str) and isinstance(value.data, list):
            if each.data in seen:
                raise each.error(f"“{each.data}”写了两次，请删去一个")
            seen.add(each.data)
        _refuse_empty(each)


def _compiled(value: Value) -> object:
    """The data with lists of regular expressions as such."""
    if value.kind is Expressions:
        return _expressions(value)
    if not _holds(value.hint, Expressions):
        return value.data
    if isinstance(value.data, Mapping):
        replaced = {each.keys[-1]: _compiled(each) for each in value.inner()}
        return {key: replaced.get(key, data) for key, data in value.data.items()}
    if isinstance(value.data, list):
        replaced = {each.keys[-1]: _compiled(each) for each in value.inner()}
        return [replaced.get(at, data) for at, data in enumerate(value.data)]
    return value.data


def _expressions(value: Value) -> Expressions:
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


Known = Mapping[str, Collection[str]]
"""what a reference is to (`Refers.to`) → the names that there are"""

_CALLED = {
    "document-type": "材料类型",
    "paper-type": "材料类型",
    "document-name": "材料名称",
    "event": "活动种类",
    "column": "列",
    "measure": "计数项",
    "indicator": "指标",
    "flag": "提示",
}


_ADDED = {"measure": "（要用新的，先写进 ruleset.yaml 的 measures）"}
"""where a new one is written, which the error cannot show otherwise"""


def refuse_unknown(values: Iterable[Value], known: Known) -> None:
    """Raises RuleError for the first name of something that is not there, with those that are."""
    for value in values:
        for named, mark in _references(value):
            if named.data not in known[mark.to]:
                allowed = "、".join(dict.fromkeys(known[mark.to]))
                what = f"{_CALLED[mark.to]}{_ADDED.get(mark.to, '')}"
                raise named.error(f"没有“{named.data}”这种{what}；可写：{allowed}")


def _references(value: Value) -> Iterator[tuple[Value, Refers]]:
    if not _holds(value.hint, Refers):
        return
    for mark in value.marks:
        if isinstance(mark, Refers):
            yield value, mark
    for each in value.inner():
        yield from _references(each)
