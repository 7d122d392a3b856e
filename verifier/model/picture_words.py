"""The words of pictures: by which signs a picture is told to be a screenshot, a photo, a scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from verifier.model.lists import Expressions

PictureSign = Literal[
    "phone",
    "desktop",
    "window",
    "status",
    "address",
    "control",
    "frame",
    "even",
    "panels",
    "bubbles",
    "running",
    "headless",
    "camera",
    "watermark",
]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a picture is: a screenshot, a photo, a scan; expressions are for text without blanks (NFKC)."""

    worth: Mapping[PictureSign, int]
    """points of each sign for a screenshot; below 0 what speaks for a camera"""
    surely: int
    """points from which on a picture is a screenshot"""
    perhaps: int
    """points from which on it may be one: then it is no poster for sure"""
    phone_widths: tuple[int, ...]
    """pixels across the screens of phones"""
    phone_shape: tuple[int, int]
    """height of such a screen in hundredths of its width, at least and at most"""
    desktops: tuple[tuple[int, int], ...]
    """pixels across and down the screens of computers"""
    even: int
    """share of a picture, in hundredths, of one grey from which on it has even ground, as no camera sees it"""
    plain: int
    """share of a picture, in hundredths, of grounds without grain from which on no camera took it"""
    drawn: int
    """the same from which on it is drawn at least in part"""
    painted: int
    """share of a picture, in hundredths, of one coloured ground from which on it is drawn at least in part"""
    bubbles: tuple[tuple[int, int], ...]
    """the grey of each colour in which chats show one's own messages, and by how much its channels differ"""
    panels: tuple[int, int]
    """share of a picture, in hundredths, of the larger and of the smaller colourless ground of a page with panels"""
    collage: int
    """share of a picture, in hundredths, that photos beside each other fill in a collage"""
    controls: Expressions
    """what is there to be touched on a screen: buttons, tabs, counters"""
    frames: Expressions
    """names of views that hold no article: 朋友圈, 视频号"""
    addresses: Expressions
    """the address of a page, as a browser shows it"""
    gallery: Expressions
    """the buttons under a photo that the album of a phone shows"""
