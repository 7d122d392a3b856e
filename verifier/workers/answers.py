"""What a call answers crosses from its process as data: of the types that its function says it returns, no others.

Pickle alone would build whatever the bytes name, and so run what a file made of its reader. Here it carries nothing but
numbers, texts and tuples, since every name in it is refused; what they stand for, the function's own annotation says.
A list is a dataclass, its name first: none of ours holds a list.
"""

from __future__ import annotations

import io
import operator
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from verifier.model import Fact, Lost
from verifier.model.facts import kinds_of_facts

Places = tuple[Path, ...]
"""in which every path of an answer lies"""
Function = Callable[..., object]

_LONG = 1 << 16
"""bytes from which on they cross apart"""


class NotUnderstood(Exception):
    """The bytes are no answer of the function: they name something, or a value has another type."""


@dataclass(frozen=True, slots=True)
class Raised:
    """What a call raised, told rather than handed over."""

    kind: str
    text: str
    number: int | None = None
    """of the system's own fault"""
    file: str | None = None

    @classmethod
    def by(cls, fault: Exception) -> Raised:
        """What is told of a fault."""
        if isinstance(fault, OSError) and fault.errno is not None:
            file = None if fault.filename is None else str(fault.filename)
            return cls("OSError", str(fault.strerror), fault.errno, file)
        return cls(type(fault).__name__, str(fault))

    def again(self) -> Exception:
        """The fault to raise where the call was made."""
        if self.number is not None:
            return OSError(self.number, self.text, self.file)
        return RuntimeError(f"{self.kind}: {self.text}")


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of a type cross."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any, Places], Any]
    """raises NotUnderstood"""
    plain: type | None = None
    """the one type of which a value crosses as it is"""


def packed(answer: object, function: Function) -> list[bytes | memoryview]:
    """The answer of a function, or what became of its call, as bytes: pixels and the like apart, which copies none."""
    long: list[pickle.PickleBuffer] = []
    whole = pickle.dumps(_form_of_answers(function).pack(answer), pickle.HIGHEST_PROTOCOL, buffer_callback=long.append)
    return [whole, *(each.raw() for each in long)]


def unpacked(data: Iterable[bytes | memoryview], function: Function, places: Places) -> object:
    """What `packed` was given. Raises NotUnderstood."""
    try:
        pieces = iter(data)
        whole = _Plain(io.BytesIO(next(pieces)), buffers=pieces).load()
        return _form_of_answers(function).unpack(whole, places)
    except NotUnderstood:
        raise
    except Exception as fault:  # whatever else pickle makes of bytes that are no answer
        raise NotUnderstood(type(fault).__name__) from fault


class _Plain(pickle.Unpickler):
    """Builds numbers, texts, bytes and what holds them: without a name there is nothing to call or to change."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuses every name."""
        raise NotUnderstood(f"{module}.{name}")


def plain(value: object, kind: type) -> object:
    """What a value of a type says, in numbers, texts, tuples and lists alone: the same for the same value."""
    return _form_of(kind).pack(value)


@cache
def _form_of_answers(function: Function) -> _Form:
    return _of_choices((Lost, Raised, get_type_hints(function)["return"]))


@cache
def _form_of(hint: Any) -> _Form:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _of_choices(get_args(hint))
    if origin is Literal:
        return _of_words(get_args(hint))
    if origin is tuple:
        return _of_tuple(get_args(hint))
    if origin in (Mapping, dict):
        return _of_mapping(*map(_form_of, get_args(hint)))
    if origin is Fact:
        return _of_facts()
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, tuple)):
        return _of_record(hint)
    raise TypeError(f"no answer can hold {hint}")


def _of_plain(kind: type, made: Callable[[Any], Any]) -> _Form:
    """`made`: of what libraries have instead, such as their own kinds of str."""

    def pack(value: Any) -> Any:
        return value if type(value) is kind else made(value)

    def unpack(value: Any, _: Places) -> Any:
        if type(value) is not kind:
            raise NotUnderstood(type(value).__name__)
        return value

    return _Form(pack, unpack, kind)


def _of_text(kind: Callable[[str], Any], write: Callable[[Any], str]) -> _Form:
    """Of what is written as text and read from it."""

    def unpack(value: Any, _: Places) -> Any:
        if type(value) is not str:
            raise NotUnderstood(type(value).__name__)
        return kind(value)

    return _Form(write, unpack)


def _pack_bytes(value: Any) -> Any:
    """Also of a view of them."""
    view = memoryview(value)
    return pickle.PickleBuffer(view) if view.nbytes >= _LONG else bytes(view)


def _unpack_path(value: Any, places: Places) -> Path:
    path = Path(_SIMPLE[str].unpack(value, places))
    if not any(path.is_relative_to(place) and ".." not in path.relative_to(place).parts for place in places):
        raise NotUnderstood("a path elsewhere")
    return path


def _unpack_fraction(value: Any, _: Places) -> Fraction:
    if type(value) is not tuple or list(map(type, value)) != [int, int]:
        raise NotUnderstood("no fraction")
    return Fraction(*value)


_SIMPLE: dict[Any, _Form] = {
    str: _of_plain(str, str.__str__),
    int: _of_plain(int, lambda value: int(operator.index(value))),
    float: _of_plain(float, float),
    bool: _of_plain(bool, bool),
    bytes: replace(_of_plain(bytes, bytes), pack=_pack_bytes),
    NoneType: _of_plain(NoneType, lambda value: value),
    date: _of_text(date.fromisoformat, date.isoformat),
    datetime: _of_text(datetime.fromisoformat, datetime.isoformat),
    Fraction: _Form(lambda value: (value.numerator, value.denominator), _unpack_fraction),
    Path: _Form(str, _unpack_path),
}


def _of_words(words: tuple[object, ...]) -> _Form:
    def unpack(value: Any, _: Places) -> Any:
        if type(value) not in (str, int) or value not in words:
            raise NotUnderstood("another word")
        return value

    return _Form(lambda value: value, unpack)


def _of_choices(hints: tuple[Any, ...]) -> _Form:
    forms = {hint: _form_of(hint) for hint in hints if hint is not NoneType}
    optional = NoneType in hints
    *first, last = forms.values()

    def pack(value: Any) -> Any:
        return None if value is None and optional else forms.get(type(value), last).pack(value)

    def unpack(value: Any, places: Places) -> Any:
        if value is None and optional:
            return None
        for form in first:
            try:
                return form.unpack(value, places)
            except NotUnderstood:
                continue
        return last.unpack(value, places)

    return _Form(pack, unpack)


def _of_tuple(hints: tuple[Any, ...]) -> _Form:
    if len(hints) == 2 and hints[1] is Ellipsis:
        return _of_row(_form_of(hints[0]))
    forms = [_form_of(hint) for hint in hints]

    def pack(value: Any) -> Any:
        return tuple(form.pack(each) for form, each in zip(forms, value, strict=True))

    def unpack(value: Any, places: Places) -> Any:
        if type(value) is not tuple or len(value) != len(forms):
            raise NotUnderstood("another tuple")
        return tuple(form.unpack(each, places) for form, each in zip(forms, value, strict=True))

    return _Form(pack, unpack)


def _of_row(form: _Form) -> _Form:
    """Of as many values as there are; those of a table's cells, which may be millions, are not taken in hand singly."""
    only = {form.plain}

    def pack(value: Any) -> Any:
        if type(value) is tuple and only.issuperset(map(type, value)):
            return value
        return tuple(map(form.pack, value))

    def unpack(value: Any, places: Places) -> Any:
        if type(value) is not tuple:
            raise NotUnderstood(type(value).__name__)
        if only.issuperset(map(type, value)):
            return value
        return tuple([form.unpack(each, places) for each in value])

    return _Form(pack, unpack)


def _of_mapping(keys: _Form, values: _Form) -> _Form:
    def pack(value: Any) -> Any:
        return {keys.pack(key): values.pack(each) for key, each in value.items()}

    def unpack(value: Any, places: Places) -> Any:
        if type(value) is not dict:
            raise NotUnderstood(type(value).__name__)
        return {keys.unpack(key, places): values.unpack(each, places) for key, each in value.items()}

    return _Form(pack, unpack)


@cache
def _of_facts() -> _Form:
    """A fact's kind tells what its value is."""
    kinds = {kind.name: (kind, _form_of(hint)) for kind, hint in kinds_of_facts()}
    hints = get_type_hints(Fact)
    names = [each.name for each in fields(Fact) if each.name not in ("kind", "value")]
    forms = [_form_of(hints[name]) for name in names]
    size = len(names) + 2

    def pack(fact: Any) -> Any:
        _, value = kinds[fact.kind.name]
        rest = (form.pack(getattr(fact, name)) for form, name in zip(forms, names, strict=True))
        return [fact.kind.name, value.pack(fact.value), *rest]

    def unpack(fact: Any, places: Places) -> Any:
        if type(fact) is not list or len(fact) != size or fact[0] not in kinds:
            raise NotUnderstood("no fact")
        kind, value = kinds[fact[0]]
        rest = (form.unpack(each, places) for form, each in zip(forms, fact[2:], strict=True))
        return Fact(kind, value.unpack(fact[1], places), *rest)

    return _Form(pack, unpack)


def _of_record(kind: type) -> _Form:
    """Of a dataclass or a tuple with names."""
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)] if is_dataclass(kind) else [*hints]
    forms = [_form_of(hints[name]) for name in names]
    size = len(names) + 1

    def pack(value: Any) -> Any:
        return [kind.__name__, *(form.pack(getattr(value, name)) for form, name in zip(forms, names, strict=True))]

    def unpack(value: Any, places: Places) -> Any:
        if type(value) is not list or len(value) != size or value[0] != kind.__name__:
            raise NotUnderstood(f"no {kind.__name__}")
        return kind(*[form.unpack(each, places) for form, each in zip(forms, value[1:], strict=True)])

    return _Form(pack, unpack)
