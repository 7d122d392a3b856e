"""1.8: the running ledger of what the station does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
    Table,
    case,
    comma,
    docx,
    page,
    pasted,
    pdf,
    people,
    photo,
    scan,
    shot,
    slides,
    text,
    xlsx,
)

EVENTS = [
    (date(2024, 3, 12), "留威就业政策宣讲", "报告厅", 180),
    (date(2024, 3, 28), "春季校园双选会", "体育馆", 1260),
    (date(2024, 4, 17), "简历诊断与模拟面试", "就业指导室", 42),
    (date(2024, 5, 9), "走访驻威企业", "文登区", 6),
    (date(2024, 6, 5), "离校手续政策咨询", "明德楼大厅", 95),
    (date(2024, 9, 19), "新生职业启蒙讲座", "阶梯教室", 320),
    (date(2024, 10, 23), "秋季校园招聘会", "体育馆", 1480),
    (date(2024, 11, 14), "创业培训开班", "培训教室", 60),
]


def han(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def dots(day: date) -> str:
    return f"{day.year}.{day.month}.{day.day}"


def bare(day: date) -> str:
    return f"{day.month}月{day.day}日"


def numerals(day: date) -> str:
    def small(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if tens == 0 else "十" if tens == 1 else "一二三"[tens - 1] + "十") + (
            "" if ones == 0 else "一二三四五六七八九"[ones - 1]
        )

    return (
        "".join("〇一二三四五六七八九"[int(sign)] for sign in str(day.year))
        + f"年{small(day.month)}月{small(day.day)}日"
    )


def ledger(
    days: Sequence[object], head: Sequence[str] = ("序号", "日期", "活动名称", "地点", "参加人数", "负责人", "佐证材料")
) -> Table:
    names = people("ledger", 3)
    return Table(
        [
            list(head),
            *[
                [at, day, what, where, count, names[at % 3], "照片、签到表"]
                for at, (day, (_, what, where, count)) in enumerate(zip(days, EVENTS, strict=False), 1)
            ],
        ]
    )


def all_days(form: Callable[[date], str] | None = None) -> list[object]:
    return [form(day) if form else day for day, *_ in EVENTS]


def moved(year: int) -> list[str]:
    return [han(day.replace(year=year)) for day, *_ in EVENTS]


def cases() -> Iterator[Case]:
    yield from _kept()
    yield from _short()
    yield from _near()


def _kept() -> Iterator[Case]:
    n = people("kept", 8)
    yield case(
        "1.8",
        "xlsx-date-cells",
        15,
        "日期单元格的活动台账",
        xlsx("基础台账.xlsx", ["# 威海职业学院指导站2024年基础台账", ledger(all_days())]),
    )
    yield case(
        "1.8",
        "docx-han-dates",
        15,
        "Word 台账，年月日",
        docx(
            "台账/活动台账.docx",
            ["# 就业创业活动台账", "单位：山东外事职业大学大学生就业创业服务指导站", ledger(all_days(han))],
        ),
        school="山东外事职业大学",
    )
    yield case(
        "1.8",
        "dots-csv",
        15,
        "2024.3.12 式日期",
        comma("1.8/台账.csv", [["指导站工作台账（威海职业学院）"], *ledger(all_days(dots)).rows], "gb18030"),
    )
    yield case(
        "1.8",
        "no-space-dates",
        15,
        "20240312 式日期，无标题行，文件名是台账",
        xlsx("活动登记表.xlsx", {"登记表": ["# 活动登记表", ledger(all_days(lambda day: f"{day:%Y%m%d}"))]}),
    )
    yield case(
        "1.8",
        "month-day-columns",
        15,
        "月、日分两列，年份在标题",
        xlsx(
            "台账本.xlsx",
            [
                "# 威海海洋职业学院指导站2024年工作台账",
                Table(
                    [
                        ["月", "日", "事项", "地点", "人数", "经办人"],
                        *[[day.month, day.day, what, where, count, n[0]] for day, what, where, count in EVENTS],
                    ]
                ),
            ],
        ),
        school="威海海洋职业学院",
    )
    rows: list[list[object]] = [
        ["日期", None, None, "工作内容", "地点", "人次", "记录人"],
        ["年", "月", "日", None, None, None, None],
    ]
    rows += [
        [2024 if at == 0 else None, day.month, day.day, what, where, count, n[1]]
        for at, (day, what, where, count) in enumerate(EVENTS)
    ]
    merge = [(0, 0, 0, 2), (0, 3, 1, 3), (0, 4, 1, 4), (0, 5, 1, 5), (0, 6, 1, 6), (2, 0, 9, 0)]
    yield case(
        "1.8",
        "merged-year-xlsx",
        15,
        "双行表头，年份一格纵向合并",
        xlsx(
            "8台账.xlsx", {"台账": ["# 指导站日常工作记录表", "填报单位：山东药品食品职业学院", Table(rows, 2, merge)]}
        ),
        school="山东药品食品职业学院",
    )
    yield case(
        "1.8",
        "merged-year-pdf",
        15,
        "同上，存为PDF并带封面",
        pdf(
            "台账（装订）.pdf",
            [
                "^ 威海职业学院大学生就业创业服务指导站",
                "# 基 础 台 账",
                "^ 2024年",
                "~",
                "# 日常工作台账",
                Table(rows, 2, merge),
            ],
        ),
    )
    yield case(
        "1.8",
        "cover-year-only",
        15,
        "封面写2024年度，表内只有月日",
        pdf(
            "基础台账.pdf",
            [
                "^ 北京交通大学（威海）",
                "# 大学生就业创业服务指导站工作台账",
                "^ （2024年度）",
                "~",
                "# 工作台账",
                ledger(all_days(bare)),
            ],
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "1.8",
        "several-sheets",
        15,
        "工作簿：咨询、招聘、宣传、培训各一张",
        xlsx(
            "指导站台账汇总.xlsx",
            {
                name: [
                    f"# 威海职业学院指导站{name}台账",
                    Table(
                        [
                            ["序号", "时间", "内容", "人数"],
                            *[
                                [at, han(day), f"{name}：{what}", count]
                                for at, (day, what, _, count) in enumerate(EVENTS[start : start + 2], 1)
                            ],
                        ]
                    ),
                ]
                for start, name in ((0, "宣传"), (2, "咨询"), (4, "招聘"), (6, "培训"))
            },
        ),
    )
    yield case(
        "1.8",
        "empty-sheet-then-rows",
        15,
        "第一张是空表，第二张有记录",
        xlsx(
            "台账.xlsx",
            {
                "模板": ["# 活动台账（模板）", Table([["序号", "日期", "活动"], [1, None, None], [2, None, None]])],
                "2024": ["# 2024年活动台账", "威海职业学院", ledger(all_days(bare))],
            },
        ),
    )
    yield case(
        "1.8",
        "one-row",
        15,
        "只有一行记录",
        docx(
            "台账.docx",
            [
                "# 用人单位来访登记表",
                "威海职业学院就业指导站",
                Table(
                    [
                        ["序号", "来访日期", "单位名称", "来访事由", "接待人"],
                        [1, "2024年4月9日", "威海海岳机械有限公司", "洽谈实习与招聘", n[2]],
                    ]
                ),
            ],
        ),
    )
    talks = Table(
        [
            ["序号", "咨询时间", "来访学生", "专业", "咨询内容", "咨询师"],
            *[
                [at, f"2024-{month:02}-{at + 8:02}", n[at], "市场营销", "求职方向与简历修改", n[7]]
                for at, month in enumerate((3, 4, 5, 9, 10), 1)
            ],
        ]
    )
    yield case(
        "1.8",
        "counselling-records",
        15,
        "咨询记录表",
        docx("咨询记录.docx", ["# 就业创业咨询记录表", "哈尔滨理工大学荣成校区就业指导站", talks], styled=True),
        school="哈尔滨理工大学荣成校区",
    )
    forms: list[str | Table] = []
    for day, what, where, count in EVENTS[:3]:
        told: list[list[object]] = [
            ["活动名称", what, "时间", han(day)],
            ["地点", where, "参加人数", f"{count}人"],
            ["主要内容", f"组织开展{what}，现场解答学生提问。", None, None],
            ["记录人", n[3], "审核人", n[4]],
        ]
        forms += ["# 指导站工作记录表", Table(told, 0, [(2, 1, 2, 3)]), "> 山东交通学院（威海）", "~"]
    yield case(
        "1.8",
        "form-a-day",
        15,
        "一事一张记录表",
        docx("工作记录.docx", forms),
        school="山东交通学院（威海）",
    )
    yield case(
        "1.8",
        "chinese-numerals",
        15,
        "二〇二四年三月十二日式日期",
        pdf("台账 副本.pdf", ["# 指导站活动登记表", "威海职业学院", ledger(all_days(numerals))], face="kai"),
    )
    yield case(
        "1.8",
        "year-in-title-cn",
        15,
        "标题写二〇二四年，表内月日",
        docx("年度台账.docx", ["# 二〇二四年度指导站基础台账", "^ 威海海洋职业学院招生就业处", ledger(all_days(bare))]),
        school="威海海洋职业学院",
    )
    yield case(
        "1.8",
        "hand-ruled-photo",
        15,
        "手工填写的台账照片",
        photo(
            "IMG_4410.jpg",
            [
                "# 指导站来访登记表",
                "单位：威海职业学院",
                Table(
                    [
                        ["日期", "姓名", "来访事由", "接待人"],
                        *[[f"2024.{at}.{at + 5}", n[at], "政策咨询", n[0]] for at in range(3, 7)],
                    ]
                ),
            ],
            ruled=True,
        ),
    )
    yield case(
        "1.8",
        "hand-ruled-title-year",
        15,
        "手填台账，年份在标题，月日两列",
        photo(
            "IMG_4411.jpg",
            [
                "# 2024年工作台账",
                "威海职业学院就业创业服务指导站",
                Table(
                    [
                        ["月", "日", "工作内容", "人数", "备注"],
                        *[[day.month, day.day, what, count, ""] for day, what, _, count in EVENTS],
                    ]
                ),
            ],
            ruled=True,
        ),
    )
    yield case(
        "1.8",
        "scan-sealed",
        15,
        "盖章台账扫描",
        scan(
            "台账扫描.pdf",
            [
                "# 就业创业服务指导站工作台账",
                "山东大学（威海）",
                ledger(all_days(han)),
                "@山东大学（威海）|2024年11月20日",
            ],
        ),
        school="山东大学（威海）",
    )
    yield case(
        "1.8",
        "scan-grey-jpg",
        15,
        "灰度扫描图片",
        scan(
            "20241120153012.jpg",
            ["# 招聘活动登记表（2024年）", "威海职业学院就业指导中心", ledger(all_days(dots))],
            grey=True,
        ),
    )
    yield case(
        "1.8",
        "txt-tabs",
        15,
        "文本台账",
        text(
            "工作记录.txt",
            [
                "指导站工作记录（威海职业学院）",
                Table([["日期", "事项", "人数"], *[[han(day), what, count] for day, what, _, count in EVENTS]]),
            ],
        ),
    )
    yield case(
        "1.8",
        "web-table",
        15,
        "协同表格网页另存",
        page("在线表格.html", ["# 指导站活动台账", "山东外事职业大学招生就业处 在线文档", ledger(all_days())]),
        school="山东外事职业大学",
    )
    yield case(
        "1.8",
        "screenshot",
        15,
        "电子台账截图",
        shot("台账截图.png", ["# 2024年就业工作台账", "威海职业学院", ledger(all_days(lambda day: f"{day:%Y/%m/%d}"))]),
    )
    yield case(
        "1.8",
        "slides",
        15,
        "幻灯片里的台账",
        slides(
            "台账展示.pptx",
            [
                "# 威海职业学院指导站2024年工作台账",
                Table([["日期", "活动", "人数"], *[[bare(day), what, count] for day, what, _, count in EVENTS]]),
            ],
        ),
    )
    yield case(
        "1.8",
        "two-years-mixed",
        15,
        "跨年的台账，有考核年度内的行",
        xlsx("台账合.xlsx", ["# 威海职业学院指导站台账（2023—2024）", ledger([*moved(2023)[4:], *all_days(han)[:4]])]),
    )
    yield case(
        "1.8",
        "notes-around",
        15,
        "表上有填表说明，表下有合计和审核",
        docx(
            "08 基础台账.docx",
            [
                "# 基础台账",
                "填表说明：一事一行，按时间先后填写，佐证材料另附。",
                "单位：威海职业学院大学生就业创业服务指导站    年度：2024年",
                Table([*ledger(all_days(han)).rows, ["合计", "", "8项", "", 3443, "", ""]]),
                "审核：" + n[6] + "    填表：" + n[5],
            ],
        ),
    )

    yield case(
        "1.8",
        "pasted-scan",
        15,
        "Word 里贴的是台账扫描图",
        pasted(
            "基础台账.docx",
            ["# 指导站基础台账（2024年）", "威海职业学院", ledger(all_days(han)), "@威海职业学院|2024年11月22日"],
            above="台账",
        ),
    )


def _short() -> Iterator[Case]:
    year = ["date-outside-period"]
    yield case(
        "1.8",
        "last-year",
        0,
        "都是2023年的行",
        xlsx("基础台账.xlsx", ["# 威海职业学院指导站2023年基础台账", ledger(moved(2023))]),
        flags=year,
    )
    yield case(
        "1.8",
        "old-docx",
        0,
        "都是2022年的行",
        docx("台账.docx", ["# 活动台账", "威海职业学院就业指导站", ledger(moved(2022))]),
        flags=year,
    )
    yield case(
        "1.8",
        "photo-last-year",
        0,
        "手填台账是2023年的",
        photo(
            "IMG_5001.jpg",
            [
                "# 2023年工作台账",
                "威海职业学院就业创业服务指导站",
                Table(
                    [
                        ["日期", "工作内容", "人数"],
                        *[[f"2023.{day.month}.{day.day}", what, count] for day, what, _, count in EVENTS],
                    ]
                ),
            ],
            ruled=True,
        ),
        flags=year,
    )
    yield case(
        "1.8",
        "no-rows",
        0,
        "只有表头",
        xlsx(
            "基础台账.xlsx",
            ["# 威海职业学院指导站2024年基础台账", Table([["序号", "日期", "活动名称", "地点", "参加人数", "负责人"]])],
        ),
    )
    yield case(
        "1.8",
        "blank-lines",
        0,
        "有格无字",
        docx(
            "活动台账.docx",
            [
                "# 2024年活动台账",
                "单位：威海职业学院",
                Table([["序号", "日期", "活动名称", "人数"], *[[at, None, None, None] for at in range(1, 9)]]),
            ],
        ),
    )
    yield case(
        "1.8",
        "no-date-column",
        (0, 0, 15),
        "没有日期列，也没有年份",
        docx(
            "台账.docx",
            [
                "# 指导站活动台账",
                "威海职业学院",
                Table(
                    [
                        ["序号", "活动名称", "地点", "人数"],
                        *[[at, what, where, count] for at, (_, what, where, count) in enumerate(EVENTS, 1)],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "1.8",
        "no-year",
        (0, 0, 15),
        "只有月日，通篇没有年份",
        pdf("工作台账.pdf", ["# 指导站工作台账", "单位：威海职业学院", ledger(all_days(bare))]),
    )
    yield case(
        "1.8",
        "other-school",
        0,
        "别校的台账",
        docx(
            "台账.docx",
            ["# 山东药品食品职业学院就业指导站工作台账", ledger(all_days(han)), "山东药品食品职业学院就业指导站"],
        ),
        flags=["school-mismatch"],
    )


def _near() -> Iterator[Case]:
    n = people("near", 8)
    plan: Paper = [
        "# 2024年工作计划",
        "威海职业学院",
        Table([["计划时间", "拟开展工作"], *[[bare(day), what] for day, what, *_ in EVENTS]]),
    ]
    yield case("1.8", "near-plan", 0, "计划表，不是台账", docx("全年安排.docx", plan))
    yield case(
        "1.8",
        "near-notice",
        0,
        "要求建台账的通知",
        docx(
            "通知.docx",
            [
                "# 关于做好就业工作基础台账整理的通知",
                "各系：请于2024年11月15日前将本单位台账报招生就业处。",
                "@威海职业学院招生就业处|2024年10月30日|-",
            ],
        ),
    )
    yield case(
        "1.8",
        "near-summary",
        0,
        "总结里的叙述",
        pdf(
            "1.8.pdf",
            [
                "# 指导站2024年工作总结",
                "^ 威海职业学院",
                *[f"{bare(day)}，举办{what}，{count}人参加。" for day, what, _, count in EVENTS],
                "以上工作均已建立台账。",
            ],
        ),
    )
    yield case(
        "1.8",
        "near-roster",
        0,
        "毕业生名单，不是工作台账",
        xlsx(
            "名单.xlsx",
            [
                "# 威海职业学院2024届毕业生名单",
                Table(
                    [
                        ["序号", "姓名", "学号", "专业"],
                        *[[at, name, f"2021030{at:03}", "会计"] for at, name in enumerate(n, 1)],
                    ]
                ),
            ],
        ),
    )
