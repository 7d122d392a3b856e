"""What makes a rule set unsound though each file is well formed: sums, holes, tiers that never fit, unknown names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from verifier.model import Band, Group, Indicator, RuleSet, Taking

from .tiers import faults
from .yamlfile import YamlFile

KINDS = (
    "stated-size",
    "presence",
    "staff",
    "titled-parts",
    "yearly-paper",
    "ledger",
    "roster",
    "survey",
    "posts",
    "photos",
    "interns",
    "platform",
    "retention",
    "public-fair",
    "training",
    "items",
)
"""the ways of counting that a cell's `takes.kind` may name"""

Complaint = tuple[YamlFile, tuple[Any, ...], str]
"""the file, the keys in it, and what is wrong"""


def complain(rules: RuleSet, head: YamlFile, files: Sequence[YamlFile]) -> None:
    """Raises RuleError for the first unsoundness; `files` are those of the groups, in their order."""
    for file, keys, what in _complaints(rules, head, files):
        raise file.error(keys, what)


def _complaints(rules: RuleSet, head: YamlFile, files: Sequence[YamlFile]) -> Iterator[Complaint]:
    if not files:
        yield head, (), "没有指标分组文件 group-*.yaml"
        return
    if rules.valid_to < rules.valid_from:
        yield head, ("valid_to",), f"有效期止于{rules.valid_to}，早于开始的{rules.valid_from}"
    for key in ("period_from", "period_to"):
        day = getattr(rules.assessment, key)
        if not re.fullmatch(r"(-1:)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", day):
            yield head, ("assessment", key), f'“{day}”应写作 "01-01"，或上一年的 "-1:12-01"'
    for what in ("grades", "awards"):
        yield from ((head, (what, *keys), text) for keys, text in _bands(getattr(rules, what)))
    weights = sum(group.weight for group in rules.groups)
    if weights != 1:
        yield files[-1], ("weight",), f"各组权重之和是{float(weights * 100):g}%，应为100%"
    yield from _of_groups(rules, files)


def _of_groups(rules: RuleSet, files: Sequence[YamlFile]) -> Iterator[Complaint]:
    groups: set[str] = set()
    cells: set[str] = set()
    for group, file in zip(rules.groups, files, strict=True):
        if group.id in groups:
            yield file, ("id",), f"组号“{group.id}”写了两次"
        groups.add(group.id)
        yield from ((file, keys, text) for keys, text in _group(group, cells, rules))


def _group(group: Group, seen: set[str], rules: RuleSet) -> Iterator[tuple[tuple[Any, ...], str]]:
    total = sum(cell.max for cell in group.indicators)
    if total != 100:
        yield ("indicators",), f"第{group.id}组各指标满分之和是{float(total):g}，应为100"
    for index, cell in enumerate(group.indicators):
        here = ("indicators", index)
        if cell.id in seen:
            yield (*here, "id"), f"指标{cell.id}写了两次"
        seen.add(cell.id)
        yield from (((*here, *keys), f"指标{cell.id}：{text}") for keys, text in faults(cell, rules.facts))
        yield from (((*here, "takes", *keys), f"指标{cell.id}：{text}") for keys, text in _takes(cell, rules))


def _takes(cell: Indicator, rules: RuleSet) -> Iterator[tuple[tuple[Any, ...], str]]:
    takes, words = cell.takes, rules.words
    if takes.kind not in KINDS:
        yield ("kind",), f"没有“{takes.kind}”这种计数方式；可写：{'、'.join(KINDS)}"
    types = [kind.id for kind in words.documents]
    yield from _unknown("documents", takes.documents, [*types, "plain"], "材料类型", "words/documents.yaml")
    for key in ("events", "open_events"):
        yield from _unknown(key, getattr(takes, key), list(words.events), "活动类型", "words 的 events")
    for index, group in enumerate(takes.columns):
        for keys, text in _unknown("columns", group, list(words.columns), "列", "words/columns.yaml"):
            yield ("columns", index, *keys[1:]), text
    yield from _expressions(takes)


def _unknown(
    key: str, names: Sequence[str], known: Collection[str], what: str, where: str
) -> Iterator[tuple[tuple[Any, ...], str]]:
    for index, name in enumerate(names):
        if name not in known:
            yield (key, index), f"{what}“{name}”在 {where} 中没有；可写：{'、'.join(known)}"


def _expressions(takes: Taking) -> Iterator[tuple[tuple[Any, ...], str]]:
    for at, part in enumerate(takes.parts):
        for key in ("titles", "without"):
            for index, text in enumerate(getattr(part, key)):
                try:
                    re.compile(text)
                except re.error as error:
                    yield ("parts", at, key, index), f"正则表达式“{text}”有误（第{(error.pos or 0) + 1}个字符）"


def _bands(bands: Sequence[Band]) -> Iterator[tuple[tuple[Any, ...], str]]:
    for index, band in enumerate(bands):
        if band.least > band.most:
            yield (index, "least"), f"下限{float(band.least):g}高于上限{float(band.most):g}"
    for end in (0, 100):
        if not any(band.least <= end <= band.most for band in bands):
            yield (), f"没有一档包含{end}分"
