"""A process comes to few files: rules of Linux that it lays upon itself.

After https://docs.kernel.org/userspace-api/landlock.html.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread

from verifier.workers.kernel import call
from verifier.workers.reach import Reach

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""numbers of the calls, the same on every machine"""
_ASK_VERSION, _BENEATH = 1, 1
_RIGHTS = (0, 13, 14, 15, 15, 16)
"""version → how many rights to files it knows; later ones no more"""
_NETWORK = 4, 0b11
"""from which version on TCP, and what of it"""
_SCOPED = 6, 0b11
"""from which version on sockets without a path, and signals, stay within"""
_EXECUTE, _WRITE, _READ, _LIST, _SYMLINK, _TRUNCATE, _DEVICE = 1, 2, 4, 8, 1 << 12, 1 << 14, 1 << 15
_OF_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE | _DEVICE
"""rights that a file can have"""
_PROGRAMS = (
    *("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/opt", "/nix", "/gnu", "/snap", "/etc", "/proc", "/sys"),
    *("/var/lib", "/var/cache/fontconfig", "/var/spool/libreoffice", "/dev/random", "/dev/urandom", "/dev/zero"),
)
"""where systems keep programs, what these need, and nobody's papers"""
_OWN_FONTS = ("~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig")
_NOWHERE = "/dev/null"


def keep_to(reach: Reach) -> None:
    """Write in one folder, where nothing is run and nothing leads elsewhere; read there and what reading needs.

    For good, and for what this process starts. Where the system or the place of the files does not bear such rules,
    nothing happens.
    """
    if version() and _bears(reach):
        _restrict(reach)


def version() -> int:
    """0 where the system has none."""
    try:
        return call("syscall", _CREATE, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def _bears(reach: Reach) -> bool:
    """Whether what can be read can be under rules too: there are file systems where a file is another each time (9p).

    No rule is taken back, but rules are a thread's own: they are tried in one that ends.
    """
    there = [path for path in reach.read if _opens(path)]
    borne: list[bool] = []

    def attempt() -> None:
        with suppress(OSError):
            _restrict(reach)
            with TemporaryFile(dir=reach.home):
                borne.append(all(map(_opens, there)))

    trial = Thread(target=attempt)
    trial.start()
    trial.join()
    return borne == [True]


def _opens(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_RDONLY))
        return True
    except OSError:
        return False


def _restrict(reach: Reach) -> None:
    known = version()
    every = (1 << _RIGHTS[min(known, len(_RIGHTS) - 1)]) - 1
    asked = [every, *(what for since, what in (_NETWORK, _SCOPED) if known >= since)]
    attributes = ctypes.create_string_buffer(struct.pack(f"={len(asked)}Q", *asked), 8 * len(asked))
    rules = call("syscall", _CREATE, attributes, len(attributes), 0)
    try:
        for path in (*map(Path, _PROGRAMS), *_of_python()):
            _add(rules, path, _EXECUTE | _READ | _LIST)
        for path in (*reach.read, *(Path(os.path.expanduser(name)) for name in _OWN_FONTS)):
            _add(rules, path, _READ | _LIST)
        _add(rules, Path(_NOWHERE), every & (_READ | _WRITE | _TRUNCATE))
        _add(rules, reach.home, every & ~_EXECUTE & ~_SYMLINK)
        call("syscall", _RESTRICT, rules, 0)
    finally:
        os.close(rules)


def _add(rules: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not every system has it
        return
    try:
        granted = rights if path.is_dir() else rights & _OF_FILES
        call("syscall", _ADD, rules, _BENEATH, ctypes.create_string_buffer(struct.pack("=Qi", granted, place)), 0)
    finally:
        os.close(place)


def _of_python() -> Iterator[Path]:
    """Where Python and its modules lie; not the folder in which the program is called, unless it lies there itself."""
    package = Path(__file__).parents[1]
    yield package
    yield from map(Path, {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix})
    here = (Path(), Path.cwd())
    yield from (path for path in map(Path, sys.path) if path not in here or path == package.parent)
