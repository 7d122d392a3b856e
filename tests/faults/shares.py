"""A share that comes and goes while it is read: nothing that was away is told to be damaged, or is kept so.

`python -m tests.faults.shares 100 1` runs batch 100 times over papers of which all, a school, a folder or a file is
taken away once or more, at some call that opens a file or lists a folder or at some time, and brought back soon.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.counted import Fault, Tries, by_hand
from tests.faults.forked import Place, forked, prepared
from tests.faults.killed_commands import batch, outputs
from tests.faults.schools import SCHOOLS, VERSIONS, Shown, unmasked, write_schools
from verifier.files.output_folder import RESULT, SUMMARY

_LONGEST = 1.2
"""seconds that something is away; what can't be opened is tried again for less than that"""
_OPENS = ("open", "os.scandir", "os.listdir")


@dataclass(slots=True)
class Share:
    """A folder of which things are taken away and brought back, in the process that reads it."""

    root: Path
    aside: Path

    def lose(self, what: Path, seconds: float) -> None:
        """It is away for so long; what is away already stays."""
        try:
            what.rename(self.aside / what.name)
        except OSError:
            return
        threading.Timer(seconds, self.restore, (what,)).start()

    def restore(self, what: Path) -> None:
        away = self.aside / what.name
        if away.exists():
            away.rename(what)

    def everything(self) -> list[Path]:
        """What may be taken away: the large things as often as the small ones."""
        files = [path for path in self.root.rglob("*") if path.is_file()]
        folders = [path for path in self.root.rglob("*") if path.is_dir()]
        return [*files, *folders, *[self.root] * 4]


def losing(
    share: Share, chance: random.Random, calls: int, seconds: float, work: Callable[[], None]
) -> Callable[[], None]:
    """Work during which one to three things go."""
    lost = [(chance.choice(share.everything()), chance.uniform(0, _LONGEST)) for _ in range(chance.randint(1, 3))]
    at_calls = {chance.randrange(calls): each for each in lost if chance.random() < 0.7}
    later = [(chance.uniform(0, seconds), each) for each in lost if each not in at_calls.values()]

    def run() -> None:
        for after, each in later:
            threading.Timer(after, share.lose, each).start()
        sys.addaudithook(
            _at_each(share.root, lambda number: share.lose(*at_calls[number]) if number in at_calls else None)
        )
        work()

    return run


def counting(root: Path, work: Callable[[], None], told: Path) -> Callable[[], None]:
    """Work that writes down how often it opens a file or lists a folder there."""
    count = [0]

    def run() -> None:
        sys.addaudithook(_at_each(root, lambda number: count.__setitem__(0, number + 1)))
        try:
            work()
        finally:
            told.write_text(str(count[0]))

    return run


def _at_each(root: Path, happens: Callable[[int], None]) -> Callable[[str, tuple[Any, ...]], None]:
    beginning, number = str(root), [0]

    def hook(event: str, about: tuple[Any, ...]) -> None:
        if event in _OPENS and about and str(about[0]).startswith(beginning):
            number[0] += 1
            happens(number[0] - 1)

    return hook


def tried(place: Place, after: Shown, calls: int, seconds: float, chance: random.Random) -> Iterator[Fault]:
    """What could not be read is told, and is read by the next run."""
    share = Share(place.bundles, place.home / "away")
    share.aside.mkdir()
    reference = {name: told for name, told in after.items() if name.endswith(RESULT)}
    process = forked(place, losing(share, chance, calls, seconds, batch(place)))
    status, said = process.ended(), process.said
    was_back = not any(share.aside.iterdir())
    _bring_back(place, share)
    if status not in (0, 3) or (status == 3 and len(said.strip().splitlines()) > 1 + len(SCHOOLS)):
        yield Fault("hung", f"ended with {status}: {said}")
    if status == 3 or "打不开" in said or "中断" in said:
        yield Fault("met", said)
    yield from _told_wrongly(place, status, reference if was_back else {}, said)
    again = forked(place, batch(place))
    if again.ended() or outputs(place.out) != after:
        yield Fault("wrong", f"after the next run: {again.said}; before it was said: {said}")
    yield from (Fault("unmasked", where) for where in unmasked(place.out, said + again.said))


def _bring_back(place: Place, share: Share) -> None:
    """What is still away when the run has ended: each lies under its own name, of which there is one."""
    for _ in range(3):
        for away in list(share.aside.iterdir()):
            for home in (path for path, name in _homes(place) if name == away.name):
                if home.parent.is_dir() and not home.exists():
                    away.rename(home)
                    break


def _homes(place: Place) -> Iterator[tuple[Path, str]]:
    for line in (place.home / "homes.txt").read_text("utf-8").splitlines():
        yield Path(line), Path(line).name


def _told_wrongly(place: Place, status: int, reference: Shown, said: str) -> Iterator[Fault]:
    """Papers that are told to be damaged; where all was back, schools that are missing and results that don't say why.

    Of what was away from before until after the run nobody could know.
    """
    for path in sorted(place.out.glob(f"*/{RESULT}")):
        files = json.loads(path.read_text("utf-8"))["files"]
        unread = [file for file in files if file["status"] != "read"]
        for file in unread:
            if "这次没有读到" not in (file["reason"] or ""):
                yield Fault("wrong", f"{file['path']} is told to be {file['status']}: {file['reason']}")
        name = f"{path.parent.name}/{RESULT}"
        is_told = unread or f"{path.parent.name}：核验时有材料没有读到" in said
        if reference and not is_told and outputs(place.out)[name] != reference[name]:
            yield Fault("wrong", f"{name} is another one, and nothing is told: {said}")
    if status == 0 and reference:
        rows = json.loads((place.out / SUMMARY).read_text("utf-8"))
        if len(rows) != len(reference):
            yield Fault("wrong", f"of {len(reference)} schools {len(rows)} are told of: {said}")


def shares(home: Path, many: int, seed: int) -> Tries:
    """So many tries, from that seed on."""
    with prepared(home / "first"):
        place = _written(home / "once")
        assert forked(place, counting(place.bundles, batch(place), home / "calls.txt")).ended() == 0
        calls = int((home / "calls.txt").read_text())
        shutil.rmtree(place.out)
        began = time.monotonic()
        assert forked(place, batch(place)).ended() == 0
        seconds, after = time.monotonic() - began, outputs(place.out)
        for at in range(seed, seed + many):
            place = _written(home / "try")
            yield f"seed {at}", list(tried(place, after, calls, seconds, random.Random(at)))
            shutil.rmtree(place.home)


def _written(home: Path) -> Place:
    """Two schools as folders, and one as an archive."""
    place = Place(home).made()
    write_schools(place.bundles, VERSIONS[0])
    write_schools(home / "packed", VERSIONS[0], ("威海丙学院",))
    shutil.make_archive(str(place.bundles / "威海丙学院"), "zip", home / "packed" / "威海丙学院")
    shutil.rmtree(home / "packed")
    every = [place.bundles, *sorted(place.bundles.rglob("*"))]
    (home / "homes.txt").write_text("\n".join(map(str, every)), "utf-8")
    return place


if __name__ == "__main__":
    by_hand("shares", 100, shares)
