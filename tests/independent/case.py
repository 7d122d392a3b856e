"""Bundles made by somebody who has not read the extractors, each with the truth set before it was run.

A maker is a module with `cases()`. A third of the cases, told by their names, is held out: nobody looks at how they
come out while the extractors are mended; once opened, a case is held out no more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.independent.press import Press

Points = tuple[float, float, float]
"""low, proposed, high"""
HELD_OUT = 3
"""one of so many cases is held out"""
OPENED = frozenset(
    (
        "an-15-appointed",
        "an-23-skills",
        "an-24-with-roster",
        "an-44-news",
        "ap-album-viewer",
        "ap-memo-in-leaflets",
        "ap-record",
        "ap-record-17",
        "ap-site-year-over",
        "fp-20-volume-in-word",
        "fs-office-answer-by-mail",
        "fs-training-venue-list",
        "la-11-short",
        "la-41-two-singles",
        "lp-21-monitor",
        "lp-21-native-place",
        "lp-41-bureau-letter",
        "lp-41-headings",
        "ls-booths-city",
        "ls-rules-named",
        "ls-staff-files",
        "ls-staff-star",
        "ls-volume-whole",
    )
)
"""cases that were held out, came out wrong, and were looked at then"""


@dataclass(frozen=True)
class Case:
    """A small bundle and what it must give."""

    name: str
    """unique; letters, digits and - or _"""
    cell: str
    """the cell it is made for"""
    make: Callable[[Path, Press], None]
    """writes the bundle's files into a folder"""
    cells: Mapping[str, Points]
    alt: Mapping[str, Sequence[Points]] = field(default_factory=dict)
    """other answers that are right too"""
    facts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    want_flags: Sequence[tuple[str | None, str]] = ()
    """(cell, code); without a cell at the top"""
    forbid_flags: Sequence[tuple[str | None, str]] = ()
    note: str = ""
    """why this is the truth"""
    school: str = "威海职业学院"
    year: int = 2024

    @property
    def held_out(self) -> bool:
        return self.name not in OPENED and hashlib.sha256(self.name.encode()).digest()[0] % HELD_OUT == 0

    def write(self, folder: Path, press: Press) -> None:
        """`bundle/` and `truth.json` in the folder."""
        (folder / "bundle").mkdir(parents=True)
        self.make(folder / "bundle", press)
        truth = {name: value for name, value in asdict(self).items() if name not in ("name", "cell", "make")}
        (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
