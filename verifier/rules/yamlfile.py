"""YAML read strictly: no duplicate keys, no surprises of type, and the line and column of every key."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from verifier.errors import RuleError

Position = tuple[int, int]
"""line and column, from 1"""


class _Loader(yaml.SafeLoader):
    """Only null, true/false, whole numbers and decimals (as exact fractions) are anything but text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _expression, _first in (
    ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", list("tf")),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    ("tag:yaml.org,2002:float", r"^-?[0-9]+\.[0-9]+$", list("-0123456789")),
    ("tag:yaml.org,2002:merge", r"^(?:<<)$", ["<"]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_expression), _first)
_Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Fraction(loader.construct_scalar(node)))


class YamlFile:
    """One parsed file: its data, and where each path of keys stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise RuleError(f"{path.name} 不是 UTF-8 编码，请另存为 UTF-8") from error
        try:
            self._root = yaml.compose(text, Loader=_Loader)
            self._refuse_duplicates(self._root)
            self.data: Any = yaml.load(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            where = f"第{mark.line + 1}行第{mark.column + 1}列" if mark else ""
            raise RuleError(f"{path.name} {where}：YAML 语法有误（{error.problem}），请检查缩进、冒号和引号") from error
        if not isinstance(self.data, dict):
            raise RuleError(f"{path.name}：文件应是一组“键: 值”")

    def position(self, keys: tuple[Any, ...]) -> Position:
        """Where the deepest known key of the path stands."""
        node, mark = self._root, self._root.start_mark
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                found = [(k, v) for k, v in node.value if k.value == str(key)]
                if not found:
                    break
                mark, node = found[0][0].start_mark, found[0][1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                mark = node.start_mark
            else:
                break
        return mark.line + 1, mark.column + 1

    def error(self, keys: tuple[Any, ...], what: str) -> RuleError:
        """A mistake in this file, with its line, column and key."""
        line, column = self.position(keys)
        name = ".".join(str(key) for key in keys)
        return RuleError(f"{self.path.name} 第{line}行第{column}列 {name}：{what}")

    def _refuse_duplicates(self, node: Any, seen: frozenset[int] = frozenset()) -> None:
        if id(node) in seen or node is None:
            return
        if isinstance(node, yaml.SequenceNode):
            for child in node.value:
                self._refuse_duplicates(child, seen | {id(node)})
        elif isinstance(node, yaml.MappingNode):
            known: set[str] = set()
            for key, child in node.value:
                if key.value in known:
                    mark = key.start_mark
                    raise RuleError(
                        f"{self.path.name} 第{mark.line + 1}行第{mark.column + 1}列 {key.value}：同一个键写了两次，请删去一个"
                    )
                known.add(key.value)
                self._refuse_duplicates(child, seen | {id(node)})
