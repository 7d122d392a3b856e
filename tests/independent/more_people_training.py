"""4.6 组织学生参加就业创业培训率 again: batches, spans of dates, several rosters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent.case import Case, Points
from tests.independent.people_kit import (
    HIT,
    MARINE,
    PHARMA,
    SDJTU,
    VOCATIONAL,
    WAISHI,
    Columns,
    Draw,
    Person,
    Sheet,
    application,
    book,
    delimited,
    electronic,
    html_table,
    pdf,
    red,
    scan,
    table,
    together,
)
from tests.independent.people_training import ENROLLED, SYSTEM, campus, enrolled

ALL, OPEN, NONE = (8, 8, 8), (0, 0, 8), (0, 0, 0)


def _columns(school: str, batch: str, span: str, level: str = "level") -> Columns:
    """As the system lists those trained, the dates in one column."""
    return [
        ("培训期次", f"={batch}"),
        ("学员姓名", "name"),
        ("公民身份号码", "id"),
        ("文化程度", level),
        ("毕业院校", f"={school}"),
        ("培训工种", "=创业培训（SYB）"),
        ("培训起止日期", f"={span}"),
        ("鉴定结果", "=合格"),
        ("培训机构", "=威海启航职业培训学校"),
    ]


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
    name = f"more-training-{name}"
    return Case(name, "4.6", make, {"4.6": score}, note=note, school=school, want_flags=wanted, **more)  # type: ignore[arg-type]


def _count(trained: int, base: int) -> dict[str, dict[str, float]]:
    return {"4.6": {"trained": trained, "enrolled": base}}


def cases() -> Iterator[Case]:
    yield from _reached()
    yield from _missed()
    yield from _open()


def _batches(people: Sequence[Person], school: str) -> Draw:
    """A sheet a batch, each with its own line of title."""
    spans = ("2024.04.13-2024.04.22", "2024.05.18-2024.05.27", "2024.10.12-2024.10.21")
    third = -(-len(people) // 3)
    return book(
        "4.6/创业培训学员明细（系统导出）.xlsx",
        *[
            Sheet(
                f"第{at + 11}期",
                table(people[at * third : (at + 1) * third], _columns(school, f"2024-{at + 11}", span)),
                title=f"{SYSTEM}　创业培训班学员明细（2024年第{at + 11}期）",
            )
            for at, span in enumerate(spans)
        ],
    )


def _flat(
    path: str, people: Sequence[Person], school: str, *, span: str = "2024.05.11-2024.05.20", level: str = "level"
) -> Draw:
    return book(
        path,
        Sheet(
            "学员信息",
            table(people, _columns(school, "第9期", span, level)),
            title=f"{SYSTEM}培训学员信息查询结果",
            below=[["合计", f"{len(people)}人"]],
        ),
    )


def _reached() -> Iterator[Case]:
    people = campus("mt-a", 0, 50)
    yield _case(
        "sheets-of-batches",
        together(_batches(people[:16], VOCATIONAL), enrolled(people, VOCATIONAL)),
        ALL,
        "three batches on three sheets: 16 of 50",
        facts=_count(16, 50),
    )
    people = campus("mt-b", 0, 60)
    yield _case(
        "span-in-one-column",
        together(
            delimited(
                f"4.6/{SYSTEM}_创业培训.csv",
                table(people[20:38], _columns(PHARMA, "第4期", "2024.03.16-2024.03.25")),
                encoding="gbk",
            ),
            enrolled(people, PHARMA),
        ),
        ALL,
        "first and last day in one column: exactly 18 of 60",
        PHARMA,
        facts=_count(18, 60),
    )
    people = campus("mt-c", 0, 52)
    yield _case(
        "another-word-for-level",
        together(_flat("4.6/查询结果.xlsx", people[:20], MARINE, level="=大学专科"), enrolled(people, MARINE)),
        ALL,
        "the system says 大学专科: 20 of 52",
        MARINE,
        facts=_count(20, 52),
    )
    people = campus("mt-d", 44, 0)
    rows = [
        [f"{cell}\t" if at == 2 else cell for at, cell in enumerate(row)]
        for row in table(people[:9], _columns(SDJTU, "第7期", "20240601-20240610"))
    ]
    yield _case(
        "tabs-behind-ids",
        together(delimited(f"4.6/{SYSTEM}导出.csv", rows), enrolled(people, SDJTU)),
        ALL,
        "tabs behind the IDs: 9 of 44",
        SDJTU,
        facts=_count(9, 44),
    )
    degree, college = campus("mt-e", 50, 0), campus("mt-e", 0, 50)
    yield _case(
        "two-rosters",
        together(
            _flat("4.6/2024年培训.xlsx", [*degree[:11], *college[:16]], WAISHI),
            book(
                "2.2/本科在校生.xlsx", Sheet("本科", table(degree, ENROLLED), title=f"{WAISHI}2024年本科在校生信息表")
            ),
            book(
                "2.2/专科在校生.xlsx", Sheet("专科", table(college, ENROLLED), title=f"{WAISHI}2024年专科在校生信息表")
            ),
        ),
        ALL,
        "a roster a level: 11 of 50 and 16 of 50",
        WAISHI,
        facts=_count(27, 100),
    )
    yield _case(
        "degree-by-application",
        together(
            _flat("4.6/培训明细.xlsx", campus("mt-f", 24, 0), SDJTU),
            application("附件1建站申请表.docx", SDJTU, 115, 30),
        ),
        OPEN,
        "no roster: the application's 115 are of both levels that the school teaches by the rule set, "
        "so that nobody knows of how many at each the 24 are (scoring 4.6; at first taken for a school of one level)",
        SDJTU,
        [("4.6", "denominator-missing")],
    )
    people = campus("mt-g", 0, 45)
    yield _case(
        "year-2025",
        together(
            _flat("4.6/2025.xlsx", people[:15], MARINE, span="2025.04.12-2025.04.21"),
            book("2.2/在校生.xlsx", Sheet("在校生", table(people, ENROLLED), title=f"{MARINE}2025年在校生信息表")),
        ),
        ALL,
        "trained in 2025 for 2025: 15 of 45",
        MARINE,
        year=2025,
        facts=_count(15, 45),
    )


def _missed() -> Iterator[Case]:
    people = campus("mt-h", 0, 50)
    mixed = [
        *table(people[:12], _columns(VOCATIONAL, "第15期", "2024.11.02-2024.11.11")),
        *table(people[12:20], _columns(VOCATIONAL, "第1期", "2025.03.08-2025.03.17"))[1:],
    ]
    yield _case(
        "next-year-in-export",
        together(
            book("4.6/培训明细.xlsx", Sheet("学员", mixed, title=f"{SYSTEM}培训学员明细")), enrolled(people, VOCATIONAL)
        ),
        NONE,
        "12 of 50 in the year, 8 after it",
        facts=_count(12, 50),
    )
    people = campus("mt-i", 40, 0, 20)
    yield _case(
        "postgraduates-trained",
        together(_flat("4.6/培训.xlsx", [*people[:7], *people[40:49]], HIT), enrolled(people, HIT)),
        NONE,
        "7 of 40 undergraduates; 9 postgraduates count on neither side",
        HIT,
    )


def _open() -> Iterator[Case]:
    degree, college = campus("mt-j", 60, 0), campus("mt-j", 0, 40)
    yield _case(
        "only-degree-reached",
        together(
            delimited(
                f"4.6/{SYSTEM}.csv",
                table([*degree[:13], *college[:10]], _columns(WAISHI, "第3期", "2024/4/6-2024/4/15")),
            ),
            enrolled([*degree, *college], WAISHI),
        ),
        OPEN,
        "本科 13 of 60 reached, 专科 10 of 40 not",
        WAISHI,
        [("4.6", "rule-ambiguous")],
        facts=_count(23, 100),
    )
    yield _case(
        "two-levels-no-roster",
        together(
            _flat("4.6/培训.xlsx", [*degree[:30], *college[:20]], WAISHI), application("附件1.docx", WAISHI, 100, 30)
        ),
        OPEN,
        "both levels, and only one total",
        WAISHI,
        [("4.6", "denominator-missing")],
    )
    people = campus("mt-k", 0, 50)
    bare: Columns = [head for head in ENROLLED if head[1] != "id"]
    yield _case(
        "no-common-key",
        together(_flat("4.6/培训.xlsx", people[:20], VOCATIONAL), enrolled(people, VOCATIONAL, bare)),
        OPEN,
        "the export has IDs, the roster only school numbers",
        flags=[("4.6", "not-in-roster")],
    )
    one = people[0]
    yield _case(
        "certificate",
        together(
            scan(
                "4.6/创业培训合格证书.jpg",
                "<h1 style='margin-top:90px;font-size:40px;color:#a01818'>创业培训合格证书</h1>"
                f"<p style='margin-top:60px'>{one.name}（身份证号：{one.id}）于2024年5月11日至2024年5月20日"
                "参加“创办你的企业”（SYB）培训，学完全部课程，经考核合格，特发此证。</p>"
                f"<p class=no>证书编号：SYB37100024{one.number[-5:]}</p>"
                f"<div class=sign style='margin-top:120px'>{red('威海启航职业培训学校')}"
                "发证机构：威海启航职业培训学校<br>2024年5月28日</div>",
            ),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "one certificate is no export",
        alt={"4.6": [NONE]},
    )
    listed: Columns = [
        ("序号", "seq"),
        ("姓名", "name"),
        ("性别", "sex"),
        ("身份证号", "id"),
        ("学历", "level"),
        ("联系电话", "phone"),
        ("签名", "="),
    ]
    yield _case(
        "list-of-an-agency",
        together(
            pdf(
                "4.6/学员花名册.pdf",
                "<h1>SYB创业培训班学员花名册（2024年第6期）</h1>"
                "<p class=no>培训机构：威海启航职业培训学校　合作院校：威海职业学院</p>"
                "<p class=no>开班时间：2024年5月11日　结业时间：2024年5月20日</p>"
                + html_table(table(people[:25], listed))
                + f"<div class=sign>{electronic('威海启航职业培训学校')}威海启航职业培训学校<br>2024年5月21日</div>",
            ),
            enrolled(people, VOCATIONAL),
        ),
        OPEN,
        "a list of the agency that trained them, not the system's export",
    )
    rates: list[list[object]] = [
        ["系部", "在校生数", "参加培训人数", "参训率"],
        ["信息工程系", 1510, 512, "33.9%"],
        ["护理学院", 1844, 590, "32.0%"],
        ["旅游系", 902, 301, "33.4%"],
        ["合计", 4256, 1403, "33.0%"],
    ]
    yield _case(
        "stated-by-department",
        pdf(
            "4.6/参训率.pdf",
            f"<h1>{MARINE}2024年学生就业创业培训参训率统计表</h1>"
            + html_table(rates)
            + f"<div class=sign>{electronic(MARINE)}{MARINE}创新创业学院<br>2024年11月22日</div>",
        ),
        OPEN,
        "rates the school states, nobody by name",
        MARINE,
    )
