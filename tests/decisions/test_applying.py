"""A result with decisions: who decided what, and groups, total, grade and award that follow exactly."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.counting.photo_papers import photo, word
from tests.counting.station_papers import rules
from tests.decisions.judged import Judged, decision, judged, seen_in
from tests.facts.papers import grid
from verifier.decisions import CellState, apply, cell_states, holds
from verifier.model import (
    CellRecord,
    DecidedGroupRecord,
    DecidedRecord,
    Decision,
    EvidenceRecord,
    Observed,
    Place,
    ResultRecord,
    RuleSet,
    Seen,
    TakenCell,
    TakenPiece,
    whole,
)
from verifier.record import dumped, seen_of

POSTER = ("威海市高校毕业生就业创业政策", "生活补贴 购房补贴")


@pytest.fixture
def papers() -> Judged:
    fair = photo("b.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    return judged(photo("a.jpg", *POSTER, taken="2024-05-20"), fair)


def made(papers: Judged, *decisions: Decision) -> ResultRecord:
    lines = [replace(each, line=each.line or f"line {at}") for at, each in enumerate(decisions)]
    return apply(*papers, lines, rules(), seen_in(papers[0]))


def states(papers: Judged, decisions: list[Decision], by: RuleSet | None = None) -> dict[str, CellState]:
    return cell_states(*papers, decisions, by or rules(), seen_in(papers[0]))


def cell(applied: ResultRecord, name: str) -> CellRecord:
    return next(row for row in applied.indicators if row.id == name)


def points(applied: ResultRecord, name: str) -> float:
    """Those that a reviewer settled, else those that follow."""
    own = cell(applied, name)
    return own.decided.points if own.decided else own.proposed


def staff(third: str) -> Observed:
    rows = ("王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", f"{third}|科员|专职|咨询", "赵强|科员|兼职|档案")
    table = grid("姓名|职务|专兼职|岗位职责", *rows, title="指导站工作人员名单")
    return word("人员.docx", "指导站工作人员名单", tables=(replace(table, place=Place("人员.docx")),))


def total(applied: ResultRecord) -> float:
    assert applied.decided is not None
    return applied.decided.total


def taking(papers: Judged, name: str, measures: dict[str, tuple[Fraction, Fraction, Fraction]], *files: str) -> Judged:
    """The same, but that a cell took in these files and measures."""
    more = {"standing": "firm", "support": "content", "key": "", "value": None, "joint": "", "rank": 0, "why": ""}
    pieces = tuple(TakenPiece(piece=file, file=file, measures=(), facts=(), **more) for file in files)
    own = TakenCell(measures=measures, open_to_max=False, evidence=pieces)
    evidence: EvidenceRecord = replace(papers[1], cells={**papers[1].cells, name: own})
    return papers[0], evidence


def all_at(papers: Judged, **points: Any) -> ResultRecord:
    """Every cell decided: at its maximum but for those named, as c41=0."""
    result = papers[0]
    given = {f"{name[1]}.{name[2]}": value for name, value in points.items()}
    return made(
        papers,
        *(decision(result, "points", row.id, points=given.get(row.id, row.max)) for row in result.indicators),
    )


def test_without_decisions_the_proposed_points_stand(papers: Judged) -> None:
    applied = made(papers)
    assert applied.decided and applied.decided.total == papers[0].total.proposed
    assert applied.decided.grade == "不合格" and applied.decided.award_yuan == 0
    assert replace(applied, decided=None) == papers[0]


def test_a_decided_cell_says_points_kind_reason_reviewer_and_time(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "points", "1.1", points="7.5", reason="现场看过"))
    assert cell(applied, "1.1").decided == DecidedRecord(
        points=7.5, kind="points", reason="现场看过", reviewer="王审核", at="2025-01-06T09:30:00+08:00"
    )
    assert cell(applied, "1.2").decided is None
    assert applied.decided and applied.decided.groups[0] == DecidedGroupRecord(id="1", points=17.5)


def test_the_record_itself_is_not_changed(papers: Judged) -> None:
    before = copy.deepcopy(papers)
    made(papers, decision(papers[0], "exclude", "3.3", "a.jpg"), decision(papers[0], "ask", "1.1", reason="请补充"))
    assert papers == before


def test_an_excluded_piece_is_not_counted_and_the_total_follows(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "exclude", "3.3", "a.jpg", reason="是设计稿"))
    own = cell(applied, "3.3")
    assert own.decided is None and own.proposed == 0, "in progress until somebody takes the points"
    assert own.evidence and {(each.counted, each.why) for each in own.evidence} == {(False, "审核人员排除：是设计稿")}
    assert papers[0].total.proposed - total(applied) == pytest.approx(4)
    taken = made(papers, decision(papers[0], "exclude", "3.3", "a.jpg"), decision(papers[0], "accept", "3.3", points=0))
    settled = cell(taken, "3.3").decided
    assert settled and (settled.points, settled.kind) == (0, "accept")


def test_a_decision_on_a_paper_is_on_each_piece_of_it_and_a_later_one_on_a_piece_alone_holds() -> None:
    papers = judged(staff("李四"))
    result = papers[0]
    pieces = [each.piece for each in cell(made(papers), "1.5").evidence]
    assert len(set(pieces)) == 4
    every = decision(result, "exclude", "1.5", whole("人员.docx"), line="every")
    state = states(papers, [every])["1.5"]
    assert set(state.excluded) == set(pieces) and state.points == 0 and state.in_progress
    back = decision(result, "include", "1.5", pieces[1])
    state = states(papers, [every, back])["1.5"]
    assert set(state.excluded) == set(pieces) - {pieces[1]} and set(state.included) == {pieces[1]}
    assert states(papers, [every, back, decision(result, "undo", "1.5", "every")])["1.5"].excluded == {}


def test_a_decision_on_a_paper_is_stale_once_a_piece_of_it_is_another() -> None:
    papers = judged(staff("李四"))
    every = decision(papers[0], "exclude", "1.5", whole("人员.docx"))
    changed = judged(staff("赵六"))
    assert states(changed, [every])["1.5"].excluded == {}
    assert [each.target for each in states(changed, [every])["1.5"].stale] == [whole("人员.docx")]


def test_the_count_follows_what_is_excluded() -> None:
    papers = judged(staff("李四"))
    pieces = [each.piece for each in cell(made(papers), "1.5").evidence]
    assert cell(made(papers), "1.5").facts["staff"] == 4
    applied = made(papers, decision(papers[0], "exclude", "1.5", pieces[2]))
    assert cell(applied, "1.5").facts["staff"] == 3
    assert cell(made(papers, decision(papers[0], "exclude", "1.5", whole("人员.docx"))), "1.5").facts == {}


def test_an_exclusion_that_cannot_be_followed_leaves_the_cell_undecided(papers: Judged) -> None:
    half = (Fraction(1, 2),) * 3
    seen = taking(papers, "2.4", {"answered_share": half}, "甲.xlsx", "乙.xlsx")
    state = states(seen, [decision(seen[0], "exclude", "2.4", "甲.xlsx")])["2.4"]
    assert (state.points, state.decided, list(state.excluded)) == (None, None, ["甲.xlsx"])


def test_a_settled_reading_gives_its_points(papers: Judged) -> None:
    seen = taking(papers, "4.3", {"change": (Fraction(4, 410),) * 3}, "甲.xlsx")
    readings = states(seen, [])["4.3"].readings
    assert (readings["default"], readings["pro-rata"]) == (10, 10 + Fraction(400, 410) * 10)
    chosen = decision(seen[0], "reading", "4.3", "pro-rata")
    settled = states(seen, [chosen])["4.3"]
    assert (settled.points, settled.reading) == (Fraction(810, 41), "pro-rata")
    assert total(made(seen, chosen)) == round(papers[0].total.proposed + 0.35 * 19.75609756, 2)


def test_the_last_decision_on_a_cell_holds_and_undo_brings_back_the_one_before(papers: Judged) -> None:
    result = papers[0]
    first = decision(result, "points", "3.3", points=15, line="first")
    second = decision(result, "exclude", "3.3", "a.jpg", line="second")
    undo = decision(result, "undo", "3.3", "second")
    assert points(made(papers, first), "3.3") == 15
    assert points(made(papers, first, second), "3.3") == 0
    assert points(made(papers, first, second, undo), "3.3") == 15
    gone = decision(result, "undo", "3.3", "first")
    assert cell(made(papers, first, second, undo, gone), "3.3").decided is None


def test_a_question_to_the_school_decides_nothing(papers: Judged) -> None:
    applied = made(papers, decision(papers[0], "ask", "1.6", reason="请补充财务管理制度"))
    assert cell(applied, "1.6").decided is None
    assert [each.text for each in cell(applied, "1.6").asked] == ["请补充财务管理制度"]


def test_a_decision_on_another_result_is_stale_and_not_applied(papers: Judged) -> None:
    stale = replace(decision(papers[0], "points", "1.1", points=10), result="b" * 64)
    assert cell(made(papers, stale), "1.1").decided is None
    assert states(papers, [stale])["1.1"].stale == (stale,)


def test_a_decision_holds_as_long_as_its_own_cell_is_the_same(papers: Judged) -> None:
    """A paper more in one cell leaves what was decided in the others standing, and voids what it changes."""
    fair = photo("c.jpg", "山东大学（威海）秋季校园双选会", taken="2024-10-15")
    poster = photo("a.jpg", *POSTER, taken="2024-05-20")
    spring = photo("b.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    now = judged(poster, spring, fair)
    before = seen_in(papers[0])
    made_then = [
        decision(papers[0], "accept", "3.3", points=20, seen=before.of("3.3")),
        decision(papers[0], "accept", "4.4", points=5, seen=before.of("4.4")),
        decision(papers[0], "exclude", "4.4", "b.jpg", seen=before.of("4.4", "b.jpg")),
    ]
    assert before.result != seen_in(now[0]).result
    found = states(now, made_then)
    assert (found["3.3"].points, found["3.3"].stale) == (20, ())
    assert [each.kind for each in found["4.4"].stale] == ["accept"]
    assert list(found["4.4"].excluded) == ["b.jpg"] and found["4.4"].points == 5


def test_a_piece_that_is_another_file_now_is_another_piece(papers: Judged) -> None:
    files = tuple(replace(each, sha256="0" * 64) if each.path == "b.jpg" else each for each in papers[0].files)
    now = replace(papers[0], files=files), papers[1]
    out = decision(papers[0], "exclude", "4.4", "b.jpg", seen=seen_in(papers[0]).of("4.4", "b.jpg"))
    assert states(now, [out])["4.4"].excluded == {}


def test_what_was_made_again_is_stale_no_more_and_an_older_one_that_says_the_same_is_told_once(papers: Judged) -> None:
    now = decision(papers[0], "points", "1.1", points=10)
    older, old = (replace(now, result=each * 64, line=each) for each in "bc")
    assert states(papers, [older, old])["1.1"].stale == (old,)
    assert states(papers, [older, old, now])["1.1"].stale == ()
    other = replace(now, points=Fraction(5))
    assert states(papers, [older, old, other])["1.1"].stale == (old,)


def test_a_new_run_with_another_engine_makes_nothing_stale(papers: Judged) -> None:
    again = replace(papers[0], engine={"ocr": "tesseract"})
    assert seen_in(again) == seen_in(papers[0])
    first, *others = again.indicators
    assert first.flags and seen_in(replace(again, indicators=(replace(first, flags=()), *others))) != seen_in(again)


def test_a_key_that_a_later_version_adds_is_part_of_what_was_seen(papers: Judged) -> None:
    written = json.loads(dumped(papers[0]))
    assert seen_of(json.dumps(written | {"later": 1}).encode()).result != seen_of(json.dumps(written).encode()).result


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
    decided = all_at(papers, **points).decided
    assert decided and (decided.total, decided.grade, decided.award_yuan) == (total, grade, yuan)


def test_thirds_add_up_exactly(papers: Judged) -> None:
    thirds = [decision(papers[0], "points", name, points=Fraction(10, 3)) for name in ("1.1", "1.2", "1.3")]
    decided = made(papers, *thirds).decided
    assert decided and decided.groups[0].points == 10


def test_other_rules_than_those_that_judged_count_nothing_again(papers: Judged) -> None:
    other = replace(rules(), sha256="c" * 64)
    excluded = decision(papers[0], "exclude", "3.3", "a.jpg")
    state = states(papers, [excluded], other)["3.3"]
    assert (state.points, state.decided) == (None, None)
    accepted = decision(papers[0], "accept", "3.3", points=20)
    assert states(papers, [accepted], other)["3.3"].points == 20


def test_where_the_clauses_leave_two_awards_possible_a_reviewer_chooses_for_that_total_alone(papers: Judged) -> None:
    result = papers[0]
    every = [decision(result, "points", row.id, points=10 if row.id == "5.1" else row.max) for row in result.indicators]
    chosen = decision(result, "award", "", "70000", points="95.5", reason="按市局解释")
    between = made(papers, *every).decided
    assert between and between.award_yuan == 50000 and between.possible_yuan == (50000, 70000)
    assert [(each.kind, each.values, each.chosen) for each in between.between] == [("award", ("50000", "70000"), None)]
    settled = made(papers, *every, chosen).decided
    assert settled and settled.award_yuan == 70000 and settled.possible_yuan == (70000,)
    assert settled.between[0].chosen and settled.between[0].chosen.reason == "按市局解释"
    undone = made(papers, *every, chosen, decision(result, "undo", "", f"line {len(every)}")).decided
    assert undone == between
    lower = decision(result, "points", "5.1", points=8)
    other = made(papers, *every, chosen, lower).decided
    assert other and other.total == 95.4 and other.award_yuan == 50000, "another total is open again"
    assert other.between[0].chosen is None
    back = made(papers, *every, chosen, lower, decision(result, "points", "5.1", points=10)).decided
    assert back and back.award_yuan == 70000


def test_an_award_that_the_clauses_do_not_leave_open_can_not_be_chosen(papers: Judged) -> None:
    decisions = [decision(papers[0], "points", row.id, points=row.max) for row in papers[0].indicators]
    for value, total in (("50000", 100), ("40000", "95.5")):
        applied = made(papers, *decisions, decision(papers[0], "award", "", value, points=total)).decided
        assert applied and applied.award_yuan == 70000 and applied.between == ()


def test_a_total_that_two_grades_hold_is_open_too(papers: Judged) -> None:
    points = {"c41": 0, "c43": 0, "c21": 0, "c22": 0, "c51": 70, "c14": 0, "c11": 0, "c16": 10}
    decided = all_at(papers, **points).decided
    assert decided and [(each.kind, each.values) for each in decided.between] == [("grade", ("不合格", "合格"))]


def test_where_a_total_is_cited_from_makes_no_decision_stale_and_its_number_does(papers: Judged) -> None:
    def seen(base: str, denominator: int) -> Seen:
        written = json.loads(dumped(papers[0]))
        row = next(each for each in written["indicators"] if each["id"] == "4.3")
        row["rates"] = [{"id": "retention", "numerator": 65, "denominator": denominator, "base": base}]
        return seen_of(json.dumps(written).encode())

    first, cited, other = seen("花名册 A2", 260), seen("名册 A3", 260), seen("花名册 A2", 261)
    made_on = replace(decision(papers[0], "accept", "4.3", points=0), seen=first.of("4.3"))
    earlier = replace(made_on, seen=first.whole_cells["4.3"])
    assert [holds(made_on, each) for each in (cited, other)] == [True, False]
    assert holds(earlier, replace(first, result="of a later check")), "logs of earlier versions hold on"
    assert not holds(earlier, cited)
