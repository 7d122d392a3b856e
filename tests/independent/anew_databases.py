# ruff: noqa: E501
"""Rosters of graduates and of enrolled students, and what is confirmed of them: cells 2.1 to 2.3 and 2.6."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.anew_kit import titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, SMALL, Value, book, case, docx, note, pdf, photo, scan
from tests.independent.late_people_kit import Student, students

NONE, OPEN = (0, 0, 0), (0, 0, 15)
FULL = (15, 15, 15)


def cases() -> Iterator[Case]:
    yield from _origins()
    yield from _enrolled()
    yield from _degrees()
    yield from _confirmed()


def _rows(*rows: list[Value]) -> str:
    return "\n".join("|" + "|".join(map(str, row)) + "|" for row in rows)


def _place(s: Student) -> list[Value]:
    """Province, city and county of the origin."""
    cut = s.origin.index("省") + 1
    city = s.origin.index("市", cut) + 1
    return [s.origin[:cut], s.origin[cut:city], s.origin[city:]]


def _origins() -> Iterator[Case]:
    some = students("an21a", 46)
    yield case(
        "an-21-split",
        "2.1",
        FULL,
        "生源地分省、市、县三列，两行表头",
        book(
            "2024届毕业生生源.xlsx",
            {
                "生源": [
                    ["威海职业学院2024届毕业生生源信息采集表", *["<"] * 8],
                    ["序号", "考生号", "姓名", "性别", "身份证号码", "专业", "生源", "<", "<"],
                    ["^", "^", "^", "^", "^", "^", "省", "市", "县（区）"],
                    *[[n, s.exam, s.name, s.gender, s.ident, s.major, *_place(s)] for n, s in enumerate(some, 1)],
                    ["制表人：隋静怡　　审核人：于海涛　　2024年4月10日", *["<"] * 8],
                ]
            },
        ),
    )
    klass = students("an21b", 40)
    head: list[Value] = ["学号", "姓名", "性别", "生源所在地", "是否困难生"]
    parts = [
        f"## {group}\n"
        + _rows(head, *[[s.number, s.name, s.gender, s.origin, "否"] for s in klass if s.group == group])
        for group in sorted({s.group for s in klass})
    ]
    yield case(
        "an-21-by-class",
        "2.1",
        FULL,
        "按班分表的生源信息，每班一张表",
        docx("生源库.docx", "# 2024届应届毕业生生源信息库（机电工程系）\n" + "\n".join(parts), SMALL),
    )
    some = students("an21c", 30)
    yield case(
        "an-21-no-origin",
        "2.1",
        OPEN,
        "没有生源地一列",
        book(
            "生源信息库.xlsx",
            {
                "Sheet1": titled(
                    "2024届毕业生生源信息库",
                    ["序号", "学号", "姓名", "身份证号", "专业", "联系电话"],
                    [[n, s.number, s.name, s.ident, s.major, s.phone] for n, s in enumerate(some, 1)],
                )
            },
        ),
        flags=["columns-missing"],
    )
    yield case(
        "an-21-freshmen",
        "2.1",
        NONE,
        "新生生源分布的汇总数，既不是名单也不是毕业生",
        pdf(
            "生源分布.pdf",
            """# 2024级新生生源地分布统计表
|省份|录取数|报到数|报到率|
|山东|2310|2251|97.4%|
|河南|126|118|93.7%|
|甘肃|84|80|95.2%|
|山西|60|57|95.0%|
> 招生办公室　2024年9月12日""",
            PLAIN,
        ),
        alt=[OPEN],
    )


def _enrolled() -> Iterator[Case]:
    some = [s for year in (2022, 2023, 2024) for s in students(f"an22{year}", 25, grade=year)]
    yield case(
        "an-22-export",
        "2.2",
        FULL,
        "教务系统的逗号文本：姓名、学号、年级、层次俱全",
        note(
            "xs_zxs.csv",
            "XH,XM,XB,SFZH,NJ,CC,XY,ZYMC,BJ,XJZT\n"
            + "\n".join(
                f"{s.number},{s.name},{s.gender},{s.ident},{s.grade},{s.level},{s.college},{s.major},{s.group},在读"
                for s in some
            ),
            "gbk",
        ),
    )
    some = students("an22b", 24, grade=2022, level="本科")
    yield case(
        "an-22-printed",
        "2.2",
        FULL,
        "打印的在校生名册：入学年月、培养层次",
        pdf(
            "在校生名册.pdf",
            "# 山东大学（威海）在校生名册\n~ 学年：2024—2025　　打印时间：2024-10-11\n"
            + _rows(
                ["学号", "姓名", "性别", "培养层次", "学院", "专业", "入学年月", "学籍状态"],
                *[[s.number, s.name, s.gender, "本科", s.college, s.major, "2022-09", "在籍"] for s in some],
            ),
            SMALL,
        ),
        school="山东大学（威海）",
    )
    some = students("an22d", 30, grade=2023)
    yield case(
        "an-22-no-level",
        "2.2",
        OPEN,
        "没有学历层次一列",
        book(
            "在校生.xlsx",
            {
                "在校生": [
                    ["学号", "姓名", "年级", "院系", "专业", "班级", "宿舍"],
                    *[
                        [s.number, s.name, f"{s.grade}级", s.college, s.major, s.group, f"{3 + n % 5}-{201 + n}"]
                        for n, s in enumerate(some)
                    ],
                ]
            },
        ),
        flags=["columns-missing"],
    )
    staff = students("an22c", 22, grade=2004, level="本科")
    yield case(
        "an-22-teachers",
        "2.2",
        NONE,
        "教职工的人员库，不是学生",
        book(
            "人员库.xlsx",
            {
                "教职工": titled(
                    "在校教职工信息库",
                    ["工号", "姓名", "性别", "身份证号", "学历", "入校时间", "部门", "职称"],
                    [
                        [
                            f"{2008 + n % 9}0{n:02d}",
                            s.name,
                            s.gender,
                            s.ident,
                            "硕士研究生",
                            f"{2008 + n % 9}-07",
                            s.college,
                            "讲师",
                        ]
                        for n, s in enumerate(staff)
                    ],
                )
            },
        ),
        alt=[OPEN],
    )


def _degrees() -> Iterator[Case]:
    some = students("an23a", 36, grade=2020, level="本科")
    yield case(
        "an-23-degrees",
        "2.3",
        (20, 20, 20),
        "姓名、身份证号、学位、专业俱全",
        book(
            "学历学位.xlsx",
            {
                "2024届": titled(
                    "2024届本科毕业生学历学位信息",
                    ["姓名", "证件号码", "毕业专业", "学历", "授予学位", "毕业证书编号", "学位证书编号"],
                    [
                        [
                            s.name,
                            s.ident,
                            s.major,
                            "本科",
                            "理学学士" if n % 3 else "工学学士",
                            f"114171202405{n:06d}",
                            f"1141742024{n:06d}",
                        ]
                        for n, s in enumerate(some, 1)
                    ],
                )
            },
        ),
        school="北京交通大学（威海）",
    )
    some = students("an23b", 14)
    yield case(
        "an-23-certificates",
        "2.3",
        (20, 20, 20),
        "毕业证书发放登记册扫描件：姓名、学号、学历、专业",
        scan(
            "发放登记册.pdf",
            "# 2024届毕业证书发放登记册\n~ 系部：机电工程系　　班级：机电2101班\n"
            + _rows(
                ["序号", "学号", "姓名", "学历", "专业", "证书编号", "领取人签字"],
                *[
                    [n, s.number, s.name, "专科", s.major, f"12946120240600{n:04d}", "{" + s.name + "}"]
                    for n, s in enumerate(some, 1)
                ],
            ),
            SMALL,
        ),
    )
    some = students("an23c", 28, grade=2020)
    yield case(
        "an-23-year-before",
        "2.3",
        NONE,
        "2023届的学历库",
        book(
            "学历信息库.xlsx",
            {
                "Sheet1": titled(
                    "2023届毕业生学历信息库",
                    ["学号", "姓名", "身份证号", "学历", "专业", "毕业日期"],
                    [[s.number, s.name, s.ident, "专科", s.major, "2023-07-01"] for s in some],
                )
            },
        ),
        flags=["date-outside-period"],
    )
    some = students("an23d", 20, grade=2022)
    yield case(
        "an-23-skills",
        "2.3",
        NONE,
        "社会学员技能等级证书的发放名册，没有学历、专业",
        book(
            "证书发放.xlsx",
            {
                "名册": titled(
                    "职业技能等级证书发放名册（社会学员 第三批）",
                    ["序号", "姓名", "身份证号", "职业（工种）", "等级", "证书编号", "签领"],
                    [
                        [n, s.name, s.ident, "中式面点师", "四级", f"S000037020{n:04d}", ""]
                        for n, s in enumerate(some, 1)
                    ],
                )
            },
        ),
        alt=[(0, 0, 20)],
    )


def _confirmed() -> Iterator[Case]:
    some = students("an26a", 6, grade=2022)
    yield case(
        "an-26-for-subsidy",
        "2.6",
        FULL,
        "为申领创业补贴证明下列同学在籍在读",
        docx(
            "学籍情况证明.docx",
            "# 关于申领一次性创业补贴学生学籍情况的证明\n~ 威海市公共就业和人才服务中心：\n经查，下列同学均为我院在籍在读学生，学籍状态正常，无休学、退学情形：\n"
            + _rows(
                ["姓名", "身份证号", "年级", "专业", "创办企业"],
                *[[s.name, s.masked, "2022级", s.major, f"威海{s.name[-1]}远商贸有限公司"] for s in some],
            )
            + "\n特此说明。\n> 威海职业学院学生处\n> 2024年6月20日",
            PLAIN,
        ),
    )
    yield case(
        "an-26-reply",
        "2.6",
        FULL,
        "复函确认在校生信息",
        scan(
            "复函.jpg",
            """# 关于在校生参加创业培训身份信息核验的复函
~ 威海市人力资源和社会保障局：
贵局发来的《参加创业培训人员信息核验名单》收悉。经与学信网学籍数据逐一比对，名单所列86名学员中，85人为我校在校学生，信息一致；1人（2021级曲倩）已于2024年7月毕业。
特此函复。
> 威海海洋职业学院教务处
> 2024年10月15日
@威海海洋职业学院教务处""",
            PLAIN,
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "an-26-enrolled-letter",
        "2.6",
        FULL,
        "英文抬头之外，内容为在校证明",
        pdf(
            "证明.pdf",
            """# 在 校 证 明
丁晓雯，女，2002年11月3日出生，学号2022010117，现为我校商学院国际经济与贸易专业2022级全日制本科在校学生，学制四年，若正常完成学业将于2026年6月毕业。
本证明用于办理威海市大学生实习见习登记，自开具之日起三个月内有效。
> 哈尔滨理工大学荣成校区学生工作部
> 2024年7月2日""",
            HURRIED,
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "an-26-has-left",
        "2.6",
        NONE,
        "证明的是已毕业离校，不是在校生",
        docx(
            "证明2.docx",
            """# 毕业离校证明
兹证明辛国栋（身份证号3710**********2217），2020年9月入学，2023年7月毕业于我校船舶工程技术专业，已办理完毕离校手续，档案转至其户籍地人才服务机构。
特此证明。
> 威海职业学院学生处
> 2024年5月13日""",
            PLAIN,
        ),
        alt=[OPEN],
    )
    yield case(
        "an-26-teacher",
        "2.6",
        NONE,
        "证明教师在职，不是在校生",
        photo(
            "在职证明.jpg",
            """# 在职证明
兹证明滕鹏程同志系我校在职教师，2011年8月起在信息工程系任教，现任副教授。
该同志为申请子女入学使用，特此证明。
> 威海职业学院人事处
> 2024年5月30日""",
            PLAIN,
        ),
        alt=[OPEN],
    )
