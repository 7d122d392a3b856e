"""Pages drawn by seed, with a red seal or with red things that are none. No fonts: characters are drawn strokes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Random = np.random.Generator

PAGE = (1000, 720)
"""height, width"""


def glyph(rng: Random, size: int, kind: str = "han") -> Array:
    """A mask that looks like a character: some level, some upright, some slanting strokes."""
    mask = np.zeros((64, 64), np.uint8)
    for _ in range(int(rng.integers(5, 9)) if kind == "han" else 2):
        x, y = (int(value) for value in rng.integers(8, 56, 2))
        reach = int(rng.integers(18, 44))
        across, down = ((reach, 0), (0, reach), (reach // 2, reach // 2), (-reach // 2, reach // 2))[rng.integers(4)]
        end = (int(np.clip(x + across, 6, 58)), int(np.clip(y + down, 6, 58)))
        cv2.line(mask, (x, y), end, 255, 5, cv2.LINE_AA)
    return np.asarray(cv2.resize(mask, (max(4, size), max(4, size)), interpolation=cv2.INTER_AREA))


def put(canvas: Array, mask: Array, left: int, top: int) -> None:
    """Lay a mask on a canvas of the same kind where it fits."""
    height, width = mask.shape
    x0, y0, x1, y1 = max(0, left), max(0, top), min(canvas.shape[1], left + width), min(canvas.shape[0], top + height)
    if x0 < x1 and y0 < y1:
        part = canvas[y0:y1, x0:x1]
        np.maximum(part, mask[y0 - top : y1 - top, x0 - left : x1 - left], out=part)


def written(rng: Random, canvas: Array, left: int, top: int, count: int, size: int) -> None:
    for index in range(count):
        put(canvas, glyph(rng, size), left + index * round(size * 1.1), top)


def page(rng: Random, paper: tuple[int, int, int] = (250, 252, 252)) -> Array:
    """A page of black text on paper."""
    height, width = PAGE
    ink = np.zeros(PAGE, np.uint8)
    written(rng, ink, width // 2 - 100, 70, 5, 38)
    for row in range(int(rng.integers(8, 16))):
        written(rng, ink, 80, 160 + row * 34, int(rng.integers(8, 26)), 20)
    for row in range(3):
        written(rng, ink, 420, 740 + row * 36, int(rng.integers(5, 12)), 20)
    return laid(np.full((height, width, 3), paper, np.uint8), ink, (30, 30, 30), 1.0)


def laid(picture: Array, mask: Array, colour: tuple[int, int, int], alpha: float) -> Array:
    """A mask laid in a colour (BGR) on a picture as ink is: what is dark stays dark."""
    share = (mask.astype(np.float32) / 255 * alpha)[:, :, np.newaxis]
    ink = picture.astype(np.float32) * np.array(colour, np.float32) / 255
    return np.asarray(picture * (1 - share) + ink * share).astype(np.uint8)


@dataclass(frozen=True)
class Drawn:
    picture: Array
    box: tuple[int, int, int, int]
    """left, top, right, bottom of the seal"""


def seal_mask(rng: Random, diameter: int, oval: bool = False, star: bool = True) -> Array:
    """A round seal with ring, curved text and star, or an oval one with ring and text, drawn at 4 × and shrunk."""
    side = 600
    mask = np.zeros((side, side), np.uint8)
    middle, radius = side // 2, side // 2 - 8
    flat = 0.68 if oval else 1.0
    thick = int(rng.integers(14, 30))
    cv2.ellipse(mask, (middle, middle), (radius - thick // 2, int((radius - thick // 2) * flat)), 0, 0, 360, 255, thick)
    count = int(rng.integers(8, 18))
    size = int(min(0.3 * radius, 1.3 * math.pi * radius * 0.74 / count))
    for index in range(count):
        angle = math.radians(-125 + 250 * index / (count - 1))
        one = cv2.warpAffine(
            glyph(rng, size),
            cv2.getRotationMatrix2D((size / 2, size / 2), -math.degrees(angle), 1),
            (size, size),
        )
        x = middle + 0.74 * radius * math.sin(angle)
        y = middle - 0.74 * radius * flat * math.cos(angle)
        put(mask, np.asarray(one), round(x - size / 2), round(y - size / 2))
    if oval:
        written(rng, mask, middle - 130, middle - 20, 6, 42)
    elif star:
        tips = [0.3 * radius if k % 2 == 0 else 0.115 * radius for k in range(10)]
        points = [
            (middle + tip * math.sin(k * math.pi / 5), middle - tip * math.cos(k * math.pi / 5))
            for k, tip in enumerate(tips)
        ]
        cv2.fillPoly(mask, [np.array(points, np.int32)], 255)
    if rng.random() < 0.6:
        written(rng, mask, middle - 120, middle + round(0.45 * radius * flat), 6, 38)
    return np.asarray(cv2.resize(mask, (diameter, diameter), interpolation=cv2.INTER_AREA))


def worn(rng: Random, mask: Array) -> Array:
    """A print that has not taken everywhere."""
    cloud = cv2.resize(rng.random((12, 12)).astype(np.float32), mask.shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(mask * np.clip(0.55 + 0.8 * cloud, 0, 1)).astype(np.uint8)


def stamped(rng: Random, *, oval: bool = False, star: bool = True, cut: bool = False, faded: bool = False) -> Drawn:
    """A page with a seal over its last lines."""
    sheet = page(rng, (238, 246, 250) if rng.random() < 0.3 else (250, 252, 252))
    height, width = PAGE
    diameter = int(rng.uniform(0.12, 0.26) * width)
    mask = seal_mask(rng, diameter, oval, star)
    turn = cv2.getRotationMatrix2D((diameter / 2, diameter / 2), float(rng.uniform(-25, 25)), 1)
    mask = worn(rng, np.asarray(cv2.warpAffine(mask, turn, (diameter, diameter))))
    left = width - round(0.7 * diameter) if cut else int(rng.integers(380, width - diameter - 20))
    top = int(rng.integers(690, height - diameter - 30))
    layer = np.zeros(PAGE, np.uint8)
    put(layer, mask, left, top)
    colour = ((40, 30, 200), (60, 40, 225), (70, 60, 190), (30, 20, 235))[rng.integers(4)]
    alpha = float(rng.uniform(0.25, 0.4)) if faded else float(rng.uniform(0.6, 0.95))
    ys, xs = np.nonzero(layer > 60)
    box = (int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    return Drawn(laid(sheet, layer, colour, alpha), box)


def scanned(rng: Random, picture: Array) -> Array:
    """The picture as a camera or scanner gives it: a little soft, noisy, compressed."""
    soft = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.4, 1.3)))
    noisy = soft.astype(np.float32) + rng.normal(0, float(rng.uniform(1, 5)), soft.shape)
    return compressed(np.clip(noisy, 0, 255).astype(np.uint8), int(rng.integers(55, 92)))


def compressed(picture: Array, quality: int) -> Array:
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))


def photographed(rng: Random, drawn: Drawn) -> Drawn:
    """The page on a desk, seen from the side, in warm light."""
    height, width = PAGE
    shift = rng.uniform(-0.05, 0.05, (4, 2)) * (width, height)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    target = (source * 0.8 + np.array([width * 0.1, height * 0.1]) + shift * 0.8).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    desk = tuple(int(value) for value in rng.integers(60, 150, 3))
    seen = cv2.warpPerspective(drawn.picture, matrix, (width, height), borderValue=desk)
    light = np.array([rng.uniform(0.75, 0.95), rng.uniform(0.88, 0.98), 1.0]) * rng.uniform(0.7, 1.0)
    left, top, right, bottom = drawn.box
    corners = np.array([[[left, top], [right, top], [right, bottom], [left, bottom]]], np.float32)
    moved = cv2.perspectiveTransform(corners, matrix)[0]
    low, high = moved.min(axis=0), moved.max(axis=0)
    box = (int(low[0]), int(low[1]), int(high[0]), int(high[1]))
    return Drawn(np.clip(seen * light, 0, 255).astype(np.uint8), box)


def no_seal(rng: Random, kind: str) -> Array:
    """A page with something red that is no seal."""
    sheet = page(rng)
    red = ((40, 30, 200), (30, 20, 235), (60, 70, 230))[rng.integers(3)]
    layer = np.zeros(PAGE, np.uint8)
    x, y = int(rng.integers(100, 560)), int(rng.integers(640, 880))
    radius = int(rng.integers(22, 95))
    match kind:
        case "letterhead":
            written(rng, layer, 120, 60, 9, 52)
            cv2.line(layer, (80, 140), (640, 140), 255, 4)
        case "frame":
            cv2.rectangle(layer, (60, 300), (660, 700), 255, 5)
            written(rng, layer, 200, 400, 8, 40)
        case "banner":
            cv2.rectangle(layer, (40, 60), (680, 170), 255, -1)
            for index in range(10):
                left = 90 + index * 55
                layer[90:135, left : left + 45] &= ~glyph(rng, 45)
        case "star":
            tips = [radius if k % 2 == 0 else radius * 0.4 for k in range(10)]
            points = [
                (x + tip * math.sin(k * math.pi / 5), y - tip * math.cos(k * math.pi / 5)) for k, tip in enumerate(tips)
            ]
            cv2.fillPoly(layer, [np.array(points, np.int32)], 255)
        case "button":
            cv2.circle(layer, (x, y), radius, 255, -1)
            cv2.line(layer, (x - radius // 2, y), (x + radius // 2, y), 0, max(2, radius // 6))
            cv2.line(layer, (x, y - radius // 2), (x, y + radius // 2), 0, max(2, radius // 6))
        case "badge":
            cv2.circle(layer, (x, y), radius, 255, -1)
            side = int(radius * 1.1)
            layer[y - side // 2 : y - side // 2 + side, x - side // 2 : x - side // 2 + side] &= ~glyph(rng, side)
        case "ring":
            cv2.circle(layer, (x, y), radius, 255, max(2, radius // 10))
        case "mark":
            cv2.ellipse(layer, (x, y - 60), (radius + 60, radius // 2 + 20), float(rng.uniform(-8, 8)), 0, 350, 255, 4)
        case "target":
            for share in (1.0, 0.66, 0.33):
                cv2.circle(layer, (x, y), int(radius * share), 255, max(2, radius // 12))
        case "forbidden":
            cv2.circle(layer, (x, y), radius, 255, max(3, radius // 6))
            reach = radius * 2 // 3
            cv2.line(layer, (x - reach, y - reach), (x + reach, y + reach), 255, 6)
        case "tick":
            cv2.circle(layer, (x, y), radius, 255, max(2, radius // 9))
            corners = [(x - radius // 2, y), (x - radius // 8, y + radius // 2), (x + radius // 2, y - radius // 2)]
            cv2.polylines(layer, [np.array(corners, np.int32)], False, 255, max(2, radius // 8))
        case "square":
            cv2.rectangle(layer, (x, y), (x + 90, y + 90), 255, 5)
            written(rng, layer, x + 10, y + 8, 2, 36)
            written(rng, layer, x + 10, y + 48, 2, 36)
        case "print":
            for ring in range(5, radius, 7):
                cv2.ellipse(layer, (x, y), (int(ring * 0.7), ring), 12, 20, 330, 255, 3)
        case "text":
            for row in range(6):
                written(rng, layer, 100, 640 + row * 40, 12, 24)
        case "lanterns":
            for index in range(3):
                cv2.ellipse(layer, (150 + index * 200, 700), (60, 48), 0, 0, 360, 255, -1)
        case "face":
            cv2.ellipse(sheet, (x, y - 100), (radius, int(radius * 1.3)), 0, 0, 360, (150, 175, 225), -1)
            cv2.ellipse(sheet, (x, y - 80), (radius // 4, radius // 10), 0, 0, 360, (90, 80, 200), -1)
        case "poster":
            sheet[:] = red
            sheet = laid(255 - sheet, np.zeros(PAGE, np.uint8), red, 1.0)
            sheet = 255 - sheet
            cv2.circle(sheet, (360, 500), 200, (80, 220, 250), 12)
        case _:
            raise ValueError(kind)
    return laid(sheet, layer, red, float(rng.uniform(0.75, 1.0)))


NO_SEALS = (
    *("letterhead", "frame", "banner", "star", "button", "badge", "ring", "mark", "target", "forbidden", "tick"),
    *("square", "print", "text", "lanterns", "face", "poster"),
)
