# ruff: noqa: E501
"""1.8 once more: visits, calls, help to single graduates, forms filled online, registers that went sideways through a scanner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from random import Random

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_picture, grid, mail_files, more, sideways, system_table
from tests.independent.offices_paper import Table, comma, docx, pdf, people, phone, photo, resident_id, xlsx

FIRMS = [
    "威海沧湾海洋食品有限公司",
    "威海鲁屿机械制造有限公司",
    "荣成岬角渔业有限公司",
    "文登昆云针织有限公司",
    "威海经区帆港物流有限公司",
    "乳山银滩新材料有限公司",
]
WORKS = [
    "整理春季招聘企业名录",
    "参加市局指导站工作座谈会",
    "发放留威政策明白纸",
    "组织学生参加“威海企业校园行”",
    "SYB培训班开班",
    "接待用人单位来校洽谈",
    "审核求职补贴材料",
    "开展简历一对一修改",
    "报送生源信息",
    "更新就业网岗位信息",
]


def cases() -> Iterator[Case]:
    yield from _kept()
    yield from _short()
    yield from _near()


def _kept() -> Iterator[Case]:
    n = people("more-ledger", 12)
    rng = Random("more-ledger")
    spans = [
        ("2024-03-18至2024-03-19", 12),
        ("2024-04-11", 8),
        ("2024-05-22", 15),
        ("2024-07-03至2024-07-04", 20),
        ("2024-09-25", 6),
        ("2024-11-07", 10),
    ]
    visits: list[list[object]] = [
        ["序号", "走访时间", "走访单位", None, "走访人员", None, "达成岗位数", "主要成效"],
        [None, None, "单位名称", "所在区市", "带队领导", "随行人员", None, None],
    ]
    visits += [
        [
            at,
            span,
            firm,
            ("环翠区", "临港区", "荣成市", "文登区", "经区", "乳山市")[at - 1],
            n[0],
            f"{n[1]}、{n[2]}",
            jobs,
            "签订实习基地协议" if at % 2 else "提供秋招岗位",
        ]
        for at, ((span, jobs), firm) in enumerate(zip(spans, FIRMS, strict=True), 1)
    ]
    yield more(
        "1.8",
        "visits-to-firms",
        15,
        "访企拓岗走访记录表，双行表头，时间是起止日期",
        xlsx(
            "访企拓岗/走访记录.xlsx",
            [
                "# 哈尔滨理工大学荣成校区访企拓岗走访记录表",
                "填报部门：学生工作处　　填报人：" + n[1],
                Table(
                    visits,
                    2,
                    [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 1, 6), (0, 7, 1, 7)],
                ),
            ],
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "1.8",
        "visitors-from-office-system",
        15,
        "办公系统导出的来访登记表（网页表格存成 xls），日期带时刻",
        system_table(
            "来访登记_20241118.xls",
            "山东大学（威海）学生就业指导中心来访登记表",
            [
                ["登记编号", "来访时间", "来访人", "单位/学院", "来访事由", "接待人", "办理结果"],
                *[
                    [
                        f"LF2024{at:04}",
                        f"2024/{at + 2}/{at * 3} {8 + at}:{at}5",
                        n[at],
                        FIRMS[at - 1],
                        "洽谈宣讲会场地",
                        n[11],
                        "已安排",
                    ]
                    for at in range(1, 7)
                ],
            ],
        ),
        school="山东大学（威海）",
    )
    yield more(
        "1.8",
        "telephone-book-photo",
        15,
        "手写的电话咨询记录本（照片），日期为2024.5.x",
        photo(
            "台账照片/微信图片_20241119.jpg",
            [
                "# 电话咨询记录",
                "山东外事职业大学就业创业服务指导站",
                Table(
                    [
                        ["时间", "来电人", "咨询问题", "答复情况", "接听人"],
                        *[
                            [f"2024.5.{at * 4}", n[at], question, "已答复", n[8]]
                            for at, question in enumerate(
                                ["三方协议遗失", "求职补贴进度", "人才公寓申请", "档案去向", "见习补贴"], 1
                            )
                        ],
                    ]
                ),
            ],
            ruled=True,
        ),
        school="山东外事职业大学",
    )
    yield more(
        "1.8",
        "helped-one-by-one",
        15,
        "困难毕业生帮扶台账，一格里有几次日期",
        docx(
            "帮扶台账.docx",
            [
                "# 困难毕业生“一对一”帮扶台账",
                "单位：山东药品食品职业学院就业指导中心",
                Table(
                    [
                        ["序号", "姓名", "班级", "困难类型", "帮扶时间及措施", "帮扶责任人", "帮扶结果"],
                        *[
                            [
                                at,
                                n[at],
                                f"21药学{at}班",
                                kind,
                                f"①2024年3月{at + 4}日，谈心谈话，了解求职意向；②2024年5月{at + 9}日，推荐岗位3个。",
                                n[9],
                                "已签约" if at % 2 else "升学",
                            ]
                            for at, kind in enumerate(["低保家庭", "残疾", "零就业家庭", "脱贫家庭"], 1)
                        ],
                    ]
                ),
            ],
        ),
        school="山东药品食品职业学院",
    )
    days = [date(2024, 1 + at // 2, 4 + at * 3 % 24) for at in range(22)]
    yield more(
        "1.8",
        "two-digit-years",
        15,
        "跨页的工作台账，日期写作24-03-12，年度在标题",
        pdf(
            "工作台账（打印）.pdf",
            [
                "# 威海海洋职业学院就业指导站2024年度工作台账",
                Table(
                    [
                        ["编号", "日期", "工作内容", "经办", "备注"],
                        *[
                            [f"{at:03}", f"{day:%y-%m-%d}", WORKS[at % 10], n[at % 3], "见附件" if at % 4 == 0 else ""]
                            for at, day in enumerate(days, 1)
                        ],
                    ]
                ),
                "> 制表：" + n[0] + "　审核：" + n[4],
            ],
            face="hei",
        ),
        school="威海海洋职业学院",
    )
    yield more(
        "1.8",
        "online-form-answers",
        15,
        "在线表单“用人单位来访登记表”的导出",
        comma(
            "用人单位来访登记表_导出.csv",
            [
                ["表单名称：威海职业学院用人单位来访登记表"],
                ["提交时间", "单位名称", "来访日期", "来访人数", "联系人", "联系电话", "需求专业", "接待老师"],
                *[
                    [
                        f"2024-{at + 3:02}-{at + 6:02} 09:1{at}:2{at}",
                        firm,
                        f"2024-{at + 3:02}-{at + 8:02}",
                        at % 3 + 1,
                        n[at],
                        phone(rng),
                        "机电、会计",
                        n[10],
                    ]
                    for at, firm in enumerate(FIRMS)
                ],
            ],
        ),
    )
    yield more(
        "1.8",
        "letters-in-and-out",
        15,
        "指导站收发文登记表",
        docx(
            "8/收发文.docx",
            [
                "# 大学生就业创业服务指导站收发文登记表",
                "北京交通大学（威海）就业中心",
                Table(
                    [
                        ["日期", "收/发", "来文（主送）单位", "文件标题", "份数", "签收", "处理情况"],
                        [
                            "2024年2月28日",
                            "收",
                            "威海市人力资源和社会保障局",
                            "关于报送指导站年度安排的通知",
                            1,
                            n[0],
                            "已办",
                        ],
                        ["2024年3月15日", "发", "威海市公共就业服务中心", "春季校园招聘活动备案", 2, n[0], "已送"],
                        [
                            "2024年6月20日",
                            "发",
                            "威海市人力资源和社会保障局",
                            "2024届毕业生生源信息",
                            1,
                            n[3],
                            "已送",
                        ],
                        [
                            "2024年10月9日",
                            "收",
                            "临港区人力资源和社会保障局",
                            "关于组织秋季招聘的函",
                            1,
                            n[3],
                            "转学院",
                        ],
                    ]
                ),
            ],
        ),
        school="北京交通大学（威海）",
    )
    rows: list[list[object]] = [["日", "工作内容", "参与人员", "材料"]]
    merge = []
    for month in (3, 4, 5, 6):
        merge.append((len(rows), 0, len(rows), 3))
        rows.append([f"{month}月", None, None, None])
        rows += [[f"{day}日", WORKS[(month + day) % 10], n[day % 4], "照片"] for day in (month + 2, month + 13)]
    yield more(
        "1.8",
        "rows-under-months",
        15,
        "月份是整行小标题，行里只写日；年份在标题",
        docx(
            "基础台账（上半年）.docx",
            ["# 2024年上半年指导站基础台账", "^ 山东交通学院（威海）", Table(rows, 1, merge)],
        ),
        school="山东交通学院（威海）",
    )
    yield more(
        "1.8",
        "mail-with-workbook",
        15,
        "邮件附件是咨询服务台账工作簿",
        mail_files(
            "台账报送.eml",
            "哈尔滨工业大学（威海）指导站台账",
            datetime(2024, 11, 22, 16, 40),
            ["您好：", "咨询服务台账见附件。"],
            xlsx(
                "咨询服务台账.xlsx",
                [
                    "# 哈尔滨工业大学（威海）就业指导站咨询服务台账",
                    Table(
                        [
                            ["咨询日期", "学生", "学院", "咨询主题", "咨询师", "满意度"],
                            *[
                                [datetime(2024, at + 2, at * 3, 14, 30), n[at], "海洋工程学院", "升学与求职", n[7], 5]
                                for at in range(1, 7)
                            ],
                        ]
                    ),
                ],
            ),
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield more(
        "1.8",
        "sideways-scan",
        15,
        "横排台账竖着进了扫描仪，图片转了90度",
        sideways(
            "SCAN0007.jpg",
            [
                "# 就业创业服务指导站日常工作记录表（2024年）",
                "单位：威海职业学院招生就业处",
                Table(
                    [
                        ["序号", "时间", "工作内容", "地点", "参加人员", "记录人"],
                        *[
                            [at, f"2024年{at + 2}月{at * 3}日", WORKS[at], "指导站", f"{n[0]}等{at + 1}人", n[5]]
                            for at in range(1, 9)
                        ],
                    ]
                ),
            ],
        ),
    )


def _short() -> Iterator[Case]:
    n = people("more-short", 4)
    yield more(
        "1.8",
        "rows-of-next-year",
        0,
        "考核2024年，台账都是2025年的行",
        xlsx(
            "台账.xlsx",
            [
                "# 威海职业学院指导站工作台账",
                Table(
                    [
                        ["序号", "日期", "工作内容", "负责人"],
                        *[[at, f"2025-{at:02}-{at + 10}", WORKS[at], n[at % 4]] for at in range(1, 7)],
                    ]
                ),
            ],
        ),
        flags=["date-outside-period"],
    )
    yield more(
        "1.8",
        "weekdays-only",
        (0, 0, 15),
        "值班记录只写星期，没有日期和年份",
        docx(
            "值班记录.docx",
            [
                "# 指导站值班记录表",
                "威海海洋职业学院",
                Table(
                    [
                        ["星期", "值班教师", "接待人次", "主要事项"],
                        *[
                            [f"星期{day}", n[at % 4], at + 3, WORKS[at + 4]]
                            for at, day in enumerate(["一", "二", "三", "四", "五"])
                        ],
                    ]
                ),
            ],
        ),
        school="威海海洋职业学院",
    )
    yield more(
        "1.8",
        "sample-row-only",
        0,
        "只有一行填写示例，其余空白",
        xlsx(
            "基础台账.xlsx",
            [
                "# 山东外事职业大学指导站基础台账",
                Table(
                    [
                        ["序号", "日期", "活动名称", "参加人数", "负责人"],
                        ["示例", "202X年X月X日", "XX招聘会", "XX", "XXX"],
                        *[[at, None, None, None, None] for at in range(1, 9)],
                    ]
                ),
                "填写说明：请按示例格式逐条填写。",
            ],
        ),
        school="山东外事职业大学",
    )


def _near() -> Iterator[Case]:
    rng = Random("more-form")
    name, parent = people("more-form", 2)
    form = [
        ["姓名", name, "性别", "女", "民族", "汉族"],
        ["身份证号", resident_id(rng, 2003), "政治面貌", "共青团员", "专业", "会计"],
        ["本人简历", "2018.09—2021.06", "高中", "2021.09—2024.06", "威海职业学院", "学生"],
        ["家庭成员", parent, "父亲", "务农", "联系电话", phone(rng)],
        ["自我鉴定", "学习认真，团结同学。", "班主任意见", "同意毕业", "日期", "2024年6月12日"],
    ]
    yield more(
        "1.8",
        "near-graduate-form",
        0,
        "一名学生的毕业生登记表，不是工作台账；标题有“登记表”、日期在年内，故也容许待定",
        free_picture(
            "登记表.jpg",
            "<h1>高等学校毕业生登记表</h1><p class=c>学校：威海职业学院　　系部：经济管理系</p>" + grid(form),
            style="td{height:62px}",
            look="grey",
        ),
        alt=[(0, 0, 15)],
    )
    yield more(
        "1.8",
        "near-rules-for-ledgers",
        0,
        "台账管理办法，不是台账",
        docx(
            "台账管理.docx",
            [
                "# 威海职业学院指导站台账管理办法",
                "^ 2024年3月",
                "第一条　台账分为招聘活动、咨询服务、企业走访、政策宣传四类。",
                "第二条　台账由各岗位人员按周登记，联络员每月汇总。",
                "第三条　台账应真实有效、条理清晰，年末装订归档。",
            ],
        ),
    )
