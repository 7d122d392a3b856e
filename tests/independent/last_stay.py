# ruff: noqa: E501
"""4.1–4.3: internships, the platform's export, and who stayed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import desk, titled
from tests.independent.case import Case
from tests.independent.last_kit import book, case, csv, doc, pdf, roster, scan, xls
from tests.independent.late_people_kit import Student

NONE, FULL, OPEN = (0, 0, 0), (20, 20, 20), (0, 0, 20)


def _interns() -> list[Case]:
    a, b, c, d, e = (
        lp.students(f"la-41-{key}", many) for key, many in (("a", 150), ("b", 120), ("c", 130), ("d", 90), ("e", 20))
    )
    head = ["序号", "姓名", "学号", "专业", "实习岗位"]
    listed = [[at, s.name, s.number, s.major, "装配" if at % 2 else "质检"] for at, s in enumerate(a[:22], 1)]
    return [
        case(
            "41-list-overleaf",
            "4.1",
            FULL,
            "威海企业的集体证明，名单22人续到第二页，红章在末页；均在2024届名册中，毕业生150人，不足200",
            scan(
                "实习证明（昊海）.pdf",
                "# 实习证明",
                "威海职业学院：",
                "贵校2024届毕业生22人于2024年2月26日至2024年5月31日在我公司参加毕业实习，遵守厂纪，表现良好，名单如下：",
                [head, *listed[:12]],
                "---",
                "（接上页）",
                [head, *listed[12:]],
                "特此证明。",
                "单位地址：山东省威海市环翠区沈阳路188号",
                "> 威海昊海精密⟦威海昊海精密制造有限公司⟧制造有限公司",
                "> 2024年6月3日",
            ),
            roster("2024届生源.xlsx", a, "威海职业学院2024届毕业生生源信息"),
            facts={"interns": 22, "graduates": 150},
            more={"1.5": NONE, "2.6": NONE},
        ),
        case(
            "41-two-singles",
            "4.1",
            NONE,
            "两份有效的威海实习证明，只有2人，不足20人",
            scan(
                f"{b[3].name}.jpg",
                "# 毕业实习鉴定表",
                [
                    ["姓名", b[3].name, "学号", b[3].number],
                    ["学校", "威海职业学院", "专业", b[3].major],
                    ["实习单位", "荣成海旺水产食品有限公司", "岗位", "检验员"],
                    ["实习时间", "自2024年3月4日起\n至2024年6月14日止", "<", "<"],
                    ["单位鉴定意见", "该生认真负责，按时完成任务，实习成绩优秀。", "<", "<"],
                ],
                "> 单位（盖章）：荣成海旺水产⟦荣成海旺水产食品有限公司⟧食品有限公司",
                "> 2024年6月15日",
            ),
            scan(
                f"{b[40].name}.pdf",
                "# 证　明",
                f"{b[40].name}同学（学号{b[40].number}），系威海职业学院2024届毕业生，2024年1月15日到我酒店前厅部实习，2024年5月20日实习期满。",
                "特此证明。",
                "> 威海金湾⟦威海金湾国际酒店有限公司⟧国际酒店有限公司",
                "> 二〇二四年五月二十一日",
            ),
            roster("生源.xlsx", b, "威海职业学院2024届毕业生生源信息"),
            facts={"interns": 2, "graduates": 120},
            flags=["below-threshold"],
        ),
        case(
            "41-yantai",
            "4.1",
            NONE,
            "企业在烟台，25人一个都不算",
            pdf(
                "集体实习证明.pdf",
                "# 学生实习证明",
                "兹证明威海职业学院下列25名2024届学生自2024年3月1日至2024年6月28日在我公司实习。",
                [
                    ["姓名", "学号"] * 2,
                    *([one.name, one.number, two.name, two.number] for one, two in zip(c[:12], c[12:24], strict=True)),
                    [c[24].name, c[24].number, "", ""],
                ],
                "公司地址：烟台经济技术开发区长江路30号",
                "> 烟台汇科电子⟦烟台汇科电子有限公司⟧有限公司",
                "> 2024年6月30日",
            ),
            roster("生源.xlsx", c, "威海职业学院2024届毕业生生源信息"),
            flags=["employer-not-local"],
        ),
        case(
            "41-school-schedule",
            "4.1",
            NONE,
            "近似件：学校自己排的实习安排表，不是企业开具的证明，也没有章",
            xls(
                "毕业实习安排.xlsx",
                {
                    "安排": titled(
                        "2024届毕业实习安排表",
                        ["班级", "姓名", "学号", "拟安排单位", "实习时间", "校内指导教师"],
                        [
                            [s.group, s.name, s.number, "威海光达电子有限公司", "2024.3—2024.6", "郝文静"]
                            for s in d[:30]
                        ],
                    )
                },
            ),
            roster("生源.xlsx", d, "威海职业学院2024届毕业生生源信息"),
            alt=[OPEN],
            more={"1.5": NONE, "1.7": NONE, "1.8": NONE},
        ),
        case(
            "41-two-firms-no-roster",
            "4.1",
            FULL,
            "两家威海企业各写12人和9人，一人重复，共20人；没有名册，凭证明所写的本校2024届毕业生；总结写毕业生186人，不足200",
            scan(
                "证明1.pdf",
                "# 实习情况证明",
                "今有山东药品食品职业学院2024届毕业生"
                + "、".join(s.name for s in e[:12])
                + "等12名同学，2024年3月至2024年6月在我公司生产部实习，情况属实。",
                "　",
                "　",
                "> 威海康泽医药⟦威海康泽医药科技有限公司⟧科技有限公司",
                "> 2024年6月28日",
            ),
            scan(
                "证明2.pdf",
                "# 实习证明",
                "山东药品食品职业学院：贵校以下9名2024届毕业生于2024年4月8日至7月5日在我单位化验室实习：",
                "　　".join(s.name for s in e[11:16]),
                "　　".join(s.name for s in e[16:20]),
                "特此证明。",
                "> 威海文登绿源生物⟦威海文登绿源生物科技有限公司⟧科技有限公司",
                "> 2024年7月8日",
                css="p{font-size:18px}",
            ),
            doc(
                "年度总结报告.docx",
                "# 大学生就业创业服务指导站2024年度总结报告",
                "2024年，我校有应届毕业生186人，指导站围绕留威就业开展工作。",
                "一是走访企业30余家；二是组织学生到威海企业实习。",
                "> 山东药品食品职业学院　2024年11月20日",
            ),
            facts={"interns": 20, "graduates": 186},
            school="山东药品食品职业学院",
        ),
    ]


def _export(people: Sequence[Student], school: str, others: int = 0) -> list[list[object]]:
    away = lp.students("la-42-away", max(others, 1), grade=2019, level="本科")[:others]
    rows: list[list[object]] = [
        ["注册时间", "姓名", "证件号码", "手机号", "教育经历-毕业院校", "教育经历-专业", "教育经历-毕业时间"]
    ]
    rows += [
        [f"2024-0{at % 6 + 1}-1{at % 9}", s.name, s.ident, s.phone, school, s.major, "2024-06"]
        for at, s in enumerate(people)
    ]
    return rows + [["2024-03-02", s.name, s.ident, s.phone, "青岛大学", s.major, "2023-06"] for s in away]


def _platform() -> list[Case]:
    a, b = lp.students("la-42-a", 50), lp.students("la-42-b", 50)
    return [
        case(
            "42-over",
            "4.2",
            (10, 10, 10),
            "平台导出中本届毕业生42人，名册50人，84%；外校3人滤除",
            csv("平台注册用户导出.csv", _export(a[4:46], "威海职业学院", 3)),
            roster("生源.xlsx", a, "威海职业学院2024届毕业生生源信息"),
            facts={"registered": 42, "graduates": 50},
            flags=["external-data-required"],
        ),
        case(
            "42-under",
            "4.2",
            NONE,
            "导出39人，名册50人，78%，不足80%",
            book("注册数据.xlsx", {"导出": [list(row) for row in _export(b[:39], "威海职业学院")]}),
            roster("生源.xlsx", b, "威海职业学院2024届毕业生生源信息"),
            facts={"registered": 39, "graduates": 50},
            flags=["external-data-required"],
        ),
        case(
            "42-own-tally",
            "4.2",
            (0, 0, 10),
            "学校自己统计的各班注册人数，不是平台导出",
            doc(
                "平台注册统计.docx",
                "# 威海市就业服务平台注册情况统计（各班自报）",
                [
                    ["班级", "毕业生数", "已注册", "注册率"],
                    ["护理2101", "52", "50", "96.2%"],
                    ["护理2102", "49", "46", "93.9%"],
                    ["合计", "101", "96", "95.0%"],
                ],
                "> 2024年6月12日",
            ),
            flags=["external-data-required"],
            more={"2.4": NONE},
        ),
        case(
            "42-learning-app",
            "4.2",
            (0, 0, 10),
            "近似件：学习平台的注册统计，与威海市就业服务平台无关；本格由平台数据决定",
            desk(
                "平台后台.png",
                "<div style='padding:40px'><h2>智慧课堂学习平台 · 班级管理</h2><p style='margin:12px 0'>课程：大学生职业发展　　注册学生 48 / 50　　关注 50</p><table border=1 cellpadding=9 style='border-collapse:collapse'><tr><td>班级</td><td>应加入</td><td>已注册</td><td>完成率</td></tr><tr><td>会计2301</td><td>50</td><td>48</td><td>96%</td></tr></table></div>",
            ),
            flags=["external-data-required"],
        ),
    ]


_AWAY = (
    ("青岛海蓝软件有限公司", "山东省青岛市崂山区"),
    ("烟台昌信机械有限公司", "山东省烟台市莱山区"),
    ("济南泉城医药有限公司", "山东省济南市历下区"),
)
_HERE = (
    ("威海广源电子有限公司", "山东省威海市环翠区"),
    ("荣成海旺水产食品有限公司", "山东省威海市荣成市"),
    ("文登天润机械有限公司", "山东省威海市文登区"),
)


def _went(people: Sequence[Student], here: int, *, own: int = 0, study: int = 4, none: int = 3) -> list[list[object]]:
    """So many at firms here, with an own business here, in further study, without work; all others at firms elsewhere."""
    rows: list[list[object]] = [["学号", "姓名", "专业", "毕业去向", "单位名称", "单位所在地"]]
    for at, s in enumerate(people):
        if at < here:
            end: tuple[str, str, str] = ("签就业协议形式就业", *_HERE[at % 3])
        elif at < here + own:
            end = ("自主创业", "威海市环翠区海边小食店", "山东省威海市环翠区")
        elif at < here + own + study:
            end = ("升学", "哈尔滨工业大学（威海）", "山东省威海市环翠区")
        elif at < here + own + study + none:
            end = ("待就业", "", "")
        else:
            end = ("签劳动合同形式就业", *_AWAY[at % 3])
        rows.append([s.number, s.name, s.major, *end])
    return rows


def _retention() -> list[Case]:
    def pupils(key: str, many: int, year: int) -> list[Student]:
        return lp.students(f"la-43-{key}", many, grade=year - 3)

    return [
        case(
            "43-own-business",
            "4.3",
            (30, 30, 30),
            "2024届50人：14人在威企业加1人在威创业为30%；2023届50人14人为28%；升2个百分点；在威升学不算",
            book(
                "2024花名册.xlsx",
                {"花名册": [["威海职业学院2024届毕业生花名册"], *_went(pupils("a", 50, 2024), 14, own=1)]},
            ),
            book(
                "2023花名册.xlsx", {"花名册": [["威海职业学院2023届毕业生花名册"], *_went(pupils("b", 50, 2023), 14)]}
            ),
            facts={"retention": 0.3, "retention_last": 0.28},
        ),
        case(
            "43-one-and-half",
            "4.3",
            (20, 20, 25),
            "32.5%对31%，升1.5个百分点：按整点20分，按比例25分",
            book(
                "两届毕业生去向.xlsx",
                {
                    "2024届": [["2024届毕业生就业去向花名册"], *_went(pupils("c", 80, 2024), 26)],
                    "2023届": [["2023届毕业生就业去向花名册"], *_went(pupils("d", 100, 2023), 31)],
                },
            ),
            facts={"retention": 0.325, "retention_last": 0.31},
            flags=["rule-ambiguous"],
        ),
        case(
            "43-fell",
            "4.3",
            NONE,
            "25%对26.67%，负增长不得分；上年名册为打印件",
            book("本年.xlsx", {"Sheet1": [["威海职业学院2024届毕业生花名册"], *_went(pupils("e", 60, 2024), 15)]}),
            pdf(
                "上年.pdf",
                "# 威海职业学院2023届毕业生花名册",
                _went(pupils("f", 60, 2023), 16),
                css="td{font-size:10.5px;padding:2px 4px}",
            ),
        ),
        case(
            "43-stated",
            "4.3",
            (0, 0, 30),
            "近似件：汇报里只有两年留威率的说法，没有花名册",
            doc(
                "留威工作汇报.docx",
                "# 毕业生留威工作情况汇报",
                "2024年我校毕业生留威率为34.5%，较上年度31.2%提高3.3个百分点。",
                "主要做法是把企业请进来、把学生送出去，持续擦亮留威就业品牌。",
                "> 招生就业处　2024年11月8日",
            ),
            flags=["denominator-missing"],
            more={"4.1": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_interns(), *_platform(), *_retention()]
