"""What the cases of a rule set try, as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verifier.cases.coverage import Coverage
from verifier.cases.drafting import value_told
from verifier.model import RuleSet

_SIDES = {"at": "正好在这个数上", "beside": "紧挨着这个数的另一侧"}
_MOST_LISTS = 20
"""paths of lists, and of numbers, that are shown"""


def coverage_shown(found: Coverage, rules: RuleSet) -> str:
    return "\n".join(_lines(found, rules))


def _lines(found: Coverage, rules: RuleSet) -> Iterator[str]:
    yield "算例覆盖：" + "、".join(f"{what} {tried}/{every}" for what, (tried, every) in found.counts.items())
    for each in found.thresholds:
        name = rules.measures[each.condition.measure]
        value = value_told(each.condition.value, name)
        yield f"  {each.cell} {name.name}的界限{value}：没有{_SIDES[each.side]}的算例"
    for cell, reading, at in found.tiers:
        yield f"  {cell} 读法 {reading} 的第{at + 1}档：没有算例"
    for cell, reading in found.readings:
        yield f"  {cell} 读法 {reading}：没有算例写明它的得分（readings）"
    for what, end in found.bands:
        yield f"  {'等次' if what == 'grades' else '奖补'}的分数段端点{_number(end)}分：没有总分算例"
    for what, paths in (("词表", found.words), ("数", found.numbers)):
        yield from (f"  {what} {path}：没有算例" for path in paths[:_MOST_LISTS])
        if len(paths) > _MOST_LISTS:
            yield f"  {what}另有 {len(paths) - _MOST_LISTS} 个没有算例"


def _number(value: Fraction) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
