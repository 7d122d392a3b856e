"""Calls handed out to machines one by one: one at a time a process, and again elsewhere when a process is lost.

Which process does which call is decided here and not by the scheduler, so that a call is blamed for the end of a
process only when it alone was at work there.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, cast

from verifier.cluster.connecting import Asked, Cluster, connected, machine_of
from verifier.errors import UsageError, VerifierError
from verifier.model import Lost

Errand = TypeVar("Errand")
Done = TypeVar("Done")

TRIES = 3
"""processes that may be lost over one call"""
LOOK = 0.5
"""seconds between two looks at who is there"""
PATIENCE = 60.0
"""seconds without any machine after which nobody waits for one"""


@dataclass(slots=True)
class _Process:
    """One that takes calls; `fit`: whether it may have any, None as long as it has not answered."""

    fit: bool | None = None
    name: str = ""
    """of the call that it is at, '' for the question whether it is fit"""
    asked: Asked | None = None


class Machines:
    """Those of a cluster that are fit for what is asked."""

    def __init__(self, cluster: Cluster, fitness: Callable[[], str], tell: Callable[[str], None]) -> None:
        """`fitness`: is called on each first, and says in Chinese what is amiss there, '' for nothing; `tell`: is told
        of machines that come later and are not fit."""
        self._cluster, self._fitness, self._tell = cluster, fitness, tell
        self._run, self._asked = secrets.token_hex(4), 0
        self._processes: dict[str, _Process] = {}
        self._alone_since: float | None = None

    def start(self) -> str:
        """Where there are how many processes, in Chinese. Raises UsageError when one is not fit, or none comes."""
        last = time.monotonic() + PATIENCE
        while time.monotonic() < last:
            self._look()
            if amiss := next(filter(None, self._judged()), ""):
                raise UsageError(amiss)
            if self._processes and all(each.fit for each in self._processes.values()):
                break
            self._cluster.pause(LOOK)
        fit = [machine_of(address) for address, each in self._processes.items() if each.fit]
        if not fit:
            raise UsageError(f"调度器上 {PATIENCE:.0f} 秒内没有可用的处理机器，请在各台机器上启动 dask worker 后重试")
        return f"用 {len(set(fit))} 台机器上的 {len(fit)} 个处理进程核验"

    def each(
        self, function: Callable[[Errand], Done], errands: Mapping[str, Errand]
    ) -> Iterator[tuple[str, str, Done | Lost]]:
        """Each call as it ends: its name, its machine, and what it returned, or Lost when it cost several processes.

        They are begun in their order. Raises VerifierError when the scheduler, or every machine, is gone for long.
        """
        waiting, lost = deque(errands), Counter[str]()
        left = len(waiting)
        while left:
            for address, name, answer in (*self._look(), *self._done()):
                if _is_in_vain(answer):
                    lost[name] += 1
                    if lost[name] < TRIES:
                        waiting.appendleft(name)
                        continue
                    answer = Lost("crash")
                left -= 1
                yield name, machine_of(address), cast("Done | Lost", answer)
            for amiss in filter(None, self._judged()):
                self._tell(f"{amiss}；没有用它")
            for address, process in self._idle():
                if waiting:
                    process.name = waiting.popleft()
                    process.asked = self._ask(address, function, errands[process.name])
            self._cluster.pause(LOOK)

    def _look(self) -> list[tuple[str, str, object]]:
        """Sees who is there now; the calls at which processes were that are no more: their address, its name, Lost."""
        present = self._cluster.present()
        gone = [(address, self._processes.pop(address)) for address in [*self._processes] if address not in present]
        for _, process in gone:
            if process.asked is not None:
                process.asked.cancel()
        for address in sorted(present - self._processes.keys()):
            self._processes[address] = _Process(asked=self._ask(address, self._fitness))
        self._refuse_waiting()
        return [(address, process.name, Lost("answer")) for address, process in gone if process.name]

    def _refuse_waiting(self) -> None:
        """Nobody waits for ever for machines that are gone."""
        now = time.monotonic()
        if any(each.fit is not False for each in self._processes.values()):
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = now
        elif now - self._alone_since > PATIENCE:
            raise VerifierError(
                f"已有 {PATIENCE:.0f} 秒没有可用的处理机器；已核验完的结果都在，"
                "机器恢复后再运行一次，会从停下的地方继续。"
            )

    def _judged(self) -> Iterator[str]:
        """What is amiss on each that has answered now whether it is fit, '' for nothing."""
        for address, process in self._processes.items():
            if process.fit is None and process.asked is not None and process.asked.status != "pending":
                answer = self._taken(process)
                if isinstance(answer, Lost):  # it says nothing of the machine
                    process.asked = self._ask(address, self._fitness)
                    continue
                amiss = (
                    answer if isinstance(answer, str) else f"那里没有本程序，或是另一版本（{type(answer).__name__}）"
                )
                process.fit = not amiss
                yield amiss and f"机器 {machine_of(address)}：{amiss}"

    def _idle(self) -> list[tuple[str, _Process]]:
        return [(address, each) for address, each in self._processes.items() if each.fit and each.asked is None]

    def _done(self) -> list[tuple[str, str, object]]:
        """The calls that are done: the address of the process, its name, what came of it."""
        at_work = [(address, each) for address, each in self._processes.items() if each.name]
        done = [(address, each) for address, each in at_work if each.asked and each.asked.status != "pending"]
        return [(address, each.name, self._taken(each)) for address, each in done]

    def _taken(self, process: _Process) -> object:
        asked, process.asked, process.name = process.asked, None, ""
        assert asked is not None
        try:
            return self._cluster.answer(asked)
        finally:
            asked.release()

    def _ask(self, address: str, function: Callable[..., object], *arguments: object) -> Asked:
        self._asked += 1
        return self._cluster.ask(address, f"verifier-{self._run}-{self._asked}", function, *arguments)

    def close(self) -> None:
        """What is still asked is asked no more."""
        for process in self._processes.values():
            if process.asked is not None:
                process.asked.cancel()


def _is_in_vain(answer: object) -> bool:
    """Whether a call may do better elsewhere: nothing of ours came back, and Dask has not given it up."""
    return isinstance(answer, Exception) or (isinstance(answer, Lost) and answer.why == "answer")


@contextmanager
def machines(address: str, fitness: Callable[[], str], tell: Callable[[str], None]) -> Iterator[Machines]:
    """The machines of a scheduler, when at least one is fit. Raises UsageError as `connected` and `Machines.start`."""
    with connected(address) as cluster:
        found = Machines(cluster, fitness, tell)
        try:
            tell(found.start())
            yield found
        finally:
            found.close()
