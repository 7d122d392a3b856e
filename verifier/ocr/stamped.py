"""A second look at text under a red seal: in the red channel the seal is nearly white."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from verifier.model import Box
from verifier.ocr.engine import Array, OcrLine

LOOK = 1000
"""longest side of the copy in which red is sought"""
INK = 0.6
"""brightness of ink in the red channel against that of paper and seal"""
LEAST_INK = 0.002
"""share of a spot's box that a character takes"""
SURE = 0.95
"""confidence of a line that needs no second look"""
READ = 0.6
"""confidence of a line of the second look that counts"""
REDDER, BRIGHT = 35, 90
"""of 255: red over the other colours, and red itself"""
LEAST_SIZE = 0.04
"""of a spot, share of the picture's width"""
MOST_STRETCHED = 2.5
"""times its other side"""
LEAST_FILLED = 0.12
"""share of its box that is red"""
MOST_SPOTS = 8
"""looked at in one picture"""
A_RED_PICTURE = 0.25
"""share of red from which on a picture is a poster, not a page with a seal"""


def red_spots(image: Array) -> list[Box]:
    """Boxes of compact red marks of a seal's size, in pixels of `image`."""
    scale = min(1.0, LOOK / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    blue, green, red = (channel.astype(np.int16) for channel in cv2.split(small))
    mask = ((red - np.maximum(blue, green) > REDDER) & (red > BRIGHT)).astype(np.uint8)
    if not mask.any() or mask.mean() > A_RED_PICTURE:
        return []
    width = small.shape[1]
    size = max(3, width // 60) | 1
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    _, _, marks, _ = cv2.connectedComponentsWithStats(closed)
    spots: list[Box] = []
    for left, top, across, down, area in marks[1:].tolist():
        if _is_seal_sized(across, down, area, width):
            spots.append((int(left / scale), int(top / scale), int((left + across) / scale), int((top + down) / scale)))
    return sorted(spots)[:MOST_SPOTS]


def _is_seal_sized(across: int, down: int, area: int, width: int) -> bool:
    stretched = max(across, down) / min(across, down)
    return (
        min(across, down) >= LEAST_SIZE * width and stretched <= MOST_STRETCHED and area >= LEAST_FILLED * across * down
    )


def is_hidden(image: Array, spot: Box, lines: Sequence[OcrLine]) -> bool:
    """Whether a spot may cover text: ink that no sure line accounts for, or a line that is read with doubt."""
    left, top, right, bottom = spot
    red = image[top:bottom, left:right, 2]
    ink = red < INK * np.percentile(red, 90)
    for line in lines:
        if not crosses(line.box, spot):
            continue
        if line.confidence < SURE:
            return True
        ink[max(0, line.box[1] - top) : line.box[3] - top, max(0, line.box[0] - left) : line.box[2] - left] = False
    return bool(ink.mean() > LEAST_INK)


def without_red(image: Array, region: Box) -> Array:
    """The red channel of a region, as a grey picture of three channels."""
    left, top, right, bottom = region
    red = image[top:bottom, left:right, 2]
    return np.repeat(red[:, :, np.newaxis], 3, axis=2)


def region_around(spot: Box, lines: Sequence[OcrLine], size: tuple[int, int]) -> Box:
    """The spot, room beside it, and every line that runs under it, inside a picture of this width and height."""
    beside = (spot[2] - spot[0]) * 3 // 4
    around = [
        (spot[0] - beside, spot[1], spot[2] + beside, spot[3]),
        *(line.box for line in lines if crosses(line.box, spot)),
    ]
    margin = max(8, (spot[3] - spot[1]) // 8)
    return (
        max(0, min(box[0] for box in around) - margin),
        max(0, min(box[1] for box in around) - margin),
        min(size[0], max(box[2] for box in around) + margin),
        min(size[1], max(box[3] for box in around) + margin),
    )


def crosses(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def settled(first: Sequence[OcrLine], second: Sequence[OcrLine], spot: Box) -> list[OcrLine]:
    """The lines of the first look, and where the second reads more or surer under the spot, its lines instead."""
    kept = list(first)
    for line in second:
        if line.confidence < READ or not crosses(line.box, spot):
            continue
        rivals = [old for old in kept if _covers(old.box, line.box)]
        if _weight([line]) > _weight(rivals):
            kept = [old for old in kept if old not in rivals]
            kept.append(line)
    return kept


def _weight(lines: Sequence[OcrLine]) -> float:
    return sum(line.confidence**2 * len(line.text) for line in lines)


def _covers(one: Box, other: Box) -> bool:
    """Whether two boxes share half of the smaller."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width > 0 and height > 0 and width * height > 0.5 * min(areas)
