"""Two rule sets in words: every change, each once."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from verifier.cli import main
from verifier.model import Expressions, RuleSet
from verifier.rules import folder_of, load_rule_set
from verifier.telling import differences
from verifier.telling.differing import changes

RULES = load_rule_set("weihai-2020")


def told(*edits: tuple[str, str, str], folder: Path) -> list[str]:
    """The lines that tell of a copy in which texts of files were replaced."""
    copy = Path(shutil.copytree(folder_of("weihai-2020"), folder / "copy"))
    for name, old, new in edits:
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text, f"{old} does not stand in {name}"
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    lines = differences(RULES, load_rule_set(copy)).splitlines()
    return [line.strip(" ·") for line in lines if line.startswith("  ")]


def test_two_that_say_the_same_have_no_difference() -> None:
    assert differences(RULES, RULES) == "两套规则没有区别"


CELL = "4.4 举办校园招聘会"
CHANGES = [
    ("ruleset.yaml", 'period_to: "12-31"', 'period_to: "11-30"', "考核期：考核期最后一天由“12-31”改为“11-30”"),
    ("ruleset.yaml", "least: 80, most: 100", "least: 85, most: 100", "等次／优秀：最低总分由80改为85"),
    ("ruleset.yaml", "yuan: 70000", "yuan: 80000", "奖补：取消 70000"),
    ("ruleset.yaml", "staff >= 3", "staff >= 4",
     "建站标准／staff／条件：删去“工作人员 不少于3人”，增加“工作人员 不少于4人”"),
    ("group-4.yaml", "[fairs > 5], points: 8", "[fairs > 6], points: 8",
     f"{CELL}／读法／default／分档：删去“校园招聘会 多于5场：8分”，增加“校园招聘会 多于6场：8分”"),
    ("group-4.yaml", "教师招聘, 社团招新", "教师招聘, 校友会",
     f"{CELL}／怎样查找和计数／出现就不是这类材料的词：删去“社团招新”，增加“校友会”"),
    ("group-4.yaml", "whole: false", "whole: true",
     "4.3 毕业生留威率／读法／pro-rata／分档："
     "删去“留威率增幅 不少于0个百分点：10分，每1个百分点加10分，按比例计，最高30分”，"
     "增加“留威率增幅 不少于0个百分点：10分，每满1个百分点加10分，最高30分”"),
    ("words/people.yaml", "[签就业协议", "[签三方",
     "人员名册用的词／毕业去向／签有协议或合同的就业：删去“签就业协议”，增加“签三方”"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "line"), CHANGES)
def test_a_change_is_told_in_words(tmp_path: Path, name: str, old: str, new: str, line: str) -> None:
    assert line in told((name, old, new), folder=tmp_path)


def test_what_several_cells_have_in_common_is_told_once(tmp_path: Path) -> None:
    lines = told(("group-2.yaml", "按要求报送即得分", "报送即得分"), folder=tmp_path)
    (only,) = lines
    assert only.startswith("2.1、2.2、2.3、2.5、2.6／读法／default：")


def test_what_the_form_repeats_of_a_cell_is_not_told_twice(tmp_path: Path) -> None:
    change = ("＞5场次（8分）", "＞6场次（8分）")
    (only,) = told(("group-4.yaml", *change), ("form.yaml", *change), folder=tmp_path)
    assert only.startswith(f"{CELL}／条款")


def test_a_weight_is_told_of_the_group_and_not_of_the_form(tmp_path: Path) -> None:
    weights = [(f"group-{number}.yaml", "weight: 20%", f"weight: {share}%") for number, share in ((1, 25), (2, 15))]
    one, two = "基础\\n管理\\n工作\\n\\n\\n(权重{}%）", "信息\\n采集\\n\\n\\n(权重{}%）"
    rows = [("form.yaml", text.format(20), text.format(share)) for text, share in ((one, 25), (two, 15))]
    assert told(*weights, *rows, folder=tmp_path) == ["权重由20%改为25%", "权重由20%改为15%"]


def test_cells_that_come_go_and_move_are_told() -> None:
    first, *others = RULES.groups
    taken = first.indicators[-1]
    moved = replace(others[-1], indicators=(*others[-1].indicators, taken))
    added = replace(taken, id="1.9", name="新的一项")
    fewer = replace(first, indicators=(*first.indicators[:-2], added))
    text = differences(RULES, replace(RULES, groups=(fewer, *others[:-1], moved)))
    for line in (
        "增加指标 1.9 新的一项（满分15分）",
        "取消指标 1.7 全年工作计划（满分15分）",
        "1.8 基础台账：从第1组移到第5组",
    ):
        assert text.count(line) == 1, line


# --- every key ------------------------------------------------------------------------------------


def variants(value: Any) -> Iterator[Any]:
    """A value with one thing in it changed, for each thing that its type has; of lists the first entry."""
    if isinstance(value, Expressions):
        yield Expressions.of([*(each.pattern for each in value.each), "新词"])
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("sha256", "kind", "operator", "slope"):
                yield from (
                    replace(value, **{field.name: each})  # type: ignore[type-var]
                    for each in variants(getattr(value, field.name))
                )
    elif isinstance(value, Mapping):
        for key in [*value][:1]:
            yield from ({**value, key: each} for each in variants(value[key]))
            yield {each: value[each] for each in value if each != key}
    elif isinstance(value, tuple):
        yield from ((each, *value[1:]) for first in value[:1] for each in variants(first))
        yield from [value[1:]] if value else []
    else:
        yield _another(value)


def _another(value: object) -> object:
    match value:
        case bool():
            return not value
        case int() | float() | Fraction():
            return value + 1
        case date():
            return value.replace(year=value.year + 1)
        case None:
            return "新的"
    return f"{value}新"


def test_whatever_is_changed_is_told() -> None:
    every: list[RuleSet] = [*variants(RULES)]
    silent = [at for at, each in enumerate(every) if not list(changes(RULES, each))]
    assert len(every) > 500
    assert silent == []


def test_the_command_ends_well_whether_there_are_differences_or_not(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder_of("weihai-2020"), tmp_path / "copy"))
    run = CliRunner().invoke
    assert run(main, ["rules", "diff", "weihai-2020", str(copy)]).output == "两套规则没有区别\n"
    path = copy / "ruleset.yaml"
    path.write_text(path.read_text("utf-8").replace("region: 威海", "region: 甲地"), encoding="utf-8")
    done = run(main, ["rules", "diff", "weihai-2020", str(copy)])
    assert (done.exit_code, "地区名由“威海”改为“甲地”" in done.output) == (0, True)
