"""Whether loading, a case or lint tells a rule set that was changed at one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.bench.mutations import Mutation, source, words
from tests.rules.test_spoiled import Changed, with_file
from verifier.cases import CaseFile, cases_of
from verifier.cases.running import outcomes
from verifier.errors import RuleError
from verifier.lint import findings, read_policy
from verifier.lint.remarks import Remarks, read_remarks, settled
from verifier.model import RuleSet, Words
from verifier.rules.building import hints_of
from verifier.rules.loading import assembled
from verifier.rules.values import Value, record, refuse_unknown
from verifier.rules.words import known_words, load_words
from verifier.rules.yamlfile import YamlFile

POLICIES = Path(__file__).parents[1] / "data" / "policy"
"""the text of the policy of each rule set; of a demonstration what is cited, and what its form prints"""
TODAY = date(2026, 11, 30)
_ROOTS = {"form.yaml": "letter", "blank.yaml": "blank"}
"""file → the first part of the paths of its lists"""
EQUIVALENT = Path(__file__).parent / "equivalent.tsv"


@cache
def equivalent() -> frozenset[tuple[str, str]]:
    """Place and what is changed there, of changes that change no result; the file says why."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines()
    return frozenset((place, what) for place, what, _ in (line.split("\t") for line in lines if line[0] != "#"))


def is_equivalent(mutation: Mutation) -> bool:
    return (mutation.place, mutation.what) in equivalent()


def caught_by(mutation: Mutation) -> str:
    """`loading`, `case`, `lint`, or '' where nothing tells the change."""
    changed = Changed(mutation.change)
    try:
        rules = _loaded(changed, str(mutation.change.keys[0]), mutation.home)
        if any(each.difference for file in _cases(changed, mutation) for each in outcomes(file, rules)):
            return "case"
        return "lint" if changed.path.parent.name != "words" and _found(rules, mutation.home) else ""
    except (RuleError, KeyError):  # a case that names a reading that is no more
        return "loading"


def _loaded(changed: YamlFile, key: str, home: Path) -> RuleSet:
    """The rule set with one file changed; of words, whose ids stay, only what was changed is read again."""
    if changed.path.parent.name != "words":
        return assembled(with_file(changed, source(home)), words(home))
    if key not in changed.data:
        files = tuple(changed if file.path == changed.path else file for file in source(home).words)
        return assembled(replace(source(home), words=files), load_words(files, source(home).borrowed))
    value = Value(changed, (key,), hints_of(Words)[key], changed.data[key])
    told = replace(words(home), **{key: record(value)})
    refuse_unknown([value], known_words(told))
    return replace(_sound(home), words=told)


@cache
def _sound(home: Path) -> RuleSet:
    return assembled(source(home), words(home))


@cache
def _all_cases(home: Path) -> Sequence[CaseFile]:
    return cases_of(home, _sound(home))


def _cases(changed: YamlFile, mutation: Mutation) -> Sequence[CaseFile]:
    """The cases that a change of a file may concern."""
    if changed.path.parent.name == "words":
        return _of_root(str(mutation.change.keys[0]), mutation.home)
    if changed.path.name in _ROOTS:
        return _of_root(_ROOTS[changed.path.name], mutation.home)
    if changed.path.name == "ruleset.yaml":
        own = [file.words for file in _of_root("submission", mutation.home)]
        return [replace(file, words=words) for file, words in zip(_all_cases(mutation.home), own, strict=True)]
    cells = {str(cell.get("id")) for cell in changed.data["indicators"] if isinstance(cell, dict)}
    return [_of_cells(file, cells) for file in _all_cases(mutation.home)]


def _of_root(root: str, home: Path) -> Sequence[CaseFile]:
    return [_of_key(file, root) for file in _all_cases(home)]


def _of_key(file: CaseFile, key: str) -> CaseFile:
    words = tuple(case for case in file.words if case.list.split("/")[0] == key)
    return CaseFile(words=words, numbers=tuple(case for case in file.numbers if case.at.split("/")[0] == key))


def _of_cells(file: CaseFile, cells: set[str]) -> CaseFile:
    own = {cell: cases for cell, cases in file.cells.items() if cell in cells}
    words = tuple(case for case in file.words if case.list.split("/")[0] in cells)
    return CaseFile(own, file.sheets, words, tuple(case for case in file.numbers if case.at.split("/")[0] in cells))


@cache
def _given(home: Path) -> tuple[str, Remarks]:
    own = POLICIES / f"{home.name}.txt"
    return read_policy(own if own.exists() else POLICIES / "whole.txt"), read_remarks(home)[1]


def _found(rules: RuleSet, home: Path) -> bool:
    """Whether lint has an open finding."""
    policy, remarks = _given(home)
    every = settled(tuple(findings(rules, _all_cases(home), policy, TODAY)), remarks)
    return any(not each.settled for each in every)
