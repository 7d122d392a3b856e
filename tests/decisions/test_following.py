"""Range, hints and next step of a cell follow what a reviewer counts otherwise."""

from __future__ import annotations

from dataclasses import replace

from tests.decisions.judged import Judged, decision, judged
from tests.decisions.test_applying import cell, made, staff
from tests.decisions.test_recount import fairs
from verifier.model import Decision, FlagRecord, whole
from verifier.outputs.forms.remarks import remark

FIVE = ("2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01", "2024-07-01")


def messages(papers: Judged, name: str, *decisions: Decision) -> list[str]:
    return [flag.message for flag in cell(made(papers, *decisions), name).flags]


def test_a_clause_that_is_read_two_ways_at_five_fairs_is_plain_at_four() -> None:
    papers = judged(*fairs(*FIVE))
    before = cell(made(papers), "4.4")
    assert (before.proposed, before.high) == (5, 8) and "两种读法" in messages(papers, "4.4")[0]
    less = cell(made(papers, decision(papers[0], "exclude", "4.4", before.evidence[0].piece)), "4.4")
    assert (less.facts["fairs"], less.low, less.proposed, less.high) == (4, 5, 5, 5)
    told = [flag.message for flag in less.flags]
    assert told == ["校园招聘会计得4场，需多于5场（差2场），可得8分的一档没有达到，请核对或补充材料。"]
    assert less.next and less.next.text.startswith("校园招聘会再增加2场")


def test_a_reading_that_is_settled_is_a_question_no_more() -> None:
    papers = judged(*fairs(*FIVE))
    settled = cell(made(papers, decision(papers[0], "reading", "4.4", "at-five")), "4.4")
    assert (settled.low, settled.proposed, settled.high) == (8, 8, 8)
    assert not any("两种读法" in flag.message for flag in settled.flags)


def test_what_is_lacking_is_told_of_what_counts_now_also_once_it_is_decided() -> None:
    papers = judged(staff("李四"))
    result, pieces = papers[0], [each.piece for each in cell(made(papers), "1.5").evidence]
    out = [decision(result, "exclude", "1.5", piece) for piece in (pieces[0], pieces[2])]
    taken = decision(result, "accept", "1.5", points=0)
    for decisions in (out, [*out, taken]):
        assert any("工作人员计得2人，需不少于3人（差1人）" in told for told in messages(papers, "1.5", *decisions))
    back = [decision(result, "include", "1.5", piece) for piece in (pieces[0], pieces[2])]
    assert messages(papers, "1.5", *out, *back) == messages(papers, "1.5")


def test_without_any_paper_that_counts_the_gap_is_told_and_other_flags_stay() -> None:
    papers = judged(*fairs(*FIVE))
    own = FlagRecord(code="date-conflict", severity="review", message="两个日期不同。", file="a.jpg", page=1)
    rows = [replace(row, flags=(*row.flags, own)) if row.id == "4.4" else row for row in papers[0].indicators]
    result = replace(papers[0], indicators=tuple(rows))
    files = dict.fromkeys(row.file for row in cell(result, "4.4").evidence)
    none = made((result, papers[1]), *(decision(result, "exclude", "4.4", whole(file)) for file in files))
    told = cell(none, "4.4")
    assert (told.low, told.proposed, told.high, told.facts) == (0, 0, 0, {})
    assert own in told.flags and not any("5场" in flag.message and "计得5" in flag.message for flag in told.flags)


def test_what_nobody_touched_is_as_the_check_left_it() -> None:
    papers = judged(*fairs(*FIVE))
    asked = made(papers, decision(papers[0], "ask", "4.4", reason="请补充"), decision(papers[0], "accept", "3.1"))
    for row in papers[0].indicators:
        own = cell(asked, row.id)
        assert (own.flags, own.next, own.low, own.high) == (row.flags, row.next, row.low, row.high)


def test_a_comment_of_the_form_says_first_what_a_reviewer_excluded_and_why() -> None:
    papers = judged(*fairs(*FIVE))
    last = cell(made(papers), "4.4").evidence[-1]
    out = decision(papers[0], "exclude", "4.4", last.piece, reason="不是本校的招聘会")
    lines = [line for line in remark(cell(made(papers, out), "4.4")).split("\n") if line.startswith("·")]
    assert last.file in lines[0] and "（审核人员排除：不是本校的招聘会）" in lines[0]
    assert not any("审核人员" in line for line in remark(cell(made(papers), "4.4")).split("\n"))
