"""A server that is killed at any moment while runs are put into a history, and started again.

By hand: python -m tests.history.killed 50 1 (rounds, seed). Prints a line; tells how often a run was cut short.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.counting.photo_papers import SCHOOL, photo
from tests.history.kept import CELLS, OTHER, SIGN, history, output
from tests.history.server import Cluster, served
from verifier.errors import VerifierError
from verifier.history import Server
from verifier.history.places import KEY, KEY_PLACE

TABLES = ("runs", "points", "measures", "rates", "shown", "sketches")


@dataclass(frozen=True, slots=True)
class Round:
    """What a kill did."""

    cut: bool
    """a run was told not to be in"""
    differs: bool
    """what is kept in the end is not what an undisturbed history keeps"""


def outputs(folder: Path, pictures: int) -> tuple[Path, ...]:
    """Of three runs, one of which takes the place of another."""
    return tuple(_output(folder / f"{at}" / "甲", school, pictures) for at, school in enumerate((OTHER, SCHOOL, OTHER)))


def _output(folder: Path, school: str, pictures: int) -> Path:
    papers = (photo(f"{folder.parent.name}-{at}.jpg", SIGN, data=f"{at}") for at in range(pictures))
    return output(folder, school, 2024, *papers)


def content(server: Server) -> list[list[str]]:
    """All that is kept."""
    with psycopg.connect(server.url) as connection:
        tables = (connection.execute(f"SELECT t::text FROM {table} t").fetchall() for table in TABLES)
        return [sorted(text for (text,) in rows) for rows in tables]


def put_in(server: Server, outs: tuple[Path, ...]) -> None:
    with history(server) as memory:
        for out in outs:
            memory.take_in(out, CELLS)


def rounds(cluster: Cluster, folder: Path, many: int, pictures: int, rng: random.Random) -> Iterator[Round]:
    """Kills the server once in each, at some moment from before the history is opened until after all are in."""
    outs, undisturbed = outputs(folder, pictures), cluster.schema("undisturbed")
    start = time.perf_counter()
    put_in(undisturbed, outs)
    took, wanted = time.perf_counter() - start, content(undisturbed)
    for at in range(many):
        server = cluster.schema(f"killed{at}")
        cut = _killed(cluster, lambda server=server: put_in(server, outs), rng.uniform(0, 1.2 * took))
        put_in(server, outs)
        yield Round(cut, content(server) != wanted)


def _killed(cluster: Cluster, work: Callable[[], None], after: float) -> bool:
    """Whether the work ended with a sentence; the server runs again then."""
    kill = threading.Timer(after, cluster.kill)
    kill.start()
    try:
        work()
        return False
    except VerifierError:
        return True
    finally:
        kill.join()
        cluster.start()


def main(many: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, served() as cluster:
        os.environ[KEY_PLACE] = f"{folder}/{KEY}"  # none of the user's own
        found = list(rounds(cluster, Path(folder), many, 60, random.Random(seed)))
    cut, wrong = sum(each.cut for each in found), sum(each.differs for each in found)
    print(f"a server killed {many} times: {cut} runs were told to be cut short, {wrong} histories differ in the end")


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], "50", "1")[:2]))
