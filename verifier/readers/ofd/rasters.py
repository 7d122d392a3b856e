"""Pictures of an OFD as those of a PDF."""

from __future__ import annotations

import pikepdf
from pikepdf import Name
from PIL import Image

from verifier.readers.outcome import Damaged, TooLarge
from verifier.readers.pictures.image import flat_picture, open_picture

_JBIG2 = b"\x97JB2\r\n\x1a\n"
_PAGE_PART = 48


def raster_of(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream | None:
    if data.startswith(_JBIG2):
        return _bilevel(pdf, data)
    try:
        opened = open_picture(data)
        if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
            return _stream(pdf, data, opened, Filter=Name.DCTDecode)
        opened.load()
        alpha = opened.convert("RGBA").getchannel("A")
        stored = _stream(pdf, flat_picture(opened).convert("RGB").tobytes(), opened, rgb=True)
        if min(alpha.getextrema()) < 255:  # type: ignore[operator]
            stored.SMask = _stream(pdf, alpha.tobytes(), alpha)
        return stored
    except (Damaged, TooLarge, OSError, ValueError, SyntaxError, EOFError):
        return None


def _bilevel(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream | None:
    """A picture in JBIG2, whose parts a PDF takes as they are, without the head of the file."""
    body = data[13 if data[8:9] == b"\1" else 9 :]
    if len(body) < 19 or body[4] & 0x3F != _PAGE_PART:
        return None
    width, height = int.from_bytes(body[11:15]), int.from_bytes(body[15:19])
    stream = pdf.make_stream(body, Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=1)
    stream.Width, stream.Height = width, height
    stream.ColorSpace, stream.Filter = Name.DeviceGray, Name.JBIG2Decode
    return stream


def _stream(pdf: pikepdf.Pdf, data: bytes, picture: Image.Image, *, rgb: bool = False, **more: Name) -> pikepdf.Stream:
    space = Name.DeviceRGB if rgb or picture.mode == "RGB" else Name.DeviceGray
    stream = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=8, ColorSpace=space, **more)
    stream.Width, stream.Height = picture.size
    return stream
