"""2.1 应届毕业生生源信息库 again: other layouts, notes in rows, years side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import panels, wide_scan
from tests.independent.people_kit import (
    HUST,
    MARINE,
    PAGE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    Columns,
    Draw,
    Grid,
    Person,
    Sheet,
    book,
    crowd,
    delimited,
    html_table,
    lines,
    pdf,
    table,
    together,
    word,
)

ALL, OPEN, NONE = (15, 15, 15), (0, 0, 15), (0, 0, 0)
BY_NUMBER: Columns = [
    ("序号", "seq"),
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("专业", "major"),
    ("班级", "clazz"),
    ("生源地", "origin"),
]
BY_ID: Columns = [
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号", "id"),
    ("专业", "major"),
    ("生源地（入学前户口所在地）", "origin"),
    ("毕业时间", "leave_month"),
]
REMARKS = {
    3: "休学一年后复学",
    9: "大二由大数据与会计转入",
    16: "退役复学",
    22: "2024年3月退学",
    31: "参军保留学籍，2022年复学",
}


def _case(name: str, make: Draw, points: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"more-origin-{name}", "2.1", make, {"2.1": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _layouts()
    yield from _years()
    yield from _short()


def _with_remarks(people: list[Person]) -> list[list[object]]:
    head, *body = table(people, BY_NUMBER)
    return [[*head, "备注"], *[[*row, REMARKS.get(at, "")] for at, row in enumerate(body)]]


def _classes(people: list[Person]) -> list[list[object]]:
    """Class below class on one sheet, each with its line of title, head and sum."""
    columns: Columns = [*BY_NUMBER[:4], ("生源地", "origin_city"), ("联系电话", "phone")]
    rows: list[list[object]] = []
    for clazz in dict.fromkeys(one.clazz for one in people):
        some = [one for one in people if one.clazz == clazz]
        rows += [[f"{clazz}班（2024届）", "", "", "", "", f"辅导员：{some[0].name[0]}老师"], *table(some, columns)]
        rows += [["小计", "", f"{len(some)}人", f"男{sum(p.sex == '男' for p in some)}", "", ""], [""] * 6]
    return [*rows, ["总计", "", f"{len(people)}人", "", "", ""]]


def _upload_form(people: list[Person]) -> list[list[object]]:
    """A form to upload, whose lines of hints and example nobody deleted."""
    columns: Columns = [
        ("*姓名", "name"),
        ("*证件类型", "=居民身份证"),
        ("*证件号码", "id"),
        ("*学历", "level"),
        ("*所学专业", "major"),
        ("*生源地（精确到县、市、区）", "origin"),
        ("*毕业年份", "leave_year"),
        ("困难生类别", "=非困难生"),
    ]
    head, *body = table(people, columns)
    hints: list[object] = ["必填", "下拉选择", "必填，文本格式", "下拉选择", "必填", "必填", "格式：YYYY", "选填"]
    example: list[object] = [
        "张三（示例）",
        "居民身份证",
        "11010519491231002X",
        "专科",
        "护理",
        "山东省威海市环翠区",
        "2024",
        "",
    ]
    return [head, hints, example, *body]


def _after_college(people: list[Person]) -> list[list[object]]:
    """People who came from a college: other schools stand in the rows and say nothing of whose roster it is."""
    columns: Columns = [
        ("学号", "number"),
        ("姓名", "name"),
        ("身份证号", "id"),
        ("专业", "major"),
        ("生源地", "origin"),
    ]
    colleges = ("烟台职业学院", "青岛职业技术学院", "威海职业学院", "滨州职业学院")
    schools = ("荣成市第二中学", "烟台市第三中学", "文登新一中", "临沂第七中学", "菏泽市一中")
    # Such students enter two years before they leave.
    people = [replace(one, number=f"{one.leave_year - 2}{one.number[4:]}") for one in people]
    head, *body = table(people, columns)
    return [
        [*head, "入学方式", "原专科毕业院校", "毕业中学"],
        *[[*row, "专升本", colleges[at % 4], schools[at % 5]] for at, row in enumerate(body)],
    ]


def _layouts() -> Iterator[Case]:
    yield _case(
        "status-notes",
        book(
            "2.1 应届毕业生生源信息库/生源信息库（定稿）.xlsx",
            Sheet(
                "2024届",
                _with_remarks(crowd("mo-a", 58)),
                title="威海海洋职业学院2024届毕业生生源信息库",
                below=[["注：学籍异动以教务处学籍科备案为准。"]],
            ),
        ),
        ALL,
        "remarks on suspended and transferred students change nothing",
        MARINE,
    )
    yield _case(
        "classes-one-below-another",
        book("信息采集/2.1/各班生源（汇总在一张表）.xlsx", Sheet("Sheet1", _classes(crowd("mo-b", 74, programmes=3)))),
        ALL,
        "a head and a sum for each class on one sheet",
    )
    yield _case(
        "two-panels",
        word(
            "2.1/2024届毕业生生源地一览表.docx",
            "# 山东交通学院（威海）2024届毕业生生源地一览表",
            "填表单位：学生工作办公室　　　　　　　　填表日期：2024年3月8日",
            Grid(
                panels(
                    crowd("mo-c", 61, level="本科"),
                    [("序号", "seq"), ("姓名", "spaced"), ("学号", "number"), ("生源地", "origin_city")],
                ),
                size=8,
            ),
        ),
        ALL,
        "two blocks of the list side by side",
        SDJTU,
    )
    yield _case(
        "upload-form",
        book(
            "二、信息采集/1/毕业生生源信息批量导入.xlsx",
            Sheet("填表须知", [["1.带*为必填项；"], ["2.请勿增删列；"], ["3.示例行导入前请删除。"]]),
            Sheet("数据", _upload_form(crowd("mo-d", 47))),
            Sheet(
                "下拉选项",
                [["证件类型", "学历", "困难生类别"], ["居民身份证", "专科", "非困难生"], ["护照", "本科", "就业困难"]],
            ),
        ),
        ALL,
        "lines of hints and an example between head and data",
        PHARMA,
    )
    head, *body = table(crowd("mo-e", 58), BY_ID[:-1])
    yield _case(
        "csv-with-lines-above",
        delimited(
            "2.1/生源统计.csv",
            [
                ["威海海洋职业学院2024届毕业生生源信息统计表"],
                [],
                ["填报单位：", "招生就业处", "", "填报日期：", "2024/3/15"],
                head,
                *body,
                ["合计", "", 58, "", ""],
                ["填表人：宋玉玲", "", "", "审核：毕可军", ""],
            ],
            encoding="gbk",
        ),
        ALL,
        "title, blank line and sender above the head of a csv",
        MARINE,
    )
    yield _case(
        "former-colleges",
        book(
            "2.1/专升本毕业生.xlsx",
            Sheet(
                "专升本",
                _after_college(crowd("mo-f", 52, level="本科")),
                title="山东交通学院威海校区2024届专升本毕业生生源信息库",
            ),
        ),
        ALL,
        "colleges the graduates came from are no other school's roster",
        SDJTU,
    )
    sheet = (
        f"<h1 style='font-size:23px;margin:0 0 6px'>{VOCATIONAL}2024届毕业生生源信息核对表（软件2101班）</h1>"
        + html_table(
            table(
                crowd("mo-g", 20, programmes=1),
                [
                    ("序号", "seq"),
                    ("学号", "number"),
                    ("姓名", "name"),
                    ("性别", "sex"),
                    ("民族", "nation"),
                    ("生源地", "origin"),
                    ("政治面貌", "=共青团员"),
                    ("本人核对", "="),
                ],
            )
        )
    )
    yield _case("laid-across", wide_scan("2.1/软件2101.jpg", sheet), ALL, "a sheet laid across, scanned")


def _years() -> Iterator[Case]:
    yield _case(
        "sheets-of-two-years",
        book(
            "2.1/历年生源.xlsx",
            *[
                Sheet(f"{year}届", table(crowd(f"mo-h{year}", 40, leave=year), BY_ID), title=f"{year}届毕业生生源信息")
                for year in (2023, 2024)
            ],
        ),
        ALL,
        "the sheet of the class before stands first, that of the year second",
        PHARMA,
    )
    yield _case(
        "archive-beside",
        together(
            book(
                "2.1 生源信息库/2023年存档/2023届生源信息库.xlsx",
                Sheet("生源", table(crowd("mo-i3", 45, leave=2023), BY_NUMBER), title="2023届毕业生生源信息库"),
            ),
            word(
                "2.1 生源信息库/2024年/2024届生源信息库.docx",
                "# 哈尔滨理工大学荣成校区2024届毕业生生源信息库",
                Grid(table(crowd("mo-i4", 48, level="本科"), BY_NUMBER), repeat=True, size=8),
            ),
        ),
        ALL,
        "last year's list lies in a folder of its own",
        HUST,
    )
    rows = table(crowd("mo-j", 56, level="本科"), BY_ID)
    yield _case(
        "same-bytes-twice",
        together(
            delimited("2.1/山东大学（威海）2024届生源信息库.csv", rows),
            delimited("信息采集备份/山东大学（威海）2024届生源信息库(1).csv", rows),
        ),
        ALL,
        "the same bytes twice count once",
        SDU,
        want_flags=[(None, "duplicate-file")],
    )
    yield _case(
        "class-of-2025",
        pdf(
            "2.1/2025届.pdf",
            f"<h1>{VOCATIONAL}2025届毕业生生源信息库</h1><p class=no>采集时间：2024年11月　制表：招生就业处</p>"
            + html_table(table(crowd("mo-k", 66, leave=2025), BY_NUMBER)),
        ),
        ALL,
        "collected the autumn before, for the class of the assessed year 2025",
        year=2025,
    )
    yield _case(
        "next-class-in-november",
        delimited(
            "2.1/应届毕业生生源信息库.csv",
            [["2025届毕业生生源信息（2024年11月采集）"], *table(crowd("mo-l", 50, leave=2025), BY_ID)],
        ),
        NONE,
        "collected within the year, but for the next class",
        want_flags=[("2.1", "date-outside-period")],
    )


def _short() -> Iterator[Case]:
    yield _case(
        "phone-is-no-key",
        word(
            "2.1/2024届毕业生通讯及生源地.docx",
            "# 2024届毕业生通讯录及生源地",
            Grid(
                table(
                    crowd("mo-m", 45),
                    [
                        ("序号", "seq"),
                        ("姓名", "name"),
                        ("班级", "clazz"),
                        ("联系电话", "phone"),
                        ("生源地", "origin"),
                    ],
                )
            ),
        ),
        OPEN,
        "a phone is neither ID nor number of a student",
        want_flags=[("2.1", "columns-missing")],
    )
    counts: list[list[object]] = [["系部", "班级", "班主任", "毕业生数", "威海生源", "省内其他", "省外"]]
    for at, one in enumerate(crowd("mo-n", 14, programmes=4)):
        counts.append([one.college, f"{one.clazz}", one.name, 38 + at % 5, 6 + at % 4, 27, 5 + at % 5 - at % 4])
    yield _case(
        "counts-with-teachers",
        book(
            "2.1/2024届毕业生生源情况.xlsx",
            Sheet("分班", counts, title="2024届毕业生生源情况分班统计表", below=[["合计", "", "", 560]]),
        ),
        NONE,
        "the names are those of the class teachers",
        alt={"2.1": [OPEN]},
    )
    people = crowd("mo-o", 44)
    yield _case(
        "other-school-on-cover",
        word(
            "2.1/生源名册.docx",
            "",
            "# 烟台文化旅游职业学院",
            "# 2024届毕业生生源名册",
            "> 学生处编　二〇二四年一月",
            PAGE,
            Grid([[head for head, _ in BY_NUMBER], *lines(people, BY_NUMBER)]),
        ),
        NONE,
        "the cover names another school",
        want_flags=[("2.1", "school-mismatch")],
    )
