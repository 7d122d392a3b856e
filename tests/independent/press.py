# ruff: noqa: E501
"""Prints HTML to PDFs and pictures, puts seals on them, and scans or photographs them."""

from __future__ import annotations

import io
from math import cos, pi, sin
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Literal

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

FONTS = "'Noto Serif CJK SC','AR PL UMing CN','WenQuanYi Micro Hei',serif"
"""of which a machine has at least the third"""
_FACES = ("wqy/wqy-microhei.ttc",)
Shape = Literal["round", "oval", "square"]


class Press:
    """An open Chromium and what is done with its pages."""

    def __enter__(self) -> Press:
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._chromium.close()
        self._playwright.stop()

    def pdf(self, path: Path, html: str, paper: str = "A4") -> None:
        """The HTML as a PDF with a text layer; CSS tells its pages."""
        page = self._chromium.new_page()
        page.set_content(html)
        path.write_bytes(page.pdf(format=paper, print_background=True))
        page.close()

    def picture(
        self, html: str, width: int = 794, height: int = 1123, scale: float = 1.75, whole: bool = False
    ) -> Image.Image:
        """The HTML as a picture of so many CSS pixels by scale; with `whole` as long as the page is.

        Each `<span class=seal data-name="…">` (inline-block, zero size) gets a red seal: data-shape round, oval or square,
        data-size in CSS pixels (150), data-below what stands under the star, data-ink 0–1 (0.8).
        """
        page = self._chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page.set_content(html)
        page.evaluate("document.fonts.ready")
        image = Image.open(io.BytesIO(page.screenshot(full_page=whole))).convert("RGB")
        for mark in page.query_selector_all(".seal"):
            box = mark.bounding_box()
            if box is None:
                continue
            told = {key: mark.get_attribute(f"data-{key}") for key in ("name", "below", "shape", "size", "ink")}
            stamp = seal(
                told["name"] or "",
                round(float(told["size"] or 150) * scale),
                below=told["below"] or "",
                shape=told["shape"] or "round",  # type: ignore[arg-type]
                ink=float(told["ink"] or 0.8),
            )
            _press_on(image, stamp, (box["x"] + box["width"] / 2) * scale, (box["y"] + box["height"] / 2) * scale)
        page.close()
        return image


def seal(
    name: str, size: int, *, below: str = "", shape: Shape = "round", ink: float = 0.8, turn: float = 0
) -> Image.Image:
    """A red seal on white, `size` pixels wide."""
    scale, red = 2, (205, 28, 36)
    side = size * scale
    image = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(image)
    middle = side / 2
    if shape == "square":
        draw.rectangle((side * 0.1, side * 0.1, side * 0.9, side * 0.9), outline=red, width=side // 30)
        height = int(side * 0.7 / max(2, -(-len(name) // 2)))
        for at, sign in enumerate(name):
            row, column = divmod(at, 2)
            draw.text(
                (side * (0.66 - 0.34 * column), side * 0.17 + height * (row + 0.5)),
                sign,
                fill=red,
                font=_font(min(height, side // 4)),
                anchor="mm",
            )
    else:
        flat = 0.68 if shape == "oval" else 1.0
        wide = side * 0.47
        draw.ellipse(
            (middle - wide, middle - wide * flat, middle + wide, middle + wide * flat), outline=red, width=side // 34
        )
        if shape == "round":
            star = [
                (middle + sin(at * pi / 5) * r, middle - cos(at * pi / 5) * r)
                for at in range(10)
                for r in [side * (0.15 if at % 2 == 0 else 0.058)]
            ]
            draw.polygon(star, fill=red)
        height = int(side * (0.13 if len(name) < 15 else 0.1 if len(name) < 20 else 0.085) * (0.8 if flat < 1 else 1))
        span = min(1.62 * pi, 0.3 * len(name) * 1.2)
        for at, sign in enumerate(name):
            angle = -span / 2 + span * at / max(1, len(name) - 1)
            glyph = Image.new("L", (height * 2, height * 2), 0)
            ImageDraw.Draw(glyph).text((height, height), sign, fill=255, font=_font(height), anchor="mm")
            glyph = glyph.rotate(-angle * 180 / pi, resample=Image.Resampling.BICUBIC)
            reach = wide - height * 0.8
            image.paste(
                red,
                (int(middle + sin(angle) * reach - height), int(middle - cos(angle) * reach * flat - height)),
                glyph,
            )
        if below:
            draw.text(
                (middle, middle + side * (0.27 if flat == 1 else 0.02)),
                below,
                fill=red,
                font=_font(int(side * 0.085)),
                anchor="mm",
            )
    faded = 255 - (255 - np.asarray(image, np.float32)) * ink
    whole = Image.fromarray(faded.astype(np.uint8)).resize((size, size), Image.Resampling.LANCZOS)
    return whole.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor="white") if turn else whole


def scanned(sheet: Image.Image, rng: Random, *, grey: bool = False, skew: float = 0.7) -> Image.Image:
    """The sheet through an office scanner: turned by up to `skew` degrees, shaded, with noise."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    turned = sheet.rotate(rng.uniform(-skew, skew), resample=Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))
    pixels = np.asarray(turned, np.float32) * np.array([0.975, 0.972, 0.955], np.float32)
    pixels *= np.linspace(1.0, rng.uniform(0.95, 0.985), pixels.shape[1], dtype=np.float32)[None, :, None]
    pixels += noise.normal(0, 2.2, pixels.shape[:2]).astype(np.float32)[..., None] + 3
    image = Image.fromarray(cv2.GaussianBlur(np.clip(pixels, 0, 255), (0, 0), 0.45).astype(np.uint8))
    return image.convert("L") if grey else image


def photographed(sheet: Image.Image, rng: Random, *, width: int = 1400, height: int = 1867) -> Image.Image:
    """The sheet on a desk or a wall, from a little aside, unevenly lit."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    grain = cv2.resize(
        noise.random((height // 4, 12)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    ground = np.array([rng.uniform(70, 190) for _ in range(3)], np.float32) + (grain[..., None] - 0.5) * 40
    corners = np.array([[0, 0], [sheet.width, 0], [sheet.width, sheet.height], [0, sheet.height]], np.float32)
    jitter = np.array([[rng.uniform(-22, 22) for _ in range(2)] for _ in range(4)], np.float32)
    frame = np.array([[0.086, 0.05], [0.92, 0.045], [0.94, 0.95], [0.06, 0.957]], np.float32) * [width, height]
    matrix = cv2.getPerspectiveTransform(corners, frame.astype(np.float32) + jitter)
    laid = cv2.warpPerspective(np.asarray(sheet, np.float32), matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((sheet.height, sheet.width), np.float32), matrix, (width, height))[..., None]
    pixels = ground * (1 - mask) + laid * mask
    pixels *= np.linspace(1.02, rng.uniform(0.78, 0.92), width, dtype=np.float32)[None, :, None]
    pixels += noise.normal(0, 4, (height, width, 1)).astype(np.float32)
    return Image.fromarray(cv2.GaussianBlur(np.clip(pixels, 0, 255), (0, 0), 0.6).astype(np.uint8))


def save_scan(pages: list[Image.Image], path: Path, scale: float = 1.75) -> None:
    """Pictures as a PDF without a text layer, as scanners make it."""
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=96 * scale, quality=70)


def _font(size: int) -> ImageFont.FreeTypeFont:
    for folder in ("/usr/share/fonts/truetype", "/usr/share/fonts/opentype"):
        for face in _FACES:
            if (path := Path(folder, face)).exists():
                return ImageFont.truetype(path, max(size, 8))
    raise OSError("没有找到中文字体：请安装 fonts-wqy-microhei")


def _press_on(page: Image.Image, stamp: Image.Image, x: float, y: float) -> None:
    """Multiplies the seal into the page around a point."""
    left, top = round(x - stamp.width / 2), round(y - stamp.height / 2)
    box = (max(left, 0), max(top, 0), min(left + stamp.width, page.width), min(top + stamp.height, page.height))
    under = np.asarray(page.crop(box), np.float32)
    over = np.asarray(stamp.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top)), np.float32)
    page.paste(Image.fromarray((under * over / 255).astype(np.uint8)), box[:2])
