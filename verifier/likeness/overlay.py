"""Two small grey copies laid over each other, however one is turned, cut or framed: does every part agree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from verifier.likeness.marks import Array, Details, opened

_FEWEST = 8
"""details that must lie alike for one copy to be laid over the other"""
_NEAR = 2.5
"""pixels by which a detail may lie elsewhere"""
_COVERED = 0.6
"""share of one of the two pictures that must lie under the other"""
_ALIKE = 0.2
"""how much the proportions of pictures without details may differ"""
_LEAST_SCALE = 0.2
"""of one copy on the other, either way; what is laid still smaller is not compared"""
_SOFTENED = 1.2
_PATCH_LEAST, _EVEN = 0.8, 8
"""correlation of a patch that is not even (deviation of its grey values)"""
_PATCHES = 9
"""patches beside each other"""
_FLAT = 1e-3
"""product of the deviations of two patches of which one is even throughout"""
_SHARED = 0.95
"""share of a patch that both pictures show"""
_SMALLER = 0.95
"""scale below which a copy is softened before it is made smaller"""


@dataclass(frozen=True, slots=True)
class Match:
    """How far two pictures agree where they lie over each other."""

    correlation: float
    """of all their grey values, one brightened as the other"""
    faults: float
    """share of the patches, even ones left out, that show something else"""


@lru_cache(maxsize=20_000)
def match(one: bytes, other: bytes) -> Match | None:
    """How far two small copies agree; None when they can't be laid over each other. ValueError: no picture."""
    (copy, details), (under, beneath) = opened(one), opened(other)
    laid = _laid(details, beneath)
    if laid is None:
        laid = _whole(copy, under) if min(len(details.points), len(beneath.points)) < _FEWEST else None
    if laid is None:
        return None
    scale = float(abs(np.linalg.det(laid[:, :2])) ** 0.5)
    if not _LEAST_SCALE < scale < 1 / _LEAST_SCALE:
        return None
    if scale > 1:
        copy, under, laid, scale = under, copy, cv2.invertAffineTransform(laid), 1 / scale
    return _compared(copy, under, laid, scale)


def _laid(details: Details, beneath: Details) -> Array | None:
    """The shift, turn and scale (2 × 3) by which most details of one copy fall on those of another."""
    if min(len(details.points), len(beneath.points)) < _FEWEST:
        return None
    pairs = cv2.BFMatcher(cv2.NORM_L2, crossCheck=True).match(details.forms, beneath.forms)
    if len(pairs) < _FEWEST:
        return None
    source = details.points[[pair.queryIdx for pair in pairs]]
    target = beneath.points[[pair.trainIdx for pair in pairs]]
    laid, held = cv2.estimateAffinePartial2D(source, target, method=cv2.RANSAC, ransacReprojThreshold=_NEAR)
    return np.asarray(laid) if laid is not None and int(held.sum()) >= _FEWEST else None


def _whole(copy: Array, under: Array) -> Array | None:
    """Pictures with hardly a detail are laid over each other as wholes, if they have the same proportions."""
    wide, high = under.shape[1] / copy.shape[1], under.shape[0] / copy.shape[0]
    if abs(wide / high - 1) > _ALIKE:
        return None
    return np.array([[wide, 0, 0], [0, high, 0]])


def _compared(copy: Array, under: Array, laid: Array, scale: float) -> Match | None:
    height, width = under.shape
    soft = cv2.GaussianBlur(copy, (0, 0), 0.5 * (1 / scale - 1)) if scale < _SMALLER else copy
    moved = cv2.warpAffine(soft, laid, (width, height), flags=cv2.INTER_LINEAR).astype(np.float32)
    ground = cv2.warpAffine(np.full(copy.shape, 255, np.uint8), laid, (width, height), flags=cv2.INTER_NEAREST)
    edged = cv2.erode(ground, np.ones((5, 5), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    there = np.asarray(edged > 0)
    shared = int(there.sum())
    if shared < _COVERED * min(under.size, copy.size * scale * scale):
        return None
    still = under.astype(np.float32)
    # what is brightened until it is white has lost what was there: both ways are tried
    ways = ((_as_bright(moved, still, there), still), (moved, _as_bright(still, moved, there)))
    return min(
        (_matched(each, below, there, shared) for each, below in ways), key=lambda one: (one.faults, -one.correlation)
    )


def _as_bright(one: Array, other: Array, there: Array) -> Array:
    """One picture with each of its greys as bright as the other shows them on average."""
    levels = one.astype(np.uint8)
    count = np.bincount(levels[there], minlength=256)
    total = np.bincount(levels[there], weights=other[there], minlength=256)
    known = np.flatnonzero(count)
    means = np.maximum.accumulate(total[known] / count[known])
    return np.interp(np.arange(256), known, means).astype(np.float32)[levels]


def _matched(one: Array, other: Array, there: Array, shared: int) -> Match:
    one, other = (cv2.GaussianBlur(each, (0, 0), _SOFTENED) for each in (one, other))
    return Match(
        _correlation(one[there], other[there]), _faults(one, other, there, max(8, round(shared**0.5 / _PATCHES)))
    )


def _faults(one: Array, other: Array, there: Array, side: int) -> float:
    """Share of the square patches that both show and that are even in neither in which the two don't agree."""
    many = side * side
    known = _sums(there.astype(np.float32), side) > _SHARED * many
    first, second = _sums(one, side) / many, _sums(other, side) / many
    spreads = [
        np.sqrt(np.maximum(0, _sums(each * each, side) / many - mean * mean))
        for each, mean in ((one.astype(np.float64), first), (other.astype(np.float64), second))
    ]
    told = known & (np.maximum(*spreads) >= _EVEN)
    both = spreads[0] * spreads[1]
    shared = _sums(one.astype(np.float64) * other, side) / many - first * second
    agree = (both > _FLAT) & (shared >= _PATCH_LEAST * both)
    return 1 - float(agree[told].mean()) if told.any() else 0.0


def _sums(values: Array, side: int) -> Array:
    """The sum of each square patch; patches overlap by half."""
    whole = cv2.integral(values, sdepth=cv2.CV_64F)
    tops, lefts = (np.arange(0, length - side + 1, side // 2) for length in values.shape)
    parts = [whole[np.ix_(top, left)] for top in (tops + side, tops) for left in (lefts + side, lefts)]
    return np.asarray(parts[0] - parts[1] - parts[2] + parts[3])


def _correlation(one: Array, other: Array) -> float:
    one, other = one - one.mean(), other - other.mean()
    spread = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / spread if spread > 1e-6 else float(abs(one).max() < 1 and abs(other).max() < 1)
