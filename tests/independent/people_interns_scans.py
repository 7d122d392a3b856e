# ruff: noqa: E501
"""4.1 组织学生到我市企业实习: certificates on paper, scanned and photographed."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.people_interns_kit import (
    BEARINGS,
    ELECTRONICS,
    FOODS,
    HOTEL,
    MACHINES,
    SOFTWARE,
    WITH_NUMBER,
    YANTAI,
    Firm,
    appraisal,
    collective,
    names_by,
    prose,
    roster,
    single,
)
from tests.independent.people_kit import (
    BJTU,
    HIT,
    MARINE,
    PHARMA,
    VOCATIONAL,
    WAISHI,
    Draw,
    Pasted,
    application,
    crowd,
    html_table,
    lines,
    red,
    scan,
    sheet_picture,
    table,
    together,
    word,
)

ALL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
SPRING = "于2024年2月26日至2024年6月14日"
DAY = "2024年6月17日"


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    return Case(f"internscan-{name}", "4.1", make, {"4.1": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _full()
    yield from _less()


def _full() -> Iterator[Case]:
    people = crowd("is-a", 120)
    yield _case(
        "table",
        together(scan("4.1/实习证明.jpg", collective(people[:24], SPRING, ELECTRONICS.pressed(DAY))), roster(people)),
        ALL,
        "24 names in a table, sealed over issuer and date",
    )
    people = crowd("is-b", 98)
    yield _case(
        "photo",
        together(
            scan(
                "4.1/IMG_2043.jpg",
                collective(
                    people[:24],
                    "自2024年3月11日起至2024年5月31日止",
                    MACHINES.pressed("2024年6月3日", size=170),
                    school=MARINE,
                    columns=WITH_NUMBER,
                ),
                kind="photo",
            ),
            roster(people, school=MARINE),
        ),
        ALL,
        "photo of the paper",
        MARINE,
    )
    people = crowd("is-c", 26)
    yield _case(
        "prose",
        together(
            scan("4.1/实习证明.pdf", prose(people, SPRING, SOFTWARE.pressed(DAY))),
            application("附件1.docx", VOCATIONAL, 520, 175),
        ),
        ALL,
        "names in a sentence, no roster",
    )
    people = crowd("is-d", 28)
    yield _case(
        "four-names-a-row",
        together(
            scan(
                "实习证明.png",
                collective(
                    people,
                    "于2024年1月2日至2024年4月30日",
                    HOTEL.pressed("2024年5月6日"),
                    listing=names_by(people, 4),
                    school=WAISHI,
                ),
            ),
            application("附件1 建站申请表.docx", WAISHI, 800, 190),
        ),
        ALL,
        "four names a row",
        WAISHI,
    )
    people = crowd("is-e", 150, level="本科")
    some = people[20:52]
    yield _case(
        "sealed-on-last-page",
        together(
            scan(
                "4.1/北交大实习证明.pdf",
                f"<h1>实习证明</h1><p class=no>{BJTU}：</p><p>贵校2024届本科毕业生{len(some)}人（名单附后）自2024年3月4日至2024年5月24日在我公司实习，特此证明。</p>"
                + html_table(table(some[:16], WITH_NUMBER)),
                html_table([[h for h, _ in WITH_NUMBER], *lines(some[16:], WITH_NUMBER, 17)])
                + ELECTRONICS.pressed("2024年5月27日"),
            ),
            roster(people, school=BJTU),
        ),
        ALL,
        "the seal on the second page covers the list",
        BJTU,
    )
    people = crowd("is-f", 80)
    yield _case(
        "numerals",
        together(
            scan(
                "4.1/证明.jpg",
                collective(
                    people[:24],
                    "自二〇二四年四月八日至二〇二四年七月十二日",
                    FOODS.pressed("二〇二四年七月十五日"),
                    school=PHARMA,
                ),
            ),
            roster(people, school=PHARMA),
        ),
        ALL,
        "Chinese numerals",
        PHARMA,
    )
    people = crowd("is-g", 130)
    letter = (
        f"<h1 style='color:#b00;font-size:30px'>{FOODS.name}</h1><hr style='border-color:#b00'><h1 style='font-size:22px'>关于{VOCATIONAL}毕业生实习情况的反馈函</h1><p class=no>{VOCATIONAL}：</p>"
        "<p>我公司作为贵校校外实习实训基地，于2023年11月20日至2024年4月19日接收贵校2024届毕业生23人在生产、质检岗位实习。现将实习人员名单反馈如下，特此证明。</p>"
    )
    yield _case(
        "letter-of-a-base",
        together(
            scan(
                "4.1/反馈函.jpg", letter + html_table(table(people[:23], WITH_NUMBER)) + FOODS.pressed("2024年4月22日")
            ),
            roster(people),
        ),
        ALL,
        "letter of a practice base, partly in the year",
    )
    people = crowd("is-h", 70)
    yield _case(
        "scan-in-word",
        together(
            word(
                "4.1/实习证明材料.docx",
                "一、实习证明（扫描件）",
                Pasted(sheet_picture(collective(people[:22], SPRING, BEARINGS.pressed(DAY)), "is-h")),
            ),
            roster(people),
        ),
        ALL,
        "a scan pasted into Word is a scan",
    )
    people = crowd("is-i", 115)
    yield _case(
        "pale-seal",
        together(
            scan("4.1/文登.jpg", collective(people[:23], SPRING, BEARINGS.pressed(DAY, ink=0.5), columns=WITH_NUMBER)),
            roster(people),
        ),
        ALL,
        "a pale but plainly red seal",
    )


def _less() -> Iterator[Case]:
    people = crowd("is-less", 100)
    some = people[:24]
    yield _case(
        "no-seal",
        together(scan("4.1/实习证明.jpg", collective(some, SPRING, ELECTRONICS.sign(DAY, ""))), roster(people)),
        OPEN,
        "no seal",
        want_flags=[("4.1", "seal-missing")],
    )
    yield _case(
        "grey",
        together(
            scan("4.1/实习证明.pdf", collective(some, SPRING, ELECTRONICS.pressed(DAY)), kind="grey"), roster(people)
        ),
        OPEN,
        "a grey scan shows no red",
        want_flags=[("4.1", "seal-missing")],
    )
    yield _case(
        "yantai",
        together(scan("4.1/实习证明.jpg", collective(some, SPRING, YANTAI.pressed(DAY))), roster(people)),
        NONE,
        "a firm in Yantai",
        want_flags=[("4.1", "employer-not-local")],
    )
    yield _case(
        "year-before",
        together(
            scan("4.1/实习证明.jpg", collective(some, "于2023年2月20日至2023年6月9日", FOODS.pressed("2023年6月12日"))),
            roster(people),
        ),
        NONE,
        "the year before",
        want_flags=[("4.1", "date-outside-period")],
    )
    yield _case(
        "office-as-host",
        together(
            scan("4.1/实习证明.jpg", collective(some, SPRING, Firm("威海市环翠区统计局").pressed(DAY))), roster(people)
        ),
        OPEN,
        "an office of the state",
        want_flags=[("4.1", "judgement-required")],
    )
    yield _case(
        "employer-somewhere",
        together(
            scan("4.1/实习证明.jpg", collective(some, SPRING, Firm("博远信息技术有限公司").pressed(DAY), school=HIT)),
            roster(people, school=HIT),
        ),
        OPEN,
        "place unknown",
        HIT,
        want_flags=[("4.1", "employer-locality-unknown")],
    )
    one, two = people[30], people[31]
    yield _case(
        "appraisal-form",
        together(
            scan(
                "4.1/鉴定表.jpg",
                appraisal(
                    one, ELECTRONICS.name, "2024年2月26日", "2024年6月14日", red(ELECTRONICS.name, size=140), DAY
                ),
            ),
            roster(people),
        ),
        NONE,
        "one intern by a form whose period stands in two lines",
        facts={"4.1": {"interns": 1, "graduates": 100}},
        want_flags=[("4.1", "below-threshold")],
    )
    yield _case(
        "two-singles",
        together(
            scan(
                "4.1/实习证明1.jpg",
                single(one, "于2024 年 3 月 1 日至 2024 年 6 月 30 日", MACHINES.pressed("2024 年 7 月 1 日")),
            ),
            scan(
                "4.1/实习证明2.jpg",
                single(two, "自2024年1月15日至2024年4月12日", HOTEL.pressed("2024年4月15日"), post="客房部"),
                kind="photo",
            ),
            roster(people),
        ),
        NONE,
        "two interns",
        facts={"4.1": {"interns": 2, "graduates": 100}},
        want_flags=[("4.1", "below-threshold")],
    )
    many = crowd("is-many", 230)
    yield _case(
        "too-many-graduates",
        together(scan("4.1/实习证明.jpg", collective(many[:24], SPRING, ELECTRONICS.pressed(DAY))), roster(many)),
        NONE,
        "24 of 230 graduates",
        want_flags=[("4.1", "below-threshold")],
    )
    work = f"<h1>在职及收入证明</h1><p>兹证明{some[0].name}系我公司员工，身份证号{some[0].id}，自2024年7月1日入职，现任技术员，月收入人民币6200元。</p><p>特此证明。</p>{ELECTRONICS.pressed('2024年9月2日')}"
    yield _case(
        "proof-of-income",
        together(scan("4.1/证明.jpg", work), roster(people)),
        NONE,
        "an employee's income is no internship; alone in its folder and not understood it may stay open",
        alt={"4.1": [(0, 0, 20)]},
    )
