"""The temporary folder of a run, and those that runs left behind which were ended from outside."""

from __future__ import annotations

import os
import platform
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

_HERE = re.sub(r"\W", "", platform.node())
_OURS = re.compile(r"verifier-(\w*)-(\d+)-\w+")
_OLD = 24 * 60 * 60
"""seconds since anything was last put there by a run on another machine, which may still be at work"""


@contextmanager
def working_folder() -> Iterator[Path]:
    """A temporary folder for what archives and documents hold; gone afterwards, and at the next start if need be.

    What libraries of this process put aside meanwhile goes there too.
    """
    home = tempfile.gettempdir()
    sweep(Path(home))
    prefix = f"verifier-{_HERE}-{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield Path(folder)
        finally:
            tempfile.tempdir = home


def sweep(home: Path) -> None:
    """Remove the folders of runs that are no more."""
    for folder in home.glob("verifier-*"):
        named = _OURS.fullmatch(folder.name)
        if named and not psutil.pid_exists(int(named[2])) and _is_ours(folder, old=named[1] != _HERE):
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path, old: bool) -> bool:
    try:
        state = folder.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return mine and stat.S_ISDIR(state.st_mode) and (not old or time.time() - state.st_mtime > _OLD)
