"""The words of a rule set: every file of its `words/` as typed records, each list strict."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import RuleError
from verifier.model import Words
from verifier.rules.building import hints_of
from verifier.rules.values import Known, Value, record, refuse_unknown
from verifier.rules.yamlfile import YamlFile


def load_words(files: Sequence[YamlFile], borrowed: Sequence[YamlFile] = ()) -> Words:
    """The words of a rule set out of all its files, each key in one of them; the other keys are those of `borrowed`.

    Raises RuleError: names file, line, key and what is allowed there.
    """
    if not files and not borrowed:
        raise RuleError("规则集没有 words/ 词表文件夹")
    values = {**_values(borrowed), **_values(files)}
    for key in hints_of(Words):
        if key not in values:
            raise [*files, *borrowed][0].error((), f"words/ 的各个文件都缺少键 {key}，请补上")
    words = Words(**{key: record(value) for key, value in values.items()})
    # what they name themselves is no reference
    refuse_unknown((value for key, value in values.items() if key not in ("events", "columns")), known_words(words))
    return words


def _values(files: Sequence[YamlFile]) -> dict[str, Value]:
    """Every key of the words with its value, wherever it stands."""
    hints = hints_of(Words)
    values: dict[str, Value] = {}
    for file in files:
        for key, data in file.data.items():
            if key not in hints:
                raise file.error((key,), f"没有这个键；此处可写：{'、'.join(hints)}")
            if key in values:
                raise file.error((key,), f"{values[key].file.path.name} 已经有这个键，请合并")
            values[key] = Value(file, (key,), hints[key], data)
    return values


def known_words(words: Words) -> Known:
    """What the words name, for those who refer to it."""
    types = [kind.id for kind in words.documents]
    return {
        "document-type": types,
        "paper-type": [*types, "plain"],
        "document-name": [kind.name for kind in words.documents],
        "event": words.events,
        "column": words.columns,
    }
