# ruff: noqa: E501
"""Photos of fairs, contests and consultations that are seen happening, of rooms and plaques, and what looks like them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent import fresh_pictures_kit as room
from tests.independent import late_pictures_kit as pic
from tests.independent.anew_pictures_kit import camera, hall, put, stamped
from tests.independent.anew_pictures_walls import collage
from tests.independent.case import Case, Points
from tests.independent.press import Press, save_scan, scanned

Draw = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
OWN: Points = (5, 5, 5)
VENUE: Points = (10, 10, 10)
FIRMS = ("海岳装备", "蓝湾食品", "远帆贸易", "康宁医养")


def seen(seed: str, text: str, **how: object) -> Draw:
    return lambda press: hall(press, seed, text, **how)  # type: ignore[arg-type]


def printed(name: str, draw: Draw, caption: str) -> Callable[[Path, Press], None]:
    """A sheet with a photo and its caption, scanned."""

    def make(folder: Path, press: Press) -> None:
        sheet = press.picture(
            f"<body style='font-family:sans-serif'><h2 style='text-align:center;margin-top:60px'>活动照片</h2><p style='text-align:center;position:absolute;left:0;right:0;top:700px;font-size:19px'>{caption}</p></body>"
        )
        sheet.paste(draw(press).resize((1120, 840)), (135, 260))
        save_scan([scanned(sheet, Random(name))], put(folder, name))

    return make


def certificate(press: Press) -> Image.Image:
    body = "<body style='font-family:serif;border:14px double #b8860b;margin:26px;padding:60px;text-align:center;height:420px'><h1 style='font-size:64px;color:#a11;letter-spacing:16px'>荣誉证书</h1><p style='font-size:27px;line-height:2;text-align:left;text-indent:2em'>祝贺威海职业学院《海带新材》项目在2024年大学生创新创业大赛中荣获一等奖，特发此证，以资鼓励。</p><p style='font-size:22px;text-align:right;margin-top:30px'>大赛组委会<br>二〇二四年六月<span class=seal data-name='大学生创新创业大赛组委会' data-size=140></span></p></body>"
    return scanned(press.picture(body, 1000, 720, 1.5), Random("certificate"))


def indoors(
    press: Press,
    seed: str,
    sign: str,
    *,
    rows: int = 0,
    desks: int = 2,
    ground: str = "#b8912f",
    ink: str = "#2a1a00",
    people: int = 2,
) -> Image.Image:
    """A room with a plate or sign on its wall, desks or rows of seats."""
    rng = Random(seed)
    scene = room.Scene(rng, 1600, 1200, eye=1.6, focal=0.85, turn=rng.uniform(-0.08, 0.08))
    scene.room(room.plaster(rng, (222, 218, 208), 3), room.bricks(rng, (160, 132, 98), step=(50, 200)), deep=6, half=4)
    wide = min(3.4, 0.26 * len(sign) + 0.4)
    plate = pic.sign(press, f"<b style='font-size:64px'>{sign}</b>", (90 * len(sign), 150), ground, ink, 1)
    scene.upright(0.2, 5.95, wide, 2.1, 2.1 + wide * plate.height / plate.width, plate)
    wood, cloth = room.plaster(rng, (150, 112, 76), 4), room.plaster(rng, (60, 80, 120), 4)
    for row in range(rows):
        for seat in range(6):
            scene.box(-2.5 + seat, 5 - row * 0.8, 0.6, 0.4, 0.75, cloth, wood)
    for at in range(desks):
        scene.box(-1.4 + 2.8 * at, 4.4, 1.5, 0.7, 0.76, wood, room.plaster(rng, (200, 176, 140), 3))
    for at in range(people):
        scene.person(-1.4 + 2.8 * at, 5.3, back=False, sits=True)
    return scene.develop(warm=0.03, noise=3)


def plaque(press: Press, lines: str) -> Image.Image:
    """A plaque of brass beside a door."""
    rng = Random(lines)
    scene = room.Scene(rng, 1600, 1200, eye=1.5, focal=0.95, turn=0.12)
    scene.plane(((-3, 3.2, 2), (3, 3.2, 2), (3, -0.4, 2), (-3, -0.4, 2)), room.bricks(rng, (168, 96, 78)), 0.95, 0.1)
    sheet = pic.sign(
        press, f"<b style='font-size:58px;line-height:1.5'>{lines}</b>", (900, 600), "#c9a54a", "#3a1d00", 1.2
    )
    scene.upright(0, 1.97, 1.35, 1.05, 1.95, sheet)
    scene.glare(0.4, 0.35, 0.1, 60)
    return scene.develop(noise=3)


def fair(
    name: str, points: Points, venue: Points, make: Callable[[Path, Press], None], note: str, **more: object
) -> Case:
    facts = {"4.4": {"fairs": 1.0}} if points == OWN else {}
    cells = {"4.4": points, "1.3": venue, "4.5": ZERO, "3.3": ZERO}
    return Case(name, "4.4", make, cells, facts=facts, note=note, **more)  # type: ignore[arg-type]


def held(name: str, cell: str, points: Points, make: Callable[[Path, Press], None], note: str, **more: object) -> Case:
    cells = {cell: points, "3.3": ZERO, "4.4": ZERO}
    return Case(name, cell, make, cells, note=note, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    where = "四、开展活动/4.4 校园招聘会/"
    march, october, june = datetime(2024, 3, 29, 9, 40), datetime(2024, 10, 18, 10, 5), datetime(2024, 6, 5, 15, 20)
    spring = seen("f1", "威海职业学院春季校园双选会", stands=FIRMS)
    yield fair(
        "ap-fair-hall",
        OWN,
        VENUE,
        camera(where + "IMG_0329.jpg", spring, march),
        "the school's fair, stands and people, the camera's day",
    )
    yield fair(
        "ap-fair-yard",
        OWN,
        VENUE,
        camera(
            "招聘会/操场.jpg", seen("f2", "秋季校园招聘会\n留威就业企业专场", stands=FIRMS[:3], outdoors=True), october
        ),
        "in a yard",
    )
    yield fair(
        "ap-fair-stamped",
        OWN,
        VENUE,
        camera(
            where + "微信图片.jpg",
            stamped(
                seen("f3", "毕业生就业双选大会", stands=FIRMS[1:]), "2024-11-08 星期五", "09:26", "威海职业学院 体育馆"
            ),
        ),
        "a day and a place in the mark",
    )
    yield fair(
        "ap-fair-two-angles",
        OWN,
        VENUE,
        lambda folder, press: (
            camera(where + "1.jpg", seen("f4", "校园招聘会启动仪式", stands=FIRMS[:2]), october)(folder, press),
            camera(where + "2.jpg", seen("f5", "校园招聘会启动仪式", stands=FIRMS[2:], crowd=9), october)(
                folder, press
            ),
        )[1],
        "two photos of one fair",
    )
    yield fair(
        "ap-fair-undated",
        (0, 0, 5),
        VENUE,
        camera(where + "现场.jpg", seen("f6", "威海职业学院校园双选会", stands=FIRMS)),
        "no day; the venue needs none",
        want_flags=[("4.4", "date-missing")],
    )
    yield Case(
        "ap-fair-2023",
        "4.4",
        camera(
            where + "去年.jpg",
            stamped(seen("f7", "秋季校园双选会", stands=FIRMS[:3]), "2023-10-20 星期五", "10:11", "威海职业学院"),
        ),
        {"4.4": ZERO, "4.5": ZERO, "3.3": ZERO},
        note="another year",
        want_flags=[("4.4", "date-outside-period")],
    )
    nowhere = {"1.3": [(0, 0, 10)], "4.4": [(0, 0, 5)]}
    yield Case(
        "ap-fair-bureau",
        "4.5",
        camera(
            "4.5 公共机构招聘会/IMG_1.jpg",
            seen("f8", "威海市人力资源和社会保障局\n春季高校毕业生人才招聘会", stands=FIRMS),
            march,
        ),
        {"4.5": (8, 8, 8), "4.4": ZERO, "1.3": ZERO, "3.3": ZERO},
        alt=nowhere,
        note="a public agency's fair, not at the school",
    )
    yield Case(
        "ap-fair-bureau-stamped",
        "4.5",
        camera(
            "4.5/参会.jpg",
            stamped(
                seen("f9", "威海市公共就业服务中心 民营企业招聘月", stands=FIRMS[:3]),
                "2024-05-11 星期六",
                "09:02",
                "威海国际展览中心",
            ),
        ),
        {"4.5": (8, 8, 8), "4.4": ZERO, "1.3": ZERO, "3.3": ZERO},
        alt=nowhere,
        note="a public agency's fair at an exhibition centre",
    )
    yield Case(
        "ap-fair-portal",
        "4.5",
        camera(
            "4.5/人才网.jpg",
            stamped(
                seen("f10", "优聘人才网 大型人才招聘会", stands=FIRMS, ground="#0a4ea2"),
                "2024-03-16 星期六",
                "09:40",
                "海港会展中心",
            ),
        ),
        {"4.5": (0, 0, 8), "4.4": ZERO, "1.3": ZERO, "3.3": ZERO},
        alt={"4.5": [ZERO], **nowhere},
        note="a commercial portal's fair",
    )
    yield fair(
        "ap-fair-other-school",
        ZERO,
        ZERO,
        camera(where + "IMG_9.jpg", seen("f11", "山东大学（威海）春季双选会", stands=FIRMS), march),
        "another school's fair",
        want_flags=[("4.4", "school-mismatch")],
    )
    four = [
        seen(f"g{at}", "2024年4月12日 春季校园双选会", stands=FIRMS[at % 2 : at % 2 + 3], crowd=8 + at)
        for at in range(4)
    ]
    yield fair(
        "ap-fair-collage",
        OWN,
        VENUE,
        camera(where + "拼图.jpg", lambda press: collage(press, four)),
        "four photos of one fair in one picture, the day on the banner",
    )
    yield fair(
        "ap-fair-print",
        OWN,
        VENUE,
        printed(
            where + "照片扫描.pdf",
            seen("f12", "秋季校园招聘会", stands=FIRMS),
            "2024年11月15日 秋季校园招聘会现场（校体育馆）",
        ),
        "a print with its caption, scanned",
    )
    contests = "4.8 创业大赛/"
    yield held(
        "ap-contest-stage",
        "4.8",
        (8, 8, 8),
        camera(contests + "决赛.jpg", seen("s1", "大学生创新创业大赛\n校赛决赛", stage=True, ground="#0b2f6b"), june),
        "a contest on its stage",
    )
    yield held(
        "ap-contest-cup",
        "4.8",
        (8, 8, 8),
        camera(
            "四、活动/大赛/IMG_8.jpg",
            stamped(
                seen("s2", "“学创杯”大学生创业\n综合模拟大赛校内选拔赛", stage=True, ground="#7a0f2b"),
                "2024-04-27 星期六",
                "14:08",
                "威海职业学院 创业学院",
            ),
        ),
        "a contest in starting a business",
    )
    yield held(
        "ap-contest-undated",
        "4.8",
        (0, 0, 8),
        camera(contests + "路演.jpg", seen("s3", "创业计划大赛 项目路演", stage=True, ground="#124d3b")),
        "no day",
        want_flags=[("4.8", "date-missing")],
    )
    for name, text in (("song", "校园十佳歌手大赛\n总决赛"), ("maths", "大学生数学建模竞赛\n表彰会")):
        yield held(
            f"ap-contest-{name}",
            "4.8",
            (0, 0, 8),
            camera(contests + "比赛.jpg", seen(name, text, stage=True, ground="#40106b"), june),
            "a contest of another kind",
            alt={"4.8": [ZERO]},
        )
    yield held(
        "ap-contest-certificate",
        "4.8",
        (0, 0, 8),
        camera(contests + "证书.jpg", certificate),
        "a certificate is no photo of the contest",
        alt={"4.8": [ZERO]},
    )
    advice = "4.7 就业指导咨询/"
    yield held(
        "ap-advice-crowd",
        "4.7",
        (8, 8, 8),
        camera(
            advice + "IMG_5.jpg",
            seen("a1", "就业指导一对一咨询活动", stands=("简历修改", "政策咨询", "职业规划"), outdoors=True),
            june,
        ),
        "a crowd at a consultation",
    )
    yield held(
        "ap-advice-stamped",
        "4.7",
        (8, 8, 8),
        camera(
            "四、活动/咨询/简历.jpg",
            stamped(
                seen("a2", "毕业生简历会诊日\n就业指导进系部", stands=("问诊台一", "问诊台二")),
                "2024-11-21 星期四",
                "15:33",
                "威海职业学院 信息楼",
            ),
        ),
        "with a mark",
    )
    yield held(
        "ap-advice-2023",
        "4.7",
        ZERO,
        camera(
            advice + "IMG_6.jpg",
            seen("a3", "就业创业咨询服务台", stands=("创业咨询", "就业咨询")),
            datetime(2023, 12, 6, 14, 0),
        ),
        "another year",
        want_flags=[("4.7", "date-outside-period")],
    )
    for name, text, stands in (
        ("mind", "心理健康咨询日", ("心理测评", "沙盘体验")),
        ("intake", "招生咨询服务点", ("专业介绍", "报考咨询")),
    ):
        yield held(
            f"ap-advice-{name}",
            "4.7",
            (0, 0, 8),
            camera(advice + "咨询.jpg", seen(name, text, stands=stands, outdoors=True), june),
            "a consultation on other things",
            alt={"4.7": [ZERO]},
        )
    no_poster = {"3.3": [(0, 0, 20)]}
    for name, cell, folder, draw in (
        ("office", "1.1", "1.1 办公场所/办公室.jpg", lambda press: indoors(press, "r1", "大学生就业服务指导站")),
        (
            "training",
            "1.2",
            "1.2 培训场地/教室.jpg",
            lambda press: indoors(
                press, "r2", "就业创业培训教室", rows=4, desks=1, people=1, ground="#1f4f9c", ink="#fff"
            ),
        ),
        (
            "gym",
            "1.3",
            "1.3 活动场地/体育馆.jpg",
            lambda press: indoors(press, "r3", "学生活动中心多功能厅", desks=0, people=0, ground="#a01515", ink="#fff"),
        ),
        (
            "plaque",
            "1.1",
            "1.1/铜牌.jpg",
            lambda press: plaque(press, "威海市大学生<br>就业创业服务指导站<br>威海市人力资源和社会保障局"),
        ),
    ):
        yield Case(
            f"ap-room-{name}",
            cell,
            camera(folder, draw, march),
            {cell: (0, 0, 10), "3.3": ZERO, "4.4": ZERO},
            alt=no_poster,
            note="only a photo of a room",
        )
