"""Places where events are held: gym halls and yards with booths, stages, lecture rooms and consulting rooms."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from tests.independent.fresh_pictures_kit import Scene, bricks, facade, plaster, sky
from tests.independent.fresh_pictures_prints import banner, notice_sheet, screen_wall, sign_board, stand

if TYPE_CHECKING:
    from tests.independent.press import Press

FIRMS = (
    "威海海源电子有限公司", "荣成鲁洋水产集团", "山东天河机械股份", "威海光启复合材料", "文登汇泽家纺", "乳山澄海食品",
    "威海卫城物业服务", "环宇数控科技", "石岛远航船舶工程", "威海锦程医疗器械", "双岛湾酒店集团", "中原智造（威海）",
)  # fmt: skip


def booths(
    press: Press,
    rng: Random,
    line: str,
    *,
    back: str = "#c40d12",
    ink: str = "#fff",
    turn: float = 0.0,
    people: int = 11,
    shake: int = 0,
    small: str = "",
    hall: str = "",
) -> Image.Image:
    """A gym hall: two rows of tables with firms' names, a banner behind; `hall` names one that is seen again."""
    look = Random(hall) if hall else rng
    scene = Scene(
        rng,
        1600,
        1200,
        focal=rng.uniform(0.74, 0.9),
        eye=rng.uniform(1.55, 2.6),
        turn=turn,
        tilt=rng.uniform(-0.1, 0.0),
    )
    wall = look.choice([(210, 206, 196), (176, 196, 212), (226, 214, 180), (196, 200, 196)])
    ground = (
        plaster(rng, (178, 130, 84), 7, (900, 1600))
        if look.random() < 0.5
        else bricks(rng, look.choice([(196, 192, 184), (120, 140, 128)]), (1200, 1600), (80, 80))
    )
    scene.room(plaster(rng, wall), ground, deep=13, half=look.uniform(5.5, 8), high=look.uniform(4.6, 6.5))
    low = look.uniform(2.7, 3.3)
    scene.upright(
        rng.uniform(-0.8, 0.8),
        12.9,
        8.6,
        low,
        low + 0.9,
        banner(press, line, back=back, ink=ink, small=small, high=160 if small else 150),
    )
    picked = look.sample(FIRMS, 8)
    cloth = look.choice([(154, 32, 40), (36, 62, 128), (214, 212, 206)])
    front, top = (
        plaster(rng, cloth, 4, (300, 700)),
        plaster(rng, (cloth[0] + 12, cloth[1] + 12, cloth[2] + 12), 4, (200, 700)),
    )
    for row, z in enumerate((10.5, 8.6, 6.7, 4.9)):
        for side, x in enumerate((-3.5, 3.5)):
            scene.upright(
                x,
                z + 1.0,
                1.7,
                1.55,
                1.95,
                sign_board(press, picked[row * 2 + side], back=look.choice(["#1d4f91", "#b3191f", "#0f6a5a"])),
                shadow=0,
            )
            for pole in (-0.85, 0.85):
                scene.upright(x + pole, z + 1.02, 0.03, 0, 1.95, plaster(rng, (150, 150, 152), 1, (200, 20)), shadow=0)
            scene.person(x - 0.4, z + 0.75, back=False, sits=True)
            scene.person(x + 0.4, z + 0.75, back=False, sits=True)
            scene.box(x, z, 1.7, 0.6, 0.75, front, top)
        for _ in range(2):
            scene.person(rng.choice((-1, 1)) * rng.uniform(1.6, 3.4), z - 0.5, back=rng.random() < 0.75)
    scene.crowd(people, 3.0, 9.0, rng.uniform(1.6, 3.4))
    return scene.develop(warm=rng.uniform(0, 0.05), noise=4, shake=shake)


def tents(
    press: Press,
    rng: Random,
    line: str,
    *,
    back: str = "#c40d12",
    ink: str = "#ffeb5a",
    names: Sequence[str] = FIRMS,
    hall: str = "",
) -> Image.Image:
    """A yard: a row of tents with names, a banner before them; `hall` names a yard that is seen again."""
    look = Random(hall) if hall else rng
    scene = Scene(
        rng,
        1600,
        1200,
        focal=rng.uniform(0.74, 0.9),
        eye=rng.uniform(1.5, 2.8),
        turn=rng.uniform(-0.13, 0.13),
        tilt=rng.uniform(-0.05, 0.04),
    )
    scene.plane(((-40, 22, 24), (40, 22, 24), (40, 4, 24), (-40, 4, 24)), sky(rng))
    scene.plane(
        ((-24, 9.5, 22), (24, 9.5, 22), (24, 0, 22), (-24, 0, 22)),
        facade(
            rng,
            look.choice([(176, 110, 92), (206, 196, 178), (150, 158, 170)]),
            look.randrange(2, 6),
            look.randrange(10, 22),
        ),
    )
    scene.floor(bricks(rng, (170, 164, 156), (1400, 2400), (40, 40)), 22, 0.9, 18)
    roof = plaster(rng, look.choice([(48, 96, 176), (176, 40, 44), (44, 120, 84), (224, 224, 226)]), 6, (200, 600))
    for at, x in enumerate((-6.2, -3.1, 0.0, 3.1, 6.2)):
        scene.plane(((x - 1.1, 3.0, 11.5), (x + 1.1, 3.0, 11.5), (x + 1.5, 2.2, 9.6), (x - 1.5, 2.2, 9.6)), roof, 0.95)
        scene.upright(
            x,
            9.6,
            3.0,
            1.98,
            2.24,
            sign_board(press, names[(at * 5 + rng.randrange(3)) % len(names)], back="#2b62b0", wide=800, high=80),
            shadow=0,
        )
        for pole in (-1.46, 1.46):
            scene.upright(x + pole, 9.6, 0.06, 0, 2.2, plaster(rng, (220, 220, 222), 1, (200, 20)), shadow=0)
        scene.person(x - 0.4, 9.3, back=False, sits=True)
        scene.person(x + 0.4, 9.3, back=False, sits=True)
        scene.box(
            x,
            8.5,
            1.8,
            0.6,
            0.75,
            plaster(rng, (214, 214, 212), 3, (300, 700)),
            plaster(rng, (228, 228, 226), 3, (200, 700)),
        )
    scene.upright(0, 8.0, 6.9, 2.75, 3.3, banner(press, line, back=back, ink=ink))
    scene.crowd(rng.randrange(9, 18), rng.uniform(2.8, 4.2), 7.8, 5)
    return scene.develop(warm=0.03)


def backdrop(
    press: Press, rng: Random, title: str, lines: Sequence[str], *, hue: int = 215, people: int = 7
) -> Image.Image:
    """People before a printed wall at the entrance, as for a group photo."""
    scene = Scene(rng, 1600, 1200, focal=0.86, eye=1.5, tilt=0.05)
    scene.room(plaster(rng, (224, 222, 214)), bricks(rng, (198, 192, 180), step=(100, 100)), deep=8.5, half=5.5, high=4)
    scene.upright(0, 6.8, 6.4, 0.1, 3.3, screen_wall(press, title, lines, hue=hue, upper=True))
    for at in range(people):
        scene.person(-2.7 + 5.4 * at / max(1, people - 1) + rng.uniform(-0.15, 0.15), 5.4, back=False)
    return scene.develop(noise=3.5)


def stage(
    press: Press, rng: Random, title: str, lines: Sequence[str], *, hue: int = 220, heads: int = 9, speaker: bool = True
) -> Image.Image:
    """A hall with a lit screen, somebody beside it, rows of heads before the camera, dark round about."""
    scene = Scene(rng, 1600, 1200, focal=0.8, eye=1.7, tilt=-0.05, turn=rng.uniform(-0.1, 0.1))
    scene.room(plaster(rng, (112, 92, 80)), plaster(rng, (96, 66, 48), 6), deep=10, half=6, high=4.4, lamps=False)
    scene.upright(0, 9.8, 7.2, 1.05, 4.1, screen_wall(press, title, lines, hue=hue), light=1.6, shadow=0)
    scene.box(
        0, 8.4, 9.4, 1.3, 0.6, plaster(rng, (92, 52, 40), 4, (200, 900)), plaster(rng, (150, 104, 70), 5, (200, 900))
    )
    if speaker:
        scene.box(
            -3.4,
            8.3,
            0.7,
            0.4,
            1.5,
            plaster(rng, (84, 50, 34), 3, (400, 200)),
            plaster(rng, (110, 70, 48), 3, (100, 200)),
        )
        scene.person(-2.3, 8.0, back=False, tall=2.2, coat=(28, 30, 40))
    for row, z in enumerate((5.6, 4.2, 3.0)):
        for at in range(heads):
            scene.person(
                -3.2 + 6.4 * (at + row * 0.5) / heads + rng.uniform(-0.08, 0.08),
                z,
                sits=True,
                coat=(rng.randrange(30, 90), rng.randrange(30, 90), rng.randrange(40, 100)),
            )
        scene.box(
            0,
            z - 0.3,
            8.4,
            0.12,
            0.72,
            plaster(rng, (120, 40, 44), 5, (300, 900)),
            plaster(rng, (130, 48, 50), 4, (60, 900)),
        )
    return scene.develop(dim=0.94, noise=4.5, warm=0.04)


def consulting(
    press: Press,
    rng: Random,
    plate: str,
    *,
    sheet_text: Sequence[str] = (),
    roll: str = "",
    small: str = "",
    pairs: int = 1,
) -> Image.Image:
    """A room with a plate on the wall, a table, one who asks and one who answers."""
    scene = Scene(rng, 1600, 1200, focal=0.86, eye=1.5, turn=rng.uniform(-0.08, 0.08), tilt=-0.02)
    scene.room(
        plaster(rng, rng.choice([(228, 222, 208), (210, 222, 226), (232, 230, 226)])),
        bricks(rng, (202, 190, 168), step=(120, 120)),
        deep=5.4,
        half=3.3,
        high=2.9,
    )
    scene.upright(
        0.1,
        5.35,
        3.3,
        1.85,
        2.45,
        sign_board(press, plate, small=small, wide=900, high=170, back=rng.choice(["#1d4f91", "#a4141a", "#22775e"])),
    )
    if sheet_text:
        scene.upright(-2.1, 5.34, 0.62, 1.0, 1.85, notice_sheet(press, sheet_text[0], sheet_text[1:], ()))
    if roll:
        scene.upright(
            2.3,
            4.8,
            0.8,
            0.03,
            2.0,
            stand(press, roll, ("简历修改", "面试技巧", "政策咨询"), hue=rng.randrange(180, 240)),
            turn=-0.15,
        )
    scene.upright(-2.6, 5.1, 0.5, 0, 1.0, plaster(rng, (150, 126, 100), 4, (300, 200)), shadow=0.1)
    wood, top = plaster(rng, (150, 110, 78), 8, (300, 700)), plaster(rng, (184, 146, 108), 8, (200, 700))
    for at in range(pairs):
        x = (at - (pairs - 1) / 2) * 1.9
        scene.person(x + 0.1, 4.35, back=False, sits=True, coat=(40, 44, 58))
        scene.box(x, 3.5, 1.6, 0.65, 0.76, wood, top)
        scene.lying(
            x + 0.1,
            0.77,
            3.75,
            0.21,
            0.3,
            notice_sheet(press, "个人简历", ("求职意向", "教育经历", "实践经历"), ()),
            0.2,
        )
        scene.person(x - 0.35, 3.0, back=True, sits=True)
        scene.upright(x - 0.35, 2.9, 0.46, 0.03, 0.8, plaster(rng, (52, 54, 60), 5, (200, 120)), shadow=0.1)
    return scene.develop(warm=rng.uniform(0, 0.05), noise=3.5)


def doorway(press: Press, rng: Random, plate: str, small: str = "") -> Image.Image:
    """An open door with its plate, two people inside at a table."""
    scene = Scene(rng, 1200, 1600, focal=1.0, eye=1.5, turn=rng.uniform(-0.14, -0.04))
    scene.room(plaster(rng, (230, 228, 222)), bricks(rng, (190, 186, 180), step=(110, 110)), deep=6, half=3, high=2.8)
    scene.person(0.5, 5.2, back=False, sits=True)
    scene.box(
        0.4,
        4.4,
        1.4,
        0.6,
        0.76,
        plaster(rng, (150, 110, 78), 8, (300, 700)),
        plaster(rng, (184, 146, 108), 8, (200, 700)),
    )
    scene.person(0.0, 3.9, back=True, sits=True)
    scene.upright(0.0, 3.8, 0.46, 0.03, 0.8, plaster(rng, (52, 54, 60), 5, (200, 120)), shadow=0.1)
    wall = plaster(rng, (222, 224, 218))
    for x0, x1 in ((-4.0, -0.75), (0.95, 4.0)):
        scene.plane(((x0, 3.4, 2.9), (x1, 3.4, 2.9), (x1, -0.4, 2.9), (x0, -0.4, 2.9)), wall)
    scene.plane(((-0.75, 3.4, 2.9), (0.95, 3.4, 2.9), (0.95, 2.1, 2.9), (-0.75, 2.1, 2.9)), wall)
    for x in (-0.75, 0.95):
        scene.upright(x, 2.89, 0.09, 0, 2.12, plaster(rng, (122, 78, 52), 6, (400, 30)))
    scene.upright(
        -1.14,
        2.87,
        0.64,
        1.46,
        1.73,
        sign_board(press, plate, small=small, wide=520, high=220, back="#c9ccd0", ink="#8c1419"),
    )
    return scene.develop(noise=4)
