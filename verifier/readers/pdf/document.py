"""PDF papers: text lines and tables from the text layer where it can be used, page pictures for the rest.

Page by page: a scan goes to OCR whole; on a page with text, the pictures on it become documents of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from math import sqrt
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from pikepdf import PdfError
from PIL import Image

from verifier.model import Document, Flag, Inlay, Page, Place, Probe, SourceFile, TextLine
from verifier.readers.outcome import Damaged, clean, filled, partly
from verifier.readers.pdf.glyphs import Affine, Glyph, long_numbers, rows_of
from verifier.readers.pdf.insets import SMALLEST, bytes_of, shown_insets
from verifier.readers.pdf.layer import Layer, over
from verifier.readers.pdf.lines import captions_of, open_headings
from verifier.readers.pdf.opening import as_text, opened, repaired
from verifier.readers.pdf.page import EVEN, LEAST_RULINGS, Inset, Look, look_at, upright_turn
from verifier.readers.pdf.patterns import Patterned, patterns_of
from verifier.readers.pdf.pdfium import Leaf, Paper
from verifier.readers.pdf.probes import MOST, probes
from verifier.readers.pdf.stand_in import StandIn
from verifier.readers.pdf.tables import Ruled, Rulings
from verifier.readers.pdf.ticks import ticks_of, with_ticks
from verifier.readers.pictures.grounds import blocks_of, photos_on_paper
from verifier.readers.pictures.image import save_picture
from verifier.readers.pictures.pasted import passed_over, paste
from verifier.readers.signed import with_signatures
from verifier.readers.signed.pdf import signatures_of_pdf
from verifier.readers.terms import limits

DPI = 200
PAGE_PIXELS = 2200 * 1556
"""of an A4 page picture; a page longer than usual may have more"""
LARGEST = 24_000_000
_LONGEST_SIDE = 20_000
"""pixels of a side of a page picture"""
_TAIL = 2048
"""bytes in which the mark of the end must stand"""
_SHOWN = 30
"""characters of a text that a message shows"""
_TELLING = re.compile(r"[\u4e00-\u9fff\d]{2}")
"""in a text that is missed"""


@dataclass(slots=True)
class _Reading:
    """What has been read of one paper so far."""

    file: SourceFile
    work: Path
    rulings: Rulings
    stand_in: StandIn
    pages: list[Page] = field(default_factory=list)
    layer: Layer = field(default_factory=Layer)
    """what is seen"""
    unveiled: Layer | None = None
    """with what nobody sees; None as long as there is none"""
    insets: list[Document] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """hashes of pictures already taken"""
    over: list[TextLine] = field(default_factory=list)
    """title and headings that stand over what comes next"""
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
    data = file.stored.read_bytes()
    document, *inside = pdf_documents(file, data, work)
    return (with_signatures(document, lambda: signatures_of_pdf(data, file.path, document.pages)), *inside)


def pdf_documents(file: SourceFile, data: bytes, work: Path) -> tuple[Document, ...]:
    """As `read_pdf`, of a paper that `data` shows."""
    lost: list[str] = []
    try:
        pdf, password = opened(data)
    except Damaged:
        data = repaired(data)
        pdf, password = opened(data)
        lost.append("文件有损坏，修复后只读出留下的部分")
    reading = _Reading(file, work, Rulings(data, password), StandIn(data, password, _drawn))
    try:
        pdf.init_forms()
        total = len(pdf)
        for index in range(min(total, limits().pages)):
            _try_page(reading, pdf, index)
    finally:
        reading.rulings.close()
        reading.stand_in.close()
        pdf.close()
    lost += _take_patterns(reading, patterns_of(data, password))
    if not reading.pages:
        raise MemoryError if reading.large else Damaged("文件里没有可读的页面")
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        lost.append("文件末尾缺失，可能没有传完")
    return (_read_whole(reading, total, lost), *reading.insets)


def _take_patterns(reading: _Reading, found: Sequence[Patterned]) -> list[str]:
    """The pictures with which shapes are filled become documents; what else fills shapes is told."""
    for each in found:
        for number, filling in enumerate(each.pictures, 1):
            document = _picture(reading, f"page{each.page}-pattern{number}.png", filling.data, (), filling.seen)
            if document is not None and document.file.sha256 not in reading.seen:
                reading.seen.add(document.file.sha256)
                reading.insets.append(document)
    pages = [each.page for each in found if each.text]
    return [f"第 {_numbers(pages)} 页的图案中有文字没有读"] if pages else []


def _try_page(reading: _Reading, pdf: Paper, index: int) -> None:
    try:
        _read_page(reading, pdf, index)
    except MemoryError:
        reading.large.append(index + 1)
    except (pdfium.PdfiumError, ValueError, OSError):
        reading.damaged.append(index + 1)


def _read_whole(reading: _Reading, total: int, lost: list[str]) -> Document:
    """The document of all pages, with what is lost of them."""
    tables, unveiled = (layer.tables for layer in (reading.layer, reading.unveiled or reading.layer))
    document = Document(
        replace(reading.file, pages=total),
        tuple(reading.pages),
        filled(tuple(tables)),
        unveiled=filled(tuple(unveiled)) if unveiled != tables else None,
    )
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
    page = pdf[index]
    try:
        picture, ticks = _drawn(page), ticks_of(pdf, page)
        page = as_text(pdf, page, index)
        grey = picture.convert("L")
        look = look_at(page, grey, partial(_with_blocks, reading, index, grey))
        if ticks and look.layer:
            beside = partial(with_ticks, ticks=ticks, to_pixels=Affine(page, picture.size))
            look = replace(look, glyphs=beside(look.glyphs), every=beside(look.every))
        path = save_picture(picture, reading.work / "pages" / f"{reading.file.sha256}-p{index + 1}", photo=True)
        place = Place(reading.file.path, page=index + 1)
        shown, blank = shown_insets(look), _is_blank(grey)
        lines, unveiled = _read_layer(reading, look, blank, place, picture.size)
        nothing_to_read = blank or (unveiled is not None and look.frames_alone)
        is_scan = not (look.layer or shown or nothing_to_read)
        page_read = Page(
            place,
            path,
            picture.size,
            lines=lines,
            needs_ocr=is_scan,
            design=look.layer or look.outlined,
            photos=photos_on_paper(blocks_of(picture)) if is_scan else (0, 0.0),
            numbers=long_numbers(look.glyphs),
            probes=_probes(reading, look),
            unveiled=unveiled,
        )
        reading.pages.append(page_read)
        inlays = _take_insets(reading, shown, lines, place, page.get_rotation())
        reading.pages[-1] = replace(page_read, inlays=inlays)
        reading.over = open_headings(reading.over, lines)
    finally:
        page.close()


def _with_blocks(reading: _Reading, index: int, plain: Image.Image) -> Image.Image:
    """The grey page with blocks for letters of fonts that the paper does not bring; as it is where that fails."""
    try:
        return reading.stand_in.drawn(index).convert("L")
    except (PdfError, pdfium.PdfiumError, ValueError):
        return plain


def _read_layer(
    reading: _Reading, look: Look, blank: bool, place: Place, size: tuple[int, int]
) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...] | None]:
    """The lines outside tables, and all that would stand there if hidden text were seen; the tables go to `reading`."""
    assert place.page is not None
    hides = bool(look.unseen) and (blank or not look.on_scan)
    if not (look.layer or hides):
        return (), None
    found = _ruled(reading, look, place.page - 1, size)
    unveiled = _take_unveiled(reading, found, look, place) if hides or reading.unveiled else None
    return reading.layer.take(found, look.glyphs, place) if look.layer else (), unveiled


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
    return float(small.max()) - float(small.min()) < EVEN


def _ruled(reading: _Reading, look: Look, index: int, size: tuple[int, int]) -> tuple[Ruled, ...]:
    before = reading.layer.last[0] if reading.layer.last else None
    return reading.rulings.on_page(index, size, before) if look.rulings >= LEAST_RULINGS else ()


def _take_unveiled(reading: _Reading, found: Sequence[Ruled], look: Look, place: Place) -> tuple[TextLine, ...] | None:
    """The lines of the page with those that nobody sees, which are told; None where there are none."""
    hidden = [text for text in map(_words, rows_of(look.unseen)) if _TELLING.search(text)]
    reading.unseen += hidden
    if hidden and reading.unveiled is None:
        reading.unveiled = reading.layer.copy()
    if reading.unveiled is None:
        return None
    lines = reading.unveiled.take(found, look.every, place)
    return lines if hidden else None


def _picture(reading: _Reading, name: str, data: bytes, context: tuple[TextLine, ...], seen: bool) -> Document | None:
    """The document of a picture on a page; one that nobody sees there is not read."""
    if seen:
        return paste(reading.file, name, data, context, reading.work, SMALLEST)
    return passed_over(reading.file, name, data, "页面上看不见的图片", reading.work)


def _take_insets(
    reading: _Reading, shown: tuple[Inset, ...], lines: tuple[TextLine, ...], place: Place, page_turn: int
) -> tuple[Inlay, ...]:
    """The pictures on a page become documents, each once; where they stand."""
    numbers = count(1)
    inlays = []
    for inset in shown:
        data, ending = bytes_of(inset, upright_turn(inset, page_turn))
        before = tuple(over(lines, inset.box))
        captions = captions_of(inset.box, lines)
        headings = [line for line in open_headings(reading.over, before) if line not in captions]
        context = (*headings, *(replace(line, role="caption") for line in captions))
        name = f"page{place.page}-image{next(numbers)}.{ending}"
        document = _picture(reading, name, data, context, inset.seen)
        if document is None:
            continue
        inlays += [Inlay(document.file.sha256, inset.box)] * inset.seen
        if document.file.sha256 not in reading.seen:
            reading.seen.add(document.file.sha256)
            reading.insets.append(document)
    return tuple(inlays)
