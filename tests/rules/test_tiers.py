"""Tiers that can't be right are refused when the rule set is loaded."""

from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import pytest

from verifier.rules import load_rule_set
from verifier.rules.showing import example_told, tier_told
from verifier.rules.tiers import uncounted
from verifier.score import points
from verifier.telling import explained

FIVE = "tiers:\n          - {all: [fairs > 5], points: 8}\n          - {all: [fairs >= 1], points: 5}"


def tiers(*lines: str) -> str:
    return "tiers:\n" + "\n".join(f"          - {line}" for line in lines)


UNSOUND = [
    (tiers("{all: [fairs > 5], points: 8}", "{all: [fairs < 5], points: 5}"), "tiers", "fairs 等于 5 时没有一档适用"),
    (tiers("{all: [fairs >= 1], points: 8}", "{all: [fairs > 5], points: 5}"), "tiers.1", "前面的一档已经包括这一档"),
    (tiers("{otherwise: true, points: 8}", "{all: [fairs > 5], points: 5}"), "tiers.1", "前面的一档已经包括这一档"),
    (tiers("{any: [fairs >= 1, found >= 1], points: 8}", "{all: [fairs > 5], points: 5}"), "tiers.1", "永远用不到"),
    (
        tiers("{any: [fairs >= 1, found >= 1], points: 8}", "{any: [fairs > 5, found > 5], points: 5}"),
        "tiers.1",
        "永远用不到",
    ),
    (tiers("{all: [fairs > 5], points: 5}", "{all: [fairs >= 1], points: 8}"), "tiers.1.points", "逐档降低"),
    (tiers("{all: [fairs > 5], points: 8}", "{all: [fairs >= 1], points: 8}"), "tiers.1.points", "逐档降低"),
    (tiers("{all: [fairs > 5, fairs < 5], points: 8}"), "tiers.0", "互相矛盾"),
    (tiers("{all: [fairs == 5, fairs >= 6], points: 8}"), "tiers.0", "互相矛盾"),
    (tiers("{all: [fairs > 5], points: 9}"), "tiers.0", "9分，高于满分8分"),
    (tiers("{all: [fairs > 5], points: 7}"), "tiers", "最高一档只有7分"),
    (tiers("{all: [fairs > 5], points: 8}", "{otherwise: true, points: -1}"), "tiers.1.points", "不能是负数"),
    (tiers("{all: [fair > 5], points: 8}"), "tiers.0.all.0", "计数项“fair”在 ruleset.yaml 的 measures 中没有"),
    (
        tiers("{otherwise: true, slope: {measure: fairs, base: 0, per: 1, points: 1, whole: true, at_most: 10}}"),
        "tiers.0",
        "10分，高于满分8分",
    ),
    (
        tiers("{otherwise: true, slope: {measure: fairs, base: 0, per: 0, points: 1, whole: true, at_most: 8}}"),
        "tiers.0.slope",
        "per 应大于0",
    ),
    (
        tiers("{otherwise: true, slope: {measure: fair, base: 0, per: 1, points: 1, whole: true, at_most: 8}}"),
        "tiers.0.slope.measure",
        "计数项“fair”",
    ),
]


@pytest.mark.parametrize(("new", "key", "says"), UNSOUND)
def test_unsound_tiers_are_refused(broken, new, key, says):
    message = broken("group-4.yaml", FIVE, new)
    assert f"readings.0.{key}：指标4.4：" in message
    assert says in message


SOUND = [
    tiers("{all: [fairs > 5], points: 8}", "{all: [fairs > 0, fairs <= 5], points: 5}"),
    tiers("{all: [fairs > 5], points: 8}", "{all: [fairs == 5], points: 6}", "{all: [fairs < 5], points: 5}"),
    tiers("{all: [fairs > 5], points: 8}", "{any: [fairs > 3], points: 6}", "{otherwise: true, points: 2}"),
    tiers("{otherwise: true, slope: {measure: fairs, base: 0, per: 1, points: 2, whole: true, at_most: 8}}"),
]


@pytest.mark.parametrize("new", SOUND)
def test_sound_tiers_are_accepted(copy, new):
    path = copy / "group-4.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(FIVE, new, 1), encoding="utf-8")
    assert load_rule_set(copy).indicators[21].id == "4.4"


INTERNS = tiers("{all: [interns >= 50], points: 20}", "{all: [interns >= 20, graduates < 200], points: 20}")


@pytest.mark.parametrize(
    "new",
    [
        tiers("{any: [interns > 5, graduates > 3], points: 20}", "{any: [interns >= 1, graduates >= 1], points: 5}"),
        tiers("{all: [interns > 5], points: 20}", "{all: [interns > 3, graduates > 3], points: 20}"),
    ],
)
def test_tiers_may_ask_for_two_measures(copy, new):
    path = copy / "group-4.yaml"
    text = path.read_text(encoding="utf-8")
    assert INTERNS in text
    path.write_text(text.replace(INTERNS, new), encoding="utf-8")
    assert load_rule_set(copy).indicators[18].readings[0].tiers[0].points == 20


def test_a_tier_asks_for_what_its_cell_counts(broken):
    message = broken("group-4.yaml", FIVE, tiers("{all: [posts > 5], points: 8}"))
    assert "readings.0.tiers.0：指标4.4：photos 不计“posts”；可写：fairs" in message


def test_a_cell_has_readings_of_different_names(broken):
    assert "读法“default”写了两次" in broken("group-4.yaml", "id: at-five", "id: default")


def test_a_cell_without_readings_is_refused(broken):
    old = """    readings: &event8
      - id: default
        text: 考核期内至少一次
        widens: true
        tiers: [{all: [found >= 1], points: 8}]"""
    message = broken("group-4.yaml", old, "    readings: &event8 []")
    assert "indicators.4.readings：不能为空" in message


def test_where_nothing_is_counted_the_fault_says_so():
    cell = load_rule_set("weihai-2020").indicators[0]
    nothing = replace(cell, takes=SimpleNamespace(kind="new", counts=()))
    assert uncounted(nothing, "found") == "new 不计“found”；可写：（没有）"


RATE = "{all: [change >= 0], slope: {measure: change, base: 10, per: 1%, points: 10, whole: true, at_most: 30}}"


def test_a_slope_begins_where_it_says(copy):
    """达到5%得10分，每增加1个百分点加10分，最高30分."""
    path = copy / "group-4.yaml"
    text = path.read_text(encoding="utf-8")
    assert RATE in text
    begun = RATE.replace(">= 0", ">= 5%").replace("base", "start: 5%, base")
    path.write_text(text.replace(RATE, begun, 1), encoding="utf-8")
    rules = load_rule_set(copy)
    reading = next(cell for cell in rules.indicators if cell.id == "4.3").readings[0]
    percents = (Fraction(each, 100) for each in (4, 5, 6, 7, 9))
    assert [points(reading, {"change": each}) for each in percents] == [0, 10, 20, 30, 30]
    told = explained("4.3", rules)
    tier = "    留威率增幅 不少于5个百分点：10分，每满1个百分点加10分，最高30分（如5个百分点得10分、6个百分点得20分）"
    assert tier in told


def test_a_slope_that_does_not_begin_at_its_bound_says_where(copy):
    rules = load_rule_set(copy)
    tier = next(cell for cell in rules.indicators if cell.id == "4.3").readings[0].tiers[0]
    bound = replace(tier, all=(replace(tier.all[0], value=Fraction(5, 100)),))
    assert "10分，从0个百分点起每满1个百分点加10分" in tier_told(bound, rules.measures)
    assert example_told(bound, rules.measures).startswith("（如5个百分点得30分")


def test_a_base_below_nothing_is_refused_with_the_way_out(broken):
    message = broken("group-4.yaml", RATE, RATE.replace("base: 10", "base: -150"))
    assert "slope.base：指标4.3：分数不能是负数；要从某个数起加的，写 start，如 start: 80%" in message
