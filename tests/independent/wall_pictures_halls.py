# ruff: noqa: E501
"""Fairs: halls and yards with banners, stands and people; bureaus' and portals' fairs, talks, clubs; prints and collages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.press import Press
from tests.independent.wall_pictures_kit import ZERO, Draw, bundle, digits, framed, holding, mark, page, scan
from tests.independent.wall_pictures_scene import Scene, banner

FIRMS = ("蓝鲸渔具", "远礁机电", "青贝食品", "海棠护理", "北岬软件", "银帆纺织")
OWN: dict[str, Points] = {"4.4": (5, 5, 5), "1.3": (10, 10, 10), "4.5": ZERO, "3.3": ZERO, "3.4": ZERO, "4.7": ZERO}
NOT_OWN: dict[str, Points] = {**OWN, "4.4": ZERO, "1.3": ZERO}


def fair(
    seed: str,
    words: str,
    *,
    yard: bool = False,
    firms: Sequence[str] = FIRMS,
    crowd: int = 12,
    ground: str = "#c8102e",
    ink: str = "#fff",
    turn: float = 0,
    tall: bool = False,
) -> Draw:
    """A hall with a banner over tables, or a yard with tents."""

    def drawn(press: Press) -> Image.Image:
        scene = Scene(seed, (1200, 1600) if tall else (1600, 1200), eye=1.75, turn=turn, zoom=1.2 if tall else 0.85)
        lines = words.count("\n") + 1
        cloth = banner(press, words, (1500, 140 * lines), ground, ink)
        if yard:
            scene.face(((-60, 30, 40), (60, 30, 40), (60, 0, 40), (-60, 0, 40)), (168, 200, 230))
            scene.face(((-14, 8, 22), (12, 8, 22), (12, 0, 22), (-14, 0, 22)), (196, 150, 120))
            for at in range(10):
                scene.face(
                    (
                        (-13 + at * 2.5, 6, 21.9),
                        (-11.8 + at * 2.5, 6, 21.9),
                        (-11.8 + at * 2.5, 4.6, 21.9),
                        (-13 + at * 2.5, 4.6, 21.9),
                    ),
                    (92, 116, 140),
                )
            scene.floor((150, 146, 138), 22)
            for x in (-3.4, 3.4):
                scene.face(
                    ((x - 0.08, 4.1, 7.5), (x + 0.08, 4.1, 7.5), (x + 0.08, 0, 7.5), (x - 0.08, 0, 7.5)), (90, 90, 94)
                )
        else:
            scene.room((214, 210, 200), (168, 132, 92), 8.5, 6, 5)
        scene.stand(0, 7.4, 6.6, 3.95 - 0.62 * lines, 3.95, cloth)
        for at, firm in enumerate(firms):
            x = (at - (len(firms) - 1) / 2) * 1.75
            z = 5.9 + 0.25 * abs(at - len(firms) / 2)
            if yard:
                scene.face(
                    ((x - 0.8, 2.1, z), (x, 2.6, z - 0.1), (x + 0.8, 2.1, z), (x, 2.0, z)),
                    (36, 92, 176) if at % 2 else (206, 52, 44),
                )
            scene.person(x + 0.1, z + 0.4, 1.3, low=-0.1)
            scene.stand(x, z, 1.4, 0.02, 0.78, (176, 44, 52) if seed < "m" else (58, 82, 140))
            scene.stand(x, z - 0.02, 1.1, 0.42, 0.72, banner(press, firm, (440, 120), "#f6f2e4", "#202020"))
        scene.crowd(crowd, 3, 5.4, 3.2)
        return scene.develop(0.03 if not yard else -0.01, 4, tilt=0.6 if turn else 0)

    return drawn


def collage(photos: Sequence[Draw], captions: Sequence[str], title: str) -> Draw:
    """Four photos on a page with a title and a caption each."""

    def laid(shown: Sequence[str]) -> Draw:
        cells = "".join(
            f"<div>{image}<p style='font-size:19px;text-align:center;padding:7px 0 12px'>{words}</p></div>"
            for image, words in zip(shown, captions, strict=True)
        )
        return page(
            f"<div style='padding:26px'><h1 style='font-size:32px;text-align:center;margin-bottom:18px'>{title}</h1><div style='display:grid;grid-template-columns:1fr 1fr;gap:14px'>{cells}</div></div>",
            (1200, 1040),
            1.4,
        )

    return holding(laid, *photos)


def printed(photos: Sequence[Draw], captions: Sequence[str], head: str, turn: float = 0.6, tone: int = 248) -> Draw:
    """A sheet with photos and captions that was printed and scanned."""
    return holding(
        lambda shown: scan(
            f"<h2 style='text-align:center;font-size:22px;margin-bottom:20px'>{head}</h2>"
            + "".join(
                f"<div style='width:500px;margin:0 auto'>{image}</div><p style='text-align:center;font-size:16px;margin:8px 0 22px'>{words}</p>"
                for image, words in zip(shown, captions, strict=True)
            ),
            turn,
            tone,
        ),
        *photos,
    )


def cases() -> Iterator[Case]:
    school = "威海职业学院"
    yield Case(
        "wp-fair-one",
        "4.4",
        bundle(
            (
                "4.4 校园招聘会/1.jpg",
                mark(fair("a1", f"{school}2024年春季校园双选会"), "2024-03-20", week="星期三 晴 9°C"),
            )
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="现场、横幅、日期俱全，一场 → 5；本校的招聘会也说明 1.3",
    )
    six = (
        ("春季综合双选会", "2024-03-20"),
        ("机电类专场招聘会", "2024-04-17"),
        ("护理类毕业生供需见面会", "2024-05-15"),
        ("商贸类专场招聘会", "2024-09-25"),
        ("秋季校园招聘会", "2024-10-23"),
        ("信息类专场双选会", "2024-11-20"),
    )
    yield Case(
        "wp-fair-six",
        "4.4",
        bundle(
            *(
                (
                    f"4.4/{at}.jpg",
                    mark(
                        fair(
                            f"s{at}",
                            school + name,
                            yard=at % 3 == 2,
                            turn=0.03 * (at - 2),
                            ground="#1c4f9c" if at == 3 else "#c8102e",
                        ),
                        day,
                    ),
                )
                for at, (name, day) in enumerate(six)
            )
        ),
        {**OWN, "4.4": (8, 8, 8)},
        facts={"4.4": {"fairs": 6}},
        note="六场不同日期、不同名称 → 8",
    )
    yield Case(
        "wp-fair-five",
        "4.4",
        bundle(
            *(
                (f"招聘会/{at}.jpg", digits(fair(f"v{at}", school + name, yard=at == 1), day.replace("-", " ")))
                for at, (name, day) in enumerate(six[:5])
            )
        ),
        {**OWN, "4.4": (5, 5, 8)},
        want_flags=(("4.4", "rule-ambiguous"),),
        facts={"4.4": {"fairs": 5}},
        note="恰五场 → 5/5/8",
    )
    yield Case(
        "wp-fair-two-angles",
        "4.4",
        bundle(
            ("4.4/a.jpg", mark(fair("t1", f"{school}2024届毕业生春季招聘会"), "2024-04-10")),
            (
                "4.4/b.jpg",
                mark(fair("t2", f"{school}2024届毕业生春季招聘会", turn=0.1, crowd=20), "2024-04-10", "10:35"),
            ),
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="同一天同一名称两个角度 → 一场",
    )
    yield Case(
        "wp-fair-yard-framed",
        "4.4",
        bundle(
            (
                "4.4/IMG_8841.jpg",
                framed(
                    fair("y1", f"{school}秋季校园招聘会", yard=True, crowd=18), "HUAWEI Pura 70", "2024.10.23 10:04"
                ),
            ),
            quality=72,
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="室外帐篷，手机白边有日期 → 5",
    )
    yield Case(
        "wp-fair-exif-tall",
        "4.4",
        bundle(
            (
                "4.4/现场.jpg",
                fair("e1", f"{school}\n毕业生就业双选大会", tall=True, firms=FIRMS[:3]),
                datetime(2024, 5, 22, 9, 31),
            )
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="EXIF 单独就能定日期 → 5",
    )
    yield Case(
        "wp-fair-undated",
        "4.4",
        bundle(("4.4/现场.jpg", fair("u1", f"{school}2024届毕业生校园招聘会"))),
        {"4.4": (0, 0, 5), "4.5": ZERO, "3.3": ZERO, "3.4": ZERO},
        want_flags=(("4.4", "date-missing"),),
        note="“2024届”不是日期，别无日期 → high",
    )
    yield Case(
        "wp-fair-2023",
        "4.4",
        bundle(("4.4/现场.jpg", mark(fair("l1", f"{school}2023年秋季校园招聘会", yard=True), "2023-10-25"))),
        {"4.4": ZERO, "4.5": ZERO, "3.3": ZERO},
        want_flags=(("4.4", "date-outside-period"),),
        note="2023 年的活动，虽面向 2024 届 → 0",
    )
    yield Case(
        "wp-fair-other-school",
        "4.4",
        bundle(
            ("4.4/现场.jpg", mark(fair("o1", "山东外事职业大学2024年春季双选会"), "2024-04-03", place="威海市·乳山市"))
        ),
        NOT_OWN,
        want_flags=(("4.4", "school-mismatch"),),
        note="别校的招聘会哪里都不算",
    )
    yield Case(
        "wp-fair-bureau",
        "4.5",
        bundle(
            (
                "4.5/现场.jpg",
                mark(
                    fair("b1", "威海市人力资源和社会保障局\n2024年高校毕业生专场招聘会", crowd=20),
                    "2024-04-13",
                    place="威海国际展览中心",
                ),
            )
        ),
        {**NOT_OWN, "4.5": (8, 8, 8)},
        note="人社局的招聘会 → 4.5 8；不是校园招聘会，也不是学校的场地",
    )
    yield Case(
        "wp-fair-bureau-as-venue",
        "1.3",
        bundle(
            (
                "1.3 招聘会场地/场地.jpg",
                mark(
                    fair("b2", "荣成市人力资源和社会保障局\n春风行动招聘会", ground="#0a5fb0"),
                    "2024-02-24",
                    place="荣成市博览中心",
                ),
            )
        ),
        {**NOT_OWN, "4.5": (8, 8, 8)},
        alt={"1.3": [(0, 0, 10)]},
        note="别人的招聘会在别处 → 1.3 不得分；4.5 认",
    )
    yield Case(
        "wp-fair-portal",
        "4.5",
        bundle(
            (
                "4.5/现场.jpg",
                mark(fair("p1", "海湾人才网2024年春季人才交流会", ground="#e67b1a"), "2024-03-30", place="蓝湾酒店"),
            )
        ),
        NOT_OWN,
        alt={"4.5": [(0, 0, 8)], "4.4": [(0, 0, 5)]},
        note="商业网站在酒店办的：不是公共机构，也不是校园招聘会",
    )
    yield Case(
        "wp-fair-company-talk",
        "4.4",
        bundle(
            ("4.4/宣讲.jpg", mark(fair("c1", "远礁机电走进威海职业学院校园宣讲会", firms=(), crowd=22), "2024-09-18"))
        ),
        {"4.4": (0, 0, 5), "4.5": ZERO, "3.3": ZERO, "3.4": ZERO},
        want_flags=(("4.4", "judgement-required"),),
        note="宣讲会只在 high",
    )
    yield Case(
        "wp-fair-no-words",
        "4.4",
        bundle(("4.4 举办校园招聘会/IMG_1.jpg", mark(fair("n1", "　", firms=(), crowd=26), "2024-04-17"))),
        {"4.4": (0, 0, 5), "3.3": ZERO, "3.4": ZERO},
        want_flags=(("4.4", "content-unconfirmed"),),
        note="没有说明内容的文字：只有文件夹名 → high",
    )
    yield Case(
        "wp-fair-clubs",
        "4.4",
        bundle(
            (
                "4.4/现场.jpg",
                mark(
                    fair(
                        "k1",
                        "威海职业学院2024年社团招新嘉年华",
                        yard=True,
                        firms=("吉他社", "轮滑社", "文学社", "围棋社"),
                    ),
                    "2024-09-21",
                ),
            )
        ),
        NOT_OWN,
        alt={"4.4": [(0, 0, 5)]},
        note="社团招新不是招聘会",
    )
    yield Case(
        "wp-fair-two-years",
        "4.4",
        bundle(("4.4/现场.jpg", digits(fair("d1", f"{school}2024年春季招聘会\n2024年4月16日"), "2023 11 08"))),
        {"4.4": (0, 0, 5), "4.5": ZERO, "3.3": ZERO},
        want_flags=(("4.4", "date-conflict"),),
        note="横幅 2024、相机 2023，其一在期外 → 扣住，high",
    )
    shots = [fair(f"g{at}", f"{school}2024年秋季双选会", turn=0.03 * at, crowd=8 + at * 3) for at in range(4)]
    yield Case(
        "wp-fair-collage",
        "4.4",
        bundle(
            (
                "4.4/拼图.jpg",
                collage(
                    shots,
                    ("入场签到", "企业展位", "学生咨询", "现场面试"),
                    f"{school}2024年秋季双选会（2024年10月16日）",
                ),
            ),
            quality=76,
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="四张拼图一个标题一个日期 → 一场",
    )
    yield Case(
        "wp-fair-printed",
        "4.4",
        bundle(
            (
                "4.4/扫描件.jpg",
                printed(
                    shots[:2],
                    ("图1　2024年10月16日秋季双选会现场", "图2　2024年10月16日毕业生与企业洽谈"),
                    f"{school}校园招聘会照片",
                ),
            )
        ),
        OWN,
        facts={"4.4": {"fairs": 1}},
        note="照片打印加图注再扫描：图注定日期，一场",
    )
