"""2.1–2.3: rosters sent in."""

from dataclasses import replace

import pytest

from tests.counting.people_papers import (
    BACHELORS,
    KEYS,
    SCHOOL,
    application,
    book,
    bundle,
    codes,
    degrees,
    destinations,
    enrolment,
    keys,
    name,
    observe,
    origins,
    points,
    resident_id,
    result,
    rules,
    school_number,
    severities,
    sheet,
    tally,
    text,
    wrong_id,
)
from verifier.counting.people.rosters.rosters_sent import cohorts
from verifier.model import Place

ORIGIN = [*KEYS, "生源地"]


def origin_rows(many: int) -> list[list[object]]:
    return [[*keys(n), "山东省威海市"] for n in range(many)]


def test_a_whole_roster_of_the_class_earns_the_points() -> None:
    assert points("2.1", bundle(origins(20))) == (15, 15, 15)
    assert points("2.2", bundle(enrolment(20, 10))) == (15, 15, 15)
    assert points("2.3", bundle(degrees(20))) == (20, 20, 20)
    assert codes("2.1", bundle(origins(20))) == set()
    found = result("2.1", bundle(origins(20)))
    assert [flag.code for flag in found.flags] == ["external-data-required"]
    assert (found.flags[0].severity, found.status) == ("note", "ready")


def test_each_roster_speaks_for_its_own_cell_only() -> None:
    assert points("2.1", bundle(degrees(20), enrolment(20))) == (0, 0, 0)
    assert points("2.2", bundle(degrees(20), origins(20))) == (0, 0, 0)
    assert points("2.3", bundle(origins(20), enrolment(20))) == (0, 0, 0)


def test_a_roster_with_the_columns_of_several_cells_counts_in_each() -> None:
    rows = [[*keys(n), "威海", "本科", "会计学"] for n in range(10)]
    papers = bundle(sheet([*KEYS, "生源地", "学历", "专业"], rows, "2024届毕业生信息"))
    assert points("2.1", papers) == (15, 15, 15)
    assert points("2.3", papers) == (20, 20, 20)
    assert points("2.2", papers) == (0, 0, 0)


def test_students_enrolled_with_origins_and_levels_are_no_graduates() -> None:
    rows = [[*keys(n), "威海", "本科", "会计学", f"{2021 + n % 4}级"] for n in range(12)]
    papers = bundle(sheet([*KEYS, "生源地", "学历", "专业", "年级"], rows, "全校学生信息"))
    assert points("2.2", papers) == (15, 15, 15)
    assert points("2.1", papers) == (0, 0, 0)
    assert points("2.3", papers) == (0, 0, 0)


@pytest.mark.parametrize(
    ("id_", "header", "title", "missing"),
    [
        ("2.1", [*KEYS, "专业"], "2024届毕业生生源信息库", "生源地"),
        ("2.1", ["姓名", "生源地", "专业"], "2024届毕业生生源信息库", "身份证号"),
        ("2.2", [*KEYS, "学历层次"], "在校生数据库", "年级"),
        ("2.2", [*KEYS, "学历层次"], "全日制在校生信息表（秋季）", "年级"),
        ("2.2", [*KEYS, "年级"], "在校生数据库", "学历"),
        ("2.2", ["学号", "年级", "学历层次", "专业"], "2024年在校生数据库", "姓名"),
        ("2.3", ["学号", "学历", "专业"], "2024届毕业生学历信息库", "姓名"),
        ("2.1", ["学号", "生源地", "专业"], "2024届毕业生生源信息库", "姓名"),
        ("2.3", [*KEYS, "学历"], "2024届毕业生学历信息库", "专业"),
    ],
)
def test_a_missing_column_leaves_the_cell_open(id_: str, header: list[str], title: str, missing: str) -> None:
    values = {"姓名": name, "身份证号": resident_id, "学号": school_number}
    rows = [[values[h](n) if h in values else {"年级": "2022级"}.get(h, "本科") for h in header] for n in range(8)]
    papers = bundle(sheet(header, rows, title))
    top = 20 if id_ == "2.3" else 15
    assert points(id_, papers) == (0, 0, top)
    told = next(flag for flag in tally(id_, papers).flags if flag.code == "columns-missing")
    assert told.severity == "gap"
    assert missing in told.message


def test_a_column_without_anything_in_it_is_missing() -> None:
    rows = [[*keys(n), ""] for n in range(8)]
    papers = bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == (0, 0, 15)
    assert codes("2.1", papers) == {"columns-missing"}


def test_a_roster_filed_for_the_cell_is_meant_for_it() -> None:
    rows = [[*keys(n), "会计学"] for n in range(8)]
    paper = sheet([*KEYS, "专业"], rows, "2024届毕业生", file="2.1/名单.xlsx")
    assert points("2.1", bundle(paper, hints={"2.1/名单.xlsx": ("2.1",)})) == (0, 0, 15)
    assert points("2.1", bundle(paper)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("title", "newest", "expected"),
    [
        ("2021年秋季在校生数据库", 2021, (0, 0, 0)),
        ("2023—2024学年在校生数据库", 2023, (15, 15, 15)),
        ("2021年版在校生数据库", 2024, (15, 15, 15)),
        ("在校生数据库", 2021, (15, 15, 15)),
    ],
)
def test_students_enrolled_in_an_earlier_year_do_not_count(
    title: str, newest: int, expected: tuple[float, float, float]
) -> None:
    rows = [[*keys(n), f"{newest - n % 3}级", "本科"] for n in range(12)]
    papers = bundle(sheet([*KEYS, "年级", "学历"], rows, title))
    assert points("2.2", papers) == expected
    assert codes("2.2", papers) == ({"date-outside-period"} if expected == (0, 0, 0) else set())


def test_freshmen_filed_for_graduates_are_another_class() -> None:
    rows = [[*keys(n), "山东省威海市", "2024级"] for n in range(8)]
    paper = sheet([*ORIGIN, "年级"], rows, "2024级新生生源信息表", file="2.1/生源.xlsx")
    papers = bundle(paper, hints={"2.1/生源.xlsx": ("2.1",)})
    assert points("2.1", papers) == (0, 0, 0)
    assert codes("2.1", papers) == {"date-outside-period"}


def test_one_file_renamed_for_a_second_cell_is_short_of_its_columns() -> None:
    rows = [[*keys(n), "本科", "会计学"] for n in range(8)]
    paper = sheet([*KEYS, "学历", "专业"], rows, "2024届毕业生", file="2.3/学历.xlsx")
    hints: dict[str, tuple[str, ...]] = {"2.3/学历.xlsx": ("2.3",), "2.1/生源.xlsx": ("2.1",)}
    papers = replace(bundle(paper, hints=hints), twins={"2.1/生源.xlsx": "2.3/学历.xlsx"})
    assert points("2.3", papers) == (20, 20, 20)
    assert points("2.1", papers) == (0, 0, 15)
    assert codes("2.1", papers) == {"columns-missing"}


def test_a_second_roster_short_of_a_column_does_no_harm_beside_a_whole_one() -> None:
    short = sheet([*KEYS, "专业"], [[*keys(n), "会计学"] for n in range(8)], "2024届毕业生生源信息")
    papers = bundle(origins(20), short)
    assert points("2.1", papers) == (15, 15, 15)
    assert codes("2.1", papers) == set()


@pytest.mark.parametrize(("bad", "expected", "severity"), [(1, (15, 15, 15), "note"), (2, (0, 0, 15), "review")])
def test_up_to_five_percent_of_unusable_rows_are_a_note(
    bad: int, expected: tuple[float, float, float], severity: str
) -> None:
    rows = origin_rows(20)
    for at in range(bad):
        rows[at][0] = ""
    papers = bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == expected
    assert severities("2.1", papers) == {"rows-invalid": severity}
    assert "Sheet1!" in tally("2.1", papers).flags[0].message


def test_a_row_without_any_key_is_unusable_and_one_with_a_masked_id_and_a_name_is_not() -> None:
    rows: list[list[object]] = [
        [name(n), resident_id(n)[:4] + "*" * 10 + resident_id(n)[-4:], "威海"] for n in range(8)
    ]
    header = ["姓名", "身份证号", "生源地"]
    assert points("2.1", bundle(sheet(header, rows, "2024届毕业生生源信息库"))) == (15, 15, 15)
    rows[0][1] = ""
    assert codes("2.1", bundle(sheet(header, rows, "2024届毕业生生源信息库"))) == {"rows-invalid"}


def test_ids_that_lost_their_tail_are_unusable() -> None:
    rows = [[name(n), "3.79900200001E+17", "威海"] for n in range(8)]
    papers = bundle(sheet(["姓名", "身份证号", "生源地"], rows, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == (0, 0, 15)
    assert "rows-invalid" in codes("2.1", papers)


def test_a_wrong_check_digit_withholds_nothing() -> None:
    rows = origin_rows(20)
    rows[3][1] = wrong_id(3)
    papers = bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == (15, 15, 15)
    assert codes("2.1", papers) == {"id-invalid"}


def test_one_id_with_two_names_and_one_name_and_number_with_two_ids_are_named() -> None:
    rows = origin_rows(20)
    rows[3] = [name(90), resident_id(2), school_number(90), "威海"]
    papers = bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))
    assert codes("2.1", papers) == {"name-id-mismatch"}
    rows = origin_rows(20)
    rows[3] = [name(2), resident_id(91), school_number(2), "威海"]
    assert codes("2.1", bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))) == {"name-id-mismatch"}


def test_a_person_twice_is_named_and_withholds_nothing() -> None:
    rows = origin_rows(20)
    rows.append(rows[4])
    papers = bundle(sheet(ORIGIN, rows, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == (15, 15, 15)
    assert codes("2.1", papers) == {"duplicate-person"}


def test_a_roster_of_another_class_does_not_count() -> None:
    papers = bundle(origins(20, "2023届毕业生生源信息库"))
    assert points("2.1", papers) == (0, 0, 0)
    assert codes("2.1", papers) == {"date-outside-period"}
    assert tally("2.1", papers).evidence[0].standing == "out"


def test_last_years_roster_of_destinations_is_no_fault_of_another_cell() -> None:
    rows = [[*keys(n), "威海", "签就业协议形式就业", "威海甲厂"] for n in range(10)]
    header = [*KEYS, "生源地", "毕业去向", "单位名称"]
    last = sheet(header, rows, "2023届毕业生就业花名册", file="上年.xlsx")
    assert codes("2.1", bundle(origins(20), last)) == set()
    assert tally("2.1", bundle(last)).evidence == ()


def test_a_roster_that_shows_no_class_counts_with_a_note() -> None:
    papers = bundle(origins(20, "毕业生生源信息库"))
    assert points("2.1", papers) == (15, 15, 15)
    assert severities("2.1", papers) == {"date-missing": "note"}


def test_a_file_name_alone_that_says_another_class_leaves_the_question_open() -> None:
    papers = bundle(origins(20, "毕业生生源信息库", file="2023届生源.xlsx"))
    assert points("2.1", papers) == (0, 0, 15)
    assert severities("2.1", papers) == {"date-missing": "review"}


def test_the_enrolled_need_no_class() -> None:
    assert codes("2.2", bundle(enrolment(20))) == set()


def test_rows_of_other_schools_are_filtered_without_a_flag_and_a_whole_roster_of_one_is_named() -> None:
    header = [*ORIGIN, "学校名称"]
    mixed = [[*row, SCHOOL if n % 2 else "烟台大学"] for n, row in enumerate(origin_rows(10))]
    assert codes("2.1", bundle(sheet(header, mixed, "2024届毕业生生源信息库"))) == set()
    other = [[*row, "烟台大学"] for row in origin_rows(10)]
    papers = bundle(sheet(header, other, "2024届毕业生生源信息库"))
    assert points("2.1", papers) == (0, 0, 0)
    assert codes("2.1", papers) == {"school-mismatch"}
    papers = bundle(origins(10, "威海职业学院2024届毕业生生源信息库"))
    assert codes("2.1", papers) == {"school-mismatch"}


def test_without_a_year_no_class_is_tested() -> None:
    papers = bundle(origins(20, "2023届毕业生生源信息库"), year=None)
    assert "date-outside-period" not in codes("2.1", papers)


def test_exports_staff_lists_and_sign_in_sheets_are_no_rosters() -> None:
    trained = sheet([*KEYS, "学历", "专业", "培训项目"], [[*keys(n), "本科", "会计", "SYB"] for n in range(5)])
    staff = sheet(["姓名", "职务", "专兼职", "学历", "专业"], [["王某", "科长", "专职", "本科", "会计"]])
    signed = sheet([*KEYS, "生源地"], [[*keys(n), "威海"] for n in range(5)], "宣讲会签到表")
    for id_ in ("2.1", "2.2", "2.3"):
        assert tally(id_, bundle(trained, staff, signed)).evidence == ()


def test_a_table_in_a_scan_counts_as_well() -> None:
    book_ = origins(20)
    scan = text("2024届毕业生生源信息库", "生源.pdf", "pdf")
    table = book_.tables[0]
    scan = replace(scan, tables=(replace(table, sheet=None, place=scan.pages[0].place),))
    assert points("2.1", bundle(scan)) == (15, 15, 15)


def test_two_rosters_in_one_workbook_speak_each_for_its_cell() -> None:
    enrolled = [[*keys(n), f"{2022 + n % 3}级", "本科"] for n in range(10)]
    one = book(
        "数据库.xlsx",
        ("生源", "2024届毕业生生源信息", ORIGIN, origin_rows(10)),
        (
            "在校生",
            "在校生数据库",
            [*KEYS, "年级", "层次"],
            enrolled,
        ),
    )
    papers = bundle(observe(one), application(900))
    assert points("2.1", papers) == (15, 15, 15)
    assert points("2.2", papers) == (15, 15, 15)


def test_nothing_sent_is_nothing_found() -> None:
    found = result("2.1", bundle(destinations(1, 5)))
    assert (found.low, found.proposed, found.high) == (0, 0, 0)
    assert [flag.code for flag in found.flags] == ["no-evidence"]


@pytest.mark.parametrize("by", ["column", "heading"])
def test_rows_of_the_parents_other_campuses_are_not_ours(by: str) -> None:
    rows = origin_rows(20)
    if by == "column":
        campus = ["威海校区"] * 12 + ["校本部"] * 5 + ["青岛校区"] * 3
        table = sheet(
            [*ORIGIN, "校区"], [[*row, one] for row, one in zip(rows, campus, strict=True)], "2024届毕业生生源信息库"
        )
    else:
        blank = [""] * (len(ORIGIN) - 1)
        parted = [["威海校区", *blank], *rows[:12], ["青岛校区", *blank], *rows[12:]]
        table = sheet(ORIGIN, parted, "2024届毕业生生源信息库")
    (each,) = cohorts(bundle(table, school=BACHELORS), rules())
    assert (len(each.rows), each.foreign) == (12, 8)


@pytest.mark.parametrize("title", ["2024级新生录取名册", "2023级学生信息表", "2024级新生生源信息库"])
def test_a_grade_that_can_not_have_graduated_is_another_class_whatever_the_list_is_for(title: str) -> None:
    paper = sheet(ORIGIN, origin_rows(8), title, file="2.1/生源.xlsx")
    papers = bundle(paper, hints={"2.1/生源.xlsx": ("2.1",)})
    assert points("2.1", papers) == (0, 0, 0)
    assert codes("2.1", papers) == {"date-outside-period"}


def test_the_class_s_list_that_serves_no_cell_is_the_one_s_whose_columns_it_lacks_least() -> None:
    paper = sheet(
        [*KEYS, "班级", "家庭住址"], [[*keys(n), "机电2101", "某小区1号"] for n in range(8)], "2024届毕业生信息登记表"
    )
    assert points("2.1", bundle(paper)) == (0, 0, 15)
    assert codes("2.1", bundle(paper)) == {"columns-missing"}
    assert points("2.3", bundle(paper)) == (0, 0, 0)


def test_sheets_of_codes_and_instructions_give_a_roster_no_title() -> None:
    paper = book(
        "导出.xlsx",
        ("字典", "", ["代码", "名称"], [["41", "本科生毕业"], ["61", "专科生毕业"]]),
        ("Sheet1", "", ORIGIN, origin_rows(8)),
        ("填写说明", "", ["1.考生号不能为空"], [["2.代码须为文本格式"]]),
    )
    tables = tuple(replace(each, place=Place("导出.xlsx", cell=f"{each.sheet}!A1")) for each in paper.tables)
    assert points("2.1", bundle(replace(paper, tables=tables))) == (15, 15, 15)
