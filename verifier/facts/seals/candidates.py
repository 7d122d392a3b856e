"""Ellipses and circles that the red marks of a picture may be."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from verifier.facts.seals.rings import Array, Ellipse, fitted

LEAST, MOST = 0.02, 0.45
"""diameter of a seal in page widths"""
JOINED = (0.004, 0.012, 0.025)
"""gaps in page widths over which red is joined into one mark, one after the other"""
LONG_SIDE, SHORT_SIDE = 0.07, 0.05
"""sides in page widths of the least mark that may hold circles beside other red"""
LEAST_RADIUS = 0.025
"""of such a circle, in page widths"""
CIRCLES_SIDE, MOST_CIRCLES = 300, 6
"""side of the copy in which circles are sought, and how many of a mark are looked at"""


def candidates(mask: Array) -> Iterator[Ellipse]:
    """Ellipses that red marks may be: around whole marks at several closings, then circles through parts of them."""
    width = mask.shape[1]
    grown = []
    for reach in JOINED:
        size = max(3, round(width * reach)) | 1
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
        closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
        outlines, nesting = cv2.findContours(closed, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
        for outline, (_, _, _, parent) in zip(outlines, nesting[0] if len(outlines) else (), strict=True):
            if parent >= 0:
                continue
            _, _, across, down = cv2.boundingRect(outline)
            if max(across, down) >= LEAST * width and min(across, down) >= 10:
                grown.append(outline)
    for outline in grown:
        ellipse = _around(outline, mask.shape)
        if ellipse:
            yield ellipse
    yield from _circles(mask, grown)


def _around(outline: Array, shape: tuple[int, ...]) -> Ellipse | None:
    """The ellipse on the outermost points of a mark, those cut off by the picture's edge left out."""
    hull = cv2.convexHull(outline).reshape(-1, 2)
    free = (hull > 2).all(axis=1) & (hull < (shape[1] - 3, shape[0] - 3)).all(axis=1)
    dense = _dense(hull)
    if not free.all():
        inside = (dense > 2).all(axis=1) & (dense < (shape[1] - 3, shape[0] - 3)).all(axis=1)
        dense = dense[inside]
    if len(dense) < 12:
        return None
    return fitted(dense)


def _dense(hull: Array) -> Array:
    """Points every two pixels or so along a hull, so that long sides weigh as much as they are long."""
    after = np.roll(hull, -1, axis=0)
    points = []
    for start, end in zip(hull.astype(np.float32), after.astype(np.float32), strict=True):
        steps = max(1, int(np.linalg.norm(end - start) / 2))
        if steps <= 12:
            points.append(start + (end - start) * (np.arange(steps)[:, np.newaxis] / steps))
        else:
            points.append(start[np.newaxis])
    return np.concatenate(points).astype(np.float32)


def _circles(mask: Array, outlines: list[Array]) -> Iterator[Ellipse]:
    """Circles in marks that are no ellipse as a whole: two seals over each other, a seal on a red line."""
    width = mask.shape[1]
    for outline in outlines:
        left, top, across, down = cv2.boundingRect(outline)
        if max(across, down) < LONG_SIDE * width or min(across, down) < SHORT_SIDE * width:
            continue
        margin = 8
        y0, x0 = max(0, top - margin), max(0, left - margin)
        part = mask[y0 : top + down + margin, x0 : left + across + margin] * 255
        shrink = min(1.0, CIRCLES_SIDE / max(part.shape))
        small = cv2.resize(part, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        least = max(8, int(LEAST_RADIUS * width * shrink))
        most = int(min(MOST * width * shrink, min(small.shape)) / 2) + 2
        circles = cv2.HoughCircles(
            cv2.GaussianBlur(small, (0, 0), 1.2),
            cv2.HOUGH_GRADIENT,
            1.5,
            minDist=max(8, least),
            param1=160,
            param2=30,
            minRadius=least,
            maxRadius=max(least + 1, most),
        )
        for x, y, radius in (circles[0] if circles is not None else [])[:MOST_CIRCLES]:
            size = 2 * float(radius) / shrink
            yield (float(x) / shrink + x0, float(y) / shrink + y0), (size, size), 0.0
