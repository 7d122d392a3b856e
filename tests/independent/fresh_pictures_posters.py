# ruff: noqa: E501
"""3.3: policy posters on walls, boards and stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook
from PIL import Image

from tests.independent.case import Case
from tests.independent.fresh_pictures_kit import Scene, bricks, facade, plaster, save_photo
from tests.independent.fresh_pictures_pages import SANS, Block, Shot, word
from tests.independent.fresh_pictures_prints import (
    collage,
    notice_sheet,
    poster,
    sheet,
    stamped,
    stand,
)

if TYPE_CHECKING:
    from tests.independent.press import Press

POINTS = (
    ("租房补贴", "全日制本科毕业生来威就业，每月发放，最长三年"),
    ("购房补贴", "首次购买商品住房，按学历一次性发放"),
    ("创业担保贷款", "个人最高30万元，财政给予贴息"),
    ("就业见习", "见习期间发放生活补助，见习期满优先留用"),
)
BUREAU = "威海市人力资源和社会保障局 宣"


def _policy(
    press: Press,
    style: str = "red",
    title: str = "青春留威<br>就业创业政策礼包",
    foot: str = BUREAU,
    under: str = "致高校毕业生",
) -> Image.Image:
    return poster(press, title, under, POINTS, foot, style=style)


# ---- places where posters hang ----


def _brick_wall(rng: Random, picture: Image.Image, *, turn: float = 0.22) -> Image.Image:
    scene = Scene(rng, 1200, 1600, turn=turn, focal=0.95)
    scene.plane(
        ((-6, 4.2, 2.2), (6, 4.2, 2.2), (6, -0.6, 2.2), (-6, -0.6, 2.2)),
        bricks(rng, (156, 92, 74), (1440, 3600), (24, 76)),
    )
    middle = 0.45 if turn > 0 else -0.45
    scene.upright(middle, 2.19, 0.9, 0.95, 2.22, picture)
    for x in (-0.42, 0.42):
        scene.upright(middle + x, 2.185, 0.07, 2.16, 2.24, plaster(rng, (216, 208, 170), 2, (40, 80)), shadow=0)
    return scene.develop(warm=0.03)


def _glass_board(rng: Random, pictures: list[Image.Image]) -> Image.Image:
    """A window board in a yard: aluminium frame, blue felt, glass that mirrors."""
    scene = Scene(rng, 1600, 1200, turn=-0.14, focal=0.7)
    scene.plane(((-14, 9, 9), (14, 9, 9), (14, -0.2, 9), (-14, -0.2, 9)), facade(rng, (196, 150, 128)))
    scene.floor(bricks(rng, (150, 148, 142), step=(60, 60)), 9)
    scene.upright(-0.4, 2.6, 3.5, 0.62, 2.38, plaster(rng, (176, 180, 184), 3, (400, 800)))
    scene.upright(-0.4, 2.58, 3.34, 0.72, 2.28, plaster(rng, (44, 84, 142), 6, (400, 800)))
    step = 3.2 / len(pictures)
    for at, picture in enumerate(pictures):
        scene.upright(-1.98 + step * (at + 0.5), 2.56, min(0.94, step * 0.9), 0.86, 2.16, picture, light=0.93)
    scene.glare(0.72, 0.3, 0.2, 60)
    scene.glare(0.15, 0.75, 0.1, 40)
    return scene.develop(dim=0.96)


def _hall(rng: Random, picture: Image.Image, *, people: int = 3, wide: float = 0.8, top: float = 2.0) -> Image.Image:
    """A stand in an entrance hall."""
    scene = Scene(rng, 1200, 1600, focal=1.05, turn=-0.05)
    scene.room(plaster(rng, (222, 216, 204)), bricks(rng, (188, 184, 176), step=(110, 110)), deep=7)
    scene.crowd(people, 4.6, 6.4, 2.4)
    scene.shade(0.1, 2.7, 0.6, 0.4)
    scene.upright(0.1, 2.7, wide, 0.03, top, picture, turn=0.12, shadow=0.12)
    return scene.develop(noise=4)


def _corridor_collage(press: Press, rng: Random, pictures: list[Image.Image]) -> Image.Image:
    shots = []
    for picture in pictures:
        scene = Scene(rng, 1000, 1000, turn=rng.uniform(-0.3, 0.3), focal=0.9)
        scene.plane(((-6, 4, 2.4), (6, 4, 2.4), (6, 1, 2.4), (-6, 1, 2.4)), plaster(rng, (232, 230, 222)))
        scene.plane(((-6, 1, 2.4), (6, 1, 2.4), (6, -0.6, 2.4), (-6, -0.6, 2.4)), plaster(rng, (128, 158, 132)))
        scene.upright(0, 2.39, 0.86, 0.9, 2.12, picture)
        shots.append(scene.develop(warm=rng.uniform(-0.03, 0.05), noise=4))
    return collage(press, shots, columns=2, wide=900)


def _event_points(press: Press) -> Image.Image:
    return poster(
        press,
        "2025年新春<br>威海人才夜市",
        "政策咨询 · 岗位推介 · 就业服务",
        (("时间", "2025年1月18日 16:00"), ("地点", "威海市环翠区韩乐坊"), ("带什么", "简历3份、学生证")),
        BUREAU,
        style="blue",
    )


def _brick(out: Path, press: Press) -> None:
    photo = _brick_wall(Random("brick"), _policy(press))
    stamped(press, photo, datetime(2024, 4, 11, 15, 26), place="威海市·威海职业学院").save(
        out / "张贴海报1.jpg", quality=85
    )


def _window(out: Path, press: Press) -> None:
    notice = notice_sheet(
        press,
        "关于做好实验室安全检查的通知",
        ("各学院：请于本周内完成实验室危化品台账核对，并报实验管理中心。",),
        ("实验管理中心",),
    )
    photo = _glass_board(
        Random("window"),
        [
            notice,
            _policy(press, "blue", "来荣成 创未来<br>人才政策十条", "荣成市人力资源和社会保障局"),
            _policy(press, "green", "高校毕业生<br>创业补贴指南"),
        ],
    )
    save_photo(photo, out / "IMG_20240612_101533.jpg", datetime(2024, 6, 12, 10, 15, 33))


def _rollup(out: Path, press: Press) -> None:
    picture = stand(
        press,
        "威海市<br>青年人才政策",
        (
            "<b>就业</b>：小微企业吸纳毕业生社保补贴",
            "<b>创业</b>：一次性创业补贴、场地租赁补贴",
            "<b>安居</b>：租房补贴、人才公寓",
            "<b>培训</b>：免费创业培训",
        ),
        foot="扫码了解更多政策",
    )
    photo = _hall(Random("rollup"), picture)
    word(
        out / "政策海报张贴情况.docx",
        [
            "# 政策宣传海报张贴照片",
            "^山东大学（威海）学生就业指导中心",
            Shot(photo, "2024年9月10日 在图书馆一楼大厅设置人才政策展架", 9),
        ],
    )


def _design_pdf(out: Path, press: Press) -> None:
    rows = "".join(
        f"<h2 style='font-size:26px;margin:26px 0 6px'>{head}</h2><p style='font-size:19px'>{line}</p>"
        for head, line in POINTS
    )
    press.pdf(
        out / "海报.pdf",
        sheet(
            f"<h1 style='font:900 56px/1.3 {SANS};text-align:center;padding-top:60px'>2024威海市高校毕业生<br>就业创业政策</h1>{rows}<p style='margin-top:60px'>{BUREAU}</p>",
            "#fbe9d0",
            "#9c1216",
            SANS,
        ),
        "A3",
    )


def _design_docx(out: Path, press: Press) -> None:
    word(
        out / "3.3海报.docx",
        ["# 2024年政策海报", Shot(_policy(press, "paper"), "图1 海报设计稿（电子版），2024年3月定稿", 10)],
    )


def _old(out: Path, press: Press) -> None:
    photo = _brick_wall(Random("old"), _policy(press, "paper", "威海市大学生<br>就业补贴一览"), turn=-0.2)
    stamped(press, photo, datetime(2023, 5, 18, 9, 40), style="orange").save(out / "海报照片.jpg", quality=84)


def _undated(out: Path, press: Press) -> None:
    photo = _hall(
        Random("undated"), _policy(press, "green", "高校毕业生<br>就业政策明白栏"), people=1, wide=1.0, top=1.75
    )
    photo.save(out / "微信图片_1.jpg", quality=80)


def _singer(out: Path, press: Press) -> None:
    picture = poster(
        press,
        "校园十佳歌手<br>总决赛",
        "唱响青春",
        (("时间", "2024年5月24日 19:00"), ("地点", "大学生活动中心剧场"), ("领票", "各学院文体部")),
        "校学生会",
        style="blue",
    )
    stamped(press, _brick_wall(Random("singer"), picture), datetime(2024, 5, 20, 12, 5), place="威海海洋职业学院").save(
        out / "海报.jpg", quality=85
    )


def _later_event(out: Path, press: Press) -> None:
    photo = _hall(Random("later"), _event_points(press), people=4, wide=1.1, top=1.9)
    stamped(press, photo, datetime(2024, 12, 19, 8, 52), style="strip", place="Redmi K70").save(
        out / "IMG20241219085214.jpg", quality=86
    )


def _four(out: Path, press: Press) -> None:
    pictures = [
        _policy(press, style, title)
        for style, title in (
            ("red", "留威就业<br>政策直通车"),
            ("blue", "乳山市引才<br>政策十问"),
            ("paper", "创业担保贷款<br>政策说明"),
            ("green", "文登区青年<br>人才公寓"),
        )
    ]
    stamped(
        press,
        _corridor_collage(press, Random("four"), pictures),
        datetime(2024, 10, 8, 16, 44),
        style="work",
        place="哈尔滨理工大学荣成校区3号公寓",
        lines=("内&emsp;容：张贴就业政策海报",),
    ).save(out / "宿舍楼张贴拼图.jpg", quality=85)


def _ledger_photo(out: Path, press: Press) -> None:
    one = _brick_wall(Random("ledger"), _policy(press, "red", "才聚威海<br>政策海报"))
    two = _glass_board(Random("ledger2"), [_policy(press, "paper"), _policy(press, "blue")])
    table: Block = [
        ("序号", "张贴时间", "张贴地点", "海报内容", "照片"),
        ("1", "2024年3月20日", "北区食堂西墙", "威海市高校毕业生就业创业政策", Shot(one, "", 4)),
        ("2", "2024年3月21日", "教学楼前宣传栏", "人才政策、创业补贴", Shot(two, "", 5.5)),
    ]
    word(
        out / "政策海报张贴台账.docx",
        ["# 政策海报张贴台账（2024年）", "^哈尔滨工业大学（威海）学生就业指导中心", table],
    )


def _ledger_only(out: Path, press: Press) -> None:
    book = Workbook()
    page = book.active
    page.title = "海报张贴"
    for row in (
        ("2024年政策海报张贴台账",),
        ("序号", "日期", "地点", "海报名称", "数量", "张贴人"),
        (1, "2024-03-12", "一食堂", "威海市就业政策海报", 4, "于海宁"),
        (2, "2024-05-08", "2号公寓", "创业补贴海报", 6, "丛明"),
    ):
        page.append(row)
    book.save(out / "张贴记录.xlsx")


def cases() -> Iterator[Case]:
    full, open_, none = (20, 20, 20), (0, 0, 20), (0, 0, 0)
    cell = "3.3"
    yield Case("fq-poster-brick-watermark", cell, _brick, {cell: full}, note="墙上政策海报，水印 2024-04-11")
    yield Case(
        "fq-poster-window-exif",
        cell,
        _window,
        {cell: full},
        school="哈尔滨理工大学荣成校区",
        note="橱窗照片，EXIF 2024；EXIF alone dates a photo",
    )
    yield Case(
        "fq-poster-rollup-word", cell, _rollup, {cell: full}, school="山东大学（威海）", note="展架照片，图注日期"
    )
    yield Case(
        "fq-poster-design-pdf",
        cell,
        _design_pdf,
        {cell: open_},
        want_flags=((cell, "content-unconfirmed"),),
        note="PDF 页是设计稿：只入 high",
    )
    yield Case(
        "fq-poster-design-caption",
        cell,
        _design_docx,
        {cell: open_},
        want_flags=((cell, "content-unconfirmed"),),
        note="图注写明设计稿：high",
    )
    yield Case(
        "fq-poster-2023", cell, _old, {cell: none}, want_flags=((cell, "date-outside-period"),), note="水印 2023"
    )
    yield Case(
        "fq-poster-undated", cell, _undated, {cell: open_}, want_flags=((cell, "date-missing"),), note="无任何日期"
    )
    yield Case(
        "fq-poster-singer",
        cell,
        _singer,
        {cell: none},
        alt={cell: (open_,)},
        school="威海海洋职业学院",
        note="歌手大赛海报，与政策无关",
    )
    yield Case(
        "fq-poster-event-next-year",
        cell,
        _later_event,
        {cell: full},
        forbid_flags=((cell, "date-conflict"), (cell, "date-outside-period")),
        note="水印 2024-12-19 胜过海报上所印次年活动日期",
    )
    yield Case(
        "fq-poster-collage-dorm",
        cell,
        _four,
        {cell: full},
        school="哈尔滨理工大学荣成校区",
        note="四张拼图，工作水印 2024-10-08",
    )
    yield Case(
        "fq-poster-ledger-photos",
        cell,
        _ledger_photo,
        {cell: full},
        school="哈尔滨工业大学（威海）",
        note="带照片的台账，日期在同一行与标题",
    )
    yield Case("fq-poster-ledger-only", cell, _ledger_only, {cell: none}, note="台账行不是 3.3 的证据")
