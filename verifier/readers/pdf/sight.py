"""What of a page's text layer a person sees: letters that leave ink on the drawn page, large enough to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

import numpy as np
import numpy.typing as npt
from PIL import Image

from verifier.readers.pdf.glyphs import Glyph

_FAINT = 20
"""grey values by which ink must differ from what is around it"""
_TINY = 4
"""pixels of a page picture: no type so low is read"""
_NARROW = 3
"""pixels: of a letter that is squeezed to a stroke"""
_STROKES = "一⼀ー"
"""letters that are one level stroke"""
_FLAT = 8
"""pixels: a box so low or narrow is the ink's own"""
_TRIM = 0.1
"""of a box's height, above and below, that may hold what stands over and under the letter"""
_LEAST = 0.2
"""of a box's height over which a letter leaves ink: white ones leave gaps in a ruling behind them"""
_FEWEST = 2
"""letters in a row without ink: one alone may stand beside its box"""
_DRAWN = 0.1
"""share of the letters of a font that is there; a ruling may cross the place of a letter that is not drawn"""
_IDEOGRAPHS = "\u2e80"
"""the first; for those before it pdfium has fonts of its own"""

Grey = npt.NDArray[np.uint8] | npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Sight:
    seen: tuple[Glyph, ...]
    unseen: tuple[Glyph, ...] = ()
    """off the page, in a layer that is off, of the colour of what is behind, covered, tiny"""
    lacks_font: bool = False
    """hardly a letter is drawn of the fonts that the paper does not bring: they say nothing by what they look like"""
    without_ink: tuple[Glyph, ...] = ()
    """letters with nothing at their places, of which single ones count as seen"""


def sight_of(glyphs: Sequence[Glyph], picture: Image.Image, with_blocks: Callable[[], Image.Image]) -> Sight:
    """The letters that are seen on a grey page picture, and those that are not; other signs go with the one before.

    `with_blocks`: the page with a block for each letter of a font that the paper does not bring. It is drawn where
    hardly any such letter is, and a reader's machine may have the font.
    """
    grey: Grey = np.asarray(picture)
    lacks_font = _lacks_font(glyphs, grey)
    blocks = np.abs(np.asarray(with_blocks(), np.int16) - grey) if lacks_font else grey
    seen: list[Glyph] = []
    unseen: list[Glyph] = []
    inked = [_has_ink(glyph, blocks if is_borrowed(glyph) else grey) for glyph in glyphs]
    for shown, run in _runs(glyphs, inked):
        (seen if shown or not _is_missed(run, grey) else unseen).extend(run)
    without = tuple(glyph for glyph, ink in zip(glyphs, inked, strict=True) if not ink and glyph.char.isalnum())
    return Sight(tuple(seen), tuple(unseen), lacks_font, without)


def _lacks_font(glyphs: Sequence[Glyph], grey: Grey) -> bool:
    """Whether hardly a letter is drawn of a font that the paper does not bring; a reader's machine may have it."""
    lent = [glyph for glyph in glyphs if is_borrowed(glyph)]
    drawn = sum(_has_ink(_middle(glyph), grey) for glyph in lent)
    return drawn < _DRAWN * len(lent)


def _is_missed(run: Sequence[Glyph], grey: Grey) -> bool:
    """Whether a run without ink is text that hides."""
    letters = sum(glyph.char.isalnum() for glyph in run)
    return letters >= _FEWEST or not any(_on_page(glyph, grey) for glyph in run)


def _runs(glyphs: Iterable[Glyph], inked: Iterable[bool]) -> Iterator[tuple[bool, list[Glyph]]]:
    shown = True
    told: list[tuple[bool, Glyph]] = []
    for glyph, ink in zip(glyphs, inked, strict=True):
        shown = ink if glyph.char.isalnum() else shown
        told.append((shown, glyph))
    for state, run in groupby(told, key=lambda one: one[0]):
        yield state, [glyph for _, glyph in run]


def is_borrowed(glyph: Glyph) -> bool:
    """Whether a font of this machine draws it, since the paper brings none, if there is one."""
    return glyph.borrowed and glyph.char >= _IDEOGRAPHS


def _middle(glyph: Glyph) -> Glyph:
    """The middle half of its box, into which no neighbour's ink reaches."""
    quarter = (glyph.right - glyph.left) / 4
    return replace(glyph, left=glyph.left + quarter, right=glyph.right - quarter)


def _on_page(glyph: Glyph, grey: Grey) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    height, width = grey.shape
    return bool(0 <= x < width and 0 <= y < height)


def _has_ink(glyph: Glyph, grey: Grey) -> bool:
    """Whether rows of pixels differ within themselves, over a part of its height: level rulings don't make them do."""
    if not _on_page(glyph, grey) or _is_tiny(glyph):
        return False
    height = glyph.bottom - glyph.top
    flat = min(glyph.right - glyph.left, height) < _FLAT
    trim = -2.0 if flat else _TRIM * height
    side = min(trim, 0.0)
    top, bottom = max(0, int(glyph.top + trim)), int(glyph.bottom - trim) + 1
    part = grey[top:bottom, max(0, ceil(glyph.left + side)) : int(glyph.right - side)]
    if not part.size:
        return False
    rows = np.flatnonzero(part.max(1) - part.min(1) >= _FAINT)
    return bool(rows.size) and (flat or glyph.char in _STROKES or int(rows[-1] - rows[0]) >= _LEAST * height)


def _is_tiny(glyph: Glyph) -> bool:
    """So small, so low or so narrow, that nobody can read it."""
    width, height = glyph.right - glyph.left, glyph.bottom - glyph.top
    narrow = width < _NARROW and glyph.char >= _IDEOGRAPHS
    return max(width, height) < _TINY or narrow or (height < _NARROW and glyph.char not in _STROKES)
