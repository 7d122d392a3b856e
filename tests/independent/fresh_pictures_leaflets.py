# ruff: noqa: E501
"""3.4: leaflets and booklets being handed out, lying on tables, and in reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from tests.independent.case import Case
from tests.independent.fresh_pictures_kit import Scene, bricks, facade, plaster, save_photo, sky
from tests.independent.fresh_pictures_pages import SERIF, SONG, Shot, uri, word
from tests.independent.fresh_pictures_posters import POINTS
from tests.independent.fresh_pictures_prints import (
    banner,
    booklet,
    notice_sheet,
    sheet,
    sign_board,
    stamped,
)

if TYPE_CHECKING:
    from tests.independent.press import Press


def _desk(
    press: Press,
    rng: Random,
    line: str,
    covers: list[Image.Image],
    *,
    hue: str = "#c40d12",
    sign: str = "",
    people: int = 5,
) -> Image.Image:
    """A table in a yard with booklets on it, a banner over it, students before it."""
    scene = Scene(rng, 1600, 1200, focal=rng.uniform(0.74, 0.86), eye=1.62, tilt=-0.06, turn=rng.uniform(-0.1, 0.1))
    if rng.random() < 0.35:
        scene.room(plaster(rng, (224, 220, 208)), bricks(rng, (196, 190, 180), step=(100, 100)), deep=9, half=6)
        scene.crowd(4, 6.5, 8.6, 4)
    else:
        scene.plane(((-26, 14, 16), (26, 14, 16), (26, 5, 16), (-26, 5, 16)), sky(rng))
        colour = rng.choice([(190, 160, 140), (204, 200, 190), (150, 104, 88), (214, 196, 160)])
        scene.plane(
            ((-18, 7.6, 15), (18, 7.6, 15), (18, 0, 15), (-18, 0, 15)),
            facade(rng, colour, rng.randrange(2, 5), rng.randrange(10, 18)),
        )
        scene.floor(bricks(rng, (166, 160, 150), (1400, 2400), (48, 48)), 15, 0.9, 14)
        scene.crowd(5, 8, 13, 6, back=0.5)
    scene.upright(0, 5.4, 4.6, 1.95, 2.42, banner(press, line, back=hue))
    for x in (-2.3, 2.3):
        scene.upright(x, 5.4, 0.06, 0, 2.45, plaster(rng, (170, 170, 172), 2, (200, 20)))
    for x in (-1.1, 0.0, 1.1):
        scene.person(x, 4.5, back=False, sits=True)
    cloth = plaster(rng, (36, 62, 128), 4, (300, 900))
    scene.box(0, 3.2, 3.4, 0.8, 0.76, cloth, plaster(rng, (44, 72, 140), 4, (200, 900)))
    for at in range(9):
        scene.lying(
            -1.4 + at * 0.35,
            0.77,
            3.5 + rng.uniform(-0.1, 0.16),
            0.21,
            0.3,
            covers[at % len(covers)],
            rng.uniform(-0.3, 0.3),
        )
    if sign:
        scene.upright(0.9, 3.18, 0.8, 0.3, 0.6, sign_board(press, sign), shadow=0)
    for at in range(people):
        scene.person(
            -2.6 + at * 5.2 / max(1, people - 1) + rng.uniform(-0.2, 0.2),
            rng.uniform(2.5, 3.0),
            back=rng.random() < 0.8,
        )
    return scene.develop(warm=0.02)


def _spread(rng: Random, covers: list[Image.Image]) -> Image.Image:
    """Booklets on a wooden table, taken from above."""
    scene = Scene(rng, 1600, 1200, eye=0.95, tilt=-0.95, focal=0.8)
    grain = wood(rng)
    scene.plane(((-1.6, 0, 2.4), (1.6, 0, 2.4), (1.6, 0, 0.02), (-1.6, 0, 0.02)), grain)
    for at, cover in enumerate(covers):
        scene.lying(-0.34 + 0.32 * (at % 3), 0.002, 0.98 - 0.44 * (at // 3), 0.29, 0.4, cover, rng.uniform(-0.16, 0.16))
    return scene.develop(warm=0.06, noise=4)


def wood(rng: Random) -> Image.Image:
    """A table top with long grain."""
    plank = plaster(rng, (176, 132, 92), 12, (60, 900)).resize((900, 700))
    return plank


COVERS = (
    ("威海市高校毕业生<br>就业创业政策手册", 5, "政策手册"),
    ("留威来威<br>人才政策折页", 205, "宣传折页"),
    ("大学生创业<br>扶持政策明白纸", 150, "明白纸"),
)


def _covers(press: Press) -> list[Image.Image]:
    return [booklet(press, title, "威海市人力资源和社会保障局", hue=hue, kind=kind) for title, hue, kind in COVERS]


def _handing(out: Path, press: Press) -> None:
    photo = _desk(
        press,
        Random("handing"),
        "2024年5月16日 高校毕业生就业创业政策宣传资料发放活动",
        _covers(press),
        sign="资料领取处",
    )
    photo.save(out / "发放现场.jpg", quality=84)


def _caption(out: Path, press: Press) -> None:
    photo = _desk(press, Random("caption"), "就业政策进校园", _covers(press)[:1], hue="#1d62b5", people=4)
    word(
        out / "宣传资料发放情况.docx",
        [
            "# 政策宣传资料印发情况",
            "为让毕业生了解我市政策，就业指导中心印制《威海市高校毕业生就业创业政策明白纸》2000份。",
            Shot(photo, "2024年4月25日在学生食堂前发放就业创业政策明白纸", 14),
            "2024年5月",
        ],
    )


def _table_top(out: Path, press: Press) -> None:
    covers = _covers(press)
    photo = _spread(Random("spread"), [*covers, covers[1], covers[0], covers[2]])
    stamped(press, photo, datetime(2024, 3, 14, 14, 8), place="山东交通学院（威海）", style="app").save(
        out / "折页手册.jpg", quality=86
    )


def _leaflet_and_list(out: Path, press: Press) -> None:
    rng = Random("leaflet")
    leaflet = notice_sheet(
        press,
        "威海市高校毕业生就业创业政策明白纸",
        tuple(f"{at}、{head}：{line}。" for at, (head, line) in enumerate(POINTS, 1)),
        ("威海市大学生就业创业服务指导站", "（山东药品食品职业学院）"),
    )
    shot = Scene(rng, 1200, 1600, eye=0.7, tilt=-1.25, focal=0.9)
    shot.plane(((-1.2, 0, 1.6), (1.2, 0, 1.6), (1.2, 0, -0.4), (-1.2, 0, -0.4)), wood(rng))
    shot.lying(0, 0.002, 0.22, 0.42, 0.594, leaflet, 0.04)
    save_photo(shot.develop(), out / "明白纸.jpg", datetime(2024, 6, 4, 9, 11, 2), ("vivo", "V2309A"))
    names = (
        ("制药工程系", "孙晓宁", 320),
        ("药学系", "毕文静", 280),
        ("食品工程系", "邹佳琪", 300),
        ("护理系", "王召阳", 260),
    )
    word(
        out / "领取登记表.docx",
        [
            "# 就业创业政策明白纸发放登记表",
            "发放时间：2024年6月4日&emsp;发放地点：就业指导中心".replace("&emsp;", "　"),
            [
                ("序号", "领取单位", "领取人", "数量（份）", "领取日期"),
                *((str(at), unit, name, str(count), "2024.6.4") for at, (unit, name, count) in enumerate(names, 1)),
            ],
        ],
    )


def _leaflet_design(out: Path, press: Press) -> None:
    thirds = "".join(
        f"<div style='flex:1;padding:26px;border-right:1px dashed #aaa'><h2 style='color:#a3171c;margin-bottom:16px'>{head}</h2><p style='font-size:17px;line-height:1.9'>{line}。</p></div>"
        for head, line in POINTS[:3]
    )
    press.pdf(
        out / "三折页（印刷版）.pdf",
        sheet(
            f"<h1 style='text-align:center;margin:20px 0'>威海市2024年高校毕业生就业创业政策宣传折页</h1><div style='display:flex;height:80%'>{thirds}</div>",
            "#fff9ef",
        ),
        "A4",
    )


def _leaflet_2023(out: Path, press: Press) -> None:
    photo = _desk(press, Random("l2023"), "威海市高校毕业生政策宣传月", _covers(press), people=3)
    stamped(press, photo, datetime(2023, 11, 7, 10, 30), place="威海市环翠区", style="app").save(
        out / "发放宣传册.jpg", quality=85
    )


def _textbooks(out: Path, press: Press) -> None:
    book = booklet(press, "高等数学<br>（上册）", "高等教育教材", hue=260, kind="教材")
    photo = _desk(press, Random("books"), "2024级新生教材发放点", [book], hue="#226644", sign="教材领取")
    stamped(press, photo, datetime(2024, 9, 3, 9, 2), place="威海海洋职业学院").save(out / "发放.jpg", quality=85)


def _leaflet_undated(out: Path, press: Press) -> None:
    photo = _desk(press, Random("lun"), "大学生就业创业政策宣传资料发放点", _covers(press), people=4)
    photo.save(out / "图片1.jpg", quality=82)


def _leaflet_by_post(out: Path, press: Press) -> None:
    """A bare photo whose event a notice of the same bundle dates."""
    photo = _desk(press, Random("lpost"), "“政策暖心 就业同行”宣传资料发放活动", _covers(press), hue="#8a1c3c")
    photo.save(out / "照片.jpg", quality=84)
    word(
        out / "活动通知.docx",
        [
            "# 关于开展“政策暖心 就业同行”宣传资料发放活动的通知",
            "各学院：",
            "定于2024年10月17日（周四）11:30在学苑餐厅门前举办“政策暖心 就业同行”宣传资料发放活动，向毕业生发放威海市就业创业政策手册，请通知本学院毕业生前来领取。",
            "北京交通大学威海校区学生就业办公室",
            "2024年10月14日",
        ],
    )


def _leaflet_ledger(out: Path, press: Press) -> None:
    word(
        out / "宣传资料发放台账.docx",
        [
            "# 2024年宣传资料发放台账",
            [
                ("序号", "日期", "资料名称", "份数", "发放对象", "经办人"),
                ("1", "2024.4.9", "威海市就业政策手册", "500", "2024届毕业生", "曲丽娜"),
                ("2", "2024.9.26", "创业补贴折页", "800", "2025届毕业生", "曲丽娜"),
            ],
        ],
    )


def _leaflet_article(out: Path, press: Press) -> None:
    """A page of the school's report with two photos side by side, printed and scanned."""
    one = _desk(press, Random("la1"), "就业政策宣传资料发放", _covers(press), people=4)
    two = _spread(Random("la2"), _covers(press))
    html = sheet(
        f"<h1 style='font:bold 27px/1.5 {SERIF};text-align:center;margin:16px 0 20px'>印发政策宣传资料佐证材料</h1><p style='font-size:17px;line-height:1.9;text-indent:2em'>2024年11月5日至7日，威海市大学生就业创业服务指导站（威海职业学院）在三个餐厅门口向毕业生发放《威海市高校毕业生就业创业政策手册》《留威来威人才政策折页》共计3000余份。</p><img src='{uri(one)}' style='width:100%;margin-top:20px'><p style='text-align:center;font-size:15px;margin:6px'>图1 学生领取政策手册（2024.11.5）</p><img src='{uri(two)}' style='width:72%;margin:12px 14% 0'><p style='text-align:center;font-size:15px;margin:6px'>图2 发放的手册与折页</p>",
        "#fff",
        "#111",
        SONG,
        70,
    )
    press.pdf(out / "3.4宣传资料.pdf", html)


def cases() -> Iterator[Case]:
    full, open_, none = (20, 20, 20), (0, 0, 20), (0, 0, 0)
    cell = "3.4"
    yield Case("fq-leaflet-handing-banner", cell, _handing, {cell: full}, note="横幅写日期和宣传资料发放")
    yield Case(
        "fq-leaflet-word-caption", cell, _caption, {cell: full}, school="山东外事职业大学", note="图注日期与发放明白纸"
    )
    yield Case(
        "fq-leaflet-table-top",
        cell,
        _table_top,
        {cell: full},
        school="山东交通学院（威海）",
        note="照片文字写明政策手册/折页，水印 2024",
    )
    yield Case(
        "fq-leaflet-with-list",
        cell,
        _leaflet_and_list,
        {cell: full},
        school="山东药品食品职业学院",
        note="a leaflet with a hand-out record，均 2024-06-04",
    )
    yield Case(
        "fq-leaflet-design",
        cell,
        _leaflet_design,
        {cell: open_},
        want_flags=((cell, "content-unconfirmed"),),
        note="PDF 折页设计稿：high",
    )
    yield Case(
        "fq-leaflet-2023",
        cell,
        _leaflet_2023,
        {cell: none},
        want_flags=((cell, "date-outside-period"),),
        note="水印 2023",
    )
    yield Case(
        "fq-leaflet-textbooks",
        cell,
        _textbooks,
        {cell: none},
        alt={cell: (open_,)},
        school="威海海洋职业学院",
        note="教材发放，不是政策宣传",
    )
    yield Case(
        "fq-leaflet-undated", cell, _leaflet_undated, {cell: open_}, want_flags=((cell, "date-missing"),), note="无日期"
    )
    yield Case(
        "fq-leaflet-dated-by-notice",
        cell,
        _leaflet_by_post,
        {cell: full},
        school="北京交通大学（威海）",
        note="同名活动的通知给照片定日期",
    )
    yield Case("fq-leaflet-ledger-only", cell, _leaflet_ledger, {cell: none}, note="台账行不是 3.4 的证据")
    yield Case(
        "fq-leaflet-report-pdf",
        cell,
        _leaflet_article,
        {cell: full},
        alt={cell: (open_,)},
        note="PDF 佐证页内的发放照片，图注 2024.11.5；若把 PDF 页当设计稿则只入 high",
    )
