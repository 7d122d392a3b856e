"""`recognise`: the pictures of pages that need it are read, each distinct picture once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import copy_context
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from verifier.errors import EngineError
from verifier.model import Document, Flag, Page, StandingCorrection, Table, TextLine
from verifier.ocr.again import say_again
from verifier.ocr.cache import MOST_OPENED, OPENED, Cache, key_of
from verifier.ocr.corrected import Corrections, with_corrections
from verifier.ocr.engine import Array, Engine, OcrLine, Reading
from verifier.ocr.layers import with_layers_checked
from verifier.ocr.pictures import turned, write
from verifier.ocr.strips import say, say_cut
from verifier.ocr.tables import may_hold_table, tables_on
from verifier.pictures import pixels

__all__ = [
    "MOST_OPENED",
    "OPENED",
    "Cache",
    "Corrections",
    "Engine",
    "OcrLine",
    "Progress",
    "Reading",
    "models_of",
    "open_engine",
    "recognise",
    "say",
    "say_again",
    "say_cut",
    "tables_on",
    "with_layers_checked",
]

_FEWEST_LINES = 4
"""of a page that tell how high its lines usually are"""
_SQUARE = re.compile(r"(?<=\d)²(?![\w²])")
"""what engines that do not know the sign ㎡ read for it"""
_TITLE_LINES = 3
_OFF_CENTRE, _HEAD = 0.08, 0.35
"""share of the width by which a title may stand beside the middle; of the height, from the top, in which it stands"""
_BIG = 1.3
"""times the usual height of a line"""


TablesOn = Callable[[Sequence[Page]], Sequence[tuple[Table, ...]]]
"""the tables of each page whose lines were read"""


class Progress(Protocol):
    def advance(self, n: int = 1) -> None:
        """`n` more pages are read."""
        ...


def open_engine(name: str = "auto", fast: bool = False, jobs: int = 2) -> Engine:
    """The engine of that name: `auto`, `rapid` or `tesseract`. Its models are loaded at the first picture.

    `jobs` pictures are read at once, each on one core. A `fast` engine looks less closely and computes in bf16 where
    the processor has it; single characters may come out otherwise than by default.
    Raises EngineError with a sentence for the user when the engine is unknown or not installed.
    """
    if name in ("auto", "rapid"):
        from verifier.ocr.rapid import RapidEngine

        return RapidEngine(fast, jobs)
    if name == "tesseract":
        from verifier.ocr.tesseract import TesseractEngine

        return TesseractEngine(jobs)
    raise EngineError(f"没有名为 {name} 的文字识别引擎，可用的有 auto、rapid、tesseract")


def models_of(engine: Engine) -> Mapping[str, str]:
    """SHA-256 of each model by which an engine reads, by name; empty where it has none of its own."""
    from verifier.ocr.networks import model_digests
    from verifier.ocr.rapid import RapidEngine

    return model_digests() if isinstance(engine, RapidEngine) else {}


def _tables_here(pages: Sequence[Page]) -> Sequence[tuple[Table, ...]]:
    return [tables_on(page) for page in pages]


def recognise(
    documents: Sequence[Document],
    work: Path,
    engine: Engine,
    cache: Cache | None = None,
    progress: Progress | None = None,
    corrections: Corrections = MappingProxyType({}),
    tables: TablesOn = _tables_here,
) -> tuple[Document, ...]:
    """The documents with the lines of every page that needs OCR, in pixels of its upright picture.

    A page that lies on its side gets another `image`, turned upright, and says in `turn` by how much; it is written
    into `work`, since a bundle is never written to. `corrections` stand in the place of what
    was read. A picture that can't be decoded has no lines and a flag. `tables`: finds those
    of each page.
    """
    keys: dict[Path, str] = {}
    pictures: dict[str, Path] = {}
    waiting: Counter[str] = Counter()
    for image in _images(documents):
        key = keys[image] = keys.get(image) or key_of(image.read_bytes(), engine)
        pictures.setdefault(key, image)
        waiting[key] += 1
    known: dict[str, Reading | None] = {}
    for key, reading in _readings(pictures, engine, cache):
        known[key] = reading
        if progress is not None:
            progress.advance(waiting[key])
    read = [_read(document, keys, known, work, corrections) for document in documents]
    return _with_tables(read, tables)


def _with_tables(documents: Sequence[Document], tables: TablesOn) -> tuple[Document, ...]:
    """The documents with the tables on those pages that were read from their pictures."""
    asked = [
        (at, page)
        for at, document in enumerate(documents)
        for page in document.pages
        if page.needs_ocr and may_hold_table(page)
    ]
    grids: dict[int, tuple[Table, ...]] = {}
    for (at, _), found in zip(asked, tables([page for _, page in asked]), strict=True):
        grids[at] = (*grids.get(at, ()), *found)
    return tuple(replace(document, grids=grids.get(at, ())) for at, document in enumerate(documents))


def _images(documents: Sequence[Document]) -> Iterator[Path]:
    """The picture of each page that is read."""
    pages = (page for document in documents for page in document.pages)
    return (page.image for page in pages if page.needs_ocr and page.image is not None)


def _read(
    document: Document,
    keys: Mapping[Path, str],
    known: Mapping[str, Reading | None],
    work: Path,
    corrections: Corrections,
) -> Document:
    pages: list[Page] = []
    flags = list(document.flags)
    for page in document.pages:
        if not page.needs_ocr or page.image is None:
            pages.append(page)
            continue
        reading = known[keys[page.image]]
        own = corrections.get((document.file.sha256, page.place.page or 1), ())
        read = _with_lines(page, reading, keys[page.image], work, own) if reading else None
        if read is None:
            flags.append(_undecodable(page))
        elif reading and reading.unread:
            flags.append(_unread(page, reading))
        pages.append(read or page)
    return replace(document, pages=tuple(pages), flags=tuple(flags))


def _readings(
    pictures: Mapping[str, Path], engine: Engine, cache: Cache | None
) -> Iterator[tuple[str, Reading | None]]:
    """The reading of each picture, as it gets ready: from the cache, or read, some at once; None can't be decoded."""
    pool = ThreadPoolExecutor(engine.jobs)
    try:
        asked = {}
        # the largest first, so that no core waits at the end for one that came last
        for key, path in sorted(pictures.items(), key=lambda one: -one[1].stat().st_size):
            stored = cache.get(key) if cache else None
            if stored is not None:
                yield key, stored
            else:
                asked[pool.submit(copy_context().run, _reading, path, engine)] = key
        for done in as_completed(asked):
            reading = done.result()
            if cache and reading is not None:
                cache.put(asked[done], reading)
            yield asked[done], reading
    finally:
        pool.shutdown(cancel_futures=True)


def _reading(path: Path, engine: Engine) -> Reading | None:
    picture = pixels(path)
    return None if picture is None else engine.read(picture)


def _with_lines(
    page: Page, reading: Reading, key: str, work: Path, corrections: Sequence[StandingCorrection]
) -> Page | None:
    """None when a picture that is to be turned can't be decoded, which its reading may be older than."""
    image, size = page.image, page.size
    if reading.turn:
        assert image is not None
        lying, image = image, _upright_path(image, key, work)
        upright = _written(lying, reading.turn, image)
        if upright is None:
            return None
        size = (upright.shape[1], upright.shape[0])
    lines = tuple(
        TextLine(_SQUARE.sub("㎡", line.text), replace(page.place, box=line.box), line.confidence, "ocr")
        for line in reading.lines
    )
    lines = with_corrections(lines, corrections)
    return replace(page, image=image, size=size, turn=reading.turn, lines=(*page.lines, *_with_titles(lines, size)))


def _upright_path(image: Path, key: str, work: Path) -> Path:
    ending = ".jpg" if image.suffix.lower() in (".jpg", ".jpeg") else ".png"
    return work / f"{key[:32]}-upright{ending}"


def _written(image: Path, turn: int, path: Path) -> Array | None:
    picture = pixels(image)
    if picture is None:
        return None
    upright = turned(picture, turn)
    write(upright, path)
    return upright


def _with_titles(lines: tuple[TextLine, ...], size: tuple[int, int] | None) -> tuple[TextLine, ...]:
    """Big centred lines at the head of a page are its title."""
    heights = sorted(_height(line) for line in lines)
    if len(lines) < _FEWEST_LINES or size is None:
        return lines
    usual = heights[len(heights) // 2]

    def is_title(line: TextLine) -> bool:
        left, top, right, _ = line.place.box or (0, 0, 0, 0)
        centred = abs((left + right) / 2 - size[0] / 2) < _OFF_CENTRE * size[0]
        return centred and top < _HEAD * size[1] and _height(line) >= _BIG * usual and right - left > _height(line)

    titles = [line for line in lines if is_title(line)]
    if not titles or len(titles) > _TITLE_LINES:
        return lines
    return tuple(replace(line, role="title") if line in titles else line for line in lines)


def _height(line: TextLine) -> int:
    box = line.place.box or (0, 0, 0, 0)
    return box[3] - box[1]


def _unread(page: Page, reading: Reading) -> Flag:
    count = len(reading.unread)
    text = f"{page.place}的红色印章下有{count}行文字看得见而读不出来，可能有姓名或日期没有计入，请打开原件核对。"
    return Flag("low-confidence", "review", text, replace(page.place, box=reading.unread[0]))


def _undecodable(page: Page) -> Flag:
    return Flag(
        "unreadable-file", "gap", f"{page.place} 的图片无法解码，没有读到文字，请重新提交清晰的图片", page.place
    )
