"""Pictures and certificates sought in the database: by their bytes, and by what is kept to know them again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import numpy as np

from verifier.history.keys import people_of
from verifier.history.runs import unsigned
from verifier.likeness import MARK, Block, Sought
from verifier.model import (
    DATE,
    EVENT,
    DateSpan,
    Document,
    Event,
    Fact,
    Observed,
    OtherBundle,
    Picture,
    Place,
    SourceFile,
)

_BLOCK = 8192
"""pictures that are in memory at once"""
_SIDE_BY_SIDE = 2
_AMONG = "run IN (SELECT value FROM json_each(?))"
_ALL = f"""SELECT id, people, IFNULL(phash, 0), phash IS NOT NULL, marks FROM shown
    WHERE +{_AMONG} ORDER BY id"""
_KEPT = """SELECT shown.id, run, sha256, phash, path, told, sketch
    FROM shown LEFT JOIN sketches USING (id) WHERE shown.id = ?"""


def candidates(
    store: sqlite3.Connection, key: bytes, seen: Sequence[Observed], runs: Mapping[int, OtherBundle], bits: int
) -> tuple[Iterator[tuple[OtherBundle, Observed]], ...]:
    """Of each picture or certificate what some runs show that may be the same, of the same people, the likeliest first.

    One of the same bytes is among them whoever is named on it. Memory grows with what is sought alone.
    """
    among = json.dumps(list(runs))
    alike = _alike(store, key, seen, among, bits) if runs else tuple(() for _ in seen)
    return tuple(
        _taken_out(store, runs, dict.fromkeys((*_of_bytes(store, each, among), *ids)))
        for each, ids in zip(seen, alike, strict=True)
    )


def _of_bytes(store: sqlite3.Connection, seen: Observed, among: str) -> Iterator[int]:
    rows = store.execute(
        f"SELECT id FROM shown WHERE sha256 = ? AND +{_AMONG} ORDER BY id",
        (seen.document.file.sha256, among),
    )
    return (own for (own,) in rows.fetchall())


def _alike(
    store: sqlite3.Connection, key: bytes, seen: Sequence[Observed], among: str, bits: int
) -> tuple[tuple[int, ...], ...]:
    pictures = [each.document.picture for each in seen]
    kept = [(one.phash, one.marks) if one is not None else (None, b"") for one in pictures]
    if not any(phash is not None or marks for phash, marks in kept):
        return tuple(() for _ in seen)
    people = [people_of(key, (fact.value.person.name for fact in each.internships)) for each in seen]
    (many,) = store.execute(f"SELECT COUNT(*) FROM shown WHERE {_AMONG}", (among,)).fetchone()
    sought = Sought(kept, people, bits, many)
    # + : in the order of the rows as they lie, and not by an index and a sorter that would hold them all
    rows = store.execute(_ALL, (among,))
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as side_by_side, ThreadPoolExecutor(1) as meanwhile:
        before: Future[None] | None = None
        while some := rows.fetchmany(_BLOCK):  # while those before are looked through
            block = _block(some)
            if before is not None:
                before.result()
            before = meanwhile.submit(sought.look_through, block, side_by_side)
        if before is not None:
            before.result()
    return sought.found()


def _block(rows: Sequence[tuple[int, int, int, int, bytes]]) -> Block:
    ids, people, wholes, hashed, marks = zip(*rows, strict=True)
    return Block(
        ids=np.array(ids, np.int64),
        kinds=np.array(people, np.int64),
        wholes=np.array(wholes, np.int64).view(np.uint64),
        hashed=np.array(hashed, bool),
        marks=np.frombuffer(b"".join(marks), MARK),
        counts=np.fromiter(map(len, marks), np.int64) // MARK.itemsize,
    )


def _taken_out(
    store: sqlite3.Connection, runs: Mapping[int, OtherBundle], ids: Mapping[int, None]
) -> Iterator[tuple[OtherBundle, Observed]]:
    for own in ids:
        for _, run, sha256, phash, path, told, sketch in store.execute(_KEPT, (own,)).fetchall():
            yield runs[run], _observed(sha256, phash, path, told, sketch or b"")


def _observed(sha256: str, phash: int | None, path: str, told: str, sketch: bytes) -> Observed:
    """As much of what was seen as tells whether two pictures are the same."""
    place = Place(path, box=(0, 0, 0, 0))
    hashed = None if phash is None else unsigned(phash)
    picture = Picture(place, (0, 0), phash=hashed, sketch=sketch) if hashed is not None or sketch else None
    days, names = json.loads(told)
    happenings = (Fact(EVENT, Event("", name), "", place) for name in names)
    sure_days = (Fact(DATE, DateSpan(day, day), "", place) for day in map(date.fromisoformat, days))
    file = SourceFile(path, sha256, 0, "image", "read")
    return Observed(Document(file, picture=picture), (*happenings, *sure_days))
