"""Single lines that were cut out and straightened elsewhere, read or known from earlier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.ocr.cache import Cache, key_of
from verifier.ocr.engine import Array, Engine, OcrLine, Reading


def say_cut(what: bytes, cut: Callable[[], Array | None], engine: Engine, cache: Cache | None) -> tuple[str, float]:
    """As `say`, of one strip that is cut out only where nobody knows yet what it says.

    `what`: what tells it from all others, its picture and the place there.
    """
    key = key_of(b"cut " + what, engine)
    reading = cache.get(key) if cache else None
    if reading is None:
        strip = cut()
        if strip is None:
            return "", 0.0
        reading = _kept(strip, key, engine, cache)
    return _told(reading)


def say(strips: Sequence[Array], engine: Engine, cache: Cache | None) -> list[tuple[str, float]]:
    """Text (NFC) and confidence (0…1) of each strip, ("", 0.0) where nothing is read."""
    return [_said(strip, engine, cache) for strip in strips]


def _said(strip: Array, engine: Engine, cache: Cache | None) -> tuple[str, float]:
    height, width = strip.shape[:2]
    key = key_of(f"strip {width}×{height}".encode() + strip.tobytes(), engine)
    reading = cache.get(key) if cache else None
    return _told(reading or _kept(strip, key, engine, cache))


def _kept(strip: Array, key: str, engine: Engine, cache: Cache | None) -> Reading:
    height, width = strip.shape[:2]
    ((text, confidence),) = engine.say([strip])
    reading = Reading(0, (OcrLine(text, (0, 0, width, height), confidence),) if text else ())
    if cache:
        cache.put(key, reading)
    return reading


def _told(reading: Reading) -> tuple[str, float]:
    return (reading.lines[0].text, reading.lines[0].confidence) if reading.lines else ("", 0.0)
