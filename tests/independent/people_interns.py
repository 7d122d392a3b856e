# ruff: noqa: E501
"""4.1 组织学生到我市企业实习: certificates as files, and what resembles them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from PIL import Image

from tests.independent.case import Case
from tests.independent.people_interns_kit import (
    BEARINGS,
    ELECTRONICS,
    FOODS,
    HOTEL,
    MACHINES,
    SOFTWARE,
    WITH_ID,
    WITH_NUMBER,
    YANTAI,
    Firm,
    collective,
    names_by,
    prose,
    roster,
    single,
)
from tests.independent.people_kit import (
    MARINE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    Draw,
    Grid,
    Sheet,
    application,
    book,
    crowd,
    html_table,
    lines,
    pdf,
    table,
    text,
    together,
    word,
)
from tests.independent.press import Press, seal

ALL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
SPRING = "于2024年2月26日至2024年6月14日"
DAY = "2024年6月17日"


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    return Case(f"intern-{name}", "4.1", make, {"4.1": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _counts()
    yield from _forms()
    yield from _open()
    yield from _never()


def _counts() -> Iterator[Case]:
    """Each side of both thresholds; PDFs with electronic seals can be counted exactly."""
    for interns, graduates in ((20, 199), (20, 200), (19, 150), (50, 400), (49, 400), (23, 90)):
        people = crowd(f"in-count{interns}-{graduates}", graduates)
        some = people[3 : 3 + interns]
        enough = interns >= 50 or (graduates < 200 and interns >= 20)
        yield _case(
            f"count-{interns}-of-{graduates}",
            together(pdf("4.1/实习证明.pdf", collective(some, SPRING, ELECTRONICS.stamped(DAY))), roster(people)),
            ALL if enough else NONE,
            f"{interns} interns, {graduates} graduates",
            facts={"4.1": {"interns": interns, "graduates": graduates}},
            want_flags=[] if enough else [("4.1", "below-threshold")],
        )
    people = crowd("in-twice", 120)
    yield _case(
        "same-people-twice",
        together(
            pdf(
                "4.1/证明1.pdf", collective(people[:12], "于2024年1月8日至2024年3月8日", FOODS.stamped("2024年3月11日"))
            ),
            pdf(
                "4.1/证明2.pdf",
                collective(
                    people[4:18],
                    "于2024年3月11日至2024年6月7日",
                    BEARINGS.stamped("2024年6月11日"),
                    columns=WITH_NUMBER,
                ),
            ),
            roster(people),
        ),
        NONE,
        "12 and 14 interns, 8 of them the same: 18",
        facts={"4.1": {"interns": 18, "graduates": 120}},
        want_flags=[("4.1", "below-threshold")],
    )
    people = crowd("in-two-firms", 260, level="本科")
    yield _case(
        "two-firms",
        together(
            pdf("4.1 实习/海明.pdf", collective(people[:27], SPRING, ELECTRONICS.stamped(DAY), school=SDU)),
            pdf(
                "4.1 实习/银滩.pdf",
                collective(
                    people[100:126],
                    "自2024年3月1日至2024年5月31日",
                    MACHINES.stamped("2024年6月3日"),
                    school=SDU,
                    columns=WITH_NUMBER,
                ),
            ),
            roster(people, school=SDU),
        ),
        ALL,
        "27 and 26 interns of 260 graduates",
        SDU,
        facts={"4.1": {"interns": 53, "graduates": 260}},
    )


def _forms() -> Iterator[Case]:
    people = crowd("in-last-page", 310)
    some = people[10:75]
    yield _case(
        "sealed-on-last-page",
        together(
            pdf(
                "四、就业创业活动/1 实习/实习证明及名单.pdf",
                f"<h1>实习证明</h1><p class=no>{VOCATIONAL}：</p><p>贵校2024届毕业生{len(some)}人{SPRING}在我公司各车间实习，名单附后，特此证明。</p>",
                "<p class=no>附：实习学生名单</p>" + html_table(table(some, WITH_ID)) + FOODS.stamped(DAY),
            ),
            roster(people),
        ),
        ALL,
        "the list's last page bears the seal",
        facts={"4.1": {"interns": 65, "graduates": 310}},
    )
    people = crowd("in-prose", 30, odd=True)
    yield _case(
        "names-in-prose",
        together(
            pdf("4.1/证明.pdf", prose(people[:26], SPRING, SOFTWARE.stamped(DAY))),
            application("附件1.docx", VOCATIONAL, 480, 160),
        ),
        ALL,
        "no roster: the certificate's word, and the number of 附件1",
        facts={"4.1": {"interns": 26, "graduates": 160}},
    )
    people = crowd("in-four", 28)
    yield _case(
        "four-names-a-row",
        together(
            pdf(
                "实习/实习证明（听涛酒店）.pdf",
                collective(
                    people,
                    "从2024年4月1日到2024年9月30日",
                    HOTEL.stamped("2024年10月8日"),
                    school=MARINE,
                    listing=names_by(people, 4),
                ),
            ),
            application("建站申请表.docx", MARINE, 900, 190),
        ),
        ALL,
        "names in a grid, four a row",
        MARINE,
    )
    people = crowd("in-six", 36)
    yield _case(
        "six-names-a-row-no-lines",
        together(
            pdf(
                "4.1.pdf",
                collective(
                    people,
                    "于2024 年 7 月 1 日至2024 年 12 月 20 日",
                    BEARINGS.stamped("2024 年 12 月 23 日"),
                    listing=names_by(people, 6, bordered=False),
                ),
            ),
            application("附件1申请表.docx", VOCATIONAL, 600, 180),
        ),
        ALL,
        "six names a row without lines, blanks in dates",
    )
    people = crowd("in-numerals", 88)
    yield _case(
        "chinese-numerals",
        together(
            pdf(
                "4.1/荣成蓝湾.pdf",
                collective(
                    people[:25],
                    "自二〇二四年三月四日至二〇二四年六月二十八日",
                    FOODS.stamped("二〇二四年七月一日"),
                    school=PHARMA,
                ),
            ),
            roster(people, school=PHARMA),
        ),
        ALL,
        "dates in Chinese numerals",
        PHARMA,
    )
    people = crowd("in-overlap", 140)
    columns = [*WITH_NUMBER, ("实习起止时间", "=2023.11.06—2024.03.29")]
    yield _case(
        "overlap-in-table",
        together(
            pdf("4.1/实习.pdf", collective(people[:24], "", SOFTWARE.stamped("2024年4月1日"), columns=columns)),
            roster(people),
        ),
        ALL,
        "placements from the year before into the year, told in the table",
    )
    people = crowd("in-start-only", 100)
    yield _case(
        "start-without-end",
        together(
            pdf("4.1/实习.pdf", collective(people[:24], "自2024年3月4日起", MACHINES.stamped("2024年5月20日"))),
            roster(people),
        ),
        ALL,
        "a start within the period is enough",
    )
    people = crowd("in-wrong-id", 110)
    some = [replace(p, id=p.id[:10] + ("0101" if p.id[10:14] != "0101" else "0202") + p.id[14:]) for p in people[:22]]
    yield _case(
        "wrong-ids-right-numbers",
        together(
            pdf(
                "4.1/实习.pdf",
                collective(some, SPRING, ELECTRONICS.stamped(DAY), columns=[*WITH_ID, ("学号", "number")]),
            ),
            roster(people),
        ),
        ALL,
        "name and school number are right where the ID is wrong",
    )
    people = crowd("in-address", 105)
    firm = Firm("山东海晟精密制造有限公司", "威海市经济技术开发区崮山路21号")
    yield _case(
        "local-by-address",
        together(
            pdf("4.1/海晟.pdf", collective(people[:23], SPRING, firm.stamped(DAY), school=SDJTU)),
            roster(people, school=SDJTU),
        ),
        ALL,
        "the address names Weihai",
        SDJTU,
    )
    people = crowd("in-fifty", 55)
    yield _case(
        "fifty-without-denominator",
        pdf("4.1/实习证明.pdf", collective(people, SPRING, ELECTRONICS.stamped(DAY))),
        ALL,
        "55 suffice whatever the number of graduates",
        facts={"4.1": {"interns": 55}},
    )
    people = crowd("in-singles", 60)
    yield _case(
        "three-singles",
        together(
            *[pdf(f"4.1/{p.name}.pdf", single(p, SPRING, ELECTRONICS.stamped(DAY))) for p in people[:3]], roster(people)
        ),
        NONE,
        "three certificates for one person each",
        facts={"4.1": {"interns": 3, "graduates": 60}},
        want_flags=[("4.1", "below-threshold")],
    )
    yield _case(
        "bound-singles",
        together(
            pdf(
                "4.1/实习证明汇编.pdf",
                "<h1 style='margin-top:300px'>2024年毕业生实习证明汇编</h1>",
                *[single(p, SPRING, HOTEL.stamped(DAY), post="前厅服务") for p in people[10:32]],
            ),
            roster(people),
        ),
        ALL,
        "a volume of 22 single certificates",
        facts={"4.1": {"interns": 22, "graduates": 60}},
    )


def _clear(stamp: Image.Image) -> Image.Image:
    """Without the white ground, as such pictures are made."""
    alpha = stamp.convert("L").point(lambda tone: 0 if tone > 225 else 255)
    stamp.putalpha(alpha)
    return stamp


def _float(inline: BaseOxmlElement) -> None:
    """Lays a picture of a Word file over the text of its paragraph."""
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1" distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>4100000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-400000</wp:posOffset></wp:positionV></wp:anchor>'
    )
    for part in list(inline):
        anchor.append(part)
        if part.tag == qn("wp:extent"):
            anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    inline.getparent().replace(inline, anchor)


def _open() -> Iterator[Case]:
    people = crowd("in-typed", 90)
    some = people[:24]
    typed: list[str | Grid] = [
        "# 实习证明",
        f"兹证明{VOCATIONAL}2024届毕业生{some[0].name}等{len(some)}名同学{SPRING}在我公司实习，名单如下：",
        Grid(table(some, WITH_ID)),
        f"> {ELECTRONICS.name}（盖章）",
        f"> {DAY}",
    ]
    yield _case(
        "typed-in-word",
        together(word("4.1/实习证明.docx", *typed), roster(people)),
        OPEN,
        "a Word file without a seal",
        want_flags=[("4.1", "seal-missing")],
    )

    def laid_over(folder: Path, press: Press) -> None:
        word("4.1/实习证明.docx", *typed)(folder, press)
        path = folder / "4.1/实习证明.docx"
        document = Document(str(path))
        memory = io.BytesIO()
        _clear(seal(ELECTRONICS.name, 400)).save(memory, "PNG")
        memory.seek(0)
        issuer = next(one for one in document.paragraphs if one.text.endswith("（盖章）"))
        _float(issuer.add_run().add_picture(memory, width=Cm(4))._inline)
        document.save(str(path))

    yield _case(
        "typed-with-seal-picture",
        together(laid_over, roster(people)),
        OPEN,
        "typed in Word, the seal a picture",
        want_flags=[("4.1", "seal-missing")],
    )
    yield _case(
        "pdf-without-seal",
        together(pdf("4.1/实习证明.pdf", collective(some, SPRING, ELECTRONICS.sign(DAY, ""))), roster(people)),
        OPEN,
        "no seal",
        want_flags=[("4.1", "seal-missing")],
    )
    strangers = crowd("in-strangers", 24)
    yield _case(
        "not-in-roster",
        together(pdf("4.1/实习证明.pdf", collective(strangers, SPRING, FOODS.stamped(DAY))), roster(people)),
        OPEN,
        "nobody of the list is in the roster",
        want_flags=[("4.1", "not-in-roster")],
    )
    firm = Firm("海明智能装备有限公司")
    yield _case(
        "employer-somewhere",
        together(pdf("4.1/实习证明.pdf", collective(some, SPRING, firm.stamped(DAY))), roster(people)),
        OPEN,
        "the firm's place is unknown",
        want_flags=[("4.1", "employer-locality-unknown")],
    )
    for at, office in enumerate(("威海市文登区行政审批服务局", "荣成市人民政府港湾街道办事处"), 1):
        yield _case(
            f"office-as-host-{at}",
            together(pdf("4.1/实习证明.pdf", collective(some, SPRING, Firm(office).stamped(DAY))), roster(people)),
            OPEN,
            "the host is an office of the state, no enterprise",
            want_flags=[("4.1", "judgement-required")],
        )
    yield _case(
        "start-before-without-end",
        together(
            pdf("4.1/实习证明.pdf", collective(some, "自2023年9月起", MACHINES.stamped("2024年3月15日"))),
            roster(people),
        ),
        OPEN,
        "a start before the period and no end",
        want_flags=[("4.1", "date-missing")],
    )
    yield _case(
        "no-denominator",
        pdf("4.1/实习证明.pdf", collective(some, SPRING, MACHINES.stamped(DAY))),
        OPEN,
        "24 interns, the number of graduates unknown",
        facts={"4.1": {"interns": 24}},
        want_flags=[("4.1", "denominator-missing")],
    )
    juniors = crowd("in-juniors", 26, leave=2025)
    yield _case(
        "next-class",
        together(
            pdf(
                "4.1/实习证明.pdf",
                collective(
                    juniors, "于2024年7月1日至2024年12月20日", BEARINGS.stamped("2024年12月23日"), status="2025届毕业生"
                ),
            ),
            application("附件1.docx", VOCATIONAL, 500, 150),
        ),
        OPEN,
        "members of the next class",
        want_flags=[("4.1", "judgement-required")],
    )


def _never() -> Iterator[Case]:
    people = crowd("in-never", 100)
    some = people[:25]
    yield _case(
        "employer-in-yantai",
        together(pdf("4.1/实习证明.pdf", collective(some, SPRING, YANTAI.stamped(DAY))), roster(people)),
        NONE,
        "a firm in Yantai",
        want_flags=[("4.1", "employer-not-local")],
    )
    branch = Firm("威海海明电子科技有限公司青岛分公司", "青岛市市北区威海路88号")
    yield _case(
        "branch-elsewhere",
        together(pdf("4.1/实习证明.pdf", collective(some, SPRING, branch.stamped(DAY))), roster(people)),
        NONE,
        "the address outranks the name",
        want_flags=[("4.1", "employer-not-local")],
    )
    yield _case(
        "year-before",
        together(
            pdf("4.1/实习证明.pdf", collective(some, "于2023年3月1日至2023年6月30日", FOODS.stamped("2023年7月3日"))),
            roster(people),
        ),
        NONE,
        "placements of the year before",
        want_flags=[("4.1", "date-outside-period")],
    )
    yield _case(
        "other-school",
        together(
            pdf(
                "4.1/实习证明.pdf", collective(crowd("in-other", 30), SPRING, FOODS.stamped(DAY), school="烟台职业学院")
            ),
            application("附件1.docx", VOCATIONAL, 500, 150),
        ),
        NONE,
        "students of another school",
        want_flags=[("4.1", "school-mismatch")],
    )
    yield _case(
        "half-in-yantai",
        together(
            pdf("4.1/威海.pdf", collective(people[:12], SPRING, ELECTRONICS.stamped(DAY))),
            pdf("4.1/烟台.pdf", collective(people[12:30], SPRING, YANTAI.stamped(DAY))),
            roster(people),
        ),
        NONE,
        "12 in Weihai, 18 in Yantai",
        facts={"4.1": {"interns": 12, "graduates": 100}},
    )
    own = [[*row, ELECTRONICS.name, "2024.2.26-2024.6.14"] for row in lines(some, WITH_NUMBER)]
    yield _case(
        "school's-own-table".replace("'", ""),
        together(
            book(
                "4.1/实习情况汇总.xlsx",
                Sheet(
                    "实习",
                    [[*(h for h, _ in WITH_NUMBER), "实习单位", "实习时间"], *own],
                    title="2024届毕业生实习情况汇总表",
                ),
            ),
            roster(people),
        ),
        NONE,
        "the school's table is no certificate of a firm",
        alt={"4.1": [OPEN]},
    )
    yield _case(
        "plan",
        together(
            word(
                "4.1/实习计划.docx",
                "# 2024届毕业生岗位实习工作安排",
                "计划组织60名2024届毕业生于2024年3月至6月赴威海海明电子科技有限公司、荣成蓝湾海洋食品有限公司开展岗位实习。",
                "各系须于2月20日前确定名单，落实指导教师。",
                "> 教务处",
                "> 2024年1月5日",
            ),
            roster(people),
        ),
        NONE,
        "a plan",
    )
    yield _case(
        "agreement-of-a-base",
        together(
            word(
                "4.1/实习基地协议.docx",
                "# 校外实习实训基地共建协议书",
                f"甲方：{VOCATIONAL}",
                f"乙方：{ELECTRONICS.name}",
                "一、乙方每年接收甲方学生不少于30人进行专业实习。",
                "二、本协议自2024年3月1日起生效，有效期三年。",
                "甲方（盖章）　　　　乙方（盖章）",
                "2024年3月1日",
            ),
            roster(people),
        ),
        NONE,
        "an agreement on a base certifies nobody",
        alt={"4.1": [OPEN]},
    )
    yield _case(
        "blank-form",
        together(
            word(
                "4.1/实习证明模板.docx",
                "# 实习证明",
                "兹证明          学校          专业学生          （学号：          ）于     年   月   日至     年   月   日在我单位实习。",
                "特此证明。",
                "> 单位（盖章）",
                ">     年   月   日",
            ),
            roster(people),
        ),
        NONE,
        "a blank form",
    )
    yield _case(
        "news-of-a-visit",
        together(
            text(
                "4.1/新闻.txt",
                "2024年5月16日，威海职业学院信息工程系组织50余名毕业生走进威海卫城软件有限公司参观学习。师生参观了研发中心，听取了企业介绍。\n",
            ),
            roster(people),
        ),
        NONE,
        "a visit is no placement",
        alt={"4.1": [OPEN]},
    )
