"""A sentence and a picture that stand nowhere else, planted at every place of a paper, and what became of each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
from PIL import Image, UnidentifiedImageError

from verifier import pipeline
from verifier.bundle import open_bundle
from verifier.model import Document, Flag

P = TypeVar("P")
"""a piece of a paper of some format"""

READ, ROW, LOST = "read", "a row of its own", "lost"
"""what becomes of a sentence, of a picture, of either; anything else is words of the flag or reason that tells of it"""
_ACROSS, _DOWN, _FIELD = 8, 8, 30
_ALIKE = 12
"""grey values by which two pictures may differ on average: some formats keep them as JPEG or draw them anew"""


@dataclass(frozen=True, slots=True)
class Seed:
    """What is planted at one place."""

    number: int
    sentence: str
    picture: bytes
    """a PNG"""


@dataclass(frozen=True, slots=True)
class Place(Generic[P]):
    name: str
    plant: Callable[[Seed], P]
    """a piece of the paper that has the sentence and the picture, as far as the place takes them"""
    text: str = ""
    """what becomes of the sentence; '' where the place takes none"""
    picture: str = ""
    """of the picture"""


@dataclass(frozen=True, slots=True)
class Paper(Generic[P]):
    """All places of one format in one file."""

    format: str
    """row of the table of formats in README.md"""
    name: str
    places: tuple[Place[P], ...]
    made: Callable[[Sequence[P]], bytes]
    sentence: Callable[[int], str] = lambda number: f"第{number:02}处写着的一句话"

    @property
    def data(self) -> bytes:
        seeds = (Seed(at, self.sentence(at), picture(at)) for at in range(1, len(self.places) + 1))
        return self.made([place.plant(seed) for place, seed in zip(self.places, seeds, strict=True)])

    def fates(self, documents: Sequence[Document], flags: Sequence[Flag]) -> dict[str, tuple[str, str]]:
        """Place → what became of its sentence and of its picture where the paper, and maybe others, were opened."""
        seen = _seen([each for each in documents if each.file.path.startswith(self.name)], flags)
        return {
            place.name: (
                place.text and seen.fate_of(self.sentence(at), place.text),
                place.picture and seen.fate_of_picture(picture(at), place.picture),
            )
            for at, place in enumerate(self.places, 1)
        }

    @property
    def expected(self) -> dict[str, tuple[str, str]]:
        return {place.name: (place.text, place.picture) for place in self.places}


@cache
def picture(number: int) -> bytes:
    """Coloured fields, which no other number has."""
    fields = np.random.default_rng(number).integers(0, 255, (_DOWN, _ACROSS, 3), dtype=np.uint8)
    target = io.BytesIO()
    large = (_ACROSS * _FIELD, _DOWN * _FIELD)
    Image.fromarray(fields).resize(large, Image.Resampling.NEAREST).save(target, "PNG")
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Seen:
    text: str
    """of all papers and of what they hold"""
    pictures: tuple[bytes, ...]
    """those that have rows"""
    told: str
    """flags and reasons"""

    def fate_of(self, sentence: str, expected: str) -> str:
        return READ if sentence in self.text else self._told(expected)

    def fate_of_picture(self, data: bytes, expected: str) -> str:
        return ROW if any(_are_alike(data, each) for each in self.pictures) else self._told(expected)

    def _told(self, expected: str) -> str:
        return expected if expected in self.told else LOST


def fates(papers: Sequence[Paper[Any]], folder: Path) -> dict[str, dict[str, tuple[str, str]]]:
    """Name of a paper → what became of what was planted there, when all are opened like a bundle."""
    (folder / "in").mkdir(parents=True)
    for paper in papers:
        (folder / "in" / paper.name).write_bytes(paper.data)
    bundle = open_bundle(folder / "in", folder / "work")
    documents = pipeline.documents_of(bundle, folder / "read", pipeline.Opening(), pipeline.Silent())
    return {paper.name: paper.fates(documents, bundle.flags) for paper in papers}


def _seen(documents: Sequence[Document], flags: Sequence[Flag]) -> _Seen:
    messages = (flag.message for flag in (*flags, *(flag for document in documents for flag in document.flags)))
    reasons = (document.file.reason or "" for document in documents)
    return _Seen(
        "\n".join(document.text for document in documents),
        tuple(path.read_bytes() for document in documents for path in _pictures(document)),
        "\n".join((*messages, *reasons)),
    )


def _pictures(document: Document) -> Iterator[Path]:
    """The picture that a document is, and its pages."""
    if document.file.kind == "image":
        yield from filter(None, (document.file.stored, *(page.image for page in document.pages)))


def _are_alike(planted: bytes, found: bytes) -> bool:
    try:
        one, other = (_fields(each) for each in (planted, found))
    except (UnidentifiedImageError, OSError):
        return False
    return float(np.abs(one - other).mean()) <= _ALIKE


@cache
def _fields(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    small = Image.open(io.BytesIO(data)).convert("L").resize((_ACROSS, _DOWN), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float32)
