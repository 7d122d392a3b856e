"""From the detection network's map of text to the corners of lines: the steps of Differentiable Binarization.

Liao et al., Real-time Scene Text Detection with Differentiable Binarization, AAAI 2020; thresholds as in PP-OCR.
"""

from __future__ import annotations

import cv2
import numpy as np
import pyclipper

from verifier.ocr.engine import Array

TEXT = 0.3
"""chance from which a pixel is text"""
LINE = 0.5
"""mean chance from which a blob is a line"""
GROWTH = 1.6
"""the network shrinks lines; they grow again by area × GROWTH ÷ circumference on every side"""
MOST = 1000
LEAST = 3
"""pixels of the shorter side of a blob, in the map"""


def corners_of_lines(chances: Array, height: int, width: int) -> list[Array]:
    """Corners (4 × 2 int32, clockwise from top left) in a picture of that size; `chances` is the map (0…1)."""
    mask = cv2.dilate((chances > TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask * 255, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = (_line(contour, chances, height, width) for contour in contours[:MOST])
    return [each for each in found if each is not None]


def _line(contour: Array, chances: Array, height: int, width: int) -> Array | None:
    """The corners of one blob in pixels of the picture; None when it is no line."""
    rect = cv2.minAreaRect(contour)
    points = cv2.boxPoints(rect)
    if min(rect[1]) < LEAST or _mean(chances, points) < LINE:
        return None
    wide, high = rect[1]
    grown = cv2.minAreaRect(_grown(points, (wide, high)))
    if min(grown[1]) < LEAST + 2:
        return None
    scale = np.array([width / chances.shape[1], height / chances.shape[0]])
    scaled = np.round(cv2.boxPoints(grown) * scale)
    ordered = _clockwise(np.clip(scaled, 0, [width - 1, height - 1]).astype(np.int32))
    sides = np.linalg.norm(ordered[0] - ordered[1]), np.linalg.norm(ordered[0] - ordered[3])
    return ordered if min(map(int, sides)) > LEAST else None


def _grown(points: Array, size: tuple[float, float]) -> Array:
    """The outline of a rectangle grown on every side, with round corners."""
    wide, high = size
    offset = pyclipper.PyclipperOffset()
    offset.AddPath(points, pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
    return np.array(offset.Execute(wide * high * GROWTH / (2 * (wide + high)))).reshape(-1, 1, 2)


def _mean(chances: Array, points: Array) -> float:
    """The mean chance inside four corners."""
    low = np.clip(np.floor(points.min(axis=0)).astype(int), 0, [chances.shape[1] - 1, chances.shape[0] - 1])
    high = np.clip(np.ceil(points.max(axis=0)).astype(int), 0, [chances.shape[1] - 1, chances.shape[0] - 1])
    mask = np.zeros((high[1] - low[1] + 1, high[0] - low[0] + 1), np.uint8)
    cv2.fillPoly(mask, [(points - low).astype(np.int32)], 1)
    return float(cv2.mean(chances[low[1] : high[1] + 1, low[0] : high[0] + 1], mask)[0])


def _clockwise(points: Array) -> Array:
    """The corners from top left clockwise."""
    by_x = points[np.argsort(points[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    left, right = left[np.argsort(left[:, 1], kind="stable")], right[np.argsort(right[:, 1], kind="stable")]
    return np.array([left[0], right[0], right[1], left[1]])
