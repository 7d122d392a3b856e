"""Names of measures that nobody counts or that are missing, and standards that ask for other numbers than the cells."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.lint.findings import HEAD, Finding, placed
from verifier.lint.states import conditions_of
from verifier.lint.telling import with_unit
from verifier.model import RuleSet, measures_of

_BY_LEVEL = "_by_level"
"""behind the name of a measure that is also shown by levels of study"""


def of_measures(rules: RuleSet) -> Iterator[Finding]:
    counted = {name for cell in rules.indicators for name in measures_of(cell.takes)}
    for name in rules.measures:
        if name.removesuffix(_BY_LEVEL) not in counted:
            text = f"没有一项指标计“{name}”，请核对编号，或删去"
            yield Finding("measure-uncounted", HEAD, ("measures", name), name, text)
    for each in placed(rules):
        for name in measures_of(each.cell.takes):
            if name not in rules.measures:
                text = f"计数项“{name}”在 ruleset.yaml 的 measures 中没有名称"
                yield each.finding("measure-unnamed", ("takes", "kind"), name, text)


def of_standards(rules: RuleSet) -> Iterator[Finding]:
    cells = {cell.id: cell for cell in rules.indicators}
    for at, standard in enumerate(rules.standards):
        asked = conditions_of(cells[standard.indicator].readings)
        for index, condition in enumerate(standard.all):
            if condition not in asked:
                value = with_unit(condition.value, rules.measures.get(condition.measure))
                text = f"“{standard.text}”用到{value}，指标{standard.indicator}的分档没有这个条件"
                keys = ("standards", at, "all", index)
                yield Finding("standard-differs", HEAD, keys, f"standards {standard.id}", text)
