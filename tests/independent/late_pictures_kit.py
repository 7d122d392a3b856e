# ruff: noqa: E501
"""Screens in HTML, and photos of walls, stages and desks with what is printed on them, as phones of today show them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from tests.independent.press import Press

SANS = "'Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"
SERIF = "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei',serif"
Post = tuple[str, str]
"""title, day as it is shown"""
Size = tuple[int, int]


def screen(press: Press, body: str, size: Size, scale: float = 3, style: str = "", ground: str = "#fff") -> Image.Image:
    """A screen of so many CSS pixels."""
    html = f"<style>*{{box-sizing:border-box;margin:0;padding:0}}body{{font-family:{SANS};background:{ground};width:{size[0]}px}}{style}</style>{body}"
    return press.picture(html, *size, scale)


def ios_bar(clock: str, ink: str = "#000") -> str:
    """The top bar of a phone with an island."""
    return f"<div style='display:flex;justify-content:space-between;padding:18px 32px 8px;color:{ink};font-weight:600;font-size:16px'><span>{clock}</span><span style='font-size:12px'>5G <b style='border:1px solid {ink};border-radius:4px;padding:0 3px'>76</b></span></div>"


def harmony_bar(clock: str, ink: str = "#111") -> str:
    """The top bar of a phone with a hole in the middle: the clock at the left, speed and battery at the right."""
    return f"<div style='display:flex;justify-content:space-between;padding:10px 22px 6px;color:{ink};font-size:13px'><span>{clock}</span><i style='width:14px;height:14px;border-radius:7px;background:#111'></i><span>12.4K/s &nbsp;HD 5G &nbsp;68%</span></div>"


def cover(rng: Random, wide: int, high: int) -> str:
    """A picture of two colours in place of a cover."""
    one, other = (f"hsl({rng.randrange(360)} 45% {rng.randrange(45, 70)}%)" for _ in range(2))
    return f"<div style='flex:none;width:{wide}px;height:{high}px;border-radius:4px;background:linear-gradient({rng.randrange(180)}deg,{one},{other})'></div>"


# --- photos -----------------------------------------------------------------------------------------


def sign(press: Press, body: str, size: Size, ground: str, ink: str, scale: float = 2) -> Image.Image:
    """A banner, board or sheet: lines in the middle."""
    style = "body{display:flex;flex-direction:column;justify-content:center;align-items:center;text-align:center;height:100vh}"
    return screen(press, f"<div style='color:{ink}'>{body}</div>", size, scale, style, ground)


def wall(rng: Random, size: Size, colour: tuple[int, int, int], floor: tuple[int, int, int], edge: float) -> np.ndarray:
    """A wall over a floor, unevenly lit, with spots of all sizes."""
    width, height = size
    source = np.random.default_rng(rng.randrange(1 << 30))
    pixels = np.empty((height, width, 3), np.float32)
    line = int(edge * height)
    pixels[:line], pixels[line:] = colour, floor
    for grain, amount in ((3, 4.0), (40, 6.0), (200, 14.0)):
        small = source.normal(0, amount, (max(2, height // grain), max(2, width // grain))).astype(np.float32)
        pixels += cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)[..., None]
    across = np.linspace(1.06, 0.8, width, dtype=np.float32)[None, :, None]
    return np.asarray(pixels * across, np.float32)


def hang(pixels: np.ndarray, picture: Image.Image, corners: tuple[tuple[float, float], ...]) -> None:
    """Lays a picture over four points in shares of the photo, from its top left clockwise, with a shadow under it."""
    height, width = pixels.shape[:2]
    source = np.asarray(picture.convert("RGB"), np.float32)
    here = np.array(
        [[0, 0], [source.shape[1], 0], [source.shape[1], source.shape[0]], [0, source.shape[0]]], np.float32
    )
    there = np.array(corners, np.float32) * np.array([width, height], np.float32)
    matrix = cv2.getPerspectiveTransform(here, there.astype(np.float32))
    laid = cv2.warpPerspective(source, matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones(source.shape[:2], np.float32), matrix, (width, height))[..., None]
    dark = cv2.GaussianBlur(np.roll(mask, (9, 9), (0, 1)), (0, 0), 8)
    pixels *= 1 - 0.3 * (dark[..., None] if dark.ndim == 2 else dark)
    pixels[:] = pixels * (1 - mask) + laid * 0.93 * mask


def people(pixels: np.ndarray, rng: Random, many: int, top: float) -> None:
    """People from the waist up along the foot of the photo."""
    height, width = pixels.shape[:2]
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for at in range(many):
        x = (at + rng.uniform(0.2, 0.8)) * width / many
        y, size = (top + rng.uniform(0, 0.08)) * height, width / max(many, 5) * 0.32
        coat = tuple(rng.randrange(30, 200) for _ in range(3))
        draw.rounded_rectangle((x - size, y + size * 0.8, x + size, height + 40), size * 0.5, fill=coat)
        skin = rng.randrange(170, 225)
        draw.ellipse(
            (x - size * 0.45, y - size * 0.4, x + size * 0.45, y + size * 0.7), fill=(skin, skin - 36, skin - 60)
        )
        draw.pieslice((x - size * 0.5, y - size * 0.55, x + size * 0.5, y + size * 0.5), 175, 365, fill=(30, 26, 24))
    pixels[:] = cv2.GaussianBlur(np.asarray(image, np.float32), (0, 0), 1.2)


def taken(pixels: np.ndarray, rng: Random) -> Image.Image:
    """What a phone's camera makes of it."""
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, 4.5, pixels.shape).astype(np.float32)
    soft = cv2.GaussianBlur(np.clip(pixels, 0, 255).astype(np.float32), (0, 0), 0.7)
    return Image.fromarray(np.clip(soft + noise, 0, 255).astype(np.uint8))


def marked(press: Press, photo: Image.Image, day: str, clock: str, place: str) -> Image.Image:
    """The photo with the mark that cameras for work print today: a card with the clock, the day and the place."""
    card = screen(
        press,
        f"<div style='padding:10px 14px;width:300px'><div style='display:flex;gap:10px;align-items:center'><b style='font-size:34px'>{clock}</b><i style='width:3px;height:36px;background:#f5b301'></i><span style='font-size:14px;line-height:1.3'>{day}<br>多云 18℃</span></div><div style='font-size:15px;margin-top:6px'>{place}</div></div>",
        (300, 100),
        2,
        ground="#2b3440;color:#fff",
    )
    wide = round(photo.width * 0.36)
    small = card.resize((wide, round(card.height * wide / card.width)))
    out = photo.copy()
    out.paste(small, (round(photo.width * 0.03), photo.height - small.height - round(photo.height * 0.04)))
    return out


def save(photo: Image.Image, path: Path, moment: datetime | None = None) -> None:
    """A JPEG; with a moment as a camera writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    if moment is not None:
        exif[0x010F], exif[0x0110] = "HUAWEI", "ALN-AL00"
        exif.get_ifd(0x8769)[0x9003] = moment.strftime("%Y:%m:%d %H:%M:%S")
    photo.save(path, quality=86, exif=exif)
