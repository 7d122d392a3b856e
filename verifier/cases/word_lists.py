"""Every list of words, expressions or ids of a rule set, by its path, and what it finds in a text.

A path leads from a cell or a key of the words down: `4.4/takes/against`, `documents/venue-proof/title`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from typing import Annotated, Any, get_args, get_origin

from verifier.model import Expressions, Refers, RuleSet
from verifier.rules.building import hints_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: words of which one is enough, or an expression."""

    told: str
    words: tuple[str, ...] = ()
    expression: Any = None
    exact: bool = False
    """whether it is an id, which has to be the whole text"""

    def finds(self, text: str) -> bool:
        if self.expression is not None:
            return bool(self.expression.search(text))
        return text in self.words if self.exact else any(word in text for word in self.words)

    def is_whole(self, text: str) -> bool:
        """Whether it is the text from its first character to its last."""
        return bool(self.expression.fullmatch(text)) if self.expression is not None else text in self.words

    @property
    def telling(self) -> str:
        """The first word that holds no other: where it is not there, its text is not found."""
        least = (word for word in self.words if not any(other in word for other in self.words if other != word))
        return next(least, self.told)


@dataclass(frozen=True, slots=True)
class WordList:
    path: str
    entries: tuple[Entry, ...]
    all: bool
    """whether each entry has to be found, as groups of words ask; else one is enough"""

    def finds(self, text: str) -> bool:
        found = (entry.finds(text) for entry in self.entries)
        return all(found) if self.all else any(found)

    def is_whole(self, text: str) -> bool:
        return any(entry.is_whole(text) for entry in self.entries)

    def tried_by(self, found: Sequence[str], whole: Sequence[str]) -> int:
        """How many entries are missed where they are not there: some text is found by them alone."""
        rows = [[entry.finds(text) for entry in self.entries] for text in found]
        if self.all:
            return len(self.entries) if any(map(all, rows)) else 0
        rows += [[entry.is_whole(text) for entry in self.entries] for text in whole]
        return len({row.index(True) for row in rows if sum(row) == 1})


def numbers_of(rules: RuleSet) -> Mapping[str, Fraction]:
    """Path → each number of its own words and of the thresholds of doubt, on which no tier hangs."""
    every = (*_numbers("assessment", rules.assessment), *_numbers("", rules.words), *_of_takings(rules))
    return {path: number for path, number in every if _root(path) not in rules.borrowed}


def _root(path: str) -> str:
    """The cell or the key of the words from which a path leads down."""
    return path.split("/")[0]


def _of_takings(rules: RuleSet) -> Iterator[tuple[str, Fraction]]:
    for cell in rules.indicators:
        yield from _numbers(f"{cell.id}/takes", cell.takes)


def _numbers(path: str, value: object) -> Iterator[tuple[str, Fraction]]:
    match value:
        case bool() | Expressions():
            return
        case int() | Fraction():
            yield path, Fraction(value)
        case tuple():
            for name, each in _named(value):
                yield from _numbers(f"{path}/{name}", each)
        case Mapping():
            for key, each in value.items():
                yield from _numbers(f"{path}/{key}", each)
    if is_dataclass(value):
        for field in fields(value):
            yield from _numbers(f"{path}/{field.name}".strip("/"), getattr(value, field.name))


def word_lists(rules: RuleSet) -> Mapping[str, WordList]:
    """Path → list, those of the cells first; what is another rule set's is tried by the cases of that one."""
    roots = [*((cell.id, cell) for cell in rules.indicators), ("submission", rules.submission), ("", rules.words)]
    lists = [each for path, root in roots for each in _below(path, root, None)]
    printed = (("letter", rules.form and rules.form.letter), ("blank", rules.blank))  # sentences, but for the ids
    lists += [each for path, root in printed for each in _below(path, root, None) if each.entries[0].exact]
    return {each.path: each for each in lists if _root(each.path) not in rules.borrowed}


def _below(path: str, value: object, hint: object) -> Iterator[WordList]:
    match value:
        case Expressions(each=each) if each:
            yield WordList(path, tuple(Entry(one.pattern, (), one) for one in each), False)
        case tuple() if value:
            yield from _of_tuple(path, value, hint)
        case Mapping():
            for key, inner in value.items():
                yield from _below(f"{path}/{key}", inner, _inner(hint))
        case str() if _is_id(hint):
            yield WordList(path, (Entry(value, (value,), exact=True),), False)
    if is_dataclass(value) and not isinstance(value, Expressions):
        yield from _of_record(path, value)


def _of_record(path: str, value: Any) -> Iterator[WordList]:
    kind: type = type(value)
    hints = hints_of(kind)
    for each in fields(value):
        yield from _below(f"{path}/{each.name}".strip("/"), getattr(value, each.name), hints[each.name])


def _of_tuple(path: str, value: tuple[Any, ...], hint: object) -> Iterator[WordList]:
    match value[0]:
        case str():
            ids = _names_others(hint)
            yield WordList(path, tuple(Entry(each, (each,), exact=ids) for each in value), False)
        case (str(), *_):
            yield from _of_groups(path, value, _inner(hint))
        case first if is_dataclass(first):
            for name, each in _named(value):
                yield from _below(f"{path}/{name}", each, None)


def _of_groups(path: str, groups: tuple[tuple[str, ...], ...], hint: object) -> Iterator[WordList]:
    """Groups of words, of which one each is asked for; groups of ids are lists of their own, pairs one list."""
    if _names_others(hint):
        for at, group in enumerate(groups):
            yield WordList(f"{path}/{at}", tuple(Entry(each, (each,), exact=True) for each in group), False)
    elif Ellipsis in get_args(_bare(hint)):
        yield WordList(path, tuple(Entry("、".join(group), group) for group in groups), True)
    else:
        yield WordList(path, tuple(map(_pair, groups)), False)


def _pair(words: tuple[str, ...]) -> Entry:
    """Words that belong together: they are tried as one."""
    told = "、".join(words)
    return Entry(told, (told,), exact=True)


def _named(values: Sequence[object]) -> Iterator[tuple[str, object]]:
    """What a path calls each of several groups of keys: its id or name, with a number from the second of a name on."""
    seen: Counter[str] = Counter()
    for at, each in enumerate(values):
        name = str(getattr(each, "id", None) or getattr(each, "name", None) or at)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}", each


def _inner(hint: object) -> object:
    inner = get_args(_bare(hint))
    return inner[-1] if inner and inner[-1] is not Ellipsis else (inner[0] if inner else None)


def _bare(hint: object) -> object:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _names_others(hint: object) -> bool:
    """Whether the entries of a list are ids of what stands elsewhere, or one of a few that the program knows."""
    entry = _inner(hint)
    return _is_id(entry) or "Literal" in str(entry)


def _is_id(hint: object) -> bool:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return any(isinstance(mark, Refers) for mark in marks)
