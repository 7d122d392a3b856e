"""Cuts the piece round a box out of page pictures, as small JPEGs that stand in the page itself."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from verifier.model import Box

Spot = tuple[str, int, Box | None]
"""file path, page, box in pixels of the page picture; no box: the whole page"""

WIDEST, TALLEST, QUALITY = 480, 360, 70
OUTLINE = (214, 64, 16)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Crop:
    uri: str
    """data:image/jpeg;base64,…"""
    width: int
    height: int


def cut_crops(
    spots: Iterable[Spot],
    pictures: Mapping[tuple[str, int], Path],
    mask_boxes: Mapping[tuple[str, int], Sequence[Box]],
) -> dict[Spot, Crop]:
    """The crops of all spots whose picture can be opened; `mask_boxes` are blacked out first."""
    by_page: dict[tuple[str, int], list[Spot]] = {}
    for spot in spots:
        by_page.setdefault(spot[:2], []).append(spot)
    crops: dict[Spot, Crop] = {}
    for page, wanted in by_page.items():
        picture = _open(pictures.get(page))
        if picture is None:
            continue
        draw = ImageDraw.Draw(picture)
        for box in mask_boxes.get(page, ()):
            draw.rectangle(within(box, picture.size), fill=0)
        crops |= {spot: _cut(picture, spot[2]) for spot in wanted}
    return crops


def _open(path: Path | None) -> Image.Image | None:
    if path is None:
        return None
    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as fault:
        log.warning("page picture not shown in the report: %s: %s", path.name, type(fault).__name__)
        return None


def _cut(picture: Image.Image, box: Box | None) -> Crop:
    box = within(box, picture.size) if box else None
    region = _surroundings(box, picture.size) if box else (0, 0, *picture.size)
    piece = picture.crop(region)
    scale = min(1.0, WIDEST / piece.width, TALLEST / piece.height)
    size = (max(1, round(piece.width * scale)), max(1, round(piece.height * scale)))
    piece = piece.resize(size, Image.Resampling.LANCZOS)
    if box:
        left, top = region[:2]
        edges = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
        outline = [round(edge * scale) for edge in edges]
        frame = (outline[0] - 4, outline[1] - 4, outline[2] + 4, outline[3] + 4)
        ImageDraw.Draw(piece).rectangle(within(frame, size, inset=1), outline=OUTLINE, width=2)
    stored = io.BytesIO()
    piece.save(stored, "JPEG", quality=QUALITY, optimize=True)
    return Crop(f"data:image/jpeg;base64,{base64.b64encode(stored.getvalue()).decode('ascii')}", *size)


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
