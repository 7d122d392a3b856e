"""Disks that are full at every point of a run: one sentence and exit status 3, and what was there before stays whole.

`python -m tests.faults.disks 200 1` tries check, batch, decisions and exports in turn on a disk with a little more room
each time, from none to enough for all. Where the system grants it (Linux, user namespaces) that disk is a real one, of
memory; elsewhere files can't grow beyond a size.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.counted import Fault, Tries, by_hand
from tests.faults.forked import Place, Process, forked, left_behind, prepared
from tests.faults.killed_commands import Done, batch, check, done, half_written, outputs
from tests.faults.killed_desk import FEW, Desk, Told, desk, export, kept, review, save, signed_in
from tests.faults.schools import VERSIONS, shown, unmasked, write_schools
from verifier.files.output_folder import EXPORT

_SENTENCE = re.compile(r"\s*错误：[^\n]*(磁盘已满|文件超过磁盘允许的大小)[^\n]*\n\s*")
_WHY = re.compile("磁盘已满|文件超过磁盘允许的大小")
_ESCAPES = re.compile(r"\r\x1b\[K\x1b\[\?25h\n?")
_LARGE = 1 << 28
_OUTPUTS, _PAPERS, _OWN = 400_000, 60_000, 160_000
_NEEDED = {
    "check": {"汇总": _OUTPUTS, "temp": _PAPERS, "own": _OWN},
    "batch": {"汇总": 2 * _OUTPUTS, "temp": _PAPERS, "own": _OWN},
    "decisions": {"汇总": 30_000},
    "export": {"汇总": 260_000},
}
"""bytes with which a run has enough, by the folder that lies on the disk"""
_INSIDE = "VERIFIER_DISK"


class Limited:
    """No disk: files that can't grow beyond a size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._most = _LARGE

    @contextmanager
    def with_room(self, room: int) -> Iterator[None]:
        self._most = room
        yield
        self._most = _LARGE

    def on(self, work: Callable[[], None]) -> Callable[[], None]:
        """The work as it goes on this disk."""
        most = self._most

        def run() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            work()

        return run


class Mounted:
    """A disk of memory, of any size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mount(_LARGE)

    @contextmanager
    def with_room(self, room: int) -> Iterator[None]:
        about = os.statvfs(self.folder)
        self._mount((about.f_blocks - about.f_bfree) * about.f_frsize + room, "remount,")
        yield
        self._mount(_LARGE, "remount,")

    def on(self, work: Callable[[], None]) -> Callable[[], None]:
        """The work as it is."""
        return work

    def _mount(self, size: int, how: str = "") -> None:
        asked = ("mount", "-t", "tmpfs", "-o", f"{how}size={max(size, 4096)}", "tmpfs", str(self.folder))
        subprocess.run(asked, check=True)


Disk = Limited | Mounted


@dataclass(frozen=True, slots=True)
class Trial:
    """A run on a full disk."""

    place: Place
    disk: Disk
    room: int

    def ended(self, work: Callable[[], None]) -> tuple[int, Process]:
        with self.disk.with_room(self.room):
            process = forked(self.place, self.disk.on(work))
            return process.ended(), process


def tried(own: Done, trial: Trial, had: bool) -> Iterator[Fault]:
    """A command ends as it should, or with its sentence; the next one, with room, goes on."""
    place = trial.place
    write_schools(place.bundles, VERSIONS[1])
    if had:
        shutil.copytree(own.old, place.out)
    status, process = trial.ended(own.work(place))
    said = _ESCAPES.sub("", process.said)
    if status not in (0, 3) or (status == 3 and not _SENTENCE.fullmatch(said)):
        yield Fault("hung", f"ended with {status}: {said}")
    if status == 3:
        yield Fault("met", said)
    yield from half_written(own, place.out, had)
    if status == 0 and outputs(place.out) != own.after:
        yield Fault("wrong", f"it is said to be done: {said}")
    yield from left_behind(place)
    process = forked(place, own.work(place))
    if process.ended() or outputs(place.out) != own.after:
        yield Fault("wrong", f"after the next run: {process.said}")
    yield from (Fault("unmasked", where) for where in unmasked(place.out, said + process.said))


def tried_at_desk(own: Desk, trial: Trial, deed: Callable[[Desk, Trial, Process], Iterator[Fault]]) -> Iterator[Fault]:
    """A deed at a desk that was opened while there was room, or that does not open, with its sentence."""
    place = trial.place
    process = forked(place, trial.disk.on(review(place)))
    yield from deed(own, trial, process)
    process.kill()
    process = forked(place, review(place))
    signed_in(process)
    process.interrupt()
    yield from left_behind(place)


def decide(own: Desk, trial: Trial, process: Process) -> Iterator[Fault]:
    """Decisions that are saved or refused with a sentence; all that were acknowledged are there, and saving goes on."""
    place, told = trial.place, Told()
    client = signed_in(process)
    assert client is not None, process.said
    with trial.disk.with_room(trial.room):
        for _ in range(FEW):
            save(client, place, FEW, told)
    if told.refused:
        yield Fault("met", told.refused[0])
    if any(not _WHY.search(page) for page in told.refused):
        yield Fault("hung", f"refused without a reason: {told.refused}")
    yield from kept(place, told)
    if isinstance(trial.disk, Mounted):
        before = len(told.acknowledged)
        save(client, place, FEW, told)
        yield from kept(place, told)
        if len(told.acknowledged) != before + FEW:
            yield Fault("lost", f"saving does not go on: {told.refused}")


def write_forms(own: Desk, trial: Trial, process: Process) -> Iterator[Fault]:
    """Forms that are exported all together, or the ones of before and a sentence."""
    place = trial.place
    client = signed_in(process)
    assert client is not None, process.said
    with trial.disk.with_room(trial.room):
        said = export(client, place)
    if said:
        yield Fault("met", said)
    now = shown(place.out / EXPORT)
    if now != own.exported("old" if said else "decided"):
        yield Fault("lost", f"neither old nor new: {sorted(now)}, {said}")
    if said and not _WHY.search(said):
        yield Fault("hung", f"refused without a reason: {said}")


def disks(home: Path, many: int, seed: int) -> Tries:
    """So many tries, with more room each time; where a real disk can be had, on that."""
    with _disk(home / "disk") as disk, prepared(home / "first"):
        commands = {"check": done(home / "check", check), "batch": done(home / "batch", batch)}
        once = desk(home / "desk")
        for at in range(many):
            name = list(_NEEDED)[at % len(_NEEDED)]
            chance = random.Random(seed + at)
            where = chance.choice([[each] for each in _NEEDED[name]] + [list(_NEEDED[name])])
            room = sum(_NEEDED[name][each] for each in where) * (at + 1) // many
            place = Place(home / "try", disk.folder, frozenset(where)).made()
            trial = Trial(place, disk, room)
            if name in commands:
                faults = tried(commands[name], trial, chance.random() < 0.5)
            else:
                faults = _at_desk(once, trial, name)
            yield f"{name} with {room} bytes for {where}, try {at}", list(faults)
            for folder in (place.home, *disk.folder.iterdir()):
                shutil.rmtree(folder)


@contextmanager
def _disk(folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    if not os.environ.get(_INSIDE):
        yield Limited(folder)
        return
    try:
        yield Mounted(folder)
    finally:
        subprocess.run(("umount", str(folder)), check=True)


def _at_desk(once: Desk, trial: Trial, name: str) -> Iterator[Fault]:
    once.place(trial.place, "old" if name == "decisions" else "decided", exported=False)
    if name == "export":
        shutil.copytree(once.home / "old" / EXPORT, trial.place.out / EXPORT)
    return tried_at_desk(once, trial, decide if name == "decisions" else write_forms)


def main() -> None:
    """In a namespace of its own, where disks of memory can be had without any right."""
    asked = ("unshare", "--map-root-user", "--mount", sys.executable, "-m", "tests.faults.disks", *sys.argv[1:])
    granted = shutil.which("unshare") and not subprocess.run((*asked[:3], "true"), check=False).returncode
    if granted and not os.environ.get(_INSIDE):
        os.execvpe(asked[0], asked, {**os.environ, _INSIDE: "1"})
    by_hand("full disks" if granted else "files that can't grow", 200, disks)


if __name__ == "__main__":
    main()
