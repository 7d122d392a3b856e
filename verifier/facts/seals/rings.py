"""A ring unrolled: whether a red mark looks like a seal, told by angle and radius."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

Ellipse = tuple[tuple[float, float], tuple[float, float], float]
"""centre, both diameters, turn in degrees, as OpenCV has it"""

ANGLES, RADII, REACH = 180, 75, 1.25
"""size of the unrolled picture, and how far beyond the ring it goes, in radii"""
RING, RIM = (0.92, 1.05), (0.88, 1.04)
"""radii, 1.0 being the ellipse: where red must stand all around, and where its mean is the ring's"""
INSIDE = 0.9
"""radius within which nothing is the ring's"""
GAP, WRITING, MIDDLE = (0.68, 0.95), (0.52, 0.84), 0.3
"""radii between which it is paler than on the ring, between which the writing stands, and of the star"""
OUTSIDE, PAPER = 1.1, 1.08
"""radii from which on no red of the ring is left, and from which on the ground is looked at"""
STRONG, PRESENT = 0.4, 0.35
"""redness, 1.0 being the ring's: of its edge, and of a ring that is there at all"""
WRITTEN = (0.2, 0.4, 0.6)
"""redness of pale characters, then of such as have run into each other"""
SECTORS = 16
FAINTEST = 8.0
"""redness (0…255) of the faintest ring"""
NEAREST, NEAR = 0.82, 0.1
"""radius from which on the edge of a ring is sought, and how far from its usual radius it may lie"""
LEAST_EDGE, LEAST_NEAR = 0.35, 0.3
"""share of the angles at which there must be an edge, and one near the usual radius"""
LIGHT = 80
"""brightness (0…255) of the darkest paper"""
UNLIKE = 45
"""difference (0…255) at which the ground in a mark is another than around it"""
LEAST_SEEN = 0.45
"""share of the ring that must lie in the picture"""
LEAST_RING = 0.78
"""share of the ring that must be red, and that must lie on one ellipse"""
FARTHEST, EVEN = 1.15, 0.05
"""radius up to which the outermost red is sought, and how far from the ellipse it may lie"""
MOST_AROUND = 0.2
"""redness outside: more, and the mark is part of something larger"""
LEAST_GAP = 0.22
"""how much paler it is between ring and writing than on the ring"""
EMPTIEST, FULLEST = 0.04, 0.62
"""red within the ring; more is a badge or a button, less a mark around something"""
LEAST_SPREAD = 0.55
MOST_WHOLE = 0.9
"""writing along the inside goes most of the way round, and is no second ring"""
LEAST_BEGINS, WHOLE = 3.5, 0.5
"""how often writing begins at least, and how red a second ring is"""
LEAST_BEGINS_SMALL, WHOLE_SMALL = 3.0, 0.8
"""the same in a small seal, whose characters run into one another"""


def fitted(points: Array) -> Ellipse | None:
    """The ellipse through points (n × 2), None when there is none."""
    if len(points) < 8:
        return None
    (x, y), (one, other), turn = cv2.fitEllipseDirect(points.astype(np.float32))
    values = (x, y, one, other, turn)
    return ((x, y), (one, other), turn) if np.isfinite(values).all() and min(one, other) > 4 else None


def settled(red: Array, ellipse: Ellipse) -> Ellipse | None:
    """The ellipse moved onto the outer edge of the red that lies near it."""
    seen, inside = _unrolled(red, ellipse)
    low = _column(NEAREST)
    strong = seen[:, low:] > STRONG
    edge = low + strong.shape[1] - 1 - strong[:, ::-1].argmax(axis=1)
    there = strong.any(axis=1) & inside[:, -1 - _column(NEAR)]
    if there.sum() < LEAST_EDGE * ANGLES:
        return None
    usual = np.median(edge[there])
    near = there & (np.abs(edge - usual) <= _column(NEAR))
    rows = np.flatnonzero(near)
    if len(rows) < LEAST_NEAR * ANGLES:
        return None
    xs, ys = _grid(ellipse)
    return fitted(np.stack([xs[rows, edge[rows]], ys[rows, edge[rows]]], axis=1))


def likeness(picture: Array, red: Array, ellipse: Ellipse, small: bool = False) -> float | None:
    """How surely the mark on an ellipse is a seal (0…1); None when it is none.

    `picture` is height × width × 3, `red` the redness of its pixels (0…255); `small` where it was enlarged to be seen.
    """
    seen, inside = _unrolled(red, ellipse)
    there = inside[:, _column(1.0)]
    if there.mean() < LEAST_SEEN:
        return None
    support = float((seen[:, _band(RING)].max(axis=1)[there] > PRESENT).mean())
    beyond = inside[:, _column(OUTSIDE) :]
    around = float(seen[:, _column(OUTSIDE) :][beyond].mean()) if beyond.any() else 0.0
    by_radius = np.where(inside, seen, 0).sum(axis=0) / np.maximum(1, inside.sum(axis=0))
    rim = float(by_radius[_band(RIM)].max())
    gap = rim - float(by_radius[_band(GAP)].min())
    weight = np.arange(_column(INSIDE))
    fill = float(by_radius[: _column(INSIDE)] @ weight / weight.sum())
    is_ring = support >= LEAST_RING and _evenness(seen[there]) >= LEAST_RING and around <= MOST_AROUND
    if not (is_ring and gap >= LEAST_GAP and EMPTIEST < fill < FULLEST and _is_written(seen[there], inside, small)):
        return None
    if not _on_paper(picture, ellipse, seen, inside):
        return None
    return min(1.0, 0.4 + 0.35 * support + 0.25 * min(1.0, gap / 0.6))


def _evenness(seen: Array) -> float:
    """Share of the way that the outermost red lies on the ellipse: of a square it does so only in places."""
    strong = seen[:, : _column(FARTHEST)] > STRONG
    edge = strong.shape[1] - 1 - strong[:, ::-1].argmax(axis=1)
    return float((np.abs(edge - _column(1.0)) <= _column(EVEN)).mean())


def _is_written(seen: Array, inside: Array, small: bool) -> bool:
    begins, spread, whole = _writing(seen, WHOLE_SMALL if small else WHOLE)
    least = LEAST_BEGINS_SMALL if small else LEAST_BEGINS
    return begins / float(inside[:, _column(1.0)].mean()) >= least and spread >= LEAST_SPREAD and whole <= MOST_WHOLE


def _writing(seen: Array, ring: float) -> tuple[float, float, float]:
    """What stands along the inside of the ring: how often red begins (characters do that often), in what share of the
    sectors there is any, and the share of the way that the wholest ring in there, of such redness, goes."""
    band = cv2.blur(seen, (3, 3))[:, _band(WRITING)]
    begins = []
    for level in WRITTEN:
        lit = band > level
        begins.append(float(np.percentile((lit & ~np.roll(lit, 1, axis=0)).sum(axis=0), 65)))
    return max(begins), _spread(band > WRITTEN[0]), float((band > ring).mean(axis=0).max())


def _spread(lit: Array) -> float:
    """Share of the sectors of a band in which something is written. A straight line of text crosses only few."""
    sectors = np.array_split(lit.any(axis=1), max(1, round(len(lit) * SECTORS / ANGLES)))
    return float(np.mean([sector.mean() > 0.15 for sector in sectors]))


def _on_paper(picture: Array, ellipse: Ellipse, seen: Array, inside: Array) -> bool:
    """Whether the ground within the ring is the same as around it, and light: ink on paper, not a sign or an icon."""
    xs, ys = _grid(ellipse)
    colours = cv2.remap(picture, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    blank = (seen < 0.25) & inside
    within, around = blank.copy(), blank.copy()
    within[:, _column(INSIDE) :] = within[:, : _column(MIDDLE)] = False
    around[:, : _column(PAPER)] = False
    if within.sum() < 200 or around.sum() < 200:
        return False
    ground, beyond = (np.percentile(colours[where], 60, axis=0) for where in (within, around))
    return bool(beyond.max() > LIGHT and ground.max() > LIGHT and np.abs(ground - beyond).max() < UNLIKE)


def _unrolled(red: Array, ellipse: Ellipse) -> tuple[Array, Array]:
    """Redness by angle and radius (ANGLES × RADII), 1.0 for the ring's own red, and what of it lies in the picture."""
    xs, ys = _grid(ellipse)
    inside = (xs >= 0) & (ys >= 0) & (xs <= red.shape[1] - 1) & (ys <= red.shape[0] - 1)
    seen = cv2.remap(red, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    rim = seen[:, _column(0.8) : _column(FARTHEST)].max(axis=1)[inside[:, _column(1.0)]]
    full = max(FAINTEST, float(np.percentile(rim, 60))) if rim.size else 255.0
    return np.clip(seen / full, 0, 1), inside


def _grid(ellipse: Ellipse) -> tuple[Array, Array]:
    (x, y), (one, other), turn = ellipse
    angle = np.linspace(0, 2 * np.pi, ANGLES, endpoint=False)[:, np.newaxis]
    radius = np.linspace(0, REACH, RADII)[np.newaxis, :]
    u, v = one / 2 * radius * np.cos(angle), other / 2 * radius * np.sin(angle)
    tilt = np.deg2rad(turn)
    xs = x + u * np.cos(tilt) - v * np.sin(tilt)
    ys = y + u * np.sin(tilt) + v * np.cos(tilt)
    return xs.astype(np.float32), ys.astype(np.float32)


def _column(radius: float) -> int:
    """The column of the unrolled picture that lies at a radius."""
    return round(radius / REACH * (RADII - 1))


def _band(radii: tuple[float, float]) -> slice:
    """The columns of the unrolled picture that lie between two radii."""
    low, high = radii
    return slice(_column(low), _column(high))
