"""What a try found, and the line of figures over many of them."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["met", "lost", "wrong", "unmasked", "left", "hung"]
"""met: no fault, the try came upon what it is about, and said so · lost: what was acknowledged, or whole before ·
wrong: and kept · unmasked: personal data in what is written or said · left: behind, after the next run · hung: or ended
otherwise than with its sentence"""
_NAMED: dict[Kind, str] = {
    "met": "of them told so",
    "lost": "lost",
    "wrong": "wrong and kept",
    "unmasked": "unmasked",
    "left": "left behind",
    "hung": "hung",
}


@dataclass(frozen=True, slots=True)
class Fault:
    kind: Kind
    text: str


Tries = Iterator[tuple[str, list[Fault]]]
"""what each try was, and what it found"""


def figures(what: str, tries: Iterable[tuple[str, list[Fault]]]) -> str:
    """The line of figures; each fault is printed as it is found."""
    many, found = 0, Counter[str]()
    for tried, faults in tries:
        many += 1
        found.update(fault.kind for fault in faults)
        for fault in (each for each in faults if each.kind != "met"):
            print(f"{tried}: {fault.kind}: {fault.text}", flush=True)
    return f"{what}: {many} tries, " + ", ".join(f"{found[kind]} {told}" for kind, told in _NAMED.items())


def by_hand(what: str, most: int, tries: Callable[[Path, int, int], Tries]) -> None:
    """Runs so many tries from so many a seed on, as `python -m tests.faults.… TRIES SEED` says, and prints the line."""
    many, seed = (int(word) for word in (*sys.argv[1:], *map(str, (most, 1)[len(sys.argv) - 1 :])))
    with tempfile.TemporaryDirectory() as folder:
        print(figures(what, tries(Path(folder), many, seed)), flush=True)
