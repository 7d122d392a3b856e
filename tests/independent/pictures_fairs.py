# ruff: noqa: E501
"""4.4 and 4.5 by photos and screens of fairs, 1.3 by photos of the place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import Workbook
from PIL import Image

from tests.independent.case import Case
from tests.independent.pictures_photos import (
    FIRMS,
    STAMPS,
    Draw,
    collage,
    days,
    hall,
    photo_case,
    save,
    shot,
    split,
    square,
    stage,
    stamp,
    table,
)
from tests.independent.pictures_posters import FAIR, on_wall
from tests.independent.pictures_screens import (
    FOOTS,
    GENERAL_BODY,
    Post,
    Screen,
    article,
    chat,
    chinese,
    put,
    site_article,
)
from tests.independent.press import Press, photographed, save_scan, scanned

WH, HIT, SDU, BJTU = "威海职业学院", "哈尔滨工业大学（威海）", "山东大学（威海）", "北京交通大学（威海）"
HY, YS, SDWS, HUST = "威海海洋职业学院", "山东药品食品职业学院", "山东外事职业大学", "哈尔滨理工大学荣成校区"
SCHOOLS = (WH, HIT, SDU, HY, YS, SDWS, BJTU, HUST)
FEW, FIVE, MANY, NONE, OPEN = (5, 5, 5), (5, 5, 8), (8, 8, 8), (0, 0, 0), (0, 0, 5)
P44 = ("4.4举办校园招聘会", "四、活动/校园招聘会", "4.4", "", "招聘会现场照片")
P45 = ("4.5公共服务机构招聘会", "四、活动/组织参加招聘会", "4.5", "4.5参加招聘会")
P13 = ("1.3招聘会场地", "一、基础管理/活动场地", "1.3", "1.3活动场地照片")

WHOM = ("", "护理类", "船舶海工类", "机电类", "医药健康类", "师范类", "海洋食品类", "电子信息类", "旅游酒店类")
HEADS = (
    "校园招聘会",
    "校园双选会",
    "供需见面会",
    "毕业生就业双向选择洽谈会",
    "大型校园招聘会",
    "专场招聘会",
    "就业双选会",
)


def fair(rng: Random, school: str, day: date) -> str:
    """A fair's name: whose, for whom, when, what."""
    grade = day.year + (day.month >= 8)
    season = "春季" if day.month < 7 else "夏季" if day.month < 9 else "秋季" if day.month < 11 else "冬季"
    whom, head = rng.choice(WHOM), rng.choice(HEADS)
    if whom:
        head = "专场招聘会" if rng.random() < 0.7 else "校园双选会"
    who = school if rng.random() < 0.7 else ""
    when = rng.choice(
        (f"{grade}届毕业生{season}", f"{grade}届毕业生", f"{day.year}年{season}", f"{grade}届高校毕业生{season}")
    )
    return f"{who}{when}{whom}{head}"


def scene(rng: Random, words: str, kind: str = "", extra: str = "") -> str:
    """The name on a banner in a hall, over a square, on an arch or on a screen, in one line or broken over two."""
    kind = kind or rng.choice(("hall", "hall", "square", "arch", "screen"))
    lines = split(words, 2 if len(words) > 18 or rng.random() < 0.4 else 1)
    if kind == "hall":
        return hall(rng, lines, extra=extra)
    if kind == "screen":
        return stage(rng, split(words, 2), [extra] if extra else (), rows=3)
    return square(rng, [*lines, extra] if extra else lines, arch=kind == "arch")


def taken(words: str, kind: str = "", extra: str = "") -> Draw:
    return lambda press, rng: shot(press, scene(rng, words, kind, extra), rng)


def own(
    seed: str, count: int, school: str = WH, year: int = 2024, kinds: Sequence[str] = ("",)
) -> tuple[list[Draw], list[date], list[str]]:
    """So many fairs of the school with different names: photos, days, names."""
    rng = Random(seed)
    dated = days(rng, count, year)
    titles: list[str] = []
    for day in dated:
        title = fair(rng, school, day)
        while title in titles:
            title = fair(rng, school, day)
        titles.append(title)
    return [taken(title, kinds[at % len(kinds)]) for at, title in enumerate(titles)], dated, titles


def cases() -> Iterator[Case]:
    yield from campus()
    yield from campus_doubts()
    yield from public()
    yield from public_papers()
    yield from venues()


def campus() -> Iterator[Case]:
    make = partial(photo_case, cell="4.4", folders=P44)
    kinds = ("hall", "square", "arch", "screen", "hall", "square", "arch", "hall")
    for at, how in enumerate(STAMPS):
        draws, dated, _ = own(f"fair-one-{how}", 1, SCHOOLS[at], kinds=(kinds[at],))
        yield make(
            f"fair-one-{how}",
            draws=draws,
            points=FEW,
            when=dated,
            how=how,
            place=("体育馆", "学生活动中心", "", "威海市")[at % 4],
            school=SCHOOLS[at],
            facts={"fairs": 1},
            note="one fair, dated by the camera app",
        )
    for name, count, how, points, school in (
        ("fair-2-exif", 2, "exif", FEW, WH), ("fair-3-slash", 3, "slash", FEW, SDU), ("fair-4-card", 4, "card", FEW, HY), ("fair-5-plain", 5, "plain", FIVE, WH), ("fair-5-exif", 5, "exif", FIVE, HIT),
        ("fair-6-day", 6, "day", MANY, WH), ("fair-7-exif", 7, "exif", MANY, YS), ("fair-6-short", 6, "short", MANY, SDWS),
    ):  # fmt: skip
        draws, dated, _ = own(name, count, school)
        flags = ["rule-ambiguous"] if count == 5 else []
        yield make(
            name,
            draws=draws,
            points=points,
            when=dated,
            how=how,
            school=school,
            facts={"fairs": count},
            flags=flags,
            note=f"{count} fairs on {count} days",
        )
    for name, count, how, points, school in (
        ("fair-word-3", 3, "word", FEW, WH),
        ("fair-word-6", 6, "word", MANY, BJTU),
        ("fair-grid-4", 4, "grid", FEW, HUST),
        ("fair-grid-6", 6, "grid", MANY, WH),
        ("fair-page-2", 2, "page", FEW, SDU),
    ):
        draws, dated, titles = own(name, count, school)
        captions = [
            f"图{at} {chinese(day)} {title}现场" if count != 4 else f"{title}（{day:%Y.%m.%d}）"
            for at, (day, title) in enumerate(zip(dated, titles, strict=True), 1)
        ]
        yield make(
            name,
            draws=draws,
            points=points,
            how=how,
            title="校园招聘会现场照片",
            captions=captions,
            school=school,
            facts={"fairs": count},
            note=f"{count} fairs with dated captions",
        )
    draws, dated, _ = own("fair-2023", 1, year=2023)
    yield make(
        "fair-2023",
        draws=draws,
        points=NONE,
        when=dated,
        how="plain",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "fair-2023-assessed",
        draws=draws,
        points=FEW,
        when=dated,
        how="lunar",
        year=2023,
        facts={"fairs": 1},
        note="the assessed year is 2023",
    )
    yield make(
        "fair-class-2024-in-2023",
        draws=[taken("威海职业学院2024届毕业生秋季校园双选会", "hall")],
        points=NONE,
        when=[date(2023, 11, 9)],
        how="slash",
        flags=["date-outside-period"],
        note="for the class of 2024, held in 2023",
    )
    yield make(
        "fair-class-2025-in-2024",
        draws=[taken("威海职业学院2025届毕业生秋季校园双选会", "arch")],
        points=FEW,
        when=[date(2024, 11, 5)],
        how="short",
        facts={"fairs": 1},
        note="for the class of 2025, held in 2024",
    )


def campus_doubts() -> Iterator[Case]:
    make = partial(photo_case, cell="4.4", folders=P44)
    name = "2024届毕业生春季校园招聘会"
    yield make(
        "fair-two-angles",
        draws=[taken(name, "hall"), taken(name, "hall")],
        points=FEW,
        when=[date(2024, 4, 18)] * 2,
        how="plain",
        facts={"fairs": 1},
        note="two photos of one fair",
    )
    yield make(
        "fair-two-days",
        draws=[taken("2025届毕业生冬季校园双选会", "hall"), taken("2025届毕业生冬季校园双选会", "square")],
        points=FEW,
        when=[date(2024, 12, 5), date(2024, 12, 6)],
        how="exif",
        facts={"fairs": 1},
        note="same name on consecutive days",
    )
    draws, dated, _ = own("fair-6-photos-5-fairs", 5)
    yield make(
        "fair-6-photos-5-fairs",
        draws=[*draws, draws[0]],
        points=FIVE,
        when=[*dated, dated[0]],
        how="card",
        facts={"fairs": 5},
        note="six photos of five fairs",
    )
    yield make(
        "fair-one-day-two-names",
        draws=[taken("2024届毕业生供需见面会", "hall"), taken("海洋食品类专场招聘会", "square")],
        points=FEW,
        when=[date(2024, 5, 16)] * 2,
        how="day",
        facts={"fairs": 1},
        flags=["judgement-required"],
        note="one date, two names",
    )
    yield make(
        "fair-undated",
        draws=[taken(f"威海职业学院{name}", "hall")],
        points=OPEN,
        how="none",
        flags=["date-missing"],
        note="2024届 is a class, no date",
    )
    yield make(
        "fair-banner-year",
        draws=[taken("威海职业学院2024年春季校园招聘会", "hall")],
        points=FEW,
        how="none",
        alt=[OPEN],
        note="the banner gives the year",
    )
    yield make(
        "fair-talk",
        draws=[taken("威海迪川电子2025届校园宣讲会", "screen")],
        points=OPEN,
        when=[date(2024, 10, 23)],
        how="plain",
        note="宣讲会 in high",
    )
    yield make(
        "fair-poster",
        draws=[partial(on_wall, "brick", FAIR)],
        points=NONE,
        when=[date(2024, 4, 11)],
        how="plain",
        more={"3.3": (20, 20, 20)},
        alt=[OPEN],
        note="a poster of a fair shows none; whether it raises high is left open",
    )
    yield make(
        "fair-sports",
        draws=[taken("威海职业学院第二十一届田径运动会", "square")],
        points=NONE,
        when=[date(2024, 10, 18)],
        how="plain",
        note="sports meeting",
    )
    yield make(
        "fair-clubs",
        draws=[taken("2024年学生社团招新", "arch")],
        points=NONE,
        when=[date(2024, 9, 21)],
        how="slash",
        note="clubs",
    )
    yield make(
        "fair-enrolment",
        draws=[taken("2024年普通高考招生咨询会", "square")],
        points=NONE,
        when=[date(2024, 6, 25)],
        how="exif",
        note="enrolment",
    )
    yield make(
        "fair-other-school",
        draws=[taken("山东大学（威海）2024届毕业生春季双选会", "hall")],
        points=NONE,
        when=[date(2024, 3, 29)],
        how="plain",
        flags=["school-mismatch"],
        note="another school's fair",
    )
    yield make(
        "fair-no-text",
        draws=[taken("　", "hall")],
        points=OPEN,
        when=[date(2024, 4, 25)],
        how="none",
        alt=[NONE, (0, 0, 8)],
        note="no name, no date; a photo without telling text opens a cell to its full points",
    )
    yield make(
        "fair-collage",
        draws=[
            lambda press, rng: collage(
                [
                    shot(press, scene(rng, "2024届毕业生机电类专场招聘会", kind), rng)
                    for kind in ("hall", "square", "hall", "arch")
                ],
                "2024年5月23日招聘会现场",
            )
        ],
        points=FEW,
        how="none",
        facts={"fairs": 1},
        note="four photos of one fair under a dated title",
    )

    def ledger(folder: Path, press: Press) -> None:
        rng = Random("fair-ledger")
        title = "2024届毕业生医药健康类专场招聘会"
        save(shot(press, scene(rng, title, "hall"), rng), folder / "4.4" / "现场1.jpg")
        book = Workbook()
        grid = book.active
        grid.append(["招聘会工作台账"])
        grid.append(["序号", "日期", "活动名称", "地点", "参会企业数", "负责人"])
        grid.append([1, "2024-05-30", title, "体育馆", 62, "林涛"])
        book.save(folder / "招聘会台账.xlsx")

    def post(folder: Path, press: Press) -> None:
        rng = Random("fair-post")
        put(
            press,
            folder / "4.4招聘会" / "推送.png",
            article(
                rng,
                Post("我校举办2024届毕业生春季校园招聘会", date(2024, 4, 19)),
                "威职就业",
                body=("4月18日，我校在体育馆举办2024届毕业生春季校园招聘会，152家企业到场。", *GENERAL_BODY[3:]),
            ),
        )

    yield Case(
        "fair-ledger",
        "4.4",
        ledger,
        {"4.4": FEW},
        facts={"4.4": {"fairs": 1}},
        note="a ledger dates the photo by the same name",
    )
    yield Case("fair-post", "4.4", post, {"4.4": OPEN}, note="a post raises only high")


PUBLIC = (
    ("威海市2024年高校毕业生春季人才招聘会", "主办：威海市人力资源和社会保障局"), ("环翠区“春风行动”专场招聘会", "环翠区人力资源和社会保障局"), ("荣成市2024年夏季人才交流招聘会", "荣成市公共就业和人才服务中心"),
    ("文登区民营企业招聘月现场招聘会", "主办：文登区人社局"), ("百日千万招聘专项行动威海站招聘会", "威海市公共就业和人才服务中心"), ("大中城市联合招聘高校毕业生秋季专场", "威海市人力资源和社会保障局"),
    ("金秋招聘月高校毕业生招聘会", "乳山市人力资源和社会保障局"), ("公共就业服务进校园专场招聘会", "威海市公共就业和人才服务中心"),
)  # fmt: skip
YES, MAYBE = (8, 8, 8), (0, 0, 8)
NOTICE_BODY = (
    "各学院：为做好毕业生就业工作，威海市人力资源和社会保障局定于{day}在威海国际展览中心举办{fair}。", "请各学院组织有意向的毕业生按时参加，准备好个人简历和就业推荐表。", "集合时间：当日上午8:00，集合地点：图书馆前广场，学校统一安排车辆。",
)  # fmt: skip
NOTICES = (
    "威海市2024年高校毕业生春季招聘会",
    "威海市民营企业招聘月专场招聘会",
    "大中城市联合招聘威海秋季招聘会",
    "“职等你来”高校毕业生专场招聘会",
)


def public() -> Iterator[Case]:
    make = partial(photo_case, cell="4.5", folders=P45)
    kinds = ("hall", "square", "screen", "hall", "arch", "screen", "square", "hall")
    for at, ((title, host), how) in enumerate(zip(PUBLIC, STAMPS, strict=True)):
        yield make(
            f"public-{how}",
            draws=[taken(title, kinds[at], host) if kinds[at] != "hall" else _hall(title, host)],
            points=YES,
            when=[date(2024, 3 + at, 8 + at)],
            how=how,
            place=("威海国际展览中心", "市民广场", "", "荣成市")[at % 4],
            school=SCHOOLS[at],
            note="a public agency's fair, dated by the camera app",
        )
    yield make("public-exif", draws=[_hall(*PUBLIC[0])], points=YES, when=[date(2024, 3, 16)], how="exif", note="EXIF")
    yield make(
        "public-word",
        draws=[_hall(*PUBLIC[4]), taken(PUBLIC[3][0], "square", PUBLIC[3][1])],
        points=YES,
        how="word",
        title="组织学生参加公共服务机构招聘会",
        captions=["2024年7月6日组织毕业生参加百日千万招聘专项行动招聘会", "2024年11月2日参加文登区人社局招聘会"],
        note="captions",
    )
    yield make(
        "public-page",
        draws=[_hall(*PUBLIC[2])],
        points=YES,
        how="page",
        title="参加荣成市公共就业服务机构招聘会",
        captions=["2024年6月15日，我校毕业生参加荣成市人才招聘会"],
        school=HUST,
        note="scanned page",
    )
    yield make(
        "public-undated",
        draws=[_hall("高校毕业生人才招聘会", "威海市人力资源和社会保障局")],
        points=MAYBE,
        how="none",
        flags=["date-missing"],
        note="no date",
    )
    yield make(
        "public-2023",
        draws=[_hall("威海市高校毕业生秋季招聘会", "主办：威海市人力资源和社会保障局")],
        points=NONE,
        when=[date(2023, 10, 21)],
        how="plain",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "public-2025",
        draws=[taken("环翠区“春风行动”专场招聘会", "square", "环翠区人力资源和社会保障局")],
        points=NONE,
        when=[date(2025, 2, 15)],
        how="slash",
        flags=["date-outside-period"],
        note="of the year after",
    )
    yield make(
        "public-2023-assessed",
        draws=[_hall("威海市高校毕业生秋季招聘会", "主办：威海市人力资源和社会保障局")],
        points=YES,
        when=[date(2023, 10, 21)],
        how="chinese",
        year=2023,
        note="the assessed year is 2023",
    )
    yield make(
        "public-commercial",
        draws=[taken("卓聘人才网2024城市巡回招聘会", "hall", "卓聘人才网络有限公司")],
        points=NONE,
        when=[date(2024, 4, 13)],
        how="plain",
        note="a commercial portal's fair",
        alt=[MAYBE],
    )
    yield make(
        "public-own",
        draws=[taken("威海职业学院2024届毕业生春季校园招聘会", "hall")],
        points=NONE,
        when=[date(2024, 4, 18)],
        how="plain",
        more={"4.4": FEW},
        note="the school's own fair",
    )
    yield make(
        "public-sports",
        draws=[taken("威海市第三届大学生篮球联赛", "square")],
        points=NONE,
        when=[date(2024, 10, 12)],
        how="slash",
        note="sports",
    )
    yield make(
        "public-party",
        draws=[taken("机电工程系党总支党员大会", "screen")],
        points=NONE,
        when=[date(2024, 6, 28)],
        how="day",
        note="party meeting",
    )
    yield make(
        "public-training",
        draws=[taken("2024年教师信息化能力培训班", "screen")],
        points=NONE,
        when=[date(2024, 7, 9)],
        how="exif",
        note="training of teachers",
    )


def _hall(title: str, host: str) -> Draw:
    return lambda press, rng: shot(press, hall(rng, [title, host]), rng)


def notice(fair_name: str, day: date, issued: date, school: str) -> str:
    text = "".join(
        f"<p style='text-indent:2em;margin:10px 0'>{part.format(day=chinese(day), fair=fair_name)}</p>"
        for part in NOTICE_BODY
    )
    return f"<body style='margin:90px 95px;font:19px/1.9 Noto Serif CJK SC,WenQuanYi Micro Hei,serif'><h1 style='font-size:26px;text-align:center;margin:0 0 30px'>关于组织毕业生参加{fair_name}的通知</h1>{text}<p style='text-align:right;margin-top:60px'>{school}招生就业处 <span class=seal data-name='{school}招生就业处' data-size=140 style='display:inline-block;width:0;height:0'></span></p><p style='text-align:right'>{chinese(issued)}</p></body>"


def public_papers() -> Iterator[Case]:
    def screens(
        name: str, make: Callable[[Random], Sequence[Screen]], points: tuple[int, int, int], note: str, **more: object
    ) -> Case:
        def write(folder: Path, press: Press) -> None:
            rng = Random(name)
            place = folder / rng.choice(P45)
            for at, screen in enumerate(make(rng), 1):
                put(press, place / f"截图{at}.png", screen)

        return Case(name, "4.5", write, {"4.5": points}, note=note, **more)  # type: ignore[arg-type]

    def told(title: str, day: date) -> list[str]:
        return [part.format(day=chinese(day), fair=title) for part in NOTICE_BODY]

    yield screens(
        "public-wx-notice",
        lambda r: [
            article(
                r,
                Post(f"关于组织参加{NOTICES[0]}的通知", date(2024, 3, 11)),
                "威职就业",
                body=told(NOTICES[0], date(2024, 3, 16)),
            )
        ],
        YES,
        "WeChat notice",
    )
    yield screens(
        "public-wx-dark",
        lambda r: [
            article(
                r,
                Post(f"通知｜{NOTICES[1]}", date(2024, 10, 28)),
                "山大威海就业",
                dark=True,
                form="late",
                foot=FOOTS[1],
                body=told(NOTICES[1], date(2024, 11, 2)),
            )
        ],
        YES,
        "dark WeChat notice",
        school=SDU,
    )
    yield screens(
        "public-web-notice",
        lambda r: [
            site_article(
                r,
                Post(f"关于组织毕业生参加{NOTICES[2]}的通知", date(2024, 9, 20)),
                "威海海洋职业学院就业信息网",
                body=told(NOTICES[2], date(2024, 9, 27)),
            )
        ],
        YES,
        "site notice",
        school=HY,
    )
    yield screens(
        "public-web-mobile",
        lambda r: [
            site_article(
                r,
                Post(f"转发人社局{NOTICES[3]}公告", date(2024, 5, 6)),
                "威海职业学院就业信息网",
                look="mobile",
                body=told(NOTICES[3], date(2024, 5, 11)),
            )
        ],
        YES,
        "mobile site notice",
    )
    yield screens(
        "public-live",
        lambda r: [
            article(
                r,
                Post("直播带岗｜威海市人社局高校毕业生线上招聘会", date(2024, 6, 18)),
                "哈工大（威海）就业",
                body=(
                    "6月20日15:00，威海市人力资源和社会保障局举办高校毕业生线上招聘会，20家企业直播带岗，请同学们组织参加。",
                ),
            )
        ],
        YES,
        "online fair",
        school=HIT,
    )
    yield screens(
        "public-chat",
        lambda r: [
            chat(
                r,
                "2024届护理1班(47)",
                [
                    ("", "2024年3月12日 上午9:15"),
                    (
                        "辅导员王老师",
                        "本周六威海市人社局在国际展览中心举办高校毕业生春季招聘会，请大家积极参加，8点图书馆前乘车",
                    ),
                    ("赵同学", "收到"),
                    ("我", "收到，需要带几份简历？"),
                    ("辅导员王老师", "至少5份"),
                ],
            )
        ],
        YES,
        "a dated call in a class chat",
    )
    yield screens(
        "public-chat-subsidy",
        lambda r: [
            chat(
                r,
                "2024届护理1班(47)",
                [
                    ("", "2024年6月12日 上午9:15"),
                    ("辅导员王老师", "求职补贴本周截止申请"),
                    ("赵同学", "需要什么材料"),
                    ("辅导员王老师", "身份证和银行卡复印件"),
                ],
            )
        ],
        NONE,
        "chat about subsidies",
    )
    yield screens(
        "public-wx-2023",
        lambda r: [
            article(
                r,
                Post("关于组织参加威海市2023年秋季招聘会的通知", date(2023, 10, 12)),
                "威职就业",
                form="old",
                body=told("威海市2023年秋季招聘会", date(2023, 10, 21)),
            )
        ],
        NONE,
        "of the year before",
        want_flags=[("4.5", "date-outside-period")],
    )
    yield screens(
        "public-wx-no-year",
        lambda r: [
            article(
                r,
                Post("关于组织参加威海市人社局秋季招聘会的通知", date(2024, 10, 12)),
                "威职就业",
                when="10月12日 09:20",
                body=("威海市人力资源和社会保障局将举办秋季招聘会，请同学们积极参加。",),
            )
        ],
        MAYBE,
        "date without a year",
        want_flags=[("4.5", "date-missing")],
    )

    def scan(folder: Path, press: Press) -> None:
        rng = Random("public-scan")
        save_scan(
            [scanned(press.picture(notice(NOTICES[0], date(2024, 3, 16), date(2024, 3, 8), WH)), rng)],
            folder / "4.5 通知.pdf",
        )

    def photo(folder: Path, press: Press) -> None:
        rng = Random("public-photo-of-notice")
        photographed(press.picture(notice(NOTICES[2], date(2024, 9, 27), date(2024, 9, 18), YS)), rng).save(
            folder / "IMG_1188.jpg", quality=86
        )

    def pdf(folder: Path, press: Press) -> None:
        press.pdf(
            folder / "关于组织参加招聘会的通知.pdf", notice(NOTICES[3], date(2024, 5, 11), date(2024, 5, 6), SDWS)
        )

    def both(folder: Path, press: Press) -> None:
        rng = Random("public-notice-and-photo")
        document = Document()
        document.add_heading(f"关于组织毕业生参加{NOTICES[1]}的通知", 1)
        for part in NOTICE_BODY:
            document.add_paragraph(part.format(day="2024年11月2日", fair=NOTICES[1]))
        document.add_paragraph(f"{WH}就业指导中心").alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.add_paragraph("2024年10月28日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.save(str(folder / "通知.docx"))
        save(shot(press, hall(rng, [NOTICES[1]]), rng), folder / "现场.jpg")

    yield Case("public-scan", "4.5", scan, {"4.5": YES}, note="scanned notice with a seal")
    yield Case(
        "public-photo-of-notice",
        "4.5",
        photo,
        {"4.5": YES},
        alt={"4.5": [(0, 8, 8)]},
        school=YS,
        note="photo of the notice",
    )
    yield Case("public-pdf", "4.5", pdf, {"4.5": YES}, school=SDWS, note="notice as PDF")
    yield Case("public-notice-and-photo", "4.5", both, {"4.5": YES}, note="notice and an undated photo")


def venues() -> Iterator[Case]:
    make = partial(photo_case, cell="1.3", folders=P13)
    full, maybe = (10, 10, 10), (0, 0, 10)
    kinds = ("hall", "arch", "hall", "square", "hall", "hall", "square", "arch")
    for at, how in enumerate(STAMPS):
        draws, dated, _ = own(f"venue-{how}", 1, SCHOOLS[at], kinds=(kinds[at],))
        yield make(
            f"venue-{how}",
            draws=draws,
            points=full,
            when=dated,
            how=how,
            place=("体育馆", "大学生活动中心", "风雨操场", "")[at % 4],
            school=SCHOOLS[at],
            note="a fair of the school in its place",
        )
    for at, (name, how) in enumerate(
        (
            ("venue-exif-hall", "exif"),
            ("venue-exif-square", "exif"),
            ("venue-two", "plain"),
            ("venue-two-slash", "slash"),
        )
    ):
        draws, dated, _ = own(name, 1 + at // 2, SCHOOLS[at + 1], kinds=("hall", "square"))
        yield make(
            name, draws=draws, points=full, when=dated, how=how, school=SCHOOLS[at + 1], note="a fair of the school"
        )
    for name, how, place in (
        ("venue-word", "word", "体育馆"),
        ("venue-grid", "grid", "中心广场"),
        ("venue-page", "page", "学生活动中心"),
        ("venue-word-sdws", "word", "田径场"),
    ):
        school = SDWS if name.endswith("sdws") else WH
        draws, dated, titles = own(name, 2, school, kinds=("hall", "arch"))
        yield make(
            name,
            draws=draws,
            points=full,
            how=how,
            title="招聘会活动场地",
            captions=[f"{place}举办{title}（{chinese(day)}）" for title, day in zip(titles, dated, strict=True)],
            school=school,
            note="captions name place and fair",
        )
    yield make(
        "venue-collage",
        draws=[
            lambda press, rng: collage(
                [shot(press, scene(rng, "2024届毕业生校园双选会", kind), rng) for kind in ("hall", "square")],
                "2024年4月体育馆招聘会",
            )
        ],
        points=full,
        how="none",
        note="collage",
    )
    yield make(
        "venue-long-banner",
        draws=[taken("北京交通大学（威海）2025届毕业生秋季供需见面会", "hall")],
        points=full,
        when=[date(2024, 10, 30)],
        how="day",
        school=BJTU,
        note="banner over two lines",
    )
    empty = ("　",)
    yield make(
        "venue-empty-hall",
        draws=[lambda press, rng: shot(press, hall(rng, empty, ["　"] * 5), rng)],
        points=maybe,
        how="none",
        note="nothing to read",
    )
    yield make(
        "venue-empty-dated",
        draws=[lambda press, rng: shot(press, hall(rng, empty, ["　"] * 5), rng)],
        points=maybe,
        when=[date(2024, 6, 3)],
        how="plain",
        note="only a stamp",
    )
    yield make(
        "venue-empty-square",
        draws=[taken("　", "square")],
        points=maybe,
        when=[date(2024, 5, 13)],
        how="exif",
        note="a square without text",
    )
    for at, words in enumerate(
        ("第二十届田径运动会", "迎新生文艺晚会", "2024级新生开学典礼", "护理技能大赛", "学生社团招新")
    ):
        yield make(
            f"venue-event-{at}",
            draws=[taken(words, ("square", "screen", "screen", "screen", "arch")[at])],
            points=maybe,
            when=[date(2024, 9 + at % 3, 12 + at)],
            how=STAMPS[at],
            note="a photo of the place, the text names no fair",
            alt=[NONE],
        )
    yield make(
        "venue-elsewhere",
        draws=[_hall("威海市高校毕业生秋季招聘会", "主办：威海市人力资源和社会保障局")],
        points=maybe,
        when=[date(2024, 10, 19)],
        how="plain",
        place="威海国际展览中心",
        alt=[NONE],
        note="the bureau's fair elsewhere",
    )
    yield make(
        "venue-other-school",
        draws=[taken("山东大学（威海）2024届毕业生春季双选会", "hall")],
        points=NONE,
        when=[date(2024, 3, 27)],
        how="day",
        alt=[maybe],
        note="another school's fair",
    )
    yield make(
        "venue-portal",
        draws=[taken("卓聘人才网春季招聘会", "hall", "凯悦酒店三楼")],
        points=maybe,
        when=[date(2024, 3, 23)],
        how="slash",
        alt=[NONE],
        note="a commercial fair in a hotel",
    )

    def text(folder: Path, press: Press) -> None:
        rng = Random("venue-document")
        document = Document()
        document.add_heading("威海职业学院招聘会活动场地说明", 1)
        document.add_paragraph("学校体育馆建筑面积3600平方米，可设展位180个，用于举办2024年校园招聘会。")
        document.save(str(folder / "1.3场地说明.docx"))
        image: Image.Image = shot(press, hall(rng, empty, FIRMS), rng)
        save(stamp(image, "plain", date(2024, 4, 18), rng, "体育馆"), folder / "场地.jpg")

    yield Case("venue-document", "1.3", text, {"1.3": full}, note="a document names the place, the photo shows it")
    yield make(
        "venue-booth-table",
        draws=[
            lambda press, rng: shot(
                press, table(rng, ["校园招聘会签到处"], [], ["威海海洋职业学院2024届毕业生招聘会"]), rng
            )
        ],
        points=full,
        when=[date(2024, 4, 25) + timedelta(days=1)],
        how="card",
        school=HY,
        note="sign-in table of the fair",
    )
