"""Random bundles of photos for the cells that take one telling photo, and what a person would give for them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.counting.scenes import filed, paper, photo
from verifier.model import Observed

SCHOOL = "威海职业学院"
STRANGER = "山东外事职业大学"
MOST = {"3.3": 20, "3.4": 20, "4.5": 8, "4.7": 8, "4.8": 8}
FOLDERS = {
    "3.3": ("3.3 张贴海报", "三、政策宣传/海报"),
    "3.4": ("3.4 印发宣传资料", "三、政策宣传/宣传资料"),
    "4.5": ("4.5 公共服务机构招聘会", "四、活动/参加公共服务机构招聘会"),
    "4.7": ("4.7 就业创业指导咨询", "四、活动/指导咨询"),
    "4.8": ("4.8 创业大赛", "四、活动/大赛"),
}
TELLING: dict[str, Sequence[tuple[str, ...]]] = {
    "3.3": (
        ("威海市高校毕业生就业补贴政策一览", "租房补贴 生活补贴"),
        ("留威就业 人才补贴", "本科每人每月800元"),
        ("青年人才驿站", "来威求职人才免费入住"),
        ("一次性创业补贴申领指南",),
        ("创业担保贷款政策解读", "最高额度30万元"),
        ("政策找人 就业有位来", "扫码了解补贴详情"),
        ("就业创业政策二十条",),
    ),
    "3.4": (
        ("就业创业政策宣传资料发放点",),
        ("大学生就业政策宣传折页", "欢迎领取"),
        ("政策宣传手册免费领取处",),
        ("就业政策进校园宣传活动", "现场发放宣传册"),
        ("人才政策明白纸发放现场",),
    ),
    "4.5": (
        ("威海市高校毕业生就业服务专场招聘会", "主办：威海市人力资源和社会保障局"),
        ("威海市公共就业和人才服务中心春季招聘大集",),
        ("“春风行动”大型招聘会", "主办单位：文登区人力资源和社会保障局"),
        ("环翠区人社局专场招聘会",),
        ("威海市人才服务中心周六招聘会",),
    ),
    "4.7": (
        ("就业指导讲座", "讲师团进校园"),
        ("就业创业咨询服务台",),
        ("职业规划与就业指导咨询日",),
        ("大学生创业指导面对面",),
        ("毕业生一对一就业咨询",),
        ("就业指导咨询室",),
    ),
    "4.8": (
        ("“互联网+”大学生创新创业大赛校内选拔赛",),
        ("“挑战杯”大学生创业计划竞赛",),
        ("威海市大学生创业大赛决赛",),
        ("校园创新创业大赛路演现场", "指导单位：团委"),
        ("大学生创业大赛颁奖仪式",),
    ),
}
DUMB = (("欢迎各位来宾",), ("三号楼 大厅",), ("请保持安静", "出口"), ("教学区示意图",))
"""signs that tell of no cell"""
SIDE = ("签到处", "请有序排队", "合影留念")
Standing = str
"""sure, doubted, open, none: what counts in low, from proposed on, in high alone, nowhere"""


@dataclass(frozen=True)
class Moments:
    observed: tuple[Observed, ...]
    standings: dict[str, Standing]
    shots: dict[str, list[tuple[str, str]]]
    """of each cell: how each photo was made and what it is worth, to be shown when a test fails"""

    def expected(self, cell: str) -> tuple[int, int, int]:
        most = MOST[cell]
        points = {"sure": (most, most, most), "doubted": (0, most, most), "open": (0, 0, most), "none": (0, 0, 0)}
        return points[self.standings[cell]]


def deal_moments(seed: int) -> Moments:
    """A few photos for each of the five cells, in folders or all in one."""
    rng = random.Random(f"moments/{seed}")
    sorted_ = rng.random() < 0.6
    observed: list[Observed] = []
    standings: dict[str, Standing] = {}
    shots: dict[str, list[tuple[str, str]]] = {}
    for cell, folders in FOLDERS.items():
        folder = rng.choice(folders) if sorted_ else "材料"
        worth: list[Standing] = ["none"]
        for number in range(rng.choice([0, 1, 1, 2, 3])):
            ways = [way for way in WAYS if sorted_ or way != "dumb"]
            way = rng.choice(ways)
            standing, papers = WAYS[way](rng, cell, f"IMG_{cell}_{number}")
            observed += filed(folder, *papers)
            worth.append(standing)
            shots.setdefault(cell, []).append((way, standing))
        standings[cell] = min(worth, key=("sure", "doubted", "open", "none").index)
    rng.shuffle(observed)
    return Moments(tuple(observed), standings, shots)


def _day(rng: random.Random, year: int = 2024) -> date:
    return date(year, 1, 3) + timedelta(rng.randrange(350))


def _words(rng: random.Random, cell: str) -> tuple[str, ...]:
    return (*rng.choice(TELLING[cell]), *rng.sample(SIDE, rng.randrange(0, 2)))


def _stamped(rng: random.Random, day: date, labelled: bool = True) -> tuple[str, ...]:
    """The lines of a camera app's watermark."""
    clock = f"{rng.randrange(8, 18):02}:{rng.randrange(60):02}"
    told = [(f"时间：{day:%Y-%m-%d} {clock}", "地点：威海市环翠区科技新城")] if labelled else []
    return rng.choice(
        [
            *told,
            (f"{day:%Y-%m-%d} {clock}",),
            (f"{day:%Y-%m-%d} {clock}", "山东省威海市环翠区"),
            (f"{day:%Y.%m.%d} {clock}",),
            (f"{day:%Y/%m/%d} {clock}:{rng.randrange(60):02}", "威海市·文化西路2号"),
            (clock, f"{day:%Y-%m-%d} 星期{'一二三四五六日'[day.weekday()]}", "威海市环翠区初村镇附近"),
            (f"{day.year}年{day.month}月{day.day}日 {clock}", "今日水印相机"),
        ]
    )


Dealt = tuple[Standing, list[Observed]]


def _by_camera(rng: random.Random, cell: str, name: str) -> Dealt:
    return "sure", [photo(f"{name}.jpg", *_words(rng, cell), taken=f"{_day(rng)}")]


def _by_watermark(rng: random.Random, cell: str, name: str) -> Dealt:
    return "sure", [photo(f"{name}.jpg", *_words(rng, cell), *_stamped(rng, _day(rng)))]


def _by_banner(rng: random.Random, cell: str, name: str) -> Dealt:
    day = _day(rng)
    return "sure", [photo(f"{name}.jpg", *_words(rng, cell), f"{day.year}年{day.month}月{day.day}日")]


def _by_caption(rng: random.Random, cell: str, name: str) -> Dealt:
    day = _day(rng)
    words = _words(rng, cell)
    written = f"{day.year}年{day.month}月{day.day}日"
    caption = rng.choice([f"图1 {written}活动现场", f"{written}，{words[0]}", f"{written}拍摄于学校大厅"])
    holder = paper(f"{name}.docx", f"活动照片\n{caption}")
    return "sure", [holder, photo(f"{name}.docx/1.jpg", *words, caption=caption, parent=f"{name}.docx")]


def _doubted(rng: random.Random, cell: str, name: str) -> Dealt:
    confidence = rng.choice([0.6, 0.7, 0.78])
    return "doubted", [photo(f"{name}.jpg", *_words(rng, cell), taken=f"{_day(rng)}", confidence=confidence)]


def _undated(rng: random.Random, cell: str, name: str) -> Dealt:
    return "open", [photo(f"{name}.jpg", *_words(rng, cell))]


def _last_year(rng: random.Random, cell: str, name: str) -> Dealt:
    return "none", [photo(f"{name}.jpg", *_words(rng, cell), taken=f"{_day(rng, 2023)}")]


def _conflict(rng: random.Random, cell: str, name: str) -> Dealt:
    """The camera says last year, the watermark this one, not as a poster would announce a time."""
    stamp = _stamped(rng, _day(rng), labelled=False)
    return "open", [photo(f"{name}.jpg", *_words(rng, cell), *stamp, taken="2023-05-04")]


def _two_days_within(rng: random.Random, cell: str, name: str) -> Dealt:
    """A conflict of two days of the period withholds nothing."""
    words = (*_words(rng, cell), "2024-03-05 10:20")
    return "sure", [photo(f"{name}.jpg", *words, taken="2024-10-20")]


def _strange(rng: random.Random, cell: str, name: str) -> Dealt:
    """Another school's photo."""
    first, *rest = rng.choice(TELLING[cell])
    return "none", [photo(f"{name}.jpg", f"{STRANGER}{first}", *rest, taken=f"{_day(rng)}")]


def _dumb(rng: random.Random, cell: str, name: str) -> Dealt:
    return "open", [photo(f"{name}.jpg", *rng.choice(DUMB), taken=f"{_day(rng)}")]


WAYS: dict[str, Callable[[random.Random, str, str], Dealt]] = {
    "camera": _by_camera,
    "watermark": _by_watermark,
    "banner": _by_banner,
    "caption": _by_caption,
    "doubted": _doubted,
    "undated": _undated,
    "last year": _last_year,
    "conflict": _conflict,
    "two days within": _two_days_within,
    "strange": _strange,
    "dumb": _dumb,
}
