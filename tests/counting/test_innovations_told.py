"""Innovations told elsewhere than in a statement: a report's chapter, a list of points, a speech, a letter."""

from dataclasses import replace

import pytest

from tests.counting.station_papers import SCHOOL, counted, points, seen
from tests.facts.papers import grid, paper
from verifier.model import Document, Papers

LONG = "围绕毕业生留威开展岗位体验，全年组织12批次，参与学生300人。"


def filled(text: str) -> str:
    return text.replace("{S}", SCHOOL).replace("{L}", LONG)


def many(papers: Papers) -> int:
    measures = counted("5.1", papers).measures
    return int(measures[0].proposed or 0) if measures else 0


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "{S}指导站2024年度总结\n一、基本情况\n{L}\n二、招聘活动\n{L}\n三、特色做法\n（一）留威夜校\n{L}\n（二）校友导航\n{L}\n四、不足\n{L}",
            2,
        ),
        ("{S}指导站自评报告\n1 基础管理\n{L}\n5 创新举措\n5.1 创新性工作\n（1）留威夜校：{L}\n（2）校友导航：{L}", 2),
        ("{S}指导站自评报告\n五、创新举措\n1.留威夜校。{L}\n2.校友导航。{L}\n六、下一步打算\n1.提高。\n2.加强。", 2),
        (
            "在全市就业工作会上的发言\n{S}\n我校指导站在创新工作上主要有三项做法：第一，开设留威夜校，{L}第二，推出校友导航，{L}第三，绘制岗位地图，{L}",
            3,
        ),
        ("汇报材料\n{S}指导站\n一年来，我们探索了两项创新做法。一是开设留威夜校，{L}二是推出校友导航，{L}", 2),
        ("{S}指导站总结\n五、创新举措\n一是开设留威夜校，{L}二是推出校友导航，{L}", 2),
        ("{S}指导站总结\n五、创新举措\n开设留威夜校，{L}", 1),
        ("{S}指导站总结\n五、创新创业教育\n（一）开课\n{L}\n（二）大赛\n{L}", 0),
        ("{S}教务处总结\n三、教学创新\n（一）项目化教学\n{L}\n（二）学分银行\n{L}", 0),
        ("{S}指导站2025年工作计划\n五、创新举措\n（一）留威夜校\n{L}\n（二）校友导航\n{L}", 0),
        ("{S}创新举措情况说明\n〔举措一〕留威夜校\n{L}\n〔举措二〕校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n【创新1】留威夜校\n{L}\n【创新2】校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n[1] 留威夜校\n{L}\n[2] 校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n★ 亮点一 留威夜校\n{L}\n★ 亮点二 校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n我校指导站开展了两项创新工作：①留威夜校，{L}；②校友导航，{L}。", 2),
        ("{S}创新举措情况说明\n- 留威夜校：{L}\n- 校友导航：{L}", 2),
        ("{S}创新举措情况说明\n举措之一：留威夜校\n{L}\n举措之二：校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n# 1. 留威夜校\n{L}\n# 2. 校友导航\n{L}", 2),
        ("{S}创新举措情况说明\nA. 留威夜校\n{L}\nB. 校友导航\n{L}", 2),
        ("{S}创新举措情况说明\n(一) 留威夜校\n1.做法\n{L}\n2.成效\n{L}\n(二) 校友导航\n1.做法\n{L}\n2.成效\n{L}", 2),
        (
            "{S}“留威夜校”创新案例\n（一）实施背景\n{L}\n（二）具体做法\n①组建队伍。{L}\n②走访企业。{L}\n（三）工作成效\n{L}",
            1,
        ),
        ("2024年创新举措情况说明\n{S}\n一是开设留威夜校。{L}\n二是推出校友导航。{L}", 2),
        ("创新性工作开展情况\n{S}\n2024年，指导站开展两项创新性工作。一是留威夜校，{L}二是校友导航，{L}", 2),
        ("关于开展创新工作评选的通知\n{S}\n请报送两项创新工作。\n一、内容\n{L}\n二、要求\n{L}", 0),
        ("{S}团委工作总结\n五、创新举措\n（一）社团星级评定\n{L}\n（二）素质拓展学分\n{L}", 0),
        ("{S}指导站关于“留威夜校”创新工作的情况说明\n主要做法：一是组建队伍，{L}二是走访企业，{L}", 1),
        ("{S}指导站创新工作情况说明\n我站实施留威夜校，主要做法：一是组建队伍，{L}二是走访企业，{L}", 1),
        ("{S}指导站年度总结\n二、存在问题\n一是创新举措不多，{L}二是人手不足，{L}", 0),
        ("{S}指导站年度总结\n六、下一步打算\n推出两项创新举措：一是留威夜校，{L}二是校友导航，{L}", 0),
        ("{S}后勤处自评报告\n五、创新举措\n（一）自助洗衣\n学生满意。\n（二）夜宵档\n营业至22点。", 0),
        ("{S}2025届就业工作方案\n拟推出三项创新举措：一是留威夜校，{L}二是校友导航，{L}", 0),
        ("就业指导论文\n{S}\n本文提出如下创新做法：一是理念创新，{L}二是方法创新，{L}", 0),
    ],
)
def test_texts(text: str, items: int) -> None:
    assert many(seen(paper(filled(text)))) == items


@pytest.mark.parametrize(
    ("title", "rows", "items"),
    [
        (
            "指标自查表\n{S}",
            (
                "指标|完成情况",
                "创新性工作（2项）|1.留威夜校：{L}2.校友导航：{L}",
            ),
            2,
        ),
        (
            "指标自查表\n{S}",
            (
                "指标|完成情况",
                "创新举措|一是留威夜校，{L}二是校友导航，{L}",
            ),
            2,
        ),
        (
            "指标自查表\n{S}",
            (
                "指标|完成情况",
                "创新举措|留威夜校：{L}\n校友导航：{L}",
            ),
            2,
        ),
        (
            "指标自查表\n{S}",
            (
                "指标|完成情况",
                "创新性工作|2项，见附件5",
            ),
            0,
        ),
        (
            "指标自查表\n{S}",
            (
                "编号|指标|完成情况",
                "5.1|围绕指导站及毕业生留威开展的创新性工作|（1）留威夜校，{L}（2）校友导航，{L}",
            ),
            2,
        ),
        (
            "创新举措台账\n{S}",
            (
                "序号|举措名称|实施时间|成效",
                "1|留威夜校|2024年3月|好",
                "2|校友导航|2024年5月|好",
                "3|云端课堂|2023年5月|好",
            ),
            2,
        ),
        (
            "历年创新工作一览表\n{S}",
            (
                "年份|创新工作|成效",
                "2022|网站|好",
                "2024|留威夜校|好",
                "2024|校友导航|好",
            ),
            2,
        ),
        (
            "创新工作情况说明\n{S}",
            (
                "项目|内容",
                "创新举措一|留威夜校：{L}",
                "创新举措二|校友导航：{L}",
            ),
            2,
        ),
    ],
)
def test_tables(title: str, rows: tuple[str, ...], items: int) -> None:
    assert many(seen(paper(filled(title), tables=(grid(*map(filled, rows)),)))) == items


def named(text: str, path: str) -> Document:
    return paper(filled(text), file=path)


def test_a_letter_that_sends_statements_is_none_and_says_what_its_papers_are() -> None:
    letter = named(
        "报送2024年创新举措情况说明（2份）\n市人社局：\n现报送我校创新举措情况说明两份，请查收。\n{S}", "a.eml"
    )
    letter = replace(letter, file=replace(letter.file, kind="text"))
    one = named("留威夜校情况说明\n{L}\n{S}", "a.eml/1.docx")
    other = named("返乡对接计划情况说明\n推出返乡对接，{L}\n{S}", "a.eml/2.docx")
    assert points("5.1", seen(letter, one, other)) == (0, 100, 100)
    assert many(seen(letter, one, other)) == 2
    assert many(seen(one, other)) == 0


def test_what_a_report_says_of_innovations_counts_only_without_a_statement() -> None:
    report = named("{S}指导站自评报告\n五、创新举措\n（一）云端课堂\n{L}\n（二）岗位地图\n{L}", "r.docx")
    statement = named("{S}创新举措情况说明\n一、留威夜校\n{L}", "s.docx")
    assert many(seen(report)) == 2
    assert many(seen(report, statement)) == 1
