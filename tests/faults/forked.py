"""Commands in processes that are forked from one in which all is loaded, and that are ended at any moment."""

from __future__ import annotations

import io
import os
import re
import resource
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import cv2
import pytest
from click.testing import CliRunner

from tests.faults.counted import Fault
from tests.faults.schools import VERSIONS, Scripted, write_schools
from verifier import batch, pipeline
from verifier.bundle import reach
from verifier.cli import checking, main

PATIENCE = 120
"""seconds after which a command is taken to hang; a machine that does much else may be slow"""
HUNG = -1
INTERRUPTED = 128 + signal.SIGINT
_CALLS = frozenset(
    ("open", "write", "close", "flush", "truncate", "fsync", "replace", "rename", "unlink", "remove", "rmdir", "mkdir")
)
_OF_DATABASES = frozenset(("execute", "commit", "close"))
_OF_STORES = re.compile(r"(ocr|papers)\.sqlite3(-wal|-shm)?|(at|how)-[0-9a-f]{64}|(at|from)-[0-9a-f]{64}\.json")
"""what lies in the program's own folder between two runs"""


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of a machine of its own."""

    home: Path
    disk: Path | None = None
    """another one"""
    on_disk: frozenset[str] = frozenset()
    """names of the folders that lie there"""

    def _folder(self, name: str) -> Path:
        return (self.disk or self.home if name in self.on_disk else self.home) / name

    @property
    def bundles(self) -> Path:
        return self._folder("各校")

    @property
    def out(self) -> Path:
        return self._folder("汇总")

    @property
    def temp(self) -> Path:
        return self._folder("temp")

    @property
    def own(self) -> Path:
        """Of the program."""
        return self._folder("own")

    @contextmanager
    def entered(self) -> Iterator[None]:
        """This process is on that machine meanwhile."""
        before = os.environ.get("XDG_CONFIG_HOME", "")
        os.environ["XDG_CONFIG_HOME"] = str(self.own)
        try:
            yield
        finally:
            os.environ["XDG_CONFIG_HOME"] = before

    def made(self) -> Place:
        for folder in (self.bundles, self.temp, self.own):
            folder.mkdir(parents=True, exist_ok=True)
        return self


@dataclass(slots=True)
class Process:
    """A forked process. Once it is known how it ended its number is another's, and is not used any more."""

    number: int
    said_at: Path
    status: int | None = None
    """how it ended: its exit status, less than 0 for a signal"""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def is_over(self) -> bool:
        with self.lock:
            return self._looked(os.WNOHANG)

    def ended(self) -> int:
        """How it ended; HUNG where it had to be ended."""
        last = time.monotonic() + PATIENCE
        while not self.is_over():
            if time.monotonic() > last:
                self.kill()
                return HUNG
            time.sleep(0.002)
        assert self.status is not None
        return self.status

    def interrupt(self) -> None:
        """Ends it as Ctrl+C does."""
        self._signal(signal.SIGINT)
        assert self.ended() == INTERRUPTED, f"ended with {self.status}: {self.said}"

    def kill(self) -> None:
        self._signal(signal.SIGKILL)
        with self.lock:
            self._looked(0)

    def _signal(self, which: signal.Signals) -> None:
        with self.lock:
            if not self._looked(os.WNOHANG):
                os.kill(self.number, which)

    def _looked(self, how: int) -> bool:
        if self.status is None:
            number, status = os.waitpid(self.number, how)
            self.status = os.waitstatus_to_exitcode(status) if number else None
        return self.status is not None

    @property
    def said(self) -> str:
        return self.said_at.read_text("utf-8", "replace")


def forked(place: Place, work: Callable[[], None]) -> Process:
    """Does some work in a process of its own, as on that machine; what it says is kept."""
    said = place.home / "said.txt"
    said.write_bytes(b"")
    number = os.fork()
    if not number:
        _live(place, work, said)
    return Process(number, said)


def _live(place: Place, work: Callable[[], None], said: Path) -> NoReturn:
    status = 99
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what was started in the background
        signal.pthread_sigmask(signal.SIG_SETMASK, ())  # and kept from what some runners start
        os.environ.update(XDG_CONFIG_HOME=str(place.own), TMPDIR=str(place.temp))
        tempfile.tempdir = None
        os.chdir(place.home)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.stdout = sys.stderr = said.open("a", encoding="utf-8", buffering=1)
        work()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    except BaseException as fault:
        print(f"not caught: {type(fault).__name__}: {fault}")
    finally:
        os._exit(status)


def command(*words: object) -> Callable[[], None]:
    """A command as it is typed, in a process in which no other reads files."""

    def run() -> None:
        main([str(word) for word in words])

    return run


@contextmanager
def prepared(home: Path) -> Iterator[None]:
    """All is loaded that commands need; meanwhile none reads pictures for real, or papers elsewhere, or waits long."""
    cv2.setNumThreads(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch.Settings, "engine", lambda _: Scripted())
        patch.setattr(checking, "_jobs", lambda _: 0)
        opening = pipeline.opening
        patch.setattr(pipeline, "opening", lambda terms, _, *rest, **more: opening(terms, 0, *rest, **more))
        patch.setattr(reach, "PAUSES", (0.02, 0.1, 0.2, 0.4))
        place = Place(home).made()
        write_schools(place.bundles, VERSIONS[0])
        with place.entered():
            done = CliRunner().invoke(main, ["batch", str(place.bundles), "--out", str(place.out), "--year", "2024"])
            assert done.exit_code == 0, done.output
        yield


def left_behind(place: Place) -> Iterator[Fault]:
    """What a killed run has left, after the next one."""
    for path in [*place.temp.iterdir(), *place.own.rglob("*"), *place.out.rglob(".*")]:
        if not (place.own in path.parents and (path.is_dir() or _OF_STORES.fullmatch(path.name))):
            yield Fault("left", str(path))


# --- the moment of an end ---------------------------------------------------------------------------------------------


def dying(last: int, work: Callable[[], None]) -> Callable[[], None]:
    """The work of a process that is killed before so many calls that change what is on the disk have been made."""
    return _counted(work, _Countdown(last))


def counting(work: Callable[[], None], told: Path) -> Callable[[], None]:
    """The work of a process that writes down in the end how many such calls it has made."""
    count = _Countdown(-1)

    def run() -> None:
        try:
            _counted(work, count)()
        finally:
            sys.setprofile(None)
            told.write_text(str(-1 - count.left))

    return run


@dataclass(slots=True)
class _Countdown:
    left: int

    def step(self, frame: FrameType, event: str, what: Any) -> None:
        if event == "c_call" and _is_step(what):
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
            self.left -= 1


def _counted(work: Callable[[], None], count: _Countdown) -> Callable[[], None]:
    def run() -> None:
        threading.setprofile(count.step)
        sys.setprofile(count.step)
        work()

    return run


def _is_step(call: Any) -> bool:
    name, owner = call.__name__, getattr(call, "__self__", None)
    if isinstance(owner, (sqlite3.Connection, sqlite3.Cursor)):
        return name in _OF_DATABASES
    of_system = isinstance(owner, io.IOBase) or getattr(owner, "__name__", "") in ("posix", "_io")
    return of_system and name in _CALLS
