"""What is chosen by a mark, in every way in which forms have it ticked."""

from __future__ import annotations

import pytest

from tests.facts.papers import grid, paper, words
from verifier.facts.staff.extract import extract
from verifier.facts.staff.texts import EITHER
from verifier.language.choices import read_choice
from verifier.model import Observed

WORDS = words()


@pytest.mark.parametrize(
    "text",
    [
        "☑专职 ☐兼职",
        "☑专职☐兼职",
        "☒专职 ☐兼职",
        "■专职 □兼职",
        "● 专职 ○ 兼职",
        "√专职 兼职",
        "专职√ 兼职",
        "专职√，兼职",
        "专职(√)兼职( )",
        "专职（√）/兼职（　）",
        "（√）专职（）兼职",
        "[x]专职 [ ]兼职",
        "□√专职 □兼职",
        "√□专职 □兼职",
        "□专职√ □兼职",
        "专职☑ 兼职☐",
        "√专职 ×兼职",
        "☑专职 ☒兼职",
        "兼职 √专职",
        "兼职□\n专职☑",
        "☑专职\n☐兼职",
        "☑\n专职\n☐\n兼职",
        "任职情况：☑专职 □兼职",
        "☑ 专职联络员 □ 兼职联络员",
    ],
)
def test_the_marked_option_is_chosen(text: str) -> None:
    choice = read_choice(text, ("专职", "兼职"))
    assert choice is not None
    assert (choice.chosen, choice.is_told) == (("专职",), True)
    assert "专职" in choice.kept and "兼职" not in choice.kept


@pytest.mark.parametrize("text", ["专职 √ 兼职", "专职√兼职", "专职\n√\n兼职", "专职 兼职\n√", "□专职 □兼职"])
def test_what_nobody_can_tell_is_open(text: str) -> None:
    choice = read_choice(text, ("专职", "兼职"))
    assert choice is not None and not choice.is_told


@pytest.mark.parametrize("text", ["专职", "专职/兼职", "专、兼职", "张○○", "二○二四年专职", ""])
def test_a_text_without_marks_at_options_is_no_choice(text: str) -> None:
    assert read_choice(text, ("专职", "兼职")) is None


def test_one_option_alone_is_chosen_or_not() -> None:
    assert read_choice("□专职", ("专职", "兼职")).chosen == ()
    assert read_choice("□专职", ("专职", "兼职")).is_told
    assert read_choice("专职（√）", ("专职", "兼职")).chosen == ("专职",)
    assert read_choice("□专职√", ("专职", "兼职")).chosen == ("专职",)


@pytest.mark.parametrize(("text", "chosen"), [("□解除 ☑有效", ()), ("解除□ 有效☑", ()), ("☑解除 □有效", ("解除",))])
def test_the_mark_of_another_word_is_none_of_the_option(text: str, chosen: tuple[str, ...]) -> None:
    assert read_choice(text, ("解除",)).chosen == chosen


@pytest.mark.parametrize(
    ("header", "cell", "label"),
    [
        ("专职/兼职", "☑专职 ☐兼职", "专职"),
        ("专职/兼职", "☐专职 ☑兼职", "兼职"),
        ("任职（专/兼）", "☑专 □兼", "专职"),
        ("任职（专/兼）", "专√\n兼", "专职"),
        ("是否专职", "☑是 □否", "专职"),
        ("是否专职", "□是 ☑否", "兼职"),
        ("专职/兼职", "专职 √ 兼职", EITHER),
        ("专职/兼职", "□专职 □兼职", EITHER),
        ("专职/兼职", "专职/兼职", EITHER),
        ("专职", "（√）", "专职"),
        ("专职", "☒", "专职"),
        ("专职", "☐", ""),
    ],
)
def test_the_cell_of_a_staff_table(header: str, cell: str, label: str) -> None:
    table = grid(f"姓名|职务|{header}|岗位", f"张三|科员|{cell}|联络员")
    (fact,) = extract(Observed(paper(tables=(table,))), WORDS)
    assert (fact.value, fact.role, fact.label) == ("张三", "liaison", label)


def test_the_note_behind_a_name() -> None:
    facts = extract(Observed(paper("工作人员：张三（☑专职联络员 □兼职联络员）、李四（兼职）")), WORDS)
    assert [(fact.value, fact.label) for fact in facts] == [("张三", "专职"), ("李四", "兼职")]
