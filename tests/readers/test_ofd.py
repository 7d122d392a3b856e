"""OFD papers are read like PDFs: lines, tables, scans, seals."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.facts.seal_pictures import seal_mask
from tests.readers.ofds import Sheet, ofd, ofd_of_pdf
from verifier.facts.seals.find import find_seals
from verifier.model import Document, Page, Place, SourceFile, TextLine
from verifier.readers import render
from verifier.readers.ofd import document as ofd_reader

DATA = Path(__file__).parent.parent / "data"
TEXT = ("关于实习单位的证明", "兹有我校学生24人于2024年5月20日至", "6月30日在威海市某某有限公司实习，特此证明。")


def rendered(tmp_path: Path, data: bytes) -> tuple[Document, ...]:
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    file = SourceFile("证明.ofd", sha256, len(data), "other", "read", None, stored, format="ofd")
    return render(file, tmp_path / "work")


def letter() -> Sheet:
    sheet = Sheet().text(70, 40, TEXT[0], 7)
    return sheet.text(30, 60, TEXT[1]).text(30, 68, TEXT[2])


def encoded(picture: Image.Image, form: str = "PNG") -> bytes:
    target = io.BytesIO()
    picture.save(target, form)
    return target.getvalue()


def photo(size: tuple[int, int] = (400, 566)) -> Image.Image:
    small = np.random.default_rng(3).integers(0, 255, (8, 6, 3), dtype=np.uint8)
    return Image.fromarray(small).resize(size)


def test_lines_stand_at_their_places_with_a_title(tmp_path):
    (document,) = rendered(tmp_path, ofd([letter()]))
    page = document.pages[0]
    assert tuple(line.text for line in page.lines) == TEXT
    assert page.lines[0].role == "title"
    assert (page.needs_ocr, page.design, document.file.status) == (False, True, "read")
    scale = page.size[0] / 210
    left, top, right, bottom = page.lines[1].place.box
    assert left == pytest.approx(30 * scale, abs=4)
    assert top < 60 * scale < bottom + 4
    assert right - left == pytest.approx(len(TEXT[1]) * 4.2 * scale, rel=0.12)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP"])
def test_a_page_that_is_one_picture_goes_to_ocr(tmp_path, form):
    data = ofd([Sheet().picture("p", 0, 0, 210, 297)], {"p": encoded(photo(), form)})
    (document,) = rendered(tmp_path, data)
    assert document.pages[0].needs_ocr
    with Image.open(document.pages[0].image) as page:
        shown = np.asarray(page.resize((40, 56)), dtype=int)
    assert np.abs(shown - np.asarray(photo().resize((40, 56)), dtype=int)).mean() < 8


def test_a_picture_beside_text_comes_with_its_caption(tmp_path):
    sheet = letter().picture("p", 40, 90, 120, 80).text(80, 178, "图1 招聘会现场")
    _, inside = rendered(tmp_path, ofd([sheet], {"p": encoded(photo((600, 400)))}))
    assert inside.file.parent == "证明.ofd"
    assert "图1 招聘会现场" in [line.text for line in inside.context]


def test_a_ruled_table_is_a_table(tmp_path):
    sheet = letter()
    rows = [("序号", "姓名", "单位"), ("1", "甲某", "威海某某有限公司"), ("2", "乙某", "荣成某某有限公司")]
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            left, top = 30 + 50 * across, 90 + 10 * down
            sheet.box(left, top, left + 50, top + 10).text(left + 2, top + 7, text)
    (document,) = rendered(tmp_path, ofd([sheet]))
    assert document.tables[0].rows == tuple(rows)
    assert [line.text for line in document.pages[0].lines] == list(TEXT)


def stamp() -> bytes:
    ink = seal_mask(np.random.default_rng(4), 300)
    picture = Image.new("RGBA", ink.shape[::-1], (220, 20, 20, 255))
    picture.putalpha(Image.fromarray(ink))
    return encoded(picture)


@pytest.mark.parametrize("as_page", [False, True])
def test_an_electronic_seal_is_seen_on_the_page(tmp_path, as_page):
    seal = ofd([Sheet(40, 40).picture("s", 0, 0, 40, 40)], {"s": stamp()}) if as_page else stamp()
    parts = {
        "Doc_0/Signs/Sign_0/Signature.xml": b'<Signature><SignedInfo><StampAnnot PageRef="0" Boundary="120 200 40 40"/>'
        b"</SignedInfo><SignedValue>/Doc_0/Signs/Sign_0/SignedValue.dat</SignedValue></Signature>",
        "Doc_0/Signs/Sign_0/SignedValue.dat": b"\x30\x82\x01\x00ES" + seal + b"\x02\x01\x28",
    }
    document = rendered(tmp_path, ofd([letter()], parts=parts))[0]
    with Image.open(document.pages[0].image) as page:
        seals = find_seals(np.ascontiguousarray(np.asarray(page)[:, :, ::-1]))
        scale = page.width / 210
    assert len(seals) == 1
    box = seals[0].box
    assert (box[0] + box[2]) / 2 == pytest.approx(140 * scale, abs=3 * scale)
    assert (box[1] + box[3]) / 2 == pytest.approx(220 * scale, abs=3 * scale)


def test_a_damaged_page_costs_no_other(tmp_path):
    parts = {"Doc_0/Pages/Page_0/Content.xml": b"<ofd:Page"}
    document = rendered(tmp_path, ofd([letter(), Sheet().text(30, 50, TEXT[1])], parts=parts))[0]
    assert document.file.status == "partly-read"
    assert [line.text for line in document.lines] == [TEXT[1]]


def test_a_locked_paper_says_so(tmp_path):
    (document,) = rendered(tmp_path, ofd([letter()], parts={"Encryptions.xml": b"<Encryptions/>"}))
    assert document.flags[0].code == "password-protected"


def test_the_same_paper_as_pdf_and_as_ofd_reads_alike(tmp_path):
    data = (DATA / "roster.pdf").read_bytes()
    stored = tmp_path / "a.pdf"
    stored.write_bytes(data)
    pdf = render(SourceFile("a.pdf", "0", len(data), "pdf", "read", None, stored), tmp_path / "work")[0]
    document = rendered(tmp_path, ofd_of_pdf(data))[0]
    assert [table.rows for table in document.tables] == [table.rows for table in pdf.tables]
    assert [line.text for line in document.lines] == [line.text for line in pdf.lines]


def test_a_machine_without_a_chinese_font_is_told_that_it_read_only_a_part(tmp_path, monkeypatch):
    def without_font(file: SourceFile, data: Path, work: Path) -> tuple[Document, ...]:
        return (Document(file, (Page(Place(file.path, 1), lines=(TextLine("2024 5 20", Place(file.path, 1)),)),)),)

    monkeypatch.setattr(ofd_reader, "pdf_documents", without_font)
    (document,) = rendered(tmp_path, ofd([letter()]))
    assert document.file.status == "partly-read"
    assert "没有中文字体" in document.flags[0].message
