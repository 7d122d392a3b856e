"""A process reaches nobody: a filter of Linux over the calls that it makes.

After https://docs.kernel.org/userspace-api/seccomp_filter.html. A namespace without a network would need rights that
containers and some distributions withhold, and would leave the sockets of the desktop open, over which programs are
started elsewhere.

LibreOffice makes such a socket itself, at a place that Landlock keeps it from, and ends where it can't; nobody ever
calls there. So to bind and to listen seem to succeed, and do nothing.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

from verifier.workers.kernel import call

_MACHINES = {
    "x86_64": (0xC000003E, 317, 41, (49, 50), (42, 101, 310, 311, 425, 438)),
    "aarch64": (0xC00000B7, 277, 198, (200, 201), (203, 117, 270, 271, 425, 438)),
}
"""kind of machine, and the numbers of: seccomp; socket; bind, listen; connect, ptrace, process_vm_readv and _writev,
io_uring_setup (which opens sockets by itself), pidfd_getfd"""
_FIRST_OF_X32 = 0x40000000
"""the calls of x86_64 by other numbers"""
_SET_FILTER, _IS_THERE = 1, 2
_OF_ALL_THREADS, _NO_SLOWER = 1, 4
_LOAD, _EQUAL, _AT_LEAST, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_NUMBER, _MACHINE, _FAMILY, _TYPE = 0, 4, 16, 24
"""where the kernel tells of a call: its number, the machine, the first two arguments"""
_UNIX, _STREAM, _TYPE_BITS = 1, 1, 0xF
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000

Step = tuple[int, int, int, int]
"""code, steps to skip when it holds, when it does not, value"""
_ALLOWED: Step = (_RETURN, 0, 0, _ALLOW)
_REFUSED: Step = (_RETURN, 0, 0, _REFUSE | errno.EACCES)
_IN_VAIN: Step = (_RETURN, 0, 0, _REFUSE)


def reach_nobody() -> None:
    """No socket that leads anywhere, and no hand on other processes. For good, and for what this process starts.

    Raises OSError where the system has no such filter.
    """
    if not is_there():
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    machine, seccomp, socket, in_vain, refused = _MACHINES[platform.machine()]
    of_sockets = (_load(_FAMILY), *_unless(_UNIX), _load(_TYPE), (_AND, 0, 0, _TYPE_BITS), *_unless(_STREAM))
    steps = [
        *(_load(_MACHINE), *_unless(machine)),
        *(_load(_NUMBER), *_where(_AT_LEAST, _FIRST_OF_X32)),
        *(step for number in refused for step in _where(_EQUAL, number)),
        *(step for number in in_vain for step in _where(_EQUAL, number, _IN_VAIN)),
        *((_EQUAL, 0, len(of_sockets), socket), *of_sockets),
        _ALLOWED,
    ]
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    asked = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(program)))
    call("syscall", seccomp, _SET_FILTER, _OF_ALL_THREADS | _NO_SLOWER, asked)


def is_there() -> bool:
    """Whether the system has such filters."""
    if platform.machine() not in _MACHINES or sys.maxsize < 1 << 32:
        return False
    try:
        action = ctypes.create_string_buffer(struct.pack("=I", _REFUSE))
        return call("syscall", _MACHINES[platform.machine()][1], _IS_THERE, 0, action) == 0
    except OSError:
        return False


def _load(where: int) -> Step:
    return _LOAD, 0, 0, where


def _where(code: int, value: int, end: Step = _REFUSED) -> tuple[Step, Step]:
    """Ended so where what was loaded is so."""
    return (code, 0, 1, value), end


def _unless(value: int) -> tuple[Step, Step]:
    """Refused unless what was loaded is this."""
    return (_EQUAL, 1, 0, value), _REFUSED
