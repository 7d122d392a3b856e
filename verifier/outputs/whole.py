"""A file appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from verifier.errors import UsageError

TRIES = 5
_PREFIX, _SUFFIX = ".writing-", ".tmp"


def write_whole(target: Path, content: bytes) -> None:
    """Puts `content` at `target` in one step; UsageError when the place can't be written.

    Windows refuses to replace a file that another program holds open, a virus scanner for a moment: hence the tries.
    """
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX, delete=False) as draft:
            temporary = Path(draft.name)
            draft.write(content)
        temporary.chmod(0o644)
        _replace(temporary, target)
    except OSError as fault:
        raise UsageError(f"无法写入 {target}：{fault.strerror or fault}。请关闭正在打开它的程序后重试。") from fault
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes what a run that was ended from outside left half-written."""
    for draft in folder.rglob(f"{_PREFIX}*{_SUFFIX}"):
        draft.unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(0.1 * attempt)
