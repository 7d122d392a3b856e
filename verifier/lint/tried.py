"""Cells and thresholds of which no case of the rule set tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.cases import CaseFile, Threshold, coverage
from verifier.lint.findings import Finding, Placed, placed
from verifier.lint.telling import number, with_unit
from verifier.model import RuleSet

_SIDES = {"at": "正好在这个数上的", "beside": "紧挨着这个数另一侧的"}


def of_cases(rules: RuleSet, files: Sequence[CaseFile]) -> Iterator[Finding]:
    cells = {each.cell.id: each for each in placed(rules)}
    for each in cells.values():
        if not any(file.confirmed(each.cell.id) for file in files):
            yield each.finding("cell-untried", (), "", "没有一个算例")
    for threshold in coverage(rules, files).thresholds:
        yield _untried(cells[threshold.cell], threshold, rules)


def _untried(each: Placed, threshold: Threshold, rules: RuleSet) -> Finding:
    condition = threshold.condition
    name = rules.measures[condition.measure]
    value = with_unit(condition.value, name)
    at = next(at for at, rule in enumerate(each.cell.readings) if rule.id == threshold.reading)
    text = f"“{name.name}”的界限{value}，没有{_SIDES[threshold.side]}算例；可用 verifier rules test --suggest 起草"
    what = f"{condition.measure} {condition.operator} {number(condition.value)} {threshold.side}"
    return each.finding("threshold-untried", ("readings", at, "tiers"), what, text)
