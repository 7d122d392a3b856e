"""What was ordered here and which results were opened: a small file of the user's own, for the next time."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from verifier.files import write_whole
from verifier.files.output_folder import EARLIER, REPORT, SUMMARY_PAGE, has_result, has_summary

log = logging.getLogger(__name__)

MOST = 100
"""results that are remembered"""
State = Literal["begun", "done", "stopped", "failed"]
"""`begun` also where the program ended while it checked"""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be checked, and where the results go."""

    source: Path
    out: Path
    many: bool = False
    """each folder or archive in `source` is the bundle of one school"""
    year: int | None = None
    school: str = ""
    last_year: Path | None = None
    bureau_data: Path | None = None
    again: Path | None = None
    """an output folder: it is checked as it was before, whatever else was said then"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended."""

    state: State
    told: str = ""
    """what came out, or why nothing did"""
    notices: tuple[str, ...] = ()
    """what has to be known before any points"""
    details: tuple[str, ...] = ()
    """which cells have their papers, and what changed against the result that lay there before; of many schools the
    points of each"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder with results, or one that will have them."""

    out: Path
    order: Order | None = None
    """None: it was opened, and not written from here"""
    outcome: Outcome = Outcome("done")
    time: str = ""

    @property
    def id(self) -> str:
        """For addresses: a path in them could be any."""
        return sha256(str(self.out).encode()).hexdigest()[:16]

    @property
    def has_results(self) -> bool:
        return has_result(self.out) or has_summary(self.out)

    @property
    def earlier(self) -> Path | None:
        """The result before this one, where it was kept."""
        return self.out / EARLIER if has_result(self.out / EARLIER) else None

    @property
    def has_overview(self) -> bool:
        """Whether it is of a batch, with a page on all schools."""
        return (self.out / SUMMARY_PAGE).is_file()

    @property
    def has_report(self) -> bool:
        return (self.out / REPORT).is_file()


_FILE = TypeAdapter(tuple[Entry, ...])


class Memory:
    """The file in which they are remembered, the newest first."""

    def __init__(self, file: Path) -> None:
        self._file, self._lock = file, Lock()

    def entries(self) -> tuple[Entry, ...]:
        """All of them; none where the file can't be read: what it names is still where it lies."""
        try:
            return _FILE.validate_json(self._file.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValidationError) as fault:
            log.warning("the earlier results can't be read: %s", type(fault).__name__)
            return ()

    def entry(self, id_: str) -> Entry | None:
        return next((each for each in self.entries() if each.id == id_), None)

    def keep(self, entry: Entry) -> None:
        """Puts it first, in the place of what was known of that folder; on the disk when this returns."""
        with self._lock:
            self._write((entry, *(each for each in self.entries() if each.id != entry.id)))

    def forget(self, id_: str) -> None:
        """Takes it from the list; its folder stays as it is."""
        with self._lock:
            self._write(tuple(each for each in self.entries() if each.id != id_))

    def _write(self, entries: tuple[Entry, ...]) -> None:
        write_whole(self._file, _FILE.dump_json(entries[:MOST], indent=1), lasting=True)
