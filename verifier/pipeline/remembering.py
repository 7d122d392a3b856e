"""What a file held when it was opened, and how its pages were shown, is kept by all that it follows from.

Most papers of a bundle that is checked again are the same as before: their files are then not opened, no process is
started for them, and what comes back is what came out of one then.
"""

from __future__ import annotations

import hashlib
import logging
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from verifier.model import Document, Lost, Page, SourceFile, Terms
from verifier.ocr import Cache, tables_on
from verifier.pictures import PICTURES_SHOWN
from verifier.pipeline.made_by import code_of
from verifier.readers import render
from verifier.workers import Calls, NotUnderstood, packed, plain, unpacked

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Places = dict[Path | None, Path | None]
"""where what lies somewhere lies elsewhere"""

_OPEN = ("files", "language", "likeness", "mail", "model", "ocr", "ole", "pictures", "readers", "workers")
"""rooms on whose code it depends what a file holds"""
LIBRARIES = (
    *("charset-normalizer", "cryptography", "cssselect", "gmalg", "lxml", "msoffcrypto-tool", "numpy", "olefile"),
    *("opencv-python-headless", "openpyxl", "pdfminer.six", "pdfplumber", "pikepdf", "pillow", "pillow-heif"),
    *("pypdfium2", "python-calamine", "tinycss2"),
)
_MOST_KEPT = 16 << 20
"""bytes of one answer"""
_FILE, _WORK = Path("file"), Path("work")
"""in what is kept: the paper itself, and the folder into which its reader wrote"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held."""

    documents: tuple[Document, ...]
    """with paths below `_FILE` and `_WORK`"""
    written: tuple[tuple[Path, bytes], ...]
    """what was written for them, by its path below `_WORK`"""


class Remembering:
    """Calls of which some are answered from what is kept of earlier ones."""

    def __init__(self, calls: Calls, cache: Cache) -> None:
        self._calls, self._cache, self._room = calls, cache, cache.room
        self._is_full = False
        """room was made once: what is left is of today"""
        self._one_at_a_time = Lock()

    def each(
        self, function: Callable[..., Answer], arguments: Sequence[tuple[object, ...]], done: Callable[[], None]
    ) -> list[Answer | Lost]:
        """As `Calls` says."""
        kept: Callable[..., _Kept | None] | None = _KEPT.get(function)
        asked = [kept(*each) if kept is not None else None for each in arguments]
        known = {at: answer for at, one in enumerate(asked) if one and (answer := self._before(one)) is not None}
        for _ in known:
            done()
        missing = [at for at in range(len(arguments)) if at not in known]
        made = self._calls.each(function, [arguments[at] for at in missing], done) if missing else []
        answers = dict(zip(missing, made, strict=True))
        for at, answer in answers.items():
            if (one := asked[at]) is not None and not isinstance(answer, Lost):
                self._keep(one, answer)
        return [answers[at] if at in answers else known[at] for at in range(len(arguments))]

    def _before(self, one: _Kept) -> Any:
        """What was kept; None where that is nothing, or nothing that can be understood."""
        with self._one_at_a_time:
            data = self._cache.bytes_of(one.key)
        if data is None:
            return None
        with suppress(NotUnderstood, OSError, ValueError, struct.error):
            return one.restored(unpacked(_pieces(data), one.kind, (_FILE, _WORK)))
        log.warning("what was kept of a paper makes no sense")
        return None

    def _keep(self, one: _Kept, answer: object) -> None:
        lasting = one.lasting(answer)
        if lasting is None:
            return
        data = b"".join(_framed(packed(lasting, one.kind)))
        if len(data) > _MOST_KEPT:
            return
        with self._one_at_a_time:
            if len(data) > self._room and not self._is_full:
                self._is_full = True
                self._cache.make_room()
                self._room = self._cache.room
            if len(data) <= self._room:
                self._room -= len(data)
                self._cache.put_bytes(one.key, data)


@dataclass(frozen=True, slots=True)
class _Kept:
    """How the answer of one call is kept."""

    key: str
    kind: Callable[..., object]
    """a function whose annotation says of which type it is as it is kept"""
    lasting: Callable[[Any], object | None]
    """the answer as it is kept; None for one that may come out otherwise the next time"""
    restored: Callable[[Any], object]
    """the other way"""


def _of_file(file: SourceFile, work: Path, terms: Terms) -> _Kept | None:
    """With passwords nothing is kept: what they open shall not lie open."""
    if terms.passwords or file.stored is None:
        return None
    bare = replace(file, stored=None, source=None)
    with suppress(OSError):
        key = _key(render, _content(file.stored), plain(bare, SourceFile), terms)
        return _Kept(key, _lasting, lambda found: _lasting(found, file, work), lambda kept: _laid(kept, file, work))
    return None


def _of_page(page: Page) -> _Kept | None:
    if page.image is None:
        return None
    with suppress(OSError):
        told = plain(replace(page, image=None), Page)
        return _Kept(_key(tables_on, _content(page.image), told), tables_on, _same, _same)
    return None


def _of_picture(function: Callable[..., object]) -> Callable[..., _Kept | None]:
    def kept(path: Path, *how: object) -> _Kept | None:
        with suppress(OSError):
            return _Kept(_key(function, _content(path), *how), function, _same, _same)
        return None

    return kept


def _same(answer: object) -> object:
    return answer


_KEPT: dict[Callable[..., Any], Callable[..., _Kept | None]] = {
    render: _of_file,
    tables_on: _of_page,
    **{function: _of_picture(function) for function in PICTURES_SHOWN},
}


def _lasting(found: tuple[Document, ...], file: SourceFile, work: Path) -> Opened | None:
    """None unless all of it was read: what failed may go well the next time."""
    written = {path for document in found for path in _paths(document)} - {file.stored}
    read = all(document.file.status == "read" for document in found)
    if not read or not all(path.is_relative_to(work) for path in written):
        return None
    places: Places = {path: _WORK / path.relative_to(work) for path in written}
    places |= {file.stored: _FILE, file.source: None}
    try:
        data = tuple((_WORK / path.relative_to(work), path.read_bytes()) for path in sorted(written))
    except OSError:
        return None
    return Opened(tuple(_placed(document, places) for document in found), data)


def _laid(kept: Opened, file: SourceFile, work: Path) -> tuple[Document, ...]:
    """What the file holds, with what its reader wrote then in the folder. Raises OSError, ValueError for
    what was to lie elsewhere."""
    places: Places = {_FILE: file.stored}
    for name, data in kept.written:
        path = work / name.relative_to(_WORK)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        places[name] = path
    own, *inside = (_placed(document, places) for document in kept.documents)
    return replace(own, file=replace(own.file, source=file.source)), *inside


def _paths(document: Document) -> Iterator[Path]:
    told = (document.file.stored, *(page.image for page in document.pages))
    return (path for path in told if path is not None)


def _placed(document: Document, places: Places) -> Document:
    """The document with its paths elsewhere."""
    file = document.file
    file = replace(file, stored=places.get(file.stored, file.stored), source=places.get(file.source, file.source))
    pages = tuple(replace(page, image=places.get(page.image, page.image)) for page in document.pages)
    return replace(document, file=file, pages=pages)


def _key(function: Callable[..., object], *told: object) -> str:
    name = f"{function.__module__}.{function.__name__}"
    return hashlib.sha256(repr((code_of(_OPEN, LIBRARIES), name, *told)).encode("utf-8", "surrogatepass")).hexdigest()


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _framed(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    for piece in pieces:
        yield struct.pack("<Q", memoryview(piece).nbytes)
        yield piece


def _pieces(data: bytes) -> Iterator[bytes]:
    """Raises struct.error for what was cut."""
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from("<Q", data, at)
        yield data[at + 8 : at + 8 + size]
        at += 8 + size
