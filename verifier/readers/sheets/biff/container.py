"""The stream of an old workbook that lies in no container, in one: programs look for it there ([MS-CFB], version 4)."""

from __future__ import annotations

import struct

from verifier import ole

_SECTOR = 4096
_FREE, _END, _OF_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_IN_HEAD = 109
"""sectors of the table that the head names, enough for 400 MB"""
_STREAM, _ROOT = 2, 5


def contained(stream: bytes, name: str = "Workbook") -> bytes:
    """A container with one stream: head, stream, directory, and the table of what follows what."""
    size = max(len(stream), _SECTOR)  # a smaller one would lie elsewhere
    count = -(-size // _SECTOR)
    tables = 1
    while tables * (_SECTOR // 4) < count + 1 + tables:
        tables += 1
    follows = [*range(1, count), _END, _END, *[_OF_TABLE] * tables]
    follows += [_FREE] * (tables * _SECTOR // 4 - len(follows))
    named = [*range(count + 1, count + 1 + tables), *[_FREE] * _IN_HEAD][:_IN_HEAD]
    head = ole.MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    head += struct.pack("<IIIIIIIII", 1, tables, count, 0, _SECTOR, _END, 0, _END, 0)
    head += struct.pack(f"<{_IN_HEAD}I", *named)
    # calamine takes a root whose stream begins nowhere for no root; this one is empty
    directory = _entry("Root Entry", _ROOT, 1, 0, 0) + _entry(name, _STREAM, _FREE, 0, size)
    body = stream.ljust(count * _SECTOR, b"\0") + directory.ljust(_SECTOR, b"\0")
    return head.ljust(_SECTOR, b"\0") + body + struct.pack(f"<{len(follows)}I", *follows)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
