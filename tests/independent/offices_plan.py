"""1.7: the plan of the whole year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
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

TASKS = [
    ("1月", "摸排毕业生求职意向，完善困难学生帮扶名册"),
    ("2月", "制定春季招聘活动方案，联系驻威企业"),
    ("3月", "举办春季校园双选会，宣讲留威政策"),
    ("4月", "组织学生参加市公共就业服务机构招聘会"),
    ("5月", "开展模拟面试和简历诊断，组织SYB培训"),
    ("6月", "办理毕业生离校就业手续，发放政策明白纸"),
    ("7月", "核查毕业去向登记，跟踪未就业毕业生"),
    ("8月", "整理就业统计数据，走访企业"),
    ("9月", "新生职业启蒙教育，启动新一届生源核对"),
    ("10月", "举办秋季校园招聘会，组织创业大赛校赛"),
    ("11月", "指导站年度自查，撰写总结"),
    ("12月", "整理台账归档，谋划下年度工作"),
]
AIMS = [
    "完善服务体系，提升就业指导质量。",
    "扩大与驻威企业合作，争取更多毕业生留威就业。",
    "加强政策宣传，做到应知尽知。",
    "做好重点群体帮扶，实行一人一策。",
]


def months(head: tuple[str, ...] = ("月份", "工作内容")) -> Table:
    return Table([list(head), *[list(task) for task in TASKS]])


def prose(title: str, tail: str = "", school: str = "威海职业学院") -> Paper:
    lines = [
        "## 一、指导思想",
        "深入落实稳就业部署，依托大学生就业创业服务指导站，促进毕业生高质量充分就业。",
        "## 二、主要任务",
        *[f"（{'一二三四'[at]}）{aim}" for at, aim in enumerate(AIMS)],
        "## 三、月份安排",
        *[f"{month}：{what}。" for month, what in TASKS],
    ]
    return [f"# {title}", *lines, *([f"@{school}招生就业处|{tail}|-"] if tail else [f"> {school}招生就业处"])]


def cases() -> Iterator[Case]:
    yield from _right()
    yield from _wrong()
    yield from _near()


def _right() -> Iterator[Case]:
    yield case(
        "1.7",
        "docx-prose",
        15,
        "2024年度工作计划",
        docx("2024年度工作计划.docx", prose("威海职业学院大学生就业创业服务指导站2024年度工作计划", "2024年1月8日")),
    )
    yield case(
        "1.7",
        "signed-december-before",
        15,
        "上年12月落款的2024年工作计划：写明的年度作准",
        docx("计划.docx", prose("2024年指导站工作计划", "2023年12月20日")),
    )
    yield case(
        "1.7",
        "work-points-red",
        15,
        "红头印发2024年工作要点",
        pdf(
            "就业〔2024〕3号.pdf",
            [
                "=山东外事职业大学文件|鲁外大字〔2024〕3号",
                "# 关于印发《2024年就业创业工作要点》的通知",
                "各学院：现印发给你们，请结合实际抓好落实。",
                "@山东外事职业大学|2024年2月26日|-",
                "~",
                "# 2024年就业创业工作要点",
                *[f"{at}.{aim}" for at, aim in enumerate(AIMS, 1)],
                *[f"{at}.{what}。" for at, (_, what) in enumerate(TASKS, 5)],
            ],
        ),
        school="山东外事职业大学",
    )
    yield case(
        "1.7",
        "school-year-first",
        15,
        "2023—2024学年工作计划与2024年重叠",
        docx(
            "学年计划.docx",
            prose("威海海洋职业学院就业指导站2023—2024学年工作计划", "2023年9月4日", "威海海洋职业学院"),
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "1.7",
        "school-year-second",
        15,
        "2024-2025学年工作计划与2024年重叠",
        pdf("plan.pdf", prose("2024-2025学年就业创业工作计划", "2024年9月2日", "山东药品食品职业学院"), face="hei"),
        school="山东药品食品职业学院",
    )
    yield case(
        "1.7",
        "two-terms",
        15,
        "两个学期的计划，学年与2024年重叠",
        docx("上.docx", prose("2023-2024学年第二学期指导站工作计划", "2024年2月28日")),
        docx("下.docx", prose("2024-2025学年第一学期指导站工作计划", "2024年9月3日")),
    )
    yield case(
        "1.7",
        "month-table-xlsx",
        15,
        "按月列表的2024年工作计划",
        xlsx("工作计划表.xlsx", ["# 威海职业学院就业指导站2024年工作计划表", months()]),
    )
    yield case(
        "1.7",
        "quarter-merged",
        15,
        "季度列纵向合并的计划表",
        xlsx(
            "07/安排.xlsx",
            {
                "年度计划": [
                    "# 2024年度就业创业服务指导站工作计划",
                    "填报单位：哈尔滨理工大学荣成校区",
                    Table(
                        [
                            ["季度", "月份", "重点工作", "责任人", "完成时限"],
                            *[
                                [
                                    f"第{'一二三四'[at // 3]}季度" if at % 3 == 0 else None,
                                    month,
                                    what,
                                    "就业办",
                                    f"{month}底",
                                ]
                                for at, (month, what) in enumerate(TASKS)
                            ],
                        ],
                        1,
                        [(1 + 3 * at, 0, 3 + 3 * at, 0) for at in range(4)],
                    ),
                ]
            },
        ),
        school="哈尔滨理工大学荣成校区",
    )
    gantt: list[list[object]] = [["工作任务", *[f"{at}月" for at in range(1, 13)]]]
    for place, (_, what) in enumerate(TASKS[:9]):
        gantt.append([what, *["■" if at == place else None for at in range(12)]])
    yield case(
        "1.7",
        "gantt",
        15,
        "推进表，横轴是月份",
        xlsx("推进表.xlsx", ["# 山东大学（威海）2024年就业工作计划推进表", Table(gantt)]),
        school="山东大学（威海）",
    )
    yield case(
        "1.7",
        "chinese-year",
        15,
        "年份写作二〇二四年",
        docx(
            "计划书.docx",
            [
                "^ 威海职业学院",
                "# 大学生就业创业服务指导站全年工作计划",
                "^ 二〇二四年度",
                "~",
                *[f"{at}、{month}，{what}。" for at, (month, what) in enumerate(TASKS, 1)],
                "> 二〇二四年一月十日",
            ],
        ),
    )
    yield case(
        "1.7",
        "cover-page",
        15,
        "封面写年度，正文无年份",
        pdf(
            "工作计划（装订版）.pdf",
            [
                "^ 威海海洋职业学院大学生就业创业服务指导站",
                "# 年度工作计划",
                "^ （2024年）",
                "~",
                "## 一、总体思路",
                AIMS[0],
                "## 二、月份安排",
                months(),
            ],
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "1.7",
        "year-only-signed",
        15,
        "标题无年份，正文写明2024年",
        docx(
            "指导站工作计划.docx",
            [
                "# 指导站工作计划",
                "为做好2024年全年工作，促进毕业生留威就业，制定本计划。",
                *[f"{month}：{what}；" for month, what in TASKS],
                "@威海职业学院就业指导中心|2024年1月5日|-",
            ],
            styled=True,
        ),
    )
    yield case(
        "1.7",
        "all-year-arrangement",
        15,
        "全年安排",
        docx(
            "7.docx",
            [
                "# 2024年指导站全年活动安排",
                "^ 北京交通大学（威海）",
                Table(
                    [
                        ["序号", "时间", "活动", "地点", "负责部门"],
                        *[[at, month, what, "校内", "就业中心"] for at, (month, what) in enumerate(TASKS, 1)],
                    ]
                ),
            ],
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "1.7",
        "scan-sealed",
        15,
        "盖章扫描件",
        scan(
            "扫描_20240112.pdf",
            [
                *prose("山东交通学院（威海）2024年就业创业工作计划", "", "山东交通学院（威海）")[:-1],
                "@山东交通学院（威海）|2024年1月12日",
            ],
        ),
        school="山东交通学院（威海）",
    )
    yield case(
        "1.7",
        "scan-table",
        15,
        "计划表扫描图片",
        scan(
            "计划.jpg",
            [
                "# 2024年度工作计划表",
                "单位：威海职业学院就业创业服务指导站",
                months(("时间", "计划内容")),
                "@威海职业学院|2024年1月15日",
            ],
        ),
    )
    yield case(
        "1.7",
        "photo-board",
        15,
        "上墙的年度计划照片",
        photo(
            "IMG20240305.jpg",
            [
                "# 就业创业服务指导站2024年工作计划",
                Table([["月份", "重点工作", "月份", "重点工作"], *[[*TASKS[at], *TASKS[at + 6]] for at in range(6)]]),
                "> 威海职业学院",
            ],
            face="hei",
            board=True,
        ),
    )
    yield case(
        "1.7",
        "photo-paper",
        15,
        "纸质计划的手机照片",
        photo("mmexport1706.jpg", prose("2024年指导站工作计划", "2024年1月9日")),
    )
    yield case(
        "1.7",
        "csv",
        15,
        "逗号分隔的计划表，标题行写明2024年",
        comma("2024年工作计划.csv", [["威海职业学院指导站2024年工作计划"], ["月份", "内容"], *TASKS]),
    )
    yield case(
        "1.7",
        "txt",
        15,
        "纯文本",
        text("plan2024.txt", prose("山东外事职业大学指导站2024年工作计划", "2024年1月", "山东外事职业大学")),
        school="山东外事职业大学",
    )
    yield case(
        "1.7",
        "mail",
        15,
        "邮件正文是年度计划",
        mail(
            "计划.eml",
            "2024年指导站工作计划",
            datetime(2024, 1, 18, 10, 1),
            ["# 威海职业学院指导站2024年工作计划", months(), "威海职业学院招生就业处"],
            rich=True,
        ),
    )
    yield case(
        "1.7",
        "web-points",
        15,
        "网站公布的2024年工作要点",
        page(
            "工作要点.html",
            [
                "当前位置：首页 > 通知公告",
                "# 哈尔滨工业大学（威海）2024年就业工作要点",
                "^ 发布时间：2024-03-04  浏览次数：233",
                *[f"{at}. {what}" for at, (_, what) in enumerate(TASKS, 1)],
            ],
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "1.7",
        "slides",
        15,
        "幻灯片：2024年工作计划",
        slides(
            "汇报.pptx",
            [
                "# 2024年就业创业服务指导站工作计划",
                "威海职业学院招生就业处",
                "~",
                "# 上半年",
                *[f"{month} {what}" for month, what in TASKS[:6]],
                "~",
                "# 下半年",
                *[f"{month} {what}" for month, what in TASKS[6:]],
            ],
        ),
    )
    yield case(
        "1.7",
        "dates-as-cells",
        15,
        "时间列是日期单元格",
        xlsx(
            "2024计划.xlsx",
            [
                "# 威海职业学院指导站年度工作计划",
                Table(
                    [
                        ["序号", "计划完成时间", "事项"],
                        *[[at, date(2024, at, 25), what] for at, (_, what) in enumerate(TASKS, 1)],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "1.7",
        "year-2023",
        15,
        "考核年度是2023年",
        docx("计划.docx", prose("威海职业学院指导站2023年度工作计划", "2023年1月6日")),
        year=2023,
    )
    yield case(
        "1.7",
        "two-plans-one-right",
        15,
        "2023、2024两年计划都交了",
        docx("2023工作计划.docx", prose("指导站2023年度工作计划", "2023年1月5日")),
        docx("2024工作计划.docx", prose("指导站2024年度工作计划", "2024年1月5日")),
    )

    yield case(
        "1.7",
        "pasted-scan",
        15,
        "Word 里贴的是计划表扫描图",
        pasted(
            "1.7.docx",
            ["# 2024年度工作计划表", "单位：威海职业学院就业创业服务指导站", months(), "@威海职业学院|2024年1月16日"],
            above="全年工作计划",
        ),
    )


def _wrong() -> Iterator[Case]:
    outside = ["date-outside-period"]
    yield case(
        "1.7",
        "last-year",
        0,
        "上一年的计划",
        docx("全年工作计划.docx", prose("威海职业学院指导站2023年度工作计划", "2023年1月10日")),
        flags=outside,
    )
    yield case(
        "1.7",
        "next-year",
        0,
        "下一年的计划，2024年12月落款",
        pdf("工作计划.pdf", prose("威海职业学院指导站2025年度工作计划", "2024年12月25日")),
        flags=outside,
    )
    yield case(
        "1.7",
        "old-school-year",
        0,
        "2022-2023学年不重叠",
        docx("学年工作计划.docx", prose("2022-2023学年就业创业工作计划", "2022年9月5日")),
        flags=outside,
    )
    yield case(
        "1.7",
        "last-year-scan",
        0,
        "扫描的2022年计划表",
        scan("计划表.pdf", ["# 2022年度工作计划表", "单位：威海职业学院", months(), "@威海职业学院|2022年1月15日"]),
        flags=outside,
    )
    yield case("1.7", "no-year", (0, 0, 15), "通篇没有年份", docx("工作计划.docx", prose("指导站全年工作计划")))
    yield case(
        "1.7",
        "no-year-xlsx",
        (0, 0, 15),
        "月份表，没有年份",
        xlsx("计划.xlsx", ["# 威海职业学院指导站工作计划表", months()]),
    )
    yield case(
        "1.7",
        "other-school",
        0,
        "别校的计划",
        docx("工作计划.docx", prose("威海海洋职业学院就业指导站2024年度工作计划", "2024年1月8日", "威海海洋职业学院")),
        flags=["school-mismatch"],
    )


def _near() -> Iterator[Case]:
    yield case(
        "1.7",
        "near-summary",
        0,
        "总结当计划交",
        docx(
            "全年工作.docx",
            [
                "# 威海职业学院指导站2024年度工作总结",
                *[f"{month}，我们{what}。" for month, what in TASKS],
                "@威海职业学院招生就业处|2024年11月28日|-",
            ],
        ),
    )
    yield case(
        "1.7",
        "near-enrolment",
        0,
        "招生计划表",
        xlsx(
            "2024年计划.xlsx",
            [
                "# 威海职业学院2024年分专业招生计划",
                Table(
                    [["专业", "科类", "计划数", "学费"], ["软件技术", "综合", 120, 5000], ["护理", "综合", 160, 6000]]
                ),
            ],
        ),
    )
    yield case(
        "1.7",
        "near-timetable",
        0,
        "课程表",
        shot(
            "2024安排.png",
            [
                "# 2024年春季学期职业规划课程表（威海职业学院）",
                Table(
                    [
                        ["节次", "周一", "周二", "周三"],
                        ["1-2", "职业生涯规划", "", "就业指导"],
                        ["3-4", "", "就业指导", ""],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "1.7",
        "near-ledger",
        0,
        "活动台账，不是计划",
        docx(
            "全年活动.docx",
            [
                "# 2024年活动台账",
                "单位：威海职业学院",
                Table(
                    [
                        ["日期", "活动名称", "人数"],
                        ["2024年3月15日", "春季双选会", 1200],
                        ["2024年5月9日", "简历门诊", 46],
                    ]
                ),
            ],
        ),
    )
