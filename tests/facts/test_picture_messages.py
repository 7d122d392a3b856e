"""Messages of pictures of an account: the name over the picture, the day under the text."""

import pytest

from tests.facts.papers import words
from tests.facts.seen import Line, drawn
from verifier.facts.posts.extract import extract
from verifier.model import Document, Observed, Post

WORDS = words()
TITLE = "文登区企业吸纳毕业生社保补贴"
TEXT: list[Line] = [
    ("一、补贴对象：毕业五年内首次到我市企业", 32, 1240, 32),
    ("就业并缴纳社会保险的高校毕业生。", 32, 1296, 32),
]


def posts(document: Document) -> list[Post]:
    return [fact.value for fact in extract(Observed(document), WORDS) if isinstance(fact.value, Post)]


def message(*more: Line, name: tuple[Line, ...] = (), title: tuple[str, ...] = (TITLE,), day: str = "") -> Document:
    head = name or (("某某学院就业", 138, 100, 36), ("已关注", 648, 100, 34))
    lines = [(part, 32, 1180 - 48 * (len(title) - at), 38) for at, part in enumerate(title)]
    foot: Line = (day or "2024-05-11 山东　阅读688", 32, 1360, 28)
    return drawn(("8:53", 46, 25, 32), *head, *lines, *TEXT, foot, *more, size=(780, 1688))


def told(document: Document) -> list[tuple[str, str, str, str]]:
    return [(post.channel, post.title, str(post.day and post.day.start), post.account) for post in posts(document)]


RIGHT = [("wechat", TITLE, "2024-05-11", "某某学院就业")]


@pytest.mark.parametrize(
    "name",
    [
        (("某某学院就业", 138, 100, 36), ("已关注", 648, 100, 34)),
        (("某某学院就业", 138, 100, 36), ("+关注", 648, 100, 34)),
        (("某某学院就业已关注", 138, 100, 36),),
        (("<", 20, 100, 36), ("某某学院就业", 138, 104, 36), ("关注", 648, 98, 34), ("...", 720, 98, 30)),
    ],
)
@pytest.mark.parametrize("day", ["2024-05-11 山东 阅读688", "2024年5月11日 山东阅读1.2万", "2024-05-11山东 · 阅读 688"])
def test_the_account_stands_over_the_picture_and_the_day_under_the_text(name: tuple[Line, ...], day: str) -> None:
    assert told(message(name=name, day=day)) == RIGHT


def test_what_is_read_in_the_picture_and_what_readers_remark_is_no_part_of_the_message() -> None:
    inside: list[Line] = [("社保补贴政策一图读懂", 120, 420, 60), ("每人每年最高可领一万余元", 120, 520, 40)]
    remarks: list[Line] = [("留言 2", 32, 1420, 30), ("请问去年毕业的学生还可以申请这项补贴吗", 32, 1480, 30)]
    found = message(*inside, *remarks)
    assert told(found) == RIGHT
    assert posts(found)[0].body == "\n".join(text for text, *_ in TEXT)


def test_a_title_of_two_lines_is_one() -> None:
    parts = ("文登区企业吸纳毕业生社保补贴申报", "材料清单")
    assert [post.title for post in posts(message(title=parts))] == ["".join(parts)]


def test_without_the_province_another_sign_of_an_account_shows_it() -> None:
    found = message(("赞 12", 60, 1600, 30), ("写留言", 500, 1600, 30), day="2024-05-11 阅读688")
    assert told(found) == RIGHT


def test_a_day_over_the_text_is_an_article_s_and_one_that_signs_a_text_makes_no_message() -> None:
    over = drawn(
        ("某某学院就业", 138, 100, 36), ("关注", 648, 100, 34), (TITLE, 32, 200, 44),
        ("某某学院就业 2024年6月3日 17:30 山东", 32, 280, 30), *TEXT, ("阅读 300", 32, 1500, 28),
    )  # fmt: skip
    assert [(post.title, post.day and str(post.day.start)) for post in posts(over)] == [(TITLE, "2024-06-03")]
    signed = drawn(
        ("某某学院就业", 138, 100, 36), ("关注", 648, 100, 34), *TEXT, ("招生就业处", 480, 1360, 32),
        ("2024年5月11日", 480, 1420, 32), ("阅读 300", 32, 1500, 28),
    )  # fmt: skip
    assert all(post.day is None for post in posts(signed))


@pytest.mark.parametrize("place", ["浙江", "黑龙江", "发表于山东"])
def test_a_byline_that_fills_its_line_does_not_run_on_into_the_place_under_it(place: str) -> None:
    """Else its day is one in a running text."""
    shown = drawn(
        (TITLE, 50, 288, 69), ("王小明 某某学院就业创业 2024-04-19 07:32", 50, 494, 52), (place, 50, 569, 52),
        ("为促进高校毕业生来威留威就业,现将有关政", 50, 704, 54), ("策公布如下。", 50, 791, 54),
    )  # fmt: skip
    assert [(post.title, post.day and str(post.day.start)) for post in posts(shown)] == [(TITLE, "2024-04-19")]


@pytest.mark.parametrize(
    "name",
    [
        (("某某学院就业 已关注", 110, 1010, 36),),
        (("某某学院就业", 110, 1010, 36), ("+关注", 648, 1010, 34)),
    ],
)
@pytest.mark.parametrize("counter", ["1/4", "2/9", "10/12"])
def test_the_account_may_stand_under_the_picture(name: tuple[Line, ...], counter: str) -> None:
    inside: list[Line] = [("留威就业", 250, 300, 90), ("三步领补贴", 210, 410, 90), (counter, 370, 940, 34)]
    title: list[Line] = [(TITLE, 32, 1105, 38)]
    lines = [*inside, *name, *title, ("一、补贴对象：毕业五年内首次到我市企业", 32, 1180, 32)]
    foot: list[Line] = [("2024年5月11日 12:10 山东", 32, 1250, 30), ("写留言", 40, 1570, 40), ("赞36", 280, 1570, 40)]
    assert told(drawn(("8:53", 46, 25, 32), *lines, *foot, size=(780, 1688))) == RIGHT


def test_the_number_of_a_picture_is_no_day() -> None:
    lines: list[Line] = [("留威就业三步领补贴", 100, 300, 80), ("1/4", 370, 940, 34)]
    foot: list[Line] = [("写留言", 40, 1570, 40), ("分享12", 300, 1570, 40), ("在看3", 500, 1570, 40)]
    found = posts(drawn(("8:53", 46, 25, 32), *lines, *TEXT, *foot, size=(780, 1688)))
    assert [post.day for post in found] == [None]
