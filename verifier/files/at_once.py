"""The outputs of a check appear together or not at all, and by one run at a time."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verifier.errors import WriteError
from verifier.files.lock import Held, locked
from verifier.files.output_folder import RESULT, RUNNING
from verifier.files.system import reason_of
from verifier.files.whole import replace_patiently, sweep, sync_folder, write_whole

_DRAFT = ".writing-"
_DONE = ".written"
"""outputs that are whole and on the disk, but not yet in their places: whoever opens the folder next puts them there"""

_GONE = ".gone"
"""in it, the names of those that are to be there no more"""


@contextmanager
def whole_folder(
    out: Path, names: Collection[str], patience: float = 0.0, *, gone: Collection[str] = ()
) -> Iterator[Path]:
    """A folder to build outputs in; they are put into `out` when the block has ended, or nothing is.

    `names`: of all files that must have been built; `gone`: of those that are to be there no more; `patience`: seconds
    to wait for another run that writes there. What else lies in `out` stays. Raises WriteError as `alone` does.
    """
    with alone(out, patience):
        _put_in_place(out)
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=out))
        try:
            yield draft
            _checked(draft, names)
            _refuse_held(out, {*names, *gone})
            if gone:
                write_whole(draft / _GONE, "\n".join(sorted(gone)).encode(), lasting=True)
            draft.rename(out / _DONE)
            sync_folder(out)
            _put_in_place(out)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def alone(out: Path, patience: float = 0.0) -> Iterator[None]:
    """The one run that writes into a folder, which is made; what runs left there that were ended from outside goes.

    Raises WriteError when the place can't be written, or while another run writes there.
    """
    made = not out.exists()
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(out, patience):
            _sweep(out)
            yield
    except OSError as fault:
        raise _unwritable(out, fault) from fault
    finally:
        if made:
            with suppress(OSError):  # it stays where anything was written
                out.rmdir()


def refuse_running(out: Path) -> None:
    """Raises WriteError while a run writes into a folder; what one has left that was ended is none."""
    if not (out / RUNNING).exists():
        return
    try:
        with locked(out / RUNNING):
            return
    except Held as fault:
        raise WriteError(f"另一次核验正在往「{out}」写结果，请等它结束后再试。") from fault
    except OSError:  # on what is read only nobody writes
        return


def put_in_place(out: Path) -> None:
    """What a run that was ended left whole goes to its place; nothing while another run writes there."""
    if not (out / _DONE).is_dir():
        return
    try:
        with _locked(out):
            _put_in_place(out)
    except WriteError:
        return
    except OSError as fault:
        raise _unwritable(out, fault) from fault


@contextmanager
def _locked(out: Path, patience: float = 0.0) -> Iterator[None]:
    try:
        with locked(out / RUNNING, patience):
            try:
                yield
            finally:
                _remove(out / RUNNING)
    except Held as fault:
        raise WriteError(f"另一次核验正在往「{out}」写结果，请等它结束，或换一个输出文件夹。") from fault


def _remove(path: Path) -> None:
    with suppress(OSError):  # the folder may be gone; Windows keeps what is open
        path.unlink()


def _put_in_place(out: Path) -> None:
    """`result.json` goes first and comes last: where it is, the folder is whole."""
    done = out / _DONE
    if not done.is_dir():
        return
    if (done / RESULT).exists():
        (out / RESULT).unlink(missing_ok=True)
    if (gone := done / _GONE).exists():
        for name in gone.read_text("utf-8").splitlines():
            (out / Path(name).name).unlink(missing_ok=True)
        gone.unlink()
    for each in sorted(done.iterdir(), key=lambda path: (path.name == RESULT, path.name)):
        target = out / each.name
        if each.is_dir() and target.is_dir():
            shutil.rmtree(target)
        replace_patiently(each, target)
    done.rmdir()
    sync_folder(out)


def _sweep(out: Path) -> None:
    """What runs left that were ended from outside; none of them is at work, since this one is alone."""
    for draft in out.glob(f"{_DRAFT}*/"):
        shutil.rmtree(draft, ignore_errors=True)
    sweep(out)


def _checked(draft: Path, names: Collection[str]) -> None:
    """All of it is there, and on the disk."""
    missing = sorted(name for name in names if not (draft / name).is_file())
    if missing:
        raise FileNotFoundError(2, "not built", str(draft / missing[0]))
    for folder, _, files in os.walk(draft):
        for name in files:
            _sync(Path(folder, name))
        sync_folder(Path(folder))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_held(out: Path, names: Collection[str]) -> None:
    """Windows refuses to replace what another program holds open: better before anything has moved."""
    if sys.platform != "win32":
        return
    for name in sorted(names):
        if (out / name).exists():
            with (out / name).open("r+b"):
                pass


def _unwritable(out: Path, fault: OSError) -> WriteError:
    at = Path(str(fault.filename)).name if fault.filename else ""
    named = f"（{at}）" if at and not at.startswith(".") else ""
    why = f"{reason_of(fault)}{named}。原有的结果没有动"
    return WriteError(f"无法在「{out}」写出结果：{why}；请检查磁盘空间和权限、关闭正在打开它的程序后重试。")
