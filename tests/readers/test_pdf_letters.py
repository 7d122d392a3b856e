"""Letters of a PDF stand where the page shows them."""

from __future__ import annotations

from collections import Counter
from random import Random

import pypdfium2.raw as pdfium_c
import pytest
from pikepdf import Array, Matrix

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


SAID = "on 12 March 2024 twenty interns came to the works"


def moved(random: Random) -> Matrix:
    """A scale, one that turns over too, and a way; or a quarter of a turn."""
    if random.random() < 0.3:
        return Matrix().rotated(random.choice((90, 180, 270)))
    across, down = (random.uniform(0.4, 2.5) * random.choice((1, -1)) for _ in range(2))
    return Matrix().scaled(across, down).translated(random.uniform(-500, 500), random.uniform(-500, 500))


def numbers(matrix: Matrix) -> list[float]:
    return [round(value, 9) for value in (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)]


def drawn_in_forms(paper: Paper, random: Random, height: int) -> str:
    """The sentence upright on the page, in forms that move it; of some letters the paper says how they read."""
    forms = [(moved(random), moved(random)) for _ in range(random.randint(0, 2))]
    outer = whole = moved(random)
    for own, way in forms:
        whole = own @ way @ whole
    spans = ("/Span <</ActualText <FEFF{:04x}>>> BDC ({}) Tj EMC ", "{1:.0}({1}) Tj ")
    letters = "".join(spans[char == " " or random.random() < 0.7].format(ord(char), char) for char in SAID)
    start = Matrix(1, 0, 0, 1, 60, height) @ whole.inverse()
    content = f"BT /F 14 Tf {' '.join(map(str, numbers(start)))} Tm {letters} ET"
    for at, (own, way) in enumerate(reversed(forms)):
        paper.form(f"X{height}-{at}", content, Matrix=Array(numbers(own)), BBox=Array([-9999, -9999, 9999, 9999]))
        content = f"q {' '.join(map(str, numbers(way)))} cm /X{height}-{at} Do Q"
    return f"q {' '.join(map(str, numbers(outer)))} cm {content} Q\n"


@pytest.mark.parametrize("seed", range(12))
def test_whatever_moves_the_letters_of_a_line_none_is_lost(tmp_path, seed):
    paper, random = Paper(), Random(seed)
    content = "".join(drawn_in_forms(paper, random, 720 - 100 * n) for n in range(6))
    (document,) = rendered(tmp_path, paper.drawn(content).bytes())
    assert ["".join(line.text.split()) for line in document.lines] == ["".join(SAID.split())] * 6
    assert document.flags == ()
    width, height = document.pages[0].size
    for left, top, right, bottom in (line.place.box for line in document.lines):
        assert 0 <= left < right <= width and 0 <= top < bottom <= height


@pytest.mark.parametrize("seed", range(8))
def test_wherever_pdfium_puts_letters_that_are_drawn_none_is_lost_or_off_the_page(tmp_path, monkeypatch, seed):
    random, whole = Random(seed), pdfium_c.FPDFText_GetLooseCharBox

    def misplaced(page, index, box):
        found = whole(page, index, box)
        if random.random() < 0.2:
            across, down = random.uniform(-900, 900), random.uniform(-900, 900)
            box.left, box.right, box.top, box.bottom = (
                *(box.left + across, box.right + across),
                *(box.top + down, box.bottom + down),
            )
        return found

    monkeypatch.setattr(pdfium_c, "FPDFText_GetLooseCharBox", misplaced)
    lines = [f"BT /F 14 Tf 60 {720 - 100 * n} Td ({SAID}) Tj ET\n" for n in range(6)]
    (document,) = rendered(tmp_path, Paper().drawn("".join(lines)).bytes())
    found = Counter(char for line in document.lines for char in line.text if char.isalnum())
    assert found == Counter(char for char in SAID * 6 if char.isalnum())
    assert document.flags == ()
    width, height = document.pages[0].size
    for left, top, right, bottom in (line.place.box for line in document.lines):
        assert 0 <= left < right <= width and 0 <= top < bottom <= height


ACROSS = "BT /F 14 Tf 50 400 Td (Across the page there is more text than beside it) Tj ET "
UP, DOWN = "BT /F 14 Tf 0 1 -1 0 {} 100 Tm ({}) Tj ET ", "BT /F 14 Tf 0 -1 1 0 {} 700 Tm ({}) Tj ET "


@pytest.mark.parametrize("way", [UP, DOWN], ids=["up", "down"])
def test_a_line_that_runs_up_or_down_the_page_is_a_line(tmp_path, way):
    (document,) = rendered(tmp_path, Paper().drawn(ACROSS + way.format(300, "Beside it 2024")).bytes())
    assert [line.text for line in document.lines] == [
        "Across the page there is more text than beside it",
        "Beside it 2024",
    ]


def test_on_a_page_that_is_turned_for_its_text_lines_run_across(tmp_path):
    paper = Paper().drawn(UP.format(300, "One line") + UP.format(340, "Another line"))
    paper.page.Rotate = 90
    (document,) = rendered(tmp_path, paper.bytes())
    assert [line.text for line in document.lines] == ["One line", "Another line"]


def test_a_table_that_lies_on_its_side_is_read_by_ocr(tmp_path):
    text = "".join(UP.format(100 + 40 * row, f"The row of number {row}") for row in range(6))
    rulings = "".join(f"{70 + 40 * row} 80 m {70 + 40 * row} 500 l S " for row in range(7))
    (document,) = rendered(tmp_path, Paper().drawn(text + rulings).bytes())
    assert document.pages[0].needs_ocr


HAN = str.maketrans("ABCDEFGHIJ", "二零四年工作计划表格")


@pytest.mark.parametrize("step", [-14, 14], ids=["downwards", "turned"])
def test_letters_close_over_each_other_are_a_line(tmp_path, step):
    paper = Paper({letter: chr(han) for letter, han in ((chr(code), han) for code, han in HAN.items())})
    column = " ".join(f"1 0 0 1 300 {500 + step * at} Tm ({letter}) Tj" for at, letter in enumerate("ABCDEFGH"))
    apart = " ".join(f"1 0 0 1 100 {500 - 40 * at} Tm ({letter}) Tj" for at, letter in enumerate("ABI"))
    (document,) = rendered(tmp_path, paper.drawn(f"BT /F 12 Tf {column} {apart} ET").bytes())
    assert [line.text for line in document.lines] == ["二零四年工作计划", "二", "零", "表"]


def test_a_letter_beyond_the_first_plane_is_one(tmp_path):
    paper = Paper({"A": "\U00020bb7", "B": "明", "C": "\U0002cb4e"})
    (document,) = rendered(tmp_path, paper.drawn("BT /F 20 Tf 50 700 Td (ABC) Tj 0 -40 Td (BA) Tj ET").bytes())
    assert [line.text for line in document.lines] == ["𠮷明𬭎", "明𠮷"]
