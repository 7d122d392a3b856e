# ruff: noqa: E501
"""4.7 and 4.8 by photos of consultations and contests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import Workbook

from tests.independent.case import Case
from tests.independent.pictures_photos import (
    STAMPS,
    Draw,
    collage,
    days,
    photo_case,
    room,
    save,
    shot,
    split,
    square,
    stage,
    table,
)
from tests.independent.pictures_posters import CONTEST, on_wall
from tests.independent.pictures_screens import GENERAL_BODY, Post, article, chinese, put
from tests.independent.press import Press

WH, HIT, SDU, BJTU = "威海职业学院", "哈尔滨工业大学（威海）", "山东大学（威海）", "北京交通大学（威海）"
HY, YS, SDWS, HUST = "威海海洋职业学院", "山东药品食品职业学院", "山东外事职业大学", "哈尔滨理工大学荣成校区"
SCHOOLS = (WH, HIT, SDU, HY, YS, SDWS, BJTU, HUST)
FULL, OPEN, NONE = (8, 8, 8), (0, 0, 8), (0, 0, 0)
P47 = ("4.7就业创业指导咨询", "四、活动/指导咨询", "4.7", "", "咨询照片")
P48 = ("4.8创业大赛", "四、活动/赛事组织", "4.8", "", "大赛现场照片")

ROOMS: tuple[tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]], ...] = (
    (["就业指导咨询室"], ["咨询师"], [], []), ([], ["就业咨询", "来访学生"], ["就业指导室"], []), ([], [], [], ["就业创业指导一对一咨询"]), (["就业创业指导中心"], [], ["咨询室 204"], []),
    (["大学生就业创业", "指导服务站"], ["政策咨询"], [], []), ([], [], ["就业咨询室"], ["毕业生简历门诊 就业指导"]), (["创业指导咨询"], ["创业导师"], [], []), ([], ["就业指导"], [], ["“职”为你来 就业咨询日"]),
)  # fmt: skip
"""writing on the wall, the desk's plates, the door and a banner"""


def advice(at: int) -> Draw:
    wall, plates, door, banner = ROOMS[at % len(ROOMS)]
    return lambda press, rng: shot(press, room(rng, wall, plates, door, banner), rng)


def office(wall: Sequence[str], door: Sequence[str]) -> Draw:
    return lambda press, rng: shot(press, room(rng, wall, [], door), rng)


def outdoors(cloth: Sequence[str], sides: Sequence[Sequence[str]] = (), above: Sequence[str] = ()) -> Draw:
    return lambda press, rng: shot(press, table(rng, cloth, sides, above), rng)


def hall_stage(words: str, below: Sequence[str] = (), bright: bool = False) -> Draw:
    return lambda press, rng: shot(press, stage(rng, split(words, 2), below, bright), rng)


def over_square(words: str, arch: bool = False) -> Draw:
    return lambda press, rng: shot(press, square(rng, split(words, 2 if len(words) > 17 else 1), arch), rng)


NAMES = (
    "第{n}届{who}“互联网+”大学生创新创业大赛",
    "{who}“挑战杯”大学生创业计划竞赛",
    "第{n}届威海市大学生创业大赛",
    "{who}第{n}届大学生创新创业大赛",
    "{year}年{who}大学生创业大赛",
    "山东省大学生创业大赛{who}选拔赛",
    "第{n}届“创在威海”青年创业大赛",
    "{year}年中国国际大学生创新大赛{who}校赛",
)
ENDS = ("", "决赛", "校赛", "路演", "总决赛", "复赛现场")
BELOWS: tuple[list[str], ...] = (
    ["主办：创新创业学院　承办：校团委"],
    ["威海市人力资源和社会保障局　主办"],
    [],
    ["项目路演 · 现场答辩"],
)


def contest(rng: Random, at: int, school: str, year: int = 2024) -> str:
    """A contest's name: which, whose, how far."""
    name = NAMES[at % len(NAMES)].format(
        n=rng.choice("三四五六八九"), who=school if rng.random() < 0.6 else "", year=year
    )
    return name if (name.endswith(("赛",)) and rng.random() < 0.4) or name.endswith("校赛") else name + rng.choice(ENDS)


def cases() -> Iterator[Case]:
    yield from consultations()
    yield from consultation_doubts()
    yield from contests()
    yield from contest_doubts()


def consultations() -> Iterator[Case]:
    make = partial(photo_case, cell="4.7", folders=P47)
    for at, how in enumerate(STAMPS):
        yield make(
            f"advice-room-{how}",
            draws=[advice(at)],
            points=FULL,
            when=[date(2024, 3 + at, 6 + at)],
            how=how,
            place=("大学生活动中心204", "行政楼", "", "就业指导中心")[at % 4],
            school=SCHOOLS[at],
            note="room with writing, dated by the camera app",
        )
    yield make("advice-exif", draws=[advice(2)], points=FULL, when=[date(2024, 5, 29)], how="exif", note="EXIF")
    yield make(
        "advice-exif-two",
        draws=[advice(0), advice(5)],
        points=FULL,
        when=[date(2024, 4, 10), date(2024, 10, 16)],
        how="exif",
        school=SDU,
        note="two dates",
    )
    yield make(
        "advice-three",
        draws=[advice(1), advice(3), advice(6)],
        points=FULL,
        when=days(Random("advice-three"), 3, 2024),
        how="slash",
        school=HY,
        note="three dates",
    )
    yield make(
        "advice-word",
        draws=[advice(4), advice(7)],
        points=FULL,
        how="word",
        title="就业创业指导咨询现场照片",
        captions=["2024年4月17日就业指导咨询", "2024年11月13日创业指导咨询"],
        note="captions",
    )
    yield make(
        "advice-grid",
        draws=[advice(at) for at in range(4)],
        points=FULL,
        how="grid",
        title="就业指导咨询",
        captions=[f"{chinese(day)} 一对一就业咨询" for day in days(Random("advice-grid"), 4, 2024)],
        school=YS,
        note="four in a table",
    )
    yield make(
        "advice-page",
        draws=[advice(0)],
        points=FULL,
        how="page",
        title="就业指导咨询服务",
        captions=["2024年9月25日，就业指导教师为毕业生提供咨询"],
        school=SDWS,
        note="scanned page",
    )
    yield make(
        "advice-square",
        draws=[outdoors(["就业指导咨询台"], [["简历", "门诊"]], ["毕业生就业创业咨询活动"])],
        points=FULL,
        when=[date(2024, 5, 15)],
        how="plain",
        note="a table outdoors",
    )
    yield make(
        "advice-square-policy",
        draws=[outdoors(["创业指导与政策咨询"])],
        points=FULL,
        when=[date(2024, 10, 30)],
        how="card",
        school=HIT,
        note="a table with a cloth",
    )
    yield make(
        "advice-banner-square",
        draws=[over_square("就业指导咨询进校园")],
        points=FULL,
        when=[date(2024, 6, 5)],
        how="day",
        note="banner on a square",
    )
    yield make(
        "advice-collage",
        draws=[
            lambda press, rng: collage(
                [shot(press, room(rng, *ROOMS[at]), rng) for at in (0, 1, 3, 6)], "2024年10月就业指导咨询"
            )
        ],
        points=FULL,
        how="none",
        note="collage with a dated title",
    )
    yield make(
        "advice-2023-assessed",
        draws=[advice(3)],
        points=FULL,
        when=[date(2023, 5, 10)],
        how="lunar",
        year=2023,
        note="the assessed year is 2023",
    )

    def records(folder: Path, rows: Sequence[tuple[str, str, str, str]]) -> None:
        document = Document()
        document.add_heading("就业创业指导咨询记录", 1)
        grid = document.add_table(1, 4)
        for at, row in enumerate((("咨询时间", "来访学生", "咨询内容", "咨询师"), *rows)):
            for cell, text in zip((grid.rows[0] if at == 0 else grid.add_row()).cells, row, strict=True):
                cell.text = text
        document.save(str(folder / "咨询记录.docx"))

    def only_records(folder: Path, press: Press) -> None:
        records(
            folder,
            [
                ("2024年4月10日", "孙晓", "简历修改", "于静"),
                ("2024年5月8日", "曲明", "面试准备", "于静"),
                ("2024年10月16日", "毕然", "创业补贴申请", "邹凯"),
            ],
        )

    def dated_by_record(folder: Path, press: Press) -> None:
        rng = Random("advice-record-dates")
        save(shot(press, room(rng, [], [], [], ["毕业生简历门诊就业指导活动"]), rng), folder / "4.7" / "照片.jpg")
        book = Workbook()
        grid = book.active
        for row in (
            ["就业指导活动台账"],
            ["序号", "日期", "活动名称", "地点", "参加人数"],
            [1, "2024-05-22", "毕业生简历门诊就业指导活动", "就业指导中心", 36],
        ):
            grid.append(row)
        book.save(folder / "就业指导活动台账.xlsx")

    yield Case("advice-records-only", "4.7", only_records, {"4.7": OPEN}, note="records count in high")
    yield Case(
        "advice-record-dates", "4.7", dated_by_record, {"4.7": FULL}, note="a ledger dates the photo by the same name"
    )


def consultation_doubts() -> Iterator[Case]:
    make = partial(photo_case, cell="4.7", folders=P47[:3])
    yield make("advice-undated", draws=[advice(0)], points=OPEN, how="none", flags=["date-missing"], note="no date")
    yield make(
        "advice-2023",
        draws=[advice(2)],
        points=NONE,
        when=[date(2023, 10, 18)],
        how="plain",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "advice-exif-2025",
        draws=[advice(6)],
        points=NONE,
        when=[date(2025, 3, 12)],
        how="exif",
        flags=["date-outside-period"],
        note="of the year after",
    )
    yield make(
        "advice-no-text",
        draws=[lambda press, rng: shot(press, room(rng), rng)],
        points=OPEN,
        when=[date(2024, 4, 24)],
        how="plain",
        flags=["content-unconfirmed"],
        note="nothing but the stamp",
    )
    for at, (name, wall, door) in enumerate(
        (
            ("mind", ["心理咨询室"], ["心理健康中心"]),
            ("law", ["法律援助工作站"], ["法律咨询"]),
            ("enrol", ["招生咨询处"], []),
            ("library", ["图书借阅服务台"], []),
        )
    ):
        yield make(
            f"advice-{name}",
            draws=[office(wall, door)],
            points=NONE,
            when=[date(2024, 5 + at, 20)],
            how=("plain", "day", "slash", "exif")[at],
            note="another kind of advice",
        )
    yield make(
        "advice-lecture",
        draws=[hall_stage("消防安全知识讲座", ["主讲：保卫处"])],
        points=NONE,
        when=[date(2024, 11, 8)],
        how="plain",
        note="lecture",
    )
    yield make(
        "advice-party",
        draws=[hall_stage("学生党支部主题党日活动")],
        points=NONE,
        when=[date(2024, 7, 1)],
        how="day",
        note="party meeting",
    )
    yield make(
        "advice-training",
        draws=[hall_stage("青年教师教学能力培训", bright=True)],
        points=NONE,
        when=[date(2024, 9, 12)],
        how="slash",
        note="training of teachers",
    )
    yield make(
        "advice-sports",
        draws=[over_square("春季运动会开幕式")],
        points=NONE,
        when=[date(2024, 4, 26)],
        how="exif",
        note="sports",
    )

    def post(folder: Path, press: Press) -> None:
        rng = Random("advice-post")
        put(
            press,
            folder / "4.7" / "推送.png",
            article(
                rng,
                Post("就业指导一对一咨询活动顺利举行", date(2024, 5, 24)),
                "威职就业",
                body=("5月23日，就业指导中心在204室举行一对一就业咨询活动，30名毕业生参加。", *GENERAL_BODY[3:]),
            ),
        )

    yield Case("advice-post", "4.7", post, {"4.7": OPEN}, note="a post raises only high")


def contests() -> Iterator[Case]:
    make = partial(photo_case, cell="4.8", folders=P48)
    for at, how in enumerate(STAMPS):
        rng = Random(f"contest-{how}")
        words = contest(rng, at, SCHOOLS[at])
        yield make(
            f"contest-stage-{how}",
            draws=[hall_stage(words, BELOWS[at % 4], bright=at % 3 == 2)],
            points=FULL,
            when=[date(2024, 4 + at, 7 + 2 * at)],
            how=how,
            place=("大学生创业园", "报告厅", "", "威海市")[at % 4],
            school=SCHOOLS[at],
            note=f"stage with a backdrop: {words}",
        )
    for at, (name, how, school) in enumerate(
        (
            ("contest-exif", "exif", WH),
            ("contest-exif-hy", "exif", HY),
            ("contest-two", "plain", SDU),
            ("contest-square", "short", WH),
            ("contest-arch", "chinese", YS),
        )
    ):
        rng = Random(name)
        words = contest(rng, at * 3 + 1, school)
        draw = {"contest-square": over_square(words), "contest-arch": over_square(words, arch=True)}.get(
            name, hall_stage(words)
        )
        dated = days(rng, 2 if name == "contest-two" else 1, 2024, 4, 11)
        yield make(
            name,
            draws=[draw, hall_stage(contest(rng, 5, school))][: len(dated)],
            points=FULL,
            when=dated,
            how=how,
            school=school,
            note=words,
        )
    for name, how, school in (
        ("contest-word", "word", WH),
        ("contest-grid", "grid", BJTU),
        ("contest-page", "page", HIT),
    ):
        rng = Random(name)
        titles = [contest(rng, at, school) for at in (0, 2, 3, 4)][: 4 if how == "grid" else 2]
        dated = days(rng, len(titles), 2024, 4, 11)
        yield make(
            name,
            draws=[hall_stage(title, BELOWS[at]) for at, title in enumerate(titles)],
            points=FULL,
            how=how,
            title="创业大赛现场照片",
            captions=[f"{chinese(day)} {title}" for title, day in zip(titles, dated, strict=True)],
            school=school,
            note="captions",
        )
    yield make(
        "contest-collage",
        draws=[
            lambda press, rng: collage(
                [
                    shot(press, stage(rng, split("第六届大学生创新创业大赛", 2), (), bright), rng)
                    for bright in (True, False)
                ],
                "2024年6月创新创业大赛现场",
            )
        ],
        points=FULL,
        how="none",
        note="collage",
    )
    yield make(
        "contest-screen-date",
        draws=[hall_stage("第四届大学生创业大赛决赛", ["2024年10月26日　报告厅"])],
        points=FULL,
        how="none",
        note="the screen gives the date",
    )
    yield make(
        "contest-sign-in",
        draws=[outdoors(["创业大赛签到处"], [["第五届", "创业大赛"]])],
        points=FULL,
        when=[date(2024, 5, 25)],
        how="plain",
        note="sign-in table",
    )
    yield make(
        "contest-2023-assessed",
        draws=[hall_stage("第三届大学生创新创业大赛校赛")],
        points=FULL,
        when=[date(2023, 6, 3)],
        how="day",
        year=2023,
        note="the assessed year is 2023",
    )


def contest_doubts() -> Iterator[Case]:
    make = partial(photo_case, cell="4.8", folders=P48[:3])
    yield make(
        "contest-undated",
        draws=[hall_stage("第七届大学生创业大赛")],
        points=OPEN,
        how="none",
        flags=["date-missing"],
        note="no date",
    )
    yield make(
        "contest-2023",
        draws=[hall_stage("第七届大学生创新创业大赛")],
        points=NONE,
        when=[date(2023, 6, 10)],
        how="plain",
        flags=["date-outside-period"],
        note="of the year before",
    )
    yield make(
        "contest-exif-2022",
        draws=[over_square("大学生创业大赛启动仪式", arch=True)],
        points=NONE,
        when=[date(2022, 5, 20)],
        how="exif",
        flags=["date-outside-period"],
        note="two years before",
    )
    yield make(
        "contest-no-text",
        draws=[hall_stage("　")],
        points=OPEN,
        when=[date(2024, 6, 1)],
        how="plain",
        flags=["content-unconfirmed"],
        note="nothing but the stamp",
    )
    for at, words in enumerate(
        (
            "全国大学生数学建模竞赛赛前动员",
            "第十届英语演讲比赛决赛",
            "护理技能大赛",
            "第二十届田径运动会",
            "校园十佳歌手大赛",
            "新生辩论赛决赛",
            "海洋知识竞赛",
        )
    ):
        draw = over_square(words) if "运动会" in words else hall_stage(words, bright=at % 2 == 0)
        yield make(
            f"contest-other-{at}",
            draws=[draw],
            points=NONE,
            when=[date(2024, 4 + at, 11 + at)],
            how=STAMPS[at],
            school=SCHOOLS[at],
            note="another kind of contest",
        )
    yield make(
        "contest-poster",
        draws=[partial(on_wall, "glass", CONTEST)],
        points=NONE,
        when=[date(2024, 5, 9)],
        how="slash",
        more={"3.3": (20, 20, 20)},
        alt=[OPEN],
        note="a poster of a contest shows none; whether it raises high is left open",
    )

    def post(folder: Path, press: Press) -> None:
        rng = Random("contest-post")
        put(
            press,
            folder / "4.8" / "公众号.png",
            article(
                rng,
                Post("第六届大学生创新创业大赛决赛圆满落幕", date(2024, 6, 17)),
                "威职就业",
                body=("6月15日，我校第六届大学生创新创业大赛决赛在报告厅举行，12个项目现场路演。",),
            ),
        )

    def notice(folder: Path, press: Press) -> None:
        document = Document()
        document.add_heading("关于举办第六届大学生创业大赛的通知", 1)
        document.add_paragraph(
            "各系：学校定于2024年12月举办第六届大学生创业大赛，请组织学生报名，报名截止2024年11月20日。"
        )
        document.add_paragraph("威海职业学院创新创业学院").alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.add_paragraph("2024年10月28日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.save(str(folder / "大赛通知.docx"))

    yield Case("contest-post", "4.8", post, {"4.8": OPEN}, note="a post raises only high")
    yield Case("contest-notice", "4.8", notice, {"4.8": NONE}, alt={"4.8": [OPEN]}, note="a contest to come")
