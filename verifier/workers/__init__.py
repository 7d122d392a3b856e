"""Work in processes of their own: what a file does to the one who reads it costs that file alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import connection
from typing import Any, Protocol

from verifier.model import Limits
from verifier.workers.folder import working_folder
from verifier.workers.worker import LOOK, Worker

__all__ = ["Calls", "Here", "calls_in", "working_folder"]


_WORTH = 8
"""calls that a further process must have before it to be worth its start"""


class Calls(Protocol):
    """Where functions are called whose arguments may do harm."""

    def each(
        self, function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], done: Callable[[], None]
    ) -> list[Any]:
        """What each call returns, in their order, or Lost for one that was given up; `done` after each."""
        ...


class Here:
    """In this process, where nothing is confined: for what is known."""

    def each(
        self, function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], done: Callable[[], None]
    ) -> list[Any]:
        """What each call returns."""
        found = []
        for each in arguments:
            found.append(function(*each))
            done()
        return found


class Crew:
    """So many processes side by side, which live on from one round of calls to the next."""

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._jobs, self._limits = jobs, limits
        self._workers: list[Worker] = []

    def each(
        self, function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], done: Callable[[], None]
    ) -> list[Any]:
        """As `Calls` says. Raises what a call raises, and VerifierError when no process can be started."""
        while len(self._workers) < min(self._jobs, 1 + len(arguments) // _WORTH):
            self._workers.append(Worker(self._limits))
        waiting = deque(enumerate(arguments))
        found: dict[int, Any] = {}
        at_work: dict[int, Worker] = {}
        while waiting or at_work:
            for worker in self._workers:
                if waiting and worker not in at_work.values():
                    at, each = waiting.popleft()
                    worker.ask(function, each)
                    at_work[at] = worker
            connection.wait([worker.answers for worker in at_work.values()], LOOK)
            for at, worker in tuple(at_work.items()):
                if worker.is_done():
                    found[at] = at_work.pop(at).answer
                    done()
        answers = [found[at] for at in range(len(arguments))]
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
        return answers

    def close(self) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()


@contextmanager
def calls_in(jobs: int, limits: Limits) -> Iterator[Calls]:
    """Calls in so many processes, which end with it; in this one for 0."""
    if not jobs:
        yield Here()
        return
    crew = Crew(jobs, limits)
    try:
        yield crew
    finally:
        crew.close()
