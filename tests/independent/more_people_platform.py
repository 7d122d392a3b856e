"""4.2 引导关注并使用威海市就业服务平台 again: what users type, several totals, other counters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import screen
from tests.independent.people_interns_kit import ROSTER, roster
from tests.independent.people_kit import (
    HIT,
    HUST,
    MARINE,
    PHARMA,
    SDU,
    VOCATIONAL,
    Columns,
    Draw,
    Person,
    Sheet,
    application,
    book,
    crowd,
    delimited,
    html_table,
    table,
    together,
)

ALL, LIKELY, OPEN, NONE = (10, 10, 10), (0, 10, 10), (0, 0, 10), (0, 0, 0)
PLATFORM = "威海市就业服务平台"


def _columns(school: str, key: str = "id") -> Columns:
    return [
        ("用户编号", "seq"),
        ("真实姓名", "name"),
        ("身份证号", key),
        ("手机号", "phone"),
        ("教育经历-毕业院校", f"={school}"),
        ("教育经历-学历", "level"),
        ("教育经历-毕业时间", "leave_month"),
        ("注册时间", "=2024-03-19 10:42"),
    ]


def _export(path: str, people: Sequence[Person], school: str = VOCATIONAL, key: str = "id") -> Draw:
    return book(path, Sheet(PLATFORM, table(people, _columns(school, key)), plain=True))


def _case(
    name: str,
    make: Draw,
    score: Points,
    note: str,
    school: str = VOCATIONAL,
    flags: Sequence[tuple[str, str]] = (),
    **more: object,
) -> Case:
    wanted = [("4.2", "external-data-required"), *flags]
    name = f"more-platform-{name}"
    return Case(name, "4.2", make, {"4.2": score}, note=note, school=school, want_flags=wanted, **more)  # type: ignore[arg-type]


def _count(registered: int, graduates: int) -> dict[str, dict[str, float]]:
    return {"4.2": {"registered": registered, "graduates": graduates}}


def cases() -> Iterator[Case]:
    yield from _schools()
    yield from _files()
    yield from _totals()
    yield from _less()


def _two_spells(people: Sequence[Person]) -> list[list[object]]:
    """Each user with a high school first and the college second."""
    schools = ("威海市第二中学", "荣成市第一中学", "乳山市第一中学", "烟台第二中学")
    heads: list[object] = [
        "姓名",
        "证件号码",
        "教育经历1-毕业院校",
        "教育经历1-毕业时间",
        "教育经历2-毕业院校",
        "教育经历2-毕业时间",
        "注册日期",
    ]
    rows: list[list[object]] = [heads]
    for at, one in enumerate(people):
        before = [one.name, one.id, schools[at % 4], f"{one.entry_year}.06"]
        rows.append([*before, VOCATIONAL, one.leave_month, "2024-04-10"])
    return rows


def _typed(people: Sequence[Person], names: Sequence[str]) -> list[list[object]]:
    """Users type the name of their school as they like."""
    rows = table(people, _columns(""))
    for at, row in enumerate(rows[1:]):
        row[4] = names[at % len(names)]
    return rows


def _schools() -> Iterator[Case]:
    people = crowd("mp-a", 50)
    yield _case(
        "two-spells",
        together(
            book(f"4.2/{PLATFORM}注册用户.xlsx", Sheet("用户教育经历", _two_spells(people[:44]), plain=True)),
            roster(people),
        ),
        ALL,
        "a high school and the college in each row: 44 of 50",
        facts=_count(44, 50),
    )
    people = crowd("mp-b", 56)
    yield _case(
        "aliases",
        together(
            book(f"4.2/{PLATFORM}导出.xlsx", Sheet("用户", _typed(people[:46], (VOCATIONAL, "威职")), plain=True)),
            roster(people),
        ),
        ALL,
        "half of the users write the school's short name: 46 of 56",
        facts=_count(46, 56),
    )
    people = crowd("mp-c", 60, level="本科")
    names = ("哈尔滨理工大学", HUST, "哈尔滨理工大学（荣成）")
    yield _case(
        "parent-name",
        together(
            book(f"4.2 平台注册/{PLATFORM}.xlsx", Sheet("Sheet1", _typed(people[:50], names), plain=True)),
            roster(people, school=HUST),
        ),
        ALL,
        "the parent's name stands in a third of the rows; the roster decides: 50 of 60",
        HUST,
        facts=_count(50, 60),
    )


def _files() -> Iterator[Case]:
    people = crowd("mp-d", 50)
    yield _case(
        "exports-that-grow",
        together(
            _export(f"4.2/4月 {PLATFORM}导出.xlsx", people[:30], MARINE),
            _export(f"4.2/10月 {PLATFORM}导出.xlsx", people[:42], MARINE),
            roster(people, school=MARINE),
        ),
        ALL,
        "the later export holds the earlier one: 42 of 50",
        MARINE,
        facts=_count(42, 50),
    )
    people = crowd("mp-e", 50)
    yield _case(
        "masked",
        together(
            _export(f"4.2/{PLATFORM}用户（脱敏）.xlsx", people[:41], PHARMA, "masked"), roster(people, school=PHARMA)
        ),
        ALL,
        "masked IDs with names: 41 of 50",
        PHARMA,
        facts=_count(41, 50),
    )
    people = crowd("mp-f", 44, level="本科")
    yield _case(
        "bars",
        together(
            delimited(f"4.2/{PLATFORM}_user.txt", table(people[:36], _columns(HIT)), encoding="utf-8", mark="|"),
            roster(people, school=HIT),
        ),
        ALL,
        "a text with bars: 36 of 44",
        HIT,
        facts=_count(36, 44),
    )
    people = crowd("mp-g", 64, odd=True)
    yield _case(
        "sheets-of-twenty",
        together(
            book(
                f"四/4.2/{PLATFORM}用户列表.xlsx",
                *[
                    Sheet(f"第{at // 20 + 1}页", table(people[at : min(at + 20, 52)], _columns(MARINE)), plain=True)
                    for at in range(0, 52, 20)
                ],
            ),
            roster(people, school=MARINE),
        ),
        ALL,
        "three pages as three sheets: 52 of 64",
        MARINE,
        facts=_count(52, 64),
    )
    people = crowd("mp-h", 48, leave=2023)
    columns: Columns = [*_columns(VOCATIONAL)[:-1], ("注册时间", "=2023-05-06 08:30")]
    yield _case(
        "year-2023",
        together(
            book(f"4.2/{PLATFORM}.xlsx", Sheet("用户", table(people[:40], columns), plain=True)),
            book("2.1/2023届.xlsx", Sheet("2023届", table(people, ROSTER), title=f"{VOCATIONAL}2023届毕业生信息表")),
        ),
        ALL,
        "the class of 2023 for 2023: 40 of 48",
        year=2023,
        facts=_count(40, 48),
    )


def _totals() -> Iterator[Case]:
    people = crowd("mp-i", 50)
    yield _case(
        "application-says-more",
        together(
            _export(f"4.2/{PLATFORM}.xlsx", people[:41]),
            roster(people),
            application("附件1 申请表.docx", VOCATIONAL, 160, 52),
        ),
        LIKELY,
        "41 of the roster's 50, but of 52 by the application",
        flags=[("4.2", "totals-disagree")],
    )
    people = crowd("mp-j", 60)
    ways: Columns = [
        *ROSTER[:-1],
        ("毕业去向", "=签劳动合同形式就业"),
        ("单位名称", "=威海海明电子科技有限公司"),
        ("单位所在地", "=山东省威海市环翠区"),
    ]
    yield _case(
        "longer-roster-of-jobs",
        together(
            _export(f"4.2/{PLATFORM}.xlsx", people[:45]),
            roster(people[:50]),
            book(
                "4.3/2024届毕业生就业花名册.xlsx",
                Sheet("花名册", table(people, ways), title=f"{VOCATIONAL}2024届毕业生就业花名册"),
            ),
        ),
        OPEN,
        "45 of the 60 of the roster of jobs, which comes first; of 50 by the other",
        flags=[("4.2", "totals-disagree")],
    )


def _less() -> Iterator[Case]:
    this, after = crowd("mp-k", 40), crowd("mp-l", 30, leave=2025)
    columns: Columns = [
        ("昵称", "spaced"),
        ("姓名", "name"),
        ("毕业院校", f"={SDU}"),
        ("毕业时间（预计）", "leave_month"),
        ("求职状态", "=正在找工作"),
    ]
    yield _case(
        "expected-to-leave",
        together(
            book(
                f"4.2/{PLATFORM}求职者.xlsx",
                Sheet("求职者", table([*after[:15], *this, *after[15:]], columns), plain=True),
            ),
            application("附件1.docx", SDU, 420, 60),
        ),
        NONE,
        "no key: 40 rows of the year's class of 60, 30 of the next class",
        SDU,
        facts=_count(40, 60),
    )
    people = crowd("mp-m", 50)
    yield _case(
        "next-class-in-export",
        together(_export(f"4.2/{PLATFORM}.xlsx", [*people[:38], *crowd("mp-n", 20, leave=2025)]), roster(people)),
        NONE,
        "38 of 50; 20 are of the next class",
        facts=_count(38, 50),
    )
    shown = [
        ("姓名", "name"),
        ("手机号", "phone"),
        ("毕业院校", f"={VOCATIONAL}"),
        ("毕业时间", "leave_month"),
        ("注册时间", "=2024-04-18"),
    ]
    yield _case(
        "screen",
        together(
            screen(
                "4.2/后台截图.png",
                "<body style=\"margin:0;font:15px 'Noto Sans CJK SC','WenQuanYi Micro Hei'\">"
                "<style>table{width:100%;border-collapse:collapse}"
                "td,th{border-bottom:1px solid #ddd;padding:7px;text-align:left}"
                "</style>"
                f"<div style='background:#1e6fd9;color:#fff;padding:16px 24px;font-size:20px'>"
                f"{PLATFORM} · 管理后台</div>"
                "<div style='padding:16px 24px'>"
                f"<p>用户管理 / 用户列表　　毕业院校：{VOCATIONAL}　　毕业年份：2024　　[查询] [导出]</p>"
                + html_table(table(people[:13], shown))
                + "<p style='text-align:right'>共 1688 条　13条/页　1 2 3 4 5 … 130</p></div></body>",
            ),
            application("附件1.docx", VOCATIONAL, 6100, 2040),
        ),
        OPEN,
        "a picture of the platform's list",
    )
    fans: list[list[object]] = [["粉丝昵称", "性别", "地区", "关注时间", "标签"]]
    fans += [
        [one.spaced, one.sex, "山东 威海", f"2024-0{at % 6 + 3}-1{at % 9}", "威海职业学院2024届"]
        for at, one in enumerate(people[:45])
    ]
    yield _case(
        "followers",
        together(delimited("4.2/公众号粉丝列表.csv", fans), roster(people)),
        OPEN,
        "who follows an account has not registered",
        alt={"4.2": [NONE]},
    )
    sites: list[list[object]] = [
        ["院系", "毕业生数", "已注册", "注册率"],
        ["信息工程系", 18, 18, "100%"],
        ["护理学院", 32, 30, "93.8%"],
        ["合计", 50, 48, "96.0%"],
    ]
    yield _case(
        "national-site",
        together(
            book(
                "4.2/平台注册情况.xlsx",
                Sheet("注册", sites, title="威海职业学院2024届毕业生国家大学生就业服务平台注册情况统计"),
            ),
            roster(people),
        ),
        OPEN,
        "another platform, the school's own figures",
        alt={"4.2": [NONE]},
    )
