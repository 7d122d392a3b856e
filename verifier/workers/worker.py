"""One worker: a process that does one call at a time, and is replaced when it hangs, dies, or has done many."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

import psutil

from verifier.errors import VerifierError
from verifier.model import Limits, Lost
from verifier.workers.child import end, serve

log = logging.getLogger(__name__)

CALLS = 200
"""after so many the process is replaced: libraries keep memory"""
LOOK = 0.2
"""seconds between two looks at the clock and the memory"""
_START = 600
"""seconds that a process may take to start, on a machine that is busy with other things"""


class Worker:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._call: tuple[Callable[..., Any], tuple[Any, ...]] | None = None
        self._deadline = 0.0
        self.answer: Any = None
        """of the last call that is done: what it returned or raised, or Lost"""
        self._start()

    def ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        """Begin a call."""
        if self._done >= CALLS:
            self._restart()
        self._call = function, arguments
        self._send()

    def is_done(self) -> bool:
        """Whether there is an answer now."""
        try:
            if self.answers.poll():
                self.answer = self._received()
                self._done += 1
                return True
        except (EOFError, OSError):
            return self._died()
        if time.monotonic() > self._deadline:
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

    def _received(self) -> Any:
        was_on = gc.isenabled()
        gc.disable()  # as in `child`
        try:
            return self.answers.recv()
        finally:
            if was_on:
                gc.enable()

    def _died(self) -> bool:
        """The call is to blame when it was the first of the process; else a fresh process gets it once more."""
        self._process.join()
        log.debug("a worker ended with %s after %d calls", self._process.exitcode, self._done)
        if not self._done:
            return self._lost(Lost("crash"))
        self._restart()
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

    def _restart(self) -> None:
        self.stop()
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        asked, self._asked = context.Pipe(duplex=False)
        self.answers, answers = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(asked, answers, self._limits), daemon=True)
        self._process.start()
        asked.close()
        answers.close()
        self._done = 0
        self._ready = False

    def _send(self) -> None:
        if not self._ready:
            self._await()
        self._deadline = time.monotonic() + self._limits.seconds
        with suppress(OSError):  # it is no longer there, which `is_done` sees
            self._asked.send(self._call)

    def _await(self) -> None:
        try:
            self._ready = self.answers.poll(_START) and self.answers.recv() is None
        except (EOFError, OSError):
            self._ready = False
        if not self._ready:
            raise VerifierError("读取文件的进程启动不了，请用 --limit memory 放宽内存上限后重试。")
