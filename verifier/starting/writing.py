"""The files of a new rule set as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from verifier.rules.unfilled import TO_CHECK
from verifier.rules.yamlfile import YamlFile, read_yaml

_WIDEST = 10**6
"""no line is folded: at a blank it would be another text"""


class _Line(dict[str, Any]):
    """A mapping on one line."""


class _Row(list[Any]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    """Lists of single values and tiers stand on one line each; two that are the same are written twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(_Line, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, True))
_Dumper.add_representer(_Row, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True))
_Dumper.add_representer(Fraction, lambda dumper, data: dumper.represent_float(float(data)))
_Dumper.add_representer(
    str,
    lambda dumper, data: dumper.represent_scalar(
        "tag:yaml.org,2002:str", data, style='"' if not data or "\n" in data else None
    ),
)

_ON_ONE_LINE = ("tiers", "grades", "awards", "scale")
"""lists of which each entry is a line"""


def dumped(data: object, comment: str) -> bytes:
    """A file with a comment over it."""
    text = yaml.dump(_styled(data, ""), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDEST)
    return f"# {comment}\n{text}".encode()


def _styled(data: Any, key: str) -> Any:
    if isinstance(data, dict):
        return {name: _styled(value, name) for name, value in data.items()}
    if not isinstance(data, list):
        return data
    if key in _ON_ONE_LINE:
        return [_flat(each) for each in data]
    return [_styled(each, "") for each in data] if any(isinstance(each, dict) for each in data) else _flat(data)


def _flat(data: Any) -> Any:
    if isinstance(data, dict):
        return _Line({key: _flat(value) for key, value in data.items()})
    return _Row(map(_flat, data)) if isinstance(data, list) else data


def marked_text(path: Path, local: Sequence[str]) -> bytes:
    """A file of words as it is, comments and all, with the mark before each value that has one of these names."""
    file: YamlFile = read_yaml(path)
    text = path.read_text(encoding="utf-8-sig")
    places = set(_values(file.root, local))
    for at in sorted(places, reverse=True):
        at += text[at] in "\"'"
        text = text[:at] + TO_CHECK + text[at:]
    return text.encode()


def _values(node: yaml.Node | None, local: Sequence[str]) -> Iterator[int]:
    """Where the values stand that have one of the names."""
    if isinstance(node, yaml.ScalarNode) and any(name in node.value for name in local):
        yield node.start_mark.index
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _values(each, local)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _values(value, local)
