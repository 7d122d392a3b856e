"""The check that is at work, as the desk sees it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from verifier.review.front.checking import work
from verifier.review.front.memory import Order, Outcome

PATIENCE = 30.0
"""seconds that a check may take to clean up when it is stopped"""
_SOON = 3.0
"""seconds after which the pace of a step says how long it will take"""
_LINES = 5
"""of what was told that a page shows"""
_MINUTE = 60
LOST = "核验的进程意外结束（可能是内存不足，或被别的程序关闭）。已识别的内容都在，点“继续”接着做。"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with one file, or one picture, after the other."""

    what: str
    total: int
    done: int = 0
    began: float = 0.0

    def left(self, now: float) -> float | None:
        """Seconds to its end, by the pace until now; None before that can be told."""
        spent = now - self.began
        if not self.done or spent < _SOON:
            return None
        return spent / self.done * max(0, self.total - self.done)


@dataclass(frozen=True, slots=True)
class Watch:
    """How far a check is."""

    bundle: str = ""
    number: int = 0
    total: int = 0
    """of the bundles of a batch"""
    steps: tuple[Step, ...] = ()
    """the last is at hand"""
    lines: tuple[str, ...] = ()

    def after(self, kind: str, *told: object) -> Watch:
        """After a message of the process."""
        match kind, told:
            case "bundle", (str(name), int(number), int(total)):
                return replace(self, bundle=name, number=number, total=total, steps=())
            case "start", (str(what), int(total)):
                return replace(self, steps=(*self.steps, Step(what, total, began=time.monotonic())))
            case "advance", (int(n),) if self.steps:
                last = self.steps[-1]
                return replace(self, steps=(*self.steps[:-1], replace(last, done=last.done + n)))
            case "tell", (str(text),):
                return replace(self, lines=(*self.lines, text)[-_LINES:])
        return self

    @property
    def left(self) -> str:
        """How long the step at hand will take; '' before that can be told."""
        seconds = self.steps[-1].left(time.monotonic()) if self.steps else None
        if seconds is None:
            return ""
        return f"约 {round(seconds / _MINUTE)} 分钟" if seconds > 1.5 * _MINUTE else f"约 {max(1, round(seconds))} 秒"


class Run:
    """A check that was begun; holds its process."""

    def __init__(self, order: Order, settled: Callable[[Outcome], None]) -> None:
        """`settled` is told how it ended, in a thread of its own."""
        self.order, self.watch = order, Watch()
        self._settled = settled
        context = get_context("spawn")
        hears, tells = context.Pipe(duplex=False)
        stops, self._stop = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(order, tells, stops))
        self._process.start()
        tells.close()
        stops.close()
        self._listener = Thread(target=self._listen, args=(hears,), daemon=True)
        self._listener.start()

    @property
    def is_on(self) -> bool:
        return self._listener.is_alive()

    def stop(self) -> None:
        """Ends the check; nothing is left half-written. What does not end in time is killed, which leaves nothing
        half-written either."""
        self._stop.close()
        self._process.join(PATIENCE)
        self._process.kill()
        self._listener.join(PATIENCE)

    def _listen(self, hears: Connection) -> None:
        outcome = Outcome("failed", LOST)
        try:
            while True:
                kind, *told = hears.recv()
                if kind == "outcome":
                    (outcome,) = told
                else:
                    self.watch = self.watch.after(kind, *told)
        except (EOFError, OSError):
            pass
        self._process.join(PATIENCE)
        self._settled(outcome)
