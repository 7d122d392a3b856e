# ruff: noqa: E501
"""3.2 by screens of employment sites."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from docx import Document
from docx.shared import Cm

from tests.independent.case import Case, Points
from tests.independent.pictures_screens import (
    GENERAL,
    GENERAL_BODY,
    OTHER,
    Post,
    Screen,
    browser,
    look,
    names,
    posts,
    put,
    site_article,
    site_list,
)
from tests.independent.pictures_wechat import (
    BJTU,
    FEW,
    FEW_MANY,
    FULL,
    HIT,
    HUST,
    HY,
    NONE,
    OPEN,
    OPEN_MANY,
    SDJT,
    SDU,
    SDWS,
    WH,
    YS,
    mixed,
    one,
)
from tests.independent.press import Press, photographed, save_scan, scanned

FOLDERS = ("3.2网站推送", "三、政策宣传/（二）网站推送", "3.2", "就业信息网截图", "", "政策宣传/网站")
SITES = {
    WH: "威海职业学院就业信息网", HIT: "哈尔滨工业大学（威海）就业信息网", SDU: "山东大学（威海）学生就业指导中心", BJTU: "北京交通大学（威海）就业服务网",
    HUST: "哈尔滨理工大学荣成校区就业信息网", SDJT: "山东交通学院（威海）就业网", SDWS: "山东外事职业大学就业创业信息网", HY: "威海海洋职业学院就业信息网",
    YS: "山东药品食品职业学院招生就业网",
}  # fmt: skip
HOME = "https://jyw.school.edu.cn/module/news"


def case(
    name: str, make: Callable[[Random, str], Sequence[Screen]], points: Points, *, count: int | None = None, school: str = WH, note: str = "",
    flags: Sequence[str] = (), alt: Sequence[Points] = (), year: int = 2024,
) -> Case:  # fmt: skip
    def write(folder: Path, press: Press) -> None:
        rng = Random(name)
        place = folder / rng.choice(FOLDERS)
        screens = make(rng, SITES[school])
        for file, screen in zip(names(rng, len(screens)), screens, strict=True):
            put(press, place / file, screen)

    told = {"3.2": {"posts": count}} if count else {}
    return Case(
        name, "3.2", write, {"3.2": points}, alt={"3.2": alt} if alt else {}, facts=told, want_flags=[("3.2", flag) for flag in flags],
        note=note, school=school, year=year,
    )  # fmt: skip


def cases() -> Iterator[Case]:
    yield from lists()
    yield from articles()
    yield from other_things()


def lists() -> Iterator[Case]:
    yield case(
        "web-list-17", lambda r, s: [site_list(r, posts(r, 17, 2024), s)], FULL, count=17, note="plain list of 17"
    )
    yield case(
        "web-list-16-two-pages",
        lambda r, s: [
            site_list(r, rows[at : at + 8], s, look="bracket", window=browser(f"{HOME}?p={at // 8 + 1}", s))
            for rows in [posts(r, 16, 2024)]
            for at in (0, 8)
        ],
        FULL,
        count=16,
        school=SDU,
        note="two pages of eight",
    )
    yield case(
        "web-list-15",
        lambda r, s: [site_list(r, posts(r, 15, 2024), s, look="bracket", style="slash")],
        FEW,
        count=15,
        school=HIT,
        note="15",
    )
    yield case(
        "web-table-9",
        lambda r, s: [site_list(r, posts(r, 9, 2024), s, look="table")],
        FEW,
        count=9,
        note="ruled table with 发布部门",
    )
    yield case(
        "web-table-18",
        lambda r, s: [site_list(r, posts(r, 18, 2024), s, look="table", window=browser(HOME, s))],
        FULL,
        count=18,
        school=YS,
        note="ruled table of 18",
    )
    yield case(
        "web-cards-8",
        lambda r, s: [site_list(r, posts(r, 8, 2024), s, look="cards")],
        FEW,
        count=8,
        school=HY,
        note="cards",
    )
    yield case(
        "web-block-6",
        lambda r, s: [site_list(r, posts(r, 6, 2024), s, look="block")],
        FEW,
        count=6,
        school=SDWS,
        note="large day over the month",
    )
    yield case(
        "web-mobile-10",
        lambda r, s: [site_list(r, posts(r, 10, 2024), s, look="mobile")],
        FEW,
        count=10,
        note="mobile site",
    )
    yield case(
        "web-in-wechat-7",
        lambda r, s: [site_list(r, posts(r, 7, 2024), s, look="wechat")],
        FEW,
        count=7,
        school=BJTU,
        note="site list opened inside WeChat",
    )
    yield case(
        "web-reads-9",
        lambda r, s: [site_list(r, posts(r, 9, 2024), s, look="reads")],
        FEW,
        count=9,
        school=HUST,
        note="list with 阅读 counts",
    )
    yield case(
        "web-chinese-dates-12",
        lambda r, s: [site_list(r, posts(r, 12, 2024), s, style="chinese")],
        FEW,
        count=12,
        school=SDJT,
        note="dates 2024年3月5日",
    )
    yield case(
        "web-no-year-9",
        lambda r, s: [site_list(r, posts(r, 9, 2024), s, look="bracket", style="short")],
        OPEN,
        count=0,
        flags=["date-missing"],
        note="[05-20] without a year",
    )
    yield case(
        "web-no-year-17",
        lambda r, s: [site_list(r, posts(r, 17, 2024), s, style="short")],
        OPEN_MANY,
        count=0,
        school=HIT,
        flags=["date-missing"],
        note="17 without a year",
    )
    yield case(
        "web-2023",
        lambda r, s: [site_list(r, posts(r, 9, 2023), s)],
        NONE,
        flags=["date-outside-period"],
        note="of 2023",
    )
    yield case(
        "web-two-years",
        lambda r, s: [site_list(r, [*posts(r, 4, 2024), *posts(r, 8, 2023, GENERAL)], s, look="table")],
        FEW,
        count=4,
        note="four of 2024, eight of 2023",
    )
    yield case(
        "web-9-of-14",
        lambda r, s: [site_list(r, mixed(r, 2024, 9, 5), s)],
        FEW,
        count=9,
        school=SDWS,
        note="five do not name Weihai",
    )
    yield case(
        "web-13-and-5",
        lambda r, s: [site_list(r, mixed(r, 2024, 13, 5), s, look="bracket")],
        FEW_MANY,
        count=13,
        flags=["judgement-required"],
        note="13 surely, 18 in high",
    )
    yield case(
        "web-general",
        lambda r, s: [site_list(r, posts(r, 8, 2024, GENERAL), s, look="cards")],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="no post names Weihai, only the site does",
    )
    yield case(
        "web-campus-life",
        lambda r, s: [site_list(r, posts(r, 7, 2024, OTHER), "威海职业学院", column="校园动态")],
        NONE,
        note="nothing of employment",
    )
    yield case(
        "web-own-name",
        lambda r, s: [
            site_list(
                r,
                [
                    Post(f"威海海洋职业学院2024届毕业生{word}", p.day)
                    for word, p in zip(
                        ("春季双选会公告", "就业协议签订说明", "离校手续办理", "档案查询"),
                        posts(r, 4, 2024),
                        strict=True,
                    )
                ],
                s,
            )
        ],
        OPEN,
        count=0,
        school=HY,
        flags=["judgement-required"],
        note="Weihai stands only in the school's name",
    )
    yield case(
        "web-bureau-list",
        lambda r, s: [site_list(r, posts(r, 9, 2024), "威海市人力资源和社会保障局", column="公示公告")],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="the bureau's site",
    )
    yield case(
        "web-other-listed-school",
        lambda r, s: [site_list(r, posts(r, 6, 2024), SITES[SDU])],
        NONE,
        flags=["school-mismatch"],
        note="another school's site",
    )
    yield case(
        "web-scrolled-overlap",
        lambda r, s: [
            site_list(r, rows[at : at + 7], s, look="mobile") for rows in [posts(r, 12, 2024)] for at in (0, 5)
        ],
        FEW,
        count=12,
        school=SDU,
        note="two scrolled screens share two posts",
    )


def articles() -> Iterator[Case]:
    yield case(
        "web-article", lambda r, s: [site_article(r, one(r), s)], FEW, count=1, note="article, 发布时间 and 浏览次数"
    )
    yield case(
        "web-article-x3",
        lambda r, s: [
            site_article(r, p, s, look="author", window=browser(HOME, p.title[:8])) for p in posts(r, 3, 2024)
        ],
        FEW,
        count=3,
        school=SDU,
        note="three articles",
    )
    yield case(
        "web-article-bureau-source",
        lambda r, s: [site_article(r, one(r), s, source="威海市人力资源和社会保障局")],
        FEW,
        count=1,
        school=HY,
        note="reposted from the bureau on the school's site",
    )
    yield case(
        "web-article-mobile",
        lambda r, s: [site_article(r, p, s, look="mobile") for p in posts(r, 2, 2024)],
        FEW,
        count=2,
        school=YS,
        note="mobile articles",
    )
    yield case(
        "web-article-in-wechat",
        lambda r, s: [site_article(r, one(r), s, look="wechat")],
        FEW,
        count=1,
        school=SDJT,
        note="site article inside WeChat",
    )
    yield case(
        "web-article-and-list",
        lambda r, s: [x for rows in [posts(r, 6, 2024)] for x in (site_list(r, rows, s), site_article(r, rows[0], s))],
        FEW,
        count=6,
        flags=["duplicate-post"],
        note="an article of the list",
    )
    yield case(
        "web-article-same-5-days",
        lambda r, s: [site_article(r, p.at(p.day + timedelta(days=shift)), s) for p in [one(r)] for shift in (0, 5)],
        FEW,
        count=1,
        school=HIT,
        note="same title within a week",
    )
    yield case(
        "web-article-same-60-days",
        lambda r, s: [
            site_article(r, p.at(p.day + timedelta(days=shift)), s)
            for p in [posts(r, 1, 2024, last=7)[0]]
            for shift in (0, 60)
        ],
        FEW,
        count=2,
        note="same title two months later",
    )
    yield case(
        "web-article-body-only",
        lambda r, s: [site_article(r, Post("关于做好补贴申领工作的通知", date(2024, 9, 12)), s)],
        FEW,
        count=1,
        note="only the text names Weihai",
    )
    yield case(
        "web-article-general",
        lambda r, s: [site_article(r, one(r, bank=GENERAL), s, body=GENERAL_BODY)],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="does not name Weihai",
    )
    yield case(
        "web-article-2025",
        lambda r, s: [site_article(r, one(r, 2025), s)],
        NONE,
        flags=["date-outside-period"],
        note="of 2025",
    )
    yield case(
        "web-article-2023-assessed",
        lambda r, s: [site_article(r, one(r, 2023), s, look="author")],
        FEW,
        count=1,
        year=2023,
        note="the assessed year is 2023",
    )
    yield case(
        "web-article-bureau-site",
        lambda r, s: [site_article(r, one(r), "荣成市人力资源和社会保障局", source="就业科")],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="another body's site",
    )
    yield case(
        "web-article-no-year",
        lambda r, s: [
            site_article(r, Post("威海市人才公寓申请流程图解", date(2024, 5, 20)), s, look="mobile", when="05-20")
        ],
        OPEN,
        count=0,
        flags=["date-missing"],
        note="date without a year",
    )


def other_things() -> Iterator[Case]:
    def pasted(folder: Path, press: Press) -> None:
        rng = Random("web-word-4")
        document = Document()
        document.add_heading("就业信息网推送截图", 1)
        for at, post in enumerate(posts(rng, 4, 2024), 1):
            held = io.BytesIO()
            look(press, site_article(rng, post, SITES[WH], look=("plain", "author")[at % 2])).save(held, "PNG")
            document.add_picture(held, width=Cm(15))
            document.add_paragraph(f"图{at} 网站推送截图")
        document.save(str(folder / "3.2网站推送.docx"))

    def printed(folder: Path, press: Press) -> None:
        rng = Random("web-scan-list")
        sheet = look(press, site_list(rng, posts(rng, 11, 2024), SITES[HIT], look="table"))
        paper = press.picture("<body style='background:#fff'>", 1123, 794, 1.9)
        wide = paper.width - 120
        paper.paste(sheet.resize((wide, int(sheet.height * wide / sheet.width))), (60, 50))
        save_scan([scanned(paper, rng)], folder / "网站.pdf", 1.9)

    def monitor(folder: Path, press: Press) -> None:
        rng = Random("web-photo-of-screen")
        sheet = look(press, site_list(rng, posts(rng, 7, 2024), SITES[WH]))
        photographed(sheet, rng, width=1900, height=1270).save(folder / "3.2网站推送.jpg", quality=86)

    yield Case(
        "web-word-4", "3.2", pasted, {"3.2": FEW}, facts={"3.2": {"posts": 4}}, note="four pages pasted into Word"
    )
    yield Case(
        "web-scan-list",
        "3.2",
        printed,
        {"3.2": FEW},
        facts={"3.2": {"posts": 11}},
        school=HIT,
        note="a list printed and scanned",
    )
    yield Case(
        "web-photo-of-screen", "3.2", monitor, {"3.2": FEW}, alt={"3.2": [(0, 25, 25)]}, note="a photo of the monitor"
    )
