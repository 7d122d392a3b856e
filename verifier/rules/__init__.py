"""Rule sets: the policy as data, loaded strictly from a folder of YAML files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from verifier.errors import RuleError
from verifier.model import FORM_FIELDS, Blank, Condition, Form, Group, Layout, Operator, RuleSet

from .check import complain
from .wording import validated
from .words import load_words
from .yamlfile import YamlFile

FORMAT = 1
FORM_COLUMNS = 8
"""of the scoring form; the third and fourth stand under one name"""

_CONDITION = re.compile(r"^\s*([a-z][a-z0-9_]*)\s*(>=|<=|==|>|<)\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$")
_PERCENT = re.compile(r"^-?\d+(?:\.\d+)?%$")


def rule_folders() -> tuple[Path, ...]:
    """The folders of the rule sets that are installed."""
    package = Path(__file__).resolve().parent.parent
    for home in (package / "_rules", package.parent / "rules"):
        if home.is_dir():
            return tuple(sorted(folder for folder in home.iterdir() if (folder / "ruleset.yaml").is_file()))
    return ()


def load_rule_set(name: str | Path) -> RuleSet:
    """The rule set of an installed id, or of a folder or its `ruleset.yaml`.

    Raises RuleError: names file, line, key and what is allowed there.
    """
    return _load(_folder_of(name))


def rule_set_for(year: int | None) -> RuleSet:
    """The rule set valid in that year, else the newest."""
    installed = [load_rule_set(folder) for folder in rule_folders()]
    if not installed:
        raise RuleError("没有安装任何规则集，请重新安装本工具")
    valid = [rules for rules in installed if year and rules.valid_from.year <= year <= rules.valid_to.year]
    return max(valid or installed, key=lambda rules: (rules.valid_to, rules.id))


def _folder_of(name: str | Path) -> Path:
    for folder in rule_folders():
        if folder.name == str(name):
            return folder
    path = Path(name)
    folder = path.parent if path.is_file() else path
    if (folder / "ruleset.yaml").is_file():
        return folder
    known = "、".join(folder.name for folder in rule_folders())
    raise RuleError(f"找不到规则集“{name}”：请写已安装的编号（{known}），或规则集文件夹的路径")


def _load(folder: Path) -> RuleSet:
    head = YamlFile(folder / "ruleset.yaml")
    data = dict(head.data)
    if data.pop("format", None) != FORMAT:
        raise head.error(("format",), f"本版本只读取 format: {FORMAT} 的规则集")
    files = tuple(YamlFile(path) for path in sorted(folder.glob("group-*.yaml")))
    groups = tuple(_group(file) for file in files)
    form, empty = folder / "form.yaml", folder / "blank.yaml"
    data |= {
        "groups": groups,
        "standards": _exact(head.data.get("standards", []), head, ("standards",)),
        "words": load_words(tuple(YamlFile(path) for path in sorted((folder / "words").glob("*.yaml")))),
        "sha256": _digest(folder),
    }
    rules = validated(RuleSet, data, head)
    complain(rules, head, files)
    _complain_of_standards(rules, head)
    return replace(
        rules,
        form=_form(YamlFile(form), rules) if form.is_file() else None,
        blank=_blank(YamlFile(empty), rules) if empty.is_file() else None,
    )


def _group(file: YamlFile) -> Group:
    group = validated(Group, _exact(file.data, file), file)
    return replace(group, indicators=tuple(replace(cell, group=group.id) for cell in group.indicators))


def _complain_of_standards(rules: RuleSet, head: YamlFile) -> None:
    cells = {cell.id: cell for cell in rules.indicators}
    for at, standard in enumerate(rules.standards):
        cell = cells.get(standard.indicator)
        if cell is None:
            raise head.error(("standards", at, "indicator"), f"没有指标{standard.indicator}")
        parts = [part.id for part in cell.takes.parts]
        if standard.part and standard.part not in parts:
            raise head.error(("standards", at, "part"), f"指标{cell.id}没有“{standard.part}”；可写：{'、'.join(parts)}")


def _form(file: YamlFile, rules: RuleSet) -> Form:
    form = validated(Form, file.data, file)
    cells = [cell.id for cell in rules.indicators]
    for at, row in enumerate(form.rows):
        if row.indicator not in cells:
            raise file.error(("rows", at, "indicator"), f"没有指标{row.indicator}")
    for cell in cells:
        if cell not in [row.indicator for row in form.rows]:
            raise file.error(("rows",), f"指标{cell}在表中没有一行，请补上")
    if (len(form.columns), len(form.widths)) != (FORM_COLUMNS - 1, FORM_COLUMNS):
        raise file.error(("widths",), f"表有{FORM_COLUMNS - 1}个列名、{FORM_COLUMNS}个列宽")
    for name, layout in (("annex1", form.annex1), ("annex3", form.annex3)):
        _complain_of_layout(layout, file, name)
    return form


def _complain_of_layout(layout: Layout, file: YamlFile, name: str) -> None:
    for at, line in enumerate(layout.rows):
        if sum(cell.columns for cell in line.cells) != len(layout.widths):
            raise file.error((name, "rows", at), f"这一行的各格合计应占{len(layout.widths)}列")
        for index, cell in enumerate(line.cells):
            if unknown := set(cell.fields) - set(FORM_FIELDS):
                keys = (name, "rows", at, "cells", index, "filled")
                raise file.error(keys, f"没有“{min(unknown)}”；可写：{'、'.join(FORM_FIELDS)}")


def _blank(file: YamlFile, rules: RuleSet) -> Blank:
    blank = validated(Blank, file.data, file)
    cells = [cell.id for cell in rules.indicators]
    for cell in cells:
        if cell not in blank.notes:
            raise file.error(("notes",), f"指标{cell}没有填写说明，请补上")
    for cell in blank.notes:
        if cell not in cells:
            raise file.error(("notes", cell), f"没有指标{cell}")
    for at, table in enumerate(blank.tables):
        if table.indicator not in cells:
            raise file.error(("tables", at, "indicator"), f"没有指标{table.indicator}")
    return blank


def _exact(data: Any, file: YamlFile, keys: tuple[Any, ...] = ()) -> Any:
    """The data with conditions and percentages as exact values."""
    if isinstance(data, Mapping):
        return {key: _tier_part(key, value, file, (*keys, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_exact(value, file, (*keys, index)) for index, value in enumerate(data)]
    if isinstance(data, str) and _PERCENT.match(data):
        return Fraction(data[:-1]) / 100
    return data


def _tier_part(key: str, value: Any, file: YamlFile, keys: tuple[Any, ...]) -> Any:
    if key in ("all", "any") and isinstance(value, list):
        return [_condition(text, file, (*keys, index)) for index, text in enumerate(value)]
    if key == "units":
        return value
    return _exact(value, file, keys)


def _condition(text: Any, file: YamlFile, keys: tuple[Any, ...]) -> Condition:
    found = _CONDITION.match(str(text))
    if not found:
        raise file.error(keys, f"条件“{text}”看不懂，应写成“posts > 15”或“registered_share >= 80%”")
    name, operator, number, percent = found.groups()
    value = Fraction(number) / (100 if percent else 1)
    return Condition(name, cast(Operator, operator), value)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted([*folder.glob("*.yaml"), *folder.glob("words/*.yaml")])
