"""What can't be opened at the moment: a share that drops, a file that another program holds. It is tried again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from verifier.bundle.copies import copied
from verifier.bundle.rows import Row, digest, out_of_reach
from verifier.model import SourceFile

T = TypeVar("T")
R = TypeVar("R")
A = TypeVar("A")

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


def insisted(attempt: Callable[[], A]) -> A:
    """What an attempt gives, which is made again as long as it raises OSError, the last of which is raised."""
    for pause in PAUSES:
        try:
            return attempt()
        except OSError:
            time.sleep(pause)
    return attempt()


def is_changed(file: SourceFile) -> bool:
    """Whether the file has been saved anew since it was copied, as one that is half written at that moment will be."""
    if file.source is None:
        return False
    try:
        return digest(file.source) != file.sha256
    except OSError:
        return False


def as_it_is(file: SourceFile, work: Path) -> SourceFile:
    """The file as it lies there now, copied anew."""
    if file.source is None:
        return file
    try:
        copy = copied(file.source, work)
    except OSError:
        return file
    return replace(file, stored=copy.stored, sha256=copy.sha256, size=copy.size)


def unread(file: SourceFile) -> Row:
    """The row of a file that is no more what it was."""
    row, flags = out_of_reach(file.path, file.size, "读取时正在改动", file.sha256)
    return replace(row, source=file.source, stored=file.stored), flags
