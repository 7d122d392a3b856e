"""The desk, killed while a client saves or exports, and the store of readings, killed while it is filled."""

from __future__ import annotations

import os
import random
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote, urlsplit

from tests.faults.counted import Fault
from tests.faults.forked import Place, Process, command, counting, dying, forked, left_behind
from tests.faults.killed_commands import Ending, check
from tests.faults.schools import VERSIONS, Shown, shown, unmasked, write_schools
from tests.review.browser import Client
from verifier.decisions import read_log, set_aside
from verifier.files.output_folder import EXPORT
from verifier.ocr import Cache, OcrLine, Reading

CELLS = ("1.1", "1.2", "2.1", "3.3", "4.4", "5.1")
FEW, MANY = 4, 12
"""decisions that are made in a moment, and so many that the desk is killed meanwhile"""
READINGS = 30


def review(place: Place) -> Callable[[], None]:
    return command("review", place.out)


def signed_in(process: Process) -> Client | None:
    """A client that has come in; None where the desk ended before."""
    while not (found := re.search(r"http://\S+", process.said)):
        if process.is_over():
            return None
        time.sleep(0.005)
    address = urlsplit(found[0])
    client = Client(address.port or 0, {"verifier-reviewer": quote("王审核")})
    try:
        client.ask("GET", f"/?{address.query}")
    except (OSError, HTTPException):
        return None
    return client


@dataclass(slots=True)
class Told:
    """What a client was told."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    """first letters of the hash of a line → the reason in it"""
    refused: list[str] = field(default_factory=list)


def fields(page: str) -> dict[str, str]:
    """What the forms of a page send along."""
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("csrf", "result", "head")}
    return {name: match[1] for name, match in found.items() if match}


def save(client: Client, place: Place, many: int, told: Told) -> None:
    """Saves so many decisions, as long as somebody answers and takes them."""
    home = f"/school/{quote(place.out.name)}"
    try:
        page = client.ask("GET", f"{home}/1.1")[1]
        for number in range(many):
            reason, cell = f"第{len(told.acknowledged)}次", CELLS[number % len(CELLS)]
            form = fields(page) | {"kind": "points", "points": str(number % 5), "reason": reason}
            status, page, headers = client.ask("POST", f"{home}/{cell}/decide", form)
            if status != 303:
                told.refused.append(f"{status}: {page}")
                return
            told.acknowledged[headers["location"].partition("said=")[2][:16]] = reason
            page = client.ask("GET", headers["location"])[1]
    except (OSError, HTTPException):
        return


def export(client: Client, place: Place, school: str = "") -> str:
    """Asks for the forms; what is said where they are not written, '' where they are."""
    home = f"/school/{quote(school or place.out.name)}"
    try:
        csrf = fields(client.ask("GET", f"{home}/1.1")[1])["csrf"]
        status, page, _ = client.ask("POST", f"{home}/export", {"csrf": csrf})
    except (OSError, HTTPException, KeyError):
        return "nobody answers"
    return "" if status == 303 else page


# --- tries ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Desk:
    """A school that was checked, with its decisions and what is exported of it."""

    home: Path
    """in it the output folder as it was checked, `old`, and with decisions, `decided`, each exported"""
    saving: Ending
    exporting: Ending

    def place(self, place: Place, state: str, exported: bool) -> None:
        """Lays the output folder there, with what was exported at that time or without."""
        shutil.copytree(self.home / state, place.out)
        if not exported:
            shutil.rmtree(place.out / EXPORT)

    def exported(self, state: str) -> Shown:
        return shown(self.home / state / EXPORT)


def desk(home: Path) -> Desk:
    """A school is checked and exported, decided on and exported."""
    place = Place(home).made()
    write_schools(place.bundles, VERSIONS[0])
    assert forked(place, check(place)).ended() == 0
    served(place, lambda client: _exported(client, place))
    shutil.copytree(place.out, home / "old")
    saving = served(place, lambda client: save(client, place, FEW, Told()))
    exporting = served(place, lambda client: _exported(client, place))
    shutil.copytree(place.out, home / "decided")
    return Desk(home, saving, exporting)


def _exported(client: Client, place: Place) -> None:
    assert export(client, place) == ""


def served(place: Place, deed: Callable[[Client], None]) -> Ending:
    """A deed at a desk; how long both take, from the start of the desk on."""
    told = place.home / "steps.txt"
    began = time.monotonic()
    process = forked(place, counting(review(place), told))
    client = signed_in(process)
    assert client is not None
    deed(client)
    seconds = time.monotonic() - began
    process.interrupt()
    return Ending(int(told.read_text()), seconds)


def killed_at(ending: Ending, place: Place, chance: random.Random, deed: Callable[[Client], object]) -> Process:
    """A desk at which something is done until it is killed, before some call or after some time."""
    by_call = chance.random() < 0.5
    work = review(place)
    process = forked(place, dying(chance.randrange(ending.steps), work) if by_call else work)
    if not by_call:
        threading.Timer(chance.uniform(0, ending.seconds), process.kill).start()
    client = signed_in(process)
    if client is not None:
        deed(client)
    process.kill()
    return process


def tried_saving(own: Desk, place: Place, chance: random.Random) -> Iterator[Fault]:
    """All that was acknowledged is there, and saving goes on."""
    own.place(place, "old", exported=False)
    told = Told()
    killed_at(own.saving, place, chance, lambda client: save(client, place, MANY, told))
    with place.entered():
        if read_log(place.out).damage is not None:
            set_aside(place.out)
    before = len(told.acknowledged)
    process = forked(place, review(place))
    client = signed_in(process)
    if client is None:
        yield Fault("lost", f"the desk does not open: {process.said}")
        return
    yield from kept(place, told)
    save(client, place, FEW, told)
    process.kill()
    yield from kept(place, told)
    if len(told.acknowledged) != before + FEW:
        yield Fault("lost", f"saving does not go on: {told.refused}")
    yield from next_start(place)


def kept(place: Place, told: Told) -> Iterator[Fault]:
    """Whether all that was acknowledged is in the log."""
    with place.entered():
        kept = {each.line[:16]: each.reason for each in read_log(place.out).decisions}
    lost = told.acknowledged.items() - kept.items()
    if lost:
        yield Fault("lost", f"{len(lost)} decisions of {len(told.acknowledged)}")


def tried_export(own: Desk, place: Place, chance: random.Random) -> Iterator[Fault]:
    """The forms are those of before or the new ones, all of them, and the new ones after the next time."""
    had = chance.random() < 0.5
    own.place(place, "decided", exported=False)
    if had:
        shutil.copytree(own.home / "old" / EXPORT, place.out / EXPORT)
    killed_at(own.exporting, place, chance, lambda client: export(client, place))
    process = forked(place, review(place))
    client = signed_in(process)
    if client is None:
        yield Fault("lost", f"the desk does not open: {process.said}")
        return
    client.ask("GET", f"/school/{quote(place.out.name)}/export")
    now = {name: told for name, told in shown(place.out / EXPORT).items() if name[0] != "."}
    if now not in (own.exported("old") if had else {}, own.exported("decided")):
        yield Fault("lost" if had else "wrong", f"neither old nor new: {sorted(now)}")
    if export(client, place) or shown(place.out / EXPORT) != own.exported("decided"):
        yield Fault("wrong", "after the next time, other forms than those of an export that nobody ended")
    process.kill()
    yield from next_start(place)


def next_start(place: Place) -> Iterator[Fault]:
    """What is left once the desk has been opened again, and has ended as it should."""
    process = forked(place, review(place))
    signed_in(process)
    process.interrupt()
    yield from (Fault("unmasked", where) for where in unmasked(place.out, process.said))
    yield from left_behind(place)


# --- the store of readings --------------------------------------------------------------------------------------------


def fill(place: Place, tells: Path) -> Callable[[], None]:
    """Puts readings into the store, and tells of each that is there."""

    def run() -> None:
        with Cache(place.own / "verifier" / "cache") as cache, tells.open("ab", buffering=0) as told:
            for number in range(READINGS):
                key = f"{os.getpid()} {number}"
                cache.put(key, reading(key))
                told.write(f"{key}\n".encode())

    return run


def reading(key: str) -> Reading:
    return Reading(lines=tuple(OcrLine(f"{key} 第{at}行", (at, at, at + 9, at + 9), 0.9) for at in range(20)))


def filling(home: Path) -> Ending:
    """How long it takes to fill a store."""
    place = Place(home).made()
    return Ending.of(place, fill(place, home / "told.txt"), lambda: None)


def tried_cache(own: Ending, place: Place, chance: random.Random) -> Iterator[Fault]:
    """Of two that fill one store one is killed: all that either was told to be kept is there."""
    tells = place.home / "told.txt"
    beside = forked(place, fill(place, tells))
    own.killed(place, fill(place, tells), chance)
    if beside.ended():
        yield Fault("lost", f"the one beside it failed: {beside.said}")
    forked(place, fill(place, tells)).ended()
    with Cache(place.own / "verifier" / "cache") as cache:
        lost = [key for key in tells.read_text().splitlines() if cache.get(key) != reading(key)]
    if lost:
        yield Fault("lost", f"{len(lost)} readings: {lost[:3]}")
    yield from left_behind(place)
