"""Drafts of the cases that a rule set lacks: what the rules give now, for a person to hold against the policy.

A draft bears `draft: true` and counts for nothing until somebody deletes that key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from pathlib import Path

from verifier.cases.coverage import Coverage, beside, coverage
from verifier.cases.running import score_groups, tally_of
from verifier.cases.sampling import sample
from verifier.cases.word_lists import Entry, WordList, numbers_of, word_lists
from verifier.cases.written import CaseFile, CellCase
from verifier.model import Condition, Indicator, MeasureName, ReadingRule, RuleSet
from verifier.score import fits, score_cell

_HEAD = """# 由 verifier rules test --suggest 起草，得分是按现有规则算出来的，未经人核对，不计入算例。
# 请逐条对照政策原文：得分对的，删去 draft: true 一行；不对的，先改规则或改得分。不要的整条删去。
"""
_SHARES = ("%", "个百分点")
_WAYS = 8
"""ways through an expression that are tried for a text that it alone finds"""


def drafts(rules: RuleSet, files: Sequence[CaseFile]) -> str:
    """The text of a case file with what neither a case nor a draft tries; '' where nothing is lacking."""
    lacking = coverage(rules, files, drafts=True)
    lists = word_lists(rules)
    parts = (
        ("cells", [_of_cell(cell, lacking, rules) for cell in rules.indicators]),
        ("sheets", [_sheet(total, rules) for total in dict.fromkeys(end for _, end in lacking.bands)]),
        ("words", [_list(path, lists[path]) for path in lacking.words]),
        ("numbers", [_confirmed(path, numbers_of(rules)[path]) for path in lacking.numbers]),
    )
    told = [*chain.from_iterable(_part(key, blocks) for key, blocks in parts)]
    return _HEAD + "\n".join([*told, ""]) if told else ""


def _part(key: str, blocks: Iterable[Iterable[str]]) -> list[str]:
    lines = list(chain.from_iterable(blocks))
    return [f"{key}:", *lines] if lines else []


def write_drafts(folder: Path, text: str) -> Path:
    """Writes drafts beside the cases, over no file that is there."""
    cases = folder / "cases"
    cases.mkdir(exist_ok=True)
    names = (f"drafts{'' if number == 1 else f'-{number}'}.yaml" for number in range(1, 1000))
    path = next(cases / name for name in names if not (cases / name).exists())
    path.write_text(text, encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True)
class _Draft:
    """Facts of a case, and what it is to try."""

    name: str
    facts: Mapping[str, Fraction]
    readings: tuple[str, ...] = ()
    """whose points the case says"""


def _of_cell(cell: Indicator, lacking: Coverage, rules: RuleSet) -> Iterator[str]:
    every = (
        *_of_thresholds(cell, lacking, rules),
        *_of_tiers(cell, lacking, rules),
        *_of_readings(cell, lacking, rules),
    )
    once: dict[tuple[tuple[str, Fraction], ...], _Draft] = {}
    for draft in every:
        same = once.setdefault(tuple(sorted(draft.facts.items())), draft)
        once[tuple(sorted(draft.facts.items()))] = replace(same, readings=(*same.readings, *draft.readings))
    if once:
        yield f"  {json.dumps(cell.id)}:"
        yield from (line for draft in once.values() for line in _case(cell, draft, rules))


def _of_thresholds(cell: Indicator, lacking: Coverage, rules: RuleSet) -> Iterator[_Draft]:
    for each in lacking.thresholds:
        if each.cell == cell.id:
            condition = each.condition
            value = condition.value if each.side == "at" else _beside(condition, rules)
            facts = {condition.measure: value} | _holding(cell, each.reading, condition, rules)
            readings = () if _rule(cell, each.reading).widens else (each.reading,)
            yield _Draft(_told(facts, rules.measures), facts, readings)


def _rule(cell: Indicator, reading: str) -> ReadingRule:
    return next(rule for rule in cell.readings if rule.id == reading)


def _beside(condition: Condition, rules: RuleSet) -> Fraction:
    """The value just on the other side of a threshold: a whole unit, or a hundredth of a percentage point away."""
    least, most = beside(condition, rules)
    far = least if condition.value == most else most
    if rules.measures[condition.measure].unit in _SHARES:
        return condition.value + (far - condition.value) / 100
    return far


def _holding(cell: Indicator, reading: str, condition: Condition, rules: RuleSet) -> dict[str, Fraction]:
    """Values of the other measures by which the points hang on a condition: its own tier fits, and no other may."""
    rule = _rule(cell, reading)
    own = next(tier for tier in rule.tiers if condition in (*tier.all, *tier.any))
    values: dict[str, Fraction] = {}
    for tier in sorted(rule.tiers, key=lambda tier: tier is own):  # what its own tier asks for is settled last
        values |= {each.measure: _fitting(each) if tier is own else _failing(each, rules) for each in tier.all}
    values.pop(condition.measure, None)
    return values


def _failing(condition: Condition, rules: RuleSet) -> Fraction:
    """A value just on that side where a condition does not hold."""
    return condition.value if condition.operator in (">", "<") else _beside(condition, rules)


def _fitting(condition: Condition) -> Fraction:
    step = {">": 1, "<": -1}.get(condition.operator, 0)
    return condition.value + step * (Fraction(1) if condition.value.denominator == 1 else Fraction(1, 100))


def _of_tiers(cell: Indicator, lacking: Coverage, rules: RuleSet) -> Iterator[_Draft]:
    for owner, reading, at in lacking.tiers:
        if owner == cell.id:
            rule = _rule(cell, reading)
            tier = rule.tiers[at]
            facts = {each.measure: _fitting(each) for each in (*tier.all, *tier.any[:1])}
            facts |= {tier.slope.measure: tier.slope.start + tier.slope.per} if tier.slope and not facts else {}
            facts = facts or {name: Fraction(0) for name in _measures(cell, reading)}
            if fits(tier, facts):
                yield _Draft(_told(facts, rules.measures), facts, () if rule.widens else (reading,))


def _of_readings(cell: Indicator, lacking: Coverage, rules: RuleSet) -> Iterator[_Draft]:
    for owner, reading in lacking.readings:
        if owner == cell.id:
            rule = _rule(cell, reading)
            facts = {each.measure: _fitting(each) for each in (*rule.tiers[0].all, *rule.tiers[0].any)}
            yield _Draft(f"读法 {reading}：{_told(facts, rules.measures)}", facts, (reading,))


def _measures(cell: Indicator, reading: str) -> list[str]:
    rule = _rule(cell, reading)
    return list(dict.fromkeys(each.measure for tier in rule.tiers for each in (*tier.all, *tier.any)))


def _told(facts: Mapping[str, Fraction], names: Mapping[str, MeasureName]) -> str:
    return "、".join(f"{names[name].name}{value_told(value, names[name])}" for name, value in facts.items())


def value_told(value: Fraction, name: MeasureName) -> str:
    """A value with its unit, as people say it."""
    return f"{_exact(value * 100 if name.unit in _SHARES else value)}{name.unit}"


def _number(value: Fraction, name: MeasureName) -> str:
    """As a case writes it."""
    if name.unit in _SHARES:
        return f"{_exact(value * 100)}%"
    return _exact(value)


def _exact(value: Fraction) -> str:
    text = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"


def _case(cell: Indicator, draft: _Draft, rules: RuleSet) -> Iterator[str]:
    case = CellCase(draft.name, (None, None, None), {name: (value,) * 3 for name, value in draft.facts.items()})
    result = score_cell(cell, tally_of(case, cell), rules)
    facts = ", ".join(f"{name}: {_number(value, rules.measures[name])}" for name, value in draft.facts.items())
    points = ", ".join(f"{each.id}: {_exact(each.points)}" for each in result.readings if each.id in draft.readings)
    yield f"    - name: {json.dumps(draft.name, ensure_ascii=False)}"
    yield "      draft: true"
    yield f"      facts: {{{facts}}}"
    yield f"      points: {_three(result.low, result.proposed, result.high)}"
    if points:
        yield f"      readings: {{{points}}}"
    if result.flags:
        yield f"      flags: [{', '.join(flag.code for flag in result.flags)}]"


def _sheet(total: Fraction, rules: RuleSet) -> Iterator[str]:
    """Groups with the points of the total."""
    points = _groups_with(total, rules)
    sheet = score_groups({group: (own,) * 3 for group, own in points.items()}, rules)
    groups = ", ".join(f"{json.dumps(group)}: {_exact(own)}" for group, own in points.items())
    yield f"  - name: {_exact(total)}分"
    yield "    draft: true"
    yield f"    groups: {{{groups}}}"
    yield f"    total: {_exact(total)}"
    yield f"    grade: {sheet.grade.proposed}"
    yield f"    award: {sheet.award_yuan.proposed}"
    for key, possible in (("grades", sheet.grade.possible), ("awards", sheet.award_yuan.possible)):
        if len(possible) > 1:
            yield f"    {key}: [{', '.join(map(str, possible))}]"
    if sheet.flags:
        yield f"    flags: [{', '.join(flag.code for flag in sheet.flags)}]"


def _groups_with(total: Fraction, rules: RuleSet) -> Mapping[str, Fraction]:
    """The total in every group where they are weighed; else the groups are filled one after the other."""
    if not rules.is_direct:
        return {group.id: total for group in rules.groups}
    left, points = total, dict[str, Fraction]()
    for group in rules.groups:
        own = sum((cell.max for cell in group.indicators), Fraction(0))
        points[group.id] = min(left, own if group.bonus is None else group.bonus)
        left -= points[group.id]
    return points


def _list(path: str, listed: WordList) -> Iterator[str]:
    """A text for each expression; of plain words one for the first, of groups of words one with one of each."""
    if listed.all:
        found, whole = ["，".join(entry.telling for entry in listed.entries)], list[str]()
    else:
        found, whole = _found_alone(listed)
    if found or whole:
        yield f"  - list: {json.dumps(path, ensure_ascii=False)}"
        yield "    draft: true"
    for key, texts in (("finds", found), ("whole", whole)):
        if texts:
            yield f"    {key}: [{', '.join(json.dumps(text, ensure_ascii=False) for text in texts)}]"


def _confirmed(path: str, value: Fraction) -> Iterator[str]:
    yield f"  - at: {json.dumps(path, ensure_ascii=False)}"
    yield "    draft: true"
    yield f"    value: {_exact(value)}"


def _found_alone(listed: WordList) -> tuple[list[str], list[str]]:
    """Texts that one entry alone finds, else that it alone is; of plain words the first such."""
    found, whole = list[str](), list[str]()
    for entry in listed.entries:
        if (text := _alone(entry, listed, Entry.finds)) is not None:
            found.append(text)
        elif (text := _alone(entry, listed, Entry.is_whole)) is not None:
            whole.append(text)
    first = listed.entries[0]
    return (found, whole) if first.expression or first.exact else (found[:1], whole[: not found])


def _alone(entry: Entry, listed: WordList, fits: Callable[[Entry, str], bool]) -> str | None:
    texts = (sample(entry.told, way) for way in range(_WAYS)) if entry.expression else (entry.telling,)
    return next((text for text in texts if [each for each in listed.entries if fits(each, text)] == [entry]), None)


def _three(low: Fraction, proposed: Fraction, high: Fraction) -> str:
    return _exact(low) if low == proposed == high else f"[{', '.join(map(_exact, (low, proposed, high)))}]"
