"""Runs in the database: one put in, all of them, those of a school, and one forgotten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from verifier.counting.photos.same_picture import sure_days, sure_names
from verifier.files.output_folder import EVIDENCE
from verifier.history.counted import put_counted
from verifier.history.keys import people_of
from verifier.history.places import Home
from verifier.history.store import Store
from verifier.language.masking import mask_text
from verifier.model import Number, Observed, PastPoints, PastRun, ResultRecord
from verifier.record import Run

_NO_PAPERS = "no-evidence"
_RUN = """INSERT INTO runs (id, place, within, size, written, sha256, school, year, name, at, rules, rules_sha256,
    low, proposed, high, grade) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SHOWN = "INSERT INTO shown (id, run, people, phash, marks, sha256, path, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Lying:
    """The evidence of an output folder as it lies on the disk."""

    folder: Path
    place: str
    """of the folder, as `Home` has it"""
    within: bool
    """whether it lies in the folder of the history, or is of a folder that was taken in as such"""
    size: int
    written: int
    """nanoseconds"""
    at: str
    """when the bundle was checked, ISO 8601, UTC"""


def lying(folder: Path, home: Home, stays: bool = False) -> Lying:
    """Of an output folder; `stays`: it is one of those that are kept side by side. Raises OSError."""
    about = (folder / EVIDENCE).stat()
    at = datetime.fromtimestamp(int(about.st_mtime), UTC).isoformat(timespec="seconds")
    return Lying(folder, home.place(folder), stays or home.holds(folder), about.st_size, about.st_mtime_ns, at)


def content_of(folder: Path) -> str:
    """SHA-256 of the evidence that lies there. Raises OSError."""
    with (folder / EVIDENCE).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_unchanged(store: Store, found: Lying) -> bool:
    """Whether it was put in before, as far as the disk tells without a look at the content."""
    rows = store.rows("SELECT size, written FROM runs WHERE place = ?", (found.place,))
    return rows == [(found.size, found.written)]


def is_known(store: Store, found: Lying, sha256: str, home: Home) -> bool:
    """Whether this content was put in before: touched since, or moved, which is noted, or a copy of what lies
    elsewhere too."""
    rows = store.rows("SELECT id, place FROM runs WHERE sha256 = ? ORDER BY id", (sha256,))
    for run, place in rows:
        if place == found.place or home.still(place) is None:
            store.rows("DELETE FROM runs WHERE place = ? AND id <> ?", (found.place, run))
            told = (found.place, int(found.within), found.size, found.written, run)
            store.rows("UPDATE runs SET place = ?, within = ?, size = ?, written = ? WHERE id = ?", told)
            return True
    return bool(rows)


def put(store: Store, key: bytes, found: Lying, sha256: str, kept: Run) -> None:
    """A run in place of the one that lay there before, and of the same bundle's of the same school and year.

    What lies in the folder of the history stays as long as it lies there. `store`: within a change.
    """
    result, shown = kept.result, kept.shown
    store.rows("DELETE FROM runs WHERE place = ?", (found.place,))
    whose = (shown.school, shown.year, shown.name)
    if not found.within:
        store.rows("DELETE FROM runs WHERE school = ? AND year = ? AND name = ? AND within = 0", whose)
    run = _next_id(store, "runs")
    lay = (run, found.place, int(found.within), found.size, found.written, sha256)
    store.rows(_RUN, (*lay, *whose, found.at, *_outcome(result)))
    if result is not None:
        store.put("INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _points(run, result))
    if kept.counted is not None:
        put_counted(store, run, kept.counted)
    pictures = tuple(enumerate(shown.shown, _next_id(store, "shown")))
    store.put(_SHOWN, (_shown(key, own, run, seen) for own, seen in pictures))
    # the small copies apart, so that those who are asked lie together
    store.put("INSERT INTO sketches VALUES (?, ?)", _sketches(pictures))


def _next_id(store: Store, table: str) -> int:
    """Within a change, in which nobody else takes it."""
    ((last,),) = store.rows(f"SELECT COALESCE(MAX(id), 0) FROM {table}")
    return int(last) + 1


def _outcome(result: ResultRecord | None) -> tuple[object, ...]:
    if result is None:
        return (None,) * 6
    total = result.total
    return result.rules.id, result.rules.sha256, total.low, total.proposed, total.high, result.grade.proposed


def _points(run: int, result: ResultRecord) -> Iterator[tuple[object, ...]]:
    for row, cell in enumerate(result.indicators):
        empty = int(any(flag.code == _NO_PAPERS for flag in cell.flags))
        yield run, row, "cell", cell.id, cell.name, cell.low, cell.proposed, cell.high, empty
    for row, group in enumerate(result.groups):
        yield run, row, "group", group.id, group.name, group.low, group.proposed, group.high, 0


def _shown(key: bytes, own: int, run: int, seen: Observed) -> tuple[object, ...]:
    picture, file = seen.document.picture, seen.document.file
    people = people_of(key, (fact.value.person.name for fact in seen.internships))
    phash = None if picture is None or picture.phash is None else signed(picture.phash)
    names = sorted(map(mask_text, sure_names(seen)))
    told = json.dumps([sorted(map(str, sure_days(seen))), names], ensure_ascii=False)
    marks = picture.marks if picture is not None else b""
    return own, run, people, phash, marks, file.sha256, mask_text(file.path), told


def _sketches(pictures: Iterable[tuple[int, Observed]]) -> Iterator[tuple[int, bytes]]:
    for own, seen in pictures:
        picture = seen.document.picture
        if picture is not None and picture.sketch:
            yield own, picture.sketch


def signed(hashed: int) -> int:
    """64 bits as the database has whole numbers."""
    return hashed - (1 << 64) if hashed >> 63 else hashed


def unsigned(kept: int) -> int:
    """The other way."""
    return kept & ((1 << 64) - 1)


def past_runs(store: Store, where: str = "TRUE", values: Sequence[object] = ()) -> Iterator[PastRun]:
    """The runs for which a condition holds, by school, year and time."""
    rows = store.rows(
        "SELECT id, school, year, name, at, rules, proposed, grade FROM runs "
        f"WHERE {where} ORDER BY school NULLS FIRST, year NULLS FIRST, at, id",
        values,
    )
    for run, school, year, name, at, rules, proposed, grade in rows:
        points = store.rows(
            "SELECT part, id, name, proposed, without_papers FROM points WHERE run = ? ORDER BY part, row", (run,)
        )
        groups, cells = (
            tuple(PastPoints(id_, named, _number(own)) for part, id_, named, own, _ in points if part == wanted)
            for wanted in ("group", "cell")
        )
        empty = frozenset(id_ for _, id_, _, _, without in points if without)
        total = None if proposed is None else _number(proposed)
        yield PastRun(school, year, name, at, rules, total, grade, groups, empty, cells)


def _number(kept: float | Decimal) -> Number:
    """Points as they were: databases differ in whether 85 comes back as 85, 85.0 or a decimal."""
    return int(kept) if kept == int(kept) else float(kept)


def forget(store: Store, school: str, year: int) -> tuple[str, ...]:
    """Deletes all that is kept of a school's year; where the runs lay."""
    found = store.rows("SELECT place FROM runs WHERE school = ? AND year = ? ORDER BY id", (school, year))
    store.rows("DELETE FROM runs WHERE school = ? AND year = ?", (school, year))
    return tuple(place for (place,) in found)
