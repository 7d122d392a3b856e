"""The scheduler of a cluster: reached, of the same version, and asked who is there. All that is known of Dask."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from verifier.errors import UsageError, VerifierError
from verifier.model import Lost

Answer = TypeVar("Answer")

_REACHED = 15
"""seconds in which a scheduler has to answer"""
_HANDED = 60
"""seconds in which an answer that is there has to be handed over"""
_LOUD = (
    "asyncio",
    "distributed",
    "distributed.client",
    "distributed.core",
    "distributed.comm",
    "tornado",
    "tornado.application",
)
"""loggers that speak English to programmers, on the user's screen, and of which each has a level of its own"""
_ALIKE = ("python", "distributed")
"""what has to be the same for the two sides to understand each other at all"""


class Asked(Protocol):
    """A call on a machine, as Dask has it."""

    status: str

    def result(self, timeout: float) -> object: ...

    def exception(self, timeout: float) -> BaseException | None: ...

    def add_done_callback(self, told: Callable[[Asked], None]) -> None: ...

    def cancel(self) -> None: ...

    def release(self) -> None: ...


class _Client(Protocol):
    """What is used of Dask's client."""

    def nthreads(self) -> Mapping[str, int]: ...

    def get_versions(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]: ...

    def submit(
        self,
        function: Callable[..., object],
        *arguments: object,
        key: str,
        workers: Sequence[str],
        pure: bool,
    ) -> Asked: ...


class Cluster:
    """Machines under one scheduler. All raise VerifierError when that is no more."""

    def __init__(self, address: str, client: _Client) -> None:
        self._address, self._client = address, client
        self._done = Event()

    def present(self) -> frozenset[str]:
        """The addresses of all processes that take calls now."""
        with self._told():
            return frozenset(self._client.nthreads())

    def ask(self, address: str, key: str, function: Callable[..., object], *arguments: object) -> Asked:
        """A call in one process and no other. `key` stands in logs and on the scheduler's page."""
        with self._told():
            asked = self._client.submit(function, *arguments, key=key, workers=[address], pure=False)
        asked.add_done_callback(lambda _: self._done.set())
        return asked

    def pause(self, seconds: float) -> None:
        """Returns when a call is done, or after some seconds."""
        self._done.wait(seconds)
        self._done.clear()

    def answer(self, asked: Asked) -> object:
        """What came of a call that is done: what it returned, what it raised, or Lost where Dask gave it up (crash) or
        what it returned is gone (answer)."""
        from distributed import KilledWorker

        if asked.status not in ("finished", "error"):  # whoever kept it is gone
            raise self._gone()
        with self._told():
            try:
                if asked.status == "finished":
                    return asked.result(_HANDED)
                fault = asked.exception(_HANDED)
                return Lost("crash") if isinstance(fault, KilledWorker) else fault
            except TimeoutError:
                return Lost("answer")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise self._gone() from fault

    def _gone(self) -> VerifierError:
        return VerifierError(
            f"调度器“{self._address}”断开了；已核验完的结果都在，调度器恢复后再运行一次，会从停下的地方继续。"
        )


def machine_of(address: str) -> str:
    """The machine on which a process is, as people know it."""
    return urlsplit(address).hostname or address


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster of a scheduler. Raises UsageError where Dask is missing, or the scheduler or its version is wrong."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise UsageError('用多台机器核验要先安装 Dask：pip install "evidence-verifier[cluster]"') from fault
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_REACHED, set_as_default=False, name="verifier")
    except (OSError, ValueError) as fault:
        raise UsageError(
            f"连不上调度器“{address}”，请检查地址（如 tcp://主机:8786）、网络，以及调度器是否已启动"
        ) from fault
    with client:
        _refuse_another(client)
        yield Cluster(address, client)


def _refuse_another(client: _Client) -> None:
    """One of another version may not even understand what it is asked."""
    told = client.get_versions()
    here, there = told["client"]["packages"], told["scheduler"]["packages"]
    for name in _ALIKE:
        if here[name] != there[name]:
            raise UsageError(f"调度器上的 {name} 是 {there[name]}，本机是 {here[name]}，请在各台机器上装同样的版本")
