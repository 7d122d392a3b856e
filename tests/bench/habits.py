"""Bundles of people with every messy habit, as many as you like: `python tests/bench/habits.py single`, `… 100 200`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

from tests.people.bundles import judged, write_bundle
from tests.people.habits import Habits
from tests.people.mixes import mixed, single
from tests.people.students import year_of


def wrong(seed: int, habits: Sequence[Habits]) -> dict[str, tuple[object, object]]:
    """Facts and points that are not those of the people behind the papers: what they should be, and what came out."""
    year = year_of(seed)
    with tempfile.TemporaryDirectory() as folder:
        write_bundle(year, habits, seed, Path(folder, "bundle"))
        found = judged(Path(folder, "bundle"), Path(folder, "work"))
    pairs = [(year.facts, found.facts), (year.points, found.points)]
    return {
        name: (value, made.get(name))
        for asked, made in pairs
        for name, value in asked.items()
        if made.get(name) != value
    }


def _told(job: tuple[str, int, Sequence[Habits]]) -> tuple[str, int, object]:
    label, seed, habits = job
    try:
        return label, seed, wrong(seed, habits)
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
