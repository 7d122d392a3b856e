"""Papers as a scanner or a phone gives them: printed from HTML, sealed, turned a little, with noise."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import cv2
import numpy as np
from browser import Browser
from PIL import Image
from seals import press, round_seal

EPOCH = time.gmtime(1733011200)
"""2024-12-01, the date written into every made file"""

PAPER = """<html><head><meta charset=utf-8><style>
body{margin:0;padding:72px 84px 60px;font:17px/1.85 'Noto Serif CJK SC';color:#161616;background:#fff}
h1{text-align:center;font:bold 27px/1.5 'Noto Serif CJK SC';margin:8px 0 26px;letter-spacing:2px}
h2{font:bold 18px/1.8 'Noto Sans CJK SC';margin:10px 0 4px}
p{margin:0 0 6px;text-indent:2em}p.flat{text-indent:0}p.right{text-align:right;text-indent:0;padding-right:72px}
table{border-collapse:collapse;width:100%%;margin:12px 0;font-size:14.5px;line-height:1.5}
td,th{border:1px solid #222;padding:3px 5px;text-align:center;font-weight:normal}th{font-family:'Noto Sans CJK SC'}
.seal{display:inline-block;width:0;height:0}</style></head><body>%s</body></html>"""


def seal_mark(name: str, below: str = "") -> str:
    return f'<span class=seal data-name="{name}" data-below="{below}"></span>'


def grid(header: list[str], rows: list[list[str]]) -> str:
    """An HTML table."""
    cells = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in rows)
    return "<table><tr>" + "".join(f"<th>{value}</th>" for value in header) + "</tr>" + cells + "</table>"


def paper(browser: Browser, body: str, random: Random, scale: float = 1.75) -> Image.Image:
    """One A4 sheet with its seals pressed on, straight and clean."""
    image, seals = browser.picture(PAPER % (body,), 794, 1123, scale)
    for name, below, x, y in seals:
        seal = round_seal(name, int(152 * scale), random, below)
        press(image, seal, (x + random.uniform(-8, 8), y + random.uniform(-6, 6)), random.uniform(-14, 14))
    return image


def scanned(sheet: Image.Image, random: Random, grey: bool = False) -> Image.Image:
    """The sheet through an office scanner."""
    noise = np.random.default_rng(random.randrange(1 << 30))
    turned = sheet.rotate(random.uniform(-0.7, 0.7), resample=Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))
    pixels = np.asarray(turned, np.float32) * np.array([0.975, 0.972, 0.955], np.float32)
    shade = np.linspace(1.0, random.uniform(0.955, 0.985), pixels.shape[1], dtype=np.float32)
    pixels = pixels * shade[None, :, None] + noise.normal(0, 2.2, pixels.shape[:2]).astype(np.float32)[..., None] + 3
    pixels = cv2.GaussianBlur(np.clip(pixels, 0, 255), (0, 0), 0.45)
    image = Image.fromarray(pixels.astype(np.uint8))
    return image.convert("L") if grey else image


def save_pdf(pages: list[Image.Image], path: Path, scale: float = 1.75) -> None:
    """Pictures as a PDF without a text layer, as scanners make it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pages[0].save(
        path, "PDF", save_all=True, append_images=pages[1:], resolution=96 * scale, quality=62, creationDate=EPOCH,
        modDate=EPOCH, producer="Network Scanner",
    )  # fmt: skip


def on_desk(sheet: Image.Image, random: Random) -> Image.Image:
    """The sheet photographed on a desk, from a little aside."""
    noise = np.random.default_rng(random.randrange(1 << 30))
    width, height = 1400, 1867
    grain = cv2.resize(
        noise.random((height // 4, 12)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    desk = np.array([150, 112, 78], np.float32) + (grain[..., None] - 0.5) * 40
    corners = np.array([[0, 0], [sheet.width, 0], [sheet.width, sheet.height], [0, sheet.height]], np.float32)
    jitter = np.array([[random.uniform(-22, 22), random.uniform(-22, 22)] for _ in range(4)], np.float32)
    target = np.array([[120, 90], [1290, 78], [1330, 1775], [84, 1790]], np.float32) + jitter
    matrix = cv2.getPerspectiveTransform(corners, target)
    laid = cv2.warpPerspective(np.asarray(sheet, np.float32), matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((sheet.height, sheet.width), np.float32), matrix, (width, height))
    shadow = cv2.GaussianBlur(np.roll(mask, (14, 10), (0, 1)), (0, 0), 14)[..., None]
    picture = desk * (1 - 0.45 * shadow) * (1 - mask[..., None]) + laid * mask[..., None]
    light = np.linspace(1.02, 0.80, width, dtype=np.float32)[None, :, None] * np.array([1.0, 0.985, 0.94], np.float32)
    picture = picture * light + noise.normal(0, 4, (height, width, 1)).astype(np.float32)
    picture = cv2.GaussianBlur(np.clip(picture, 0, 255), (0, 0), 0.6)
    return Image.fromarray(picture.astype(np.uint8))
