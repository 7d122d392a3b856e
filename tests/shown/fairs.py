"""Random bundles of photos of fairs, and how many fairs they show."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.counting.scenes import paper, photo
from verifier.model import Observed

SCHOOL = "威海职业学院"
_KINDS = (
    "{school}{year}年春季大型双选会",
    "{school}秋季校园招聘会",
    "医药卫生类专场招聘会",
    "{school}{year}届毕业生供需见面会",
    "海洋产业人才专场招聘会",
    "智能制造专场双选会（{school}站）",
    "“留威就业”校园专场招聘会",
    "{school}校企人才对接会",
    "文旅行业校园专场招聘会",
)
_SIDE = ("企业展位A区", "签到处", "欢迎各位同学", "入场须知", "咨询台")


@dataclass(frozen=True)
class Fairs:
    observed: tuple[Observed, ...]
    sure: int
    high: int


def deal_fairs(seed: int) -> Fairs:
    """Fairs with several photos each, and in some bundles one that only high counts."""
    rng = random.Random(f"fairs/{seed}")
    names = rng.sample(_KINDS, rng.randrange(0, 8))
    shots: list[Observed] = []
    day = date(2024, 3, 1) + timedelta(rng.randrange(10))
    days: list[date] = []
    for number, form in enumerate(names):
        name = form.format(school=SCHOOL, year=day.year)
        for angle in range(rng.randrange(1, 4)):
            shown = day + timedelta(rng.randrange(2) if angle else 0)  # a fair of two days is one
            shots += _shot(rng, f"{number}-{angle}", name, shown)
        days.append(day)
        day += timedelta(rng.randrange(12, 30))
    extra = rng.choice(["", "undated", "talk", "same day", "ledger"])
    if extra == "same day" and not days:
        extra = ""
    shots += _extra(rng, extra, days)
    rng.shuffle(shots)
    return Fairs(tuple(shots), len(names), len(names) + bool(extra))


def _shot(rng: random.Random, path: str, name: str, day: date) -> list[Observed]:
    """A photo of a fair, dated by its camera, a watermark, its banner or its caption."""
    side = rng.sample(_SIDE, rng.randrange(0, 2))
    written = f"{day.year}年{day.month}月{day.day}日"
    way = rng.choice(["camera", "watermark", "banner", "caption"])
    if way == "camera":
        return [photo(f"{path}.jpg", name, *side, taken=f"{day}")]
    if way == "watermark":
        return [photo(f"{path}.jpg", name, *side, f"{day:%Y-%m-%d} 10:{rng.randrange(10, 60)}")]
    if way == "banner":
        return [photo(f"{path}.jpg", name, written, *side)]
    caption = rng.choice([f"图1 {written}{name}现场", f"{written}，{name}在体育馆举行"])
    holder = paper(f"{path}.docx", f"招聘会照片\n{caption}")
    return [holder, photo(f"{path}.docx/1.jpg", name, *side, caption=caption, parent=f"{path}.docx")]


def _extra(rng: random.Random, extra: str, days: list[date]) -> list[Observed]:
    """What counts in high alone: a fair without a date, a talk, a second name on one day, a row of a ledger."""
    if extra == "undated":
        return [photo("undated.jpg", f"{SCHOOL}冬季退役大学生专场招聘会")]
    if extra == "talk":
        return [photo("talk.jpg", "威高集团校园宣讲会", taken="2024-11-20")]
    if extra == "same day":
        return [photo("second.jpg", "乡村振兴基层人才专场招聘会", taken=f"{rng.choice(days)}")]
    if extra == "ledger":
        text = f"关于举办{SCHOOL}校园冬季双选会的通知\n定于2024年12月12日举办校园冬季双选会。\n2024年12月2日"
        return [paper("通知.docx", text)]
    return []
