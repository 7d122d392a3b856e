# ruff: noqa: E501
"""1.6 once more: compilations, office circulars, handbooks, system exports of a station's rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_picture, mail_files, more
from tests.independent.offices_paper import Paper, Table, docx, page, pdf, scan, xlsx

WORK = [
    "为规范大学生就业创业服务指导站（以下简称指导站）日常管理，提高服务质量，制定本制度。",
    "指导站实行站长负责制，站务会每季度召开一次，研究重要事项。",
    "窗口服务落实首问责任和一次告知，当日事项当日办结。",
    "进校招聘的用人单位应提交营业执照和招聘简章，经审核登记后方可安排场地。",
    "就业见习、实习推荐应签订三方协议，定期回访。",
    "向人力资源社会保障部门报送的数据由联络员复核、站长签发。",
    "涉及学生个人信息的材料按最小范围使用，离岗须锁屏、锁柜。",
]
MONEY = [
    "指导站经费由学校年度预算安排、绩效奖补资金及其他合法收入组成。",
    "经费实行项目管理，专账核算，专款专用，严禁列支人员经费和基建支出。",
    "支出由经办人申请、联络员复核、站长审批，单项五千元以上的报分管校领导审批。",
    "物资采购执行学校采购规定，入库领用登记齐全。",
    "票据应真实合法，活动支出须附方案、签到、照片等佐证。",
    "学校财务部门、审计部门对经费使用进行监督检查，年终公开使用情况。",
]
NUMERALS = "一二三四五六七八九十"


def articles(lines: Sequence[str], sign: str = "第{}条　") -> list[str]:
    return [sign.format(NUMERALS[at]) + line for at, line in enumerate(lines)]


def decimal(chapter: str, lines: Sequence[str]) -> list[str]:
    return [f"{chapter}.{at} {line}" for at, line in enumerate(lines, 1)]


def cases() -> Iterator[Case]:
    yield from _both()
    yield from _one()
    yield from _near()


def _both() -> Iterator[Case]:
    rules = (
        ("第一部分　就业管理", ("毕业生就业协议管理办法", "就业数据报送规定", "毕业生档案转递规定")),
        ("第二部分　创新创业", ("创新创业导师聘任办法", "创业孵化基地入驻细则")),
        ("第三部分　指导站", ("大学生就业创业服务指导站工作制度", "大学生就业创业服务指导站经费管理办法")),
    )
    body: list[str | Table] = [
        "^ 威海海洋职业学院",
        "# 就业创业工作制度汇编",
        "^ 招生就业处　编印",
        "^ 2024年3月",
        "~",
        "# 目　录",
    ]
    number = 1
    for part, titles in rules:
        body.append(f"## {part}")
        for title in titles:
            body.append(f"{title}{'…' * (26 - len(title) // 2)}{number}")
            number += 3
    for part, titles in rules:
        body += ["~", f"# {part}"]
        for title in titles:
            text = (
                MONEY
                if "经费" in title
                else WORK
                if "工作制度" in title
                else ["本办法适用于全日制毕业生。", "有关事项由招生就业处负责解释。"]
            )
            body += [f"## {title}", "^ （2024年1月修订）", *articles(text)]
    yield more(
        "1.6",
        "compilation-third-part",
        15,
        "全处制度汇编，指导站的两个制度在第三部分",
        pdf("制度汇编（2024版）.pdf", body),
        school="威海海洋职业学院",
    )
    yield more(
        "1.6",
        "office-circular-pages",
        15,
        "办公系统发文稿纸另存的网页两份，正文标题为管理办法、经费使用办法",
        *[
            page(
                f"公文_{number}.html",
                [
                    "协同办公系统 > 发文管理 > 已发布",
                    Table(
                        [
                            ["发文字号", f"鲁外大就〔2024〕{number}号", "密级", "无"],
                            ["拟稿部门", "招生就业处", "拟稿时间", "2024-03-06 10:12"],
                            ["会签", "财务处、学生处", "签发", "同意印发。2024-03-13"],
                            ["标题", f"关于印发《{title}》的通知", "主送", "各学院、各部门"],
                        ],
                        0,
                    ),
                    "山东外事职业大学招生就业处",
                    f"# {title}",
                    *articles(text),
                    "本办法自印发之日起施行。",
                ],
            )
            for number, title, text in (
                (5, "大学生就业创业服务指导站管理办法（试行）", WORK),
                (6, "大学生就业创业服务指导站经费使用办法（试行）", MONEY),
            )
        ],
        school="山东外事职业大学",
    )
    yield more(
        "1.6",
        "one-title-names-both",
        15,
        "一份办法，标题同时写工作与经费管理，分两章；是否算两个制度由人看",
        docx(
            "1.6管理办法.docx",
            [
                "# 威海职业学院大学生就业创业服务指导站工作与经费管理办法",
                "^ （2024年4月9日站务会通过）",
                "## 第一章　工作管理",
                *articles(WORK),
                "## 第二章　经费管理",
                *articles(MONEY),
                "@威海职业学院招生就业处|2024年4月10日|-",
            ],
        ),
        alt=[(0, 0, 15), (0, 15, 15), (0, 0, 0)],
    )
    yield more(
        "1.6",
        "letter-spaced-titles",
        15,
        "标题逐字空格：工 作 制 度、财 务 管 理 制 度",
        docx(
            "制度/一.docx",
            [
                "^ 哈尔滨理工大学荣成校区就业创业服务指导站",
                "# 工　作　制　度",
                *articles(WORK, "{}、"),
                "> 2024年3月",
            ],
        ),
        docx(
            "制度/二.docx",
            [
                "^ 哈尔滨理工大学荣成校区就业创业服务指导站",
                "# 财 务 管 理 制 度",
                *articles(MONEY, "{}、"),
                "> 2024年3月",
            ],
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "1.6",
        "rules-by-service",
        15,
        "按指导、培训、见习、招聘会分设的工作制度，加一项财务管理制度",
        *[
            docx(
                f"指导站制度/{at}.{name}.docx",
                [
                    f"# 指导站{name}",
                    "^ 山东药品食品职业学院",
                    *articles(text),
                    "@山东药品食品职业学院就业指导站|2024年2月|-",
                ],
            )
            for at, (name, text) in enumerate(
                (
                    ("就业创业指导工作制度", WORK[:4]),
                    ("招聘会组织工作制度", WORK[2:5]),
                    ("就业见习工作制度", WORK[3:6]),
                    ("财务管理制度", MONEY),
                ),
                1,
            )
        ],
        school="山东药品食品职业学院",
    )
    yield more(
        "1.6",
        "rules-base-export",
        15,
        "制度库导出：两行各是一个制度的全文；规则说的是“文件”，故也容许待定",
        xlsx(
            "制度库导出20240412.xlsx",
            [
                "# 威海职业学院规章制度库（大学生就业创业服务指导站）",
                Table(
                    [
                        ["编号", "制度名称", "发布日期", "状态", "正文"],
                        [
                            "ZD-0611",
                            "大学生就业创业服务指导站工作制度",
                            "2024-03-08",
                            "现行有效",
                            "\n".join(articles(WORK)),
                        ],
                        [
                            "ZD-0612",
                            "大学生就业创业服务指导站财务管理制度",
                            "2024-03-08",
                            "现行有效",
                            "\n".join(articles(MONEY)),
                        ],
                    ]
                ),
            ],
        ),
        alt=[(0, 0, 15)],
    )
    left, right = (
        f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in articles(text)) + f'<p class="c">— {number} —</p>'
        for title, text, number in (
            ("指导站工作制度", WORK, 6),
            ("指导站经费管理办法", MONEY, 7),
        )
    )
    yield more(
        "1.6",
        "open-booklet",
        15,
        "翻开的制度手册，左右两页各一个制度（照片）",
        free_picture(
            "手册照片/IMG_20240416_151230.jpg",
            f'<div class="two"><div>{left}<small>山东交通学院（威海）就业创业服务指导站</small></div><div>{right}<small>山东交通学院（威海）就业创业服务指导站</small></div></div>',
            style=".two{display:grid;grid-template-columns:1fr 1fr;gap:0} .two>div{padding:10px 34px;min-height:690px;border-left:2px solid #ccc} .two>div:first-child{border:0} .two small{color:#555} body{padding:26px 10px}",
            look="photo",
            width=1180,
            height=760,
        ),
        school="山东交通学院（威海）",
    )
    yield more(
        "1.6",
        "department-circular-scan",
        15,
        "处室红头通知扫描，附件1、附件2是两个制度",
        scan(
            "扫描/招就字5号.pdf",
            [
                "=威海职业学院招生就业处|招就字〔2024〕5号",
                "# 关于印发指导站两项制度的通知",
                "各系：",
                "为加强大学生就业创业服务指导站建设，现将两项制度印发给你们，请认真执行。",
                "附件：1.指导站工作制度",
                "　　　2.指导站专项资金管理细则",
                "@威海职业学院招生就业处|2024年3月22日",
                "~",
                "附件1",
                "# 指导站工作制度",
                *articles(WORK),
                "~",
                "附件2",
                "# 指导站专项资金管理细则",
                *articles(MONEY),
            ],
        ),
    )
    handbook: Paper = [
        "^ 哈尔滨工业大学（威海）",
        "# 大学生就业创业服务指导站工作手册",
        "^ 2024",
        "~",
        "## 1 指导站简介",
        "1.1 指导站由学校与市人力资源和社会保障局共建。",
        "## 2 服务流程",
        "2.1 来访登记；2.2 需求诊断；2.3 转介服务；2.4 回访。",
        "## 3 工作制度",
        *decimal("3", WORK),
        "## 4 财务管理制度",
        *decimal("4", MONEY),
        "## 5 常用电话",
        "5.1 就业指导中心 0631-0000600",
    ]
    yield more(
        "1.6",
        "handbook-decimal",
        15,
        "工作手册第3、4章是两个制度，小数编号",
        docx("指导站工作手册（2024）.docx", handbook, styled=True),
        school="哈尔滨工业大学（威海）",
    )
    yield more(
        "1.6",
        "mail-two-files",
        15,
        "邮件带两个附件，各一个制度",
        mail_files(
            "转发：指导站制度.eml",
            "转发：指导站制度两份",
            datetime(2024, 10, 29, 8, 51),
            ["科长好：", "北京交通大学（威海）指导站制度见附件，请审阅。"],
            docx(
                "制度A.docx",
                [
                    "# 北京交通大学（威海）指导站日常工作管理规定",
                    *articles(WORK),
                    "@北京交通大学（威海）就业中心|2024年1月|-",
                ],
            ),
            docx(
                "制度B.docx",
                [
                    "# 北京交通大学（威海）指导站经费管理规定",
                    *articles(MONEY),
                    "@北京交通大学（威海）就业中心|2024年1月|-",
                ],
            ),
        ),
        school="北京交通大学（威海）",
    )


def _one() -> Iterator[Case]:
    short = ["partial-evidence"]
    yield more(
        "1.6",
        "no-money-rule",
        0,
        "工作、值班、档案三项制度，没有财务的",
        *[
            docx(
                f"制度{at}.docx",
                [f"# 威海职业学院指导站{name}", *articles(WORK[at : at + 3]), "@威海职业学院招生就业处|2024年3月|-"],
            )
            for at, name in enumerate(("工作制度", "值班制度", "档案管理制度"), 1)
        ],
        flags=short,
    )
    yield more(
        "1.6",
        "cashier-duties-only",
        0,
        "财务方面只有报账员岗位职责，不是制度",
        pdf(
            "工作制度.pdf",
            [
                "# 山东外事职业大学就业创业服务指导站工作制度",
                *articles(WORK),
                "@山东外事职业大学招生就业处|2024年3月|-",
            ],
        ),
        docx(
            "报账员.docx",
            [
                "# 指导站报账员岗位职责",
                "1.收集整理活动票据，填写报销单。",
                "2.每月与财务处核对余额。",
                "@山东外事职业大学招生就业处|2024年3月|-",
            ],
        ),
        flags=short,
        school="山东外事职业大学",
    )
    yield more(
        "1.6",
        "claims-guide-only",
        0,
        "财务方面只有报销流程须知；放在本项文件夹里而看不出是什么的，规则要求待定，故也容许待定",
        docx(
            "1.6/01.docx",
            [
                "# 威海海洋职业学院就业指导站工作管理办法",
                *articles(WORK),
                "@威海海洋职业学院招生就业处|2024年4月|-",
            ],
        ),
        pdf(
            "1.6/02.pdf",
            [
                "# 报销流程须知",
                "威海海洋职业学院招生就业处  2024年4月",
                "① 登录报销平台填单 → ② 打印并粘贴票据 → ③ 部门负责人签字 → ④ 交财务大厅投递。",
                "温馨提示：发票抬头请核对学校全称和税号。",
            ],
            face="hei",
        ),
        alt=[(0, 0, 15)],
        school="威海海洋职业学院",
    )


def _near() -> Iterator[Case]:
    yield more(
        "1.6",
        "near-list-of-rules",
        0,
        "只有制度清单，没有制度文本；清单上写了两个名称，故也容许待定",
        xlsx(
            "制度清单.xlsx",
            [
                "# 威海职业学院招生就业处现行制度清单（2024年）",
                Table(
                    [
                        ["序号", "制度名称", "文号", "责任科室", "备注"],
                        [1, "毕业生就业协议书管理办法", "威职院字〔2023〕41号", "就业科", ""],
                        [2, "指导站工作制度", "招就字〔2024〕5号", "就业科", "新建"],
                        [3, "指导站财务管理制度", "招就字〔2024〕6号", "就业科", "新建"],
                        [4, "招生宣传纪律规定", "招就字〔2024〕2号", "招生科", "修订"],
                    ]
                ),
            ],
        ),
        alt=[(0, 0, 15)],
    )
    yield more(
        "1.6",
        "near-aid-office",
        0,
        "资助中心的勤工助学管理办法与资助资金管理办法，不是指导站的；字面上是两种办法，故也容许待定",
        docx(
            "勤工助学.docx",
            [
                "# 威海职业学院学生勤工助学管理办法",
                *articles(["勤工助学岗位由学生资助管理中心统一设置。", "学生每周参加时间不超过8小时。"]),
                "@威海职业学院学生工作处|2024年3月|-",
            ],
        ),
        docx(
            "资助资金.docx",
            [
                "# 威海职业学院学生资助资金管理办法",
                *articles(["国家奖助学金按上级下达名额评定。", "资金通过银行卡发放至学生本人。"]),
                "@威海职业学院学生工作处|2024年3月|-",
            ],
        ),
        alt=[(0, 0, 15)],
    )
