"""What a number format adds to a number, and to a text."""

from __future__ import annotations

import pytest

from verifier.readers.sheets.number_formats import format_of


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('@"学院"', "海洋学院"),
        ('"威海"@"学院"', "威海海洋学院"),
        ('0"人";-0"人";0"人";@"学院"', "海洋学院"),
        ("0;-0;0;(@)", "海洋"),
        ("@", "海洋"),
        ("General", "海洋"),
        ('0"人"', "海洋"),
        ('@"与"@', "海洋"),
        ('yyyy"年"', "海洋"),
    ],
)
def test_words_about_a_text_are_shown(code: str, shown: str) -> None:
    form = format_of(code)
    assert (form.show_text("海洋") if form else "海洋") == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [('0"人";-0"人";0"人";@"学院"', "5人"), ("000", "005"), ("0%", "500%"), ('@"学院"', "5"), ("@", "5")],
)
def test_numbers_are_shown_as_before(code: str, shown: str) -> None:
    form = format_of(code)
    assert (form.show(5.0) if form else "5") == shown


def test_an_empty_cell_stays_empty() -> None:
    form = format_of('@"学院"')
    assert form is not None and form.show_text("") == ""
