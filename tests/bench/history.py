"""How long a history takes to be built, asked and added to, its bytes, and the memory of asking.

By hand: python -m tests.bench.history 10000 100000 1000000 (pictures); with `--postgres` in a server that is started
for it, beside SQLite; with a URL first in the empty database that it names, whose tables are deleted afterwards.
Pictures: drawn scenes, and others made of their details, half of the bits of each changed. Prints a line a size and
database; asserts nothing.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import psutil

from tests.bench import near_pictures
from tests.counting.station_papers import rules
from tests.decisions.judged import judged
from tests.history.server import served
from verifier.history import FILE, Server, kept_in, postgres, sqlite
from verifier.history.places import KEY, KEY_PLACE
from verifier.history.runs import Lying, put
from verifier.history.store import Store
from verifier.likeness import MARK
from verifier.likeness.marks import MOST, Array
from verifier.model import Document, Observed, OtherBundle, Picture, Place, SourceFile
from verifier.record import Run
from verifier.reuse import Elsewhere

ASKED, COPIED = 3000, 30
"""pictures of a bundle that is asked about, and those of them that are in the history, changed"""
OF_A_RUN = 3000
SCENES = 20
"""whose details all other pictures are made of"""
YEARS = 10


@dataclass(frozen=True, slots=True)
class Measured:
    pictures: int
    built: float
    """seconds, as `asked` and `added`"""
    size: int
    """bytes of the database"""
    asked: float
    processor: float
    """seconds of the processor that asking took, of both cores together"""
    memory: int
    """bytes that the process grew by while it asked, at most"""
    found: int
    """of those that were copied"""
    added: float


def _pool(scenes: int) -> tuple[list[Array], list[bytes]]:
    """Details of scenes, and their small copies."""
    kept = [near_pictures.kept(_scene(seed)) for seed in range(scenes)]
    return [np.frombuffer(each.marks, MARK) for each in kept], [each.sketch for each in kept]


def _scene(seed: int) -> Array:
    return near_pictures.scene(np.random.default_rng(seed), np.random.default_rng(seed))


def _made(many: int, seed: int, pool: Array, sketches: list[bytes]) -> Iterator[Observed]:
    """Pictures as the scenes have them, of the same kinds and not the same details."""
    rng = np.random.default_rng(seed)
    marks = pool[rng.integers(len(pool), size=many * MOST)]
    for _ in range(16):
        marks["bits"] ^= np.uint64(1) << rng.integers(64, size=len(marks)).astype(np.uint64)
    wholes = rng.integers(1 << 63, size=many).tolist()
    for at in range(many):
        own = marks[at * MOST : (at + 1) * MOST].tobytes()
        yield _seen(f"{seed}/{at}.jpg", wholes[at], own, sketches[at % len(sketches)])


def _seen(path: str, whole: int, marks: bytes, sketch: bytes) -> Observed:
    sha = hashlib.sha256(path.encode()).hexdigest()
    picture = Picture(Place(path), (0, 0), phash=whole, sketch=sketch, marks=marks)
    return Observed(Document(SourceFile(path, sha, 0, "image", "read"), picture=picture))


def _of_scenes(many: int, changed: bool) -> list[Observed]:
    """Scenes of their own, as they were and as somebody sends them again."""
    pictures = []
    for seed in range(many):
        scene = _scene(1000 + seed)
        again = near_pictures.CHANGES["cropped to 80 %"](np.random.default_rng(seed), scene) if changed else scene
        kept = near_pictures.kept(np.asarray(cv2.resize(again, None, fx=0.9, fy=0.9)) if changed else again)
        pictures.append(_seen(f"{changed}/{seed}.jpg", seed << 40 | changed << 20 | 0x5A5A5, kept.marks, kept.sketch))
    return pictures


def _open(where: Path | Server) -> tuple[Store, bytes]:
    if isinstance(where, Path):
        return sqlite.opened(where)
    store, key, _ = postgres.opened(where, print, True)
    return store, key


def _put(where: Path | Server, run: int, shown: tuple[Observed, ...]) -> None:
    store, key = _open(where)
    result, _ = judged()
    place = f"{run}"
    found = Lying(Path(place), place, True, 0, 0, "2024-01-01T00:00:00+00:00")
    whose = OtherBundle(place, f"学校{run // YEARS}", 2010 + run % YEARS, shown)
    with store.changing():
        put(store, key, found, f"{run:064x}", Run(whose, result, None))
    store.close()


def _size(where: Path | Server) -> int:
    """Bytes of the database."""
    if isinstance(where, Path):
        return (where / FILE).stat().st_size
    store = postgres.Postgres(where)
    tables = "('about', 'runs', 'points', 'measures', 'rates', 'shown', 'sketches')"
    ((size,),) = store.rows(f"SELECT SUM(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relname IN {tables}")
    store.close()
    return int(size)


def _ask(where: Path | Server, asked: int, copied: int, scenes: int = SCENES) -> tuple[float, float, int, int]:
    pool, sketches = _pool(scenes)
    bundle = [*_made(asked - copied, 99_999, np.concatenate(pool), sketches), *_of_scenes(copied, True)]
    before = psutil.Process().memory_info().rss
    start, used = time.perf_counter(), time.process_time()
    with kept_in(where) as memory:
        found = Elsewhere((), rules(), memory).reused(bundle, "本校", "本校", 2024)
    took = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return *took, max(0, peak - before), sum(path.startswith("True/") for path in found)


def measure(
    where: Path | Server,
    pictures: int,
    asked: int = ASKED,
    copied: int = COPIED,
    scenes: int = SCENES,
    apart: bool = True,
) -> Measured:
    """A history of so many pictures in a folder or database; `copied`: as many of those asked about are in it; `apart`:
    it is asked in a process of its own, whose memory tells what asking takes."""
    pool, sketches = _pool(scenes)
    details = np.concatenate(pool)
    start = time.perf_counter()
    _put(where, 0, tuple(_of_scenes(copied, False)))
    for run, first in enumerate(range(copied, pictures, OF_A_RUN), 1):
        _put(where, run, tuple(_made(min(OF_A_RUN, pictures - first), run, details, sketches)))
    built, size = time.perf_counter() - start, _size(where)
    if apart:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            took, processor, memory, found = alone.apply(_ask, (where, asked, copied, scenes))
    else:
        took, processor, memory, found = _ask(where, asked, copied, scenes)
    new = tuple(_made(asked, 88_888, details, sketches))
    start = time.perf_counter()
    _put(where, 88_888, new)
    return Measured(pictures, built, size, took, processor, memory, found, time.perf_counter() - start)


def told(one: Measured) -> str:
    """A line of the figures."""
    return (
        f"{one.pictures:>9} pictures: built in {one.built:.1f} s, {one.size / 1e6:.0f} MB "
        f"({one.size / one.pictures:.0f} bytes a picture); a bundle of {ASKED} asked in {one.asked:.1f} s "
        f"({one.processor:.1f} s of the processor), {one.memory / 1e6:.0f} MB more, {one.found} of those copied found; "
        f"added in {one.added:.1f} s"
    )


def main(arguments: list[str]) -> None:
    url = arguments.pop(0) if "://" in arguments[0] else ""
    on_server = "--postgres" in arguments
    for pictures in (int(each) for each in arguments if each != "--postgres"):
        with tempfile.TemporaryDirectory() as folder, served() if on_server else nullcontext() as own:
            os.environ[KEY_PLACE] = f"{folder}/{KEY}"  # none of the user's own
            for where in (Server(url),) if url else (Path(folder), *((Server(own.url()),) if own else ())):
                print(f"{type(where).__name__:>10}", told(measure(where, pictures)), flush=True)
            if url:
                _cleared(Server(url))


def _cleared(server: Server) -> None:
    store = postgres.Postgres(server)
    store.rows("DROP TABLE about, runs, points, measures, rates, shown, sketches")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1:])
