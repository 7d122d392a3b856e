"""What an archive holds and the bytes of it, by one pattern for all kinds; here that of zips."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from verifier.bundle.names import decodes
from verifier.bundle.unflagged import Unflagged

_PIECE = 1 << 20
_ANY = 1 << 20
_UTF8_FLAG = 0x800
_LOCKED_FLAG = 0x1
_UNICODE_PATH = 0x7075
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
ZIP_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, NotImplementedError, RuntimeError, MemoryError),
)


class Broken(Exception):
    """The archive, or an entry of it, can't be unpacked."""


class Locked(Exception):
    """The archive does not even tell its names without a password."""


class Missing(Exception):
    """What opens this kind of archive is not on this machine; the message says what to install, in Chinese."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in an archive, as the archive tells of it."""

    name: str | bytes
    """bytes of an unknown code page"""
    size: int = 0
    """unpacked; 0 where the archive does not say"""
    packed: int = 0
    """0 where entries share one stream"""
    mode: int = 0
    """of Unix: links and devices; 0 for a plain file"""
    locked: bool = False

    @property
    def folder(self) -> bool:
        last = self.name[-1:]
        return stat.S_ISDIR(self.mode) or (last in ("/", "\\", b"/") and not stat.S_ISLNK(self.mode))


@dataclass(frozen=True, slots=True)
class Listing:
    entries: tuple[Entry, ...]
    """in the archive's order"""
    cut: bool = False
    """it is damaged behind the last of them"""


class Packing(Protocol):
    """An archive of some kind."""

    def listing(self, most: int) -> Listing:
        """What it holds, at most so many entries. Raises Broken, Locked or Missing."""

    def contents(self) -> Iterator[Iterator[bytes]]:
        """The bytes of each entry in the same order, in pieces, which raise Broken; each to be read in its turn."""


@dataclass(frozen=True, slots=True)
class Zip:
    path: Path

    @property
    def is_locked(self) -> bool:
        """Whether any of it needs a password."""
        try:
            return any(entry.locked for entry in self.listing(_ANY).entries)
        except Broken:
            return False

    @property
    def is_usual(self) -> bool:
        """Whether `zipfile` knows how each file is packed: WinZip has ways of its own."""
        try:
            with self._opened() as archive:
                infos = archive.infolist()
        except ZIP_FAULTS:
            return True
        return all(info.compress_type in _USUAL or info.flag_bits & _LOCKED_FLAG for info in infos)

    def listing(self, most: int) -> Listing:
        try:
            with self._opened() as archive:
                return Listing(tuple(map(_zip_entry, archive.infolist()[:most])))
        except ZIP_FAULTS as fault:
            raise Broken from fault

    def contents(self) -> Iterator[Iterator[bytes]]:
        with self._opened() as archive:
            for info in archive.infolist():
                yield _zip_pieces(archive, info)

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        with ExitStack() as opened:
            try:
                archive = zipfile.ZipFile(self.path)
            except UnicodeDecodeError:
                archive = zipfile.ZipFile(opened.enter_context(Unflagged(self.path)))
            yield opened.enter_context(archive)


def _zip_entry(info: zipfile.ZipInfo) -> Entry:
    locked = bool(info.flag_bits & _LOCKED_FLAG)
    return Entry(_zip_name(info), info.file_size, info.compress_size, info.external_attr >> 16, locked)


def _zip_pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as source:
            while piece := source.read(_PIECE):
                yield piece
    except ZIP_FAULTS as fault:
        raise Broken from fault


def _zip_name(info: zipfile.ZipInfo) -> str | bytes:
    if info.flag_bits & _UTF8_FLAG:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    return _unicode_path(info.extra, raw) or raw


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name in UTF-8 that Info-ZIP and WinRAR put beside the one in the local code page."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        fits = kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw)
        if fits and decodes(field[5:], "utf-8"):
            return field[5:].decode("utf-8")
    return ""
