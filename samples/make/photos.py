# ruff: noqa: E501 (what the papers say stands in one piece)
"""Photos as a phone takes them: a place, a banner or a poster in it, people before it, and the camera's faults."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from seals import SANS, font

SIZE = (1600, 1200)
Colour = tuple[int, int, int]
CLOTHES: tuple[Colour, ...] = (
    (46, 58, 92), (120, 36, 44), (60, 60, 64), (190, 186, 178), (84, 110, 96), (28, 30, 36), (150, 120, 90),
    (70, 96, 150), (200, 160, 170), (222, 222, 226), (96, 70, 110), (176, 140, 60),
)  # fmt: skip
PHONES = (
    ("HUAWEI", "NOH-AN00"),
    ("Xiaomi", "22081212C"),
    ("Apple", "iPhone 13"),
    ("OPPO", "PGEM10"),
    ("vivo", "V2217A"),
)


def noise_of(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.randrange(1 << 30))


def gradient(top: Colour, bottom: Colour, size: tuple[int, int] = SIZE) -> Image.Image:
    ramp = np.linspace(0, 1, size[1], dtype=np.float32)[:, None, None]
    pixels = np.array(top, np.float32) * (1 - ramp) + np.array(bottom, np.float32) * ramp
    return Image.fromarray(np.broadcast_to(pixels, (size[1], size[0], 3)).astype(np.uint8))


def hall(random: Random) -> Image.Image:
    """A sports hall: wall, beams, lamps, wooden floor with court lines."""
    image = gradient((212, 210, 202), (178, 174, 166))
    draw = ImageDraw.Draw(image)
    for index in range(9):
        x = index * 210 - 40
        draw.polygon(
            [(x, 0), (x + 26, 0), (800 + (x - 800) * 0.72 + 16, 330), (800 + (x - 800) * 0.72, 330)],
            fill=(150, 152, 156),
        )
    for index in range(6):
        x = 150 + index * 260
        draw.ellipse((x, 60, x + 80, 92), fill=(255, 252, 236))
    draw.rectangle((0, 330, 1600, 700), fill=(203, 208, 214))
    for x in range(0, 1600, 200):
        draw.rectangle((x + 16, 360, x + 150, 480), fill=(226, 236, 244), outline=(140, 146, 150))
    draw.polygon([(0, 700), (1600, 700), (1600, 1200), (0, 1200)], fill=(186, 140, 88))
    for index in range(-6, 24):
        draw.line((800 + (index * 100 - 800) * 0.8, 700, index * 160 - 400, 1200), fill=(168, 122, 74), width=3)
    draw.line((0, 930, 1600, 880), fill=(232, 232, 220), width=8)
    return image


def plaza(random: Random) -> Image.Image:
    """Outdoors: sky, a teaching building, trees, paving."""
    image = gradient((118, 168, 222), (214, 228, 240))
    draw = ImageDraw.Draw(image)
    left = random.randint(-100, 260)
    draw.rectangle((left, 190, left + 1150, 720), fill=(172, 108, 84))
    for row in range(6):
        for column in range(14):
            x, y = left + 30 + column * 80, 215 + row * 80
            draw.rectangle((x, y, x + 46, y + 50), fill=(86, 106, 128), outline=(220, 214, 206))
    trees = noise_of(random)
    for _ in range(260):
        x, y = trees.normal(1420, 130), trees.normal(480, 120)
        r = trees.uniform(18, 46)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(int(trees.uniform(40, 90)), int(trees.uniform(95, 140)), 52))
    draw.rectangle((0, 720, 1600, 1200), fill=(168, 166, 160))
    for index in range(-10, 30):
        draw.line((800 + (index * 90 - 800) * 0.6, 720, index * 180 - 900, 1200), fill=(150, 148, 142), width=2)
    for y in (760, 815, 890, 990, 1110):
        draw.line((0, y, 1600, y), fill=(150, 148, 142), width=2)
    return image


def corridor(random: Random) -> Image.Image:
    """An atrium: pillars, glass, a tiled shiny floor."""
    image = gradient((232, 230, 224), (206, 204, 198))
    draw = ImageDraw.Draw(image)
    for x in (60, 520, 980, 1440):
        draw.rectangle((x, 0, x + 90, 800), fill=(216, 206, 188), outline=(170, 160, 144))
    for x in (160, 620, 1080):
        draw.rectangle((x, 380, x + 350, 780), fill=(176, 204, 216), outline=(120, 132, 138), width=6)
        draw.line((x + 175, 380, x + 175, 780), fill=(120, 132, 138), width=5)
    draw.rectangle((0, 800, 1600, 1200), fill=(190, 186, 180))
    for index in range(-10, 30):
        draw.line((800 + (index * 100 - 800) * 0.7, 800, index * 190 - 900, 1200), fill=(170, 166, 160), width=2)
    return image


def office(random: Random) -> Image.Image:
    """A room: wall, a window, a cupboard, a carpet."""
    image = gradient((238, 234, 224), (222, 216, 204))
    draw = ImageDraw.Draw(image)
    window = random.choice((60, 1180))
    draw.rectangle((window, 150, window + 360, 620), fill=(198, 222, 240), outline=(248, 248, 246), width=14)
    draw.line((window + 180, 150, window + 180, 620), fill=(248, 248, 246), width=12)
    cupboard = 1240 if window == 60 else 30
    draw.rectangle((cupboard, 330, cupboard + 300, 820), fill=(150, 112, 78), outline=(110, 80, 54), width=5)
    for y in (420, 520, 620, 720):
        draw.line((cupboard, y, cupboard + 300, y), fill=(110, 80, 54), width=4)
        for x in range(cupboard + 14, cupboard + 280, 26):
            draw.rectangle((x, y - 70, x + 20, y - 4), fill=random.choice(CLOTHES))
    draw.rectangle((0, 820, 1600, 1200), fill=(128, 124, 130))
    return image


def stage(random: Random) -> Image.Image:
    """A lecture theatre: dark walls, a lit stage, rows of seats."""
    image = gradient((52, 40, 40), (30, 26, 30))
    draw = ImageDraw.Draw(image)
    draw.polygon([(120, 780), (1480, 780), (1600, 900), (0, 900)], fill=(150, 104, 66))
    for x in (0, 1440):
        draw.rectangle((x, 0, x + 160, 800), fill=(120, 26, 34))
        for fold in range(0, 160, 26):
            draw.line((x + fold, 0, x + fold, 800), fill=(86, 16, 24), width=8)
    return image


SCENES = {"hall": hall, "plaza": plaza, "corridor": corridor, "office": office, "stage": stage}


def banner(lines: list[str], width: int, height: int, random: Random, ground: Colour = (200, 22, 30),
           ink: Colour = (255, 240, 120)) -> Image.Image:  # fmt: skip
    """A cloth banner with one or two lines of text and folds."""
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    rows = height / len(lines)
    for index, line in enumerate(lines):
        size = int(min(rows * 0.66, width * 0.94 / max(1, len(line))))
        draw.text((width / 2, rows * (index + 0.5)), line, fill=ink, font=font(size, SANS), anchor="mm")
    wave = np.arange(width, dtype=np.float32)
    shade = 1 + 0.06 * np.sin(wave / random.uniform(40, 90)) + 0.04 * np.sin(wave / random.uniform(14, 25) + 1)
    return Image.fromarray(np.clip(np.asarray(image, np.float32) * shade[None, :, None], 0, 255).astype(np.uint8))


def lay(picture: Image.Image, flat: Image.Image, quad: list[tuple[float, float]], shadow: int = 8) -> Image.Image:
    """`flat` in perspective on the picture; `quad` runs clockwise from top left."""
    source = np.array([[0, 0], [flat.width, 0], [flat.width, flat.height], [0, flat.height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(quad, np.float32))
    size = picture.size
    laid = cv2.warpPerspective(np.asarray(flat, np.float32), matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((flat.height, flat.width), np.float32), matrix, size)[..., None]
    under = np.asarray(picture, np.float32)
    if shadow:
        cast = cv2.GaussianBlur(np.roll(mask[..., 0], (shadow, shadow), (0, 1)), (0, 0), shadow)[..., None]
        under = under * (1 - 0.4 * cast)
    return Image.fromarray((under * (1 - mask) + laid * mask).astype(np.uint8))


def person(picture: Image.Image, x: float, foot: float, height: float, random: Random, back: bool) -> None:
    """One standing figure, soft at the edges."""
    scale = 3
    wide, tall = int(height * 0.5), int(height * 1.02)
    figure = Image.new("RGBA", (wide * scale, tall * scale), (0, 0, 0, 0))
    draw = ImageDraw.Draw(figure)
    unit, middle = height * scale / 100, wide * scale / 2
    coat, trousers = random.choice(CLOTHES), random.choice(((34, 36, 48), (52, 60, 84), (70, 66, 62)))
    skin = (random.randint(196, 226), random.randint(156, 180), random.randint(128, 150))
    hair = random.choice(((26, 22, 22), (44, 32, 26), (18, 18, 20)))
    for side in (-1, 1):
        draw.rounded_rectangle(
            (middle + side * 5 * unit - 4.4 * unit, 50 * unit, middle + side * 5 * unit + 4.4 * unit, 99 * unit),
            3 * unit,
            fill=trousers,
        )
        arm = middle + side * 12.5 * unit
        draw.rounded_rectangle(
            (arm - 3.2 * unit, 20 * unit, arm + 3.2 * unit, random.uniform(46, 54) * unit),
            3 * unit,
            fill=tuple(int(part * 0.86) for part in coat),
        )
    draw.rounded_rectangle((middle - 11 * unit, 17 * unit, middle + 11 * unit, 56 * unit), 6 * unit, fill=coat)
    draw.rectangle((middle - 2.5 * unit, 13 * unit, middle + 2.5 * unit, 19 * unit), fill=skin)
    draw.ellipse((middle - 5.6 * unit, 1 * unit, middle + 5.6 * unit, 16 * unit), fill=hair)
    if not back:
        draw.ellipse((middle - 4.9 * unit, 4.5 * unit, middle + 4.9 * unit, 16 * unit), fill=skin)
    figure = figure.resize((wide, tall), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(height / 260))
    picture.paste(figure, (int(x - wide / 2), int(foot - tall)), figure)


def crowd(
    picture: Image.Image, random: Random, count: int, feet: tuple[int, int], height: float, back: float = 0.6
) -> None:
    """Figures standing about, the far ones first; `feet` is the band of y their feet stand in."""
    places = sorted((random.uniform(*feet), random.uniform(20, 1580)) for _ in range(count))
    for foot, x in places:
        person(
            picture,
            x,
            foot,
            height * (0.62 + 0.38 * (foot - feet[0]) / max(1, feet[1] - feet[0])),
            random,
            random.random() < back,
        )


def booths(picture: Image.Image, random: Random, y: int, signs: list[str], cloth: Colour = (176, 28, 36)) -> None:
    """A row of tables with firms' stands behind them."""
    draw = ImageDraw.Draw(picture)
    step = 1600 / len(signs)
    for index, sign in enumerate(signs):
        left = index * step + 24
        right = left + step - 60
        draw.rectangle((left + 30, y - 190, right - 30, y - 40), fill=(246, 246, 248), outline=(160, 160, 164), width=3)
        draw.rectangle(
            (left + 30, y - 190, right - 30, y - 140),
            fill=random.choice(((34, 84, 160), (20, 120, 110), (190, 90, 30))),
        )
        draw.text(
            ((left + right) / 2, y - 165),
            sign,
            fill="white",
            font=font(int(min(30, (right - left - 80) / len(sign))), SANS),
            anchor="mm",
        )
        for row in range(3):
            draw.rectangle(
                (left + 54, y - 124 + row * 26, right - 60 - random.randint(0, 60), y - 116 + row * 26),
                fill=(170, 172, 178),
            )
        draw.polygon([(left, y - 40), (right, y - 40), (right + 14, y), (left - 14, y)], fill=cloth)
        draw.rectangle((left - 14, y, right + 14, y + 110), fill=tuple(int(part * 0.82) for part in cloth))


def camera(picture: Image.Image, random: Random, tilt: float = 1.2) -> Image.Image:
    """The scene through a phone: a slight turn, light falling off, noise, softness."""
    noise = noise_of(random)
    width, height = picture.size
    edge = 34
    corners = np.array([[random.uniform(4, edge), random.uniform(4, edge)], [width - random.uniform(4, edge), random.uniform(4, edge)],
                        [width - random.uniform(4, edge), height - random.uniform(4, edge)], [random.uniform(4, edge), height - random.uniform(4, edge)]], np.float32)  # fmt: skip
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    pixels = cv2.warpPerspective(
        np.asarray(picture, np.float32), cv2.getPerspectiveTransform(corners, target), (width, height)
    )
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-tilt, tilt), 1.03)
    pixels = cv2.warpAffine(pixels, turn, (width, height), borderMode=cv2.BORDER_REFLECT)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((x / width - 0.5) ** 2 + (y / height - 0.45) ** 2)[..., None]
    pixels = (
        pixels
        * (1.06 - 0.42 * far)
        * np.array([random.uniform(0.97, 1.03), 1.0, random.uniform(0.94, 1.03)], np.float32)
    )
    pixels = cv2.GaussianBlur(pixels, (0, 0), random.uniform(0.6, 1.0))
    grain = noise.normal(0, random.uniform(3.0, 5.5), (height, width)).astype(np.float32)
    pixels = pixels + cv2.GaussianBlur(grain, (0, 0), 0.7)[..., None] * 1.5
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def watermark(picture: Image.Image, lines: list[str]) -> None:
    """The lines a camera app writes into the lower left corner."""
    draw = ImageDraw.Draw(picture)
    y = picture.height - 44 * len(lines) - 40
    for index, line in enumerate(lines):
        draw.text((42, y + 44 * index + 2), line, fill=(40, 40, 40), font=font(34, SANS))
        draw.text((40, y + 44 * index), line, fill=(255, 255, 255), font=font(34, SANS))


def save_photo(
    picture: Image.Image, path: Path, taken: datetime | None, random: Random, software: str = "", quality: int = 80
) -> None:
    """JPEG with the EXIF of a phone; without any when `taken` is None."""
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    if taken is not None:
        make, model = random.choice(PHONES)
        stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
        exif[0x010F], exif[0x0110], exif[0x0112], exif[0x0132] = make, model, 1, stamp
        exif.get_ifd(0x8769)[0x9003] = stamp
        exif.get_ifd(0x8769)[0x9004] = stamp
    if software:
        exif[0x0131] = software
    if taken is None and not software:
        picture.save(path, "JPEG", quality=quality)
    else:
        picture.save(path, "JPEG", quality=quality, exif=exif)
