"""Calls are handed to machines one at a time a process, and again elsewhere when a process is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from verifier.cluster import Machines, handing_out
from verifier.errors import UsageError, VerifierError
from verifier.model import Lost

FIRST, SECOND, LATE = "tcp://10.0.0.1:4001", "tcp://10.0.0.2:4002", "tcp://10.0.0.3:4003"


@dataclass
class Asked:
    """A call that is done when its process is asked to go on."""

    address: str
    do: Callable[[], object]
    status: str = "pending"
    answer: object = None

    def cancel(self) -> None:
        """Nobody listens any more."""

    def release(self) -> None:
        """Nothing is kept."""


@dataclass
class Pretended:
    """A cluster whose processes do one call each at every pause, and die or come as a test says."""

    there: list[str]
    deadly: frozenset[str] = frozenset()
    """calls that end their process"""
    missing: frozenset[str] = frozenset()
    """processes on which the program is not installed"""
    late: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    done: list[tuple[str, str]] = field(default_factory=list)
    """which call was begun where"""
    born: int = 5000

    def present(self) -> frozenset[str]:
        return frozenset(self.there)

    def ask(self, address: str, key: str, function: Callable[..., object], *arguments: object) -> Asked:
        self.asked.append(Asked(address, lambda: function(*arguments)))
        if arguments:
            self.done.append((str(arguments[0]), address))
        return self.asked[-1]

    def pause(self, seconds: float) -> None:
        at_work = [each for each in self.asked if each.status == "pending" and each.address in self.there]
        assert len({each.address for each in at_work}) == len(at_work), "two calls at once in one process"
        for each in at_work:
            try:
                if each.address in self.missing:
                    raise ModuleNotFoundError("verifier")
                each.answer = each.do()
                each.status = "finished"
            except Dies:
                self.there.remove(each.address)
                self.there.append(f"tcp://10.0.0.9:{self.born}")  # what watches over it starts another
                self.born += 1
            except Exception as fault:
                each.answer, each.status = fault, "error"
        if self.done:
            self.there, self.late = [*self.there, *self.late], []

    def answer(self, asked: Asked) -> object:
        return asked.answer


class Dies(BaseException):
    """The process ends in the middle of a call."""


def loud(text: str) -> str:
    if text.startswith("poison"):
        raise Dies
    return text.upper()


def fit() -> str:
    return ""


def run(
    cluster: Pretended, errands: Mapping[str, str], fitness: Callable[[], str] = fit
) -> tuple[dict[str, object], list[str]]:
    """What came of each call, and what was told."""
    told: list[str] = []
    found = Machines(cluster, fitness, told.append)  # type: ignore[arg-type]
    told.append(found.start())
    return {name: answer for name, _, answer in found.each(loud, errands)}, told


def test_each_call_is_done_once_and_as_many_side_by_side_as_there_are_processes() -> None:
    cluster = Pretended([FIRST, SECOND])
    found, told = run(cluster, {name: name for name in "abcde"})
    assert found == {name: name.upper() for name in "abcde"}
    assert sorted(name for name, _ in cluster.done) == list("abcde")
    assert {address for _, address in cluster.done} == {FIRST, SECOND}
    assert told == ["用 2 台机器上的 2 个处理进程核验"]


def test_what_a_lost_process_was_at_is_done_elsewhere() -> None:
    cluster = Pretended([FIRST, SECOND])
    machines = Machines(cluster, fit, lambda _: None)  # type: ignore[arg-type]
    machines.start()
    calls = machines.each(loud, {name: name for name in "abcd"})
    next(calls)
    cluster.there.remove(SECOND)
    assert {name for name, *_ in calls} | {"a"} == set("abcd")


def test_a_call_that_costs_process_after_process_is_given_up_and_no_other_is_blamed() -> None:
    cluster = Pretended([FIRST, SECOND])
    found, _ = run(cluster, {"a": "a", "bad": "poison", "b": "b", "c": "c"})
    assert found == {"a": "A", "b": "B", "c": "C", "bad": Lost("crash")}
    assert [name for name, _ in cluster.done].count("poison") == handing_out.TRIES


def test_an_unfit_machine_is_named_before_anything_is_done() -> None:
    with pytest.raises(UsageError, match=r"^机器 10.0.0.2：那里没有本程序，或是另一版本（ModuleNotFoundError）$"):
        run(Pretended([FIRST, SECOND], missing=frozenset([SECOND])), {"a": "a"})
    with pytest.raises(UsageError, match=r"^机器 10.0.0.1：看不到“/材料”$"):
        run(Pretended([FIRST]), {"a": "a"}, lambda: "看不到“/材料”")


def test_a_machine_that_comes_later_helps_when_it_is_fit_and_is_told_of_when_not() -> None:
    cluster = Pretended([FIRST], late=[SECOND, LATE], missing=frozenset([LATE]))
    found, told = run(cluster, {name: name for name in "abcdef"})
    assert len(found) == 6 and {address for _, address in cluster.done} == {FIRST, SECOND}
    assert told[1:] == ["机器 10.0.0.3：那里没有本程序，或是另一版本（ModuleNotFoundError）；没有用它"]


def test_nobody_waits_for_ever_for_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_out, "PATIENCE", 0.01)
    with pytest.raises(UsageError, match="没有可用的处理机器"):
        run(Pretended([]), {"a": "a"})
    cluster = Pretended([FIRST])
    machines = Machines(cluster, fit, lambda _: None)  # type: ignore[arg-type]
    machines.start()
    calls = machines.each(loud, {name: name for name in "ab"})
    next(calls)
    cluster.there.clear()
    with pytest.raises(VerifierError, match="没有可用的处理机器；已核验完的结果都在"):
        list(calls)
