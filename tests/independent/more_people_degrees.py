"""2.3 应届毕业生学历信息库 again: registers of diplomas and degrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import east_asian_width

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import wide_scan
from tests.independent.people_kit import (
    BJTU,
    HUST,
    MARINE,
    PHARMA,
    SDU,
    VOCATIONAL,
    WAISHI,
    Columns,
    Draw,
    Grid,
    Row,
    Sheet,
    book,
    crowd,
    html_table,
    lines,
    pdf,
    red,
    table,
    text,
    together,
    word,
)

ALL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
REGISTERED: Columns = [
    ("考生号", "exam"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("出生日期", "birth"),
    ("证件号码", "id"),
    ("专业名称", "major"),
    ("层次", "level"),
    ("学制", "years"),
    ("学习形式", "=普通全日制"),
    ("入学日期", "entry8"),
    ("毕业日期", "leave8"),
    ("毕（结）业", "=毕业"),
    ("校（院）长姓名", "=丛文涛"),
    ("证书编号", "certificate"),
]
SHORT: Columns = [
    ("序号", "seq"),
    ("姓名", "name"),
    ("学号", "number"),
    ("专业", "major"),
    ("学历", "level"),
    ("证书编号", "certificate"),
]
FOREIGN = ("NGUYEN THI HOA", "KIM MINSEO", "ALIYEV TIMUR", "PARK JIHOON", "SOPHEAK CHAN")


def _case(name: str, make: Draw, points: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"more-degree-{name}", "2.3", make, {"2.3": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _workbooks()
    yield from _other_files()
    yield from _short()


def _aligned(rows: list[list[object]]) -> str:
    """Columns held by blanks, as old programs print them."""

    def breadth(words: str) -> int:
        return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)

    wide = [max(breadth(str(row[at])) for row in rows) + 3 for at in range(len(rows[0]))]
    return "".join(
        "".join(str(cell) + " " * (room - breadth(str(cell))) for cell, room in zip(row, wide, strict=True)).rstrip()
        + "\r\n"
        for row in rows
    )


def _merged() -> Sheet:
    """Major and level stand once for many rows, in merged cells."""
    people = crowd("md-merged", 60, programmes=4)
    rows: list[Row] = [["专业", "学历", "序号", "姓名", "身份证号", "毕业证书号"]]
    merges = []
    for major in dict.fromkeys(one.major for one in people):
        some = [one for one in people if one.major == major]
        first = len(rows) + 2
        merges += [f"{column}{first}:{column}{first + len(some) - 1}" for column in "AB"]
        for at, one in enumerate(some):
            rows.append(
                [major if at == 0 else "", one.level if at == 0 else "", at + 1, one.name, one.id, one.certificate]
            )
    return Sheet("学历信息", rows, title="威海海洋职业学院2024届毕业生学历信息库", merges=merges)


def _workbooks() -> Iterator[Case]:
    yield _case(
        "diploma-registration",
        book("2.3/学历注册数据2024.xlsx", Sheet("毕业生", table(crowd("md-a", 70), REGISTERED), plain=True)),
        ALL,
        "data of the registration of diplomas, with the head of the school in each row",
    )
    yield _case(
        "merged-majors", book("2.3/学历信息库.xlsx", _merged()), ALL, "merged cells for major and level", MARINE
    )
    native = crowd("md-b", 40, level="本科")
    guests = [replace(one, name=name, id="") for one, name in zip(crowd("md-c", 5, level="本科"), FOREIGN, strict=True)]
    columns: Columns = [
        ("姓名", "name"),
        ("学号", "number"),
        ("学院", "college"),
        ("专业", "major"),
        ("学历", "level"),
        ("授予学位", "academic"),
        ("毕业日期", "leave_day"),
    ]
    yield _case(
        "with-foreign-students",
        book(
            "信息采集/2.3 学历/本科毕业生（含留学生）.xlsx",
            Sheet("2024届", table([*native, *guests], columns), title="山东大学（威海）2024届本科毕业生学历学位信息"),
        ),
        ALL,
        "names in Latin letters, the school number is the key",
        SDU,
    )
    yield _case(
        "two-batches",
        together(
            book(
                "2.3/2024年6月（第一批）.xlsx",
                Sheet("第一批", table(crowd("md-d", 50), SHORT), title="2024届毕业生学历信息库（第一批，2024年6月）"),
            ),
            book(
                "2.3/2024年12月（第二批）.xlsx",
                Sheet(
                    "第二批",
                    table(crowd("md-e", 6), [*SHORT, ("备注", "=结业换发毕业证书")]),
                    title="2024届毕业生学历信息库（第二批，2024年12月）",
                ),
            ),
        ),
        ALL,
        "a small second batch in a file of its own",
        PHARMA,
    )
    people = crowd("md-f", 44, level="本科")
    yield _case(
        "diplomas-and-degrees",
        together(
            book(
                "2.3/毕业证.xlsx", Sheet("毕业证", table(people, SHORT), title="山东外事职业大学2024届本科毕业证书信息")
            ),
            word(
                "2.3/学位证.docx",
                "# 山东外事职业大学2024届学士学位授予信息",
                Grid(
                    table(
                        people[:41],
                        [
                            ("姓名", "name"),
                            ("学号", "number"),
                            ("专业", "major"),
                            ("学位类别", "=文学学士"),
                            ("学位证书编号", "certificate"),
                        ],
                    )
                ),
            ),
        ),
        ALL,
        "two registers of the same people",
        WAISHI,
    )


def _by_class() -> list[str | Grid]:
    people = crowd("md-g", 62, programmes=2)
    blocks: list[str | Grid] = ["# 2024届毕业生毕（结）业结论及学历信息", "教务处　2024年6月18日"]
    for clazz in dict.fromkeys(one.clazz for one in people):
        some = [one for one in people if one.clazz == clazz]
        head, *body = table(some, SHORT)
        rows = [[*row, "结业" if at in (3, 11) else "毕业"] for at, row in enumerate(body)]
        ended = sum(row[-1] == "结业" for row in rows)
        blocks += [
            f"{clazz}班",
            Grid([[*head, "结论"], *rows], size=8),
            f"合计：{len(some)}人。其中毕业{len(some) - ended}人，结业{ended}人。",
        ]
    return blocks


def _other_files() -> Iterator[Case]:
    yield _case(
        "ended-without-diploma",
        word("2.3/毕结业结论.docx", *_by_class()),
        ALL,
        "by class with sums; some end without a diploma",
    )
    columns: Columns = [
        ("姓名", "name"),
        ("身份证号", "id"),
        ("专业", "major"),
        ("学历", "graduation"),
        ("毕业时间", "leave_month"),
    ]
    yield _case(
        "held-by-blanks",
        text(
            "2.3/BYSXL.TXT",
            "山东药品食品职业学院2024届毕业生学历信息清单　打印日期：2024.07.02\r\n\r\n"
            + _aligned(table(crowd("md-h", 36), columns)),
            "gbk",
        ),
        ALL,
        "columns held by blanks",
        PHARMA,
    )
    both: Columns = [
        ("序号 No.", "seq"),
        ("姓名 Name", "name"),
        ("学号 Student ID", "number"),
        ("专业 Major", "major"),
        ("学历 Education", "level"),
        ("学位 Degree", "academic"),
        ("毕业日期 Date of Graduation", "leave_day"),
    ]
    yield _case(
        "heads-in-two-languages",
        pdf(
            "2.3/Graduates 2024.pdf",
            "<h1>北京交通大学（威海）2024届毕业生学历学位信息<br>"
            "<span style='font-size:.7em'>Graduates of Beijing Jiaotong University, "
            "Weihai Campus, Class of 2024</span></h1>" + html_table(table(crowd("md-i", 55, level="本科"), both)),
        ),
        ALL,
        "heads in Chinese and English",
        BJTU,
    )
    yield _case(
        "year-2023",
        word(
            "2.3/2023届学历信息.docx",
            "# 哈尔滨理工大学荣成校区2023届毕业生学历信息库",
            Grid(table(crowd("md-j", 46, level="本科", leave=2023), SHORT), repeat=True),
            "> 教务处",
            "> 2023年7月3日",
        ),
        ALL,
        "the class of 2023 for 2023",
        HUST,
        year=2023,
    )
    page = (
        "<h1 style='font-size:23px;margin:0 0 4px'>威海职业学院普通高等教育毕业证书发放登记册（2024届）</h1>"
        "<p class=no>专业：软件技术　　　　　　第1页</p>"
        + html_table(
            table(
                crowd("md-k", 16, programmes=1),
                [
                    ("序号", "seq"),
                    ("姓名", "name"),
                    ("学号", "number"),
                    ("专业", "major"),
                    ("学历", "level"),
                    ("证书编号", "certificate"),
                    ("领取人签字", "="),
                ],
            )
        )
    )
    yield _case(
        "laid-across-sealed",
        wide_scan(
            "2.3/登记册第1页.pdf",
            page + f"<div class=sign style='margin-top:.6em'>{red('威海职业学院教务处', size=120)}"
            f"教务处　2024年6月25日</div>",
        ),
        ALL,
        "a page of a bound register",
    )


def _short() -> Iterator[Case]:
    yield _case(
        "class-instead-of-major",
        book(
            "2.3/2024届学历.xlsx",
            Sheet(
                "学历",
                table(
                    crowd("md-l", 42),
                    [("姓名", "name"), ("学号", "number"), ("院系", "college"), ("班级", "clazz"), ("学历", "level")],
                ),
                title="2024届毕业生学历信息库",
            ),
        ),
        OPEN,
        "the class is no major",
        want_flags=[("2.3", "columns-missing")],
    )
    people = crowd("md-m", 40)
    body = [
        [*row, "退役复学，学号待补"] if at in (4, 13, 22, 30, 37) else [*row, ""]
        for at, row in enumerate(lines(people, SHORT))
    ]
    for row in body:
        if row[-1]:
            row[2] = ""
    yield _case(
        "numbers-to-follow",
        book(
            "2.3/学历信息库.xlsx",
            Sheet("学历", [[*(head for head, _ in SHORT), "备注"], *body], title="2024届毕业生学历信息库"),
        ),
        OPEN,
        "5 of 40 rows lack the number and there is no ID",
        MARINE,
        want_flags=[("2.3", "rows-invalid")],
    )
    yield _case(
        "next-class",
        pdf(
            "2.3/毕业资格预审.pdf",
            "<h1>2025届毕业生学历信息预审名单</h1><p class=no>教务处　2024年11月12日</p>"
            + html_table(table(crowd("md-n", 50, leave=2025), SHORT[:-1])),
        ),
        NONE,
        "checked within the year, but the class of 2025",
        want_flags=[("2.3", "date-outside-period")],
    )
    yield _case(
        "neighbour-school",
        word(
            "2.3/2024届学历信息.docx",
            f"# {MARINE}2024届毕业生学历信息库",
            Grid(table(crowd("md-o", 40), SHORT)),
            f"> {MARINE}教务处",
            "> 2024年7月1日",
        ),
        NONE,
        "another school of the city",
        PHARMA,
        want_flags=[("2.3", "school-mismatch")],
    )
    marks: list[list[object]] = [["学号", "姓名", "大学英语", "高等数学", "程序设计", "数据库", "平均分"]]
    for at, one in enumerate(crowd("md-p", 30)):
        marks.append(
            [one.number, one.name, 70 + at % 23, 65 + at % 31, 72 + at % 20, 68 + at % 27, f"{70 + at % 17}.5"]
        )
    yield _case(
        "marks",
        book("2.3/2024届.xlsx", Sheet("成绩", marks, title="2024届软件技术专业毕业成绩汇总表")),
        NONE,
        "marks, neither level nor degree",
        alt={"2.3": [OPEN]},
    )
