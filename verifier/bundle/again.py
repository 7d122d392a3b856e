"""A file of a folder found again after a check: by how it is shown and by its hash, never by a path that is told."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from verifier.bundle.folder import walk
from verifier.bundle.rows import digest


@dataclass(eq=False)
class Amiss(Exception):
    """The file is not there as it was read."""

    what: Literal["gone", "changed"]


def file_in(root: Path, path: str, sha256: str) -> Path:
    """Where the file with that hash lies, which a record calls so. Raises Amiss.

    Names in records may be masked or numbered: where none is shown so, all with its ending are looked through.
    """
    files = [(at, shown) for at, shown in walk(root) if _is_plain(at)]
    named = [at for at, shown in files if shown == path]
    ending = PurePosixPath(path).suffix
    for at in named or [at for at, shown in files if PurePosixPath(shown).suffix == ending]:
        if _is(at, sha256):
            return at
    raise Amiss("changed" if named else "gone")


def _is_plain(at: Path) -> bool:
    try:
        return stat.S_ISREG(at.lstat().st_mode)
    except OSError:
        return False


def _is(at: Path, sha256: str) -> bool:
    try:
        return digest(at) == sha256
    except OSError:
        return False
