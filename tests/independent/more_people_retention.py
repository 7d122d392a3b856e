"""4.3 毕业生留威率 again: two classes in one sheet, places told by codes alone, names that mislead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import unicode_text, wide_scan
from tests.independent.people_kit import (
    BJTU,
    HUST,
    MARINE,
    PHARMA,
    SDJTU,
    VOCATIONAL,
    Draw,
    Grid,
    Level,
    Sheet,
    book,
    crowd,
    delimited,
    html_table,
    pdf,
    together,
    word,
)
from tests.independent.people_retention import (
    AWAY,
    EXPORT,
    LOCAL,
    PEOPLE,
    Class,
    Field,
    Pair,
    Rows,
    Way,
    credit_code,
    points,
)

OPEN, NONE = (0, 0, 30), (0, 0, 0)
CODED_LOCAL = (
    Way("11", "签劳动合同形式就业", "海川智能装备有限公司", "371002"),
    Way("10", "签就业协议形式就业", "博远精密部件有限公司", "371082"),
    Way("12", "其他录用形式就业", "蓝拓信息技术有限公司", "371072"),
)
CODED_AWAY = (
    Way("11", "签劳动合同形式就业", "青岛鼎信网络有限公司", "370212"),
    Way("80", "升学"),
    Way("10", "签就业协议形式就业", "烟台北方轴承有限公司", "370602"),
    Way("46", "应征义务兵"),
    Way("70", "待就业"),
)
TRICKY_LOCAL = (
    Way("11", "签劳动合同形式就业", "山东鲁东渔具有限公司", "", "", "荣成市崂山街道南海路6号"),
    Way("10", "签就业协议形式就业", "烟台万方供应链有限公司威海分公司", "", "", "威海市环翠区青岛北路2号"),
    Way("11", "签劳动合同形式就业", "青禾人力资源有限公司", "", "", "山东省威海市经济技术开发区青岛中路106号"),
)
TRICKY_AWAY = (
    Way("11", "签劳动合同形式就业", "上海申拓贸易有限公司", "", "", "上海市静安区威海路500号"),
    Way("11", "签劳动合同形式就业", "青岛海天物业有限公司", "", "", "青岛市市南区文登路10号"),
    Way("80", "升学", "山东大学（威海）", "", "", "威海市文化西路180号"),
    Way("10", "签就业协议形式就业", "威海海明电子科技有限公司青岛分公司", "", "", "青岛市城阳区荣成路77号"),
    Way("70", "待就业"),
)
Lay = Callable[[str, int, list[Pair], list[Pair]], Draw]


def pairs(seed: str, one: Class, year: int, level: Level, local: Sequence[Way], away: Sequence[Way]) -> list[Pair]:
    """A class with where each went, mixed."""
    people = crowd(f"{seed}{year}", one.total, level=level, leave=year)
    ways = [local[at % len(local)] for at in range(one.local)] + [
        away[at % len(away)] for at in range(one.total - one.local)
    ]
    Random(f"{seed}{year}").shuffle(ways)
    return list(zip(people, ways, strict=True))


def grid(some: Sequence[Pair], fields: dict[str, Field]) -> Rows:
    return [list(fields), *[[field(pair) for field in fields.values()] for pair in some]]


def _credit(pair: Pair) -> str:
    region = pair[1].region
    return credit_code(region, len(pair[1].employer) * 131 + int(region)) if region else ""


ADDRESSES: dict[str, Field] = {
    **PEOPLE,
    "毕业去向": lambda pair: pair[1].kind,
    "就业单位": lambda pair: pair[1].employer,
    "单位地址": lambda pair: pair[1].address,
}
REGIONS: dict[str, Field] = {
    **PEOPLE,
    "毕业去向代码": lambda pair: pair[1].code,
    "毕业去向": lambda pair: pair[1].kind,
    "单位名称": lambda pair: pair[1].employer,
    "单位所在地代码": lambda pair: pair[1].region,
}
CREDITS: dict[str, Field] = {
    **PEOPLE,
    "毕业去向": lambda pair: pair[1].kind,
    "单位名称": lambda pair: pair[1].employer,
    "统一社会信用代码": _credit,
}
BRIEF: dict[str, Field] = {
    "姓名": PEOPLE["姓名"],
    "学号": PEOPLE["学号"],
    "毕业去向": lambda pair: pair[1].kind,
    "就业单位名称": lambda pair: pair[1].employer,
    "单位所在地": lambda pair: pair[1].place,
}


def _one_sheet(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    fields: dict[str, Field] = {"毕业年度": lambda pair: pair[0].leave_year, **EXPORT}
    return book(
        "4.3/毕业生就业花名册.xlsx",
        Sheet("花名册", grid([*last, *this], fields), title=f"{school}{year - 1}、{year}届毕业生就业花名册"),
    )


def _sheet_a_college(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    return together(
        *[
            book(
                f"4.3 留威率/{at}届/{at}届毕业生花名册.xlsx",
                *[
                    Sheet(
                        college,
                        grid([pair for pair in some if pair[0].college == college], EXPORT),
                        title=f"{college}{at}届毕业生就业花名册",
                    )
                    for college in dict.fromkeys(pair[0].college for pair in some)
                ],
            )
            for at, some in ((year, this), (year - 1, last))
        ]
    )


def _archive(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    return together(
        book(
            f"4.3 毕业生留威率/{year}届毕业去向登记.xlsx",
            Sheet("去向登记", grid(this, EXPORT), title=f"{school}{year}届毕业生毕业去向登记表"),
        ),
        delimited(f"4.3 毕业生留威率/上年度材料/{year - 1}届毕业去向登记.csv", grid(last, EXPORT), encoding="gbk"),
    )


def _places(way: Way) -> tuple[str, str, str]:
    """Province, city and county of an employer, cut out of its place."""
    cut = re.fullmatch(r"(.*?省)?(.*?市)?(.*)", way.place)
    province, city, county = cut.groups("") if cut else ("", "", "")
    return province or city, city, county


def _two_row_head(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    def rows(some: list[Pair]) -> Rows:
        body = [[at, p.name, p.number, p.major, w.kind, w.employer, *_places(w)] for at, (p, w) in enumerate(some, 1)]
        return [
            ["序号", "毕业生信息", "", "", "就业信息", "", "单位所在地", "", ""],
            ["", "姓名", "学号", "专业", "毕业去向", "单位名称", "省", "市", "县（区）"],
            *body,
        ]

    return book(
        "4.3/两届花名册.xlsx",
        *[
            Sheet(
                f"{at}届",
                rows(some),
                title=f"{school}{at}届毕业生就业花名册",
                merges=["A2:A3", "B2:D2", "E2:F2", "G2:I2"],
            )
            for at, some in ((year, this), (year - 1, last))
        ],
    )


def _word_by_class(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    def blocks(some: list[Pair], at: int) -> list[str | Grid]:
        told: list[str | Grid] = [f"# {school}{at}届毕业生就业花名册"]
        for clazz in dict.fromkeys(pair[0].clazz for pair in some):
            own = [pair for pair in some if pair[0].clazz == clazz]
            told += [f"{clazz}班", Grid(grid(own, BRIEF), size=8), f"本班毕业生共{len(own)}人。"]
        return told

    return together(
        *[word(f"4.3/{at}届花名册（分班）.docx", *blocks(some, at)) for at, some in ((year, this), (year - 1, last))]
    )


def _books(fields: dict[str, Field]) -> Lay:
    def lay(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
        return together(
            *[
                book(f"四/3/{at}.xlsx", Sheet("花名册", grid(some, fields), title=f"{school}{at}届毕业生就业花名册"))
                for at, some in ((year, this), (year - 1, last))
            ]
        )

    return lay


def _repeated(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    """Four who stay stand twice in this year's list."""
    twice = [pair for pair in this if pair[1] in LOCAL][:4]
    return _books(EXPORT)(school, year, [*this, *twice], last)


def _scans(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    return together(
        *[
            wide_scan(
                f"4.3/{at}届花名册.pdf",
                f"<h1 style='font-size:22px;margin:0 0 6px'>{school}{at}届毕业生就业花名册</h1>"
                + html_table(grid(some, BRIEF)),
            )
            for at, some in ((year, this), (year - 1, last))
        ]
    )


def _unicode(school: str, year: int, this: list[Pair], last: list[Pair]) -> Draw:
    return together(
        *[
            unicode_text(f"4.3/{at}届就业名单.txt", [[f"{school}{at}届毕业生就业花名册"], *grid(some, EXPORT)])
            for at, some in ((year, this), (year - 1, last))
        ]
    )


Places = tuple[Sequence[Way], Sequence[Way]]
USUAL, CODED, TRICKY = (LOCAL, AWAY), (CODED_LOCAL, CODED_AWAY), (TRICKY_LOCAL, TRICKY_AWAY)
PAIRS: tuple[tuple[str, Class, Class, Lay, Places, str, int, str], ...] = (
    (
        "one-sheet-two-classes",
        Class(16, 60),
        Class(13, 50),
        _one_sheet,
        USUAL,
        VOCATIONAL,
        2024,
        "a column tells the class",
    ),
    ("sheet-a-college", Class(22, 70), Class(18, 60), _sheet_a_college, USUAL, VOCATIONAL, 2024, "a sheet a college"),
    ("archive", Class(9, 45), Class(11, 50), _archive, USUAL, MARINE, 2024, "last year's list in its own folder"),
    ("two-row-head", Class(15, 48), Class(13, 44), _two_row_head, USUAL, BJTU, 2024, "the place over three columns"),
    ("word-by-class", Class(12, 36), Class(10, 32), _word_by_class, USUAL, PHARMA, 2024, "tables by class with sums"),
    ("region-codes", Class(15, 50), Class(14, 50), _books(REGIONS), CODED, HUST, 2024, "only codes tell the place"),
    (
        "credit-codes",
        Class(13, 50),
        Class(10, 40),
        _books(CREDITS),
        CODED,
        MARINE,
        2024,
        "only credit codes tell the place",
    ),
    (
        "tricky-places",
        Class(11, 40),
        Class(13, 50),
        _books(ADDRESSES),
        TRICKY,
        VOCATIONAL,
        2024,
        "streets and branches",
    ),
    ("rows-twice", Class(10, 40), Class(12, 50), _repeated, USUAL, VOCATIONAL, 2024, "4 people stand twice"),
    ("scans", Class(7, 20), Class(6, 20), _scans, USUAL, PHARMA, 2024, "both lists scanned"),
    ("unicode-2025", Class(12, 40), Class(15, 48), _unicode, USUAL, SDJTU, 2025, "text with tabs, 2025 after 2024"),
)


def _case(name: str, make: Draw, score: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"more-retention-{name}", "4.3", make, {"4.3": score}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    for name, this, last, lay, (local, away), school, year, note in PAIRS:
        level: Level = "专科" if school in (VOCATIONAL, MARINE, PHARMA) else "本科"
        score = points(this, last)
        yield _case(
            name,
            lay(
                school,
                year,
                pairs(f"mr-{name}", this, year, level, local, away),
                pairs(f"mr-{name}", last, year - 1, level, local, away),
            ),
            score,
            f"{note}: {this.local}/{this.total} after {last.local}/{last.total}",
            school,
            year=year,
            facts={"4.3": {"retention": float(this.rate), "retention_last": float(last.rate)}},
            want_flags=[("4.3", "rule-ambiguous")] if score[1] != score[2] else [],
        )
    yield from _parts()


def _parts() -> Iterator[Case]:
    missing = [("4.3", "denominator-missing")]
    this = pairs("mr-parts", Class(18, 50), 2024, "专科", LOCAL, AWAY)
    yield _case(
        "last-year-only-stated",
        together(
            book(
                "4.3/2024届花名册.xlsx",
                Sheet("花名册", grid(this, EXPORT), title=f"{VOCATIONAL}2024届毕业生就业花名册"),
            ),
            word(
                "4.3/2023届留威率证明.docx",
                "# 证明",
                "经统计，我校2023届毕业生共1986人，留威就业564人，毕业生留威率为28.4%。",
                "特此证明。",
                f"> {VOCATIONAL}（盖章）",
                "> 2024年11月18日",
            ),
        ),
        OPEN,
        "of last year there is only a stated rate",
        want_flags=missing,
    )
    dated: dict[str, Field] = {**PEOPLE, "毕业时间": lambda pair: pair[0].leave_day, **BRIEF}
    yield _case(
        "same-class-twice",
        together(*[delimited(f"4.3/{at}届毕业生花名册.csv", grid(this, dated)) for at in (2024, 2023)]),
        OPEN,
        "last year's file is this year's under another name",
        want_flags=[*missing, (None, "duplicate-file")],
    )
    stay = [pairs(f"mr-stay{year}", Class(24, 24), year, "专科", LOCAL, AWAY) for year in (2024, 2023)]
    yield _case(
        "only-who-stays",
        together(
            *[
                book(
                    f"4.3/{at}届留威就业名单.xlsx",
                    Sheet("留威", grid(some, BRIEF), title=f"{MARINE}{at}届留威就业毕业生名单"),
                )
                for at, some in zip((2024, 2023), stay, strict=True)
            ]
        ),
        OPEN,
        "lists of those who stay tell no rate",
        MARINE,
        alt={"4.3": [NONE]},
    )
    counts: list[list[object]] = [
        ["就业地区", "2024届人数", "占毕业生比例", "2023届人数", "占毕业生比例"],
        ["环翠区", 211, "10.6%", 198, "10.2%"],
        ["荣成市", 164, "8.2%", 150, "7.7%"],
        ["文登区", 97, "4.9%", 95, "4.9%"],
        ["乳山市", 40, "2.0%", 41, "2.1%"],
        ["威海市合计", 512, "25.7%", 484, "24.9%"],
    ]
    yield _case(
        "counts-by-district",
        pdf(
            "4.3/留威就业地区分布.pdf",
            f"<h1>{PHARMA}毕业生留威就业地区分布统计表</h1>"
            + html_table(counts)
            + "<p class=no>招生就业处　2024年11月20日</p>",
        ),
        OPEN,
        "counts by district for both years, nobody by name",
        PHARMA,
        want_flags=missing,
    )
