"""Logs of decisions that were damaged in every way: told before anything is added, never taken for whole, never a hang.

`python -m tests.faults.logs 2000 1` damages 2000 logs, from seed 1.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tests.faults.counted import Fault, Tries, by_hand
from tests.review.browser import write_one_poster
from verifier.decisions import Damaged, append, read_log, set_aside
from verifier.files.output_folder import DAMAGED_DECISIONS, DECISIONS
from verifier.model import Decision
from verifier.review.desk import School

_MANY = 12
_SECONDS = 20
"""after which reading a log is taken to hang"""
CELLS = ("1.1", "1.2", "2.1", "3.3", "4.4", "5.1")


@dataclass(frozen=True, slots=True)
class Kept:
    """A log, whole."""

    folder: Path
    lines: tuple[bytes, ...]
    hashes: tuple[str, ...]


def kept(folder: Path, seed: int) -> Kept:
    """The log of some reviewers over a school."""
    chance = random.Random(seed)
    hashes = [append(folder, _decision(chance, number), read_log(folder).head).line for number in range(_MANY)]
    return Kept(folder, tuple((folder / DECISIONS).read_bytes().splitlines(keepends=True)), tuple(hashes))


def _decision(chance: random.Random, number: int) -> Decision:
    who, points = chance.choice(("王审核", "李审核")), Fraction(chance.randrange(20), chance.choice((1, 2, 3)))
    told = (f"第{number}次，看过原件", who, f"2025-01-06T09:30:{number:02}+08:00", "a" * 64)
    return Decision("points", CELLS[number % len(CELLS)], "", points, *told)


# --- damages ----------------------------------------------------------------------------------------------------------

Lines = list[bytes]


def cut(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    whole = b"".join(lines)
    return whole[: chance.randrange(len(whole))]


def lines_cut(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    return b"".join(lines[: chance.randrange(len(lines))])


def flipped(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    whole = bytearray(b"".join(lines))
    for _each in range(chance.choice((1, 1, 1, 5))):
        whole[chance.randrange(len(whole))] ^= chance.randrange(1, 256)
    return bytes(whole)


def swapped(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def removed(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    for _each in range(chance.choice((1, 1, 3))):
        del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def doubled(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    at = chance.randrange(len(lines))
    lines.insert(chance.randrange(len(lines)), lines[at])
    return b"".join(lines)


def zeroed(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    """As a disk leaves the end of a file whose power was cut."""
    whole = b"".join(lines)
    at = chance.randrange(len(whole))
    return whole[:at] + bytes(len(whole) - at)


def emptied(_: Lines, chance: random.Random, __: Kept) -> bytes:
    return chance.choice((b"", b"\n", b"\r\n", b" ", b"{}\n", b"null\n"))


def foreign(_: Lines, __: random.Random, other: Kept) -> bytes:
    return b"".join(other.lines)


def foreign_lines(lines: Lines, chance: random.Random, other: Kept) -> bytes:
    at = chance.randrange(len(lines))
    return b"".join((*lines[:at], *other.lines[at:]))


def rewritten(lines: Lines, chance: random.Random, other: Kept) -> bytes:
    """With a chain of its own, whose every line is sound: as a program does that writes such a log."""
    at = chance.randrange(len(lines))
    home = other.folder.with_name("anew")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / DECISIONS).write_bytes(b"".join(lines[:at]))
    for number in range(at, _MANY + chance.randrange(3)):
        decision = _decision(random.Random(f"{chance.random()}"), number + 50)
        _append_elsewhere(home, decision)
    return (home / DECISIONS).read_bytes()


def respelled(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    """As an editor saves it."""
    whole = b"".join(lines)
    return chance.choice(
        (
            whole.replace(b"\n", b"\r\n"),
            b"\xef\xbb\xbf" + whole,
            whole.decode().encode("gb18030"),
            whole.decode().encode("utf-16"),
            whole.replace(b", ", b","),
            whole.replace(b" ", b"\t", 1),
            whole[:-1] + b" \n",
        )
    )


def unmeant(lines: Lines, chance: random.Random, _: Kept) -> bytes:
    """With a line that no program means."""
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(
        (
            b'{"points": 1e999999999, "hash": "a"}\n',
            b"[" * 100_000 + b"\n",
            b'{"a":' * 50_000 + b"\n",
            b'{"hash": ' + b"9" * 200_000 + b"}\n",
            b"\x00" * 5000 + b"\n",
            b'{"hash": NaN}\n',
            b'"' + b"\\ud800" * 20 + b'"\n',
        )
    )
    return b"".join(lines)


DAMAGES: tuple[Callable[[Lines, random.Random, Kept], bytes], ...] = (
    *(cut, lines_cut, flipped, swapped, removed, doubled, zeroed),
    *(emptied, foreign, foreign_lines, rewritten, respelled, unmeant),
)


def _append_elsewhere(home: Path, decision: Decision) -> None:
    """Adds a line as another machine would, whose knowledge of the log is not this one's."""
    with _own(home / "own"):
        append(home, decision, read_log(home).head)


@contextmanager
def _own(folder: Path) -> Iterator[None]:
    before = os.environ.get("XDG_CONFIG_HOME", "")
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    try:
        yield
    finally:
        os.environ["XDG_CONFIG_HOME"] = before


# --- tries ------------------------------------------------------------------------------------------------------------


def tried(log: Kept, damaged: bytes) -> Iterator[Fault]:
    """A damaged log is read, added to, set aside and added to."""
    path, aside = log.folder / DECISIONS, log.folder / DAMAGED_DECISIONS
    aside.unlink(missing_ok=True)
    path.write_bytes(damaged)
    found = School("a", log.folder).open().log
    hashes = tuple(each.line for each in found.decisions)
    if found.damage is None and not set(hashes) <= set(log.hashes):
        yield Fault("wrong", "it holds what nobody decided here, and nothing is told")
    if found.damage is None and hashes != log.hashes:
        yield Fault("lost", f"{set(log.hashes) - set(hashes)}, and nothing is told")
    if found.damage is None:
        return
    yield Fault("met", found.damage.what)
    decision = _decision(random.Random(1), 99)
    try:
        append(log.folder, decision, found.head)
        yield Fault("lost", "it is added to before it is set aside")
    except Damaged:
        pass
    if path.read_bytes() != damaged:
        yield Fault("lost", "it was changed before it is set aside")
    set_aside(log.folder)
    both = path.read_bytes() + (aside.read_bytes() if aside.exists() else b"")
    if not all(line in both for line in damaged.split(b"\n")):
        yield Fault("lost", "what is set aside is not all there")
    append(log.folder, decision, read_log(log.folder).head)
    last = read_log(log.folder)
    if last.damage or [each.line for each in last.decisions[:-1]] != list(hashes):
        yield Fault("lost", f"saving does not go on: {last.damage}")


def logs(home: Path, many: int, seed: int) -> Tries:
    """So many tries, from that seed on."""
    folder, other = home / "school", home / "other"
    for each in (folder, other):
        write_one_poster(each)
    with _own(home / "own"):
        elsewhere = kept(other, 2)
        for at in range(seed, seed + many):
            (folder / DECISIONS).unlink(missing_ok=True)
            shutil.rmtree(home / "own")
            log = kept(folder, at)
            damage = DAMAGES[at % len(DAMAGES)]
            chance = random.Random(at)
            yield f"{damage.__name__}, seed {at}", list(_in_time(log, damage(list(log.lines), chance, elsewhere)))


def _in_time(log: Kept, damaged: bytes) -> Iterator[Fault]:
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(_SECONDS)
    try:
        yield from list(tried(log, damaged))
    except TimeoutError:
        yield Fault("hung", "it takes too long")
    except Exception as fault:  # whatever it is, the desk would not have known either
        yield Fault("hung", f"not caught: {type(fault).__name__}: {fault}")
    finally:
        signal.alarm(0)


def _late(_: int, __: FrameType | None) -> NoReturn:
    raise TimeoutError


if __name__ == "__main__":
    by_hand("damaged logs", 2000, logs)
