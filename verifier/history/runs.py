"""Runs in the database: one put in, all of them, those of a school, and one forgotten."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from verifier.counting.photos.same_picture import sure_days, sure_names
from verifier.files.output_folder import EVIDENCE
from verifier.history.counted import put_counted
from verifier.history.keys import people_of
from verifier.language.masking import mask_text
from verifier.model import Observed, PastPoints, PastRun, ResultRecord
from verifier.record import Run

_NO_PAPERS = "no-evidence"
_RUN = """INSERT INTO runs (place, within, size, written, sha256, school, year, name, at, rules, rules_sha256,
    low, proposed, high, grade) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True)
class Lying:
    """The evidence of an output folder as it lies on the disk."""

    folder: Path
    place: str
    """of the folder: below that of the history, else from the root"""
    within: bool
    """whether it lies in the folder of the history"""
    size: int
    written: int
    """nanoseconds"""
    at: str
    """when the bundle was checked, ISO 8601, UTC"""


def lying(folder: Path, home: Path) -> Lying:
    """Of an output folder, seen from that of the history. Raises OSError."""
    about = (folder / EVIDENCE).stat()
    at = datetime.fromtimestamp(int(about.st_mtime), UTC).isoformat(timespec="seconds")
    within = folder.resolve().is_relative_to(home.resolve())
    return Lying(folder, place_of(folder, home), within, about.st_size, about.st_mtime_ns, at)


def content_of(folder: Path) -> str:
    """SHA-256 of the evidence that lies there. Raises OSError."""
    with (folder / EVIDENCE).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place_of(folder: Path, home: Path) -> str:
    """As `Lying` has it."""
    whole, root = folder.resolve(), home.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()


def is_unchanged(store: sqlite3.Connection, found: Lying) -> bool:
    """Whether it was put in before, as far as the disk tells without a look at the content."""
    row = store.execute("SELECT size, written FROM runs WHERE place = ?", (found.place,)).fetchone()
    return bool(row == (found.size, found.written))


def is_known(store: sqlite3.Connection, found: Lying, sha256: str, home: Path) -> bool:
    """Whether this content was put in before: touched since, or moved, which is noted, or a copy of what lies
    elsewhere too."""
    rows = store.execute("SELECT id, place FROM runs WHERE sha256 = ?", (sha256,)).fetchall()
    for run, place in rows:
        if place == found.place or not (home / place / EVIDENCE).is_file():
            store.execute("DELETE FROM runs WHERE place = ? AND id <> ?", (found.place, run))
            told = (found.place, found.within, found.size, found.written, run)
            store.execute("UPDATE runs SET place = ?, within = ?, size = ?, written = ? WHERE id = ?", told)
            return True
    return bool(rows)


def put(store: sqlite3.Connection, key: bytes, found: Lying, sha256: str, kept: Run) -> None:
    """A run in place of the one that lay there before, and of the same bundle's of the same school and year.

    What lies in the folder of the history stays as long as it lies there.
    """
    result, shown = kept.result, kept.shown
    store.execute("DELETE FROM runs WHERE place = ?", (found.place,))
    whose = (shown.school, shown.year, shown.name)
    if not found.within:
        store.execute("DELETE FROM runs WHERE school = ? AND year = ? AND name = ? AND NOT within", whose)
    lay = (found.place, found.within, found.size, found.written, sha256)
    run = store.execute(_RUN, (*lay, *whose, found.at, *_outcome(result))).lastrowid
    assert run is not None
    if result is not None:
        store.executemany("INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _points(run, result))
    if kept.counted is not None:
        put_counted(store, run, kept.counted)
    # the small copies apart, so that those who are asked lie together
    pictures = [(_put_shown(store, key, run, seen), seen.document.picture) for seen in shown.shown]
    copies = ((own, picture.sketch) for own, picture in pictures if picture is not None and picture.sketch)
    store.executemany("INSERT INTO sketches VALUES (?, ?)", copies)


def _outcome(result: ResultRecord | None) -> tuple[object, ...]:
    if result is None:
        return (None,) * 6
    total = result.total
    return result.rules.id, result.rules.sha256, total.low, total.proposed, total.high, result.grade.proposed


def _points(run: int, result: ResultRecord) -> Iterator[tuple[object, ...]]:
    for row, cell in enumerate(result.indicators):
        empty = any(flag.code == _NO_PAPERS for flag in cell.flags)
        yield run, row, "cell", cell.id, cell.name, cell.low, cell.proposed, cell.high, empty
    for row, group in enumerate(result.groups):
        yield run, row, "group", group.id, group.name, group.low, group.proposed, group.high, False


def _put_shown(store: sqlite3.Connection, key: bytes, run: int, seen: Observed) -> int | None:
    picture, file = seen.document.picture, seen.document.file
    people = people_of(key, (fact.value.person.name for fact in seen.internships))
    phash = None if picture is None or picture.phash is None else signed(picture.phash)
    names = sorted(map(mask_text, sure_names(seen)))
    told = json.dumps([sorted(map(str, sure_days(seen))), names], ensure_ascii=False)
    marks = picture.marks if picture is not None else b""
    row = (run, people, phash, marks, file.sha256, mask_text(file.path), told)
    insert = "INSERT INTO shown (run, people, phash, marks, sha256, path, told) VALUES (?, ?, ?, ?, ?, ?, ?)"
    return store.execute(insert, row).lastrowid


def signed(hashed: int) -> int:
    """64 bits as the database has whole numbers."""
    return hashed - (1 << 64) if hashed >> 63 else hashed


def unsigned(kept: int) -> int:
    """The other way."""
    return kept & ((1 << 64) - 1)


def past_runs(store: sqlite3.Connection, where: str = "TRUE", values: Sequence[object] = ()) -> Iterator[PastRun]:
    """The runs for which a condition holds, by school, year and time."""
    rows = store.execute(
        "SELECT id, school, year, name, at, rules, proposed, grade FROM runs "
        f"WHERE {where} ORDER BY school, year, at, id",
        tuple(values),
    ).fetchall()
    for run, school, year, name, at, rules, proposed, grade in rows:
        points = store.execute(
            "SELECT part, id, name, proposed, without_papers FROM points WHERE run = ? ORDER BY part, row", (run,)
        ).fetchall()
        groups, cells = (
            tuple(PastPoints(id_, named, own) for part, id_, named, own, _ in points if part == wanted)
            for wanted in ("group", "cell")
        )
        empty = frozenset(id_ for _, id_, _, _, without in points if without)
        yield PastRun(school, year, name, at, rules, proposed, grade, groups, empty, cells)


def forget(store: sqlite3.Connection, school: str, year: int) -> tuple[str, ...]:
    """Deletes all that is kept of a school's year; where the runs lay."""
    found = store.execute("SELECT place FROM runs WHERE school = ? AND year = ?", (school, year)).fetchall()
    store.execute("DELETE FROM runs WHERE school = ? AND year = ?", (school, year))
    return tuple(place for (place,) in found)
