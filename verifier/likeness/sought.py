"""Pictures that are sought among any number of others, which are led past them a block at a time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from verifier.likeness.details import BANDS, BANDS_OF_MANY, BITS, MOST_ALIKE, Hashes, likeliest
from verifier.likeness.index import LEAST
from verifier.likeness.marks import MARK, Array

MANY = 5_000
"""others from which on some show by chance what looks like a detail of one that is sought"""
_LEAST_OF_MANY = 1.5
"""so that it takes two details among so many"""
_REMEMBERED = 64
"""pictures that are remembered as showing one detail: memory is bounded so, and a detail that more show tells little"""
_PAIR = np.dtype([("asked", "<i4"), ("id", "<i8"), ("turn", "<i2"), ("size", "<i2")])


@dataclass(frozen=True, slots=True)
class Block:
    """Some of the others, a row each."""

    ids: Array
    """int64"""
    kinds: Array
    """int64: only pictures of one kind are compared"""
    wholes: Array
    """uint64: the hash of each as a whole"""
    hashed: Array
    """bool: whether it has one"""
    marks: Array
    """of all, one after the other, as MARK"""
    counts: Array
    """how many marks each has"""


class Sought:
    """The pictures that are sought, and what has been found of them so far; memory grows with them alone."""

    def __init__(
        self, pictures: Sequence[tuple[int | None, bytes]], kinds: Sequence[int], bits: int, among: int
    ) -> None:
        """Of each its hash as a whole, its marks and its kind; `bits`: in which the hashes of wholes differ at most;
        `among`: how many others there are."""
        self._least = LEAST if among <= MANY else _LEAST_OF_MANY
        rows = [np.frombuffer(marks, MARK) for _, marks in pictures]
        self._marks = np.concatenate([np.zeros(0, MARK), *rows])
        self._owners = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
        self._kinds = np.array(kinds, np.int64)
        self._details = Hashes(self._marks["bits"], BANDS if among <= MANY else BANDS_OF_MANY, BITS)
        self._hashed = np.array([at for at, (whole, _) in enumerate(pictures) if whole is not None], np.int32)
        wholes = np.array([whole for whole, _ in pictures if whole is not None], np.uint64)
        self._wholes = Hashes(wholes, _bands(bits + 1), bits)
        self._near: list[list[list[int]]] = [[] for _ in pictures]
        self._showing = np.zeros(len(self._marks), np.int64)
        self._pairs: list[Array] = []

    def look_through(self, block: Block, side_by_side: Executor | None = None) -> None:
        """Remembers which of the others may be which that are sought."""
        rows = np.flatnonzero(block.hashed)
        places, at = self._wholes.near(block.wholes[rows], side_by_side)
        asked, at = self._hashed[places], rows[at]
        apart = np.bitwise_count(self._wholes.hashes[places] ^ block.wholes[at])
        same = self._kinds[asked] == block.kinds[at]
        for one, *near in zip(*(each[same].tolist() for each in (asked, apart, block.ids[at])), strict=True):
            self._near[one] = sorted([*self._near[one], near])[:MOST_ALIKE]
        self._remember(block, *self._details.near(block.marks["bits"], side_by_side))

    def _remember(self, block: Block, asked: Array, known: Array) -> None:
        owners = np.repeat(np.arange(len(block.ids)), block.counts)[known]
        same = self._kinds[self._owners[asked]] == block.kinds[owners]
        asked, known, owners = asked[same], known[same], owners[same]
        order = np.lexsort((owners, asked))
        asked, known, owners = asked[order], known[order], owners[order]
        new = np.ones(len(asked), bool)  # the first pair of a detail with a picture
        new[1:] = (asked[1:] != asked[:-1]) | (owners[1:] != owners[:-1])
        starts = np.searchsorted(asked, asked)
        before = np.cumsum(new) - np.cumsum(new)[starts] if len(asked) else new
        kept = self._showing[asked] + before < _REMEMBERED
        pairs = np.zeros(int(kept.sum()), _PAIR)
        pairs["asked"], pairs["id"] = asked[kept], block.ids[owners[kept]]
        for name in ("turn", "size"):
            ours, theirs = self._marks[name][asked[kept]], block.marks[name][known[kept]]
            pairs[name] = ours.astype(np.int16) - theirs
        self._pairs.append(pairs)
        self._showing += np.bincount(asked[new], minlength=len(self._showing))

    def found(self) -> tuple[tuple[int, ...], ...]:
        """Of each that is sought the ids of others that may be the same, the likeliest first."""
        pairs = self._telling(np.concatenate([np.zeros(0, _PAIR), *self._pairs]))
        edges = np.searchsorted(self._owners[pairs["asked"]], np.arange(len(self._near) + 1)).tolist()
        return tuple(
            tuple(dict.fromkeys([*self._alike(pairs[first:last]), *(id_ for _, id_ in near)]))
            for (first, last), near in zip(pairwise(edges), self._near, strict=True)
        )

    def _telling(self, pairs: Array) -> Array:
        """By the picture that is sought, without those that say too little of another, wherever in it they lie: most of
        them are there by chance."""
        owners = self._owners[pairs["asked"]]
        order = np.lexsort((pairs["id"], owners))
        pairs, owners = pairs[order], owners[order]
        new = np.ones(len(pairs), bool)
        new[1:] = (owners[1:] != owners[:-1]) | (pairs["id"][1:] != pairs["id"][:-1])
        both = np.cumsum(new) - 1
        return np.asarray(pairs[np.bincount(both, self._weights(pairs))[both] >= self._least])

    def _alike(self, pairs: Array) -> list[int]:
        if not len(pairs):
            return []
        turns, sizes = pairs["turn"].astype(int), pairs["size"].astype(int)
        return likeliest(pairs["id"], self._weights(pairs), turns, sizes, self._least)

    def _weights(self, pairs: Array) -> Array:
        """A detail that many pictures show says little of which one it is."""
        return np.asarray(1 / np.sqrt(self._showing[pairs["asked"]]))


def _bands(many: int) -> list[tuple[int, int]]:
    """A hash of 64 bits in so many parts (lowest bit, width): two that differ in fewer bits share one."""
    edges = [64 * at // min(many, 64) for at in range(min(many, 64) + 1)]
    return [(low, high - low) for low, high in pairwise(edges)]
