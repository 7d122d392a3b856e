"""PDF papers: text lines and tables from the text layer where it can be used, page pictures for the rest.

Page by page: a scan goes to OCR whole; on a page with text, the pictures on it become documents of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import count
from math import sqrt
from pathlib import Path
from statistics import median
from typing import Any, Literal

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.headings import LONGEST, heading_level
from verifier.readers.image import save_picture
from verifier.readers.outcome import Damaged, Locked, clean, filled, partly
from verifier.readers.pasted import attachment, paste, unique
from verifier.readers.pdf_page import Glyph, Inset, Look, look_at, rows_of, upright_turn
from verifier.readers.pdf_tables import Ruled, Rulings, filled_table, goes_on, is_inside, mended, with_header

MAX_PAGES = 500
DPI = 200
PAGE_PIXELS = 2200 * 1556
"""of an A4 page picture; a page longer than usual may have more"""
MAX_PIXELS = 24_000_000
SMALLEST = 200
"""pixels of a side of a picture that is read on its own"""
_FULL = 0.85
_GALLERY = 0.25
"""share of a page without text that its pictures must take to stand for it"""
_CAPTION_LENGTH = 60
_LABELS = ("图", "附图", "照片", "图片", "截图")

Role = Literal["title", "heading", "body", "caption"]


@dataclass(slots=True)
class _Reading:
    """What has been read of one paper so far."""

    file: SourceFile
    work: Path
    rulings: Rulings
    pages: list[Page] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    insets: list[Document] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """hashes of pictures already taken"""
    over: list[TextLine] = field(default_factory=list)
    """title and headings that stand over what comes next"""
    last: tuple[Ruled, Table] | None = None
    """the table at the end of the page before"""


def read_pdf(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The paper page by page, then the pictures on its text pages, then its attachments. Not thread-safe."""
    assert file.stored is not None
    data = file.stored.read_bytes()
    pdf = _opened(data)
    reading = _Reading(file, work, Rulings(data))
    lost: list[int] = []
    missing: list[str] = []
    try:
        pdf.init_forms()
        total = len(pdf)
        for index in range(min(total, MAX_PAGES)):
            try:
                _read_page(reading, pdf, index)
            except (pdfium.PdfiumError, MemoryError, ValueError, OSError):
                lost.append(index + 1)
        inside = (*reading.insets, *_attachments(pdf, file, work))
    finally:
        reading.rulings.close()
        pdf.close()
    if not reading.pages:
        raise Damaged("文件里没有可读的页面")
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-2048:]:
        missing.append("文件末尾缺失，可能没有传完")
    document = Document(replace(file, pages=total), tuple(reading.pages), filled(tuple(reading.tables)))
    if lost:
        missing.append(f"第 {'、'.join(map(str, lost[:10]))} 页已损坏")
    if missing:
        document = partly(document, "；".join(missing))
    if total > MAX_PAGES:
        document = partly(document, f"共 {total} 页，只读了前 {MAX_PAGES} 页", "limit-exceeded")
    return (document, *inside)


def _opened(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise Locked from fault
        raise Damaged("文件被截断或已损坏，打不开") from fault


def _read_page(reading: _Reading, pdf: Any, index: int) -> None:
    page = pdf[index]
    try:
        picture = _drawn(page)
        look = look_at(page, picture.size)
        path = save_picture(picture, reading.work / "pages" / f"{reading.file.sha256}-p{index + 1}", photo=True)
        place = Place(reading.file.path, page=index + 1)
        lines = _read_layer(reading, look, place, picture.size) if look.layer else ()
        shown = _shown(look)
        ocr = not look.layer and not shown and not _is_blank(picture)
        design = look.layer or look.outlined
        reading.pages.append(Page(place, path, picture.size, lines=lines, needs_ocr=ocr, design=design))
        _take_insets(reading, shown, lines, place, page.get_rotation())
        reading.over = _headings(reading.over, lines)
    finally:
        page.close()


def _drawn(page: Any) -> Image.Image:
    """The page picture in reading orientation, scaled so that a page of any shape can be read and held."""
    width, height = (max(1.0, side) for side in page.get_size())
    longer = max(width, height) / min(width, height)
    most = min(MAX_PIXELS, PAGE_PIXELS * max(1.0, longer / sqrt(2)))
    scale = min(DPI / 72, sqrt(most / (width * height)), 20_000 / max(width, height))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    return picture


def _is_blank(picture: Image.Image) -> bool:
    small = np.asarray(picture.convert("L").resize((200, 200), Image.Resampling.BOX))
    return float(small.max()) - float(small.min()) < 8


def _shown(look: Look) -> tuple[Inset, ...]:
    """The pictures that are read on their own."""
    if look.sliced or (not look.layer and look.outlined):
        return ()
    fit = tuple(inset for inset in look.insets if inset.share < _FULL and min(_pixels(inset)) >= SMALLEST)
    enough = look.layer or sum(inset.share for inset in fit) >= _GALLERY
    return tuple(sorted(fit, key=lambda inset: (inset.box[1], inset.box[0]))) if enough and _alone(look, fit) else ()


def _alone(look: Look, fit: Sequence[Inset]) -> bool:
    """No scan of the whole page lies beneath the pictures."""
    return look.layer or all(inset in fit or inset.share < _FULL for inset in look.insets)


def _pixels(inset: Inset) -> tuple[int, int]:
    width, height = inset.object.get_px_size()
    return int(width), int(height)


def _read_layer(reading: _Reading, look: Look, place: Place, size: tuple[int, int]) -> tuple[TextLine, ...]:
    """The lines outside tables; the tables go to `reading`."""
    assert place.page is not None
    found = reading.rulings.on_page(place.page - 1, size) if look.rulings >= 4 else ()
    outside = [glyph for glyph in look.glyphs if not any(is_inside(glyph, ruled.box) for ruled in found)]
    lines = _lines(outside, place)
    for ruled in found:
        above = [line for line in lines if line.place.box and line.place.box[3] <= ruled.box[1] + 5]
        table = filled_table(ruled, look.glyphs, place, above[-1].text if above else "")
        if reading.last and ruled is found[0] and goes_on(ruled, reading.last[0]) and not _is_text(above):
            table = _joined(reading, ruled, table)
        reading.last = (ruled, table)
        reading.tables.append(table)
    if not found or _is_text([line for line in lines if line.place.box and line.place.box[1] >= found[-1].box[3]]):
        reading.last = None
    return lines


def _joined(reading: _Reading, ruled: Ruled, table: Table) -> Table:
    """The table with what it takes over from the page before, where it began."""
    assert reading.last is not None
    before = reading.last[1]
    if ruled.open_top and not table.rows[0][0] and len(table.rows) > 1:
        reading.tables[-1], table = mended(before, table)
    return with_header(table, before)


def _is_text(lines: list[TextLine]) -> bool:
    """More than a running head or a page number."""
    return sum(len(line.text) for line in lines) > _CAPTION_LENGTH // 2 or len(lines) > 2


def _lines(glyphs: list[Glyph], place: Place) -> tuple[TextLine, ...]:
    rows = [row for row in rows_of(glyphs) if clean("".join(glyph.char for glyph in row))]
    heights = [_height(row) for row in rows]
    usual = median(heights) if heights else 0.0
    lines: list[TextLine] = []
    for row, height in zip(rows, heights, strict=True):
        inked = [glyph for glyph in row if not glyph.char.isspace()]
        box = (
            round(min(glyph.left for glyph in inked)),
            round(min(glyph.top for glyph in inked)),
            round(max(glyph.right for glyph in inked)),
            round(max(glyph.bottom for glyph in inked)),
        )
        text = clean("".join(glyph.char for glyph in row))
        first = place.page == 1 and len(lines) < 3 and all(line.role == "title" for line in lines)
        lines.append(TextLine(text, replace(place, box=box), role=_role(text, height, usual, first)))
    return tuple(lines)


def _height(row: list[Glyph]) -> float:
    return median(glyph.bottom - glyph.top for glyph in row if not glyph.char.isspace())


def _role(text: str, height: float, usual: float, first: bool) -> Role:
    if len(text) > LONGEST + 20:
        return "body"
    level = heading_level(text)
    if first and not level and height >= 1.25 * usual:
        return "title"
    return "heading" if level or (height >= 1.2 * usual and 1 < len(text) <= LONGEST) else "body"


def _headings(over: list[TextLine], lines: tuple[TextLine, ...]) -> list[TextLine]:
    """The title and the open headings after these lines."""
    for line in lines:
        if line.role == "title":
            over = [*over, line]
        elif line.role == "heading":
            level = heading_level(line.text) or 1
            over = [each for each in over if each.role == "title" or (heading_level(each.text) or 1) < level] + [line]
    return over


def _take_insets(
    reading: _Reading, shown: tuple[Inset, ...], lines: tuple[TextLine, ...], place: Place, page_turn: int
) -> None:
    numbers = count(1)
    for inset in shown:
        data, ending = _bytes_of(inset, upright_turn(inset, page_turn))
        before = tuple(line for line in lines if line.place.box and line.place.box[3] <= inset.box[1] + 5)
        captions = _captions(inset, lines)
        over = [line for line in _headings(reading.over, before) if line not in captions]
        context = (*over, *(replace(line, role="caption") for line in captions))
        name = f"page{place.page}-image{next(numbers)}.{ending}"
        document = paste(reading.file, name, data, context, reading.work, SMALLEST)
        if document and document.file.sha256 not in reading.seen:
            reading.seen.add(document.file.sha256)
            reading.insets.append(document)


def _bytes_of(inset: Inset, turn: int) -> tuple[bytes, str]:
    """The picture's bytes as they lie in the file when it is a JPEG that stands upright, else as PNG."""
    filters = inset.object.get_filters()
    if filters and filters[-1] == "DCTDecode" and not turn:
        return bytes(inset.object.get_data(decode_simple=True)), "jpg"
    picture = inset.object.get_bitmap().to_pil().convert("RGB").rotate(-turn, expand=True)
    target = BytesIO()
    picture.save(target, "PNG", compress_level=1)
    return target.getvalue(), "png"


def _captions(inset: Inset, lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The short lines just under the picture or just over it: the labelled, else the nearer ones."""
    under = _stack(inset, lines, downward=True)
    over = _stack(inset, lines, downward=False)
    if under and over:
        labelled = [stack for stack in (under, over) if stack[0].text.startswith(_LABELS)]
        chosen = labelled[0] if labelled else min(under, over, key=lambda stack: _distance(inset, stack[0]))
    else:
        chosen = under or over
    return tuple(sorted(chosen, key=lambda line: line.place.box or (0, 0, 0, 0)))


def _stack(inset: Inset, lines: tuple[TextLine, ...], *, downward: bool) -> tuple[TextLine, ...]:
    """At most two lines one after the other, the nearest first."""
    left, top, right, bottom = inset.box
    edge = bottom if downward else top
    column = [line for line in lines if line.place.box and line.place.box[0] < right and line.place.box[2] > left]
    column.sort(key=lambda line: (line.place.box or (0, 0, 0, 0))[1], reverse=not downward)
    found: list[TextLine] = []
    for line in column:
        box = line.place.box or (0, 0, 0, 0)
        gap = box[1] - edge if downward else edge - box[3]
        height = box[3] - box[1]
        if gap < -height:
            continue
        if gap > 2.5 * height or line.role != "body" or len(line.text) > _CAPTION_LENGTH or len(found) == 2:
            break
        found.append(line)
        edge = box[3] if downward else box[1]
    return tuple(found)


def _distance(inset: Inset, line: TextLine) -> int:
    box = line.place.box or (0, 0, 0, 0)
    return min(abs(box[1] - inset.box[3]), abs(inset.box[1] - box[3]))


def _attachments(pdf: Any, file: SourceFile, work: Path) -> list[Document]:
    """A row for each file attached to the paper."""
    taken: set[str] = set()
    found = []
    for index in range(min(pdf.count_attachments(), 100)):
        try:
            each = pdf.get_attachment(index)
            found.append(attachment(file, unique(each.get_name() or "附件", taken), bytes(each.get_data()), work))
        except (pdfium.PdfiumError, ValueError):
            continue
    return found
