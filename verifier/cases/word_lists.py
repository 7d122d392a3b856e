"""Every list of words or expressions of a rule set, by its path, and what it finds in a text.

A path leads from a cell or a key of the words down: `4.4/takes/against`, `documents/venue-proof/title`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin

from verifier.model import Expressions, Refers, RuleSet
from verifier.rules.values import hints_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: words of which one is enough, or an expression."""

    told: str
    words: tuple[str, ...] = ()
    expression: Any = None

    def finds(self, text: str) -> bool:
        if self.expression is not None:
            return bool(self.expression.search(text))
        return any(word in text for word in self.words)


@dataclass(frozen=True, slots=True)
class WordList:
    path: str
    entries: tuple[Entry, ...]
    all: bool
    """whether each entry has to be found, as groups of words ask; else one is enough"""

    def finds(self, text: str) -> bool:
        found = (entry.finds(text) for entry in self.entries)
        return all(found) if self.all else any(found)

    def tried_by(self, texts: Sequence[str]) -> int:
        """How many entries are missed where they are not there: some text is found by them alone."""
        finding = [[entry.finds(text) for entry in self.entries] for text in texts]
        alone = [row.index(True) for row in finding if self.all or sum(row) == 1]
        return len(self.entries) if self.all and alone else len(set(alone))


def word_lists(rules: RuleSet) -> Mapping[str, WordList]:
    """Path → list, those of the cells first."""
    roots = [(cell.id, cell) for cell in rules.indicators]
    lists = [each for path, root in (*roots, ("", rules.words)) for each in _below(path, root, None)]
    return {each.path: each for each in lists}


def _below(path: str, value: object, hint: object) -> Iterator[WordList]:
    match value:
        case Expressions(each=each) if each:
            yield WordList(path, tuple(Entry(one.pattern, (), one) for one in each), False)
        case tuple() if value:
            yield from _of_tuple(path, value, hint)
        case Mapping():
            for key, inner in value.items():
                yield from _below(f"{path}/{key}", inner, _inner(hint))
    if is_dataclass(value) and not isinstance(value, Expressions):
        yield from _of_record(path, value)


def _of_record(path: str, value: Any) -> Iterator[WordList]:
    kind: type = type(value)
    hints = hints_of(kind)
    for each in fields(value):
        yield from _below(f"{path}/{each.name}".strip("/"), getattr(value, each.name), hints[each.name])


def _of_tuple(path: str, value: tuple[Any, ...], hint: object) -> Iterator[WordList]:
    match value[0]:
        case str() if not _names_others(hint):
            yield WordList(path, tuple(Entry(each, (each,)) for each in value), False)
        case (str(), *_) if not _names_others(_inner(hint)):
            yield WordList(path, tuple(Entry("、".join(group), group) for group in value), True)
        case first if is_dataclass(first):
            for at, each in enumerate(value):
                name = getattr(each, "id", None) or getattr(each, "name", None) or at
                yield from _below(f"{path}/{name}", each, None)


def _inner(hint: object) -> object:
    inner = get_args(_bare(hint))
    return inner[-1] if inner and inner[-1] is not Ellipsis else (inner[0] if inner else None)


def _bare(hint: object) -> object:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _names_others(hint: object) -> bool:
    """Whether the entries of a list are ids of what stands elsewhere, or one of a few that the program knows."""
    entry = _inner(hint)
    marks = get_args(entry)[1:] if get_origin(entry) is Annotated else ()
    return any(isinstance(mark, Refers) for mark in marks) or "Literal" in str(entry)
