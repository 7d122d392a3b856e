# ruff: noqa: E501
"""3.1 by screens of WeChat."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from docx import Document
from docx.shared import Cm

from tests.independent.case import Case, Points
from tests.independent.pictures_screens import (
    FOOTS,
    GENERAL,
    GENERAL_BODY,
    OTHER,
    SANS,
    WEIHAI,
    Post,
    Screen,
    account_list,
    article,
    backend,
    bar,
    chat,
    chat_cards,
    look,
    names,
    notice_page,
    picture_post,
    plain_list,
    posts,
    put,
    rest,
    search_page,
    thumb,
)
from tests.independent.press import Press, save_scan, scanned

Make = Callable[[Random], Sequence[Screen]]
FOLDERS = ("3.1微信推送", "三、政策宣传/（一）微信推送", "3.1", "政策宣传/微信推送截图", "", "公众号截图")
FULL, FEW, OPEN, NONE, OPEN_MANY, FEW_MANY = (30, 30, 30), (25, 25, 25), (0, 0, 25), (0, 0, 0), (0, 0, 30), (25, 25, 30)
WH, HIT, SDU, BJTU, HUST = (
    "威海职业学院",
    "哈尔滨工业大学（威海）",
    "山东大学（威海）",
    "北京交通大学（威海）",
    "哈尔滨理工大学荣成校区",
)
SDJT, SDWS, HY, YS = "山东交通学院（威海）", "山东外事职业大学", "威海海洋职业学院", "山东药品食品职业学院"


def case(
    name: str, make: Make, points: Points, *, count: int | None = None, school: str = WH, year: int = 2024, note: str = "",
    flags: Sequence[str] = (), alt: Sequence[Points] = (),
) -> Case:  # fmt: skip
    def write(folder: Path, press: Press) -> None:
        rng = Random(name)
        place = folder / rng.choice(FOLDERS)
        screens = make(rng)
        for file, screen in zip(names(rng, len(screens)), screens, strict=True):
            put(press, place / file, screen)

    return Case(
        name, "3.1", write, {"3.1": points}, alt={"3.1": alt} if alt else {}, facts=facts(count), want_flags=[("3.1", flag) for flag in flags],
        note=note, school=school, year=year,
    )  # fmt: skip


def facts(count: int | None) -> Mapping[str, Mapping[str, float]]:
    return {"3.1": {"posts": count}} if count else {}


def mixed(rng: Random, year: int, weihai: int, general: int = 0, other: int = 0) -> list[Post]:
    """Posts of three kinds in one order."""
    days = [post.day for post in posts(rng, weihai + general + other, year, WEIHAI * 3)]
    titles = [*rng.sample(WEIHAI, weihai), *rng.sample(GENERAL, general), *rng.sample(OTHER, other)]
    rng.shuffle(titles)
    return [Post(title.format(y=year), day) for title, day in zip(titles, days, strict=True)]


def one(rng: Random, year: int = 2024, bank: Sequence[str] = WEIHAI) -> Post:
    return posts(rng, 1, year, bank)[0]


def overlapping(
    rng: Random, rows: Sequence[Post], draw: Callable[[Sequence[Post]], Screen], size: int = 10, over: int = 2
) -> list[Screen]:
    """A list scrolled: each screen begins with the last posts of the one before."""
    return [draw(rows[at : at + size]) for at in range(0, max(1, len(rows) - over), size - over)]


def groups(rows: Sequence[Post], size: int) -> list[list[Post]]:
    """Posts sent together bear one day."""
    return [[row.at(rows[at].day) for row in rows[at : at + size]] for at in range(0, len(rows), size)][::-1]


def cases() -> Iterator[Case]:
    yield from lists()
    yield from articles()
    yield from other_things()


def lists() -> Iterator[Case]:
    seen = date(2024, 12, 18)
    late = date(2025, 1, 9)

    yield case(
        "wx-list-17-scrolled",
        lambda r: overlapping(
            r, posts(r, 17, 2024), lambda rows: account_list(r, rows, "威职就业", seen, style="chinese")
        ),
        FULL,
        count=17,
        note="17 posts on two overlapping screens, dates with years",
    )
    yield case(
        "wx-list-16-long",
        lambda r: [account_list(r, posts(r, 16, 2024), "山大威海就业", late)],
        FULL,
        count=16,
        school=SDU,
        note="seen in 2025, so WeChat writes the year; 16 is more than 15",
    )
    yield case(
        "wx-list-15-long",
        lambda r: [account_list(r, posts(r, 15, 2024), "山药食院就业创业", late)],
        FEW,
        count=15,
        school=YS,
        note="15 is not more than 15",
    )
    yield case(
        "wx-list-dark-9",
        lambda r: [account_list(r, posts(r, 9, 2024), "哈工大（威海）就业", late, dark=True)],
        FEW,
        count=9,
        school=HIT,
        note="dark list of nine",
    )
    yield case(
        "wx-list-tablet-11",
        lambda r: [account_list(r, posts(r, 11, 2024), "威海海洋职业学院就业指导", late, wide=True)],
        FEW,
        count=11,
        school=HY,
        note="tablet",
    )
    yield case(
        "wx-list-2023-year",
        lambda r: [account_list(r, posts(r, 12, 2023), "威职就业", seen)],
        NONE,
        flags=["date-outside-period"],
        note="all of the year before",
    )
    yield case(
        "wx-list-order-gives-year",
        lambda r: [
            account_list(
                r,
                [
                    *posts(r, 10, 2024),
                    *(p.at(date(2023, 12, 27 - 4 * i)) for i, p in enumerate(posts(r, 3, 2023, GENERAL))),
                ],
                "威职就业",
                seen,
            )
        ],
        FEW,
        count=10,
        note="rows without a year stand above rows of December 2023",
    )
    yield case(
        "wx-list-seen-next-year",
        lambda r: [
            account_list(
                r,
                [
                    *(p.at(date(2025, 1, 6 - 3 * i)) for i, p in enumerate(posts(r, 2, 2025, GENERAL))),
                    *posts(r, 6, 2024),
                ],
                "哈理工荣成就业",
                late,
            )
        ],
        FEW,
        count=6,
        school=HUST,
        note="the two upper rows are of 2025",
    )
    yield case(
        "wx-list-no-year-8",
        lambda r: [account_list(r, posts(r, 8, 2024, last=9), "威职就业", seen)],
        OPEN,
        count=0,
        flags=["date-missing"],
        note="no year anywhere in the list",
    )
    yield case(
        "wx-list-no-year-18",
        lambda r: overlapping(r, posts(r, 18, 2024), lambda rows: account_list(r, rows, "山东外事职业大学就业", seen)),
        OPEN_MANY,
        count=0,
        school=SDWS,
        flags=["date-missing"],
        note="18 posts without a year",
    )
    yield case(
        "wx-album-12",
        lambda r: [plain_list(r, posts(r, 12, 2024), "威海职业学院就业指导中心", late, album=True)],
        FEW,
        count=12,
        note="album",
    )
    yield case(
        "wx-messages-18",
        lambda r: [plain_list(r, posts(r, 18, 2024), "北交大威海就业服务", late)],
        FULL,
        count=18,
        school=BJTU,
        note="all messages",
    )
    yield case(
        "wx-messages-slash-7",
        lambda r: [plain_list(r, posts(r, 7, 2024), "山东交通学院威海校区就业", late, style="slash")],
        FEW,
        count=7,
        school=SDJT,
        note="dates 2024/03/05",
    )
    yield case(
        "wx-list-5-of-11",
        lambda r: [account_list(r, mixed(r, 2024, 5, 6), "威职就业", late)],
        FEW,
        count=5,
        note="six posts do not name Weihai",
    )
    yield case(
        "wx-list-14-and-4",
        lambda r: [account_list(r, mixed(r, 2024, 14, 4), "威职就业", late)],
        FEW_MANY,
        count=14,
        flags=["judgement-required"],
        note="14 surely, four more in high",
    )
    yield case(
        "wx-list-general-9",
        lambda r: [plain_list(r, posts(r, 9, 2024, GENERAL), "威海海洋职业学院就业创业", late)],
        OPEN,
        count=0,
        school=HY,
        flags=["judgement-required"],
        note="no post names Weihai; the account's name does not count",
    )
    yield case(
        "wx-list-campus-life",
        lambda r: [account_list(r, posts(r, 8, 2024, OTHER), "威海职业学院", late)],
        NONE,
        note="nothing of employment",
    )
    yield case(
        "wx-list-3-among-life",
        lambda r: [account_list(r, mixed(r, 2024, 3, 0, 6), "威海职业学院", late)],
        FEW,
        count=3,
        note="three of nine",
    )
    yield case(
        "wx-list-own-name-only",
        lambda r: [
            plain_list(
                r,
                [
                    Post(f"威海职业学院2024届{word}专业毕业生双选会公告", day.day)
                    for word, day in zip(("护理", "机电", "软件", "酒店管理"), posts(r, 4, 2024), strict=True)
                ],
                "威职就业",
                late,
            )
        ],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="Weihai stands only in the school's name",
    )
    yield case(
        "wx-cards-7",
        lambda r: [chat_cards(r, groups(posts(r, 7, 2024), 3), "威海职业学院", late)],
        FEW,
        count=7,
        note="cards in a chat with the service account",
    )
    yield case(
        "wx-cards-18",
        lambda r: [
            chat_cards(r, groups(rows[at : at + 9], 3), "山东大学威海就业", late)
            for rows in [posts(r, 18, 2024)]
            for at in (0, 9)
        ],
        FULL,
        count=18,
        school=SDU,
        note="18 in six cards on two screens",
    )
    yield case(
        "wx-backend-10",
        lambda r: [backend(r, posts(r, 10, 2024), "山东外事职业大学招生就业处")],
        FEW,
        count=10,
        school=SDWS,
        note="发表记录",
    )
    yield case(
        "wx-backend-17",
        lambda r: [backend(r, posts(r, 17, 2024), "哈工大威海就业指导中心")],
        FULL,
        count=17,
        school=HIT,
        note="发表记录, 17",
    )
    yield case(
        "wx-backend-deleted",
        lambda r: [
            backend(
                r,
                [
                    Post(p.title, p.day, mark="已删除" if at in (2, 7) else "")
                    for at, p in enumerate(posts(r, 16, 2024))
                ],
                "威职就业",
            )
        ],
        FEW,
        count=14,
        note="two of sixteen deleted",
    )
    yield case(
        "wx-search-mixed",
        lambda r: [
            search_page(
                r,
                [
                    (p, account)
                    for p, account in zip(
                        posts(r, 7, 2024),
                        ("威职就业", "威海人社", "威职就业", "威海就业", "威海人社", "威职就业", "威海日报"),
                        strict=True,
                    )
                ],
                "威海 就业 政策",
            )
        ],
        FEW,
        count=3,
        note="three of the school's account, the others in high",
    )
    yield case(
        "wx-search-others",
        lambda r: [
            search_page(
                r,
                [
                    (p, account)
                    for p, account in zip(
                        posts(r, 5, 2024), ("威海人社", "威海人社", "威海就业", "荣成人社", "威海发布"), strict=True
                    )
                ],
                "毕业生补贴",
            )
        ],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="no account of the school",
    )


def articles() -> Iterator[Case]:
    yield case(
        "wx-article-and-rest",
        lambda r: [article(r, one(r), "威职就业", form="old"), rest(r, "威职就业")],
        FEW,
        count=1,
        note="first and second screen of one article",
    )
    yield case(
        "wx-article-three-screens",
        lambda r: [article(r, one(r), "山大威海就业"), rest(r, "山大威海就业", card=False), rest(r, "山大威海就业")],
        FEW,
        count=1,
        school=SDU,
        note="long article, three screens",
    )
    yield case(
        "wx-article-new-x3",
        lambda r: [article(r, p, "哈工大（威海）就业", foot=FOOTS[0]) for p in posts(r, 3, 2024)],
        FEW,
        count=3,
        school=HIT,
        note="three articles",
    )
    yield case(
        "wx-article-footer-2026",
        lambda r: [article(r, one(r), "威海海洋职业学院就业", form="late", foot=FOOTS[1])],
        FEW,
        count=1,
        school=HY,
        note="footer 划线/推荐/听全文",
    )
    yield case(
        "wx-article-dark",
        lambda r: [article(r, p, "威职就业", form="late", dark=True, foot=FOOTS[0]) for p in posts(r, 2, 2024)],
        FEW,
        count=2,
        note="dark",
    )
    yield case(
        "wx-article-tablet",
        lambda r: [article(r, one(r), "北京交通大学（威海）就业", w=820, h=1100, size=21, foot=FOOTS[2])],
        FEW,
        count=1,
        school=BJTU,
        note="tablet",
    )
    yield case(
        "wx-article-windows",
        lambda r: [article(r, p, "山东药品食品职业学院就业", form="pc-win", w=1100, h=760) for p in posts(r, 2, 2024)],
        FEW,
        count=2,
        school=YS,
        note="opened on Windows",
    )
    yield case(
        "wx-article-mac",
        lambda r: [article(r, one(r), "哈尔滨理工大学荣成校区就业", form="pc-mac", w=980, h=720)],
        FEW,
        count=1,
        school=HUST,
        note="opened on a Mac",
    )
    yield case(
        "wx-article-repost",
        lambda r: [article(r, one(r), "威职就业", form="old", source="威海人社")],
        FEW,
        count=1,
        note="reposts count",
    )
    yield case(
        "wx-article-card-inside",
        lambda r: [article(r, one(r), "威海职业学院就业指导中心", card="威海人社", body=BODY_SHORT)],
        FEW,
        count=1,
        note="another account's card in the text; the article is the school's",
    )
    yield case(
        "wx-article-picture-message",
        lambda r: [picture_post(r, p, "山东外事职业大学就业") for p in posts(r, 2, 2024)],
        FEW,
        count=2,
        school=SDWS,
        note="图片消息",
    )
    yield case(
        "wx-article-body-names-weihai",
        lambda r: [article(r, Post("就业政策小课堂（第五讲）", date(2024, 5, 21)), "威职就业", foot=FOOTS[0])],
        FEW,
        count=1,
        note="only the text names Weihai",
    )
    yield case(
        "wx-article-preview",
        lambda r: [
            article(
                r,
                one(r),
                "威职就业",
                above="<div style='background:#fff7e6;color:#b26a00;padding:9px 18px;font-size:14px'>预览　此为临时链接，仅用于预览，将在短期内失效</div>",
            )
        ],
        NONE,
        note="a draft",
    )
    yield case(
        "wx-article-preview-and-real",
        lambda r: [
            article(
                r,
                a,
                "威职就业",
                above="<div style='background:#fff7e6;color:#b26a00;padding:9px 18px;font-size:14px'>预览　该文章尚未发布</div>",
            )
            if at
            else article(r, a, "威职就业")
            for at, a in enumerate(posts(r, 2, 2024))
        ],
        FEW,
        count=1,
        note="one published, one draft",
    )
    yield case("wx-deleted", lambda r: [notice_page(r, ("该内容已被发布者删除",))], NONE, note="deleted")
    yield case(
        "wx-article-2023",
        lambda r: [article(r, one(r, 2023), "威职就业", form="old")],
        NONE,
        flags=["date-outside-period"],
        note="of 2023",
    )
    yield case(
        "wx-article-2025",
        lambda r: [article(r, one(r, 2025), "山大威海就业", form="late", foot=FOOTS[1])],
        NONE,
        school=SDU,
        flags=["date-outside-period"],
        note="of 2025",
    )
    yield case(
        "wx-article-bureau",
        lambda r: [article(r, one(r), "威海人社", foot=FOOTS[2])],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="the bureau's account",
    )
    yield case(
        "wx-article-yantai-school",
        lambda r: [article(r, one(r), "鲁东大学就业")],
        NONE,
        note="a school that the rules do not list",
        alt=[OPEN],
    )
    yield case(
        "wx-article-neighbour-school",
        lambda r: [article(r, p, "山大威海就业") for p in posts(r, 2, 2024)],
        NONE,
        flags=["school-mismatch"],
        note="another listed school's account",
    )
    yield case(
        "wx-article-general",
        lambda r: [article(r, one(r, bank=GENERAL), "威职就业", body=GENERAL_BODY)],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="does not name Weihai",
    )
    yield case(
        "wx-article-street",
        lambda r: [
            article(
                r, Post("招聘｜青岛市北区威海路街道社区工作者岗位", date(2024, 6, 5)), "威职就业", body=GENERAL_BODY
            )
        ],
        OPEN,
        count=0,
        flags=["judgement-required"],
        note="威海路 is a street",
    )
    yield case(
        "wx-article-hidden-year",
        lambda r: [
            article(r, Post("毕业生留威租房补贴怎么领？看这里", date(2024, 6, 12)), "威职就业", when="6月12日 17:30")
        ],
        OPEN,
        count=0,
        flags=["date-missing"],
        note="date without a year",
    )
    yield case(
        "wx-same-3-days",
        lambda r: [article(r, p.at(p.day + timedelta(days=shift)), "威职就业") for p in [one(r)] for shift in (0, 3)],
        FEW,
        count=1,
        note="same title within seven days",
    )
    yield case(
        "wx-same-40-days",
        lambda r: [
            article(r, p.at(p.day + timedelta(days=shift)), "威职就业")
            for p in [posts(r, 1, 2024, last=8)[0]]
            for shift in (0, 40)
        ],
        FEW,
        count=2,
        note="same title further apart",
    )
    yield case(
        "wx-article-in-list",
        lambda r: [
            s
            for rows in [posts(r, 5, 2024)]
            for s in (article(r, rows[2], "威职就业"), account_list(r, rows, "威职就业", date(2025, 1, 9)))
        ],
        FEW,
        count=5,
        flags=["duplicate-post"],
        note="an article that also stands in the list",
    )


BODY_SHORT = ("威海市2024年高校毕业生补贴开始受理，符合条件的同学可在线申请。", "更多信息请关注：")


def other_things() -> Iterator[Case]:
    def pasted(folder: Path, press: Press) -> None:
        rng = Random("wx-word-6")
        document = Document()
        document.add_heading("微信公众号推送情况", 1)
        for at, post in enumerate(posts(rng, 6, 2024), 1):
            held = io.BytesIO()
            look(press, article(rng, post, "威职就业", form=("old", "new", "late")[at % 3])).save(held, "PNG")
            document.add_picture(held, width=Cm(7))
            document.add_paragraph(f"图{at} 公众号推送截图")
        document.save(str(folder / "3.1微信推送.docx"))

    def printed(folder: Path, press: Press) -> None:
        rng = Random("wx-scan-2")
        pages = []
        for post in posts(rng, 2, 2024):
            sheet = look(press, article(rng, post, "山大威海就业", form="old")).convert("RGB")
            paper = press.picture("<body style='background:#fff'>", 794, 1123, 2.2)
            paper.paste(sheet.resize((int(sheet.width * 1.35), int(sheet.height * 1.35))), (350, 90))
            pages.append(scanned(paper, rng))
        save_scan(pages, folder / "微信推送.pdf", 2.2)

    def typed(folder: Path, press: Press) -> None:
        rng = Random("wx-typed")
        document = Document()
        document.add_heading("2024年微信公众号推送清单（威职就业）", 1)
        table = document.add_table(1, 3)
        for cell, head in zip(table.rows[0].cells, ("序号", "推送标题", "推送日期"), strict=True):
            cell.text = head
        for at, post in enumerate(posts(rng, 9, 2024), 1):
            for cell, text in zip(table.add_row().cells, (str(at), post.title, f"{post.day:%Y-%m-%d}"), strict=True):
                cell.text = text
        document.save(str(folder / "3.1 微信推送清单.docx"))

    yield Case("wx-word-6", "3.1", pasted, {"3.1": FEW}, facts=facts(6), note="six screens pasted into Word")
    yield Case(
        "wx-scan-2", "3.1", printed, {"3.1": FEW}, facts=facts(2), school=SDU, note="two screens printed and scanned"
    )
    yield Case(
        "wx-typed",
        "3.1",
        typed,
        {"3.1": OPEN},
        facts=facts(0),
        want_flags=[("3.1", "content-unconfirmed")],
        note="a typed list only",
    )

    card = f"<div style='width:215px'><div style='font-size:15px'>留威补贴申领指南</div><div style='color:#999;font-size:12px'>材料清单.pdf　1.2M　{'微信'}</div></div>"
    yield case(
        "wx-chat-subsidy",
        lambda r: [
            chat(
                r,
                "2024届毕业生就业群(186)",
                [
                    ("", "2024年6月3日 上午10:21"),
                    ("辅导员李老师", "威海市青年人才生活补贴可以申请了，符合条件的抓紧"),
                    ("张同学", "老师需要社保吗"),
                    ("辅导员李老师", card),
                    ("我", "收到，谢谢老师"),
                ],
            )
        ],
        NONE,
        note="a group chat is no post of an account",
        alt=[OPEN],
    )
    yield case("wx-moments", lambda r: [moments(r)], NONE, note="朋友圈 is no post of an account", alt=[OPEN])
    yield case("wx-channel", lambda r: [channel(r)], NONE, note="视频号 is no post of the account", alt=[OPEN])


def moments(rng: Random) -> Screen:
    text = "".join(
        f"<div style='display:flex;gap:12px;padding:14px 16px;border-bottom:1px solid #eee'>{thumb(rng, 42, 42)}<div><b style='color:#576b95'>{who}</b><div>{words}</div><div style='color:#999;font-size:13px;margin-top:6px'>2024年5月{day}日 18:0{day % 10}</div></div></div>"
        for who, words, day in (
            ("就业办小刘", "威海市补贴政策出来了，大家转起来", 21),
            ("王同学", "投简历中，求内推", 20),
        )
    )
    return (
        f"<body style='margin:0;background:#fff;font:16px/1.6 {SANS};height:844px'>{bar(rng)}{thumb(rng, 390, 220, 0)}{text}</body>",
        390,
        844,
        2,
    )


def channel(rng: Random) -> Screen:
    tiles = "".join(
        f"<div style='position:relative;display:inline-block;margin:2px'>{thumb(rng, 124, 165, 0)}<span style='position:absolute;left:6px;bottom:10px;color:#fff;font-size:13px'>♡ {rng.randint(20, 900)}</span></div>"
        for _ in range(9)
    )
    return (
        f"<body style='margin:0;background:#fff;font:16px/1.6 {SANS};height:844px'>{bar(rng)}<div style='padding:14px 18px'><b style='font-size:20px'>威海职业学院</b><div style='color:#888;font-size:14px'>视频号 · 关注 3.1万　校园生活、就业服务</div></div><div style='padding:0 6px'><b>视频 128</b>　直播回放 12</div>{tiles}</body>",
        390,
        844,
        2,
    )
