"""A text layer is believed as far as the page shows what it says."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image

from tests.engines import Blind
from tests.readers.pdfs import Paper, rendered
from tests.readers.test_pdf import written
from verifier.model import Document, Probe
from verifier.ocr import open_engine, with_layers_checked
from verifier.ocr.layers import contradicts

SHIFTED = {chr(code): chr(code + 1) for code in range(65, 122)}
SIGNS = {chr(code): chr(33 + code % 14) for code in range(65, 122)}
UPPER = {chr(code): chr(0x4E00 + code) for code in range(65, 122)}
TEXT = "Plan of the school for employment"
LINE = "BT /F 16 Tf 60 {} Td ({}) Tj ET\n"


class Reads(Blind):
    """Reads one text in every strip."""

    def __init__(self, text: str, confidence: float = 0.99) -> None:
        self.said = (text, confidence)
        self.strips = 0

    def say(self, strips: Sequence[Any]) -> list[tuple[str, float]]:
        self.strips += len(strips)
        return [self.said for _ in strips]


def paper(tmp_path: Path, names: dict[str, str] | None = None, pages: int = 1) -> Document:
    one = Paper(names).drawn(LINE.format(700, TEXT) + LINE.format(660, "School year 2024"))
    for _ in range(pages - 1):
        one.pdf.pages.append(one.pdf.pages[0])
    return rendered(tmp_path, one.bytes())[0]


@pytest.fixture(scope="module")
def engine() -> Any:
    return open_engine("rapid", jobs=1)


@pytest.mark.parametrize("names", [SHIFTED, SIGNS], ids=["another letter for each", "signs for letters"])
def test_a_layer_with_a_false_map_of_letters_is_read_from_the_picture(tmp_path, engine, names):
    document = paper(tmp_path, names)
    assert document.lines and TEXT not in document.text
    (checked,) = with_layers_checked([document], engine)
    assert (checked.pages[0].needs_ocr, checked.lines) == (True, ())
    (flag,) = checked.flags
    assert (flag.code, flag.severity) == ("content-unconfirmed", "review") and "School year" in flag.message


def test_a_layer_that_says_what_the_page_shows_stays(tmp_path, engine):
    document = paper(tmp_path)
    assert with_layers_checked([document], engine) == (document,)


def test_a_lie_of_the_font_is_one_of_all_pages_and_one_page_asks_for_few_rows(tmp_path):
    document, engine = paper(tmp_path, SHIFTED, pages=40), Reads(TEXT)
    (checked,) = with_layers_checked([document], engine)
    assert all(page.needs_ocr and not page.lines for page in checked.pages)
    assert engine.strips == sum(len(page.probes) for page in document.pages) <= 4
    assert len(checked.flags) == 1


def test_a_row_that_is_read_with_doubt_contradicts_nothing(tmp_path):
    document = paper(tmp_path)
    assert with_layers_checked([document], Reads("something else", 0.6)) == (document,)
    assert with_layers_checked([document], Blind()) == (document,)


def busy() -> Image.Image:
    """A picture of which every place has light and dark."""
    small = np.random.default_rng(1).integers(0, 255, (40, 96, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((960, 400))


@pytest.mark.parametrize("content", ["{words}{picture}", "{picture}BT 3 Tr ET {words}"], ids=["covered", "invisible"])
def test_text_under_a_picture_that_does_not_show_it_is_not_believed(tmp_path, engine, content):
    picture = "q 480 0 0 200 60 560 cm /P Do Q\n"
    words = LINE.format(660, "an office of 120 square metres").replace("BT", "BT 3 Tr" if "3 Tr" in content else "BT")
    shown = "".join(LINE.format(500 - 20 * n, f"Line {n} of the page") for n in range(6)).replace("BT", "BT 0 Tr")
    data = written(content.format(words=words, picture=picture) + shown, busy())
    document = rendered(tmp_path, data)[0]
    (checked,) = with_layers_checked([document], engine)
    assert (checked.pages[0].needs_ocr, checked.lines) == (True, ())


@pytest.mark.parametrize(
    ("said", "read", "sure", "lies"),
    [
        ("办公室面积：120平方米", "办公室面积:120平方米", 0.98, False),
        ("⽉⽇⼯作计划安排", "月日工作计划安排", 0.98, False),
        ("联系电话 13800138000", "联系电话 25916472853", 0.98, True),
        ("一、总结………………12", "一、总结12", 0.95, False),
        ("！＃￥％", "工作计划", 0.95, True),
    ],
)
def test_what_contradicts_a_layer(said, read, sure, lies):
    assert contradicts(Probe(said, (0, 0, 9, 9)), read, sure) is lies


def test_a_lie_that_begins_in_the_middle_of_a_bound_paper_is_found(tmp_path, engine):
    bound = Paper()
    bound.drawn(LINE.format(700, "The station and its rooms") + LINE.format(660, "Quiet box, jumpy dwarf 2024"))
    for _ in range(8):
        bound.pdf.pages.append(bound.pdf.pages[0])
    with pikepdf.open(io.BytesIO(Paper(UPPER).drawn(LINE.format(700, TEXT)).bytes())) as false:
        bound.pdf.pages.extend(false.pages)
        document = rendered(tmp_path, bound.bytes())[0]
    (checked,) = with_layers_checked([document], engine)
    assert checked.pages[-1].needs_ocr and checked.flags
