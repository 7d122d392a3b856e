"""What the pixels of a picture tell of its kind: grounds without grain, their colours, the shape."""

from __future__ import annotations

import numpy as np

from verifier.model import Ground, Picture, Words
from verifier.pictures import grey as grey_copy

COLOURLESS = 12
"""by which the channels of grey differ at most"""
_GREYS = 2
"""by which even ground differs, for it was compressed"""
_APART, _BRIGHTER = 5, 8
"""by which the greys of two grounds differ at least; of a panel on a page of a sheet's shape, which no sheet has"""
_LIGHT = 180
"""grey of paper, at least"""
_EVEN_IN_PHOTOS = 5
"""share, in hundredths, that is even in a photo of whatever is printed, at most"""
_NIGHT = 24
"""grey of what may be the dark of a night, at most"""
_COLOURED = 20
"""by which the channels of a painted ground differ at least; of a wall in a photo they differ less, or it has grain"""
_BAR, _INSIDE = (0.0, 0.04), (0.42, 0.58)
"""of the height of an album's screen: its top bar, and what even a broad photo fills"""
_SHEET_SHAPE, _PAGE_SHAPE, _PAPER_SHAPE = (1.405, 1.425), (1.28, 1.46), (1.2, 1.6)
"""the longer side by the shorter: of A4 that was made a picture, of a page of any format, of paper that was cut"""
_SLIDES, _SLACK, _LEAST_SLIDE = (4 / 3, 16 / 9), 0.004, 960
"""the width of a slide by its height, by how much a picture of one may differ, and pixels across, at least"""


def ground(picture: Picture, rows: tuple[float, float] = (0.0, 1.0)) -> tuple[float, int]:
    """The share of the grey that most of a picture has, and that grey; `rows`: of the height, from where to where."""
    copy = grey_copy(picture.sketch) if picture.sketch else None
    if copy is None:
        return 0.0, 0
    first, last = (round(each * copy.shape[0]) for each in rows)
    copy = copy[first : max(last, first + 1)]
    counts = np.bincount(copy.ravel(), minlength=256)
    most = int(counts.argmax())
    return float(counts[max(0, most - _GREYS) : most + _GREYS + 1].sum() / copy.size), most


def plain(picture: Picture) -> float:
    """The share, in hundredths, that grounds without grain have."""
    return 100 * sum(each.share for each in picture.grounds)


def is_even(picture: Picture, words: Words) -> bool:
    return 100 * ground(picture)[0] >= words.pictures.even or plain(picture) >= words.pictures.plain


def is_grain(picture: Picture) -> bool:
    """Whether hardly anything of a picture is even, as where a camera took it."""
    return bool(picture.sketch) and plain(picture) < _EVEN_IN_PHOTOS


def is_drawn(picture: Picture, words: Words) -> bool:
    """Whether some of a picture has no grain, or less of it one painted colour; of a night's dark nothing is known."""
    painted = (each for each in picture.grounds if each.colour >= _COLOURED)
    if any(100 * each.share >= words.pictures.painted for each in painted):
        return True
    return 100 * sum(each.share for each in picture.grounds if each.grey >= _NIGHT) >= words.pictures.drawn


def shows_drawn(picture: Picture, words: Words) -> bool:
    """Whether what an album shows between its bars is drawn: even in the middle, or of grounds that the bars lack."""
    bar = ground(picture, _BAR)[1]
    inside = [each for each in picture.grounds if abs(each.grey - bar) > _APART]
    if any(each.colour >= _COLOURED and 100 * each.share >= words.pictures.painted for each in inside):
        return True
    even = 100 * ground(picture, _INSIDE)[0] >= words.pictures.even
    return even or 100 * sum(each.share for each in inside) >= words.pictures.drawn


def is_light(picture: Picture) -> bool:
    return ground(picture)[1] >= _LIGHT


def is_coloured(picture: Picture, words: Words) -> bool:
    """Whether a picture has a ground of a colour, as no paper has."""
    return any(100 * each.share >= words.pictures.panels[1] and each.colour > COLOURLESS for each in picture.grounds)


def has_panels(picture: Picture, words: Words) -> bool:
    """Whether there are two colourless grounds, as of a page and its panels; where nothing has a colour none is told.

    What has a sheet's shape has panels only where they are brighter: nothing on a sheet is brighter than the sheet.
    """
    grey = [each for each in picture.grounds if each.colour <= COLOURLESS]
    page, panel = words.pictures.panels
    if picture.colourless or plain(picture) < words.pictures.plain or not grey or 100 * grey[0].share < page:
        return False
    told = _is_brighter if has_shape_of_sheet(picture) and grey[0].grey >= _LIGHT else _is_panel
    return any(told(each, grey[0], panel) for each in grey[1:])


def _is_brighter(each: Ground, page: Ground, least: int) -> bool:
    return 100 * each.share >= least and each.grey - page.grey >= _BRIGHTER


def _is_panel(each: Ground, page: Ground, least: int) -> bool:
    """Whether a ground is of a panel on a page; of a brighter one half the share is enough."""
    share = 200 * each.share if each.grey > page.grey else 100 * each.share
    return share >= least and abs(each.grey - page.grey) >= _APART


def has_bubbles(picture: Picture, words: Words) -> bool:
    """Whether the colour of a chat's own messages stands on a colourless ground."""
    page = picture.grounds[0] if picture.grounds else None
    if page is None or page.colour > COLOURLESS or 100 * page.share < words.pictures.panels[0]:
        return False
    colours = words.pictures.bubbles
    return any(
        abs(each.grey - grey) <= _GREYS and abs(each.colour - colour) <= _APART
        for each in picture.grounds
        for grey, colour in colours
    )


def has_shape_of_sheet(picture: Picture) -> bool:
    return _has_shape(picture, _SHEET_SHAPE)


def has_shape_of_page(picture: Picture) -> bool:
    return _has_shape(picture, _PAGE_SHAPE)


def has_shape_of_paper(picture: Picture) -> bool:
    return _has_shape(picture, _PAPER_SHAPE)


def _has_shape(picture: Picture, shape: tuple[float, float]) -> bool:
    return shape[0] <= max(picture.size) / max(1, min(picture.size)) <= shape[1]


def has_shape_of_slide(picture: Picture) -> bool:
    width, height = picture.size
    return width >= _LEAST_SLIDE and any(abs(width / max(1, height) / shape - 1) <= _SLACK for shape in _SLIDES)
