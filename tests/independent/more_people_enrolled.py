"""2.2 在校生数据库 again: exports of the register, registration by class, several campuses."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import CHSI, mail_with_file, unicode_text, web_workbook, wide_scan
from tests.independent.people_enrolled import campus
from tests.independent.people_kit import (
    BJTU,
    HIT,
    HUST,
    MARINE,
    PHARMA,
    SDJTU,
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
    pdf,
    table,
    word,
)

ALL, OPEN, NONE = (15, 15, 15), (0, 0, 15), (0, 0, 0)
PLAIN: Columns = [
    ("序号", "seq"),
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("年级", "grade"),
    ("学历层次", "level"),
    ("专业", "major"),
    ("班级", "clazz"),
]
STATES = {4: "休学", 15: "参军（保留学籍）"}


def _case(name: str, make: Draw, points: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"more-enrolled-{name}", "2.2", make, {"2.2": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _workbooks()
    yield from _other_files()
    yield from _short()


def _changes() -> list[Row]:
    """Changes of status, as a register keeps them beside the list."""
    people = crowd("me-changes", 6, leave=2026)
    kinds = ("休学", "复学", "退学", "保留学籍（入伍）", "转专业", "保留学籍（入伍）")
    return [
        ["序号", "学号", "姓名", "异动类别", "异动日期", "说明"],
        *[
            [at, one.number, one.name, kind, f"2024-{at + 2:02d}-1{at}", "已备案"]
            for at, (one, kind) in enumerate(zip(people, kinds, strict=True), 1)
        ],
    ]


def _workbooks() -> Iterator[Case]:
    yield _case(
        "web-workbook",
        web_workbook("2.2/在籍学生信息20241021.xls", table(campus("me-a", 35), CHSI)),
        ALL,
        "a system's page under the ending of a workbook",
    )
    yield _case(
        "with-changes",
        book(
            "2.2 在校生数据库/在校生及学籍异动.xlsx",
            Sheet("学籍异动", _changes(), title="2024年学籍异动登记表"),
            Sheet(
                "在校生",
                table(campus("me-b", 30), PLAIN),
                title="威海海洋职业学院在校生数据库（2024年10月）",
                below=[["合计", "90人"]],
            ),
        ),
        ALL,
        "a sheet of changes stands before the roster",
        MARINE,
    )
    coded: list[list[object]] = []
    for code, level in (("1", "本科"), ("2", "专科")):
        columns: Columns = [
            ("学号", "number"),
            ("姓名", "name"),
            ("证件号码", "id"),
            ("年级", "entry_year"),
            ("培养层次", f"={code}"),
            ("专业名称", "major"),
            ("是否在校", "=1"),
        ]
        head, *body = table(campus(f"me-c{code}", 22, level), columns)  # type: ignore[arg-type]
        coded = [*(coded or [head]), *body]
    yield _case(
        "coded-levels",
        book(
            "信息采集/2.2/xs_jbxx_2024.xlsx",
            Sheet("xs_jbxx", coded, plain=True),
            Sheet(
                "代码对照",
                [
                    ["代码类别", "代码", "含义"],
                    ["培养层次", 1, "本科"],
                    ["培养层次", 2, "专科"],
                    ["是否在校", 1, "是"],
                    ["是否在校", 0, "否"],
                ],
            ),
        ),
        ALL,
        "levels are codes of a dictionary",
        WAISHI,
    )
    five: Columns = [
        *PLAIN[:5],
        ("层次", "=专科（五年一贯制）"),
        ("专业名称", "major"),
        ("学制（年）", "=5"),
        ("学籍状态", "status"),
    ]
    yield _case(
        "five-years",
        book(
            "2.2/五年制在籍生.xlsx",
            Sheet(
                "五年一贯制", table(campus("me-d", 24), five), title="山东药品食品职业学院2024年五年制高职在校生数据库"
            ),
            Sheet(
                "三年制",
                table(campus("me-d3", 24), [*PLAIN[:5], ("层次", "=专科"), *PLAIN[6:]]),
                title="2024年三年制高职在校生数据库",
            ),
        ),
        ALL,
        "five-year and three-year colleges",
        PHARMA,
    )
    spread: list[list[object]] = [
        ["序\n号", "学  号", "姓  名", "性\n别", "身份证\n号  码", "入学\n年月", "学历\n层次", "专业（方向）"],
        *table(
            campus("me-e", 20, "本科", (2025, 2026, 2027, 2028)),
            [
                ("", "seq"),
                ("", "number"),
                ("", "spaced"),
                ("", "sex"),
                ("", "id"),
                ("", "entry_month"),
                ("", "level"),
                ("", "major"),
            ],
        )[1:],
    ]
    yield _case(
        "broken-heads",
        book(
            "2.2/北京交通大学（威海）在校生.xlsx",
            Sheet("名册", spread, title="北京交通大学（威海）2024—2025学年在校生名册"),
        ),
        ALL,
        "line breaks and blanks within the heads",
        BJTU,
    )
    own: Columns = [("院校名称", f"={HIT}"), *CHSI]
    far: Columns = [("院校名称", "=哈尔滨工业大学（深圳）"), *CHSI]
    mixed = table(campus("me-f", 25, "本科"), own) + table(campus("me-g", 15, "本科"), far)[1:]
    yield _case(
        "several-campuses",
        book("2.2/学籍导出_2024秋.xlsx", Sheet("Sheet1", mixed, plain=True)),
        ALL,
        "rows of another campus are left out",
        HIT,
    )


def _registration() -> list[str | Grid]:
    """Registration by class, each table with a line of sums below."""
    blocks: list[str | Grid] = ["# 2024年秋季学期学生注册情况表", "威海职业学院学籍科　　2024年9月13日"]
    for leave in (2025, 2026):
        people = crowd(f"me-h{leave}", 36, leave=leave, programmes=2)
        for clazz in dict.fromkeys(one.clazz for one in people):
            some = [one for one in people if one.clazz == clazz]
            head, *body = table(some, [*PLAIN[:3], ("年级", "grade"), ("培养层次", "level"), ("专业", "major")])
            rows = [[*row, STATES.get(at, "已注册")] for at, row in enumerate(body)]
            away = sum(row[-1] != "已注册" for row in rows)
            blocks += [
                f"班级：{clazz}",
                Grid([[*head, "注册状态"], *rows], size=8),
                f"本班在籍{len(some)}人，已注册{len(some) - away}人，休学及保留学籍{away}人。",
            ]
    return blocks


def _other_files() -> Iterator[Case]:
    yield _case(
        "registration-by-class",
        word("2.2/2024秋注册.docx", *_registration()),
        ALL,
        "registration of a term by class with lines of sums",
    )
    yield _case(
        "unicode-text",
        unicode_text(
            "2.2/在校生库.txt",
            [
                ["2024年在校生数据库"],
                *table(
                    campus("me-i", 26), [*PLAIN[1:5], ("培养层次", "=高职（专科）"), *PLAIN[6:], ("身份证号", "id")]
                ),
            ],
        ),
        ALL,
        "UTF-16 text with tabs as spreadsheets save it",
        MARINE,
    )
    sheet = (
        "<h1 style='font-size:23px;margin:0 0 6px'>哈尔滨理工大学荣成校区2024—2025学年在校生名册（软工2201班）</h1>"
        + html_table(
            table(
                crowd("me-j", 19, level="本科", leave=2026, programmes=1),
                [
                    ("序号", "seq"),
                    ("学号", "number"),
                    ("姓名", "name"),
                    ("性别", "sex"),
                    ("年级", "grade"),
                    ("层次", "level"),
                    ("专业", "major"),
                    ("备注", "="),
                ],
            )
        )
    )
    yield _case(
        "photo-laid-across", wide_scan("2.2/mmexport1729.jpg", sheet, kind="photo"), ALL, "photo of a sheet", HUST
    )
    memory = io.StringIO()
    csv.writer(memory).writerows(table(campus("me-k", 22, "本科", (2025, 2026, 2027, 2028)), CHSI))
    yield _case(
        "mail-with-csv",
        mail_with_file(
            "2.2/报送在校生数据.eml",
            "山东交通学院（威海）报送2024年在校生数据",
            "Wed, 16 Oct 2024 15:20:00 +0800",
            "您好：\n　　现报送山东交通学院（威海）2024年在校生数据，见附件。\n教务办公室",
            "在校生数据.csv",
            memory.getvalue().encode("gb18030"),
        ),
        ALL,
        "the roster is attached to a mail",
        SDJTU,
    )


def _short() -> Iterator[Case]:
    yield _case(
        "no-level",
        book(
            "2.2/在校生数据库.xlsx",
            Sheet(
                "在校生",
                table(
                    campus("me-l", 25),
                    [
                        ("学号", "number"),
                        ("姓名", "name"),
                        ("年级", "grade"),
                        ("院系", "college"),
                        ("专业", "major"),
                        ("培养方式", "=非定向"),
                        ("学籍状态", "status"),
                    ],
                ),
                title="威海职业学院2024年在校生数据库",
            ),
        ),
        OPEN,
        "the way of training is no level",
        want_flags=[("2.2", "columns-missing")],
    )
    yield _case(
        "last-november",
        book(
            "2.2/在校生数据库.xlsx",
            Sheet(
                "在校生",
                table(campus("me-m", 24, leaves=(2024, 2025, 2026)), PLAIN),
                title="威海职业学院2023年在校生数据库",
                above=[["数据截至：2023年11月25日"]],
            ),
        ),
        NONE,
        "handed in again from the year before",
        want_flags=[("2.2", "date-outside-period")],
    )
    yield _case(
        "other-school-in-column",
        book(
            "2.2/在籍学生.xlsx",
            Sheet("Sheet1", table(campus("me-n", 26), [("院校名称", f"={MARINE}"), *CHSI]), plain=True),
        ),
        NONE,
        "all rows name another school of the city",
        PHARMA,
    )
    graduates: Columns = [
        ("序号", "seq"),
        ("学号", "number"),
        ("姓名", "name"),
        ("专业", "major"),
        ("学历", "level"),
        ("毕业证书编号", "certificate"),
        ("毕业时间", "leave_month"),
    ]
    yield Case(
        "more-enrolled-graduates-instead",
        "2.2",
        pdf(
            "2.2/学生名册.pdf",
            f"<h1>{VOCATIONAL}2024届毕业生名册</h1>" + html_table(table(crowd("me-o", 60), graduates)),
        ),
        {"2.2": NONE, "2.3": (20, 20, 20)},
        alt={"2.2": [OPEN]},
        note="graduates are no enrolled students; the list serves 2.3",
    )
    beds: list[list[object]] = [["楼号", "房间", "床号", "姓名", "班级", "联系电话"]]
    beds += [
        [f"{3 + at // 24}号楼", f"{201 + at // 4}", at % 4 + 1, one.name, one.clazz, one.phone]
        for at, one in enumerate(crowd("me-p", 48, leave=2026))
    ]
    yield _case(
        "dormitory",
        book("2.2/学生信息.xlsx", Sheet("住宿", beds, title="威海职业学院2024年秋季学生住宿安排表")),
        NONE,
        "who sleeps where",
        alt={"2.2": [OPEN]},
    )
