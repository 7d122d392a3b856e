"""One cell in plain sentences: what counts, what does not, what each number needs, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.errors import UsageError
from verifier.model import (
    FLAGS,
    Indicator,
    RuleSet,
    TitledPartsTaking,
    is_of_a_time,
    measures_of,
)
from verifier.rules.showing import condition_told, day_told, example_told, heading, number, tier_told, weight_told
from verifier.telling.kinds import Told, told

_SEVERITIES = {"gap": "缺口", "review": "待核", "note": "提醒"}


def explained(cell: str, rules: RuleSet) -> str:
    """The cell of that id or name. Raises UsageError: which there are."""
    found = [each for each in rules.indicators if cell in (each.id, each.name)]
    if not found:
        near = [each for each in rules.indicators if cell in each.name] or rules.indicators
        known = "、".join(f"{each.id}（{each.name}）" for each in near)
        raise UsageError(f"没有指标“{cell}”，可写：{known}")
    return "\n".join(_lines(found[0], rules))


def _lines(cell: Indicator, rules: RuleSet) -> Iterator[str]:
    how = told(cell.takes, rules)
    parts = (
        ("条款", _clause(cell)),
        ("计入的", how.counts),
        ("不计入的", (*how.leaves, *_everywhere(cell, rules))),
        ("各个数怎样得来", _needs(how, cell, rules)),
        ("怎样得分", _points(cell, rules)),
        ("总是提示的", _flags(cell)),
        ("由主管部门确定的", _bureau(cell)),
        ("与建站标准的关系", _standards(cell, rules)),
    )
    yield _title(cell, rules)
    for name, sentences in parts:
        lines = [f"  {each if each.startswith(' ') else f'· {each}'}" for each in sentences]
        if lines:
            yield from ("", name, *lines)


def _title(cell: Indicator, rules: RuleSet) -> str:
    group = rules.group_of(cell.id)
    own = weight_told(group, rules)
    share = f"，折合总分{number(cell.max * group.weight)}分" if group.weight != 1 else ""
    worth = f"满分{number(cell.max)}分，本组{own}{share}"
    return f"{cell.id} {cell.name}（{group.name}／{cell.area}；{worth}）"


def _clause(cell: Indicator) -> Iterator[str]:
    yield f"{cell.clause.text}（{cell.clause.cite}）"
    if cell.clause.requirement:
        yield f"评估要求及提报材料：{cell.clause.requirement}"


def _everywhere(cell: Indicator, rules: RuleSet) -> Iterator[str]:
    """What holds for all cells."""
    assessment = rules.assessment
    if is_of_a_time(cell.takes):
        yield f"日期不在考核期（{day_told(assessment.period_from)}至{day_told(assessment.period_to)}）内的不计"
    yield "其他学校的材料不计"
    yield f"只有文件夹名或文件名写着下列词、内容看不出来的，只计入最高分：{'、'.join(cell.names)}"
    yield f"识别文字的把握低于{number(assessment.sure * 100)}%的，不计入最低分"
    yield "打印或显示出来看不见的文字，只计入最高分"


def _needs(how: Told, cell: Indicator, rules: RuleSet) -> Iterator[str]:
    for measure in measures_of(cell.takes):
        name = rules.measures.get(measure)
        called = f"{name.name}（{name.unit}）" if name and name.unit else name.name if name else measure
        yield f"{called}：{how.needs[measure]}"


def _points(cell: Indicator, rules: RuleSet) -> Iterator[str]:
    for index, reading in enumerate(cell.readings):
        yield f"{heading(reading, index)}：{reading.text}"
        names = rules.measures
        yield from (f"    {tier_told(tier, names)}{example_told(tier, names)}" for tier in reading.tiers)
        if all(tier.all or tier.any for tier in reading.tiers):
            yield "    其他情况：0分"
    if sum(reading.widens for reading in cell.readings) > 1:
        yield "预填分按默认读法；最低分和最高分取没有注明“只列出”的各种读法中最低和最高的，由审核人员确定按哪一种"
    yield from _short(cell)


def _short(cell: Indicator) -> Iterator[str]:
    """What is said of nothing, and of too little."""
    if not cell.bureau:
        yield "没有提交材料的得0分，提示“没有材料”"
    if cell.short:
        zero = "，一个也不计时也提示" if cell.short_at_zero else ""
        yield f"达不到更高一档的，提示“{FLAGS[cell.short].name}”{zero}"


def _flags(cell: Indicator) -> Iterator[str]:
    for flag in cell.always_flag:
        yield f"{_SEVERITIES[flag.severity]}“{FLAGS[flag.code].name}”：{flag.message}"


def _bureau(cell: Indicator) -> Iterator[str]:
    if cell.bureau:
        yield f"没有提交材料的，预填0分，最高{number(cell.max)}分，不算缺口，由主管部门的系统数据确定"


def _standards(cell: Indicator, rules: RuleSet) -> Iterator[str]:
    parts = {part.id: part.name for part in cell.takes.parts} if isinstance(cell.takes, TitledPartsTaking) else {}
    for each in rules.standards:
        if each.indicator == cell.id:
            asked = [condition_told(condition, rules.measures) for condition in each.all] or [f"有{parts[each.part]}"]
            yield f"{each.text}（{each.cite}）：{'，且'.join(asked)}"
