"""Numbers of people are covered on a page, and no more than they need be."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.facts.blackout import personal_boxes
from verifier.model import Document, Inlay, Observed, Page, Place, SourceFile, TextLine

ID, PHONE = "371002199803071239", "13806301234"


def boxes(*texts: str, box: tuple[int, int, int, int] = (100, 40, 900, 80)) -> tuple[tuple[int, int, int, int], ...]:
    lines = tuple(TextLine(text, Place("a.jpg", 1, box), 0.9, "ocr") for text in texts)
    document = Document(SourceFile("a.jpg", "0", 1, "image", "read"), (Page(Place("a.jpg", 1), lines=lines),))
    return personal_boxes([Observed(document, ())]).get(("a.jpg", 1), ())


@pytest.mark.parametrize(
    "text", ["兹证明我校学生在我单位实习，特此证明", "2024年5月20日 17:30", "共 3710 人", "编号 20240601"]
)
def test_a_line_without_personal_numbers_stays_as_it_is(text: str) -> None:
    assert boxes(text) == ()


@pytest.mark.parametrize("number", [ID, PHONE, ID[:17] + "X", f"{ID[:6]} {ID[6:14]} {ID[14:]}", "a.wang@example.cn"])
def test_a_number_that_stands_alone_is_covered_whole(number: str) -> None:
    ((left, top, right, bottom),) = boxes(number)
    assert left <= 100 + 800 * 6 / len(number) and right == 900
    assert (top <= 40, bottom >= 80) == (True, True)


def test_the_words_beside_a_number_stay_readable() -> None:
    head, tail = "兹证明学生王小明身份证号", "在我单位实习四个月特此证明"
    ((left, _, right, _),) = boxes(f"{head}{ID}{tail}")
    one = 800 / (len(head) + len(tail) + 0.55 * 18)
    assert 100 + one * (len(head) - 2) <= left <= 100 + one * len(head)
    assert 900 - one * len(tail) <= right <= 900 - one * (len(tail) - 2)


def test_two_numbers_in_one_line_are_both_covered() -> None:
    text = f"王小明 {ID} 计算机 {PHONE} 班长"
    ((left, _, right, _),) = boxes(text)
    one = 800 / sum(1 if ord(letter) > 0x2E7F else 0.55 for letter in text)
    assert left <= 100 + one * 3.6 and right >= 900 - one * 2.6


def test_a_number_that_runs_downwards_is_covered_whole() -> None:
    assert boxes(f"电话{PHONE}", box=(100, 40, 140, 900)) == ((100, 40, 140, 900),)


def test_a_school_number_of_a_table_in_a_picture_is_covered() -> None:
    assert len(boxes("2021003001")) == 1
    assert boxes("20210301") == ()


def test_long_numbers_of_a_page_with_text_are_covered_in_its_tables_too() -> None:
    page = Page(Place("a.pdf", 2), numbers=((10, 20, 90, 40),))
    document = Document(SourceFile("a.pdf", "0", 1, "pdf", "read"), (page,))
    assert personal_boxes([Observed(document, ())]) == {("a.pdf", 2): ((10, 20, 90, 40),)}


@pytest.mark.parametrize(
    ("image", "turn", "box"), [("a", 0, (110, 220, 191, 231)), ("upright", 90, (100, 200, 200, 300))]
)
def test_a_number_in_a_picture_on_a_page_is_covered_on_the_page_too(
    image: str, turn: int, box: tuple[int, int, int, int]
) -> None:
    """All of the picture is, where it was turned to be read."""
    page = Page(Place("a.pdf", 3), inlays=(Inlay("1", (100, 200, 200, 300)), Inlay("2", (0, 0, 50, 50))))
    paper = Document(SourceFile("a.pdf", "0", 1, "pdf", "read"), (page,))
    line = TextLine(ID, Place("a.pdf/1.jpg", 1, (100, 210, 900, 290)), 0.9, "ocr")
    shown = Page(Place("a.pdf/1.jpg", 1), Path(image), (1000, 1000), turn, (line,))
    file = SourceFile("a.pdf/1.jpg", "1", 1, "image", "read", None, Path("a"), "a.pdf")
    found = personal_boxes([Observed(paper, ()), Observed(Document(file, (shown,)), ())])
    assert found["a.pdf", 3] == (box,)
