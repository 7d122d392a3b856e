"""Values of rule files with where they stand, and whether what they refer to is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

from verifier.errors import RuleError
from verifier.model import Refers, kind_of
from verifier.rules.building import built, hints_of, parts_of
from verifier.rules.yamlfile import Keys, YamlFile


@cache
def _holds(hint: object, what: type) -> bool:
    """Whether a value of a hint may hold expressions, or a reference: most lists hold words alone."""
    kind, _, marks = parts_of(hint)
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
        kind, records, _ = parts_of(self.hint)
        if records and isinstance(self.data, Mapping):
            return next((each for each in records if kind_of(each) == self.data.get("kind")), kind)
        return kind

    @property
    def marks(self) -> tuple[object, ...]:
        return parts_of(self.hint)[2]

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
    """A value as what its type says. Raises RuleError: file, line, column, key, what is allowed."""
    return built(value.hint, value.data, value.file, value.keys)  # type: ignore[arg-type]


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
