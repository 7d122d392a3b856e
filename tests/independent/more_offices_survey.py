# ruff: noqa: E501
"""2.4 once more: chapters of yearly reports, other survey sites, lists of who has answered, phones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_picture, more
from tests.independent.offices_paper import Percent, Table, comma, docx, pdf, scan, xlsx
from tests.independent.offices_survey import class_of, roster

QUESTIONS = ["1.您的姓名", "2.您的学号", "3.您毕业后的去向", "4.您是否愿意留在威海工作", "5.您对就业服务的建议"]
PLANS = ["签约就业", "升学", "参军", "自主创业", "尚未落实"]


def cases() -> Iterator[Case]:
    yield from _exports()
    yield from _told()
    yield from _open()
    yield from _near()


def sent_in(seed: str, size: int, chosen: range, form: str) -> list[list[object]]:
    """What another survey site exports of the students of a class who stand in these places."""
    rng = Random(seed)
    at = datetime(2024, 5, 13, 9, 0, 7)
    head = (
        ["编号", "开始答题时间", "结束答题时间", "答题时长", "IP省份", "IP城市"]
        if form == "long"
        else ["提交者", "提交时间"]
    )
    rows: list[list[object]] = [[*head, *QUESTIONS]]
    everyone = class_of(seed, size)
    for place in chosen:
        name, number, *_ = everyone[place]
        at += timedelta(minutes=rng.randrange(2, 90), seconds=rng.randrange(60))
        took = rng.randrange(45, 300)
        meta = (
            [
                len(rows),
                f"{at:%Y-%m-%d %H:%M:%S}",
                f"{at + timedelta(seconds=took):%Y-%m-%d %H:%M:%S}",
                f"{took // 60}分{took % 60}秒",
                "山东",
                "威海",
            ]
            if form == "long"
            else [f"微信用户{place:03}", f"{at:%Y年%m月%d日 %H:%M}"]
        )
        rows.append([*meta, name, number, rng.choice(PLANS), rng.choice(["愿意", "不愿意", "还没想好"]), "无"])
    return rows


def _exports() -> Iterator[Case]:
    yield more(
        "2.4",
        "blank-paper-and-export",
        18,
        "空白问卷与另一问卷平台的导出45份，生源库60人",
        docx(
            "2.4/1问卷.docx",
            [
                "# 威海职业学院2024届毕业生就业状况调查问卷",
                "亲爱的同学：本问卷用于了解就业状况，答案无对错之分，感谢支持。",
                "1.您的姓名：________　　2.您的学号：________",
                "3.您毕业后的去向：□签约就业 □升学 □参军 □自主创业 □尚未落实",
                "4.您是否愿意留在威海工作：□愿意 □不愿意 □还没想好",
                "5.您对就业服务的建议：____________________",
            ],
        ),
        xlsx(
            "2.4/2收集结果.xlsx",
            {"Sheet1": [Table(sent_in("more-blank", 60, range(5, 50), "long"))]},
            plain_look=True,
        ),
        roster("2.1/生源信息库.xlsx", "more-blank", 60),
        facts={"survey_answers": 45, "graduates": 60},
    )
    yield more(
        "2.4",
        "an-export-each-department",
        20,
        "三个系各导出一份，合计48份，生源库60人",
        *[
            comma(f"问卷/{name}_2024届毕业生就业问卷.csv", sent_in("more-three", 60, part, "short"))
            for name, part in (
                ("信息工程系", range(20)),
                ("经济管理系", range(22, 37)),
                ("护理系", range(40, 53)),
            )
        ],
        roster("生源.xlsx", "more-three", 60),
        facts={"survey_answers": 48, "graduates": 60},
    )
    everyone = class_of("more-done", 60)
    yield more(
        "2.4",
        "list-of-who-answered",
        18,
        "全体毕业生答题情况明细：47人“已完成”、13人“未完成”，生源库60人",
        xlsx(
            "答题情况.xlsx",
            [
                "# 威海职业学院2024届毕业生就业状况调查问卷答题情况明细表",
                "截至2024年6月15日",
                Table(
                    [
                        ["序号", "姓名", "学号", "专业", "问卷状态", "提交时间"],
                        *[
                            [
                                at,
                                name,
                                number,
                                major,
                                "未完成" if at % 9 in (3, 7) else "已完成",
                                None if at % 9 in (3, 7) else f"2024-06-{at % 14 + 1:02} 1{at % 10}:20",
                            ]
                            for at, (name, number, _, major) in enumerate(everyone, 1)
                        ],
                    ]
                ),
            ],
        ),
        roster("生源信息.xlsx", "more-done", 60),
        facts={"survey_answers": 47, "graduates": 60},
    )


def _told() -> Iterator[Case]:
    yield more(
        "2.4",
        "chapter-of-yearly-report",
        18,
        "就业质量年度报告的调研章：2,146人中收回1,503份，70.04%",
        pdf(
            "附：就业质量年度报告节选.pdf",
            [
                "^ 山东外事职业大学2024届毕业生就业质量年度报告",
                "# 第四章　毕业生调研反馈",
                "## 4.1 调研说明",
                "本章数据来自学校于2024年9月开展的“2024届毕业生就业质量调研”。学校2024届毕业生总人数2,146人，共回收有效问卷1,503份，占毕业生总数的70.04%。",
                "^ 表4-1　样本的学历分布",
                Table(
                    [
                        ["学历", "样本人数", "占样本比例"],
                        ["本科", 421, "28.01%"],
                        ["专科", 1082, "71.99%"],
                        ["合计", 1503, "100.00%"],
                    ]
                ),
                "## 4.2 就业满意度",
                "毕业生对当前工作的总体满意度为88.62%，其中“很满意”占31.47%。",
                "## 4.3 留威意愿",
                "有52.16%的受访毕业生愿意在威海工作，主要原因是城市环境和生活成本。",
            ],
        ),
        facts={"survey_answers": 1503, "graduates": 2146},
        school="山东外事职业大学",
    )
    colleges = [
        ("海洋工程系", 260, 171),
        ("机电工程系", 340, 198),
        ("食品工程系", 280, 186),
        ("管理系", 320, 183),
    ]
    total, got = 1200, 738
    rows = [[name, whole, part, Percent(part / whole), Percent(part / got)] for name, whole, part in colleges]
    yield more(
        "2.4",
        "coverage-beside-share",
        16,
        "样本覆盖率与样本构成两列百分数，合计738/1200",
        xlsx(
            "调研样本情况.xlsx",
            [
                "# 威海海洋职业学院2024届毕业生调查问卷样本情况",
                "调研时间：2024年5月—6月",
                Table(
                    [
                        ["系部", "毕业生人数", "答卷人数", "答卷覆盖率", "样本构成"],
                        *rows,
                        ["总体", total, got, Percent(got / total), Percent(1)],
                    ]
                ),
            ],
        ),
        facts={"survey_answers": 738, "graduates": 1200},
        school="威海海洋职业学院",
    )
    yield more(
        "2.4",
        "employers-asked-too",
        20,
        "同一报告里还有用人单位问卷150发136收；毕业生820/1000",
        docx(
            "调查总结.docx",
            [
                "# 威海职业学院2024年就业调查工作总结",
                "## 一、毕业生问卷",
                "我校2024届毕业生共1000人，2024年5月通过辅导员推送调查问卷，共有820人完成答卷，占毕业生总数的82.0%。",
                "## 二、用人单位问卷",
                "向近两年用人单位发放问卷150份，回收136份，对毕业生总体满意度96.3%。",
                "## 三、几点建议",
                "加大驻威企业岗位推介力度。",
                "@威海职业学院招生就业处|2024年7月3日|-",
            ],
        ),
        facts={"survey_answers": 820, "graduates": 1000},
    )
    yield more(
        "2.4",
        "numbers-in-words",
        20,
        "汉字数目：一千二百人中收回九百六十三份",
        docx(
            "问卷说明.docx",
            [
                "# 关于毕业生调查问卷的情况说明",
                "我校二〇二四届毕业生共一千二百人，于二〇二四年六月组织开展就业调查，收回有效答卷九百六十三份。",
                "@哈尔滨理工大学荣成校区学生工作处|二〇二四年七月一日|-",
            ],
        ),
        facts={"survey_answers": 963, "graduates": 1200},
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "2.4",
        "visits-and-choices",
        18,
        "浏览2487次、多选2310人次都不是人数；905人答卷，毕业生1250人",
        pdf(
            "数据分析报告.pdf",
            [
                "# 北京交通大学（威海）2024届毕业生求职意向问卷数据分析",
                Table(
                    [
                        ["项目", "数值"],
                        ["2024届毕业生总数", "1250人"],
                        ["问卷浏览量", "2487次"],
                        ["答卷人数", "905人"],
                        ["平均用时", "2分41秒"],
                    ]
                ),
                "## 第3题　您通过哪些渠道求职？[多选题]",
                Table(
                    [
                        ["选项", "小计", "比例"],
                        ["校园招聘会", 702, "77.57%"],
                        ["招聘网站", 811, "89.61%"],
                        ["亲友推荐", 390, "43.09%"],
                        ["实习转正", 407, "44.97%"],
                        ["选择人次合计", 2310, ""],
                    ]
                ),
                "统计时间：2024年6月3日",
            ],
            face="hei",
        ),
        facts={"survey_answers": 905, "graduates": 1250},
        school="北京交通大学（威海）",
    )
    yield more(
        "2.4",
        "phone-statistics-and-summary",
        20,
        "手机端统计页答卷1018份，总结写毕业生1260人",
        free_picture(
            "问卷统计截图.jpg",
            '<div class="bar">统计&分析</div><div class="card"><b>山东药品食品职业学院2024届毕业生就业意向调查</b><br><small>创建于 2024-05-08　已结束</small></div>'
            '<div class="card three"><div><big>1018</big><br>答卷数</div><div><big>2310</big><br>浏览量</div><div><big>44.1%</big><br>完成率</div></div>'
            '<div class="card">第1题 您的性别 [单选题]<br>男　356　34.97%<br>女　662　65.03%</div><div class="card">第2题 您是否愿意留威就业 [单选题]<br>愿意　571　56.09%<br>不愿意　447　43.91%</div>',
            style="body{background:#f2f4f7;padding:0 0 20px;font-size:16px} .bar{background:#fff;text-align:center;font-size:19px;padding:14px} .card{background:#fff;margin:12px;padding:14px 16px;border-radius:10px} .three{display:grid;grid-template-columns:1fr 1fr 1fr;text-align:center} big{font-size:26px;color:#1a73e8}",
            face="hei",
            look="screen",
            width=430,
            height=760,
        ),
        docx(
            "年度总结.docx",
            [
                "# 山东药品食品职业学院大学生就业创业服务指导站2024年度工作总结",
                "学校2024届毕业生1260人。一年来，指导站扎实推进各项服务。",
                "@山东药品食品职业学院|2024年11月26日|-",
            ],
        ),
        facts={"survey_answers": 1018, "graduates": 1260},
        school="山东药品食品职业学院",
    )
    yield more(
        "2.4",
        "said-to-be-about-80",
        18,
        "自称约80%，实算958/1200=79.83%，按所示位数不算出入，也不到80%",
        docx(
            "2.4.docx",
            [
                "# 2024届毕业生就业问卷调查简报",
                "^ 山东交通学院（威海）学生工作部　2024年6月24日",
                "截至6月20日，我校2024届1200名毕业生中有958名提交了调查问卷，答卷率约80%。",
                "答卷显示，近六成毕业生已有明确去向。",
            ],
        ),
        facts={"survey_answers": 958, "graduates": 1200},
        forbid=["totals-disagree"],
        school="山东交通学院（威海）",
    )
    yield more(
        "2.4",
        "assessed-2025-scan",
        14,
        "考核2025年度：2025届1480人，收到829份",
        scan(
            "2025问卷证明.pdf",
            [
                "# 2025届毕业生调查问卷完成情况证明",
                "威海市人力资源和社会保障局：",
                "我校2025届毕业生共1480人。2025年5月组织线上调查问卷，至6月10日共收到829人的有效答卷。",
                "特此证明。",
                "@威海职业学院|2025年6月12日",
            ],
        ),
        facts={"survey_answers": 829, "graduates": 1480},
        year=2025,
    )


def _open() -> Iterator[Case]:
    yield more(
        "2.4",
        "roster-against-report",
        (18, 18, 20),
        "答卷45份：生源库60人得75%，报告自称56人得80.4%",
        docx(
            "调查报告.docx",
            [
                "# 威海职业学院2024届毕业生就业调查报告",
                "2024年5月，面向2024届全体毕业生开展问卷调查。2024届毕业生56人，共回收答卷45份。",
                "@威海职业学院招生就业处|2024年6月5日|-",
            ],
        ),
        roster("生源信息库.xlsx", "more-against", 60),
        facts={"survey_answers": 45, "graduates": 60},
        flags=["totals-disagree"],
    )
    yield more(
        "2.4",
        "report-of-samples-only",
        (10, 10, 20),
        "调研章只写样本612份，没有毕业生总数",
        pdf(
            "调研报告.pdf",
            [
                "# 2024届毕业生就业调研报告",
                "^ 威海海洋职业学院　2024年10月",
                "## 一、样本说明",
                "本次调研共收到2024届毕业生有效答卷612份，男女样本比为1:1.3。",
                "## 二、主要发现",
                "月收入均值为4735元；工作与专业相关度为66.8%。",
            ],
        ),
        facts={"survey_answers": 612},
        flags=["denominator-missing"],
        school="威海海洋职业学院",
    )


def _near() -> Iterator[Case]:
    yield more(
        "2.4",
        "near-employers-only",
        0,
        "只有用人单位的问卷",
        pdf(
            "用人单位调查.pdf",
            [
                "# 2024年用人单位满意度问卷调查报告",
                "^ 威海职业学院招生就业处　2024年11月",
                "面向86家用人单位发放问卷，回收有效问卷81份。用人单位最看重责任心和动手能力。",
                Table(
                    [
                        ["评价项目", "很满意", "满意", "一般"],
                        ["职业道德", 52, 26, 3],
                        ["专业技能", 40, 35, 6],
                    ]
                ),
            ],
        ),
    )
    yield more(
        "2.4",
        "near-blank-questionnaire",
        0,
        "只有空白问卷，没有一份答卷",
        docx(
            "毕业生调查问卷.docx",
            [
                "# 2024届毕业生就业意向调查问卷",
                "学校：山东外事职业大学",
                "一、您的性别：（　　）A.男　B.女",
                "二、您的就业意向地：（　　）A.威海　B.省内其他城市　C.省外",
                "三、您期望的月薪：（　　）A.3000元以下　B.3000—5000元　C.5000元以上",
                "四、您希望学校提供哪些帮助？________________",
            ],
        ),
        school="山东外事职业大学",
    )
