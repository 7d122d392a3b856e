"""A rule set as text for people: validity, weights, and for each cell its clause, readings and tiers in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from verifier.model import Band, Condition, Grade, Group, Indicator, MeasureName, ReadingRule, RuleSet, Slope, Tier

_WORDS = {">=": "不少于", ">": "多于", "<=": "不多于", "<": "少于", "==": "等于"}
_PERCENT = ("%", "个百分点")
"""units whose measures are fractions of 1"""


def shown(rules: RuleSet) -> str:
    """The rule set in Simplified Chinese, one cell after the other."""
    return "\n".join(_lines(rules))


def _lines(rules: RuleSet) -> Iterator[str]:
    yield f"{rules.title}（{rules.id}）"
    yield f"发布：{rules.issued_by}"
    if rules.demonstration:
        yield "示范，不写 --rules 时不会用它"
    if rules.words_of:
        yield f"词表取自 {rules.words_of}，本套另写的除外"
    yield f"有效期：{rules.valid_from} 至 {rules.valid_to}"
    assessment = rules.assessment
    yield f"考核期：{day_told(assessment.period_from)} 至 {day_told(assessment.period_to)}"
    for group in rules.groups:
        yield ""
        yield from _group(group, rules)
    yield ""
    yield from _bands("等次", rules.grades)
    yield from _bands("奖补", rules.awards)


def day_told(written: str) -> str:
    """A day of the assessment period: 当年1月1日."""
    before, _, day = written.rpartition(":")
    month, number = day.split("-")
    return f"{'上一年' if before else '当年'}{int(month)}月{int(number)}日"


def _group(group: Group, rules: RuleSet) -> Iterator[str]:
    yield f"【{group.id}】{group.name}（{weight_told(group, rules)}）"
    for cell in group.indicators:
        yield from _cell(cell, rules.measures)
        yield from (f"    {line}" for line in word_lines(cell, rules))


def weight_told(group: Group, rules: RuleSet) -> str:
    """How the points of a group come into the total: 权重20%."""
    if group.bonus is not None:
        return f"加分，最多{number(group.bonus)}分"
    return "直接计分" if rules.is_direct else f"权重{number(group.weight * 100)}%"


def _cell(cell: Indicator, names: Mapping[str, MeasureName]) -> Iterator[str]:
    yield f"  {cell.id} {cell.name}（满分{number(cell.max)}分）"
    yield f"    条款：{cell.clause.text}（{cell.clause.cite}）"
    if cell.clause.requirement:
        yield f"    材料：{cell.clause.requirement}"
    for index, reading in enumerate(cell.readings):
        yield f"    {heading(reading, index)}：{reading.text}"
        yield from (f"      {line}" for line in (tier_told(tier, names) for tier in reading.tiers))
    for flag in cell.always_flag:
        yield f"    提示：{flag.message}"
    if cell.bureau:
        yield "    没有提交材料时不计缺口，得分待主管部门系统数据确定"


def word_lines(cell: Indicator, rules: RuleSet) -> Iterator[str]:
    """By which words papers are found for a cell."""
    types = type_names(rules)
    yield f"文件夹和文件名用词：{'、'.join(cell.names)}"
    for key, told in _LISTS.items():
        if listed := getattr(cell.takes, key, ()):
            yield f"{told}：{joined(listed, types)}"


def type_names(rules: RuleSet) -> Mapping[str, str]:
    """Kinds of papers → their names."""
    return {kind.id: kind.name for kind in reversed(rules.words.documents)} | {"plain": "不属于特定类型的材料"}


_LISTS: Mapping[str, str] = {
    "documents": "材料类型",
    "words": "正文须有的词（每组一个）",
    "measured": "说明数量的词",
    "not_measured": "不算数量的词",
    "units": "单位",
    "organisers": "主办单位用词",
    "not_documents": "不算的材料类型",
    "against": "不算的词",
}
"""keys of the ways of counting that hold words"""


def joined(listed: Sequence[str | Sequence[str]], types: Mapping[str, str]) -> str:
    """Words, or groups of words; document types by their names."""
    between = "、" if all(isinstance(each, str) for each in listed) else "；"
    return between.join(types.get(each, each) if isinstance(each, str) else "、".join(each) for each in listed)


def heading(reading: ReadingRule, index: int) -> str:
    """How a reading is announced."""
    if index == 0:
        return "读法（默认）"
    return f"另一读法 {reading.id}" + ("" if reading.widens else "（只列出，不影响最低分和最高分）")


def tier_told(tier: Tier, names: Mapping[str, MeasureName]) -> str:
    """`校园招聘会 多于5场：8分`."""
    conditions = [condition_told(each, names) for each in tier.all]
    if tier.any:
        conditions.append("或".join(condition_told(each, names) for each in tier.any))
    text = f"{'，且'.join(conditions) or '其他情况'}：{number(tier.points)}分"
    if tier.slope is None:
        return text
    slope = tier.slope
    begin = tier.least.value if tier.least else Fraction(0)
    since = "" if begin == slope.start else f"从{_amount(slope.start, slope, names)}起"
    return f"{text}，{since}{_step_told(slope, _amount(slope.per, slope, names))}"


def example_told(tier: Tier, names: Mapping[str, MeasureName]) -> str:
    """`（如80%得10分、81%得12分）`, what the first two values of a slope earn; '' where there is none."""
    slope, least = tier.slope, tier.least
    if slope is None:
        return ""
    begin = least.value if least else slope.start
    first = begin + slope.per if least and least.operator == ">" else begin
    values = (first, first + slope.per)
    return f"（如{'、'.join(f'{_amount(each, slope, names)}得{number(tier.worth(each))}分' for each in values)}）"


def _amount(value: Fraction, slope: Slope, names: Mapping[str, MeasureName]) -> str:
    """A number of the slope's measure with its unit."""
    _, unit, scale = _name(slope.measure, names)
    return f"{number(value * scale)}{unit}"


def _step_told(slope: Slope, every: str) -> str:
    """`每满1个百分点加10分，最高30分`; `每有1项扣2分，扣完为止`."""
    how, by = ("扣", -slope.points) if slope.falls else ("加", slope.points)
    step = f"每满{every}{how}{number(by)}分" if slope.whole else f"每{every}{how}{number(by)}分，按比例计"
    return f"{step}，扣完为止" if slope.falls else f"{step}，最高{number(slope.at_most)}分"


def condition_told(condition: Condition, names: Mapping[str, MeasureName]) -> str:
    """`校园招聘会 多于5场`."""
    label, unit, scale = _name(condition.measure, names)
    return f"{label} {_WORDS[condition.operator]}{number(condition.value * scale)}{unit}"


def _name(measure: str, names: Mapping[str, MeasureName]) -> tuple[str, str, int]:
    """What the measure is called, its unit, and by how much its value is multiplied for that unit."""
    name = names.get(measure, MeasureName(measure, ""))
    return name.name, name.unit, 100 if name.unit in _PERCENT else 1


def _bands(what: str, bands: Sequence[Band]) -> Iterator[str]:
    for band in sorted(bands, key=lambda band: -band.least):
        worth = band.name if isinstance(band, Grade) else f"{band.yuan}元"
        yield f"{what} {worth}：{number(band.least)}–{number(band.most)}分（{band.cite}）"


def number(value: Fraction) -> str:
    """As many decimals as it needs, at most four."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")
