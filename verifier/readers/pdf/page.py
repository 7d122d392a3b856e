"""One page of a PDF as pdfium sees it: glyphs, pictures, rulings, and whether the text layer can be used."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
import pypdfium2.raw as pdfium_c
from PIL import Image

from verifier.model import Box
from verifier.readers.pdf.glyphs import Affine, Glyph, Odd, address_of, glyphs_of, on_page
from verifier.readers.pdf.pdfium import Leaf, Raster, Thing
from verifier.readers.pdf.placing import placed
from verifier.readers.pdf.sight import sight_of

_OBJECTS = 30_000
_SCAN = 0.7
FULL = 0.85
"""share of a page from which on a picture is the page itself"""
_FEW = 30
"""characters: a page number or the mark of a scanning app"""
_SOME = 100
_OUTLINES = 200
"""paths; text drawn as curves takes many"""
_DEEPEST = 6
"""forms within forms"""
_THIN, _LONG, _CELL_HEIGHT = 3, 15, 8
"""points: of a ruling, and of a box that may be a cell"""
_BAND_EDGE, _BAND_GAP = 3, 2
"""pixels by which slices of one scan may differ at the sides, and stand apart"""
_GARBAGE = 0.3
LEAST_RULINGS = 4
"""on a page that may hold a table"""
EVEN = 8
"""grey values between the darkest and the lightest of what is blank"""
_INVISIBLE = 3
"""text render mode of a layer that lies under a scan"""


@dataclass(frozen=True, slots=True)
class Inset:
    """A raster picture on the page."""

    object: Raster
    box: Box
    share: float
    """of the page's area"""
    order: int
    """of drawing"""
    seen: bool = True
    """something of it shows on the page"""


@dataclass(frozen=True, slots=True)
class Look:
    glyphs: tuple[Glyph, ...]
    """that a person sees"""
    unseen: tuple[Glyph, ...]
    every: tuple[Glyph, ...]
    """seen or not, in the order of drawing"""
    insets: tuple[Inset, ...]
    paths: tuple[Thing, ...]
    rulings: int
    """long thin paths, and boxes that may be cells"""
    hidden_text: bool
    """the layer of a scan: most letters over ink are invisible, or all lie under a picture drawn later"""
    lacks_font: bool
    """hardly a letter is drawn of the fonts that the paper does not bring"""

    @property
    def layer(self) -> bool:
        """The text layer says what a reader of the page sees; tables that lie on their side are read by OCR."""
        if self.rulings >= LEAST_RULINGS and 2 * sum(glyph.turn != 0 for glyph in self.glyphs) > len(self.glyphs):
            return False
        letters = [glyph.char for glyph in self.glyphs if not glyph.char.isspace()]
        few = len(letters) < (_SOME if self.cover >= FULL else _FEW)
        if not letters or self.hidden_text or (few and self.cover >= _SCAN) or (len(letters) < _FEW and self.outlined):
            return False
        return sum(map(_is_garbage, letters)) < _GARBAGE * len(letters)

    @property
    def on_scan(self) -> bool:
        """Letters that nobody sees are the layer of a scan, which OCR reads."""
        return not self.layer and (self.hidden_text or self.cover >= _SCAN)

    @property
    def frames_alone(self) -> bool:
        """What is seen can't be writing: straight rulings and boxes, no letter, no picture and no curve."""
        return not self.glyphs and not self.insets and not any(map(_has_curve, self.paths))

    @property
    def cover(self) -> float:
        """Share of the page that its largest picture takes, or the slices of one picture together."""
        if self.sliced:
            return min(1.0, sum(inset.share for inset in self.insets))
        return max((inset.share for inset in self.insets), default=0.0)

    @property
    def outlined(self) -> bool:
        return len(self.paths) >= _OUTLINES

    @property
    def sliced(self) -> bool:
        """Some scanners cut a page into bands: pictures of one width that touch."""
        bands = sorted((inset.box for inset in self.insets), key=lambda box: box[1])
        pairs = list(pairwise(bands))
        return bool(pairs) and all(_is_next_band(a, b) for a, b in pairs)


def _is_next_band(band: Box, below: Box) -> bool:
    level = max(abs(band[0] - below[0]), abs(band[2] - below[2])) <= _BAND_EDGE
    return level and abs(below[1] - band[3]) <= _BAND_GAP


def look_at(page: Leaf, grey: Image.Image, with_blocks: Callable[[], Image.Image]) -> Look:
    """What stands on the page; all boxes are in pixels of its picture, which is `grey`. For `with_blocks` see sight."""
    to_pixels = Affine(page, grey.size)
    things = list(islice(page.get_objects(max_depth=_DEEPEST), _OBJECTS))
    texts = {order: _text(each) for order, each in enumerate(things) if each.type == pdfium_c.FPDF_PAGEOBJ_TEXT}
    paths = tuple(each for each in things if each.type == pdfium_c.FPDF_PAGEOBJ_PATH)
    pictures = ((order, each) for order, each in enumerate(things) if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE)
    insets = tuple(filter(None, (_inset(each, to_pixels, grey, order) for order, each in pictures)))
    odd = {address_of(text.thing.raw): text for text in texts.values() if _is_odd(text)}
    every = tuple(glyphs_of(page, to_pixels, odd))
    sight = sight_of(every, grey, with_blocks)
    if sight.without_ink:
        by_address = {address_of(text.thing.raw): text.thing for text in texts.values()}
        put_right = placed(page, every, sight.without_ink, by_address, to_pixels)
        every, sight = put_right, sight if put_right == every else sight_of(put_right, grey, with_blocks)
    under = _is_scans_layer(sight.seen) or _lies_under(texts, insets)
    rulings = sum(map(_is_ruling, paths))
    return Look(sight.seen, sight.unseen, every, insets, paths, rulings, under, sight.lacks_font)


def _text(thing: Thing) -> Odd:
    return Odd(thing, _is_borrowed(thing), pdfium_c.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE)


def _is_odd(text: Odd) -> bool:
    return text.borrowed or text.invisible or text.thing.container is not None


def _is_scans_layer(seen: Sequence[Glyph]) -> bool:
    return 2 * sum(glyph.invisible for glyph in seen) > len(seen)


def _lies_under(texts: Mapping[int, Odd], insets: Sequence[Inset]) -> bool:
    """Whether all texts, by their order of drawing, lie under a picture of the page."""
    return bool(texts) and any(inset.share >= FULL and inset.order > max(texts) for inset in insets)


def _is_borrowed(thing: Thing) -> bool:
    font = pdfium_c.FPDFTextObj_GetFont(thing)
    return bool(font) and pdfium_c.FPDFFont_GetIsEmbedded(font) == 0


def upright_turn(inset: Inset, page_turn: int) -> int:
    """Degrees clockwise by which the picture's own pixels must be turned to stand as on the page."""
    matrix = inset.object.get_matrix()
    quarter = 0
    if abs(matrix.b) > abs(matrix.a):
        quarter = 90 if matrix.b > 0 else 270
    elif matrix.a < 0 and matrix.d < 0:
        quarter = 180
    return (page_turn - quarter) % 360


def _inset(thing: Raster, to_pixels: Affine, grey: Image.Image, order: int) -> Inset | None:
    size = grey.size
    left, top, right, bottom = to_pixels.box(on_page(thing, thing.get_bounds()))
    box = (max(0, round(left)), max(0, round(top)), min(size[0], round(right)), min(size[1], round(bottom)))
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    share = (box[2] - box[0]) * (box[3] - box[1]) / (size[0] * size[1])
    return Inset(thing, box, share, order, _shows(grey.crop(box)))


def _shows(place: Image.Image) -> bool:
    """Whether anything is seen at a place of the page picture."""
    return int(np.ptp(np.asarray(place))) >= EVEN


def _is_ruling(thing: Thing) -> bool:
    left, bottom, right, top = thing.get_bounds()
    wide, high = right - left, top - bottom
    line = min(wide, high) <= _THIN and max(wide, high) >= _LONG
    return line or (wide >= _LONG and high >= _CELL_HEIGHT)


def _has_curve(thing: Thing) -> bool:
    segments = (pdfium_c.FPDFPath_GetPathSegment(thing, at) for at in range(pdfium_c.FPDFPath_CountSegments(thing)))
    return any(pdfium_c.FPDFPathSegment_GetType(each) == pdfium_c.FPDF_SEGMENT_BEZIERTO for each in segments)


def _is_garbage(char: str) -> bool:
    """A character that no font map could name, or a byte of another code page."""
    return unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs") or char == "\ufffd" or "\u00a1" <= char <= "\u00ff"
