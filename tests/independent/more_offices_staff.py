# ruff: noqa: E501
"""1.5 once more: charts, personnel exports, duties of posts, appointments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tests.independent.case import Case
from tests.independent.more_offices_kit import boxes, free_picture, more, system_table
from tests.independent.offices_paper import Table, docx, pdf, people, phone, scan, xlsx

OPEN = (0.0, 0.0, 15.0)
"""the rules ask for a staff table: where names stand in lines, a person may have to look"""


def cases() -> Iterator[Case]:
    yield from _enough()
    yield from _short()
    yield from _near()


def _enough() -> Iterator[Case]:
    n = people("more-chart", 6)
    yield more(
        "1.5",
        "org-chart-boxes",
        15,
        "组织架构图的文本框里写明六人与专职联络员",
        boxes(
            "1-5/组织架构.docx",
            "山东大学（威海）大学生就业创业服务指导站组织架构图（2024年）",
            [
                [f"站 长/{n[0]}（兼职）/学生工作部副部长"],
                [f"副站长/{n[1]}（专职）/就业指导中心主任"],
                [
                    f"专职联络员/{n[2]}（专职）/对接市区人社部门",
                    f"就业服务组/{n[3]}（专职）",
                    f"创业指导组/{n[4]}（兼职）",
                    f"信息统计组/{n[5]}（专职）",
                ],
            ],
            "山东大学（威海）学生就业指导中心  2024年3月",
        ),
        alt=[OPEN],
        school="山东大学（威海）",
    )
    rng = Random("more-hr")
    n = people("more-hr", 5)
    jobs = [
        ("副教授", "站长", "兼职", ""),
        ("讲师", "就业指导", "专职", ""),
        ("助理研究员", "联络员", "专职", "A岗"),
        ("讲师", "创业指导", "兼职", ""),
        ("馆员", "信息统计", "专职", ""),
    ]
    yield more(
        "1.5",
        "personnel-export-coded",
        15,
        "人事系统导出：第一行代码、第二行中文，岗位为联络员、人员性质为专职",
        xlsx(
            "JZGXX_20240402.xlsx",
            {
                "JZGXX": [
                    Table(
                        [
                            ["GH", "XM", "XBM", "CSNY", "BMMC", "ZZMC", "GWMC", "RYXZ", "LXDH", "BZ"],
                            [
                                "工号",
                                "姓名",
                                "性别",
                                "出生年月",
                                "部门名称",
                                "职称名称",
                                "指导站岗位",
                                "人员性质",
                                "联系电话",
                                "备注",
                            ],
                            *[
                                [
                                    f"20{at}10{at}7",
                                    name,
                                    "女" if at % 2 else "男",
                                    f"198{at}0{at + 2}",
                                    "招生就业处",
                                    title,
                                    post,
                                    kind,
                                    phone(rng),
                                    rest,
                                ]
                                for at, (name, (title, post, kind, rest)) in enumerate(zip(n, jobs, strict=True), 1)
                            ],
                        ],
                        2,
                    ),
                    "导出单位：威海海洋职业学院人事处  导出时间：2024-04-02 09:14:33  条件：就业创业服务指导站",
                ]
            },
            plain_look=True,
        ),
        facts={"staff": 5},
        school="威海海洋职业学院",
    )
    n = people("more-duties", 4)
    yield more(
        "1.5",
        "duties-of-posts-named",
        15,
        "岗位职责文件，每个岗位后写明任职人与专兼职",
        docx(
            "人员/岗位职责.docx",
            [
                "# 大学生就业创业服务指导站岗位职责",
                "^ 山东药品食品职业学院  2024年2月修订",
                f"## 一、站长（{n[0]}，就业指导中心主任，兼职）",
                "1.主持指导站全面工作，审定年度安排。",
                "2.协调校内各部门，落实经费与场地。",
                f"## 二、就业服务岗（{n[1]}，专职）",
                "1.联系用人单位，组织招聘活动。",
                "2.维护毕业生求职意向信息。",
                f"## 三、专职联络员（{n[2]}，专职）",
                "1.负责与市、区人力资源社会保障部门日常联络，收发文件，按时报送数据。",
                "2.保管台账和档案。",
                f"## 四、创业指导岗（{n[3]}，兼职）",
                "1.指导创业项目，组织参赛。",
                "@山东药品食品职业学院就业指导中心|2024年2月27日|-",
            ],
            styled=True,
        ),
        alt=[OPEN],
        school="山东药品食品职业学院",
    )
    n = people("more-two-tables", 5)
    head = ["姓名", "所在部门", "职务", "指导站分工", "办公电话"]
    yield more(
        "1.5",
        "a-table-each-kind",
        15,
        "专职、兼职各一张表，专兼职只写在小标题里，联络员在专职表",
        docx(
            "（5）人员配备情况.docx",
            [
                "# 指导站人员配备情况",
                "威海职业学院大学生就业创业服务指导站现有工作人员5名，具体如下。",
                "## 一、专职工作人员（3名）",
                Table(
                    [
                        head,
                        [n[0], "招生就业处", "就业科科长", "日常管理", "0631-0000720"],
                        [n[1], "招生就业处", "科员", "联络员", "0631-0000721"],
                        [n[2], "招生就业处", "科员", "数据与档案", "0631-0000722"],
                    ]
                ),
                "## 二、兼职工作人员（2名）",
                Table(
                    [
                        head,
                        [n[3], "招生就业处", "处长", "站长", "0631-0000718"],
                        [n[4], "商学院", "教师", "创业辅导", "0631-0000735"],
                    ]
                ),
                "@威海职业学院招生就业处|2024年3月11日|-",
            ],
        ),
        facts={"staff": 5},
    )
    yield more(
        "1.5",
        "group-rows",
        15,
        "一张表里用整行“专职人员”“兼职人员”分组",
        xlsx(
            "指导站队伍.xlsx",
            {"花名册": ["# 山东外事职业大学就业创业服务指导站人员花名册", "2024年3月", _grouped("more-groups", True)]},
        ),
        facts={"staff": 5},
        school="山东外事职业大学",
    )
    n = people("more-turned", 4)
    yield more(
        "1.5",
        "turned-table",
        15,
        "横竖倒置的表：一人一列",
        pdf(
            "人员简况.pdf",
            [
                "# 指导站工作人员简况",
                "单位：哈尔滨理工大学荣成校区        时间：2024年4月",
                Table(
                    [
                        ["姓  名", *n],
                        ["部  门", "学生工作处", "就业办公室", "就业办公室", "机械学院"],
                        ["职  务", "副处长", "主任", "干事", "辅导员"],
                        ["专/兼职", "兼职", "专职", "专职", "兼职"],
                        ["站内岗位", "站长", "招聘服务", "联络员", "职业咨询"],
                        ["联系电话", "0631-0000811", "0631-0000812", "0631-0000813", "0631-0000814"],
                    ],
                    0,
                ),
            ],
            face="hei",
        ),
        facts={"staff": 4},
        school="哈尔滨理工大学荣成校区",
    )
    n = people("more-change", 6)
    yield more(
        "1.5",
        "change-filed",
        15,
        "人员变动备案表：变动后四人，专职联络员换了人",
        docx(
            "人员变动备案.docx",
            [
                "# 大学生就业创业服务指导站工作人员变动备案表",
                "填报学校：山东交通学院（威海）      填报日期：2024年9月6日",
                Table(
                    [
                        ["序号", "岗位", "变动前", None, "变动后", None, "变动原因"],
                        [None, None, "姓名", "专/兼职", "姓名", "专/兼职", None],
                        [1, "站长", n[0], "兼职", n[0], "兼职", "未变动"],
                        [2, "联络员", n[1], "专职", n[4], "专职", "岗位轮换"],
                        [3, "就业指导", n[2], "专职", n[2], "专职", "未变动"],
                        [4, "创业指导", n[3], "兼职", n[5], "兼职", "工作调动"],
                    ],
                    2,
                    [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 1, 6)],
                ),
                "变动后指导站工作人员保持相对固定，能够及时对接工作。",
            ],
        ),
        school="山东交通学院（威海）",
    )
    n = people("more-appoint", 5)
    yield more(
        "1.5",
        "appointments-scan",
        15,
        "任职通知扫描件，逐句写明任职人，含专职联络员",
        scan(
            "组织人事/威职院字2024-33号.pdf",
            [
                "=威海职业学院文件|威职院字〔2024〕33号",
                "# 关于大学生就业创业服务指导站有关人员任职的通知",
                "各部门、各系：",
                "经学校研究，决定：",
                f"{n[0]}同志兼任大学生就业创业服务指导站站长；",
                f"{n[1]}同志任大学生就业创业服务指导站副站长（专职）；",
                f"{n[2]}同志任大学生就业创业服务指导站专职联络员，负责与市、区人力资源社会保障部门对接；",
                f"{n[3]}、{n[4]}同志任大学生就业创业服务指导站工作人员（兼职）。",
                "以上人员任职自2024年4月1日起。",
                "@威海职业学院|2024年3月29日",
            ],
        ),
        alt=[OPEN],
    )
    rng = Random("more-contacts")
    n = people("more-contacts", 6)
    rows = [
        ["处长", "站长", "兼职"],
        ["副处长", "副站长", "兼职"],
        ["科长", "就业服务", "专职"],
        ["科员", "专职联络员", "专职"],
        ["科员", "信息员", "专职"],
        ["教师", "创业导师", "兼职"],
    ]
    yield more(
        "1.5",
        "office-system-contacts",
        15,
        "办公系统导出的通讯录（网页表格存成 xls）",
        system_table(
            "通讯录导出.xls",
            "北京交通大学（威海）就业创业服务指导站通讯录",
            [
                ["序号", "姓名", "行政职务", "站内岗位", "人员性质", "手机", "邮箱"],
                *[
                    [at, name, *row, phone(rng), f"u{at:03}@example.edu.cn"]
                    for at, (name, row) in enumerate(zip(n, rows, strict=True), 1)
                ],
            ],
            "导出人：系统管理员  导出时间：2024-05-13 15:02",
        ),
        facts={"staff": 6},
        school="北京交通大学（威海）",
    )
    n = people("more-app", 5)
    tags = ["站长 · 兼职", "副站长 · 专职", "专职联络员", "职业指导师 · 专职", "创业导师 · 兼职"]
    cards = "".join(
        f'<div class="one"><i>{name[-2:]}</i><div><b>{name}</b><br><small>{tag}</small></div></div>'
        for name, tag in zip(n, tags, strict=True)
    )
    yield more(
        "1.5",
        "phone-organisation",
        15,
        "手机办公软件的组织架构页，五人并有专职联络员",
        free_picture(
            "Screenshot_2024-05-06-10-21-33.png",
            f'<div class="top">‹ 组织架构</div><div class="path">威海海洋职业学院 › 招生就业处 › 就业创业服务指导站</div><div class="path">就业创业服务指导站（5人）</div>{cards}<div class="path">通讯录更新时间 2024-05-06</div>',
            style="body{padding:0;background:#f4f5f7} .top{background:#fff;padding:14px;font-size:19px;text-align:center} .path{padding:9px 16px;color:#667;font-size:14px} .one{display:flex;gap:14px;background:#fff;padding:12px 16px;border-bottom:1px solid #eee;line-height:1.5} i{width:46px;height:46px;border-radius:8px;background:#3a7bd5;color:#fff;font-style:normal;text-align:center;line-height:46px} small{color:#778}",
            face="hei",
            look="screen",
            width=420,
            height=760,
        ),
        alt=[OPEN],
        school="威海海洋职业学院",
    )


def _grouped(seed: str, full_time: bool) -> Table:
    """Two groups under rows that span the table; the liaison stands in the first or in the second."""
    n = people(seed, 5)
    posts = ("联络员", "学生事务") if full_time else ("学生事务", "联络员")
    rows: Sequence[Sequence[object]] = [
        ["序号", "姓名", "性别", "部门", "职称", "负责工作", "电话"],
        ["一、专职人员", None, None, None, None, None, None],
        [1, n[0], "女", "就业处", "讲师", "招聘市场", "0631-0000401"],
        [2, n[1], "男", "就业处", "助教", posts[0], "0631-0000402"],
        ["二、兼职人员", None, None, None, None, None, None],
        [3, n[2], "男", "就业处", "教授", "站长", "0631-0000400"],
        [4, n[3], "女", "财经学院", "讲师", posts[1], "0631-0000433"],
        [5, n[4], "女", "双创学院", "讲师", "创业培训", "0631-0000457"],
    ]
    return Table(rows, 1, [(1, 0, 1, 6), (4, 0, 4, 6)])


def _short() -> Iterator[Case]:
    short = ["partial-evidence"]
    yield more(
        "1.5",
        "liaison-among-part-timers",
        0,
        "联络员列在“兼职人员”一组",
        docx(
            "花名册.docx",
            ["# 威海职业学院就业创业服务指导站人员花名册", "2024年3月", _grouped("more-groups-b", False)],
        ),
        facts={"staff": 5},
        flags=short,
    )
    n = people("more-counsellor", 4)
    yield more(
        "1.5",
        "full-time-counsellor-part-time-here",
        0,
        "职务是“专职辅导员”，在指导站却是兼职；全员兼职",
        xlsx(
            "1.5/人员信息.xlsx",
            [
                "# 威海海洋职业学院就业指导站工作人员信息（2024年）",
                Table(
                    [
                        ["序号", "姓名", "现任职务", "指导站任职", "站内岗位"],
                        [1, n[0], "招生就业处副处长", "兼职", "站长"],
                        [2, n[1], "专职辅导员", "兼职", "联络员"],
                        [3, n[2], "专职辅导员", "兼职", "就业指导"],
                        [4, n[3], "专任教师", "兼职", "创业指导"],
                    ]
                ),
            ],
        ),
        facts={"staff": 4},
        flags=short,
        school="威海海洋职业学院",
    )
    n = people("more-vacant", 2)
    yield more(
        "1.5",
        "third-post-vacant",
        0,
        "第三人待招聘，实有两人",
        pdf(
            "岗位与人员.pdf",
            [
                "# 指导站岗位设置与人员情况表",
                "山东外事职业大学招生就业处    2024年3月",
                Table(
                    [
                        ["岗位", "姓名", "专/兼职", "备注"],
                        ["站长", n[0], "兼职", ""],
                        ["专职联络员", n[1], "专职", ""],
                        ["就业指导员", "（待招聘）", "专职", "岗位空缺"],
                        ["创业指导员", "—", "兼职", "岗位空缺"],
                    ]
                ),
            ],
        ),
        facts={"staff": 2},
        flags=short,
        school="山东外事职业大学",
    )
    yield more(
        "1.5",
        "posts-with-counts",
        OPEN,
        "岗位设置方案只有名额没有姓名",
        docx(
            "岗位设置方案.docx",
            [
                "# 大学生就业创业服务指导站岗位设置方案",
                "威海职业学院大学生就业创业服务指导站设下列岗位：",
                Table(
                    [
                        ["岗位名称", "名额", "任职方式", "主要职责"],
                        ["站长", 1, "兼职", "统筹指导站工作"],
                        ["专职联络员", 1, "专职", "对接人力资源社会保障部门"],
                        ["就业指导岗", 2, "专职", "职业指导、招聘服务"],
                        ["创业指导岗", 1, "兼职", "创业培训、赛事组织"],
                    ]
                ),
                "@威海职业学院|2024年3月4日|-",
            ],
        ),
        flags=["judgement-required"],
    )


def _near() -> Iterator[Case]:
    n = people("more-duty", 10)
    yield more(
        "1.5",
        "near-student-duty-roster",
        0,
        "学生助理的值班表，不是工作人员",
        xlsx(
            "值班安排.xlsx",
            [
                "# 就业创业服务指导站学生助理值班表",
                "威海职业学院招生就业处  2024年春季学期",
                Table(
                    [
                        ["时段", "周一", "周二", "周三", "周四", "周五"],
                        ["上午 8:30—11:30", *n[:5]],
                        ["下午 14:00—17:00", *n[5:]],
                    ]
                ),
                "注：学生助理每周值班两次，遇考试可调班，请提前报备。",
            ],
        ),
    )
