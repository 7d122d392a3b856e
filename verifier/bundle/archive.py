"""What archives hold: names put right, every entry accounted for, nothing written but under its hash."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier.bundle.inside import Held, of_mail, of_ofd, of_office, of_pdf, of_winmail
from verifier.bundle.names import decoded, display_name, tidy
from verifier.bundle.packing import Broken, Entry, Listing, Locked, Missing, Packing, Zip
from verifier.bundle.rows import Row, ignored, ignored_reason, refused, row_of, unreadable
from verifier.bundle.rows import unsafe_reason as unsafe
from verifier.model import Limits

_DAMAGED = "在压缩包里已损坏或压缩方式不支持，解不出来"


@dataclass(slots=True)
class Room:
    """What the limits still leave while a bundle is read."""

    files: int
    bytes: int

    @classmethod
    def of(cls, limits: Limits) -> Room:
        return cls(limits.files, limits.total_bytes)


@dataclass(eq=False)
class Refusal(Exception):
    """Why an archive is not opened at all: the code of its flag, a reason and what to do, in Chinese."""

    code: str
    reason: str
    advice: str = ""
    out_of_reach: bool = False
    """of what it is not known: the archive may be to blame or the machine"""

    @property
    def told(self) -> str:
        return "，".join(filter(None, (self.reason, self.advice)))


PAPERS = {"eml": of_mail, "msg": of_mail, "pdf": of_pdf, "ofd": of_ofd} | dict.fromkeys(
    ("docx", "xlsx", "pptx"), of_office
)
"""formats that are read themselves and may hold other files"""
_HOLDERS = PAPERS | {"tnef": of_winmail}


def packing_of(path: Path, name: str, form: str, passwords: tuple[str, ...] = ()) -> Packing:
    """How the archive or paper at `path` of that format, which is called `name`, is opened."""
    if form in _HOLDERS:
        return Held(path, _HOLDERS[form])
    from verifier.bundle.streamed import Streamed, is_there

    plain = Zip(path)
    if form == "zip" and not (passwords and plain.is_locked) and (plain.is_usual or not is_there()):
        return plain
    streamed = Streamed(path, name, form)
    return streamed.unlocked(passwords) if form == "zip" else streamed


def listed(packing: Packing, packed: int, room: Room, limits: Limits) -> Listing:
    """What an archive of `packed` bytes holds. Raises Refusal when none of it is read."""
    listing = _listing(packing, room.files + 1)
    files = [entry for entry in listing.entries if not entry.folder]
    if files and all(entry.locked for entry in files):
        raise Refusal("password-protected", "压缩包有密码")
    if len(files) > room.files:
        raise Refusal("limit-exceeded", f"压缩包里的文件超过上限 {limits.files} 个")
    total = sum(entry.size for entry in files if entry.size <= limits.file_bytes)
    if total > room.bytes or any(_is_bomb(entry.size, entry.packed or packed, limits) for entry in files):
        raise _bomb()
    return listing


def _listing(packing: Packing, most: int) -> Listing:
    try:
        return packing.listing(most)
    except Locked as fault:
        raise Refusal("password-protected", "压缩包有密码") from fault
    except Missing as fault:
        raise Refusal("unsupported-format", "这种压缩包在本机打不开", str(fault)) from fault
    except Broken as fault:
        raise Refusal("unreadable-file", "压缩包已损坏，无法打开") from fault


def unpack(
    packing: Packing, listing: Listing, prefix: str, packed: int, work: Path, room: Room, limits: Limits
) -> tuple[Row, ...]:
    """One row an entry; folders have none. `prefix` stands before each path. Raises Refusal for a bomb."""
    names = [tidy(display_name(name)) for name in decoded([entry.name for entry in listing.entries])]
    contents = packing.contents()
    rows: list[Row] = []
    for entry, name in zip(listing.entries, names, strict=True):
        pieces = _next(contents)
        if entry.folder:
            continue
        room.files -= 1
        why = unsafe(name, entry.mode)
        if why:
            rows.append(refused(prefix + name, entry.size, why))
        else:
            rows.append(_entry_row(entry, pieces, prefix + name, packed, work, room, limits))
    return tuple(rows)


def _next(contents: Iterator[Iterator[bytes]]) -> Iterator[bytes]:
    try:
        return next(contents, iter(()))
    except Broken:
        return _lost()


def _lost() -> Iterator[bytes]:
    raise Broken
    yield b""


def _entry_row(
    entry: Entry, pieces: Iterator[bytes], path: str, packed: int, work: Path, room: Room, limits: Limits
) -> Row:
    if entry.locked:
        return unreadable(path, entry.size, "在压缩包里有密码", code="password-protected")
    if entry.size > limits.file_bytes:
        return refused(path, entry.size, f"文件超过 {limits.file_bytes >> 20} MB", code="limit-exceeded")
    try:
        stored, sha256, size = _store(pieces, entry, packed, work, room, limits)
    except Broken:
        return unreadable(path, entry.size, _DAMAGED)
    why = ignored_reason(path)
    return ignored(path, sha256, size, why) if why else row_of(path, stored, sha256, size)


def _store(
    pieces: Iterator[bytes], entry: Entry, packed: int, work: Path, room: Room, limits: Limits
) -> tuple[Path, str, int]:
    """Unpack one entry under the name of its own hash: never under a name from inside."""
    folder = work / "files"
    folder.mkdir(parents=True, exist_ok=True)
    sha, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as target:
        waiting = Path(target.name)
        try:
            for piece in pieces:  # counted as they come: told sizes may be missing or false, and bodies shared
                sha.update(piece)
                size += target.write(piece)
                room.bytes -= len(piece)
                if room.bytes < 0 or size > limits.file_bytes or _is_bomb(size, entry.packed or packed, limits):
                    raise _bomb()
        except BaseException:
            target.close()
            waiting.unlink()
            raise
    stored = folder / sha.hexdigest()
    waiting.replace(stored)
    return stored, sha.hexdigest(), size


def _bomb() -> Refusal:
    return Refusal("limit-exceeded", "压缩包解开后过大，疑似异常压缩")


def _is_bomb(size: int, packed: int, limits: Limits) -> bool:
    return size > limits.bomb_bytes and size > limits.bomb_ratio * max(1, packed)
