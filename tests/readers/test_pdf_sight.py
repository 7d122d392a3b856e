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
    unveiled = document.with_unseen()
    assert unveiled is not None
    assert [line.text for line in unveiled.lines] == ["The office of the school", "with a room of 120 square metres"]


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
    assert (document.flags, document.with_unseen()) == ((), None)


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
        assert document.with_unseen() is None


@pytest.mark.parametrize("drawn", ["", "0.5 G 40 500 400 200 re S\n"], ids=["blank", "with an empty frame"])
def test_a_page_of_nothing_but_hidden_text_says_so_and_waits_for_nothing(tmp_path, drawn):
    (document,) = rendered(tmp_path, Paper().drawn(drawn + HIDING["white on white"]).bytes())
    assert (document.lines, [flag.code for flag in document.flags]) == ((), ["content-unconfirmed"])
    assert not document.pages[0].needs_ocr
    assert [line.text for line in document.with_unseen().lines] == ["with a room of 120 square metres"]


@pytest.mark.parametrize("drawn", ["60 500 m 60 600 260 600 260 500 c f\n", "q 200 0 0 283 60 100 cm /P Do Q\n"])
def test_what_may_be_writing_is_read_by_ocr_though_the_page_has_hidden_text(tmp_path, drawn):
    documents = rendered(tmp_path, written(drawn + HIDING["white on white"]))
    assert any(page.needs_ocr for document in documents for page in document.pages)
    assert [flag.code for flag in documents[0].flags] == ["content-unconfirmed"]


def test_invisible_text_that_no_picture_bears_is_hidden_however_much_there_is(tmp_path):
    hidden = "".join(HIDDEN.format("3 Tr", 14, 600 - 20 * n) for n in range(5))
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + hidden).bytes())
    assert [line.text for line in document.lines] == ["The office of the school"]
    assert [flag.code for flag in document.flags] == ["content-unconfirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "0 G 55 598 m 400 598 l S\n" + HIDDEN.format("1 g", 14, 600),
        HIDDEN.format("1 g", 14, 600) + "0 G 55 598 m 400 598 l S\n",
    ],
    ids=["before a ruling", "behind a ruling"],
)
def test_a_ruling_shows_no_letters(tmp_path, text):
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + text).bytes())
    assert [line.text for line in document.lines] == ["The office of the school"]


ROWS = (("Name", "Number of 2024"), ("Anna", "20240101"), ("Bert", "20240102"))


def table(colours, bottom: int, rows=ROWS) -> str:
    """A ruled table, a colour a row."""
    many = len(rows)
    rules = "".join(f"60 {bottom + 20 * n} m 460 {bottom + 20 * n} l S\n" for n in range(many + 1))
    rules += "".join(f"{60 + 200 * n} {bottom} m {60 + 200 * n} {bottom + 20 * many} l S\n" for n in range(3))
    return rules + "".join(
        f"BT /F 10 Tf {colour} {70 + 200 * column} {bottom + 20 * (many - row) - 15} Td ({text}) Tj ET\n"
        for row, (texts, colour) in enumerate(zip(rows, colours, strict=True))
        for column, text in enumerate(texts)
    )


def test_people_of_a_table_whom_nobody_sees_are_not_in_it(tmp_path):
    (document,) = rendered(tmp_path, Paper().drawn(SEEN + table(("0 g", "0 g", "1 g"), 600)).bytes())
    assert [row for table in document.tables for row in table.rows] == [
        ROWS[0],
        ("Anna", "20240101"),
        ("", ""),
    ]
    assert [flag.code for flag in document.flags] == ["content-unconfirmed"]
    unveiled = document.with_unseen()
    assert unveiled is not None and document.pages[0].unveiled is not None
    assert [line.text for line in unveiled.lines] == ["The office of the school"]
    assert [row for table in unveiled.tables for row in table.rows] == [*ROWS]


def test_a_table_that_goes_on_takes_its_header_where_it_is_seen_and_where_it_is_not(tmp_path):
    pages = [Paper().drawn(SEEN + table(("1 g", "0 g", "0 g"), 60)), Paper().drawn(table(("0 g",), 700, ROWS[1:2]))]
    pages[0].pdf.pages.extend(pages[1].pdf.pages)
    (document,) = rendered(tmp_path, pages[0].bytes())
    assert [table.rows[0] for table in document.tables] == [("", ""), ("", "")]
    assert [table.rows[0] for table in document.with_unseen().tables] == [ROWS[0], ROWS[0]]


def borrowed_row(many: int) -> list[Glyph]:
    """Letters of a font that the paper does not bring, side by side."""
    return [Glyph("字", 20.0 + 30 * at, 20.0, 46.0 + 30 * at, 50.0, borrowed=True) for at in range(many)]


def picture(ruled: int = 0, blocks: int = 0) -> Image.Image:
    """A grey page of 20 places with a stroke through the middle of the first ones, and with blocks in the first."""
    drawn = Image.new("L", (640, 70), 255)
    for at in range(blocks):
        drawn.paste(0, (26 + 30 * at, 26, 40 + 30 * at, 44))
    for at in range(ruled):
        drawn.paste(0, (32 + 30 * at, 20, 35 + 30 * at, 50))
    return drawn


def test_a_ruling_through_one_letter_of_a_font_that_is_not_there_hides_none_of_the_others() -> None:
    sight = sight_of(borrowed_row(20), picture(1), lambda: picture(1, blocks=20))
    assert (len(sight.seen), len(sight.unseen), sight.lacks_font) == (20, 0, True)


def test_letters_of_a_font_that_is_not_there_are_unseen_where_no_font_would_show_them() -> None:
    sight = sight_of(borrowed_row(20), picture(1), lambda: picture(1, blocks=12))
    assert (len(sight.seen), len(sight.unseen), sight.lacks_font) == (12, 8, True)


def test_where_some_letters_of_such_a_font_are_drawn_those_without_ink_are_unseen() -> None:
    sight = sight_of(borrowed_row(20), picture(4), picture)
    assert (len(sight.seen), len(sight.unseen), sight.lacks_font) == (4, 16, False)
