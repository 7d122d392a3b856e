"""The score sheet of a bundle: its cells, groups, total, grade and award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.model import Fact, Flag, Group, IndicatorResult, RuleSet, ScoreSheet, SelfScore, Spread, Tally
from verifier.score.bands import between, verdict
from verifier.score.cells import flag_order, score_cell
from verifier.score.tiers import ZERO

_NOTHING = Spread(ZERO, ZERO, ZERO)


def score(
    rules: RuleSet, tallies: Mapping[str, Tally], self_scores: Mapping[str, Fact[SelfScore]], flags: Sequence[Flag]
) -> ScoreSheet:
    """The score sheet of one bundle; `flags` are those that no cell is concerned with."""
    results = tuple(
        score_cell(cell, tallies.get(cell.id, Tally()), rules, self_scores.get(cell.id)) for cell in rules.indicators
    )
    groups = {group.id: _of_group(group, results) for group in rules.groups}
    total = sum((groups[group.id] * group.weight for group in rules.groups), _NOTHING)
    grade, award = verdict(rules.grades, total), verdict(rules.awards, total)
    top = (*flags, *between(rules.grades, total, "等次"), *between(rules.awards, total, "奖补标准"))
    return ScoreSheet(results, groups, total, grade, award, tuple(sorted(top, key=flag_order)))


def _of_group(group: Group, results: Sequence[IndicatorResult]) -> Spread:
    own = {cell.id for cell in group.indicators}
    return capped(group, sum((result.spread for result in results if result.indicator in own), _NOTHING))


def capped(group: Group, points: Spread) -> Spread:
    """What the cells of a group come to, as far as it counts."""
    return points if group.bonus is None else points.at_most(group.bonus)
