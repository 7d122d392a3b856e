"""A rule set that is spoiled at any place is refused, with the place and with what is allowed there.

Every key, list, reference, expression and value of the shipped rule set is spoiled in turn. Only the spoiled file is
read again, and first only the value that was changed, so that some thousand spoilt rule sets take seconds.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import pytest
import yaml

from tests.rules.conftest import WEIHAI
from verifier.errors import RuleError
from verifier.model import MAY_BE_EMPTY, Blank, Expressions, Form, FormCell, Group, Head, Refers, Words
from verifier.rules.building import hints_of
from verifier.rules.conditions import exact
from verifier.rules.loading import REMARKS_FILE, Source, assembled, read_source
from verifier.rules.values import Value, record
from verifier.rules.words import load_words
from verifier.rules.yamlfile import Keys, YamlFile

pytestmark = pytest.mark.slow

FILES = ("*.yaml", "words/*.yaml")
"""all files but the cases and the remarks"""
OPTIONAL = (FormCell,)
"""records whose keys may be left out"""

SOURCE = read_source(WEIHAI)
GONE = object()
PLACE = re.compile(r"第\d+行第\d+列")


@cache
def words() -> Words:
    return load_words(SOURCE.words)


@dataclass(frozen=True)
class Spoiled:
    """What is done at one place of one file."""

    file: YamlFile
    keys: Keys
    to: object
    """the value that stands there then, `GONE`, or the name of the key as `Renamed`"""
    names_allowed: bool = False
    """whether the message has to say what is allowed"""

    def __str__(self) -> str:
        return f"{self.file.path.name} {'.'.join(map(str, self.keys))} → {'gone' if self.to is GONE else self.to!r}"


@dataclass(frozen=True)
class Renamed:
    name: str


class Changed(YamlFile):
    """A file with one value changed in its data and in its nodes; all else is shared with the sound file."""

    def __init__(self, spoiled: Spoiled) -> None:
        sound = spoiled.file
        self.path = sound.path
        self.data = _data(sound.data, spoiled.keys, spoiled.to)
        self.root = _nodes(sound.root, spoiled.keys, spoiled.to)


def _data(data: Any, keys: Keys, to: object) -> Any:
    (first, *rest) = keys
    if not rest and isinstance(to, Renamed):
        return {(to.name if key == first else key): value for key, value in data.items()}
    if not rest and to is GONE:
        return {key: value for key, value in data.items() if key != first}
    new = _data(data[first], tuple(rest), to) if rest else to
    if isinstance(data, dict):
        return data | {first: new}
    return [new if at == first else each for at, each in enumerate(data)]


def _nodes(node: Any, keys: Keys, to: object) -> Any:
    """The nodes with one key gone or renamed; a changed value keeps its node, which only tells its place."""
    (first, *rest) = keys
    if isinstance(node, yaml.SequenceNode):
        inner = [_nodes(each, tuple(rest), to) if rest and at == first else each for at, each in enumerate(node.value)]
        return yaml.SequenceNode(node.tag, inner, node.start_mark, node.end_mark)
    pairs = []
    for key, value in node.value:
        if key.value != str(first):
            pairs.append((key, value))
        elif rest:
            pairs.append((key, _nodes(value, tuple(rest), to)))
        elif isinstance(to, Renamed):
            pairs.append((yaml.ScalarNode(key.tag, to.name, key.start_mark, key.end_mark), value))
        elif to is not GONE:
            pairs.append((key, value))
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


# --- what is spoiled ------------------------------------------------------------------------------------------------


def spoilings(value: Value) -> Iterator[Spoiled]:
    """Everything that is done below a value, each thing a mistake."""
    yield from _of_value(value)
    data = value.data
    typed = {each.keys: each for each in value.inner()}
    if isinstance(data, dict):
        free = not is_dataclass(value.kind) and value.hint is not None
        for key in data:
            here = (*value.keys, key)
            if not free and value.kind not in OPTIONAL:
                yield Spoiled(value.file, here, GONE)
            if not free:
                yield Spoiled(value.file, here, Renamed(f"{key}x"), names_allowed=True)
            hint = typed[here].hint if here in typed else None
            yield from spoilings(Value(value.file, here, hint, data[key]))
    elif isinstance(data, list):
        for at in _entries(value):
            here = (*value.keys, at)
            yield from spoilings(Value(value.file, here, typed[here].hint if here in typed else None, data[at]))


def _entries(value: Value) -> Iterator[int]:
    """The entries of a list that are spoiled: of plain words the first one stands for all."""
    assert isinstance(value.data, list)
    plain = isinstance(value.data[0], str) if value.data else True
    told = value.kind is Expressions or any(each.marks for each in value.inner()) or value.hint is None
    yield from range(len(value.data) if told or not plain else min(1, len(value.data)))


def _of_value(value: Value) -> Iterator[Spoiled]:
    def to(new: object, names_allowed: bool = False) -> Spoiled:
        return Spoiled(value.file, value.keys, new, names_allowed)

    data = value.data
    if not value.keys:
        return
    if any(isinstance(mark, Refers) for mark in value.marks):
        yield to("unknown-id", names_allowed=True)
    match data:
        case bool():
            yield to("要")
        case int() | Fraction():
            yield to("七")
        case str() if re.fullmatch(r"-?[\d.]+%", data):
            yield to("七")
        case str():
            yield to(100)
            yield from (to(new) for new in _wrong_texts(value, data))
        case list():
            yield to("word")
            if MAY_BE_EMPTY not in value.marks:
                yield to([])
            if value.kind is Expressions:
                for at, text in enumerate(data):
                    yield Spoiled(value.file, (*value.keys, at), f"({text}")
        case dict():
            yield to("word")
        case None:
            yield to(["word"])


def _wrong_texts(value: Value, text: str) -> Iterator[str]:
    may_be_empty = MAY_BE_EMPTY in value.marks or NoneType in get_args(value.kind)
    if value.hint is not None and not may_be_empty:
        yield ""
    if re.fullmatch(r"[a-z]\w* (>=|>|<|<=|==) [\d.]+%?", text):
        yield f"un{text}"
        yield text.replace(" ", " => ", 1)
        yield re.sub(r"^\w+", "parts" if text.startswith("innovations") else "innovations", text)
    if "Literal" in str(value.kind):
        yield "unknown-id"


# --- whether it is refused ------------------------------------------------------------------------------------------


def refusal(spoiled: Spoiled, source: Source = SOURCE) -> str:
    """What loading a rule set with a spoiled file says; '' when nothing."""
    changed = Changed(spoiled)
    try:
        if changed.path.parent.name == "words":
            _words(changed, str(spoiled.keys[0]))
        else:
            plain = _kind(changed) in (Form, Blank)
            record(Value(changed, (), _kind(changed), changed.data if plain else exact(changed)))
            assembled(
                with_file(changed, source), words() if source is SOURCE else load_words(source.words, source.borrowed)
            )
    except RuleError as error:
        return str(error)
    return ""


def _words(changed: YamlFile, key: str) -> None:
    if key in changed.data:
        record(Value(changed, (key,), hints_of(Words)[key], changed.data[key]))
    load_words(tuple(changed if file.path == changed.path else file for file in SOURCE.words))


def with_file(changed: YamlFile, source: Source = SOURCE) -> Source:
    """A rule set with one of its files changed, but for words."""
    match changed.path.name:
        case "ruleset.yaml":
            return replace(source, head=changed)
        case "blank.yaml":
            return replace(source, blank=changed)
        case "form.yaml":
            return replace(source, form=changed)
    return replace(source, groups=tuple(changed if file.path == changed.path else file for file in source.groups))


def _kind(file: YamlFile) -> type:
    return {"ruleset.yaml": Head, "blank.yaml": Blank, "form.yaml": Form}.get(file.path.name, Group)


def _sound(path: Path) -> YamlFile:
    every = (SOURCE.head, *SOURCE.groups, *SOURCE.words, SOURCE.form, SOURCE.blank)
    return next(file for file in every if file and file.path == path)


def _values(file: YamlFile) -> Iterator[Value]:
    """What is looked at in a file; a file of words has some of the keys of all."""
    if file.path.parent.name != "words":
        yield Value(file, (), _kind(file), file.data)
        return
    for key, data in file.data.items():
        yield Value(file, (key,), hints_of(Words)[key], data)


PATHS = sorted(path for pattern in FILES for path in WEIHAI.glob(pattern) if path.name != REMARKS_FILE)


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_whatever_is_spoiled_in_a_file_is_refused_with_its_place(
    path: Path, record_property: Callable[[str, object], None]
) -> None:
    tried = [spoiled for value in _values(_sound(path)) for spoiled in spoilings(value)]
    assert tried
    missed = []
    for spoiled in tried:
        told = refusal(spoiled)
        if not told.startswith(path.name) or not PLACE.search(told):
            missed.append(f"{spoiled}: {told or 'accepted'}")
        elif spoiled.names_allowed and "可写：" not in told:
            missed.append(f"{spoiled}: says not what is allowed: {told}")
    record_property("spoiled", len(tried))
    print(f"{path.name}: {len(tried)} spoiled, {len(tried) - len(missed)} refused")
    assert not missed, "\n".join([f"{len(missed)} of {len(tried)}", *missed[:40]])


def test_the_sound_files_are_accepted() -> None:
    assert [cell.id for cell in assembled(SOURCE, words()).indicators]
    assert Counter(path.suffix for path in PATHS) == {".yaml": len(PATHS)}
