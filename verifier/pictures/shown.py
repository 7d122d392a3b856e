"""Page pictures as people are shown them: small JPEGs of the whole and of pieces, what is personal blacked out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from verifier.model import Box

WIDEST, MOST_PIXELS, QUALITY = 1600, 5_000_000, 72
CROP_WIDEST, CROP_TALLEST, CROP_QUALITY = 480, 360, 70
OUTLINE = (214, 64, 16)


@dataclass(frozen=True, slots=True)
class Jpeg:
    data: bytes
    width: int
    """a page's before it was made small, a piece's own"""
    height: int


def shown(path: Path, black: Sequence[Box]) -> Jpeg | None:
    """A picture as a JPEG of bounded size; None when it can't be decoded."""
    try:
        with Image.open(path) as source:
            size = source.size
            scale = min(1.0, WIDEST / size[0], (MOST_PIXELS / (size[0] * size[1])) ** 0.5)
            small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
            source.draft("RGB", small)
            picture = source.convert("RGB").resize(small, Image.Resampling.BOX, reducing_gap=2.0)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    draw = ImageDraw.Draw(picture)
    for box in black:
        draw.rectangle(within([edge * scale for edge in box], small), fill=0)
    stored = io.BytesIO()
    picture.save(stored, "JPEG", quality=QUALITY)
    return Jpeg(stored.getvalue(), *size)


def cut(path: Path, black: Sequence[Box], boxes: Sequence[Box | None]) -> tuple[Jpeg, ...] | None:
    """The pieces of a picture round boxes of it, None for the whole; None when it can't be decoded."""
    try:
        with Image.open(path) as source:
            picture = source.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    draw = ImageDraw.Draw(picture)
    for box in black:
        draw.rectangle(within(box, picture.size), fill=0)
    return tuple(_cut(picture, box) for box in boxes)


def _cut(picture: Image.Image, box: Box | None) -> Jpeg:
    box = within(box, picture.size) if box else None
    region = _surroundings(box, picture.size) if box else (0, 0, *picture.size)
    piece = picture.crop(region)
    scale = min(1.0, CROP_WIDEST / piece.width, CROP_TALLEST / piece.height)
    size = (max(1, round(piece.width * scale)), max(1, round(piece.height * scale)))
    piece = piece.resize(size, Image.Resampling.LANCZOS)
    if box:
        left, top = region[:2]
        edges = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
        outline = [round(edge * scale) for edge in edges]
        frame = (outline[0] - 4, outline[1] - 4, outline[2] + 4, outline[3] + 4)
        ImageDraw.Draw(piece).rectangle(within(frame, size, inset=1), outline=OUTLINE, width=2)
    stored = io.BytesIO()
    piece.save(stored, "JPEG", quality=CROP_QUALITY, optimize=True)
    return Jpeg(stored.getvalue(), *size)


def within(box: Sequence[float], size: tuple[int, int], inset: int = 0) -> Box:
    """The box, sides in order and inside a picture of this size, at least one pixel wide and high."""
    width, height = size
    left, right = sorted(min(max(int(edge), 0), width - 1 - inset) for edge in (box[0], box[2]))
    top, bottom = sorted(min(max(int(edge), 0), height - 1 - inset) for edge in (box[1], box[3]))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _surroundings(box: Box, size: tuple[int, int]) -> Box:
    """The box with enough round it to know the place again: at least 45 % of the width, 12 % of the height."""
    width, height = size
    side = max(24, (0.45 * width - (box[2] - box[0])) / 2)
    above = max(24, 1.2 * min(box[3] - box[1], 80), (0.12 * min(height, 2 * width) - (box[3] - box[1])) / 2)
    region = (box[0] - side, box[1] - above, box[2] + side, box[3] + above)
    left, top = max(0, int(region[0])), max(0, int(region[1]))
    return left, top, max(left + 1, min(width, int(region[2]))), max(top + 1, min(height, int(region[3])))
