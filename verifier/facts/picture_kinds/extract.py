"""What a picture is, and why: its signs weighed, else what its grounds and letters tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.facts.picture_kinds import grounds
from verifier.facts.picture_kinds.signs import (
    MOST_CONTROLS,
    is_gallery,
    is_slide,
    largest_letter,
    running_text,
    signs_of,
)
from verifier.facts.posts.screen_lines import Shown, look
from verifier.model import (
    CUT_OUT,
    IN_ALBUM,
    NO_SCENE,
    OTHER_SCREEN,
    PICTURE,
    SCREEN,
    Fact,
    Observed,
    Picture,
    PictureSign,
    Words,
)

_OF_SCREENS: frozenset[PictureSign] = frozenset(("status", "address", "frame"))
"""no camera photo has these on even ground"""
_OF_PAGES: frozenset[PictureSign] = frozenset(("even", "running", "headless"))
"""all that a page of nothing but text shows"""
_OF_SLIDES: frozenset[PictureSign] = _OF_PAGES | {"desktop", "window", "panels"}
"""what a slide that was made a picture shows as well as a screen"""
_PAGE_LINES, _PAGE_FILLED = 12, 0.6
"""of a page: lines, at least; share of its height from the first to the last, at least"""
_SHEET_LINES = 20
"""of a list or form, whatever its shape, at least"""
_POSTER_LETTER = 0.07
"""of its width the letters of a poster, at least: those of a sheet are smaller"""
_BROAD = 1.3
"""of the height: as a broader picture is this counts for its width"""
_COLLAGE = 2
"""photos, at least"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """What a picture file is (`picture`); of a screenshot whose kind the words did not tell also that (`screen`)."""
    picture = seen.document.picture
    if seen.document.file.kind != "image" or picture is None or not seen.document.pages:
        return ()
    page = seen.document.pages[0]
    shown = look(page)
    told = signs_of(shown, picture, words)
    if "even" in told and not _OF_SCREENS.isdisjoint(told):
        told.pop("watermark", None)  # the weather of a message
    kind, role = _kind_and_role(told, shown, picture, words)
    if seen.screens and not (kind == "photo" and grounds.is_grain(picture)):
        kind, role = "screenshot", ""
    if not kind:
        return ()
    reasons = "、".join(filter(None, told.values()))
    fact = Fact(PICTURE, kind, reasons, page.place, 1.0, "picture-kinds", role=role)
    if kind != "screenshot" or seen.screens:
        return (fact,)
    return fact, Fact(SCREEN, OTHER_SCREEN, reasons, page.place, 1.0, "picture-kinds")


def _kind_and_role(
    told: Mapping[PictureSign, str], shown: Sequence[Shown], picture: Picture, words: Words
) -> tuple[str, str]:
    """What a picture is, and what is doubtful about it."""
    if is_gallery(shown, words) and not grounds.shows_drawn(picture, words):
        return "photo", IN_ALBUM
    if _points(told, words) >= words.pictures.perhaps and (written := _written(told, shown, picture)):
        return written, NO_SCENE
    kind = _kind(told, shown, picture, words)
    return kind, CUT_OUT if kind in ("scan", "design") and _may_be_cut_out(picture, shown) else ""


def _written(told: Mapping[PictureSign, str], shown: Sequence[Shown], picture: Picture) -> str:
    """scan for a page of a book or paper, design for a slide: both have signs of a screen; '' for anything else."""
    if told.keys() <= _OF_PAGES and _is_page(shown, picture):
        return "scan"
    return "design" if told.keys() <= _OF_SLIDES and is_slide(shown, picture) else ""


def _kind(told: Mapping[PictureSign, str], shown: Sequence[Shown], picture: Picture, words: Words) -> str:
    """screenshot, perhaps-screenshot, photo, collage, scan or design; '' where nothing tells it."""
    points = _points(told, words)
    if points >= words.pictures.perhaps:
        return "screenshot" if points >= words.pictures.surely else "perhaps-screenshot"
    if _is_collage(picture, words):
        return "collage"
    if "camera" in told or "watermark" in told:
        return "photo"
    if "even" not in told:
        return "design" if grounds.is_drawn(picture, words) else "photo" if picture.sketch else ""
    return "scan" if _is_sheet(picture, shown, words) else "design"


def _may_be_cut_out(picture: Picture, shown: Sequence[Shown]) -> bool:
    """Whether even ground in no sheet's shape has letters as small as a screen's: the part of one that shows no bar."""
    width, height = picture.size
    small = 0 < largest_letter(shown) < _POSTER_LETTER * min(width, _BROAD * height)
    return small and not grounds.has_shape_of_sheet(picture)


def _is_page(shown: Sequence[Shown], picture: Picture) -> bool:
    """Whether a picture has the shape of a page, or of two, and is filled with lines from top to bottom."""
    if len(shown) < _PAGE_LINES or not grounds.has_shape_of_page(picture):
        return False
    return max(one.box[3] for one in shown) - min(one.box[1] for one in shown) >= _PAGE_FILLED * picture.size[1]


def _is_collage(picture: Picture, words: Words) -> bool:
    many, share = picture.photos
    return many >= _COLLAGE and 100 * share >= words.pictures.collage


def _points(told: Mapping[PictureSign, str], words: Words) -> int:
    worth = words.pictures.worth
    many = min(MOST_CONTROLS, len(told["control"].split("、"))) if "control" in told else 0
    return sum(worth[sign] for sign in told if sign != "control") + many * worth["control"]


def _is_sheet(picture: Picture, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a picture has the shape, the ground and the small letters of a sheet of paper."""
    if grounds.is_coloured(picture, words) or not grounds.is_light(picture) or is_slide(shown, picture):
        return False
    text = bool(running_text(shown))
    if not (text or len(shown) >= _SHEET_LINES or grounds.has_shape_of_paper(picture)):
        return False
    # beside a text a high box holds a line that runs downwards in small letters, on a poster one in large
    largest = max((min(one.height, one.letter) if text else one.height for one in shown), default=0)
    return largest < _POSTER_LETTER * picture.size[0]
