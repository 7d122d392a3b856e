"""Workers: what a call does to its process costs that call alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.workers import calls
from verifier.model import Limits, Lost
from verifier.workers import Calls, Reach, calls_in, worker

HOME = Path(__file__).resolve().parents[2]
LIMITS = Limits(memory_bytes=800 << 20, file_bytes=1 << 20)
LIMITS_OF_A_LONG_FILE = Limits(memory_bytes=800 << 20)

Asked = tuple[Callable[[str], Any], str]


@pytest.fixture(scope="module")
def reach(tmp_path_factory: pytest.TempPathFactory) -> Reach:
    return Reach(tmp_path_factory.mktemp("home"), (tmp_path_factory.mktemp("read"),))


@pytest.fixture(scope="module")
def crew(reach: Reach) -> Iterator[Calls]:
    with calls_in(2, LIMITS, reach) as found:
        yield found


def several(crew: Calls, *asked: Asked) -> list[Any]:
    return crew.each(call, list(asked), lambda: None)


def call(function: Callable[[str], Any], word: str) -> str | int | None:
    answer: str | int | None = function(word)
    return answer


def test_what_swells_or_dies_costs_no_other_call(crew: Calls) -> None:
    asked: list[Asked] = []
    for at, bad in enumerate((calls.swell, calls.abort, calls.fall, calls.leave)):
        asked += [(calls.say, str(at)), (bad, "")]
    answers = several(crew, *asked, (calls.say, "last"))
    assert answers[::2] == ["0", "1", "2", "3", "last"]
    assert answers[1::2] == [Lost("memory"), Lost("crash"), Lost("crash"), Lost("crash")]


def test_what_hangs_is_ended_and_costs_no_other_call(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 1)
    with calls_in(1, Limits(seconds=6), reach) as crew:
        assert several(crew, (calls.say, "before"), (calls.hang, ""), (calls.say, "after")) == [
            *("before", Lost("time"), "after")
        ]


def test_time_is_that_of_the_processor_and_waiting_costs_none(reach: Reach) -> None:
    with calls_in(1, Limits(seconds=2), reach) as crew:
        assert several(crew, (calls.doze, "good")) == ["good"]


def test_what_keeps_the_processor_busy_is_ended(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 1000)
    with calls_in(1, Limits(seconds=2), reach) as crew:
        assert several(crew, (calls.spin, ""), (calls.say, "after")) == [Lost("time"), "after"]


def test_what_the_system_ended_for_its_time_is_not_told_to_be_damaged(crew: Calls) -> None:
    assert several(crew, (calls.overrun, "")) == [Lost("time")]


def test_what_aborts_for_want_of_memory_is_not_told_to_be_damaged(crew: Calls) -> None:
    assert several(crew, (calls.give_out, ""), (calls.say, "on")) == [Lost("memory"), "on"]


def test_the_answers_stand_in_the_order_of_the_calls(crew: Calls) -> None:
    words = [str(number) for number in range(40)]
    told: list[None] = []
    assert crew.each(calls.say, [(word,) for word in words], lambda: told.append(None)) == words
    assert len(told) == 40


def test_what_a_call_raises_is_raised(crew: Calls) -> None:
    with pytest.raises(RuntimeError, match="ValueError: why"):
        several(crew, (calls.fail, "why"))


def test_no_socket_is_opened_and_nothing_reaches_the_screen(crew: Calls, capfd: pytest.CaptureFixture[str]) -> None:
    answers = several(crew, (calls.call_out, ""), (calls.make_noise, "quiet"))
    assert answers == ["no network while papers are read", "quiet"]
    assert capfd.readouterr() == ("", "")


def test_no_file_grows_beyond_the_limit(crew: Calls, reach: Reach) -> None:
    assert several(crew, (calls.write_much, str(reach.home / "a"))) == ["OSError"]
    assert (reach.home / "a").stat().st_size <= LIMITS.file_bytes


def test_where_the_system_sets_no_limit_the_memory_is_watched(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    limits = Limits(seconds=60, memory_bytes=250 << 20)
    monkeypatch.setattr(worker, "serve", serve_unconfined)
    with calls_in(1, limits, reach) as crew:
        assert several(crew, (calls.grow, ""), (calls.say, "on")) == [Lost("memory"), "on"]


def serve_unconfined(*ends: Any) -> None:
    """As on a system without limits of its own."""
    from verifier.workers import child

    child.CONFINED = False
    child.serve(*ends)


def test_an_answer_that_no_memory_of_its_process_holds_is_not_taken_in(reach: Reach) -> None:
    with calls_in(1, LIMITS_OF_A_LONG_FILE, reach) as crew:
        answers = several(crew, (calls.boast, str(reach.home / "long")), (calls.say, "lost"), (calls.say, "on"))
    assert answers == ["forged", Lost("answer"), "on"]


def test_a_process_that_falls_silent_is_ended(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    monkeypatch.setattr(worker, "_END", 0.1)
    with calls_in(1, LIMITS, reach) as crew:
        assert several(crew, (calls.fall_silent, ""), (calls.say, "on")) == [Lost("crash"), "on"]


def test_a_call_pays_for_no_earlier_one(reach: Reach) -> None:
    """A process that an earlier call has spoiled dies; the call is tried again in a fresh one."""
    with calls_in(1, LIMITS, reach) as crew:
        assert several(crew, *[(calls.dies_second, str(reach.home))] * 3) == ["done"] * 3


def test_a_process_is_replaced_after_many_calls(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    monkeypatch.setattr(worker, "CALLS", 2)
    with calls_in(1, LIMITS, reach) as crew:
        first, second, third = several(crew, *[(calls.process, "")] * 3)
    assert first == second != third
    assert not psutil.pid_exists(first)


PROGRAM = """
from pathlib import Path

from tests.workers import calls
from verifier.model import Limits
from verifier.workers import Reach, calls_in

if __name__ == "__main__":
    with calls_in(1, Limits(), Reach(Path())) as crew:
        print(crew.each(calls.process, [("",)], lambda: None)[0], flush=True)
        crew.each(calls.hang, [("",)], lambda: None)
"""


def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(PROGRAM)
    command = [sys.executable, str(tmp_path / "run.py")]
    with subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, env={"PYTHONPATH": str(HOME)}) as run:
        assert run.stdout is not None
        child = psutil.Process(int(run.stdout.readline()))
        time.sleep(0.5)
        run.kill()
    assert psutil.wait_procs([child], timeout=60)[1] == []
