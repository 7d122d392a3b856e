"""Letters of a PDF stand where the page shows them."""

from __future__ import annotations

import pytest
from pikepdf import Array

from tests.readers.pdfs import Paper, rendered

SENTENCE = (
    "BT /F {size} Tf 1 0 0 {way} {x} {y} Tm (1 ) Tj /Span <</ActualText <FEFF6708>>> BDC (M) Tj EMC ( 20 ) Tj "
    "/Span <</ActualText <FEFF65E5>>> BDC (D) Tj EMC ( of the year) Tj ET"
)
"""in which the paper says itself how two letters read, as Chromium does for letters that are radicals too"""
READ = "1 月 20 日 of the year"


def sentence(x: int, y: int, size: int = 12, way: int = 1) -> str:
    return SENTENCE.format(size=size, way=way, x=x, y=y)


@pytest.mark.parametrize(
    ("matrix", "drawing", "at"),
    [
        (None, "q 0.24 0 0 -0.24 60 700 cm /X Do Q", sentence(200, 300, 50, -1)),
        (None, "q 1 0 0 1 90 -300 cm /X Do Q", sentence(60, 700)),
        (None, "q 1 0 0 1 15 0 cm /X Do Q", sentence(60, 700)),
        (Array([1, 0, 0, 1, 40, 30]), "/X Do", sentence(60, 700)),
        (Array([0.5, 0, 0, 0.5, 0, 0]), "q 1 0 0 1 20 20 cm /X Do Q", sentence(900, 1200)),
    ],
    ids=["scaled and turned over", "moved away", "moved along the line", "by its own matrix", "by both"],
)
def test_a_letter_that_a_form_moves_stands_beside_its_neighbours(tmp_path, matrix, drawing, at):
    paper = Paper()
    paper.form("X", at, **({"Matrix": matrix} if matrix else {}))
    (document,) = rendered(tmp_path, paper.drawn(drawing + "\n" + sentence(60, 400)).bytes())
    assert [line.text for line in document.lines] == [READ, READ]
    width, height = document.pages[0].size
    for left, top, right, bottom in (line.place.box for line in document.lines):
        assert 0 <= left < right <= width and 0 <= top < bottom <= height
        assert right - left > 5 * (bottom - top)


def test_a_letter_in_forms_within_forms_stands_beside_its_neighbours(tmp_path):
    paper = Paper()
    paper.form("X", sentence(60, 700))
    paper.form("Y", "q 0.5 0 0 0.5 30 100 cm /X Do Q")
    (document,) = rendered(tmp_path, paper.drawn("q 2 0 0 2 0 -200 cm /Y Do Q").bytes())
    assert [line.text for line in document.lines] == [READ]
