"""Text layers that are believed: a few rows of each are read again in the page picture, which a person sees.

A page whose layer says something else than it shows is read by OCR like a scan.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz

from verifier.model import Document, Flag, Page, Place, Probe
from verifier.ocr.cache import Cache
from verifier.ocr.engine import Array, Engine
from verifier.ocr.strips import say
from verifier.pictures import pixels

_ALIKE = 50
"""of 100: how much of a row must be read as the layer says"""
_SURE = 0.8
"""confidence of a reading that contradicts the layer"""
_NOTHING = 0.5
"""confidence below which nothing was read"""
_DIGITS = 4
"""that a row must have so that they are compared alone"""
_FEWEST = 4
"""letters that are compared without the signs around them"""
_MARGIN = 3
"""pixels around a row"""
_SHOWN = 20
"""characters of a text that a message shows"""


@dataclass(frozen=True, slots=True)
class _Lie:
    page: Page
    probe: Probe
    read: str


def with_layers_checked(
    documents: Sequence[Document], engine: Engine, cache: Cache | None = None
) -> tuple[Document, ...]:
    """The documents; pages whose text layer is not what they show have lost it and wait for OCR, which a flag says."""
    return tuple(_checked(document, engine, cache) for document in documents)


def _checked(document: Document, engine: Engine, cache: Cache | None) -> Document:
    lies = [lie for page in document.pages if page.probes for lie in _lies(page, engine, cache)]
    if not lies:
        return document
    lost = _pages_lost(document, lies)
    pages = tuple(_without_layer(page) if page.place.page in lost else page for page in document.pages)
    tables = tuple(table for table in document.tables if table.place.page not in lost)
    unveiled = document.unveiled and tuple(table for table in document.unveiled if table.place.page not in lost)
    return replace(document, pages=pages, tables=tables, unveiled=unveiled, flags=_with_flag(document, lies[0]))


def _pages_lost(document: Document, lies: Sequence[_Lie]) -> frozenset[int | None]:
    """The pages of the lies; all pages with text where one is in the font, which all may use."""
    if all(lie.probe.suspect for lie in lies):
        return frozenset(lie.page.place.page for lie in lies)
    return frozenset(page.place.page for page in document.pages if not page.needs_ocr and page.image is not None)


def _without_layer(page: Page) -> Page:
    return replace(page, lines=(), numbers=(), needs_ocr=True)


def _lies(page: Page, engine: Engine, cache: Cache | None) -> Iterator[_Lie]:
    picture = pixels(page.image) if page.image is not None else None
    if picture is None:
        return
    strips = [_cut(picture, probe) for probe in page.probes]
    for probe, (read, confidence) in zip(page.probes, say(strips, engine, cache), strict=True):
        if contradicts(probe, read, confidence):
            yield _Lie(page, probe, read)


def _cut(picture: Array, probe: Probe) -> Array:
    left, top, right, bottom = probe.box
    part = picture[max(0, top - _MARGIN) : bottom + _MARGIN, max(0, left - _MARGIN) : right + _MARGIN]
    return np.ascontiguousarray(part)


def contradicts(probe: Probe, read: str, confidence: float) -> bool:
    """Whether the page shows something else than the layer says; nothing at all, for a row under suspicion."""
    if confidence < _SURE:
        return probe.suspect and confidence < _NOTHING
    said, shown = _letters(probe.text), _letters(read)
    if fuzz.ratio(said, shown) < _ALIKE:
        return True
    digits = ["".join(filter(str.isdecimal, text)) for text in (said, shown)]
    return min(map(len, digits)) >= _DIGITS and fuzz.ratio(*digits) < _ALIKE


def _letters(text: str) -> str:
    """The letters, or all signs of a text that has hardly any."""
    plain = unicodedata.normalize("NFKC", text)
    letters = "".join(filter(str.isalnum, plain))
    return letters if len(letters) >= _FEWEST else "".join(plain.split())


def _with_flag(document: Document, lie: _Lie) -> tuple[Flag, ...]:
    said, read = lie.probe.text[:_SHOWN], lie.read[:_SHOWN]
    shown = f"页面上是“{read}”" if read else "页面上看不到"
    text = f"{lie.page.place}的文字层与页面不一致（文字层是“{said}”，{shown}），已按页面图像识别，请打开原件核对。"
    others = tuple(flag for flag in document.flags if flag.code != "content-unconfirmed")
    before = [flag.message for flag in document.flags if flag.code == "content-unconfirmed"]
    path = document.file.path
    return (*others, Flag("content-unconfirmed", "review", "".join((*before, text)), Place(path)))
