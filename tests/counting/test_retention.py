"""4.3: the share of graduates who stay, against last year's."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.counting.people_papers import (
    KEYS,
    SCHOOL,
    WORK,
    Row,
    bundle,
    cell,
    codes,
    destinations,
    facts,
    keys,
    name,
    origins,
    points,
    resident_id,
    result,
    rules,
    severities,
    sheet,
    tally,
    text,
)
from verifier.counting import tally as counted
from verifier.counting.people.retention.destinations import went
from verifier.model import Document, Papers, Person, Place, RosterRow

AGREEMENT = text("高校毕业生就业协议书\n甲方：威海某某制造有限公司\n乙方：张三", "就业协议.docx")
HEADER = [*KEYS, "毕业去向", "单位名称", "单位所在地"]


def pair(this: Document, last: Document, *more: Document) -> Papers:
    return bundle(this, last, AGREEMENT, *more)


def measure(papers: Papers, name_: str) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    found = next(each for each in tally("4.3", papers).measures if each.name == name_)
    return found.low, found.proposed, found.high


def of_rows(rows: Sequence[Row], year: int = 2024, header: Sequence[str] = HEADER) -> Document:
    return sheet(header, rows, f"{year}届毕业生花名册", file=f"{year}.xlsx")


def share(*rows: Row, header: Sequence[str] = HEADER) -> Fraction:
    """The share of this year's roster of these rows."""
    listed = [[*keys(at), *row] for at, row in enumerate(rows)]
    return facts("4.3", pair(of_rows(listed, header=header), destinations(1, 10, 2023, start=500)))["retention"]


LIVES = ["威海甲有限公司", "山东省威海市"]


@pytest.mark.parametrize(
    ("now", "before", "expected", "pro_rata"),
    [
        ((860, 4100), (800, 4000), (10, 10), "19.756"),
        ((1040, 4000), (900, 3900), (30, 30), "30.000"),
        ((819, 4100), (800, 4000), (0, 0), "0.000"),
        ((300, 2000), (280, 2000), (20, 20), "20.000"),
    ],
)
def test_the_shares_of_the_domain(
    now: tuple[int, int], before: tuple[int, int], expected: tuple[float, float], pro_rata: str
) -> None:
    papers = pair(destinations(*now), destinations(*before, 2023))
    found = result("4.3", papers)
    assert (found.low, found.proposed) == expected
    assert f"{float(found.high):.3f}" == pro_rata
    assert found.facts == {"retention": Fraction(*now), "retention_last": Fraction(*before)}
    assert ("rule-ambiguous" in {flag.code for flag in found.flags}) == (found.high != found.proposed)
    assert codes("4.3", papers) == set()


@pytest.mark.parametrize(("now", "earned"), [(20, 10), (21, 20), (22, 30), (23, 30), (19, 0)])
def test_each_whole_point_adds_ten(now: int, earned: float) -> None:
    assert points("4.3", pair(destinations(now, 100), destinations(20, 100, 2023))) == (earned, earned, earned)


def test_last_years_roster_missing_leaves_the_cell_open() -> None:
    papers = bundle(destinations(20, 100), AGREEMENT)
    assert points("4.3", papers) == (0, 0, 30)
    assert codes("4.3", papers) == {"denominator-missing"}
    assert facts("4.3", papers) == {"retention": Fraction(1, 5)}


def test_this_years_roster_missing_leaves_the_cell_open() -> None:
    papers = bundle(destinations(20, 100, 2023), AGREEMENT)
    assert points("4.3", papers) == (0, 0, 30)
    assert codes("4.3", papers) == {"denominator-missing"}


def test_a_stated_rate_alone_leaves_the_cell_open() -> None:
    papers = bundle(text("2024年度工作总结\n2024届毕业生留威率32.5%，比上年提高2个百分点。", "总结.docx"))
    assert points("4.3", papers) == (0, 0, 30)
    assert severities("4.3", papers) == {"denominator-missing": "review", "judgement-required": "note"}


@pytest.mark.parametrize(
    "paper",
    [
        sheet(
            ["学院", "毕业生数", "留威人数", "留威率"],
            [["护理学院", "388", "150", "38.7%"], ["合计", "798", "322", "40.4%"]],
            "2024届毕业生去向统计表",
        ),
        text(
            "毕业生留威率说明\n2024届毕业生留威率为35.2%，2023届为33.9%，较上年增长。\n2024年11月25日",
            "留威率.jpg",
            "image",
        ),
    ],
)
def test_a_rate_stated_in_a_table_or_on_a_scan_leaves_the_cell_open(paper: Document) -> None:
    papers = bundle(paper)
    assert points("4.3", papers) == (0, 0, 30)
    assert severities("4.3", papers) == {"denominator-missing": "review", "judgement-required": "note"}
    assert points("3.3", papers)[1] == 0


def test_last_years_roster_may_come_from_last_years_papers() -> None:
    last = destinations(20, 100, 2023)
    papers = bundle(destinations(21, 100), AGREEMENT, last_year=[last])
    assert points("4.3", papers) == (20, 20, 20)
    unnamed = destinations(20, 100, 2023, title="毕业生花名册", file="花名册.xlsx")
    assert points("4.3", bundle(destinations(21, 100), AGREEMENT, last_year=[unnamed])) == (20, 20, 20)


@pytest.mark.parametrize("title", ["上年度毕业生花名册", "2023年毕业生花名册", "2023届毕业生就业情况一览"])
def test_titles_tell_last_years_roster(title: str) -> None:
    assert points("4.3", pair(destinations(21, 100), destinations(20, 100, title=title, file="b.xlsx"))) == (20, 20, 20)


def test_of_two_rosters_in_one_paper_each_says_its_class() -> None:
    outer = text(f"{SCHOOL}\n毕业生花名册（2023届、2024届）", "两年.pdf", "pdf")
    tables = tuple(
        replace(made.tables[0], title=title, place=Place("两年.pdf", page, (60, 400, 900, 900)), sheet=None)
        for page, made, title in (
            (1, destinations(21, 100, title="", file="两年.pdf"), "一、2024届毕业生花名册"),
            (2, destinations(20, 100, title="", file="两年.pdf", start=500), "二、2023届毕业生花名册"),
        )
    )
    assert points("4.3", bundle(replace(outer, tables=tables), AGREEMENT)) == (20, 20, 20)


def test_a_file_name_tells_the_class_where_nothing_else_does() -> None:
    papers = pair(
        destinations(21, 100, title="毕业生花名册", file="2024届.xlsx"),
        destinations(20, 100, title="毕业生花名册", file="上年度/花名册.xlsx"),
    )
    assert points("4.3", papers) == (20, 20, 20)
    assert severities("4.3", papers) == {"date-missing": "note"}


def test_two_rosters_of_no_class_leave_the_cell_open() -> None:
    papers = pair(destinations(21, 100, title="花名册"), destinations(20, 100, title="花名册", file="b.xlsx"))
    assert points("4.3", papers) == (0, 0, 30)
    assert {"date-missing", "denominator-missing"} <= codes("4.3", papers)


def test_one_sheet_of_two_classes_is_split_by_its_rows() -> None:
    rows = [[*keys(n), WORK, *LIVES, "2024届"] for n in range(21)]
    rows += [[*keys(n), WORK, "青岛甲公司", "青岛市", "2024届"] for n in range(21, 100)]
    rows += [[*keys(n), WORK, *LIVES, "2023届"] for n in range(100, 120)]
    rows += [[*keys(n), WORK, "青岛甲公司", "青岛市", "2023届"] for n in range(120, 200)]
    papers = bundle(sheet([*HEADER, "届别"], rows, "毕业生花名册"), AGREEMENT)
    assert points("4.3", papers) == (20, 20, 20)


def test_an_older_class_does_not_count() -> None:
    papers = bundle(destinations(20, 100, 2022))
    assert points("4.3", papers) == (0, 0, 0)
    assert "date-outside-period" in codes("4.3", papers)


@pytest.mark.parametrize(
    ("row", "stays"),
    [
        ([WORK, *LIVES], True),
        (["签劳动合同形式就业", *LIVES], True),
        (["其他录用形式就业", *LIVES], True),
        (["自主创业", "", "山东省威海市"], True),
        (["自由职业", "", "威海市"], True),
        (["地方基层项目", "威海市某局", ""], True),
        (["10 签就业协议形式就业", *LIVES], True),
        (["10", *LIVES], True),
        (["境内升学", "山东大学（威海）", "山东省威海市"], False),
        (["专升本", "山东交通学院（威海）", "威海市"], False),
        (["出国、出境", *LIVES], False),
        (["待就业", *LIVES], False),
        (["不就业拟升学", *LIVES], False),
        (["未签约", *LIVES], False),
        (["就业见习", *LIVES], False),
        (["实习", *LIVES], False),
        (["已解约", *LIVES], False),
        ([WORK, "青岛甲有限公司", "山东省青岛市"], False),
        ([WORK, "威海甲有限公司青岛分公司", "青岛市"], False),
        (["", *LIVES], True),
        (["", "", ""], False),
        ([WORK, "无", ""], False),
    ],
)
def test_who_stays(row: Row, stays: bool) -> None:
    assert share(row, [WORK, *LIVES], [WORK, "青岛甲公司", "青岛市"]) == Fraction(1 + stays, 3)


def test_without_a_column_of_destinations_an_employer_is_work() -> None:
    header = [*KEYS, "就业单位名称", "单位所在地"]
    assert share(LIVES, ["", ""], ["青岛甲公司", "青岛市"], header=header) == Fraction(1, 3)


def test_codes_of_places_and_of_employers_tell_the_region() -> None:
    header = [*KEYS, "毕业去向", "单位名称", "单位所在地代码"]
    assert share([WORK, "星辰公司", "371082"], [WORK, "威海甲公司", "370202"], header=header) == Fraction(1, 2)
    header = [*KEYS, "毕业去向", "单位名称", "统一社会信用代码"]
    assert share([WORK, "星辰公司", "92371000MA3JJYML8T"], ["待就业", "", ""], header=header) == Fraction(1, 2)


def test_a_wrong_credit_code_is_named_and_withholds_nothing() -> None:
    header = [*KEYS, "毕业去向", "单位名称", "统一社会信用代码"]
    rows = [[*keys(n), WORK, "星辰公司", "92371000MA3JJYML8" + ("U" if n == 3 else "T")] for n in range(1, 11)]
    papers = pair(of_rows(rows, header=header), destinations(10, 10, 2023, start=500))
    assert points("4.3", papers) == (10, 10, 10)
    (told,) = [flag for flag in tally("4.3", papers).flags if flag.code == "id-invalid"]
    column = "ABCDEFGHIJ"[header.index("统一社会信用代码")]
    assert "1行的统一社会信用代码" in told.message and f"!{column}5" in told.message
    assert told.place is not None and (told.place.cell or "").endswith(f"!{column}5")


def test_no_points_are_at_stake_where_a_wrong_code_withholds_nothing() -> None:
    header = [*KEYS, "毕业去向", "单位名称", "统一社会信用代码"]
    rows = [[*keys(n), WORK, "星辰公司", "92371000MA3JJYML8" + ("U" if n == 3 else "T")] for n in range(1, 9)]
    rows += [[*keys(n), WORK, "云上公司", ""] for n in range(9, 11)]
    found = result("4.3", pair(of_rows(rows, header=header), destinations(8, 10, 2023, start=500)))
    assert (found.proposed, found.high) == (10, 30)
    (told,) = [flag for flag in found.flags if flag.code == "id-invalid"]
    assert told.points_at_stake is None


@pytest.mark.parametrize(
    ("header", "value", "stays"),
    [
        ("是否解约", "是", False),
        ("是否解约", "否", True),
        ("是否解约", "☑是 □否", False),
        ("是否解约", "□是 ☑否", True),
        ("协议状态", "□已解约 ☑有效", True),
        ("协议状态", "☑已解约 □有效", False),
        ("协议状态", "已解除", False),
        ("协议状态", "有效", True),
        ("协议状态", "未解除", True),
        ("协议是否有效", "否", False),
        ("协议是否有效", "是", True),
        ("签约状态", "已签约", True),
        ("解约日期", "2024-08-01", False),
        ("解约日期", "", True),
        ("备注", "协议已解除", False),
    ],
)
def test_a_dissolved_agreement_does_not_count(header: str, value: str, stays: bool) -> None:
    assert share([WORK, *LIVES, value], ["待就业", "", "", ""], header=[*HEADER, header]) == Fraction(int(stays), 2)


def test_of_several_rows_of_one_person_the_latest_that_holds_counts() -> None:
    header = [*HEADER, "签约日期", "是否解约"]
    rows = [
        [*keys(1), WORK, "青岛甲公司", "青岛市", "2024-03-01", "是"],
        [*keys(1), WORK, *LIVES, "2024-06-01", "否"],
        [*keys(2), WORK, *LIVES, "2024-03-01", "否"],
        [*keys(2), WORK, "青岛甲公司", "青岛市", "2024-06-01", "否"],
    ]
    papers = pair(of_rows(rows, header=header), destinations(1, 10, 2023, start=500))
    assert facts("4.3", papers)["retention"] == Fraction(1, 2)
    assert "duplicate-person" in codes("4.3", papers)


def test_employers_of_unknown_place_widen_both_ways() -> None:
    papers = pair(destinations(20, 100, unknown=2), destinations(20, 100, 2023, unknown=1))
    assert measure(papers, "change") == (Fraction(-1, 100), Fraction(0), Fraction(2, 100))
    assert points("4.3", papers) == (0, 10, 30)
    assert codes("4.3", papers) == {"employer-locality-unknown"}
    places = [flag.place.file for flag in tally("4.3", papers).flags if flag.place]
    assert places == ["2024花名册.xlsx", "2023花名册.xlsx"]


def test_other_definitions_are_listed_and_do_not_widen() -> None:
    papers = pair(destinations(20, 100, study=20), destinations(20, 100, 2023))
    readings = {each.id: each.points for each in result("4.3", papers).readings}
    assert readings == {"default": 10, "pro-rata": 10, "agreements": 10, "without-study": 30}
    assert points("4.3", papers) == (10, 10, 10)


def test_agreements_are_looked_for() -> None:
    this, last = destinations(20, 100), destinations(20, 100, 2023)
    assert severities("4.3", bundle(this, last)) == {"judgement-required": "note"}
    assert severities("4.3", bundle(this, last, AGREEMENT)) == {}
    told = text("关于就业协议书签订流程的通知\n请毕业生按时签订就业协议书。", "通知.docx")
    assert severities("4.3", bundle(this, last, told)) == {"judgement-required": "note"}
    rows = [[*keys(n), WORK, *LIVES, f"2024{n:05d}"] for n in range(10)]
    numbered = of_rows(rows, header=[*HEADER, "就业协议书编号"])
    assert severities("4.3", bundle(numbered, last)) == {}


def test_a_roster_without_employers_cannot_tell() -> None:
    bare = sheet([*KEYS, "毕业去向"], [[*keys(n), WORK] for n in range(10)], "2024届毕业生花名册")
    papers = pair(bare, destinations(20, 100, 2023))
    assert points("4.3", papers) == (0, 0, 30)
    assert "columns-missing" in codes("4.3", papers)


def test_a_list_of_those_who_stay_is_no_roster_of_all() -> None:
    staying = [[*keys(n), WORK, *LIVES] for n in range(20)]
    papers = pair(sheet(HEADER, staying, "2024届留威毕业生花名册"), destinations(20, 100, 2023))
    assert points("4.3", papers) == (0, 0, 30)


def test_internship_lists_and_companies_at_a_fair_are_no_rosters() -> None:
    interns = sheet([*KEYS, "实习单位", "实习单位地址"], [[*keys(n), *LIVES] for n in range(10)], "2024届学生实习名单")
    firms = sheet(
        ["单位名称", "姓名", "联系电话", "岗位数"], [["威海甲公司", name(1), "13800000000", "5"]], "参会企业名单"
    )
    assert tally("4.3", bundle(interns, firms, origins(10))).evidence == ()


def test_rows_of_other_schools_do_not_count() -> None:
    header = [*HEADER, "学校名称"]
    rows = [[*keys(n), WORK, *LIVES, SCHOOL if n < 4 else "烟台大学"] for n in range(10)]
    rows += [[*keys(20), WORK, "青岛甲公司", "青岛市", SCHOOL]]
    papers = pair(of_rows(rows, header=header), destinations(1, 10, 2023, start=500))
    assert facts("4.3", papers)["retention"] == Fraction(4, 5)


def test_a_roster_of_another_school_does_not_count() -> None:
    papers = pair(destinations(20, 100, title="威海职业学院2024届毕业生花名册"), destinations(20, 100, 2023))
    assert points("4.3", papers) == (0, 0, 30)
    assert {"school-mismatch", "denominator-missing"} <= codes("4.3", papers)


def test_without_a_year_the_cell_is_open() -> None:
    papers = bundle(destinations(21, 100), destinations(20, 100, 2023), AGREEMENT, year=None)
    assert points("4.3", papers) == (0, 0, 30)
    assert codes("4.3", papers) == set()


def test_a_wrong_check_digit_is_named_and_withholds_nothing() -> None:
    rows = [[name(n), resident_id(n)[:17] + "A", f"2020{n:06d}", WORK, *LIVES] for n in range(1)]
    rows += [[*keys(n), WORK, *LIVES] for n in range(1, 10)]
    papers = pair(of_rows(rows), destinations(10, 10, 2023, start=500))
    assert points("4.3", papers) == (10, 10, 10)
    assert codes("4.3", papers) == {"id-invalid"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("签就业协议形式就业", "agreement"),
        ("签劳动合同形式就业", "agreement"),
        ("科研助理、管理助理", "work"),
        ("应征义务兵", "work"),
        ("国家基层项目", "work"),
        ("西部计划", "work"),
        ("自主创业", "business"),
        ("自由职业", "work"),
        ("升学（境内）", "study"),
        ("境外留学", "study"),
        ("第二学士学位", "study"),
        ("待就业", "none"),
        ("暂不就业", "none"),
        ("不就业拟升学", "none"),
        ("求职中", "none"),
        ("拟参加公招考试", "none"),
        ("实习", "intern"),
        ("51", ""),
        ("", ""),
    ],
)
def test_what_a_destination_says(words: str, kind: str) -> None:
    row = RosterRow(Person(), {"destination": words}, Place("f"))
    assert went(row, rules()) == kind


def test_nothing_sent_is_nothing_found() -> None:
    assert [flag.code for flag in result("4.3", bundle(origins(10))).flags] == ["no-evidence"]


STATED = text("2024年度工作总结\n2024届毕业生留威率32.5%，比上年提高2个百分点。", "总结.docx")
NO_PLACES = sheet([*KEYS, "毕业去向"], [[*keys(n), WORK] for n in range(9)], "2024届毕业生花名册")
UNKNOWN = of_rows([[*keys(n), WORK, "某某有限公司", ""] for n in range(9)])


@pytest.mark.parametrize("papers", [bundle(STATED), bundle(NO_PLACES), pair(UNKNOWN, destinations(1, 9, 2023))])
def test_messages_call_the_share_as_the_rule_set_names_the_cell(papers: Papers) -> None:
    found = counted(replace(cell("4.3"), name="毕业生留市率"), papers, rules())
    said = [*(each.message for each in found.flags), *(each.why for each in found.evidence)]
    assert any("毕业生留市率" in each for each in said)
    assert not any("留威" in each for each in said)


@pytest.mark.parametrize(
    "said", ["专科升普通本科", "801 专科升普通本科", "升入本科院校", "专科升普本", "升硕", "第二学位"]
)
def test_who_goes_on_to_a_higher_degree_does_not_work_there(said: str) -> None:
    assert share([said, "哈尔滨理工大学荣成校区", "山东省威海市荣成市"], ["签劳动合同形式就业", *LIVES]) == Fraction(
        1, 2
    )


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("毕业生留威就业地区分布统计表", ["就业地区", "2024届人数", "占毕业生比例", "2023届人数", "占毕业生比例"]),
        ("2023、2024届毕业生留威人数统计", ["区市", "2024届人数", "占比", "2023届人数", "占比"]),
        ("毕业生留威情况一览", ["地区", "2024届人数", "比例", "2023届人数", "比例"]),
    ],
)
def test_figures_by_place_name_nobody_and_lack_the_rosters(title: str, header: list[str]) -> None:
    rows = [["环翠区", 211, "10.6%", 198, "10.2%"], ["荣成市", 164, "8.2%", 150, "7.7%"]]
    papers = bundle(sheet(header, rows, f"{SCHOOL}{title}"))
    assert points("4.3", papers) == (0, 0, 30)
    assert "denominator-missing" in codes("4.3", papers)


@pytest.mark.parametrize("title", ["毕业生就业地区分布统计表", "留威政策宣讲场次统计"])
def test_figures_of_other_matters_say_nothing_of_who_stays(title: str) -> None:
    papers = bundle(sheet(["地区", "人数", "比例"], [["环翠区", 211, "10.6%"]], f"{SCHOOL}{title}"))
    assert points("4.3", papers) == (0, 0, 0)
