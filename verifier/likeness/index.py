"""Many pictures, and the few among them that one may be: found by details in common, without a look at each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verifier.likeness.details import BANDS, BITS, MOST_ALIKE, Hashes, likeliest
from verifier.likeness.marks import MARK, Array

LEAST = 0.8
"""weight of the details in common from which a picture is looked at"""


class Index:
    """Pictures by their details: the marks of each (as `Sketched` has them) and its hash as a whole."""

    def __init__(self, pictures: Sequence[tuple[int | None, bytes]]) -> None:
        rows = [np.frombuffer(marks, MARK) for _, marks in pictures]
        self._marks = np.concatenate([np.zeros(0, MARK), *rows])
        self._owners = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
        self._details = Hashes(self._marks["bits"], BANDS, BITS)
        self._hashed = np.array([at for at, (whole, _) in enumerate(pictures) if whole is not None], np.int32)
        self._wholes = np.array([whole for whole, _ in pictures if whole is not None], np.uint64)

    def candidates(self, whole: int | None, marks: bytes, bits: int) -> tuple[int, ...]:
        """Places in the index of pictures that may be the same, likeliest first; wholes differ in at most `bits`."""
        found = self._alike(np.frombuffer(marks, MARK))
        if whole is not None:
            apart = np.bitwise_count(self._wholes ^ np.uint64(whole))
            near = np.flatnonzero(apart <= bits)
            nearest = near[np.argsort(apart[near], kind="stable")][:MOST_ALIKE]
            found += [int(self._hashed[at]) for at in nearest]
        return tuple(dict.fromkeys(found))

    def _alike(self, marks: Array) -> list[int]:
        known, asked = self._details.near(marks["bits"])
        owners = self._owners[known]
        # a detail that many pictures show says little of which one it is
        showing = np.bincount(np.unique(asked << 32 | owners) >> 32, minlength=len(marks))
        turns, sizes = (marks[name][asked].astype(int) - self._marks[name][known] for name in ("turn", "size"))
        return likeliest(owners, 1 / np.sqrt(showing[asked]), turns, sizes, LEAST)
