# ruff: noqa: E501
"""4.3 毕业生留威率: two years' rosters with destinations, small enough to count by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from random import Random

from tests.independent.case import Case, Points
from tests.independent.people_kit import (
    BJTU,
    HIT,
    HUST,
    MARINE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    WAISHI,
    Draw,
    Grid,
    Level,
    Person,
    Sheet,
    book,
    crowd,
    delimited,
    html_table,
    pdf,
    scan,
    text,
    together,
    word,
)

OPEN, NONE = (0, 0, 30), (0, 0, 0)
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGAN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def credit_code(region: str, order: int) -> str:
    """A credit code with the check signs of GB 11714 and GB 32100."""
    organ = f"MA3{order % 100000:05d}"
    tail = (
        11
        - sum(_ORGAN.index(sign) * weight for sign, weight in zip(organ, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    )
    body = "91" + region + organ + ("0" if tail == 11 else "X" if tail == 10 else str(tail))
    return body + _SIGNS[-sum(_SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(body)) % 31]


@dataclass(frozen=True)
class Way:
    """What became of a graduate."""

    code: str
    kind: str
    employer: str = ""
    region: str = ""
    place: str = ""
    address: str = ""
    remark: str = ""


LOCAL = (
    Way(
        "10",
        "签就业协议形式就业",
        "威海海明电子科技有限公司",
        "371002",
        "山东省威海市环翠区",
        "威海市环翠区科技路118号",
    ),
    Way(
        "11", "签劳动合同形式就业", "荣成蓝湾海洋食品有限公司", "371082", "山东省威海市荣成市", "荣成市成山大道东段9号"
    ),
    Way(
        "12",
        "其他录用形式就业",
        "威海卫城软件有限公司",
        "371071",
        "山东省威海市火炬高技术产业开发区",
        "威海市高区文化西路288号",
    ),
    Way("11", "签劳动合同形式就业", "乳山市银滩机械制造有限公司", "371083", "山东省威海市乳山市", "乳山市世纪大道66号"),
    Way("75", "自主创业", "威海市文登区拾光文化工作室", "371003", "山东省威海市文登区", "威海市文登区文山路30号"),
)
AWAY = (
    Way(
        "11",
        "签劳动合同形式就业",
        "青岛海川数字技术有限公司",
        "370212",
        "山东省青岛市崂山区",
        "青岛市崂山区松岭路169号",
    ),
    Way("80", "升学"),
    Way(
        "10",
        "签就业协议形式就业",
        "烟台东昌精密仪器有限公司",
        "370602",
        "山东省烟台市芝罘区",
        "烟台市芝罘区大海阳路8号",
    ),
    Way("70", "待就业"),
    Way("11", "签劳动合同形式就业", "北京云帆科技有限公司", "110108", "北京市海淀区", "北京市海淀区上地十街2号"),
    Way("85", "出国、出境"),
)
STUDY = Way("80", "升学", "山东大学（威海）", "371002", "山东省威海市环翠区", "威海市文化西路180号")
SOMEWHERE = Way("11", "签劳动合同形式就业", "博远信息技术有限公司")
DISSOLVED = Way(
    "10",
    "签就业协议形式就业",
    "威海海明电子科技有限公司",
    "371002",
    "山东省威海市环翠区",
    "威海市环翠区科技路118号",
    "协议已解除",
)
INTERN = Way("", "实习", "荣成蓝湾海洋食品有限公司", "371082", "山东省威海市荣成市", "荣成市成山大道东段9号")


@dataclass(frozen=True)
class Class:
    """A class: how many there are, how many work in Weihai, how many at a place unknown, and who else."""

    local: int
    total: int
    unknown: int = 0
    extra: tuple[Way, ...] = ()

    @property
    def rate(self) -> Fraction:
        return Fraction(self.local, self.total)

    def ways(self, rng: Random) -> list[Way]:
        rest = self.total - self.local - self.unknown - len(self.extra)
        ways = [LOCAL[at % len(LOCAL)] for at in range(self.local)] + [SOMEWHERE] * self.unknown + list(self.extra)
        ways += [AWAY[at % len(AWAY)] for at in range(rest)]
        rng.shuffle(ways)
        return ways


def points(this: Class, last: Class) -> Points:
    """By the clause: whole points of the difference; `high` pro rata, and what is unknown to either side."""

    def by(now: int, before: int, *, whole: bool) -> float:
        d = (Fraction(now, this.total) - Fraction(before, last.total)) * 100
        return 0 if d < 0 else float(min(30, 10 + 10 * (floor(d) if whole else d)))

    return (
        by(this.local, last.local + last.unknown, whole=True),
        by(this.local, last.local, whole=True),
        by(this.local + this.unknown, last.local, whole=False),
    )


Pair = tuple[Person, Way]
Field = Callable[[Pair], object]
PEOPLE: dict[str, Field] = {
    "学号": lambda pair: pair[0].number,
    "姓名": lambda pair: pair[0].name,
    "身份证号": lambda pair: pair[0].id,
    "学历层次": lambda pair: pair[0].level,
    "专业": lambda pair: pair[0].major,
}
EXPORT: dict[str, Field] = {
    **PEOPLE,
    "毕业去向类型代码": lambda pair: pair[1].code,
    "毕业去向类型": lambda pair: pair[1].kind,
    "单位名称": lambda pair: pair[1].employer,
    "统一社会信用代码": lambda pair: (
        credit_code(pair[1].region, len(pair[1].employer) * 97) if pair[1].region and pair[1].code != "80" else ""
    ),
    "单位所在地代码": lambda pair: pair[1].region,
    "单位所在地": lambda pair: pair[1].place,
    "备注": lambda pair: pair[1].remark,
}
CODED: dict[str, Field] = {
    "XM": PEOPLE["姓名"],
    "XH": PEOPLE["学号"],
    "SFZH": PEOPLE["身份证号"],
    "ZYMC": PEOPLE["专业"],
    "BYQXDM": lambda pair: pair[1].code,
    "BYQX": lambda pair: pair[1].kind,
    "DWMC": lambda pair: pair[1].employer,
    "DWSZDDM": lambda pair: pair[1].region,
}
NAMED: dict[str, Field] = {
    **PEOPLE,
    "毕业去向": lambda pair: pair[1].kind,
    "就业单位名称": lambda pair: pair[1].employer,
}
ADDRESSED: dict[str, Field] = {**NAMED, "单位地址": lambda pair: pair[1].address, "备注": lambda pair: pair[1].remark}
WITHOUT_WAY: dict[str, Field] = {
    **PEOPLE,
    "工作单位": lambda pair: pair[1].employer,
    "就业城市": lambda pair: pair[1].place,
}
Rows = list[list[object]]


def rows(seed: str, one: Class, year: int, fields: dict[str, Field], level: Level = "专科") -> Rows:
    people = crowd(f"{seed}{year}", one.total, level=level, leave=year)
    pairs = list(zip(people, one.ways(Random(f"{seed}{year}w")), strict=True))
    return [list(fields), *[[field(pair) for field in fields.values()] for pair in pairs]]


def _two_files(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return together(
        *[
            book(
                f"4.3/{label}/{at}届毕业生就业花名册.xlsx",
                Sheet("花名册", some, title=f"{school}{at}届毕业生就业花名册"),
            )
            for at, some, label in ((year, this, "本年"), (year - 1, last, "上年"))
        ]
    )


def _two_sheets(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return book(
        "四、活动/留威率/毕业生花名册.xlsx",
        Sheet(
            "代码说明",
            [
                ["代码", "毕业去向"],
                ["10", "签就业协议形式就业"],
                ["11", "签劳动合同形式就业"],
                ["12", "其他录用形式就业"],
                ["70", "待就业"],
                ["75", "自主创业"],
                ["80", "升学"],
                ["85", "出国、出境"],
            ],
        ),
        Sheet(
            f"{year - 1}届",
            last,
            title=f"{year - 1}届毕业生花名册",
            above=[[f"学校：{school}"]],
            below=[["合计", len(last) - 1]],
        ),
        Sheet(
            f"{year}届",
            this,
            title=f"{year}届毕业生花名册",
            above=[[f"学校：{school}"]],
            below=[["合计", len(this) - 1], ["制表：丛丽", "", "审核：孙涛"]],
        ),
    )


def _comma(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return together(
        delimited(f"4.3/{year}届花名册.csv", this), delimited(f"4.3/{year - 1}届花名册.csv", last, encoding="gbk")
    )


def _words(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return together(
        *[
            word(
                f"4.3 留威率/{at}届花名册.docx",
                f"# {school}{at}届毕业生就业情况花名册",
                Grid(some, repeat=at == year, size=7),
                wide=True,
            )
            for at, some in ((year, this), (year - 1, last))
        ]
    )


def _print(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return together(
        *[
            pdf(
                f"4.3/花名册{at}.pdf",
                f"<h1>{school}{at}届毕业生就业花名册</h1>" + html_table(some, extra="" if at == year else "class=free"),
            )
            for at, some in ((year, this), (year - 1, last))
        ]
    )


def _one_print(school: str, year: int, this: Rows, last: Rows) -> Draw:
    return pdf(
        "4.3/两年花名册.pdf",
        f"<h1 style='margin-top:280px'>{school}<br>毕业生花名册（{year - 1}届、{year}届）</h1>",
        f"<h1>一、{year}届毕业生花名册</h1>" + html_table(this),
        f"<h1>二、{year - 1}届毕业生花名册</h1>" + html_table(last),
    )


Lay = Callable[[str, int, Rows, Rows], Draw]
PAIRS: tuple[tuple[str, Class, Class, Lay, dict[str, Field], str, int], ...] = (
    ("plus-one", Class(13, 50), Class(8, 32), _two_files, EXPORT, VOCATIONAL, 2024),
    ("plus-two", Class(15, 50), Class(14, 50), _two_sheets, EXPORT, MARINE, 2024),
    ("level", Class(10, 40), Class(10, 40), _comma, EXPORT, PHARMA, 2024),
    ("plus-half", Class(9, 40), Class(11, 50), _two_files, ADDRESSED, VOCATIONAL, 2024),
    ("plus-one-and-half", Class(11, 40), Class(13, 50), _two_sheets, CODED, SDU, 2024),
    ("minus", Class(12, 50), Class(13, 50), _words, ADDRESSED, WAISHI, 2024),
    ("plus-one-addresses", Class(21, 60), Class(17, 50), _print, ADDRESSED, SDJTU, 2024),
    ("plus-ten", Class(24, 60), Class(15, 50), _two_files, NAMED, BJTU, 2024),
    ("level-other-sizes", Class(9, 45), Class(12, 60), _words, NAMED, HUST, 2024),
    ("minus-same-number", Class(13, 52), Class(13, 50), _comma, CODED, VOCATIONAL, 2024),
    ("plus-two-and-half", Class(11, 40), Class(10, 40), _one_print, NAMED, HIT, 2024),
    ("without-way", Class(16, 50), Class(15, 50), _two_sheets, WITHOUT_WAY, VOCATIONAL, 2024),
    ("without-way-minus", Class(7, 35), Class(11, 50), _two_files, WITHOUT_WAY, PHARMA, 2024),
    ("year-2023", Class(18, 60), Class(14, 50), _two_files, EXPORT, MARINE, 2023),
    ("year-2025", Class(13, 50), Class(10, 40), _comma, EXPORT, VOCATIONAL, 2025),
    ("study-in-weihai", Class(12, 40, extra=(STUDY,) * 6), Class(12, 40), _two_sheets, EXPORT, SDU, 2024),
    ("study-in-weihai-before", Class(9, 30), Class(8, 40, extra=(STUDY,) * 7), _print, ADDRESSED, VOCATIONAL, 2024),
    ("dissolved", Class(10, 40, extra=(DISSOLVED,) * 5), Class(10, 40), _two_files, EXPORT, VOCATIONAL, 2024),
    ("interns", Class(13, 50, extra=(INTERN,) * 6), Class(12, 50), _two_sheets, ADDRESSED, MARINE, 2024),
    ("unknown-both", Class(15, 50, unknown=2), Class(14, 50, unknown=1), _two_files, EXPORT, PHARMA, 2024),
    ("unknown-this", Class(10, 40, unknown=1), Class(10, 40), _comma, NAMED, VOCATIONAL, 2024),
    ("unknown-last", Class(14, 50), Class(12, 50, unknown=4), _words, ADDRESSED, SDJTU, 2024),
    ("all-stay", Class(20, 20), Class(19, 20), _one_print, ADDRESSED, HUST, 2024),
    ("nobody-stays", Class(0, 25), Class(0, 25), _two_files, EXPORT, WAISHI, 2024),
)


def _case(name: str, make: Draw, score: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"retention-{name}", "4.3", make, {"4.3": score}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    for name, this, last, lay, fields, school, year in PAIRS:
        level: Level = "专科" if school in (VOCATIONAL, MARINE, PHARMA) else "本科"
        score = points(this, last)
        flags = [("4.3", "employer-locality-unknown")] if this.unknown or last.unknown else []
        if not flags and score[1] != score[2]:
            flags = [("4.3", "rule-ambiguous")]
        yield _case(
            name,
            lay(
                school,
                year,
                rows(f"re-{name}", this, year, fields, level),
                rows(f"re-{name}", last, year - 1, fields, level),
            ),
            score,
            f"{this.local}/{this.total} after {last.local}/{last.total}",
            school,
            year=year,
            facts={"4.3": {"retention": float(this.rate), "retention_last": float(last.rate)}},
            want_flags=flags,
        )
    yield from _parts()
    yield from _neighbours()


def _one(seed: str, one: Class, year: int, path: str, school: str = VOCATIONAL) -> Draw:
    return book(path, Sheet("花名册", rows(seed, one, year, EXPORT), title=f"{school}{year}届毕业生就业花名册"))


MISSING: Sequence[tuple[str, str]] = [("4.3", "denominator-missing")]


def _parts() -> Iterator[Case]:
    yield _case(
        "no-last-year",
        _one("re-m1", Class(20, 50), 2024, "4.3/2024届花名册.xlsx"),
        OPEN,
        "last year's roster is missing",
        want_flags=MISSING,
    )
    yield _case(
        "two-years-ago",
        together(
            _one("re-m2", Class(20, 50), 2024, "4.3/2024.xlsx"), _one("re-m2", Class(10, 50), 2022, "4.3/2022.xlsx")
        ),
        OPEN,
        "the class of two years ago is not last year's",
        want_flags=MISSING,
    )
    yield _case(
        "stated-rates",
        word(
            "4.3/留威率情况说明.docx",
            "# 关于2024届毕业生留威就业情况的说明",
            "我校2024届毕业生2105人，其中留威就业842人，留威率40.0%；2023届毕业生留威率为37.6%，同比提高2.4个百分点。",
            f"> {VOCATIONAL}招生就业处",
            "> 2024年11月20日",
        ),
        OPEN,
        "only stated rates",
        want_flags=MISSING,
    )
    stated: list[list[object]] = [
        ["学院", "毕业生数", "留威人数", "留威率"],
        ["信息工程系", 410, 172, "42.0%"],
        ["护理学院", 388, 150, "38.7%"],
        ["合计", 798, 322, "40.4%"],
    ]
    yield _case(
        "stated-in-table",
        book("4.3/2024届留威率统计.xlsx", Sheet("留威率", stated, title="2024届毕业生留威率统计表")),
        OPEN,
        "a table of rates, nobody by name",
        want_flags=MISSING,
    )
    yield _case(
        "stated-in-scan",
        scan(
            "4.3/留威率.jpg",
            f"<h1>毕业生留威率说明</h1><p>{MARINE}2024届毕业生留威率为35.2%，2023届毕业生留威率为33.9%，较上年度增长1.3个百分点。</p><div class=sign>{MARINE}<br>2024年11月25日</div>",
        ),
        OPEN,
        "stated on paper",
        MARINE,
        want_flags=MISSING,
    )
    yield _case(
        "other-school",
        together(
            _one("re-m3", Class(20, 50), 2024, "4.3/2024.xlsx", "烟台职业学院"),
            _one("re-m3", Class(10, 50), 2023, "4.3/2023.xlsx", "烟台职业学院"),
        ),
        NONE,
        "another school's rosters",
        want_flags=[("4.3", "school-mismatch")],
    )


def _neighbours() -> Iterator[Case]:
    vacancies: list[list[object]] = [
        ["序号", "单位名称", "单位地址", "岗位", "人数"],
        [1, "威海海明电子科技有限公司", "威海市环翠区", "技术员", 10],
        [2, "荣成蓝湾海洋食品有限公司", "荣成市", "质检", 5],
    ]
    yield _case(
        "vacancies",
        book("4.3/威海企业岗位.xlsx", Sheet("岗位", vacancies, title="2024年威海企业招聘岗位汇总表")),
        NONE,
        "vacancies; alone in its folder and not understood: open, with what it says of itself, is right too",
        alt={"4.3": [OPEN]},
    )
    yield _case(
        "plan-to-raise",
        word(
            "4.3/留威工作方案.docx",
            "# 2024年提升毕业生留威率工作方案",
            "一、目标：力争毕业生留在威海就业的人数稳步增长。",
            "二、措施：组织企业进校园、开展政策宣讲。",
            "> 2024年3月1日",
        ),
        NONE,
        "a plan without a figure",
        alt={"4.3": [OPEN]},
    )
    yield _case(
        "news",
        text("4.3/新闻.txt", "2024年5月，威海市人社局到我校开展“留在威海”政策宣讲，150余名毕业生参加。\n"),
        NONE,
        "news of a lecture",
        alt={"4.3": [OPEN]},
    )
