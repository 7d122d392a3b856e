"""What makes a rule set unsound though each file is well formed: sums, holes, tiers that never fit, unknown names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from verifier.model import (
    FLAGS,
    FORM_FIELDS,
    Band,
    Blank,
    Form,
    Group,
    Indicator,
    Layout,
    Letter,
    RosterTaking,
    RuleSet,
    TitledPartsTaking,
    measures_of,
)
from verifier.rules.tiers import Fault, faults, uncounted, unnamed
from verifier.rules.yamlfile import Keys, YamlFile

Complaint = tuple[YamlFile, Keys, str]
"""the file, the keys in it, and what is wrong"""

PUBLISHED_COLUMNS = 5
FORM_COLUMNS = 8
"""of the scoring form; the third and fourth stand under one name"""
_SEVERITIES = ("note", "review", "gap")


def complain(rules: RuleSet, head: YamlFile, groups: Sequence[YamlFile]) -> None:
    """Raises RuleError for the first unsoundness; `groups` are the files of the groups, in their order."""
    for file, keys, what in _complaints(rules, head, groups):
        raise file.error(keys, what)


def complain_of_cells(rules: RuleSet, head: YamlFile, form: YamlFile | None, blank: YamlFile | None) -> None:
    """Raises RuleError for the first thing that the other files say of the cells and that does not fit them."""
    for keys, what in _of_standards(rules):
        raise head.error(keys, what)
    if form is not None and rules.form is not None:
        for keys, what in _of_form(rules.form, rules):
            raise form.error(keys, what)
    if blank is not None and rules.blank is not None:
        for keys, what in _of_blank(rules.blank, rules):
            raise blank.error(keys, what)


def _complaints(rules: RuleSet, head: YamlFile, groups: Sequence[YamlFile]) -> Iterator[Complaint]:
    if not groups:
        yield head, (), "没有指标分组文件 group-*.yaml"
        return
    yield from ((head, keys, text) for keys, text in _of_head(rules))
    yield from _of_weights(rules, head, groups)
    yield from _of_groups(rules, groups)


def _of_weights(rules: RuleSet, head: YamlFile, files: Sequence[YamlFile]) -> Iterator[Complaint]:
    """Either groups of 100 points each are weighed, or all weights are 100 % and the points count as they stand."""
    for group, file in zip(rules.groups, files, strict=True):
        if group.weight > 1:
            given = f"{float(group.weight):g}"
            yield file, ("weight",), f"权重 {given} 超过100%；百分之{given}写作 {given}%"
    weighed = [group for group in rules.groups if group.bonus is None]
    weights = sum(group.weight for group in weighed)
    if rules.is_direct:
        points = sum(cell.max for group in weighed for cell in group.indicators)
        if points != rules.full:
            text = f"各组权重都是100%，直接计分，各指标满分之和是{float(points):g}，应与满分{float(rules.full):g}相同"
            yield head, ("full",), text
    elif weights != 1:
        yield files[-1], ("weight",), f"各组权重之和是{float(weights * 100):g}%，应为100%"
    elif rules.full != 100:
        yield head, ("full",), "各组按权重计分的，满分是100"
    for group, file in zip(rules.groups, files, strict=True):
        if group.bonus is not None and (group.bonus <= 0 or group.weight != 1):
            yield file, ("bonus",), "加分应大于0，加分的一组权重写 100%"


def _of_head(rules: RuleSet) -> Iterator[Fault]:
    if rules.valid_to < rules.valid_from:
        yield ("valid_to",), f"有效期止于{rules.valid_to}，早于开始的{rules.valid_from}"
    for key in ("period_from", "period_to"):
        day = getattr(rules.assessment, key)
        if not re.fullmatch(r"(-1:)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", day):
            written = re.fullmatch(r"(?:-1:)?(\d\d)-(\d\d)", day)
            none = f"没有{int(written[1])}月{int(written[2])}日；" if written else ""
            yield ("assessment", key), f'“{day}”{none}应写作 "01-01"，或上一年的 "-1:12-01"'
    for what in ("grades", "awards"):
        yield from (((what, *keys), text) for keys, text in _bands(getattr(rules, what), rules.most))


def _bands(bands: Sequence[Band], most: Fraction) -> Iterator[Fault]:
    for index, band in enumerate(bands):
        if band.least > band.most:
            yield (index, "least"), f"下限{float(band.least):g}高于上限{float(band.most):g}"
    for end in (Fraction(0), most):
        if not any(band.least <= end <= band.most for band in bands):
            yield (), f"没有一档包含{float(end):g}分"


def _of_groups(rules: RuleSet, files: Sequence[YamlFile]) -> Iterator[Complaint]:
    groups: set[str] = set()
    cells: set[str] = set()
    for group, file in zip(rules.groups, files, strict=True):
        if group.id in groups:
            yield file, ("id",), f"组号“{group.id}”写了两次"
        groups.add(group.id)
        yield from ((file, keys, text) for keys, text in _group(group, cells, rules))


def _group(group: Group, seen: set[str], rules: RuleSet) -> Iterator[Fault]:
    total = sum(cell.max for cell in group.indicators)
    if total != 100 and group.bonus is None and not rules.is_direct:
        yield ("indicators",), f"第{group.id}组各指标满分之和是{float(total):g}，应为100"
    for index, cell in enumerate(group.indicators):
        here = ("indicators", index)
        if cell.id in seen:
            yield (*here, "id"), f"指标{cell.id}写了两次"
        seen.add(cell.id)
        told = (*faults(cell, rules.measures), *_always(cell), *_shares(cell))
        yield from (((*here, *keys), f"指标{cell.id}：{text}") for keys, text in told)


def _always(cell: Indicator) -> Iterator[Fault]:
    for index, each in enumerate(cell.always_flag):
        allowed = _SEVERITIES[: _SEVERITIES.index(FLAGS[each.code].severity) + 1]
        if each.severity not in allowed:
            yield ("always_flag", index, "severity"), f"只能降低，不能提高；可写：{'、'.join(allowed)}"


def _shares(cell: Indicator) -> Iterator[Fault]:
    if isinstance(cell.takes, RosterTaking) and not 0 <= cell.takes.most_unusable <= 1:
        yield ("takes", "most_unusable"), f"“{float(cell.takes.most_unusable):g}”应在0和1之间"


def _of_standards(rules: RuleSet) -> Iterator[Fault]:
    cells = {cell.id: cell for cell in rules.indicators}
    for at, standard in enumerate(rules.standards):
        here: Keys = ("standards", at)
        cell = cells[standard.indicator]
        for index, condition in enumerate(standard.all):
            yield from unnamed((*here, "all", index), condition.measure, rules.measures)
            if condition.measure not in measures_of(cell.takes):
                yield (*here, "all", index), f"指标{cell.id}：{uncounted(cell, condition.measure)}"
        parts = [part.id for part in cell.takes.parts] if isinstance(cell.takes, TitledPartsTaking) else []
        if standard.part and standard.part not in parts:
            yield (*here, "part"), f"指标{cell.id}没有“{standard.part}”；可写：{'、'.join(parts) or '（没有）'}"


def _of_form(form: Form, rules: RuleSet) -> Iterator[Fault]:
    rows = [row.indicator for row in form.rows]
    for cell in rules.indicators:
        if cell.id not in rows:
            yield ("rows",), f"指标{cell.id}在表中没有一行，请补上"
    for at, indicator in enumerate(rows):
        if indicator in rows[:at]:
            yield ("rows", at), f"指标{indicator}在表中已有一行，请删去一行"
    if (len(form.columns), len(form.widths)) != (FORM_COLUMNS - 1, FORM_COLUMNS):
        yield ("widths",), f"表有{FORM_COLUMNS - 1}个列名、{FORM_COLUMNS}个列宽"
    for name, layout in (("annex1", form.annex1), ("annex3", form.annex3)):
        yield from _of_layout(layout, name)
    yield from _fields(("no_award",), form.no_award, ("total",))
    yield from ((("letter", *keys), text) for keys, text in _of_letter(form.letter))
    for key in ("title", "text"):
        yield from _fields(("publication", key), getattr(form.publication, key), ("year",))
    if (len(form.publication.columns), len(form.publication.widths)) != (PUBLISHED_COLUMNS, PUBLISHED_COLUMNS):
        yield ("publication", "columns"), f"公示表有{PUBLISHED_COLUMNS}列，列名和列宽各写{PUBLISHED_COLUMNS}个"


def _of_letter(letter: Letter) -> Iterator[Fault]:
    for key in ("opening", "complete"):
        yield from _fields((key,), getattr(letter, key), ("year", "deadline"))
    for code, text in letter.asks.items():
        yield from _fields(("asks", code), text, ("remedy",))
    for code, kind in FLAGS.items():
        if kind.severity != "note" and (code in letter.asks) == (code in letter.bureau):
            yield ("asks",), f"提示“{code}”应在 asks 和 bureau 之一中，且只在一处"


def _of_layout(layout: Layout, name: str) -> Iterator[Fault]:
    for at, line in enumerate(layout.rows):
        here: Keys = (name, "rows", at)
        if sum(cell.columns for cell in line.cells) != len(layout.widths):
            yield here, f"这一行的各格合计应占{len(layout.widths)}列"
        for index, cell in enumerate(line.cells):
            yield from _fields((*here, "cells", index, "filled"), cell.filled, FORM_FIELDS)


def _of_blank(blank: Blank, rules: RuleSet) -> Iterator[Fault]:
    cells = [cell.id for cell in rules.indicators]
    for cell in cells:
        if cell not in blank.notes:
            yield ("notes",), f"指标{cell}没有填写说明，请补上"
    for at, table in enumerate(blank.tables):
        yield from _fields(("tables", at, "title"), table.title, ("year", "last"))
        for name in sorted(set(table.choices) - set(table.columns)):
            yield ("tables", at, "choices", name), f"表中没有“{name}”这一列"
        if len(table.example) != len(table.columns):
            yield ("tables", at, "example"), f"示例行应有{len(table.columns)}格，与列数相同"
    for at, paper in enumerate(blank.papers):
        for index, line in enumerate(paper.lines):
            yield from _fields(("papers", at, "lines", index), line, ("year",))
    yield from _fields(("worth",), blank.worth, ("max", "weight", "total"))
    yield from _fields(("opening",), blank.opening, ("id", "name", "max"))
    for at, line in enumerate(blank.root):
        yield from _fields(("root", at), line, ("count",))


def _fields(keys: Keys, text: str, allowed: Sequence[str]) -> Iterator[Fault]:
    """Names in braces, in whose place the program writes something."""
    for name in re.findall(r"\{([^{}]*)\}", text):
        if name not in allowed:
            yield keys, f"没有“{name}”；可写：{'、'.join(allowed)}"
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", text)):
        yield keys, f"花括号不成对；其中可写：{'、'.join(allowed)}"
