"""What makes a rule set unsound though each file is well formed: sums, holes, tiers that never fit, unknown names."""

from __future__ import annotations

from verifier.model import Indicator, RuleSet

from .yamlfile import YamlFile


def complain(rules: RuleSet, file: YamlFile) -> None:
    """Raises RuleError for the first unsoundness."""
    if not rules.groups:
        raise file.error((), "没有指标分组文件 group-*.yaml")
    if sum(group.weight for group in rules.groups) != 1:
        raise file.error((), "各组权重之和不是100%")
    seen: set[str] = set()
    types = {kind.id for kind in rules.words.documents} | {"plain"}
    for group in rules.groups:
        if sum(cell.max for cell in group.indicators) != 100:
            raise file.error((), f"第{group.id}组各指标满分之和不是100")
        for cell in group.indicators:
            if cell.id in seen:
                raise file.error((), f"指标{cell.id}写了两次")
            seen.add(cell.id)
            _cell(cell, types, set(rules.words.events), file)


def _cell(cell: Indicator, types: set[str], events: set[str], file: YamlFile) -> None:
    if not cell.readings:
        raise file.error((), f"指标{cell.id}没有 readings")
    for reading in cell.readings:
        for tier in reading.tiers:
            best = tier.slope.at_most if tier.slope else tier.points
            if best > cell.max:
                raise file.error((), f"指标{cell.id}的一档{best}分高于满分{cell.max}分")
    for name in cell.takes.documents:
        if name not in types:
            raise file.error((), f"指标{cell.id}用到的材料类型“{name}”在 words/documents.yaml 中没有")
    for name in (*cell.takes.events, *cell.takes.open_events):
        if events and name not in events:
            raise file.error((), f"指标{cell.id}用到的活动类型“{name}”在 words 的 events 中没有")
