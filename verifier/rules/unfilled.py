"""What a rule set that was begun by the program still asks of people: values that say what has to stand there.

Such a value is text that begins with one of two marks; until none is left the rule set does not load.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from verifier.rules.loading import Source
from verifier.rules.yamlfile import Keys, YamlFile

TO_FILL = "待填写："
"""before what has to be written in place of the whole text"""
TO_CHECK = "待核对："
"""before a value that may be right: the mark goes, the value stays or is corrected"""


@dataclass(frozen=True, slots=True)
class Unfilled:
    file: YamlFile
    keys: Keys
    text: str


def shown(waiting: Sequence[Unfilled]) -> str:
    """A line for each, and one for those that stand in the same list."""
    together = groupby(waiting, key=lambda each: (each.file.path, _list(each)))
    return "\n".join(_told(list(each)) for _, each in together)


def _list(each: Unfilled) -> Keys:
    """The list in which it stands; its own place where it stands in none."""
    return each.keys[:-1] if isinstance(each.keys[-1], int) else each.keys


def _told(own: Sequence[Unfilled]) -> str:
    first = own[0]
    line, column = first.file.position(first.keys)
    name = ".".join(str(key) for key in _list(first))
    rest = "、".join(each.text.removeprefix(TO_CHECK) for each in own[1:])
    many = f"、{rest}（{len(own)} 处）" if rest else ""
    return f"{first.file.path.name} 第{line}行第{column}列 {name} {first.text}{many}"


def unfilled(source: Source) -> tuple[Unfilled, ...]:
    """All of them, in the order of the files."""
    files = (source.head, *source.groups, source.form, source.blank, *source.words)
    return tuple(each for file in files if file and _is_marked(file) for each in _in(file, file.data, ()))


def _is_marked(file: YamlFile) -> bool:
    """Whether a mark may stand in it: few files are walked through for nothing."""
    text = file.path.read_bytes()
    return any(mark.encode() in text for mark in (TO_FILL, TO_CHECK))


def refuse_unfilled(source: Source) -> None:
    """Raises RuleError for the first, with how many there are."""
    waiting = unfilled(source)
    if waiting:
        first = waiting[0]
        rest = f"（共 {len(waiting)} 处，verifier rules lint 逐处列出）"
        raise first.file.error(first.keys, f"{first.text}{rest}")


def _in(file: YamlFile, data: object, keys: Keys) -> Iterator[Unfilled]:
    if isinstance(data, str) and data.startswith((TO_FILL, TO_CHECK)):
        yield Unfilled(file, keys, data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _in(file, key, (*keys, key))
            yield from _in(file, value, (*keys, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _in(file, value, (*keys, at))
