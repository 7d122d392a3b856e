# ruff: noqa: E501
"""4.1–4.3: internships at firms of the city, the platform's export, and who stayed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import phone, titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import Row, case, destinations, went
from tests.independent.last_kit import book, csv, doc, pdf, roster, scan, xls
from tests.independent.late_people_kit import Student

NONE, FULL, OPEN = (0, 0, 0), (20, 20, 20), (0, 0, 20)
_ORIGINS = "威海职业学院2024届毕业生生源信息"


def _interns() -> list[Case]:
    a, b, c, d, e, f, g, h = (
        lp.students(f"fr-41-{key}", many)
        for key, many in (
            ("a", 64),
            ("b", 230),
            ("c", 120),
            ("d", 110),
            ("e", 90),
            ("f", 80),
            ("g", 30),
            ("h", 70),
        )
    )
    return [
        case(
            "41-twenty-two",
            "4.1",
            FULL,
            "威海企业盖章的集体证明22人，都在2024届名册中；毕业生64人，不足200，20人即可",
            scan(
                "实习证明.pdf",
                "# 实 习 证 明",
                "兹证明威海职业学院2024届毕业生共22人，自2024年3月4日至2024年6月21日在我公司生产一线实习，表现合格，名单如下：",
                [["序号", "姓名", "学号", "专业"], *([n, s.name, s.number, s.major] for n, s in enumerate(a[:22], 1))],
                "公司地址：威海市经济技术开发区崮山路16号",
                "> 威海北洋线缆⟦威海北洋线缆有限公司⟧有限公司",
                "> 2024年6月24日",
                css="td{font-size:16px;padding:3px 6px}body{margin:40px 54px}",
                skew=0.3,
            ),
            roster("2024届生源.xlsx", a, _ORIGINS),
            facts={"interns": 22, "graduates": 64},
            more={"2.6": NONE, "1.5": NONE},
        ),
        case(
            "41-electronic-seal",
            "4.1",
            FULL,
            "带电子章的PDF，荣成企业，52人都在230人的名册里，达到50人",
            pdf(
                "实习学生证明.pdf",
                "# 关于接收实习学生的证明",
                "威海职业学院：贵校2024届毕业生52人于2024年2月28日至2024年5月31日在我公司各车间顶岗实习，情况属实。名单如下。",
                [["姓名", "学号"] * 3, *_threes(b[:52])],
                "公司地址：荣成市成山大道东段88号",
                "> 荣成市蜊江冷链食品有限公司⟦荣成市蜊江冷链食品有限公司⟧",
                "> 2024年6月2日",
            ),
            roster("生源.xlsx", b, _ORIGINS),
            facts={"interns": 52, "graduates": 230},
        ),
        case(
            "41-eight",
            "4.1",
            NONE,
            "盖章证明只有8人，毕业生120人要20人",
            scan(
                "文登证明.jpg",
                "# 实习证明",
                "威海职业学院"
                + "、".join(f"{s.name}（学号{s.number}）" for s in c[:8])
                + "等8名同学，于2024年7月1日至2024年8月31日在我单位家纺设计部实习，特此证明。",
                "单位地址：威海市文登区龙山路",
                "　",
                "> 威海南郊家纺⟦威海南郊家纺有限公司⟧有限公司",
                "> 2024年9月1日",
                css="p{font-size:20px}",
            ),
            roster("生源.xlsx", c, _ORIGINS),
            facts={"interns": 8, "graduates": 120},
            flags=["below-threshold"],
        ),
        case(
            "41-not-sealed",
            "4.1",
            OPEN,
            "Word打的证明，24人，没有盖章",
            doc(
                "实习证明（电子版）.docx",
                "# 实习证明",
                "兹证明威海职业学院2024届毕业生24人于2024年3月1日至2024年6月30日在我公司实习，名单如下：",
                [["序号", "姓名", "学号", "岗位"], *([n, s.name, s.number, "装配"] for n, s in enumerate(d[:24], 1))],
                "公司地址：威海市环翠区张村镇",
                "> 威海海坤机械有限公司（盖章）",
                "> 2024年7月1日",
            ),
            roster("生源.xlsx", d, _ORIGINS),
            flags=["seal-missing"],
        ),
        case(
            "41-qingdao",
            "4.1",
            NONE,
            "企业在青岛，21人一个也不算",
            scan(
                "青岛实习.pdf",
                "# 实习证明",
                "威海职业学院2024届毕业生下列21人于2024年3月1日至2024年6月30日在我公司实习：",
                [["姓名", "学号"], *([s.name, s.number] for s in e[:21])],
                "公司地址：山东省青岛市黄岛区长江中路",
                "> 青岛鲁信软件⟦青岛鲁信软件有限公司⟧有限公司",
                "> 2024年7月2日",
                css="td{font-size:16px;padding:3px 6px}body{margin:40px 54px}",
            ),
            roster("生源.xlsx", e, _ORIGINS),
            flags=["employer-not-local"],
        ),
        case(
            "41-summer-of-2023",
            "4.1",
            NONE,
            "实习起止都在2023年，不在考核年度",
            pdf(
                "暑期实习证明.pdf",
                "# 暑期实习证明",
                "威海职业学院下列22名学生于2023年7月3日至2023年8月25日在我公司参加暑期实习，特此证明。",
                [["姓名", "学号"] * 2, *_twos(f[:22])],
                "公司地址：乳山市长江路",
                "> 乳山银滩文旅有限公司⟦乳山银滩文旅有限公司⟧",
                "> 2023年8月28日",
            ),
            roster("生源.xlsx", f, _ORIGINS),
            flags=["date-outside-period"],
        ),
        case(
            "41-how-many-graduates",
            "4.1",
            OPEN,
            "30人的有效证明，没有名册，也没有别的材料写毕业生总数：20到50之间，分母未知",
            pdf(
                "实习证明.pdf",
                "# 毕业实习证明",
                "兹证明威海职业学院2024届毕业生30人于2024年3月18日至2024年6月14日在我公司实习。名单：",
                [["姓名", "学号"] * 3, *_threes(g)],
                "公司地址：威海市环翠区统一路",
                "> 威海卫城酒店管理有限公司⟦威海卫城酒店管理有限公司⟧",
                "> 2024年6月17日",
            ),
            flags=["denominator-missing"],
        ),
        case(
            "41-hired",
            "4.1",
            NONE,
            "近似件：企业的录用函，写的是正式录用入职，不是实习",
            pdf(
                "录用函.pdf",
                "# 录 用 函",
                "威海职业学院：经考核，我公司决定录用贵校2024届毕业生21人，签订三年期劳动合同，自2024年7月15日起入职。名单如下：",
                [["姓名", "学号"] * 3, *_threes(h[:21])],
                "公司地址：威海市高区火炬路",
                "> 威海海坤机械有限公司⟦威海海坤机械有限公司⟧",
                "> 2024年6月28日",
            ),
            roster("生源.xlsx", h, _ORIGINS),
            alt=[OPEN],
        ),
    ]


def _side_by_side(people: Sequence[Student], many: int) -> list[list[object]]:
    rows = []
    for at in range(0, len(people), many):
        row: list[object] = [cell for s in people[at : at + many] for cell in (s.name, s.number)]
        rows.append(row + [""] * (2 * many - len(row)))
    return rows


def _threes(people: Sequence[Student]) -> list[list[object]]:
    return _side_by_side(people, 3)


def _twos(people: Sequence[Student]) -> list[list[object]]:
    return _side_by_side(people, 2)


def _users(people: Sequence[Student], school: str, year: int = 2024) -> list[Row]:
    return [
        [
            f"U{year}{at:06d}",
            s.name,
            s.ident,
            s.phone,
            f"{year}-0{at % 5 + 1}-{at % 27 + 1:02d}",
            school,
            s.major,
            f"{year}-06-30",
        ]
        for at, s in enumerate(people)
    ]


_USER = [
    "用户编号",
    "姓名",
    "证件号码",
    "手机号码",
    "注册时间",
    "教育经历：毕业院校",
    "教育经历：专业",
    "教育经历：毕业时间",
]


def _platform() -> list[Case]:
    a, b, c, d = (lp.students(f"fr-42-{key}", many) for key, many in (("a", 50), ("b", 60), ("c", 50), ("d", 40)))
    older = lp.students("fr-42-older", 25, grade=2019)
    ten = (10, 10, 10)
    return [
        case(
            "42-ninety",
            "4.2",
            ten,
            "平台导出本届45人，名册50人，90%",
            book(
                "平台用户.xlsx",
                {
                    "导出": [
                        ["威海市就业服务平台注册用户（按毕业院校筛选）"],
                        list(_USER),
                        *_users(a[:45], "威海职业学院"),
                    ]
                },
            ),
            roster("生源.xlsx", a, _ORIGINS),
            facts={"registered": 45, "graduates": 50},
            flags=["external-data-required"],
        ),
        case(
            "42-seventy",
            "4.2",
            NONE,
            "平台导出42人，名册60人，70%，不足80%",
            csv("user_export.csv", [list(_USER), *_users(b[:42], "威海职业学院")], "gb18030"),
            roster("生源.xlsx", b, _ORIGINS),
            facts={"registered": 42, "graduates": 60},
            flags=["external-data-required"],
        ),
        case(
            "42-exactly",
            "4.2",
            ten,
            "40人对50人，恰为80%，达到即得分；有两人重复导出，只计一次",
            csv("注册数据.csv", [list(_USER), *_users([*c[:40], *c[:2]], "威海职业学院")]),
            roster("生源.xlsx", c, _ORIGINS),
            facts={"registered": 40, "graduates": 50},
            flags=["external-data-required"],
        ),
        case(
            "42-earlier-classes",
            "4.2",
            NONE,
            "导出里有25人是2022年毕业的往届生，本届30人，名册40人，75%",
            book(
                "平台导出.xlsx",
                {
                    "导出": [
                        list(_USER),
                        *_users(d[:30], "威海职业学院"),
                        *_users(older, "威海职业学院", 2022),
                    ]
                },
            ),
            roster("生源.xlsx", d, _ORIGINS),
            facts={"registered": 30, "graduates": 40},
            flags=["external-data-required"],
        ),
        case(
            "42-one-screen",
            "4.2",
            (0, 0, 10),
            "手机截图显示学校自己统计的注册人数，不是平台导出",
            phone(
                "接龙.png",
                "<div style='padding:18px 20px'><h2 style='font-size:20px'>威海市就业服务平台注册接龙</h2><p style='color:#888;font-size:14px;margin:8px 0'>护理2101毕业班　2024年4月9日</p><p style='font-size:16px;line-height:2'>应注册 47 人　已关注并注册 45 人<br>1. 于凯 已注册<br>2. 丛蕾 已注册<br>3. 姜超 已注册<br>4. 车倩 已注册<br>……</p></div>",
            ),
            flags=["external-data-required"],
            more={"2.4": NONE},
        ),
    ]


def _retention() -> list[Case]:
    def both(key: str, now: tuple[int, int], last: tuple[int, int], interns: int = 0) -> list[list[Row]]:
        return [
            went(lp.students(f"fr-43-{key}-now", now[1], grade=2021), now[0], interns=interns),
            went(lp.students(f"fr-43-{key}-last", last[1], grade=2020), last[0]),
        ]

    school = "威海职业学院"
    up, level, fell, half, interns = (
        both("up", (24, 60), (19, 50)),
        both("level", (20, 50), (16, 40)),
        both("fell", (18, 60), (16, 50)),
        both("half", (17, 40), (21, 50)),
        both("interns", (15, 50), (15, 50), interns=3),
    )
    now, last = f"{school}2024届毕业生花名册", f"{school}2023届毕业生花名册"
    old = [went(lp.students(f"fr-43-{year}", 40, grade=year - 3), 14) for year in (2022, 2021)]
    return [
        case(
            "43-up-two",
            "4.3",
            (30, 30, 30),
            "24/60为40%，上年19/50为38%，升2个百分点：10加20",
            destinations("本年花名册.xlsx", now, up[0]),
            destinations("上年花名册.xlsx", last, up[1]),
            facts={"retention": 0.4, "retention_last": 0.38},
        ),
        case(
            "43-level",
            "4.3",
            (10, 10, 10),
            "20/50与16/40都是40%，持平得基础分；上年的是CSV",
            destinations("2024届.xlsx", now, level[0]),
            csv("2023届.csv", [[last], *level[1]], "gb18030"),
            facts={"retention": 0.4, "retention_last": 0.4},
        ),
        case(
            "43-fell",
            "4.3",
            NONE,
            "18/60为30%，上年16/50为32%，负增长不得分",
            destinations("2024届花名册.xlsx", now, fell[0]),
            doc("2023届花名册.docx", f"# {last}", fell[1], wide=True),
            facts={"retention": 0.3, "retention_last": 0.32},
        ),
        case(
            "43-half-a-point",
            "4.3",
            (10, 10, 15),
            "17/40为42.5%，21/50为42%，升0.5：按整点10分，按比例15分",
            book("两届.xlsx", {"2024届": [[now], *half[0]], "2023届": [[last], *half[1]]}),
            facts={"retention": 0.425, "retention_last": 0.42},
            flags=["rule-ambiguous"],
        ),
        case(
            "43-interns-are-none",
            "4.3",
            (10, 10, 10),
            "在威实习3人不算就业：15/50与15/50持平",
            destinations("本年.xlsx", now, interns[0]),
            destinations("上年.xlsx", last, interns[1]),
            facts={"retention": 0.3, "retention_last": 0.3},
        ),
        case(
            "43-this-year-only",
            "4.3",
            (0, 0, 30),
            "只有本年花名册，没有上年的",
            destinations("花名册.xlsx", now, up[0]),
            flags=["denominator-missing"],
        ),
        case(
            "43-classes-long-gone",
            "4.3",
            NONE,
            "两份花名册是2022届和2021届的，考核年度2024",
            destinations("花名册1.xlsx", f"{school}2022届毕业生花名册", old[0]),
            destinations("花名册2.xlsx", f"{school}2021届毕业生花名册", old[1]),
            alt=[(0, 0, 30)],
        ),
        case(
            "43-ratios-by-college",
            "4.3",
            (0, 0, 30),
            "近似件：各学院两年留威率统计表，没有花名册",
            xls(
                "留威率统计.xlsx",
                {
                    "统计": titled(
                        "2023、2024届毕业生留威率统计表",
                        ["学院", "2023届留威率", "2024届留威率", "增减（百分点）"],
                        [
                            ["海洋学院", "21.3%", "24.0%", "+2.7"],
                            ["商学院", "30.8%", "31.9%", "+1.1"],
                            ["合计", "27.5%", "29.6%", "+2.1"],
                        ],
                    )
                },
            ),
            flags=["denominator-missing"],
            school="山东大学（威海）",
        ),
    ]


def cases() -> list[Case]:
    return [*_interns(), *_platform(), *_retention()]
