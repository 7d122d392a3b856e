"""The writing round a seal, unrolled into one upright line that an engine can read."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from verifier.facts.seals.find import open_page
from verifier.facts.seals.rings import Array
from verifier.model import Box

INNER, OUTER = 0.5, 0.9
"""between which radii the writing stands; 1.0 is the ring"""
LEAST_WRITING = 4
"""characters of a name"""
HEIGHT = 56
"""pixels of the strip"""


def unrolled_writing(image: Path, box: Box) -> Array | None:
    """The band inside the ring of a seal, from its lowest point clockwise (HEIGHT × width × 3, BGR).

    None when the picture can't be opened.
    """
    picture = open_page(image)
    if picture is None:
        return None
    left, top, right, bottom = box
    across, down = (right - left) / 2, (bottom - top) / 2
    width = round(np.pi * (INNER + OUTER) / (OUTER - INNER) * HEIGHT)
    angle = np.linspace(0, 2 * np.pi, width, endpoint=False)[np.newaxis, :] + np.pi / 2
    radius = np.linspace(OUTER, INNER, HEIGHT)[:, np.newaxis]
    xs = (left + right) / 2 + across * radius * np.cos(angle)
    ys = (top + bottom) / 2 + down * radius * np.sin(angle)
    strip = cv2.remap(
        picture, xs.astype(np.float32), ys.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip)
