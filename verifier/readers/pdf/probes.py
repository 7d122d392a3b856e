"""Rows of a page's text layer that are read again by OCR, to learn whether the layer says what the page shows.

A layer may give wrong letters for what is drawn: with a false map from glyphs to letters, or unseen over a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from verifier.model import Probe
from verifier.readers.outcome import clean
from verifier.readers.pdf.glyphs import Glyph, rows_of
from verifier.readers.pdf.lines import row_box
from verifier.readers.pdf.page import FULL, Look
from verifier.readers.pdf.sight import is_borrowed

MOST = 12
"""rows of a paper that are read again"""
_OF_PAGE = 2
_SHORTEST, _LONGEST = 6, 16
"""letters of such a row"""
_LOWEST = 14
"""pixels: smaller type is read with doubt"""
_NEW = 5
"""letters that no row before it had"""


def probes(look: Look, known: set[str]) -> tuple[Probe, ...]:
    """Such rows of one page: first those that stand on pictures or are invisible, then those with the most letters that
    are not `known`, which then holds them."""
    rows = list(_fit(look.glyphs))
    if look.lacks_font:  # what this machine does not draw says nothing of the layer
        rows = [row for row in rows if not any(map(is_borrowed, row))]
    suspects = [row for row in rows if _is_suspect(row, look)]
    chosen = suspects[:1]
    while len(chosen) < _OF_PAGE:
        best = max(rows, key=lambda row: len(_letters(row) - known), default=[])
        if len(_letters(best) - known) < _NEW:
            break
        known |= _letters(best)
        chosen.append(best)
    return tuple(Probe(_text(row), row_box(row), row in suspects) for row in chosen)


def _fit(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    for row in rows_of(glyphs):
        inked = [glyph for glyph in row if not glyph.char.isspace()]
        start = list(islice(inked, _LONGEST))
        left, top, right, bottom = row_box(start)
        if len(_letters(start)) >= _SHORTEST and right - left > bottom - top >= _LOWEST:
            yield start


def _letters(row: Sequence[Glyph]) -> set[str]:
    return {glyph.char for glyph in row}


def _text(row: Sequence[Glyph]) -> str:
    return clean("".join(glyph.char for glyph in row))


def _is_suspect(row: Sequence[Glyph], look: Look) -> bool:
    """Invisible, or wholly on a picture that may lie over it."""
    if any(glyph.invisible for glyph in row):
        return True
    left, top, right, bottom = row_box(row)
    boxes = (inset.box for inset in look.insets if inset.share < FULL)
    return any(box[0] <= left and box[1] <= top and right <= box[2] and bottom <= box[3] for box in boxes)
