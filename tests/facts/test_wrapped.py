"""Articles on a narrow screen, whose sentences run over several lines wherever these end."""

import pytest

from tests.facts.papers import words
from tests.facts.seen import Line, drawn, span
from verifier.facts import extract
from verifier.facts.posts.screen_kind import screens_of
from verifier.model import Document, Observed

WORDS = words()
TITLE = "关于组织参加威海市春季招聘会的通知"
BUREAU = "人力资源和社会保障局"
SENTENCE = (
    "各学院：为做好毕业生就业工作，威海市人力资源和社会保障局定于2024年3月16日在威海国际展览中心举办威海市春季招聘会。"
)


def wrapped(text: str, left: int, top: int, letter: int, across: int) -> list[Line]:
    """A text in lines that are as long as there is room for."""
    lines, full = [""], 0.0
    for char in text:
        step = letter * 0.9 * (0.55 if char.isascii() else 1.0)
        if full + step > across:
            lines, full = [*lines, ""], 0.0
        lines[-1] += char
        full += step
    return [(line, left, top + at * letter * 7 // 4, letter) for at, line in enumerate(lines)]


def article(letters: int) -> Document:
    """An article in a column of so many letters."""
    across = 31 * letters
    head: list[Line] = [("15:32", 44, 24, 34), ("5G 29%", across - 40, 24, 34), *wrapped(TITLE, 34, 120, 42, across)]
    byline: Line = ("某某就业　2024年3月11日 13:55 山东", 34, 340, 28)
    text = wrapped(SENTENCE, 34, 800, 34, across)
    more = wrapped("请各学院组织毕业生按时参加，准备好个人简历和推荐表。", 34, text[-1][2] + 110, 34, across)
    return drawn(*head, byline, *text, *more, size=(across + 68, 1600))


@pytest.mark.parametrize("width", range(16, 25))
def test_a_day_in_a_sentence_makes_no_list_of_an_article_wherever_its_lines_end(width: int) -> None:
    assert [screen.kind for screen in screens_of(article(width), WORDS)] == ["wechat-article"]


@pytest.mark.parametrize("width", range(16, 25))
def test_who_holds_a_fair_and_when_is_known_wherever_the_lines_end(width: int) -> None:
    document = article(width)
    seen = Observed(document, extract(document, WORDS))
    told = [(fact.value.name, fact.value.day) for fact in seen.events if fact.value.organiser.endswith(BUREAU)]
    assert ("威海市春季招聘会", span(2024, 3, 16)) in told


def test_a_mark_that_was_read_apart_in_the_byline_makes_no_text_of_it() -> None:
    head: list[Line] = [
        (TITLE, 34, 190, 42),
        ("原创", 34, 283, 34),
        ("就业办某某就业2024-08-13 21:54 发表于山东", 92, 282, 34),
    ]
    body = wrapped(SENTENCE, 34, 745, 38, 690)
    (screen,) = screens_of(drawn(*head, *body, size=(780, 1688)), WORDS)
    assert screen.kind == "wechat-article"
