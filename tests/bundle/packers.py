"""Packs files in every way that schools do: zips of Windows, rar (stored only), 7z and tar."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import libarchive

Files = Mapping[str, bytes]


def zip_of(files: Files, encoding: str = "") -> bytes:
    """A zip; with an encoding its names are in that code page and nothing says so, as Windows packs."""

    class Entry(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:
            return self.filename.encode(encoding), 0

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(Entry(name) if encoding else zipfile.ZipInfo(name), data)
    return target.getvalue()


def rar_of(files: Files, *, locked: bool = False) -> bytes:
    """A rar of version 5 whose entries are stored."""
    blocks = [b"Rar!\x1a\x07\x01\x00", _rar_block(1, 0, _vint(0))]
    for name, data in files.items():
        raw = name.encode()
        extra = _sized(_vint(1) + _vint(0) * 2 + b"\x0f" + bytes(32)) if locked else b""
        about = (
            *(_vint(4), _vint(len(data)), _vint(0o100644), struct.pack("<I", zlib.crc32(data))),
            *(_vint(0), _vint(1), _vint(len(raw)), raw),
        )
        blocks += [_rar_block(2, 2, b"".join(about), extra, len(data)), data]
    return b"".join(blocks) + _rar_block(5, 0, _vint(0))


def _rar_block(kind: int, flags: int, body: bytes, extra: bytes = b"", data: int = 0) -> bytes:
    sizes = (_vint(len(extra)) if extra else b"") + (_vint(data) if flags & 2 else b"")
    head = _sized(_vint(kind) + _vint(flags | bool(extra)) + sizes + body + extra)
    return struct.pack("<I", zlib.crc32(head)) + head


def _sized(data: bytes) -> bytes:
    return _vint(len(data)) + data


def _vint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))


def rar4_of(files: Files, encoding: str = "gbk") -> bytes:
    """A rar of the old version whose entries are stored and whose names are in the code page of Windows."""
    blocks = [b"Rar!\x1a\x07\x00", _rar4_block(0x73, 0, bytes(6))]
    for name, data in files.items():
        raw = name.encode(encoding)
        about = struct.pack(
            "<IIBIIBBHI", len(data), len(data), 2, zlib.crc32(data), 0x58210000, 20, 0x30, len(raw), 0x20
        )
        blocks += [_rar4_block(0x74, 0x8000, about + raw), data]
    return b"".join(blocks) + _rar4_block(0x7B, 0x4000, b"")


def _rar4_block(kind: int, flags: int, body: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head


def libarchive_of(files: Files, form: str, packer: str | None = None) -> bytes:
    """A 7z, or a tar that may be packed."""
    pieces: list[bytes] = []
    with libarchive.custom_writer(lambda data: pieces.append(bytes(data)) or len(data), form, packer) as archive:
        for name, data in files.items():
            archive.add_file_from_memory(name, len(data), data)
    return b"".join(pieces)


def packed(folder: Path) -> dict[str, bytes]:
    """The files of a folder, by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
