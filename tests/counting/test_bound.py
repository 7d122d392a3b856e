"""Several papers bound into one file: each speaks for its own cell, wherever it stands."""

from dataclasses import replace

import pytest

from tests.counting.station_papers import codes, counted, points, seen
from tests.facts.papers import grid, paper, scattered

RULES = """指导站值班工作制度
一、工作日安排专人值班。
二、来访情况当日登记。
指导站经费管理办法（试行）
第一条 经费专款专用。
第二条 支出由站长和财务处两级审核。"""
PLAN = """哈尔滨工业大学（威海）2024年就业服务工作计划
3月举办春季双选会，5月开展政策宣传月。"""


@pytest.mark.parametrize("kind", ["pdf", "word"])
@pytest.mark.parametrize(
    "pages",
    [
        ("就业指导站建设材料\n（合订本）", RULES, PLAN),
        (RULES, PLAN),
        (PLAN, RULES),
        ("目录\n值班工作制度\n经费管理办法\n2024年就业服务工作计划", RULES, PLAN),
        ("目录\n一、制度……1\n二、计划……3", PLAN, RULES),
    ],
)
def test_each_paper_of_a_bound_volume_speaks_for_its_cell(pages: tuple[str, ...], kind: str) -> None:
    volume = paper(pages if kind == "pdf" else "\n".join(pages), kind=kind)
    assert points("1.6", seen(volume)) == (15, 15, 15)
    assert points("1.7", seen(volume)) == (15, 15, 15)


def test_a_volume_that_begins_with_a_ledger_still_holds_its_regulations() -> None:
    table = grid("序号|日期|事项|地点", "1|2024年4月2日|企业走访|文登", title="指导站工作台账")
    papers = seen(paper(("指导站工作台账", RULES, PLAN), tables=(table,), kind="pdf"))
    assert [points(cell, papers) for cell in ("1.6", "1.7", "1.8")] == [(15, 15, 15)] * 3


def test_a_plan_within_a_volume_is_of_the_year_that_it_names_itself() -> None:
    volume = paper(
        ("2024年度佐证材料", "2023年指导站工作计划\n一、举办双选会。", "指导站值班制度\n2024年2月起施行。"), kind="pdf"
    )
    assert points("1.7", seen(volume)) == (0, 0, 0)
    assert codes(counted("1.7", seen(volume))) == {"date-outside-period"}


@pytest.mark.parametrize(
    "text",
    [
        "目录\n指导站工作制度\n财务管理制度\n2024年工作计划",
        "各单位报送材料清单\n2024年工作计划\n财务管理制度\n请于11月底前报送。",
        "2024年就业工作汇报\n成绩突出。\n下一步工作计划\n2024年继续走访企业。",
        "2024年度指导站工作总结\n一年来成效明显。\n2024年工作计划\n一、举办双选会。",
    ],
)
def test_what_only_lists_or_mentions_a_plan_is_none(text: str) -> None:
    assert points("1.7", seen(paper(text)))[1] == 0


def test_a_heading_of_a_guide_is_no_certificate() -> None:
    guide = paper("学生办事指南\n在校证明\n学生凭校园卡到教务处办理。\n学籍证明\n提交申请后三日内领取。")
    assert not counted("2.6", seen(guide)).evidence


def test_a_volume_keeps_the_rate_and_the_survey_of_its_other_parts() -> None:
    volume = paper(
        (
            RULES,
            "2024届毕业生去向落实率统计\n2024届毕业生800人，去向落实率91.3%。",
            "2024届毕业生问卷调查分析\n面向毕业生800人，回收有效问卷600份。",
        ),
        kind="pdf",
    )
    assert points("2.5", seen(volume)) == (15, 15, 15)
    assert points("2.4", seen(volume))[1] == 18


@pytest.mark.parametrize(
    "title",
    [
        "关于印发《就业指导站岗位职责制度》《就业经费使用办法》的通知",
        "关于印发《服务站工作细则》和《服务站财务制度》的通知",
        "关于修订并发布《指导站管理规定》、《指导站专项资金管理办法》的决定",
    ],
)
@pytest.mark.parametrize("head", ["", "哈尔滨工业大学（威海）文件\n校学字〔2024〕7号\n"])
def test_a_notice_issues_every_regulation_that_it_names(title: str, head: str) -> None:
    text = f"{head}{title}\n各部门：\n现予印发，请遵照执行。"
    assert points("1.6", seen(paper(text))) == (15, 15, 15)


def test_a_notice_of_other_regulations_issues_none_that_is_asked_for() -> None:
    text = "哈尔滨工业大学（威海）文件\n关于印发《学籍管理办法》《宿舍管理规定》的通知\n各部门：\n请遵照执行。"
    assert points("1.6", seen(paper(text)))[1] == 0


def test_a_plan_in_a_table_of_a_scan_stands_behind_a_letter() -> None:
    letter = "哈尔滨工业大学（威海）\n关于做好2024年就业工作的意见\n各学院：\n现将计划印发给你们。\n2024年2月27日"
    rows = [("月份", "重点工作", "目标"), ("1", "岗位推送", "300个"), ("2", "部署会", "到系")]
    cells = [(text, 100 + 300 * at, 200 + 50 * index) for index, row in enumerate(rows) for at, text in enumerate(row)]
    plan = scattered(("附件", 100, 50), ("2024年就业创业工作计划", 300, 120), *cells, kind="pdf")
    document = paper(letter, kind="pdf")
    assert points("1.7", seen(replace(document, pages=(*document.pages, *plan.pages)))) == (15, 15, 15)


VOLUME = """{school}就业创业服务指导站
附件材料1：基础管理工作
1.1 20平方以上室内固定办公场所
指导站办公室位于明德楼207室，面积26平方米。
1.2 容纳50人以上的室内培训场地
报告厅可容纳120人。
1.3 招聘会活动场地
校招聘会在体育馆举办。
1.7 2024年全年工作计划
{plan}
1.8 基础台账"""


def _volume(said: str, school: str = "哈尔滨工业大学（威海）") -> tuple[float, float, float]:
    return points("1.7", seen(paper(VOLUME.format(school=school, plan=said), kind="word")))


@pytest.mark.parametrize(
    "said",
    [
        "上半年：春季招聘会、政策宣传月；下半年：秋季招聘会、自查自评。",
        "一、3月举办春季双选会。",
        "（一）开展走访企业。",
    ],
)
def test_a_point_of_a_volume_that_names_its_year_is_the_plan(said: str) -> None:
    assert _volume(said) == (15, 15, 15)


@pytest.mark.parametrize(
    "said", ["已制定，详见附件。", "我站制订了全年工作计划，见附件7。", "15分，自评得15分。", "得分：15。", ""]
)
def test_a_point_that_tells_of_a_plan_elsewhere_is_none(said: str) -> None:
    assert _volume(said)[1] == 0
