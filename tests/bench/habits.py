"""Bundles of people with every messy habit: what comes out against what is true of the people. By hand.

`python -m tests.bench.habits single` takes each habit alone, `… 100 200` mixes them from these seeds. Prints what is
wrong and how many bundles there were.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

from tests.people.bundles import wrong
from tests.people.habits import Habits
from tests.people.mixes import mixed, single


def _told(job: tuple[str, int, Sequence[Habits]]) -> tuple[str, int, object]:
    label, seed, habits = job
    try:
        with tempfile.TemporaryDirectory() as folder:
            return label, seed, wrong(seed, habits, Path(folder))
    except Exception as fault:
        return label, seed, repr(fault)


def _jobs(words: Sequence[str]) -> Iterator[tuple[str, int, Sequence[Habits]]]:
    if words[:1] == ["single"]:
        for seed, (label, habits) in enumerate(single()):
            yield label, seed, [habits]
    else:
        for seed in range(*map(int, words)):
            yield "mixed", seed, mixed(seed)


def main() -> None:
    began, bad, count = time.perf_counter(), 0, 0
    with get_context("spawn").Pool(2) as pool:
        for label, seed, found in pool.imap_unordered(_told, _jobs(sys.argv[1:])):
            count += 1
            if found:
                bad += 1
                print(f"{label} (seed {seed}): {found}", flush=True)
    print(f"{count} bundles, {bad} wrong, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
