"""A file appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import psutil

from verifier.errors import WriteError
from verifier.files.system import reason_of

TRIES = 5
_PREFIX, _SUFFIX = ".writing-", ".tmp"


def write_whole(target: Path, content: bytes, *, lasting: bool = False) -> None:
    """Puts `content` at `target` in one step, readable for its owner alone; WriteError when the place can't be written.

    `lasting`: it survives a power cut once this has returned.
    """
    draft: Path | None = None
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        prefix = f"{_PREFIX}{os.getpid()}-"
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=prefix, suffix=_SUFFIX, delete=False) as file:
            draft = Path(file.name)
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        replace_patiently(draft, target)
        if lasting:
            sync_folder(target.parent)
    except OSError as fault:
        raise WriteError(f"无法写入 {target}：{reason_of(fault)}。请关闭正在打开它的程序后重试。") from fault
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def is_draft(name: str) -> bool:
    """Whether a name is one of what is being written, or was when its run was ended from outside."""
    return name.startswith(_PREFIX)


def sweep(folder: Path, *, shared: bool = False) -> None:
    """Removes what runs that were ended from outside left half-written in a folder.

    `shared`: others may be writing there, on this machine; else nobody may.
    """
    for draft in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        if not (shared and _is_alive(draft.name.removeprefix(_PREFIX).partition("-")[0])):
            draft.unlink(missing_ok=True)


def _is_alive(process: str) -> bool:
    return process.isdecimal() and psutil.pid_exists(int(process))


def sync_folder(folder: Path) -> None:
    """The name of a new file survives a power cut too; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_patiently(source: Path, target: Path) -> None:
    """`os.replace`, tried again: Windows refuses while another program holds the target open, a virus scanner for a
    moment."""
    for attempt in range(1, TRIES + 1):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(0.1 * attempt)
