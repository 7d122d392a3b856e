"""Pictures and certificates sought in the database: by their bytes, and by what is kept to know them again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import numpy as np

from verifier.history.keys import people_of
from verifier.history.runs import unsigned
from verifier.history.store import Store
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
# + : by the rows as they lie, and not by an index of the runs and a sorter that would hold them all
_ALL = """SELECT id, people, COALESCE(phash, 0), phash IS NOT NULL, marks FROM shown
    WHERE id > ? AND +run IN {among} ORDER BY id LIMIT {block}"""
_COUNT = "SELECT COUNT(*) FROM shown WHERE run IN {among}"
_OF_BYTES = "SELECT sha256, id FROM shown WHERE sha256 IN {sought} AND +run IN {among} ORDER BY id"
_KEPT = """SELECT run, runs.sha256, shown.sha256, phash, path, told, sketch
    FROM shown JOIN runs ON runs.id = run LEFT JOIN sketches ON sketches.id = shown.id WHERE shown.id = ?"""

Known = Mapping[int, tuple[OtherBundle, str]]
"""runs by their ids, each with the hash of its content: another may bear the id of one that was replaced meanwhile"""


def candidates(
    store: Store, key: bytes, seen: Sequence[Observed], runs: Known, bits: int
) -> tuple[Iterator[tuple[OtherBundle, Observed]], ...]:
    """Of each picture or certificate what some runs show that may be the same, of the same people, the likeliest first.

    One of the same bytes is among them whoever is named on it. Memory grows with what is sought alone.
    """
    among = json.dumps(list(runs))
    same = _of_bytes(store, seen, among) if runs else {}
    alike = _alike(store, key, seen, among, bits) if runs else tuple(() for _ in seen)
    return tuple(
        _taken_out(store, runs, dict.fromkeys((*same.get(each.document.file.sha256, ()), *ids)))
        for each, ids in zip(seen, alike, strict=True)
    )


def _of_bytes(store: Store, seen: Sequence[Observed], among: str) -> Mapping[str, Sequence[int]]:
    sought = json.dumps(sorted({each.document.file.sha256 for each in seen}))
    found: dict[str, list[int]] = {}
    for sha256, own in store.rows(_OF_BYTES.format(sought=store.TEXTS, among=store.NUMBERS), (sought, among)):
        found.setdefault(sha256, []).append(own)
    return found


def _alike(store: Store, key: bytes, seen: Sequence[Observed], among: str, bits: int) -> tuple[tuple[int, ...], ...]:
    pictures = [each.document.picture for each in seen]
    kept = [(one.phash, one.marks) if one is not None else (None, b"") for one in pictures]
    if not any(phash is not None or marks for phash, marks in kept):
        return tuple(() for _ in seen)
    people = [people_of(key, (fact.value.person.name for fact in each.internships)) for each in seen]
    ((many,),) = store.rows(_COUNT.format(among=store.NUMBERS), (among,))
    sought = Sought(kept, people, bits, many)
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as side_by_side, ThreadPoolExecutor(1) as meanwhile:
        before: Future[None] | None = None
        for block in _blocks(store, among):  # while those before are looked through
            if before is not None:
                before.result()
            before = meanwhile.submit(sought.look_through, block, side_by_side)
        if before is not None:
            before.result()
    return sought.found()


def _blocks(store: Store, among: str) -> Iterator[Block]:
    """The pictures of some runs, few at once: no server is asked to hold the rest, nor waited for meanwhile."""
    statement, last = _ALL.format(among=store.NUMBERS, block=_BLOCK), 0
    while rows := store.rows(statement, (last, among)):
        last = rows[-1][0]
        yield _block(rows)


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


def _taken_out(store: Store, runs: Known, ids: Iterable[int]) -> Iterator[tuple[OtherBundle, Observed]]:
    for own in ids:
        for run, content, sha256, phash, path, told, sketch in store.rows(_KEPT, (own,)):
            bundle, known = runs.get(run, (None, ""))
            if bundle is not None and content == known:
                yield bundle, _observed(sha256, phash, path, told, sketch or b"")


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
