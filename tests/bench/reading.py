"""How well and how fast pictures are read, against a plain rapidocr loop and plain tesseract, in one run.

By hand: VERIFIER_CORPUS=FOLDER python -m tests.bench.reading [--sets easy,hard,long] [--most N] [--readers …].
Pictures are drawn from a seed, and real ones with known text are taken from FOLDER/real/manifest.tsv when it is named.
The readers take turns, a few pictures at a time, so that a busy machine hits all alike. Prints tables; asserts nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PIL import Image

from tests.bench.likeness import Score, score
from tests.bench.material import SETS, Picture
from tests.bench.readers import PROCESSES, READERS, Read, Worker

MOST = {"easy": 24, "hard": 42, "long": 2}
"""pictures a set, so that a whole run takes some minutes"""
TURN = 16
"""pictures that a reader reads before the next has its turn"""
T = TypeVar("T")
USUAL_SIDE = 2000
"""the longest side of pictures whose reading is timed: a plain loop shrinks larger ones"""


@dataclass
class Tally:
    """What one reader did on one set."""

    total: Score = field(default_factory=Score)
    kinds: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    pictures: int = 0
    """that were timed"""
    seconds: float = 0.0
    cpu: float = 0.0
    everything: float = 0.0
    """seconds of all pictures"""
    peak: int = 0

    def row(self) -> str:
        one = self.total
        rate = f"{self.pictures / self.seconds:6.3f}" if self.seconds else "     –"
        cpu = f"{self.cpu / self.pictures:6.2f}" if self.pictures else "     –"
        days = f"{one.found:4} {one.false:5} {one.unsure:6} {one.missed:6} of {one.days:3}"
        return (
            f"{_share(one.right, one.lines)}  {_share(one.wrong, one.characters)}  {_share(one.in_order, one.pairs)}  "
            f"{rate}  {cpu}  {one.read / self.everything:7.1f}  {days}  {self.peak:5}"
        )


HEAD = (
    f"{'':18} lines≥.9  char.err  in order  pict/s  cpu s/p  right ch/s  days: found wrong unsure missed      peak MB"
)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f} %" if whole else "      –  "


def measure(pictures: Sequence[Picture], workers: Mapping[str, Worker], tallies: Mapping[str, Tally]) -> None:
    """Every worker reads all pictures, some at a time; who comes first changes."""
    names = list(workers)
    usual = [one for one in pictures if _side(one.path) <= USUAL_SIDE]
    parts = [(part, True) for part in _parts(usual)]
    parts += [(part, False) for part in _parts([one for one in pictures if one not in usual])]
    for number, (part, timed) in enumerate(parts):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            gone = workers[name].read([one.path for one in part])
            tally = tallies[name]
            for picture, lines in zip(part, gone.lines, strict=True):
                result = score(picture.lines, lines, picture.whole)
                tally.total += result
                tally.kinds[picture.kind] += result
            tally.everything += gone.seconds
            tally.peak = max(tally.peak, gone.peak)
            if timed:
                tally.pictures += len(part)
                tally.seconds += gone.seconds
                tally.cpu += gone.cpu
        done = "  ".join(f"{name} {tally.everything:.0f} s" for name, tally in tallies.items())
        print(f"part {number + 1} of {len(parts)}: {done}", file=sys.stderr)


def measure_processes(pictures: Sequence[Picture], makers: Mapping[str, Callable[[], Read]]) -> dict[str, float]:
    """Pictures a second of two processes that read half each; the readers take turns."""
    usual = [one.path for one in pictures if _side(one.path) <= USUAL_SIDE]
    pairs = {name: [Worker(make, usual[0]) for _ in range(2)] for name, make in makers.items()}
    seconds: dict[str, float] = defaultdict(float)
    for part in _parts(usual):
        for name, pair in pairs.items():
            start = time.perf_counter()
            asked = [worker.ask(part[index::2]) for index, worker in enumerate(pair) if part[index::2]]
            for each in asked:
                each.result()
            seconds[name] += time.perf_counter() - start
    for pair in pairs.values():
        for worker in pair:
            worker.close()
    return {name: len(usual) / spent for name, spent in seconds.items()}


def _parts(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + TURN] for start in range(0, len(things), TURN))


def _side(path: Path) -> int:
    with Image.open(path) as image:
        return max(image.size)


def _print(name: str, tallies: Mapping[str, Tally], kinds: bool) -> None:
    print(f"\n{name}\n{HEAD}")
    for reader, tally in tallies.items():
        print(f"{reader:18} {tally.row()}", flush=True)
    plain = tallies.get("rapidocr")
    for reader, tally in tallies.items():
        if plain is None or reader == "rapidocr" or not (tally.seconds and plain.total.wrong):
            continue
        faster = (tally.pictures / tally.seconds) / (plain.pictures / plain.seconds)
        print(f"{reader} against rapidocr: errors × {tally.total.wrong / plain.total.wrong:.2f}, speed × {faster:.2f}")
    if kinds:
        for kind in next(iter(tallies.values())).kinds:
            errors = (
                f"{reader} {_share(tally.kinds[kind].wrong, tally.kinds[kind].characters)}"
                for reader, tally in tallies.items()
            )
            print(f"  {kind:18} errors: " + "  ".join(errors))


def _print_together(sets: Sequence[Mapping[str, Tally]]) -> None:
    """Pictures a second over all sets, of those that a plain loop reads at their size."""
    totals = {
        reader: (sum(each[reader].pictures for each in sets), sum(each[reader].seconds for each in sets))
        for reader in sets[0]
    }
    rates = {reader: count / seconds for reader, (count, seconds) in totals.items() if count}
    for reader, rate in rates.items():
        against = f", speed × {rate / rates['rapidocr']:.2f}" if "rapidocr" in rates else ""
        print(f"together {reader}: {totals[reader][0]} pictures, {rate:.3f} a second{against}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="easy,hard,long", help="of easy, hard, long")
    parser.add_argument("--most", type=int, help="pictures a set")
    parser.add_argument("--readers", default=",".join(READERS), help="of " + ", ".join(READERS))
    parser.add_argument("--processes", action="store_true", help="two processes as well, on the first set")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        sets = {name: SETS[name](Path(home), chosen.most or MOST[name]) for name in chosen.sets.split(",")}
        warm = next(iter(sets.values()))[0].path
        workers = {name: Worker(READERS[name], warm) for name in chosen.readers.split(",")}
        done = []
        for name, pictures in sets.items():
            done.append({reader: Tally() for reader in workers})
            measure(pictures, workers, done[-1])
            _print(f"{name}: {len(pictures)} pictures", done[-1], name == "hard")
        _print_together(done)
        for worker in workers.values():
            worker.close()
        if chosen.processes:
            for reader, rate in measure_processes(next(iter(sets.values())), PROCESSES).items():
                print(f"two processes, {reader}: {rate:.3f} pictures/s")


if __name__ == "__main__":
    main()
