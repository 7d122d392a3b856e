"""A history while it is open: it is told of runs, asked about pictures, and asked about a school."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from verifier.errors import UsageError
from verifier.files.system import reason_of
from verifier.history.asking import candidates
from verifier.history.counted import counted
from verifier.history.places import Home
from verifier.history.runs import content_of, forget, is_known, is_unchanged, lying, past_runs, put
from verifier.history.store import Store
from verifier.likeness import MARK
from verifier.model import Observed, OtherBundle, PastRun
from verifier.record import UnreadableRecord, as_paper, read_run


class Memory:
    """A history. `own`: where the runs are written of which it is asked: they are not held against themselves. All
    raise UsageError for a database that is damaged, WriteError for one that can't be written or is out of reach."""

    def __init__(self, home: Home, store: Store, key: bytes, lasts: bool, own: Path | None) -> None:
        self._home, self._store, self._key, self._lasts = home, store, key, lasts
        self._own = home.place(own) if own is not None else None

    def take_in(self, output: Path, cells: Collection[str], stays: bool = False) -> bool:
        """An output folder, when it is not known as it is now: its points, and what stands as evidence of the cells.

        `stays`: beside others of the same school, year and name, as do those that lie in the history's own folder.
        Whether it was new. Raises UnreadableRecord for one that can't be read. It goes in as a whole.
        """
        try:
            found = lying(output, self._home, stays)
            with self._store.told():
                if is_unchanged(self._store, found):
                    return False
            sha256 = content_of(output)
        except OSError as fault:
            raise UnreadableRecord(f"打不开（{reason_of(fault)}）") from fault
        with self._store.told(), self._store.changing():
            if is_known(self._store, found, sha256, self._home):
                return False
        kept = read_run(output, cells)
        _refuse_broken(kept.shown)
        with self._store.told(), self._store.changing():
            put(self._store, self._key, found, sha256, kept)
        return True

    def shown_again(
        self, seen: Sequence[Observed], is_meant: Callable[[OtherBundle], bool], bits: int
    ) -> tuple[Iterator[tuple[OtherBundle, Observed]], ...]:
        """Of each picture or certificate what may be the same among those of the runs that are meant.

        `bits`: in which the hashes of pictures as wholes differ at most.
        """
        with self._store.told():
            rows = self._store.rows("SELECT id, sha256, place, name, school, year FROM runs ORDER BY id")
            others = {
                run: (OtherBundle(name, school, year, ()), sha256)
                for run, sha256, place, name, school, year in rows
                if not self._is_own(place)
            }
            meant = {run: other for run, other in others.items() if is_meant(other[0])}
            found = candidates(self._store, self._key, seen, meant, bits)
        return tuple(map(self._one_by_one, found))

    def _one_by_one(self, found: Iterator[tuple[OtherBundle, Observed]]) -> Iterator[tuple[OtherBundle, Observed]]:
        with self._store.told():
            yield from found

    def _is_own(self, place: str) -> bool:
        return self._own is not None and (place == self._own or place.startswith(f"{self._own}/"))

    def years_before(self, school: str | None, year: int | None) -> tuple[PastRun, ...]:
        """The last run of each earlier year of a school, the oldest first."""
        if not school or not year:
            return ()
        with self._store.told():
            found = past_runs(self._store, "school = ? AND year < ? AND proposed IS NOT NULL", (school, year))
            return tuple({run.year: run for run in found}.values())

    def last_year(self, school: str | None, year: int | None) -> tuple[Observed, ...]:
        """What the last run of a school's year before counted, as a paper; empty where none is kept."""
        if not school or not year:
            return ()
        with self._store.told():
            found = counted(self._store, school, year - 1)
        return (as_paper(found[1], f"历史库/{found[0]}"),) if found is not None else ()

    def runs(self) -> tuple[PastRun, ...]:
        """All that are kept, by school, year and time."""
        with self._store.told():
            return tuple(past_runs(self._store))

    def forget(self, school: str, year: int) -> tuple[Path, ...]:
        """Deletes all that is kept of a school's year; the output folders that are still in the history's own folder,
        from which it would be taken in again."""
        with self._store.told(), self._store.changing():
            places = forget(self._store, school, year)
        if not places:
            raise UsageError(f"历史库里没有“{school}”{year}年度的记录，请用 verifier history 查看有哪些学校和年度。")
        outputs = (self._home.still(place) for place in places)
        return tuple(output for output in outputs if output is not None and self._home.holds(output))

    def state(self) -> str:
        """SHA-256 of which runs there are but its own: where it is the same, the same is found."""
        with self._store.told():
            rows = self._store.rows("SELECT place, sha256, school, year, name, at FROM runs")
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
