"""Page pictures on disk and in memory: loaded, turned, brightened, written."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from verifier.ocr.engine import Array

_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
DARK = 110
"""a picture whose brightest hundredth lies below this is underexposed; a dark screen is not"""


def turned(picture: Array, turn: int) -> Array:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    return np.asarray(cv2.rotate(picture, _TURNS[turn])) if turn else picture


def brightened(picture: Array) -> Array:
    """An underexposed picture with its local contrast raised; any other as it is."""
    step = max(1, max(picture.shape[:2]) // 500)
    if np.percentile(picture[::step, ::step], 99) >= DARK:
        return picture
    lightness, a, b = cv2.split(cv2.cvtColor(picture, cv2.COLOR_BGR2LAB))
    spread = (lightness.astype(np.float32) * (255 / max(1, int(lightness.max())))).astype(np.uint8)
    raised = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(8, 8)).apply(spread)
    return np.asarray(cv2.cvtColor(cv2.merge((raised, a, b)), cv2.COLOR_LAB2BGR))


def write(picture: Array, path: Path) -> None:
    """Write a picture in the format of the path's ending, whole or not at all."""
    photo = path.suffix.lower() in (".jpg", ".jpeg")
    settings = [cv2.IMWRITE_JPEG_QUALITY, 92] if photo else [cv2.IMWRITE_PNG_COMPRESSION, 1]
    done, data = cv2.imencode(path.suffix, picture, settings)
    if not done:
        raise OSError(f"{path.name}: the picture can't be written")
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".part")
    waiting.write_bytes(data.tobytes())
    waiting.replace(path)
