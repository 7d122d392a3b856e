"""Single lines that were cut out and straightened elsewhere, read or known from earlier."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.ocr.cache import Cache, key_of
from verifier.ocr.engine import Array, Engine, OcrLine, Reading


def say(strips: Sequence[Array], engine: Engine, cache: Cache | None) -> list[tuple[str, float]]:
    """Text (NFC) and confidence (0…1) of each strip, ("", 0.0) where nothing is read."""
    return [_said(strip, engine, cache) for strip in strips]


def _said(strip: Array, engine: Engine, cache: Cache | None) -> tuple[str, float]:
    height, width = strip.shape[:2]
    key = key_of(f"strip {width}×{height}".encode() + strip.tobytes(), engine)
    reading = cache.get(key) if cache else None
    if reading is None:
        ((text, confidence),) = engine.say([strip])
        reading = Reading(0, (OcrLine(text, (0, 0, width, height), confidence),) if text else ())
        if cache:
            cache.put(key, reading)
    return (reading.lines[0].text, reading.lines[0].confidence) if reading.lines else ("", 0.0)
