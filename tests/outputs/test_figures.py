"""Rates as people see them: exact fractions, what is missing, marks that can be read, reasons with places."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from tests.outputs.example_results import LIST, ROSTER, empty_result, full_result, rate, record, roll
from tests.outputs.test_report import Page
from verifier.outputs.extras import Extras
from verifier.outputs.figures import Figure, figures, percent
from verifier.outputs.report import MOST_ROSTERS, report_html

STEPS = [{"value": at, "points": points} for at, points in ((0, 10), (0.5, 14), (0.6, 16), (0.7, 18), (0.8, 20))]


def figure(**more: Any) -> Figure:
    """One rate of 2.4, from what is given of it."""
    numbers = {"numerator": 1740, "denominator": 2468} | more
    result = full_result()
    result["indicators"][11]["rates"] = [rate("answered_share", "答卷率", **numbers)]
    return figures(record(result))[0].figures[0]


def text_of(result: dict[str, Any]) -> str:
    return Page(report_html(record(result), Extras())).text


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        (860, 4100, "20.98%"),
        (1, 800, "0.13%"),
        (819, 4100, "19.98%"),
        (1, 1, "100.00%"),
        (0, 7, "0.00%"),
        (5, 4, "125.00%"),
    ],
)
def test_percentages_are_exact_and_half_up(above, below, text):
    assert percent(Fraction(above, below)) == text


def test_the_fraction_stands_there_in_full():
    assert figure(numerator=860, denominator=4100).fraction == "860 / 4100 = 20.98%"
    assert figure(numerator=24, denominator=260, is_share=False, value=24).fraction == "24人（总数260人）"


def test_an_unknown_side_is_named_and_nothing_is_drawn():
    unknown = figure(denominator=None)
    assert (unknown.fraction, unknown.value, unknown.chart) == ("1740 / 不明 = 无法计算", "", None)
    assert figure(numerator=None).fraction == "不明 / 2468 = 无法计算"


@pytest.mark.parametrize(
    ("ahead", "text"),
    [
        ({"points": 20, "value": 0.8, "people": 235, "alone": True}, "再增加235人可达到80%，得20分"),
        (
            {"points": 8, "value": 0.3, "people": 15, "alone": False},
            "再增加15人可达到30%，得8分（另一条件也须达到）",
        ),
        (None, "已达到最高一档的要求"),
    ],
)
def test_it_says_how_many_people_are_missing(ahead, text):
    assert figure(marks=STEPS, next=ahead).missing == text


def test_a_count_is_told_in_people():
    ahead = {"points": 20, "value": 50, "people": 26, "alone": True}
    more = {"value": 24, "marks": [{"value": 50, "points": 20}], "next": ahead, "is_share": False}
    count = figure(numerator=24, denominator=260, **more)
    assert count.missing == "再增加26人可达到50人，得20分"
    assert count.chart and (count.chart.length, count.chart.told) == (24, "答卷率 24人；50人起20分")


def test_a_rate_that_no_tier_asks_about_promises_nothing():
    assert figure(marks=[], next=None).missing == ""


def test_a_value_just_under_a_threshold_keeps_enough_decimals():
    ahead = {"points": 20, "value": 0.8, "people": 1, "alone": True}
    near = figure(numerator=79999, denominator=100000, next=ahead)
    assert near.fraction == "79999 / 100000 = 79.999%"


def test_numbers_that_the_rows_do_not_bear_out_are_remarked():
    rows = {"both": 0, "numerator": 0, "denominator": 2468, "out": 0}
    assert figure(rows=rows).remarks == ("分子采用1740人，名单逐行数得0人，请对照佐证核实",)
    stated = figure(numerator=700, denominator=1000, base="总结写明1000人", rows=rows | {"numerator": 700})
    assert stated.remarks == ("分母采用1000人（总结写明1000人），名单逐行数得2468人，请对照佐证核实",)
    assert figure().remarks == ()


def test_totals_that_disagree_are_told_with_what_the_rate_would_be():
    totals = [("毕业生花名册：花名册.xlsx", 2468), ("附件1：附件1.docx", 2410), ("年度总结：总结.docx", 2500)]
    told = [{"base": base, "denominator": total, "value": 0} for base, total in totals]
    (remark,) = [each for each in figure(candidates=told).remarks if "总数不一致" in each]
    assert "花名册.xlsx 2468人，答卷率70.50%" in remark
    assert "附件1.docx 2410人，答卷率72.20%" in remark
    assert "总结.docx 2500人，答卷率69.60%" in remark
    assert not any("总数不一致" in each for each in figure(candidates=told[:1]).remarks)


def test_places_name_each_file_once_also_with_blanks_in_its_name():
    places = [f"{ROSTER} 花名册!C17", f"{ROSTER} 花名册!C18", f"{LIST} 第2页"]
    left_out = [{"why": "缺少姓名", "rows": 9, "places": places}, {"why": "别的", "rows": 1, "places": [LIST]}]
    first, second = figure(left_out=left_out).left_out
    assert first.places == f"{ROSTER} 花名册!C17、花名册!C18；{LIST} 第2页 等"
    assert second.places == LIST


def test_both_years_are_drawn_to_one_scale():
    last = figures(record(full_result()))[-1].figures
    assert [each.chart.length for each in last if each.chart] == [pytest.approx(52.44), 50.0]


@pytest.mark.parametrize("seed", range(30))
def test_labels_never_touch_and_stay_on_the_bar(seed):
    dice = random.Random(seed)
    start = dice.random() * 0.97
    marks = [{"value": start + step * 0.01, "points": 10 * step} for step in range(dice.randint(1, 4))]
    chart = figure(numerator=dice.randint(0, 2468), marks=dice.choice([STEPS, marks])).chart
    assert chart
    spans = []
    for label in chart.labels:
        width = sum(6.5 if letter.isascii() else 12 for letter in label.text) / 300 * 100
        left = label.at - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
        assert left >= -2 and left + width <= 102
        spans.append((label.row, left, left + width))
    assert not [
        (one, two) for one, two in combinations(spans, 2) if one[0] == two[0] and one[1] < two[2] and two[1] < one[2]
    ]


def test_the_report_shows_rates_reasons_and_the_sheet_to_count_again():
    text = text_of(full_result())
    people = text.split("人员与比率 分子")[1].split("全部文件 ")[0]
    for words in ("860 / 4100 = 20.98%", "▸ 再增加1人可达到21%，得20分", "同一人已计入 35", "4.3 本年度留威率"):
        assert words in people, words


def test_the_report_shows_what_each_table_was_taken_for_and_its_doubtful_columns():
    text = text_of(full_result())
    for words in (
        f"{ROSTER} 花名册!A3",
        "2024届毕业生花名册 依据：标题或同一工作簿的其他表",
        "4135 行；另略去：“合计”行 1 行、空行 3 行",
        "所在地 → 单位所在地 ◆ 把握83%",
        "备用一",
        "合并：2人都不重复",
    ):
        assert words in text, words
    assert "序号 → 序号" not in text and "把握100%" not in text


def test_charts_are_told_in_words():
    html = report_html(record(full_result()), Extras())
    told = [attrs["aria-label"] for tag, attrs in Page(html).tags if tag == "svg" and attrs.get("class") == "rate-bar"]
    assert told == ["本年度留威率 20.98%；20%起10分；21%起20分；22%起30分", "上年度留威率 20.00%"]


def test_a_bundle_without_people_says_so():
    text = text_of(empty_result())
    assert "没有由人员名单计数的比率" in text and "材料里没有人员名册" in text


def test_very_many_tables_are_cut_and_the_rest_is_told():
    result = empty_result()
    result["rosters"] = [roll(f"{at}.pdf", "其他名单", [], page=1) for at in range(MOST_ROSTERS + 7)]
    assert "另有 7 个表没有列出" in text_of(result)


def test_what_a_table_says_is_text_wherever_it_stands():
    result = full_result()
    evil = "</title><script>alert(1)</script>"
    columns = [(evil, "姓名", 0.5)]
    result["rosters"] = [roll(evil, evil, columns, title=evil, joined=evil, told_by=evil, unknown_headers=[evil])]
    cell = next(cell for cell in result["indicators"] if cell["id"] == "4.3")
    cell["rates"][0] |= {"base": evil, "left_out": [{"why": evil, "rows": 1, "places": [evil]}]}
    assert "<script" not in report_html(record(result), Extras())
