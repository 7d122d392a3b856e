"""The pictures on a page of a PDF that are read on their own."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2.raw as pdfium_c
from PIL import ImageOps

from verifier.readers.pdf.page import FULL, Inset, Look

SMALLEST = 200
"""pixels of a side of a picture that is read on its own"""
_GALLERY = 0.25
"""share of a page without text that its pictures must take to stand for it"""


def shown_insets(look: Look) -> tuple[Inset, ...]:
    """The pictures that are read on their own, and among them those of which nothing is seen."""
    if look.sliced or (look.outlined and not look.layer):
        return ()
    fit = [inset for inset in look.insets if inset.share < FULL and min(_pixels(inset)) >= SMALLEST]
    if not look.layer and not _stand_for_page([inset for inset in fit if inset.seen], look):
        return ()
    return tuple(sorted(fit, key=lambda inset: (inset.box[1], inset.box[0])))


def _stand_for_page(fit: Sequence[Inset], look: Look) -> bool:
    """Pictures that take enough of a page without text, and no scan of the whole page lies beneath them."""
    enough = sum(inset.share for inset in fit) >= _GALLERY
    return enough and all(inset in fit or inset.share < FULL for inset in look.insets)


def _pixels(inset: Inset) -> tuple[int, int]:
    width, height = inset.object.get_px_size()
    return int(width), int(height)


def bytes_of(inset: Inset, turn: int) -> tuple[bytes, str]:
    """The picture's bytes as they lie in the file when it is a JPEG that stands upright, else as PNG."""
    filters = inset.object.get_filters()
    if filters and filters[-1] == "DCTDecode" and not turn:
        return bytes(inset.object.get_data(decode_simple=True)), "jpg"
    picture = inset.object.get_bitmap().to_pil().convert("RGB")
    picture = (ImageOps.invert(picture) if _is_stencil(inset) else picture).rotate(-turn, expand=True)
    target = BytesIO()
    picture.save(target, "PNG", compress_level=1)
    return target.getvalue(), "png"


def _is_stencil(inset: Inset) -> bool:
    """A picture of one bit without colours of its own, as faxes and scanners keep a page: what it paints is given as
    white."""
    about = inset.object.get_metadata()
    return about.bits_per_pixel == 1 and about.colorspace == pdfium_c.FPDF_COLORSPACE_UNKNOWN
