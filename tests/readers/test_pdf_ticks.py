"""Boxes of a form in a PDF say whether they are ticked, beside their words."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.readers.pdfs import Paper, rendered

LOOKS = {"Yes": "1 w 1 1 10 10 re S 2 w 2 6 m 5 2 l 10 10 l S", "Off": "1 w 1 1 10 10 re S"}
RADIO = 1 << 15


def form(boxes: dict[tuple[int, int], str], flags: int) -> bytes:
    """Three words, and boxes by their lower left corners, each with its state."""
    paper = Paper().drawn("BT /F 12 Tf 60 700 Td (full time) Tj 0 -40 Td (part time) Tj 0 -40 Td (late) Tj ET")
    pdf, notes = paper.pdf, []
    for number, ((left, bottom), state) in enumerate(boxes.items()):
        looks = {
            f"/{name}": pdf.make_stream(drawn.encode(), BBox=Array([0, 0, 12, 12])) for name, drawn in LOOKS.items()
        }
        about = {"/T": String(str(number)), "/V": Name(f"/{state}"), "/AS": Name(f"/{state}"), "/F": 4, "/Ff": flags}
        kind = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, AP=Dictionary(N=Dictionary(looks)))
        kind.Rect = Array([left, bottom, left + 12, bottom + 12])
        for name, value in about.items():
            kind[name] = value
        notes.append(pdf.make_indirect(kind))
    paper.page.Annots = Array(notes)
    pdf.Root.AcroForm = Dictionary(Fields=Array(notes))
    return paper.bytes()


@pytest.mark.parametrize("flags", [0, RADIO], ids=["check boxes", "radio buttons"])
def test_a_box_stands_beside_its_word(tmp_path, flags):
    data = form({(40, 698): "Yes", (40, 658): "Off", (85, 618): "Yes"}, flags)
    (document,) = rendered(tmp_path, data)
    assert [line.text for line in document.lines] == ["☑full time", "☐part time", "late☑"]


def test_a_paper_without_a_form_has_no_boxes(tmp_path):
    (document,) = rendered(tmp_path, form({}, 0))
    assert [line.text for line in document.lines] == ["full time", "part time", "late"]
