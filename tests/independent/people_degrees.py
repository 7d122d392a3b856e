# ruff: noqa: E501
"""2.3 应届毕业生学历信息库: graduates with name, key, 学历 or 学位, and major."""

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
    Columns,
    Draw,
    Grid,
    Pasted,
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
    web,
    word,
)

ALL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
DIPLOMAS: Columns = [
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号", "id"),
    ("专业代码", "major_code"),
    ("专业名称", "major"),
    ("学历", "graduation"),
    ("学位", "academic"),
    ("毕业证书编号", "certificate"),
    ("毕(结)业结论", "=毕业"),
    ("毕业日期", "leave8"),
]
SHORT: Columns = [("序号", "seq"), ("姓名", "name"), ("身份证号码", "id"), ("学历层次", "level"), ("所学专业", "major")]
BY_NUMBER: Columns = [
    ("序号", "seq"),
    ("学号", "number"),
    ("姓名", "name"),
    ("班级", "clazz"),
    ("专业", "major"),
    ("学历", "level"),
    ("证书编号", "certificate"),
]


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    return Case(f"degree-{name}", "2.3", make, {"2.3": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _workbooks()
    yield from _other_files()
    yield from _short()
    yield from _neighbours()


def _workbooks() -> Iterator[Case]:
    yield _case(
        "diploma-export",
        book("2.3/毕业数据2024.xlsx", Sheet("Sheet1", table(crowd("de-a", 110), DIPLOMAS), plain=True)),
        ALL,
        "export of the diplomas of the year",
    )
    people = crowd("de-b", 50, level="本科")
    yield _case(
        "title-and-sum",
        book(
            "信息采集/学历信息库.xlsx",
            Sheet(
                "本科",
                table(people, SHORT),
                title="哈尔滨工业大学（威海）2024届本科毕业生学历信息库",
                below=[["合计", len(people)], ["经办人：", "车明", "", "日期：2024.7.5"]],
            ),
            Sheet(
                "硕士",
                table(crowd("de-c", 16, level="硕士"), SHORT),
                title="哈尔滨工业大学（威海）2024届硕士毕业生学历信息库",
            ),
        ),
        ALL,
        "a sheet a level",
        HIT,
    )
    yield _case(
        "head-on-line-4",
        book(
            "2信息采集/3/学历.xlsx",
            Sheet(
                "学历信息",
                table(crowd("de-d", 42), SHORT),
                title="应届毕业生学历信息报送表",
                above=[["学校：山东外事职业大学　　　毕业年度：2024年"], ["注：学历层次按本科、专科填写"]],
            ),
        ),
        ALL,
        "head on line 4",
        WAISHI,
    )
    fields = [
        ("", "seq"),
        ("", "name"),
        ("", "sex"),
        ("", "exam"),
        ("", "level"),
        ("", "academic"),
        ("", "major"),
        ("", "certificate"),
    ]
    yield _case(
        "two-row-head",
        book(
            "2.3学历信息库/2024届.xlsx",
            Sheet(
                "2024届",
                [
                    ["序号", "个人信息", "", "", "学历学位信息", "", "", "证书信息"],
                    ["", "姓名", "性别", "考生号", "学历", "学位", "专业", "证书编号"],
                    *lines(crowd("de-e", 48, level="本科"), fields),
                ],
                title="山东大学（威海）2024届毕业生学历学位信息",
                merges=["A2:A3", "B2:D2", "E2:G2"],
            ),
        ),
        ALL,
        "two-row head, candidate number as key",
        SDU,
    )
    yield _case(
        "coded-heads",
        book(
            "2.3/BYSXL.xlsx",
            Sheet(
                "XL2024",
                table(
                    crowd("de-f", 55),
                    [
                        ("XM", "name"),
                        ("SFZHM", "id"),
                        ("XH", "number"),
                        ("CC", "level"),
                        ("ZYMC", "major"),
                        ("ZSBH", "certificate"),
                        ("BYRQ", "leave8"),
                    ],
                ),
                plain=True,
            ),
            Sheet(
                "代码表",
                [
                    ["字段", "名称"],
                    ["XM", "姓名"],
                    ["SFZHM", "身份证号码"],
                    ["XH", "学号"],
                    ["CC", "层次（学历）"],
                    ["ZYMC", "专业名称"],
                    ["ZSBH", "毕业证书编号"],
                    ["BYRQ", "毕业日期"],
                ],
            ),
        ),
        ALL,
        "field codes and a sheet that explains them",
        PHARMA,
    )
    yield _case(
        "degree-without-level",
        book(
            "2.3/学位授予信息.xlsx",
            Sheet(
                "学位",
                table(
                    crowd("de-g", 38, level="本科"),
                    [
                        ("姓名", "name"),
                        ("学号", "number"),
                        ("专业", "major"),
                        ("授予学位", "academic"),
                        ("授予日期", "leave_day"),
                    ],
                ),
                title="2024届毕业生学位授予信息",
            ),
        ),
        ALL,
        "学位 serves instead of 学历",
        BJTU,
    )
    people = crowd("de-h", 72)
    yield _case(
        "sheet-a-college",
        book(
            "毕业生学历库.xlsx",
            *[
                Sheet(
                    college,
                    table([p for p in people if p.college == college], BY_NUMBER),
                    title=f"{college}2024届毕业生学历信息",
                )
                for college in dict.fromkeys(p.college for p in people)
            ],
        ),
        ALL,
        "a sheet a college",
    )
    spread = [replace(p, name=p.spaced, id=p.id.lower().translate(FULL_WIDTH)) for p in crowd("de-i", 45, odd=True)]
    yield _case(
        "rare-names",
        book("2.3/学历信息.xlsx", Sheet("Sheet1", table(spread, SHORT), title="2024年毕业生学历信息")),
        ALL,
        "names with dots and blanks, full-width IDs with small x",
        MARINE,
    )
    yield _case(
        "masked",
        book(
            "学历信息（公示版）.xlsx",
            Sheet(
                "公示",
                table(
                    crowd("de-j", 40), [("姓名", "name"), ("身份证号", "masked"), ("学历", "level"), ("专业", "major")]
                ),
                title="2024届毕业生学历信息公示",
            ),
        ),
        ALL,
        "masked IDs with names",
    )
    yield _case(
        "lost-tails-but-numbers",
        book("2.3/2024届学历.xlsx", Sheet("学历", table(crowd("de-k", 44), DIPLOMAS), numbers=(3,))),
        ALL,
        "the school number is the key where IDs lost their tails",
    )
    people = [replace(p, number="") if at in (1, 21) else p for at, p in enumerate(crowd("de-l", 40))]
    yield _case(
        "five-percent-unusable",
        book("2.3/学历.xlsx", Sheet("学历", table(people, BY_NUMBER), title="2024届毕业生学历信息表")),
        ALL,
        "2 of 40 rows without key",
        SDJTU,
    )
    people = [
        replace(p, id=p.id[:-1] + ("1" if p.id[-1] != "1" else "2")) if at in (3, 9) else p
        for at, p in enumerate(crowd("de-m", 36))
    ]
    yield _case(
        "wrong-check-digits",
        book("2.3/学历信息库.xlsx", Sheet("学历", table(people, SHORT), title="2024届毕业生学历信息库")),
        ALL,
        "a wrong check digit withholds nothing",
        HUST,
        want_flags=[("2.3", "id-invalid")],
    )
    yield _case(
        "no-class-year",
        book(
            "2.3/应届毕业生学历信息库.xlsx",
            Sheet("学历", table(crowd("de-n", 30), SHORT), title="应届毕业生学历信息库"),
        ),
        ALL,
        "no class year: counts, with a note",
        want_flags=[("2.3", "date-missing")],
    )


def _other_files() -> Iterator[Case]:
    yield _case("csv", delimited("2.3/学历_2024届.csv", table(crowd("de-o", 60), DIPLOMAS)), ALL, "csv")
    yield _case(
        "csv-gbk-semicolon",
        delimited(
            "学历数据.csv",
            table(crowd("de-p", 40, level="本科"), [*SHORT, ("毕业年份", "leave_year")]),
            encoding="gbk",
            mark=";",
        ),
        ALL,
        "semicolons",
        SDU,
    )
    yield _case(
        "word-repeated-head",
        word(
            "2.3.docx",
            "# 2024届毕业生学历信息库",
            "（山东药品食品职业学院教务处　二〇二四年六月）",
            Grid(table(crowd("de-q", 70), SHORT), repeat=True),
        ),
        ALL,
        "Word over pages",
        PHARMA,
    )
    people = crowd("de-r", 60, programmes=3)
    blocks: list[str | Grid | Pasted] = ["# 毕业证书发放登记册", "2024届", PAGE]
    for major in dict.fromkeys(p.major for p in people):
        blocks += [f"专业：{major}", Grid(table([p for p in people if p.major == major], BY_NUMBER))]
    yield _case(
        "word-diploma-register",
        word("2.3学历/毕业证书发放登记册.docx", *blocks),
        ALL,
        "a register of diplomas handed out, by major",
    )
    yield _case(
        "pdf-repeated-head",
        pdf(
            "2.3/学历信息.pdf",
            "<h1>威海海洋职业学院2024届毕业生学历信息库</h1>" + html_table(table(crowd("de-s", 120), BY_NUMBER)),
        ),
        ALL,
        "PDF, head on each page",
        MARINE,
    )
    yield _case(
        "pdf-head-once",
        pdf(
            "信息采集/学历库.pdf",
            "<h1>2024届毕业生学历信息</h1>"
            + html_table(table(crowd("de-t", 100, level="本科"), SHORT), extra="class=free"),
        ),
        ALL,
        "PDF, head once",
        SDJTU,
    )
    people = crowd("de-u", 22, programmes=1)
    sheet = "<h1 style='font-size:23px'>2024届毕业生学历信息确认表（软件2101班）</h1>" + html_table(
        table(
            people,
            [("姓名", "name"), ("学号", "number"), ("学历", "level"), ("专业", "major"), ("证书编号", "certificate")],
        )
    )
    yield _case(
        "scan-one-class-sealed",
        scan(
            "2.3/学历确认.jpg",
            sheet + f"<div class=sign>{red('威海职业学院', below='教务处')}教务处<br>2024年6月20日</div>",
        ),
        ALL,
        "scan with a seal",
    )
    yield _case("photo-of-a-list", scan("2.3/微信图片_20240625.jpg", sheet, kind="photo"), ALL, "photo of a list")
    yield _case("scan-pdf", scan("学历信息库.pdf", sheet, kind="grey"), ALL, "grey scan; no seal is asked for")
    yield _case(
        "scan-in-word",
        word("2.3/学历信息库.docx", "附件：学历信息确认表", Pasted(sheet_picture(sheet, "de-v"))),
        ALL,
        "scan in a Word file",
    )
    yield _case(
        "saved-page",
        web(
            "2.3/毕业审核.html",
            "<p class=no>教务系统 &gt; 毕业审核结果　毕业届别：2024届</p>"
            + html_table(table(crowd("de-w", 25), BY_NUMBER)),
        ),
        ALL,
        "saved page",
    )
    yield _case(
        "mail-with-table",
        mail(
            "学历.eml",
            "北交大威海2024届毕业生学历信息",
            "a@example.cn",
            "Tue, 02 Jul 2024 10:11:00 +0800",
            "见表",
            "<p>2024届毕业生学历信息如下：</p>" + html_table(table(crowd("de-x", 20, level="本科"), SHORT)),
        ),
        ALL,
        "in a mail",
        BJTU,
    )


def _short() -> Iterator[Case]:
    for at, (name, gone) in enumerate(
        (("no-level", "level"), ("no-major", "major"), ("no-key", "id"), ("no-name", "name")), 1
    ):
        columns = [head for head in SHORT if head[1] != gone]
        yield _case(
            f"{name}-column",
            book(
                f"2.3/学历信息库({at}).xlsx",
                Sheet("学历", table(crowd(f"de-{name}", 40), columns), title="2024届毕业生学历信息库"),
            ),
            OPEN,
            f"columns: {name}",
            want_flags=[("2.3", "columns-missing")],
        )
    yield _case(
        "last-class",
        pdf(
            "2.3/学历信息库.pdf",
            "<h1>2023届毕业生学历信息库</h1>" + html_table(table(crowd("de-ab", 40, leave=2023), DIPLOMAS)),
        ),
        NONE,
        "the class before",
        want_flags=[("2.3", "date-outside-period")],
    )
    yield _case(
        "class-of-2020",
        delimited("2.3/学历信息.csv", table(crowd("de-ac", 40, level="本科", leave=2020), DIPLOMAS)),
        NONE,
        "graduated in 2020",
        SDU,
        want_flags=[("2.3", "date-outside-period")],
    )
    yield _case(
        "other-school",
        book(
            "2.3/学历信息库.xlsx",
            Sheet(
                "学历",
                table(crowd("de-ad", 40), [("学校", "=青岛职业技术学院"), *DIPLOMAS]),
                title="青岛职业技术学院2024届毕业生学历信息库",
            ),
        ),
        NONE,
        "another school",
        want_flags=[("2.3", "school-mismatch")],
    )
    people = [replace(p, number="") if at % 10 == 2 else p for at, p in enumerate(crowd("de-ae", 40))]
    yield _case(
        "over-five-percent",
        word("2.3/学历.docx", "# 2024届毕业生学历信息库", Grid(table(people, BY_NUMBER))),
        OPEN,
        "4 of 40 rows lack a key",
        want_flags=[("2.3", "rows-invalid")],
    )
    yield _case(
        "lost-tails",
        book(
            "2.3/学历.xlsx",
            Sheet("学历", table(crowd("de-af", 40), SHORT), title="2024届毕业生学历信息库", numbers=(2,)),
        ),
        OPEN,
        "IDs lost their tails",
        MARINE,
        want_flags=[("2.3", "rows-invalid")],
    )


def _neighbours() -> Iterator[Case]:
    counts: list[list[object]] = [
        ["专业", "学历", "毕业人数", "占比"],
        ["软件技术", "专科", 312, "15.6%"],
        ["护理", "专科", 288, "14.4%"],
        ["会计", "专科", 260, "13.0%"],
    ]
    yield _case(
        "statistics-only",
        book("2.3/学历统计.xlsx", Sheet("统计", counts, title="2024届毕业生专业学历分布统计")),
        NONE,
        "numbers, nobody by name",
        alt={"2.3": [OPEN]},
    )
    jobs: list[list[object]] = [
        ["序号", "单位名称", "岗位", "学历要求", "专业要求", "人数"],
        [1, "威海海明电子有限公司", "技术员", "专科", "机电一体化", 5],
        [2, "荣成蓝湾食品有限公司", "质检员", "专科", "食品", 3],
    ]
    yield _case(
        "vacancies",
        book("2.3/学历专业需求.xlsx", Sheet("岗位", jobs, title="2024届毕业生招聘岗位学历专业需求表")),
        NONE,
        "vacancies for graduates of some level and major; alone in its folder and not understood: open, with what it says of itself, is right too",
        alt={"2.3": [OPEN]},
    )
    teachers = [["序号", "姓名", "工号", "最高学历", "毕业专业", "职称"]] + [
        [at, p.name, 1990 + at, "硕士研究生", "计算机应用", "讲师"] for at, p in enumerate(crowd("de-bc", 16), 1)
    ]
    yield _case(
        "teachers",
        book("2.3/教师学历信息库.xlsx", Sheet("教师", teachers, title="2024年教师学历信息库")),
        NONE,
        "teachers' degrees",
    )
    yield _case(
        "notice-only",
        text(
            "2.3/通知.txt",
            "关于2024届毕业生学历电子注册信息核对的通知\n各学院：\n　　请组织毕业生核对姓名、身份证号、专业、学历层次，6月10日前反馈。\n教务处\n2024年5月27日\n",
            "gbk",
        ),
        NONE,
        "a notice; alone in its folder and not understood: open, with what it says of itself, is right too",
        alt={"2.3": [OPEN]},
    )
    yield _case(
        "blank-form",
        word(
            "2.3/学历信息库（模板）.docx",
            "# 应届毕业生学历信息库（2024届）",
            Grid([[head for head, _ in SHORT], *[[""] * len(SHORT)] * 10]),
        ),
        NONE,
        "a blank form",
    )
