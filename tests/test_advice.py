"""What a cell is told to add brings the points that it is promised, and nothing less would."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting.photo_papers import bundle, word
from tests.decisions.judged import judged
from tests.test_score import BEST, CELLS, RULES, full, points, tally
from verifier.model import Evidence, Indicator, Measure, Rate, Tally
from verifier.outputs.priorities import of_the_bureau, priorities
from verifier.record import Identity, masking_of, to_result
from verifier.score import score, score_cell

SHARES = {
    "2.4": ("answered_share",),
    "4.2": ("registered_share",),
    "4.3": ("change",),
    "4.6": ("trained_undergraduate", "trained_college"),
}
"""cells whose tiers ask for shares of people"""
COUNTS = {
    "1.1": ("office_area_m2",), "1.2": ("training_seats",), "1.5": ("staff", "fulltime_liaison"),
    "1.6": ("parts",), "3.1": ("posts",), "3.2": ("posts",), "4.4": ("fairs",), "5.1": ("innovations",),
}  # fmt: skip


def share_tally(cell: str, people: dict[str, tuple[int, int]], last: Fraction = Fraction(0)) -> Tally:
    """Shares of people as counting finds them: measure → numerator and denominator; `last`: last year's of 4.3."""
    measures, rates = [], []
    for name, (above, below) in people.items():
        told = "retention" if name == "change" else name
        share = Fraction(above, below) - (last if name == "change" else 0)
        measures.append(Measure(name, share, share, share))
        rates.append(Rate(told, Fraction(above), Fraction(below), (), name, Fraction(1, below)))
    return Tally((Evidence(cell, "a.xlsx", (), "content", "名册", key="a"),), tuple(measures), rates=tuple(rates))


def said(text: str, number: Fraction) -> bool:
    return f"再增加{number}" in text


@st.composite
def counted_people(draw: st.DrawFn) -> tuple[str, dict[str, tuple[int, int]], Fraction]:
    cell = draw(st.sampled_from(sorted(SHARES)))
    people = {}
    for name in SHARES[cell]:
        below = draw(st.integers(1, 400))
        people[name] = (draw(st.integers(0, below)), below)
    before = draw(st.integers(1, 400))
    return cell, people, Fraction(draw(st.integers(0, before)), before)


@given(counted_people())
@settings(max_examples=400, deadline=None)
def test_so_many_people_more_bring_the_points_and_one_fewer_does_not(found):
    cell, people, last = found
    now = score_cell(CELLS[cell], share_tally(cell, people, last), RULES)
    step = now.next
    if step is None:
        everybody = {name: (below, below) for name, (_, below) in people.items()}
        assert score_cell(CELLS[cell], share_tally(cell, everybody, last), RULES).proposed == now.proposed
        return
    assert all(said(step.text, number) for number in step.more.values())

    def then(fewer: str = "") -> Fraction:
        more = {name: int(step.more.get(name, 0)) - (name == fewer) for name in people}
        grown = {name: (above + more[name], below) for name, (above, below) in people.items()}
        assert all(above <= below for above, below in grown.values())
        return score_cell(CELLS[cell], share_tally(cell, grown, last), RULES).proposed

    assert then() == step.points > now.proposed
    assert all(then(fewer) == now.proposed for fewer in step.more)


@given(st.sampled_from(sorted(COUNTS)), st.data())
@settings(max_examples=300, deadline=None)
def test_so_many_things_more_bring_the_points_and_one_fewer_does_not(cell, data):
    facts = {name: data.draw(st.integers(0, int(BEST[name]) + 1)) for name in COUNTS[cell]}
    now = score_cell(CELLS[cell], counted(cell, facts), RULES)
    if now.proposed == CELLS[cell].max:
        assert now.next is None
        return
    assert now.next is not None
    if cell != "1.6":
        assert all(said(now.next.text, number) for number in now.next.more.values())

    def then(fewer: str = "") -> Fraction:
        grown = {name: value + now.next.more.get(name, 0) - (name == fewer) for name, value in facts.items()}
        return points(cell, counted(cell, grown))[1]

    assert then() == now.next.points > now.proposed
    assert all(then(fewer) == now.proposed for fewer in now.next.more)


def counted(cell: str, facts: dict[str, object]) -> Tally:
    found = tally(cell, **facts)
    return replace(found, evidence=tuple(replace(each, key="a") for each in found.evidence))


@given(st.integers(0, 60), st.integers(1, 400))
@settings(max_examples=100, deadline=None)
def test_interns_are_told_of_the_threshold_of_their_school(interns, graduates):
    now = score_cell(CELLS["4.1"], counted("4.1", {"interns": interns, "graduates": graduates}), RULES)
    if now.next is None:
        assert now.proposed == 20
        return
    more = now.next.more["interns"]
    for number, worth in ((more, now.next.points), (more - 1, now.proposed)):
        assert points("4.1", counted("4.1", {"interns": interns + number, "graduates": graduates}))[1] == worth
    assert said(now.next.text, more)


@pytest.mark.parametrize("cell", RULES.indicators, ids=lambda cell: cell.id)
def test_where_nothing_is_there_the_papers_that_are_asked_for_bring_all_points(cell: Indicator) -> None:
    step = score_cell(cell, Tally(), RULES).next
    assert step is not None and step.text.startswith("补交") and step.points == cell.max
    assert points(cell.id, full()[cell.id])[1] == cell.max
    best = next((tier for tier in cell.readings[0].tiers if tier.points == cell.max), None)
    asked = {c.value * (100 if c.value < 1 else 1) for c in (*best.all, *best.any)} if best else {Fraction(2)}
    told = {Fraction(number) for number in re.findall(r"\d+", step.text.replace("两", "2"))}
    assert asked <= told | ({Fraction(1)} if best and cell.max != 100 else set()), f"not told: {asked - told}"


def test_one_person_may_pass_over_a_tier() -> None:
    found = share_tally("4.3", {"change": (12, 30)}, Fraction(11, 28))
    now = score_cell(CELLS["4.3"], found, RULES)
    assert now.proposed == 10 and now.next is not None
    assert (now.next.points, now.next.text) == (30, "本年度留威率再增加1人，达到13/30（43.33%）")
    (missed,) = (flag for flag in now.flags if flag.code == "below-threshold")
    assert "需不少于2个百分点" in missed.message and "可得30分的一档" in missed.message
    assert missed.points_at_stake == 20 and missed.remedy == now.next.text
    ahead = now.outlooks[0].next
    assert ahead is not None and (ahead.people, ahead.points, ahead.reached) == (1, 30, Fraction(13, 30))


def test_more_people_than_there_are_are_not_asked_for() -> None:
    now = score_cell(CELLS["4.3"], share_tally("4.3", {"change": (10, 10)}, Fraction(1)), RULES)
    assert now.proposed == 10 and now.next is None
    (missed,) = (flag for flag in now.flags if flag.code == "below-threshold")
    assert missed.remedy == "" and now.outlooks[0].next is None


def test_what_the_bureaus_systems_decide_is_not_among_what_a_school_can_do() -> None:
    result, _ = judged(word("甲.docx", "指导站工作制度\n第一条 为规范工作，制定本制度。"))
    bureau = RULES.form.letter.bureau if RULES.form else ()
    own = {cell.id for cell in RULES.indicators if cell.bureau}
    first = priorities(result, bureau)
    assert own and own.isdisjoint(entry.cell.id for entry in first)
    assert own <= {cell.id for cell in of_the_bureau(result, bureau)}
    assert [entry.stake for entry in first] == sorted((entry.stake for entry in first), reverse=True)
    cells = {entry.cell.id: entry for entry in first}
    assert (cells["1.6"].action, cells["1.6"].change) == ("补交财务管理制度", 15)
    assert cells["3.1"].change == 30 and "多于15条得满分" in cells["3.1"].action


def test_doing_all_that_a_school_is_told_to_do_brings_what_the_list_promises() -> None:
    short = full(c3_1=counted("3.1", {"posts": 11}), c4_3=share_tally("4.3", {"change": (12, 30)}, Fraction(11, 28)))
    done = full(c3_1=counted("3.1", {"posts": 16}), c4_3=share_tally("4.3", {"change": (13, 30)}, Fraction(11, 28)))
    before, after = score(RULES, short, {}, ()), score(RULES, done, {}, ())
    papers = bundle()
    record = to_result(before, papers, RULES, Identity(None, None, {}), masking_of(papers, str), {})
    promised = [
        entry for entry in priorities(record, RULES.form.letter.bureau if RULES.form else ()) if entry.change > 0
    ]
    assert {entry.cell.id for entry in promised} == {"3.1", "4.3"}
    assert Fraction(sum(entry.stake for entry in promised)) == after.total.proposed - before.total.proposed
