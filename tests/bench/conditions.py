"""What happens to a picture before it is submitted: turned, askew, dark, out of focus, stamped, stitched, shrunk."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.bench.rendered import FIRMS, SCHOOLS, Drawn, font, listing

Condition = Callable[[Random, Drawn], Drawn]


def plain(random: Random, drawn: Drawn) -> Drawn:
    """As a scanner or a screen gives it: a little noise."""
    pixels = np.asarray(drawn.image, np.int16)
    noise = np.random.default_rng(random.randrange(2**31)).normal(0, 3, pixels.shape[:2])[..., np.newaxis]
    return replace(drawn, image=Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)))


def turned(degrees: int) -> Condition:
    """The picture turned clockwise, as it lies on a scanner; `saved` may say so in EXIF instead."""

    def turn(random: Random, drawn: Drawn) -> Drawn:
        return replace(drawn, image=drawn.image.rotate(-degrees, expand=True))

    return turn


def tilted(random: Random, drawn: Drawn) -> Drawn:
    angle = random.choice((-1, 1)) * random.uniform(3, 10)
    around = drawn.image.getpixel((2, 2))
    return replace(drawn, image=drawn.image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=around))


def askew(random: Random, drawn: Drawn) -> Drawn:
    """Photographed from the side, on a table."""
    wide, high = drawn.image.size
    edge = 0.08
    target = [
        (
            (x + (edge + random.uniform(0, 0.09)) * (1 - 2 * x)) * wide,
            (y + (edge + random.uniform(0, 0.09)) * (1 - 2 * y)) * high,
        )
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
    ]
    source = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(target, np.float32))
    table = tuple(random.randrange(60, 140) for _ in range(3))
    pixels = cv2.warpPerspective(np.asarray(drawn.image), matrix, (wide, high), flags=cv2.INTER_AREA, borderValue=table)
    light = np.linspace(random.uniform(0.7, 1), random.uniform(0.7, 1), wide)[np.newaxis, :, np.newaxis]
    return replace(drawn, image=Image.fromarray((pixels * light).astype(np.uint8)))


def dark(random: Random, drawn: Drawn) -> Drawn:
    gain = random.uniform(0.06, 0.25)
    pixels = np.asarray(drawn.image, np.float32) * gain
    noise = np.random.default_rng(random.randrange(2**31)).normal(0, 1.2, pixels.shape)
    return replace(drawn, image=Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)))


def blurred(random: Random, drawn: Drawn) -> Drawn:
    return replace(drawn, image=drawn.image.filter(ImageFilter.GaussianBlur(random.uniform(1.5, 3.5))))


def large(random: Random, drawn: Drawn) -> Drawn:
    """A photo of 12 million pixels that shows the paper on a table."""
    canvas = Image.new("RGB", (3000, 4000), tuple(random.randrange(70, 120) for _ in range(3)))
    factor = min(2600 / drawn.image.width, 3500 / drawn.image.height)
    paper = drawn.image.resize((round(drawn.image.width * factor), round(drawn.image.height * factor)))
    canvas.paste(paper, ((3000 - paper.width) // 2, (4000 - paper.height) // 2))
    return replace(drawn, image=canvas)


def small(random: Random, drawn: Drawn) -> Drawn:
    """Shrunk by a chat program: text of 11 to 15 pixels."""
    factor = random.uniform(0.38, 0.5)
    size = (round(drawn.image.width * factor), round(drawn.image.height * factor))
    return replace(drawn, image=drawn.image.resize(size, Image.Resampling.LANCZOS))


def sealed(random: Random, drawn: Drawn) -> Drawn:
    """A red seal over the lines at the foot of the paper, its own text not counted as known."""
    wide, high = drawn.image.size
    radius = random.randint(110, 150)
    size = radius * 2 + 20
    layer = Image.new("RGBA", (size, size))
    pen = ImageDraw.Draw(layer)
    ink = (random.randint(195, 230), random.randint(20, 60), random.randint(20, 60), random.randint(150, 215))
    pen.ellipse((10, 10, size - 10, size - 10), outline=ink, width=7)
    middle = size / 2
    corners = [
        (middle + r * math.sin(k * math.pi / 5), middle - r * math.cos(k * math.pi / 5))
        for k in range(10)
        for r in (radius * (0.36 if k % 2 == 0 else 0.15),)
    ]
    pen.polygon(corners, ink)
    _around(layer, random.choice((*FIRMS, *SCHOOLS)), radius * 0.8, ink)
    layer = layer.rotate(random.uniform(-20, 20))
    image = drawn.image.convert("RGBA")
    at = (
        random.randint(wide // 2 - 60, max(wide // 2, wide - size - 120)),
        _last_ink(drawn.image) - size // 2 - random.randint(0, 70),
    )
    image.alpha_composite(layer, (max(0, at[0]), max(0, min(high - size, at[1]))))
    return replace(drawn, image=image.convert("RGB"))


def _around(layer: Image.Image, text: str, radius: float, ink: tuple[int, ...]) -> None:
    """The text of a seal along its rim."""
    middle = layer.width / 2
    size = int(radius * 0.26)
    for index, character in enumerate(text):
        angle = (index - (len(text) - 1) / 2) * min(24.0, 250 / len(text))
        glyph = Image.new("RGBA", (size * 2, size * 2))
        ImageDraw.Draw(glyph).text((size, size), character, ink, font(size), anchor="mm")
        glyph = glyph.rotate(-angle, Image.Resampling.BICUBIC)
        x = middle + radius * math.sin(math.radians(angle)) - size
        y = middle - radius * math.cos(math.radians(angle)) - size
        layer.alpha_composite(glyph, (round(x), round(y)))


def _last_ink(image: Image.Image) -> int:
    """The lowest row that is written on."""
    rows = np.asarray(image.convert("L"), np.int16)
    busy = np.abs(np.diff(rows, axis=1)).max(axis=1) > 90
    return int(np.flatnonzero(busy).max()) if busy.any() else image.height // 2


def long_screen(random: Random) -> Drawn:
    """Many posts stitched to one picture, 1080 wide and 12,000 and more high."""
    return listing(random, random.randint(12_000, 15_000))
