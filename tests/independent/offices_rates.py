"""2.5: how many of the year's graduates have found work, as schools state it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
    Percent,
    Table,
    case,
    comma,
    docx,
    mail,
    page,
    pasted,
    pdf,
    photo,
    scan,
    shot,
    slides,
    text,
    xlsx,
)

UNITS = [
    ("信息工程系", 412, 389),
    ("经济管理系", 538, 497),
    ("机电工程系", 366, 352),
    ("护理系", 290, 281),
    ("海洋工程系", 214, 196),
]
ALL = (sum(unit[1] for unit in UNITS), sum(unit[2] for unit in UNITS))


def rates(rate: str = "毕业去向落实率", form: str = "percent", first: str = "系部") -> Table:
    """The table by college with its sum; the rate as Excel's percent, as text or as a bare number."""
    forms: dict[str, Callable[[float], object]] = {
        "percent": Percent,
        "text": lambda share: f"{share:.2%}",
        "bare": lambda share: round(share * 100, 2),
    }
    shown = forms[form]
    rows = [[at, name, total, placed, shown(placed / total)] for at, (name, total, placed) in enumerate(UNITS, 1)]
    return Table(
        [["序号", first, "毕业生人数", "就业人数", rate], *rows, ["合计", "", ALL[0], ALL[1], shown(ALL[1] / ALL[0])]],
        1,
        [(len(rows) + 1, 0, len(rows) + 1, 1)],
    )


def quality(school: str, year: int) -> Paper:
    return [
        f"^ {school}",
        f"# {year}届毕业生就业质量年度报告",
        f"^ 二〇{'〇一二三四五六七八九'[year // 10 % 10]}{'〇一二三四五六七八九'[year % 10]}年十二月",
        "~",
        "# 目  录",
        "第一章 毕业生基本情况 ………… 1",
        "第二章 就业基本情况 ………… 2",
        "第三章 就业质量分析 ………… 3",
        "~",
        "## 第一章 毕业生基本情况",
        f"{school}{year}届毕业生共{ALL[0]}人。",
        "~",
        "## 第二章 就业基本情况",
        f"截至{year}年8月31日，{year}届毕业生毕业去向落实率为{ALL[1] / ALL[0]:.2%}。各系情况见表2-1。",
        "^ 表2-1  各系毕业去向落实率",
        rates(form="text"),
        "~",
        "## 第三章 就业质量分析",
        "毕业生平均月薪4860元，专业相关度71%。",
    ]


def letter(school: str, year: int, rate: str) -> Paper:
    return [
        f"# 关于报送{year}届毕业生就业率及相关信息的函",
        "威海市人力资源和社会保障局：",
        f"按照要求，现将我校{year}届毕业生就业情况函报如下：{year}届毕业生{ALL[0]}人，截至{year}年8月31日已落实毕业去向{ALL[1]}人，就业率{rate}，其中在威海就业612人。",
        "专此函达。",
    ]


def cases() -> Iterator[Case]:
    yield from _stated()
    yield from _short()
    yield from _near()


def _stated() -> Iterator[Case]:
    yield case(
        "2.5",
        "xlsx-percent-cells",
        15,
        "百分比单元格，分系部统计",
        xlsx("就业率统计.xlsx", ["# 威海职业学院2024届毕业生就业率统计表", "截止时间：2024年8月31日", rates("就业率")]),
    )
    yield case(
        "2.5",
        "xlsx-bare-numbers",
        15,
        "就业率（%）列里是裸数字",
        xlsx(
            "25/2024就业数据.xlsx",
            {
                "2024届": [
                    "# 2024届毕业生毕业去向落实情况统计表",
                    "填报单位：山东外事职业大学",
                    rates("毕业去向落实率（%）", "bare", "学院"),
                ]
            },
        ),
        school="山东外事职业大学",
    )
    yield case(
        "2.5",
        "docx-table",
        15,
        "Word 表格",
        docx(
            "就业率及相关数据.docx",
            [
                "# 威海海洋职业学院2024届毕业生就业率及相关信息统计表",
                rates("就业率", "text"),
                "填表人：就业指导中心    2024年9月2日",
            ],
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "2.5",
        "quality-report-pdf",
        15,
        "就业质量年度报告，封面目录",
        pdf("就业质量报告.pdf", quality("山东药品食品职业学院", 2024)),
        school="山东药品食品职业学院",
    )
    yield case(
        "2.5",
        "quality-report-docx",
        15,
        "同类报告的 Word 稿",
        docx("报告终稿.docx", quality("威海职业学院", 2024), styled=True),
    )
    yield case(
        "2.5",
        "letter-scan",
        15,
        "盖章函扫描",
        scan("函.pdf", [*letter("威海职业学院", 2024, "94.23%"), "@威海职业学院|2024年9月5日"]),
    )
    yield case(
        "2.5",
        "letter-photo",
        15,
        "函件照片",
        photo("IMG_0905.jpg", [*letter("山东交通学院（威海）", 2024, "94.2%"), "@山东交通学院（威海）|2024年9月5日|-"]),
        school="山东交通学院（威海）",
    )
    yield case(
        "2.5",
        "chinese-percent",
        15,
        "百分之九十四点二",
        docx(
            "就业情况说明.docx",
            [
                "# 就业情况说明",
                "威海职业学院二〇二四届毕业生共一千八百二十人，截至二〇二四年八月底，毕业去向落实率为百分之九十四点二。",
                "@威海职业学院|二〇二四年九月六日|-",
            ],
        ),
        alt=[(0, 0, 15), (0, 15, 15)],
    )
    yield case(
        "2.5",
        "several-years",
        15,
        "近三届对比，含2024届",
        xlsx(
            "近三年就业率.xlsx",
            [
                "# 威海职业学院近三届毕业生就业率对比",
                Table(
                    [
                        ["届别", "毕业生数", "就业数", "就业率"],
                        ["2022届", 1680, 1562, "92.98%"],
                        ["2023届", 1745, 1630, "93.41%"],
                        ["2024届", 1820, 1715, "94.23%"],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.5",
        "slides",
        15,
        "幻灯片",
        slides(
            "就业工作汇报.pptx",
            [
                "# 2024届毕业生就业工作汇报",
                "哈尔滨理工大学荣成校区",
                "~",
                "# 就业率",
                "截至8月31日，2024届毕业生去向落实率92.6%",
                Table(
                    [
                        ["类别", "人数", "比例"],
                        ["协议和合同就业", 1102, "70.1%"],
                        ["升学", 240, "15.3%"],
                        ["灵活就业", 113, "7.2%"],
                    ]
                ),
            ],
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "2.5",
        "csv",
        15,
        "逗号分隔",
        comma("2024届就业率.csv", [["威海职业学院2024届毕业生就业率"], *rates("就业率", "text").rows], "gb18030"),
    )
    yield case(
        "2.5",
        "txt",
        15,
        "文本",
        text("就业率.txt", [*letter("威海职业学院", 2024, "94.23%"), "威海职业学院招生就业处  2024年9月5日"]),
    )
    yield case(
        "2.5",
        "mail",
        15,
        "邮件报送",
        mail(
            "2024届就业率.eml",
            "北京交通大学（威海）2024届毕业生就业率",
            datetime(2024, 9, 3, 8, 40),
            [
                "老师好：",
                "北京交通大学（威海）2024届本科毕业生就业数据如下：",
                Table([["毕业生人数", "已就业", "升学", "就业率"], [612, 318, 251, "92.97%"]]),
                "就业中心",
            ],
            rich=True,
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "2.5",
        "web-news",
        15,
        "校园网新闻写明去向落实率",
        page(
            "新闻.html",
            [
                "当前位置：首页 > 就业动态",
                "# 我校2024届毕业生去向落实率达95.1%",
                "^ 发布时间：2024-09-10  浏览次数：411",
                "截至8月31日，哈尔滨工业大学（威海）2024届毕业生毕业去向落实率95.1%，其中深造率48.6%。",
            ],
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "2.5",
        "screenshot-board",
        15,
        "统计系统截图",
        shot(
            "就业监测.png",
            [
                "# 威海职业学院2024届毕业生就业进展",
                Table([["毕业生总数", "已落实", "去向落实率", "待就业"], [1820, 1715, "94.23%", 105]]),
                "数据更新时间：2024-08-31 23:59",
            ],
        ),
    )
    yield case(
        "2.5",
        "photo-table",
        15,
        "公示栏表格照片",
        photo(
            "IMG_20240906.jpg",
            ["# 2024届毕业生就业率公示", "威海职业学院招生就业处", rates("就业率", "text")],
            board=True,
        ),
    )
    level: list[list[object]] = [
        ["学院", "本科", None, "专科", None],
        [None, "毕业生数", "去向落实率", "毕业生数", "去向落实率"],
        ["外国语学院", 210, "91.4%", 320, "93.1%"],
        ["商学院", 180, "90.6%", 410, "94.4%"],
        ["全校", 390, "91.0%", 730, "93.8%"],
    ]
    yield case(
        "2.5",
        "levels-two-row-head",
        15,
        "本科、专科分列，双行表头",
        xlsx(
            "分层次.xlsx",
            [
                "# 山东外事职业大学2024届毕业生分层次去向落实率",
                Table(level, 2, [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]),
            ],
        ),
        school="山东外事职业大学",
    )
    yield case(
        "2.5",
        "levels-pdf",
        15,
        "同上，PDF",
        pdf(
            "统计表（盖章前）.pdf",
            [
                "# 2024届毕业生分层次去向落实率一览",
                "山东外事职业大学  2024年10月",
                Table(level, 2, [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]),
            ],
            face="hei",
        ),
        school="山东外事职业大学",
    )
    yield case(
        "2.5",
        "two-dates",
        15,
        "初次与年终两个时点",
        docx(
            "就业率（初次、年终）.docx",
            [
                "# 2024届毕业生初次就业率和年终就业率",
                "威海职业学院",
                Table(
                    [
                        ["统计时点", "毕业生数", "就业人数", "就业率"],
                        ["2024年8月31日", 1820, 1715, "94.23%"],
                        ["2024年12月20日", 1820, 1768, "97.14%"],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.5",
        "year-not-class",
        15,
        "写作2024年毕业生",
        pdf(
            "数据.pdf",
            [
                "# 2024年毕业生就业统计",
                "山东大学（威海）学生就业指导中心",
                "2024年毕业生总数3580人，就业率91.8%，升学率46.2%，签约率38.5%。",
            ],
        ),
        school="山东大学（威海）",
    )
    majors: list[list[object]] = [
        [1, "软件技术", 128, "96.09%"],
        [2, "会计", 144, "91.67%"],
        [3, "护理", 160, "98.13%"],
        [None, "全校", 432, "95.37%"],
    ]
    yield case(
        "2.5",
        "by-major-scan",
        15,
        "分专业表扫描图",
        scan(
            "各专业.jpg",
            [
                "# 2024届各专业毕业生就业率",
                "威海职业学院（章）",
                Table([["序号", "专业", "毕业人数", "就业率"], *majors]),
                "@威海职业学院|2024年9月12日",
            ],
        ),
    )
    yield case(
        "2.5",
        "key-value-form",
        15,
        "报送表：项目与数值",
        docx(
            "报送表.docx",
            [
                "# 高校毕业生就业信息报送表",
                Table(
                    [
                        ["学校名称", "威海职业学院", "届别", "2024届"],
                        ["毕业生总数", "1820人", "已就业人数", "1715人"],
                        ["就业率", "94.23%", "留威人数", "612人"],
                        ["填报人", "宋晓东", "填报日期", "2024年9月10日"],
                    ],
                    0,
                ),
            ],
        ),
    )
    yield case(
        "2.5",
        "red-notice",
        15,
        "红头通报各系就业率",
        pdf(
            "通报.pdf",
            [
                "=威海职业学院文件|威职院字〔2024〕58号",
                "# 关于2024届毕业生就业率情况的通报",
                "各系：",
                "现将2024届毕业生就业率通报如下：",
                rates("就业率", "text"),
                "@威海职业学院|2024年9月20日|-",
            ],
        ),
    )
    yield case(
        "2.5", "class-2023", 15, "考核2023年度，报告是2023届", pdf("报告.pdf", quality("威海职业学院", 2023)), year=2023
    )
    yield case(
        "2.5",
        "summary-section",
        15,
        "工作总结里写明就业率",
        docx(
            "总结.docx",
            [
                "# 威海海洋职业学院指导站2024年度工作总结",
                "## 一、就业情况",
                "2024届毕业生2980人，毕业去向落实率93.6%，留威就业701人。",
                "## 二、主要做法",
                "强化指导，拓展岗位。",
                "@威海海洋职业学院|2024年11月26日|-",
            ],
        ),
        school="威海海洋职业学院",
    )

    yield case(
        "2.5",
        "mail-attached",
        15,
        "邮件附件里的统计表",
        mail(
            "就业率报送.eml",
            "报送2024届就业率",
            datetime(2024, 9, 4, 10, 10),
            ["# 威海职业学院2024届毕业生就业率统计表", rates("就业率", "text")],
            with_file="2024届就业率统计表.docx",
        ),
    )
    yield case(
        "2.5",
        "pasted-scan",
        15,
        "Word 里贴的是盖章函扫描图",
        pasted(
            "就业率.docx", [*letter("威海职业学院", 2024, "94.23%"), "@威海职业学院|2024年9月6日"], above="就业率报送函"
        ),
    )


def _short() -> Iterator[Case]:
    outside = ["date-outside-period"]
    yield case(
        "2.5",
        "class-before-xlsx",
        0,
        "2023届的统计表",
        xlsx("就业率.xlsx", ["# 威海职业学院2023届毕业生就业率统计表", "截止时间：2023年8月31日", rates("就业率")]),
        flags=outside,
    )
    yield case(
        "2.5",
        "report-before",
        0,
        "2022届就业质量报告",
        pdf("就业质量年度报告.pdf", quality("威海职业学院", 2022)),
        flags=outside,
    )
    yield case(
        "2.5",
        "letter-before-scan",
        0,
        "2023届的函",
        scan("就业率函.pdf", [*letter("威海职业学院", 2023, "93.4%"), "@威海职业学院|2023年9月5日"]),
        flags=outside,
    )
    yield case(
        "2.5",
        "no-year-xlsx",
        (0, 0, 15),
        "没有届别和年份",
        xlsx("各系就业率.xlsx", ["# 威海职业学院毕业生就业率统计表", rates("就业率", "text")]),
    )
    yield case(
        "2.5",
        "no-year-text",
        (0, 0, 15),
        "说明没有年份",
        docx(
            "就业率说明.docx", ["# 毕业生就业率情况说明", "威海职业学院应届毕业生就业率为94.2%，去向以驻威企业为主。"]
        ),
    )
    yield case(
        "2.5",
        "no-year-photo",
        (0, 0, 15),
        "公示照片没有年份",
        photo("IMG_77.jpg", ["# 毕业生去向落实率公示", "威海职业学院", rates("去向落实率", "text")], board=True),
    )
    yield case(
        "2.5",
        "other-school",
        0,
        "别校的报告",
        pdf("就业质量报告.pdf", quality("山东药品食品职业学院", 2024)),
        flags=["school-mismatch"],
    )


def _near() -> Iterator[Case]:
    yield case(
        "2.5",
        "near-enrolment-rate",
        0,
        "新生报到率",
        xlsx(
            "报到率.xlsx",
            [
                "# 威海职业学院2024级新生报到率统计",
                Table(
                    [
                        ["系部", "录取数", "报到数", "报到率"],
                        ["信息工程系", 430, 402, "93.49%"],
                        ["护理系", 300, 288, "96.00%"],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.5",
        "near-notice",
        0,
        "要求统计的通知，没有数据",
        docx(
            "就业率通知.docx",
            [
                "# 关于做好2024届毕业生就业率统计工作的通知",
                "各系：请于2024年8月31日前核准本系毕业生去向，按时上报就业率。",
                "@威海职业学院招生就业处|2024年6月15日|-",
            ],
        ),
    )
    yield case(
        "2.5",
        "near-blank",
        0,
        "空白统计表",
        xlsx(
            "统计表.xlsx",
            [
                "# 2024届毕业生就业率统计表",
                Table(
                    [
                        ["系部", "毕业生人数", "就业人数", "就业率"],
                        ["信息工程系", None, None, None],
                        ["护理系", None, None, None],
                    ]
                ),
            ],
        ),
        alt=[(0, 0, 15)],
    )
    yield case(
        "2.5",
        "near-exam",
        0,
        "考试通过率",
        pdf(
            "通过率.pdf",
            [
                "# 2024年英语应用能力考试通过率统计",
                "威海职业学院教务处",
                Table(
                    [
                        ["系部", "参考人数", "通过人数", "通过率"],
                        ["护理系", 288, 214, "74.3%"],
                        ["海洋工程系", 190, 121, "63.7%"],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.5",
        "near-goal",
        0,
        "计划里的目标，不是数据",
        docx(
            "目标.docx",
            [
                "# 威海职业学院2024年就业工作计划",
                "力争2024届毕业生就业率达到95%以上，留威人数稳中有升。",
                "@威海职业学院招生就业处|2024年1月6日|-",
            ],
        ),
        alt=[(0, 0, 15)],
    )
