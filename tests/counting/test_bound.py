"""Several papers bound into one file: each speaks for its own cell, wherever it stands."""

from dataclasses import replace

import pytest

from tests.counting.station_papers import SCHOOL, codes, counted, points, rules, seen
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


ANNEXES = """{S}指导站2024年度绩效评价自评报告
1.6 指导站工作制度和财务管理制度（15分）
两项制度全文附后。自评15分。
1.7 全年工作计划（15分）
全文见附录三。自评15分。
围绕指导站及毕业生留威开展的创新性工作（100分）
开展创新工作2项，情况说明见附录四。自评100分。
{A}一  指导站工作制度
第一条 指导站工作日开放，来访须登记，三日内回访。
第二条 举办招聘会须提前十五日报备。
{A}二：指导站财务管理制度
第一条 奖补资金单独核算、专款专用。
{A}三 指导站2024年度工作计划
一、第一季度：核对生源，筹备春季双选会。
二、第二季度：组织学生赴威海企业实习。
{A}四 创新性工作开展情况说明
（一）流动面试车
把面试间搬上校车，逐周开进产业园区，全年往返14趟。
（二）留威毕业生落脚清单
联合街道编制一页纸清单，收到反馈186条并逐条办结。"""


@pytest.mark.parametrize("annex", ["附录", "附件", "附表"])
@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_the_annexes_of_a_report_on_the_points_are_papers_bound_in(annex: str, kind: str) -> None:
    report = paper(ANNEXES.replace("{S}", SCHOOL).replace("{A}", annex), kind=kind)
    assert [points(cell, seen(report)) for cell in ("1.6", "1.7", "5.1")] == [
        (15, 15, 15),
        (15, 15, 15),
        (0, 100, 100),
    ]


def test_a_list_of_annexes_holds_none_of_them() -> None:
    annexes = "附件1：指导站工作制度\n附件2：指导站财务管理制度\n附件3：2024年工作计划"
    text = f"{SCHOOL}指导站自评报告\n各项材料齐全。\n{annexes}\n{SCHOOL}\n2024年11月"
    assert [points(cell, seen(paper(text)))[1] for cell in ("1.6", "1.7")] == [0, 0]


@pytest.mark.parametrize(
    "number",
    [
        "一、|二、|三、|四、",
        "第一部分 |第二部分 |第三部分 |第四部分 ",
        "1.|2.|3.|4.",
        "第一章  |第二章  |第三章  |第四章  ",
    ],
)
def test_the_parts_of_a_volume_are_numbered(number: str) -> None:
    heads = [
        mark + title
        for mark, title in zip(
            number.split("|"), ("2024年工作计划", "毕业生调查问卷情况", "就业率数据", "在校生证明"), strict=True
        )
    ]
    contents = "目 录\n" + "\n".join(heads)
    texts = (
        "3月举办春季双选会，5月开展政策宣传月。",
        "面向2024届毕业生60人开展问卷调查，回收有效答卷45份。",
        "截至2024年8月31日，2024届毕业生60人，毕业去向落实率为91.67%。",
        "兹证明龚文博系我校2022级本科在读学生。特此证明。",
    )
    parts = "\n".join(f"{head}\n{text}" for head, text in zip(heads, texts, strict=True))
    volume = paper(f"{SCHOOL}\n2024年度指导站工作材料汇编\n{contents}\n{parts}")
    assert [points(cell, seen(volume))[1] for cell in ("1.7", "2.4", "2.5", "2.6")] == [15, 18, 15, 15]
    bare = paper(f"{SCHOOL}\n2024年度指导站工作材料汇编\n{contents}")
    assert [points(cell, seen(bare))[1] for cell in ("1.7", "2.4", "2.5", "2.6")] == [0, 0, 0, 0]


def test_a_part_that_is_told_of_as_elsewhere_is_not_in_the_volume() -> None:
    volume = paper(f"{SCHOOL}指导站佐证材料\n一、2024年工作计划\n已制定2024年工作计划，详见第二册。")
    assert points("1.7", seen(volume))[1] == 0


@pytest.mark.parametrize(
    "annexes", ["", "附件1 指导站工作制度\n第一条 来访须登记。\n附件2 财务管理制度\n第一条 专款专用。\n"]
)
def test_the_official_form_in_a_volume_speaks_for_nothing_and_takes_nothing_from_its_other_papers(annexes: str) -> None:
    cells = rules().indicators
    rows = [f"{cell.area}|{cell.name}|{cell.clause.text}|{cell.max}|{cell.max}" for cell in cells]
    form = grid("指标|评估指标|指标内容|评分标准|指标得分", *rows, title="大学生就业创业服务指导站绩效评价表")
    head = f"{SCHOOL}\n指导站2024年度绩效评价佐证材料汇编\n大学生就业创业服务指导站绩效评价表\n"
    volume = seen(paper(f"{head}{annexes}{SCHOOL}\n2024年11月20日", tables=(form,)))
    told = {cell.id: points(cell.id, volume) for cell in cells if cell.id not in ("4.2", "4.6")}
    assert {cell: each for cell, each in told.items() if any(each)} == ({"1.6": (15, 15, 15)} if annexes else {})
