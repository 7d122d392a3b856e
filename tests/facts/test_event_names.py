"""Names of fairs, contests and guidance as public notices have them, and names that only resemble them.

`tests/data/event_names.tsv` holds each with what it is: facts collected from notices, sites and lists that anybody
can read. What is not known is listed here, so that each name won or lost shows.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.facts.papers import words
from verifier.facts.events.names import names_in, plain_line

WORDS = words()
NAMES = Path(__file__).resolve().parents[1] / "data" / "event_names.tsv"
KINDS: Mapping[str, set[str]] = {
    "fair": {"fair", "online-fair"},
    "public fair": {"fair", "online-fair"},
    "contest": {"contest"},
    "guidance": {"consultation", "lecture"},
    "none": set(),
}
UNKNOWN: Mapping[str, list[str]] = {
    "fair": ["广西高校毕业生“双向选择”洽谈会", "2025夏季实习生专场"],
    "public fair": [
        "厦门市2017年高层次人才网络交流会",
        "东莞百日千万招聘专项行动直播宣讲会活动",
        "2017年“山东—名校人才直通车”金融人才专场活动",
        "第七届“百企千岗”民企专场",
    ],
    "contest": ["学校商业计划书大赛", "校园奶茶商业计划书大赛"],
    "guidance": ["生涯读书会", "职业体验周", "百名就业导师进校园"],
    "none": ["招聘会信息获取渠道"],
}
COUNTED = set().union(*KINDS.values())


def named(kind: str) -> list[str]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["name"] for row in rows if row["kind"] == kind]


def kinds_of(text: str) -> set[str]:
    return {each.kind for each in names_in(plain_line(text), WORDS, sign=True)} & COUNTED


@pytest.mark.parametrize(("kind", "least"), [("fair", 137), ("public fair", 80), ("contest", 120), ("guidance", 54)])
def test_names_from_public_notices_are_of_their_kind(kind: str, least: int) -> None:
    names = named(kind)
    assert len(names) == least
    assert [name for name in names if not kinds_of(name) & KINDS[kind]] == UNKNOWN[kind]


def test_names_that_only_resemble_them_are_no_events() -> None:
    names = named("none")
    assert len(names) == 75
    assert [name for name in names if kinds_of(name)] == UNKNOWN["none"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2024届毕业生秋季招璃会", "fair"),
        ("2024届毕业生校园双逸会", "fair"),
        ("海洋行业专场招会", "fair"),
        ("毕业生供需见百会", "fair"),
        ("第三届创新创亚大赛", "contest"),
        ("大学生创业计竞赛", "contest"),
        ("毕业生模拟面式大赛", "consultation"),
        ("求职简历工坊", "consultation"),
    ],
)
def test_a_character_lost_or_misread_within_does_not_lose_the_name(text: str, kind: str) -> None:
    assert kinds_of(text) == {kind}


@pytest.mark.parametrize(
    "text", ["2024春季招商会", "秋季招标会", "人才交流协会", "毕业生就业座谈会", "就业引导工作", "政务咨询"]
)
def test_another_word_is_no_misread_name(text: str) -> None:
    assert kinds_of(text) == set()


def test_running_text_is_not_mended() -> None:
    assert names_in("我市将召开2024年秋季招璃会。", WORDS) == []
