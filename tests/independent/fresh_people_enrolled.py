# ruff: noqa: E501
"""2.2: rosters of enrolled students as offices and systems print them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    HEI,
    SONG,
    Letter,
    Sheet,
    book,
    case,
    grid,
    people,
    renamed,
    sheet_html,
    spaced,
)
from tests.independent.press import Press


def cases() -> Iterator[Case]:
    full, open_, none = (15, 15, 15), (0, 0, 15), (0, 0, 0)
    yield case(
        "22-sheet-a-grade",
        "2.2",
        _sheet_a_grade,
        full,
        "2.2：按年级分三个工作表，每表有姓名、学号、年级、培养层次",
        school="威海海洋职业学院",
    )
    yield case(
        "22-page-of-the-system",
        "2.2",
        _page_of_the_system,
        full,
        "2.2：教务系统查询页另存的网页，有学号、姓名、年级、层次",
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "22-entry-dates",
        "2.2",
        _entry_dates,
        full,
        "2.2：以入学日期代年级（条文“年级 或 入学”），含休学生",
        school="山东外事职业大学",
    )
    yield case(
        "22-tabbed-text",
        "2.2",
        _tabbed_text,
        full,
        "2.2：制表符分隔的 txt 导出，XH/XM/SFZH/NJ/CC 的中文表头",
        school="山东交通学院（威海）",
    )
    yield case("22-printed-list", "2.2", _printed_list, full, "2.2：PDF 名册跨页，表头每页重复，有年级与学历层次")
    yield case(
        "22-two-abreast",
        "2.2",
        _two_abreast,
        full,
        "2.2：为省纸一行排两人，左右两栏同一表头，各有学号、姓名、年级、层次",
        school="威海海洋职业学院",
    )
    yield case(
        "22-filtered-rows",
        "2.2",
        _filtered_rows,
        full,
        "第0节“What a person sees”：筛选隐藏的行照读，hidden-rows",
        flags=["hidden-rows"],
        school="山东药品食品职业学院",
    )
    yield case(
        "22-wrong-digits",
        "2.2",
        _wrong_digits,
        full,
        "第2组“Key”：校验位错是 id-invalid，行照计",
        flags=["id-invalid"],
        school="威海职业学院",
    )
    yield case(
        "22-no-level",
        "2.2",
        _no_level,
        open_,
        "2.2：没有学历层次一列，也没有处写明本科或专科",
        flags=["columns-missing"],
        school="山东外事职业大学",
    )
    yield case(
        "22-no-grade",
        "2.2",
        _no_grade,
        open_,
        "2.2：没有年级或入学时间",
        flags=["columns-missing"],
        school="山东大学（威海）",
    )
    yield case(
        "22-two-years-ago",
        "2.2",
        _two_years_ago,
        none,
        "第0节“Period”：2022—2023学年的名册，截至2022年10月，不在 2024 年",
        flags=["date-outside-period"],
    )
    yield case(
        "22-sister-campus",
        "2.2",
        _sister_campus,
        none,
        "第0节“School”：威海职业学院的在校生名册由威海海洋职业学院误交",
        flags=["school-mismatch"],
        school="威海海洋职业学院",
    )
    yield case(
        "22-already-gone",
        "2.2",
        _already_gone,
        none,
        "2.2 要在校生：此为往届校友通讯名册（2016届、2017届），无年级、无在读",
        alt={"2.2": [(0, 0, 15)]},
        school="山东药品食品职业学院",
    )


def _sheet_a_grade(folder: Path, _: Press) -> None:
    sheets = []
    for grade, many in ((2022, 26), (2023, 31), (2024, 34)):
        who = people(f"grade {grade}", many, graduates=grade + 3)
        sheets.append(
            Sheet(
                [["序号", "系部", "专业", "班级", "学号", "姓名", "性别", "年级", "培养层次", "学籍状态"]],
                [
                    [n, p.college, p.major, p.klass, p.xh, p.name, p.sex, f"{grade}级", "高职", "有"]
                    for n, p in enumerate(who, 1)
                ],
                name=f"{grade}级",
                above=[f"威海海洋职业学院{grade}级在校生花名册", "统计时间：2024年10月15日　　数据来源：教务处学籍科"],
                below=[f"小计{many}人"],
            )
        )
    book(folder / "在校生数据库20241015.xlsx", *sheets)


def _page_of_the_system(folder: Path, _: Press) -> None:
    rows = [
        [n, p.xh, p.name, p.sex, p.entry, p.college, p.major, p.klass, p.level, "是"]
        for n, p in enumerate(people("page of the system", 50, level="本科", graduates=2026), 1)
    ]
    body = (
        "<div class=bar>教学管理服务平台 &gt; 学生管理 &gt; 在校生信息查询</div>"
        "<div>当前单位：哈尔滨理工大学荣成校区　学年学期：2024-2025学年第1学期　是否在校：是　<button>查询</button> <button>导出</button></div>"
        + grid([["", "学号", "姓名", "性别", "年级", "学院", "专业", "班级", "层次", "是否在校"]], rows)
        + "<div>共 50 条　每页 50 条　第 1/1 页　查询时间 2024-09-26 15:42:07</div>"
    )
    (folder / "在校生信息查询.html").write_text(
        sheet_html(body, font=HEI, size=13, margin="8px", css=".bar{background:#1b6fb5;color:#fff;padding:6px}"),
        "utf-8",
    )


def _entry_dates(folder: Path, _: Press) -> None:
    who = people("entry dates", 45, level="本科", graduates=2027)
    rows = [
        [
            p.xh,
            p.name,
            p.rid,
            p.college,
            p.major,
            "专升本" if n % 9 == 0 else "本科",
            f"{p.entry}0901",
            "休学" if n in (11, 29) else "在籍在校",
            "20270630",
        ]
        for n, p in enumerate(who)
    ]
    book(
        folder / "学籍学历信息管理平台导出_20240920103355.xlsx",
        Sheet(
            [["学号", "姓名", "证件号码", "院系", "专业名称", "层次", "入学日期", "学籍状态", "预计毕业日期"]],
            rows,
            name="sheet0",
            plain=True,
        ),
    )


def _tabbed_text(folder: Path, _: Press) -> None:
    lines = [
        "山东交通学院（威海）在校生信息　2024年11月4日导出",
        "学号\t姓名\t性别\t身份证号\t所在学院\t专业\t年级\t学历层次",
    ]
    for p in people("tabbed text", 60, level="本科", graduates=2025):
        lines.append("\t".join([p.xh, p.name, p.sex, p.rid, "航海学院", p.major, f"{p.entry}", "本科"]))
    (folder / "zxs.txt").write_text("\r\n".join(lines) + "\r\n", "utf-8")


def _printed_list(folder: Path, press: Press) -> None:
    who = people("printed list", 70, graduates=2026)
    rows = [[n, p.klass, p.xh, spaced(p.name), p.sex, p.entry, "专科", p.phone] for n, p in enumerate(who, 1)]
    body = (
        "<h1 style='font-size:1.35em'>威海职业学院在校学生名册（2023级）</h1><p class=n>2024—2025学年第一学期　　　打印日期：2024-10-08</p>"
        + grid([["序号", "班级", "学号", "姓名", "性别", "年级", "学历层次", "联系电话"]], rows)
    )
    press.pdf(
        folder / "名册.pdf",
        sheet_html(body, font=SONG, size=15, margin="10px 20px", css="thead{display:table-header-group}"),
    )


def _two_abreast(folder: Path, _: Press) -> None:
    who = people("two abreast", 40, graduates=2026)
    cells = [[n, p.xh, p.name, f"{p.entry}级", "专科", p.major] for n, p in enumerate(who, 1)]
    head = ["序号", "学号", "姓名", "年级", "层次", "专业"]
    letter = Letter("宋体", 11, wide=True).title("威海海洋职业学院在校生名册（2023级）", size=16)
    letter.text("打印时间：2024年9月23日　　共40人", indent=False)
    letter.table([head * 2, *(cells[at] + cells[at + 20] for at in range(20))], size=8)
    letter.save(folder / "在校生名册（双栏）.docx")


def _filtered_rows(folder: Path, _: Press) -> None:
    who = people("filtered rows", 48, graduates=2026)
    rows = [[p.rid, p.name, p.sex, f"{p.entry}级", "专科", p.major, "注册"] for p in who]
    hidden = [at + 3 for at, p in enumerate(who) if p.major == "软件技术"]
    book(
        folder / "在校生库-药院.xlsx",
        Sheet(
            [["身份证号", "姓名", "性别", "年级", "学历", "专业", "注册状态"]],
            rows,
            above=["山东药品食品职业学院2024年秋季学期在校生数据库"],
            hidden_rows=hidden,
        ),
    )


def _wrong_digits(folder: Path, _: Press) -> None:
    who = [
        renamed(p, rid=p.rid[:-1] + str((int(p.rid[-1].replace("X", "4")) + 3) % 10)) if at in (3, 20) else p
        for at, p in enumerate(people("wrong digits", 42, graduates=2025))
    ]
    rows = [[n, p.name, "'" + p.rid, p.college, p.klass, p.entry, "高职（专科）"] for n, p in enumerate(who, 1)]
    book(
        folder / "2.2在校生.xlsx",
        Sheet(
            [["序号", "学生姓名", "公民身份号码", "系部", "班级", "入学年份", "学历层次"]],
            rows,
            above=["在校生数据库（威海职业学院）", "2024年9月"],
        ),
    )


def _no_level(folder: Path, _: Press) -> None:
    who = people("no level", 40, level="本科", graduates=2026)
    rows = [[n, p.xh, p.name, p.sex, p.entry, p.major, p.klass, p.phone] for n, p in enumerate(who, 1)]
    book(
        folder / "在校学生数据库.xlsx",
        Sheet(
            [["序号", "学号", "姓名", "性别", "年级", "专业", "班级", "手机"]],
            rows,
            above=["山东外事职业大学2024—2025学年在校学生名单"],
        ),
    )


def _no_grade(folder: Path, _: Press) -> None:
    who = people("no grade", 36, level="本科", graduates=2026)
    rows = [[n, p.name, p.sex, p.rid, p.college, p.major, "本科"] for n, p in enumerate(who, 1)]
    letter = Letter(wide=True, size=12).title("山东大学（威海）在校生信息表", size=18)
    letter.text("报送时间：2024年6月　　报送部门：学生就业指导中心", indent=False)
    letter.table([["序号", "姓名", "性别", "身份证号", "学院", "专业", "学历层次"], *rows])
    letter.save(folder / "在校生信息表.docx")


def _two_years_ago(folder: Path, _: Press) -> None:
    who = people("two years ago", 40, graduates=2024)
    rows = [[n, p.xh, p.name, p.sex, f"{p.entry}级", "专科", p.major] for n, p in enumerate(who, 1)]
    book(
        folder / "在校生数据库.xlsx",
        Sheet(
            [["序号", "学号", "姓名", "性别", "年级", "层次", "专业"]],
            rows,
            above=["威海职业学院2022—2023学年在校生花名册", "截至2022年10月20日"],
        ),
    )


def _sister_campus(folder: Path, _: Press) -> None:
    who = people("sister campus", 40, graduates=2026)
    rows = [[n, p.rid, p.name, f"{p.entry}级", "专科", p.major, "在读"] for n, p in enumerate(who, 1)]
    book(
        folder / "在校生.xlsx",
        Sheet(
            [["序号", "身份证号", "姓名", "年级", "学历层次", "专业", "状态"]],
            rows,
            above=["威海职业学院在校生数据库", "制表：威海职业学院教务处　2024年9月30日"],
        ),
    )


def _already_gone(folder: Path, _: Press) -> None:
    who = people("already gone", 30, graduates=2016)
    rows = [
        [n, p.name, p.sex, "2016届" if n < 16 else "2017届", p.major, p.phone, "青岛分会" if n % 3 else "威海分会"]
        for n, p in enumerate(who, 1)
    ]
    letter = Letter(size=12).title("山东药品食品职业学院校友通讯录", size=18)
    letter.text("校友工作办公室整理　2024年5月", indent=False)
    letter.table([["序号", "姓名", "性别", "届别", "专业", "电话", "所属分会"], *rows])
    letter.save(folder / "2-2.docx")
