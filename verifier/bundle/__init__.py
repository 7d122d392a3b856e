"""A folder or archive becomes a Bundle: safe names, limits, every entry accounted for exactly once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from verifier.bundle.again import Amiss, file_in
from verifier.bundle.archive import PAPERS, Refusal, Room, listed, packing_of, unpack
from verifier.bundle.copies import copied
from verifier.bundle.earlier import without_earlier
from verifier.bundle.folder import came_later, names_in, read_folder
from verifier.bundle.formats import is_archive
from verifier.bundle.kinds import identify
from verifier.bundle.names import display_name
from verifier.bundle.reach import as_it_is, insisted, is_changed, patiently, unread
from verifier.bundle.rows import Row, partly, refused, row_of, unreadable, unsupported
from verifier.bundle.streamed import is_there as has_libarchive
from verifier.bundle.together import apple_folders_as_one, frames_told
from verifier.errors import BundleError, UsageError, WriteError
from verifier.files.system import is_full, of_the_machine, reason_of
from verifier.model import Bundle, Flag, Limits, Lost, Place, SourceFile, Terms

__all__ = [
    "Amiss",
    "as_it_is",
    "came_later",
    "file_in",
    "has_libarchive",
    "held_in",
    "interrupted",
    "is_archive",
    "is_changed",
    "names_in",
    "open_bundle",
    "patiently",
    "unread",
]

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class Apart(Protocol):
    """Calls a function where it can do no harm."""

    def __call__(self, function: Callable[..., Answer], arguments: tuple[object, ...]) -> Answer | Lost:
        """What it returns; Lost where it did not come to an end."""
        ...


def _here(function: Callable[..., Answer], arguments: tuple[object, ...]) -> Answer:
    return function(*arguments)


@dataclass(frozen=True, slots=True)
class _Means:
    """With what archives are opened."""

    work: Path
    terms: Terms
    apart: Apart


@dataclass(frozen=True, slots=True)
class _Held:
    """What an archive holds."""

    room: Room
    """that is left"""
    cut: str = ""
    """what of it is lost; '' for nothing"""
    rows: tuple[Row, ...] = ()
    refusal: Refusal | None = None


def open_bundle(path: Path, work: Path, terms: Terms | None = None, apart: Apart = _here) -> Bundle:
    """Account for every file of a folder or archive, of which `work` gets a copy; what archives hold is unpacked there.

    Raises UsageError when there is no such path, BundleError when the archive can't be opened or a limit refuses it.
    """
    if not path.exists():
        raise UsageError(f"找不到「{path}」，请检查路径。")
    try:
        return _opened_bundle(path, work, terms or Terms(), apart)
    except OSError as fault:
        raise interrupted(path, fault) from fault


def held_in(path: Path, sha256: str, work: Path, terms: Terms, apart: Apart = _here) -> SourceFile | None:
    """The file with that hash in an archive, or in a paper that holds files, unpacked; None where it can't be had."""
    copy = insisted(lambda: copied(path, work / "own"))
    row = row_of(path.name, copy.stored, copy.sha256, copy.size)
    rows = _with_archives([row], 0, Room.of(terms.limits), _Means(work, terms, apart))
    return next((file for file, _ in rows if file.sha256 == sha256 and file.stored is not None), None)


def interrupted(path: Path, fault: OSError) -> BundleError | WriteError:
    """What ends a check where the bundle can't be read any more, or there is no room to unpack it."""
    at = f"（{Path(str(fault.filename)).name}）" if fault.filename else ""
    kind = WriteError if is_full(fault) else BundleError
    return kind(f"读取「{path.name}」时中断：{reason_of(fault)}{at}。请检查磁盘和网络后重新核验。")


def _opened_bundle(path: Path, work: Path, terms: Terms, apart: Apart) -> Bundle:
    means = _Means(work, terms, apart)
    room = Room.of(means.terms.limits)
    if path.is_dir():
        name = display_name(path.resolve().name)
        found = read_folder(path, work / "own", room, means.terms.limits)
        own, listed = list(apple_folders_as_one(found.rows)), found.names
        rows = list(_with_archives(without_earlier(own, ""), 1, room, means))
    else:
        listed, name = frozenset[str](), display_name(path.stem.removesuffix(".tar"))
        rows = list(_bundle_archive(path, room, means))
    rows = _told_apart(sorted(frames_told(rows), key=lambda row: (row[0].path, row[0].sha256)))
    return Bundle(name, tuple(file for file, _ in rows), tuple(flag for _, flags in rows for flag in flags), listed)


def _bundle_archive(path: Path, room: Room, means: _Means) -> Iterator[Row]:
    copy = insisted(lambda: copied(path, means.work / "own"))
    if not copy.size:
        raise BundleError(f"压缩包「{path.name}」是空的（0 字节），请重新压缩后再试。")
    found = identify(copy.stored, path.name).format
    if found.kind != "archive":
        raise BundleError(f"「{path.name}」不是文件夹或压缩包，请给出材料所在的文件夹或压缩包。")
    if found.convert:
        raise BundleError(f"「{path.name}」是{found.name}，{found.convert}。")
    held = _opened(copy.stored, path.name, found.id, "", room, means)
    copy.stored.unlink()
    if held.refusal:
        raise BundleError(f"「{path.name}」打不开：{held.refusal.told}。")
    if held.cut:
        raise BundleError(f"「{path.name}」{held.cut}，请重新压缩后再试。")
    yield from _with_archives(held.rows, 1, room, means)


def _with_archives(rows: Iterable[Row], depth: int, room: Room, means: _Means) -> Iterator[Row]:
    """Each row, and after the row of an archive, or of a paper with files in it, the rows of what it holds."""
    for file, flags in rows:
        if file.status == "read" and file.stored is not None and (file.kind == "archive" or file.format in PAPERS):
            yield from _with_contents((file, flags), file.stored, depth, room, means)
        else:
            yield file, flags


def _with_contents(row: Row, stored: Path, depth: int, room: Room, means: _Means) -> Iterator[Row]:
    file, flags = row
    paper = file.format in PAPERS
    deepest = means.terms.limits.depth
    if depth > deepest and not paper:  # an archive can be made in which there is always one more
        why = f"压缩包嵌套超过 {deepest} 层"
        yield refused(file.path, file.size, why, code="limit-exceeded", sha256=file.sha256)
        return
    held = _opened(stored, file.path, file.format, f"{file.path}/", room, means)
    if held.refusal and held.refusal.code == "unreadable-file" and is_changed(file):
        yield unread(file)
        return
    if held.refusal:
        # what is wrong with a paper is its reader's to say
        yield row if paper and held.refusal.code != "limit-exceeded" else _refused(file, held.refusal)
        return
    inner = tuple(map(_too_deep, held.rows)) if depth > deepest else held.rows
    whole, more = partly(file, held.cut) if held.cut else (file, ())
    yield whole, (*flags, *more)
    yield from _with_archives(inner, depth + 1, room, means)


def _opened(path: Path, name: str, form: str, prefix: str, room: Room, means: _Means) -> _Held:
    """What an archive holds; `room` becomes what it leaves."""
    held = means.apart(_inside, (path, name, form, prefix, means.work, room, means.terms))
    if isinstance(held, Lost):
        return _Held(room, refusal=_given_up(held, means.terms.limits))
    room.files, room.bytes = held.room.files, held.room.bytes
    assert isinstance(held, _Held)
    return held


def _inside(path: Path, name: str, form: str, prefix: str, work: Path, room: Room, terms: Terms) -> _Held:
    try:
        packing, size = packing_of(path, name, form, terms.passwords), path.stat().st_size
        listing = listed(packing, size, room, terms.limits)
        rows = unpack(packing, listing, prefix, size, work, room, terms.limits)
    except Exception as fault:  # the border of a file: what libraries raise on odd ones costs it alone
        if machine := of_the_machine(fault):
            raise machine from None
        if isinstance(fault, Refusal):
            return _Held(room, refusal=fault)
        log.debug("an archive or paper can't be looked into: %s", type(fault).__name__)
        return _Held(room, refusal=Refusal("unreadable-file", "压缩包已损坏，无法打开"))
    cut = "压缩包后面一段已损坏，只解出前面的文件" if listing.cut else ""
    return _Held(room, cut, tuple(without_earlier(list(apple_folders_as_one(rows)), prefix)))


def _given_up(lost: Lost, limits: Limits) -> Refusal:
    if lost.why == "time":
        return Refusal("limit-exceeded", f"解压时间超过 {limits.seconds} 秒")
    if lost.why == "memory":
        return Refusal("limit-exceeded", f"解压时占用的内存超过 {limits.memory_bytes >> 20} MB")
    if lost.why == "answer":
        return Refusal("unreadable-file", "压缩包有异常，解压的程序给出的结果无法识别")
    return Refusal("unreadable-file", "压缩包已损坏或异常，解压的程序中止了", out_of_reach=True)


def _too_deep(row: Row) -> Row:
    file, _ = row
    why = "嵌套层数超过上限"
    return refused(file.path, file.size, why, code="limit-exceeded", sha256=file.sha256)


def _refused(file: SourceFile, refusal: Refusal) -> Row:
    if refusal.code == "unsupported-format":
        return unsupported(file.path, file.size, refusal.reason, refusal.advice, sha256=file.sha256)
    make = refused if refusal.code == "limit-exceeded" else unreadable
    row, flags = make(file.path, file.size, refusal.reason, code=refusal.code, sha256=file.sha256)
    return replace(row, out_of_reach=refusal.out_of_reach), flags


def _told_apart(rows: list[Row]) -> list[Row]:
    """Two entries of one name get two paths: the second becomes `name (2).ending`."""
    taken: set[str] = set()
    apart = []
    for file, flags in rows:
        path, count = file.path, 1
        while path in taken:
            count += 1
            stem, dot, ending = file.path.rpartition(".")
            path = f"{stem} ({count}).{ending}" if dot and "/" not in ending else f"{file.path} ({count})"
        taken.add(path)
        apart.append((file, flags) if count == 1 else _renamed(file, flags, path))
    return sorted(apart, key=lambda row: row[0].path)


def _renamed(file: SourceFile, flags: tuple[Flag, ...], path: str) -> Row:
    moved = tuple(
        replace(flag, message=flag.message.replace(f"「{file.path}」", f"「{path}」"), place=Place(path))
        for flag in flags
    )
    return replace(file, path=path), moved
