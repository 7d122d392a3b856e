# ruff: noqa: E501
"""Photos of posters on walls, behind glass and on stands, and of leaflets on tables and at booths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent import fresh_pictures_kit as room
from tests.independent import late_pictures_kit as pic
from tests.independent.anew_pictures_kit import camera, hall, on_wall, poster, put, stamped
from tests.independent.case import Case, Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
Sheet = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
FULL: Points = (20, 20, 20)
OPEN: Points = (0, 0, 20)


def policy(
    below: str = "威海职业学院就业指导中心 宣",
    head: str = "威海市高校毕业生<br>就业创业政策",
    ground: str = "#fff4e0",
    ink: str = "#8c1c13",
) -> Sheet:
    lines = (
        "来威就业的本科生可享生活补贴",
        "自主创业满一年可领创业补贴",
        "就业见习按月发放基本生活费",
        "青年人才公寓优先安排入住",
    )
    return lambda press: poster(press, head, lines, below, ground=ground, ink=ink)


def fair(below: str = "就业指导中心") -> Sheet:
    lines = ("时间：2024年4月19日 9:00", "地点：校体育馆一层", "参会企业：100余家", "请毕业生携带简历参加")
    return lambda press: poster(press, "春季校园双选会<br>就业，等你来", lines, below, ground="#123a7c", ink="#ffe9a8")


def club(press: Press) -> Image.Image:
    lines = ("零基础也能学", "每周三晚八点 大活二楼", "等你加入")
    return poster(press, "街舞社招新啦", lines, "学生社团联合会", ground="#2a1045", ink="#ff9df0")


def film(press: Press) -> Image.Image:
    lines = ("《海的尽头》", "周五晚七点 南操场", "自带小马扎")
    return poster(press, "周末露天电影", lines, "团委", ground="#111", ink="#ffd24a")


def contest() -> Sheet:
    lines = (
        "报名时间：2024年5月6日至20日",
        "对象：全体在校学生和毕业五年内校友",
        "赛道：高教、职教、红色之旅",
        "一等奖奖金五千元，优秀项目入驻创业园",
    )
    return lambda press: poster(
        press, "大学生创新创业大赛<br>校赛报名启动", lines, "创业学院", ground="#f3f8ff", ink="#0b3f91"
    )


def wall(seed: str, *sheets: Sheet, **how: object) -> Draw:
    return lambda press: on_wall(press, seed, [sheet(press) for sheet in sheets], **how)  # type: ignore[arg-type]


def rollup(press: Press, seed: str, sheet: Image.Image) -> Image.Image:
    """A stand in a lobby with people going by."""
    rng = Random(seed)
    scene = room.Scene(rng, 1200, 1600, eye=1.4, focal=1.0)
    scene.room(
        room.plaster(rng, (210, 206, 198), 4), room.bricks(rng, (176, 172, 164), step=(80, 80)), deep=6, half=3.4
    )
    scene.person(-1.5, 5)
    scene.person(1.6, 4.6, back=False)
    tall = sheet.crop((0, 0, sheet.width, sheet.height))
    scene.upright(0.1, 2.1, 1.05, 0.25, 0.25 + 1.05 * tall.height / tall.width, tall, turn=0.1)
    return scene.develop(noise=3.5)


def table(press: Press, seed: str, title: str, under: str, sheets: int = 6) -> Image.Image:
    """Leaflets laid out on a table, from above."""
    rng = Random(seed)
    pixels = pic.wall(rng, (1600, 1200), (150, 112, 78), (150, 112, 78), 0.98)
    colours = (("#c8102e", "#fff"), ("#0a5fb4", "#fff"), ("#fff8e8", "#a02818"))
    for at in range(sheets):
        ground, ink = colours[at % 3]
        sheet = pic.sign(
            press,
            f"<h1 style='font-size:38px;line-height:1.35'>{title}</h1><p style='font-size:20px;margin-top:20px;line-height:1.5'>{under}</p>",
            (340, 470),
            ground,
            ink,
            1.5,
        )
        x, y, lean = (
            0.04 + (at % 3) * 0.32 + rng.uniform(-0.01, 0.01),
            0.03 + (at // 3) * 0.5,
            rng.uniform(-0.025, 0.025),
        )
        pic.hang(
            pixels,
            sheet,
            ((x + lean, y), (x + 0.26 + lean, y - lean / 2), (x + 0.26, y + 0.45), (x, y + 0.45 + lean / 2)),
        )
    return pic.taken(pixels, rng)


def collage(press: Press, draws: Sequence[Draw], size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Photos beside and under each other with white gaps."""
    whole = Image.new("RGB", (size[0] * 2 + 30, size[1] * 2 + 30), "white")
    for at, draw in enumerate(draws):
        photo = draw(press)
        scale = max(size[0] / photo.width, size[1] / photo.height)
        photo = photo.resize((round(photo.width * scale), round(photo.height * scale)), Image.Resampling.LANCZOS)
        left, top = (photo.width - size[0]) // 2, (photo.height - size[1]) // 3
        part = photo.crop((left, top, left + size[0], top + size[1]))
        whole.paste(part, (10 + (at % 2) * (size[0] + 10), 10 + (at // 2) * (size[1] + 10)))
    return whole


def design(name: str, html: str) -> Callable[[Path, Press], None]:
    return lambda folder, press: press.pdf(put(folder, name), html)


def case(
    name: str,
    cell: str,
    points: Points,
    make: Callable[[Path, Press], None],
    note: str,
    also: bool = True,
    **more: object,
) -> Case:
    other = {"3.3": "3.4", "3.4": "3.3"}.get(cell)
    cells = {cell: points, **({other: ZERO} if other and also else {})}
    cells.update(more.pop("cells", {}))  # type: ignore[call-overload]
    return Case(name, cell, make, cells, note=note, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    spring = datetime(2024, 4, 12, 10, 21, 5)
    autumn = datetime(2024, 10, 9, 15, 2, 44)
    where = "三、政策宣传/3.3 张贴海报/"
    yield case(
        "ap-wall-policy",
        "3.3",
        FULL,
        camera(where + "IMG_20240412.jpg", wall("w1", policy()), spring),
        "a poster on a wall, the camera's day",
    )
    yield case(
        "ap-wall-glass",
        "3.3",
        FULL,
        camera(
            "海报/宣传栏.jpg",
            stamped(
                wall(
                    "w2",
                    policy("人社局 就业办 联合宣传", "留威就业 政策护航", "#0f4d3a", "#fdf6d8"),
                    glass=True,
                    tiles=False,
                ),
                "2024-05-06 星期一",
                "09:17",
                "威海职业学院 第一食堂",
            ),
        ),
        "behind glass, with a mark",
    )
    yield case(
        "ap-wall-rollup",
        "3.3",
        FULL,
        camera(
            where + "展架.jpg", lambda press: rollup(press, "w3", policy(head="人才新政<br>惠及毕业生")(press)), autumn
        ),
        "a stand in a lobby",
    )
    yield case(
        "ap-wall-three",
        "3.3",
        FULL,
        camera(
            "3.3/三张.jpg",
            wall("w4", policy(), policy(head="创业扶持政策", ground="#e8f1ff", ink="#123"), turn=0.05),
            autumn,
        ),
        "two posters",
    )
    stamp = "2023年12月印发 威人社字〔2023〕18号"
    yield case(
        "ap-wall-document-date",
        "3.3",
        FULL,
        camera(where + "1.jpg", wall("w5", policy(stamp)), spring),
        "the camera's day outranks what is printed",
        forbid_flags=[("3.3", "date-conflict")],
    )
    yield case(
        "ap-wall-own-date",
        "3.3",
        FULL,
        camera(where + "mmexport1.jpg", wall("w6", policy("威海职业学院就业办 2024年3月"))),
        "without another day the poster's own",
    )
    yield case(
        "ap-wall-undated",
        "3.3",
        OPEN,
        camera(where + "mmexport2.jpg", wall("w7", policy())),
        "no day anywhere",
        want_flags=[("3.3", "date-missing")],
    )
    yield case(
        "ap-wall-2023",
        "3.3",
        ZERO,
        camera(where + "IMG_2.jpg", wall("w8", policy()), datetime(2023, 5, 11, 9, 3)),
        "another year",
        want_flags=[("3.3", "date-outside-period")],
    )
    for name, sheet in (("club", club), ("film", film)):
        yield case(
            f"ap-wall-{name}",
            "3.3",
            OPEN,
            camera(where + "海报.jpg", wall(name, sheet), spring),
            "a poster of other things",
            alt={"3.3": [ZERO]},
        )
    none = {"4.4": ZERO, "1.3": ZERO}
    maybe = {"4.4": [(0, 0, 5)], "1.3": [(0, 0, 10)]}
    yield case(
        "ap-wall-fair",
        "3.3",
        FULL,
        camera(where + "双选会海报.jpg", wall("w9", fair()), spring),
        "a poster of a fair is a poster and no fair",
        cells=none,
        alt=maybe,
    )
    yield case(
        "ap-wall-fair-in-fairs",
        "4.4",
        ZERO,
        camera("4.4 校园招聘会/IMG_7.jpg", wall("w10", fair(), turn=-0.1), spring),
        "a photo of a poster serves 3.3, the fair on it is none that it shows",
        cells={"3.3": FULL, "1.3": ZERO},
        alt=maybe,
    )
    yield case(
        "ap-wall-contest-in-contests",
        "4.8",
        ZERO,
        camera("4.8 创业大赛/海报.jpg", wall("w11", contest()), datetime(2024, 5, 8, 12, 0)),
        "a photo of a poster serves 3.3, the contest on it is none that it shows",
        cells={"3.3": FULL},
        alt={"4.8": [(0, 0, 8)]},
    )
    html = "<body style='background:#fff4e0;color:#8c1c13;text-align:center;font-family:sans-serif'><h1 style='font-size:54px'>威海市就业创业政策</h1><p style='font-size:26px'>生活补贴 · 创业补贴 · 见习补贴</p><p>2024年4月</p></body>"
    yield case(
        "ap-poster-pdf",
        "3.3",
        OPEN,
        design(where + "海报终稿.pdf", html),
        "a PDF's page is a design",
        want_flags=[("3.3", "content-unconfirmed")],
    )
    four = [
        stamped(wall(f"c{at}", policy(head=head)), f"2024-04-{10 + at}", "10:0" + str(at), "威海职业学院")
        for at, head in enumerate(("就业政策宣传", "创业补贴政策", "见习政策问答", "人才公寓政策"))
    ]
    yield case(
        "ap-wall-collage",
        "3.3",
        FULL,
        camera(
            "3.3/拼图.jpg",
            lambda press: collage(
                press, [lambda p, d=draw: d(p).crop((0, 300, 1200, 1600)) for draw in four], (700, 758)
            ),
        ),
        "four posters in one picture, each with its mark",
    )
    leaflet = "3.4 印发宣传资料/"
    book = "威海市高校毕业生就业创业<br>政策宣传手册"
    yield case(
        "ap-leaflets-table",
        "3.4",
        FULL,
        camera(leaflet + "手册.jpg", lambda press: table(press, "l1", book, "威海职业学院就业指导中心编印"), autumn),
        "leaflets on a table, the camera's day",
    )
    yield case(
        "ap-leaflets-stamped",
        "3.4",
        FULL,
        camera(
            "宣传资料/折页.jpg",
            stamped(
                lambda press: table(press, "l2", "就业政策<br>明白纸", "补贴申领流程与咨询电话"),
                "2024-09-20 星期五",
                "14:30",
                "威海职业学院 学生服务大厅",
            ),
        ),
        "with a mark",
    )
    yield case(
        "ap-leaflets-booth",
        "3.4",
        FULL,
        camera(
            leaflet + "IMG_3302.jpg",
            lambda press: hall(
                press, "l3", "就业创业政策宣传资料发放点", stands=("政策手册", "免费领取"), outdoors=True
            ),
            spring,
        ),
        "a booth where material is handed out",
    )
    yield case(
        "ap-leaflets-undated",
        "3.4",
        OPEN,
        camera(leaflet + "微信图片.jpg", lambda press: table(press, "l4", book, "编印：就业指导中心", 3)),
        "no day anywhere",
        want_flags=[("3.4", "date-missing")],
    )
    yield case(
        "ap-leaflets-2023",
        "3.4",
        ZERO,
        camera(
            leaflet + "IMG_1.jpg",
            lambda press: table(press, "l5", "创业政策<br>宣传折页", "创业学院"),
            datetime(2023, 9, 14, 10, 10),
        ),
        "another year",
        want_flags=[("3.4", "date-outside-period")],
    )
    yield case(
        "ap-leaflets-dormitory",
        "3.4",
        OPEN,
        camera(leaflet + "IMG_4.jpg", lambda press: table(press, "l6", "宿舍用电<br>安全须知", "后勤处"), spring),
        "leaflets on other things",
        alt={"3.4": [ZERO]},
    )
