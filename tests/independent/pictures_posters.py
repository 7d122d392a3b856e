# ruff: noqa: E501
"""3.3 by photos of posters and boards, 3.4 by photos of handing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from docx import Document
from PIL import Image

from tests.independent.case import Case
from tests.independent.pictures_photos import (
    KAI,
    SANS,
    SERIF,
    ZEN,
    Draw,
    askew,
    collage,
    hung,
    inline,
    lens,
    lobby,
    photo_case,
    save,
    shot,
    square,
    stage,
    stamp,
    table,
    wall,
)
from tests.independent.pictures_screens import BODY, GENERAL_BODY, Post, Screen, article, bar, look, put
from tests.independent.press import Press, photographed

FULL, OPEN, NONE = (20, 20, 20), (0, 0, 20), (0, 0, 0)
HIT, SDU, HY, YS, SDWS = (
    "哈尔滨工业大学（威海）",
    "山东大学（威海）",
    "威海海洋职业学院",
    "山东药品食品职业学院",
    "山东外事职业大学",
)

Text = tuple[str, Sequence[str], str]
"""a poster's title, lines and foot"""
POLICIES: tuple[Text, ...] = (
    ("留威就业 政策护航", ("青年人才生活补贴：本科每月 800 元", "一次性返乡留威补贴：3000 元", "青年驿站：求职期间免费住 7 天", "人才公寓：租金低于市场价"), "威海市人力资源和社会保障局"),
    ("高校毕业生创业扶持政策", ("一次性创业补贴 1.2 万元", "创业担保贷款最高 30 万元，政府贴息", "创业场所租赁补贴每年 5000 元", "入驻孵化基地前两年免租"), "大学生就业创业服务指导站 宣"),
    ("就业补贴一图读懂", ("求职创业补贴：每人 1000 元", "就业见习补贴：每月 1500 元", "社会保险补贴：最长 3 年", "申请：威海市就业服务平台"), "咨询电话 0631-5190000"),
    ("人才新政 30 条", ("博士生活补贴每月 5000 元", "硕士生活补贴每月 3000 元", "购房补贴最高 30 万元", "配偶就业、子女入学有保障"), "威海市公共就业和人才服务中心"),
    ("来威海 创未来", ("“留威工程”面向在威高校毕业生", "企业吸纳毕业生就业有补助", "灵活就业社保补贴", "见习留用奖励每人 1000 元"), "就业指导中心 印"),
    ("毕业生就业政策明白纸", ("档案免费存放", "落户零门槛：毕业证即可办理", "三年内享受应届生政策", "就业困难毕业生“一对一”帮扶"), "各区市人社服务大厅均可办理"),
)  # fmt: skip
FAIR: Text = (
    "2024届毕业生春季校园招聘会",
    ("促进高校毕业生高质量就业", "时间：2024年4月18日 9:00", "地点：体育馆", "参会企业 160 家，岗位 4200 个"),
    "扫码报名 欢迎参加",
)
CONTEST: Text = (
    "第三届大学生创业大赛火热报名中",
    (
        "创业梦想 从这里起航",
        "报名截止：2024年5月31日",
        "一等奖奖金 5000 元，另有创业补贴",
        "报名地点：创新创业学院 203",
    ),
    "主办：创新创业学院",
)
CLUB: Text = (
    "社团招新 等你来",
    ("吉他社 街舞社 摄影协会", "时间：9月20日 12:00", "地点：食堂门前广场", "热爱音乐的你，快来加入我们"),
    "校团委 社团部",
)
FILM: Text = (
    "周五电影之夜",
    ("放映影片：《追海的人》", "地点：学生活动中心一楼", "时间：周五 19:00", "凭学生证免费入场"),
    "学生会文艺部",
)
SINGER: Text = (
    "第十二届校园歌手大赛",
    ("唱响青春 声动校园", "初赛：10月12日 19:00", "决赛：10月26日 19:00", "报名：大学生活动中心 105"),
    "校学生会",
)
INKS = (
    ("linear-gradient(#b3121a,#e0442f)", "#fff6d8", "#ffd76a"),
    ("linear-gradient(#0d4fa3,#58a8ea)", "#fff", "#ffe27a"),
    ("#fffdf6", "#333", "#b3121a"),
    ("linear-gradient(#0f7a63,#8fd3b0)", "#fff", "#fff6c2"),
    ("linear-gradient(#fdf0d0,#f7c873)", "#5a2a10", "#a51c14"),
)


def poster(rng: Random, text: Text, style: int | None = None, dated: str = "") -> str:
    """A poster of 600 × 850: plain lines, boxes, a table, or numbered circles."""
    title, lines, foot = text
    ground, ink, strong = INKS[rng.randrange(len(INKS)) if style is None else style % len(INKS)]
    form = rng.randrange(4) if style is None else style % 4
    size = min(54, 510 // len(title))
    match form:
        case 0:
            body = "".join(f"<div style='margin:30px 0'>◆ {line}</div>" for line in lines)
        case 1:
            body = "".join(
                f"<div style='background:rgba(255,255,255,.86);color:#12335c;border-radius:14px;padding:22px 20px;margin:20px 0'>{line}</div>"
                for line in lines
            )
        case 2:
            body = (
                "<table style='width:100%;border-collapse:collapse;font:inherit;color:inherit'>"
                + "".join(
                    f"<tr><td style='border:2px solid {strong};padding:22px 14px'>{part}</td></tr>" for part in lines
                )
                + "</table>"
            )
        case _:
            body = "".join(
                f"<div style='display:flex;gap:14px;align-items:center;margin:32px 0'><span style='background:{strong};color:{'#333' if strong > '#c' else '#fff'};border-radius:30px;width:44px;height:44px;text-align:center;line-height:44px;flex:none'>{at}</span><span>{line}</span></div>"
                for at, line in enumerate(lines, 1)
            )
    code = "".join(
        f"<rect x='{x * 6}' y='{y * 6}' width='6' height='6'/>"
        for x in range(17)
        for y in range(17)
        if rng.random() < 0.5
    )
    return (
        f"<body style='margin:0;width:600px;height:850px;box-sizing:border-box;padding:54px 40px 30px;background:{ground};color:{ink};font:500 29px/1.6 {rng.choice((SANS, ZEN, SERIF))};position:relative;overflow:hidden'>"
        f"<div style='font:900 {size}px/1.35 {rng.choice((SANS, ZEN, KAI))};color:{strong};text-align:center;margin-bottom:30px'>{title}</div>{body}"
        f"<div style='position:absolute;left:40px;bottom:44px;font-size:21px'>{foot}<br>{dated}</div><svg style='position:absolute;right:40px;bottom:36px;background:#fff;padding:8px' width=102 height=102>{code}</svg></body>"
    )


def sheet(press: Press, rng: Random, text: Text, style: int | None = None, dated: str = "") -> Image.Image:
    return press.picture(poster(rng, text, style, dated), 600, 850, 1.4)


def on_wall(kind: str, text: Text, press: Press, rng: Random, dated: str = "", much: float = 0.03) -> Image.Image:
    """One poster on a wall, photographed upright from a little aside."""
    ground = wall(rng, kind, 1200, 1600)
    return lens(hung(ground, sheet(press, rng, text, dated=dated), askew(rng, 0.17, 0.11, 0.66, 0.72, much)), rng)


def on_board(kind: str, texts: Sequence[Text], press: Press, rng: Random) -> Image.Image:
    """Posters beside one another on a board or in a showcase."""
    image = wall(rng, kind, 1800, 1200)
    step = 0.94 / len(texts)
    for at, text in enumerate(texts):
        wide = min(step * 0.86, 0.34)
        image = hung(image, sheet(press, rng, text), askew(rng, 0.04 + step * at, 0.13, wide, 0.72, 0.014))
    return lens(image, rng)


def on_desk(text: Text, press: Press, rng: Random) -> Image.Image:
    return photographed(sheet(press, rng, text), rng, width=1300, height=1780)


def stands(texts: Sequence[Text], press: Press, rng: Random) -> Image.Image:
    return shot(press, lobby(rng, [[title, *lines, foot] for title, lines, foot in texts]), rng)


def screen(press: Press, rng: Random, lines: Sequence[str], below: Sequence[str] = ()) -> Image.Image:
    return shot(press, stage(rng, lines, below, bright=True, rows=1), rng)


def blank(press: Press, rng: Random) -> Image.Image:
    """People before a board whose paper nobody could read."""
    return shot(press, stage(rng, ["　"], rows=2, bright=True), rng)


def in_gallery(image: Image.Image, rng: Random) -> Screen:
    """A picture opened on the phone and captured with the phone's own lines."""
    return (
        f"<body style='margin:0;background:#000;color:#fff;font-family:{SANS};height:844px'>{bar(rng, '#fff')}<div style='padding:6px 18px'>‹　1月8日 10:22</div><img src='{inline(image)}' style='width:390px;display:block;margin:40px 0'><div style='display:flex;justify-content:space-around;font-size:13px;position:absolute;bottom:26px;width:390px'><span>发送</span><span>收藏</span><span>编辑</span><span>删除</span></div></body>",
        390,
        844,
        2,
    )


P33 = ("3.3张贴海报", "三、政策宣传/（三）张贴海报", "3.3", "", "海报张贴照片")
P34 = ("3.4印发宣传资料", "三、政策宣传/（四）印发宣传资料", "3.4", "", "宣传资料发放")


def cases() -> Iterator[Case]:
    yield from posters()
    yield from neighbours()
    yield from handing_out()


def posters() -> Iterator[Case]:
    make = partial(photo_case, cell="3.3", folders=P33)
    kinds = ("brick", "paint", "glass", "cork", "door", "tile")
    hows = ("plain", "day", "short", "slash", "chinese", "lunar", "card", "strip")
    schools = ("威海职业学院", HIT, SDU, HY, YS, SDWS, "威海职业学院", "山东交通学院（威海）")
    for at, how in enumerate(hows):
        yield make(
            f"poster-{kinds[at % 6]}-{how}",
            draws=[partial(on_wall, kinds[at % 6], POLICIES[at % 6])],
            points=FULL,
            when=[date(2024, 3 + at, 5 + 2 * at)],
            how=how,
            place=("图书馆一楼", "学生公寓3号楼", "威海市环翠区", "")[at % 4],
            school=schools[at],
            note="policy poster on a wall, dated by the camera app",
        )
    yield make(
        "poster-exif",
        draws=[partial(on_wall, "paint", POLICIES[1])],
        points=FULL,
        when=[date(2024, 5, 17)],
        how="exif",
        note="dated by EXIF alone",
    )
    yield make(
        "poster-askew-exif",
        draws=[partial(on_wall, "tile", POLICIES[2], much=0.06)],
        points=FULL,
        when=[date(2024, 10, 9)],
        how="exif",
        alt=[(0, 20, 20)],
        note="far askew",
    )
    yield make(
        "poster-showcase",
        draws=[partial(on_board, "glass", POLICIES[:3])],
        points=FULL,
        when=[date(2024, 6, 4)],
        how="plain",
        place="教学楼宣传栏",
        note="three posters in a showcase",
    )
    yield make(
        "poster-cork-mixed",
        draws=[partial(on_board, "cork", (CLUB, POLICIES[4], SINGER))],
        points=FULL,
        when=[date(2024, 9, 18)],
        how="short",
        note="one of three is a policy poster",
    )
    yield make(
        "poster-rollups",
        draws=[partial(stands, POLICIES[2:5])],
        points=FULL,
        when=[date(2024, 4, 23)],
        how="slash",
        note="roll-ups in a lobby",
    )
    yield make(
        "poster-led",
        draws=[partial(screen, lines=["高校毕业生就业创业", "补贴政策宣传"], below=["本科生活补贴每月800元"])],
        points=FULL,
        when=[date(2024, 11, 5)],
        how="day",
        note="LED screen with a policy",
        alt=[OPEN],
    )
    yield make(
        "poster-word",
        draws=[partial(on_wall, "brick", POLICIES[0]), partial(on_wall, "glass", POLICIES[3])],
        points=FULL,
        how="word",
        title="张贴海报",
        captions=["2024年4月12日在图书馆前张贴就业政策海报", "2024年10月15日在3号公寓张贴人才政策海报"],
        note="photos in Word with dated captions",
    )
    yield make(
        "poster-word-grid",
        draws=[
            partial(on_wall, kind, text)
            for kind, text in zip(("paint", "tile", "door", "cork"), POLICIES, strict=False)
        ],
        points=FULL,
        how="grid",
        title="政策海报张贴照片",
        captions=[
            f"2024年{month}月{month + 3}日 张贴政策海报（{place}）"
            for month, place in zip((3, 5, 9, 11), ("教学楼", "食堂", "公寓", "实训楼"), strict=True)
        ],
        note="four in a table with captions",
    )
    yield make(
        "poster-collage",
        draws=[
            lambda press, rng: collage(
                [
                    on_wall(kind, text, press, rng)
                    for kind, text in zip(("brick", "paint", "tile", "door"), POLICIES, strict=False)
                ],
                "2024年5月政策海报张贴",
            )
        ],
        points=FULL,
        how="none",
        note="collage whose title gives the month",
    )
    yield make(
        "poster-own-date",
        draws=[partial(on_wall, "brick", POLICIES[5], dated="2024年3月")],
        points=FULL,
        how="none",
        note="no other date: dated by its own",
    )
    yield make(
        "poster-own-2023-taken-2024",
        draws=[partial(on_wall, "paint", POLICIES[0], dated="2023年10月印")],
        points=FULL,
        when=[date(2024, 3, 14)],
        how="plain",
        note="the camera's date wins",
    )
    yield make(
        "poster-own-2024-taken-2023",
        draws=[partial(on_wall, "glass", POLICIES[1], dated="2024年1月起执行")],
        points=NONE,
        when=[date(2023, 12, 12)],
        how="slash",
        flags=["date-outside-period"],
        note="the camera's date wins",
    )
    yield make(
        "poster-undated",
        draws=[partial(on_wall, "tile", POLICIES[2])],
        points=OPEN,
        how="none",
        flags=["date-missing"],
        note="no date",
    )
    yield make(
        "poster-undated-two",
        draws=[partial(on_wall, "brick", POLICIES[3]), partial(stands, POLICIES[:2])],
        points=OPEN,
        how="none",
        flags=["date-missing"],
        school=SDU,
        note="no date on either",
    )
    yield make(
        "poster-exif-2023",
        draws=[partial(on_wall, "paint", POLICIES[4])],
        points=NONE,
        when=[date(2023, 11, 8)],
        how="exif",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "poster-stamp-2025",
        draws=[partial(on_wall, "door", POLICIES[5])],
        points=NONE,
        when=[date(2025, 3, 3)],
        how="chinese",
        flags=["date-outside-period"],
        note="of the year after",
    )
    yield make(
        "poster-year-2023",
        draws=[partial(on_wall, "cork", POLICIES[1])],
        points=FULL,
        when=[date(2023, 5, 9)],
        how="plain",
        year=2023,
        note="the assessed year is 2023",
    )
    yield make(
        "poster-of-contest",
        draws=[partial(on_wall, "brick", CONTEST)],
        points=FULL,
        when=[date(2024, 5, 8)],
        how="plain",
        more={"4.8": NONE},
        others={"4.8": [(0, 0, 8)]},
        note="a poster of a contest is a poster, no contest; whether it raises high is left open",
    )
    yield make(
        "poster-of-fair",
        draws=[partial(on_wall, "glass", FAIR)],
        points=FULL,
        when=[date(2024, 4, 10)],
        how="day",
        more={"4.4": NONE},
        others={"4.4": [(0, 0, 5)]},
        note="a poster of a fair is a poster, no fair; whether it raises high is left open",
    )


def neighbours() -> Iterator[Case]:
    make = partial(photo_case, cell="3.3", folders=P33[:3])
    yield make(
        "poster-club",
        draws=[partial(on_wall, "cork", CLUB)],
        points=NONE,
        when=[date(2024, 9, 20)],
        how="plain",
        note="club",
    )
    yield make(
        "poster-film",
        draws=[partial(on_wall, "glass", FILM)],
        points=NONE,
        when=[date(2024, 10, 11)],
        how="slash",
        note="film",
    )
    yield make(
        "poster-singer",
        draws=[partial(on_wall, "paint", SINGER)],
        points=NONE,
        when=[date(2024, 10, 8)],
        how="exif",
        note="singers",
    )
    yield make(
        "poster-no-text",
        draws=[blank],
        points=OPEN,
        when=[date(2024, 5, 6)],
        how="plain",
        flags=["content-unconfirmed"],
        note="nothing to read but the stamp",
    )

    def design(folder: Path, press: Press) -> None:
        press.pdf(folder / "政策海报.pdf", poster(Random("poster-design-pdf"), POLICIES[0], 1, "2024年3月"))

    def screenshot(folder: Path, press: Press) -> None:
        rng = Random("poster-screenshot")
        put(
            press,
            folder / "3.3张贴海报" / "IMG_0088.png",
            in_gallery(sheet(press, rng, POLICIES[0], dated="2024年3月"), rng),
        )

    def post(folder: Path, press: Press) -> None:
        rng = Random("poster-article")
        put(
            press,
            folder / "3.3" / "海报.png",
            article(rng, Post("威海市高校毕业生就业政策海报来了", date(2024, 4, 2)), "威职就业", body=BODY),
        )

    def two(folder: Path, press: Press) -> None:
        rng = Random("poster-design-and-photo")
        press.pdf(folder / "海报设计稿.pdf", poster(rng, POLICIES[4], 3))
        save(
            stamp(on_wall("brick", POLICIES[4], press, rng), "plain", date(2024, 9, 26), rng, "学生公寓"),
            folder / "张贴.jpg",
        )

    yield Case(
        "poster-design-pdf",
        "3.3",
        design,
        {"3.3": OPEN},
        want_flags=[("3.3", "content-unconfirmed")],
        note="the artwork as a PDF",
    )
    yield Case(
        "poster-screenshot",
        "3.3",
        screenshot,
        {"3.3": NONE},
        alt={"3.3": [OPEN]},
        note="a screenshot of the phone's gallery is no poster",
    )
    yield Case("poster-article", "3.3", post, {"3.3": NONE, "3.1": (25, 25, 25)}, note="a post about posters is a post")
    yield Case("poster-design-and-photo", "3.3", two, {"3.3": FULL}, note="artwork and photo")


def handing_out() -> Iterator[Case]:
    make = partial(photo_case, cell="3.4", folders=P34)

    def desk(cloth: Sequence[str], sides: Sequence[Sequence[str]] = (), above: Sequence[str] = ()) -> Draw:
        return lambda press, rng: shot(press, table(rng, cloth, sides, above), rng)

    setups: tuple[tuple[list[str], list[list[str]], list[str]], ...] = (
        (["就业创业政策宣传"], [["政策手册", "免费领取"]], []), (["政策宣传资料发放处"], [], ["高校毕业生就业政策宣传月"]), (["人才政策进校园"], [["留威政策", "宣传折页"], ["补贴政策", "明白纸"]], []),
        (["就业政策咨询台"], [["宣传材料", "发放点"]], ["毕业生就业创业政策宣传活动"]), (["就业政策手册领取处"], [], []), (["宣传资料 免费领取"], [["创业扶持", "政策手册"]], ["高校毕业生就业创业政策", "集中宣传发放活动"]),
        (["政策折页 请取阅"], [["就业补贴", "政策宣传"]], []), (["留威就业政策宣传"], [], ["“留在威海”就业政策宣传进校园"]),
    )  # fmt: skip
    hows = ("plain", "day", "short", "slash", "chinese", "lunar", "card", "strip")
    schools = ("威海职业学院", HIT, SDU, HY, YS, SDWS, "威海职业学院", "北京交通大学（威海）")
    for at, (how, setup) in enumerate(zip(hows, setups, strict=True)):
        yield make(
            f"leaflet-table-{how}",
            draws=[desk(*setup)],
            points=FULL,
            when=[date(2024, 4 + at, 23 - 2 * at)],
            how=how,
            place=("校园广场", "食堂门前", "", "学生活动中心")[at % 4],
            school=schools[at],
            note="table with material and people",
        )
    yield make(
        "leaflet-square",
        draws=[lambda press, rng: shot(press, square(rng, ["就业政策宣传资料发放活动"], arch=False), rng)],
        points=FULL,
        when=[date(2024, 5, 22)],
        how="plain",
        note="banner over a square",
    )
    yield make(
        "leaflet-exif-desk", draws=[desk(*setups[0])], points=FULL, when=[date(2024, 6, 12)], how="exif", note="EXIF"
    )
    yield make(
        "leaflet-sheets-on-desk",
        draws=[
            partial(on_desk, (title, lines, "请领取 · 宣传材料"))
            for title, lines, _ in (
                ("高校毕业生就业政策宣传手册", POLICIES[0][1], ""),
                ("创业政策宣传折页", POLICIES[1][1], ""),
            )
        ],
        points=FULL,
        when=[date(2024, 9, 10), date(2024, 9, 10)],
        how="exif",
        note="photos of the material",
    )
    yield make(
        "leaflet-word",
        draws=[desk(*setups[1]), desk(*setups[4])],
        points=FULL,
        how="word",
        title="印发宣传资料",
        captions=["2024年4月18日在食堂门前发放就业政策宣传材料", "2024年10月24日学生领取政策手册"],
        note="Word with captions",
    )
    yield make(
        "leaflet-page",
        draws=[desk(*setups[3])],
        points=FULL,
        how="page",
        title="政策宣传资料发放",
        captions=["2024年5月16日，指导站在教学楼前发放政策宣传册"],
        school=SDU,
        note="scanned page with a caption",
    )
    yield make(
        "leaflet-grid",
        draws=[desk(*setup) for setup in setups[4:8]],
        points=FULL,
        how="grid",
        title="宣传资料发放照片",
        captions=[f"2024年{month}月{day}日 发放政策宣传资料" for month, day in ((3, 20), (5, 15), (9, 25), (11, 6))],
        note="four in a table",
    )
    yield make(
        "leaflet-collage",
        draws=[
            lambda press, rng: collage(
                [shot(press, table(rng, *setup), rng) for setup in (setups[0], setups[2])], "2024年4月26日政策宣传发放"
            )
        ],
        points=FULL,
        how="none",
        note="collage with a dated title",
    )
    yield make(
        "leaflet-banner-date",
        draws=[desk(["就业政策宣传"], [["政策手册", "发放处"]], ["2024年高校毕业生就业政策宣传周"])],
        points=FULL,
        how="none",
        note="the banner gives the year",
    )
    yield make(
        "leaflet-caption-only",
        draws=[desk(["　"])],
        points=FULL,
        how="word",
        title="资料",
        captions=["2024年6月5日在操场发放就业政策宣传折页"],
        alt=[OPEN, (0, 20, 20)],
        note="only the caption tells",
    )
    yield make(
        "leaflet-2023-year",
        draws=[desk(*setups[6])],
        points=FULL,
        when=[date(2023, 4, 11)],
        how="plain",
        year=2023,
        note="the assessed year is 2023",
    )
    yield make(
        "leaflet-undated", draws=[desk(*setups[5])], points=OPEN, how="none", flags=["date-missing"], note="no date"
    )
    yield make(
        "leaflet-undated-hy",
        draws=[desk(["政策宣传资料领取处"])],
        points=OPEN,
        how="none",
        flags=["date-missing"],
        school=HY,
        note="no date",
    )
    yield make(
        "leaflet-2023",
        draws=[desk(*setups[7])],
        points=NONE,
        when=[date(2023, 5, 18)],
        how="day",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "leaflet-exif-2025",
        draws=[desk(*setups[2])],
        points=NONE,
        when=[date(2025, 3, 20)],
        how="exif",
        flags=["date-outside-period"],
        note="of the year after",
    )
    yield make(
        "leaflet-caption-2022",
        draws=[desk(*setups[6])],
        points=NONE,
        how="word",
        title="发放宣传资料",
        captions=["2022年10月20日发放政策宣传折页"],
        flags=["date-outside-period"],
        note="the caption is of 2022",
    )

    make = partial(photo_case, cell="3.4", folders=P34[:3])
    yield make(
        "leaflet-textbooks",
        draws=[desk(["新学期教材领取处"])],
        points=NONE,
        when=[date(2024, 9, 2)],
        how="plain",
        alt=[OPEN],
        note="textbooks",
    )
    yield make(
        "leaflet-uniforms",
        draws=[desk(["军训服装"], [["男生", "尺码"], ["女生", "尺码"]])],
        points=NONE,
        when=[date(2024, 9, 4)],
        how="slash",
        alt=[OPEN],
        note="uniforms",
    )
    yield make(
        "leaflet-sports",
        draws=[lambda press, rng: shot(press, square(rng, ["第二十届田径运动会"]), rng)],
        points=NONE,
        when=[date(2024, 10, 17)],
        how="plain",
        note="sports meeting",
        alt=[OPEN],
    )
    yield make(
        "leaflet-no-text",
        draws=[desk(["　"])],
        points=OPEN,
        when=[date(2024, 5, 23)],
        how="plain",
        flags=["content-unconfirmed"],
        note="a table without telling text",
    )

    def record(folder: Path, press: Press, design_only: bool = False) -> None:
        rng = Random(f"leaflet-record-{design_only}")
        press.pdf(
            folder / "政策宣传折页.pdf",
            poster(rng, ("高校毕业生就业政策宣传折页", POLICIES[0][1], "威海职业学院就业指导中心 印"), 2),
        )
        if design_only:
            return
        document = Document()
        document.add_heading("威海职业学院就业政策宣传资料发放登记表", 1)
        grid = document.add_table(1, 5)
        rows = [("序号", "发放日期", "资料名称", "发放份数", "领取人")]
        rows += [
            (str(at), f"2024年{month}月{day}日", "高校毕业生就业政策宣传折页", str(count), who)
            for at, (month, day, count, who) in enumerate(
                ((4, 9, 120, "机电系 孙雪"), (4, 10, 80, "护理系 冯磊"), (10, 15, 150, "经管系 吕晨")), 1
            )
        ]
        for at, row in enumerate(rows):
            for cell, text in zip((grid.rows[0] if at == 0 else grid.add_row()).cells, row, strict=True):
                cell.text = text
        document.save(str(folder / "宣传资料发放登记表.docx"))

    def posted(folder: Path, press: Press) -> None:
        rng = Random("leaflet-general-post")
        look(
            press,
            article(
                rng, Post("求职补贴怎么领", date(2024, 6, 1)), "威职就业", body=GENERAL_BODY, foot="<span>赞 3</span>"
            ),
        ).save(folder / "推送.png")

    yield Case("leaflet-with-record", "3.4", record, {"3.4": FULL}, note="a leaflet with a record of handing out")
    yield Case(
        "leaflet-design-only",
        "3.4",
        partial(record, design_only=True),
        {"3.4": OPEN},
        want_flags=[("3.4", "content-unconfirmed")],
        note="a PDF page is a design",
    )
    yield Case("leaflet-general-post", "3.4", posted, {"3.4": NONE, "3.1": (0, 0, 25)}, note="a post is no leaflet")
