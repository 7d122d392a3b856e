"""Letters that pdfium places elsewhere than the text in which they stand are put into it.

For letters whose reading the paper says itself, within forms or with odd fonts, its boxes may lie anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import pypdfium2.raw as pdfium_c

from verifier.readers.pdf.glyphs import Affine, Bounds, Glyph, address_of, on_page
from verifier.readers.pdf.pdfium import Leaf, Thing

_NEAR = 1.0
"""heights of a text by which a letter of it may stand out of its ink"""


def placed(
    page: Leaf, glyphs: Sequence[Glyph], doubtful: Sequence[Glyph], things: Mapping[int, Thing], to_pixels: Affine
) -> tuple[Glyph, ...]:
    """The glyphs, those that are doubtful and stand outside their text in its box; `things`: texts by address."""
    text = page.get_textpage()
    try:
        owners = [address_of(pdfium_c.FPDFText_GetTextObject(text, glyph.at)) for glyph in glyphs]
    finally:
        text.close()
    members: dict[int, list[Glyph]] = {}
    for owner, glyph in zip(owners, glyphs, strict=True):
        members.setdefault(owner, []).append(glyph)
    doubted = {glyph.at for glyph in doubtful}
    moved: dict[int, Glyph] = {}
    for owner in members.keys() & things.keys():
        if any(glyph.at in doubted for glyph in members[owner]):
            thing = things[owner]
            outer = to_pixels.box(on_page(thing, thing.get_bounds()))
            moved |= {glyph.at: glyph for glyph in _within(members[owner], outer) if glyph.at in doubted}
    return tuple(moved.get(glyph.at, glyph) for glyph in glyphs)


def _within(members: Sequence[Glyph], outer: Bounds) -> Iterator[Glyph]:
    """Letters of a text that stand outside it, at their share of its width and as high as those that stand in it."""
    left, top, right, bottom = outer
    level = [glyph for glyph in members if _is_near(glyph, outer)]
    widths = [max(1.0, glyph.right - glyph.left) for glyph in members]
    ends = [left + (right - left) * end / sum(widths) for end in accumulate(widths, initial=0.0)]
    for at, glyph in enumerate(members):
        if not _is_near(glyph, outer):
            upper, lower = (level[0].top, level[0].bottom) if level else (top, bottom)
            yield replace(glyph, left=ends[at], top=upper, right=ends[at + 1], bottom=lower)


def _is_near(glyph: Glyph, outer: Bounds) -> bool:
    left, top, right, bottom = outer
    x, y, reach = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2, _NEAR * (bottom - top)
    return left - reach <= x <= right + reach and top - reach <= y <= bottom + reach
