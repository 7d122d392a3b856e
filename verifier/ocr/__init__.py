"""`recognise`: the lines in the pictures of pages, by an engine, kept in a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from verifier.errors import EngineError
from verifier.model import Document, Page, Place, TextLine
from verifier.ocr.cache import Cache, key_of
from verifier.ocr.engine import Engine, Reading

__all__ = ["Cache", "Engine", "open_engine", "recognise"]


class Progress(Protocol):
    def advance(self, n: int = 1) -> None: ...


def _rapid() -> Engine:
    from verifier.ocr.rapid import RapidEngine

    return RapidEngine()


def _tesseract() -> Engine:
    from verifier.ocr.tesseract import TesseractEngine

    return TesseractEngine()


ENGINES: tuple[tuple[str, Callable[[], Engine]], ...] = (("auto", _rapid), ("rapid", _rapid), ("tesseract", _tesseract))


def open_engine(name: str = "auto") -> Engine:
    """The engine of that name; raises EngineError when it is not installed."""
    for known, make in ENGINES:
        if known == name:
            return make()
    raise EngineError(f"没有名为“{name}”的识别引擎，可用的有：{'、'.join(known for known, _ in ENGINES)}")


def recognise(
    documents: Sequence[Document],
    work: Path,
    engine: Engine,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> list[Document]:
    """The documents with the lines of every page that needs OCR; its picture upright, boxes in that picture's pixels.

    A picture of the same bytes is read once. Where everything is in the cache no model is loaded. Turned pictures are
    written into `work`.
    """
    read: dict[str, Reading] = {}
    work.mkdir(parents=True, exist_ok=True)
    return [_with_lines(document, work, engine, cache, read, progress) for document in documents]


def _with_lines(
    document: Document,
    work: Path,
    engine: Engine,
    cache: Cache | None,
    read: dict[str, Reading],
    progress: Progress | None,
) -> Document:
    if not any(page.needs_ocr for page in document.pages):
        return document
    pages = []
    for page in document.pages:
        if page.needs_ocr and page.image is not None:
            pages.append(_page(page, page.image, work, _reading(page.image, engine, cache, read)))
            if progress is not None:
                progress.advance()
        else:
            pages.append(page)
    return replace(document, pages=tuple(pages))


def _reading(path: Path, engine: Engine, cache: Cache | None, read: dict[str, Reading]) -> Reading:
    picture = path.read_bytes()
    key = key_of(picture, engine.name, engine.version, engine.settings)
    known = read.get(key) or (cache.get(key) if cache else None)
    if known is None:
        known = engine.read(_decoded(picture))
        if cache:
            cache.put(key, known)
    read[key] = known
    return known


def _decoded(picture: bytes) -> Any:
    import cv2
    import numpy as np

    return cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)


def _page(page: Page, path: Path, work: Path, reading: Reading) -> Page:
    place = page.place
    lines = tuple(
        TextLine(line.text, Place(place.file, place.page, line.box), line.confidence, "ocr") for line in reading.lines
    )
    image, size = (_upright(path, work, reading.turn), page.size) if reading.turn else (path, page.size)
    if size and reading.turn in (90, 270):
        size = size[1], size[0]
    return replace(page, image=image, size=size, turn=reading.turn, lines=(*page.lines, *lines))


def _upright(path: Path, work: Path, turn: int) -> Path:
    """The picture turned, in the work folder: a bundle is never written to."""
    from PIL import Image

    name = hashlib.sha256(str(path).encode()).hexdigest()[:16]
    target = work / f"{name}-{turn}.png"
    with Image.open(path) as picture:
        picture.convert("RGB").rotate(-turn, expand=True).save(target)
    return target
