"""The temporary folder of a run, and those that runs left behind which were ended from outside."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

_OURS = re.compile(r"verifier-(\d+)-\w+")
_OLD = 24 * 60 * 60
"""seconds since anything was last put there; a run on another machine that shares the folder may still be at work"""


@contextmanager
def working_folder() -> Iterator[Path]:
    """A temporary folder for what archives and documents hold; gone afterwards, and at the next start if need be."""
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=f"verifier-{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def sweep(home: Path) -> None:
    """Remove old folders of runs that are no more."""
    for folder in home.glob("verifier-*"):
        named = _OURS.fullmatch(folder.name)
        if named and not psutil.pid_exists(int(named[1])) and _is_old_and_ours(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_old_and_ours(folder: Path) -> bool:
    try:
        state = folder.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return mine and stat.S_ISDIR(state.st_mode) and time.time() - state.st_mtime > _OLD
