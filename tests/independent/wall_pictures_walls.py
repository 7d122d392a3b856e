# ruff: noqa: E501
"""Posters on walls, roll-ups and boards, leaflets on tables and from hand to hand: those that count and those that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.press import Press
from tests.independent.wall_pictures_halls import collage, printed
from tests.independent.wall_pictures_kit import ZERO, Draw, bundle, digits, framed, mark, page
from tests.independent.wall_pictures_scene import Scene, banner, sheet

Print = tuple[str, Sequence[str], str]
"""head, lines, what stands below"""
POLICY: Print = (
    "威海市<br>高校毕业生就业政策",
    ("生活补贴：毕业两年内就业可申请", "租房补贴：按季度发放", "创业补贴：首次创业满一年", "人才公寓：线上申请"),
    "威海职业学院招生就业处",
)
STAY: Print = (
    "留威就业<br>政策早知道",
    ("小微企业吸纳毕业生有奖补", "社保补贴最长两年", "求职创业补贴校内申请"),
    "就业创业指导站 宣",
)
FAIR: Print = (
    "春季校园双选会",
    ("参会企业一百二十家", "提供就业岗位三千余个", "地点：体育馆", "请带简历入场"),
    "威海职业学院就业指导中心",
)
CONTEST: Print = (
    "大学生创业大赛<br>报名开始",
    ("面向全体在校生", "初赛：提交项目计划书", "决赛：现场路演"),
    "创新创业学院",
)
FILM: Print = ("周五露天电影", ("片名：《海上灯塔》", "晚七点 操场", "自带小板凳"), "校团委影视社")
FRAUD: Print = ("反诈宣传手册", ("刷单返利都是诈骗", "不轻信陌生来电", "遇到诈骗拨打110"), "保卫处")
ADMIT: Print = ("招生简章", ("学校概况与专业介绍", "报考代码与计划", "学费与奖助学金"), "招生咨询热线")
POSTER: dict[str, Points] = {"3.3": (20, 20, 20), "3.4": ZERO, "4.4": ZERO, "4.7": ZERO, "4.8": ZERO, "1.3": ZERO}
NO_POSTER: dict[str, Points] = {**POSTER, "3.3": ZERO}
LEAFLET: dict[str, Points] = {"3.4": (20, 20, 20), "3.3": ZERO, "4.4": ZERO, "4.7": ZERO, "4.8": ZERO}
NO_LEAFLET: dict[str, Points] = {**LEAFLET, "3.4": ZERO}
BANDS = ("#1d62b8", "#b3261e", "#2a7a4f", "#8a4fa0", "#d9822b")


def wall(
    seed: str,
    *prints: Print,
    turn: float = 0.12,
    tone: tuple[int, int, int] = (206, 204, 196),
    frame: bool = False,
    size: tuple[int, int] = (1200, 1600),
) -> Draw:
    """One to three posters on a wall, seen from aside, or under glass in a frame."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, size, eye=1.45, turn=turn, zoom=0.66 if frame else 1.0)
        scene.floor((126, 118, 108), 2.2)
        scene.face(((-6, 5, 2.2), (6, 5, 2.2), (6, 0, 2.2), (-6, 0, 2.2)), tone)
        for row in range(14):
            scene.face(
                (
                    (-6, row * 0.3 + 0.012, 2.195),
                    (6, row * 0.3 + 0.012, 2.195),
                    (6, row * 0.3, 2.195),
                    (-6, row * 0.3, 2.195),
                ),
                tone,
                0.88,
            )
        step = 0.9
        shift = -2.2 * float(turn)
        if frame:
            half = len(prints) * step / 2 + 0.12
            scene.stand(shift, 2.18, 2 * half + 0.16, 0.75, 2.2, (150, 154, 158))
            scene.stand(shift, 2.17, 2 * half, 0.82, 2.13, (60, 92, 74))
        for at, (head, lines, tail) in enumerate(prints):
            skin = sheet(press, head, lines, tail, band=BANDS[(at + len(seed) + ord(seed[0])) % 5])
            x = shift + (at - (len(prints) - 1) / 2) * step
            scene.stand(x, 2.15, 0.76, 0.93, 0.93 + 0.76 * skin.height / skin.width, skin, light=0.96)
            for dx in (-0.36, 0.36):
                scene.stand(x + dx, 2.145, 0.06, 1.97, 2.02, (232, 220, 150))
        return scene.develop(0.04, 5, 0.7, tilt=scene.rng.uniform(-1.2, 1.2))

    return drawn


def rollup(seed: str, paper: Print) -> Draw:
    """A roll-up in a lobby with people passing."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, (1200, 1600), eye=1.5, turn=-0.06, zoom=1.0)
        scene.room((222, 216, 204), (170, 164, 154), 7, 3.5, 3.6)
        scene.crowd(4, 4.5, 6.3, 1.8)
        head, lines, tail = paper
        scene.stand(
            0.1, 2.6, 0.9, 0.06, 2.0, sheet(press, head, lines, tail, size=(520, 1120), band="#0e7490"), yaw=0.15
        )
        scene.stand(0.1, 2.55, 0.96, 0, 0.07, (90, 92, 96))
        return scene.develop(0.02, 4)

    return drawn


def table(seed: str, paper: Print, many: int = 7, hands: bool = False, words: str = "", crowd: int = 0) -> Draw:
    """Leaflets on a table; with people who take them, and a banner behind."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, (1600, 1200), eye=1.6 if hands else 1.75, zoom=0.85)
        head, lines, tail = paper
        skin = sheet(
            press,
            head,
            lines,
            tail,
            size=(560, 800),
            band=BANDS[len(seed) % 5] if not seed.startswith("r") else "#b3261e",
        )
        if hands:
            scene.face(((-40, 20, 30), (40, 20, 30), (40, 0, 30), (-40, 0, 30)), (176, 204, 226))
            scene.floor((146, 142, 134), 30)
            scene.stand(0, 4.4, 4.4, 2.1, 2.75, banner(press, words, (1500, 220)))
            for x in (-1.1, 0.1, 1.2):
                scene.person(x, 4.0)
            scene.stand(0, 3.3, 3.4, 0.02, 0.78, (176, 36, 44))
            scene.face(((-1.7, 0.78, 3.7), (1.7, 0.78, 3.7), (1.7, 0.78, 3.3), (-1.7, 0.78, 3.3)), (196, 60, 64))
            for at in range(4):
                scene.stand(-1.2 + at * 0.8, 3.28, 0.4, 0.2, 0.76, skin)
            scene.crowd(crowd, 2.3, 2.9, 1.9)
            return scene.develop(0.0, 4)
        scene.face(((-6, 6, 5), (6, 6, 5), (6, -1, 5), (-6, -1, 5)), (198, 200, 196))

        def spot(x: float, down: float) -> tuple[float, float, float]:
            """On the table's top, which the camera looks down upon."""
            return x, 2.35 - 1.75 * down, 2.9 - 0.8 * down

        scene.face((spot(-1.7, -0.02), spot(1.7, -0.02), spot(1.7, 1.2), spot(-1.7, 1.2)), (156, 112, 70))
        for at in range(many):
            row, column = divmod(at, 4)
            x, far = -1.02 + column * 0.68, 0.06 + row * 0.48
            lean = scene.rng.uniform(-0.04, 0.04)
            leaf = (
                spot(x - 0.27 + lean, far),
                spot(x + 0.27 + lean, far),
                spot(x + 0.27 - lean, far + 0.41),
                spot(x - 0.27 - lean, far + 0.41),
            )
            scene.face(leaf, skin)
        return scene.develop(0.05, 5)

    return drawn


def cases() -> Iterator[Case]:
    yield Case(
        "wp-wall-exif",
        "3.3",
        bundle(("3.3 张贴海报/IMG_0411.jpg", wall("w1", POLICY), datetime(2024, 4, 11, 10, 20))),
        POSTER,
        note="墙上的政策海报，EXIF 在期内 → 20",
    )
    yield Case(
        "wp-wall-marked",
        "3.3",
        bundle(
            ("3.3/宿舍楼.jpg", mark(wall("w22", STAY, turn=-0.1, tone=(186, 168, 150)), "2024-09-12", "14:05")),
            quality=70,
        ),
        POSTER,
        note="水印相机日期 → 20",
    )
    yield Case(
        "wp-wall-board-glass",
        "3.3",
        bundle(
            (
                "3.3/宣传栏.jpg",
                framed(
                    wall("g3", POLICY, STAY, FILM, frame=True, turn=0.05, size=(1600, 1200)),
                    "vivo X100",
                    "2024/05/08 16:12:40",
                ),
            )
        ),
        POSTER,
        note="宣传栏三张中两张是政策 → 20",
    )
    yield Case(
        "wp-wall-rollup",
        "3.3",
        bundle(("3.3/展架.jpg", digits(rollup("r1", POLICY), "24-10-09"))),
        POSTER,
        note="大厅展架，相机日期 24-10-09 → 20",
    )
    yield Case(
        "wp-wall-own-date",
        "3.3",
        bundle(("3.3/海报.jpg", wall("o1", (STAY[0], STAY[1], "威海职业学院　2024年3月")))),
        POSTER,
        note="没有别的日期时以海报自己的日期为准 → 20",
    )
    yield Case(
        "wp-wall-undated",
        "3.3",
        bundle(("3.3/海报.jpg", wall("u1", POLICY, turn=0.18))),
        {**POSTER, "3.3": (0, 0, 20)},
        want_flags=(("3.3", "date-missing"),),
        note="没有任何日期 → 0/0/20",
    )
    yield Case(
        "wp-wall-2023",
        "3.3",
        bundle(("3.3/海报.jpg", mark(wall("l1", (POLICY[0], POLICY[1], "自2024年1月起执行")), "2023-11-28", "08:55"))),
        NO_POSTER,
        want_flags=(("3.3", "date-outside-period"),),
        note="张贴于 2023；海报上印的日期不算 → 0",
    )
    yield Case(
        "wp-wall-fair-poster",
        "3.3",
        bundle(("3.3/海报.jpg", mark(wall("f1", FAIR), "2024-03-11"))),
        {"3.3": (20, 20, 20), "3.4": ZERO, "4.4": ZERO, "4.5": ZERO, "1.3": ZERO},
        alt={"4.4": [(0, 0, 5)], "1.3": [(0, 0, 10)]},
        note="海报的照片归 3.3（就业字样）；海报上的招聘会不是现场",
    )
    yield Case(
        "wp-wall-fair-poster-in-fairs",
        "4.4",
        bundle(("4.4 校园招聘会/海报.jpg", mark(wall("f2", FAIR, turn=-0.14), "2024-03-11"))),
        {"4.4": ZERO, "3.4": ZERO, "4.5": ZERO, "1.3": ZERO},
        alt={"4.4": [(0, 0, 5)], "1.3": [(0, 0, 10)]},
        note="只有海报：不是现场照片，proposed 0",
    )
    yield Case(
        "wp-wall-contest-poster",
        "4.8",
        bundle(("4.8 创业大赛/海报.jpg", mark(wall("c1", CONTEST), "2024-04-22"))),
        {"4.8": ZERO, "4.4": ZERO, "4.7": ZERO, "3.4": ZERO},
        alt={"4.8": [(0, 0, 8)]},
        note="大赛海报不是大赛现场",
    )
    yield Case(
        "wp-wall-film",
        "3.3",
        bundle(("3.3/海报.jpg", mark(wall("m1", FILM), "2024-05-10"))),
        NO_POSTER,
        alt={"3.3": [(0, 0, 20)]},
        note="电影海报无政策字样",
    )
    yield Case(
        "wp-wall-draft-design",
        "3.3",
        bundle(
            (
                "3.3/海报.png",
                page(
                    f"<div style='background:#fdf1de;height:1400px'><p style='background:#b3261e;color:#fff;font-size:84px;text-align:center;padding:80px 40px;line-height:1.3'><b>{POLICY[0]}</b></p><div style='padding:50px 80px;font-size:42px;line-height:2'>"
                    + "<br>".join(POLICY[1])
                    + "</div><p style='text-align:center;font-size:30px;color:#888'>海报设计稿 V3　2024年4月</p></div>",
                    (1000, 1400),
                ),
            )
        ),
        {**POSTER, "3.3": (0, 0, 20)},
        alt={"3.3": [ZERO]},
        note="文字自称设计稿 → 只在 high",
    )
    yield Case(
        "wp-wall-printed",
        "3.3",
        bundle(
            (
                "3.3/扫描.jpg",
                printed(
                    (wall("p1", POLICY, size=(1600, 1200)), wall("p2", STAY, turn=-0.08, size=(1600, 1200))),
                    ("2024年4月12日在3号教学楼张贴就业政策海报", "2024年4月12日在学生食堂张贴留威政策海报"),
                    "政策海报张贴照片",
                    -0.7,
                    242,
                ),
            )
        ),
        POSTER,
        note="打印照片带图注的扫描件：图注有日期 → 20",
    )
    yield Case(
        "wp-leaf-table",
        "3.4",
        bundle(
            (
                "3.4 印发宣传资料/折页.jpg",
                digits(table("t1", ("就业创业政策<br>宣传手册", POLICY[1], "免费领取　威海职业学院")), "2024 06 05"),
            )
        ),
        LEAFLET,
        note="桌上的政策手册，相机日期在期内 → 20",
    )
    yield Case(
        "wp-leaf-stall",
        "3.4",
        bundle(
            (
                "3.4/发放.jpg",
                table("s1", ("政策明白纸", STAY[1], ""), hands=True, words="就业创业政策宣传资料发放处", crowd=4),
                datetime(2024, 5, 28, 11, 40),
            )
        ),
        LEAFLET,
        note="摊位发放、EXIF 在期内 → 20",
    )
    yield Case(
        "wp-leaf-collage",
        "3.4",
        bundle(
            (
                "3.4/拼图.jpg",
                collage(
                    [
                        table(
                            f"q{at}", ("就业政策折页", STAY[1], ""), hands=True, words="留威就业政策宣传", crowd=2 + at
                        )
                        for at in range(4)
                    ],
                    ("食堂门口", "教学楼前", "宿舍区", "图书馆前"),
                    "2024年9月10日发放就业政策宣传资料",
                ),
            )
        ),
        LEAFLET,
        note="四图拼贴，标题有日期与发放 → 20",
    )
    yield Case(
        "wp-leaf-2022",
        "3.4",
        bundle(
            (
                "3.4/折页.jpg",
                digits(table("r9", ("毕业生就业<br>政策汇编", POLICY[1], "内部资料 注意保存")), "2022 06 01"),
            )
        ),
        NO_LEAFLET,
        want_flags=(("3.4", "date-outside-period"),),
        note="2022 年 → 0",
    )
    yield Case(
        "wp-leaf-undated",
        "3.4",
        bundle(("3.4/折页.jpg", table("ud", ("就业创业政策<br>宣传折页", STAY[1], "欢迎领取"), 4))),
        {**LEAFLET, "3.4": (0, 0, 20)},
        want_flags=(("3.4", "date-missing"),),
        note="无日期 → high",
    )
    yield Case(
        "wp-leaf-fraud",
        "3.4",
        bundle(("3.4/手册.jpg", digits(table("fr", FRAUD), "2024 04 30"))),
        NO_LEAFLET,
        alt={"3.4": [(0, 0, 20)]},
        note="反诈手册与就业政策无关：不得提议分",
    )
    yield Case(
        "wp-leaf-admissions",
        "3.4",
        bundle(("3.4/简章.jpg", digits(table("ad", ADMIT, 6), "2024 06 18"))),
        NO_LEAFLET,
        alt={"3.4": [(0, 0, 20)]},
        note="招生简章不是就业政策资料",
    )
