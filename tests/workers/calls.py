"""What workers are asked to do in the tests: functions that a process of its own can import."""

from __future__ import annotations

import ctypes
import mmap
import os
import pickle
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from verifier.pictures.decoding import Pixels
from verifier.workers import child


def say(word: str) -> str:
    return word


def hang(_: str) -> None:
    time.sleep(600)


def doze(word: str) -> str:
    time.sleep(4)
    return word


def spin(_: str) -> None:
    while True:
        pass


def overrun(_: str) -> None:
    """As the system ends what takes too much of the processor while nobody looks."""
    signal.raise_signal(signal.SIGXCPU)


def swell(_: str) -> int:
    return len(bytearray(4 << 30))


def grow(_: str) -> None:
    """Slowly, as no limit of the system sees it."""
    held = []
    while True:
        held.append(b"x" * (20 << 20))
        time.sleep(0.01)


def give_out(word: str) -> None:
    """As libraries in C++ and Rust end when they get no memory."""
    try:
        grow(word)
    except MemoryError:
        os.abort()


def abort(_: str) -> None:
    os.abort()


def fall(_: str) -> None:
    ctypes.string_at(0)


def leave(_: str) -> None:
    os._exit(0)


def fail(word: str) -> None:
    raise ValueError(word)


def call_out(_: str) -> str:
    try:
        socket.create_connection(("127.0.0.1", 9))
    except PermissionError as refused:
        return str(refused)
    return "a socket was opened"


def make_noise(word: str) -> str:
    os.write(2, b"noise")
    print("noise", file=sys.stderr)
    print("noise")
    return word


def write_much(path: str) -> str:
    try:
        Path(path).write_bytes(bytes(3 << 20))
    except OSError as refused:
        return type(refused).__name__
    return "written"


def process(_: str) -> int:
    return os.getpid()


def dies_second(path: str) -> str:
    """Dies in a process that has already worked; in a fresh one it does not."""
    home = Path(path) / str(os.getpid())
    if home.exists():
        os.abort()
    home.touch()
    return "done"


class Harm:
    """Writes a file where it is built out of a pickle."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, str]]:
        return _leave_a_mark, (self.path, "built")


def lie(path: Path) -> Pixels | None:
    """Pixels that are not as many as their size says."""
    height, width, length = map(int, path.name.split())
    return Pixels(height, width, bytes(length))


def _leave_a_mark(path: str, word: str) -> None:
    Path(path).write_text(word)


def harm(path: str) -> str:
    return cast(str, Harm(path))


def forge(path: str) -> str:
    """From then on the process answers as a file may want."""
    child.packed = lambda *_: [pickle.dumps(Harm(path))]
    return "forged"


def boast(path: str) -> str:
    """From then on the process answers with more than its memory can hold."""
    with open(path, "wb+") as long:
        long.truncate(810 << 20)
        held = mmap.mmap(long.fileno(), 0)
    child.packed = lambda *_: [cast(bytes, held)]
    return "forged"


def fall_silent(_: str) -> None:
    """It goes on, but nobody hears of it."""
    os.closerange(3, 64)
    time.sleep(600)


def fetch(path: str) -> str:
    return Path(path).read_text()


def _attempt(what: Callable[[], object]) -> str:
    try:
        what()
    except OSError as refused:
        return type(refused).__name__
    return "done"


def write(path: str) -> str:
    return _attempt(lambda: Path(path).write_text("a"))


def read(path: str) -> str:
    return _attempt(Path(path).read_bytes)


def remove(path: str) -> str:
    return _attempt(Path(path).unlink)


def link(path: str) -> str:
    return _attempt(lambda: Path(path).symlink_to("elsewhere"))


def sockets(_: str) -> str:
    """The families of which one can be had, of those that lead out of the machine."""
    if os.name != "posix":
        return ""
    library = ctypes.CDLL(None)
    return " ".join(str(family) for family in (2, 10) if library.socket(family, 1, 0) >= 0)


def status(key: str) -> str:
    told = Path("/proc/self/status")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((line.split()[1] for line in lines if line.startswith(f"{key}:")), "")


def look_at_parent(_: str) -> str:
    return _attempt(Path(f"/proc/{os.getppid()}/environ").read_bytes)


def environment(_: str) -> str:
    started = Path("/proc/self/environ")
    names = started.read_text().split("\0") if started.exists() else []
    return " ".join([*names, *os.environ])


def temporary(_: str) -> str:
    return tempfile.gettempdir()
