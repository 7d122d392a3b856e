# ruff: noqa: E501
"""1.7 once more: task lists, term calendars, plans bound to summaries, plans of a parent school."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_picture, grid, headed, more
from tests.independent.offices_paper import Paper, Table, docx, pdf, people, scan, xlsx

TASKS = [
    ("1", "寒假返乡毕业生留威岗位推送", "岗位推送不少于300个"),
    ("2", "春季学期就业工作部署会", "分解任务到系"),
    ("3", "“职在海疆”春季双选周", "进校企业80家以上"),
    ("4", "书记校长访企拓岗（经区、临港区）", "走访企业20家"),
    ("5", "SYB创业培训两期", "参训60人"),
    ("6", "毕业生离校手续与档案转递", "应转尽转"),
    ("7", "未就业毕业生实名服务", "一人一档"),
    ("8", "驻威企业暑期实习岗位回访", "回访率80%"),
    ("9", "新生专业与职业认知周", "覆盖全部新生"),
    ("10", "秋季校园招聘月", "专场招聘8场"),
    ("11", "指导站自查自评与材料整理", "11月底前提交"),
    ("12", "下一年度用工需求摸底", "形成岗位清单"),
]


def points(lines: list[str]) -> list[str]:
    return [f"{at}. {line}" for at, line in enumerate(lines, 1)]


def months(first: int = 0, last: int = 12) -> list[str]:
    return [f"{month}月：{what}，{aim}。" for month, what, aim in TASKS[first:last]]


def cases() -> Iterator[Case]:
    yield from _right()
    yield from _wrong()
    yield from _near()


def _right() -> Iterator[Case]:
    n = people("more-plan", 4)
    rows: list[list[object]] = [["类别", "序号", "任务内容", "预期目标", "责任领导", "责任人", "完成时限"]]
    rows += [
        [
            ("市场拓展", "指导服务", "重点帮扶", "总结提升")[at // 3] if at % 3 == 0 else None,
            at + 1,
            what,
            aim,
            n[0],
            n[1 + at % 3],
            f"{month}月底",
        ]
        for at, (month, what, aim) in enumerate(TASKS)
    ]
    yield more(
        "1.7",
        "key-tasks-broken-down",
        15,
        "2024年工作要点任务分解表",
        xlsx(
            "任务分解.xlsx",
            {
                "分解表": [
                    "# 威海职业学院招生就业处2024年工作要点任务分解表",
                    Table(rows, 1, [(1 + 3 * at, 0, 3 + 3 * at, 0) for at in range(4)]),
                    "注：完成情况按季度报党政办公室督查科。",
                ]
            },
        ),
    )
    yield more(
        "1.7",
        "twelve-sheets",
        15,
        "一月一张表的2024年度工作计划",
        xlsx(
            "2024年度月计划.xlsx",
            {
                f"{month}月": [
                    f"# 就业创业服务指导站2024年{month}月工作计划",
                    "山东药品食品职业学院就业指导中心",
                    Table(
                        [
                            ["序号", "工作事项", "目标", "责任人", "完成时间"],
                            [1, what, aim, n[0], f"{month}月{28 if month == '2' else 30}日前"],
                            [2, "更新校招日历并公布", "每周一更新", n[1], "每周一"],
                        ]
                    ),
                ]
                for month, what, aim in TASKS
            },
        ),
        school="山东药品食品职业学院",
    )
    yield more(
        "1.7",
        "last-summary-this-plan",
        15,
        "2023年总结暨2024年工作计划：第二部分是考核年度的计划",
        docx(
            "总结与计划.docx",
            [
                "# 威海海洋职业学院就业指导站2023年工作总结暨2024年工作计划",
                "## 第一部分　2023年工作总结",
                "2023年，指导站举办校园招聘活动11场，走访企业36家，毕业生去向落实率稳步提升。",
                "## 第二部分　2024年工作计划",
                *months(),
                "@威海海洋职业学院招生就业处|2024年1月12日|-",
            ],
        ),
        school="威海海洋职业学院",
    )

    def weeks(first: int, opens: int) -> Table:
        rows = [
            [week, f"{opens + (week - 1) // 4}月第{(week - 1) % 4 + 1}周", TASKS[first + (week - 1) // 3][1]]
            for week in range(1, 16)
        ]
        return Table([["周次", "时间", "主要工作"], *rows], small=True)

    yield more(
        "1.7",
        "term-week-calendar",
        15,
        "两学期按周的工作计划表，学年与2024年重叠",
        pdf(
            "周历.pdf",
            [
                "# 2023—2024学年第二学期就业工作计划（周历）",
                "^ 山东大学（威海）学生就业指导中心",
                weeks(1, 3),
                "~",
                "# 2024—2025学年第一学期就业工作计划（周历）",
                "^ 山东大学（威海）学生就业指导中心",
                weeks(7, 9),
            ],
        ),
        school="山东大学（威海）",
    )
    red: Paper = [
        "=哈尔滨理工大学荣成校区|荣成校区学字〔2024〕2号",
        "# 关于做好2024年就业创业工作的安排意见",
        "各学院：",
        "现将《2024年就业创业工作计划》印发给你们，请按时间节点抓好落实，有关进展每季度末报学生工作处。",
        "@哈尔滨理工大学荣成校区|2024年2月27日",
        "~",
        "附件",
        "# 2024年就业创业工作计划",
        Table([["月份", "重点工作", "目标"], *TASKS]),
    ]
    yield more(
        "1.7",
        "red-scan-with-table",
        15,
        "红头通知扫描，附2024年工作计划表",
        scan("收文/0227.pdf", red),
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "1.7",
        "year-in-running-head",
        15,
        "年度写在页眉，正文标题无年份",
        headed(
            "工作计划.docx",
            "北京交通大学（威海）大学生就业创业服务指导站　2024年度",
            [
                "# 全年工作计划",
                "## 一、工作目标",
                *points([aim for *_, aim in TASKS[2:6]]),
                "## 二、工作安排",
                *months(),
            ],
            "第 1 页",
        ),
        school="北京交通大学（威海）",
    )
    yield more(
        "1.7",
        "dotted-span",
        15,
        "标题写（2024.01—2024.12），上下两栏",
        docx(
            "07/1.docx",
            [
                "# 山东交通学院（威海）就业指导站工作计划",
                "^ （2024.01—2024.12）",
                Table(
                    [
                        ["上半年", "下半年"],
                        ["\n".join(months(0, 6)), "\n".join(months(6))],
                    ]
                ),
            ],
        ),
        school="山东交通学院（威海）",
    )
    yield more(
        "1.7",
        "assessed-2025",
        15,
        "考核2025年度，交2025年工作要点",
        pdf(
            "招就处2025年要点.pdf",
            [
                "# 招生就业处2025年工作要点",
                "^ 威海职业学院　2025年3月3日",
                "2025年，指导站坚持服务学生、服务地方，重点做好以下工作：",
                *points([f"{what}，{aim}。" for _, what, aim in TASKS]),
            ],
        ),
        year=2025,
    )
    yield more(
        "1.7",
        "whiteboard-photo",
        15,
        "办公室白板上的2024年度工作计划（照片）",
        free_picture(
            "IMG_20240110_084512.jpg",
            "<h1>2024年度工作计划</h1><p class=c>山东外事职业大学就业创业服务指导站</p>"
            + grid([["月份", "工作", "月份", "工作"], *[[*TASKS[at][:2], *TASKS[at + 6][:2]] for at in range(6)]]),
            style="body{background:#fbfcfb;color:#1a2b6b;padding:34px 46px;font-size:19px} td{border-color:#234;padding:9px} h1{color:#b3202a}",
            face="kai",
            look="photo",
            width=1120,
            height=700,
        ),
        school="山东外事职业大学",
    )


def _wrong() -> Iterator[Case]:
    yield more(
        "1.7",
        "this-summary-next-plan",
        0,
        "2024年总结和2025年计划合订：计划是下一年的",
        docx(
            "总结和计划.docx",
            [
                "# 威海职业学院就业指导站2024年工作总结和2025年工作计划",
                "## 一、2024年工作总结",
                *[f"{at}. 完成{what}。" for at, (_, what, _) in enumerate(TASKS[:6], 1)],
                "## 二、2025年工作计划",
                *months(0, 8),
                "@威海职业学院招生就业处|2024年12月18日|-",
            ],
        ),
    )
    yield more(
        "1.7",
        "parent-school",
        (0, 0, 15),
        "署名只是哈尔滨工业大学，看不出是威海校区，名册也没有",
        pdf(
            "2024年就业工作计划.pdf",
            [
                "# 哈尔滨工业大学2024年就业工作计划",
                *points([f"{month}月，{what}。" for month, what, _ in TASKS if "威" not in what and "区" not in what]),
                "@哈尔滨工业大学学生就业指导中心|2024年1月15日|-",
            ],
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield more(
        "1.7",
        "school-year-to-come",
        0,
        "2025—2026学年与2024年不重叠",
        xlsx(
            "学年计划.xlsx",
            ["# 威海海洋职业学院就业指导站2025—2026学年工作计划", Table([["月份", "事项", "目标"], *TASKS])],
        ),
        flags=["date-outside-period"],
        school="威海海洋职业学院",
    )
    yield more(
        "1.7",
        "this-year-unnamed",
        (0, 0, 15),
        "只写“本年度”，通篇没有年份",
        docx(
            "指导站年度计划.docx",
            [
                "# 威海职业学院就业创业服务指导站年度工作计划",
                "本年度指导站将围绕毕业生留威就业开展工作，安排如下：",
                *months(),
            ],
            styled=True,
        ),
    )


def _near() -> Iterator[Case]:
    yield more(
        "1.7",
        "near-one-event",
        0,
        "一场双选会的活动方案，不是全年计划",
        docx(
            "双选会方案.docx",
            [
                "# 威海职业学院2024年春季校园双选会活动方案",
                "## 一、活动时间",
                "2024年3月29日9:00—12:00",
                "## 二、活动地点",
                "体育馆",
                "## 三、筹备分工",
                "场地组负责展位搭建，联络组负责企业邀请，宣传组负责海报与推送。",
                "@威海职业学院招生就业处|2024年3月5日|-",
            ],
        ),
    )
    yield more(
        "1.7",
        "near-minutes",
        0,
        "会议纪要说审议了工作计划，没有计划内容",
        pdf(
            "站务会纪要.pdf",
            [
                "# 大学生就业创业服务指导站站务会纪要",
                "^ （2024年第1次）",
                "时间：2024年1月9日　地点：行政楼306　单位：山东外事职业大学",
                "会议听取了上年度奖补资金使用情况，审议并原则通过年度工作计划，由联络员根据意见修改后另行印发。",
                "会议要求，各学院按期核对生源信息，做好毕业生求职意向摸底。",
            ],
        ),
        alt=[(0, 0, 15)],
        school="山东外事职业大学",
    )
