# ruff: noqa: E501
"""Photos of rooms, halls and gyms with and without words in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path
from random import Random

import cv2
import numpy as np
from PIL import Image

from tests.independent.premises_kit import HEI, Write
from tests.independent.press import Press

_BOX = '<i style="left:{0}%;top:{1}%;width:{2}%;height:{3}%;background:{4};font-size:{6}px">{5}</i>'
Item = tuple[float, float, float, float, str, str]
"""left, top, width, height in percent, colour, words"""
_OFFICE: Sequence[Item] = (
    (6, 14, 24, 30, "linear-gradient(#cfe6f5,#eaf5fb)", ""),
    (60, 24, 14, 42, "#b9a283", ""),
    (8, 62, 40, 6, "#8a6a44", ""),
    (14, 48, 11, 13, "#20242b", ""),
    (30, 48, 11, 13, "#20242b", ""),
    (10, 68, 3, 22, "#6d5334", ""),
    (43, 68, 3, 22, "#6d5334", ""),
    (78, 50, 14, 40, "#8d9298", ""),
)
_HALL: Sequence[Item] = (
    (0, 0, 100, 10, "#dcd8cf", ""),
    *((4 + 16 * at, 52, 13, 8, "#3c63a8", "") for at in range(6)),
    *((2 + 16.5 * at, 66, 15, 10, "#35599a", "") for at in range(6)),
    *((0 + 17 * at, 83, 16, 14, "#2c4b85", "") for at in range(6)),
    (34, 14, 32, 26, "#f2f4f6", ""),
)
_GYM: Sequence[Item] = (
    (0, 0, 100, 18, "#9aa7b0", ""),
    (0, 60, 100, 40, "#c98f54", ""),
    *((3 + 12 * at, 50, 10, 12, "#e9eef2", "") for at in range(8)),
    *((2 + 12.4 * at, 72, 11, 14, "#dfe6ee", "") for at in range(8)),
    *((5 + 11 * at, 58, 4, 16, "#41464f" if at % 2 else "#7a3f3f", "") for at in range(8)),
    *((5.6 + 11 * at, 53.5, 2.8, 5, "radial-gradient(#c99a78 45%,#2b2320 50%,transparent 62%)", "") for at in range(8)),
)
SCENES: Mapping[str, Sequence[Item]] = {"office": _OFFICE, "hall": _HALL, "gym": _GYM}


def _fitting(item: Item) -> int:
    """The size of letters, in CSS pixels, that fill a box of a room."""
    width, height = item[2] * 9.6, item[3] * 7.2
    return round(min(44, height * 0.8, 0.8 * sqrt(width * height / max(1, len(item[5])))))


def banner(words: str, top: float = 4, size: float = 8) -> Item:
    return (4, top, 92, size, "#c81422", words)


def plate(words: str) -> Item:
    """A brass plate beside a door."""
    return (40, 20, 18, 14, "#d9b25f", words)


def room(kind: str, *items: Item, wall: str = "#e4ddd0") -> Write:
    """A photo of a room; items lie over its furniture."""

    def write(path: Path, press: Press, rng: Random) -> None:
        boxes = "".join(_BOX.format(*item, _fitting(item)) for item in (*SCENES[kind], *items))
        html = (
            f"<meta charset=utf-8><style>body{{margin:0;height:720px;background:linear-gradient({wall},#b5a892);position:relative;"
            f"font:700 38px {HEI}}}i{{position:absolute;font-style:normal;color:#fff6c8;display:flex;align-items:center;"
            "justify-content:center;text-align:center;line-height:1.2}</style>" + boxes
        )
        snapped(press.picture(html, 960, 720, 1.6), rng).save(path, quality=84)

    return write


def snapped(image: Image.Image, rng: Random) -> Image.Image:
    """What a telephone makes of a view: turned a little, dark at the edges, noisy."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    pixels = np.asarray(
        image.rotate(rng.uniform(-1.5, 1.5), resample=Image.Resampling.BICUBIC, fillcolor=(120, 110, 100)), np.float32
    )
    y, x = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    pixels = pixels * (1 - 0.18 * (x**2 + y**2))[..., None] + noise.normal(0, 5, pixels.shape)
    return Image.fromarray(cv2.GaussianBlur(np.clip(pixels, 0, 255).astype(np.uint8), (0, 0), 0.8))
