"""Only what a person sees on a page of a PDF is text of the page; what hides is told."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.readers.pdfs import Paper, rendered
from tests.readers.test_pdf import WORDS, written
from verifier.readers.pdf.glyphs import Glyph
from verifier.readers.pdf.sight import sight_of

SEEN = "BT /F 14 Tf 60 700 Td (The office of the school) Tj ET\n"
HIDDEN = "BT {} /F {} Tf 60 {} Td (with a room of 120 square metres) Tj ET\n"
BLACK = HIDDEN.format("", 14, 600)
HIDING = {
    "white on white": HIDDEN.format("1 g", 14, 600),
    "nearly white": HIDDEN.format("0.97 0.98 0.96 rg", 14, 600),
    "neither filled nor outlined": HIDDEN.format("3 Tr", 14, 600),
    "off the page": HIDDEN.format("", 14, 900),
    "tiny": HIDDEN.format("", 0.8, 600),
    "covered": BLACK + "1 g 50 590 400 30 re f",
    "black on black": "0 g 50 590 400 30 re f\n" + BLACK,
    "clipped": f"q 0 0 20 20 re W n {BLACK} Q",
}


@pytest.mark.parametrize("content", HIDING.values(), ids=list(HIDING))
def test_what_nobody_sees_is_no_text_of_the_page_and_told(tmp_path, content):
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + content).bytes())
    assert [line.text for line in document.lines] == ["The office of the school"]
    (flag,) = document.flags
    assert (flag.code, flag.severity) == ("content-unconfirmed", "review") and "120" in flag.message


SHOWING = {
    "grey": HIDDEN.format("0.8 g", 14, 600),
    "white on black": "0 g 50 590 400 30 re f\n" + HIDDEN.format("1 g", 14, 600),
    "small": HIDDEN.format("", 5, 600),
    "outlined": HIDDEN.format("1 Tr", 14, 600),
    "yellow": HIDDEN.format("0.8 0.8 0 rg", 14, 600),
}


@pytest.mark.parametrize("content", SHOWING.values(), ids=list(SHOWING))
def test_what_is_hard_to_see_is_still_text_of_the_page(tmp_path, content):
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + content).bytes())
    assert [line.text for line in document.lines][1:] == ["with a room of 120 square metres"]
    assert not document.flags


def test_what_a_page_cuts_away_is_no_text_of_it(tmp_path):
    paper = Paper().drawn(SEEN + BLACK)
    paper.page.CropBox = Array([0, 650, 600, 800])
    (document,) = rendered(tmp_path, paper.bytes())
    assert [line.text for line in document.lines] == ["The office of the school"]
    assert [flag.code for flag in document.flags] == ["content-unconfirmed"]


@pytest.mark.parametrize(("state", "lines"), [("ON", 2), ("OFF", 1)])
def test_a_layer_is_text_of_the_page_when_it_is_on(tmp_path, state, lines):
    paper = Paper().drawn(f"{SEEN}/OC /L BDC {BLACK} EMC")
    layer = paper.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("说明")))
    paper.page.Resources.Properties = Dictionary(L=layer)
    paper.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary({f"/{state}": Array([layer])}))
    (document,) = rendered(tmp_path, paper.bytes())
    assert (len(document.lines), len(document.flags)) == (lines, 2 - lines)


@pytest.mark.parametrize(("flags", "lines"), [(4, 2), (2, 1), (32, 1)], ids=["shown", "hidden", "not on screens"])
def test_a_note_is_text_of_the_page_when_it_is_shown(tmp_path, flags, lines):
    paper = Paper().drawn(SEEN)
    paper.form("N", BLACK, BBox=Array([0, 0, 600, 800]))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=flags, Rect=Array([0, 0, 600, 800]))
    note.AP = Dictionary(N=paper.page.Resources.XObject["/N"])
    paper.page.Annots = Array([paper.pdf.make_indirect(note)])
    (document,) = rendered(tmp_path, paper.bytes())
    assert len(document.lines) == lines


def test_the_layer_of_a_scan_is_nothing_that_hides(tmp_path):
    scan = "q 600 0 0 800 0 0 cm /P Do Q\n"
    for content in (scan + WORDS.replace("BT", "BT 3 Tr"), WORDS + scan, WORDS.replace("BT", "BT 1 g") + scan):
        (document,) = rendered(tmp_path, written(content))
        assert (document.pages[0].needs_ocr, document.lines, document.flags) == (True, (), ())


def test_a_page_of_nothing_but_hidden_text_says_so(tmp_path):
    (document,) = rendered(tmp_path, Paper().drawn(HIDING["white on white"]).bytes())
    assert (document.lines, [flag.code for flag in document.flags]) == ((), ["content-unconfirmed"])


def test_people_of_a_table_whom_nobody_sees_are_not_in_it(tmp_path):
    rules = "".join(f"60 {600 + 20 * n} m 460 {600 + 20 * n} l S\n" for n in range(4))
    rules += "".join(f"{60 + 200 * n} 600 m {60 + 200 * n} 660 l S\n" for n in range(3))
    rows = (("Name", "Number", ""), ("Anna", "20240101", ""), ("Bert", "20240102", "1 g"))
    cells = "".join(
        f"BT {colour} /F 10 Tf 0 g {colour} {70 + 200 * column} {645 - 20 * row} Td ({text}) Tj ET\n"
        for row, (*texts, colour) in enumerate(rows)
        for column, text in enumerate(texts)
    )
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + rules + cells).bytes())
    assert [row for table in document.tables for row in table.rows] == [
        ("Name", "Number"),
        ("Anna", "20240101"),
        ("", ""),
    ]
    assert [flag.code for flag in document.flags] == ["content-unconfirmed"]


def borrowed_row(many: int) -> list[Glyph]:
    """Letters of a font that the paper does not bring, side by side."""
    return [Glyph("字", 20.0 + 30 * at, 20.0, 46.0 + 30 * at, 50.0, borrowed=True) for at in range(many)]


def picture_with_ink_at(many: int) -> Image.Image:
    """A grey page of 20 places with a stroke through the middle of the first ones."""
    drawn = Image.new("L", (640, 70), 255)
    for at in range(many):
        drawn.paste(0, (32 + 30 * at, 20, 35 + 30 * at, 50))
    return drawn


def test_a_ruling_through_one_letter_of_a_font_that_is_not_there_hides_none_of_the_others() -> None:
    sight = sight_of(borrowed_row(20), picture_with_ink_at(1))
    assert (len(sight.seen), len(sight.unseen), sight.lacks_font) == (20, 0, True)


def test_where_some_letters_of_such_a_font_are_drawn_those_without_ink_are_unseen() -> None:
    sight = sight_of(borrowed_row(20), picture_with_ink_at(4))
    assert (len(sight.seen), len(sight.unseen), sight.lacks_font) == (4, 16, False)
