"""What became of a question, by what people said of it and what a check still raises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.outputs.example_results import flag, form, indicator, record, result_of
from verifier.model import Decision, Severity, question_number
from verifier.questions.raised import Raised, raised
from verifier.questions.states import PROGRAM, Now, Question, questions

LACK = question_number("3.1", "no-evidence")
DOUBT = question_number("3.1", "seal-missing", "a" * 64)


def one(number: str, severity: Severity = "gap", sha256: str = "") -> Mapping[str, Raised]:
    return {number: Raised(number, "3.1", severity, "没有材料", file="章.pdf" if sha256 else "", sha256=sha256)}


def said(kind: Any, number: str = LACK, seen: str = "", **more: Any) -> Decision:
    told = {"reason": "", "reviewer": "王审核", "time": "2025-01-06T09:30:00+08:00", "result": "r"} | more
    return Decision(kind, "", number, None, seen=seen, line=f"{kind}{number}{more}", **told)


def state(now: Now, *life: Decision, number: str = LACK) -> Question:
    return next(each for each in questions(now, life) if each.number == number)


NOTHING = Now({}, frozenset())


@pytest.mark.parametrize(
    ("life", "told"),
    [
        ([], "open"),
        ([said("asked")], "asked"),
        ([said("asked"), said("answered", reason="活动在六月")], "answered"),
        ([said("asked"), said("settled", reason="电话核实")], "settled"),
        ([said("given-up", reason="不计分")], "given-up"),
        ([said("given-up"), said("asked")], "asked"),
    ],
)
def test_what_a_check_raises_is_as_somebody_said_last(life: list[Decision], told: str) -> None:
    found = state(Now(one(LACK), frozenset()), *life)
    assert (found.state, found.text) == (told, "没有材料")
    assert found.rounds == sum(each.kind == "asked" for each in life)


def test_what_a_check_raises_no_more_is_settled_by_itself_once_its_cell_has_no_gap() -> None:
    life = [said("asked", reason="请补交照片"), said("answered", reason="见附件")]
    found = state(NOTHING, *life)
    assert (found.state, found.why, found.text, found.answer) == ("settled", "核验不再提出", "请补交照片", "见附件")
    other = question_number("3.1", "below-threshold")
    lacking = Now(one(other), frozenset())
    assert state(lacking, *life).state == "answered" and other in state(lacking, *life).why
    assert state(lacking, life[0]).state == "asked"
    assert state(lacking, *life, said("given-up", other)).state == "settled"
    assert state(Now(one(other), frozenset(), frozenset({"3.1"})), *life).why == "本指标已审定"


def test_a_doubt_of_the_cell_that_is_no_gap_keeps_nothing_open() -> None:
    assert state(Now(one(DOUBT, "review", "a" * 64), frozenset()), said("asked")).state == "settled"


def test_one_whose_paper_is_gone_says_so_and_one_whose_paper_stays_does_not() -> None:
    asked = said("asked", DOUBT, "a" * 64)
    gone = state(NOTHING, asked, number=DOUBT)
    assert (gone.state, gone.withdrawn, gone.why) == ("settled", True, "有关材料已撤下")
    stays = state(Now({}, frozenset({"a" * 64})), asked, number=DOUBT)
    assert (stays.state, stays.withdrawn, stays.why) == ("settled", False, "核验不再提出")


def test_papers_that_a_check_has_read_and_that_did_not_help_open_the_question_again() -> None:
    life = [said("asked"), said("answered", seen=f"{'b' * 64} {'c' * 64}", saw=(("材料", "照片.jpg"),))]
    unread = state(Now(one(LACK), frozenset()), *life)
    assert (unread.state, unread.why, unread.papers) == ("answered", "交来的材料还没有核验", ("照片.jpg",))
    read = state(Now(one(LACK), frozenset({"c" * 64})), *life)
    assert (read.state, read.why) == ("open", "学校已补交材料，重新核验后仍未解决")
    assert state(Now(one(LACK), frozenset({"c" * 64})), *life, said("asked", reason="再问")).rounds == 2


def test_what_settled_by_itself_is_open_again_where_it_is_raised_again_and_what_a_person_settled_is_not() -> None:
    by_itself = said("settled", reviewer=PROGRAM, reason="核验不再提出")
    found = state(Now(one(LACK), frozenset()), said("asked"), by_itself)
    assert (found.state, found.why, found.is_told) == ("open", "曾经解决，重新核验后又出现", False)
    assert state(Now(one(LACK), frozenset()), said("asked"), said("settled")).state == "settled"
    assert state(NOTHING, said("asked"), by_itself).is_told and not state(NOTHING, said("asked")).is_told


def test_what_was_undone_counts_for_nothing() -> None:
    given_up = said("given-up")
    undo = Decision("undo", "", given_up.line, None, "", "王审核", "2025-01-07", "r")
    assert state(Now(one(LACK), frozenset()), said("asked"), given_up, undo).state == "asked"


def test_a_result_raises_its_numbered_flags_in_the_words_of_the_letter() -> None:
    gap = flag("no-evidence", "gap", "没有提交任何材料，请补充。") | {"number": "1.1-AAAAA"}
    own = flag("external-data-required", "review", "请与平台数据核对。") | {"number": "1.1-BBBBB"}
    note = flag("duplicate-file", "note", "重复的文件。")
    result = record(result_of([indicator("1.1", 0, 0, 0, flags=[gap, own, note])]) | {"flags": []})
    found = raised(result, (), form())
    assert list(found) == ["1.1-AAAAA", "1.1-BBBBB"]
    first, second = found.values()
    assert first.asks.startswith("指标1.1（") and first.asks.endswith("没有提交任何材料，请补交。") and first.is_usual
    assert (second.asks, second.is_usual, second.text) == ("", False, "请与平台数据核对。")
    assert [each.asks for each in raised(result).values()] == ["", ""]


def test_points_that_were_taken_settle_doubts_and_a_reviewers_question_lives_until_then() -> None:
    doubt = flag("seal-missing", "review", "没有看到红色印章。") | {"number": "1.1-CCCCC"}
    ask = Decision("ask", "1.1", "", None, "第5张是哪天的？", "王审核", "2025-01-06", "old", line="x")
    cells = [indicator("1.1", 0, 0, 10, flags=[doubt])]
    number = question_number("1.1", "asked", "第5张是哪天的？")
    assert list(raised(record(result_of(cells) | {"flags": []}), [ask])) == ["1.1-CCCCC", number]
    decided = {"points": 5, "kind": "points", "reason": "", "reviewer": "甲", "at": "2024-12-05"}
    cells = [indicator("1.1", 0, 0, 10, flags=[doubt], decided=decided)]
    assert dict(raised(record(result_of(cells) | {"flags": []}), [ask])) == {}
