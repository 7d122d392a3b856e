"""Drawings of Windows (EMF, WMF): known by their bytes, and cut out of the page on which LibreOffice draws them."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from verifier.model import Document
from verifier.readers.pictures.image import save_picture

_GZIP = b"\x1f\x8b"
_HEADERS = (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0\0\1", b"\1\0\x09\0\0\3")
"""of WMF, with and without the size of the drawing"""
_UNPACKED_BYTES = 256 << 20
_DPI = 300
_PAPER = 250
"""grey value from which on nothing is drawn"""
_ICON = 200
"""pixels of a side; smaller drawings are icons, bullets and formulas"""


def is_metafile(data: bytes) -> bool:
    return data.startswith(_HEADERS) or (data.startswith(b"\1\0\0\0") and data[40:44] == b" EMF")


def unpacked(data: bytes) -> bytes:
    """The drawing in a packed one (EMZ, WMZ); any other bytes as they are."""
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, _UNPACKED_BYTES)
    except zlib.error:
        return data


def is_icon(document: Document) -> bool:
    """Whether a drawing that was drawn is too small to say anything."""
    return document.picture is not None and min(document.picture.size) < _ICON


def drawn(page: Path) -> Path | None:
    """The picture of a drawing that stands on the first page of a PDF; None where nothing is drawn."""
    pdf = pdfium.PdfDocument(page)
    try:
        picture = pdf[0].render(scale=_DPI / 72, rev_byteorder=True).to_pil().convert("RGB")
    except pdfium.PdfiumError:
        return None
    finally:
        pdf.close()
    box = Image.fromarray(np.asarray(picture.convert("L")) < _PAPER).getbbox()
    return save_picture(picture.crop(box), page.with_suffix(""), photo=False) if box else None
