"""What the system says when a file can't be opened or written, in Chinese."""

from __future__ import annotations

import errno

_GONE = "所在的磁盘、移动盘或网络位置断开了"
_TOLD = {
    errno.EACCES: "没有权限，或正被别的程序打开",
    errno.EPERM: "没有权限，或正被别的程序打开",
    errno.EBUSY: "正被别的程序占用",
    errno.ETXTBSY: "正被别的程序占用",
    errno.ENOENT: "已经不在原来的位置",
    errno.ENOTDIR: "已经不在原来的位置",
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EIO: _GONE,
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: _GONE,
    errno.EHOSTDOWN: _GONE,
    errno.EHOSTUNREACH: _GONE,
    errno.ENETDOWN: _GONE,
    errno.ENETUNREACH: _GONE,
    errno.ENOTCONN: _GONE,
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘是只读的",
    errno.EFBIG: "文件超过磁盘允许的大小",
    errno.ENAMETOOLONG: "路径过长",
    errno.EMFILE: "同时打开的文件过多",
    errno.ENFILE: "同时打开的文件过多",
    errno.EISDIR: "同名的文件夹已经在那里",
    errno.EEXIST: "同名的文件已经在那里",
    errno.ELOOP: "链接绕成了圈",
}
_OF_WINDOWS = {
    32: "正被别的程序占用",
    33: "正被别的程序占用",
    53: _GONE,
    59: _GONE,
    64: _GONE,
    112: "磁盘已满",
    206: "路径过长",
}
"""error codes of Windows that Python folds into one of the others: sharing and lock violations, lost shares"""

_OF_THE_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE)


def is_full(fault: OSError) -> bool:
    """Whether there was no room for what was to be written, which says nothing of what was read."""
    return fault.errno in (errno.ENOSPC, errno.EDQUOT)


def of_the_machine(fault: BaseException | None) -> OSError | None:
    """That the disk was full or no file could be opened any more, if so, which says nothing of the paper."""
    while fault is not None:
        if isinstance(fault, OSError) and fault.errno in _OF_THE_MACHINE:
            return fault
        fault = fault.__cause__
    return None


def reason_of(fault: OSError) -> str:
    """Why the system refused, as a Chinese phrase."""
    of_windows = _OF_WINDOWS.get(getattr(fault, "winerror", None) or 0)
    return of_windows or _TOLD.get(fault.errno or 0, f"系统错误 {fault.errno}" if fault.errno else "系统没有说明原因")
