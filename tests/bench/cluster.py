"""A batch on machines that are killed, and on one process beside two.

By hand: python -m tests.bench.cluster kills 50 (kill -9 of processes of the cluster at so many random moments, in
batches of 12 bundles on two processes; after each batch its outputs are compared with those of one machine, and
pictures that were read more than once are counted), python -m tests.bench.cluster scale 12 (the same bundles on one
process and on two, whose reading is computing and no sleep; to be run on two cores that are quiet; a third number is
`--jobs`). Engines are scripted. Prints a line; asserts nothing.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from unittest.mock import patch

from tests.cluster import scripted, workers
from tests.faults.schools import write_schools
from tests.written import written
from verifier import batch
from verifier.batch import Settings
from verifier.errors import VerifierError
from verifier.files.output_folder import SUMMARY
from verifier.pipeline import Silent

BUNDLES = 12
RULES = "jianxi-2023"
"""with few forms to be written"""
TOIL = 20
"""rounds that a picture takes where time is measured; a bundle has five pictures"""
TOIL_OF_KILLED = 5
BETWEEN = 0.5, 2.0
"""from one kill to the next, times what a process takes from its start to the end of a bundle"""
_TRIES, _PATIENCE = 20, 10.0
"""instead of those of `handing_out`: no bundle is at fault here, and no machine is started by hand"""


@dataclass(frozen=True, slots=True)
class Killed:
    batches: int
    kills: int
    stopped: int
    """times that a batch ended since no process was left: Dask starts none anew that was killed while it started. The
    next goes on from there"""
    otherwise: int
    """outputs that are not those of one machine, or whose bundle has none"""
    pictures: int
    again: int
    """readings beyond the first of each picture and batch"""


@dataclass(frozen=True, slots=True)
class Scaled:
    one: float
    two: float
    """seconds of a batch on so many processes that are warm"""


@contextmanager
def _bundles(home: Path, many: int, toil: int) -> Iterator[Path]:
    """So many bundles whose pictures are computed at; `_read` tells of each that was read."""
    write_schools(home / "各校", 2, [f"威海{at:03}学院" for at in range(many)])
    told = patch.dict(os.environ, _told(home, toil))
    with told, patch("verifier.batch.settings.open_engine", scripted.scripted):
        yield home / "各校"


def _told(home: Path, toil: int) -> dict[str, str]:
    """What the environment of a process says to its engine."""
    return {scripted.READ: str(home / "read"), scripted.TOIL: str(toil)}


def killed(home: Path, kills: int, bundles: int, seed: int, toil: int = TOIL_OF_KILLED) -> Killed:
    """Batches until so many processes have been killed."""
    random_ = random.Random(seed)
    done, batches, stopped, otherwise, again = 0, 0, 0, 0, 0
    patient = patch.multiple("verifier.cluster.handing_out", TRIES=_TRIES, PATIENCE=_PATIENCE)
    with patient, _bundles(home, bundles, toil) as schools:
        batch.batch(schools, home / "one", Settings(year=2024, rules=RULES, jobs=0), Silent())
        wanted, pictures = written(home / "one"), len(_read(home))
        write_schools(home / "first", 1, ["威海甲学院"])
        for out in (home / "loaded", home / "started"):  # the first time all that they share is loaded
            began = time.monotonic()
            with workers.processes(1, _told(home, toil)) as scheduler:
                batch.batch(home / "first", out, Settings(year=2024, rules=RULES, jobs=0), Silent(), scheduler)
            took = time.monotonic() - began
        while done < kills:
            (home / "read").unlink(missing_ok=True)
            settings = Settings(year=2024, rules=RULES, jobs=0, cache=home / f"cache-{batches}")
            out = home / f"many-{batches}"
            while not (out / SUMMARY).exists():
                with (
                    workers.processes(2, _told(home, toil)) as scheduler,
                    _killing(scheduler, random_, kills - done, took) as ended,
                    suppress(VerifierError),
                ):
                    batch.batch(schools, out, settings, Silent(), scheduler)
                done, stopped = done + len(ended), stopped + (not (out / SUMMARY).exists())
            batches += 1
            found = written(out)
            otherwise += sum(found.get(name) != wanted.get(name) for name in found.keys() | wanted.keys())
            again += sum(_read(home).values()) - len(_read(home))
    return Killed(batches, done, stopped, otherwise, pictures, again)


@contextmanager
def _killing(scheduler: str, random_: random.Random, most: int, took: float) -> Iterator[list[float]]:
    """Meanwhile processes are killed, one at a time; when each was."""
    over, ended = Event(), list[float]()

    def go_on() -> None:
        while len(ended) < most and not over.wait(took * random_.uniform(*BETWEEN)):
            if workers.kill(scheduler, random_.randrange(2)):
                ended.append(time.monotonic())

    thread = Thread(target=go_on)
    thread.start()
    try:
        yield ended
    finally:
        over.set()
        thread.join()


def _read(home: Path) -> Counter[str]:
    """How often each picture was read."""
    path = home / "read"
    return Counter(path.read_text().split()) if path.exists() else Counter()


def scaled(home: Path, bundles: int, toil: int = TOIL, jobs: int = 0) -> Scaled:
    """The time of a batch on one process, and on two, after a small one that has them warm."""
    times: list[float] = []
    with _bundles(home, bundles, toil) as schools:
        write_schools(home / "warm", 1, ["威海甲学院", "威海乙学院", "威海丙学院", "威海丁学院"])
        for many in (1, 2):
            with workers.processes(many, _told(home, toil)) as scheduler:
                settings = Settings(year=2024, rules=RULES, jobs=jobs)
                batch.batch(home / "warm", home / f"warm-{many}", settings, Silent(), scheduler)
                began = time.monotonic()
                batch.batch(schools, home / f"out-{many}", settings, Silent(), scheduler)
                times.append(time.monotonic() - began)
    return Scaled(*times)


def main() -> None:
    """One of the two, in a temporary folder."""
    what, many = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as home:
        if what == "kills":
            found = killed(Path(home), many, BUNDLES, 1)
            print(
                f"{found.kills} kills in {found.batches} batches of {BUNDLES} bundles, {found.stopped} times stopped: "
                f"{found.otherwise} outputs otherwise, "
                f"{found.again} of {found.pictures * found.batches} pictures read again"
            )
        else:
            jobs = int(sys.argv[3]) if len(sys.argv) > 3 else 0
            times = scaled(Path(home), many, jobs=jobs)
            told = f"{times.one:.1f} s on one process, {times.two:.1f} s on two"
            print(f"{many} bundles: {told}: {times.one / times.two:.2f} x")


if __name__ == "__main__":
    main()
