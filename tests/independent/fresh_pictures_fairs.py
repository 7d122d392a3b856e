"""4.4: campus fairs in halls and yards."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image

from tests.independent.case import Case
from tests.independent.fresh_pictures_kit import save_photo
from tests.independent.fresh_pictures_pages import (
    Block,
    Shot,
    word,
    wx_article,
)
from tests.independent.fresh_pictures_places import booths, stage, tents
from tests.independent.fresh_pictures_prints import collage, stamped

if TYPE_CHECKING:
    from tests.independent.press import Press

SIX = (
    ("2024年3月15日", "“春暖行动”机电类专场招聘会"),
    ("2024年4月12日", "2024届毕业生春季双选会"),
    ("2024年5月17日", "医养健康类专场招聘会"),
    ("2024年9月27日", "2025届毕业生首场校园招聘会"),
    ("2024年10月25日", "秋季大型供需见面会"),
    ("2024年11月22日", "海洋产业校园招聘会"),
)


def _place(press: Press, at: int, line: str, salt: str) -> Image.Image:
    rng = Random(f"{salt}{at}")
    if at % 2:
        return tents(press, rng, line, back=("#c40d12", "#1f5fae")[at % 3 % 2])
    return booths(press, rng, line, turn=rng.uniform(-0.12, 0.12), people=6 + at)


def _six(out: Path, press: Press) -> None:
    folder = out / "招聘会现场照片"
    folder.mkdir()
    for at, (day, name) in enumerate(SIX):
        _place(press, at, f"{name} {day}", "six").save(folder / f"{at + 1:02}.jpg", quality=84)


def _five(out: Path, press: Press) -> None:
    names = ("教育类专场招聘会", "春季校园双选会", "先进制造业专场招聘会", "秋季双选会", "名企校园招聘会")
    days = (
        datetime(2024, 3, 22, 9, 40),
        datetime(2024, 4, 19, 10, 5),
        datetime(2024, 6, 5, 14, 31),
        datetime(2024, 10, 18, 9, 12),
        datetime(2024, 11, 15, 15, 3),
    )
    for at, (name, day) in enumerate(zip(names, days, strict=True)):
        save_photo(
            _place(press, at, f"山东大学（威海）{name}", "five"),
            out / f"IMG_{day:%Y%m%d_%H%M%S}.jpg",
            day,
            ("Xiaomi", "23127PN0CC"),
        )


def _word_three(out: Path, press: Press) -> None:
    blocks: list[Block] = [
        "# 2024年校园招聘会开展情况",
        "^威海海洋职业学院招生就业处",
        "今年以来，学校先后举办三场校园招聘会，累计参会企业136家，提供岗位2900余个。",
    ]
    for at, (day, name) in enumerate((SIX[1], SIX[3], SIX[5])):
        blocks.append(Shot(_place(press, at, f"威海海洋职业学院{name}", "word"), f"图{at + 1} {day}举办{name}", 13))
    word(out / "4.4校园招聘会.docx", blocks)


def _angles(out: Path, press: Press) -> None:
    for at, turn in enumerate((-0.16, 0.18)):
        photo = booths(
            press,
            Random(f"angle{at}"),
            "山东外事职业大学2024年秋季校园招聘会",
            turn=turn,
            hall="angles",
            people=9 + 4 * at,
        )
        stamped(
            press, photo, datetime(2024, 10, 23, 9, 31 + 25 * at), place="山东外事职业大学体育馆", style="app"
        ).save(out / f"现场{at + 1}.jpg", quality=85)


def _two_days(out: Path, press: Press) -> None:
    for at in range(2):
        photo = tents(press, Random(f"days{at}"), "2024年春季毕业生供需见面会", hall="days")
        stamped(press, photo, datetime(2024, 4, 13 + at, 10, 18 + at * 7), style="orange").save(
            out / f"供需见面会第{'一二'[at]}天.jpg", quality=85
        )


def _post_only(out: Path, press: Press) -> None:
    html = wx_article(
        "圆满落幕！我校举办2024年秋季校园招聘会",
        "山药食院就业",
        "2024年10月27日 18:10",
        (
            "10月26日，山东药品食品职业学院2024年秋季校园招聘会在东校区体育馆举办，来自省内外的126家企业参会，提供岗位3400余个。",
            "本次招聘会吸引1800余名毕业生到场，初步达成就业意向620人次。",
        ),
        clock="20:33",
        reads="1690",
    )
    press.picture(html, 393, 852, 2.3).save(out / "新闻截图.png")


def _last_year(out: Path, press: Press) -> None:
    photo = booths(press, Random("ly"), "威海职业学院2023年秋季校园招聘会", people=12)
    stamped(
        press,
        photo,
        datetime(2023, 10, 27, 9, 50),
        place="威海职业学院体育馆",
        style="work",
        lines=("事&emsp;项：校园招聘会",),
    ).save(out / "招聘会.jpg", quality=85)


def _talk(out: Path, press: Press) -> None:
    photo = stage(
        press,
        Random("talk"),
        "威海海源电子有限公司<br>2025届校园宣讲会",
        ("2024年10月16日  哈尔滨理工大学荣成校区",),
        hue=205,
    )
    photo.save(out / "校园招聘.jpg", quality=85)


def _clubs(out: Path, press: Press) -> None:
    photo = tents(
        press,
        Random("clubs"),
        "2024年“百团大战”学生社团招新",
        back="#2a8a3e",
        ink="#fff",
        names=("吉他社", "轮滑协会", "摄影协会", "汉服社", "羽毛球社", "天文社", "街舞社"),
    )
    stamped(press, photo, datetime(2024, 9, 21, 16, 2), place="哈工大威海 学子广场").save(
        out / "招新现场.jpg", quality=85
    )


def _other_school(out: Path, press: Press) -> None:
    photo = booths(press, Random("os"), "山东药品食品职业学院2024年秋季校园招聘会", people=8)
    stamped(press, photo, datetime(2024, 10, 26, 10, 20), place="山东药品食品职业学院", style="app").save(
        out / "招聘会照片.jpg", quality=85
    )


def _one_day_two_names(out: Path, press: Press) -> None:
    for at, name in enumerate(("文旅酒店类专场招聘会", "2024年秋季校园双选会")):
        stamped(
            press,
            _place(press, at, name, "odtn"),
            datetime(2024, 10, 30, 9, 15 + 31 * at),
            style="strip",
            place="HUAWEI Pura 70",
        ).save(out / f"{at + 1}.jpg", quality=86)


def _ledger(out: Path, press: Press) -> None:
    book = Workbook()
    page = book.active
    page.title = "2024招聘会"
    page.append(["哈尔滨工业大学（威海）2024年校园招聘会台账"])
    page.append(["序号", "举办日期", "招聘会名称", "地点", "参会单位", "现场照片"])
    for letter, wide in zip("ABCDEF", (6, 14, 30, 16, 10, 44), strict=True):
        page.column_dimensions[letter].width = wide
    for at, (day, name, where, count) in enumerate(
        (
            ("2024-03-30", "春季综合类双选会", "体育馆", 148),
            ("2024-05-11", "船舶与海洋工程专场招聘会", "活动中心", 36),
            ("2024-10-19", "秋季大型校园招聘会", "体育馆", 205),
        ),
        1,
    ):
        page.append([at, day, name, where, count])
        page.row_dimensions[at + 2].height = 175
        held = io.BytesIO()
        _place(press, at, f"哈尔滨工业大学（威海）{name}", "led").resize((800, 600)).save(held, "JPEG", quality=85)
        picture = SheetImage(held)
        picture.width, picture.height = 300, 225
        page.add_image(picture, f"F{at + 2}")
    book.save(out / "招聘会台账（含照片）.xlsx")


def _undated(out: Path, press: Press) -> None:
    booths(press, Random("und"), "北京交通大学威海校区校园招聘会", people=10, shake=5).save(
        out / "mmexport1.jpg", quality=72
    )


def _collage(out: Path, press: Press) -> None:
    told = (SIX[0], SIX[2], SIX[3], SIX[4])
    photos = [_place(press, at, name, "col") for at, (_, name) in enumerate(told)]
    collage(
        press,
        photos,
        title="山东交通学院（威海）2024年校园招聘会现场",
        captions=[f"{day} {name}" for day, name in told],
        wide=1000,
    ).save(out / "招聘会拼图.png")


def cases() -> Iterator[Case]:
    cell = "4.4"
    some, open_, none = (5, 5, 5), (0, 0, 5), (0, 0, 0)
    yield Case(
        "fq-fair-six-banners",
        cell,
        _six,
        {cell: (8, 8, 8)},
        facts={cell: {"fairs": 6}},
        note="六场，日期在横幅上：≥6 → 8",
    )
    yield Case(
        "fq-fair-five-exif",
        cell,
        _five,
        {cell: (5, 5, 8)},
        facts={cell: {"fairs": 5}},
        want_flags=((cell, "rule-ambiguous"),),
        school="山东大学（威海）",
        note="正好五场：5/5/8",
    )
    yield Case(
        "fq-fair-word-three",
        cell,
        _word_three,
        {cell: some},
        facts={cell: {"fairs": 3}},
        school="威海海洋职业学院",
        note="Word 内三张，图注有日期",
    )
    yield Case(
        "fq-fair-two-angles",
        cell,
        _angles,
        {cell: some},
        facts={cell: {"fairs": 1}},
        school="山东外事职业大学",
        note="同一天同名两角度，一场",
    )
    yield Case("fq-fair-two-days", cell, _two_days, {cell: some}, facts={cell: {"fairs": 1}}, note="同名连续两天是一场")
    yield Case(
        "fq-fair-post-only",
        cell,
        _post_only,
        {cell: open_},
        school="山东药品食品职业学院",
        note="只有新闻、无照片：只入 high",
    )
    yield Case(
        "fq-fair-2023", cell, _last_year, {cell: none}, want_flags=((cell, "date-outside-period"),), note="2023 年"
    )
    yield Case("fq-fair-talk", cell, _talk, {cell: open_}, school="哈尔滨理工大学荣成校区", note="宣讲会 in high")
    yield Case(
        "fq-fair-clubs",
        cell,
        _clubs,
        {cell: none},
        alt={cell: (open_,)},
        school="哈尔滨工业大学（威海）",
        note="社团招新不是招聘会",
    )
    yield Case(
        "fq-fair-other-school",
        cell,
        _other_school,
        {cell: none},
        want_flags=((cell, "school-mismatch"),),
        note="横幅和水印均为他校",
    )
    yield Case(
        "fq-fair-one-day-two-names",
        cell,
        _one_day_two_names,
        {cell: some},
        facts={cell: {"fairs": 1}},
        want_flags=((cell, "judgement-required"),),
        note="同一天两名：low/proposed 一场，high 两场，均在 1–4",
    )
    yield Case(
        "fq-fair-ledger-xlsx",
        cell,
        _ledger,
        {cell: some},
        facts={cell: {"fairs": 3}},
        school="哈尔滨工业大学（威海）",
        note="台账内三张照片，横幅名与台账同名、有日期",
    )
    yield Case(
        "fq-fair-undated",
        cell,
        _undated,
        {cell: open_},
        want_flags=((cell, "date-missing"),),
        school="北京交通大学（威海）",
        note="无日期：undated fairs in high",
    )
    yield Case(
        "fq-fair-collage-captions",
        cell,
        _collage,
        {cell: some},
        facts={cell: {"fairs": 4}},
        school="山东交通学院（威海）",
        note="拼图四场，图内说明有日期：1–4 → 5",
    )
