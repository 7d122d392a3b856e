# ruff: noqa: E501
"""2.3: rosters of graduates with their levels, degrees and majors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    SONG,
    Letter,
    Person,
    Sheet,
    book,
    case,
    grid,
    people,
    sheet_html,
)
from tests.independent.press import Press


def cases() -> Iterator[Case]:
    full, open_, none = (20, 20, 20), (0, 0, 20), (0, 0, 0)
    yield case(
        "23-certificate-numbers",
        "2.3",
        _certificate_numbers,
        full,
        "2.3：毕业证书发放名册，姓名、身份证号、学历、专业齐全，2024届",
    )
    yield case(
        "23-degrees-conferred",
        "2.3",
        _degrees_conferred,
        full,
        "2.3：学位授予名单附决定，学号、姓名、学位、专业齐全（条文“学历 或 学位”）",
        school="山东大学（威海）",
    )
    yield case(
        "23-two-levels",
        "2.3",
        _two_levels,
        full,
        "2.3：本科与硕士两个工作表，另有字典表",
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "23-full-width-signs",
        "2.3",
        _full_width_signs,
        full,
        "domain 表头与写法：全角数字、姓名中空格、小写 x 不失键",
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "23-quoted-csv",
        "2.3",
        _quoted_csv,
        full,
        "2.3：分号分隔、带引号的 csv，有考生号、姓名、学历层次、专业",
        school="威海海洋职业学院",
    )
    yield case(
        "23-bound-volume",
        "2.3",
        _bound_volume,
        full,
        "2.3：PDF 装订册，有封面与目录，正文分专业列表，含学历、专业",
        school="山东药品食品职业学院",
    )
    yield case(
        "23-in-a-letter",
        "2.3",
        _in_a_letter,
        full,
        "2.3：报送函后附名册，一份文件里先函后表",
        school="山东外事职业大学",
    )
    yield case(
        "23-no-major",
        "2.3",
        _no_major,
        open_,
        "2.3：缺专业一列",
        flags=["columns-missing"],
    )
    yield case(
        "23-names-only",
        "2.3",
        _names_only,
        open_,
        "2.3：无身份证号、学号、考生号，缺键",
        flags=["columns-missing"],
        school="威海海洋职业学院",
    )
    yield case(
        "23-next-class",
        "2.3",
        _next_class,
        none,
        "第2组：2025届的预审名册是另一届",
        flags=["date-outside-period"],
        school="山东交通学院（威海）",
    )
    yield case(
        "23-teachers",
        "2.3",
        _teachers,
        none,
        "2.3 要应届毕业生：此为教职工学历学位名册",
        alt={"2.3": [(0, 0, 20)]},
        school="山东外事职业大学",
    )
    yield case(
        "23-class-of-another-school",
        "2.3",
        _class_of_another_school,
        none,
        "第0节“School”：文首与落款都是另一学校",
        flags=["school-mismatch"],
        school="山东药品食品职业学院",
    )


def _diploma(code: str, level: str, at: int) -> str:
    return f"{code}12024{'05' if level == '本科' else '06'}{at:06d}"


def _certificate_numbers(folder: Path, _: Press) -> None:
    rows = [
        [
            n,
            p.name,
            p.sex,
            p.rid,
            p.major,
            "三年",
            "专科",
            "毕业",
            _diploma("12326", "专科", 1200 + n),
            "2024年6月30日",
            "",
        ]
        for n, p in enumerate(people("certificate numbers", 40), 1)
    ]
    book(
        folder / "毕业证书发放登记.xlsx",
        Sheet(
            [
                [
                    "序号",
                    "姓名",
                    "性别",
                    "身份证号",
                    "专业",
                    "学制",
                    "学历",
                    "毕(结)业",
                    "证书编号",
                    "发证日期",
                    "领取人签字",
                ]
            ],
            rows,
            above=["威海职业学院2024届普通高职毕业生毕业证书发放名册"],
            below=["校　长：　　　　　　教务处：　　　　　　经办：宫老师"],
        ),
    )


def _degrees_conferred(folder: Path, _: Press) -> None:
    letter = Letter(size=12).title("山东大学（威海）", "关于授予2024届本科毕业生学士学位的决定", size=18)
    letter.text(
        "经学位评定委员会2024年6月14日会议审议，决定授予下列三十六名同学学士学位。名单如下：",
    )
    who = people("degrees conferred", 36, level="本科")
    degrees = {"国际经济与贸易": "经济学学士", "自动化": "工学学士", "汉语言文学": "文学学士", "生物科学": "理学学士"}
    letter.table(
        [
            ["序号", "学号", "姓名", "性别", "专业名称", "授予学位", "学位证书编号"],
            *([n, p.xh, p.name, p.sex, p.major, degrees[p.major], f"1042242024{n:06d}"] for n, p in enumerate(who, 1)),
        ],
        widths=(1.2, 3, 2.2, 1.2, 3.4, 2.6, 4),
    )
    letter.text("").sign("山东大学（威海）学位评定委员会", "2024年6月14日").save(folder / "学士学位授予决定.docx")


def _two_levels(folder: Path, _: Press) -> None:
    head = [["姓名", "学号", "身份证件号", "培养单位", "专业名称", "学历层次", "学位", "毕业年月"]]
    sheets = [
        Sheet(
            head,
            [
                [p.name, p.xh, p.rid, p.college, p.major, p.level, degree, "2024.06"]
                for p in people(f"two {level}", many, level=level)
            ],
            name=level,
            above=[f"哈尔滨工业大学（威海）2024届{level}毕业生学历信息库"],
        )
        for level, many, degree in (("本科", 34, "学士"), ("硕士研究生", 18, "硕士"))
    ]
    dictionary = Sheet(
        [["字段", "填写说明"]], [["学历层次", "本科、硕士研究生、博士研究生"], ["毕业年月", "YYYY.MM"]], name="填写说明"
    )
    book(folder / "HITWH学历信息库.xlsx", dictionary, *sheets)


def _full_width_signs(folder: Path, _: Press) -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    rows = [
        [
            n,
            " ".join(p.name) if n % 3 else p.name,
            p.rid.lower().translate(wide) if n % 4 == 0 else p.rid.lower(),
            p.major,
            "本 科",
            "工学学士",
        ]
        for n, p in enumerate(people("full width", 40, level="本科"), 1)
    ]
    book(
        folder / "荣成校区学历信息.xlsx",
        Sheet(
            [["序 号", "姓 名", "身份证号", "专 业", "学 历", "学 位"]],
            rows,
            above=["哈尔滨理工大学荣成校区2024届毕业生学历信息", "（各系汇总）"],
        ),
    )


def _quoted_csv(folder: Path, _: Press) -> None:
    with (folder / "学历库导出2024.csv").open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        out.writerow(["学校名称", "考生号", "姓名", "专业名称", "学历层次", "学习形式", "毕业日期", "毕结业结论"])
        for n, p in enumerate(people("quoted csv", 55)):
            out.writerow(
                [
                    "威海海洋职业学院",
                    p.ksh,
                    p.name,
                    p.major,
                    "专科",
                    "普通全日制",
                    "2024-07-01",
                    "结业" if n == 17 else "毕业",
                ]
            )


def _bound_volume(folder: Path, press: Press) -> None:
    who = people("bound volume", 56)
    parts = [(major, list(group)) for major, group in groupby(who, key=lambda p: p.major)]
    cover = (
        "<div style='height:960px;text-align:center;padding-top:240px'><div style='font-size:2em;letter-spacing:.2em'>山东药品食品职业学院</div>"
        "<h1 style='font-size:2.3em;margin-top:1em'>2024届毕业生学历信息名册</h1><div style='margin-top:420px'>教务处　招生就业处　合编<br>二〇二四年七月</div></div>"
    )
    index = "<h1>目　　录</h1>" + "".join(
        f"<p>{n}. {major}专业（{len(group)}人）……………………{n + 2}</p>" for n, (major, group) in enumerate(parts, 1)
    )
    body = cover + f"<div style='page-break-after:always'>{index}</div>"
    for n, (major, group) in enumerate(parts, 1):
        body += (
            f"<h2>{n}. {major}专业</h2>"
            + _volume_table(group)
            + f"<p class=n style='page-break-after:always'>本专业毕业{len(group)}人。</p>"
        )
    press.pdf(folder / "学历信息名册.pdf", sheet_html(body, font=SONG, size=15, margin="20px 30px"))


def _volume_table(group: list[Person]) -> str:
    rows = [[n, p.xh, p.name, p.sex, p.rid, "专科", p.major, "毕业"] for n, p in enumerate(group, 1)]
    return grid([["序号", "学号", "姓名", "性别", "身份证号", "学历", "专业", "结论"]], rows)


def _in_a_letter(folder: Path, _: Press) -> None:
    letter = Letter().title("山东外事职业大学", "关于报送2024届毕业生学历信息的函", size=20)
    letter.text("威海市人力资源和社会保障局：", indent=False)
    letter.text(
        "根据贵局数据采集要求，我校已完成2024届本科毕业生学历信息整理核对工作，现随函报送，请审阅。",
        "联系人：丛老师，电话0631—5700000。",
    )
    letter.text("附件：2024届毕业生学历信息表").sign("山东外事职业大学招生就业处", "2024年7月9日").page()
    letter.text("附件", indent=False)
    letter.table(
        [
            ["序号", "姓名", "身份证号码", "学历", "学位", "所学专业"],
            *(
                [n, p.name, p.rid, "大学本科", "学士", p.major]
                for n, p in enumerate(people("in a letter", 34, level="本科"), 1)
            ),
        ]
    ).save(folder / "函.docx")


def _no_major(folder: Path, _: Press) -> None:
    rows = [[n, p.name, p.sex, p.rid, "专科", "毕业"] for n, p in enumerate(people("no major", 40), 1)]
    book(
        folder / "学历信息库.xlsx",
        Sheet(
            [["序号", "姓名", "性别", "身份证号", "学历", "结论"]],
            rows,
            above=["威海职业学院2024届毕业生学历信息库"],
        ),
    )


def _names_only(folder: Path, _: Press) -> None:
    rows = [[n, p.name, p.sex, p.klass, p.major, "专科"] for n, p in enumerate(people("names only", 45), 1)]
    letter = Letter(size=12).title("威海海洋职业学院2024届毕业生学历情况表", size=17)
    letter.table([["序号", "姓名", "性别", "班级", "专业", "学历层次"], *rows]).save(folder / "学历情况表.docx")


def _next_class(folder: Path, _: Press) -> None:
    rows = [
        [p.ksh, p.name, p.rid, p.major, "本科", "2025年6月"]
        for p in people("next class", 40, level="本科", graduates=2025)
    ]
    book(
        folder / "毕业生学历信息.xlsx",
        Sheet(
            [["考生号", "姓名", "身份证号", "专业", "学历", "预计毕业时间"]],
            rows,
            above=["山东交通学院（威海）2025届毕业生学历学位信息预审名册"],
        ),
    )


def _teachers(folder: Path, _: Press) -> None:
    rng = Random("teachers")
    rows = [
        [
            f"{2005 + n % 15}{n:03d}",
            p.name,
            p.sex,
            rng.choice(["博士研究生", "硕士研究生", "大学本科"]),
            rng.choice(["硕士", "博士"]),
            p.major,
            rng.choice(["讲师", "副教授", "教授"]),
        ]
        for n, p in enumerate(people("teachers", 32, level="本科", graduates=2005), 1)
    ]
    book(
        folder / "学历信息库.xlsx",
        Sheet(
            [["工号", "姓名", "性别", "最高学历", "最高学位", "所学专业", "职称"]],
            rows,
            above=["山东外事职业大学专任教师学历学位一览表", "人事处　2024年9月"],
        ),
    )


def _class_of_another_school(folder: Path, _: Press) -> None:
    rows = [[n, p.name, p.rid, "专科", p.major] for n, p in enumerate(people("another school", 36), 1)]
    letter = Letter(size=12).title("威海海洋职业学院", "2024届毕业生学历信息库", size=18)
    letter.table([["序号", "姓名", "身份证号", "学历", "专业"], *rows])
    letter.sign("威海海洋职业学院教务处", "2024年7月2日").save(folder / "学历信息库.docx")
