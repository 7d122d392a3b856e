"""Weihai's rule set against the official wording, and its cases against its tiers."""

import re
from fractions import Fraction

import pytest

from verifier.cases import CellCase, facts_of, load_cases
from verifier.model import Condition, ScaleMark
from verifier.rules import load_rule_set, rule_folders

RULES = load_rule_set("weihai-2020")
FOLDER = next(folder for folder in rule_folders() if folder.name == "weihai-2020")
assert RULES.form is not None
FORM = RULES.form
ROWS = {row.indicator: row for row in FORM.rows}
CELLS = {cell.id: cell for cell in RULES.indicators}

# what the policy says outside the form
POLICY = (
    "在校区内设置必要的工作、培训、招聘和就业创业服务等场地（其中固定场所应不小于20平方米），配备必要的计算机、网络等设备",
    "指导站工作人员原则上不得少于3人，并明确1名专职联络员，负责与人力资源社会保障等部门对接工作。",
    "对考核成绩优秀的（80分及以上）给予奖励，对考核成绩合格的（70分及以上）给予帮助指导，对考核成绩不合格的（70分及以下），取消指导站称号。",
    "考核指标得分96-100分的每年给予7万元的绩效奖补，考核指标得分91-95分的每年给予5万元绩效奖补，考核指标得分80-90分的每年给予4万元绩效奖补。",
    "本意见有效期至2024年12月31日",
)


def joined(text: str) -> str:
    return "".join(text.split())


def requirement_of(indicator: str) -> str:
    """An empty text of the form is merged upward."""
    found = ""
    for name, row in ROWS.items():
        found = row.requirement or found
        if name == indicator:
            return found
    raise AssertionError(indicator)


def test_the_cells_are_the_rows_of_the_form_from_top_to_bottom():
    assert list(ROWS) == list(CELLS)
    assert len(CELLS) == 27


@pytest.mark.parametrize("indicator", CELLS)
def test_clause_and_requirement_are_those_of_the_form(indicator):
    cell, row = CELLS[indicator], ROWS[indicator]
    content, standard = joined(row.content or row.area), joined(row.standard)
    assert joined(cell.clause.text) in (standard, content + standard, f"{content}，{standard}")
    assert joined(cell.clause.requirement) == joined(requirement_of(indicator))
    assert cell.name == content.rstrip("。")


@pytest.mark.parametrize("indicator", CELLS)
def test_the_most_points_are_those_of_the_clause(indicator):
    named = re.findall(r"[（(](\d+)分）|最高(\d+)分", CELLS[indicator].clause.text)
    assert max(int(a or b) for a, b in named) == CELLS[indicator].max


def test_weights_are_those_printed_in_the_form():
    groups = [joined(row.group) for row in FORM.rows if row.group]
    groups.append(joined(ROWS["5.1"].area))
    printed = [Fraction(found[1]) / 100 for text in groups if (found := re.search(r"权重(\d+)%", text))]
    assert printed == [group.weight for group in RULES.groups]


@pytest.mark.parametrize("indicator", CELLS)
def test_words_quoted_from_the_policy_stand_in_it(indicator):
    cell, row = CELLS[indicator], ROWS[indicator]
    official = joined("".join((*POLICY, row.content or "", row.area, row.standard, requirement_of(indicator))))
    texts = [cell.clause.cite, *(reading.text for reading in cell.readings)]
    for quoted in (quote for text in texts for quote in re.findall("“([^”]+)”", text)):
        assert quoted in official, quoted


def test_bands_cite_what_the_policy_says_of_them():
    for band in (*RULES.grades, *RULES.awards):
        _, _, quoted = band.cite.partition("：")
        assert quoted in "".join(POLICY)
    assert [(band.yuan, band.least, band.most) for band in RULES.awards if band.yuan] == [
        (int(yuan) * 10000, int(least), int(most))
        for least, most, yuan in re.findall(r"得分(\d+)-(\d+)分的每年给予(\d)万元", "".join(POLICY))
    ]


def test_the_scale_of_the_report_stands_at_the_thresholds_of_grades_and_awards():
    marks = {band.least: {"text": band.name} for band in RULES.grades if band.least}
    for band in RULES.awards:
        if band.yuan:
            marks.setdefault(band.least, {})["award"] = f"{band.yuan // 10000}万"
    assert FORM.scale == tuple(ScaleMark(int(at), **{"text": "", "award": ""} | marks[at]) for at in sorted(marks))


def cases_of(indicator: str) -> list[CellCase]:
    files = [load_cases(path, RULES) for path in sorted((FOLDER / "cases").glob("*.yaml"))]
    return [case for file in files for case in file.cells.get(indicator, ())]


@pytest.mark.parametrize("indicator", CELLS)
def test_every_cell_has_cases_for_its_maximum_for_nothing_and_for_each_side_of_every_threshold(indicator):
    cell, cases = CELLS[indicator], cases_of(indicator)
    assert any(case.points[2] == cell.max and case.final is not None for case in cases)
    assert any(case.evidence is False for case in cases)
    conditions = {c for reading in cell.readings for tier in reading.tiers for c in (*tier.all, *tier.any)}
    for condition in conditions:
        values = {case.facts[condition.measure][1] for case in cases if condition.measure in case.facts} - {None}
        assert any(within(condition, value) for value in values), condition
        assert any(not within(condition, value) for value in values), condition
        if condition.value:
            assert condition.value in values, condition


def within(condition: Condition, value: Fraction) -> bool:
    return {
        ">=": value >= condition.value,
        ">": value > condition.value,
        "<": value < condition.value,
    }[condition.operator]


def test_every_fact_that_a_tier_asks_for_has_a_name_for_messages():
    assert {fact for cell in CELLS.values() for fact in facts_of(cell)} <= RULES.measures.keys()
