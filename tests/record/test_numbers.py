"""The number of a question is decided by what it is about: the same in every check, whatever a paper is called."""

from __future__ import annotations

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from verifier.model import question_number


def numbers(name: str) -> dict[tuple[str, str], str]:
    """Cell and code → number of each question about a photo without a day."""
    result, _ = judged(photo(name, "威海市高校毕业生就业创业政策", data="7"))
    return {(cell.id, flag.code): flag.number for cell in result.indicators for flag in cell.flags if flag.number}


def test_a_question_keeps_its_number_when_its_paper_gets_another_name() -> None:
    assert numbers("a.jpg") == numbers("3.3 海报/第一张.jpg")
    assert numbers("a.jpg")["1.7", "no-evidence"] == question_number("1.7", "no-evidence")


def test_cell_kind_and_content_each_make_another_number() -> None:
    told = [("3.3", "date-missing", "a"), ("3.4", "date-missing", "a"), ("3.3", "date-conflict", "a")]
    found = {question_number(*each) for each in (*told, ("3.3", "date-missing", "b"), ("", "date-missing", "a"))}
    assert len(found) == 5
    assert question_number("", "year-unknown").startswith("0-")


def test_every_gap_and_open_question_has_a_number_and_no_note_has() -> None:
    result, _ = judged(photo("a.jpg", "威海市高校毕业生就业创业政策"))
    flags = [flag for cell in result.indicators for flag in cell.flags] + list(result.flags)
    assert flags and all(bool(flag.number) is (flag.severity != "note") for flag in flags)
