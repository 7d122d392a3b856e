"""A correction takes the place of the one line that lies where it lay and reads as it read."""

from __future__ import annotations

import pytest

from verifier.model import Box, Correction, Decision, Place, StandingCorrection, TextLine
from verifier.ocr.corrected import filled, hidden_in, with_corrections

BOX = (100, 100, 500, 150)


def line(text: str, box: Box = BOX) -> TextLine:
    return TextLine(text, Place("照片.jpg", 1, box), 0.6, "ocr")


def standing(reading: str, text: str | None, box: Box = BOX) -> StandingCorrection:
    own = Correction("a" * 64, 1, box, reading, text or "***")
    decision = Decision("correct", "4.4", "照片.jpg", None, "", "王", "2025-01-06", "", line="d1", correction=own)
    return StandingCorrection(decision, own, text)


def texts(lines: tuple[TextLine, ...]) -> list[str]:
    return [each.text for each in lines]


def test_the_line_says_what_a_person_says_and_what_was_read() -> None:
    (got,) = with_corrections([line("2023年")], [standing("2023年", "2024年")])
    assert (got.text, got.confidence, got.corrected, got.read_as) == ("2024年", 1.0, "d1", "2023年")
    assert (got.place, got.origin) == (line("").place, "ocr")


def test_other_lines_stay_also_with_the_same_text() -> None:
    others = [line("2023年", (100, 200, 500, 250)), line("2023年")]
    assert texts(with_corrections(others, [standing("2023年", "2024年")])) == ["2023年", "2024年"]


@pytest.mark.parametrize(
    ("now", "box"),
    [
        ("2022年", BOX),  # another version reads something else
        ("2023年度", BOX),
        ("2023年", (100, 160, 500, 210)),  # another place
        ("2023年", (100, 100, 1500, 150)),  # two lines read as one
    ],
)
def test_it_is_never_applied_to_what_it_does_not_fit(now: str, box: Box) -> None:
    assert texts(with_corrections([line(now, box)], [standing("2023年", "2024年")])) == [now]


def test_a_box_drawn_a_little_otherwise_is_the_same_line() -> None:
    shifted = line("2023年", (104, 106, 498, 153))
    assert texts(with_corrections([shifted], [standing("2023年", "2024年")])) == ["2024年"]


def test_a_line_that_reads_by_itself_as_it_was_corrected_is_settled_too() -> None:
    (got,) = with_corrections([line("2024年")], [standing("2023年", "2024年")])
    assert (got.text, got.corrected, got.read_as) == ("2024年", "d1", "2024年")


def test_a_text_that_is_not_known_here_changes_nothing() -> None:
    assert texts(with_corrections([line("张三")], [standing("张三", None)])) == ["张三"]


def test_what_is_masked_stays_as_it_was_read() -> None:
    read = line("张三 371002199803041234")
    each = standing("张三 3710**********1234", "张山 3710**********1234")
    assert texts(with_corrections([read], [each])) == ["张山 371002199803041234"]
    assert with_corrections([line("张三 371002199803041239")], [each])[0].corrected == ""


@pytest.mark.parametrize(
    ("masked", "text", "hidden"),
    [
        ("张三", "张三", ()),
        ("张三", "张山", None),
        ("3710**********1234", "371002199803041234", ("0219980304",)),
        ("3710**********1234", "3710021998030412345", None),
        ("环翠区***", "环翠区某路12号", ("某路12号",)),
        ("138****5678 139****5678", "13812345678 13987655678", ("1234", "8765")),
        ("a***@example.***", "alice@example.cn", ("lice", "cn")),
        ("**b", "xxxb", ("xxx",)),
        ("**b", "c", None),
        ("*a" * 200 + "b", "a" * 400, None),  # many ways to try: none is
    ],
)
def test_what_stars_stand_for(masked: str, text: str, hidden: tuple[str, ...] | None) -> None:
    assert hidden_in(masked, text) == hidden


def test_stars_that_the_reading_has_not_are_filled_with_nothing() -> None:
    assert filled("张山 ****", ()) is None
    assert filled("张山", ("1234",)) == "张山"
