"""A history while it is open: it is told of runs, asked about pictures, and asked about a school."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from verifier.errors import UsageError
from verifier.files.output_folder import EVIDENCE
from verifier.files.system import reason_of
from verifier.history.asking import candidates
from verifier.history.counted import counted
from verifier.history.database import (
    CannotWrite,
    changing,
    holds_history,
    opened,
    opened_for_now,
    opened_to_read,
    told,
)
from verifier.history.keys import KEY
from verifier.history.runs import content_of, forget, is_known, is_unchanged, lying, past_runs, place_of, put
from verifier.likeness import MARK
from verifier.model import Observed, OtherBundle, PastRun
from verifier.record import UnreadableRecord, as_paper, read_run

Told = Callable[[str], None]


class Memory:
    """The history of a folder. `own`: where the runs are written of which it is asked: they are not held against
    themselves. All raise UsageError for a database that is damaged, WriteError for one that can't be written."""

    def __init__(self, folder: Path, store: sqlite3.Connection, key: bytes, lasts: bool, own: Path | None) -> None:
        self._folder, self._store, self._key, self._lasts = folder, store, key, lasts
        self._own = place_of(own, folder) if own is not None else None

    def take_in(self, output: Path, cells: Collection[str]) -> None:
        """An output folder, when it is not known as it is now: its points, and what stands as evidence of the cells.

        Raises UnreadableRecord for one that can't be read. It goes in as a whole.
        """
        try:
            found = lying(output, self._folder)
            with told(self._folder):
                if is_unchanged(self._store, found):
                    return
            sha256 = content_of(output)
        except OSError as fault:
            raise UnreadableRecord(f"打不开（{reason_of(fault)}）") from fault
        with told(self._folder), changing(self._store):
            if is_known(self._store, found, sha256, self._folder):
                return
        kept = read_run(output, cells)
        _refuse_broken(kept.shown)
        with told(self._folder), changing(self._store):
            put(self._store, self._key, found, sha256, kept)

    def shown_again(
        self, seen: Sequence[Observed], is_meant: Callable[[OtherBundle], bool], bits: int
    ) -> tuple[Iterator[tuple[OtherBundle, Observed]], ...]:
        """Of each picture or certificate what may be the same among those of the runs that are meant.

        `bits`: in which the hashes of pictures as wholes differ at most.
        """
        with told(self._folder):
            rows = self._store.execute("SELECT id, place, name, school, year FROM runs ORDER BY id").fetchall()
            others = {row[0]: OtherBundle(row[2], row[3], row[4], ()) for row in rows if not self._is_own(row[1])}
            meant = {run: bundle for run, bundle in others.items() if is_meant(bundle)}
            found = candidates(self._store, self._key, seen, meant, bits)
        return tuple(map(self._one_by_one, found))

    def _one_by_one(self, found: Iterator[tuple[OtherBundle, Observed]]) -> Iterator[tuple[OtherBundle, Observed]]:
        with told(self._folder):
            yield from found

    def _is_own(self, place: str) -> bool:
        return self._own is not None and (place == self._own or place.startswith(f"{self._own}/"))

    def years_before(self, school: str | None, year: int | None) -> tuple[PastRun, ...]:
        """The last run of each earlier year of a school, the oldest first."""
        if not school or not year:
            return ()
        with told(self._folder):
            found = past_runs(self._store, "school = ? AND year < ? AND proposed IS NOT NULL", (school, year))
            return tuple({run.year: run for run in found}.values())

    def last_year(self, school: str | None, year: int | None) -> tuple[Observed, ...]:
        """What the last run of a school's year before counted, as a paper; empty where none is kept."""
        if not school or not year:
            return ()
        with told(self._folder):
            found = counted(self._store, school, year - 1)
        return (as_paper(found[1], f"历史库/{found[0]}"),) if found is not None else ()

    def runs(self) -> tuple[PastRun, ...]:
        """All that are kept, by school, year and time."""
        with told(self._folder):
            return tuple(past_runs(self._store))

    def forget(self, school: str, year: int) -> tuple[Path, ...]:
        """Deletes all that is kept of a school's year; the output folders, of those that are still in the history's
        own folder, from which it would be taken in again."""
        with told(self._folder), changing(self._store):
            places = forget(self._store, school, year)
        if not places:
            raise UsageError(f"历史库里没有“{school}”{year}年度的记录，请用 verifier history 查看有哪些学校和年度。")
        return tuple(self._folder / place for place in places if (self._folder / place / EVIDENCE).is_file())

    def state(self) -> str:
        """SHA-256 of which runs there are but its own: where it is the same, the same is found."""
        with told(self._folder):
            rows = self._store.execute("SELECT place, sha256, school, year, name, at FROM runs").fetchall()
        others = sorted(json.dumps(row[1:]) for row in rows if not self._is_own(row[0]))
        return hashlib.sha256("\n".join(others).encode("utf-8")).hexdigest()

    @property
    def lasts(self) -> bool:
        """Whether runs can be put in for good."""
        return self._lasts

    def close(self) -> None:
        self._store.close()


def _refuse_broken(bundle: OtherBundle) -> None:
    pictures = (seen.document.picture for seen in bundle.shown)
    if any(picture is not None and len(picture.marks) % MARK.itemsize for picture in pictures):
        raise UnreadableRecord(f"“{bundle.name}”里的核验结果不完整，请重新核验这份材料")


@contextmanager
def history_of(folder: Path, cells: Collection[str], own: Path | None, tell: Told) -> Iterator[Memory]:
    """The history of a folder, with all outputs of earlier runs below it. One begins in an empty folder.

    `cells`: those whose pictures and certificates are kept; `own`: as `Memory` has it; `tell`: is told in Chinese
    what was not taken in, or that nothing can be kept. Raises UsageError where there are no earlier runs, as `Memory`.
    """
    outputs = sorted(_outputs(folder))
    if not outputs and not holds_history(folder) and not _is_empty(folder):
        raise UsageError(
            f"“{folder}”里没有以往的核验结果，请给出存放各次输出文件夹的位置；要新建历史库，请给出一个空文件夹"
        )
    memory, takes_in = _opened(folder, own, tell)
    try:
        for output in outputs if takes_in else ():
            try:
                memory.take_in(output, cells)
            except UnreadableRecord as fault:
                tell(f"以往的结果文件夹“{output.name}”没有比对：{fault}")
        yield memory
    finally:
        memory.close()


@contextmanager
def asked_only(folder: Path, own: Path | None) -> Iterator[Memory]:
    """The history of a folder as it is, by many processes at once, none of which changes it; `own`: as `Memory`.

    Raises UsageError as `kept_in`.
    """
    if not holds_history(folder):
        raise UsageError(f"“{folder}”里没有历史库，也不能写入；请把它放在能写入的共用存储上")
    memory = Memory(folder, *opened_to_read(folder), False, own)
    try:
        yield memory
    finally:
        memory.close()


@contextmanager
def kept_in(folder: Path) -> Iterator[Memory]:
    """The history of a folder as it is. Raises UsageError where there is none, as `Memory`, WriteError where it can't
    be changed."""
    if not holds_history(folder):
        raise UsageError(f"“{folder}”里没有历史库；用 --history 给出这个文件夹核验一次，就会建立")
    try:
        memory = Memory(folder, *opened(folder), True, None)
    except CannotWrite:
        memory = Memory(folder, *opened_to_read(folder), False, None)
    try:
        yield memory
    finally:
        memory.close()


def _is_empty(folder: Path) -> bool:
    """But for the key of a database that was moved away, and what systems put into folders."""
    return folder.is_dir() and all(each.name == KEY or each.name.startswith(".") for each in folder.iterdir())


def _outputs(folder: Path) -> Iterator[Path]:
    """The output folders below it, but for what is being written."""
    for path in folder.rglob(EVIDENCE):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path.parent


def _opened(folder: Path, own: Path | None, tell: Told) -> tuple[Memory, bool]:
    """The history, and whether anything can be put in, be it for this run alone."""
    try:
        return Memory(folder, *opened(folder), True, own), True
    except CannotWrite as fault:
        tell(f"“{folder}”不能写入（{fault}），这次核验的结果不会存入历史库")
    if holds_history(folder):
        return Memory(folder, *opened_to_read(folder), False, own), False
    return Memory(folder, *opened_for_now(), False, own), True
