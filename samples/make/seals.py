"""Red round seals, drawn and laid over a page as ink lies over print."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

SERIF = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
SANS = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
SIMPLIFIED = 2
"""index of the Simplified Chinese face in the Noto collections"""


def font(size: int, path: str = SERIF) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index=SIMPLIFIED)


def round_seal(name: str, size: int, random: Random, below: str = "") -> Image.Image:
    """A white square of `size` pixels with a red seal: ring, star, `name` along the arc, `below` under the star."""
    scale, red = 3, (205, 28, 36)
    side = size * scale
    image = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(image)
    middle, radius = side / 2, side * 0.47
    draw.ellipse((middle - radius, middle - radius, middle + radius, middle + radius), outline=red, width=side // 34)
    star = [
        (middle + sin(turn * pi / 5) * r, middle - cos(turn * pi / 5) * r)
        for turn in range(10)
        for r in [side * (0.15 if turn % 2 == 0 else 0.058)]
    ]
    draw.polygon(star, fill=red)
    height = int(side * (0.135 if len(name) < 15 else 0.105 if len(name) < 20 else 0.09))
    span = min(1.62 * pi, 0.30 * len(name) * (height / side) / 0.135 * 1.25)
    for index, sign in enumerate(name):
        angle = -span / 2 + span * index / max(1, len(name) - 1)
        glyph = Image.new("L", (height * 2, height * 2), 0)
        ImageDraw.Draw(glyph).text((height, height), sign, fill=255, font=font(height), anchor="mm")
        glyph = glyph.rotate(-angle * 180 / pi, resample=Image.Resampling.BICUBIC)
        distance = radius - height * 0.80
        at = (int(middle + sin(angle) * distance - height), int(middle - cos(angle) * distance - height))
        image.paste(red, at, glyph)
    if below:
        draw.text((middle, middle + side * 0.27), below, fill=red, font=font(int(side * 0.085)), anchor="mm")
    worn = np.asarray(image, np.float32)
    spots = np.random.default_rng(random.randrange(1 << 30)).random((side // 6, side // 6)).astype(np.float32)
    spots = cv2.GaussianBlur(cv2.resize(spots, (side, side), interpolation=cv2.INTER_CUBIC), (0, 0), 3)
    ink = np.clip(0.80 + (spots - 0.5) * 1.1, 0.45, 1.0)[..., None]
    worn = 255 - (255 - worn) * ink
    return Image.fromarray(worn.astype(np.uint8)).resize((size, size), Image.Resampling.LANCZOS)


def press(page: Image.Image, seal: Image.Image, centre: tuple[float, float], turn: float) -> None:
    """Multiply the seal into the page, turned by `turn` degrees."""
    seal = seal.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor="white")
    left, top = int(centre[0] - seal.width / 2), int(centre[1] - seal.height / 2)
    box = (max(left, 0), max(top, 0), min(left + seal.width, page.width), min(top + seal.height, page.height))
    under = np.asarray(page.crop(box), np.float32)
    over = np.asarray(seal.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top)), np.float32)
    page.paste(Image.fromarray((under * over / 255).astype(np.uint8)), box[:2])
