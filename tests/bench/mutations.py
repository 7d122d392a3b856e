"""Changes every number, comparison, key, word list, expression, clause and reference of a rule set in turn.

`python -m tests.bench.mutations [FILE …] [-v]` prints for each file and each kind of change how many there are and what
caught them: loading, a case, or lint; with -v also each that nothing caught. A change is one slip of the hand: the file
stays well formed. Of a list of plain words the first stands for all. `equivalent.tsv` names those that change nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import get_args

from tests.rules.test_spoiled import SOURCE, Renamed, Spoiled
from verifier.model import FLAGS, Blank, Expressions, Form, Group, Head, Refers, Words
from verifier.rules.conditions import CONDITION
from verifier.rules.loading import assembled
from verifier.rules.values import Known, Value, hints_of
from verifier.rules.words import known_words, load_words
from verifier.rules.yamlfile import YamlFile

KINDS = ("number", "comparison", "key", "word list", "expression", "clause", "reference")
MARK = "龘"
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
    kind: str
    change: Spoiled
    what: str = ""
    """the expression that is changed, of a list"""

    @property
    def place(self) -> str:
        return f"{self.change.file.path.name} {'.'.join(map(str, self.change.keys))}"

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}: {self.what or self.change.to!r}"


# --- what is changed ------------------------------------------------------------------------------------------------


def files() -> dict[str, YamlFile]:
    every = (SOURCE.head, *SOURCE.groups, *SOURCE.words, SOURCE.form, SOURCE.blank)
    return {file.path.name: file for file in every if file}


def mutations(file: YamlFile) -> Iterator[Mutation]:
    if file.path.parent.name == "words":
        for key, data in file.data.items():
            yield Mutation("key", Spoiled(file, (key,), Renamed(f"{key}x")))
            yield from _below(Value(file, (key,), hints_of(Words)[key], data), ("Words", key))
    else:
        kind = {"ruleset.yaml": Head, "blank.yaml": Blank, "form.yaml": Form}.get(file.path.name, Group)
        yield from _below(Value(file, (), kind, file.data), ("", ""))


def _below(value: Value, field: tuple[str, str]) -> Iterator[Mutation]:
    """The changes at a value and below it; `field` is the type and key that it stands under."""
    yield from (Mutation(kind, Spoiled(value.file, value.keys, to)) for kind, to in _of_value(value, field))
    if value.kind is Expressions and isinstance(value.data, list):
        yield from _of_expressions(value, value.data)
    typed = {each.keys: each.hint for each in value.inner()}
    kind = _record(value)
    if isinstance(value.data, dict):
        for key, data in value.data.items():
            here = (*value.keys, key)
            yield Mutation("key", Spoiled(value.file, here, Renamed(f"{key}x")))
            hint = hints_of(kind).get(key) if kind else typed.get(here)
            yield from _below(Value(value.file, here, hint, data), (kind.__name__ if kind else "", str(key)))
    elif isinstance(value.data, list):
        for at, data in enumerate(value.data):
            here = (*value.keys, at)
            yield from _below(Value(value.file, here, typed.get(here), data), (field[0], f"{field[1]}[]"))


def _record(value: Value) -> type | None:
    """The type of a group of keys."""
    kinds = get_args(value.kind) if NoneType in get_args(value.kind) else (value.kind,)
    kinds = tuple(each for each in kinds if is_dataclass(each) and each is not Expressions)
    return kinds[0] if kinds and isinstance(value.data, dict) else None


def _of_value(value: Value, field: tuple[str, str]) -> Iterator[tuple[str, object]]:
    refers = [mark for mark in value.marks if isinstance(mark, Refers)]
    match value.data:
        case bool():
            pass
        case int() | Fraction() as number:
            yield "number", number + 1
        case str() as text if re.fullmatch(r"-?[\d.]+%", text):
            yield "number", f"{float(text[:-1]) + 1:g}%"
        case str() as text if field[1].rstrip("[]") in ("all", "any") and (found := CONDITION.match(text)):
            yield from _of_condition(*found.groups())
        case str() as text if refers:
            yield "reference", _another(text, refers[0])
        case str() as text if field in CLAUSES and len(text) > 2:
            yield "clause", f"{text[:2]}{MARK}{text[2:]}"
        case [str(), *_] as entries if _is_word_list(value, entries):
            at = _telling(entries)
            yield (
                "word list",
                [each[:1] + MARK + each[1:] if index == at else each for index, each in enumerate(entries)],
            )


def _telling(words: list[str]) -> int:
    """The place of the first word that holds no other of the list; one that does finds no text that they do not."""
    alone = (at for at, word in enumerate(words) if not any(each in word for each in words if each != word))
    return next(alone)


def _of_expressions(value: Value, texts: list[str]) -> Iterator[Mutation]:
    """Each expression in turn so that it fits nothing."""
    for at, text in enumerate(texts):
        changed = [*texts[:at], f"(?:{text}){MARK}", *texts[at + 1 :]]
        yield Mutation("expression", Spoiled(value.file, value.keys, changed), text)


def _is_word_list(value: Value, entries: list[str]) -> bool:
    """Not a list of conditions, expressions or ids, nor of sentences that are only printed."""
    told = any(isinstance(mark, Refers) for each in value.inner() for mark in each.marks)
    printed = value.file.path.name in ("form.yaml", "blank.yaml")
    return not (told or printed or value.kind is Expressions or CONDITION.match(entries[0]))


def _of_condition(measure: str, sign: str, number: str, percent: str) -> Iterator[tuple[str, object]]:
    yield "comparison", f"{measure} {OTHER_SIGN[sign]} {number}{percent}"
    yield "number", f"{measure} {sign} {float(number) + 1:g}{percent}"
    yield "reference", f"{_another(measure, Refers('measure'))} {sign} {number}{percent}"


def _another(name: str, mark: Refers) -> str:
    """Another name of the same kind."""
    names = list(dict.fromkeys(known()[mark.to]))
    return str(names[(names.index(name) + 1) % len(names)])


@cache
def words() -> Words:
    return load_words(SOURCE.words)


@cache
def known() -> Known:
    rules = assembled(SOURCE, words())
    cells = [cell.id for cell in rules.indicators]
    return {**known_words(words()), "measure": list(rules.measures), "indicator": cells, "flag": list(FLAGS)}


# --- what catches it ------------------------------------------------------------------------------------------------


def survey(names: list[str], tell: Callable[[str], None], aloud: bool) -> list[Mutation]:
    """Tries all changes of the files; those that nothing caught and that are not equivalent."""
    from tests.bench.mutants import caught_by, is_equivalent

    missed = []
    for name, file in files().items():
        if names and name not in names:
            continue
        counts: Counter[tuple[str, str]] = Counter()
        for mutation in mutations(file):
            by = caught_by(mutation) or ("equivalent" if is_equivalent(mutation) else "")
            counts[mutation.kind, by] += 1
            if not by:
                missed.append(mutation)
                if aloud:
                    tell(f"  missed {mutation}")
        for kind in KINDS:
            of_kind = {by or "missed": number for (each, by), number in counts.items() if each == kind}
            if of_kind:
                tell(f"{name} {kind}: {sum(of_kind.values())}: {', '.join(f'{n} {by}' for by, n in of_kind.items())}")
    return missed


if __name__ == "__main__":
    missed_ones = survey([name for name in sys.argv[1:] if name != "-v"], print, "-v" in sys.argv)
    print(f"{len(missed_ones)} missed")
