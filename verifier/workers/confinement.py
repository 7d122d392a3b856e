"""What a process that opens files gives up before it opens the first, and with it whatever it starts.

Of what the system has no means for, or refuses, it gives up nothing and still works: README.md says where what holds.
Windows and macOS have such means too, but none that a process without rights may turn upon itself by Python alone.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from verifier.workers import landlock, seccomp
from verifier.workers.kernel import call
from verifier.workers.reach import Reach

_NO_NEW_PRIVS = 38
_CAPABILITIES = 0x20080522
"""version of their calls"""
_OF_FILES = 1 << 1 | 1 << 2
"""to come to files whoever owns them"""
_KEPT = {
    *("PATH", "HOME", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "VIRTUAL_ENV"),
    *("TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA"),
    *("LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "NUMBER_OF_PROCESSORS"),
}
_KEPT_BEGINNINGS = ("LC_", "PYTHON", "FONTCONFIG_", "OMP_", "OPENBLAS_")


def confine(reach: Reach) -> None:
    """Keep this process from the network, from others' files and from more rights, for good.

    To be called while it has one thread: the rules of Landlock are for that, and for what comes of it.
    """
    tempfile.tempdir = str(reach.home)
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tempfile.tempdir))
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError):  # each needs the one before
        call("prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)
        _give_up_capabilities()
        seccomp.reach_nobody()
        landlock.keep_to(reach)


def held() -> tuple[str, ...]:
    """What the system keeps such a process from, in Chinese."""
    if not sys.platform.startswith("linux"):
        return ()
    found = ["不能提升权限"]
    if seccomp.is_there():
        found.append("不能联网")
        if landlock.version():
            found.append("只在临时文件夹里写，只读材料和程序")
    return tuple(found)


def _give_up_capabilities() -> None:
    """Of root, all that goes beyond files: it may read memory and environment of every process otherwise."""
    head = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITIES, 0))
    own = ctypes.create_string_buffer(24)
    call("capget", head, own)
    effective, permitted, *_ = struct.unpack("=6I", own.raw)
    left = struct.pack("=6I", effective & _OF_FILES, permitted & _OF_FILES, 0, 0, 0, 0)
    call("capset", head, ctypes.create_string_buffer(left))


@contextmanager
def bare_environment() -> Iterator[None]:
    """Within, what starts gets what programs need of the environment: keys of other programs stand there too."""
    before = dict(os.environ)
    for name in before:
        if name.upper() not in _KEPT and not name.upper().startswith(_KEPT_BEGINNINGS):
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(before)
