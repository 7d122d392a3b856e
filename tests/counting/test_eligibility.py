"""The door through which papers come to count: one question, one flag, whichever cell asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.counting.station_papers import SCHOOL, codes, counted, points, rules, scan, seen
from tests.facts.papers import grid, paper
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.period import by_time, outside, undated
from verifier.language.comparing_text import plain
from verifier.model import SEAL, Document, Fact, Papers, Place, Seal

PARENT = "哈尔滨工业大学"
RULES = "第一条 为规范管理，制定本办法。\n第二条 严格执行本办法。"


def regulation(school: str, title: str, file: str, confidence: float = 1.0) -> Document:
    text = f"{school}{title}\n{RULES}\n{school}"
    return paper(text, file=file) if confidence == 1 else scan(text, confidence, file)


def door(papers: Papers, *doubts: Doubt, circular: bool = False) -> tuple[str, list[str], str]:
    """How the first paper stands by its first school, the codes of its flags and why it was turned away."""
    first = papers.observed[0]
    cell = rules().indicators[0]
    found = eligible(first, cell, papers, rules(), first.schools[0], doubts, circular=circular)
    return found.standing, [flag.code for flag in found.flags], found.reason


LATE, UNKNOWN = outside("日期", "材料"), undated("没有日期", "请补充")


def test_a_paper_of_the_school_may_count() -> None:
    assert door(seen(paper(f"{SCHOOL}\n工作计划"))) == ("firm", [], "")


def test_another_schools_paper_is_asked_nothing_else() -> None:
    papers = seen(paper("威海职业学院\n工作计划"))
    assert door(papers, UNKNOWN) == ("out", ["school-mismatch"], "属于威海职业学院")


def test_the_parents_name_and_a_poor_scan_are_both_told() -> None:
    assert door(seen(scan(f"{PARENT}\n工作计划", 0.6))) == ("open", ["judgement-required", "low-confidence"], "")


def test_nobody_asks_how_a_paper_was_read_that_does_not_count_by_its_date() -> None:
    papers = seen(scan(f"{SCHOOL}\n工作计划", 0.6))
    assert door(papers, UNKNOWN) == ("open", ["date-missing"], "")
    assert door(papers, LATE, UNKNOWN) == ("out", ["date-outside-period"], "")


def test_a_notice_to_several_schools_is_addressed_to_each() -> None:
    papers = seen(paper("山东外事职业大学\n威海职业学院\n关于举办招聘会的通知"))
    assert door(papers)[0] == "out"
    assert door(papers, circular=True) == ("firm", [], "")


def test_a_doubt_without_a_code_opens_and_is_told_elsewhere() -> None:
    papers = seen(paper("工作计划"), year=None)
    doubts = by_time(None, papers, LATE, UNKNOWN)
    assert (weakest(doubts), telling(doubts)) == ("open", [])


@pytest.mark.parametrize(("inside", "codes_"), [(True, []), (False, ["date-outside-period"]), (None, ["date-missing"])])
def test_a_date_lies_in_the_period_or_not_or_is_unknown(inside: bool | None, codes_: list[str]) -> None:
    papers = seen(paper("工作计划"))
    assert [doubt.code for doubt in by_time(inside, papers, LATE, UNKNOWN)] == codes_


def test_one_sentence_says_in_every_cell_that_only_the_parent_school_is_named() -> None:
    table = grid("序号|日期|活动", "1|2024-05-20|讲座", title=f"{PARENT}指导站工作台账")
    long = "围绕毕业生留威开展岗位体验，全年组织12批次。"
    papers = seen(
        paper(f"{PARENT}场地证明\n兹证明就业创业服务指导站办公室面积36平方米，体育馆可作招聘会场地。", file="1"),
        regulation(PARENT, "指导站工作制度", "2"),
        paper(f"{PARENT}指导站2024年工作计划\n春季招聘。\n{PARENT}", file="3"),
        paper(f"{PARENT}指导站工作台账", tables=(table,), file="4"),
        paper(f"{PARENT}创新性工作情况说明\n一、留威夜校\n{long}\n二、校友导航\n{long}", file="5"),
    )
    said = {
        flag.message
        for cell in ("1.1", "1.3", "1.6", "1.7", "1.8", "5.1")
        for flag in counted(cell, papers).flags
        if flag.message.startswith("只写")
    }
    assert said == {"只写有学校总校的名称，看不出是不是本校区的，请审核人员核对"}
    for cell in ("1.6", "1.7", "1.8", "5.1"):
        assert "judgement-required" in codes(counted(cell, papers))


def test_a_regulation_of_the_parent_opens_no_question_beside_the_schools_own() -> None:
    own = [regulation(SCHOOL, title, title) for title in ("指导站工作制度", "指导站财务管理制度")]
    papers = seen(*own, regulation(PARENT, "指导站工作制度", "总校"), regulation(SCHOOL, "指导站工作制度", "扫描", 0.6))
    assert points("1.6", papers) == points("1.6", seen(*own))
    assert codes(counted("1.6", papers)) == set()


def test_a_regulation_that_was_hardly_read_is_asked_about() -> None:
    papers = seen(regulation(SCHOOL, "指导站工作制度", "扫描", 0.6))
    assert codes(counted("1.6", papers)) == {"low-confidence"}


def test_people_whom_only_an_open_list_names_are_asked_about() -> None:
    head, one = "姓名|职务|专兼职|岗位职责", "王建国|主任|兼职|全面"
    two, three = "李晓梅|科员|专职|联络员", "张伟|科员|兼职|咨询"
    own = paper(f"{SCHOOL}工作人员名单", tables=(grid(head, one, two, title=f"{SCHOOL}工作人员名单"),), file="1")
    wide = paper(f"{PARENT}工作人员名单", tables=(grid(head, one, three, title=f"{PARENT}工作人员名单"),), file="2")
    assert codes(counted("1.5", seen(own, wide))) == {"judgement-required"}
    same = paper(f"{PARENT}工作人员名单", tables=(grid(head, one, two, title=f"{PARENT}工作人员名单"),), file="2")
    assert codes(counted("1.5", seen(own, same))) == set()


@pytest.mark.parametrize(
    ("seal", "expected"),
    [
        ("哈尔滨工业大学威海校区", (15, 15, 15)),
        ("哈尔滨工业大学（威海）教务处", (15, 15, 15)),
        ("哈尔滨工业大学教务处", (0, 0, 15)),
        ("", (0, 0, 15)),
    ],
)
def test_a_campus_s_seal_tells_whose_a_paper_of_the_parent_s_name_is(seal: str, expected: tuple[int, int, int]) -> None:
    text = f"{PARENT}2024届毕业生就业情况报告\n我校2024届毕业生去向落实率92.5%。\n{PARENT}\n2024年9月5日"
    papers = seen(paper(text))
    stamped = Fact(SEAL, Seal("round", seal), "红色圆形印章", Place("paper", 1), 0.95, "seals")
    first = papers.observed[0]
    sealed = replace(papers, observed=(replace(first, facts=(*first.facts, stamped)),))
    assert points("2.5", sealed) == expected


@pytest.mark.parametrize("text", ["威海 职业\u3000学院", "威海职业学院", "威海\n职业\t学院"])
def test_blanks_say_nothing(text: str) -> None:
    assert plain(text) == "威海职业学院"


def test_the_width_of_characters_says_nothing() -> None:
    assert plain("（２０２４）ＡＢ") == plain("(2024)AB") == "(2024)AB"
