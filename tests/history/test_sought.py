"""Pictures sought among many that are led past: in whatever blocks, few or many, of one kind, with bounded memory."""

from __future__ import annotations

import numpy as np
import pytest

from verifier.likeness import MARK, Block, Index, Sought
from verifier.likeness.marks import Array
from verifier.likeness.sought import MANY

MOST = 64


def marks_of(seed: int) -> Array:
    rng = np.random.default_rng(seed)
    marks = np.zeros(MOST, MARK)
    marks["bits"] = rng.integers(0, 1 << 64, MOST, dtype=np.uint64)
    marks["turn"], marks["size"] = rng.integers(0, 256, MOST), rng.integers(0, 80, MOST)
    return marks


def changed(marks: Array, kept: int, turn: int = 40) -> Array:
    """Some of the details of a picture that was turned, three bits of each misread, among others."""
    again = marks_of(int(marks["bits"][0]) % 1000)
    again[:kept] = marks[:kept]
    again["bits"][:kept] ^= np.uint64(1 << 5 | 1 << 40 | 1 << 63)
    again["turn"][:kept] += np.uint8(turn)
    return again


def block(first: int, pictures: list[Array], kinds: list[int] | None = None, wholes: list[int] | None = None) -> Block:
    many = len(pictures)
    return Block(
        ids=np.arange(first, first + many),
        kinds=np.array(kinds or [0] * many, np.int64),
        wholes=np.array(wholes or [0] * many, np.uint64),
        hashed=np.array([wholes is not None] * many),
        marks=np.concatenate(pictures),
        counts=np.array([len(each) for each in pictures]),
    )


@pytest.mark.parametrize("among", [MANY, MANY + 1])
def test_blocks_find_what_an_index_of_all_finds(among: int) -> None:
    known = [marks_of(seed) for seed in range(30)]
    asked = [changed(known[17], 20), changed(known[3], 6), marks_of(99)]
    index = Index([(None, each.tobytes()) for each in known])
    sought = Sought([(None, each.tobytes()) for each in asked], [0] * 3, 6, among)
    for first in range(0, 30, 7):
        sought.look_through(block(first, known[first : first + 7]))
    assert sought.found() == tuple(index.candidates(None, each.tobytes(), 6) for each in asked) == ((17,), (3,), ())


def test_among_many_one_detail_alone_says_nothing() -> None:
    known, asked = marks_of(1), changed(marks_of(1), 1)
    for among, found in ((MANY, (0,)), (MANY + 1, ())):
        sought = Sought([(None, asked.tobytes())], [0], 6, among)
        sought.look_through(block(0, [known]))
        assert sought.found() == (found,)


def test_only_pictures_of_one_kind_are_compared() -> None:
    marks = marks_of(1)
    sought = Sought([(7, marks.tobytes()), (7, marks.tobytes())], [5, 0], 6, 3)
    sought.look_through(block(0, [marks] * 3, kinds=[0, 5, 6], wholes=[7, 7, 7]))
    assert sought.found() == ((1,), (0,))


def test_wholes_that_differ_in_few_bits_are_found_without_details() -> None:
    none = np.zeros(0, MARK)
    sought = Sought([(0, b""), (None, b""), ((1 << 64) - 1, b"")], [0] * 3, 6, 4)
    wholes = [0b111111 << 58, 0b1111111, 1 << 20, (1 << 64) - 1]
    sought.look_through(block(10, [none] * 4, wholes=wholes))
    assert sought.found() == ((12, 10), (), (13,))


def test_what_very_many_show_takes_no_more_room() -> None:
    marks = marks_of(1)
    sought = Sought([(3, marks.tobytes())], [0], 6, 1000)
    for first in range(0, 1000, 250):
        sought.look_through(block(first, [marks] * 250, wholes=[3] * 250))
    assert sum(len(pairs) for pairs in sought._pairs) == 64 * MOST and len(sought._near[0]) == 8
    assert sought.found()[0] == tuple(range(8))
