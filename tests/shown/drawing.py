"""A page drawn as a picture, with the fonts of this machine."""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.shown.canvas import Canvas

_FOLDERS = (Path("/usr/share/fonts"), Path("C:/Windows/Fonts"), Path("/System/Library/Fonts"))
_NAMES = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "msyh.ttc", "simsun.ttc")


@lru_cache(maxsize=1)
def fonts() -> tuple[Path, ...]:
    """The Chinese fonts of this machine."""
    found = [path for folder in _FOLDERS for name in _NAMES for path in folder.rglob(name)]
    if not found:
        raise SystemExit("no Chinese font is installed: install fonts-noto-cjk")
    return tuple(found)


@lru_cache(maxsize=512)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, index=2 if path.name.startswith("Noto") else 0)


def draw(canvas: Canvas, rng: random.Random, photographed: bool = False) -> Image.Image:
    """The page; `photographed`: as a phone's camera sees a screen, a little askew and blurred."""
    path = rng.choice(fonts())
    image = Image.new("RGB", (canvas.width, max(canvas.height, 60)), canvas.paper)
    pen = ImageDraw.Draw(image)
    for block in canvas.blocks:
        if block.bottom > block.top:
            pen.rectangle((block.left, block.top, block.right, block.bottom), fill=block.colour)
    for piece in canvas.pieces:
        font = _font(path, max(8, round(piece.size)))
        weight = 1 if piece.bold and piece.size > 24 else 0
        pen.text((piece.left, piece.top), piece.text, fill=piece.colour, font=font, anchor="lt", stroke_width=weight,
                 stroke_fill=piece.colour)  # fmt: skip
    if not photographed:
        return image
    turned = image.rotate(rng.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, expand=True, fillcolor=(60, 60, 60))
    return turned.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9)))
