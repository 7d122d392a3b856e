"""A page as it would look if every font that the paper does not bring were there.

What a font that this machine lacks would draw is not on the page picture. So the paper is drawn again with a font that
has the same block for every letter: blocks have the colours, the opacity, the layers and the neighbours of the letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from struct import pack

import pikepdf
import pypdfium2 as pdfium
from PIL import Image

from verifier.readers.pdf.pdfium import Leaf, Paper

_EM = 1000
_BLOCK = (250, 50, 750, 550)
"""left, bottom, right, top of an em: it leaves its ground on all sides"""
_CODES = 65536
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class StandIn:
    """Draws pages of a paper with blocks for its letters; makes that paper only when a page is asked for."""

    def __init__(self, data: bytes, password: str | None, draw: Callable[[Leaf], Image.Image]) -> None:
        self._data, self._password, self._draw = data, password, draw
        self._paper: Paper | None = None

    def drawn(self, index: int) -> Image.Image:
        """The page of that number, from 0. Raises PdfError, PdfiumError, ValueError."""
        if self._paper is None:
            self._paper = pdfium.PdfDocument(_with_blocks(self._data, self._password))
            self._paper.init_forms()
        page = self._paper[index]
        try:
            return self._draw(page)
        finally:
            page.close()

    def close(self) -> None:
        if self._paper is not None:
            self._paper.close()


def _with_blocks(data: bytes, password: str | None) -> bytes:
    """The paper with a font of blocks for each composite font that it does not bring."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data), password=password or "") as pdf:
        font = pdf.make_stream(_font_of_blocks())
        every_code_the_block = pdf.make_stream(pack(">H", 1) * _CODES)
        for one in _descendants(pdf):
            descriptor = one.get("/FontDescriptor", pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, Flags=4))
            if any(key in descriptor for key in _FONT_FILES):
                continue
            descriptor.FontFile2 = font
            one.FontDescriptor = descriptor
            one.Subtype = pikepdf.Name.CIDFontType2
            one.CIDToGIDMap = every_code_the_block
        pdf.save(target)
    return target.getvalue()


def _descendants(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What composite fonts draw with, also where it stands within another object."""
    waiting = [each for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Dictionary) and value.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2"):
            yield value
        children = list(value) if isinstance(value, pikepdf.Array) else [child for _, child in value.items()]
        waiting += [
            child
            for child in children
            if isinstance(child, (pikepdf.Dictionary, pikepdf.Array)) and not child.is_indirect
        ]


def _font_of_blocks() -> bytes:
    """A TrueType font of two glyphs: nothing, and a block."""
    left, bottom, right, top = _BLOCK
    corners = pack(">4B", 1, 1, 1, 1) + pack(">8h", left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top)
    block = pack(">5h", 1, left, bottom, right, top) + pack(">HH", 3, 0) + corners
    block += bytes(-len(block) % 4)
    tables = {
        b"glyf": block,
        b"head": pack(
            ">IIIIHHqqhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0, left, bottom, right, top, 0, 8, 2, 1, 0
        ),
        b"hhea": pack(">IhhhHhhhhhh8xhH", 0x10000, top, 0, 0, _EM, 0, 0, right, 1, 0, 0, 0, 2),
        b"hmtx": pack(">HhHh", _EM, 0, _EM, left),
        b"loca": pack(">III", 0, 0, len(block)),
        b"maxp": pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    at = 12 + 16 * len(tables)
    directory, body = pack(">IHHHH", 0x10000, len(tables), 64, 2, 32), b""
    for name, table in tables.items():
        directory += name + pack(">III", 0, at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body
