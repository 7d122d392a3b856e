"""Pictures of a bundle are decoded where its files are opened, and so are copies that a result from elsewhere holds.

What comes back is pixels, or a small picture made anew. Where nothing is said they are decoded in this process.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TypeVar

import numpy as np

from verifier.model import Box, Lost
from verifier.pictures.decoding import Array, Pixels, decoded, decoded_grey
from verifier.pictures.shown import Jpeg, cut, shown
from verifier.workers import Calls, Here

__all__ = ["PICTURES_SHOWN", "Array", "Jpeg", "crops", "decoded_by", "grey", "pixels", "shown_pages"]

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
PICTURES_SHOWN = (shown, cut)
"""called where files are opened, with a picture's path first: the same comes of the same bytes"""
Black = Sequence[Box]
"""parts of a page to black out"""

_CALLS: ContextVar[Calls] = ContextVar("calls", default=Here())  # noqa: B039 (it holds nothing)
_ONE_AT_A_TIME = Lock()
"""for threads that read pictures"""
_TOGETHER = 6
"""pages asked for at once: no more are held, and no process is started for so few"""


@contextmanager
def decoded_by(calls: Calls) -> Iterator[None]:
    """Within, pictures are decoded where these functions are called."""
    token = _CALLS.set(calls)
    try:
        yield
    finally:
        _CALLS.reset(token)


def pixels(path: Path) -> Array | None:
    """The picture as it lies (no EXIF turn), 8 bits, BGR, flattened on white; None when it can't be decoded.

    Raises OSError when the file can't be opened.
    """
    return _array(_asked(decoded, [(path,)])[0], 3)


@lru_cache(maxsize=512)
def grey(data: bytes) -> Array | None:
    """The grey values of a small copy; None when it can't be decoded."""
    found = _array(_asked(decoded_grey, [(data,)])[0], 1)
    return None if found is None else found[:, :, 0]


def shown_pages(asked: Sequence[tuple[Path, Black]]) -> Iterator[Jpeg | None]:
    """The pictures as JPEGs of bounded size; None for one that can't be shown."""
    return _some_at_a_time(shown, [(path, tuple(black)) for path, black in asked])


def crops(asked: Sequence[tuple[Path, Black, Sequence[Box | None]]]) -> Iterator[tuple[Jpeg, ...] | None]:
    """The pieces of each picture round boxes of it, None for the whole; no pieces of one that can't be shown."""
    return _some_at_a_time(cut, [(path, tuple(black), tuple(boxes)) for path, black, boxes in asked])


def _some_at_a_time(
    function: Callable[..., Answer | None], arguments: Sequence[tuple[object, ...]]
) -> Iterator[Answer | None]:
    for at in range(0, len(arguments), _TOGETHER):
        yield from _asked(function, arguments[at : at + _TOGETHER])


def _asked(function: Callable[..., Answer | None], arguments: Sequence[tuple[object, ...]]) -> list[Answer | None]:
    """What each call returns; a picture that is too much for its process is as one that is damaged."""
    with _ONE_AT_A_TIME:
        answers = _CALLS.get().each(function, arguments, lambda: None)
    for lost in (answer for answer in answers if isinstance(answer, Lost)):
        log.warning("a picture was given up: %s", lost.why)
    return [None if isinstance(answer, Lost) else answer for answer in answers]


def _array(found: Pixels | None, channels: int) -> Array | None:
    """The pixels (height × width × channels), if there are as many as is said."""
    if found is None:
        return None
    shape = (found.height, found.width, channels)
    if min(shape) < 1 or len(found.data) != found.height * found.width * channels:
        log.warning("pixels that are not of their size")
        return None
    return np.frombuffer(found.data, np.uint8).reshape(shape)
