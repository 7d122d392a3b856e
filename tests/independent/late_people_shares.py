"""Shares of the graduates and the enrolled: on the city's platform (4.2), staying in Weihai (4.3), trained (4.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from tests.independent.case import Case, Points
from tests.independent.late_people_kit import (
    Cell,
    Paper,
    Student,
    book,
    graduates,
    grid,
    put,
    sheet,
    students,
)
from tests.independent.press import Press

PLATFORM = (
    "序号",
    "姓名",
    "证件号码",
    "手机号码",
    "学历",
    "毕业院校",
    "所学专业",
    "毕业时间",
    "教育经历",
    "注册时间",
    "所属区市",
)


def _users(people: Sequence[Student], school: str, *, year: int = 2024, area: str = "环翠区") -> list[list[Cell]]:
    """Lines of the platform's export."""
    return [
        [
            at,
            s.name,
            s.ident,
            s.phone,
            s.level,
            school,
            s.major,
            f"{year}-06-30",
            f"{s.grade}.09-{year}.06 {school} {s.major}",
            f"2024-0{at % 8 + 1}-1{at % 9} 09:{at % 50 + 10}:21",
            area,
        ]
        for at, s in enumerate(people, 1)
    ]


def platform_cases() -> Iterator[Case]:
    def one(name: str, registered: int, points: Points, note: str) -> Case:
        def make(folder: Path, press: Press) -> None:
            people, roster = graduates(name, 60, "威海职业学院")
            roster(put(folder, "2.1/生源信息库.xlsx"))
            last = students(name + "-last", 14, grade=2020)
            lines = [*_users(people[:registered], "威海职业学院"), *_users(last, "威海职业学院", year=2023)]
            book(
                put(folder, "4.2/威海市就业服务平台_个人用户_20241105.xlsx"),
                {"个人用户": [["威海市就业服务平台个人用户信息导出"], list(PLATFORM), *lines]},
            )

        return Case(
            name,
            "4.2",
            make,
            {"4.2": points},
            facts={"4.2": {"registered": registered, "graduates": 60}},
            want_flags=[("4.2", "external-data-required")],
            note=note,
        )

    yield one(
        "lp-42-exactly",
        48,
        (10, 10, 10),
        "4.2: 48 of 60 are exactly 80 %; 14 of the class of 2023 are not in the roster",
    )
    yield one("lp-42-one-short", 47, (0, 0, 0), "4.2: 47 of 60 = 78.3 %; with 14 of the class of 2023 it would pass")

    def districts(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-42-districts", 66, "威海海洋职业学院")
        roster(put(folder, "毕业生.xlsx"))
        others = students("lp-42-others", 30)
        for order, area in enumerate(("荣成市", "环翠区", "文登区")):
            mine, strange = people[order * 19 : order * 19 + 19], others[order * 10 : order * 10 + 10]
            lines = [*_users(strange, "烟台黄金职业学院", area=area), *_users(mine, "威海海洋职业学院", area=area)]
            book(put(folder, f"4.2/导出-{area}.xlsx"), {"Sheet1": [list(PLATFORM), *lines]})

    yield Case(
        "lp-42-districts",
        "4.2",
        districts,
        {"4.2": (10, 10, 10)},
        facts={"4.2": {"registered": 57, "graduates": 66}},
        school="威海海洋职业学院",
        note="4.2: exports of three districts unite to 57 of 66 = 86 %; rows of another school are filtered (0)",
    )

    def nokey(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-42-nokey", 50, "山东药品食品职业学院")
        roster(put(folder, "毕业生.xlsx"))
        head: list[Cell] = ["用户编号", "毕业院校", "毕业时间", "学历", "教育经历", "注册时间"]
        lines: list[list[Cell]] = []
        for at, (s, year) in enumerate([*((s, 2024) for s in people[:42]), *((s, 2022) for s in people[:20])], 1):
            lines.append(
                [
                    f"U{at * 7919 % 100000:06d}",
                    "山东药品食品职业学院",
                    f"{year}-06-30",
                    "大学专科",
                    f"{year - 3}年09月至{year}年06月 山东药品食品职业学院 {s.major}",
                    f"2024-03-{at % 28 + 1:02d}",
                ]
            )
        Random("lp-42-nokey").shuffle(lines)
        book(put(folder, "4.2/平台导出（脱敏）.xlsx"), {"威海市就业服务平台": [head, *lines]})

    yield Case(
        "lp-42-no-key",
        "4.2",
        nokey,
        {"4.2": (10, 10, 10)},
        facts={"4.2": {"registered": 42, "graduates": 50}},
        school="山东药品食品职业学院",
        note="4.2: no common key, so the 42 rows whose graduation year is 2024 over the roster's 50 = 84 %",
    )

    def told(folder: Path, press: Press) -> None:
        paper = Paper("关于引导毕业生关注使用威海市就业服务平台情况的说明")
        paper.text("2024年，我校通过班会、就业指导课等途径引导毕业生关注并注册使用“威海市就业服务平台”。")
        paper.table(
            [
                ["学院", "2024届毕业生", "已注册人数", "注册率"],
                ["商学院", 210, 199, "94.8%"],
                ["翻译学院", 188, 170, "90.4%"],
                ["合计", 398, 369, "92.7%"],
            ]
        )
        paper.sign("山东外事职业大学", "2024年11月12日")
        paper.save(put(folder, "4.2/说明.docx"))

    yield Case(
        "lp-42-own-table", "4.2", told, {"4.2": (0, 0, 10)}, school="山东外事职业大学", note="4.2: a school's own table"
    )

    def screen(folder: Path, press: Press) -> None:
        html = """<meta charset=utf-8><style>body{margin:0;font:15px 'WenQuanYi Micro Hei';background:#f0f2f5}.t{background:#1f6fd6;color:#fff;padding:14px 26px;font-size:20px}
.c{margin:22px;background:#fff;padding:20px 26px}.k{display:inline-block;width:24%;color:#666}.k b{display:block;font-size:30px;color:#222}</style>
<div class=t>威海市就业服务平台 · 数据驾驶舱</div><div class=c>当前位置：用户管理 / 院校注册统计　　毕业院校：山东交通学院（威海）　　毕业年份：2024</div>
<div class=c><span class=k>毕业生总数<b>1102</b></span><span class=k>注册用户<b>1015</b></span><span class=k>注册率<b>92.1%</b></span><span class=k>本月新增<b>37</b></span></div><div class=c>统计时间：2024-10-30 16:20</div>"""  # noqa: E501
        press.picture(html, 1200, 460, 1.0).save(put(folder, "4.2/微信图片_20241030162105.png"))

    yield Case(
        "lp-42-screen",
        "4.2",
        screen,
        {"4.2": (0, 0, 10)},
        school="山东交通学院（威海）",
        note="4.2: a screenshot of the platform: in high",
    )


LOCAL = (
    ("威海蓝湾精密机械有限公司", "371002", "山东省威海市环翠区"),
    ("荣成市海昇食品股份有限公司", "371082", "山东省威海市荣成市"),
    ("山东启帆智能装备有限公司", "371071", "山东省威海市火炬高技术产业开发区"),
)
AWAY = (
    ("烟台东泰船舶配套有限公司", "370613", "山东省烟台市莱山区"),
    ("济南泉城众合信息技术有限公司", "370102", "山东省济南市历下区"),
    ("苏州沧浪电子科技有限公司", "320508", "江苏省苏州市姑苏区"),
    ("威海路餐饮管理（青岛）有限公司", "370203", "山东省青岛市市北区"),
)
HEAD: list[Cell] = [
    "考生号",
    "姓名",
    "身份证号",
    "学号",
    "学历",
    "院系",
    "专业",
    "毕业去向类别代码",
    "毕业去向类别",
    "单位名称",
    "单位所在地代码",
    "单位所在地",
]


def _destinations(people: Sequence[Student], local: int, *, unknown: int = 0) -> list[list[Cell]]:
    """Lines of the destination export: so many in Weihai, so many with an employer of unknown place, the rest elsewhere.

    Every seventh of the rest goes on studying in Weihai itself and every fifth has no work, which never counts.
    """  # noqa: E501
    rows: list[list[Cell]] = []
    for at, s in enumerate(people):
        where: tuple[str, str, str, str, str]
        if at < local:
            where = (("10", "签就业协议形式就业"), ("11", "签劳动合同形式就业"))[at % 2] + LOCAL[at % 3]
        elif at < local + unknown:
            where = ("11", "签劳动合同形式就业", f"鼎和{'盛泰源'[at % 3]}企业服务有限公司", "", "")
        elif at % 7 == 0:
            where = ("801", "专科升普通本科", "哈尔滨理工大学荣成校区", "371082", "山东省威海市荣成市")
        elif at % 5 == 0:
            where = ("70", "待就业", "", "", "")
        else:
            where = ("11", "签劳动合同形式就业", *AWAY[at % 4])
        rows.append([s.exam, s.name, s.ident, s.number, "专科生毕业", s.college, s.major, *where])
    Random(people[0].name).shuffle(rows)
    return rows


def _two_files(
    name: str, now: tuple[int, int], last: tuple[int, int], unknown: tuple[int, int] = (0, 0)
) -> Callable[[Path, Press], None]:
    """Exports of both years, (in Weihai, all) each."""

    def make(folder: Path, press: Press) -> None:
        for year, (local, total), open_ in ((2024, now, unknown[0]), (2023, last, unknown[1])):
            rows = _destinations(students(f"{name}-{year}", total, grade=year - 3), local, unknown=open_)
            title = f"威海职业学院{year}届毕业生就业去向花名册"
            book(put(folder, f"4.3留威率/就业监测导出_{year}届.xlsx"), {"花名册": [[title], HEAD, *rows]})

    return make


def retention_cases() -> Iterator[Case]:
    def facts(now: float, last: float) -> dict[str, dict[str, float]]:
        return {"4.3": {"retention": now, "retention_last": last}}

    yield Case(
        "lp-43-monitor",
        "4.3",
        _two_files("lp-43-monitor", (21, 60), (18, 60)),
        {"4.3": (30, 30, 30)},
        facts=facts(0.35, 0.3),
        note="4.3: 21/60 against 18/60 = +5: 30; further study at a ca"
        "mpus in Weihai and a 威海路 firm in Qingdao do not count",
    )
    yield Case(
        "lp-43-one-and-half",
        "4.3",
        _two_files("lp-43-half", (61, 200), (58, 200)),
        {"4.3": (20, 20, 25)},
        facts=facts(0.305, 0.29),
        want_flags=[("4.3", "rule-ambiguous")],
        note="4.3: +1.5 points: 20 by whole points, 25 pro rata",
    )
    yield Case("lp-43-unknown-place", "4.3", _two_files("lp-43-unknown", (16, 50), (15, 50), (2, 1)), {"4.3": (10, 30, 30)}, want_flags=[("4.3", "employer-locality-unknown")], facts=facts(0.32, 0.3),  # noqa: E501
               note="4.3: proposed 16/50 against 1" "5/50 = +2: 30; " "low adds last y" "ear's unknown, 16 against 16 " "= 0: 10; high a" "dds this year's")  # fmt: skip  # noqa: E501

    def onebook(folder: Path, press: Press) -> None:
        held = {}
        for year, local, total in ((2023, 10, 40), (2024, 13, 50)):
            held[f"{year}届"] = [
                HEAD,
                *_destinations(students(f"lp-43-book-{year}", total, grade=year - 3), local),
                ["合计", f"{total}人"] + [""] * 10,
            ]
        book(
            put(folder, "山东药品食品职业学院毕业生去向（两届）.xlsx"),
            {"说明": [["本表含2023届、2024届毕业生去向，数据取自全国高校毕业生毕业去向登记与网上签约平台"]], **held},
        )

    yield Case(
        "lp-43-two-sheets",
        "4.3",
        onebook,
        {"4.3": (20, 20, 20)},
        facts=facts(0.26, 0.25),
        school="山东药品食品职业学院",
        note="4.3: sheets a class; 13/50 against 10/40 = exactly +1: 20 under both readings",
    )

    def onetable(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = []
        for year, local, total in ((2023, 20, 64), (2024, 18, 60)):
            rows += [
                [year, *row] for row in _destinations(students(f"lp-43-table-{year}", total, grade=year - 3), local)
            ]
        Random("lp-43-table").shuffle(rows)
        book(put(folder, "4.3/毕业去向登记.xlsx"), {"Sheet1": [["毕业年度", *HEAD], *rows]})

    yield Case(
        "lp-43-one-table",
        "4.3",
        onetable,
        {"4.3": (0, 0, 0)},
        facts=facts(0.3, 0.3125),
        note="4.3: both classes in one table; 18/60 against 20/64: fell by 1.25 points",
    )

    def dissolved(folder: Path, press: Press) -> None:
        for year, local in ((2024, 16), (2023, 15)):
            rows = _destinations(students(f"lp-43-dissolved-{year}", 50, grade=year - 3), local)
            ended = [row for row in rows if row[7] == "10" and str(row[10]).startswith("3710")][
                : 4 if year == 2024 else 0
            ]
            full = [[*row, "已解约" if row in ended else ("有效" if row[7] == "10" else "")] for row in rows]
            book(
                put(folder, f"花名册{year}.xlsx"),
                {"去向": [[f"威海海洋职业学院{year}届毕业生去向花名册"], [*HEAD, "协议状态"], *full]},
            )

    yield Case(
        "lp-43-dissolved",
        "4.3",
        dissolved,
        {"4.3": (0, 0, 0)},
        facts=facts(0.24, 0.3),
        school="威海海洋职业学院",
        note="4.3: 4 of 16 agreements in Weihai are dissolved: 12/50 against 15/50",
    )

    def faculties(folder: Path, press: Press) -> None:
        people = students("lp-43-faculties", 60)
        for at in range(3):
            rows = _destinations(people[at * 20 : at * 20 + 20], 8)
            book(
                put(folder, f"4.3/2024届/{people[at * 20].college}.xlsx"),
                {"Sheet1": [[f"威海职业学院2024届毕业生去向明细（{people[at * 20].college}）"], HEAD, *rows]},
            )
        rows = _destinations(students("lp-43-faculties-last", 60, grade=2020), 20)
        book(put(folder, "4.3/2023届/全院.xlsx"), {"Sheet1": [["威海职业学院2023届毕业生去向明细"], HEAD, *rows]})

    yield Case(
        "lp-43-by-faculty",
        "4.3",
        faculties,
        {"4.3": (30, 30, 30)},
        facts=facts(0.4, 20 / 60),
        note="4.3: this year in three files of 20, united: 24/60 against 20/60 = +6.67: 30",
    )

    def sidebyside(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            ["区市", "2023届", "", "2024届", "", "同比增减（人）"],
            ["", "留威人数", "占毕业生比", "留威人数", "占毕业生比", ""],
        ]
        for area, last, now in (
            ("环翠区", 161, 183),
            ("文登区", 70, 74),
            ("荣成市", 98, 121),
            ("乳山市", 22, 20),
            ("高区", 88, 97),
            ("经区", 91, 102),
            ("临港区", 30, 31),
        ):
            rows.append([area, last, f"{last / 14:.2f}%", now, f"{now / 14:.2f}%", f"{now - last:+d}"])
        rows += [["合计", 560, "40.00%", 628, "44.86%", "+68"]]
        paper = Paper("哈尔滨理工大学荣成校区2023、2024届毕业生留威情况对比表")
        paper.table(rows, (0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 1, 5))
        paper.line("注：两届毕业生均为1400人；留威率分别为40.00%、44.86%，同比提高4.86个百分点。")
        paper.save(put(folder, "4.3毕业生留威率/对比表.docx"))

    yield Case(
        "lp-43-side-by-side",
        "4.3",
        sidebyside,
        {"4.3": (0, 0, 30)},
        school="哈尔滨理工大学荣成校区",
        note="4.3: district counts and stated rates of two years, no rosters",
    )

    def speech(folder: Path, press: Press) -> None:
        paper = Paper("在全市人才工作座谈会上的发言")
        paper.line("山东大学（威海）　　2024年11月15日", place="center")
        paper.text(
            "各位领导：近年来，我校把服务地方作为应尽之责。今年毕业"
            "的2024届学生留威率达到两成一，比上届提高约三个百分点。",
            "下一步，我们将继续办好“留威直通车”活动。",
        )
        paper.save(put(folder, "4.3/发言.docx"))

    yield Case(
        "lp-43-speech",
        "4.3",
        speech,
        {"4.3": (0, 0, 30)},
        school="山东大学（威海）",
        note="4.3: only a stated rate, in 成, and a difference",
    )

    def alone(folder: Path, press: Press) -> None:
        rows = _destinations(students("lp-43-alone", 48), 25)
        book(put(folder, "4.3/2024届去向.xlsx"), {"Sheet1": [["威海职业学院2024届毕业生就业去向花名册"], HEAD, *rows]})

    yield Case(
        "lp-43-one-year",
        "4.3",
        alone,
        {"4.3": (0, 0, 30)},
        want_flags=[("4.3", "denominator-missing")],
        note="4.3: last year's roster is missing",
    )


def _enrolled(path: Path, school: str, people: Sequence[Student]) -> None:
    rows: list[list[Cell]] = [
        [f"{school}2024—2025学年在校生名册"],
        ["学号", "姓名", "身份证号", "年级", "学历层次", "专业"],
    ]
    rows += [[s.number, s.name, s.ident, f"{s.grade}级", s.level, s.major] for s in people]
    book(path, {"在校生": rows})


def _trainees(
    path: Path,
    school: str,
    people: Sequence[Student],
    *,
    year: int = 2024,
    courses: Sequence[str] = ("创业意识培训（GYB）",),
) -> None:
    """The training system's export; one line a person and course."""
    rows: list[list[Cell]] = [
        ["山东省创业培训管理系统—学员信息导出"],
        [f"导出时间：{year}-12-02 10:33:47　　导出机构：威海市人力资源和社会保障局"],
    ]
    rows += [
        [
            "序号",
            "班级编号",
            "培训机构",
            "培训类型",
            "学员姓名",
            "身份证号",
            "学历层次",
            "所在院校",
            "开班日期",
            "结业日期",
            "合格证编号",
        ]
    ]
    for course in courses:
        rows += [
            [
                at,
                f"GYB371000{year}{at // 30 + 1:03d}",
                "威海启航创业培训学校",
                course,
                s.name,
                s.ident,
                s.level,
                school,
                f"{year}-04-13",
                f"{year}-04-15",
                f"G37{year}{at:06d}",
            ]
            for at, s in enumerate(people, 1)
        ]
    book(path, {"学员信息": rows})


def training_cases() -> Iterator[Case]:
    school = "威海职业学院"

    def exact(folder: Path, press: Press) -> None:
        people = students("lp-46-exact", 100, grade=2022)
        _enrolled(put(folder, "2.2/在校生.xlsx"), school, people)
        _trainees(put(folder, "4.6/学员信息_20241202.xlsx"), school, people[10:40])

    yield Case(
        "lp-46-exact",
        "4.6",
        exact,
        {"4.6": (8, 8, 8)},
        facts={"4.6": {"trained": 30, "enrolled": 100}},
        want_flags=[("4.6", "external-data-required")],
        note="4.6: 30 of 100 专科 are exactly 30 %",
    )

    def twice(folder: Path, press: Press) -> None:
        people = students("lp-46-twice", 80, grade=2023)
        _enrolled(put(folder, "在校生.xlsx"), school, people)
        _trainees(
            put(folder, "培训/导出.xlsx"),
            school,
            people[:20],
            courses=("创业意识培训（GYB）", "网络创业培训（电商版）"),
        )

    yield Case(
        "lp-46-two-courses",
        "4.6",
        twice,
        {"4.6": (0, 0, 0)},
        facts={"4.6": {"trained": 20, "enrolled": 80}},
        note="4.6: 40 lines are 20 people, each once: 25 % of 专科 falls short of 30 %",
    )

    def levels(folder: Path, press: Press) -> None:
        low, high = (
            students("lp-46-levels-a", 50, grade=2023),
            students("lp-46-levels-b", 100, grade=2022, level="本科"),
        )
        _enrolled(put(folder, "在校生/全部.xlsx"), "山东外事职业大学", [*low, *high])
        _trainees(put(folder, "创业培训/学员.xlsx"), "山东外事职业大学", [*low[:16], *high[:19]])

    yield Case(
        "lp-46-two-levels",
        "4.6",
        levels,
        {"4.6": (0, 0, 8)},
        school="山东外事职业大学",
        want_flags=[("4.6", "rule-ambiguous")],
        note="4.6: 本科 19 % fails, 专科 32 % passes: both / both / either",
    )

    def own(folder: Path, press: Press) -> None:
        people = students("lp-46-own", 60, grade=2022)
        _enrolled(put(folder, "2.2/在校生.xlsx"), "威海海洋职业学院", people)
        rows = [
            [at, s.name, s.number, s.group, "SYB创业培训", "2024年5月11日至5月17日", "合格"]
            for at, s in enumerate(people[:30], 1)
        ]
        press.pdf(
            put(folder, "4.6/参训名册.pdf"),
            sheet(
                "威海海洋职业学院2024年创业培训班参训学员名册",
                grid(["序号", "姓名", "学号", "班级", "培训项目", "培训时间", "结业"], rows)
                + "<p class=s>创新创业学院　2024年5月20日</p>",
            ),
        )

    yield Case(
        "lp-46-own-list",
        "4.6",
        own,
        {"4.6": (0, 0, 8)},
        school="威海海洋职业学院",
        note="4.6: a school's own list, 30 of 60: in high",
    )

    def before(folder: Path, press: Press) -> None:
        people = students("lp-46-before", 70, grade=2022)
        _enrolled(put(folder, "在校生.xlsx"), school, people)
        _trainees(put(folder, "学员信息.xlsx"), school, people[:35], year=2023)

    yield Case("lp-46-before", "4.6", before, {"4.6": (0, 0, 0)}, note="4.6: all trained in 2023, outside the period")

    def nobase(folder: Path, press: Press) -> None:
        _trainees(put(folder, "4.6/学员信息.xlsx"), "山东药品食品职业学院", students("lp-46-nobase", 44, grade=2022))

    yield Case(
        "lp-46-no-base",
        "4.6",
        nobase,
        {"4.6": (0, 0, 8)},
        school="山东药品食品职业学院",
        want_flags=[("4.6", "denominator-missing")],
        note="4.6: no roster of the enrolled and no 附件1",
    )


def cases() -> Iterator[Case]:
    yield from platform_cases()
    yield from retention_cases()
    yield from training_cases()
