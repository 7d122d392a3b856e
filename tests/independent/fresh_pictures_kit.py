# ruff: noqa: E501
"""Photos: rooms, yards and walls in perspective with sheets, banners, stands, tables and people, taken by a phone.

A scene is a pinhole camera at (0, eye, 0) looking along z (metres). Planes are laid in from far to near, people and
things stand on the floor, and `develop` does what a phone's camera does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from math import cos, sin
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Pixels = NDArray[np.float32]
Point = tuple[float, float, float]
Colour = tuple[float, float, float]


def rough(high: int, wide: int, rng: Random, grains: tuple[int, ...] = (4, 24, 120)) -> Pixels:
    """Uneven grey around 0 in several sizes of grain."""
    source = np.random.default_rng(rng.randrange(1 << 30))
    total = np.zeros((high, wide), np.float32)
    for grain in grains:
        small = source.normal(0, 1, (max(2, high // grain), max(2, wide // grain))).astype(np.float32)
        total += cv2.resize(small, (wide, high), interpolation=cv2.INTER_CUBIC)
    return np.asarray(total / len(grains), np.float32)


def plaster(rng: Random, colour: Colour, amount: float = 4, size: tuple[int, int] = (900, 1600)) -> Image.Image:
    """A painted wall or a cement floor."""
    grey = rough(*size, rng) * amount
    return Image.fromarray(np.clip(np.array(colour, np.float32) + grey[..., None], 0, 255).astype(np.uint8))


def bricks(
    rng: Random,
    colour: Colour,
    size: tuple[int, int] = (900, 1600),
    step: tuple[int, int] = (36, 110),
    joint: Colour = (200, 196, 188),
) -> Image.Image:
    """Bricks, tiles or paving, each of a slightly different shade."""
    high, wide = size
    image = Image.new("RGB", (wide, high), tuple(map(int, joint)))
    draw = ImageDraw.Draw(image)
    for row, top in enumerate(range(0, high, step[0])):
        for left in range(-(row % 2) * step[1] // 2, wide, step[1]):
            shade = rng.uniform(-14, 14)
            draw.rectangle(
                (left + 2, top + 2, left + step[1] - 2, top + step[0] - 2),
                fill=tuple(int(max(0, min(255, part + shade))) for part in colour),
            )
    grey = rough(high, wide, rng, (2, 10, 60)) * 7
    return Image.fromarray(np.clip(np.asarray(image, np.float32) + grey[..., None], 0, 255).astype(np.uint8))


def sky(rng: Random, size: tuple[int, int] = (500, 1600)) -> Image.Image:
    """A pale sky with clouds."""
    high, wide = size
    up = np.linspace(0, 1, high, dtype=np.float32)[:, None, None]
    blue = np.array([128, 170, 214], np.float32) * (1 - up) + np.array([222, 230, 236], np.float32) * up
    cloud = np.clip(rough(high, wide, rng, (60, 140, 300)) * 1.2, 0, 1)[..., None]
    return Image.fromarray((blue * (1 - cloud * 0.8) + 244 * cloud * 0.8).astype(np.uint8))


def facade(rng: Random, colour: Colour, floors: int = 5, bays: int = 14) -> Image.Image:
    """The front of a campus building with rows of windows."""
    image = plaster(rng, colour, 5, (700, 1600)).copy()
    draw = ImageDraw.Draw(image)
    high, wide = 700 / floors, 1600 / bays
    for floor in range(floors):
        for bay in range(bays):
            left, top = bay * wide + wide * 0.2, floor * high + high * 0.22
            shade = rng.randrange(40, 95)
            draw.rectangle(
                (left, top, left + wide * 0.6, top + high * 0.56),
                fill=(shade, shade + 14, shade + 26),
                outline=(225, 225, 220),
                width=4,
            )
            draw.line((left + wide * 0.3, top, left + wide * 0.3, top + high * 0.56), fill=(225, 225, 220), width=4)
    return image


@dataclass
class Scene:
    """A picture being taken."""

    rng: Random
    width: int = 1600
    height: int = 1200
    eye: float = 1.55
    focal: float = 0.85
    """in picture widths"""
    turn: float = 0
    """to the right, radians"""
    tilt: float = 0
    """upwards, radians"""
    pixels: Pixels = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.full((self.height, self.width, 3), 120, np.float32)

    def spot(self, point: Point) -> tuple[float, float]:
        """Where a point of the room stands in the picture."""
        x, y, z = point[0], point[1] - self.eye, point[2]
        x, z = x * cos(self.turn) - z * sin(self.turn), x * sin(self.turn) + z * cos(self.turn)
        y, z = y * cos(self.tilt) - z * sin(self.tilt), y * sin(self.tilt) + z * cos(self.tilt)
        z = max(z, 0.05)
        far = self.focal * self.width
        return self.width / 2 + far * x / z, self.height / 2 - far * y / z

    def plane(
        self,
        corners: tuple[Point, Point, Point, Point],
        picture: Image.Image,
        light: float = 1,
        fade: float = 0,
        shadow: float = 0,
    ) -> None:
        """Lays a picture over four points (from its top left, clockwise), bright by `light`, with light falling off by `fade`."""
        source = np.asarray(picture.convert("RGB"), np.float32) * light
        high, wide = source.shape[:2]
        if fade:
            source *= np.linspace(1, 1 - fade, wide, dtype=np.float32)[None, :, None]
        here = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
        there = np.array([self.spot(corner) for corner in corners], np.float32)
        shrink = np.linalg.norm(there[0] - there[2]) / np.hypot(high, wide)
        if shrink < 0.6:
            source = np.asarray(cv2.GaussianBlur(source, (0, 0), 0.36 / max(shrink, 0.08)), np.float32)
        x0, y0 = (max(0, int(low) - 24) for low in there.min(0))
        x1, y1 = (min(side, int(top) + 24) for side, top in zip((self.width, self.height), there.max(0), strict=True))
        if x1 <= x0 or y1 <= y0:
            return
        matrix = cv2.getPerspectiveTransform(here, there - np.array([x0, y0], np.float32))
        laid = cv2.warpPerspective(source, matrix, (x1 - x0, y1 - y0), flags=cv2.INTER_LINEAR)
        mask = cv2.warpPerspective(np.ones((high, wide), np.float32), matrix, (x1 - x0, y1 - y0))
        under = self.pixels[y0:y1, x0:x1]
        if shadow:
            under = under * (1 - shadow * cv2.GaussianBlur(np.roll(mask, (6, 7), (0, 1)), (0, 0), 7)[..., None])
        mask = cv2.GaussianBlur(mask, (0, 0), 0.6)[..., None]
        self.pixels[y0:y1, x0:x1] = under * (1 - mask) + laid * mask

    def upright(
        self,
        x: float,
        z: float,
        wide: float,
        low: float,
        top: float,
        picture: Image.Image,
        *,
        turn: float = 0,
        light: float = 1,
        shadow: float = 0.25,
    ) -> None:
        """A board that stands: its middle at x and z, from low to top, turned about its middle."""
        half, deep = wide / 2 * cos(turn), wide / 2 * sin(turn)
        self.plane(
            (
                (x - half, top, z - deep),
                (x + half, top, z + deep),
                (x + half, low, z + deep),
                (x - half, low, z - deep),
            ),
            picture,
            light,
            shadow=shadow,
        )

    def floor(self, picture: Image.Image, far: float, near: float = 1.0, half: float = 9, light: float = 0.9) -> None:
        """The ground."""
        self.plane(((-half, 0, far), (half, 0, far), (half, 0, near), (-half, 0, near)), picture, light)

    def room(
        self,
        wall: Image.Image,
        ground: Image.Image,
        *,
        deep: float = 8,
        half: float = 4.5,
        high: float = 3.3,
        lamps: bool = True,
    ) -> None:
        """Four walls, a floor and a white ceiling with lamps."""
        ceiling = plaster(self.rng, (214, 214, 210), 2, (600, 900)).copy()
        draw = ImageDraw.Draw(ceiling)
        for at in range(6):
            draw.line((0, at * 100, 900, at * 100), fill=(196, 196, 193), width=3)
            draw.line((at * 150, 0, at * 150, 600), fill=(196, 196, 193), width=3)
        if lamps:
            for row in range(3):
                for column in range(3):
                    draw.rectangle(
                        (150 + column * 250, 60 + row * 200, 270 + column * 250, 96 + row * 200), fill=(255, 255, 250)
                    )
        self.plane(((-half, high, 0.8), (half, high, 0.8), (half, high, deep), (-half, high, deep)), ceiling, 0.98)
        self.floor(ground, deep, 0.8, half)
        self.plane(((-half, high, 0.7), (-half, high, deep), (-half, 0, deep), (-half, 0, 0.7)), wall, 0.86, -0.08)
        self.plane(((half, high, deep), (half, high, 0.7), (half, 0, 0.7), (half, 0, deep)), wall, 0.9, 0.1)
        self.plane(((-half, high, deep), (half, high, deep), (half, 0, deep), (-half, 0, deep)), wall, 0.96)

    def box(
        self, x: float, z: float, wide: float, deep: float, high: float, front: Image.Image, top: Image.Image
    ) -> None:
        """A table with a cloth, or a counter: its front and its top."""
        self.shade(x, z, wide * 0.62, 0.35)
        left, right = x - wide / 2, x + wide / 2
        self.plane(((left, high, z), (right, high, z), (right, 0, z), (left, 0, z)), front, 0.82)
        self.plane(((left, high, z + deep), (right, high, z + deep), (right, high, z), (left, high, z)), top)

    def lying(
        self, x: float, y: float, z: float, wide: float, long: float, picture: Image.Image, turn: float = 0
    ) -> None:
        """A sheet or booklet lying at a height."""
        points = []
        for across, along in ((-0.5, 0.5), (0.5, 0.5), (0.5, -0.5), (-0.5, -0.5)):
            a, b = across * wide, along * long
            points.append((x + a * cos(turn) - b * sin(turn), y, z + a * sin(turn) + b * cos(turn)))
        self.plane((points[0], points[1], points[2], points[3]), picture, shadow=0.3)

    def shade(self, x: float, z: float, wide: float, dark: float) -> None:
        """A soft shadow on the floor."""
        middle, edge = self.spot((x, 0, z)), self.spot((x + wide, 0, z))
        reach = max(4, int(abs(edge[0] - middle[0])))
        spot = self._glow((int(middle[0]), int(middle[1])), (reach, max(2, reach // 4)), 0, reach / 3 + 1)
        self.pixels *= 1 - dark * spot

    def _glow(self, middle: tuple[int, int], size: tuple[int, int], angle: float, soft: float) -> Pixels:
        """A soft ellipse, drawn at a quarter of the size."""
        spot = np.zeros((self.height // 4, self.width // 4), np.float32)
        cv2.ellipse(
            spot, (middle[0] // 4, middle[1] // 4), (max(1, size[0] // 4), max(1, size[1] // 4)), angle, 0, 360, 1, -1
        )
        soft_spot = cv2.GaussianBlur(spot, (0, 0), max(0.6, soft / 4))
        return np.asarray(cv2.resize(soft_spot, (self.width, self.height)), np.float32)[..., None]

    def person(
        self, x: float, z: float, *, back: bool = True, sits: bool = False, tall: float = 0, coat: Colour | None = None
    ) -> None:
        """Somebody who stands or sits there, from behind or from the front."""
        tall = tall or self.rng.uniform(1.58, 1.8)
        figure = _figure(self.rng, back, coat)
        foot, head = self.spot((x, 0, z)), self.spot((x, tall - (0.42 if sits else 0), z))
        if not sits:
            self.shade(x, z, 0.34, 0.4)
        high = abs(foot[1] - head[1]) * (tall / (tall - 0.42) if sits else 1)
        if sits:
            figure = figure.crop((0, 0, figure.width, int(figure.height * 0.56)))
            high *= 0.56
        wide = high * figure.width / figure.height
        if high < 12 or high > 4 * self.height:
            return
        small = figure.resize((max(2, int(wide)), max(4, int(high))), Image.Resampling.LANCZOS)
        left, top = int(head[0] - wide / 2), int(head[1])
        near = 1 if z > 1.8 else 2.2
        self._over(small, left, top, near)

    def _over(self, figure: Image.Image, left: int, top: int, blur: float) -> None:
        high, wide = self.height, self.width
        x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + figure.width, wide), min(top + figure.height, high)
        if x1 <= x0 or y1 <= y0:
            return
        part = np.asarray(figure.crop((x0 - left, y0 - top, x1 - left, y1 - top)), np.float32)
        mask = cv2.GaussianBlur(part[..., 3:] / 255, (0, 0), blur).reshape(y1 - y0, x1 - x0, 1)
        under = self.pixels[y0:y1, x0:x1]
        self.pixels[y0:y1, x0:x1] = under * (1 - mask) + part[..., :3] * mask

    def crowd(self, count: int, near: float, far: float, half: float, back: float = 0.7) -> None:
        """So many people at random, the far ones first."""
        for z in sorted((self.rng.uniform(near, far) for _ in range(count)), reverse=True):
            self.person(self.rng.uniform(-half, half) * (z / far), z, back=self.rng.random() < back)

    def glare(self, x: float, y: float, reach: float, strength: float = 120) -> None:
        """A lamp or window mirrored in glass, at shares of the picture."""
        middle = (int(x * self.width), int(y * self.height))
        wide = int(reach * self.width)
        self.pixels += self._glow(middle, (wide, int(wide * 0.35)), -24, wide / 3) * strength

    def develop(
        self, *, warm: float = 0.0, dim: float = 1.0, noise: float = 3.0, soft: float = 0.8, shake: int = 0
    ) -> Image.Image:
        """What the phone makes of it: tone, colour cast, lens, noise."""
        source = np.random.default_rng(self.rng.randrange(1 << 30))
        light = self.pixels * dim
        light *= np.array([1 + warm, 1, 1 - warm * 1.4], np.float32)
        lamps = cv2.resize(
            np.clip(light - 225, 0, 60), (self.width // 4, self.height // 4), interpolation=cv2.INTER_AREA
        )
        light = np.clip(light + cv2.resize(cv2.GaussianBlur(lamps, (0, 0), 4.5), (self.width, self.height)), 0, 255)
        light = 255 * (light / 255) ** 0.94
        down, across = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        middle_x, middle_y = self.width / 2, self.height / 2
        radius = ((across - middle_x) / middle_x) ** 2 + ((down - middle_y) / middle_y) ** 2
        bend = 1 - 0.012 * radius
        bent = cv2.remap(
            light,
            middle_x + (across - middle_x) * bend,
            middle_y + (down - middle_y) * bend,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
        light = np.asarray(bent, np.float32) * (1 - 0.09 * radius)[..., None]
        slope = rough(self.height, self.width, self.rng, (500, 800)) * 7
        light += slope[..., None]
        if shake:
            kernel = np.zeros((shake, shake), np.float32)
            kernel[shake // 2] = 1 / shake
            light = np.asarray(cv2.filter2D(light, -1, kernel), np.float32)
        light = np.asarray(cv2.GaussianBlur(light, (0, 0), soft), np.float32)
        light += source.normal(0, noise, light.shape[:2]).astype(np.float32)[..., None]
        chroma = source.normal(0, noise * 1.3, (self.height // 3, self.width // 3, 3)).astype(np.float32)
        light += cv2.resize(chroma, (self.width, self.height))
        sharp = light + 0.5 * (light - cv2.GaussianBlur(light, (0, 0), 1.6))
        return Image.fromarray(np.clip(sharp, 0, 255).astype(np.uint8))


def _figure(rng: Random, back: bool, coat: Colour | None) -> Image.Image:
    """A standing person, 300 by 900, on nothing."""
    wide, high = 300, 900
    image = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    pick = [
        (38, 44, 60),
        (66, 74, 92),
        (150, 36, 42),
        (206, 204, 198),
        (92, 108, 84),
        (186, 170, 140),
        (52, 84, 140),
        (24, 24, 28),
        (226, 226, 230),
        (120, 96, 84),
    ]
    top = coat or rng.choice(pick)
    legs = rng.choice([(34, 40, 58), (24, 24, 26), (96, 92, 86), (60, 72, 98)])
    skin = (rng.randrange(196, 226), rng.randrange(158, 182), rng.randrange(132, 152))
    hair = rng.choice([(26, 22, 22), (34, 26, 22), (48, 34, 28)])
    long_hair, bag = rng.random() < 0.45, back and rng.random() < 0.35

    def tone(colour: Colour, by: float) -> tuple[int, int, int, int]:
        return (int(min(255, colour[0] * by)), int(min(255, colour[1] * by)), int(min(255, colour[2] * by)), 255)

    shoe = rng.choice([(225, 225, 222, 255), (30, 30, 32, 255), (120, 60, 54, 255)])
    lean, bent = rng.randrange(-10, 11), rng.random() < 0.45
    draw.polygon([(98, 470), (148, 470), (146, 850), (104, 850)], fill=tone(legs, 0.95))
    draw.polygon([(150, 470), (202, 470), (200 + lean, 850), (158 + lean, 850)], fill=tone(legs, 0.8))
    for left in (96, 156 + lean):
        draw.rounded_rectangle((left, 838, left + 52, 884), 14, fill=shoe)
    if bent:
        draw.polygon([(86, 170), (58, 290), (66, 350), (100, 350), (104, 260)], fill=tone(top, 0.82))
        draw.polygon([(214, 170), (242, 290), (234, 350), (200, 350), (196, 260)], fill=tone(top, 0.68))
    else:
        draw.polygon([(86, 170), (62, 300), (66, 470), (92, 474), (104, 260)], fill=tone(top, 0.82))
        draw.polygon([(214, 170), (238, 300), (232, 470), (208, 474), (196, 260)], fill=tone(top, 0.68))
        for left in (64, 208):
            draw.ellipse((left, 460, left + 30, 506), fill=(*skin, 255))
    draw.rounded_rectangle((84, 146, 216, 500), 36, fill=tone(top, 1))
    draw.polygon([(156, 160), (216, 180), (216, 490), (168, 498)], fill=tone(top, 0.84))
    for _ in range(5):
        at = rng.randrange(220, 470)
        draw.line(
            (rng.randrange(92, 140), at, rng.randrange(150, 208), at + rng.randrange(-26, 26)),
            fill=tone(top, 0.74),
            width=5,
        )
    if bag:
        shade = rng.choice(pick)
        draw.rounded_rectangle((98, 196, 202, 400), 26, fill=tone(shade, 0.7))
        draw.rounded_rectangle((112, 300, 188, 386), 14, fill=tone(shade, 0.56))
    draw.rectangle((132, 122, 168, 164), fill=tone(skin, 0.86))
    draw.ellipse((106, 22, 194, 140), fill=(*(hair if back else skin), 255))
    if back:
        draw.ellipse((102, 14, 198, 126 if not long_hair else 134), fill=(*hair, 255))
        if long_hair:
            draw.polygon([(104, 70), (196, 70), (204, 236), (98, 236)], fill=(*hair, 255))
    else:
        draw.pieslice((102, 10, 198, 120), 180, 360, fill=(*hair, 255))
        draw.rectangle((102, 60, 112, 92 if not long_hair else 200), fill=(*hair, 255))
        draw.rectangle((188, 60, 198, 92 if not long_hair else 200), fill=(*hair, 255))
        for left in (124, 160):
            draw.ellipse((left, 76, left + 16, 84), fill=tone(skin, 0.55))
        draw.ellipse((142, 84, 156, 102), fill=tone(skin, 0.88))
        draw.ellipse((136, 111, 164, 119), fill=tone(skin, 0.72))
        if bent:
            draw.polygon([(70, 330), (196, 372), (190, 404), (64, 360)], fill=tone(top, 0.9))
            draw.polygon([(176, 330), (232, 340), (226, 420), (168, 408)], fill=(238, 236, 230, 255))
        draw.polygon([(132, 150), (168, 150), (150, 196)], fill=(236, 236, 234, 255))
    pixels = np.asarray(image, np.float32).copy()
    pixels[..., :3] += rough(high, wide, rng, (3, 18, 60))[..., None] * 5
    round_off = 1.06 - 0.42 * np.abs(np.linspace(-1, 1, wide, dtype=np.float32) + 0.25) ** 2
    pixels[..., :3] *= round_off[None, :, None]
    pixels[..., :3] = cv2.GaussianBlur(pixels[..., :3], (0, 0), 4.2)
    if rng.random() < 0.5:
        pixels = pixels[:, ::-1]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGBA")


def save_photo(
    image: Image.Image,
    path: Path,
    taken: datetime | None = None,
    phone: tuple[str, str] = ("HUAWEI", "ALN-AL00"),
    quality: int = 86,
) -> None:
    """A JPEG as a phone saves it; with `taken`, the camera's own data."""
    exif = Image.Exif()
    if taken:
        stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
        exif[271], exif[272], exif[306] = phone[0], phone[1], stamp
        exif.get_ifd(0x8769).update({36867: stamp, 36868: stamp})
    image.save(path, "JPEG", quality=quality, exif=exif)
