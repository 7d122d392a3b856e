"""Changes every number, comparison, key, word list, expression, clause and reference of the rule sets in turn.

`python -m tests.bench.mutations [RULE SET …] [FILE …] [-v]` prints for each file and each kind of change how many there
are and what caught them: loading, a case, or lint; with -v also each that nothing caught. A change is one slip of the
hand: the file stays well formed. Of a list of plain words the first stands for all. `equivalent.tsv` names those that
change nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import NoneType
from typing import get_args

from tests.rules.test_spoiled import Renamed, Spoiled
from verifier.model import FLAGS, Blank, Expressions, Form, Group, Head, Refers, Words
from verifier.rules import rule_folders
from verifier.rules.building import hints_of
from verifier.rules.conditions import CONDITION
from verifier.rules.loading import Source, assembled, read_source
from verifier.rules.values import Known, Value
from verifier.rules.words import known_words, load_words
from verifier.rules.yamlfile import YamlFile

KINDS = ("number", "comparison", "key", "word list", "expression", "clause", "reference")
MARK = "龘"
MISSED = "missed"
OTHER_SIGN = {">=": ">", ">": ">=", "<=": "<", "<": "<=", "==": ">="}
CLAUSES = (
    *(("Clause", key) for key in ("text", "cite", "requirement")),
    *((kind, "cite") for kind in ("Grade", "Award")),
    *(("FormRow", key) for key in ("group", "area", "content", "standard", "requirement")),
    ("FormCell", "text"),
)
"""type and key of texts that are the policy's"""


@dataclass(frozen=True)
class Mutation:
    home: Path
    """the folder of the rule set"""
    kind: str
    change: Spoiled
    what: str = ""
    """the expression that is changed, of a list"""

    @property
    def place(self) -> str:
        return f"{self.home.name}/{self.change.file.path.name} {'.'.join(map(str, self.change.keys))}"

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}: {self.what or self.change.to!r}"


# --- what is changed ------------------------------------------------------------------------------------------------


def files(home: Path) -> tuple[YamlFile, ...]:
    """Of a rule set; words that are another one's are changed there."""
    own = source(home)
    return tuple(file for file in (own.head, *own.groups, *own.words, own.form, own.blank) if file)


def mutations(file: YamlFile, home: Path) -> Iterator[Mutation]:
    for kind, change, what in _of_file(file, home):
        yield Mutation(home, kind, change, what)


Change = tuple[str, Spoiled, str]
"""kind, what is done, and the expression that is changed"""


def _of_file(file: YamlFile, home: Path) -> Iterator[Change]:
    if file.path.parent.name == "words":
        for key, data in file.data.items():
            yield "key", Spoiled(file, (key,), Renamed(f"{key}x")), ""
            yield from _below(Value(file, (key,), hints_of(Words)[key], data), ("Words", key), home)
    else:
        kind = {"ruleset.yaml": Head, "blank.yaml": Blank, "form.yaml": Form}.get(file.path.name, Group)
        yield from _below(Value(file, (), kind, file.data), ("", ""), home)


def _below(value: Value, field: tuple[str, str], home: Path) -> Iterator[Change]:
    """The changes at a value and below it; `field` is the type and key that it stands under."""
    yield from ((kind, Spoiled(value.file, value.keys, to), "") for kind, to in _of_value(value, field, home))
    if value.kind is Expressions and isinstance(value.data, list):
        yield from _of_expressions(value, value.data)
    if isinstance(value.data, dict):
        for key in value.data:
            yield "key", Spoiled(value.file, (*value.keys, key), Renamed(f"{key}x")), ""
    for each, under in _inner(value, field):
        yield from _below(each, under, home)


def _inner(value: Value, field: tuple[str, str]) -> Iterator[tuple[Value, tuple[str, str]]]:
    """What stands in a value, each with the type and key that it stands under."""
    typed = {each.keys: each.hint for each in value.inner()}
    kind = _record(value)
    if isinstance(value.data, dict):
        for key, data in value.data.items():
            here = (*value.keys, key)
            hint = hints_of(kind).get(key) if kind else typed.get(here)
            yield Value(value.file, here, hint, data), (kind.__name__ if kind else "", str(key))
    elif isinstance(value.data, list):
        for at, data in enumerate(value.data):
            here = (*value.keys, at)
            yield Value(value.file, here, typed.get(here), data), (field[0], f"{field[1]}[]")


def _record(value: Value) -> type | None:
    """The type of a group of keys."""
    kinds = get_args(value.kind) if NoneType in get_args(value.kind) else (value.kind,)
    kinds = tuple(each for each in kinds if is_dataclass(each) and each is not Expressions)
    return kinds[0] if kinds and isinstance(value.data, dict) else None


def _of_value(value: Value, field: tuple[str, str], home: Path) -> Iterator[tuple[str, object]]:
    match value.data:
        case bool():
            pass
        case int() | Fraction() as number:
            yield "number", number + 1
        case str() as text:
            yield from _of_text(value, text, field, home)
        case [str(), *_] as entries if _is_word_list(value, entries):
            at = _telling(entries)
            yield "word list", [*entries[:at], f"{entries[at][:1]}{MARK}{entries[at][1:]}", *entries[at + 1 :]]


def _of_text(value: Value, text: str, field: tuple[str, str], home: Path) -> Iterator[tuple[str, object]]:
    condition = CONDITION.match(text) if field[1].rstrip("[]") in ("all", "any") else None
    refers = [mark for mark in value.marks if isinstance(mark, Refers)]
    if re.fullmatch(r"-?[\d.]+%", text):
        yield "number", f"{float(text[:-1]) + 1:g}%"
    elif condition:
        yield from _of_condition(home, *condition.groups())
    elif refers:
        yield "reference", _another(text, refers[0], home)
    elif field in CLAUSES and len(text) > 2:
        yield "clause", f"{text[:2]}{MARK}{text[2:]}"


def _telling(words: list[str]) -> int:
    """The place of the first word that holds no other of the list; one that does finds no text that they do not."""
    alone = (at for at, word in enumerate(words) if not any(each in word for each in words if each != word))
    return next(alone)


def _of_expressions(value: Value, texts: list[str]) -> Iterator[Change]:
    """Each expression in turn so that it fits nothing."""
    for at, text in enumerate(texts):
        changed = [*texts[:at], f"(?:{text}){MARK}", *texts[at + 1 :]]
        yield "expression", Spoiled(value.file, value.keys, changed), text


def _is_word_list(value: Value, entries: list[str]) -> bool:
    """Not a list of conditions, expressions or ids, nor of sentences that are only printed."""
    told = any(isinstance(mark, Refers) for each in value.inner() for mark in each.marks)
    printed = value.file.path.name in ("form.yaml", "blank.yaml")
    return not (told or printed or value.kind is Expressions or CONDITION.match(entries[0]))


def _of_condition(home: Path, measure: str, sign: str, number: str, percent: str) -> Iterator[tuple[str, object]]:
    yield "comparison", f"{measure} {OTHER_SIGN[sign]} {number}{percent}"
    yield "number", f"{measure} {sign} {float(number) + 1:g}{percent}"
    yield "reference", f"{_another(measure, Refers('measure'), home)} {sign} {number}{percent}"


def _another(name: str, mark: Refers, home: Path) -> str:
    """Another name of the same kind."""
    names = list(dict.fromkeys(known(home)[mark.to]))
    return str(names[(names.index(name) + 1) % len(names)])


@cache
def source(home: Path) -> Source:
    return read_source(home)


@cache
def words(home: Path) -> Words:
    return load_words(source(home).words, source(home).borrowed)


@cache
def known(home: Path) -> Known:
    rules = assembled(source(home), words(home))
    cells = [cell.id for cell in rules.indicators]
    return {**known_words(words(home)), "measure": list(rules.measures), "indicator": cells, "flag": list(FLAGS)}


# --- what catches it ------------------------------------------------------------------------------------------------


def survey(names: list[str], tell: Callable[[str], None], aloud: bool) -> list[Mutation]:
    """Tries all changes of the rule sets and files; those that nothing caught and that are not equivalent."""
    missed = []
    for home, file in _chosen(names):
        tried = [(mutation, _caught(mutation)) for mutation in mutations(file, home)]
        of_file = [mutation for mutation, by in tried if by == MISSED]
        for mutation in of_file if aloud else ():
            tell(f"  missed {mutation}")
        missed += of_file
        _tell_counts(f"{home.name}/{file.path.name}", tried, tell)
    return missed


def _chosen(names: list[str]) -> Iterator[tuple[Path, YamlFile]]:
    """All files of all rule sets, or those of the rule sets and files that are named."""
    homes = [home for home in rule_folders() if home.name in names] or rule_folders()
    of_files = [name for name in names if name.endswith(".yaml")]
    for home in homes:
        yield from ((home, file) for file in files(home) if not of_files or file.path.name in of_files)


def _tell_counts(name: str, tried: list[tuple[Mutation, str]], tell: Callable[[str], None]) -> None:
    for kind in KINDS:
        if counts := Counter(by for mutation, by in tried if mutation.kind == kind):
            told = ", ".join(f"{number} {by}" for by, number in counts.items())
            tell(f"{name} {kind}: {counts.total()}: {told}")


def _caught(mutation: Mutation) -> str:
    from tests.bench.mutants import caught_by, is_equivalent

    return caught_by(mutation) or ("equivalent" if is_equivalent(mutation) else MISSED)


if __name__ == "__main__":
    missed_ones = survey([name for name in sys.argv[1:] if name != "-v"], print, "-v" in sys.argv)
    print(f"{len(missed_ones)} missed")
