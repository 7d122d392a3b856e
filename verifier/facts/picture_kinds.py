"""What a picture is: a screenshot, a photo, a collage of them, a scan or drawn; told by all that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

import numpy as np

from verifier.facts.posts.screen_lines import Shown, look, rows_of, signs_in
from verifier.model import (
    CUT_OUT,
    OTHER_SCREEN,
    PICTURE,
    SCREEN,
    Expressions,
    Fact,
    Observed,
    Picture,
    PictureSign,
    Words,
)
from verifier.pictures import grey as grey_copy

_HEAD, _FOOT = 0.22, 0.8
"""of the height: over the first stands what a browser or a phone shows of itself, under the second the buttons"""
_TOP_BAR = 0.06
"""of the height: so far down a phone's top bar reaches"""
_MOST_CONTROLS = 3
_GALLERY = 3
"""buttons that show the album of a phone"""
_RUNNING, _RUNNING_LINES = 14, 4
"""characters of a line of a text, and how many such lines under one another make one"""
_ALIKE = 0.88
"""letters of one text: the smaller by the larger"""
_HEADLINE = 1.3
"""letters of a headline beside those of the text"""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_OF_SCREENS: frozenset[PictureSign] = frozenset(("status", "address", "frame"))
"""no camera photo has these on even ground"""
_ICON = 2
"""characters that are read into the icon of a top bar, at most"""
_TIME = re.compile(r"[\d:]+")
_GREYS = 2
"""by which even ground differs, for it was compressed"""
_LIGHT, _POSTER_LETTER = 180, 0.07
"""grey of paper, at least; of its width the letters of a poster, at least: those of a sheet are smaller"""
_BROAD = 1.3
"""of the height: as a broader picture is this counts for its width"""
_PANEL_LETTER = 0.08
"""of its width: the letters of a screen, at most"""
_EVEN_IN_PHOTOS = 5
"""share, in hundredths, that is even in a photo of whatever is printed, at most"""
_NIGHT = 24
"""grey of what may be the dark of a night, at most"""
_COLOURLESS, _APART = 12, 5
"""by which the channels of grey differ at most; by which the greys of two grounds differ at least"""
_SHEET_SHAPE = (1.405, 1.425)
"""the longer side by the shorter, of a page of A4 that was made a picture"""
_COLLAGE = 2
"""photos, at least"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """What a picture file is (`picture`); of a screenshot whose kind the words did not tell also that (`screen`)."""
    picture = seen.document.picture
    if seen.document.file.kind != "image" or picture is None or not seen.document.pages:
        return ()
    page = seen.document.pages[0]
    shown = look(page)
    told = dict(_signs(shown, picture, words))
    if "even" in told and not _OF_SCREENS.isdisjoint(told):
        told.pop("watermark", None)  # the weather of a message
    kind = _kind(told, shown, picture, words)
    if seen.screens and not (kind == "photo" and _is_grain(picture)):
        kind = "screenshot"
    if not kind:
        return ()
    reasons = "、".join(filter(None, told.values()))
    doubt = CUT_OUT if kind in ("scan", "design") and _may_be_cut_out(picture, shown) else ""
    fact = Fact(PICTURE, kind, reasons, page.place, 1.0, "picture-kinds", role=doubt)
    if kind != "screenshot" or seen.screens:
        return (fact,)
    return fact, Fact(SCREEN, OTHER_SCREEN, reasons, page.place, 1.0, "picture-kinds")


def _kind(told: Mapping[PictureSign, str], shown: Sequence[Shown], picture: Picture, words: Words) -> str:
    """screenshot, perhaps-screenshot, photo, collage, scan or design; '' where nothing tells it."""
    points = _points(told, words)
    if points >= words.pictures.perhaps:
        return "screenshot" if points >= words.pictures.surely else "perhaps-screenshot"
    if _is_collage(picture, words):
        return "collage"
    if "camera" in told or "watermark" in told or _is_gallery(shown, words):
        return "photo"
    if "even" not in told:
        return "design" if _is_drawn(picture, words) else "photo" if picture.sketch else ""
    return "scan" if _is_sheet(picture, shown, words) else "design"


def _may_be_cut_out(picture: Picture, shown: Sequence[Shown]) -> bool:
    """Whether even ground in no sheet's shape has letters as small as a screen's: the part of one that shows no bar."""
    width, height = picture.size
    small = 0 < _largest_letter(shown) < _POSTER_LETTER * min(width, _BROAD * height)
    return small and not _has_shape_of_sheet(picture)


def _has_shape_of_sheet(picture: Picture) -> bool:
    least, most = _SHEET_SHAPE
    return least <= max(picture.size) / max(1, min(picture.size)) <= most


def _is_collage(picture: Picture, words: Words) -> bool:
    many, share = picture.photos
    return many >= _COLLAGE and 100 * share >= words.pictures.collage


def _points(told: Mapping[PictureSign, str], words: Words) -> int:
    worth = words.pictures.worth
    many = min(_MOST_CONTROLS, len(told["control"].split("、"))) if "control" in told else 0
    return sum(worth[sign] for sign in told if sign != "control") + many * worth["control"]


def _is_drawn(picture: Picture, words: Words) -> bool:
    """Whether some of a picture has no grain; of the dark of a night nothing is known."""
    return 100 * sum(ground.share for ground in picture.grounds if ground.grey >= _NIGHT) >= words.pictures.drawn


def _is_sheet(picture: Picture, shown: Sequence[Shown], words: Words) -> bool:
    """Whether a picture has the ground and the small letters of a sheet of paper."""
    if any(100 * each.share >= words.pictures.panels[1] and each.colour > _COLOURLESS for each in picture.grounds):
        return False
    text = any(sign == "running" for sign, _ in _of_text(shown))
    # beside a text a high box holds a line that runs downwards in small letters, on a poster one in large
    largest = max((min(one.height, one.letter) if text else one.height for one in shown), default=0)
    return _ground(picture)[1] >= _LIGHT and largest < _POSTER_LETTER * picture.size[0]


# --- signs ------------------------------------------------------------------------------------------


def _signs(shown: Sequence[Shown], picture: Picture, words: Words) -> Iterator[tuple[PictureSign, str]]:
    """Each sign with what a person is told of it, in Chinese."""
    if _is_gallery(shown, words):
        return
    yield from _of_file(picture, words)
    if _has_panels(picture, shown, words):
        yield "panels", "页面和面板两种底色"
    yield from _of_text(shown)
    height = picture.size[1]
    head = [one for one in shown if one.middle <= _HEAD * height]
    if bar := _status_bar(shown, height, words):
        yield "status", f"手机状态栏“{bar}”"
    if address := _first(head, words.pictures.addresses):
        yield "address", f"网址栏“{address}”"
    if frame := _first(head, words.pictures.frames):
        yield "frame", f"界面名称“{frame}”"
    if controls := list(dict.fromkeys(_found(shown, words.pictures.controls))):
        yield "control", "、".join(f"按钮或标签“{text}”" for text in controls[:_MOST_CONTROLS])
    if mark := _camera_mark(shown, picture, words):
        yield "watermark", f"相机水印“{mark}”"


def _of_file(picture: Picture, words: Words) -> Iterator[tuple[PictureSign, str]]:
    """What size, ground and metadata tell."""
    width, height = picture.size
    least, most = words.pictures.phone_shape
    if width in words.pictures.phone_widths and least <= 100 * height / width <= most:
        yield "phone", f"尺寸{width}×{height}像手机屏幕"
    if picture.size in words.pictures.desktops:
        yield "desktop", f"尺寸{width}×{height}像电脑屏幕"
    elif any(width == across and height < down for across, down in words.pictures.desktops):
        yield "window", f"宽{width}像电脑屏幕的一部分"
    if picture.camera:
        yield "camera", f"相机“{picture.camera}”"
    if _is_even(picture, words):
        yield "even", "底色均匀"


def _is_even(picture: Picture, words: Words) -> bool:
    return 100 * _ground(picture)[0] >= words.pictures.even or _plain(picture) >= words.pictures.plain


def _plain(picture: Picture) -> float:
    """The share, in hundredths, that grounds without grain have."""
    return 100 * sum(ground.share for ground in picture.grounds)


def _is_grain(picture: Picture) -> bool:
    """Whether hardly anything of a picture is even, as where a camera took it."""
    return bool(picture.sketch) and _plain(picture) < _EVEN_IN_PHOTOS


def _has_panels(picture: Picture, shown: Sequence[Shown], words: Words) -> bool:
    """Whether small letters stand on two colourless grounds, as on a page and its panels; of a sheet one is white.

    Where nothing has a colour, as in a scan in greys, that tells nothing.
    """
    if picture.colourless or _plain(picture) < words.pictures.plain or _has_shape_of_sheet(picture):
        return False
    grey = [each for each in picture.grounds if each.colour <= _COLOURLESS]
    page, panel = words.pictures.panels
    if not grey or 100 * grey[0].share < page or _largest_letter(shown) >= _PANEL_LETTER * picture.size[0]:
        return False
    # nothing on a sheet is brighter than the sheet
    least_of = {each: panel / 2 if each.grey > grey[0].grey else panel for each in grey[1:]}
    return any(100 * each.share >= least_of[each] and abs(each.grey - grey[0].grey) >= _APART for each in least_of)


def _largest_letter(shown: Sequence[Shown]) -> float:
    return max((min(one.height, one.letter) for one in shown), default=0.0)


def _ground(picture: Picture) -> tuple[float, int]:
    """The share of the grey that most of a picture has, and that grey."""
    copy = grey_copy(picture.sketch) if picture.sketch else None
    if copy is None:
        return 0.0, 0
    counts = np.bincount(copy.ravel(), minlength=256)
    most = int(counts.argmax())
    return float(counts[max(0, most - _GREYS) : most + _GREYS + 1].sum() / copy.size), most


def _of_text(shown: Sequence[Shown]) -> Iterator[tuple[PictureSign, str]]:
    """Whether lines that fill a column make a text, and whether a headline stands over it."""
    long = [one for one in shown if len(one.bare) >= _RUNNING]
    texts = [each for each in (_one_text(one, long) for one in long) if len(each) >= _RUNNING_LINES]
    if not texts:
        return
    text = max(texts, key=len)
    yield "running", "成段的小字"
    letter = median(one.letter for one in text)
    if all(one.height < _HEADLINE * median(each.height for each in text) for one in shown if one.letter > letter):
        yield "headless", "没有大字标题"


def _one_text(first: Shown, lines: Sequence[Shown]) -> list[Shown]:
    """The lines that begin under one another in letters of one size."""
    return [
        one
        for one in lines
        if abs(one.box[0] - first.box[0]) <= first.letter
        and min(one.letter, first.letter) >= _ALIKE * max(one.letter, first.letter)
    ]


def _status_bar(shown: Sequence[Shown], height: int, words: Words) -> str:
    """The clock in a row of network and battery at the top; '' where there is none."""
    top = [one for one in shown if one.middle <= _TOP_BAR * height]
    row = next(iter(rows_of(top)), [])
    clock = next((one for one in row if _CLOCK.search(one.bare)), None)
    # what was read into an icon is a letter or two
    icon = [one for one in row if len(one.bare) <= _ICON]
    in_bar = clock is not None and all(one in icon or words.screens.status.any.fullmatch(one.bare) for one in row)
    return clock.text if clock is not None and in_bar else ""


def _camera_mark(shown: Sequence[Shown], picture: Picture, words: Words) -> str:
    """What a camera printed into a picture; '' where there is nothing. On even ground a time alone is a message's."""
    even = _is_even(picture, words)
    marks = (signs_in([one], words.screens.watermark) for one in shown)
    return next((mark for mark in marks if mark and not (even and _TIME.fullmatch(mark))), "")


def _is_gallery(shown: Sequence[Shown], words: Words) -> bool:
    """Whether the album of a phone shows a photo."""
    if not shown:
        return False
    low = _FOOT * max(one.box[3] for one in shown)
    buttons = set(_found((one for one in shown if one.middle >= low), words.pictures.gallery))
    return len(buttons) >= _GALLERY


def _first(shown: Sequence[Shown], expressions: Expressions) -> str:
    return next(iter(_found(shown, expressions)), "")


def _found(shown: Iterator[Shown] | Sequence[Shown], expressions: Expressions) -> Iterator[str]:
    """The lines that fit an expression."""
    return (one.text for one in shown if expressions.any.search(one.bare))
