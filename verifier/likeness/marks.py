"""A picture in little: a small grey copy of it, and its most telling details as hashes that a turn or a crop leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from verifier.pictures import grey as grey_copy

Array = npt.NDArray[Any]

AREA = 49_152
"""pixels of the grey copy, 256 × 192: enough to see whether people stand elsewhere, too few to read a name"""
QUALITY = 70
"""of the JPEG in which it is kept"""
MOST = 64
"""details kept of a picture"""
MARK = np.dtype([("bits", "<u8"), ("turn", "u1"), ("size", "u1")])
"""a detail: its hash, its direction in 1/256 of a turn, its size in 1/16 octaves"""
_DETAILS = 400
_CONTRAST = 0.02


@dataclass(frozen=True, slots=True)
class Sketched:
    """What is kept of a picture."""

    sketch: bytes
    """a small grey copy, JPEG"""
    marks: bytes
    """its details, the most telling first, as MARK; few or none where the picture is even"""


@dataclass(frozen=True, slots=True)
class Details:
    """The details of a grey copy, a row each."""

    points: Array
    """x, y in pixels of the copy"""
    forms: Array
    """what it looks like around them, 128 numbers a row"""


def sketched(grey: Array) -> Sketched:
    """What is kept of a picture (height × width, grey, 0…255)."""
    small = _small(grey)
    keypoints, forms = _detected(small)
    weights = np.array([-one.size * one.response for one in keypoints])
    chosen = np.argsort(weights, kind="stable")[:MOST]
    marks = np.zeros(len(chosen), MARK)
    if len(chosen):
        marks["bits"] = _hashes(forms[chosen])
        marks["turn"] = [round(keypoints[at].angle / 360 * 256) % 256 for at in chosen]
        marks["size"] = [round(16 * np.log2(max(1.0, keypoints[at].size))) for at in chosen]
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return Sketched(data.tobytes(), marks.tobytes())


@lru_cache(maxsize=512)
def opened(sketch: bytes) -> tuple[Array, Details]:
    """The grey copy and its details. Raises ValueError for bytes that are no picture."""
    copy = grey_copy(sketch) if sketch else None
    if copy is None:
        raise ValueError("no picture")
    keypoints, forms = _detected(copy)
    points = np.array([one.pt for one in keypoints], np.float32).reshape(-1, 2)
    return copy, Details(points, forms)


def _small(grey: Array) -> Array:
    height, width = grey.shape
    scale = (AREA / (height * width)) ** 0.5
    size = max(16, round(width * scale)), max(16, round(height * scale))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC))


def _detected(copy: Array) -> tuple[Any, Array]:
    detector = cv2.SIFT_create(nfeatures=_DETAILS, contrastThreshold=_CONTRAST)  # type: ignore[attr-defined]
    keypoints, forms = detector.detectAndCompute(copy, None)
    if forms is None:
        return (), np.zeros((0, 128), np.float32)
    return keypoints, np.sqrt(forms / np.maximum(1e-6, forms.sum(axis=1, keepdims=True)))


def _hashes(forms: Array) -> Array:
    weights: Array = (forms @ _directions() > 0) * (1 << np.arange(64, dtype=np.uint64))
    return np.asarray(weights.sum(axis=1, dtype=np.uint64))


@lru_cache(maxsize=1)
def _directions() -> Array:
    """64 directions (128 × 64), each opposed to itself mirrored along the detail's own direction.

    Details are as often of one hand as of the other, so each bit is as often 1 as 0, whatever the pictures.
    """
    some = np.random.default_rng(20241).standard_normal((4, 4, 8, 64))
    mirrored = some[::-1][:, :, (8 - np.arange(8)) % 8]
    return np.asarray((some - mirrored).reshape(128, 64), np.float32)
