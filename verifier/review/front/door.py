"""What the front door knows: the check that is at work, and the results that are remembered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from verifier.errors import UsageError, WriteError
from verifier.review.front.memory import Entry, Memory, Order, Outcome
from verifier.review.front.run import Run

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Door:
    memory: Memory
    uploads: Path
    """where dropped files are copied to"""
    entrance: Path | None = None
    """a page of the user's own that leads in; where it is taken away, a new one is asked for"""
    run: Run | None = None
    """the last check, at work or ended"""
    end: Callable[[], None] = field(default=lambda: None)
    """ends the program"""
    _beginning: Lock = field(default_factory=Lock, repr=False)

    @property
    def at_work(self) -> Run | None:
        return self.run if self.run and self.run.is_on else None

    def begin(self, order: Order) -> None:
        """Begins a check; it is remembered before it begins. Raises UsageError while another is at work."""
        with self._beginning:
            if self.at_work:
                raise UsageError("正在核验另一份材料，请等它做完，或先停下")
            self._remember(order, Outcome("begun"))
            self.run = Run(order, lambda outcome: self._settle(order, outcome))

    def stop(self) -> None:
        """Stops what is at work."""
        if self.run:
            self.run.stop()

    def _settle(self, order: Order, outcome: Outcome) -> None:
        try:
            self._remember(order, outcome)
        except WriteError:  # the results are there all the same
            log.warning("how a check ended is not remembered", exc_info=True)

    def _remember(self, order: Order, outcome: Outcome) -> None:
        self.memory.keep(Entry(order.out, order, outcome, _now()))

    def remember_opened(self, out: Path) -> None:
        """A folder with results that somebody opened."""
        if self.memory.entry(Entry(out).id) is None:
            self.memory.keep(Entry(out, time=_now()))

    @property
    def latest(self) -> Entry | None:
        """Of the last check, as it is remembered."""
        return self.memory.entry(Entry(self.run.order.out).id) if self.run else None


def _now() -> str:
    return f"{datetime.now():%Y-%m-%d %H:%M}"
