"""A result with decisions: who decided what, and groups, total, grade and award that follow exactly."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.counting.photo_papers import photo
from tests.counting.station_papers import rules
from tests.decisions.judged import Judged, decision, judged
from verifier.decisions import apply, cell_states, result_hash
from verifier.model import Decision

POSTER = ("威海市高校毕业生就业创业政策", "生活补贴 购房补贴")


@pytest.fixture
def papers() -> Judged:
    fair = photo("b.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    return judged(photo("a.jpg", *POSTER, taken="2024-05-20"), fair)


def made(papers: Judged, *decisions: Decision) -> dict[str, Any]:
    lines = [replace(each, line=each.line or f"line {at}") for at, each in enumerate(decisions)]
    return apply(*papers, lines, rules())


def cell(applied: dict[str, Any], name: str) -> dict[str, Any]:
    return next(row for row in applied["indicators"] if row["id"] == name)


def all_at(papers: Judged, **points: Any) -> dict[str, Any]:
    """Every cell decided: at its maximum but for those named, as c41=0."""
    result = papers[0]
    given = {f"{name[1]}.{name[2]}": value for name, value in points.items()}
    return made(
        papers,
        *(
            decision(result, "points", row["id"], points=given.get(row["id"], row["max"]))
            for row in result["indicators"]
        ),
    )


def test_without_decisions_the_proposed_points_stand(papers: Judged) -> None:
    applied = made(papers)
    assert applied["decided"]["total"] == papers[0]["total"]["proposed"]
    assert applied["decided"]["grade"] == "不合格" and applied["decided"]["award_yuan"] == 0
    assert {key: value for key, value in applied.items() if key != "decided"} == papers[0]


def test_a_decided_cell_says_points_kind_reason_reviewer_and_time(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "points", "1.1", points="7.5", reason="现场看过"))
    assert cell(applied, "1.1")["decided"] == {
        "points": 7.5,
        "kind": "points",
        "reason": "现场看过",
        "reviewer": "王审核",
        "at": "2025-01-06T09:30:00+08:00",
    }
    assert "decided" not in cell(applied, "1.2")
    assert applied["decided"]["groups"][0] == {"id": "1", "points": 17.5}


def test_the_record_itself_is_not_changed(papers: Judged) -> None:
    before = copy.deepcopy(papers)
    made(papers, decision(papers[0], "exclude", "3.3", "a.jpg"), decision(papers[0], "ask", "1.1", reason="请补充"))
    assert papers == before


def test_an_excluded_piece_is_not_counted_and_the_total_follows(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "exclude", "3.3", "a.jpg", reason="是设计稿"))
    assert (cell(applied, "3.3")["decided"]["points"], cell(applied, "3.3")["decided"]["kind"]) == (0, "exclude")
    assert [(each["counted"], each["why"]) for each in cell(applied, "3.3")["evidence"]] == [
        (False, "审核人员排除：是设计稿")
    ] * len(cell(applied, "3.3")["evidence"])
    assert papers[0]["total"]["proposed"] - applied["decided"]["total"] == pytest.approx(4)


def test_an_exclusion_that_cannot_be_followed_leaves_the_cell_undecided(papers: Judged) -> None:
    result, evidence = copy.deepcopy(papers)
    evidence["cells"]["2.4"] = {
        "measures": {"answered_share": ["1/2", "1/2", "1/2"]},
        "open_to_max": False,
        "evidence": [
            {"piece": name, "file": name, "standing": "firm", "key": "", "joint": "", "measures": [], "facts": []}
            for name in ("甲.xlsx", "乙.xlsx")
        ],
    }
    states = cell_states(result, evidence, [decision(result, "exclude", "2.4", "甲.xlsx")], rules())
    assert (states["2.4"].points, states["2.4"].decided, list(states["2.4"].excluded)) == (None, None, ["甲.xlsx"])


def test_a_settled_reading_gives_its_points(papers: Judged) -> None:
    result, evidence = copy.deepcopy(papers)
    evidence["cells"]["4.3"] = {
        "measures": {"change": ["4/410", "4/410", "4/410"]},
        "open_to_max": False,
        "evidence": [{"piece": "甲.xlsx", "file": "甲.xlsx", "standing": "firm"}],
    }
    readings = cell_states(result, evidence, [], rules())["4.3"].readings
    assert (readings["default"], readings["pro-rata"]) == (10, 10 + Fraction(400, 410) * 10)
    settled = cell_states(result, evidence, [decision(result, "reading", "4.3", "pro-rata")], rules())["4.3"]
    assert (settled.points, settled.reading) == (Fraction(810, 41), "pro-rata")
    applied = apply(result, evidence, [decision(result, "reading", "4.3", "pro-rata")], rules())
    others = papers[0]["total"]["proposed"]
    assert applied["decided"]["total"] == round(others + 0.35 * 19.75609756, 2)


def test_the_last_decision_on_a_cell_holds_and_undo_brings_back_the_one_before(papers: Judged) -> None:
    result = papers[0]
    first = decision(result, "points", "3.3", points=15, line="first")
    second = decision(result, "exclude", "3.3", "a.jpg", line="second")
    undo = decision(result, "undo", "3.3", "second")
    assert cell(made(papers, first), "3.3")["decided"]["points"] == 15
    assert cell(made(papers, first, second), "3.3")["decided"]["points"] == 0
    assert cell(made(papers, first, second, undo), "3.3")["decided"]["points"] == 15
    gone = decision(result, "undo", "3.3", "first")
    assert "decided" not in cell(made(papers, first, second, undo, gone), "3.3")


def test_a_question_to_the_school_decides_nothing(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "ask", "1.6", reason="请补充财务管理制度"))
    assert "decided" not in cell(applied, "1.6")
    assert [each["text"] for each in cell(applied, "1.6")["asked"]] == ["请补充财务管理制度"]


def test_a_decision_on_another_result_is_stale_and_not_applied(papers: Judged) -> None:
    stale = replace(decision(papers[0], "points", "1.1", points=10), result="b" * 64)
    assert "decided" not in cell(made(papers, stale), "1.1")
    assert cell_states(*papers, [stale], rules())["1.1"].stale == (stale,)


def test_what_was_made_again_is_stale_no_more_and_an_older_one_that_says_the_same_is_told_once(papers: Judged) -> None:
    now = decision(papers[0], "points", "1.1", points=10)
    older, old = (replace(now, result=each * 64, line=each) for each in "bc")
    assert cell_states(*papers, [older, old], rules())["1.1"].stale == (old,)
    assert cell_states(*papers, [older, old, now], rules())["1.1"].stale == ()
    other = replace(now, points=Fraction(5))
    assert cell_states(*papers, [older, old, other], rules())["1.1"].stale == (old,)


def test_a_new_run_with_another_engine_makes_nothing_stale(papers: Judged) -> None:
    again = json.loads(json.dumps(papers[0], ensure_ascii=False)) | {"engine": {"ocr": "tesseract"}}
    assert result_hash(again) == result_hash(papers[0])
    again["indicators"][0]["flags"] = []
    assert result_hash(again) != result_hash(papers[0])


@pytest.mark.parametrize(
    ("points", "total", "grade", "yuan"),
    [
        ({}, 100, "优秀", 70000),
        ({"c51": 10}, 95.5, "优秀", 50000),
        ({"c51": 0, "c31": 4}, 89.8, "优秀", 40000),
        ({"c41": 0, "c43": 0, "c21": 0, "c22": 0, "c51": 70, "c14": 0, "c11": 0, "c16": 10}, 70, "合格", 0),
        ({"c41": 0, "c43": 0, "c21": 0, "c22": 0, "c31": 0}, 70.5, "合格", 0),
    ],
)
def test_total_grade_and_award_follow_the_decided_points(
    papers: Judged, points: dict[str, Any], total: float, grade: str, yuan: int
) -> None:
    decided = all_at(papers, **points)["decided"]
    assert (decided["total"], decided["grade"], decided["award_yuan"]) == (total, grade, yuan)


def test_thirds_add_up_exactly(papers: Judged) -> None:
    thirds = [decision(papers[0], "points", name, points=Fraction(10, 3)) for name in ("1.1", "1.2", "1.3")]
    assert made(papers, *thirds)["decided"]["groups"][0]["points"] == 10


def test_other_rules_than_those_that_judged_count_nothing_again(papers: Judged) -> None:
    other = replace(rules(), sha256="c" * 64)
    excluded = decision(papers[0], "exclude", "3.3", "a.jpg")
    state = cell_states(*papers, [excluded], other)["3.3"]
    assert (state.points, state.decided) == (None, None)
    accepted = decision(papers[0], "accept", "3.3", points=20)
    assert cell_states(*papers, [accepted], other)["3.3"].points == 20
