"""Pictures and text in the patterns with which a PDF fills shapes: a photo in a frame of slides is often one.

pdfium tells of a shape only that a pattern fills it, and draws it. A picture is seen where the page is drawn otherwise
without it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2 as pdfium
from PIL import Image

from verifier.readers.pdf.insets import SMALLEST
from verifier.readers.terms import limits

_TILES = 1
"""PatternType of those that are drawn like a page"""
_MOST = 200
_MOST_PICTURES = 20
"""of a paper that are drawn once more to see whether they show"""
_SMALL = 0.5
"""pixels a point of such a drawing"""
_APART, _LEAST = 16, 0.005
"""grey values by which it differs where something is gone, and the share of the page where it does at least"""
_FAULTS = (
    *(pikepdf.PdfError, OSError, ValueError, RuntimeError, TypeError, AttributeError, KeyError, NotImplementedError),
)


@dataclass(frozen=True, slots=True)
class Filling:
    """A picture in a pattern."""

    data: bytes
    """PNG"""
    seen: bool


@dataclass(frozen=True, slots=True)
class Patterned:
    """What fills shapes of a page."""

    page: int
    pictures: tuple[Filling, ...] = ()
    text: bool = False


def patterns_of(data: bytes, password: str | None) -> tuple[Patterned, ...]:
    """For each page with such patterns what they hold; nothing where the paper is damaged."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as pdf:
            drawn = _Drawn(pdf)
            pages = range(min(len(pdf.pages), limits().pages))
            return tuple(islice(filter(None, (_of_page(index, drawn) for index in pages)), _MOST))
    except _FAULTS:
        return ()


class _Drawn:
    """The pages of a paper as they are drawn with and without a thing."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._left = _MOST_PICTURES

    def shows(self, index: int, holder: pikepdf.Object, name: str) -> bool:
        """Whether a page is drawn otherwise without what a dictionary holds by a name, which stays."""
        if self._left <= 0:
            return False
        self._left -= 1
        whole, thing = self._page(index), holder[name]
        del holder[name]
        try:
            less = self._page(index)
        finally:
            holder[name] = thing
        return bool((np.abs(whole - less) >= _APART).mean() >= _LEAST)

    def _page(self, index: int) -> npt.NDArray[np.int16]:
        target = io.BytesIO()
        with pikepdf.new() as one:
            one.pages.append(self.pdf.pages[index])
            one.save(target)
        paper = pdfium.PdfDocument(target.getvalue())
        try:
            return np.asarray(paper[0].render(scale=_SMALL).to_pil().convert("L"), np.int16)
        finally:
            paper.close()


def _of_page(index: int, drawn: _Drawn) -> Patterned | None:
    patterns = list(_tiles(drawn.pdf.pages[index].obj))
    pictures = {
        data: drawn.shows(index, holder, name) for pattern in patterns for holder, name, data in _pictures(pattern)
    }
    text = any("/Font" in _held(pattern, "/Resources") and _shows_text(pattern) for pattern in patterns)
    fillings = tuple(Filling(data, seen) for data, seen in pictures.items())
    return Patterned(index + 1, fillings, text) if fillings or text else None


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


def _pictures(pattern: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, str, bytes]]:
    """The dictionary that holds each picture, its name there, and the picture."""
    for name, thing in _held(pattern, "/Resources", "/XObject").items():
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" and (data := _png(thing)):
            yield pattern.Resources.XObject, name, data


def _png(thing: pikepdf.Stream) -> bytes:
    """'' for an icon, and for what can't be decoded."""
    target = io.BytesIO()
    try:
        picture: Image.Image = pikepdf.PdfImage(thing).as_pil_image()
        if min(picture.size) < SMALLEST:
            return b""
        picture.convert("RGB").save(target, "PNG", compress_level=1)
    except _FAULTS:
        return b""
    return target.getvalue()
