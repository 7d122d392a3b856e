from typing import get_args

import pytest

from tests.facts.papers import words
from tests.facts.seen import drawn, kept, typed
from verifier.facts.posts.screen_days import day_in
from verifier.facts.posts.screen_kind import screens_of
from verifier.facts.posts.screen_layout import layout_of
from verifier.facts.posts.screen_lines import look, spaced
from verifier.model import Document, ScreenMeasure, ScreenRule

WORDS = words()


def kinds(document: Document) -> list[str]:
    return [screen.kind for screen in screens_of(document, WORDS)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("wechat-article-three-line-title", "wechat-article"),
        ("wechat-article-repost", "wechat-article"),
        ("wechat-article-on-pc", "wechat-article"),
        ("wechat-article-cropped-dark", "wechat-article"),
        ("wechat-account-page", "wechat-list"),
        ("wechat-list-days-below", "wechat-list"),
        ("wechat-list-all-messages", "wechat-list"),
        ("wechat-backend", "wechat-list"),
        ("web-article-glued-time", "web-article"),
        ("web-article-with-sidebar", "web-article"),
        ("web-list-bracketed-days", "web-list"),
        ("web-list-day-boxes", "web-list"),
        ("web-list-wrapped-titles", "web-list"),
        ("chat", "chat"),
    ],
)
def test_a_screen_is_known_by_its_words_and_layout(name: str, kind: str) -> None:
    assert kinds(kept(name)) == [kind]


def test_screens_side_by_side_are_read_each_on_its_own() -> None:
    assert kinds(kept("two-articles-side-by-side")) == ["wechat-article", "wechat-article"]


def test_a_rule_for_screens_holds_at_its_bounds_and_no_further() -> None:
    rule = ScreenRule("web-list", {"entries": 3}, {"labelled": 1})
    assert [rule.fits({"entries": entries, "labelled": 1}) for entries in (2, 3, 4)] == [False, True, True]
    assert [rule.fits({"entries": 3, "labelled": labelled}) for labelled in (0, 1, 2)] == [True, True, False]


def test_every_measure_of_the_rules_is_taken() -> None:
    (page,) = kept("chat").pages
    taken = layout_of(look(page), page, WORDS).measures
    assert set(taken) == set(get_args(ScreenMeasure))


def test_the_words_that_tell_the_kind_are_quoted() -> None:
    (screen,) = screens_of(kept("web-article-glued-time"), WORDS)
    assert "点击" in screen.quote
    assert screen.place.box is not None


@pytest.mark.parametrize(
    "lines",
    [
        # a poster with the account's code
        [("留威就业 青春有为", 60, 80, 60), ("生活补贴每月1000元", 60, 200, 40), ("扫码关注该公众号", 60, 900, 30)],
        # a photo with a camera's stamp
        [
            ("春季校园双选会", 300, 100, 90),
            ("15:02", 60, 900, 70),
            ("2024-04-10 15:02 星期三", 60, 990, 30),
            ("威海市环翠区文化西路", 60, 1040, 30),
            ("今日水印 相机已验证", 60, 1080, 20),
        ],
        # a scanned certificate with a list
        [
            ("实习证明", 300, 100, 50),
            ("兹证明于晓同学于2024年3月1日至2024年6月30日在我单位实习。", 60, 220, 28),
            ("2024.03.01-2024.06.14", 60, 300, 28),
            ("研发助理", 400, 300, 28),
            ("2024年7月1日", 500, 500, 28),
        ],
        [("大学生就业创业服务指导站", 100, 100, 60), ("办公室 203", 200, 200, 40)],
        # a poster whose amounts look like days
        [
            ("高校毕业生创业扶持政策", 60, 80, 70),
            ("一次性创业补贴1.2万元", 60, 220, 40),
            ("创业担保贷款最高30万元", 60, 330, 40),
            ("创业场所租赁补贴 2.5 万元", 60, 440, 40),
            ("入驻孵化基地前两年租金3.5折", 60, 550, 40),
        ],
        # a poster that says until when
        [
            ("第三届大学生创业大赛", 60, 80, 70),
            ("报名截止：2024年5月31日", 60, 220, 40),
            ("一等奖奖金5000元，另有创业补贴", 60, 330, 40),
        ],
    ],
)
def test_photos_posters_and_certificates_are_no_screens(lines: list[tuple[str, int, int, int]]) -> None:
    assert kinds(drawn(*lines)) == [""]


def test_a_typed_notice_is_no_screen() -> None:
    notice = typed(
        "关于组织毕业生参加春季招聘会的通知",
        "各学院：",
        "现将有关事项通知如下，详见学校就业信息网（http://job.example.edu.cn）和微信公众号。",
        "一、时间：2024年3月9日",
        "招生就业处",
        "2024年3月1日",
    )
    assert kinds(notice) == [""]


def test_a_saved_web_page_is_an_article_without_boxes() -> None:
    page = typed(
        "威海职业学院就业信息网",
        "当前位置：首页 > 通知公告 > 正文",
        "威海市就业见习补贴办理指南",
        "发布时间：2024-05-20 来源：就业指导中心 浏览次数：120",
        "见习单位按月申请补贴。",
        "上一条：没有了",
        kind="text",
        file="page.html",
    )
    assert kinds(page) == ["web-article"]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("2024-01-1213:33", "2024-01-12 13:33"),
        ("2024年05月2009:01", "2024年05月20 09:01"),
        ("2024/4/210:15:22", "2024/4/2 10:15:22"),
        ("2024/10/2108:30", "2024/10/21 08:30"),
        ("2024-05-20 17:30", "2024-05-20 17:30"),
    ],
)
def test_a_day_and_a_time_read_as_one_are_set_apart(glued: str, apart: str) -> None:
    assert spaced(glued) == apart


def test_the_day_after_the_label_is_taken_before_any_other() -> None:
    day = day_in("活动2024年3月9日 发布时间：2024-02-28", WORDS)
    assert day is not None and day.labelled and day.span is not None and day.span.month == 2


def test_a_range_or_a_year_is_no_day_of_a_post() -> None:
    assert day_in("2024.03.01-2024.06.14", WORDS) is None
    assert day_in("2024年", WORDS) is None
