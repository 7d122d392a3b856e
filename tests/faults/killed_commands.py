"""`check` and `batch`, killed at any moment: outputs are the old or the new ones, and the next run goes on."""

from __future__ import annotations

import json
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.counted import Fault
from tests.faults.forked import Place, Process, command, counting, dying, forked, left_behind
from tests.faults.schools import SCHOOLS, VERSIONS, Shown, shown, unmasked, write_schools
from verifier.files import put_in_place
from verifier.files.output_folder import DESK, DESK_LOCK, DIGESTS, EARLIER, MADE_FROM
from verifier.verifying import verified

OLD, NEW = VERSIONS
SCHOOL = SCHOOLS[0]
_HIDDEN = re.compile(r"(^|/)\.")
Work = Callable[[Place], Callable[[], None]]


def check(place: Place) -> Callable[[], None]:
    return command("check", place.bundles / SCHOOL, "--out", place.out, "--year", 2024)


def batch(place: Place) -> Callable[[], None]:
    return command("batch", place.bundles, "--out", place.out, "--year", 2024)


@dataclass(frozen=True, slots=True)
class Ending:
    """How long a work is, in which it may be ended at any moment."""

    steps: int
    """calls that change what is on the disk"""
    seconds: float

    @classmethod
    def of(cls, place: Place, work: Callable[[], None], again: Callable[[], object]) -> Ending:
        """Of a work that is done twice; before the second time the place is as it was `again`."""
        told = place.home / "steps.txt"
        assert forked(place, counting(work, told)).ended() == 0
        again()
        began = time.monotonic()
        assert forked(place, work).ended() == 0
        return cls(int(told.read_text()), time.monotonic() - began)

    def killed(self, place: Place, work: Callable[[], None], chance: random.Random) -> Process:
        """The work, killed before some call or after some time."""
        if chance.random() < 0.5:
            process = forked(place, dying(chance.randrange(self.steps), work))
            process.ended()
        else:
            process = forked(place, work)
            time.sleep(chance.uniform(0, self.seconds))
            process.kill()
        return process


@dataclass(frozen=True, slots=True)
class Done:
    """A command, and what it leaves where nobody ends it."""

    work: Work
    old: Path
    """its outputs over the old papers"""
    before: Shown
    after: Shown
    ending: Ending


def done(home: Path, work: Work) -> Done:
    """A command over the old papers, and then over the new ones."""
    place = Place(home).made()
    write_schools(place.bundles, OLD)
    assert forked(place, work(place)).ended() == 0
    old = place.out.rename(home / "old")
    write_schools(place.bundles, NEW)
    ending = Ending.of(place, work(place), lambda: shutil.rmtree(place.out))
    return Done(work, old, outputs(old), outputs(place.out), ending)


def tried(own: Done, place: Place, chance: random.Random) -> Iterator[Fault]:
    """A try at a place of its own."""
    write_schools(place.bundles, NEW)
    had = chance.random() < 0.5
    if had:
        shutil.copytree(own.old, place.out)
    process = own.ending.killed(place, own.work(place), chance)
    yield from (Fault("unmasked", where) for where in unmasked(place.out, process.said))
    yield from half_written(own, place.out, had)
    yield from kept_wrongly(own, place.out)
    finished = sum(1 for name, made in _made(place.out).items() if made != _made(own.old).get(name))
    process = forked(place, own.work(place))
    if process.ended():
        yield Fault("lost", f"the next run failed: {process.said}")
        return
    if process.said.count("沿用上次的结果") != finished:
        yield Fault("lost", f"{finished} were done, and it is said: {process.said}")
    with place.entered():
        seen = [each.text for one in verified(place.out) for each in one.found]
    yield from (Fault("wrong", f"verify says: {text}") for text in seen)
    if outputs(place.out) != own.after:
        yield Fault("wrong", "after the next run, other outputs than those of a run that nobody ended")
    yield from kept_wrongly(own, place.out)
    yield from (Fault("unmasked", where) for where in unmasked(place.out, process.said))
    yield from left_behind(place)


def outputs(out: Path) -> Shown:
    """What a person finds in an output folder once a program has looked into it; the times of papers are left out."""
    for folder in (out, *(out / school for school in SCHOOLS)):
        put_in_place(folder)
    told = {name: told for name, told in shown(out).items() if not name.startswith(f"{EARLIER}/")}
    passed_over = {MADE_FROM, DIGESTS, DESK, DESK_LOCK}
    return {name: each for name, each in told.items() if not (name in passed_over or _HIDDEN.search(name))}


def kept_wrongly(own: Done, out: Path) -> Iterator[Fault]:
    """Files of the last result, which a check keeps, that are not as they were."""
    for name, told in shown(out).items() if out.exists() else ():
        kept = name.removeprefix(f"{EARLIER}/")
        if kept != name and own.before.get(kept) != told:
            yield Fault("wrong", f"kept otherwise than it was: {name}")


def half_written(own: Done, out: Path, had: bool) -> Iterator[Fault]:
    """Outputs of a school that are neither as before nor new, and files of the summary of which this is so."""
    now = _by_folder(outputs(out)) if out.exists() else {}
    before, after = _by_folder(own.before if had else {}), _by_folder(own.after)
    for folder in {*before, *after, *now}:
        states = [each.get(folder, {}) for each in (before, after)]
        found = now.get(folder, {})
        if found not in states and not (folder == "" and _each(found, states)):
            yield Fault("lost" if had else "wrong", f"neither old nor new: {folder}, {sorted(found)}")


def _by_folder(told: Shown) -> dict[str, Shown]:
    """By school; a summary, or the outputs of a single one, stand under no name."""
    found: dict[str, Shown] = {}
    for name, each in told.items():
        school, _, rest = name.partition("/")
        key = school if school in SCHOOLS else ""
        found.setdefault(key, {})[rest if key else name] = each
    return found


def _each(found: Shown, states: list[Shown]) -> bool:
    """Whether it is a summary, of which each file is whole for itself."""
    is_summary = not any(name.startswith("pages/") or name == "result.json" for name in found)
    return is_summary and all(any(state.get(name) == told for state in states) for name, told in found.items())


def _made(out: Path) -> dict[str, object]:
    path = out / MADE_FROM
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}
