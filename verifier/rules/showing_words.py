"""The words of a rule set as text for people: every list of its files, under what the comment over it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from verifier.rules.yamlfile import YamlFile, read_yaml

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_INDENT = "  "


def shown_words(folder: Path) -> str:
    """The words of the rule set in a folder, one file after the other."""
    return "\n".join(line for path in sorted((folder / "words").glob("*.yaml")) for line in _of_file(path))


def _of_file(path: Path) -> Iterator[str]:
    file: YamlFile = read_yaml(path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    yield ""
    yield f"【用词 {path.name}】"
    if isinstance(file.root, yaml.MappingNode):
        yield from _mapping(file.root, lines, _INDENT)


def _mapping(node: yaml.MappingNode, lines: Sequence[str], indent: str) -> Iterator[str]:
    for key, value in node.value:
        comment = _comment_over(key, lines)
        yield from _entry(f"{comment}（{key.value}）" if comment else str(key.value), value, lines, indent)


def _entry(label: str, value: yaml.Node, lines: Sequence[str], indent: str) -> Iterator[str]:
    inner = indent + _INDENT
    if isinstance(value, yaml.MappingNode):
        yield f"{indent}{label}："
        yield from _mapping(value, lines, inner)
    elif isinstance(value, yaml.SequenceNode) and any(isinstance(each, yaml.MappingNode) for each in value.value):
        yield f"{indent}{label}："
        for each in value.value:
            first, *rest = _mapping(each, lines, inner)
            yield f"{inner}· {first.strip()}"
            yield from (f"{_INDENT}{line}" for line in rest)
    else:
        yield f"{indent}{label}：{_plain(value)}"


def _plain(node: yaml.Node) -> str:
    """A word, a list of words, or groups of words."""
    if isinstance(node, yaml.SequenceNode):
        between = "；" if any(isinstance(each, yaml.SequenceNode) for each in node.value) else "、"
        return between.join(map(_plain, node.value)) or "无"
    return str(node.value)


def _comment_over(key: yaml.Node, lines: Sequence[str]) -> str:
    """The Chinese line of the comment that stands directly over a key."""
    at, column = key.start_mark.line, key.start_mark.column
    if lines[at][:column].strip(" -"):
        return ""
    told = ""
    while at > 0 and (above := lines[at - 1].strip()).startswith("#"):
        told = above.lstrip("# ") if _CHINESE.search(above) else told
        at -= 1
    return told.rstrip("。")
