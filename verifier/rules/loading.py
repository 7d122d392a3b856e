"""The files of a rule set → its types: each file by itself first, then what they say of each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from verifier.model import FLAGS, Blank, Form, Group, Head, RuleSet, Words
from verifier.rules.check import complain, complain_of_cells
from verifier.rules.conditions import exact
from verifier.rules.folders import base_of
from verifier.rules.values import Known, Value, record, refuse_unknown
from verifier.rules.words import known_words
from verifier.rules.yamlfile import YamlFile, read_yaml

FORMAT = 1
REMARKS_FILE = "remarks.yaml"
"""what its owners say of what lint finds; no result follows from it"""


@dataclass(frozen=True, slots=True)
class Source:
    """The parsed files of a rule set."""

    head: YamlFile
    groups: tuple[YamlFile, ...]
    words: tuple[YamlFile, ...]
    form: YamlFile | None
    blank: YamlFile | None
    sha256: str
    borrowed: tuple[YamlFile, ...] = ()
    """words of the rule set that it names for them"""


def read_source(folder: Path) -> Source:
    """Every file of a rule set but its cases. Raises RuleError where one is no YAML."""
    form, blank, base = folder / "form.yaml", folder / "blank.yaml", base_of(folder)
    return Source(
        read_yaml(folder / "ruleset.yaml"),
        tuple(read_yaml(path) for path in sorted(folder.glob("group-*.yaml"))),
        _words(folder),
        read_yaml(form) if form.is_file() else None,
        read_yaml(blank) if blank.is_file() else None,
        digest_of(folder),
        _words(base) if base else (),
    )


def _words(folder: Path) -> tuple[YamlFile, ...]:
    return tuple(read_yaml(path) for path in sorted((folder / "words").glob("*.yaml")))


def assembled(source: Source, words: Words) -> RuleSet:
    """The rule set. Raises RuleError: names file, line, key and what is allowed there."""
    if source.head.data.get("format", FORMAT) != FORMAT:
        raise source.head.error(("format",), f"本版本只读取 format: {FORMAT} 的规则集")
    head = Value(source.head, (), Head, exact(source.head))
    groups = [Value(file, (), Group, exact(file)) for file in source.groups]
    form, blank = _values(source.form, Form), _values(source.blank, Blank)
    rules = RuleSet(
        **_fields_of(record(head)),
        groups=tuple(map(record, groups)),
        words=words,
        form=next(map(record, form), None),
        blank=next(map(record, blank), None),
        sha256=source.sha256,
        borrowed=_borrowed(source),
    )
    known = {**known_words(words), **_known(rules)}
    refuse_unknown(groups, known)
    complain(rules, source.head, source.groups)
    refuse_unknown([head, *form, *blank], known)
    complain_of_cells(rules, source.head, source.form, source.blank)
    return rules


def _borrowed(source: Source) -> frozenset[str]:
    """Keys of the words that it does not write itself."""
    theirs = {key for file in source.borrowed for key in file.data}
    return frozenset(theirs - {key for file in source.words for key in file.data})


def _values(file: YamlFile | None, kind: type) -> list[Value]:
    return [Value(file, (), kind, file.data)] if file else []


def _fields_of(head: Head) -> dict[str, Any]:
    return {each.name: getattr(head, each.name) for each in fields(head)}


def _known(rules: RuleSet) -> Known:
    return {"measure": rules.measures, "indicator": [cell.id for cell in rules.indicators], "flag": FLAGS}


def digest_of(folder: Path) -> str:
    """Of all files of a rule set but its cases and remarks, however their lines end, and of the words that it uses."""
    digest = hashlib.sha256()
    base = base_of(folder)
    of_base = sorted(base.glob("words/*.yaml")) if base else ()
    for home, paths in ((folder, _files(folder)), (base, of_base)):
        for path in paths:
            digest.update(path.relative_to(home or folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    own = [path for path in folder.glob("*.yaml") if path.name != REMARKS_FILE]
    yield from sorted([*own, *folder.glob("words/*.yaml")])
