"""Whether the station still meets the standards on which it was set up: its rooms, its people, its regulations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from verifier.model import Condition, RuleSet, Standard, StandardResult, StandardState, Tally
from verifier.score import Values, all_hold, shown, values_of


def standards(rules: RuleSet, tallies: Mapping[str, Tally]) -> tuple[StandardResult, ...]:
    """Each standard of the rule set, judged by the counted evidence of its cell."""
    return tuple(_judged(each, tallies.get(each.indicator, Tally()), rules) for each in rules.standards)


def _judged(standard: Standard, tally: Tally, rules: RuleSet) -> StandardResult:
    if not tally.evidence:
        return StandardResult(standard, "missing", "材料中没有找到")
    if standard.part:
        return _by_part(standard, tally)
    told = "，".join(_counted(standard.all, values_of(tally, "proposed"), rules)) or "材料没有写明"
    if all_hold(standard.all, values_of(tally, "low")):
        return StandardResult(standard, "met", told)
    may_hold = tally.open_to_max or all_hold(standard.all, values_of(tally, "high"))
    return StandardResult(standard, "review" if may_hold else "unmet", told)


def _by_part(standard: Standard, tally: Tally) -> StandardResult:
    """Whether one of the papers that the cell asks for is there."""
    own = [each for each in tally.evidence if each.key == standard.part]
    best: dict[str, StandardState] = {"firm": "met", "counted": "review", "open": "review"}
    for standing, state in best.items():
        found = next((each for each in own if each.standing == standing), None)
        if found is not None:
            return StandardResult(standard, state, found.why)
    return StandardResult(standard, "review" if tally.open_to_max else "missing", "材料中没有找到")


def _counted(asked: tuple[Condition, ...], values: Values, rules: RuleSet) -> Iterator[str]:
    for condition in asked:
        value: Fraction | None = values.get(condition.measure)
        if value is not None:
            name = rules.measures.get(condition.measure)
            yield f"{name.name if name else condition.measure}计得{shown(value)}{name.unit if name else ''}"
