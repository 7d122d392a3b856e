"""Archives that libarchive opens: rar, 7z, tar and what is packed around it. Read from front to end."""

from __future__ import annotations

import locale
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import rarfile

from verifier.bundle.packing import Broken, Entry, Listing, Locked, Missing

_PIECE = 1 << 20
_UTF8_LOCALES = ("C.UTF-8", ".UTF-8", "en_US.UTF-8")
_OF_WINDOWS = r"C:\Windows\System32\archiveint.dll"
"""libarchive as Windows itself has it"""
_HOW = "请在本机安装 libarchive（Debian 或 Ubuntu 用 apt-get install libarchive13）后再核验，或改用 .zip 重新压缩"


_FILTERS = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"))
_PAGES = ("utf-8", "gb18030")
"""in which a Chinese password may have been typed"""
_RAR5 = b"Rar!\x1a\x07\x01"


class _Stored(Protocol):
    """One thing in an archive, as libarchive tells of it."""

    _entry_p: Any
    size: int | None
    mode: int
    islnk: bool
    isdir: bool

    def get_blocks(self, size: int) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Streamed:
    path: Path
    name: str
    """of the archive: a single packed file bears it without its last ending"""
    form: str
    password: bytes = field(default=b"", repr=False)

    def unlocked(self, passwords: Sequence[str]) -> Streamed:
        """With the first of the passwords that opens it; as it is when none does."""
        for password in dict.fromkeys(each.encode(page, "replace") for each in passwords for page in _PAGES):
            opened = replace(self, password=password)
            if opened._opens():
                return opened
        return self

    def _opens(self) -> bool:
        """Whether its first locked file can be read to its end: a wrong password may pass at the start."""
        try:
            with self._opened() as archive:
                for entry in archive:
                    if _library().is_locked(entry._entry_p) and not entry.isdir:
                        for _ in _pieces(entry):
                            pass
                        return True
        except (_library().fault, Broken):
            return False
        return True

    def listing(self, most: int) -> Listing:
        found: list[Entry] = []
        cut = False
        try:
            with self._opened() as archive:
                found.extend(map(self._entry, islice(archive, most)))
        except _library().fault as fault:
            if "encrypt" in str(fault):
                raise Locked from fault
            cut = True
        locks = self._rar_locks(len(found))
        if not found:
            raise Locked if locks else Broken
        entries = (replace(each, locked=True) if index in locks else each for index, each in enumerate(found))
        return Listing(tuple(entries), cut)

    def contents(self) -> Iterator[Iterator[bytes]]:
        try:
            with self._opened() as archive:
                for entry in archive:
                    yield _pieces(entry)
        except _library().fault as fault:
            raise Broken from fault

    def _entry(self, entry: _Stored) -> Entry:
        library = _library()
        name = library.wide_name(entry._entry_p) or library.raw_name(entry._entry_p) or b""
        if name == "data" and self._means()[0] == "raw":
            name = Path(self.name).stem
        mode = stat.S_IFLNK if entry.islnk else entry.mode
        locked = bool(library.is_locked(entry._entry_p)) and not self.password
        return Entry(name, entry.size or 0, 0, mode, locked)

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        with _names_in_utf8():
            form, packer = self._means()
            with _library().open(str(self.path), form, packer, passphrase=self.password or None) as archive:
                if form == "raw" and not archive.filter_names:
                    raise Broken
                yield archive

    def _means(self) -> tuple[str, str]:
        """The one format and filter that libarchive may use: among all of them are some that open other files."""
        with self.path.open("rb") as stream:
            head = stream.read(8)
        if self.form == "rar":
            return ("rar5" if head.startswith(_RAR5) else "rar"), "none"
        packer = next((name for magic, name in _FILTERS if head.startswith(magic)), "none")
        if packer == "none":
            return {"7z": "7zip"}.get(self.form, self.form), packer
        return ("tar" if self._holds_tar(packer) else "raw"), packer

    def _holds_tar(self, packer: str) -> bool:
        library = _library()
        try:
            with library.open(str(self.path), "tar", packer) as archive:
                return next(iter(archive), None) is not None
        except library.fault:
            return False

    def _rar_locks(self, count: int) -> frozenset[int]:
        """Which entries of a rar need a password: libarchive does not tell of those of RAR 5."""
        if self.form != "rar":
            return frozenset()
        try:
            with rarfile.RarFile(self.path) as archive:
                entries = archive.infolist()
                if not archive.needs_password():
                    return frozenset()
                locks = frozenset(index for index, entry in enumerate(entries) if entry.needs_password())
                if len(locks) == len(entries):  # libarchive may give up at the first
                    return frozenset(range(max(1, count)))
                return locks if len(entries) == count else frozenset()
        except (rarfile.Error, OSError, ValueError):
            return frozenset()


def _pieces(entry: _Stored) -> Iterator[bytes]:
    try:
        yield from entry.get_blocks(_PIECE)
    except _library().fault as fault:
        raise Broken from fault


@dataclass(frozen=True, slots=True)
class _Library:
    open: Callable[..., Any]
    fault: type[Exception]
    wide_name: Callable[[Any], str | None]
    raw_name: Callable[[Any], bytes | None]
    is_locked: Callable[[Any], int]


@cache
def _library() -> _Library:
    if sys.platform == "win32" and Path(_OF_WINDOWS).exists():
        os.environ.setdefault("LIBARCHIVE", _OF_WINDOWS)
    try:
        import libarchive
        from libarchive import ffi

        is_locked = ffi.ffi("entry_is_encrypted", [ffi.c_archive_entry_p], ffi.c_int)
    except (ImportError, OSError, AttributeError, TypeError) as fault:
        raise Missing(_HOW) from fault
    return _Library(
        libarchive.file_reader, libarchive.ArchiveError, ffi.entry_pathname_w, ffi.entry_pathname, is_locked
    )


def is_there() -> bool:
    """Whether this machine has libarchive."""
    try:
        _library()
    except Missing:
        return False
    return True


@contextmanager
def _names_in_utf8() -> Iterator[None]:
    """libarchive turns names into the code page of the locale, which must have room for all of them."""
    before = locale.setlocale(locale.LC_CTYPE)
    for name in _UTF8_LOCALES:
        try:
            locale.setlocale(locale.LC_CTYPE, name)
            break
        except locale.Error:
            continue
    try:
        yield
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
