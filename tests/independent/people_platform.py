# ruff: noqa: E501
"""4.2 引导关注并使用威海市就业服务平台: the platform's export against the graduates of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tests.independent.case import Case
from tests.independent.people_interns_kit import roster
from tests.independent.people_kit import (
    HIT,
    MARINE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    WAISHI,
    Columns,
    Draw,
    Grid,
    Level,
    Person,
    Sheet,
    application,
    book,
    crowd,
    delimited,
    html_table,
    mail,
    pdf,
    scan,
    table,
    text,
    together,
    web,
    word,
)

ALL, OPEN, NONE = (10, 10, 10), (0, 0, 10), (0, 0, 0)
Export = Callable[[Sequence[Person], str], Draw]
"""draws the registered people of a school"""


def _detail(school: str) -> Columns:
    return [
        ("序号", "seq"),
        ("姓名", "name"),
        ("身份证号", "id"),
        ("手机号码", "phone"),
        ("毕业院校", f"={school}"),
        ("学历", "level"),
        ("专业", "major"),
        ("毕业时间", "leave_day"),
        ("注册时间", "=2024-04-11 09:26:31"),
    ]


def _without_key(school: str) -> Columns:
    return [
        ("用户昵称", "spaced"),
        ("姓名", "name"),
        ("教育经历-毕业院校", f"={school}"),
        ("教育经历-毕业时间", "leave_month"),
        ("注册日期", "=2024/5/8"),
    ]


def _experience(people: Sequence[Person], school: str) -> list[list[object]]:
    """What the site shows as one cell of education."""
    rows: list[list[object]] = [["用户ID", "真实姓名", "证件号码", "教育经历", "注册日期", "用户状态"]]
    for at, one in enumerate(people):
        spell = f"{one.entry_year}.09-{one.leave_month} {school} {one.major} {one.level}"
        rows.append([f"WH{200300 + at * 7}", one.name, one.id, spell, f"2024-03-{at % 28 + 1:02d}", "正常"])
    return rows


def _sheet(people: Sequence[Person], school: str) -> Draw:
    return book("4.2/威海市就业服务平台用户导出.xlsx", Sheet("用户列表", table(people, _detail(school)), plain=True))


def _titled(people: Sequence[Person], school: str) -> Draw:
    return book(
        "四、就业创业活动/2平台注册/注册数据.xlsx",
        Sheet(
            "筛选结果",
            table(people, _detail(school)),
            title="威海市就业服务平台注册用户明细",
            above=[[f"筛选条件：教育经历.毕业院校={school}", "", "", "导出时间：2024-11-12 10:20"]],
            below=[["合计", len(people)]],
        ),
    )


def _cells(people: Sequence[Person], school: str) -> Draw:
    return book("平台导出.xlsx", Sheet("export", _experience(people, school), plain=True))


def _comma(people: Sequence[Person], school: str) -> Draw:
    return delimited("4.2/用户信息_就业服务平台.csv", table(people, _detail(school)))


def _comma_gbk(people: Sequence[Person], school: str) -> Draw:
    return delimited("4/2/export20241105.csv", _experience(people, school), encoding="gbk")


def _printed(people: Sequence[Person], school: str) -> Draw:
    return pdf(
        "4.2/平台注册用户.pdf",
        "<h1>威海市就业服务平台注册用户信息（系统导出）</h1>" + html_table(table(people, _detail(school))),
    )


def _two_rows(people: Sequence[Person], school: str) -> Draw:
    _, *rows = table(people, _detail(school))
    heads = [
        ["序号", "基本信息", "", "", "教育经历", "", "", "", "注册时间"],
        ["", "姓名", "身份证号", "手机号码", "毕业院校", "学历", "专业", "毕业时间", ""],
    ]
    return book(
        "4.2 平台/用户.xlsx",
        Sheet(
            "用户",
            [*heads, *rows],
            title="威海市就业服务平台用户教育经历查询结果",
            merges=["A2:A3", "B2:D2", "E2:H2", "I2:I3"],
        ),
    )


def _page(people: Sequence[Person], school: str) -> Draw:
    return web(
        "4.2/威海市就业服务平台-后台.html",
        "<p class=no>威海市就业服务平台管理后台 &gt; 用户管理 &gt; 用户查询</p>"
        + html_table(table(people, _detail(school))),
    )


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    flags = [("4.2", "external-data-required")]
    return Case(f"platform-{name}", "4.2", make, {"4.2": points}, note=note, school=school, want_flags=flags, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _rates()
    yield from _who_counts()
    yield from _open()


RATES: tuple[tuple[str, Export, int, int, str, Level], ...] = (
    ("plain", _sheet, 92, 110, VOCATIONAL, "专科"),
    ("exactly-80", _titled, 80, 100, MARINE, "专科"),
    ("just-under", _titled, 79, 100, MARINE, "专科"),
    ("cells", _cells, 48, 60, SDU, "本科"),
    ("cells-under", _cells, 47, 60, SDU, "本科"),
    ("comma", _comma, 71, 85, PHARMA, "专科"),
    ("comma-gbk", _comma_gbk, 66, 80, WAISHI, "本科"),
    ("printed", _printed, 56, 70, SDJTU, "本科"),
    ("printed-under", _printed, 55, 70, SDJTU, "本科"),
    ("two-row-head", _two_rows, 90, 90, HIT, "本科"),
    ("page", _page, 33, 40, VOCATIONAL, "专科"),
    ("page-under", _page, 20, 40, VOCATIONAL, "专科"),
    ("plain-few", _sheet, 12, 95, PHARMA, "专科"),
    ("comma-just-over", _comma, 101, 126, VOCATIONAL, "专科"),
)


def _rates() -> Iterator[Case]:
    for name, export, registered, graduates, school, level in RATES:
        people = crowd(f"pl-{name}", graduates, level=level, odd=True)
        yield _case(
            name,
            together(export(people[:registered], school), roster(people, school=school)),
            ALL if registered * 5 >= graduates * 4 else NONE,
            f"{registered} of {graduates} graduates registered",
            school,
            facts={"4.2": {"registered": registered, "graduates": graduates}},
        )


def _who_counts() -> Iterator[Case]:
    people = crowd("pl-earlier", 50)
    earlier = crowd("pl-earlier-2023", 30, leave=2023)
    yield _case(
        "earlier-classes-in-export",
        together(_sheet([*earlier, *people[:42]], VOCATIONAL), roster(people)),
        ALL,
        "30 of the class before do not count",
        facts={"4.2": {"registered": 42, "graduates": 50}},
    )
    yield _case(
        "mostly-earlier-classes",
        together(_sheet([*earlier, *people[:20]], VOCATIONAL), roster(people)),
        NONE,
        "20 of 50; 30 are of the class before",
        facts={"4.2": {"registered": 20, "graduates": 50}},
    )
    yield _case(
        "same-people-twice",
        together(_comma([*people[:30], *people[:15]], VOCATIONAL), roster(people)),
        NONE,
        "45 rows, 30 people",
        facts={"4.2": {"registered": 30, "graduates": 50}},
    )
    others = crowd("pl-others", 40)
    mixed = [
        *table(people[:41], _detail(VOCATIONAL)),
        *table(others, _detail("烟台职业学院"))[1:],
        *table(crowd("pl-o2", 25), _detail(MARINE))[1:],
    ]
    yield _case(
        "several-schools",
        together(book("4.2/全市用户.xlsx", Sheet("用户", mixed, plain=True)), roster(people)),
        ALL,
        "rows of other schools are left out",
        facts={"4.2": {"registered": 41, "graduates": 50}},
    )
    yield _case(
        "only-other-schools",
        together(
            book("4.2/用户.xlsx", Sheet("用户", table(others, _detail("烟台职业学院")), plain=True)), roster(people)
        ),
        NONE,
        "nobody of this school",
        facts={"4.2": {"registered": 0, "graduates": 50}},
    )
    spread = [replace(p, id=p.id.lower(), name=p.spaced) for p in people[:40]]
    yield _case(
        "small-x-and-blanks",
        together(_titled(spread, VOCATIONAL), roster(people)),
        ALL,
        "names with blanks, x in IDs: 40 of 50",
        facts={"4.2": {"registered": 40, "graduates": 50}},
    )
    cohort = [*crowd("pl-year-a", 45), *crowd("pl-year-b", 20, leave=2022)]
    for name, draw, school in (
        ("without-key", "export.xlsx", VOCATIONAL),
        ("without-key-marine", "4.2/平台.xlsx", MARINE),
    ):
        yield _case(
            f"{name}-by-year",
            together(
                book(draw, Sheet("威海市就业服务平台", table(cohort, _without_key(school)), plain=True)),
                application("附件1.docx", school, 300, 55),
            ),
            ALL,
            "no key: 45 rows of the year's class, 55 graduates",
            school,
            facts={"4.2": {"registered": 45, "graduates": 55}},
        )
    yield _case(
        "without-key-too-few",
        together(
            book("4.2/平台用户.xlsx", Sheet("威海市就业服务平台", table(cohort, _without_key(VOCATIONAL)), plain=True)),
            application("附件1.docx", VOCATIONAL, 300, 60),
        ),
        NONE,
        "45 of 60; 20 rows are of 2022",
        facts={"4.2": {"registered": 45, "graduates": 60}},
    )
    half = [p for at, p in enumerate(people) if at % 2]
    rest = [p for at, p in enumerate(people) if not at % 2]
    yield _case(
        "two-exports",
        together(
            book("4.2/导出1.xlsx", Sheet("用户", table(half, _detail(VOCATIONAL)), plain=True)),
            book("4.2/导出2.xlsx", Sheet("用户", table(rest[:18], _detail(VOCATIONAL)), plain=True)),
            roster(people),
        ),
        ALL,
        "25 and 18 of 50",
        facts={"4.2": {"registered": 43, "graduates": 50}},
    )


def _open() -> Iterator[Case]:
    people = crowd("pl-open", 60)
    undated: Columns = [
        ("昵称", "spaced"),
        ("姓名", "name"),
        ("毕业院校", f"={VOCATIONAL}"),
        ("注册日期", "=2024-04-02"),
    ]
    yield _case(
        "neither-key-nor-year",
        together(
            book("4.2/就业服务平台导出.xlsx", Sheet("用户", table(people[:55], undated), plain=True)),
            application("附件1.docx", VOCATIONAL, 300, 60),
        ),
        OPEN,
        "nothing tells who is of the year's class",
    )
    own: list[list[object]] = [
        ["序号", "系部", "毕业生人数", "注册人数", "注册率"],
        [1, "信息工程系", 320, 290, "90.6%"],
        [2, "护理学院", 280, 255, "91.1%"],
        ["合计", "", 600, 545, "90.8%"],
    ]
    yield _case(
        "own-statistics",
        together(
            book(
                "4.2/平台注册统计.xlsx",
                Sheet("统计", own, title="威海职业学院2024届毕业生“威海市就业服务平台”注册情况统计表"),
            )
        ),
        OPEN,
        "the school's own figures",
    )
    signed: Columns = [
        ("序号", "seq"),
        ("班级", "clazz"),
        ("姓名", "name"),
        ("学号", "number"),
        ("是否注册", "=是"),
        ("学生签字", "="),
    ]
    yield _case(
        "own-list-in-word",
        together(
            word(
                "4.2/注册登记.docx",
                "# 威海市就业服务平台注册情况登记表",
                "威海职业学院2024届软件技术专业",
                Grid(table(people[:52], signed)),
            ),
            roster(people),
        ),
        OPEN,
        "the school's own list of who says to have registered",
    )
    screen = "<div style='font-family:sans-serif'><h1>威海市就业服务平台</h1><p class=no>用户统计　毕业院校：威海职业学院　毕业年份：2024</p><table><tr><th>注册人数</th><th>实名人数</th><th>简历数</th></tr><tr><td>1826</td><td>1803</td><td>977</td></tr></table></div>"
    yield _case(
        "screenshot",
        together(scan("4.2/屏幕截图.png", screen), application("附件1.docx", VOCATIONAL, 6000, 2000)),
        OPEN,
        "a picture of the platform's figures",
    )
    yield _case("photo-of-screen", scan("4.2/平台注册.jpg", screen, kind="photo"), OPEN, "a photo of the figures")
    yield _case(
        "mail-with-figures",
        mail(
            "4.2/平台注册情况.eml",
            "平台注册情况",
            "x@example.cn",
            "Fri, 15 Nov 2024 08:40:00 +0800",
            "市人社局：\n我校2024届毕业生2000人，已关注并注册威海市就业服务平台1730人，注册率86.5%。\n威海职业学院招生就业处",
        ),
        OPEN,
        "a rate told in a mail",
    )
    yield _case(
        "notice-to-register",
        word(
            "4.2/关于组织毕业生注册威海市就业服务平台的通知.docx",
            "# 关于组织2024届毕业生注册使用威海市就业服务平台的通知",
            "各系部：请组织毕业生于2024年4月30日前关注并注册“威海市就业服务平台”，完善教育经历。",
            "> 威海职业学院招生就业处",
            "> 2024年4月8日",
        ),
        OPEN,
        "a notice; the clause draws from the bureau's system",
        alt={"4.2": [NONE]},
    )
    yield _case(
        "roster-only",
        roster(people),
        OPEN,
        "nothing for the cell: drawn from the bureau's system",
        forbid_flags=[("4.2", "no-evidence")],
    )
    learning: Columns = [
        ("学号/工号", "number"),
        ("姓名", "name"),
        ("学校", f"={VOCATIONAL}"),
        ("课程", "=大学生就业指导"),
        ("完成率", "=100%"),
    ]
    yield _case(
        "learning-platform",
        together(
            book(
                "4.2/平台用户.xlsx",
                Sheet("学习通", table(people, learning), title="超星学习通课程学习统计（2024年春）"),
            ),
            roster(people),
        ),
        OPEN,
        "another platform",
        alt={"4.2": [NONE]},
    )
    yield _case(
        "chat-group",
        text(
            "4.2/接龙.txt",
            "#接龙 2024届软件2101班 平台注册打卡\n"
            + "\n".join(f"{at}. {p.name} 已注册" for at, p in enumerate(people[:30], 1)),
        ),
        OPEN,
        "a list from a chat",
        alt={"4.2": [NONE]},
    )
