"""The standards on which a station is set up: kept, not kept, to be looked at, not shown."""

from fractions import Fraction

import pytest

from verifier.model import Evidence, Measure, RuleSet, Tally
from verifier.station import standards


def tally(cell: str, *measures: tuple[str, float, float, float], key: str = "", is_open: bool = False) -> Tally:
    made = tuple(Measure(name, *(Fraction(str(value)) for value in values)) for name, *values in measures)
    evidence = Evidence(cell, "a.docx", (), "content", "标题“工作制度”是工作制度", "firm", key)
    return Tally((evidence,), made, open_to_max=is_open)


def states(rules: RuleSet, **tallies: Tally) -> dict[str, str]:
    named = {name.replace("c", "").replace("_", "."): each for name, each in tallies.items()}
    return {each.standard.id: each.state for each in standards(rules, named)}


@pytest.mark.parametrize(
    ("area", "state"),
    [((20, 20, 20), "met"), ((19.9, 19.9, 19.9), "unmet"), ((18, 25, 25), "review"), ((18, 18, 25), "review")],
)
def test_the_room_is_judged_by_its_area(rules: RuleSet, area: tuple[float, float, float], state: str) -> None:
    assert states(rules, c1_1=tally("1.1", ("office_area_m2", *area)))["room"] == state


def test_staff_and_liaison_are_two_standards(rules: RuleSet) -> None:
    found = states(rules, c1_5=tally("1.5", ("staff", 4, 4, 4), ("fulltime_liaison", 0, 0, 0)))
    assert (found["staff"], found["liaison"]) == ("met", "unmet")


def test_photos_alone_leave_it_to_a_person_and_nothing_is_told_as_nothing(rules: RuleSet) -> None:
    found = states(rules, c1_1=tally("1.1", is_open=True))
    assert (found["room"], found["staff"]) == ("review", "missing")


def test_a_finance_regulation_alone_is_no_regulation_of_work(rules: RuleSet) -> None:
    assert states(rules, c1_6=tally("1.6", key="finance"))["regulation"] == "missing"
    assert states(rules, c1_6=tally("1.6", key="work"))["regulation"] == "met"


def test_what_was_counted_is_told(rules: RuleSet) -> None:
    found = standards(rules, {"1.1": tally("1.1", ("office_area_m2", 36, 36, 36))})
    assert found[0].told == "办公场所面积计得36平方米" and found[1].told == "材料中没有找到"
