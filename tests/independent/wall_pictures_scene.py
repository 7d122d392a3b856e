# ruff: noqa: E501
"""A pinhole camera's scene for the wall_pictures_* makers: rooms, people, banners, posters, monitors."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.independent.press import Press
from tests.independent.wall_pictures_kit import Draw, page

Spot = tuple[float, float, float]
"""metres: right of, above and before the camera's foot"""


class Scene:
    """What a camera at some height sees, painted from far to near."""

    def __init__(
        self, seed: str, size: tuple[int, int] = (1600, 1200), eye: float = 1.6, turn: float = 0, zoom: float = 0.85
    ) -> None:
        self.rng = Random(seed)
        self.size, self.eye, self.turn, self.zoom = size, eye, turn, zoom
        self.image = Image.new("RGB", size, (186, 190, 192))

    def at(self, spot: Spot) -> tuple[float, float]:
        """The pixel of a spot."""
        wide, high = self.size
        x, y, z = spot
        c, s = float(np.cos(self.turn)), float(np.sin(self.turn))
        ahead = max(0.25, z * c - x * s)
        focal = self.zoom * wide
        return wide / 2 + focal * (x * c + z * s) / ahead, high / 2 - focal * (y - self.eye) / ahead

    def face(self, corners: Sequence[Spot], skin: Image.Image | tuple[int, int, int], light: float = 1) -> None:
        """A flat thing between four spots: top left, top right, bottom right, bottom left."""
        to = np.array([self.at(spot) for spot in corners], np.float32)
        if isinstance(skin, tuple):
            colour = tuple(min(255, int(part * light)) for part in skin)
            ImageDraw.Draw(self.image).polygon([(float(x), float(y)) for x, y in to], fill=colour)
            return
        across = max(float(np.linalg.norm(to[0] - to[1])), float(np.linalg.norm(to[3] - to[2])))
        shrink = min(1, 1.35 * across / skin.width)
        skin = skin.convert("RGB").resize(
            (max(2, int(skin.width * shrink)), max(2, int(skin.height * shrink))), Image.Resampling.LANCZOS
        )
        wide, high = skin.size
        turn = cv2.getPerspectiveTransform(np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32), to)
        warped = cv2.warpPerspective(np.asarray(skin), turn, self.size, flags=cv2.INTER_LINEAR)
        mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), turn, self.size, flags=cv2.INTER_LINEAR)
        self.image.paste(Image.fromarray(np.clip(warped * light, 0, 255).astype(np.uint8)), mask=Image.fromarray(mask))

    def stand(
        self,
        x: float,
        z: float,
        wide: float,
        low: float,
        high: float,
        skin: Image.Image | tuple[int, int, int],
        yaw: float = 0,
        light: float = 1,
    ) -> None:
        """An upright thing that looks at the camera, or a little aside."""
        dx, dz = wide / 2 * float(np.cos(yaw)), wide / 2 * float(np.sin(yaw))
        self.face(
            ((x - dx, high, z - dz), (x + dx, high, z + dz), (x + dx, low, z + dz), (x - dx, low, z - dz)), skin, light
        )

    def floor(self, colour: tuple[int, int, int], deep: float = 14) -> None:
        """Ground with joints."""
        self.face(((-40, 0, deep), (40, 0, deep), (40, 0, 0.5), (-40, 0, 0.5)), colour)
        pen = ImageDraw.Draw(self.image)
        dark = tuple(int(part * 0.9) for part in colour)
        for step in range(2, int(deep * 2)):
            pen.line((*self.at((-30, 0, step / 2)), *self.at((30, 0, step / 2))), fill=dark)

    def room(
        self,
        wall: tuple[int, int, int],
        ground: tuple[int, int, int],
        deep: float = 8,
        half: float = 5,
        high: float = 4.5,
    ) -> None:
        """Back wall, side walls, ceiling, floor."""
        self.face(((-half, high, 1), (half, high, 1), (half, high, deep), (-half, high, deep)), (232, 232, 228))
        self.floor(ground, deep)
        self.face(((-half, high, deep), (half, high, deep), (half, 0, deep), (-half, 0, deep)), wall)
        self.face(((-half, high, 1), (-half, high, deep), (-half, 0, deep), (-half, 0, 1)), wall, 0.86)
        self.face(((half, high, deep), (half, high, 1), (half, 0, 1), (half, 0, deep)), wall, 0.92)
        for row in range(2, int(deep), 2):
            for x in (-half / 2, half / 2):
                self.face(
                    (
                        (x - 0.6, high - 0.01, row),
                        (x + 0.6, high - 0.01, row),
                        (x + 0.6, high - 0.01, row + 0.4),
                        (x - 0.6, high - 0.01, row + 0.4),
                    ),
                    (255, 255, 250),
                )

    def person(self, x: float, z: float, tall: float = 0, back: bool = False, low: float = 0) -> None:
        """Somebody who stands, or sits when sunk."""
        rng = self.rng
        tall = tall or rng.uniform(1.58, 1.78)
        foot, head = self.at((x, low, z)), self.at((x, low + tall, z))
        unit = (foot[1] - head[1]) / 100
        if unit < 0.5:
            return
        coat = rng.choice(
            [(40, 52, 84), (230, 230, 226), (148, 40, 44), (34, 36, 38), (86, 120, 96), (196, 168, 120), (90, 130, 180)]
        )
        corner = int(foot[0] - 24 * unit), int(head[1] - 8 * unit)
        layer = Image.new("RGBA", (int(48 * unit) + 2, int(116 * unit) + 2), (*coat, 0))
        pen = ImageDraw.Draw(layer)

        def box(left: float, upper: float, right: float, lower: float) -> tuple[float, float, float, float]:
            return (24 + left) * unit, (8 + upper) * unit, (24 + right) * unit, (8 + lower) * unit

        legs = rng.choice([(36, 40, 56), (60, 60, 62), (72, 84, 110)])
        pen.rounded_rectangle(box(-9, 48, -1, 100), 3 * unit, fill=legs)
        pen.rounded_rectangle(box(1, 48, 9, 100), 3 * unit, fill=legs)
        pen.rounded_rectangle(box(-17, 18, 17, 54), 8 * unit, fill=tuple(int(part * 0.86) for part in coat))
        pen.rounded_rectangle(box(-12, 16, 12, 56), 6 * unit, fill=coat)
        pen.rectangle(box(-3, 12, 3, 19), fill=(206, 164, 138))
        pen.ellipse(box(-6.5, 0, 6.5, 15), fill=(214, 174, 148))
        hair = rng.choice([(26, 22, 20), (48, 36, 28)])
        pen.pieslice(box(-7.4, -1.6, 7.4, 15 if not back else 18), *((0, 360) if back else (180, 360)), fill=hair)
        layer = layer.filter(ImageFilter.GaussianBlur(max(0.6, unit * 0.25)))
        self.image.paste(layer.convert("RGB"), corner, layer.getchannel("A"))

    def crowd(self, many: int, near: float, far: float, half: float, back: bool = True) -> None:
        """People here and there, mostly from behind."""
        for z in sorted((self.rng.uniform(near, far) for _ in range(many)), reverse=True):
            self.person(self.rng.uniform(-half, half), z, back=back and self.rng.random() < 0.8)

    def develop(self, warm: float = 0.02, noise: float = 4, soft: float = 0.6, tilt: float = 0) -> Image.Image:
        """The camera's own part: colour, falling light, grain."""
        image = self.image.filter(ImageFilter.GaussianBlur(soft))
        if tilt:
            image = image.rotate(tilt, Image.Resampling.BICUBIC).crop((30, 30, image.width - 30, image.height - 30))
        data = np.asarray(image).astype(np.float32)
        high, wide = data.shape[:2]
        y, x = np.mgrid[0:high, 0:wide]
        data *= (1.06 - 0.3 * ((x / wide - 0.5) ** 2 + (y / high - 0.5) ** 2))[..., None]
        data *= np.array([1 + warm, 1, 1 - warm])
        grain = np.random.default_rng(self.rng.randrange(2**32)).normal(0, noise, data.shape[:2])
        return Image.fromarray(np.clip(data + grain[..., None], 0, 255).astype(np.uint8))


def banner(
    press: Press, words: str, size: tuple[int, int] = (1500, 150), ground: str = "#c8102e", ink: str = "#fff"
) -> Image.Image:
    """Cloth or a screen with large words."""
    lines = words.split("\n")
    big = min(size[0] * 0.93 / max(map(len, lines)), size[1] * 0.74 / len(lines))
    body = "".join(
        f"<div style='font-size:{big:.0f}px;line-height:1.25;font-weight:bold'>{line}</div>" for line in lines
    )
    return page(
        f"<div style='height:100vh;display:flex;flex-direction:column;justify-content:center;text-align:center;color:{ink}'>{body}</div>",
        size,
        1,
        ground,
    )(press)


def sheet(
    press: Press,
    head: str,
    lines: Sequence[str],
    tail: str = "",
    ground: str = "#fff",
    ink: str = "#222",
    size: tuple[int, int] = (620, 880),
    band: str = "#1d62b8",
) -> Image.Image:
    """A printed poster or the cover of a leaflet."""
    rows = "".join(f"<p style='font-size:24px;line-height:1.55;margin:12px 0'>● {line}</p>" for line in lines)
    body = f"<div style='background:{band};color:#fff;padding:34px 26px;font-size:46px;font-weight:bold;line-height:1.25;text-align:center'>{head}</div><div style='padding:22px 38px;color:{ink}'>{rows}</div><div style='position:fixed;bottom:24px;left:0;right:0;text-align:center;font-size:22px;color:{band}'>{tail}</div>"
    return page(body, size, 1.6, ground)(press)


def monitor(draw: Draw, seed: str, turn: float = 0.14) -> Draw:
    """A photo of a monitor that shows the screen."""

    def drawn(press: Press) -> Image.Image:
        shown = draw(press)
        scene = Scene(seed, eye=1.15, turn=turn, zoom=0.9)
        scene.room((204, 202, 194), (120, 104, 90), 3, 4, 3)
        high = 0.96 * shown.height / shown.width
        scene.stand(-turn, 1.0, 1.04, 1.2 - high / 2 - 0.06, 1.2 + high / 2 + 0.04, (24, 24, 26))
        scene.stand(-turn, 0.99, 0.96, 1.2 - high / 2, 1.2 + high / 2, shown, light=1.04)
        scene.face(((-1.6, 0.78, 1.2), (1.6, 0.78, 1.2), (1.6, 0.78, 0.6), (-1.6, 0.78, 0.6)), (164, 126, 84))
        image = scene.develop(0.03, 5, 0.8)
        data = np.asarray(image).astype(np.float32)
        rows = np.sin(np.arange(image.height) * 1.35)
        return Image.fromarray(np.clip(data * (1 + 0.025 * rows)[:, None, None], 0, 255).astype(np.uint8))

    return drawn
