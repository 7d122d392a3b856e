# ruff: noqa: E501 (what the screens say stands in one piece)
"""Made-up posts of made-up days: titles about Weihai's employment, about other matters, and what they say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

SCHOOLS = {
    "威海职业学院": ("威海职业学院就业创业", "威海职业学院招生就业", "威海职业学院就业信息网", "威海职业学院大学生就业网"),
    "山东大学（威海）": ("山东大学（威海）就业", "山大威海就业", "山东大学（威海）学生就业信息网", "山东大学(威海)就业创业指导中心"),
    "哈尔滨工业大学（威海）": ("哈工大（威海）就业", "哈工大威海就业创业", "哈尔滨工业大学（威海）就业信息网", "哈工大(威海)学生就业网"),
    "威海海洋职业学院": ("威海海洋职业学院就业指导", "威海海洋职业学院招就处", "威海海洋职业学院就业创业网", "威海海洋职业学院招生就业信息网"),
}  # fmt: skip
"""two accounts and two sites of each"""
STRANGERS = ("就业风向标", "山东就业创业", "求职小助手", "校招日历")
OTHER_SCHOOL = "山东外事职业大学"

Topic = Literal["local", "general", "other"]
"""of Weihai's employment; of employment elsewhere; of something else"""
_PLACES = ("威海市", "荣成市", "乳山市", "文登区", "环翠区", "威海高区", "威海经开区", "威海临港区", "威海南海新区")
_LOCAL = (
    "{place}{year}年高校毕业生就业创业政策解读{n}",
    "{place}引进优秀毕业生补贴申领指南（第{n}期）",
    "关于组织参加{place}第{n}场高校毕业生专场招聘活动的通知",
    "{place}青年人才驿站入住指南第{n}期",
    "留在{place}｜高校毕业生住房补贴怎么领？（{n}）",
    "{place}第{n}批就业见习岗位发布",
    "“才聚威海”{place}重点企业岗位推荐第{n}期",
    "{place}人社局：一次性创业补贴申请流程（{n}）",
    "{place}事业单位公开招聘第{n}批岗位表",
    "{place}“社区微业”招聘行动第{n}站邀您参加",
)
_GENERAL = (
    "{year}年全国高校毕业生就业服务行动第{n}期",
    "国家助学贷款代偿政策问答（{n}）",
    "山东省“三支一扶”计划招募公告（第{n}号）",
    "简历怎么写？职场小课堂第{n}讲",
    "毕业生档案去哪儿了？一文读懂（{n}）",
    "青岛海信集团{year}届校园招聘第{n}站",
)
_OTHER = (
    "第{n}届校园歌手大赛报名开始",
    "图书馆第{n}期读书分享会",
    "食堂新菜单第{n}期发布",
    "校园樱花开放进度第{n}报",
    "新生军训第{n}天掠影",
)
_BODY = {
    "local": ("为促进高校毕业生来威留威就业，现将有关政策公布如下。", "符合条件的毕业生可向{place}人力资源和社会保障局申请。",
        "申请时间截至{year}年{month}月28日，请于8月15日前提交材料。"),
    "general": ("为做好高校毕业生就业服务工作，现将有关事项公布如下。", "请各位毕业生认真阅读，按要求准备材料。",
        "活动时间为{year}年{month}月18日上午9:00。"),
    "other": ("春风拂面，校园里处处充满生机。", "同学们在老师的带领下度过了难忘的一天。", "欢迎大家继续参加后续活动。"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """One post as it was published."""

    title: str
    day: date
    clock: str
    topic: Topic
    account: str
    body: tuple[str, ...]
    state: Literal["published", "draft", "deleted"] = "published"
    repost_of: str = ""


def stories(
    rng: random.Random, many: int, account: str, first: date, last: date, topic: Topic = "local"
) -> list[Story]:
    """Posts of an account with titles and days of their own, the newest first."""
    span = (last - first).days
    days = sorted(rng.sample(range(span + 1), min(many, span + 1)), reverse=True)
    found = []
    numbers = rng.sample(range(1, 99), len(days))
    forms: Sequence[str] = {"local": _LOCAL, "general": _GENERAL, "other": _OTHER}[topic]
    for at, number in zip(days, numbers, strict=True):
        day = first + timedelta(at)
        words = {"place": rng.choice(_PLACES), "year": day.year, "month": day.month, "n": number}
        body = tuple(text.format(**words) for text in _BODY[topic])
        clock = f"{rng.randrange(7, 22):02d}:{rng.randrange(60):02d}"
        found.append(Story(rng.choice(forms).format(**words), day, clock, topic, account, body))
    return found
