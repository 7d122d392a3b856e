"""YAML read strictly: no duplicate keys, no surprises of type, and the line and column of every key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from verifier.errors import RuleError
from verifier.rules.slips import slip_near, slip_of_key, without_colon

Position = tuple[int, int]
"""line and column, from 1"""
Keys = tuple[str | int, ...]
"""the way to a value: keys, and places in lists"""


class _Loader(yaml.SafeLoader):
    """Only null, true/false, whole numbers and decimals (as exact fractions) are anything but text; no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        known: set[str] = set()
        for key, _ in node.value:
            where = _at(key.start_mark.line, key.start_mark.column)
            if not isinstance(key, yaml.ScalarNode):
                raise RuleError(f"{where}：键应是文字；以方括号或花括号开头的值请加引号")
            if not key.style and (slip := slip_of_key(key.value)):
                raise RuleError(f"{where} {key.value}：{slip}")
            if key.value in known:
                raise RuleError(f"{where} {key.value}：同一个键写了两次，请删去一个")
            known.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


_Loader.yaml_implicit_resolvers = {}
for _tag, _expression, _first in (
    ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", list("tf")),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    ("tag:yaml.org,2002:float", r"^-?[0-9]+\.[0-9]+$", list("-0123456789")),
    ("tag:yaml.org,2002:merge", r"^(?:<<)$", ["<"]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_expression), _first)
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Fraction(str(node.value)))


class _Quick(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same by libyaml, where PyYAML has it: many times as fast, but it says less of what is wrong."""


_Quick.yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers


class YamlFile:
    """One parsed file: its data, and where each path of keys stands."""

    def __init__(self, path: Path, root: yaml.Node | None, data: Any) -> None:
        self.path = path
        self.root = root
        self.data = data
        if not isinstance(self.data, dict):
            slip = slip_of_key(str(self.data))
            raise RuleError(f"{path.name} {_at(0, 0)}：{slip or '文件应是一组“键: 值”'}")

    def position(self, keys: Keys) -> Position:
        """Where the deepest known key of the path stands."""
        node: Any = self.root
        mark = node.start_mark
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

    def error(self, keys: Keys, what: str) -> RuleError:
        """A mistake in this file, with its line, column and key."""
        line, column = self.position(keys)
        name = ".".join(str(key) for key in keys)
        return RuleError(f"{self.path.name} {_at(line - 1, column - 1)}{' ' if name else ''}{name}：{what}")


def read_yaml(path: Path) -> YamlFile:
    """A file, read strictly. Raises RuleError: file, line, column."""
    text = _text(path)
    try:
        return YamlFile(path, *_read(path.name, text))
    except yaml.MarkedYAMLError as error:
        raise RuleError(f"{path.name} {_fault(error, text.splitlines())}") from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        where = _at(before.count("\n"), error.position - before.rfind("\n") - 1)
        raise RuleError(f"{path.name} {where}：有看不见的控制字符，请删去") from error


@lru_cache(maxsize=64)
def _read(name: str, text: str) -> tuple[yaml.Node | None, Any]:
    """The nodes of a text and the data in them, which nobody changes."""
    root: yaml.Node | None
    try:
        root = yaml.compose(text, Loader=_Quick)
    except yaml.YAMLError:
        root = yaml.compose(text, Loader=_Loader)
    try:
        return root, _Loader("").construct_document(root) if root else None
    except RuleError as fault:
        raise RuleError(f"{name} {fault}") from None


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n")
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "ignore"))
        raise RuleError(f"{path.name} {_at(line, column)}：不是 UTF-8 编码，请另存为 UTF-8") from error


def _at(line: int, column: int) -> str:
    """Line and column, both from 0, as people count them."""
    return f"第{line + 1}行第{column + 1}列"


_PROBLEMS = (
    ("mapping values are not allowed", "冒号多余，或上一行没有写完"),
    ("could not find expected ':'", "缺少冒号"),
    ("cannot start any token", "有不能用的字符，缩进请用空格而不用制表符"),
    ("expected <block end>", "缩进不对齐"),
    ("expected ',' or", "括号没有合上，或缺少逗号"),
    ("unexpected end of stream", "引号没有合上"),
    ("found undefined alias", "引用的锚点（*名称）没有定义"),
    ("found unknown escape character", "双引号中的反斜杠请写两个，或改用单引号"),
)


def _fault(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> str:
    """Place and words of a fault: of the slip that led to it, where one is seen, else as YAML has them."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return f"YAML 语法有误（{_problem(error)}），请检查缩进、冒号和引号"
    begun = error.context_mark.line if error.context_mark and "expected ':'" in (error.problem or "") else len(lines)
    if slip := slip_near(lines, mark.line) or without_colon(lines, begun):
        return f"{_at(slip.line, slip.column)}：{slip.text}"
    return f"{_at(mark.line, mark.column)}：YAML 语法有误（{_problem(error)}），请检查缩进、冒号和引号"


def _problem(error: yaml.MarkedYAMLError) -> str:
    text = error.problem or error.context or ""
    return next((chinese for english, chinese in _PROBLEMS if english in text), text)
