"""Lines that were read once, read again from another picture of them: the small copy of the page, level, with a margin.

What was read rightly mostly comes out the same, and a guess mostly does not: `python -m tests.bench.twice` counts both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from verifier.model import Box
from verifier.ocr.engine import Array, Engine
from verifier.ocr.lines import cut
from verifier.pictures import pixels

_MARGIN = 0.1
"""of the height of a line, that is seen round it"""


def say_again(path: Path, boxes: Sequence[Box], size: tuple[int, int], engine: Engine) -> list[str] | None:
    """What each line says, '' where nothing is read; None for a picture that can't be decoded.

    `boxes`: in pixels of a page of that size (width, height), of which the picture may be a smaller copy.
    """
    picture = pixels(path)
    if picture is None:
        return None
    across, down = picture.shape[1] / size[0], picture.shape[0] / size[1]
    strips = [_strip(picture, (box[0] * across, box[1] * down, box[2] * across, box[3] * down)) for box in boxes]
    return [text for text, _ in engine.say(strips)]


def _strip(picture: Array, box: tuple[float, float, float, float]) -> Array:
    left, top, right, bottom = box
    more = _MARGIN * min(right - left, bottom - top)
    edges = [max(0.0, left - more), max(0.0, top - more), right + more, bottom + more]
    right, bottom = min(picture.shape[1], edges[2]), min(picture.shape[0], edges[3])
    corners = [[edges[0], edges[1]], [right, edges[1]], [right, bottom], [edges[0], bottom]]
    strip = cut(picture, np.array(corners, np.float32))
    return np.ascontiguousarray(strip)
