# ruff: noqa: E501
"""4.2: exports of the employment platform, and what schools hand in instead."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    HEI,
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

_HEAD = ["序号", "姓名", "证件号码", "手机号码", "注册时间", "实名状态", "毕业院校", "教育经历", "学历", "专业"]
_REVIEW = ["external-data-required"]


def cases() -> Iterator[Case]:
    full, high, none = (10, 10, 10), (0, 0, 10), (0, 0, 0)
    yield case(
        "42-nine-in-ten",
        "4.2",
        _nine_in_ten,
        full,
        "4.2：导出中 46 人在 50 人的名册里，92% ≥ 80%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 46, "graduates": 50}},
    )
    yield case(
        "42-exactly-eighty",
        "4.2",
        _exactly_eighty,
        full,
        "4.2：40/50 恰为 80%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 40, "graduates": 50}},
        school="威海海洋职业学院",
    )
    yield case(
        "42-text-called-xls",
        "4.2",
        _text_called_xls,
        full,
        "4.2：平台导出的 .xls 实为制表符文本；43/50 = 86%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 43, "graduates": 50}},
        school="威海职业学院",
    )
    yield case(
        "42-three-quarters",
        "4.2",
        _three_quarters,
        none,
        "4.2：38/50 = 76% < 80%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 38, "graduates": 50}},
        school="山东药品食品职业学院",
    )
    yield case(
        "42-whole-city",
        "4.2",
        _whole_city,
        full,
        "4.2 counting：全市导出混有他校与往届，只数名册内 41/50 = 82%；他校行过滤不作提示",
        flags=_REVIEW,
        facts={"4.2": {"registered": 41, "graduates": 50}},
        forbid_flags=[("4.2", "school-mismatch")],
        school="山东外事职业大学",
    )
    yield case(
        "42-registered-again",
        "4.2",
        _registered_again,
        none,
        "4.2 counting：46 行为 38 人（重复注册），38/50 = 76%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 38, "graduates": 50}},
        school="北京交通大学（威海）",
    )
    yield case(
        "42-name-of-parent",
        "4.2",
        _name_of_parent,
        full,
        "第0节“School”与 4.2：毕业院校只填哈尔滨工业大学，由名册定；45/50 = 90%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 45, "graduates": 50}},
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "42-by-year-of-leaving",
        "4.2",
        _by_year_of_leaving,
        full,
        "4.2 counting：无公共键，按毕业时间 2024 年的 116 行；总结载毕业生 140 人，82.9%",
        flags=_REVIEW,
        facts={"4.2": {"registered": 116, "graduates": 140}},
        school="北京交通大学（威海）",
    )
    yield case(
        "42-nothing-to-join",
        "4.2",
        _nothing_to_join,
        high,
        "4.2 counting：导出既无可对的键又无毕业年份 → 0/0/10",
        flags=_REVIEW,
        school="山东交通学院（威海）",
    )
    yield case(
        "42-counted-by-school",
        "4.2",
        _counted_by_school,
        high,
        "4.2：学校自制统计表 0/0/10",
        flags=_REVIEW,
        school="威海海洋职业学院",
    )
    yield case(
        "42-followers",
        "4.2",
        _followers,
        high,
        "4.2：学校自述关注与注册人数，不是平台导出 → 0/0/10",
        flags=_REVIEW,
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "42-screen-of-count",
        "4.2",
        _screen_of_count,
        high,
        "4.2：平台页面截图 0/0/10",
        flags=_REVIEW,
        school="山东药品食品职业学院",
    )
    yield case(
        "42-nothing-filed",
        "4.2",
        _nothing_filed,
        high,
        "第0节“Nothing submitted”：4.2 无材料为 0/0/max，external-data-required，不作 no-evidence",
        flags=_REVIEW,
        forbid_flags=[("4.2", "no-evidence")],
        school="山东大学（威海）",
    )
    yield case(
        "42-all-of-another",
        "4.2",
        _all_of_another,
        none,
        "4.2 与第0节“School”：导出的人全是他校，过滤后 0/50",
        flags=_REVIEW,
        school="北京交通大学（威海）",
    )


def _roster(path: Path, school: str, who: Sequence[Person]) -> None:
    book(
        path,
        Sheet(
            [["序号", "姓名", "性别", "身份证号", "学号", "专业", "学历", "生源地"]],
            [[n, p.name, p.sex, p.rid, p.xh, p.major, p.level, p.origin] for n, p in enumerate(who, 1)],
            above=[f"{school}2024届毕业生生源信息表"],
        ),
    )


def _users(who: Sequence[Person], school: str, rng: Random, graduates: int = 2024) -> list[list[Any]]:
    return [
        [
            n,
            p.name,
            p.rid,
            p.phone,
            f"202{rng.choice('34')}-{rng.randrange(1, 11):02d}-{rng.randrange(1, 29):02d} {rng.randrange(8, 23):02d}:{rng.randrange(60):02d}:{rng.randrange(60):02d}",
            "已实名",
            school,
            f"{p.entry}.09-{graduates}.06 {school} {p.major}",
            "大专" if p.level == "专科" else p.level,
            p.major,
        ]
        for n, p in enumerate(who, 1)
    ]


def _export(path: Path, rows: list[list[Any]], *, when: str = "2024-11-15 09:30:12", titled: bool = True) -> None:
    above = (
        ["威海市就业服务平台—个人用户查询", f"导出时间：{when}　　筛选条件：毕业院校　　共{len(rows)}条"]
        if titled
        else []
    )
    for n, row in enumerate(rows, 1):
        row[0] = n
    book(path, Sheet([_HEAD], rows, name="个人用户", above=above, plain=True))


def _nine_in_ten(folder: Path, _: Press) -> None:
    who = people("nine in ten", 50)
    _roster(folder / "2024届名册.xlsx", "威海职业学院", who)
    _export(folder / "平台注册数据.xlsx", _users(who[2:48], "威海职业学院", Random("nine in ten")))


def _exactly_eighty(folder: Path, _: Press) -> None:
    who = people("exactly eighty", 50)
    _roster(folder / "毕业生.xlsx", "威海海洋职业学院", who)
    rows = _users(sorted(who[:40], key=lambda p: p.phone), "威海海洋职业学院", Random("exactly eighty"))
    with (folder / "export_20241118.csv").open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(_HEAD)
        out.writerows([n, row[1], f"\t{row[2]}", f"\t{row[3]}", *row[4:]] for n, row in enumerate(rows, 1))


def _text_called_xls(folder: Path, _: Press) -> None:
    who = people("text called xls", 50)
    _roster(folder / "毕业生名册.xlsx", "威海职业学院", who)
    rows = _users(who[4:47], "威海职业学院", Random("text called xls"))
    lines = ["\t".join(_HEAD), *("\t".join(str(value) for value in row) for row in rows)]
    (folder / "威海市就业服务平台_用户导出.xls").write_text("\r\n".join(lines), "gbk")


def _three_quarters(folder: Path, _: Press) -> None:
    who = people("three quarters", 50)
    where = folder / "4.2"
    where.mkdir()
    _roster(folder / "生源.xlsx", "山东药品食品职业学院", who)
    _export(where / "用户列表.xlsx", _users(who[6:44], "山东药品食品职业学院", Random("three quarters")))


def _whole_city(folder: Path, _: Press) -> None:
    school, rng = "山东外事职业大学", Random("whole city")
    who = people("whole city", 50, level="本科")
    rows = _users(who[:41], school, rng)
    rows += _users(people("whole city earlier", 22, level="本科", graduates=2022), school, rng, 2022)
    rows += _users(people("whole city others", 25), "威海职业学院", rng)
    rows += _users(people("whole city rest", 14, level="本科"), "山东大学（威海）", rng)
    rng.shuffle(rows)
    _roster(folder / "外事2024届.xlsx", school, who)
    _export(folder / "就业服务平台导出.xlsx", rows)


def _registered_again(folder: Path, _: Press) -> None:
    school, rng = "北京交通大学（威海）", Random("registered again")
    who = people("registered again", 50, level="本科")
    rows = _users([*who[:38], *who[4:12]], school, rng)
    for row in rows[38:]:
        row[3] = row[3][:-4] + f"{rng.randrange(10**4):04d}"
    _roster(folder / "毕业生信息.xlsx", school, who)
    _export(folder / "注册用户.xlsx", rows)


def _name_of_parent(folder: Path, _: Press) -> None:
    who = people("name of parent", 50, level="本科")
    _roster(folder / "HITWH2024届.xlsx", "哈尔滨工业大学（威海）", who)
    _export(folder / "注册明细.xlsx", _users(who[5:], "哈尔滨工业大学", Random("name of parent")))


def _by_year_of_leaving(folder: Path, _: Press) -> None:
    school = "北京交通大学（威海）"
    rows: list[list[Any]] = []
    for at, many in ((2024, 116), (2023, 31), (2025, 19)):
        for p in people(f"by year {at}", many, level="本科", graduates=at):
            rows.append(
                [p.name, p.phone[:3] + "****" + p.phone[-4:], school, f"{school}/{p.major}/本科", p.major, f"{at}-07"]
            )
    Random("by year of leaving").shuffle(rows)
    book(
        folder / "平台用户（脱敏）.xlsx",
        Sheet(
            [["姓名", "手机号", "毕业院校", "教育经历", "专业", "毕业时间"]],
            rows,
            above=["威海市就业服务平台—教育经历查询", f"导出时间：2024-11-20　共{len(rows)}条"],
            plain=True,
        ),
    )
    Letter().title(f"{school}就业创业服务指导站", "2024年度工作总结", size=20).text(
        "2024届毕业生140人。全年组织学生扫码注册威海市就业服务平台，班级逐一核对，成效明显。"
    ).sign(school, "2024年11月25日").save(folder / "总结.docx")


def _nothing_to_join(folder: Path, _: Press) -> None:
    school = "山东交通学院（威海）"
    who = people("nothing to join", 50, level="本科")
    rows = [
        [n, p.name[0] + "**", p.phone[:3] + "********", school, f"{school}-本科", "已注册"]
        for n, p in enumerate(who[:46], 1)
    ]
    _roster(folder / "2024届毕业生.xlsx", school, who)
    book(
        folder / "威海市就业服务平台用户.xlsx",
        Sheet(
            [["序号", "姓名", "手机号", "毕业院校", "教育经历", "状态"]],
            rows,
            above=["威海市就业服务平台—个人用户查询"],
            plain=True,
        ),
    )


def _counted_by_school(folder: Path, _: Press) -> None:
    told = [
        ("水产养殖21-1", 42, 40),
        ("船舶工程21-1", 38, 37),
        ("食品检验21-1", 45, 41),
        ("大数据会计21-1", 50, 50),
        ("物流21-1", 36, 30),
    ]
    book(
        folder / "班级注册情况.xlsx",
        Sheet(
            [["序号", "班级", "毕业生数", "注册人数", "注册率", "辅导员"]],
            [
                *(
                    [n, name, all_, done, f"{done / all_:.1%}", "刘老师" if n % 2 else "慕老师"]
                    for n, (name, all_, done) in enumerate(told, 1)
                ),
                ["合计", "", 211, 198, "93.8%", ""],
            ],
            above=["威海海洋职业学院2024届毕业生注册威海市就业服务平台情况统计表", "统计人：学生工作处　2024年6月13日"],
        ),
    )


def _followers(folder: Path, _: Press) -> None:
    Letter().title("关于引导学生关注使用", "威海市就业服务平台情况的报告", size=20).text(
        "哈尔滨理工大学荣成校区通过班会、海报、招聘会现场扫码等方式，引导毕业生关注并使用“威海市就业服务平台”。",
        "截至2024年11月，本校区2024届毕业生1208人中已关注平台公众号1102人，完成注册1015人，注册率达到84%。",
    ).sign("荣成校区就业指导中心", "2024年11月12日").save(folder / "平台使用情况报告.docx")


def _screen_of_count(folder: Path, press: Press) -> None:
    rows = [
        [n, p.name[0] + "**", p.phone[:3] + "****" + p.phone[-4:], "山东药品食品职业学院", p.major, "2024"]
        for n, p in enumerate(people("screen of count", 10), 1)
    ]
    body = (
        "<div class=top>威海市就业服务平台 · 管理后台<span style='float:right'>管理员</span></div><div class=box>毕业院校：<b>山东药品食品职业学院</b>　毕业年份：<b>2024</b>　<span class=btn>查询</span></div>"
        + grid([["序号", "姓名", "手机号", "毕业院校", "专业", "毕业年份"]], rows)
        + "<div class=box>共 2871 条记录　&lt; 1 2 3 … 288 &gt;　10条/页</div>"
    )
    css = ".top{background:#1677ff;color:#fff;padding:12px 20px}.box{padding:14px 20px}.btn{background:#1677ff;color:#fff;padding:4px 14px;border-radius:4px}td,th{border:1px solid #eee;padding:9px}"
    press.picture(sheet_html(body, font=HEI, size=15, margin="0", css=css), 1180, 640, 1.25).save(
        folder / "QQ截图20241114102233.png"
    )


def _nothing_filed(folder: Path, _: Press) -> None:
    Letter().title("山东大学（威海）", "2024届毕业生就业情况简报", size=20).text(
        "截至2024年8月31日，山东大学（威海）2024届毕业生去向落实率为88.7%。学校将继续做好未就业毕业生帮扶。"
    ).sign("学生就业创业指导中心", "2024年9月5日").save(folder / "就业情况简报.docx")


def _all_of_another(folder: Path, _: Press) -> None:
    who = people("all of another", 50, level="本科")
    _roster(folder / "2024届毕业生名册.xlsx", "北京交通大学（威海）", who)
    others = people("of another", 47, level="本科", start=301)
    _export(folder / "平台导出.xlsx", _users(others, "山东大学（威海）", Random("all of another")))
