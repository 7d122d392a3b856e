"""One worker: a process that does one call at a time, and is replaced when it hangs, dies, or has done many."""

from __future__ import annotations

import gc
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context

import psutil

from verifier.errors import VerifierError
from verifier.model import Limits, Lost
from verifier.workers.answers import NotUnderstood, Raised, unpacked
from verifier.workers.child import CONFINED, READY, end, serve
from verifier.workers.confinement import bare_environment
from verifier.workers.reach import Reach

log = logging.getLogger(__name__)

CALLS = 1000
"""after so many the process is replaced: libraries keep memory. A picture that is read is asked for some times more"""
LOOK = 0.2
"""seconds between two looks at the clock and the memory"""
PATIENCE = 5
"""times the limit of processor time that a call may take by the clock: others may be at work, but it may also sleep"""
_ROOM = 2
"""times the limit of memory that the system grants where the call is tried again"""
_END = 10
"""seconds for which a process that has left its end of the pipe may go on"""
_GLANCE = 0.01
"""seconds between two looks at a process that ends"""
_START = 600
"""seconds that a process may take to start, on a machine that is busy with other things"""


class Worker:
    def __init__(self, limits: Limits, reach: Reach) -> None:
        self._limits, self._reach = limits, reach
        self._call: tuple[Callable[..., object], tuple[object, ...]] | None = None
        self._began = 0.0
        """processor time of the process when the call began"""
        self._deadline = 0.0
        """by the clock"""
        self.answer: object = None
        """of the last call that is done: what it returned, the fault to raise, or Lost"""
        self._start()

    def ask(self, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
        """Begin a call."""
        if self._done >= CALLS or self._roomy or self._came_to != _identities(self._reach):
            self._restart()
        self._call = function, arguments
        self._send()

    def is_done(self) -> bool:
        """Whether there is an answer now."""
        try:
            if self.answers.poll():
                return self._told(self.answers.recv_bytes(self._limits.memory_bytes))
        except (EOFError, OSError):
            return self._died()
        if self._spent() - self._began > self._limits.seconds or time.monotonic() > self._deadline:
            return self._lost(Lost("time"))
        if self._memory() > self._limits.memory_bytes:  # which not every system holds down by itself
            return self._lost(Lost("memory"))
        return False

    def stop(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            end(self._process.pid or 0)
        self._process.join()
        self._asked.close()
        self.answers.close()

    def _told(self, data: bytes) -> bool:
        """A process whose answer is not understood is no longer what it was, and is ended."""
        assert self._call is not None
        was_on = gc.isenabled()
        gc.disable()  # as in `child`
        try:
            answer = unpacked(chain([data], self._more()), self._call[0], self._reach.places)
        except NotUnderstood as fault:
            log.warning("an answer of a worker was not understood: %s", fault)
            return self._lost(Lost("answer"))
        finally:
            if was_on:
                gc.enable()
        self.answer = answer.again() if isinstance(answer, Raised) else answer
        self._done += 1
        return True

    def _more(self) -> Iterator[bytes]:
        """What follows of an answer, at once."""
        while self.answers.poll(_END):
            yield self.answers.recv_bytes(self._limits.memory_bytes)

    def _died(self) -> bool:
        """The call gets a fresh process once: an earlier one may have spoiled this, or the memory given out.

        There the system grants more, so that what wants too much is seen to and not told to be damaged.
        """
        if self.answers.closed:  # the answer was longer than any that a worker has room for
            return self._lost(Lost("answer"))
        given = time.monotonic() + _END
        while (
            self._process.exitcode is None and time.monotonic() < given
        ):  # `join` waits for good on what only fell silent
            time.sleep(_GLANCE)
        log.debug("a worker ended with %s after %d calls", self._process.exitcode, self._done)
        if CONFINED and self._process.exitcode == -signal.SIGXCPU:
            return self._lost(Lost("time"))
        if self._roomy:
            return self._lost(Lost("crash"))
        self._restart(roomy=True)
        self._send()
        return False

    def _lost(self, lost: Lost) -> bool:
        self.answer = lost
        self._restart()
        return True

    def _memory(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _spent(self) -> float:
        """Seconds of processor time, also those of programs that it started and that have ended."""
        try:
            return float(sum(psutil.Process(self._process.pid).cpu_times()[:4]))
        except psutil.Error:
            return 0.0

    def _restart(self, roomy: bool = False) -> None:
        self.stop()
        self._start(roomy)

    def _start(self, roomy: bool = False) -> None:
        room = _ROOM if roomy else 1
        limits = replace(self._limits, memory_bytes=room * self._limits.memory_bytes)
        context = get_context("spawn")
        asked, self._asked = context.Pipe(duplex=False)
        self.answers, answers = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(asked, answers, limits, self._reach), daemon=True)
        self._came_to = _identities(self._reach)
        with bare_environment():
            self._process.start()
        asked.close()
        answers.close()
        self._done = 0
        self._ready = False
        self._roomy = roomy

    def _send(self) -> None:
        if not self._ready:
            self._await()
        self._began = self._spent()
        self._deadline = time.monotonic() + PATIENCE * self._limits.seconds
        with suppress(OSError):  # it is no longer there, which `is_done` sees
            self._asked.send(self._call)

    def _await(self) -> None:
        try:
            self._ready = self.answers.poll(_START) and self.answers.recv_bytes() == READY
        except (EOFError, OSError):
            self._ready = False
        if not self._ready:
            raise VerifierError("读取文件的进程启动不了，请用 --limit memory 放宽内存上限后重试。")


def _identities(reach: Reach) -> tuple[tuple[int, int] | None, ...]:
    """Which files stand at the places, None where there is none: a share that came back is another to Landlock."""
    found: list[tuple[int, int] | None] = []
    for place in reach.places:
        try:
            state = os.stat(place)
            found.append((state.st_dev, state.st_ino))
        except OSError:
            found.append(None)
    return tuple(found)
