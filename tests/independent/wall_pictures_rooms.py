# ruff: noqa: E501
"""Rooms of guidance, lessons, contests and prizes, certificates, and rooms and contests of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.press import Press
from tests.independent.wall_pictures_halls import collage, printed
from tests.independent.wall_pictures_kit import ZERO, Draw, bundle, digits, framed, mark, scan
from tests.independent.wall_pictures_scene import Scene, banner

GUIDED: dict[str, Points] = {"4.7": (8, 8, 8), "4.8": ZERO, "4.4": ZERO, "4.5": ZERO, "3.3": ZERO, "3.4": ZERO}
NOT_GUIDED: dict[str, Points] = {**GUIDED, "4.7": ZERO}
HELD: dict[str, Points] = {"4.8": (8, 8, 8), "4.7": ZERO, "4.4": ZERO, "4.5": ZERO, "3.3": ZERO, "3.4": ZERO}
NOT_HELD: dict[str, Points] = {**HELD, "4.8": ZERO}


def office(seed: str, plate: str, side: str = "", turn: float = 0.05) -> Draw:
    """A consulting room: a board on the wall, two people at a desk."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, eye=1.5, turn=turn, zoom=0.85)
        scene.room((226, 224, 214), (150, 128, 104), 4.6, 2.8, 3)
        scene.stand(
            0.0,
            4.55,
            2.6,
            1.95,
            2.5,
            banner(
                press, plate, (1200, 260), "#1a4f8b" if seed < "m" else "#f4f4f0", "#fff" if seed < "m" else "#a01818"
            ),
        )
        if side:
            scene.stand(1.75, 4.5, 0.8, 0.9, 2.1, banner(press, side, (400, 600), "#fff", "#245"))
        scene.stand(-2.1, 4.5, 0.9, 0, 1.7, (140, 100, 66))
        scene.person(-0.7, 3.6, 1.45, low=-0.1)
        scene.person(0.8, 3.7, 1.42, low=-0.1)
        scene.face(((-1.5, 0.76, 3.5), (1.5, 0.76, 3.5), (1.6, 0.76, 2.6), (-1.6, 0.76, 2.6)), (182, 140, 94))
        scene.stand(0, 2.6, 3.2, 0, 0.76, (160, 120, 80))
        scene.face(((-0.3, 0.78, 3.1), (0.1, 0.78, 3.1), (0.1, 0.78, 2.8), (-0.3, 0.78, 2.8)), (248, 248, 244))
        return scene.develop(0.04, 5, tilt=0.5)

    return drawn


def stall(seed: str, words: str) -> Draw:
    """A table in a yard with a banner where people ask."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, eye=1.65)
        scene.face(((-50, 25, 35), (50, 25, 35), (50, 0, 35), (-50, 0, 35)), (170, 202, 226))
        scene.face(((-16, 7, 20), (8, 7, 20), (8, 0, 20), (-16, 0, 20)), (204, 188, 168))
        scene.floor((138, 140, 132), 20)
        scene.stand(0, 5.4, 5.2, 2.0, 2.75, banner(press, words, (1500, 200), "#c8102e"))
        for x in (-1.6, -0.2, 1.4):
            scene.person(x, 5.0, 1.35, low=-0.1)
            scene.stand(x, 4.5, 1.2, 0, 0.75, (54, 96, 160))
            scene.person(x + 0.3, 3.9, back=True)
        return scene.develop(-0.01, 4)

    return drawn


def stage(
    seed: str,
    words: str,
    *,
    people: int = 5,
    led: str = "#12327a",
    ink: str = "#ffe9a8",
    audience: int = 9,
    prizes: bool = False,
    turn: float = 0,
) -> Draw:
    """A stage with a lit wall, people on it, heads before it."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, eye=1.7, turn=turn, zoom=0.85)
        scene.room((120, 104, 98), (92, 70, 60), 9, 6, 5.4)
        lines = words.count("\n") + 1
        scene.stand(0, 8.4, 6.8, 2.4, 5.0, banner(press, words, (1400, 330 + 100 * lines), led, ink))
        scene.stand(0, 7.4, 9, 0, 0.8, (110, 42, 40))
        for at in range(people):
            x = (at - (people - 1) / 2) * 1.1
            scene.person(x, 7.5, low=0.8)
            if prizes:
                scene.stand(x, 7.4, 0.5, 1.7, 2.05, (206, 44, 48))
        scene.crowd(audience, 3.2, 5, 3, back=True)
        return scene.develop(0.02, 6, 0.8)

    return drawn


def lesson(seed: str, words: str) -> Draw:
    """A classroom: a screen in front, rows of backs."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, eye=1.9, turn=-0.07)
        scene.room((224, 222, 208), (150, 140, 124), 7.5, 4, 3.4)
        scene.stand(-0.2, 7.4, 4.2, 1.1, 3.0, banner(press, words, (1000, 450), "#fff", "#1b3c73"))
        scene.person(2.7, 6.9)
        for z in (5.6, 4.7, 3.8, 3.0):
            for x in range(-3, 4):
                if scene.rng.random() < 0.8:
                    scene.person(x * 0.95, z, 1.3, back=True, low=-0.1)
            scene.stand(0, z - 0.3, 7, 0.4, 0.74, (190, 160, 112))
        return scene.develop(0.03, 5)

    return drawn


def diploma(award: str, who: str, day: str) -> Draw:
    """A certificate that was scanned."""
    return scan(
        f"<div style='border:10px double #c39a3b;padding:80px 50px;text-align:center;height:880px'><h1 style='font-size:60px;color:#b01818;letter-spacing:20px'>荣誉证书</h1><p style='font-size:25px;line-height:2.2;margin-top:70px;text-align:left;text-indent:2em'>{who}同学：在{award}中荣获二等奖，特发此证，以资鼓励。</p><p style='font-size:21px;text-align:right;line-height:2;margin-top:150px'>大赛组委会<br>{day}</p></div>",
        0.4,
    )


def cases() -> Iterator[Case]:
    yield Case(
        "wp-room-consulting",
        "4.7",
        bundle(
            (
                "4.7 就业指导/1.jpg",
                mark(office("a1", "就业指导咨询室", "职业规划\n简历修改\n面试辅导"), "2024-04-18", "14:22"),
            )
        ),
        GUIDED,
        note="现场、门牌文字、日期 → 8（只一个日期的提示不扣分）",
    )
    yield Case(
        "wp-room-two-days",
        "4.7",
        bundle(
            ("4.7/1.jpg", digits(office("b1", "大学生就业创业指导站\n一对一咨询"), "2024 03 14")),
            ("4.7/2.jpg", digits(office("c1", "大学生就业创业指导站\n一对一咨询", turn=-0.08), "2024 10 17")),
        ),
        GUIDED,
        note="两个日期 → 8",
    )
    yield Case(
        "wp-room-stall-exif",
        "4.7",
        bundle(
            ("4.7/现场.jpg", stall("s1", "简历门诊　就业咨询　现场一对一"), datetime(2024, 5, 16, 10, 8)), quality=74
        ),
        GUIDED,
        note="室外咨询摊位，EXIF → 8",
    )
    yield Case(
        "wp-room-printed",
        "4.7",
        bundle(
            (
                "4.7/扫描件.jpg",
                printed(
                    (office("d1", "就业指导咨询室"), stall("s2", "毕业生就业指导咨询日")),
                    ("2024年6月12日 老师为毕业生做就业指导", "2024年6月13日 就业指导咨询日现场"),
                    "就业指导咨询现场照片",
                    -0.5,
                ),
            )
        ),
        GUIDED,
        note="图注给日期的打印扫描件 → 8",
    )
    yield Case(
        "wp-room-lesson-guidance",
        "4.7",
        bundle(
            (
                "4.7/课堂.jpg",
                framed(lesson("l1", "2024届毕业生就业指导\n简历与面试咨询"), "Redmi Note 13", "2024.04.09 15:30"),
            )
        ),
        GUIDED,
        alt={"4.7": [(0, 0, 8), (0, 8, 8)]},
        note="文字有就业指导与咨询 → 8；是否只是讲座可由人判断",
    )
    yield Case(
        "wp-room-undated",
        "4.7",
        bundle(("4.7/咨询.jpg", office("e1", "就业创业咨询室"))),
        {**GUIDED, "4.7": (0, 0, 8)},
        want_flags=(("4.7", "date-missing"),),
        note="无日期 → high",
    )
    yield Case(
        "wp-room-2022",
        "4.7",
        bundle(("4.7/咨询.jpg", mark(office("f1", "就业指导咨询室"), "2022-10-20", "10:00"))),
        NOT_GUIDED,
        want_flags=(("4.7", "date-outside-period"),),
        note="2022 年 → 0",
    )
    yield Case(
        "wp-room-mind",
        "4.7",
        bundle(("4.7/咨询.jpg", mark(office("n1", "心理咨询室", "倾听\n陪伴\n成长"), "2024-04-25", "15:10"))),
        NOT_GUIDED,
        alt={"4.7": [(0, 0, 8)]},
        note="心理咨询不是就业指导",
    )
    yield Case(
        "wp-room-law",
        "4.7",
        bundle(("4.7/咨询.jpg", mark(stall("o2", "大学生法律咨询进校园"), "2024-12-04", "09:40"))),
        NOT_GUIDED,
        alt={"4.7": [(0, 0, 8)]},
        note="法律咨询不是就业指导",
    )
    yield Case(
        "wp-room-admission",
        "4.7",
        bundle(("4.7/现场.jpg", mark(stall("p2", "2024年招生咨询会"), "2024-06-26", "09:20"))),
        {**NOT_GUIDED, "1.3": ZERO},
        alt={"4.7": [(0, 0, 8)]},
        note="招生咨询不是就业咨询，也不是招聘会",
    )
    yield Case(
        "wp-stage-school-final",
        "4.8",
        bundle(
            (
                "4.8 创业大赛/决赛.jpg",
                mark(stage("a2", "威海职业学院\n中国国际大学生创新大赛（2024）校赛决赛"), "2024-05-24", "14:30"),
            )
        ),
        HELD,
        note="创新创业赛事现场、日期在期内 → 8",
    )
    yield Case(
        "wp-stage-prizes",
        "4.8",
        bundle(
            ("4.8/颁奖.jpg", stage("b2", "第三届大学生创业大赛颁奖典礼\n2024年11月6日", led="#8c1016", prizes=True)),
            quality=66,
        ),
        HELD,
        note="屏幕上有日期的颁奖现场 → 8",
    )
    yield Case(
        "wp-stage-provincial",
        "4.8",
        bundle(
            (
                "4.8/省赛.jpg",
                stage("c2", "2024年山东省大学生创业大赛\n总决赛现场路演", people=2, turn=0.06),
                datetime(2024, 9, 27, 10, 45),
            )
        ),
        HELD,
        note="参与校外大赛也算 → 8",
    )
    yield Case(
        "wp-stage-collage",
        "4.8",
        bundle(
            (
                "4.8/拼图.jpg",
                collage(
                    [stage(f"k{at}", "“挑战杯”创业计划竞赛校内选拔赛", people=2 + at) for at in range(4)],
                    ("抽签", "路演", "答辩", "合影"),
                    "“挑战杯”大学生创业计划竞赛校内选拔赛（2024年4月20日）",
                ),
            )
        ),
        HELD,
        note="四图拼贴，标题有赛名与日期 → 8",
    )
    yield Case(
        "wp-stage-undated",
        "4.8",
        bundle(("4.8/现场.jpg", stage("d2", "“互联网+”大学生创新创业大赛\n校级决赛"))),
        {**HELD, "4.8": (0, 0, 8)},
        want_flags=(("4.8", "date-missing"),),
        note="无日期 → high",
    )
    yield Case(
        "wp-stage-2025",
        "4.8",
        bundle(("4.8/现场.jpg", mark(stage("e2", "威海职业学院第四届大学生创业大赛"), "2025-03-21"))),
        NOT_HELD,
        want_flags=(("4.8", "date-outside-period"),),
        note="2025 年 → 0",
    )
    yield Case(
        "wp-stage-mathematics",
        "4.8",
        bundle(
            ("4.8/现场.jpg", mark(stage("f2", "2024年数学建模竞赛动员会", led="#e8eef8", ink="#123"), "2024-06-07"))
        ),
        NOT_HELD,
        alt={"4.8": [(0, 0, 8)]},
        note="学科竞赛不是创业大赛",
    )
    yield Case(
        "wp-stage-singing",
        "4.8",
        bundle(("4.8/现场.jpg", digits(stage("g2", "校园十佳歌手大赛总决赛", led="#4a1466"), "2024 11 29"))),
        NOT_HELD,
        alt={"4.8": [(0, 0, 8)]},
        note="歌手大赛不是创业大赛",
    )
    yield Case(
        "wp-stage-diploma",
        "4.8",
        bundle(("4.8/证书.jpg", diploma("2024年大学生创业大赛", "罗星野", "2024年6月18日"))),
        {**HELD, "4.8": (0, 0, 8)},
        alt={"4.8": [ZERO]},
        note="证书不是大赛现场照片：最多 high",
    )
