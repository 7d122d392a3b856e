"""Red seals, round or oval, in the pictures of pages. A grey scan can't tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from verifier.model import Box, Document, Fact, Page, Place, Seal, Words

Array = npt.NDArray[Any]

WORKING_SIDE = 1200
"""longest side of the picture in which seals are sought, in pixels"""
LEAST, MOST = 0.06, 0.5
"""diameter of a seal as a share of the page's shorter side"""
RING = 0.75
"""share of the ellipse's edge that must be red"""
FULLEST = 0.62
"""a disc redder than this is a badge or a button"""
EMPTIEST = 0.05
BINS = 90
SMALLEST = 40
"""a picture with a side of fewer pixels shows no seal"""


@dataclass(frozen=True, slots=True)
class Found:
    box: Box
    shape: str
    support: float


def extract(document: Document, words: Words, known: tuple[Fact, ...] = ()) -> tuple[Fact, ...]:
    """Facts of kind `seal`: one for each red seal in a page picture."""
    return tuple(fact for page in document.pages for fact in _facts(page))


def _facts(page: Page) -> Iterator[Fact]:
    if page.image is None:
        return
    picture = _picture(page.image)
    if picture is None:
        return
    for seal in find_seals(picture):
        quote = "红色圆形印章" if seal.shape == "round" else "红色椭圆形印章"
        place = Place(page.place.file, page.place.page, seal.box)
        yield Fact(
            "seal",
            Seal("round" if seal.shape == "round" else "oval"),
            quote,
            place,
            round(min(1.0, seal.support), 4),
            "seals",
        )


def find_seals(picture: Array) -> list[Found]:
    """Seals in a picture (height × width × 3, BGR), boxes in its pixels, from the top."""
    height, width = picture.shape[:2]
    if min(height, width) < SMALLEST:
        return []
    shrink = min(1.0, WORKING_SIDE / max(height, width))
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else picture
    red = _red(small)
    if red.mean() > 0.3:
        return []
    found: list[Found] = []
    side = min(small.shape[:2])
    for reach in (5, 11, 21):
        closed = cv2.morphologyEx(red, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
        contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        for contour in contours:
            seal = _seal(contour, red, side)
            if seal and not any(_same(seal.box, other.box) for other in found):
                found.append(seal)
    return [
        Found(_scaled(seal.box, shrink, width, height), seal.shape, seal.support)
        for seal in sorted(found, key=lambda each: (each.box[1], each.box[0]))
    ]


def is_grey(image: Path) -> bool:
    """Whether a picture has no colour at all, so that a seal on it can't be told from a stamp in black."""
    picture = _picture(image)
    if picture is None:
        return False
    small = cv2.resize(picture, (400, 400), interpolation=cv2.INTER_AREA).astype(np.int16)
    spread = small.max(axis=2) - small.min(axis=2)
    return bool(np.percentile(spread, 99.5) < 18)


def _seal(contour: Array, red: Array, side: int) -> Found | None:
    """The seal that a blob of red is, if it is one."""
    if len(contour) < 20:
        return None
    hull = cv2.convexHull(contour)
    if len(hull) < 6:
        return None
    (x, y), (wide, high), angle = cv2.fitEllipse(hull)
    short, long = sorted((wide, high))
    if not LEAST * side <= long <= MOST * side or short < 0.45 * long:
        return None
    circle = short > 0.86 * long
    support = _ring_support(red, (x, y), (wide / 2, high / 2), angle)
    fill, core = _fill(red, (x, y), (wide / 2, high / 2), angle)
    if support < RING or not EMPTIEST < fill < FULLEST or core < 0.03:
        return None
    left, top, w, h = cv2.boundingRect(hull)
    return Found((left, top, left + w, top + h), "round" if circle else "oval", support)


def _ring_support(red: Array, centre: tuple[float, float], radii: tuple[float, float], angle: float) -> float:
    """Share of directions in which red lies on the ellipse's edge; directions outside the picture don't count."""
    turn = np.deg2rad(angle)
    at = np.linspace(0, 2 * np.pi, BINS, endpoint=False)
    hit = np.zeros(BINS, bool)
    inside = np.zeros(BINS, bool)
    for share in np.linspace(0.86, 1.03, 12):
        u, v = radii[0] * share * np.cos(at), radii[1] * share * np.sin(at)
        xs = np.round(centre[0] + u * np.cos(turn) - v * np.sin(turn)).astype(int)
        ys = np.round(centre[1] + u * np.sin(turn) + v * np.cos(turn)).astype(int)
        there = (xs >= 0) & (ys >= 0) & (xs < red.shape[1]) & (ys < red.shape[0])
        inside |= there
        hit[there] |= red[ys[there], xs[there]] > 0
    return float(hit.sum() / max(1, inside.sum())) if inside.sum() >= BINS * 0.5 else 0.0


def _fill(red: Array, centre: tuple[float, float], radii: tuple[float, float], angle: float) -> tuple[float, float]:
    """Share of red in the whole ellipse, and in its inner part where a seal has its star and text."""
    shares = []
    for scale in (1.0, 0.72):
        mask = np.zeros(red.shape, np.uint8)
        axes = (max(1, int(radii[0] * scale)), max(1, int(radii[1] * scale)))
        cv2.ellipse(mask, (int(centre[0]), int(centre[1])), axes, angle, 0, 360, 255, -1)
        covered = mask > 0
        shares.append(float((red[covered] > 0).mean()) if covered.any() else 0.0)
    return shares[0], shares[1]


def _red(picture: Array) -> Array:
    """Mask of what is red after the paper's own tint is taken out."""
    paper = np.percentile(picture.reshape(-1, 3), 90, axis=0)
    balanced = picture
    if paper.min() > 90 and paper.max() - paper.min() < 70:
        balanced = np.clip(picture * (paper.max() / paper), 0, 255).astype(np.uint8)
    hsv = cv2.cvtColor(balanced, cv2.COLOR_BGR2HSV)
    hue, saturation, value = hsv[..., 0], hsv[..., 1], hsv[..., 2]
    return (((hue < 11) | (hue > 163)) & (saturation > 45) & (value > 70)).astype(np.uint8)


def _same(a: Box, b: Box) -> bool:
    left, top, right, bottom = max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
    return right > left and bottom > top


def _scaled(box: Box, shrink: float, width: int, height: int) -> Box:
    left, top, right, bottom = (int(value / shrink) for value in box)
    return max(0, left), max(0, top), min(width, right), min(height, bottom)


def _picture(path: Path) -> Array | None:
    return cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
