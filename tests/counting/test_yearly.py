import pytest

from tests.counting.station_papers import codes, counted, points, scan, seen
from tests.facts.papers import grid, paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指导站2024年工作计划\n春季招聘。", (15, 15, 15)),
        ("指导站2023-2024学年工作计划\n春季招聘。", (15, 15, 15)),
        ("指导站2023年工作计划\n为2024年打好基础。", (0, 0, 0)),
        ("指导站工作计划\n春季招聘。", (0, 0, 15)),
        ("2023年工作总结暨2024年工作计划\n春季招聘。", (15, 15, 15)),
        ("2024年工作总结及2025年工作计划\n春季招聘。", (0, 0, 0)),
    ],
)
def test_the_year_of_a_plan(text: str, expected: tuple[int, int, int]) -> None:
    assert points("1.7", seen(paper(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("就业数据\n2024届毕业生就业率为92%。", (15, 15, 15)),
        ("就业数据\n2023届毕业生就业率为92%。\n2024年1月5日", (0, 0, 0)),
        ("就业数据\n2023届毕业生就业率为91%，2024届毕业生就业率为92%。", (15, 15, 15)),
        ("就业数据\n毕业生就业率为92%。", (0, 0, 15)),
        ("指导站2024年度工作总结\n2023届毕业生就业率为92%。", (0, 0, 0)),
    ],
)
def test_the_class_of_a_rate_outranks_dates(text: str, expected: tuple[int, int, int]) -> None:
    assert points("2.5", seen(paper(text))) == expected


def test_a_target_is_no_rate() -> None:
    assert not counted("2.5", seen(paper("指导站2024年工作计划\n就业率不低于90%。"))).evidence
    assert not counted("2.5", seen(paper("指导站2024年度工作总结\n力争2025届就业率达到90%。"))).evidence


def test_without_an_assessed_year_nothing_is_flagged() -> None:
    papers = seen(paper("指导站2024年工作计划\n春季招聘。"), year=None)
    assert points("1.7", papers) == (0, 0, 15)
    assert not codes(counted("1.7", papers))


def test_a_doubtful_reading_does_not_count_in_low() -> None:
    papers = seen(scan("指导站2024年工作计划\n春季招聘。", 0.7))
    assert points("1.7", papers) == (0, 15, 15)
    assert codes(counted("1.7", papers)) == {"low-confidence"}


def test_slides_state_the_rate_too() -> None:
    text = "就业工作汇报\n2024届毕业生2840人\n毕业去向落实率92.6%"
    assert points("2.5", seen(paper(text, kind="other"))) == (15, 15, 15)


@pytest.mark.parametrize(
    "text",
    [
        "就业工作会议纪要\n会上通报，我校2024届毕业生去向落实率91.3%。\n10月中旬举办秋季双选会。",
        "工作简报\n截至8月底，24届毕业生就业率94.36%。\n专场招聘\n近期举办三场招聘会。",
        "情况通报\n毕业年度：2024\n毕业生1866人，去向落实率为91.32%。",
        "院务会会议记录\n听取2024届毕业生工作汇报，初次就业率达88.5%，高于上年。",
        "学校概况\n学校2024届毕业生1200人，毕业去向落实率百分之九十三点五。",
    ],
)
def test_minutes_and_briefs_state_the_rate_beside_other_things(text: str) -> None:
    assert points("2.5", seen(paper(text))) == (15, 15, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2024届毕业去向落实率统计口径说明\n落实率＝就业人数÷毕业生总数×100％。",
        "工作材料\n2024届毕业生去向落实率=（就业人数+升学人数）/毕业生总数*100%。",
        "指标解释\n如某班2024届毕业生50人，就业45人，就业率为90%。",
        "就业工作会议纪要\n会议要求，2024届毕业生去向落实率8月底前达到90%以上。",
        "第24届运动会\n参赛率98%。",
        "就业工作考核办法\n2024届毕业生就业率90%以上的学院得20分。",
    ],
)
def test_how_a_rate_is_reckoned_or_aimed_at_is_no_rate(text: str) -> None:
    assert points("2.5", seen(paper(text)))[1] == 0


CITY = "驻威高校2024届毕业生毕业去向落实情况汇总表"


@pytest.mark.parametrize("rate", ["落实率", "就业率", "去向落实率", "落实率（%）"])
def test_of_a_table_of_schools_the_own_row_counts(rate: str) -> None:
    rows = ("1|哈尔滨工业大学（威海）|3105|94.81%", "2|威海职业学院|1932|94.36%")
    head = f"序号|学校|毕业生数|{rate}"
    assert points("2.5", seen(paper(tables=(grid(head, *rows, title=CITY),)))) == (15, 15, 15)
    assert points("2.5", seen(paper(tables=(grid(head, *rows[1:], title=CITY),))))[1] == 0


def test_a_rate_under_codes_and_names_of_columns() -> None:
    rows = ("药学系|402|388|96.52%", "总计|1216|1149|94.49%")
    table = grid("XYMC|BYRS|LSRS|LSL", "学院名称|毕业人数|落实人数|毕业去向落实率", *rows)
    assert points("2.5", seen(paper("统计范围：2024届", tables=(table,)))) == (15, 15, 15)


def test_a_short_name_of_another_rate_is_none() -> None:
    table = grid("事项|整改数|落实率", "台账|12|100%", title="2024年问题整改情况")
    assert points("2.5", seen(paper(tables=(table,))))[1] == 0
