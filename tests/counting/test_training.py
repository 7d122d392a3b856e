"""4.6: students trained, by level, as a share of those enrolled."""

from fractions import Fraction

import pytest

from tests.counting.people_papers import (
    COLLEGE,
    KEYS,
    SCHOOL,
    application,
    bundle,
    codes,
    enrolment,
    facts,
    keys,
    name,
    points,
    resident_id,
    result,
    sheet,
    tally,
    text,
)
from verifier.model import Document

HEADER = ["姓名", "公民身份号码", "就读院校", "学历层次", "培训类型", "培训机构", "开班日期", "结业日期"]


def export(
    *people: tuple[range, str],
    school: str = SCHOOL,
    day: str = "2024-05-10",
    title: str = "山东省公共就业人才信息系统－培训学员查询结果",
    file: str = "培训导出.xlsx",
) -> Document:
    rows = [
        [name(n), resident_id(n), school, level, "SYB", "威海某培训学校", day, day]
        for span, level in people
        for n in span
    ]
    return sheet(HEADER, rows, title, file=file)


@pytest.mark.parametrize(
    ("bachelors", "college", "expected"),
    [
        (20, 15, (8, 8, 8)),
        (19, 15, (0, 0, 8)),
        (20, 14, (0, 0, 8)),
        (19, 14, (0, 0, 0)),
    ],
)
def test_with_both_levels_both_count_and_either_is_the_other_reading(
    bachelors: int, college: int, expected: tuple[float, float, float]
) -> None:
    papers = bundle(
        export((range(bachelors), "本科"), (range(100, 100 + college), "专科")),
        enrolment(100, 50),
        application(10, 150),
    )
    assert points("4.6", papers) == expected
    told = {flag.code for flag in result("4.6", papers).flags}
    assert ("rule-ambiguous" in told) == (expected == (0, 0, 8))
    assert codes("4.6", papers) == set()


def test_the_shares_of_the_domain() -> None:
    papers = bundle(export((range(115), "本科"), (range(600, 664), "专科")), enrolment(600, 200))
    measures = {each.name: each.proposed for each in tally("4.6", papers).measures}
    assert measures["trained_undergraduate"] == Fraction(1150, 6000)
    assert measures["trained_college"] == Fraction(640, 2000)
    assert points("4.6", papers) == (0, 0, 8)
    assert facts("4.6", papers) == {
        "trained": 179,
        "enrolled": 800,
        "trained_by_level.undergraduate": 115,
        "trained_by_level.college": 64,
        "enrolled_by_level.undergraduate": 600,
        "enrolled_by_level.college": 200,
    }


def test_a_level_without_students_does_not_apply() -> None:
    assert points("4.6", bundle(export((range(20), "本科")), enrolment(100))) == (8, 8, 8)
    assert points("4.6", bundle(export((range(20), "专科")), enrolment(0, 100))) == (0, 0, 0)
    assert points("4.6", bundle(export((range(30), "专科")), enrolment(0, 100))) == (8, 8, 8)


def test_postgraduates_are_in_neither_base() -> None:
    rows = [[*keys(n), "2022级", "本科" if n < 100 else "硕士研究生"] for n in range(150)]
    rolls = sheet([*KEYS, "年级", "学历层次"], rows, "在校生数据库")
    papers = bundle(export((range(20), "本科"), (range(100, 130), "硕士研究生")), rolls)
    assert points("4.6", papers) == (8, 8, 8)
    assert facts("4.6", papers)["trained"] == 20
    assert facts("4.6", papers)["enrolled"] == 100


def test_a_person_counts_once_however_many_courses() -> None:
    papers = bundle(export((range(15), "本科"), (range(15), "本科")), enrolment(100))
    assert facts("4.6", papers)["trained"] == 15
    assert points("4.6", papers) == (0, 0, 0)
    assert codes("4.6", papers) == set()


def test_people_who_are_not_enrolled_count_in_high() -> None:
    papers = bundle(export((range(10), "本科"), (range(500, 515), "本科")), enrolment(100))
    assert facts("4.6", papers)["trained"] == 10
    assert points("4.6", papers) == (0, 0, 8)
    assert codes("4.6", papers) == {"not-in-roster"}


def test_rows_of_other_schools_are_filtered() -> None:
    papers = bundle(
        export((range(20), "本科")), export((range(20, 60), "本科"), school="烟台大学", file="二.xlsx"), enrolment(100)
    )
    assert facts("4.6", papers)["trained"] == 20


@pytest.mark.parametrize(
    ("day", "code", "expected"),
    [
        ("2024年3月1日至2024年3月10日", None, (8, 8, 8)),
        ("2023-12-25至2024-01-05", None, (8, 8, 8)),
        ("2023-05-10", "date-outside-period", (0, 0, 0)),
        ("2024", None, (8, 8, 8)),
        ("202405", None, (8, 8, 8)),
        ("", "date-missing", (0, 0, 8)),
    ],
)
def test_trained_in_the_period(day: str, code: str | None, expected: tuple[float, float, float]) -> None:
    papers = bundle(export((range(20), "本科"), day=day), enrolment(100))
    assert points("4.6", papers) == expected
    assert codes("4.6", papers) == ({code} if code else set())


@pytest.mark.parametrize(
    "paper",
    [
        export((range(20), "本科"), title="2024年创业培训班学员名单"),
        sheet(
            [*KEYS, "学历", "培训项目", "培训时间"],
            [[*keys(n), "本科", "SYB", "2024-05-10"] for n in range(20)],
            "创业培训班名册",
        ),
    ],
)
def test_a_schools_own_list_counts_in_high(paper: Document) -> None:
    papers = bundle(paper, enrolment(100))
    assert points("4.6", papers) == (0, 0, 8)


def test_without_an_enrolled_roster_a_school_of_one_level_has_its_stated_total() -> None:
    papers = bundle(export((range(30), "专科"), school=COLLEGE), application(10, 100, COLLEGE), school=COLLEGE)
    assert points("4.6", papers) == (8, 8, 8)
    papers = bundle(export((range(30), "专科"), school=COLLEGE), school=COLLEGE)
    assert points("4.6", papers) == (0, 0, 8)
    assert codes("4.6", papers) == {"denominator-missing"}


def test_without_an_enrolled_roster_a_school_of_two_levels_has_no_base() -> None:
    papers = bundle(export((range(30), "专科")), application(10, 100))
    assert points("4.6", papers) == (0, 0, 8)
    assert codes("4.6", papers) == {"denominator-missing"}


def test_no_level_anywhere() -> None:
    header = [each for each in HEADER if each != "学历层次"]
    rows = [[name(n), resident_id(n), SCHOOL, "SYB", "某培训学校", "2024-05-10", "2024-05-20"] for n in range(20)]
    bare = sheet(header, rows, "公共就业人才信息系统查询结果")
    rolls = sheet([*KEYS, "年级"], [[*keys(n), f"{2022 + n % 3}级"] for n in range(100)], "在校生数据库")
    for papers in (bundle(bare, rolls), bundle(bare, application(10, 100))):
        assert points("4.6", papers) == (0, 0, 8)
        assert codes("4.6", papers) == {"columns-missing"}


@pytest.mark.parametrize(
    ("school", "level", "expected", "told"),
    [
        ("山东大学（威海）", "", (0, 0, 8), {"columns-missing"}),
        ("山东大学（威海）", "本科", (8, 8, 8), set()),
        (COLLEGE, "", (8, 8, 8), set()),
    ],
)
def test_of_a_school_with_postgraduates_somebody_must_show_a_level(
    school: str, level: str, expected: tuple[float, float, float], told: set[str]
) -> None:
    rolls = sheet([*KEYS, "年级"], [[*keys(n), f"{2022 + n % 3}级"] for n in range(100)], f"{school}在校生数据库")
    papers = bundle(export((range(30), level), school=school), rolls, school=school)
    assert points("4.6", papers) == expected
    assert codes("4.6", papers) == told


def test_a_school_of_one_level_needs_no_column_for_it() -> None:
    rolls = sheet([*KEYS, "年级"], [[*keys(n), f"{2022 + n % 3}级"] for n in range(100)], f"{COLLEGE}在校生数据库")
    papers = bundle(export((range(30), ""), school=COLLEGE), rolls, school=COLLEGE)
    assert points("4.6", papers) == (8, 8, 8)


def test_stated_totals_of_a_school_of_one_level_widen_the_range() -> None:
    rolls = enrolment(0, 100, f"{COLLEGE}在校生数据库")
    papers = bundle(export((range(30), "专科"), school=COLLEGE), rolls, application(10, 110, COLLEGE), school=COLLEGE)
    assert points("4.6", papers) == (0, 8, 8)
    assert codes("4.6", papers) == {"totals-disagree"}


def test_nothing_sent_is_left_to_the_bureaus_data() -> None:
    papers = bundle(enrolment(100))
    assert points("4.6", papers) == (0, 0, 8)
    assert [flag.code for flag in result("4.6", papers).flags] == ["external-data-required"]


def test_without_a_year_the_cell_is_open() -> None:
    papers = bundle(export((range(20), "本科"), day="2020-05-10"), enrolment(100), year=None)
    assert points("4.6", papers) == (0, 0, 8)
    assert codes("4.6", papers) == set()


def test_notices_of_courses_are_no_exports() -> None:
    notice = text("关于举办创业培训班的通知\n培训时间：2024年5月10日", "通知.docx")
    assert tally("4.6", bundle(notice, enrolment(100))).evidence == ()


def test_the_kind_of_people_in_an_export_makes_it_no_list_of_staff() -> None:
    rows = [[*keys(n), "大学生", "创业培训", "威海某培训学校", "2024-05-06"] for n in range(10)]
    header = [*KEYS, "人员类别", "培训类型", "培训机构", "开班日期"]
    papers = bundle(sheet(header, rows, "公共就业人才信息系统创业培训人员明细表"), enrolment(0, 40))
    assert facts("4.6", papers)["trained"] == 10
