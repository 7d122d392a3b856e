"""Details in common: which of many look the same, and which pictures they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np

from verifier.likeness.marks import Array

BANDS = tuple((16 * at, 16) for at in range(4))
"""parts of the hash of a detail (lowest bit, width), of which one at least must be the same"""
BANDS_OF_MANY = ((0, 20), (15, 20), (30, 20), (44, 20))
"""as BANDS, where so many are known that a part of 16 bits is the same by chance too often to be looked at"""
BITS = 10
"""bits in which the hashes of one detail differ at most"""
MOST_ALIKE = 8
"""pictures looked at, by details and by the hash as a whole: of a burst in one hall hundreds are near"""
_TURNS, _SIZES = 12, 16
"""classes of turn and of size in which details in common must agree"""


class Hashes:
    """Hashes of 64 bits, ordered by each of their bands, to be met by others."""

    def __init__(self, hashes: Array, bands: Sequence[tuple[int, int]], bits: int) -> None:
        """`bits`: in which two hashes that are near differ at most; where there are more bands, none is missed."""
        self.hashes = np.ascontiguousarray(hashes, np.uint64)
        self._bits = bits
        self._bands = [(band, *_ordered(_values(self.hashes, band), band[1])) for band in bands]

    def near(self, others: Array, side_by_side: Executor | None = None) -> tuple[Array, Array]:
        """The pairs of hashes that are near and have a band in common: places here, and places in `others`.

        Each pair once, by places in `others`. `side_by_side`: where the bands are gone through.
        """
        others = np.ascontiguousarray(others, np.uint64)
        every = map if side_by_side is None else side_by_side.map
        found = list(every(lambda at: self._in_band(at, others), range(len(self._bands))))
        pairs = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
        return pairs % max(1, len(self.hashes)), pairs // max(1, len(self.hashes))

    def _in_band(self, at: int, others: Array) -> Array:
        band, order, starts, taken = self._bands[at]
        values = _values(others, band)
        there = np.flatnonzero(taken[values])  # few are, and this is looked up for all
        values, others = values[there], others[there]
        first = starts[values]
        many = starts[values + 1] - first
        found = [self._close(order[first], there, others)]
        more = np.flatnonzero(many > 1)  # most of those that are met have this value alone
        many = many[more] - 1
        shift = first[more] + 1 - (np.cumsum(many, dtype=np.int32) - many)
        here = order[np.repeat(shift, many) + np.arange(int(many.sum()), dtype=np.int32)]
        found.append(self._close(here, np.repeat(there[more], many), np.repeat(others[more], many)))
        return np.concatenate(found)

    def _close(self, here: Array, there: Array, others: Array) -> Array:
        """The pairs of places that are near, as one number each."""
        close = np.flatnonzero(np.bitwise_count(self.hashes[here] ^ others) <= self._bits)
        return np.asarray(there[close] * len(self.hashes) + here[close], np.int64)


def _values(hashes: Array, band: tuple[int, int]) -> Array:
    lowest, width = band
    return (hashes >> np.uint64(lowest) & np.uint64((1 << width) - 1)).view(np.int64)


def _ordered(values: Array, width: int) -> tuple[Array, Array, Array]:
    """Places in the order of their values, where each value begins, and whether there is any of it."""
    order = np.argsort(values, kind="stable").astype(np.int32)
    counts = np.bincount(values, minlength=1 << width)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return order, starts, counts > 0


def likeliest(owners: Array, weights: Array, turns: Array, sizes: Array, least: float) -> list[int]:
    """The owners of details in common with a picture, a row a pair of details: the few that are most likely the same.

    `weights`: what each pair tells; `turns` (1/256 of a turn) and `sizes` (1/16 octaves): of one detail less that of
    the other, which are alike where the pictures are the same; `least`: the weight from which one is looked at.
    """
    turn_classes = turns % 256 * 2 * _TURNS // 256
    size_classes = (sizes + 48) // 8 % (2 * _SIZES)
    pictures, place = np.unique(owners, return_inverse=True)
    best = np.zeros(len(pictures))
    for turn in (0, 1):  # classes overlap by half, so that none is cut in two
        for size in (0, 1):
            of_turn, of_size = (turn_classes + turn) % (2 * _TURNS) // 2, (size_classes + size) // 2 % _SIZES
            classes, each = np.unique((place * _TURNS + of_turn) * _SIZES + of_size, return_inverse=True)
            np.maximum.at(best, classes // (_TURNS * _SIZES), np.bincount(each, weights))
    order = np.lexsort((pictures, -best))[:MOST_ALIKE]
    return [int(pictures[at]) for at in order if best[at] >= least]
