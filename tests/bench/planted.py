"""Personal numbers planted at every place of every format: how many appear in what is written or said. By hand.

`python -m tests.bench.planted 10000` makes bundles until so many are planted; `… 500 40` begins with seed 40. Prints
each number that appears, and where.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from tests.planted.numbers import Planted, found_in, planted
from tests.planted.papers import write_bundle
from tests.planted.written import TYPED, said_and_written


def shown(folder: Path, seed: int, whole: bool = True) -> tuple[int, list[tuple[str, Planted]]]:
    """How many numbers a bundle has, and which of them appear where."""
    bundle = folder / "各校" / "甲学院"
    sown, engine = write_bundle(bundle, seed, whole)
    chance = random.Random(f"typed {seed}")
    typed = {where: planted(chance, kind) for where, kind in TYPED.items()}
    sought = [*sown, *typed.values()]
    told = said_and_written(bundle, folder / "out", engine, {where: each.written for where, each in typed.items()})
    return len(sought), [(where, each) for where, text in told for each in found_in(text, sought)]


def _told(seed: int) -> tuple[int, int, list[tuple[str, Planted]]]:
    with tempfile.TemporaryDirectory() as folder:
        return (seed, *shown(Path(folder), seed))


def measure(wanted: int, first: int) -> Iterator[tuple[int, int, list[tuple[str, Planted]]]]:
    """Seed, numbers planted and those that appear of one bundle after the other, until so many are planted."""
    many = 0
    with get_context("spawn").Pool(2) as pool:
        for seed, own, found in pool.imap(_told, range(first, first + wanted)):
            yield seed, own, found
            many += own
            if many >= wanted:
                pool.terminate()
                return


def main() -> None:
    wanted, first = (int(word) for word in (*sys.argv[1:], "10000", "1")[:2])
    many, unmasked = 0, set[tuple[str, str]]()
    for seed, own, found in measure(wanted, first):
        many += own
        unmasked |= {(each.written, each.kind) for _, each in found}
        for where, each in found:
            print(f"seed {seed}, {where}: {each.kind}, {each.way}: {each.written!r}", flush=True)
        print(f"seed {seed}: {many} planted, {len(unmasked)} unmasked", flush=True)


if __name__ == "__main__":
    main()
