"""The process of a worker: confined first, then it does what it is asked to, one call at a time."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread

from verifier.model import Limits, Lost
from verifier.workers.answers import Raised, packed
from verifier.workers.confinement import confine
from verifier.workers.reach import Reach

try:
    import resource
except ImportError:  # Windows has no such limits; the parent looks at the memory
    CONFINED = False
else:
    CONFINED = True

READY = b"ready"
"""what a process says when it is confined and waits for the first call"""
_SPARE = 60
"""seconds of processor time beyond the limit: for a process whose parent is no longer there to end it"""


def serve(asked: Connection, answers: Connection, limits: Limits, reach: Reach) -> None:
    """Answer each function and its arguments with what it returns or raises, until nobody asks any more."""
    confine(reach)
    _limit(limits)
    answers.send_bytes(READY)
    while True:
        try:
            function, arguments = asked.recv()
        except (EOFError, OSError):
            return
        _allow_time(limits.seconds)
        gc.disable()  # it would go through every row of a large table again and again
        for piece in _outcome(function, arguments):
            answers.send_bytes(piece)
        gc.enable()


def _outcome(function: Callable[..., object], arguments: tuple[object, ...]) -> list[bytes | memoryview]:
    try:
        return packed(function(*arguments), function)
    except MemoryError:
        return packed(Lost("memory"), function)
    except Exception as fault:  # the one who asked knows what to do with it
        return packed(Raised.by(fault), function)


def _limit(limits: Limits) -> None:
    """Nothing on the screen, so much memory, so large files, no socket of Python's, and no life after the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # libtiff and calamine write there themselves
        os.dup2(nowhere, stream)
    sys.addaudithook(_refuse_sockets)
    # Of a PDF of a few kilobytes pdfium took memory without end, at another it worked for nine seconds; neither can be
    # told before it is drawn, so that nothing but the limits of the process ends it.
    if CONFINED:
        _set(resource.RLIMIT_DATA, limits.memory_bytes)
        _set(resource.RLIMIT_FSIZE, limits.file_bytes)
        _set(resource.RLIMIT_CORE, 0)
    Thread(target=_end_with_parent, daemon=True).start()


def _refuse_sockets(event: str, _: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError("no network while papers are read")


def _set(which: int, most: int) -> None:
    hard = resource.getrlimit(which)[1]
    resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _allow_time(seconds: int) -> None:
    if CONFINED:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + _SPARE)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        end(os.getpid())


def end(process: int) -> None:
    """End a worker's process at once, and the programs that it started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process, signal.SIGKILL)
        except ProcessLookupError:  # it had not yet come to a group of its own
            os.kill(process, signal.SIGKILL)
    else:
        os.kill(process, signal.SIGTERM)
