"""Pictures are decoded; what is called here opens files, and is called where that may do harm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import cv2
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
"""a picture is height × width × 3, uint8, blue-green-red"""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture row by row, a byte a channel."""

    height: int
    width: int
    data: bytes


def decoded(path: Path) -> Pixels | None:
    """See `decode`."""
    return _pixels(decode(path.read_bytes()))


def decoded_grey(data: bytes) -> Pixels | None:
    """A small copy in grey; None when it can't be decoded."""
    return _pixels(_decode(data, cv2.IMREAD_GRAYSCALE))


def decode(data: bytes) -> Array | None:
    """The picture as it lies (no EXIF turn), 8 bits, BGR, flattened on white; None when it can't be decoded."""
    raw = _decode(data, cv2.IMREAD_UNCHANGED)
    if raw is None:
        return None
    picture = (raw // 256).astype(np.uint8) if raw.dtype == np.uint16 else raw.astype(np.uint8, copy=False)
    if picture.ndim == 2 or picture.shape[2] == 1:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    return _flat(picture) if picture.shape[2] == 4 else np.asarray(picture)


def _decode(data: bytes, way: int) -> Array | None:
    try:
        found = cv2.imdecode(np.frombuffer(data, np.uint8), way) if data else None
    except cv2.error:
        return None
    return None if found is None else np.asarray(found)


def _flat(picture: Array) -> Array:
    alpha = picture[:, :, 3:]
    if alpha.min() == 255:
        return np.ascontiguousarray(picture[:, :, :3])
    solid = alpha.astype(np.float32) / 255
    return np.asarray((picture[:, :, :3] * solid + 255 * (1 - solid)).round(), np.uint8)


def _pixels(picture: Array | None) -> Pixels | None:
    if picture is None:
        return None
    view = np.ascontiguousarray(picture).data.cast("B")  # crosses as bytes do, and is not copied before
    return Pixels(picture.shape[0], picture.shape[1], cast(bytes, view))
