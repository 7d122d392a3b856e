"""Work in processes of their own: what a file does to the one who reads it costs that file alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import connection
from typing import Any, Protocol, TypeVar

from verifier.model import Limits, Lost
from verifier.workers.answers import NotUnderstood, packed, plain, unpacked
from verifier.workers.confinement import held
from verifier.workers.folder import working_folder
from verifier.workers.reach import Reach
from verifier.workers.worker import LOOK, Worker

__all__ = [
    "Calls",
    "Here",
    "NotUnderstood",
    "Reach",
    "calls_in",
    "held",
    "packed",
    "plain",
    "unpacked",
    "working_folder",
]

Answer = TypeVar("Answer")

_WORTH = 8
"""calls that a further process must have before it to be worth its start"""


class Calls(Protocol):
    """Where functions are called whose arguments may do harm."""

    def each(
        self, function: Callable[..., Answer], arguments: Sequence[tuple[object, ...]], done: Callable[[], None]
    ) -> list[Answer | Lost]:
        """What each call returns, in their order, or Lost for one that was given up; `done` after each."""
        ...


class Here:
    """In this process, where nothing is confined: for what is known."""

    def each(
        self, function: Callable[..., Answer], arguments: Sequence[tuple[object, ...]], done: Callable[[], None]
    ) -> list[Answer | Lost]:
        """What each call returns."""
        found: list[Answer | Lost] = []
        for each in arguments:
            found.append(function(*each))
            done()
        return found


class Crew:
    """So many processes side by side, which live on from one round of calls to the next."""

    def __init__(self, jobs: int, limits: Limits, reach: Reach) -> None:
        self._jobs, self._limits, self._reach = jobs, limits, reach
        self._workers: list[Worker] = []

    def each(
        self, function: Callable[..., Answer], arguments: Sequence[tuple[object, ...]], done: Callable[[], None]
    ) -> list[Answer | Lost]:
        """As `Calls` says. Raises what a call raises, and VerifierError when no process can be started."""
        self._grow(len(arguments))
        waiting = deque(enumerate(arguments))
        found: dict[int, object] = {}
        at_work: dict[int, Worker] = {}
        while waiting or at_work:
            idle = [worker for worker in self._workers if worker not in at_work.values()]
            for worker in idle[: len(waiting)]:
                at, each = waiting.popleft()
                worker.ask(function, each)
                at_work[at] = worker
            connection.wait([worker.answers for worker in at_work.values()], LOOK)
            for at in [at for at, worker in at_work.items() if worker.is_done()]:
                found[at] = at_work.pop(at).answer
                done()
        return [_returned(found[at]) for at in range(len(arguments))]

    def _grow(self, calls: int) -> None:
        while len(self._workers) < min(self._jobs, 1 + calls // _WORTH):
            self._workers.append(Worker(self._limits, self._reach))

    def close(self) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()


@contextmanager
def calls_in(jobs: int, limits: Limits, reach: Reach) -> Iterator[Calls]:
    """Calls in so many processes, which end with it; in this one for 0."""
    if not jobs:
        yield Here()
        return
    crew = Crew(jobs, limits, reach)
    try:
        yield crew
    finally:
        crew.close()


def _returned(answer: object) -> Any:
    """What came out of a worker's process, where nothing tells its type. Raises what the call raised."""
    if isinstance(answer, Exception):
        raise answer
    return answer
