# ruff: noqa: E501
"""Questionnaires and employment rates: cells 2.4 and 2.5."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.anew_kit import desk, titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, STYLED, book, case, docx, pdf, photo, slides
from tests.independent.late_people_kit import origins, students

FULL, NONE, OPEN = (15, 15, 15), (0, 0, 0), (0, 0, 15)


def cases() -> Iterator[Case]:
    yield from _surveys()
    yield from _rates()


def _surveys() -> Iterator[Case]:
    yield case(
        "an-24-sent-to-all",
        "2.4",
        (20, 20, 20),
        "有效1984份，全体毕业生2480人，正好80%",
        pdf(
            "调查报告.pdf",
            """# 威海职业学院2024届毕业生就业状况调查报告
## 一、调查说明
本次调查面向2024届全体2480名毕业生，于2024年9月1日至20日通过微信小程序推送，收到答卷2015份，剔除作答时间过短的31份，有效答卷1984份，有效答卷占毕业生总数的80.0%。
## 二、主要结论
86.3%的受访毕业生对目前工作表示满意；对口率为71.2%；平均月收入5127元。
## 三、建议
加强职业指导课程建设。""",
            STYLED,
        ),
        facts={"graduates": 2480},
    )
    answers = "".join(
        f"<h3 style='font-size:15px;margin:16px 0 6px'>第{n}题　{q}　[单选题]</h3><table>"
        + "".join(f"<tr><td style='width:420px'>{o}</td><td>{c}</td><td>{c / 3.56:.2f}%</td></tr>" for o, c in opts)
        + "<tr><td>本题有效填写人次</td><td>356</td><td></td></tr></table>"
        for n, (q, opts) in enumerate(
            (
                ("您的性别", (("男", 191), ("女", 165))),
                ("您目前的状态", (("已就业", 287), ("升学", 41), ("待就业", 28))),
            ),
            1,
        )
    )
    yield case(
        "an-24-star-screen",
        "2.4",
        (14, 14, 14),
        "356份答卷，附件1载应届毕业生600人：59.3%",
        desk(
            "问卷结果.png",
            f"<div style='padding:24px 40px;font-size:14px'><h2 style='text-align:center'>2024届毕业生就业情况调查问卷</h2><p style='text-align:center;color:#777'>默认报告　　答卷数量：356　　统计时间 2024-09-26 16:20</p>{answers}</div>",
            style="table{border-collapse:collapse;width:760px}td{border:1px solid #ccc;padding:5px 12px}",
        ),
        docx(
            "建站申请表.docx",
            """# 威海市大学生就业创业服务指导站建站申请表
|申报高校基本情况|<|
|名称|哈尔滨理工大学荣成校区|
|地址|荣成市学院路2006号|
|在校生规模|在校生 4210 人，应届毕业生 600 人。|""",
            PLAIN,
        ),
        school="哈尔滨理工大学荣成校区",
        facts={"survey_answers": 356, "graduates": 600},
    )
    people = students("an24c", 90)
    yield case(
        "an-24-with-roster",
        "2.4",
        (18, 18, 18),
        "花名册90人，参与作答65人：72.2%，够70%",
        docx(
            "问卷工作情况.docx",
            """# 毕业生跟踪问卷工作情况
按照市人社局要求，我校于2024年6月组织2024届毕业生填写《高校毕业生就业意向调查问卷》，各班辅导员负责通知到人，截至6月30日共有65名毕业生参与作答。
> 招生就业处　2024年7月3日""",
            HURRIED,
        ),
        book("生源.xlsx", {"生源": [["2024届毕业生生源信息库", *["<"] * 7], *origins(people)]}),
        facts={"survey_answers": 65, "graduates": 90},
    )
    yield case(
        "an-24-copies",
        "2.4",
        (10, 10, 20),
        "只有发放数与回收率，没有毕业生总数",
        docx(
            "问卷调查.docx",
            """# 关于2024届毕业生就业意愿问卷调查的情况报告
~ 威海市人力资源和社会保障局：
我校于5月中旬开展就业意愿问卷调查，共发放纸质问卷640份，收回628份，其中有效问卷620份，有效回收率96.9%。调查显示，有留威意愿的占41.6%。
> 山东药品食品职业学院
> 2024年5月28日""",
        ),
        school="山东药品食品职业学院",
        flags=["denominator-missing"],
        facts={"survey_answers": 620},
    )
    yield case(
        "an-24-canteen",
        "2.4",
        NONE,
        "食堂满意度问卷，不是毕业生的调查",
        docx(
            "问卷报告3.docx",
            """# 食堂服务满意度问卷调查报告
本次调查由后勤服务中心于2024年10月开展，线上共回收有效问卷1806份，参与者中大一学生占42%，大二占37%，大三占21%。
满意度最高的是第一食堂二楼，得分4.6；最低的是清真餐厅，得分3.9。
下一步将增加夜宵窗口，延长供餐时间。""",
            PLAIN,
        ),
        alt=[(0, 0, 20)],
    )


def _rates() -> Iterator[Case]:
    yield case(
        "an-25-slides",
        "2.5",
        FULL,
        "幻灯片写明2024届去向落实率",
        slides(
            "就业数据.pptx",
            [
                ["2024届毕业生就业数据通报", "招生就业处　2024年9月3日"],
                [
                    "总体数据（截至8月31日）",
                    "毕业生总数 2962人",
                    "去向落实率 91.37%",
                    "其中：协议和合同就业 1884人，升学 742人，灵活就业 80人",
                ],
                ["下一步", "摸清未就业毕业生底数，一人一策"],
            ],
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "an-25-by-college",
        "2.5",
        FULL,
        "2024届各学院就业率统计表",
        book(
            "就业率.xlsx",
            {
                "统计": titled(
                    "2024届毕业生各学院就业率统计表（截至2024年8月31日）",
                    ["学院", "毕业生数", "落实人数", "就业率（%）"],
                    [
                        ["商学院", 402, 371, 92.29],
                        ["海洋学院", 318, 301, 94.65],
                        ["翻译学院", 266, 229, 86.09],
                        ["合计", 986, 901, 91.38],
                    ],
                )
            },
        ),
        school="山东大学（威海）",
    )
    yield case(
        "an-25-posted",
        "2.5",
        FULL,
        "报送函照片，写明2024届初次就业率",
        photo(
            "报送.jpg",
            """# 关于报送2024届毕业生就业数据的函
~ 威海市人力资源和社会保障局：
现将我校2024届毕业生就业数据报送如下：
毕业生1735人，初次就业率89.86%；其中留威就业512人。数据截止时间为2024年8月31日。
> 山东外事职业大学就业指导中心
> 2024年9月6日""",
            PLAIN,
        ),
        school="山东外事职业大学",
    )
    yield case(
        "an-25-no-year",
        "2.5",
        OPEN,
        "没有届别和年份",
        docx(
            "各专业就业率.docx",
            """# 各专业就业率一览表
|专业|毕业人数|就业人数|就业率|
|护理|212|203|95.8%|
|船舶工程技术|148|141|95.3%|
|电子商务|176|158|89.8%|""",
            PLAIN,
        ),
    )
    yield case(
        "an-25-newcomers",
        "2.5",
        NONE,
        "新生报到率，不是就业率",
        pdf(
            "报到情况.pdf",
            """# 2024级新生报到情况通报
截至9月8日17时，我校2024级新生应报到3120人，实际报到3034人，报到率97.24%，其中专升本新生报到率98.9%。
请各系继续联系未报到新生，9月15日前完成核查。
> 招生办公室　2024年9月8日""",
            PLAIN,
        ),
        alt=[OPEN],
    )
