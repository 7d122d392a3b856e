"""4.2: registrations on the platform as a share of the year's graduates."""

from dataclasses import replace

import pytest

from tests.counting.people_papers import (
    BACHELORS,
    SCHOOL,
    application,
    bundle,
    codes,
    destinations,
    facts,
    name,
    origins,
    points,
    resident_id,
    result,
    school_number,
    sheet,
    tally,
    text,
)
from verifier.model import Document

HEADER = ["用户姓名", "证件号码", "手机号码", "注册时间", "教育经历-毕业院校", "毕业时间"]


def export(
    people: range, school: str = SCHOOL, left: str = "2024-06", keyed: bool = True, file: str = "导出.xlsx"
) -> Document:
    rows = [
        [name(n), resident_id(n) if keyed else "", f"1380000{n:04d}", "2024-05-01 10:00", school, left] for n in people
    ]
    return sheet(HEADER, rows, "威海市就业服务平台 注册用户查询结果", file=file)


@pytest.mark.parametrize(("registered", "earned"), [(1000, 10), (999, 0), (985, 0), (1250, 10)])
def test_each_side_of_eighty_percent(registered: int, earned: float) -> None:
    papers = bundle(export(range(registered)), origins(1250))
    assert points("4.2", papers) == (earned, earned, earned)
    assert facts("4.2", papers) == {"registered": registered, "graduates": 1250}
    told = {flag.code: flag.severity for flag in result("4.2", papers).flags}
    assert told["external-data-required"] == "review"
    assert ("below-threshold" in told) == (not earned)


def test_nothing_sent_is_left_to_the_bureaus_data() -> None:
    papers = bundle(origins(100))
    assert tally("4.2", papers).evidence == ()
    assert points("4.2", papers) == (0, 0, 10)
    assert [flag.code for flag in result("4.2", papers).flags] == ["external-data-required"]


def test_only_people_of_the_roster_count_and_each_once() -> None:
    papers = bundle(export(range(70)), export(range(50, 120), file="二.xlsx"), origins(100))
    assert facts("4.2", papers)["registered"] == 100
    assert codes("4.2", papers) == set()


def test_a_roster_whose_ids_lost_their_tail_leaves_it_to_the_year_of_graduation() -> None:
    rows = [[name(n), f"{float(resident_id(n)[:17] + '0'):.5E}", school_number(n), "威海市"] for n in range(100)]
    roster = sheet(["姓名", "身份证号", "学号", "生源地"], rows, "2024届毕业生生源信息库", file="生源.xlsx")
    papers = bundle(export(range(85)), export(range(85, 95), left="2023-06", file="二.xlsx"), roster)
    assert facts("4.2", papers) == {"registered": 85, "graduates": 100}
    (told,) = [flag for flag in result("2.1", papers).flags if flag.code == "id-invalid"]
    assert "100行身份证号因科学计数法丢失末位" in told.message


def test_users_of_other_schools_are_filtered() -> None:
    rows = [
        [name(n), resident_id(n), "138", "2024-05-01", SCHOOL if n < 60 else "烟台大学", "2024-06"] for n in range(100)
    ]
    papers = bundle(sheet(HEADER, rows, "威海市就业服务平台注册用户"), origins(100))
    assert facts("4.2", papers)["registered"] == 60
    assert codes("4.2", papers) == set()


def test_without_a_common_key_the_year_of_graduation_tells() -> None:
    keyless = sheet(
        ["姓名", "手机号", "注册时间", "毕业院校", "毕业时间"],
        [[name(n), f"138{n:08d}", "2024-05-01", SCHOOL, "2024-06" if n < 80 else "2023-06"] for n in range(100)],
        "就业服务平台注册用户导出",
    )
    assert points("4.2", bundle(keyless, application(100))) == (10, 10, 10)
    assert facts("4.2", bundle(keyless, application(100)))["registered"] == 80
    rolls = sheet(
        ["姓名", "学号", "生源地"],
        [[name(n), school_number(n), "威海"] for n in range(100)],
        "2024届生源信息",
        file="生源.xlsx",
    )
    assert facts("4.2", bundle(keyless, rolls))["registered"] == 80


def test_neither_a_key_nor_a_year_leaves_the_cell_open() -> None:
    papers = bundle(export(range(90), left="", keyed=False), origins(100))
    assert points("4.2", papers) == (0, 0, 10)
    assert codes("4.2", papers) == {"columns-missing"}


def test_without_a_total_the_base_is_missing() -> None:
    papers = bundle(export(range(90)))
    assert points("4.2", papers) == (0, 0, 10)
    assert codes("4.2", papers) == {"denominator-missing"}


@pytest.mark.parametrize(
    "paper",
    [
        sheet(
            ["姓名", "学号", "是否注册"],
            [[name(n), school_number(n), "是"] for n in range(90)],
            "威海就业服务平台注册情况统计表",
        ),
        sheet(["学院", "毕业生人数", "注册人数"], [["商学院", "100", "95"]], "威海市就业服务平台注册统计"),
        text("威海市就业服务平台\n注册人数 95 人", "截图.png", "image", 0.95),
    ],
)
def test_a_schools_own_table_or_screenshot_counts_in_high(paper: Document) -> None:
    papers = bundle(paper, origins(100))
    assert points("4.2", papers) == (0, 0, 10)
    assert all(each.standing == "open" for each in tally("4.2", papers).evidence)


def test_the_parents_bare_name_is_settled_by_the_roster_else_counts_in_high() -> None:
    rolls = origins(100, f"{BACHELORS}2024届毕业生生源信息库")
    papers = bundle(export(range(90), "山东大学"), rolls, school=BACHELORS)
    assert points("4.2", papers) == (10, 10, 10)
    papers = bundle(export(range(90), "山东大学"), application(100, school=BACHELORS), school=BACHELORS)
    assert points("4.2", papers) == (0, 0, 10)


def test_totals_that_turn_the_share_are_named() -> None:
    papers = bundle(export(range(80)), destinations(1, 100), application(110))
    assert points("4.2", papers) == (0, 10, 10)
    assert codes("4.2", papers) == {"totals-disagree"}


def test_an_export_of_other_schools_only_is_named() -> None:
    papers = bundle(export(range(90), "烟台大学"), origins(100))
    assert codes("4.2", papers) == {"school-mismatch"}


def test_posts_about_the_platform_are_no_figures() -> None:
    notice = text("关于引导毕业生注册使用威海市就业服务平台的通知\n请各学院组织毕业生注册。", "通知.docx")
    assert tally("4.2", bundle(notice, origins(100))).evidence == ()


def test_a_picture_of_the_platforms_list_is_no_export() -> None:
    shot = export(range(100), file="后台截图.png")
    shot = replace(shot, file=replace(shot.file, kind="image"))
    assert points("4.2", bundle(shot, origins(100))) == (0, 0, 10)
    assert points("4.2", bundle(export(range(100)), shot, origins(100))) == (10, 10, 10)


@pytest.mark.parametrize("column", ["求职状态", "当前求职状态"])
def test_a_list_of_those_who_seek_work_is_an_export(column: str) -> None:
    rows = [[name(n), SCHOOL, "2025.06" if n >= 40 else "2024.06", "正在找工作"] for n in range(70)]
    papers = bundle(sheet(["姓名", "毕业院校", "毕业时间（预计）", column], rows), application(60))
    assert facts("4.2", papers)["registered"] == 40
    assert points("4.2", papers) == (0, 0, 0)


def test_an_export_without_names_and_keys_counts_its_rows_of_the_year() -> None:
    header = ["用户编号", "毕业院校", "毕业时间", "学历", "注册时间"]
    left = ["2024-06-30"] * 42 + ["2022-06-30"] * 20
    rows = [[f"U{n:06d}", SCHOOL, day, "大学专科", "2024-03-05"] for n, day in enumerate(left)]
    papers = bundle(sheet(header, rows, "威海市就业服务平台用户导出"), origins(50))
    assert facts("4.2", papers) == {"registered": 42, "graduates": 50}
    assert points("4.2", papers) == (10, 10, 10)
