"""The files of a folder, each copied as it lies there: also of one that comes and goes meanwhile."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from verifier.bundle.archive import Room
from verifier.bundle.copies import copied
from verifier.bundle.names import display_name
from verifier.bundle.reach import is_changed, patiently, unread
from verifier.bundle.rows import Row, digest, ignored, ignored_reason, out_of_reach, refused, row_of
from verifier.bundle.rows import unsafe_reason as unsafe
from verifier.errors import BundleError
from verifier.files.output_folder import LARGEST_RESULT
from verifier.files.system import reason_of
from verifier.model import Bundle, Limits

_Entry = tuple[Path, str]
"""where it lies, its path as shown"""

_MOUNT_POINT = 0xA0000003
"""reparse tag of a Windows junction: a link by another name"""


@dataclass(frozen=True, slots=True)
class Read:
    rows: tuple[Row, ...]
    names: frozenset[str]
    """of all that was listed, relative to the folder"""


def read_folder(root: Path, work: Path, room: Room, limits: Limits) -> Read:
    """Every entry, with a copy in `work`; what can't be opened, or was not there at first, is tried again.

    Raises OSError when the folder itself can't be listed, also at the end; BundleError for too many files.
    """
    names = set[str]()

    def rows(entries: Iterable[_Entry]) -> Iterator[tuple[Row, bool, _Entry]]:
        for at, path in entries:
            names.add(at.relative_to(root).as_posix())
            row = _file_row(at, path, work, limits)
            yield row, row[0].out_of_reach, (at, path)

    def again(entry: _Entry) -> Iterator[tuple[Row, bool]]:
        return ((row, lost) for row, lost, _ in rows(_within(entry)))

    found: list[Row] = []
    waiting: list[_Entry] = []
    for row, lost, entry in rows(walk(root)):
        if lost:
            waiting.append(entry)
        else:
            found.append(_counted(row, room, limits))
    away = {at for at, _ in waiting}
    waiting += [late for late in _later(root, names) if away.isdisjoint(late[0].parents)]
    found += (_counted(row, room, limits) for row in patiently(waiting, again))
    if any(row[0].out_of_reach for row in found):
        os.scandir(root).close()  # where the folder itself has gone, its files tell nothing
    return Read(tuple(found), frozenset(names))


def came_later(root: Path, bundle: Bundle) -> tuple[Row, ...]:
    """A row for each entry that lies there now and was not listed when the bundle was opened."""
    if not bundle.listed:
        return ()
    return tuple(out_of_reach(path, 0, "核验开始后才出现") for _, path in _later(root, bundle.listed))


def names_in(root: Path) -> frozenset[str]:
    """All that can be listed there now; nothing of what is no folder."""
    with suppress(OSError):
        return frozenset(at.relative_to(root).as_posix() for at, _ in walk(root))
    return frozenset()


def _later(root: Path, names: Iterable[str]) -> list[_Entry]:
    """What lies there now and has none of the names; a folder that was listed and can't be now is no such thing."""
    known = {parent for name in names for parent in (name, *map(str, PurePosixPath(name).parents))}
    with suppress(OSError):  # all has been read by then
        return [entry for entry in walk(root) if entry[0].relative_to(root).as_posix() not in known]
    return []


def _counted(row: Row, room: Room, limits: Limits) -> Row:
    room.files -= 1
    if room.files < 0:
        raise BundleError(f"材料文件超过 {limits.files} 个，请拆分后分别检查。")
    return row


def _within(entry: _Entry) -> Iterator[_Entry]:
    """What a folder holds that could not be listed before, or a file itself."""
    at, path = entry
    if not at.is_dir() or at.is_symlink():
        yield entry
        return
    try:
        yield from walk(at, f"{path}/")
    except OSError:
        yield entry


def walk(folder: Path, prefix: str = "") -> Iterator[_Entry]:
    """Every entry that is no plain folder, with its path as shown."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        path = prefix + display_name(entry.name)
        if _is_folder(entry):
            yield from _within((Path(entry.path), path))
        else:
            yield Path(entry.path), path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False) and not _is_link(entry.stat(follow_symlinks=False))
    except OSError:
        return False


def _file_row(entry: Path, path: str, work: Path, limits: Limits) -> Row:
    try:
        state = entry.lstat()
        why = "是一个链接" if _is_link(state) else unsafe("", state.st_mode)
        if why:
            return refused(path, 0, why)
        if stat.S_ISDIR(state.st_mode):
            return out_of_reach(path, 0, "文件夹打不开")
        if state.st_size > limits.file_bytes:
            return refused(path, state.st_size, f"文件超过 {limits.file_bytes >> 20} MB", code="limit-exceeded")
        if reason := ignored_reason(path):
            return ignored(path, digest(entry), state.st_size, reason)
        copy = copied(entry, work)
    except OSError as fault:
        return out_of_reach(path, 0, f"文件打不开（{reason_of(fault)}）")
    file, flags = row_of(path, copy.stored, copy.sha256, copy.size)
    file = replace(file, source=entry)
    if file.status == "unreadable" and is_changed(file):
        return unread(file)
    if file.status == "unsupported" and file.size > LARGEST_RESULT:  # films take much room
        copy.stored.unlink(missing_ok=True)
        file = replace(file, stored=None)
    return file, flags


def _is_link(state: os.stat_result) -> bool:
    return stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _MOUNT_POINT
