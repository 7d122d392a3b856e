"""Zip archives: names put right, every entry accounted for, nothing written but under its hash."""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier.bundle.rows import Limits, Row, display_name, ignored, ignored_reason, refused, row_of, unreadable
from verifier.bundle.rows import unsafe_reason as unsafe
from verifier.model import SourceFile

BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, struct.error, NotImplementedError)
_CHUNK = 1 << 20
_UTF8_FLAG = 0x800
_LOCKED_FLAG = 0x1
_UNICODE_PATH = 0x7075


@dataclass(slots=True)
class Room:
    """What the limits still leave while a bundle is read."""

    files: int
    bytes: int

    @classmethod
    def of(cls, limits: Limits) -> Room:
        return cls(limits.files, limits.total_bytes)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an archive is not opened at all: the code of its flag, a reason in Chinese."""

    code: str
    reason: str


def open_zip(path: Path, room: Room, limits: Limits) -> tuple[tuple[tuple[zipfile.ZipInfo, str], ...], Refusal | None]:
    """The entries of a zip with their names as shown, or why none of them is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except BROKEN:
        return (), Refusal("unreadable-file", "压缩包已损坏，无法打开")
    files = [entry for entry in entries if not entry.is_dir()]
    if files and all(entry.flag_bits & _LOCKED_FLAG for entry in files):
        return (), Refusal("password-protected", "压缩包有密码")
    if len(files) > room.files:
        return (), Refusal("limit-exceeded", f"压缩包里有 {len(files)} 个文件，超过上限 {limits.files} 个")
    total = sum(entry.file_size for entry in files if entry.file_size <= limits.file_bytes)
    if total > room.bytes or any(_is_bomb(entry, limits) for entry in files):
        return (), Refusal("limit-exceeded", "压缩包解开后过大，疑似异常压缩")
    return tuple(zip(entries, _names(entries), strict=True)), None


def unpack(
    path: Path, entries: tuple[tuple[zipfile.ZipInfo, str], ...], prefix: str, work: Path, room: Room, limits: Limits
) -> Iterator[Row]:
    """One row an entry; folders have none. `prefix` stands before each path."""
    room.files -= sum(not entry.is_dir() for entry, _ in entries)
    room.bytes -= sum(entry.file_size for entry, _ in entries if entry.file_size <= limits.file_bytes)
    with zipfile.ZipFile(path) as archive:
        for entry, name in entries:
            mode = entry.external_attr >> 16
            why = unsafe(name, mode)
            if name.endswith("/") and not stat.S_ISLNK(mode):
                continue
            if why:
                yield refused(prefix + name, entry.file_size, why)
            else:
                yield _entry_row(archive, entry, prefix + name, work, limits)


def _entry_row(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, work: Path, limits: Limits) -> Row:
    if entry.flag_bits & _LOCKED_FLAG:
        return unreadable(path, entry.file_size, "在压缩包里有密码", code="password-protected")
    if entry.file_size > limits.file_bytes:
        return refused(path, entry.file_size, f"文件超过 {limits.file_bytes >> 20} MB", code="limit-exceeded")
    try:
        stored, sha256, size = _store(lambda: archive.open(entry), work)
    except (*BROKEN, RuntimeError, zlib.error, MemoryError):
        return unreadable(path, entry.file_size, "在压缩包里已损坏或压缩方式不支持，解不出来")
    why = ignored_reason(path)
    return ignored(path, sha256, size, why) if why else row_of(path, stored, sha256, size)


def _store(opened: Callable[[], object], work: Path) -> tuple[Path, str, int]:
    """Unpack one entry under the name of its own hash: never under a name from inside."""
    folder = work / "files"
    folder.mkdir(parents=True, exist_ok=True)
    sha, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as target:
        waiting = Path(target.name)
        try:
            with opened() as source:  # type: ignore[attr-defined]
                while chunk := source.read(_CHUNK):
                    sha.update(chunk)
                    size += target.write(chunk)
        except BaseException:
            target.close()
            waiting.unlink()
            raise
    stored = folder / sha.hexdigest()
    waiting.replace(stored)
    return stored, sha.hexdigest(), size


def holds_result(
    path: Path, name_of: tuple[tuple[zipfile.ZipInfo, str], ...], is_result: Callable[[bytes], bool]
) -> set[str]:
    """Folders inside the archive that are earlier output folders ('' is its top)."""
    found = set()
    with zipfile.ZipFile(path) as archive:
        for entry, name in name_of:
            folder, _, base = name.rpartition("/")
            if base == "result.json" and not entry.flag_bits & _LOCKED_FLAG:
                try:
                    if is_result(archive.read(entry)):
                        found.add(folder)
                except (*BROKEN, RuntimeError, zlib.error):
                    continue
    return found


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    return entry.file_size > limits.bomb_bytes and entry.file_size > limits.bomb_ratio * max(1, entry.compress_size)


def _names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Names without the UTF-8 flag are UTF-8 when all of them can be, else GBK."""
    raw = [entry.orig_filename.encode("cp437") for entry in entries if not entry.flag_bits & _UTF8_FLAG]
    encoding = "utf-8" if all(_decodes(each, "utf-8") for each in raw) else "gb18030"
    return [_tidy(display_name(_name(entry, encoding))) for entry in entries]


def _tidy(name: str) -> str:
    """`./a//b` is a/b; what points elsewhere stays as it stands."""
    return re.sub(r"(?<=.)/(\./|/)+", "/", re.sub(r"^(\./+)+", "", name))


def _name(entry: zipfile.ZipInfo, encoding: str) -> str:
    if entry.flag_bits & _UTF8_FLAG:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437")
    return _unicode_path(entry.extra, raw) or raw.decode(encoding, "replace")


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name in UTF-8 that Info-ZIP and WinRAR put beside the one in the local code page."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        fits = kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw)
        if fits and _decodes(field[5:], "utf-8"):
            return field[5:].decode("utf-8")
    return ""


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def is_archive(file: SourceFile) -> bool:
    return file.kind == "archive" and file.status == "read"
