"""A picture with which a PDF fills a shape is read where it is seen, and has a row that says so where it is not."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from verifier.model import SourceFile
from verifier.readers import render

FILLED = "/Pattern cs /T scn 30 390 300 340 re f "


def paper(content: str, side: int = 400) -> bytes:
    """A page of whose resources a pattern shows a photo."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    page = pdf.pages[0].obj
    pixels = np.random.default_rng(1).integers(0, 255, (side // 50, side // 50, 3), dtype=np.uint8).repeat(50, 0)
    photo = pdf.make_stream(pixels.repeat(50, 1).tobytes(), Type=Name.XObject, Subtype=Name.Image)
    photo.Width, photo.Height, photo.BitsPerComponent, photo.ColorSpace = side, side, 8, Name.DeviceRGB
    tile = pdf.make_stream(b"q 300 0 0 300 30 400 cm /P Do Q", Type=Name.Pattern, PatternType=1, PaintType=1)
    tile.TilingType, tile.XStep, tile.YStep, tile.BBox = 1, 600, 800, Array([0, 0, 600, 800])
    tile.Resources = Dictionary(XObject=Dictionary(P=photo))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Pattern=Dictionary(T=tile), Font=Dictionary(F=font))
    text = "BT /F 12 Tf 40 60 Td (Sentence of some length on a page that has a text layer) Tj ET "
    page.Contents = pdf.make_stream(f"{content}0 g {text}".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def pictures(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    (tmp_path / "a").write_bytes(data)
    file = SourceFile("a.pdf", "a", len(data), "pdf", "read", None, tmp_path / "a", format="pdf")
    found = render(file, tmp_path / "work")[1:]
    return [(each.file.status, each.file.reason or "") for each in found]


def test_a_photo_in_a_frame_is_read(tmp_path: Path) -> None:
    assert pictures(tmp_path, paper(FILLED)) == [("read", "")]


@pytest.mark.parametrize(
    "content",
    [
        "",
        FILLED + "1 g 0 0 600 800 re f ",
        "q 0 0 1 1 re W n " + FILLED + "Q ",
        "/Pattern cs /T scn 2000 390 300 340 re f ",
        "/Pattern cs /T scn 30 390 2 2 re f ",
    ],
    ids=["not used", "covered", "cut away", "off the page", "a dot of it"],
)
def test_a_photo_that_nobody_sees_is_no_picture_of_the_page(tmp_path: Path, content: str) -> None:
    assert pictures(tmp_path, paper(content)) == [("ignored", "页面上看不见的图片")]


def test_an_icon_has_no_row(tmp_path: Path) -> None:
    assert pictures(tmp_path, paper(FILLED, side=100)) == []


def test_the_photo_can_be_decoded(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(paper(FILLED))
    file = SourceFile("a.pdf", "a", 1, "pdf", "read", None, tmp_path / "a", format="pdf")
    stored = render(file, tmp_path / "work")[1].file.stored
    assert stored is not None
    with Image.open(stored) as shown:
        assert shown.size == (400, 400)
