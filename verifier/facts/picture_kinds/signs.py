"""The signs by which a picture is told to be a screen or a camera's, each with what a person is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from verifier.facts.picture_kinds import grounds
from verifier.facts.posts.screen_lines import Shown, rows_of, signs_in
from verifier.model import Expressions, Picture, PictureSign, Words

MOST_CONTROLS = 3
_HEAD, _FOOT = 0.22, 0.8
"""of the height: over the first stands what a browser or a phone shows of itself, under the second the buttons"""
_LINES_OF_HEAD = 14
"""of a screen over its page, at most: tabs, marks and the address of a browser"""
_TOP_BAR = 0.06
"""of the longer side: so far down a phone's top bar reaches, also where the lower part was cut away"""
_GALLERY = 3
"""buttons that show the album of a phone"""
_RUNNING, _RUNNING_LINES = 14, 4
"""characters of a line of a text, and how many such lines under one another make one"""
_ALIKE = 0.88
"""letters of one text: the smaller by the larger"""
_HEADLINE = 1.3
"""letters of a headline beside those of the text"""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_ICON = 2
"""characters that are read into the icon of a top bar, at most"""
_TIME = re.compile(r"[\d:]+")
_PANEL_LETTER = 0.08
"""of its width: the letters of a screen, at most"""
_SOME = 12
"""share, in hundredths, that is even where a browser shows its address, at least"""
_SLIDE_LETTER, _LINES_OF_SLIDE = 0.016, 40
"""of its width: the middle one of the letters of a slide, at least; lines on it, at most"""


def signs_of(shown: Sequence[Shown], picture: Picture, words: Words) -> dict[PictureSign, str]:
    """Each sign with what a person is told of it, in Chinese."""
    return dict(_signs(shown, picture, words))


def is_slide(shown: Sequence[Shown], picture: Picture) -> bool:
    """Whether a picture has the shape of a slide, and its few lines the large letters of one."""
    letters = [min(one.height, one.letter) for one in shown]
    large = bool(letters) and median(letters) >= _SLIDE_LETTER * picture.size[0]
    return large and len(letters) <= _LINES_OF_SLIDE and grounds.has_shape_of_slide(picture)


def _signs(shown: Sequence[Shown], picture: Picture, words: Words) -> Iterator[tuple[PictureSign, str]]:
    yield from _of_file(picture, words)
    if grounds.has_panels(picture, words) and largest_letter(shown) < _PANEL_LETTER * picture.size[0]:
        yield "panels", "页面和面板两种底色"
    if grounds.has_bubbles(picture, words):
        yield "bubbles", "聊天气泡的底色"
    yield from of_text(shown)
    yield from _of_views(shown, picture, words)
    if controls := list(dict.fromkeys(_found(shown, words.pictures.controls))):
        yield "control", "、".join(f"按钮或标签“{text}”" for text in controls[:MOST_CONTROLS])
    if mark := _camera_mark(shown, picture, words):
        yield "watermark", f"相机水印“{mark}”"


def _of_views(shown: Sequence[Shown], picture: Picture, words: Words) -> Iterator[tuple[PictureSign, str]]:
    """What stands over the page of a screen, and whether the picture is as large as a phone's screen."""
    width, height = picture.size
    head = [one for one in shown[:_LINES_OF_HEAD] if one.middle <= _HEAD * height]
    bar = _status_bar(shown, max(picture.size), words)
    if bar:
        yield "status", f"手机状态栏“{bar}”"
    shaped = grounds.is_even(picture, words) or grounds.plain(picture) >= _SOME
    if shaped and (address := _first(head, words.pictures.addresses)):
        yield "address", f"网址栏“{address}”"
    frame = _first(head, words.pictures.frames)
    if frame:
        yield "frame", f"界面名称“{frame}”"
    if _is_phone(picture, bool(bar), bool(frame), words):
        yield "phone", f"尺寸{width}×{height}像手机屏幕"


def _is_phone(picture: Picture, bar: bool, frame: bool, words: Words) -> bool:
    """Whether a picture is as large as a phone's screen; one that was scaled or cut has width or shape, and its bar."""
    width, height = picture.size
    least, most = words.pictures.phone_shape
    wide, high = width in words.pictures.phone_widths, least <= 100 * height / width <= most
    return (wide and (high or bar)) or (high and (bar or frame))


def _of_file(picture: Picture, words: Words) -> Iterator[tuple[PictureSign, str]]:
    """What size, ground and metadata tell."""
    width, height = picture.size
    if picture.size in words.pictures.desktops:
        yield "desktop", f"尺寸{width}×{height}像电脑或平板屏幕"
    elif any(width == across and height < down for across, down in words.pictures.desktops):
        yield "window", f"宽{width}像电脑屏幕的一部分"
    if picture.camera:
        yield "camera", f"相机“{picture.camera}”"
    if grounds.is_even(picture, words):
        yield "even", "底色均匀"


def largest_letter(shown: Sequence[Shown]) -> float:
    return max((min(one.height, one.letter) for one in shown), default=0.0)


def of_text(shown: Sequence[Shown]) -> Iterator[tuple[PictureSign, str]]:
    """Whether lines that fill a column make a text, and whether a headline stands over it."""
    text = running_text(shown)
    if not text:
        return
    yield "running", "成段的小字"
    letter = median(one.letter for one in text)
    if all(one.height < _HEADLINE * median(each.height for each in text) for one in shown if one.letter > letter):
        yield "headless", "没有大字标题"


def running_text(shown: Sequence[Shown]) -> list[Shown]:
    """The lines of the longest text: those that begin under one another in letters of one size."""
    long = [one for one in shown if len(one.bare) >= _RUNNING]
    texts = (each for each in (_one_text(one, long) for one in long) if len(each) >= _RUNNING_LINES)
    return max(texts, key=len, default=[])


def _one_text(first: Shown, lines: Sequence[Shown]) -> list[Shown]:
    return [
        one
        for one in lines
        if abs(one.box[0] - first.box[0]) <= first.letter
        and min(one.letter, first.letter) >= _ALIKE * max(one.letter, first.letter)
    ]


def _status_bar(shown: Sequence[Shown], longer: int, words: Words) -> str:
    """The clock in a row of network and battery at the top; '' where there is none. `longer`: a side of the picture."""
    top = [one for one in shown if one.middle <= _TOP_BAR * longer]
    row = next(iter(rows_of(top)), [])
    clock = next((one for one in row if _CLOCK.search(one.bare)), None)
    # what was read into an icon is a letter or two
    icon = [one for one in row if len(one.bare) <= _ICON]
    in_bar = clock is not None and all(one in icon or words.screens.status.any.fullmatch(one.bare) for one in row)
    return clock.text if clock is not None and in_bar else ""


def _camera_mark(shown: Sequence[Shown], picture: Picture, words: Words) -> str:
    """What a camera printed into a picture; '' where there is nothing. On even ground a time alone is a message's."""
    even = grounds.is_even(picture, words)
    marks = (signs_in([one], words.screens.watermark) for one in shown)
    return next((mark for mark in marks if mark and not (even and _TIME.fullmatch(mark))), "")


def is_gallery(shown: Sequence[Shown], words: Words) -> bool:
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
