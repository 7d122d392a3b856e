"""4.1 组织学生到我市企业实习 again: other wordings of the period, other forms of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent.case import Case, Points
from tests.independent.more_people_kit import panels
from tests.independent.people_interns_kit import WITH_ID, WITH_NUMBER, Firm, collective, roster
from tests.independent.people_kit import (
    MARINE,
    PHARMA,
    SDU,
    VOCATIONAL,
    Columns,
    Draw,
    Person,
    Sheet,
    application,
    book,
    crowd,
    electronic,
    html_table,
    pdf,
    red,
    scan,
    table,
    together,
)
from tests.independent.people_retention import credit_code

ALL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
LOGISTICS = Firm("威海港通物流有限公司", "威海市环翠区海滨北路53号")
SAMHWA = Firm("威海三和电子有限公司")
SHIPYARD = Firm("荣成石岛船舶修造有限公司", "荣成市石岛管理区黄海南路12号")
GARMENT = Firm("威海市文登区金缕服饰有限公司")
PHARMACY = Firm("威海康宁药业有限公司", "威海市临港经济技术开发区苘山镇")
RESORT = Firm("乳山市银沙滩度假酒店有限公司")
SPRING = "于2024年3月4日至2024年6月28日"
DAY = "2024年7月1日"


def _case(name: str, make: Draw, points: Points, note: str, school: str = VOCATIONAL, **more: object) -> Case:
    return Case(f"more-intern-{name}", "4.1", make, {"4.1": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def _count(interns: int, graduates: int) -> dict[str, dict[str, float]]:
    return {"4.1": {"interns": interns, "graduates": graduates}}


def cases() -> Iterator[Case]:
    yield from _periods()
    yield from _forms()
    yield from _less()


def _periods() -> Iterator[Case]:
    people = crowd("mi-a", 130)
    yield _case(
        "in-a-term",
        together(
            pdf(
                "4.1 组织学生到我市企业实习/港通物流.pdf",
                collective(people[:24], "于2023—2024学年第二学期", LOGISTICS.stamped("2024年6月20日")),
            ),
            roster(people),
        ),
        ALL,
        "the period is a term of the school year",
        facts=_count(24, 130),
    )
    people = crowd("mi-b", 150)
    dated: Columns = [*WITH_NUMBER[:-1]]
    head, *body = table(people[:30], dated)
    rows = [
        [*row, "2023.07.03—2023.12.22" if at % 10 in (2, 5, 8) else "2024.01.08—2024.05.31"]
        for at, row in enumerate(body)
    ]
    yield _case(
        "row-by-row",
        together(
            pdf(
                "4.1/实习证明（石岛）.pdf",
                collective(
                    people[:30],
                    "分批",
                    SHIPYARD.stamped("2024年6月3日"),
                    listing=html_table([[*head, "实习起止时间"], *rows]),
                ),
            ),
            roster(people),
        ),
        ALL,
        "9 of 30 ended the year before: 21 of 150",
        facts=_count(21, 150),
    )
    people = crowd("mi-c", 24)
    yield _case(
        "months-on-photo",
        together(
            scan(
                "4.1/IMG_20240611_090215.jpg",
                collective(
                    people,
                    "自2024年3月4日起（为期三个月）",
                    PHARMACY.pressed("2024年6月7日", size=160),
                    school=PHARMA,
                    columns=[("序号", "seq"), ("姓名", "name"), ("学号", "number"), ("岗位", "=包装车间")],
                ),
                kind="photo",
            ),
            application("附件1 申请表.docx", PHARMA, 540, 185),
        ),
        ALL,
        "a start and a number of months, on a photo",
        PHARMA,
    )


def _numbered(people: Sequence[Person]) -> str:
    posts = ("仓储管理", "报关单证", "货运调度")
    return "".join(
        f"<p class=no>{at}．{one.name}，{one.sex}，身份证号{one.id}，{one.major}专业，实习岗位：{posts[at % 3]}；</p>"
        for at, one in enumerate(people, 1)
    )


def _slip(one: Person, at: int) -> str:
    """Half a page, cut from a form."""
    post = ("前厅接待", "客房服务", "餐饮服务")[at % 3]
    return f"""<h1 style="font-size:18px;margin:.2em 0">毕业生实习情况证明（回执联）　№ {2024060 + at}</h1>
<table style="line-height:2"><tr><td>姓名</td><td>{one.name}</td><td>学号</td><td>{one.number}</td>
<td>专业班级</td><td>{one.major} {one.clazz}</td></tr>
<tr><td>实习单位</td><td colspan=3>{RESORT.name}</td><td>实习岗位</td><td>{post}</td></tr>
<tr><td>起止时间</td><td colspan=5>2024年4月15日 — 2024年8月31日</td></tr>
<tr><td>单位证明</td><td colspan=5 style="text-align:left;height:120px">
　　该生系{VOCATIONAL}2024届毕业生，已按期在我单位完成毕业实习，情况属实。
<div class=sign style="margin-top:12px">{electronic(RESORT.name, size=105, top=-42)}
{RESORT.name}（盖章）<br>2024年9月2日</div></td></tr></table>
<p class=no style="text-align:center;margin:26px 0">- - - - - - - - - - - - - - - ✂ - - - - - - - - - - - - - - -</p>"""


def _assessment(people: Sequence[Person]) -> str:
    head, *body = table(people, WITH_NUMBER)
    rows = [[*row, 88 + at % 9, 85 + at % 11, "优秀" if at % 4 == 0 else "良好"] for at, row in enumerate(body)]
    return (
        "<h1>2024届毕业生岗位实习考核汇总表</h1>"
        f"<p class=no>学校：{MARINE}　　实习单位：{SHIPYARD.name}</p>"
        "<p class=no>实习时间：2024年1月15日—2024年5月31日　　企业导师：曲建国</p>"
        + html_table([[*head, "出勤", "业务能力", "等级"], *rows])
        + "<p>以上学生均在我单位完成岗位实习，考核结果属实，特此证明。</p>"
        + SHIPYARD.stamped("2024年6月3日")
    )


def _forms() -> Iterator[Case]:
    people = crowd("mi-d", 95)
    english = (
        "<h1>实习证明<br><span style='font-size:.65em'>INTERNSHIP CERTIFICATE</span></h1>"
        f"<p>兹证明{VOCATIONAL}2024届毕业生{people[0].name}等同学（名单如下，共22人）"
        "自2024年3月4日至2024年6月28日在我公司生产技术部实习。</p>"
        "<p>This is to certify that the 22 students listed below, graduates of the class of 2024 "
        "of Weihai Vocational College, completed an internship in our Production Department "
        "from March 4 to June 28, 2024.</p>"
        + html_table(
            table(
                people[:22],
                [("No.", "seq"), ("姓名 Name", "name"), ("学号 Student No.", "number"), ("专业 Major", "major")],
            )
        )
        + f"<div class=sign>{red(SAMHWA.name)}{SAMHWA.name}<br>"
        "Weihai Samhwa Electronics Co., Ltd.<br>2024年7月1日</div>"
    )
    yield _case(
        "in-two-languages",
        together(
            scan("4.1/三和电子 Internship.jpg", f"<div style='font-size:15px;line-height:1.7'>{english}</div>"),
            roster(people),
        ),
        ALL,
        "Chinese and English on one certificate",
        facts=_count(22, 95),
    )
    people = crowd("mi-e", 150)
    yield _case(
        "numbered-lines",
        together(
            pdf(
                "四、活动/实习/证明.pdf",
                f"<h1>证明</h1><p class=no>{MARINE}：</p>"
                "<p>贵校下列21名2024届毕业生于2024年3月11日至6月30日在我公司顶岗实习：</p>"
                + _numbered(people[30:51])
                + "<p>特此证明。</p>"
                + LOGISTICS.stamped("2024年7月2日"),
            ),
            roster(people, school=MARINE),
        ),
        ALL,
        "one person a line, no table",
        MARINE,
        facts=_count(21, 150),
    )
    people = crowd("mi-f", 120)
    yield _case(
        "two-panels-scanned",
        together(
            scan(
                "4.1/金缕服饰.pdf",
                collective(
                    people[:26],
                    "自2024年2月27日起至2024年6月14日止",
                    GARMENT.pressed("2024年6月17日"),
                    listing=html_table(panels(people[:26], [("序号", "seq"), ("姓名", "name"), ("学号", "number")])),
                ),
            ),
            roster(people),
        ),
        ALL,
        "two blocks of the list side by side",
        facts=_count(26, 120),
    )
    people = crowd("mi-g", 110)
    yield _case(
        "assessment",
        together(pdf("4.1/考核汇总表（石岛修造）.pdf", _assessment(people[:23])), roster(people, school=MARINE)),
        ALL,
        "a firm's table of marks that certifies the placement",
        MARINE,
        facts=_count(23, 110),
    )
    people = crowd("mi-h", 100)
    firm = Firm("博远精密部件有限公司")
    code = credit_code("371003", 4711)
    yield _case(
        "credit-code",
        together(
            pdf(
                "4.1/博远.pdf",
                f"<p class=no style='text-align:right'>{firm.name}　统一社会信用代码：{code}</p>"
                + collective(people[:22], SPRING, firm.stamped(DAY)),
            ),
            roster(people),
        ),
        ALL,
        "only the credit code tells the place",
        facts=_count(22, 100),
    )
    people = crowd("mi-i", 160)
    yield _case(
        "annex-in-own-file",
        together(
            pdf(
                "4.1/1 实习证明.pdf",
                f"<h1>实习证明</h1><p>兹证明{VOCATIONAL}2024届毕业生共25人{SPRING}在我公司实习"
                "（名单见附件），表现良好，特此证明。</p><p class=no>附件：实习学生名单</p>" + LOGISTICS.stamped(DAY),
            ),
            pdf(
                "4.1/2 附件.pdf",
                f"<p class=no>附件</p><h1>{LOGISTICS.name}接收{VOCATIONAL}2024届毕业生实习学生名单</h1>"
                "<p class=no>实习时间：2024年3月4日至2024年6月28日</p>"
                + html_table(table(people[40:65], WITH_ID))
                + LOGISTICS.stamped(DAY),
            ),
            roster(people),
        ),
        ALL,
        "letter and list are two files, both sealed",
        facts=_count(25, 160),
    )
    people = crowd("mi-j", 70)
    slips = [_slip(one, at) for at, one in enumerate(people[5:27])]
    yield _case(
        "slips-two-a-page",
        together(
            pdf("4.1/回执联（银沙滩）.pdf", *["".join(slips[at : at + 2]) for at in range(0, len(slips), 2)]),
            roster(people),
        ),
        ALL,
        "22 forms, two on each page, each sealed",
        facts=_count(22, 70),
    )


def _less() -> Iterator[Case]:
    people = crowd("mi-less", 100)
    some = people[:24]
    yield _case(
        "typed-in-workbook",
        together(
            book(
                "4.1/实习证明.xlsx",
                Sheet(
                    "实习证明",
                    table(some, WITH_ID),
                    title="实习证明",
                    above=[[f"兹证明{VOCATIONAL}2024届毕业生24人{SPRING}在我公司实习，名单如下："]],
                    below=[["", "", "", f"{LOGISTICS.name}（盖章）"], ["", "", "", DAY]],
                ),
            ),
            roster(people),
        ),
        OPEN,
        "typed, without a seal",
        want_flags=[("4.1", "seal-missing")],
    )
    next_class = crowd("mi-next", 10, leave=2025)
    columns: Columns = [*WITH_ID, ("届别", "clazz_of")]
    yield _case(
        "two-classes-together",
        together(
            pdf(
                "4.1/实习证明.pdf",
                collective(
                    [*people[:18], *next_class],
                    SPRING,
                    LOGISTICS.stamped(DAY),
                    columns=columns,
                    status="2024届、2025届学生",
                ),
            ),
            roster(people),
        ),
        OPEN,
        "18 of the class and 10 of the next one",
    )
    firm = Firm("青岛威海路餐饮管理有限公司", "青岛市市北区威海路128号")
    yield _case(
        "street-named-weihai",
        together(
            pdf("4.1/实习证明.pdf", collective(some, SPRING, firm.stamped(DAY), school=SDU)), roster(people, school=SDU)
        ),
        NONE,
        "a street of that name in Qingdao",
        SDU,
        want_flags=[("4.1", "employer-not-local")],
    )
    yield _case(
        "school-certifies",
        together(
            pdf(
                "4.1/实习情况证明.pdf",
                f"<h1>实习情况证明</h1><p>兹证明我校2024届毕业生{some[0].name}等24名同学{SPRING}在威海、荣成等地企业实习，名单如下：</p>"
                + html_table(table(some, WITH_NUMBER))
                + f"<div class=sign>{electronic(VOCATIONAL, below='教务处')}{VOCATIONAL}教务处<br>{DAY}</div>",
            ),
            roster(people),
        ),
        NONE,
        "the school itself certifies, no employer does",
        alt={"4.1": [OPEN]},
    )
    paper = collective(people[:15], SPRING, "") + LOGISTICS.stamped(DAY)
    yield _case(
        "same-paper-twice",
        together(
            pdf("4.1/港通实习证明.pdf", paper),
            scan("4.1/扫描件/港通实习证明.jpg", collective(people[:15], SPRING, LOGISTICS.pressed(DAY))),
            roster(people),
        ),
        NONE,
        "15 interns, their certificate as a PDF and scanned",
        facts=_count(15, 100),
        want_flags=[("4.1", "below-threshold")],
    )
