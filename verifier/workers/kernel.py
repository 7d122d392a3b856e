"""Calls of the Linux kernel that Python has no function for."""

from __future__ import annotations

import ctypes
import errno
import os


def call(name: str, *arguments: object) -> int:
    """What a function of the C library returns. Raises OSError where it tells of a fault, or is not there."""
    try:
        function = ctypes.CDLL(None, use_errno=True)[name]
    except AttributeError as fault:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from fault
    found = int(function(*(ctypes.c_long(each) if isinstance(each, int) else each for each in arguments)))
    if found < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return found
