"""A desk over many schools with many connections at once: every answer is right, or a sentence; and what it takes.

`python -m tests.faults.crowd 100 40` opens 40 schools, and 100 clients that look, decide and export at the same time,
and as many connections that say nothing.
"""

from __future__ import annotations

import random
import re
import shutil
import socket
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote

import psutil

from tests.faults.counted import Fault, figures
from tests.faults.forked import Place, Process, forked, prepared
from tests.faults.killed_commands import check
from tests.faults.killed_desk import CELLS, export, fields, review, signed_in
from tests.faults.schools import VERSIONS, unmasked, write_schools
from tests.review.browser import Client
from verifier.decisions import read_log

_ROUNDS = 6
"""what each client does"""
_SENTENCE = re.compile(r"<(?:p|h1)[^>]*>[^<]*[\u4e00-\u9fff]{4}")


@dataclass(slots=True)
class Told:
    """What all clients were told."""

    acknowledged: dict[str, list[str]] = field(default_factory=dict)
    """school → first letters of the hashes of lines"""
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, what: str, status: int, page: str, right: bool) -> None:
        with self.lock:
            self.statuses[status] += 1
            if not right and not (status >= 400 and _SENTENCE.search(page)):
                self.faults.append(Fault("wrong", f"{what}: {status}: {page[:200]!r}"))


def visit(client: Client, schools: list[str], chance: random.Random, told: Told) -> None:
    """A client goes from school to school."""
    for _ in range(_ROUNDS):
        school, cell = chance.choice(schools), chance.choice(CELLS)
        try:
            _one(client, school, cell, chance, told)
        except (OSError, HTTPException) as fault:
            with told.lock:
                told.faults.append(Fault("hung", f"no answer: {type(fault).__name__}"))


def _one(client: Client, school: str, cell: str, chance: random.Random, told: Told) -> None:
    home = f"/school/{quote(school)}"
    status, page, _ = client.ask("GET", f"{home}/{cell}")
    told.answer(f"{school} {cell}", status, page, status == 200 and home in page and f"<title>{cell} " in page)
    form = fields(page) | {"kind": "points", "points": "1", "reason": f"看过{chance.random()}"}
    status, page, headers = client.ask("POST", f"{home}/{cell}/decide", form)
    told.answer("decide", status, page, status == 303)
    if status == 303:
        with told.lock:
            told.acknowledged.setdefault(school, []).append(headers["location"].partition("said=")[2][:16])
    status, page, _ = client.ask("GET", f"{home}/history")
    told.answer("history", status, page, status == 200 and home in page and "<title>审核记录" in page)


def crowd(home: Path, many: int, schools: int) -> Iterator[tuple[str, list[Fault]]]:
    """One try: all clients at once; what the desk took is printed."""
    with prepared(home / "first"):
        place = Place(home / "desk").made()
        write_schools(place.bundles, VERSIONS[0])
        assert forked(place, check(place)).ended() == 0
        one = place.out.rename(home / "one")
        names = [f"学校{at:02}" for at in range(schools)]
        for name in names:
            shutil.copytree(one, place.out / name)
        process = forked(place, review(place))
        told = _crowded(process, place, names, many)
        yield f"{many} clients", [*told.faults, *_kept(place, told), *_seen(place, process)]


def _crowded(process: Process, place: Place, names: list[str], many: int) -> Told:
    first, told = signed_in(process), Told()
    assert first is not None
    silent = [socket.create_connection(("127.0.0.1", first.port)) for _ in range(many)]
    clients = [Client(first.port, dict(first.cookies)) for _ in range(many)]
    threads = [
        threading.Thread(target=visit, args=(client, names, random.Random(at), told))
        for at, client in enumerate(clients)
    ]
    for thread in threads:
        thread.start()
    about, most, files = psutil.Process(process.number), 0, 0
    while any(thread.is_alive() for thread in threads):
        most, files = max(most, about.memory_info().rss), max(files, about.num_fds())
        threads[-1].join(0.2)
        for thread in threads:
            thread.join(0.01)
    for school in names[:2]:
        said = export(first, place, school)
        told.answer("export", 303 if not said else 500, said, not said)
    for each in silent:
        each.close()
    process.interrupt()
    statuses = ", ".join(f"{count} of {status}" for status, count in sorted(told.statuses.items()))
    print(
        f"{sum(told.statuses.values())} answers ({statuses}), "
        f"{sum(map(len, told.acknowledged.values()))} decisions, at most {most >> 20} MB and {files} descriptors"
    )
    return told


def _kept(place: Place, told: Told) -> Iterator[Fault]:
    with place.entered():
        for school, lines in told.acknowledged.items():
            log = read_log(place.out / school)
            if log.damage or sorted(each.line[:16] for each in log.decisions) != sorted(lines):
                yield Fault("lost", f"{school}: {len(lines)} acknowledged, {len(log.decisions)} kept, {log.damage}")


def _seen(place: Place, process: Process) -> Iterator[Fault]:
    if len(process.said.splitlines()) > 4:
        yield Fault("hung", f"a flood: {process.said[:500]}")
    yield from (Fault("unmasked", where) for where in unmasked(place.home / "none", process.said))


if __name__ == "__main__":
    connections, opened = (int(word) for word in (*sys.argv[1:], *("100", "40")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        print(figures("a crowd", crowd(Path(folder), connections, opened)))
