"""4.1: graduates with sealed certificates of internships at employers in Weihai."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.counting.people_papers import (
    BACHELORS,
    SCHOOL,
    application,
    bundle,
    codes,
    destinations,
    enrolment,
    facts,
    name,
    observe,
    origins,
    points,
    resident_id,
    result,
    school_number,
    tally,
    text,
    wrong_id,
)
from verifier.language.identity_numbers import check_id, mask_number
from verifier.model import INTERNSHIP, SEAL, DateSpan, Employer, Fact, Internship, Observed, Person, Place

LOCAL = Employer("威海某某机械有限公司")
SPRING = DateSpan(date(2024, 3, 1), date(2024, 6, 30))
ISSUED = DateSpan(date(2024, 7, 1), date(2024, 7, 1))


def person(number: int, id_: str | None = None, school_no: str | None = None, called: str = "") -> Person:
    value, state = check_id(resident_id(number) if id_ is None else id_)
    return Person(called or name(number), value, state, school_number(number) if school_no is None else school_no)


def certificate(
    *people: Person,
    file: str = "实习证明.pdf",
    kind: str = "pdf",
    sealed: bool = True,
    school: str = SCHOOL,
    employer: Employer = LOCAL,
    period: DateSpan | None = SPRING,
    role: str = "毕业生",
    confidence: float = 1.0,
    words: str = "实习证明\n兹证明贵校以下同学在我单位实习，特此证明。",
    parent: str | None = None,
) -> Observed:
    """A certificate with a list of people."""
    seen = observe(text(words, file, kind), sealed, parent)
    kept = tuple(fact for fact in seen.facts if fact.kind != INTERNSHIP)
    found = tuple(
        Fact(
            INTERNSHIP,
            Internship(each, school, employer, period, ISSUED, role),
            each.name,
            Place(file, 1),
            confidence,
            "internships",
        )
        for each in people
    )
    return replace(seen, facts=(*kept, *found))


def many(number: int, start: int = 0, **more: object) -> Observed:
    return certificate(*(person(n) for n in range(start, start + number)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interns", "graduates", "earned"),
    [(50, 300, 20), (49, 300, 0), (20, 199, 20), (20, 200, 0), (19, 199, 0), (50, 199, 20)],
)
def test_fifty_or_twenty_where_fewer_than_two_hundred_graduate(interns: int, graduates: int, earned: float) -> None:
    papers = bundle(many(interns), origins(graduates))
    assert points("4.1", papers) == (earned, earned, earned)
    assert facts("4.1", papers) == {"interns": interns, "graduates": graduates}
    told = {flag.code for flag in result("4.1", papers).flags}
    assert told == (set() if earned else {"below-threshold"})


def test_without_a_roster_the_applications_number_is_the_base() -> None:
    assert points("4.1", bundle(many(20), application(199))) == (20, 20, 20)
    assert points("4.1", bundle(many(20), application(200))) == (0, 0, 0)


@pytest.mark.parametrize(
    ("interns", "expected", "open_"),
    [(20, (0, 0, 20), True), (49, (0, 0, 20), True), (19, (0, 0, 0), False), (50, (20, 20, 20), False)],
)
def test_an_unknown_number_of_graduates(interns: int, expected: tuple[float, float, float], open_: bool) -> None:
    papers = bundle(many(interns))
    assert points("4.1", papers) == expected
    assert codes("4.1", papers) == ({"denominator-missing"} if open_ else set())


def test_totals_on_which_the_cell_hangs_are_named_there() -> None:
    papers = bundle(many(25), origins(205), application(199))
    assert points("4.1", papers) == (0, 0, 20)
    assert codes("4.1", papers) == {"totals-disagree"}
    assert codes("4.1", bundle(many(60), origins(205), application(199))) == set()


def test_a_person_on_two_certificates_counts_once() -> None:
    papers = bundle(many(30), many(30, 20, file="二.pdf"), origins(190))
    assert facts("4.1", papers)["interns"] == 50
    (told,) = tally("4.1", papers).flags
    assert (told.code, told.place and told.place.file) == ("duplicate-person", "二.pdf")
    assert "10人" in told.message


def test_a_person_twice_on_one_certificate_counts_once() -> None:
    papers = bundle(certificate(person(1), person(1)), origins(190))
    assert facts("4.1", papers)["interns"] == 1
    assert codes("4.1", papers) == {"duplicate-person"}


def test_who_is_not_in_the_roster_counts_in_high() -> None:
    papers = bundle(many(20, 170), origins(180))
    assert facts("4.1", papers)["interns"] == 10
    assert codes("4.1", papers) == {"not-in-roster"}
    assert points("4.1", papers) == (0, 0, 20)


def test_a_namesake_in_the_roster_is_told() -> None:
    def told(someone: Person) -> list[str]:
        flags = tally("4.1", bundle(certificate(someone), origins(190))).flags
        return [flag.message for flag in flags if flag.code == "not-in-roster"]

    bare = Person(name=person(1).name)
    (lacking,) = told(bare)
    assert "名册中有1名同名的人，证明上没有证件号或学号，不能确认是同一人" in lacking and "请补写" in lacking
    (other,) = told(replace(bare, student_number="209901019999"))
    assert "同名的人，与证明上的证件号、学号对不上" in other
    (stranger,) = told(person(300))
    assert "不在本年度毕业生名册中" in stranger


def test_a_wrong_id_with_the_right_name_and_number_counts() -> None:
    papers = bundle(certificate(person(1, wrong_id(1))), origins(190))
    assert facts("4.1", papers)["interns"] == 1
    assert codes("4.1", papers) == {"id-invalid"}
    stranger = bundle(certificate(person(1, wrong_id(1), "")), origins(190))
    assert facts("4.1", stranger)["interns"] == 0
    assert codes("4.1", stranger) == {"id-invalid", "not-in-roster"}


def test_another_persons_id_beside_the_right_name_and_number_is_named_and_counts() -> None:
    papers = bundle(certificate(person(1, resident_id(900))), origins(190))
    assert facts("4.1", papers)["interns"] == 1
    assert codes("4.1", papers) == {"name-id-mismatch"}


def test_the_right_id_with_another_name_is_named_and_counts() -> None:
    papers = bundle(certificate(person(1, called="欧阳某某")), origins(190))
    assert facts("4.1", papers)["interns"] == 1
    assert codes("4.1", papers) == {"name-id-mismatch"}


def test_one_misread_character_of_a_name_is_told_and_does_no_harm() -> None:
    misread = name(1)[:-1] + "谧"
    scan = certificate(person(1, called=misread), person(2, "", called=name(2)[:-1] + "谧"), confidence=0.95)
    papers = bundle(scan, origins(190))
    assert facts("4.1", papers)["interns"] == 2
    (told,) = tally("4.1", papers).flags
    assert told.code == "name-id-mismatch"
    assert "身份证号与名册相同而姓名差一个字" in told.message and "学号或考生号与名册相同" in told.message


def test_the_destinations_roster_decides_who_graduates() -> None:
    papers = bundle(many(20), destinations(1, 10), origins(190))
    assert facts("4.1", papers) == {"interns": 10, "graduates": 10}


@pytest.mark.parametrize("last_first", [True, False])
def test_the_total_is_cited_where_most_of_the_class_stand(last_first: bool) -> None:
    unnamed = destinations(2, 60, title="", file="毕业生花名册24.xlsx")
    rosters = (destinations(2, 38, 2023, start=100), unnamed, destinations(1, 3, start=90))
    papers = bundle(many(20), *(rosters if last_first else rosters[::-1]))
    (rate,) = tally("4.1", papers).rates
    assert rate.denominator == 63 and "毕业生花名册24.xlsx" in rate.base


def test_without_a_seal_it_counts_in_high() -> None:
    papers = bundle(many(20, sealed=False), origins(190))
    assert points("4.1", papers) == (0, 0, 20)
    assert codes("4.1", papers) == {"seal-missing"}


@pytest.mark.parametrize(
    ("written", "flags", "low"),
    [
        ("", set(), 20),
        ("威海某某机械有限公司", set(), 20),
        ("咸海某某机械有限公可", set(), 20),
        ("威海某某机械有限公司人力资源部", set(), 20),
        ("荣成市示例渔业合作社", {"judgement-required"}, 0),
    ],
)
def test_a_seal_of_another_body_is_a_question_and_withholds_no_proposed_point(
    written: str, flags: set[str], low: int
) -> None:
    seen = many(20)
    stamped = tuple(
        replace(fact, value=replace(fact.value, text=written)) if fact.kind == SEAL else fact for fact in seen.facts
    )
    papers = bundle(replace(seen, facts=stamped), origins(190))
    assert points("4.1", papers)[:2] == (low, 20)
    assert codes("4.1", papers) == flags


def test_a_word_file_with_a_seal_picture_is_not_sealed_and_a_scan_pasted_into_it_is() -> None:
    typed = many(20, file="证明.docx", kind="word")
    assert codes("4.1", bundle(typed, origins(190))) == {"seal-missing"}
    seal = observe(text("", "证明.docx/image1.png", "image"), True, "证明.docx")
    assert codes("4.1", bundle(typed, seal, origins(190))) == {"seal-missing"}
    carrier = observe(text("实习证明汇总", "证明.docx"))
    scan = many(20, file="证明.docx/image1.png", kind="image", parent="证明.docx")
    papers = bundle(carrier, scan, origins(190))
    assert points("4.1", papers) == (20, 20, 20)
    assert codes("4.1", papers) == set()


def test_a_typed_list_before_its_pasted_scan_is_one_paper() -> None:
    typed = many(20, file="证明.docx", kind="word")
    scan = many(20, file="证明.docx/image1.png", kind="image", parent="证明.docx")
    papers = bundle(typed, scan, origins(190))
    assert points("4.1", papers) == (20, 20, 20)
    assert "duplicate-person" not in codes("4.1", papers)


def test_a_grey_scan_cannot_be_told(tmp_path: Path) -> None:
    grey = tmp_path / "page.png"
    picture = np.full((400, 300, 3), 255, np.uint8)
    picture[100:120, 50:250] = 60
    cv2.imwrite(str(grey), picture)
    seen = many(20, sealed=False)
    pages = tuple(replace(page, image=grey) for page in seen.document.pages)
    seen = replace(seen, document=replace(seen.document, pages=pages))
    (told,) = tally("4.1", bundle(seen, origins(190))).flags
    assert told.code == "seal-missing"
    assert "无法判断" in told.message


@pytest.mark.parametrize(
    ("employer", "code", "counts", "high"),
    [
        (Employer("烟台某某食品有限公司"), "employer-not-local", 0, 0),
        (Employer("威海某某公司青岛分公司", address="青岛市市南区某路1号"), "employer-not-local", 0, 0),
        (Employer("星辰智造科技有限公司"), "employer-locality-unknown", 0, 20),
        (Employer(""), "employer-locality-unknown", 0, 20),
        (Employer("威海市环翠区人民法院"), "judgement-required", 0, 20),
        (Employer("威海市环翠区统计局"), "judgement-required", 0, 20),
        (Employer("威海市某某中学"), "judgement-required", 0, 20),
        (Employer("威海市环翠区行政审批服务局"), "judgement-required", 0, 20),
        (Employer("中共威海市某某区委"), "judgement-required", 0, 20),
        (Employer("威海市某某邮政局物流有限公司"), None, 20, 20),
        (Employer("星辰智造科技有限公司", address="山东省荣成市某路2号"), None, 20, 20),
        (Employer("威海某某酒店"), None, 20, 20),
        (Employer("威海某某学院后勤服务有限公司"), None, 20, 20),
    ],
)
def test_where_and_what_the_host_is(employer: Employer, code: str | None, counts: int, high: int) -> None:
    papers = bundle(many(20, employer=employer), origins(190))
    assert facts("4.1", papers)["interns"] == counts
    assert codes("4.1", papers) == ({code} if code else set())
    assert points("4.1", papers)[2] == (20 if high else 0)


@pytest.mark.parametrize(
    ("period", "code", "counts"),
    [
        (DateSpan(date(2023, 10, 1), date(2024, 1, 5)), None, 20),
        (DateSpan(date(2024, 12, 20), date(2025, 6, 1)), None, 20),
        (DateSpan(date(2023, 3, 1), date(2023, 12, 31)), "date-outside-period", 0),
        (DateSpan(date(2025, 1, 1), date(2025, 3, 31)), "date-outside-period", 0),
        (None, "date-missing", 0),
    ],
)
def test_the_placement_overlaps_the_period(period: DateSpan | None, code: str | None, counts: int) -> None:
    papers = bundle(many(20, period=period), origins(190))
    assert facts("4.1", papers)["interns"] == counts
    assert codes("4.1", papers) == ({code} if code else set())
    assert points("4.1", papers)[2] == (0 if code == "date-outside-period" else 20)


def test_students_of_another_school_do_not_count() -> None:
    papers = bundle(many(20, school="威海职业学院"), origins(190))
    assert points("4.1", papers) == (0, 0, 0)
    assert codes("4.1", papers) == {"school-mismatch"}


def test_the_parents_bare_name_is_settled_by_the_roster_else_open() -> None:
    rolls = origins(190, f"{BACHELORS}2024届毕业生生源信息库")
    papers = bundle(many(20, school="山东大学"), rolls, school=BACHELORS)
    assert points("4.1", papers) == (20, 20, 20)
    papers = bundle(many(20, school="山东大学"), application(190, school=BACHELORS), school=BACHELORS)
    assert points("4.1", papers) == (0, 0, 20)
    papers = bundle(many(20, school="山东大学（青岛）"), rolls, school=BACHELORS)
    assert points("4.1", papers) == (0, 0, 0)


def test_without_a_roster_the_certificates_word_suffices() -> None:
    assert points("4.1", bundle(many(20), application(190))) == (20, 20, 20)
    unnamed = many(20, school="", words="实习证明\n兹证明以下同学在我单位实习，特此证明。")
    assert points("4.1", bundle(unnamed, application(190))) == (0, 0, 20)
    assert codes("4.1", bundle(unnamed, application(190))) == {"not-in-roster"}
    addressed = many(20, school="")
    assert points("4.1", bundle(addressed, application(190))) == (20, 20, 20)


def test_next_years_class_is_asked_about() -> None:
    said = bundle(many(20, role="2025届毕业生"), application(190))
    assert points("4.1", said) == (0, 0, 20)
    assert codes("4.1", said) == {"judgement-required"}
    listed = bundle(many(20, 300), origins(190), origins(40, "2025届毕业生生源信息", file="下届.xlsx", start=300))
    assert codes("4.1", listed) == {"judgement-required"}


def test_younger_students_are_not_in_the_roster() -> None:
    papers = bundle(many(20, 300, role="2022级学生"), origins(190), enrolment(40, start=300))
    assert facts("4.1", papers)["interns"] == 0
    assert codes("4.1", papers) <= {"not-in-roster", "judgement-required"}


def test_an_unsure_name_does_not_count_in_low() -> None:
    papers = bundle(many(20, confidence=0.7), origins(190))
    assert points("4.1", papers) == (0, 20, 20)
    assert codes("4.1", papers) == {"low-confidence"}


def test_without_a_year_the_cell_is_open_and_no_date_is_tested() -> None:
    papers = bundle(many(60, period=DateSpan(date(2023, 1, 1), date(2023, 2, 1))), application(300), year=None)
    assert points("4.1", papers) == (0, 0, 20)
    assert codes("4.1", papers) == set()


def test_one_flag_a_code_and_paper_and_names_are_masked() -> None:
    mixed = certificate(person(300), person(301), person(1), sealed=False)
    flags = tally("4.1", bundle(mixed, origins(190))).flags
    assert sorted(flag.code for flag in flags) == ["not-in-roster", "seal-missing"]
    assert all(name(300) not in flag.message for flag in flags)


def test_nothing_sent_is_nothing_found() -> None:
    assert [flag.code for flag in result("4.1", bundle(origins(190))).flags] == ["no-evidence"]


BEGUN = "实习证明\n兹证明{}2024届毕业生丛子昂于{}至{}在我公司实习。\n特此证明。\n威海某某机械有限公司\n2024年6月30日"


def test_a_start_in_the_period_is_enough_and_one_before_it_is_open() -> None:
    inside = observe(text(BEGUN.format(SCHOOL, "2024年2月26日", "（　）"), "实习证明.pdf", "pdf"), True)
    assert facts("4.1", bundle(inside, application(100)))["interns"] == 1
    before = observe(text(BEGUN.format(SCHOOL, "2023年11月6日", "（　）"), "实习证明.pdf", "pdf"), True)
    assert facts("4.1", bundle(before, application(100)))["interns"] == 0
    assert "date-missing" in codes("4.1", bundle(before, application(100)))


def test_a_certificate_without_a_name_says_so() -> None:
    words = "实习证明\n兹证明贵校学生在我单位实习，\n特此证明。\n威海某某机械有限公司\n2024年6月30日"
    papers = bundle(observe(text(words, "实习证明.pdf", "pdf"), True), application(100))
    assert points("4.1", papers) == (0, 0, 20)
    assert codes("4.1", papers) == {"judgement-required"}


def test_a_blank_certificate_is_no_evidence() -> None:
    words = "实习证明\n兹证明____同学于____年__月__日在我单位实习，\n特此证明。\n（盖章）"
    assert not tally("4.1", bundle(text(words, "实习证明.docx"), application(100))).evidence


def test_people_whose_masked_names_look_the_same_are_told_apart_by_their_school_numbers() -> None:
    people = (person(1, called="曾海平"), person(2, called="曾文静"), person(3, called="郑海平"))
    away = certificate(*people, employer=Employer("烟台某某有限公司", locality="outside"))
    told = next(flag.message for flag in tally("4.1", bundle(away)).flags if flag.code == "employer-not-local")
    first, second = (mask_number(school_number(number)) for number in (1, 2))
    assert f"3人（曾**（学号{first}）、曾**（学号{second}）、郑**）" in told and first != second
