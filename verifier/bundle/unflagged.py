"""A zip that says of its names that they are in UTF-8, and is wrong, as one that does not say it: `zipfile` refuses the
whole of such a zip for one name. Some packers of Windows write the flag beside names in the local code page."""

from __future__ import annotations

import io
import struct
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 0xFFFF
_LISTED, _LISTED_SIZE = b"PK\x01\x02", 46
_FLAG = 0x08
"""of UTF-8, in the second byte of the flags"""
_IN_LIST, _IN_HEAD = 9, 7
"""where that byte stands in an entry of the list at the end, and in the head before each file"""


class Unflagged(io.FileIO):
    """The file as it is but for the flags."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._places = sorted(_places(self))
        self.seek(0)

    def read(self, size: int | None = -1, /) -> bytes:
        start = self.tell()
        data = bytearray(super().read(-1 if size is None else size) or b"")
        for place in self._places[bisect_left(self._places, start) :]:
            if place >= start + len(data):
                break
            data[place - start] &= ~_FLAG
        return bytes(data)


def _places(stored: io.FileIO) -> Iterator[int]:
    """Where the flags of all entries stand; those of zips over 4 GB are not looked for."""
    size = stored.seek(0, io.SEEK_END)
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT)
    stored.seek(start)
    tail = io.FileIO.readall(stored)
    end = tail.rfind(_END)
    if end < 0 or end + _END_SIZE > len(tail):
        return
    length, at = struct.unpack_from("<II", tail, end + 12)
    moved = start + end - length - at
    stored.seek(at + moved)
    listed = io.FileIO.read(stored, length) or b""
    place = 0
    while listed.startswith(_LISTED, place) and place + _LISTED_SIZE <= len(listed):
        name, extra, comment = struct.unpack_from("<HHH", listed, place + 28)
        yield at + moved + place + _IN_LIST
        yield struct.unpack_from("<I", listed, place + 42)[0] + moved + _IN_HEAD
        place += _LISTED_SIZE + name + extra + comment
