"""What can't be opened at the moment: a share that drops, a file that another program holds. It is tried again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from verifier.bundle.rows import Row, digest, out_of_reach
from verifier.model import SourceFile

T = TypeVar("T")
R = TypeVar("R")

PAUSES = (0.2, 1.0, 2.0, 4.0)
"""seconds before each further try: a share that drops is back after some seconds, or not at all"""


def patiently(waiting: Sequence[T], attempt: Callable[[T], Iterable[tuple[R, bool]]]) -> Iterator[R]:
    """What an attempt at each gives, tried again as long as it says with True that something was out of reach.

    An attempt that gives several things counts as a whole.
    """
    last: dict[int, list[R]] = {}
    left = list(enumerate(waiting))
    for pause in PAUSES:
        if not left:
            break
        time.sleep(pause)
        again = []
        for at, each in left:
            found = list(attempt(each))
            last[at] = [one for one, _ in found]
            if any(lost for _, lost in found):
                again.append((at, each))
        left = again
    for at in sorted(last):
        yield from last[at]


def is_there(file: SourceFile) -> bool:
    """Whether the file can be opened where it lies and is what it was when the bundle was opened."""
    if file.stored is None:
        return True
    try:
        return digest(file.stored) == file.sha256
    except OSError:
        return False


def as_it_is(file: SourceFile) -> SourceFile:
    """The file as it lies there now: it may have been saved meanwhile."""
    if file.stored is None or file.status != "read":
        return file
    try:
        return replace(file, sha256=digest(file.stored), size=file.stored.stat().st_size)
    except OSError:
        return file


def unread(file: SourceFile, stored: Path | None = None) -> Row:
    """The row of a file that was there and could not be read, or is no more what it was."""
    return out_of_reach(file.path, file.size, "读取时打不开或正在改动", stored or file.stored, file.sha256)
