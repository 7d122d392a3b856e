"""One page of a PDF as pdfium sees it: glyphs, pictures, rulings, and whether the text layer can be used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import c_int
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2.raw as pdfium_c

from verifier.model import Box
from verifier.readers.pdf.pdfium import Leaf, Raster, Text, Thing

_OBJECTS = 30_000
_FINE = 100_000
"""device pixels of the grid in which positions are asked for"""
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
_WIDE_GAP = 1.5
"""heights of the type; no space between words is wider"""
_GARBAGE = 0.3
_LONG_NUMBER = 9
"""digits; a date has eight"""
_WITHIN_NUMBERS = "Xx-*"
"""the last sign of an ID, the hyphens of a phone number, what is masked"""
_INVISIBLE = 3
"""text render mode of a layer that lies under a scan"""


@dataclass(frozen=True, slots=True)
class Glyph:
    char: str
    left: float
    top: float
    right: float
    bottom: float
    """the box is as high as the type, whatever the glyph"""


@dataclass(frozen=True, slots=True)
class Inset:
    """A raster picture on the page."""

    object: Raster
    box: Box
    share: float
    """of the page's area"""
    order: int
    """of drawing"""


@dataclass(frozen=True, slots=True)
class Look:
    glyphs: tuple[Glyph, ...]
    insets: tuple[Inset, ...]
    paths: int
    rulings: int
    """long thin paths, and boxes that may be cells"""
    hidden_text: bool
    """invisible, or under a picture drawn later"""

    @property
    def layer(self) -> bool:
        """The text layer says what a reader of the page sees."""
        letters = [glyph.char for glyph in self.glyphs if not glyph.char.isspace()]
        few = len(letters) < (_SOME if self.cover >= FULL else _FEW)
        if not letters or self.hidden_text or (few and self.cover >= _SCAN) or (len(letters) < _FEW and self.outlined):
            return False
        return sum(map(_is_garbage, letters)) < _GARBAGE * len(letters)

    @property
    def cover(self) -> float:
        """Share of the page that its largest picture takes, or the slices of one picture together."""
        if self.sliced:
            return min(1.0, sum(inset.share for inset in self.insets))
        return max((inset.share for inset in self.insets), default=0.0)

    @property
    def outlined(self) -> bool:
        return self.paths >= _OUTLINES

    @property
    def sliced(self) -> bool:
        """Some scanners cut a page into bands: pictures of one width that touch."""
        bands = sorted((inset.box for inset in self.insets), key=lambda box: box[1])
        pairs = list(pairwise(bands))
        return bool(pairs) and all(_is_next_band(a, b) for a, b in pairs)


def _is_next_band(band: Box, below: Box) -> bool:
    level = max(abs(band[0] - below[0]), abs(band[2] - below[2])) <= _BAND_EDGE
    return level and abs(below[1] - band[3]) <= _BAND_GAP


def look_at(page: Leaf, size: tuple[int, int]) -> Look:
    """What stands on the page; `size` is that of its picture in pixels, in which all boxes are."""
    to_pixels = _to_pixels(page, size)
    text = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(text, to_pixels))
    finally:
        text.close()
    insets: list[Inset] = []
    paths = rulings = shown = unseen = 0
    last_text = -1
    for order, thing in enumerate(islice(page.get_objects(max_depth=_DEEPEST), _OBJECTS)):
        if thing.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            invisible = pdfium_c.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE
            unseen, shown = unseen + invisible, shown + (not invisible)
            last_text = order
        elif thing.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            paths += 1
            rulings += _is_ruling(thing)
        elif thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            inset = _inset(thing, to_pixels, size, order)
            insets += [inset] if inset else []
    covered = any(inset.share >= FULL and inset.order > last_text for inset in insets)
    return Look(glyphs, tuple(insets), paths, rulings, unseen > shown or (covered and last_text >= 0))


def upright_turn(inset: Inset, page_turn: int) -> int:
    """Degrees clockwise by which the picture's own pixels must be turned to stand as on the page."""
    matrix = inset.object.get_matrix()
    quarter = 0
    if abs(matrix.b) > abs(matrix.a):
        quarter = 90 if matrix.b > 0 else 270
    elif matrix.a < 0 and matrix.d < 0:
        quarter = 180
    return (page_turn - quarter) % 360


class _Affine:
    """From points of the page to pixels of its picture."""

    def __init__(self, origin: tuple[float, float], right: tuple[float, float], up: tuple[float, float]) -> None:
        self.origin, self.right, self.up = origin, right, up

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        corners = [self.point(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.origin[0] + x * self.right[0] + y * self.up[0],
            self.origin[1] + x * self.right[1] + y * self.up[1],
        )


def _to_pixels(page: Leaf, size: tuple[int, int]) -> _Affine:
    def device(x: float, y: float) -> tuple[float, float]:
        across, down = c_int(), c_int()
        pdfium_c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
        return across.value * size[0] / _FINE, down.value * size[1] / _FINE

    span = 1000
    start, right, up = device(0, 0), device(span, 0), device(0, span)
    return _Affine(
        start,
        ((right[0] - start[0]) / span, (right[1] - start[1]) / span),
        ((up[0] - start[0]) / span, (up[1] - start[1]) / span),
    )


def _glyphs(text: Text, to_pixels: _Affine) -> Iterator[Glyph]:
    """In the order of drawing. pdfium's own line breaks are left out: on some pages it breaks after each glyph."""
    box = pdfium_c.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        if code in (10, 13) or not pdfium_c.FPDFText_GetLooseCharBox(text, index, box):
            continue
        corners = to_pixels.box(box.left, box.bottom, box.right, box.top)
        yield Glyph(chr(code) if 0 < code < 0x110000 else "\ufffd", *corners)


def _inset(thing: Raster, to_pixels: _Affine, size: tuple[int, int], order: int) -> Inset | None:
    left, top, right, bottom = to_pixels.box(*_bounds_on_page(thing))
    box = (max(0, round(left)), max(0, round(top)), min(size[0], round(right)), min(size[1], round(bottom)))
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    return Inset(thing, box, (box[2] - box[0]) * (box[3] - box[1]) / (size[0] * size[1]), order)


def _bounds_on_page(thing: Thing) -> tuple[float, float, float, float]:
    """left, bottom, right, top; those of a thing within a form are moved with the form."""
    left, bottom, right, top = thing.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    container = thing.container
    while container is not None:
        matrix = container.get_matrix()
        corners = [matrix.on_point(x, y) for x, y in corners]
        container = container.container
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_ruling(thing: Thing) -> bool:
    left, bottom, right, top = thing.get_bounds()
    wide, high = right - left, top - bottom
    line = min(wide, high) <= _THIN and max(wide, high) >= _LONG
    return line or (wide >= _LONG and high >= _CELL_HEIGHT)


def _is_garbage(char: str) -> bool:
    """A character that no font map could name, or a byte of another code page."""
    return unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs") or char == "\ufffd" or "\u00a1" <= char <= "\u00ff"


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand in one line, cut at gaps that are wider than spaces between words."""
    row: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            row += [glyph] if row else []
            continue
        if last is not None and (not same_line(last, glyph) or _is_far(last, glyph)):
            yield row
            row = []
        row.append(glyph)
        last = glyph
    if last is not None:
        yield row


def long_numbers(glyphs: Iterable[Glyph]) -> tuple[Box, ...]:
    """Where numbers stand that are as long as those of people; one that is broken into lines has a box a line."""
    long = (lines for lines in _numbers(glyphs) if sum(map(_digits, lines)) >= _LONG_NUMBER)
    return tuple(_around(line) for lines in long for line in lines)


def _numbers(glyphs: Iterable[Glyph]) -> Iterator[list[list[Glyph]]]:
    """Every number as the lines into which it is broken."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if not glyph.char.isdecimal() and not (lines and glyph.char in _WITHIN_NUMBERS):
            yield lines
            lines = []
        elif lines and _goes_on_beside(lines[-1], glyph):
            lines[-1].append(glyph)
        elif lines and _goes_on_below(lines[-1], glyph):
            lines.append([glyph])
        else:
            yield lines
            lines = [[glyph]]
    yield lines


def _digits(line: list[Glyph]) -> int:
    return sum(glyph.char.isdecimal() for glyph in line)


def _goes_on_beside(line: list[Glyph], glyph: Glyph) -> bool:
    return same_line(line[-1], glyph) and not _is_far(line[-1], glyph)


def _goes_on_below(line: list[Glyph], glyph: Glyph) -> bool:
    """A number that a narrow cell breaks; two dates that stand one under the other have signs between their parts."""
    under = line[0].left <= glyph.right and glyph.left <= line[-1].right
    return under and all(each.char.isdecimal() for each in line)


def _around(line: list[Glyph]) -> Box:
    return (
        *(int(min(glyph.left for glyph in line)), int(min(glyph.top for glyph in line))),
        *(int(max(glyph.right for glyph in line)) + 1, int(max(glyph.bottom for glyph in line)) + 1),
    )


def same_line(last: Glyph, glyph: Glyph) -> bool:
    """`glyph` stands beside `last` and not before it."""
    height = min(last.bottom - last.top, glyph.bottom - glyph.top)
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    return overlap >= 0.5 * height and glyph.left >= last.left - 0.5 * height


def _is_far(last: Glyph, glyph: Glyph) -> bool:
    return glyph.left - last.right > _WIDE_GAP * max(last.bottom - last.top, glyph.bottom - glyph.top, 1)
