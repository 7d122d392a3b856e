"""What the bureau itself holds outranks what schools send in, and nothing is left to be looked up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.counting import test_platform, test_training
from tests.counting.people_papers import (
    BACHELORS,
    SCHOOL,
    application,
    bundle,
    enrolment,
    facts,
    name,
    origins,
    points,
    resident_id,
    result,
    severities,
    sheet,
    tally,
)
from verifier.model import Document, Papers

OTHERS = ("烟台大学", "山东某某职业学院")
HEADER = ["姓名", "身份证号码", "毕业院校", "注册时间", "毕业时间"]


def told_of(cell: str, papers: Papers) -> set[str]:
    """Codes of all that is told of a cell."""
    return {flag.code for flag in result(cell, papers).flags}


def held(own: int, others: int = 30, school: str = SCHOOL, file: str = "主管部门数据/平台.xlsx") -> Document:
    """The users of many schools; `own` of them of the school."""
    rows = [[name(n), resident_id(n), school, "2024-05-01", "2024-06"] for n in range(own)]
    rows += [[name(n), resident_id(n), OTHERS[n % 2], "2024-05-01", "2024-06"] for n in range(500, 500 + others)]
    return sheet(HEADER, rows, "就业服务平台注册用户", file=file)


@pytest.mark.parametrize(("registered", "earned"), [(80, 10), (79, 0)])
def test_the_platform_s_data_of_the_bureau_decide(registered: int, earned: int) -> None:
    papers = bundle(origins(100), bureau_data=[held(registered)])
    assert points("4.2", papers) == (earned, earned, earned)
    assert facts("4.2", papers) == {"registered": registered, "graduates": 100}
    assert "external-data-required" not in told_of("4.2", papers)
    (piece,) = tally("4.2", papers).evidence
    assert (piece.file, piece.standing) == ("主管部门数据/平台.xlsx", "firm")
    assert f"本校{registered}行" in piece.why


@pytest.mark.parametrize("sent", [90, 70])
def test_they_outrank_what_the_school_sent_and_a_difference_is_told(sent: int) -> None:
    papers = bundle(origins(100), test_platform.export(range(sent)), bureau_data=[held(80)])
    assert points("4.2", papers) == (10, 10, 10)
    assert severities("4.2", papers)["totals-disagree"] == "review"
    (told,) = [flag.message for flag in result("4.2", papers).flags if flag.code == "totals-disagree"]
    assert f"主管部门数据80人，学校提交的{sent}人" in told
    assert [piece.standing for piece in tally("4.2", papers).evidence] == ["firm", "out"]


def test_where_both_say_the_same_nothing_is_told() -> None:
    papers = bundle(origins(100), test_platform.export(range(80)), bureau_data=[held(80)])
    assert told_of("4.2", papers) == set()
    assert result("4.2", papers).status == "ready"


@pytest.mark.parametrize(
    "data",
    [
        [],
        [held(0)],
        [sheet([HEADER[0], HEADER[1], HEADER[3]], [[name(1), resident_id(1), "2024-05-01"]], "就业服务平台注册用户")],
        [held(90, school="")],
        [held(90, school="某某不知名的学校")],
    ],
    ids=["nothing", "only others", "no column of schools", "no school named", "a school that nobody knows"],
)
def test_data_in_which_the_school_does_not_stand_settle_nothing(data: Sequence[Document]) -> None:
    papers = bundle(origins(100), test_platform.export(range(85)), bureau_data=data)
    assert points("4.2", papers) == (10, 10, 10)
    assert "external-data-required" in told_of("4.2", papers)
    assert [piece.file for piece in tally("4.2", papers).evidence] == ["导出.xlsx"]


def test_a_table_without_a_column_of_schools_is_of_the_one_that_its_title_names() -> None:
    rows = [[name(n), resident_id(n), "2024-05-01", "2024-06"] for n in range(85)]
    columns = [HEADER[0], HEADER[1], *HEADER[3:]]
    papers = bundle(
        origins(100), bureau_data=[sheet(columns, rows, f"就业服务平台{SCHOOL}注册用户", file="主管部门数据/一.xlsx")]
    )
    assert points("4.2", papers) == (10, 10, 10)
    other = bundle(
        origins(100), bureau_data=[sheet(columns, rows, "就业服务平台烟台大学注册用户", file="主管部门数据/一.xlsx")]
    )
    assert points("4.2", other) == (0, 0, 10)


def test_the_training_system_s_data_of_the_bureau_decide() -> None:
    title = "山东省公共就业人才信息系统－培训学员查询结果"
    theirs = test_training.export(
        (range(20), "本科"), (range(100, 115), "专科"), title=title, file="主管部门数据/培训.xlsx"
    )
    more = test_training.export((range(600, 660), "本科"), school=OTHERS[0], title=title, file="主管部门数据/二.xlsx")
    papers = bundle(enrolment(100, 50), bureau_data=[theirs, more])
    assert points("4.6", papers) == (8, 8, 8)
    assert facts("4.6", papers)["trained"] == 35
    assert told_of("4.6", papers) == set()
    sent = test_training.export((range(30), "本科"), (range(100, 115), "专科"))
    both = bundle(enrolment(100, 50), sent, bureau_data=[theirs, more])
    assert (points("4.6", both), facts("4.6", both)["trained"]) == ((8, 8, 8), 35)
    assert told_of("4.6", both) == {"totals-disagree"}


@pytest.mark.parametrize(("own", "expected"), [(0, (0, 0, 8)), (25, (8, 8, 8))])
def test_people_of_the_parent_count_only_where_a_roster_of_the_school_knows_them(
    own: int, expected: tuple[float, float, float]
) -> None:
    """An export of all schools holds the students of every campus."""
    theirs = [test_training.export((range(300), "本科"), school="山东大学", file="主管部门数据/一.xlsx")]
    if own:
        theirs.append(
            test_training.export((range(300, 300 + own), "本科"), school=BACHELORS, file="主管部门数据/二.xlsx")
        )
    papers = bundle(application(10, 100, BACHELORS), school=BACHELORS, bureau_data=theirs)
    assert points("4.6", papers) == expected
    assert facts("4.6", papers).get("trained", 0) == own
    assert ("external-data-required" in told_of("4.6", papers)) == (not own)
    known = bundle(enrolment(1000, 0, f"{BACHELORS}在校生数据库"), school=BACHELORS, bureau_data=theirs)
    assert facts("4.6", known)["trained"] == 300 + own


def test_graduates_of_the_parent_are_none_of_the_school_s_total() -> None:
    rows = [[name(n), resident_id(n), BACHELORS if n < 50 else "山东大学", "威海市"] for n in range(200)]
    roster = sheet(
        ["姓名", "身份证号", "毕业院校", "生源地"], rows, "2024届毕业生生源信息库", file="主管部门数据/生源.xlsx"
    )
    papers = bundle(school=BACHELORS, bureau_data=[held(45, school=BACHELORS), roster])
    assert facts("4.2", papers) == {"registered": 45, "graduates": 50}


def test_a_roster_of_the_bureau_s_is_the_total_before_the_school_s_own() -> None:
    rows = [[name(n), resident_id(n), SCHOOL, "威海市"] for n in range(110)]
    rows += [[name(n), resident_id(n), OTHERS[0], "烟台市"] for n in range(500, 700)]
    roster = sheet(
        ["姓名", "身份证号", "毕业院校", "生源地"], rows, "2024届毕业生生源信息库", file="主管部门数据/生源.xlsx"
    )
    papers = bundle(origins(100), bureau_data=[held(88), roster])
    assert facts("4.2", papers) == {"registered": 88, "graduates": 110}
    assert points("4.2", papers)[1] == 10
    (told,) = [
        flag.message
        for flag in result("4.2", bundle(origins(120), bureau_data=[held(88), roster])).flags
        if flag.code == "totals-disagree"
    ]
    assert "主管部门的" in told and "110人" in told and "120人" in told


def test_what_the_bureau_holds_is_no_material_of_the_school() -> None:
    papers = bundle(bureau_data=[held(80), origins(100, file="主管部门数据/生源.xlsx")])
    assert told_of("2.1", papers) == {"no-evidence"}
