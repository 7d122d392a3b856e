# ruff: noqa: E501
"""4.3: rosters of two classes with where their people went."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
    credit_code,
    grid,
    people,
    sheet_html,
    spaced,
    stamp,
)
from tests.independent.press import Press


@dataclass(frozen=True)
class Fate:
    """Where one graduate went."""

    kind: str
    firm: str = ""
    place_code: str = ""
    place: str = ""
    credit: str = ""


_LOCAL = [
    ("威海海恒精密制造有限公司", "371072", "山东省威海市经济技术开发区"),
    ("荣成市东岸海洋食品有限公司", "371082", "山东省威海市荣成市"),
    ("威海市文登泽丰纺织有限公司", "371003", "山东省威海市文登区"),
    ("乳山市银滩文旅发展有限公司", "371083", "山东省威海市乳山市"),
    ("威海佳澜酒店管理有限公司", "371002", "山东省威海市环翠区"),
    ("威海蓝湾电子有限公司", "371071", "山东省威海市火炬高技术产业开发区"),
]
_AWAY = [
    ("青岛海川智造有限公司", "370211", "山东省青岛市黄岛区"),
    ("烟台港升供应链有限公司", "370602", "山东省烟台市芝罘区"),
    ("济南泉北信息技术有限公司", "370112", "山东省济南市历城区"),
    ("苏州昆林精工有限公司", "320583", "江苏省苏州市昆山市"),
    ("北京启程教育咨询有限公司", "110108", "北京市海淀区"),
    ("潍坊润禾食品有限公司", "370702", "山东省潍坊市潍城区"),
]


def _work(told: tuple[str, str, str], serial: int, kind: str = "签就业协议形式就业") -> Fate:
    firm, code, place = told
    return Fate(kind, firm, code, place, credit_code(code, serial))


def fates(key: str, total: int, local: int, *, study: int, idle: int, extra: Sequence[Fate] = ()) -> list[Fate]:
    """So many fates in an order that a registry might have: `local` work in Weihai, the rest away."""
    rng = Random(f"fates {key}")
    kinds = ["签就业协议形式就业", "签劳动合同形式就业", "其他录用形式就业"]
    away = total - local - study - idle - len(extra)
    found = [_work(_LOCAL[n % 6], 400 + n % 6, kinds[n % 3]) for n in range(local)]
    found += [_work(_AWAY[n % 6], 700 + n % 6, kinds[n % 3]) for n in range(away)]
    found += [Fate("升学", ("烟台大学", "鲁东大学", "青岛理工大学")[n % 3], "", "") for n in range(study)]
    found += [Fate("待就业") for _ in range(idle)]
    found += extra
    rng.shuffle(found)
    return found


Line = Callable[[int, Person, Fate], list[Any]]


@dataclass(frozen=True)
class Form:
    """How a roster's columns are headed and filled."""

    head: Sequence[str]
    line: Line

    def rows(self, who: Sequence[Person], went: Sequence[Fate]) -> list[list[Any]]:
        return [self.line(n, p, f) for n, (p, f) in enumerate(zip(who, went, strict=True), 1)]


OFFICE = Form(
    ["序号", "姓名", "学号", "身份证号", "学历", "专业", "毕业去向", "单位名称", "单位所在地"],
    lambda n, p, f: [n, spaced(p.name), p.xh, p.rid, p.level, p.major, f.kind, f.firm, f.place],
)
SYSTEM = Form(
    ["考生号", "姓名", "毕业去向类型", "单位名称", "单位统一社会信用代码", "单位所在地代码", "单位所在地"],
    lambda _, p, f: [p.ksh, p.name, f.kind, f.firm, f.credit, f.place_code, f.place],
)
CODES = Form(
    ["姓名", "身份证号", "专业名称", "毕业去向", "用人单位", "单位所在地代码"],
    lambda _, p, f: [
        p.name,
        p.rid,
        p.major,
        f.kind,
        f.firm.replace("威海市", "").replace("威海", "").replace("荣成市", "").replace("乳山市", ""),
        f.place_code,
    ],
)
CITY = Form(
    ["姓名", "学号", "院系", "专业", "去向类型", "签约单位", "就业城市"],
    lambda _, p, f: [p.name, p.xh, p.college, p.major, f.kind, f.firm, _city(f.place)],
)


def _city(place: str) -> str:
    return place.split("省")[-1].split("市")[0] + "市" if place else ""


def cases() -> Iterator[Case]:
    full, high, none = (30, 30, 30), (0, 0, 30), (0, 0, 0)
    yield case(
        "43-two-books",
        "4.3",
        _two_books,
        full,
        "4.3：15/48 = 31.25%，上年 12/50 = 24%，d = 7.25 → 30",
    )
    yield case(
        "43-level-with-last",
        "4.3",
        _level_with_last,
        (10, 10, 10),
        "4.3：12/48 与 10/40 均为 25%，持平 → 10",
        school="威海海洋职业学院",
    )
    yield case(
        "43-one-and-a-quarter",
        "4.3",
        _one_and_a_quarter,
        (20, 20, 22.5),
        "4.3：23/80 − 22/80 = 1.25：整点 20，按比例 22.5",
        flags=["rule-ambiguous"],
        school="山东外事职业大学",
    )
    yield case(
        "43-half-a-point",
        "4.3",
        _half_a_point,
        (10, 10, 15),
        "4.3：51/200 − 20/80 = 0.5：整点 10，按比例 15",
        flags=["rule-ambiguous"],
        school="山东交通学院（威海）",
    )
    yield case(
        "43-fell",
        "4.3",
        _fell,
        none,
        "4.3：10/50 < 13/50，负增长 → 0",
        school="山东药品食品职业学院",
    )
    yield case(
        "43-fell-by-a-hair",
        "4.3",
        _fell_by_a_hair,
        none,
        "4.3：49/200 = 24.5% < 10/40 = 25% → 0",
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "43-this-year-alone",
        "4.3",
        _this_year_alone,
        high,
        "4.3：缺上年度名册 → 0/0/30",
        flags=["denominator-missing"],
    )
    yield case(
        "43-said-in-words",
        "4.3",
        _said_in_words,
        high,
        "4.3：只有自述的率 → 0/0/30",
        flags=["denominator-missing"],
        school="山东大学（威海）",
    )
    yield case(
        "43-firms-without-place",
        "4.3",
        _firms_without_place,
        (10, 30, 30),
        "4.3 who counts：单位所在地不明，今年 2 人、上年 1 人：proposed 12/40−11/40；low 12/40−12/40；high 14/40−11/40",
        flags=["employer-locality-unknown"],
        school="威海海洋职业学院",
    )
    yield case(
        "43-only-codes-of-place",
        "4.3",
        _only_codes_of_place,
        full,
        "In Weihai：单位名称不含地名，凭 3710xx 代码；14/40 − 11/40 = 7.5",
        school="北京交通大学（威海）",
    )
    yield case(
        "43-study-and-own-business",
        "4.3",
        _study_and_own_business,
        (10, 10, 10),
        "4.3 who counts：升学到威海高校 3 人不计，在威自主创业 1 人计；10/40 与 10/40 持平",
        school="威海职业学院",
    )
    yield case(
        "43-branch-elsewhere",
        "4.3",
        _branch_elsewhere,
        (10, 10, 10),
        "In Weihai：地址优先于名称，威海某公司青岛分公司在青岛市的 3 人不计；10/40 与 10/40 持平",
        school="山东药品食品职业学院",
    )
    yield case(
        "43-agreements-too",
        "4.3",
        _agreements_too,
        full,
        "4.3：一册两表（2024届、2023届），另附两份就业协议；16/40 − 12/40 = 10",
        school="山东外事职业大学",
    )
    yield case(
        "43-csv-for-2023",
        "4.3",
        _csv_for_2023,
        (20, 20, 20),
        "4.3：考核 2023 年，2023届与2022届；26/100 − 25/100 恰 1 → 20",
        school="威海职业学院",
        year=2023,
    )
    yield case(
        "43-stale-rosters",
        "4.3",
        _stale_rosters,
        none,
        "第0节“Period”：只有 2022届、2021届，皆在他年",
        flags=["date-outside-period"],
        school="威海海洋职业学院",
    )


def _pair(
    folder: Path,
    school: str,
    form: Form,
    this: Sequence[Fate],
    last: Sequence[Fate],
    *,
    level: str = "专科",
    names: tuple[str, str],
    title: str = "毕业生就业花名册",
    year: int = 2024,
    plain: bool = False,
) -> None:
    for at, went, name in ((year, this, names[0]), (year - 1, last, names[1])):
        who = people(f"{school} {name} {at}", len(went), level=level, graduates=at)
        book(
            folder / name,
            Sheet([form.head], form.rows(who, went), above=[f"{school}{at}届{title}"], plain=plain),
        )


def _two_books(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "威海职业学院",
        OFFICE,
        fates("two books", 48, 15, study=12, idle=3),
        fates("two books last", 50, 12, study=14, idle=2),
        names=("2024届花名册.xlsx", "2023届花名册.xlsx"),
    )


def _level_with_last(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "威海海洋职业学院",
        SYSTEM,
        fates("level", 48, 12, study=9, idle=4),
        fates("level last", 40, 10, study=8, idle=3),
        names=("毕业去向登记导出-本年.xlsx", "毕业去向登记导出-上年.xlsx"),
        title="毕业去向登记信息",
        plain=True,
    )


def _one_and_a_quarter(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "山东外事职业大学",
        CITY,
        fates("quarter", 80, 23, study=11, idle=6),
        fates("quarter last", 80, 22, study=15, idle=4),
        level="本科",
        names=("就业名册24.xlsx", "就业名册23.xlsx"),
    )


def _half_a_point(folder: Path, _: Press) -> None:
    where = folder / "4.3留威率"
    where.mkdir()
    _pair(
        where,
        "山东交通学院（威海）",
        OFFICE,
        fates("half", 200, 51, study=40, idle=15),
        fates("half last", 80, 20, study=16, idle=5),
        level="本科",
        names=("本年度.xlsx", "上年度.xlsx"),
        title="毕业生花名册",
    )


def _fell(folder: Path, _: Press) -> None:
    school = "山东药品食品职业学院"
    for at, local in ((2024, 10), (2023, 13)):
        who = people(f"fell {at}", 50, graduates=at)
        rows = CITY.rows(who, fates(f"fell {at}", 50, local, study=13, idle=4))
        letter = Letter("宋体", 11, wide=True).title(f"{school}{at}届毕业生就业去向名册", size=16)
        letter.table([CITY.head, *rows], size=8).save(folder / f"{at}届毕业生名册.docx")


def _fell_by_a_hair(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "哈尔滨理工大学荣成校区",
        SYSTEM,
        fates("hair", 200, 49, study=44, idle=20),
        fates("hair last", 40, 10, study=9, idle=2),
        level="本科",
        names=("A.xlsx", "B.xlsx"),
        title="毕业生就业信息",
        plain=True,
    )


def _this_year_alone(folder: Path, _: Press) -> None:
    who = people("this year alone", 60)
    book(
        folder / "毕业生花名册.xlsx",
        Sheet(
            [OFFICE.head],
            OFFICE.rows(who, fates("alone", 60, 22, study=15, idle=3)),
            above=["威海职业学院2024届毕业生就业花名册", "留威率 36.67%"],
        ),
    )


def _said_in_words(folder: Path, _: Press) -> None:
    Letter().title("山东大学（威海）毕业生留威就业情况说明", size=20).text(
        "学校高度重视毕业生留威工作。2024届毕业生留威率为18.6%，2023届毕业生留威率为16.9%，同比提高1.7个百分点。",
        "下一步将持续开展“威海企业进校园”活动，扩大留威就业规模。",
    ).sign("学生就业创业指导中心", "2024年11月8日").save(folder / "留威率情况说明.docx")


def _firms_without_place(folder: Path, _: Press) -> None:
    unknown = [Fate("签劳动合同形式就业", "正大光明眼镜店"), Fate("签劳动合同形式就业", "天合人力资源有限公司")]
    _pair(
        folder,
        "威海海洋职业学院",
        OFFICE,
        fates("without place", 40, 12, study=9, idle=3, extra=unknown),
        fates("without place last", 40, 11, study=10, idle=3, extra=unknown[1:]),
        names=("2024届.xlsx", "2023届.xlsx"),
    )


def _only_codes_of_place(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "北京交通大学（威海）",
        CODES,
        fates("codes", 40, 14, study=12, idle=2),
        fates("codes last", 40, 11, study=13, idle=3),
        level="本科",
        names=("24就业方案.xlsx", "23就业方案.xlsx"),
        title="毕业生就业方案",
    )


def _study_and_own_business(folder: Path, _: Press) -> None:
    others = [
        Fate("升学", name, "371002", "山东省威海市环翠区")
        for name in ("哈尔滨工业大学（威海）", "山东大学（威海）", "山东大学（威海）")
    ]
    own = Fate("自主创业", "威海市环翠区小满烘焙坊", "371002", "山东省威海市环翠区")
    _pair(
        folder,
        "威海职业学院",
        OFFICE,
        fates("own", 40, 9, study=8, idle=2, extra=[*others, own]),
        fates("own last", 40, 10, study=11, idle=2),
        names=("花名册（2024）.xlsx", "花名册（2023）.xlsx"),
    )


def _branch_elsewhere(folder: Path, _: Press) -> None:
    branch = [Fate("签劳动合同形式就业", "威海蓝湾电子有限公司青岛分公司", "370212", "山东省青岛市崂山区")] * 3
    form = Form(
        ["序号", "毕业生姓名", "证件号码", "专业", "单位名称", "单位地址"],
        lambda n, p, f: [
            n,
            p.name,
            p.rid,
            p.major,
            "" if f.kind == "升学" else f.firm,
            "" if f.kind == "升学" else f.place,
        ],
    )
    _pair(
        folder,
        "山东药品食品职业学院",
        form,
        fates("branch", 40, 10, study=9, idle=4, extra=branch),
        fates("branch last", 40, 10, study=9, idle=3),
        names=("本年花名册.xlsx", "上年花名册.xlsx"),
    )


def _agreements_too(folder: Path, press: Press) -> None:
    school = "山东外事职业大学"
    sheets = []
    agreed: list[tuple[Person, Fate]] = []
    for at, local in ((2024, 16), (2023, 12)):
        who = people(f"agreements {at}", 40, level="本科", graduates=at)
        went = fates(f"agreements {at}", 40, local, study=10, idle=2)
        sheets.append(
            Sheet(
                [OFFICE.head],
                OFFICE.rows(who, went),
                name=f"{at}届",
                above=[f"{school}{at}届毕业生花名册"],
            )
        )
        if at == 2024:
            agreed = [
                (p, f) for p, f in zip(who, went, strict=True) if f.kind.startswith("签就业协议") and "威海" in f.place
            ][:2]
    book(folder / "两届毕业生花名册.xlsx", *sheets)
    body = ""
    for n, (p, f) in enumerate(agreed, 1):
        body += (
            "<div style='page-break-after:always'><h1 style='font-size:1.4em'>普通高等学校毕业生就业协议书</h1>"
            f"<p class=n style='text-align:right'>编号：37{2024000 + n}</p>"
            + grid(
                [["甲方（用人单位）", f.firm, "统一社会信用代码", f.credit]],
                [
                    ["单位地址", f.place, "联系人", "人力资源部"],
                    ["乙方（毕业生）", p.name, "身份证号", p.rid],
                    ["学校", school, "学号", p.xh],
                    ["专业", p.major, "学历", p.level],
                ],
            )
            + "<p>甲乙双方经协商一致，乙方毕业后到甲方工作，服务期三年，试用期两个月。</p>"
            f"<p class=n style='margin-top:3em'>甲方（盖章）：{stamp(f.firm, 130, x=20, y=-70)}　　　　　　　　　　　　乙方（签字）：{p.name}</p><p class=n>2024年5月{10 + n}日</p></div>"
        )
    press.pdf(folder / "就业协议书.pdf", sheet_html(body, font=SONG))


def _csv_for_2023(folder: Path, _: Press) -> None:
    for at, local in ((2023, 26), (2022, 25)):
        who = people(f"csv {at}", 100, graduates=at)
        rows = SYSTEM.rows(who, fates(f"csv {at}", 100, local, study=28, idle=9))
        with (folder / f"jyfa_{at}.csv").open("w", encoding="gb18030", newline="") as file:
            out = csv.writer(file)
            out.writerow(["毕业届别", "学校名称", *SYSTEM.head])
            out.writerows([f"{at}届", "威海职业学院", *row] for row in rows)


def _stale_rosters(folder: Path, _: Press) -> None:
    _pair(
        folder,
        "威海海洋职业学院",
        OFFICE,
        fates("stale", 40, 14, study=9, idle=2),
        fates("stale last", 40, 10, study=9, idle=2),
        names=("毕业生花名册本年.xlsx", "毕业生花名册上年.xlsx"),
        year=2022,
    )
