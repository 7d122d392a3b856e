"""What workers are asked to do in the tests: functions that a process of its own can import."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import time
from pathlib import Path


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
