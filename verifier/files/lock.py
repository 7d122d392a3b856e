"""One process at a time: the system's own lock on a file, which ends with the process that holds it.

filelock would do it too, but loads asyncio and ssl, and a check runs where nothing may want a socket.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK = 0.05
"""seconds between two tries"""
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class Held(Exception):
    """Another process has the lock."""


@contextmanager
def locked(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Alone among all processes that ask for this file, which is made and stays; `patience`: seconds to wait.

    Raises Held, and OSError where the file can't be made. Where a file system knows no locks nobody is kept out.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    last = time.monotonic() + patience
    try:
        while not _is_ours(handle):
            if time.monotonic() >= last:
                raise Held
            time.sleep(_LOOK)
        yield
    finally:
        os.close(handle)


def _is_ours(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        return fault.errno not in _HELD
    return True
