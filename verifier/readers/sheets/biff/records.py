"""The records of which old workbooks are made ([MS-XLS] and the versions before)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

BOF = (0x0009, 0x0209, 0x0409, 0x0809)
EOF, CONTINUE = 0x000A, 0x003C


@dataclass(frozen=True, slots=True)
class Record:
    kind: int
    data: bytes


def records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """The records from a place on, to the end of the stream or to a record that is cut."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if at + size > len(stream):
            return
        yield Record(kind, stream[at : at + size])
        at += size


def within(stream: bytes, at: int) -> Iterator[Record]:
    """The records of a sheet that begins at a place, without those of the charts in it."""
    depth = 0
    for record in records(stream, at):
        depth += (record.kind in BOF) - (record.kind == EOF)
        if depth <= 0:
            return
        if depth == 1 and record.kind not in BOF:
            yield record
