"""4.3: agreements sent as papers, held against the rosters."""

from fractions import Fraction

import pytest

from tests.counting.people_papers import (
    KEYS,
    WORK,
    bundle,
    destinations,
    facts,
    keys,
    name,
    points,
    resident_id,
    school_number,
    sheet,
    tally,
    text,
)
from verifier.model import Document, Flag, Papers

FIRM = "威海某某制造有限公司"
"""where the people of `destinations` work who stay"""


def agreement(
    number: int,
    body: str = "",
    firm: str = FIRM,
    day: str = "2024年5月20日",
    file: str = "就业协议.docx",
    who: str | None = None,
    kind: str = "word",
) -> Document:
    keyed = f"{name(number)}　　身份证号：{resident_id(number)}　　学号：{school_number(number)}"
    words = f"毕业生就业协议书\n甲方：{firm}\n乙方：{who or keyed}\n{day}\n{body}"
    return text(words, file, kind, confidence=0.95 if kind == "pdf" else 1.0)


def of_twenty(*papers: Document, last: int = 20) -> Papers:
    """20 of 100 stay in each year, numbers 1 to 100 this year, from 501 last year."""
    return bundle(destinations(20, 100, start=1), destinations(last, 100, 2023, start=501), *papers)


def told(papers: Papers) -> list[Flag]:
    return [each for each in tally("4.3", papers).flags if each.code == "judgement-required"]


def test_a_live_agreement_bears_out_the_roster() -> None:
    papers = of_twenty(agreement(3))
    assert points("4.3", papers) == (10, 10, 10)
    assert told(papers) == []


@pytest.mark.parametrize("body", ["此协议已解除", "备注：该生已于2024年8月1日改派", "作废"])
def test_a_dissolved_agreement_takes_the_person_out_of_proposed_and_is_told(body: str) -> None:
    papers = of_twenty(agreement(3, body))
    assert facts("4.3", papers)["retention"] == Fraction(19, 100)
    assert points("4.3", papers) == (0, 0, 10)
    (found,) = told(papers)
    assert found.severity == "review"
    assert "2024花名册.xlsx Sheet1!A5" in found.message and "就业协议.docx 第3段" in found.message
    assert name(3) not in found.message and name(3)[0] + "*" in found.message


def test_a_letter_of_dissolving_outranks_the_agreement_before_it() -> None:
    letter = text(
        f"解约证明\n兹证明我单位与毕业生{name(3)}（学号：{school_number(3)}）签订的就业协议已解除。\n{FIRM}\n2024年8月2日",
        "解约.docx",
    )
    assert facts("4.3", of_twenty(agreement(3), letter))["retention"] == Fraction(19, 100)
    again = agreement(3, day="2024年9月1日", file="新协议.docx")
    assert facts("4.3", of_twenty(agreement(3), letter, again))["retention"] == Fraction(1, 5)


def test_an_agreement_with_another_employer_signed_later_replaces_the_one_of_the_roster() -> None:
    later = agreement(3, firm="青岛某某有限公司", day="2024年7月1日", file="新协议.docx")
    assert facts("4.3", of_twenty(agreement(3), later))["retention"] == Fraction(19, 100)
    earlier = agreement(3, firm="青岛某某有限公司", day="2024年3月1日", file="旧协议.docx")
    assert facts("4.3", of_twenty(agreement(3), earlier))["retention"] == Fraction(1, 5)


def test_an_agreement_dissolved_with_another_employer_says_nothing_of_the_roster() -> None:
    papers = of_twenty(agreement(3, "此协议已解除", firm="烟台某某有限公司"))
    assert facts("4.3", papers)["retention"] == Fraction(1, 5)
    assert told(papers) == []


def test_last_years_dissolved_agreement_counts_against_the_school_in_low_alone() -> None:
    papers = of_twenty(agreement(503, "此协议已解除"))
    assert facts("4.3", papers)["retention_last"] == Fraction(19, 100)
    assert points("4.3", papers) == (10, 20, 20)


def test_people_whom_the_roster_does_not_keep_change_nothing() -> None:
    papers = of_twenty(agreement(90, "此协议已解除", firm="青岛某某贸易有限公司"), agreement(700, "作废"))
    assert points("4.3", papers) == (10, 10, 10)
    assert told(papers) == []


@pytest.mark.parametrize(
    ("who", "found"),
    [
        (name(3), True),
        (f"{name(3)}　　学号：{school_number(3)}", True),
        (f"{name(3)}　　学号：{school_number(4)}", False),
        (f"{name(3)}　　身份证号：{resident_id(3)[:4]}**********{resident_id(3)[14:]}", True),
        (f"{name(3)[:-1]}谧　　学号：{school_number(3)}", False),
    ],
)
def test_who_signed_is_told_by_keys_else_by_a_name_that_one_alone_bears(who: str, found: bool) -> None:
    papers = of_twenty(agreement(3, "此协议已解除", who=who))
    assert bool(told(papers)) == found


def test_a_misread_character_of_a_scan_does_no_harm_beside_the_number() -> None:
    who = f"{name(3)[:-1]}谧　　学号：{school_number(3)}"
    assert told(of_twenty(agreement(3, "此协议已解除", who=who, kind="pdf", file="扫描.pdf")))


def test_a_bare_name_of_two_namesakes_is_nobody() -> None:
    rows = [[*keys(n), WORK, FIRM, "威海市"] for n in range(1, 11)]
    rows[5][0] = rows[2][0]
    roster = sheet([*KEYS, "毕业去向", "单位名称", "单位所在地"], rows, "2024届毕业生花名册", file="a.xlsx")
    papers = bundle(roster, destinations(5, 10, 2023, start=500), agreement(3, "此协议已解除", who=name(3)))
    assert told(papers) == []


def test_many_dissolved_are_one_flag_a_roster() -> None:
    papers = of_twenty(*(agreement(n, "此协议已解除", file=f"协议{n}.docx") for n in range(1, 15)))
    (found,) = told(papers)
    assert found.message.startswith("14人") and "等14处" in found.message
