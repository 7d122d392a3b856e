"""The letters of a PDF page at their places, the rows in which they stand, and long numbers among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from ctypes import c_double, c_float, c_int, c_void_p, cast
from dataclasses import dataclass, replace
from math import degrees

import pypdfium2.raw as pdfium_c

from verifier.model import Box
from verifier.readers.pdf.pdfium import Leaf, Text, Thing

Bounds = tuple[float, float, float, float]
"""two opposite corners"""

_FINE = 100_000
"""device pixels of the grid in which positions are asked for"""
_SHORTEST_COLUMN = 3
"""letters"""
_COLUMN_GAP = 0.35
"""heights of the type; lines of a text, and numbers in a column, stand farther from each other"""
_WIDE_GAP = 1.5
"""heights of the type; no space between words is wider"""
_FIRST_HALVES, _SECOND_HALVES = (frozenset(map(chr, range(start, start + 0x400))) for start in (0xD800, 0xDC00))
"""of a letter in UTF-16"""
_LONG_NUMBER = 9
"""digits; a date has eight"""
_WITHIN_NUMBERS = "Xx-*"
"""the last sign of an ID, the hyphens of a phone number, what is masked"""


@dataclass(frozen=True, slots=True)
class Glyph:
    char: str
    left: float
    top: float
    right: float
    bottom: float
    """the box is as high as the type, whatever the glyph"""
    borrowed: bool = False
    """in a font that the paper does not bring"""
    invisible: bool = False
    """drawn without filling and outline"""
    at: int = -1
    """its index in the text layer"""
    turn: int = 0
    """degrees clockwise by which it lies on the page: 0, or 90 and 270 in a line that runs down or up"""


@dataclass(frozen=True, slots=True)
class Odd:
    """A text object of which not all is usual."""

    thing: Thing
    borrowed: bool
    invisible: bool


class Affine:
    """From points of the page to pixels of its picture."""

    def __init__(self, page: Leaf, size: tuple[int, int]) -> None:
        def device(x: float, y: float) -> tuple[float, float]:
            across, down = c_int(), c_int()
            pdfium_c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
            return across.value * size[0] / _FINE, down.value * size[1] / _FINE

        span = 1000
        self.origin, right, up = device(0, 0), device(span, 0), device(0, span)
        self.right = ((right[0] - self.origin[0]) / span, (right[1] - self.origin[1]) / span)
        self.up = ((up[0] - self.origin[0]) / span, (up[1] - self.origin[1]) / span)

    def box(self, bounds: Bounds) -> Bounds:
        """Left, top, right, bottom."""
        return around(self.point(x, y) for x, y in corners_of(bounds))

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.origin[0] + x * self.right[0] + y * self.up[0],
            self.origin[1] + x * self.right[1] + y * self.up[1],
        )


def corners_of(bounds: Bounds) -> list[tuple[float, float]]:
    return [(x, y) for x in bounds[::2] for y in bounds[1::2]]


def around(points: Iterable[tuple[float, float]]) -> Bounds:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def on_page(thing: Thing, bounds: Bounds) -> Bounds:
    """Bounds that the form has in which a thing stands, as the page has them."""
    corners = corners_of(bounds)
    container = thing.container
    while container is not None:
        matrix = container.get_matrix()
        corners = [matrix.on_point(x, y) for x, y in corners]
        container = container.container
    return around(corners)


def glyphs_of(page: Leaf, to_pixels: Affine, odd: Mapping[int, Odd]) -> Iterator[Glyph]:
    """As `_halves_of`, whole letters: pdfium gives one beyond the first plane (𠮷, 𬭎) as two halves of UTF-16."""
    first: Glyph | None = None
    for glyph in _halves_of(page, to_pixels, odd):
        if first is not None and glyph.char in _SECOND_HALVES:
            whole = (first.char + glyph.char).encode("utf-16", "surrogatepass").decode("utf-16")
            yield replace(first, char=whole, right=max(first.right, glyph.right))
            first = None
            continue
        if first is not None:
            yield first
        first = glyph if glyph.char in _FIRST_HALVES else None
        if first is None:
            yield glyph
    if first is not None:
        yield first


def _halves_of(page: Leaf, to_pixels: Affine, odd: Mapping[int, Odd]) -> Iterator[Glyph]:
    """In the order of drawing; `odd`: texts within forms, without a font or invisible, by address.

    pdfium's own line breaks are left out: on some pages it breaks after each glyph.
    """
    text, page_turn = page.get_textpage(), page.get_rotation()
    try:
        box = pdfium_c.FS_RECTF()
        for index in range(text.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(text, index)
            if code in (10, 13) or not pdfium_c.FPDFText_GetLooseCharBox(text, index, box):
                continue
            char = chr(code) if 0 < code < 0x110000 else "\ufffd"
            bounds = (box.left, box.bottom, box.right, box.top)
            turn = _turn(pdfium_c.FPDFText_GetCharAngle(text, index), page_turn)
            of = odd.get(address_of(pdfium_c.FPDFText_GetTextObject(text, index))) if odd else None
            if of is None:
                yield Glyph(char, *to_pixels.box(bounds), at=index, turn=turn)
            else:
                bounds = _moved_with_form(text, index, bounds, of.thing)
                yield Glyph(char, *to_pixels.box(bounds), of.borrowed, of.invisible, index, turn)
    finally:
        text.close()


def _turn(angle: float, page_turn: int) -> int:
    """`angle`: clockwise in radians, on the page before it is turned itself."""
    turn = round(page_turn + degrees(angle)) % 360
    return turn if turn in (90, 270) else 0


def _moved_with_form(text: Text, index: int, bounds: Bounds, thing: Thing) -> Bounds:
    """The bounds of a letter on the page. Where a paper says itself how a glyph reads (ActualText: Chromium does for
    月, 日, 一 and all letters that are radicals too), pdfium gives the ink's box and leaves out the forms around it."""
    if thing.container is None or not _is_within(bounds, thing.get_bounds()) or bounds != _own_box(text, index):
        return bounds
    return on_page(thing, bounds)


def _is_within(bounds: Bounds, outer: Bounds) -> bool:
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _own_box(text: Text, index: int) -> Bounds:
    """That of the ink, in the precision of a loose box."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium_c.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return tuple(c_float(each.value).value for each in (left, bottom, right, top))  # type: ignore[return-value]


def address_of(thing: object) -> int:
    """Where pdfium keeps an object; 0 for none."""
    return cast(thing, c_void_p).value or 0  # type: ignore[arg-type]


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand in one line, cut at gaps that are wider than spaces between words; letters that stand close
    over each other are a line that is written downwards, or turned."""
    column: list[list[Glyph]] = []
    for row in _level_rows(glyphs):
        if column and _stands_next(column, row):
            column.append(row)
            continue
        yield from _column(column)
        column = [row]
    yield from _column(column)


def _column(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    return [[glyph for row in rows for glyph in row]] if len(rows) >= _SHORTEST_COLUMN else rows


def _stands_next(column: list[list[Glyph]], row: list[Glyph]) -> bool:
    """Whether a letter alone goes on with a column of such, downwards or upwards."""
    letter = _lone(row)
    last = _lone(column[-1]) if letter else None
    if letter is None or last is None or not _is_close(last, letter):
        return False
    before = _lone(column[-2]) if len(column) > 1 else None
    return before is None or (before.top < last.top) == (last.top < letter.top)


def _lone(row: list[Glyph]) -> Glyph | None:
    """The letter of a row that is a Chinese one alone."""
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    return inked[0] if len(inked) == 1 and "\u3007" <= inked[0].char <= "\U000323af" else None


def _is_close(one: Glyph, other: Glyph) -> bool:
    high = max(one.bottom - one.top, other.bottom - other.top)
    wide = max(one.right - one.left, other.right - other.left)
    gap = max(one.top, other.top) - min(one.bottom, other.bottom)
    return abs((one.left + one.right) - (other.left + other.right)) < wide and abs(gap) <= _COLUMN_GAP * high


def _level_rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
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
    """`glyph` stands beside `last` and not before it, in the way in which their line runs."""
    if last.turn != glyph.turn:
        return False
    (begin, _, top, bottom), (other_begin, _, other_top, other_bottom) = _along(last), _along(glyph)
    height = min(bottom - top, other_bottom - other_top)
    overlap = min(bottom, other_bottom) - max(top, other_top)
    return overlap >= 0.5 * height and other_begin >= begin - 0.5 * height


def _is_far(last: Glyph, glyph: Glyph) -> bool:
    (_, end, top, bottom), (begin, _, other_top, other_bottom) = _along(last), _along(glyph)
    return begin - end > _WIDE_GAP * max(bottom - top, other_bottom - other_top, 1)


def _along(glyph: Glyph) -> Bounds:
    """Begin and end in the way in which its line runs, then top and bottom seen from there."""
    if not glyph.turn:
        return glyph.left, glyph.right, glyph.top, glyph.bottom
    begin, end = (glyph.top, glyph.bottom) if glyph.turn == 90 else (-glyph.bottom, -glyph.top)
    return begin, end, glyph.left, glyph.right
