"""PDF papers, page by page: text layer, scan, or text with pictures."""

import hashlib
import io
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import PdfError
from PIL import Image

from verifier.model import SourceFile
from verifier.readers import render
from verifier.readers.outcome import Damaged
from verifier.readers.pdf import document as pdf

DATA = Path(__file__).parent.parent / "data"


def rendered(tmp_path, data: bytes):
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    file = SourceFile("材料.pdf", hashlib.sha256(data).hexdigest(), len(data), "pdf", "read", None, stored)
    return render(file, tmp_path / "work")


def photo(seed: int = 1, size: tuple[int, int] = (400, 566)) -> Image.Image:
    small = np.random.default_rng(seed).integers(0, 255, (8, 6, 3), dtype=np.uint8)
    return Image.fromarray(small).resize(size)


def scan(count: int = 1) -> bytes:
    target = io.BytesIO()
    pages = [photo(number) for number in range(count)]
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=48)
    return target.getvalue()


def written(content: str, picture: Image.Image | None = None) -> bytes:
    """A page of 600 × 800 points with this content; /F is Helvetica, /P the picture."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</P 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content.encode("latin-1")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    raw = io.BytesIO()
    (picture or photo()).save(raw, "JPEG")
    size = (picture or photo()).size
    objects.append(
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        b"/Length %d>>stream\n%s\nendstream" % (*size, len(raw.getvalue()), raw.getvalue())
    )
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, tail)


WORDS = "".join(f"BT /F 12 Tf 60 {700 - 20 * n} Td (Line {n} of an ordinary text page) Tj ET\n" for n in range(5))
FULL_PICTURE = "q 600 0 0 800 0 0 cm /P Do Q\n"


def test_a_text_page_gives_lines_with_boxes_in_its_picture(tmp_path):
    (document,) = rendered(tmp_path, written(WORDS))
    page = document.pages[0]
    assert [line.text for line in page.lines][:2] == [
        "Line 0 of an ordinary text page",
        "Line 1 of an ordinary text page",
    ]
    assert (page.needs_ocr, page.design, page.turn) == (False, True, 0)
    left, top, right, bottom = page.lines[0].place.box
    with Image.open(page.image) as picture:
        assert picture.size == page.size
        ink = np.asarray(picture.convert("L"))[top:bottom, left:right]
    assert ink.min() < 100
    assert left == pytest.approx(60 * page.size[0] / 600, abs=4)
    assert bottom == pytest.approx(100 * page.size[1] / 800, abs=10)


def test_a_scan_goes_to_ocr_page_by_page(tmp_path):
    (document,) = rendered(tmp_path, scan(3))
    assert [(page.place.page, page.needs_ocr, page.design) for page in document.pages] == [
        (1, True, False),
        (2, True, False),
        (3, True, False),
    ]
    assert document.file.pages == 3
    assert max(document.pages[0].size) < 2400


@pytest.mark.parametrize(
    "content",
    [
        FULL_PICTURE + WORDS.replace("BT", "BT 3 Tr"),
        WORDS + FULL_PICTURE,
        FULL_PICTURE + "BT /F 9 Tf 60 20 Td (CamScanner) Tj ET",
        FULL_PICTURE + "".join(
            f"BT /F 12 Tf 60 {20 * n} Td (\xd6\xd0\xb9\xfa\xc9\xbd\xb6\xab\xce\xc4\xd7\xd6) Tj ET\n" for n in range(9)
        ),
    ],
    ids=["invisible layer", "layer under the picture", "mark of a scanning app", "text of a wrong code page"],
)  # fmt: skip
def test_a_scan_with_a_layer_that_says_nothing_goes_to_ocr(tmp_path, content):
    (document,) = rendered(tmp_path, written(content))
    assert (document.pages[0].needs_ocr, document.pages[0].lines) == (True, ())


@pytest.mark.parametrize("many", [0, 1, 2])
def test_the_photos_on_a_scanned_page_are_counted(tmp_path, many):
    sheet = Image.new("RGB", (800, 1132), (243, 242, 238))
    for number in range(many):
        sheet.paste(photo(number, (500, 380)), (150, 140 + 480 * number))
    target = io.BytesIO()
    sheet.save(target, "PDF", resolution=96, quality=90)
    (page,) = rendered(tmp_path, target.getvalue())[0].pages
    assert (page.needs_ocr, page.photos[0]) == (True, many) if many else page.photos == (0, 0.0)


def test_a_text_page_has_no_photos_of_its_own(tmp_path):
    page = rendered(tmp_path, written("BT /F 18 Tf 60 700 Td (Employment office) Tj ET", photo()))[0].pages[0]
    assert (page.needs_ocr, page.photos) == (False, (0, 0.0))


def test_a_scan_cut_into_bands_is_one_page_and_no_pictures(tmp_path):
    bands = "".join(f"q 600 0 0 200 0 {200 * n} cm /P Do Q\n" for n in range(4))
    (document,) = rendered(tmp_path, written(bands))
    assert document.pages[0].needs_ocr


def test_a_page_of_photos_without_text_gives_the_photos(tmp_path):
    document, inside = rendered(tmp_path, written("q 400 0 0 566 100 120 cm /P Do Q\n"))
    assert (document.pages[0].needs_ocr, inside.pages[0].needs_ocr) == (False, True)


def test_an_empty_page_waits_for_nothing(tmp_path):
    (document,) = rendered(tmp_path, written(""))
    assert (document.pages[0].needs_ocr, document.file.status) == (False, "read")


def test_lines_far_apart_on_one_height_stay_apart(tmp_path):
    content = "BT /F 12 Tf 60 700 Td (2024-03-01) Tj ET BT /F 12 Tf 300 700 Td (2024-06-30) Tj ET"
    (document,) = rendered(tmp_path, written(content))
    assert [line.text for line in document.lines] == ["2024-03-01", "2024-06-30"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_in_reading_orientation(tmp_path, turn):
    pdf = pdfium.PdfDocument(written(WORDS))
    pdf[0].set_rotation(turn)
    target = io.BytesIO()
    pdf.save(target)
    (document,) = rendered(tmp_path, target.getvalue())
    page = document.pages[0]
    assert (page.size[0] > page.size[1]) == (turn != 180)
    for line in page.lines:
        left, top, right, bottom = line.place.box
        assert 0 <= left < right <= page.size[0] and 0 <= top < bottom <= page.size[1]
        with Image.open(page.image) as picture:
            assert np.asarray(picture.convert("L"))[top:bottom, left:right].min() < 100


def test_a_picture_on_a_text_page_stands_upright_whatever_the_page(tmp_path):
    pdf = pdfium.PdfDocument(written(WORDS + "q 200 0 0 283 300 100 cm /P Do Q"))
    pdf[0].set_rotation(90)
    target = io.BytesIO()
    pdf.save(target)
    _, inside = rendered(tmp_path, target.getvalue())
    assert inside.picture.size == (566, 400)


def test_pictures_on_a_text_page_come_with_captions_and_headings(tmp_path):
    paper, *inside = rendered(tmp_path, (DATA / "mixed.pdf").read_bytes())
    assert [document.file.path for document in inside] == [f"材料.pdf/page1-image{n}.jpg" for n in (1, 2, 3)]
    assert [[line.text for line in document.context] for document in inside] == [
        ["就业指导站工作总结", "一、办公场所", "办公室实景，面积约80平方米"],
        ["就业指导站工作总结", "二、招聘活动", "图2 春季双选会 2024年3月20日"],
        ["就业指导站工作总结", "二、招聘活动", "图3 秋季双选会 2024年10月16日"],
    ]
    assert {document.file.parent for document in inside} == {"材料.pdf"}
    assert inside[0].context[-1].place.page == 1 and inside[0].context[-1].place.box
    assert paper.lines[0].role == "title" and not paper.pages[0].needs_ocr


def test_a_table_over_pages_keeps_its_header_and_its_broken_rows(tmp_path):
    (document,) = rendered(tmp_path, (DATA / "roster.pdf").read_bytes())
    header = ("序号", "姓名", "学号", "实习单位", "起止时间")
    assert [table.rows[1] for table in document.tables] == [header] * 6
    assert [table.place.page for table in document.tables] == [1, 2, 3, 4, 5, 6]
    people = [row for table in document.tables for row in table.rows[2:]]
    assert people == [
        (str(n), f"学生{n}", f"20240101{n:03}", "威海市某某精密机械制造有限公司", "2024-03-01\n2024-06-30")
        for n in range(1, 71)
    ]
    assert [line.text for line in document.lines] == ["2024届毕业生实习名单", "共70人，名单如下。"]
    assert document.tables[0].title == "共70人，名单如下。"
    assert document.tables[0].rows[0] == ("学校", "", "威海示例学院", "", "")
    assert sum(len(page.numbers) for page in document.pages) == 70  # the school numbers, and no date


def test_a_locked_paper_says_so(tmp_path):
    (document,) = rendered(tmp_path, (DATA / "locked.pdf").read_bytes())
    assert document.file.status == "unreadable"
    assert [flag.code for flag in document.flags] == ["password-protected"]


def test_a_paper_cut_short_is_never_called_whole(tmp_path):
    data = (DATA / "mixed.pdf").read_bytes()
    for keep in (0.05, 0.5, 0.9, 0.99):
        document = rendered(tmp_path, data[: int(len(data) * keep)])[0]
        assert document.file.status in ("unreadable", "partly-read")
        assert [flag.code for flag in document.flags] == ["unreadable-file"]


def test_a_long_page_stays_legible_and_a_giant_one_small(tmp_path):
    tall = written(WORDS).replace(b"[0 0 600 800]", b"[0 0 600 8000]")
    giant = written(WORDS).replace(b"[0 0 600 800]", b"[0 0 14000 14000]")
    assert rendered(tmp_path, tall)[0].pages[0].size[0] >= 1200
    width, height = rendered(tmp_path, giant)[0].pages[0].size
    assert width * height < 4_000_000


def form(value: str) -> bytes:
    """A page with a field that a person filled in, for which the program left no picture of it."""
    pdf = pikepdf.open(io.BytesIO(written(WORDS)))
    field = pikepdf.Dictionary(
        **{"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Widget, "FT": pikepdf.Name.Tx, "F": 4},
        **{"T": pikepdf.String("a"), "V": pikepdf.String(value), "DA": pikepdf.String("/F 12 Tf 0 g")},
        Rect=pikepdf.Array([60, 500, 400, 530]),
    )
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(field)])
    fonts = pikepdf.Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].obj.Annots, NeedAppearances=True, DR=fonts)
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def test_what_is_filled_into_a_form_is_text_of_the_page(tmp_path):
    (document,) = rendered(tmp_path, form("实习学生 24 人"))
    lines = {line.text: line.place.box for line in document.pages[0].lines}
    assert lines["实习学生 24 人"][1] > lines["Line 4 of an ordinary text page"][3]


def locked_for_editing() -> bytes:
    target = io.BytesIO()
    pikepdf.open(io.BytesIO(written(WORDS))).save(target, encryption=pikepdf.Encryption(owner="x", user=""))
    return target.getvalue()


def test_a_paper_that_is_locked_against_changes_alone_is_read(tmp_path):
    (document,) = rendered(tmp_path, locked_for_editing())
    assert (document.file.status, len(document.pages[0].lines)) == ("read", 5)


def test_a_paper_that_only_repair_opens_is_read_in_part(tmp_path):
    data = written(WORDS)
    broken = data[: data.index(b"xref\n0")]
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(broken)
    document = rendered(tmp_path, broken)[0]
    assert document.file.status == "partly-read"
    assert document.pages[0].lines[0].text == "Line 0 of an ordinary text page"


def test_a_page_for_which_there_is_no_memory_is_told_as_such_and_costs_no_other(tmp_path, monkeypatch):
    whole = pdf._drawn
    drawn = []

    def draw(page):
        drawn.append(page)
        if len(drawn) == 2:
            raise MemoryError
        return whole(page)

    monkeypatch.setattr(pdf, "_drawn", draw)
    document = rendered(tmp_path, scan(3))[0]
    assert (document.file.status, [page.place.page for page in document.pages]) == ("partly-read", [1, 3])
    assert [flag.code for flag in document.flags] == ["limit-exceeded"]
    assert "第 2 页" in document.flags[0].message


@pytest.mark.parametrize(
    "fault", [MemoryError(), cv2.error("Insufficient memory"), OSError("Can't allocate memory"), PdfError("bad_alloc")]
)
def test_a_paper_for_which_there_is_no_memory_is_not_told_to_be_damaged(tmp_path, monkeypatch, fault):
    def opened(_data):
        try:
            raise fault
        except Exception as cause:
            raise Damaged("文件已损坏") from cause

    monkeypatch.setattr(pdf, "pdf_documents", lambda _file, data, _work: opened(data))
    (document,) = rendered(tmp_path, scan())
    assert (document.file.status, document.flags[0].code) == ("refused", "limit-exceeded")
