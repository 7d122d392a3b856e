# ruff: noqa: E501
"""Interns in the city, users of its platform and those who stay: cells 4.1 to 4.3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import desk, para, sealed, titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, SMALL, Make, Value, book, case, docx, scan
from tests.independent.late_people_kit import Student, origins, students

NONE = (0, 0, 0)


def cases() -> Iterator[Case]:
    yield from _interns()
    yield from _platform()
    yield from _staying()


def _roster(people: Sequence[Student], year: int = 2024) -> Make:
    return book(f"{year}届生源信息库.xlsx", {"生源": [[f"{year}届毕业生生源信息库", *["<"] * 7], *origins(people)]})


def _form(school: str, graduates: int) -> Make:
    return docx(
        "附件1建站申请表.docx",
        f"# 威海市大学生就业创业服务指导站建站申请表\n|申报高校基本情况|<|\n|名称|{school}|\n|在校生规模|在校生 {graduates * 3} 人，应届毕业生 {graduates} 人。|",
        PLAIN,
    )


def _interns() -> Iterator[Case]:
    people = students("an41a", 130)
    rows = "\n".join(
        f"|{n}|{s.name}|{s.number}|{s.major}|{('装配', '质检', '仓储')[n % 3]}|" for n, s in enumerate(people[:22], 1)
    )
    yield case(
        "an-41-small-school",
        "4.1",
        (20, 20, 20),
        "毕业生130人不足200，盖章名单22人，在期内",
        _roster(people),
        scan(
            "实习证明.pdf",
            f"""# 学生实习证明
~ 威海职业学院：
贵校2024届下列22名学生于2024年2月26日至2024年5月31日在我公司各岗位实习，表现良好，特此证明。
|序号|姓名|学号|专业|岗位|
{rows}
> 威海华岳机械制造有限公司
> 2024年6月3日
@威海华岳机械制造有限公司""",
            SMALL,
        ),
        facts={"interns": 22, "graduates": 130},
    )
    people = students("an41b", 260, level="本科", grade=2020)
    firms = (
        ("威海海润水产食品有限公司", 0, 18, "2024年3月1日", "2024年6月30日"),
        ("荣成市石岛船舶工程有限公司", 18, 35, "2023年12月18日", "2024年3月15日"),
        ("威海北洋电子科技有限公司", 35, 52, "2024年7月1日", "2024年9月30日"),
    )
    yield case(
        "an-41-three-firms",
        "4.1",
        (20, 20, 20),
        "三家企业共52人，实习期均与2024年重叠，均盖章",
        _roster(people),
        *(
            sealed(
                f"实习/{firm}.pdf",
                "实习证明",
                para(
                    f"兹证明山东大学（威海）{b - a}名应届毕业生（名单附后）自{since}至{until}在我单位实习，实习期间遵守制度、认真负责。",
                    "特此证明。",
                )
                + lp.grid(
                    ["序号", "姓名", "性别", "学号", "专业"],
                    [[n, s.name, s.gender, s.number, s.major] for n, s in enumerate(people[a:b], 1)],
                ),
                firm,
                f"{until[:4]}年{until[5:].split('日')[0]}日",
            )
            for firm, a, b, since, until in firms
        ),
        school="山东大学（威海）",
        facts={"interns": 52, "graduates": 260},
    )
    people = students("an41f", 20)
    yield case(
        "an-41-names-in-line",
        "4.1",
        (20, 20, 20),
        "函中以顿号列20人姓名；附件1载毕业生180人",
        sealed(
            "实习情况函.pdf",
            "关于贵校学生实习情况的函",
            "<p class=n>威海职业学院：</p>"
            + para(
                "贵校船舶工程技术专业2024届毕业生20人，于2024年3月4日到我公司顶岗实习，至2024年6月28日结束。名单如下：",
                "、".join(s.name for s in people) + "。",
                "上述同学均能胜任岗位工作，特此函告。",
            ),
            "威海中航造船有限公司",
            "2024年7月1日",
        ),
        _form("威海职业学院", 180),
        facts={"interns": 20, "graduates": 180},
    )
    people = students("an41c", 160)
    rows = "\n".join(f"|{n}|{s.name}|{s.number}|{s.major}|" for n, s in enumerate(people[:24], 1))
    yield case(
        "an-41-yantai",
        "4.1",
        NONE,
        "实习单位在烟台",
        _roster(people),
        sealed(
            "证明.pdf",
            "实习证明",
            para("威海职业学院2024届学生24人于2024年3月至6月在我公司（烟台市福山区永达街188号）实习，特此证明。")
            + lp.grid(
                ["序号", "姓名", "学号", "专业"], [[n, s.name, s.number, s.major] for n, s in enumerate(people[:24], 1)]
            ),
            "烟台福信汽车零部件有限公司",
            "2024年6月28日",
        ),
        flags=["employer-not-local"],
    )
    people = students("an41d", 150)
    yield case(
        "an-41-typed",
        "4.1",
        (0, 0, 20),
        "企业的证明只有打字稿，没有盖章",
        _roster(people),
        docx(
            "实习证明稿.docx",
            "# 实习证明\n兹有威海职业学院2024届毕业生24人，于2024年3月1日至2024年6月30日在我公司实习。名单：\n|姓名|学号|专业|\n"
            + "\n".join(f"|{s.name}|{s.number}|{s.major}|" for s in people[:24])
            + "\n特此证明。\n> 威海广泰食品有限公司（盖章）\n> 2024年6月30日",
            PLAIN,
        ),
        flags=["seal-missing"],
    )
    people = students("an41e", 120, grade=2019)
    yield case(
        "an-41-employees",
        "4.1",
        NONE,
        "证明的是在职员工，不是实习学生",
        sealed(
            "证明材料5.pdf",
            "在职证明",
            para("兹证明下列22人系我公司正式员工，已签订三年期劳动合同并缴纳社会保险，现在我公司生产部工作。")
            + lp.grid(
                ["序号", "姓名", "入职时间", "岗位"],
                [[n, s.name, "2022年7月", "操作工"] for n, s in enumerate(people[:22], 1)],
            )
            + para("本证明仅用于办理员工集体公寓入住。"),
            "威海新北洋包装有限公司",
            "2024年4月8日",
        ),
        _form("威海职业学院", 120),
        alt=[(0, 0, 20)],
    )


def _export(people: Sequence[Student], others: Sequence[Student], school: str) -> Make:
    head = [
        "用户ID",
        "姓名",
        "证件号码",
        "手机号",
        "教育经历-毕业院校",
        "教育经历-专业",
        "教育经历-学历",
        "教育经历-毕业时间",
        "注册时间",
    ]
    told: list[list[Value]] = [
        [
            8800 + n,
            s.name,
            s.ident,
            s.phone,
            school,
            s.major,
            s.level,
            "2024-07",
            f"2024-{1 + n % 11:02d}-{1 + n % 27:02d} 09:{n % 60:02d}:11",
        ]
        for n, s in enumerate(people)
    ]
    told += [
        [9900 + n, s.name, s.ident, s.phone, "烟台职业学院", s.major, s.level, "2024-07", "2024-04-01 10:00:00"]
        for n, s in enumerate(others)
    ]
    return book("威海市就业服务平台_用户教育经历_导出.xlsx", {"export": [head, *told]}, bare=True)


def _platform() -> Iterator[Case]:
    people, others = students("an42a", 100), students("an42x", 12, grade=2020)
    yield case(
        "an-42-export",
        "4.2",
        (10, 10, 10),
        "平台导出中在花名册者85人，毕业生100人：85%",
        _roster(people),
        _export(people[:85], others, "威海职业学院"),
        facts={"registered": 85, "graduates": 100},
        flags=["external-data-required"],
    )
    people = students("an42b", 100)
    yield case(
        "an-42-one-short",
        "4.2",
        NONE,
        "79人，不到80%；他校的行不算",
        _roster(people),
        _export(people[:79], others, "威海职业学院"),
        facts={"registered": 79, "graduates": 100},
        flags=["external-data-required"],
    )
    yield case(
        "an-42-own-table",
        "4.2",
        (0, 0, 10),
        "学校自己的统计表，不是平台的导出",
        docx(
            "注册情况.docx",
            """# 毕业生注册威海市就业服务平台情况统计
|学院|毕业生数|已注册数|注册率|
|商学院|310|291|93.9%|
|翻译学院|275|260|94.5%|
|合计|585|551|94.2%|
> 山东外事职业大学就业指导中心　2024年10月31日""",
            PLAIN,
        ),
        school="山东外事职业大学",
        flags=["external-data-required"],
    )
    people = students("an42d", 60)
    yield case(
        "an-42-learning",
        "4.2",
        (0, 0, 10),
        "学习通的课程学员，与就业平台无关；本项由局方系统查询，仍为待定",
        book(
            "学习通导出.xlsx",
            {
                "学员": [
                    ["姓名", "学号/工号", "学校", "课程", "任务点完成百分比", "加入时间"],
                    *[
                        [s.name, s.number, "威海职业学院", "大学生职业发展", f"{60 + n % 40}%", "2024-03-05 08:00"]
                        for n, s in enumerate(people)
                    ],
                ]
            },
            bare=True,
        ),
        flags=["external-data-required"],
    )


def _work(people: Sequence[Student], year: int, here: int, away: int) -> Make:
    places = ("山东省青岛市黄岛区", "江苏省苏州市昆山市", "山东省济南市历下区")
    rows: list[list[Value]] = []
    for n, s in enumerate(people):
        what: list[Value] = [
            "签就业协议形式就业",
            f"威海{'远宏联信天'[n % 5]}{'达泰和盛'[n % 4]}有限公司",
            ("山东省威海市环翠区", "山东省威海市荣成市", "山东省威海市文登区")[n % 3],
        ]
        if n >= here:
            what = [
                "签劳动合同形式就业",
                f"{('青岛', '昆山', '济南')[n % 3]}{'凯正博瑞'[n % 4]}科技有限公司",
                places[n % 3],
            ]
        if n >= here + away:
            what = ["升学" if n % 2 else "待就业", "", ""]
        rows.append([n + 1, s.name, s.number, s.ident, s.major, *what])
    return book(
        f"{year}届毕业生花名册.xlsx",
        {
            "花名册": titled(
                f"威海职业学院{year}届毕业生就业花名册",
                ["序号", "姓名", "学号", "身份证号", "专业", "毕业去向", "单位名称", "单位所在地"],
                rows,
            )
        },
    )


def _staying() -> Iterator[Case]:
    now, last = students("an43a", 200), students("an43b", 200, grade=2020)
    yield case(
        "an-43-and-a-half",
        "4.3",
        (20, 20, 25),
        "31.5%对30%，增1.5个百分点：整点20，按比例25",
        _work(now, 2024, 63, 90),
        _work(last, 2023, 60, 95),
        facts={"retention": 0.315, "retention_last": 0.3},
        flags=["rule-ambiguous"],
    )
    yield case(
        "an-43-fell",
        "4.3",
        NONE,
        "25%对28%，下降",
        _work(now, 2024, 50, 100),
        _work(last, 2023, 56, 90),
        facts={"retention": 0.25, "retention_last": 0.28},
    )
    yield case(
        "an-43-stated",
        "4.3",
        (0, 0, 30),
        "只写了比率，没有两年花名册",
        docx(
            "留威情况.docx",
            "# 毕业生留威就业情况说明\n2024届毕业生留威率为38.6%，较上年度提高1.2个百分点，留威人数连续三年增长，主要集中在医疗器械、海洋食品、电子信息等行业。\n> 威海职业学院招生就业处\n> 2024年11月10日",
            HURRIED,
        ),
        flags=["denominator-missing"],
    )
    some = students("an43d", 26, grade=2022)
    yield case(
        "an-43-holiday",
        "4.3",
        NONE,
        "寒假留校学生登记，住址在威海，与毕业去向无关",
        book(
            "登记.xlsx",
            {
                "留校": titled(
                    "2024年寒假留校学生登记表",
                    ["姓名", "学号", "年级", "专业", "假期住址", "联系电话"],
                    [
                        [s.name, s.number, "2022级", s.major, f"山东省威海市环翠区科技新城校内{5 + n % 3}号楼", s.phone]
                        for n, s in enumerate(some)
                    ],
                )
            },
        ),
        alt=[(0, 0, 30)],
    )
    yield case(
        "an-43-stated-screen",
        "4.3",
        (0, 0, 30),
        "大屏截图只有留威率",
        desk(
            "大屏.png",
            "<div style='background:#06204a;color:#9fe8ff;height:800px;padding:40px;text-align:center'><h1 style='font-size:36px'>2024届毕业生就业数据大屏</h1><div style='display:flex;justify-content:space-around;margin-top:90px;font-size:22px'><div>毕业生总数<br><b style='font-size:56px'>3126</b></div><div>毕业去向落实率<br><b style='font-size:56px'>90.85%</b></div><div>留威率<br><b style='font-size:56px'>36.20%</b></div><div>升学率<br><b style='font-size:56px'>24.10%</b></div></div></div>",
        ),
        more={"2.5": (15, 15, 15)},
    )
