"""What the front door knows: the check that is at work, and the results that are remembered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from verifier.errors import UsageError, WriteError
from verifier.files.origin import Ordered
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
    _next: Order | None = field(default=None, repr=False)
    """the check that follows the one at work"""
    _beginning: Lock = field(default_factory=Lock, repr=False)

    @property
    def at_work(self) -> Run | None:
        return self.run if self.run and self.run.is_on else None

    def begin(self, order: Order) -> None:
        """Begins a check; it is remembered before it begins. Raises UsageError while another is at work."""
        with self._beginning:
            if self.at_work:
                raise UsageError("正在核验另一份材料，请等它做完，或先停下")
            self._start(order)

    def _start(self, order: Order) -> None:
        self._remember(order, Outcome("begun"))
        self.run = Run(order, lambda outcome: self._settle(order, outcome))

    def begin_again(self, ordered: Ordered, out: Path) -> None:
        """Checks again what lies in an output folder; after the check of it that is at work, if there is one.

        Raises UsageError while another is at work.
        """
        told = {name: ordered.settings.get(name) for name in ("year", "school", "last_year", "bureau_data")}
        order = Order(
            source=ordered.source,
            out=ordered.out,
            many=ordered.many,
            year=told["year"] if isinstance(told["year"], int) else None,
            school=str(told["school"] or ""),
            last_year=Path(str(told["last_year"])) if told["last_year"] else None,
            bureau_data=Path(str(told["bureau_data"])) if told["bureau_data"] else None,
            again=out,
        )
        with self._beginning:
            if self.at_work and self.at_work.order.out == order.out:
                self._next = order
                return
        self.begin(order)

    def stop(self) -> None:
        """Stops what is at work."""
        self._next = None
        if self.run:
            self.run.stop()

    def _settle(self, order: Order, outcome: Outcome) -> None:
        try:
            self._remember(order, outcome)
        except WriteError:  # the results are there all the same
            log.warning("how a check ended is not remembered", exc_info=True)
        with self._beginning:
            following, self._next = self._next, None
            if following is not None and outcome.state == "done":
                with suppress(WriteError):  # the page says that something waits to be checked, with a button
                    self._start(following)

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
