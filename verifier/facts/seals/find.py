"""Red round and oval seals in page pictures: a ring, writing along its inside, and paper around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import cv2
import numpy as np

from verifier.facts.seals.candidates import LEAST, MOST, candidates
from verifier.facts.seals.rings import Array, Ellipse, likeness, settled
from verifier.model import Box
from verifier.pictures import pixels

LOOK = 1200
"""longest side of the copy in which seals are sought"""
LEAST_PIXELS = 36
"""diameter in the picture; a smaller mark can't be told from an icon"""
RED_PICTURE = 0.7
"""share of red from which on a picture is a poster or a banner, not paper"""
LOOKS = ((0.0, 16.0), (0.8, 11.0))
"""first sharp for clear seals, then softened for faint ones: blur in pixels, least redness (0…255)"""
SMALL = 0.11
"""diameter in page widths up to which a mark is looked at for itself, where no seal was found"""
SMALL_JOINED = 0.012
"""gap in page widths over which red is joined into such a mark"""
CLOSE, ROOM = 360, 1.1
"""side of the copy of a mark that is looked at for itself, and the room around the mark in its sizes"""
SOFTER = 0.2
"""blur of that copy, in pixels of the picture"""
MARKS = 6
"""small marks that are looked at for themselves"""
OVAL, FLATTEST = 0.82, 0.5
"""short axis by long axis: below the first a seal is oval, below the second none"""
ALIKE_PLACE, ALIKE_SIZE = 0.03, 0.05
"""how far two candidates that are one lie apart, and differ in their axes, in sizes of them"""
GREY_SPREAD = 12
"""how far the colours of a grey scan lie apart, its tint taken out, 0…255"""


@dataclass(frozen=True, slots=True)
class Found:
    box: Box
    shape: Literal["round", "oval"]
    confidence: float


def is_grey(image: Path) -> bool:
    """Whether a picture is a grey scan, in which a red seal can't be told; False when it can't be opened."""
    picture = open_page(image)
    if picture is None:
        return False
    blue, green, red = cv2.split(_balanced(_shrunk(picture, 600)[0]))
    # JPEG keeps colour coarsely: around black letters on yellow paper single pixels are off
    spread = np.maximum(np.abs(cv2.blur(red - green, (5, 5))), np.abs(cv2.blur(blue - green, (5, 5))))
    return bool(np.percentile(spread, 99.9) < GREY_SPREAD)


def find_seals(picture: Array) -> list[Found]:
    """Seals in a picture (height × width × 3, BGR), boxes in its pixels, from the top."""
    small, scale = _shrunk(picture, LOOK)
    sharp = _redness(small)
    found: list[Found] = []
    for blur, least in LOOKS:
        red = cv2.GaussianBlur(sharp, (0, 0), blur) if blur else sharp
        found = found or _seals(small, red, least, scale)
    height, width = picture.shape[:2]
    whole = [replace(one, box=_scaled(one.box, 1 / scale, width, height)) for one in found]
    whole = whole or [seal for box in _small_marks(sharp, scale) for seal in _closer(picture, box)]
    return sorted(whole, key=lambda one: (one.box[1], one.box[0]))


def _small_marks(red: Array, scale: float) -> list[Box]:
    """Boxes of compact red marks of a small seal's size, in pixels of the whole picture."""
    blur, least = LOOKS[-1]
    mask = (cv2.GaussianBlur(red, (0, 0), blur) > least).astype(np.uint8)
    width = mask.shape[1]
    size = max(3, round(width * SMALL_JOINED)) | 1
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    _, _, marks, _ = cv2.connectedComponentsWithStats(closed)
    boxes = [
        (left, top, left + across, top + down)
        for left, top, across, down, _ in marks[1:].tolist()
        if LEAST * width <= max(across, down) <= SMALL * width
        and min(across, down) >= FLATTEST * max(across, down)
        and max(across, down) >= LEAST_PIXELS * scale
    ]
    largest = sorted(boxes, key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))[:MARKS]
    return [(int(a / scale), int(b / scale), int(c / scale), int(d / scale)) for a, b, c, d in largest]


def _closer(picture: Array, mark: Box) -> list[Found]:
    """The seal that a small mark is, seen in the picture's own pixels or enlarged."""
    left, top, right, bottom = mark
    room = round(ROOM * max(right - left, bottom - top))
    x, y = max(0, left - room), max(0, top - room)
    part = picture[y : bottom + room, x : right + room]
    scale = CLOSE / max(part.shape[:2])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    part = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=way))
    red = cv2.GaussianBlur(_redness(part), (0, 0), max(0.4, SOFTER * scale))
    found: list[Found] = []
    for _, least in LOOKS:
        found = found or _seals(part, red, least, scale, True)
    height, width = picture.shape[:2]
    return [
        replace(one, box=(max(0, a + x), max(0, b + y), min(width, c + x), min(height, d + y)))
        for one in found
        for a, b, c, d in [_scaled(one.box, 1 / scale, width, height)]
    ]


def _seals(picture: Array, red: Array, least: float, scale: float, small: bool = False) -> list[Found]:
    mask = (red > least).astype(np.uint8)
    if not mask.any() or mask.mean() > RED_PICTURE:
        return []
    found: list[Found] = []
    tried: list[Ellipse] = []
    for ellipse in candidates(mask):
        if any(_alike(ellipse, other) for other in tried):
            continue
        tried.append(ellipse)
        seal = _checked(picture, red, ellipse, scale, small)
        if seal and not any(_same(seal.box, other.box) for other in found):
            found.append(seal)
    return found


def _redness(picture: Array) -> Array:
    """How much redder than the paper each pixel is (float, 0…255). Orange, brown, skin and purple count as none."""
    blue, green, red = cv2.split(_balanced(picture))
    above = red - np.maximum(blue, green)
    pure = np.abs(green - blue) <= 0.5 * above + 8
    return np.where(pure & (red > 60), np.maximum(above, 0), 0).astype(np.float32)


def _balanced(picture: Array) -> Array:
    """The picture (float) with its paper white; one without paper as it is."""
    white = np.percentile(picture.reshape(-1, 3)[::5], 90, axis=0)
    paper = white.min() > 80 and white.max() - white.min() < 80
    gain = white.max() / white if paper else np.ones(3)
    return np.asarray(picture.astype(np.float32) * gain.astype(np.float32))


def _alike(one: Ellipse, other: Ellipse) -> bool:
    size = max(other[1])
    near = max(abs(one[0][0] - other[0][0]), abs(one[0][1] - other[0][1])) < ALIKE_PLACE * size
    return near and all(abs(axis(one[1]) - axis(other[1])) < ALIKE_SIZE * size for axis in (max, min))


def _checked(picture: Array, red: Array, ellipse: Ellipse, scale: float, small: bool) -> Found | None:
    """The seal that a candidate is, once moved onto its ring, if it has the size and the looks of one."""
    for _ in range(2):
        closer = settled(red, ellipse)
        if closer is None:
            return None
        ellipse = closer
    short, long = min(ellipse[1]), max(ellipse[1])
    width = red.shape[1]
    if not LEAST * width <= long <= MOST * width or long / scale < LEAST_PIXELS or short < FLATTEST * long:
        return None
    sure = likeness(picture, red, ellipse, small)
    if sure is None:
        return None
    return Found(_box(ellipse, red.shape), "oval" if short < OVAL * long else "round", round(sure, 4))


def _box(ellipse: Ellipse, shape: tuple[int, ...]) -> Box:
    (x, y), (one, other), turn = ellipse
    tilt = np.deg2rad(turn)
    across = float(np.hypot(one / 2 * np.cos(tilt), other / 2 * np.sin(tilt)))
    down = float(np.hypot(one / 2 * np.sin(tilt), other / 2 * np.cos(tilt)))
    return (
        max(0, int(x - across)),
        max(0, int(y - down)),
        min(shape[1], int(x + across) + 1),
        min(shape[0], int(y + down) + 1),
    )


def _scaled(box: Box, factor: float, width: int, height: int) -> Box:
    left, top, right, bottom = (round(edge * factor) for edge in box)
    return (max(0, left), max(0, top), min(width, right), min(height, bottom))


def _same(one: Box, other: Box) -> bool:
    """Whether two boxes share half of the smaller."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width > 0 and height > 0 and width * height > 0.5 * min(areas)


def _shrunk(picture: Array, longest: int) -> tuple[Array, float]:
    scale = min(1.0, longest / max(picture.shape[:2]))
    if scale == 1.0:
        return picture, 1.0
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)), scale


def open_page(path: Path) -> Array | None:
    """The picture as it lies, BGR; None when it can't be opened or decoded."""
    try:
        return pixels(path)
    except OSError:
        return None
