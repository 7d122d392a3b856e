"""Which bundles of a batch need no second check: a file beside their outputs says what each was made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from verifier.files import write_whole
from verifier.files.output_folder import MADE_FROM
from verifier.model import ResultRecord
from verifier.record import UnreadableRecord, dumped, read_evidence, read_result

_OVER_LIMIT, _LOCKED = "limit-exceeded", "password-protected"


@dataclass(frozen=True, slots=True)
class Made:
    """What the outputs of a bundle were made from."""

    source: str
    """hash, see `fingerprint`"""
    beside: tuple[str, ...] = ()
    """its pictures that other bundles of the batch show too"""


_MADE = TypeAdapter(dict[str, Made])


class Ledger:
    """The outputs of a batch and what they were made from, on the disk after every bundle."""

    def __init__(self, out: Path, with_passwords: bool = False) -> None:
        """`with_passwords`: what was locked is tried again. They are written nowhere, so any may be new."""
        self._out = out
        # a limit of time may not be met on a less busy machine
        self._tried_again = {_OVER_LIMIT, _LOCKED} if with_passwords else {_OVER_LIMIT}
        self._made = dict(_read(out / MADE_FROM))

    def result(self, name: str, source: str) -> ResultRecord | None:
        """The record of a bundle that was checked before, when checking it again would give the same."""
        if name not in self._made or self._made[name].source != source:
            return None
        try:
            result, _ = read_result(self._out / name), read_evidence(self._out / name)
        except UnreadableRecord:
            return None
        return None if self._tried_again & {flag.code for flag in result.every_flag} else result

    def beside(self, name: str) -> tuple[str, ...]:
        """The pictures of other bundles that a bundle was last checked with."""
        return self._made[name].beside if name in self._made else ()

    def write(self, name: str, made: Made) -> None:
        """Remembers what the outputs of a bundle, which are whole, were made from. Raises UsageError."""
        self._made[name] = made
        write_whole(self._out / MADE_FROM, dumped(dict(sorted(self._made.items()))).encode("utf-8"))


def fingerprint(paths: Iterable[Path], told: Iterable[str]) -> str:
    """SHA-256 of the names, sizes and times of all files in some folders, or of files, and of what else was told."""
    found = hashlib.sha256()
    for text in (*told, *(line for path in paths for line in _lines(path))):
        found.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()


def _lines(path: Path) -> Iterator[str]:
    for each in sorted(_within(path)) if path.is_dir() else [path]:
        try:
            about = each.lstat()
            told = f"{about.st_mode} {about.st_size} {about.st_mtime_ns}"
        except OSError as fault:  # gone meanwhile, or not to be looked at: whoever reads the bundle says so
            told = type(fault).__name__
        yield f"{each.relative_to(path).as_posix()} {told}"


def _within(folder: Path) -> Iterator[Path]:
    """All that can be listed there."""
    for home, folders, files in os.walk(folder):
        yield from (Path(home, name) for name in (*folders, *files))


def _read(path: Path) -> Iterator[tuple[str, Made]]:
    """What the file says, as far as it can be understood."""
    try:
        yield from _MADE.validate_json(path.read_bytes()).items()
    except (OSError, ValidationError):
        return
