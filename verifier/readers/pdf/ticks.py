"""Boxes of a form, ticked or not: pdfium draws them, and no letter of the page tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from verifier.readers.pdf.glyphs import Affine, Bounds, Glyph
from verifier.readers.pdf.pdfium import Leaf, Paper

_TICKED = (pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON)
_NEAR = 2.5
"""heights of a box by which it may stand from its word"""


@dataclass(frozen=True, slots=True)
class Tick:
    char: str
    bounds: Bounds
    """in points of the page"""


def ticks_of(pdf: Paper, page: Leaf) -> tuple[Tick, ...]:
    """Those of one page, as long as its notes are not yet part of it."""
    form = pdf.formenv
    if form is None:
        return ()
    notes = (pdfium_c.FPDFPage_GetAnnot(page, number) for number in range(pdfium_c.FPDFPage_GetAnnotCount(page)))
    return tuple(tick for note in notes if (tick := _tick(form, note)))


def _tick(form: object, note: object) -> Tick | None:
    try:
        if pdfium_c.FPDFAnnot_GetFormFieldType(form, note) not in _TICKED:
            return None
        box = pdfium_c.FS_RECTF()
        pdfium_c.FPDFAnnot_GetRect(note, box)
        char = "☑" if pdfium_c.FPDFAnnot_IsChecked(form, note) else "☐"
        return Tick(char, (box.left, box.bottom, box.right, box.top))
    finally:
        pdfium_c.FPDFPage_CloseAnnot(note)


def with_ticks(glyphs: Sequence[Glyph], ticks: Iterable[Tick], to_pixels: Affine) -> tuple[Glyph, ...]:
    """The letters of a page with each tick before the word beside which it stands."""
    placed = list(glyphs)
    for tick in ticks:
        glyph = Glyph(tick.char, *to_pixels.box(tick.bounds))
        after = [at for at, each in enumerate(placed) if _is_beside(glyph, each)]
        before = [at for at, each in enumerate(placed) if _is_beside(each, glyph)]
        if after:
            placed.insert(min(after, key=lambda at: placed[at].left), glyph)
        else:
            placed.insert(max(before, key=lambda at: placed[at].right) + 1 if before else len(placed), glyph)
    return tuple(placed)


def _is_beside(left: Glyph, right: Glyph) -> bool:
    """Whether one stands to the left of the other, near it and at its height."""
    high = max(left.bottom - left.top, right.bottom - right.top)
    level = abs((left.top + left.bottom) - (right.top + right.bottom)) < high
    return level and -0.5 * high <= right.left - left.right <= _NEAR * high
