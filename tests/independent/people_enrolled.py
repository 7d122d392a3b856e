# ruff: noqa: E501
"""2.2 在校生数据库: rosters of enrolled students with name, key, grade or entry, and level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.independent.case import Case
from tests.independent.people_kit import (
    BJTU,
    FULL_WIDTH,
    HIT,
    HUST,
    MARINE,
    PAGE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    WAISHI,
    Draw,
    Grid,
    Level,
    Pasted,
    Person,
    Sheet,
    book,
    crowd,
    delimited,
    html_table,
    lines,
    mail,
    pdf,
    red,
    scan,
    sheet_picture,
    table,
    text,
    together,
    web,
    word,
)

ALL, OPEN, NONE = (15, 15, 15), (0, 0, 15), (0, 0, 0)
REGISTER = [
    ("考生号", "exam"),
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("出生日期", "birth"),
    ("证件号码", "id"),
    ("民族", "nation"),
    ("层次", "level"),
    ("专业代码", "major_code"),
    ("专业名称", "major"),
    ("学制", "years"),
    ("入学日期", "entry8"),
    ("预计毕业日期", "leave8"),
    ("分院", "college"),
    ("班号", "clazz"),
    ("学籍状态", "status"),
]
SHORT = [
    ("序号", "seq"),
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("年级", "grade"),
    ("培养层次", "level"),
    ("专业", "major"),
    ("班级", "clazz"),
]
WITH_ID = [
    ("序号", "seq"),
    ("姓名", "name"),
    ("身份证号", "id"),
    ("专业", "major"),
    ("学历层次", "level"),
    ("入学时间", "entry_month"),
]


def campus(seed: str, each: int, level: Level = "专科", leaves: tuple[int, ...] = (2025, 2026, 2027)) -> list[Person]:
    """Students of several grades."""
    return [
        one for leave in leaves for one in crowd(f"{seed}{leave}", each, level=level, leave=leave, odd=leave % 2 == 0)
    ]


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    return Case(f"enrolled-{name}", "2.2", make, {"2.2": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _workbooks()
    yield from _other_files()
    yield from _short()
    yield from _neighbours()


def _workbooks() -> Iterator[Case]:
    yield _case(
        "register-export",
        book("2.2/xjzc_20241018.xlsx", Sheet("学籍数据", table(campus("en-a", 50), REGISTER), plain=True)),
        ALL,
        "export of the register of enrolled students",
    )
    yield _case(
        "sheet-a-grade",
        book(
            "2 信息采集/2.2 在校生数据库/在校生信息库.xlsx",
            *[
                Sheet(
                    f"{leave - 4}级",
                    table(crowd(f"en-b{leave}", 40, level="本科", leave=leave), SHORT),
                    title=f"{leave - 4}级本科生名册",
                )
                for leave in (2025, 2026, 2027, 2028)
            ],
            Sheet("字典", [["代码", "名称"], ["1", "本科"], ["2", "硕士研究生"], ["3", "博士研究生"]]),
        ),
        ALL,
        "a sheet a grade and a dictionary",
        SDU,
    )
    people = campus("en-c", 30)
    yield _case(
        "title-sum-signature",
        book(
            "在校生数据库.xlsx",
            Sheet(
                "在校生",
                table(people, WITH_ID),
                title="威海海洋职业学院2024年在校生数据库",
                above=[["统计时间：2024年10月15日", "", "", "单位：人"]],
                below=[["总计", len(people)], ["填表人：隋晓", "", "负责人：鞠向阳", "", "2024年10月"]],
            ),
        ),
        ALL,
        "title, date and unit above, sum below",
        MARINE,
    )
    fields = [
        ("", "seq"),
        ("", "number"),
        ("", "name"),
        ("", "sex"),
        ("", "level"),
        ("", "major"),
        ("", "entry_day"),
        ("", "leave_day"),
        ("", "status"),
    ]
    yield _case(
        "two-row-head",
        book(
            "信息采集/在校生2024.xlsx",
            Sheet(
                "Sheet1",
                [
                    ["序号", "基本信息", "", "", "学籍信息", "", "在校时间", "", "备注"],
                    ["", "学号", "姓名", "性别", "层次", "专业", "入学", "预计毕业", ""],
                    *lines(campus("en-d", 25, "本科", (2025, 2026, 2027, 2028)), fields),
                ],
                title="北京交通大学（威海）在校生信息表（2024年秋季）",
                merges=["A2:A3", "B2:D2", "E2:F2", "G2:H2", "I2:I3"],
            ),
        ),
        ALL,
        "two-row head",
        BJTU,
    )
    yield _case(
        "coded-heads",
        book(
            "2.2/ZXS2024.xlsx",
            Sheet(
                "ZXS",
                table(
                    campus("en-e", 30),
                    [
                        ("XH", "number"),
                        ("XM", "name"),
                        ("SFZH", "id"),
                        ("CC", "level"),
                        ("ZYMC", "major"),
                        ("BH", "clazz"),
                        ("RXRQ", "entry8"),
                        ("NJ", "grade"),
                    ],
                ),
                plain=True,
            ),
            Sheet(
                "说明",
                [
                    ["字段", "含义"],
                    ["XH", "学号"],
                    ["XM", "姓名"],
                    ["SFZH", "身份证号"],
                    ["CC", "层次"],
                    ["ZYMC", "专业名称"],
                    ["BH", "班号"],
                    ["RXRQ", "入学日期"],
                    ["NJ", "年级"],
                ],
            ),
        ),
        ALL,
        "field codes as heads",
        PHARMA,
    )
    yield _case(
        "number-as-key",
        book(
            "2.2 在校生.xlsx", Sheet("名单", table(campus("en-f", 28), SHORT), title="2024—2025学年第一学期在校生名册")
        ),
        ALL,
        "the school number is the key; the school year overlaps",
    )
    yield _case(
        "school-year-before-summer",
        book(
            "2-2/2023-2024学年第二学期在校生.xlsx",
            Sheet(
                "在校生",
                table(campus("en-g", 30, leaves=(2024, 2025, 2026)), WITH_ID),
                title="2023-2024学年第二学期在校生基本信息",
            ),
        ),
        ALL,
        "spring of the year",
        WAISHI,
    )
    people = [replace(p, name=p.spaced, number=p.number.translate(FULL_WIDTH)) for p in campus("en-h", 22)]
    yield _case(
        "spaced-full-width",
        book("2.2/学生名册.xlsx", Sheet("学生名册", table(people, SHORT), title="2024年在校学生名册")),
        ALL,
        "names with blanks, full-width numbers",
    )
    mixed = [*campus("en-i", 30, "本科", (2026, 2027)), *campus("en-j", 12, "硕士", (2026, 2027))]
    yield _case(
        "with-postgraduates",
        book("2.2/在校生（含研究生）.xlsx", Sheet("全部", table(mixed, REGISTER), plain=True)),
        ALL,
        "undergraduates and postgraduates",
        HIT,
    )
    masked = [
        ("姓名", "name"),
        ("证件号码", "masked_birth"),
        ("入学年份", "entry_year"),
        ("层次", "level"),
        ("专业", "major"),
    ]
    yield _case(
        "masked",
        book("在校生信息（已脱敏）.xlsx", Sheet("2024", table(campus("en-k", 24), masked), title="2024年在校生信息")),
        ALL,
        "masked IDs with names",
    )
    people = [replace(p, number="") if at in (5, 33, 59) else p for at, p in enumerate(campus("en-l", 20))]
    yield _case(
        "five-percent-unusable",
        book("2.2/在校生.xlsx", Sheet("在校生", table(people, SHORT), title="2024年秋季在校生名单")),
        ALL,
        "3 of 60 rows without key are not over 5 %",
        SDJTU,
    )
    halves = campus("en-m", 30, "本科", (2025, 2026, 2027, 2028))
    yield _case(
        "file-a-college",
        together(
            *[
                book(
                    f"2.2/{college}在校生.xlsx",
                    Sheet(
                        "在校生",
                        table([p for p in halves if p.college == college], SHORT),
                        title=f"哈尔滨理工大学荣成校区{college}2024年在校生名册",
                    ),
                )
                for college in dict.fromkeys(p.college for p in halves)
            ][:3]
        ),
        ALL,
        "a file a college",
        HUST,
    )
    yield _case(
        "head-on-line-4",
        book(
            "信息采集/2/库2.xlsx",
            Sheet(
                "在校生数据库",
                table(campus("en-n", 26), WITH_ID),
                title="驻威高校在校生数据库报送表",
                above=[
                    ["学校名称：山东药品食品职业学院"],
                    ["报送时间：2024年11月5日      联系人：宫雪      电话：0631-7570000"],
                ],
            ),
        ),
        ALL,
        "the bureau's form, filled in; head on line 4",
        PHARMA,
    )


def _other_files() -> Iterator[Case]:
    yield _case("csv", delimited("2.2/students_2024.csv", table(campus("en-o", 45), REGISTER)), ALL, "csv")
    yield _case(
        "csv-gb18030",
        delimited("在校生导出20240910.csv", table(campus("en-p", 30, "本科", (2026, 2027)), SHORT), encoding="gb18030"),
        ALL,
        "csv in GB 18030",
        SDU,
    )
    people = campus("en-q", 22, leaves=(2026, 2027))
    blocks: list[str | Grid | Pasted] = ["# 2024年在校生花名册", "威海职业学院学生处　2024 年 9 月 30 日"]
    for clazz in dict.fromkeys(p.clazz for p in people):
        blocks += [f"班级：{clazz}", Grid(table([p for p in people if p.clazz == clazz], SHORT))]
    yield _case("word-table-a-class", word("2.2 花名册.docx", *blocks, wide=True), ALL, "a Word table a class")
    yield _case(
        "word-repeated-head",
        word(
            "2/在校生库.docx",
            "# 在校生基本信息库",
            "（截至2024年10月31日）",
            Grid(table(campus("en-r", 32), WITH_ID), repeat=True),
            "> 教务处（学籍科）",
        ),
        ALL,
        "one Word table over pages",
        MARINE,
    )
    yield _case(
        "pdf-repeated-head",
        pdf("2.2/在校生.pdf", "<h1>2024年在校生信息库</h1>" + html_table(table(campus("en-s", 40), SHORT))),
        ALL,
        "PDF, the head on each page",
    )
    people = campus("en-t", 30, "本科", (2025, 2026, 2027, 2028))
    yield _case(
        "pdf-bound-with-cover",
        pdf(
            "2.2/在校生名册（装订版）.pdf",
            "<h1 style='margin-top:300px'>山东交通学院（威海）<br>在校生名册</h1><p style='text-align:center'>二〇二四年十月</p>",
            html_table(table(people, WITH_ID), extra="class=free"),
        ),
        ALL,
        "cover with a year in Chinese numerals, head only once",
        SDJTU,
    )
    people = crowd("en-u", 22, leave=2026, programmes=1)
    scanned = "<h1 style='font-size:23px'>软件2301班学生名册（2024年9月）</h1>" + html_table(
        table(people, [("序号", "seq"), ("学号", "number"), ("姓名", "name"), ("年级", "grade"), ("层次", "level")])
    )
    yield _case(
        "scan-one-class-sealed",
        scan(
            "2.2/名册.jpg",
            scanned + f"<div class=sign>{red('威海职业学院', below='学籍专用章')}信息工程系<br>2024年9月10日</div>",
        ),
        ALL,
        "scan with a seal",
    )
    people = crowd("en-v", 20, leave=2027, level="本科", programmes=1)
    sheet = "<h1 style='font-size:23px'>山东大学（威海）2024年在校生名单</h1>" + html_table(
        table(
            people,
            [
                ("学号", "number"),
                ("姓名", "name"),
                ("入学年份", "entry_year"),
                ("培养层次", "level"),
                ("专业", "major"),
            ],
        )
    )
    yield _case(
        "photo-of-a-list", scan("2.2/IMG_20241012_101122.jpg", sheet, kind="photo"), ALL, "photo of a printed list", SDU
    )
    yield _case(
        "scan-in-word",
        word("2.2 在校生名单.docx", "在校生名单（扫描件）", Pasted(sheet_picture(scanned, "en-w"))),
        ALL,
        "a scan pasted into Word",
    )
    yield _case(
        "saved-page",
        web(
            "2.2/学籍管理系统.html",
            "<p class=no>教务管理系统 &gt; 学籍管理 &gt; 在校生查询　当前学期：2024-2025-1</p>"
            + html_table(table(campus("en-x", 10), SHORT))
            + "<p class=no>共30条</p>",
        ),
        ALL,
        "a saved page of the register",
    )
    yield _case(
        "mail-with-table",
        mail(
            "在校生.eml",
            "报送在校生数据库（2024年）",
            "xsc@example.cn",
            "Mon, 14 Oct 2024 15:02:00 +0800",
            "见表格",
            "<p>市人社局：现报送山东外事职业大学2024年在校生数据，详见下表。</p>"
            + html_table(table(campus("en-y", 8, "本科"), WITH_ID)),
        ),
        ALL,
        "the roster stands in a mail",
        WAISHI,
    )


def _short() -> Iterator[Case]:
    for at, (name, gone) in enumerate(
        (
            ("no-level", {"level"}),
            ("no-entry", {"grade", "clazz"}),
            ("no-key", {"number"}),
            ("no-name", {"name"}),
        ),
        1,
    ):
        columns = [head for head in SHORT if head[1] not in gone]
        yield _case(
            f"{name}-column",
            book(
                f"2.2/在校生库({at}).xlsx",
                Sheet("在校生", table(campus(f"en-{name}", 20), columns), title="2024年在校生数据库"),
            ),
            OPEN,
            f"columns: {name}",
            want_flags=[("2.2", "columns-missing")],
        )
    years = [("姓名", "name"), ("身份证号", "id"), ("学制", "years"), ("入学时间", "entry_month")]
    yield _case(
        "length-of-study-is-no-level",
        pdf("2.2/在校生.pdf", "<h1>2024年在校生数据库</h1>" + html_table(table(campus("en-ab", 20), years))),
        OPEN,
        "years of study are no level",
        MARINE,
        want_flags=[("2.2", "columns-missing")],
    )
    yield _case(
        "years-ago",
        book(
            "2.2/在校生.xlsx",
            Sheet(
                "在校生",
                table(campus("en-ac", 25, leaves=(2022, 2023, 2024)), SHORT),
                title="2021年秋季在校生数据库",
                above=[["统计时间：2021年10月20日"]],
            ),
        ),
        NONE,
        "the students of three years ago",
        want_flags=[("2.2", "date-outside-period")],
    )
    yield _case(
        "other-school",
        book(
            "2.2/在校生.xlsx",
            Sheet(
                "在校生",
                table(campus("en-ad", 25), [*SHORT, ("学校", "=烟台职业学院")]),
                title="烟台职业学院2024年在校生数据库",
            ),
        ),
        NONE,
        "another school",
        want_flags=[("2.2", "school-mismatch")],
    )
    people = [replace(p, number="") if at % 12 == 4 else p for at, p in enumerate(campus("en-ae", 20))]
    yield _case(
        "over-five-percent",
        delimited("2.2/在校生2024.csv", table(people, SHORT)),
        OPEN,
        "5 of 60 rows lack a key",
        want_flags=[("2.2", "rows-invalid")],
    )
    yield _case(
        "lost-tails",
        book(
            "2.2/2024在校生.xlsx",
            Sheet("在校生", table(campus("en-af", 20), WITH_ID), title="2024年在校生数据库", numbers=(2,)),
        ),
        OPEN,
        "IDs without tails, no other key",
        PHARMA,
        want_flags=[("2.2", "rows-invalid")],
    )


def _neighbours() -> Iterator[Case]:
    counts: list[list[object]] = [
        ["年级", "本科", "专科", "合计"],
        ["2022级", 0, 3120, 3120],
        ["2023级", 0, 3344, 3344],
        ["2024级", 0, 3501, 3501],
        ["合计", 0, 9965, 9965],
    ]
    yield _case(
        "statistics-only",
        book("2.2/在校生人数统计.xlsx", Sheet("统计", counts, title="2024年在校生人数统计表")),
        NONE,
        "numbers, nobody by name",
        alt={"2.2": [OPEN]},
    )
    staff = [["序号", "工号", "姓名", "部门", "入职时间", "学历"]] + [
        [at, 2000 + at, p.name, "教务处", "2019年7月", "硕士研究生"] for at, p in enumerate(crowd("en-bb", 15), 1)
    ]
    yield _case(
        "staff",
        book("2.2/人员信息库.xlsx", Sheet("教职工", staff, title="威海职业学院2024年教职工信息库")),
        NONE,
        "teachers and staff",
    )
    yield _case(
        "blank-form",
        word(
            "2.2/在校生数据库报送表.docx",
            "# 在校生数据库报送表",
            "学校：            报送时间：2024年   月   日",
            Grid([[head for head, _ in SHORT], *[[""] * len(SHORT)] * 8]),
        ),
        NONE,
        "a blank form",
    )
    yield _case(
        "notice-only",
        text(
            "2.2/通知.txt",
            "关于核对在校生学籍信息的通知\n各系部：\n    请于2024年10月20日前组织学生登录学信网核对姓名、身份证号、入学日期、层次等信息，发现有误的报教务处学籍科。\n教务处\n2024年10月8日\n",
        ),
        NONE,
        "a notice asking students to check; alone in its folder and not understood it may stay open",
        alt={"2.2": [OPEN]},
    )
    union = [["序号", "姓名", "部门", "职务", "联系电话"]] + [
        [at, p.name, "办公室", "干事", p.phone] for at, p in enumerate(crowd("en-be", 18, leave=2026), 1)
    ]
    yield _case(
        "student-union",
        word("2.2/名单.docx", "# 2024年校学生会干部名单", PAGE, Grid(union)),
        NONE,
        "officers of the students' union",
        alt={"2.2": [OPEN]},
    )
