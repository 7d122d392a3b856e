"""Pictures and text in the patterns with which a PDF fills shapes: a photo in a frame of slides is often one.

pdfium tells of a shape only that a pattern fills it, and draws it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pikepdf
from PIL import Image

from verifier.readers.terms import limits

_TILES = 1
"""PatternType of those that are drawn like a page"""
_MOST = 200
_FAULTS = (
    *(pikepdf.PdfError, OSError, ValueError, RuntimeError, TypeError, AttributeError, KeyError, NotImplementedError),
)


@dataclass(frozen=True, slots=True)
class Patterned:
    """What fills shapes of a page."""

    page: int
    pictures: tuple[bytes, ...] = ()
    """PNG, each once"""
    text: bool = False


def patterns_of(data: bytes, password: str | None) -> tuple[Patterned, ...]:
    """For each page with such patterns what they hold; nothing where the paper is damaged."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as pdf:
            pages = enumerate(islice(pdf.pages, limits().pages), 1)
            return tuple(islice(filter(None, (_of_page(number, page.obj) for number, page in pages)), _MOST))
    except _FAULTS:
        return ()


def _of_page(number: int, page: pikepdf.Object) -> Patterned | None:
    patterns = list(_tiles(page))
    pictures = {data: None for pattern in patterns for data in _pictures(pattern)}
    text = any("/Font" in _held(pattern, "/Resources") and _shows_text(pattern) for pattern in patterns)
    return Patterned(number, tuple(pictures), text) if pictures or text else None


def _held(thing: pikepdf.Object, *names: str) -> dict[str, pikepdf.Object]:
    """What a dictionary within a thing holds; nothing where it is not there."""
    for name in names:
        found = thing.get(name)
        if not isinstance(found, pikepdf.Object):
            return {}
        thing = found
    return dict(thing.as_dict())


def _tiles(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for pattern in _held(page, "/Resources", "/Pattern").values():
        if pattern.get("/PatternType") == _TILES:
            yield pattern


def _shows_text(pattern: pikepdf.Object) -> bool:
    content = pattern.read_bytes()
    return b"Tj" in content or b"TJ" in content


def _pictures(pattern: pikepdf.Object) -> Iterator[bytes]:
    for thing in _held(pattern, "/Resources", "/XObject").values():
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" and (data := _png(thing)):
            yield data


def _png(thing: pikepdf.Stream) -> bytes:
    target = io.BytesIO()
    try:
        picture: Image.Image = pikepdf.PdfImage(thing).as_pil_image()
        picture.convert("RGB").save(target, "PNG", compress_level=1)
    except _FAULTS:
        return b""
    return target.getvalue()
