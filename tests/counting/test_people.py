"""The totals that several cells share, and who is whom."""

from fractions import Fraction

import pytest

from tests.counting.people_papers import (
    KEYS,
    SCHOOL,
    application,
    book,
    bundle,
    degrees,
    destinations,
    enrolment,
    keys,
    name,
    origins,
    resident_id,
    rules,
    school_number,
    sheet,
    text,
    wrong_id,
)
from verifier.counting.people.rosters.rosters_sent import cohorts
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.totals.disagreement import totals_flags
from verifier.counting.people.totals.totals import enrolled, graduates
from verifier.language.identity_numbers import check_id
from verifier.model import Papers, Person, Place, RosterRow


def number_of_graduates(papers: Papers) -> Fraction | None:
    return graduates(papers, rules()).decided


def everyone(papers: Papers) -> list[int]:
    return [int(total.number) for total in graduates(papers, rules()).totals]


def row(name_: str = "", id_: str = "", number: str = "", major: str = "") -> RosterRow:
    value, state = check_id(id_)
    return RosterRow(Person(name_, value, state, number, major=major), {}, Place("f", cell="S!A1"))


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (row("张三", resident_id(1)), row("张叁", resident_id(1)), 1),
        (row("张三", resident_id(1), "01"), row("张三", wrong_id(1), "01"), 1),
        (row("张三", resident_id(1)), row("张三", resident_id(2)), 2),
        (row("张三", "", "2020001"), row("张三", "", "02020001"), 1),
        (row("张三", "", "2020001"), row("李四", "", "2020001"), 2),
        (row("张三", major="会计"), row("张三", major="会计"), 1),
        (row("张三", major="会计"), row("张三", major="护理"), 2),
        (row("张 三", resident_id(1)), row("张三", resident_id(1)[:4] + "*" * 10 + resident_id(1)[-4:]), 1),
    ],
)
def test_a_person_is_one_id_else_name_and_number_else_name_and_major(
    first: RosterRow, second: RosterRow, people: int
) -> None:
    assert len(Register.of([first, second])) == people


def test_a_person_is_found_by_any_key_that_some_roster_gave() -> None:
    register = Register.of([row("张三", resident_id(1)), row("张三", resident_id(1), "2020001")])
    assert len(register) == 1
    assert register.find(row("张三", "", "2020001").person) == 0


def test_the_roster_of_destinations_decides_then_origins_then_degrees() -> None:
    assert everyone(bundle(degrees(7), origins(6), destinations(1, 5))) == [5, 6, 7]
    assert number_of_graduates(bundle(degrees(7), origins(6))) == 6
    assert number_of_graduates(bundle(degrees(7))) == 7


def test_without_rosters_the_application_then_the_summary_then_the_survey_decide() -> None:
    summary = text("指导站2024年度工作总结\n我校2024届毕业生共1300人，其中本科生800人。", "总结.docx")
    asked = text("2024届毕业生调查问卷报告\n2024届毕业生1400人，回收有效问卷700份。", "问卷.docx")
    assert everyone(bundle(asked, summary, application(1250))) == [1250, 1300, 1400]
    assert everyone(bundle(asked, summary)) == [1300, 1400]
    assert everyone(bundle(asked)) == [1400]


@pytest.mark.parametrize(
    "words",
    [
        "2024年就业工作总结\n我校2023届毕业生4000人。",
        "2024年就业工作总结\n组织应届毕业生300人参加招聘会，实现就业的毕业生900人。",
        "2023年度工作总结\n我校毕业生总数为900人。",
        "2024年度工作总结\n走访毕业生120人，困难毕业生30人。",
    ],
)
def test_other_numbers_of_graduates_are_no_total(words: str) -> None:
    assert number_of_graduates(bundle(text(words, "总结.docx"))) is None


def test_a_report_by_colleges_tells_the_total_in_its_last_row() -> None:
    header = ["学院", "毕业生人数", "就业人数", "就业率"]
    rows = [["商学院", "400", "380", "95%"], ["工学院", "600", "540", "90%"], ["合计", "1000", "920", "92%"]]
    assert number_of_graduates(bundle(sheet(header, rows, "2024届毕业生就业率统计表"))) == 1000


def test_several_sheets_of_one_kind_are_united_by_person() -> None:
    header = [*KEYS, "生源地"]
    rows = [[*keys(n), "威海"] for n in range(10)]
    one = book(
        "生源.xlsx", ("商学院", "2024届生源信息", header, rows[:6]), ("工学院", "2024届生源信息", header, rows[4:])
    )
    assert number_of_graduates(bundle(one)) == 10
    assert number_of_graduates(bundle(origins(6), origins(6, file="二.xlsx", start=4))) == 10


def test_a_class_of_another_year_is_no_total() -> None:
    assert number_of_graduates(bundle(origins(6, "2023届毕业生生源信息库"), application(8))) == 8


def test_rows_of_another_class_are_left_out_of_a_mixed_roster() -> None:
    rows = [[*keys(n), "威海", "2023-06" if n < 4 else "2024-06"] for n in range(10)]
    assert number_of_graduates(bundle(sheet([*KEYS, "生源地", "毕业时间"], rows))) == 6


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2024届毕业生生源信息", 2024),
        ("24届毕业生生源信息", 2024),
        ("二〇二三届毕业生生源信息", 2023),
        ("2023年应届毕业生生源信息", 2023),
        ("2022-2023学年毕业生生源信息", 2023),
        ("上年度毕业生生源信息", 2023),
        ("本年度毕业生生源信息", 2024),
        ("2020级毕业生生源信息", None),
        ("毕业生生源信息 制表日期：2025年1月6日", None),
    ],
)
def test_titles_tell_the_class(title: str, year: int | None) -> None:
    assert cohorts(bundle(origins(6, title)), rules())[0].class_year == year


def test_dates_of_graduation_outrank_the_title() -> None:
    rows = [[*keys(n), "威海", "20240628"] for n in range(5)]
    papers = bundle(sheet([*KEYS, "生源地", "毕业日期"], rows, "2023届毕业生生源信息"))
    assert cohorts(papers, rules())[0].class_year == 2024


def test_grade_and_length_of_study_tell_the_class() -> None:
    rows = [[*keys(n), "威海", "2020级", "四年"] for n in range(5)]
    papers = bundle(sheet([*KEYS, "生源地", "年级", "学制"], rows, "毕业生生源信息"))
    assert cohorts(papers, rules())[0].class_year == 2024


@pytest.mark.parametrize(
    ("header", "values", "title", "side"),
    [
        (["年级", "学历"], ["2022级|本科", "2023级|本科", "2024级|本科"], "", "enrolled"),
        (["年级", "学历"], ["2022级|本科"] * 3, "在校学生名单", "enrolled"),
        (["预计毕业日期", "学历"], ["2025-06|本科", "2026-06|本科", "2027-06|本科"], "学历信息库", "enrolled"),
        (["毕业时间", "学历"], ["2025|本科", "2026|本科", "2027|本科"], "毕业生信息", "enrolled"),
        (["毕业时间", "学历"], ["2024|本科"] * 3, "", "graduates"),
        (["预计毕业时间", "生源地"], ["2024-06|威海"] * 3, "", "graduates"),
        (["年级", "学历"], ["2020级|本科", "2021级|专科", "2022级|专升本"], "2024届毕业生名单", "graduates"),
        (["年级", "学制", "学历"], ["2020|4|本科", "2021|3|专科", "2022|2|专升本"], "", "graduates"),
        (["年级", "毕业去向"], ["2020级|升学", "2021级|待就业"], "", "graduates"),
        (["入学时间", "学历"], ["2020-09|本科", "2021-09|专科"], "", "graduates"),
        (["入学时间", "学历"], ["2022-09|本科"] * 3, "", "enrolled"),
        (["学籍状态", "学历"], ["注册学籍|本科"] * 3, "", "enrolled"),
        (["证书编号", "学历"], ["1001|本科"] * 3, "", "graduates"),
    ],
)
def test_students_still_enrolled_are_told_from_graduates(
    header: list[str], values: list[str], title: str, side: str
) -> None:
    rows = [[*keys(n), *values[n % len(values)].split("|")] for n in range(12)]
    assert cohorts(bundle(sheet([*KEYS, *header], rows, title)), rules())[0].side == side


def test_lists_of_some_graduates_are_no_whole_class() -> None:
    for title in ("2024届已就业毕业生名单", "2024届毕业生招聘会签到表", "2024届困难毕业生名单", "2024届毕业生实习名单"):
        assert number_of_graduates(bundle(origins(5, title), application(900))) == 900, title


def test_rows_that_name_other_schools_are_no_graduates_here() -> None:
    schools = [SCHOOL, "山东交通学院威海校区", "威海职业学院", "", "烟台大学"]
    rows = [[*keys(n), "威海", schools[n % 5]] for n in range(10)]
    papers = bundle(sheet([*KEYS, "生源地", "学校名称"], rows, "2024届毕业生生源信息"))
    assert number_of_graduates(papers) == 6


def test_enrolled_come_from_the_roster_else_from_the_application() -> None:
    assert enrolled(bundle(application(100, 6000)), rules()).decided == 6000
    assert enrolled(bundle(application(100, 6000), enrolment(5)), rules()).decided == 5
    proof = sheet(["姓名", "学号", "是否在校"], [[name(1), school_number(1), "是"]], "在校生身份确认表")
    assert enrolled(bundle(proof, application(100, 6000)), rules()).decided == 6000


def test_totals_that_disagree_stand_at_the_top_when_no_cell_hangs_on_them() -> None:
    papers = bundle(origins(6), application(7))
    (told,) = totals_flags(papers, rules(), {})
    assert (told.code, told.indicator) == ("totals-disagree", None)
    assert "6人" in told.message and "7人" in told.message
    assert totals_flags(bundle(origins(6), application(6)), rules(), {}) == []
