"""4.6 组织学生参加就业创业培训率: the provincial system's export against the enrolled students."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tests.independent.case import Case, Points
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
    Person,
    Sheet,
    application,
    book,
    crowd,
    delimited,
    html_table,
    pdf,
    scan,
    table,
    text,
    together,
    web,
    word,
)

ALL, OPEN, NONE = (8, 8, 8), (0, 0, 8), (0, 0, 0)
ENROLLED: Columns = [
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号", "id"),
    ("层次", "level"),
    ("专业", "major"),
    ("年级", "grade"),
    ("入学日期", "entry_day"),
]
SYSTEM = "山东省公共就业人才信息系统"


def _columns(school: str, begin: str, end: str, course: str = "SYB创办企业培训") -> Columns:
    return [
        ("序号", "seq"),
        ("姓名", "name"),
        ("身份证号", "id"),
        ("文化程度", "level"),
        ("人员类别", "=在校大学生"),
        ("毕业院校", f"={school}"),
        ("培训类型", f"={course}"),
        ("培训班期", "=2024年威海第17期"),
        ("开班日期", f"={begin}"),
        ("结业日期", f"={end}"),
        ("培训机构", "=威海启航职业培训学校"),
    ]


def campus(seed: str, degree: int, college: int, masters: int = 0) -> list[Person]:
    """Enrolled students by level."""
    people = crowd(f"{seed}b", degree, level="本科", leave=2026) if degree else []
    people += crowd(f"{seed}z", college, level="专科", leave=2026, odd=True) if college else []
    return people + (crowd(f"{seed}s", masters, level="硕士", leave=2026) if masters else [])


def enrolled(people: Sequence[Person], school: str, columns: Columns = ENROLLED) -> Draw:
    return book("2.2/在校生.xlsx", Sheet("在校生", table(people, columns), title=f"{school}2024年在校生信息表"))


def _sheet(people: Sequence[Person], school: str) -> Draw:
    return book(
        "4.6/创业培训人员信息导出.xlsx",
        Sheet(
            "培训人员", table(people, _columns(school, "2024-05-11", "2024-05-20")), title=f"{SYSTEM}创业培训人员明细表"
        ),
    )


def _queried(people: Sequence[Person], school: str) -> Draw:
    return book(
        "四/6培训/查询结果.xlsx",
        Sheet(
            "Sheet1",
            table(people, _columns(school, "20241012", "20241021", "网络创业培训")),
            title="培训学员信息查询",
            above=[[f"数据来源：{SYSTEM}", "", "", "", "查询时间：2024-11-18"]],
            below=[["合计", len(people)]],
        ),
    )


def _comma(people: Sequence[Person], school: str) -> Draw:
    return delimited(
        "4.6/山东省公共就业人才信息系统_培训人员.csv",
        table(people, _columns(school, "2024/3/16", "2024/3/25", "GYB产生企业想法培训")),
        encoding="gbk",
    )


def _printed(people: Sequence[Person], school: str) -> Draw:
    return pdf(
        "4.6/系统导出.pdf",
        f"<h1>{SYSTEM}<br>就业创业培训学员名册</h1>"
        + html_table(table(people, _columns(school, "2024.06.01", "2024.06.10")))
        + "<p class=no>打印时间：2024-11-20 14:02</p>",
    )


def _page(people: Sequence[Person], school: str) -> Draw:
    return web(
        "4.6/公共就业人才信息系统.html",
        f"<p class=no>{SYSTEM} &gt; 创业培训管理 &gt; 学员查询</p>"
        + html_table(table(people, _columns(school, "2024-09-07", "2024-09-16"))),
    )


def _case(
    name: str,
    make: Draw,
    score: Points,
    note: str,
    school: str = VOCATIONAL,
    flags: Sequence[tuple[str, str]] = (),
    **more: object,
) -> Case:
    wanted = [("4.6", "external-data-required"), *flags]
    return Case(f"training-{name}", "4.6", make, {"4.6": score}, note=note, school=school, want_flags=wanted, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _rates()
    yield from _who_counts()
    yield from _open()


Export = Callable[[Sequence[Person], str], Draw]
RATES: tuple[tuple[str, Export, str, tuple[int, int], tuple[int, int], int], ...] = (
    # name, layout, school, 本科 trained of enrolled, 专科 trained of enrolled, masters
    ("college-30", _sheet, VOCATIONAL, (0, 0), (12, 40), 0),
    ("college-27", _sheet, VOCATIONAL, (0, 0), (11, 40), 0),
    ("college-half", _queried, MARINE, (0, 0), (30, 60), 0),
    ("college-comma", _comma, PHARMA, (0, 0), (20, 55), 0),
    ("college-29", _comma, PHARMA, (0, 0), (17, 58), 0),
    ("degree-20", _printed, SDJTU, (8, 40), (0, 0), 0),
    ("degree-17", _printed, SDJTU, (7, 40), (0, 0), 0),
    ("degree-25", _page, SDU, (15, 60), (0, 0), 0),
    ("degree-with-masters", _queried, HIT, (9, 45), (0, 0), 20),
    ("degree-masters-too-few", _queried, HIT, (8, 45), (0, 0), 20),
    ("both-reached", _sheet, WAISHI, (10, 50), (15, 50), 0),
    ("only-degree", _sheet, WAISHI, (10, 50), (14, 50), 0),
    ("only-college", _comma, WAISHI, (9, 50), (15, 50), 0),
    ("neither", _page, WAISHI, (5, 50), (6, 50), 0),
    ("both-well", _printed, WAISHI, (22, 60), (25, 50), 0),
)


def _rates() -> Iterator[Case]:
    for name, export, school, degree, college, masters in RATES:
        people = campus(f"tr-{name}", degree[1], college[1], masters)
        first = people[: degree[0]]
        second = people[degree[1] : degree[1] + college[0]]
        reached = [done * 100 >= base * share for (done, base), share in ((degree, 20), (college, 30)) if base]
        score = ALL if all(reached) else OPEN if any(reached) else NONE
        yield _case(
            name,
            together(export([*first, *second], school), enrolled(people, school)),
            score,
            f"本科 {degree[0]} of {degree[1]}, 专科 {college[0]} of {college[1]}",
            school,
            [("4.6", "rule-ambiguous")] if score == OPEN else [],
            facts={"4.6": {"trained": degree[0] + college[0], "enrolled": degree[1] + college[1]}},
        )


def _who_counts() -> Iterator[Case]:
    people = campus("tr-who", 0, 50)
    yield _case(
        "several-courses",
        together(_sheet(people[:10], VOCATIONAL), _queried(people[:10], VOCATIONAL), enrolled(people, VOCATIONAL)),
        NONE,
        "20 rows, 10 people of 50",
        facts={"4.6": {"trained": 10, "enrolled": 50}},
    )
    yield _case(
        "two-courses-together",
        together(_sheet(people[:9], VOCATIONAL), _comma(people[6:16], VOCATIONAL), enrolled(people, VOCATIONAL)),
        ALL,
        "9 and 10, 3 of them the same: 16 of 50",
        facts={"4.6": {"trained": 16, "enrolled": 50}},
    )
    old = table(people[:20], _columns(VOCATIONAL, "2023-05-13", "2023-05-22"))
    yield _case(
        "year-before",
        together(
            book("4.6/培训人员导出.xlsx", Sheet("培训", old, title=f"{SYSTEM}培训人员明细")),
            enrolled(people, VOCATIONAL),
        ),
        NONE,
        "trained the year before",
        flags=[("4.6", "date-outside-period")],
    )
    mixed = [
        *table(people[:12], _columns(VOCATIONAL, "2024-04-13", "2024-04-22")),
        *table(people[12:30], _columns(VOCATIONAL, "2023-10-14", "2023-10-23"))[1:],
    ]
    yield _case(
        "two-years-in-export",
        together(
            book("4.6/培训人员导出.xlsx", Sheet("培训", mixed, title=f"{SYSTEM}培训人员明细")),
            enrolled(people, VOCATIONAL),
        ),
        NONE,
        "12 in the year, 18 before it",
        facts={"4.6": {"trained": 12, "enrolled": 50}},
    )
    strangers = crowd("tr-strangers", 8, leave=2026)
    yield _case(
        "not-in-roster",
        together(_sheet([*people[:10], *strangers], VOCATIONAL), enrolled(people, VOCATIONAL)),
        OPEN,
        "10 in the roster, 8 not",
        flags=[("4.6", "not-in-roster")],
        facts={"4.6": {"trained": 10, "enrolled": 50}},
    )
    others = table(crowd("tr-others", 30, leave=2026), _columns("烟台职业学院", "2024-05-11", "2024-05-20"))[1:]
    yield _case(
        "several-schools",
        together(
            book(
                "4.6/全市培训人员.xlsx",
                Sheet(
                    "培训",
                    [*table(people[:18], _columns(VOCATIONAL, "2024-05-11", "2024-05-20")), *others],
                    title=f"{SYSTEM}培训人员明细",
                ),
            ),
            enrolled(people, VOCATIONAL),
        ),
        ALL,
        "rows of another school are left out: 18 of 50",
        facts={"4.6": {"trained": 18, "enrolled": 50}},
    )
    spread = [replace(p, name=p.spaced, id=p.id.lower()) for p in people[:15]]
    yield _case(
        "small-x-and-blanks",
        together(_queried(spread, VOCATIONAL), enrolled(people, VOCATIONAL)),
        ALL,
        "15 of 50",
        facts={"4.6": {"trained": 15, "enrolled": 50}},
    )
    group = crowd("tr-form", 40, leave=2026)
    for at, (total, school) in enumerate(((120, VOCATIONAL), (150, MARINE)), 1):
        yield _case(
            f"by-application-{at}",
            together(_sheet(group, school), application("附件1.docx", school, total, 40)),
            ALL if total * 3 <= 40 * 10 else NONE,
            f"no roster: 40 against the {total} of 附件1",
            school,
        )


def _open() -> Iterator[Case]:
    people = campus("tr-open", 0, 50)
    own: Columns = [
        ("序号", "seq"),
        ("姓名", "name"),
        ("学号", "number"),
        ("身份证号", "id"),
        ("层次", "level"),
        ("班级", "clazz"),
        ("培训日期", "=2024年5月11日"),
    ]
    yield _case(
        "own-list",
        together(
            word(
                "4.6/SYB培训名单.docx",
                "# 威海职业学院2024年SYB创业培训学员名单",
                Grid(table(people[:25], own)),
                "> 创新创业学院",
            ),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "the school's own list",
    )
    yield _case(
        "own-workbook",
        together(
            book(
                "4.6/学员签到表.xlsx",
                Sheet("签到", table(people[:30], own), title="威海职业学院就业创业培训学员签到表"),
            ),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "the school's list of those present",
    )
    yield _case(
        "own-scan",
        together(
            scan(
                "4.6/花名册.jpg",
                "<h1 style='font-size:23px'>威海职业学院2024年创业培训班学员花名册</h1>"
                + html_table(table(people[:20], own)),
            ),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "the school's list on paper",
    )
    yield _case(
        "no-denominator",
        _sheet(people[:30], VOCATIONAL),
        OPEN,
        "nothing tells how many are enrolled",
        flags=[("4.6", "denominator-missing")],
    )
    some = campus("tr-level", 50, 0)
    bare = [head for head in _columns(SDU, "2024-05-11", "2024-05-20") if head[1] != "level"]
    plain = [head for head in ENROLLED if head[1] != "level"]
    yield _case(
        "no-level",
        together(
            book("4.6/系统导出.xlsx", Sheet("培训", table(some[:30], bare), title=f"{SYSTEM}培训人员明细")),
            enrolled(some, SDU, plain),
        ),
        OPEN,
        "no level anywhere",
        SDU,
        [("4.6", "columns-missing")],
    )
    yield _case(
        "stated-rate",
        word(
            "4.6/培训情况.docx",
            "# 2024年就业创业培训工作情况",
            "全年组织SYB创业培训12期，培训学生3120人，占在校生总数的31.5%。",
            "> 威海职业学院",
            "> 2024年11月15日",
        ),
        OPEN,
        "a stated rate",
    )
    yield _case(
        "roster-only",
        enrolled(people, VOCATIONAL),
        OPEN,
        "nothing for the cell: drawn from the system",
        forbid_flags=[("4.6", "no-evidence")],
    )
    yield _case(
        "notice",
        text(
            "4.6/通知.txt",
            "关于组织参加2024年第3期SYB创业培训的通知\n各系部：现组织在校生参加SYB创业培训，时间5月11日至20日，请于5月6日前报名。\n创新创业学院\n2024年4月28日\n",
        ),
        OPEN,
        "a notice; nothing else for the cell",
        alt={"4.6": [NONE]},
    )
    teachers = [["序号", "姓名", "工作单位", "培训项目", "培训时间"]] + [
        [at, p.name, VOCATIONAL, "SYB讲师培训", "2024年7月"] for at, p in enumerate(crowd("tr-t", 12), 1)
    ]
    yield _case(
        "teachers",
        together(
            book("4.6/师资培训.xlsx", Sheet("师资", teachers, title="2024年创业培训师资班学员名单")),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "teachers were trained",
        alt={"4.6": [NONE]},
    )
