"""Many pictures, and the few among them that one may be: found by details in common, without a look at each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verifier.likeness.marks import MARK, Array

_BANDS = 4
"""parts of 16 bits of a hash, of which one at least must be the same"""
_BITS = 10
"""bits in which the hashes of one detail differ at most"""
_LEAST = 0.8
"""weight of the details in common from which a picture is looked at"""
_MOST = 8
"""pictures looked at, by details and by the hash as a whole: of a burst in one hall hundreds are near"""
_TURNS, _SIZES = 12, 16
"""classes of turn and of size in which details in common must agree"""


class Index:
    """Pictures by their details: the marks of each (as `Sketched` has them) and its hash as a whole."""

    def __init__(self, pictures: Sequence[tuple[int | None, bytes]]) -> None:
        rows = [np.frombuffer(marks, MARK) for _, marks in pictures]
        self._marks = np.concatenate([np.zeros(0, MARK), *rows])
        self._owners = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
        self._bits = np.ascontiguousarray(self._marks["bits"])
        self._bands = [_sorted(_band(self._bits, at)) for at in range(_BANDS)]
        self._hashed = np.array([at for at, (whole, _) in enumerate(pictures) if whole is not None], np.int32)
        self._wholes = np.array([whole for whole, _ in pictures if whole is not None], np.uint64)

    def candidates(self, whole: int | None, marks: bytes, bits: int) -> tuple[int, ...]:
        """Places in the index of pictures that may be the same, likeliest first; wholes differ in at most `bits`."""
        found = list(self._alike(np.frombuffer(marks, MARK)))
        if whole is not None:
            apart = np.bitwise_count(self._wholes ^ np.uint64(whole))
            near = np.flatnonzero(apart <= bits)
            nearest = near[np.argsort(apart[near], kind="stable")][:_MOST]
            found += [int(self._hashed[at]) for at in nearest]
        return tuple(dict.fromkeys(found))

    def _alike(self, marks: Array) -> list[int]:
        asked, known = self._pairs(np.ascontiguousarray(marks["bits"]))
        if not len(asked):
            return []
        owners = self._owners[known]
        # a detail that many pictures show says little of which one it is
        showing = np.bincount(np.unique(asked.astype(np.int64) << 32 | owners) >> 32, minlength=len(marks))
        weights = 1 / np.sqrt(showing[asked])
        turns = (marks["turn"][asked].astype(int) - self._marks["turn"][known]) % 256 * 2 * _TURNS // 256
        sizes = (marks["size"][asked].astype(int) - self._marks["size"][known] + 48) // 8 % (2 * _SIZES)
        pictures, place = np.unique(owners, return_inverse=True)
        best = np.zeros(len(pictures))
        for turn in (0, 1):  # classes overlap by half, so that none is cut in two
            for size in (0, 1):
                key = (place * _TURNS + (turns + turn) % (2 * _TURNS) // 2) * _SIZES + (sizes + size) // 2 % _SIZES
                classes, each = np.unique(key, return_inverse=True)
                np.maximum.at(best, classes // (_TURNS * _SIZES), np.bincount(each, weights))
        order = np.lexsort((pictures, -best))[:_MOST]
        return [int(pictures[at]) for at in order if best[at] >= _LEAST]

    def _pairs(self, bits: Array) -> tuple[Array, Array]:
        """Details asked for and details of the index that look the same, as places in both."""
        found = []
        for at, (order, starts) in enumerate(self._bands):
            band = _band(bits, at).astype(int)
            for asked, (first, last) in enumerate(zip(starts[band], starts[band + 1], strict=True)):
                known = order[first:last]
                same = known[np.bitwise_count(self._bits[known] ^ bits[asked]) <= _BITS]
                found.append((same.astype(np.int64) << 8) | asked)
        pairs = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
        return pairs & 0xFF, pairs >> 8


def _band(bits: Array, at: int) -> Array:
    return np.asarray((bits >> np.uint64(16 * at)).astype(np.uint16))


def _sorted(band: Array) -> tuple[Array, Array]:
    """The details by the value of a band, and where each value begins."""
    order = np.argsort(band, kind="stable").astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(np.bincount(band, minlength=1 << 16))])
    return order, starts
