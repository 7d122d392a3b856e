# ruff: noqa: E501
"""4.6: exports of trainees, rosters of the enrolled, and schools' own lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    SONG,
    Letter,
    Person,
    Sheet,
    book,
    case,
    grid,
    mark,
    people,
    sheet_html,
    table_called_xls,
)
from tests.independent.press import Press, save_scan, scanned

_REVIEW = ["external-data-required"]
_COURSES = ["SYB（创办你的企业）", "网络创业（电商版）", "GYB（产生你的企业想法）"]


_HEAD = [
    "序号",
    "姓名",
    "身份证号码",
    "人员类别",
    "文化程度",
    "就读院校",
    "培训机构",
    "班期编号",
    "培训课程",
    "开班日期",
    "结业日期",
    "考核结果",
    "合格证书编号",
]


def cases() -> Iterator[Case]:
    full, high, none = (8, 8, 8), (0, 0, 8), (0, 0, 0)
    yield case(
        "46-over-a-third",
        "4.6",
        lambda folder, _: _one_level(folder, "威海职业学院", "专科", 40, 14),
        full,
        "4.6：专科 14/40 = 35% ≥ 30%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 14, "enrolled": 40}},
    )
    yield case(
        "46-page-called-xls",
        "4.6",
        _page_called_xls,
        full,
        "4.6：系统导出的 .xls 实为网页表格；专科 16/50 = 32%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 16, "enrolled": 50}},
        school="山东药品食品职业学院",
    )
    yield case(
        "46-just-short",
        "4.6",
        lambda folder, _: _one_level(folder, "威海海洋职业学院", "专科", 40, 11),
        none,
        "4.6：专科 11/40 = 27.5% < 30%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 11, "enrolled": 40}},
        school="威海海洋职业学院",
    )
    yield case(
        "46-fifth-of-undergraduates",
        "4.6",
        lambda folder, _: _one_level(folder, "北京交通大学（威海）", "本科", 60, 12),
        full,
        "4.6：本科 12/60 恰为 20%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 12, "enrolled": 60}},
        school="北京交通大学（威海）",
    )
    yield case(
        "46-one-level-of-two",
        "4.6",
        lambda folder, _: _two_levels(folder, 7, 13),
        high,
        "4.6：本科 7/40 = 17.5% 不足，专科 13/40 = 32.5% 已足：low、proposed 要两者，high 任一",
        flags=[*_REVIEW, "rule-ambiguous"],
        school="山东外事职业大学",
    )
    yield case(
        "46-both-levels",
        "4.6",
        lambda folder, _: _two_levels(folder, 9, 12),
        full,
        "4.6：本科 9/40 = 22.5%，专科 12/40 恰为 30%，两者皆足",
        flags=_REVIEW,
        school="山东外事职业大学",
    )
    yield case(
        "46-two-courses-each",
        "4.6",
        _two_courses_each,
        none,
        "4.6 counting：19 人次为 11 人，11/40 = 27.5% < 30%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 11, "enrolled": 40}},
        school="山东药品食品职业学院",
    )
    yield case(
        "46-some-last-year",
        "4.6",
        _some_last_year,
        none,
        "4.6 counting：15 人中 6 人 2023 年参训，9/40 = 22.5% < 30%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 9, "enrolled": 40}},
        school="威海职业学院",
    )
    yield case(
        "46-strangers-among-them",
        "4.6",
        _strangers_among_them,
        high,
        "4.6 counting：11 人在册，另 3 人不在册只计 high（14/40 = 35%）",
        flags=[*_REVIEW, "not-in-roster"],
        facts={"4.6": {"trained": 11, "enrolled": 40}},
        school="威海海洋职业学院",
    )
    yield case(
        "46-postgraduates-aside",
        "4.6",
        _postgraduates_aside,
        full,
        "4.6 counting：研究生不入基数，本科 8/40 恰为 20%",
        flags=_REVIEW,
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "46-total-of-annex",
        "4.6",
        _total_of_annex,
        full,
        "4.6 counting：无在校生名册，单一层次学校以附件1在校生 640 人为基数，205/640 = 32.0%",
        flags=_REVIEW,
        facts={"4.6": {"trained": 205, "enrolled": 640}},
        school="威海海洋职业学院",
    )
    yield case(
        "46-no-base",
        "4.6",
        _no_base,
        high,
        "4.6 counting：无名册、无附件1 → 0/0/8",
        flags=[*_REVIEW, "denominator-missing"],
        school="山东药品食品职业学院",
    )
    yield case(
        "46-level-nowhere",
        "4.6",
        _level_nowhere,
        high,
        "4.6 counting：名册与导出都不写层次 → 0/0/8",
        flags=[*_REVIEW, "columns-missing"],
        school="山东外事职业大学",
    )
    yield case(
        "46-own-list",
        "4.6",
        _own_list,
        high,
        "4.6 counting：学校自制花名册 0/0/8",
        flags=_REVIEW,
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "46-own-list-scanned",
        "4.6",
        _own_list_scanned,
        high,
        "4.6 counting：扫描的学校盖章花名册，仍非系统导出 0/0/8",
        flags=_REVIEW,
        school="山东交通学院（威海）",
    )
    yield case(
        "46-nothing-filed",
        "4.6",
        _nothing_filed,
        high,
        "第0节“Nothing submitted”：4.6 无材料为 0/0/max，external-data-required，不作 no-evidence",
        flags=_REVIEW,
        forbid_flags=[("4.6", "no-evidence")],
        school="威海职业学院",
    )


def _enrolled(path: Path, school: str, who: Sequence[Person], *, levels: bool = True) -> None:
    head = ["序号", "学号", "姓名", "性别", "身份证号", "年级", "专业", *(["学历层次"] if levels else [])]
    book(
        path,
        Sheet(
            [head],
            [
                [n, p.xh, p.name, p.sex, p.rid, f"{p.entry}级", p.major, *([p.level] if levels else [])]
                for n, p in enumerate(who, 1)
            ],
            above=[f"{school}在校生数据库", "截至2024年10月"],
        ),
    )


def _trained(
    who: Sequence[Person],
    school: str,
    *,
    key: str,
    days: tuple[str, str] = ("2024-05-11", "2024-05-20"),
    levels: bool = True,
    course: int = 0,
) -> list[list[Any]]:
    rng = Random(f"trained {key}")
    return [
        [
            p.name,
            p.rid,
            "在校大学生",
            *([{"专科": "大学专科", "本科": "大学本科"}.get(p.level, p.level)] if levels else []),
            school,
            "威海市众创职业培训学校",
            f"WH{days[0][:4]}{days[0][5:7]}{1 + n // 30:02d}",
            _COURSES[course],
            days[0],
            days[1],
            "合格",
            f"37{days[0][:4]}{rng.randrange(10**8):08d}",
        ]
        for n, p in enumerate(who)
    ]


def _export(path: Path, rows: Sequence[Sequence[Any]], *, levels: bool = True) -> None:
    head = _HEAD if levels else [name for name in _HEAD if name != "文化程度"]
    book(
        path,
        Sheet(
            [head],
            [[n, *row] for n, row in enumerate(rows, 1)],
            name="创业培训",
            above=[
                "山东省公共就业人才信息系统　创业培训人员信息查询",
                f"查询时间：2024-11-19 14:25:08　　查询机构：威海市公共就业服务机构　　记录数：{len(rows)}",
            ],
            plain=True,
        ),
    )


def _one_level(folder: Path, school: str, level: str, enrolled: int, trained: int) -> None:
    who = people(f"one level {school}", enrolled, level=level, graduates=2026)
    _enrolled(folder / "在校生.xlsx", school, who)
    _export(folder / "系统查询结果.xlsx", _trained(Random(school).sample(who, trained), school, key=school))


def _page_called_xls(folder: Path, _: Press) -> None:
    school = "山东药品食品职业学院"
    who = people("training page called xls", 50, graduates=2026)
    _enrolled(folder / "在校生.xlsx", school, who)
    rows = _trained(who[20:36], school, key="page called xls", days=("2024-03-23", "2024-04-01"))
    table_called_xls(
        folder / "创业培训人员信息.xls",
        _HEAD,
        [[n, *row] for n, row in enumerate(rows, 1)],
        "山东省公共就业人才信息系统　创业培训人员信息查询",
    )


def _two_levels(folder: Path, undergraduates: int, college: int) -> None:
    school = "山东外事职业大学"
    key = f"two levels {undergraduates}"
    upper = people(f"{key} upper", 40, level="本科", graduates=2026)
    lower = people(f"{key} lower", 40, graduates=2026, start=501)
    where = folder / "在校生库"
    where.mkdir()
    _enrolled(where / "本科.xlsx", school, upper)
    _enrolled(where / "专科.xlsx", school, lower)
    rows = _trained(upper[3 : 3 + undergraduates], school, key=key) + _trained(
        lower[5 : 5 + college], school, key=key + " lower", days=("2024-10-12", "2024-10-21"), course=1
    )
    _export(folder / "创业培训导出.xlsx", rows)


def _two_courses_each(folder: Path, _: Press) -> None:
    school = "山东药品食品职业学院"
    who = people("two courses each", 40, graduates=2026)
    _enrolled(folder / "在校生库.xlsx", school, who)
    rows = _trained(who[:11], school, key="first") + _trained(
        who[:8], school, key="second", days=("2024-09-07", "2024-09-16"), course=1
    )
    _export(folder / "培训学员（系统导出）.xlsx", rows)


def _some_last_year(folder: Path, _: Press) -> None:
    school = "威海职业学院"
    who = people("some last year", 40, graduates=2025)
    _enrolled(folder / "在校生.xlsx", school, who)
    rows = _trained(who[:6], school, key="earlier", days=("2023-11-04", "2023-11-13")) + _trained(
        who[6:15], school, key="later", days=("2024-04-13", "2024-04-22")
    )
    _export(folder / "创业培训学员.xlsx", rows)


def _strangers_among_them(folder: Path, _: Press) -> None:
    school = "威海海洋职业学院"
    who = people("strangers among them", 40, graduates=2026)
    known = {p.name for p in who}
    others = [p for p in people("strangers of training", 20, graduates=2026, start=701) if p.name not in known][:3]
    _enrolled(folder / "在校生数据库.xlsx", school, who)
    _export(folder / "系统导出-创业培训.xlsx", _trained([*who[9:20], *others], school, key="strangers"))


def _postgraduates_aside(folder: Path, _: Press) -> None:
    school = "哈尔滨工业大学（威海）"
    who = people("aside", 40, level="本科", graduates=2026)
    elder = people("aside elder", 20, level="硕士研究生", graduates=2026, start=801)
    _enrolled(folder / "在校生（本研）.xlsx", school, [*who, *elder])
    _export(folder / "创业培训人员查询.xlsx", _trained(who[12:20], school, key="aside"))


def _total_of_annex(folder: Path, _: Press) -> None:
    school = "威海海洋职业学院"
    who = people("total of annex", 205, graduates=2026)
    _export(folder / "创业培训人员信息.xlsx", _trained(who, school, key="annex"))
    letter = Letter("宋体", 12).text("附件1", indent=False).title("威海市大学生就业创业服务指导站建站申请表", size=16)
    wide = 5
    rows: list[list[str]] = [
        ["申报高校基本情况", *[""] * 4],
        ["名称", school, "", "", ""],
        ["地址", "威海市荣成市海湾南路1000号", "", "", ""],
        ["在校生规模", "在校生 640 人，应届毕业生 212 人。", "", "", ""],
        ["拟建大学生就业服务指导站基本情况", *[""] * 4],
        ["指导站地址", "主 校区 学生事务 楼 106 房间", "", "", ""],
        [
            "场地情况",
            "办公场所 45 平方米，培训场地 1 个，共 120 平方米，各类招聘活动场地 800 平方米，其他场地 无。",
            "",
            "",
            "",
        ],
        ["人员配备", "共 4 人（其中专职人员 2 人，兼职人员 2 人）", "", "", ""],
        ["联络专员", "丛海燕", "联系电话", "0631-7550000", ""],
    ]
    letter.table(rows, size=10.5)
    for at in (0, 4):
        letter.merge((at, 0), (at, wide - 1))
    for at in (1, 2, 3, 5, 6, 7):
        letter.merge((at, 1), (at, wide - 1))
    letter.merge((8, 3), (8, 4)).text(
        "申报学校意见：同意申报。　　　　　　　（公章）　2024年3月1日", indent=False
    ).save(folder / "附件1.docx")


def _no_base(folder: Path, _: Press) -> None:
    who = people("no base", 36, graduates=2026)
    _export(folder / "创业培训.xlsx", _trained(who, "山东药品食品职业学院", key="no base"))


def _level_nowhere(folder: Path, _: Press) -> None:
    school = "山东外事职业大学"
    who = people("level nowhere", 50, level="本科", graduates=2026)
    _enrolled(folder / "学生库.xlsx", school, who, levels=False)
    _export(folder / "培训导出.xlsx", _trained(who[:20], school, key="nowhere", levels=False), levels=False)


def _own_list(folder: Path, _: Press) -> None:
    school = "哈尔滨理工大学荣成校区"
    who = people("own list", 60, level="本科", graduates=2026)
    _enrolled(folder / "在校生信息.xlsx", school, who)
    letter = Letter("宋体", 11).title(f"{school}2024年SYB创业培训班学员花名册", size=16)
    letter.text("开班时间：2024年10月19日　　班主任：郝老师　　地点：大学生创业园二楼", indent=False)
    letter.table(
        [
            ["序号", "姓名", "性别", "学号", "专业", "联系电话", "签名"],
            *([n, p.name, p.sex, p.xh, p.major, p.phone, ""] for n, p in enumerate(who[:30], 1)),
        ]
    )
    letter.save(folder / "SYB花名册.docx")


def _own_list_scanned(folder: Path, press: Press) -> None:
    rows = [
        [n, p.name, p.sex, p.xh, p.major, "合格"]
        for n, p in enumerate(people("own list scanned", 20, level="本科", graduates=2026), 1)
    ]
    body = (
        "<h1 style='font-size:1.4em'>山东交通学院（威海）创业培训班（第二期）学员花名册</h1><p class=n>培训时间：2024年5月18日—5月27日　　　培训课程：SYB　　　学员20人</p>"
        + grid([["序号", "姓名", "性别", "学号", "专业", "结业情况"]], rows)
        + f"<p class=r style='margin-top:2em'>山东交通学院威海校区创新创业学院{mark('山东交通学院威海校区', size=145)}</p><p class=r>2024年5月28日</p>"
    )
    save_scan(
        [scanned(press.picture(sheet_html(body, font=SONG, size=17)), Random("own list scanned"))],
        folder / "创业培训.pdf",
    )


def _nothing_filed(folder: Path, _: Press) -> None:
    p = people("nothing filed", 1, graduates=2025)[0]
    Letter("仿宋", 16).title("在校证明", size=24).text(
        f"兹证明{p.name}，{p.sex}，身份证号{p.rid}，系威海职业学院{p.entry}级{p.major}专业在校学生，学号{p.xh}。特此证明。"
    ).sign("威海职业学院教务处", "2024年4月8日").save(folder / "在校证明.docx")
