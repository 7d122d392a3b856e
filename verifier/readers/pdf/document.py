"""PDF papers: text lines and tables from the text layer where it can be used, page pictures for the rest.

Page by page: a scan goes to OCR whole; on a page with text, the pictures on it become documents of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from math import sqrt
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from verifier.model import Box, Document, Flag, Inlay, Page, Place, Probe, SourceFile, Table, TextLine
from verifier.readers.headings import LONGEST_CAPTION
from verifier.readers.outcome import Damaged, clean, filled, partly
from verifier.readers.pdf.glyphs import Glyph, long_numbers, rows_of
from verifier.readers.pdf.insets import SMALLEST, bytes_of, shown_insets
from verifier.readers.pdf.lines import captions_of, lines_of, open_headings, usual_height
from verifier.readers.pdf.opening import opened, page_of, repaired
from verifier.readers.pdf.page import Inset, Look, look_at, upright_turn
from verifier.readers.pdf.pdfium import Leaf, Paper
from verifier.readers.pdf.probes import MOST, probes
from verifier.readers.pdf.tables import Ruled, Rulings, filled_table, goes_on, is_inside, mended, with_header
from verifier.readers.pictures.image import save_picture
from verifier.readers.pictures.pasted import paste
from verifier.readers.terms import limits

DPI = 200
PAGE_PIXELS = 2200 * 1556
"""of an A4 page picture; a page longer than usual may have more"""
LARGEST = 24_000_000
_LONGEST_SIDE = 20_000
"""pixels of a side of a page picture"""
_EVEN = 8
"""grey values between the darkest and the lightest of a blank page"""
_LEAST_RULINGS = 4
"""on a page that may hold a table"""
_TAIL = 2048
"""bytes in which the mark of the end must stand"""
_SHOWN = 30
"""characters of a text that a message shows"""
_TELLING = re.compile(r"[\u4e00-\u9fff\d]{2}")
"""in a text that is missed"""
_TOUCHING = 5
"""pixels by which a line may reach into what it stands over"""


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
    damaged: list[int] = field(default_factory=list)
    """numbers of pages that are lost"""
    unseen: list[str] = field(default_factory=list)
    """texts that nobody sees who looks at the pages"""
    probed: int = 0
    """rows that are read again by OCR"""
    known: set[str] = field(default_factory=set)
    """letters of them"""
    large: list[int] = field(default_factory=list)
    """numbers of pages for which there was no memory"""


def read_pdf(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The paper page by page, then the pictures on its text pages. Not thread-safe."""
    assert file.stored is not None
    return pdf_documents(file, file.stored.read_bytes(), work)


def pdf_documents(file: SourceFile, data: bytes, work: Path) -> tuple[Document, ...]:
    """As `read_pdf`, of a paper that `data` shows."""
    lost: list[str] = []
    try:
        pdf, password = opened(data)
    except Damaged:
        data = repaired(data)
        pdf, password = opened(data)
        lost.append("文件有损坏，修复后只读出留下的部分")
    reading = _Reading(file, work, Rulings(data, password))
    try:
        pdf.init_forms()
        total = len(pdf)
        for index in range(min(total, limits().pages)):
            _try_page(reading, pdf, index)
    finally:
        reading.rulings.close()
        pdf.close()
    if not reading.pages:
        raise MemoryError if reading.large else Damaged("文件里没有可读的页面")
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        lost.append("文件末尾缺失，可能没有传完")
    return (_read_whole(reading, total, lost), *reading.insets)


def _try_page(reading: _Reading, pdf: Paper, index: int) -> None:
    try:
        _read_page(reading, pdf, index)
    except MemoryError:
        reading.large.append(index + 1)
    except (pdfium.PdfiumError, ValueError, OSError):
        reading.damaged.append(index + 1)


def _read_whole(reading: _Reading, total: int, lost: list[str]) -> Document:
    """The document of all pages, with what is lost of them."""
    document = Document(replace(reading.file, pages=total), tuple(reading.pages), filled(tuple(reading.tables)))
    if reading.damaged:
        lost = [*lost, f"第 {_numbers(reading.damaged)} 页已损坏"]
    if lost:
        document = partly(document, "；".join(lost))
    if reading.unseen:
        document = replace(document, flags=(*document.flags, _unseen(reading)))
    if reading.large:
        document = partly(document, f"第 {_numbers(reading.large)} 页占用的内存超过上限", "limit-exceeded")
    if total > limits().pages:
        document = partly(document, f"共 {total} 页，只读了前 {limits().pages} 页", "limit-exceeded")
    return document


def _words(row: Sequence[Glyph]) -> str:
    return clean("".join(glyph.char for glyph in row))


def _unseen(reading: _Reading) -> Flag:
    path = reading.file.path
    why = "在页面以外、图层关闭、与底色相同、过小或被盖住"
    text = f"「{path}」中有看不见的文字（{why}，如“{reading.unseen[0][:_SHOWN]}”），没有计入，请打开原件核对。"
    return Flag("content-unconfirmed", "review", text, Place(path))


def _numbers(pages: list[int]) -> str:
    return "、".join(map(str, pages[:10]))


def _read_page(reading: _Reading, pdf: Paper, index: int) -> None:
    page = page_of(pdf, index)
    try:
        picture = _drawn(page)
        grey = picture.convert("L")
        look = look_at(page, grey)
        path = save_picture(picture, reading.work / "pages" / f"{reading.file.sha256}-p{index + 1}", photo=True)
        place = Place(reading.file.path, page=index + 1)
        lines = _read_layer(reading, look, place, picture.size) if look.layer else ()
        shown = shown_insets(look)
        blank = _is_blank(grey)
        if look.layer or blank:  # a scan's own layer may lie unseen under it
            reading.unseen += [text for text in map(_words, rows_of(look.unseen)) if _TELLING.search(text)]
        page_read = Page(
            place,
            path,
            picture.size,
            lines=lines,
            needs_ocr=not (look.layer or shown or blank),
            design=look.layer or look.outlined,
            numbers=long_numbers(look.glyphs),
            probes=_probes(reading, look),
        )
        reading.pages.append(page_read)
        inlays = _take_insets(reading, shown, lines, place, page.get_rotation())
        reading.pages[-1] = replace(page_read, inlays=inlays)
        reading.over = open_headings(reading.over, lines)
    finally:
        page.close()


def _probes(reading: _Reading, look: Look) -> tuple[Probe, ...]:
    if not look.layer or reading.probed >= MOST:
        return ()
    found = probes(look, reading.known)
    reading.probed += len(found)
    return found


def _drawn(page: Leaf) -> Image.Image:
    """The page picture in reading orientation, scaled so that a page of any shape can be read and held."""
    width, height = (max(1.0, side) for side in page.get_size())
    longer = max(width, height) / min(width, height)
    most = min(LARGEST, PAGE_PIXELS * max(1.0, longer / sqrt(2)))
    scale = min(DPI / 72, sqrt(most / (width * height)), _LONGEST_SIDE / max(width, height))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    return bitmap.to_pil().convert("RGB")


def _is_blank(grey: Image.Image) -> bool:
    small = np.asarray(grey.resize((200, 200), Image.Resampling.BOX))
    return float(small.max()) - float(small.min()) < _EVEN


def _read_layer(reading: _Reading, look: Look, place: Place, size: tuple[int, int]) -> tuple[TextLine, ...]:
    """The lines outside tables; the tables go to `reading`."""
    assert place.page is not None
    before = reading.last[0] if reading.last else None
    found = reading.rulings.on_page(place.page - 1, size, before) if look.rulings >= _LEAST_RULINGS else ()
    outside = [glyph for glyph in look.glyphs if not _is_in_table(glyph, found)]
    lines = lines_of(outside, place, usual_height(outside, look.glyphs))
    for at, ruled in enumerate(found):
        above = _over(lines, ruled.box)
        table = filled_table(ruled, look.glyphs, place, above[-1].text if above else "")
        if before and not at and goes_on(ruled, before) and not _is_text(above):
            table = _joined(reading, ruled, table)
        reading.last = (ruled, table)
        reading.tables.append(table)
    if not found or _is_text(_under(lines, found[-1].box)):
        reading.last = None
    return lines


def _is_in_table(glyph: Glyph, tables: Sequence[Ruled]) -> bool:
    return any(is_inside(glyph, ruled.box) for ruled in tables)


def _over(lines: Sequence[TextLine], box: Box) -> list[TextLine]:
    return [line for line in lines if line.place.box and line.place.box[3] <= box[1] + _TOUCHING]


def _under(lines: Sequence[TextLine], box: Box) -> list[TextLine]:
    return [line for line in lines if line.place.box and line.place.box[1] >= box[3]]


def _joined(reading: _Reading, ruled: Ruled, table: Table) -> Table:
    """The table with what it takes over from the page before, where it began."""
    assert reading.last is not None
    before = reading.last[1]
    if ruled.open_top and not table.rows[0][0] and len(table.rows) > 1:
        reading.tables[-1], table = mended(before, table)
    return with_header(table, before)


def _is_text(lines: list[TextLine]) -> bool:
    """More than a running head or a page number."""
    return sum(len(line.text) for line in lines) > LONGEST_CAPTION // 2 or len(lines) > 2


def _take_insets(
    reading: _Reading, shown: tuple[Inset, ...], lines: tuple[TextLine, ...], place: Place, page_turn: int
) -> tuple[Inlay, ...]:
    """The pictures on a page become documents, each once; where they stand."""
    numbers = count(1)
    inlays = []
    for inset in shown:
        data, ending = bytes_of(inset, upright_turn(inset, page_turn))
        before = tuple(_over(lines, inset.box))
        captions = captions_of(inset.box, lines)
        over = [line for line in open_headings(reading.over, before) if line not in captions]
        context = (*over, *(replace(line, role="caption") for line in captions))
        name = f"page{place.page}-image{next(numbers)}.{ending}"
        document = paste(reading.file, name, data, context, reading.work, SMALLEST)
        if document is None:
            continue
        inlays.append(Inlay(document.file.sha256, inset.box))
        if document.file.sha256 not in reading.seen:
            reading.seen.add(document.file.sha256)
            reading.insets.append(document)
    return tuple(inlays)
