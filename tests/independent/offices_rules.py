"""1.6: the station's working rules and its rules for money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
    Table,
    case,
    docx,
    mail,
    page,
    pasted,
    pdf,
    photo,
    scan,
    slides,
    text,
    xlsx,
)

STATION = "大学生就业创业服务指导站"
DUTIES = [
    "指导站在学校和市人力资源社会保障局指导下，为在校学生和毕业生提供政策咨询、职业指导、招聘对接等服务。",
    "工作人员实行坐班制，工作日上午8:30至11:30、下午14:00至17:00在站接待。",
    "接待来访学生应当热情耐心，首问负责，并如实填写咨询记录。",
    "每月召开一次工作例会，总结上月情况，安排下月任务。",
    "招聘活动实行备案制，进校企业须经资质审核。",
    "各类材料按年度归档，由专职联络员保管，不得外传学生个人信息。",
]
MONEY = [
    "指导站经费包括学校年度预算经费和绩效奖补资金，纳入学校财务统一核算，专款专用。",
    "经费用于就业创业服务和活动，不得用于人员经费和基本建设支出。",
    "支出按预算执行，单笔2000元以下由站长审批，2000元以上报分管校领导审批。",
    "报销须附合法票据、活动方案和签到材料，经手人、验收人、审批人签字齐全。",
    "每年12月向学校财务处和站务会报告经费使用情况，接受审计监督。",
]


def clauses(lines: Sequence[str], first: int = 1) -> list[str]:
    """Numbered as rules are: 第一条, 第二条 …"""
    numbers = "一二三四五六七八九十"
    count = [
        "第" + (numbers[at - 1] if at <= 10 else "十" + numbers[at - 11]) + "条"
        for at in range(first, first + len(lines))
    ]
    return [f"{number}  {line}" for number, line in zip(count, lines, strict=True)]


def points(lines: Sequence[str]) -> list[str]:
    return [f"{at}．{line}" for at, line in enumerate(lines, 1)]


def work(title: str, school: str = "威海职业学院", when: str = "2024年3月") -> Paper:
    return [f"# {title}", *clauses(DUTIES), f"@{school}招生就业处|{when}|-"]


def money(title: str, school: str = "威海职业学院", when: str = "2024年3月") -> Paper:
    return [f"# {title}", *clauses(MONEY), f"@{school}招生就业处|{when}|-"]


def cases() -> Iterator[Case]:
    yield from _both()
    yield from _one()
    yield from _near()


def _both() -> Iterator[Case]:
    yield case(
        "1.6",
        "two-docx",
        15,
        "工作制度、财务管理制度各一份",
        docx("制度/工作制度.docx", work(f"威海职业学院{STATION}工作制度")),
        docx("制度/财务管理制度.docx", money(f"威海职业学院{STATION}财务管理制度")),
    )
    yield case(
        "1.6",
        "names-misleading",
        15,
        "文件名看不出，标题是管理办法与经费使用规定",
        docx("06/新建文档1.docx", work("山东外事职业大学就业指导站管理办法", "山东外事职业大学"), styled=True),
        pdf("06/终稿(2).pdf", money("山东外事职业大学就业指导站经费使用管理规定", "山东外事职业大学")),
        school="山东外事职业大学",
    )
    yield case(
        "1.6",
        "one-docx-two-headings",
        15,
        "一份文件里两个制度标题",
        docx(
            "管理制度.docx",
            [
                "^ 威海海洋职业学院",
                "# 指导站工作制度",
                *points(DUTIES),
                "# 指导站财务管理制度",
                *points(MONEY),
                "@威海海洋职业学院就业指导站|2024年2月26日|-",
            ],
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "1.6",
        "chapters",
        15,
        "制度汇编分章，各章标题是两个制度",
        docx(
            "指导站制度.docx",
            [
                "# 指导站管理制度汇编",
                "^ 山东药品食品职业学院",
                "## 第一章 工作制度",
                *clauses(DUTIES),
                "## 第二章 财务管理制度",
                *clauses(MONEY, 7),
                "2024年1月起执行",
            ],
            styled=True,
        ),
        school="山东药品食品职业学院",
    )
    bound: Paper = [
        "^ （2024年版）",
        f"# {STATION}制度合订本",
        "^ 哈尔滨理工大学荣成校区",
        "~",
        "# 目  录",
        "一、指导站工作制度……………………1",
        "二、值班与接待制度……………………2",
        "三、财务管理制度……………………3",
        "四、档案管理制度……………………4",
        "~",
        "## 一、指导站工作制度",
        *points(DUTIES),
        "~",
        "## 二、值班与接待制度",
        "值班人员应准时到岗，做好接待登记。",
        "~",
        "## 三、财务管理制度",
        *points(MONEY),
        "~",
        "## 四、档案管理制度",
        "档案按年度、按类别装订成册。",
    ]
    yield case(
        "1.6",
        "bound-pdf",
        15,
        "合订本，带封面目录，含两个制度",
        pdf("合订本.pdf", bound),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "1.6",
        "bound-docx-many",
        15,
        "八项制度的合订本，财务叫经费管理制度",
        docx(
            "1基础管理/规章制度合订.docx",
            [
                "# 就业创业服务指导站规章制度",
                "^ 威海职业学院招生就业处编  2024年4月",
                "~",
                *[
                    line
                    for name in (
                        "工作制度",
                        "例会制度",
                        "招聘会管理制度",
                        "咨询服务制度",
                        "信息报送制度",
                        "经费管理制度",
                        "档案管理制度",
                        "安全保密制度",
                    )
                    for line in (f"## {name}", *points(MONEY if "经费" in name else DUTIES[:3]))
                ],
            ],
        ),
    )
    yield case(
        "1.6",
        "red-two-titles",
        15,
        "红头通知标题含两个书名号，后附全文",
        docx(
            "威职院字〔2024〕21号.docx",
            [
                "=威海职业学院文件|威职院字〔2024〕21号",
                "# 关于印发《指导站工作制度》《指导站财务管理制度》的通知",
                "各部门、各系：",
                f"为规范{STATION}运行，现将《指导站工作制度》《指导站财务管理制度》印发给你们，请遵照执行。",
                "@威海职业学院|2024年3月28日|-",
                "~",
                "# 指导站工作制度",
                *clauses(DUTIES),
                "~",
                "# 指导站财务管理制度",
                *clauses(MONEY),
            ],
        ),
    )
    yield case(
        "1.6",
        "red-joined-title",
        15,
        "一个书名号里写工作制度和财务管理制度，后附全文",
        scan(
            "发文/就业2024-6.pdf",
            [
                "=山东外事职业大学|鲁外大就字〔2024〕6号",
                f"# 关于印发《{STATION}工作制度和财务管理制度》的通知",
                "各学院：现将制度印发给你们，请认真执行。",
                "@山东外事职业大学|2024年4月2日",
                "~",
                "# 指导站工作制度",
                *clauses(DUTIES),
                "# 指导站财务管理制度",
                *clauses(MONEY),
            ],
        ),
        school="山东外事职业大学",
    )
    yield case(
        "1.6",
        "red-two-notices",
        15,
        "两份红头通知各印发一个，后附全文",
        *[
            pdf(
                f"文件{at}.pdf",
                [
                    "=威海海洋职业学院文件|威海洋字〔2024〕" + f"{at}号",
                    f"# 关于印发《{name}》的通知",
                    "各单位：现将该办法印发给你们，请遵照执行。",
                    "@威海海洋职业学院|2024年5月6日|-",
                    "~",
                    f"# {name}",
                    *clauses(body),
                ],
            )
            for at, name, body in (
                (31, "大学生就业创业服务指导站工作管理办法", DUTIES),
                (32, "大学生就业创业服务指导站专项资金管理办法", MONEY),
            )
        ],
        school="威海海洋职业学院",
    )
    yield case(
        "1.6",
        "wall-plates",
        15,
        "两块制度牌的照片",
        photo(
            "IMG_0811.jpg",
            ["# 指导站工作制度", *points(DUTIES), "> 威海职业学院就业创业服务指导站"],
            face="hei",
            board=True,
        ),
        photo(
            "IMG_0812.jpg",
            ["# 财务管理制度", *points(MONEY), "> 威海职业学院就业创业服务指导站"],
            face="hei",
            board=True,
        ),
    )
    yield case(
        "1.6",
        "one-wall-board",
        15,
        "一块展板左右两栏两个制度",
        photo(
            "制度上墙.jpg",
            [
                "# 威海职业学院大学生就业创业服务指导站",
                Table([["工作制度", "财务管理制度"], ["；".join(DUTIES[:4]), "；".join(MONEY[:4])]]),
            ],
            face="hei",
            board=True,
        ),
    )
    yield case(
        "1.6",
        "scans-sealed",
        15,
        "盖章扫描件",
        scan(
            "工作制度.pdf",
            ["# 山东交通学院（威海）就业指导站工作制度", *clauses(DUTIES), "@山东交通学院（威海）|2024年3月1日"],
        ),
        scan(
            "经费管理办法.jpg",
            ["# 山东交通学院（威海）就业指导站经费管理办法", *clauses(MONEY), "@山东交通学院（威海）|2024年3月1日"],
        ),
        school="山东交通学院（威海）",
    )
    yield case(
        "1.6",
        "detailed-rules",
        15,
        "实施细则与奖补资金使用细则",
        docx("a.docx", work("指导站管理工作实施细则（试行）", "北京交通大学（威海）")),
        docx("b.docx", money("指导站奖补资金使用细则（试行）", "北京交通大学（威海）")),
        school="北京交通大学（威海）",
    )
    yield case(
        "1.6",
        "txt",
        15,
        "纯文本两份",
        text("制度1.txt", ["威海职业学院就业创业服务指导站工作制度", *points(DUTIES)], "gb18030"),
        text("制度2.txt", ["威海职业学院就业创业服务指导站财务管理制度", *points(MONEY)]),
    )
    yield case(
        "1.6",
        "web-pages",
        15,
        "就业网保存的两个网页",
        page(
            "工作制度.html",
            [
                "* 首页",
                "* 规章制度",
                "当前位置：首页 > 规章制度",
                "# 就业创业服务指导站工作制度",
                "^ 发布时间：2024-04-11  浏览次数：86",
                *points(DUTIES),
                "版权所有 山东大学（威海）学生就业指导中心",
            ],
        ),
        page(
            "财务制度.html",
            [
                "* 首页",
                "* 规章制度",
                "当前位置：首页 > 规章制度",
                "# 就业创业服务指导站财务管理规定",
                "^ 发布时间：2024-04-11  浏览次数：51",
                *points(MONEY),
                "版权所有 山东大学（威海）学生就业指导中心",
            ],
        ),
        school="山东大学（威海）",
    )
    yield case(
        "1.6",
        "mail-text",
        15,
        "邮件正文里是两个制度全文",
        mail(
            "制度报送.eml",
            "报送指导站工作制度和财务管理制度",
            datetime(2024, 11, 20, 9, 5),
            ["# 威海职业学院指导站工作制度", *points(DUTIES), "# 威海职业学院指导站财务管理制度", *points(MONEY)],
            rich=True,
        ),
        alt=[(0, 0, 15), (0, 15, 15)],
    )
    yield case(
        "1.6",
        "title-two-lines",
        15,
        "标题分成两行",
        pdf("制度.pdf", ["# 哈尔滨工业大学（威海）", "# 就业创业服务指导站工作制度", *clauses(DUTIES)]),
        pdf("制度-财.pdf", ["# 哈尔滨工业大学（威海）", "# 就业创业服务指导站财务管理制度", *clauses(MONEY)]),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "1.6",
        "form-box",
        15,
        "制度写在表格框里",
        docx(
            "工作制度表格版.docx",
            [Table([["指导站工作制度"], ["\n".join(points(DUTIES))], ["威海职业学院就业创业服务指导站  2024年3月制"]])],
        ),
        docx(
            "财务制度表格版.docx",
            [
                Table(
                    [
                        ["指导站财务管理制度"],
                        ["\n".join(points(MONEY))],
                        ["威海职业学院就业创业服务指导站  2024年3月制"],
                    ]
                )
            ],
        ),
    )
    yield case(
        "1.6",
        "slides",
        15,
        "幻灯片里两页制度",
        slides(
            "制度建设.pptx",
            [
                "# 指导站工作制度",
                *DUTIES[:4],
                "~",
                "# 指导站财务管理制度",
                *MONEY[:4],
                "~",
                "威海职业学院招生就业处 2024年",
            ],
        ),
    )
    yield case(
        "1.6",
        "xlsx-sheets",
        15,
        "工作簿两张表各写一个制度",
        xlsx(
            "制度汇总.xlsx",
            {
                "工作制度": [
                    "# 威海职业学院指导站工作制度",
                    Table([["条款", "内容"], *[[at, line] for at, line in enumerate(DUTIES, 1)]]),
                ],
                "财务制度": [
                    "# 威海职业学院指导站财务管理制度",
                    Table([["条款", "内容"], *[[at, line] for at, line in enumerate(MONEY, 1)]]),
                ],
            },
        ),
    )
    yield case(
        "1.6",
        "with-staff-and-rules",
        15,
        "材料册里前有场地、后有两个制度",
        docx(
            "基础管理材料.docx",
            [
                "# 指导站基础管理材料",
                "^ 威海海洋职业学院  二〇二四年十一月",
                "~",
                "## 一、场地",
                "指导站设于学生活动中心一楼。",
                "## 二、工作制度",
                *points(DUTIES),
                "## 三、财务管理制度",
                *points(MONEY),
            ],
            styled=True,
        ),
        school="威海海洋职业学院",
    )

    yield case(
        "1.6",
        "pasted-scans",
        15,
        "一个 Word 里贴两份制度的扫描图",
        pasted(
            "管理制度扫描.docx",
            ["# 指导站工作制度", *clauses(DUTIES), "@威海职业学院|2024年3月1日"],
            ["# 指导站财务管理制度", *clauses(MONEY), "@威海职业学院|2024年3月1日"],
            above="制度",
        ),
    )
    yield case(
        "1.6",
        "three-titles",
        15,
        "一个通知印发三个办法，内有工作制度与经费管理办法",
        docx(
            "通知.docx",
            [
                "=山东外事职业大学文件|鲁外大字〔2024〕14号",
                "# 关于印发《指导站工作制度》《指导站档案管理制度》《指导站经费管理办法》的通知",
                "各学院：现将三项制度印发给你们，请遵照执行。",
                "@山东外事职业大学|2024年4月15日|-",
                "~",
                "# 指导站工作制度",
                *clauses(DUTIES),
                "# 指导站档案管理制度",
                "第一条  档案按年度整理。",
                "# 指导站经费管理办法",
                *clauses(MONEY),
            ],
        ),
        school="山东外事职业大学",
    )
    yield case(
        "1.6",
        "sub-folders",
        15,
        "分在两个编号子文件夹的中性文件名",
        pdf("1/1.6/01.pdf", work("就业创业服务指导站工作规定", "威海职业学院")),
        docx("1/1.6/02.docx", money("就业创业服务指导站资金管理办法", "威海职业学院")),
    )


def _one() -> Iterator[Case]:
    short = ["partial-evidence"]
    yield case(
        "1.6",
        "only-work",
        0,
        "只有工作制度",
        docx("工作制度.docx", work(f"威海职业学院{STATION}工作制度")),
        flags=short,
    )
    yield case(
        "1.6",
        "only-money",
        0,
        "只有财务管理制度；它的“管理制度”不能再算一次",
        docx("1.6/指导站制度.docx", money(f"威海职业学院{STATION}财务管理制度")),
        flags=short,
    )
    yield case(
        "1.6",
        "two-money",
        0,
        "两份都是管钱的",
        pdf("财务管理制度.pdf", money("指导站财务管理制度（威海职业学院）")),
        docx("经费.docx", money("指导站经费使用办法（威海职业学院）")),
        flags=short,
    )
    yield case(
        "1.6",
        "red-one-title",
        0,
        "通知只印发工作制度",
        pdf(
            "关于印发制度的通知.pdf",
            [
                "=威海职业学院文件|威职院字〔2024〕22号",
                "# 关于印发《指导站工作制度》的通知",
                "各部门：现将制度印发给你们，请遵照执行。",
                "@威海职业学院|2024年3月29日|-",
                "~",
                "# 指导站工作制度",
                *clauses(DUTIES),
            ],
        ),
        flags=short,
    )
    yield case(
        "1.6",
        "budget-instead",
        0,
        "财务方面只有经费预算表，不是制度",
        docx("工作制度.docx", work("威海职业学院指导站工作制度")),
        xlsx(
            "财务.xlsx",
            [
                "# 威海职业学院指导站2024年经费预算表",
                Table([["项目", "金额（元）"], ["招聘会", 30000], ["培训", 12000], ["合计", 42000]]),
            ],
        ),
        flags=short,
    )
    yield case(
        "1.6",
        "plate-one-photo",
        0,
        "只有一块工作制度牌",
        photo(
            "微信图片_20240412.jpg",
            ["# 工作制度", *points(DUTIES), "> 威海职业学院就业创业服务指导站"],
            face="hei",
            board=True,
        ),
        flags=short,
    )
    yield case(
        "1.6",
        "other-school",
        0,
        "别校的制度",
        docx("工作制度.docx", work("山东药品食品职业学院就业指导站工作制度", "山东药品食品职业学院")),
        docx("财务制度.docx", money("山东药品食品职业学院就业指导站财务管理制度", "山东药品食品职业学院")),
        flags=["school-mismatch"],
    )


def _near() -> Iterator[Case]:
    yield case(
        "1.6",
        "near-summary",
        0,
        "总结里说建立了制度，不是制度本身",
        docx(
            "制度建设情况.docx",
            [
                "# 2024年度指导站工作总结",
                "^ 威海职业学院",
                "一年来，指导站健全管理，先后建立了工作制度、财务管理制度、档案管理制度，做到有章可循。",
                "全年组织招聘活动，服务毕业生。",
                "@威海职业学院招生就业处|2024年11月25日|-",
            ],
        ),
    )
    yield case(
        "1.6",
        "near-campus",
        0,
        "学校的学籍与宿舍规定，和指导站无关",
        docx(
            "学籍.docx",
            [
                "# 威海职业学院学生学籍管理规定",
                *clauses(
                    ["新生凭录取通知书按期办理入学手续。", "学生每学期开学应按时注册。", "学生可申请转专业、休学。"]
                ),
            ],
        ),
    )
    yield case(
        "1.6",
        "near-ledger",
        0,
        "经费收支流水，不是制度",
        xlsx(
            "经费使用明细.xlsx",
            [
                "# 威海职业学院指导站2024年经费收支明细",
                Table(
                    [
                        ["日期", "摘要", "收入", "支出", "余额"],
                        ["2024-01-10", "年度拨款", 40000, None, 40000],
                        ["2024-04-12", "招聘会展位搭建", None, 8600, 31400],
                        ["2024-06-03", "宣传册印刷", None, 3200, 28200],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "1.6",
        "near-news",
        0,
        "新闻稿提到制度讨论会",
        page(
            "新闻.html",
            [
                "当前位置：首页 > 新闻动态",
                "# 我校召开就业创业服务指导站建设推进会",
                "^ 发布时间：2024-05-16  来源：招生就业处",
                "会议听取了指导站制度建设情况汇报，要求进一步完善工作制度和财务管理制度。",
                "威海职业学院 版权所有",
            ],
        ),
    )
