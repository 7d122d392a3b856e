"""A cell in plain sentences, made from its rules alone."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import verifier.telling
from verifier.cli import main
from verifier.errors import UsageError
from verifier.model import TAKINGS, Expressions, Indicator, measures_of
from verifier.rules import load_rule_set
from verifier.telling import explained
from verifier.telling.kinds import KINDS, told
from verifier.telling.phrases import names_of

RULES = load_rule_set("weihai-2020")
CELLS = RULES.indicators


def test_every_way_of_counting_is_told() -> None:
    assert set(KINDS) == set(TAKINGS)


def words_in(cell: Indicator) -> set[str]:
    """All that a cell's way of counting names, as people read it."""
    events = {kind: f"（{kind}）" for kind in RULES.words.events}
    columns = {field: headers[0] for field, headers in RULES.words.columns.items()}
    found: set[str] = set()
    for field in fields(cell.takes):
        value = getattr(cell.takes, field.name)
        if field.name in ("documents", "also_documents", "not_documents"):
            found |= {names_of((each,), RULES) for each in value}
        elif field.name in ("events", "open_events"):
            found |= {events[each] for each in value}
        elif field.name == "columns":
            found |= {columns[each] for group in value for each in group}
        elif field.name == "parts":
            found |= {text for part in value for text in (part.name, *patterns(part.titles), *patterns(part.without))}
        elif field.name == "note" and value:
            found.add(value)
        elif isinstance(value, Expressions):
            found |= set(patterns(value))
        elif isinstance(value, tuple):
            found |= {word for each in value for word in ((each,) if isinstance(each, str) else each)}
    return found


def patterns(expressions: Expressions) -> list[str]:
    return [each.pattern for each in expressions.each]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.id)
def test_nothing_that_a_cell_says_is_left_out(cell: Indicator) -> None:
    text = explained(cell.id, RULES)
    for word in (*words_in(cell), *cell.names, cell.clause.text, cell.clause.requirement):
        assert word in text, word
    for reading in cell.readings:
        assert reading.text in text
    assert [flag.message in text for flag in cell.always_flag] == [True] * len(cell.always_flag)
    assert set(told(cell.takes, RULES).needs) == set(measures_of(cell.takes))
    assert [line for line in text.splitlines() if line.endswith(("：", "、"))] == []


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("4.4", "4.4 举办校园招聘会（开展各类就业创业活动／毕业生留威；满分8分，本组权重35%，折合总分2.8分）"),
        ("4.4", "· 照片，图中或图注中的文字表明是下列活动：招聘会、双选会、供需见面会等（fair）"),
        ("4.4", "· 这些活动只计入最高分：宣讲会、招聘宣讲会、专场宣讲等（talk）"),
        ("4.4", "· 日期不在考核期（当年1月1日至当年12月31日）内的不计"),
        ("4.4", "· 校园招聘会（场）：不同活动的场数"),
        ("4.4", "· 没有提交材料的得0分，提示“没有材料”"),
        ("1.1", "· 也可以写在：场地一览、场地说明，与最可信的同等看待"),
        ("1.1", "· 固定场所不小于20平方米（三（一））：办公场所面积 不少于20平方米"),
        ("1.4", "· 只出现上述的词、没有列出数量也没有写明已配备的不计"),
        ("1.6", "· 建立健全工作制度（三（三））：有工作制度"),
        ("2.1", "· 每组至少有一列：姓名；身份证号或学号或考生号；生源地或生源地代码"),
        ("2.1", "· 提醒“需核对业务系统”：报送时间是否在截点内，材料不能证明，请与市人社局的接收记录核对"),
        ("2.6", "· 考核期以外出具的不计"),
        ("3.1", "· 同一条不论出现几次只计一次；标题相同、相隔不超过7天的算同一条"),
        ("3.3", "· 图中印着的日期一般不作为拍摄日期，以拍摄时间、水印和图注为准"),
        ("4.1", "· 达不到更高一档的，提示“未达到上一档”，一个也不计时也提示"),
        ("4.6", "· 没有提交材料的，预填0分，最高8分，不算缺口，由主管部门的系统数据确定"),
    ],
)
def test_a_cell_is_told_in_sentences(cell: str, line: str) -> None:
    assert line in [each.strip() for each in explained(cell, RULES).splitlines()]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.id)
def test_the_region_is_the_rule_set_s_own(cell: Indicator) -> None:
    elsewhere = replace(RULES, region="甲地")
    here, there = told(cell.takes, RULES), told(cell.takes, elsewhere)
    assert tuple(each.replace("甲地", "威海") for each in there.counts) == here.counts


def test_no_place_stands_in_the_program() -> None:
    folder = Path(verifier.telling.__file__).parent
    assert [path.name for path in folder.glob("*.py") if re.search("威海|山东|留威", path.read_text("utf-8"))] == []


def test_a_cell_is_found_by_its_name_too() -> None:
    assert explained("举办校园招聘会", RULES) == explained("4.4", RULES)


def test_an_unknown_cell_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"没有指标“9\.9”，可写：1\.1（[^、]*）、1\.2（"):
        explained("9.9", RULES)


def test_the_command_takes_the_newest_rule_set_or_the_one_that_is_named() -> None:
    run = CliRunner().invoke
    named = run(main, ["rules", "explain", "4.4", "--rules", "weihai-2020"])
    assert (named.exit_code, run(main, ["rules", "explain", "4.4"]).output) == (0, named.output)
    assert run(main, ["rules", "explain", "9.9"]).exit_code == UsageError.exit_status


def test_a_part_of_a_name_lists_the_cells_that_have_it() -> None:
    with pytest.raises(UsageError) as caught:
        explained("举办校园", RULES)
    assert str(caught.value) == "没有指标“举办校园”，可写：4.4（举办校园招聘会）"
