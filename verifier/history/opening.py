"""A history opened: that of a folder, with the outputs below it, or that of a database which machines share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.errors import UsageError
from verifier.files.output_folder import EVIDENCE
from verifier.history import postgres, sqlite
from verifier.history.memory import Memory
from verifier.history.places import KEY, Home, Server
from verifier.history.sqlite import holds_history, opened_for_now, opened_to_read
from verifier.history.store import CannotWrite
from verifier.record import UnreadableRecord

Told = Callable[[str], None]


@contextmanager
def history_of(place: Path | Server, cells: Collection[str], own: Path | None, tell: Told) -> Iterator[Memory]:
    """The history of a server, or of a folder with all outputs of earlier runs below it. One begins in what is empty.

    `cells`: those whose pictures and certificates are kept; `own`: as `Memory` has it; `tell`: is told in Chinese
    what was not taken in, or that nothing can be kept. Raises UsageError where there are no earlier runs, as `Memory`.
    """
    if isinstance(place, Server):
        memory = _shared(place, own, tell)
        outputs: tuple[Path, ...] = ()
    else:
        outputs = tuple(sorted(_outputs(place)))
        if not outputs and not holds_history(place) and not _is_empty(place):
            raise UsageError(
                f"“{place}”里没有以往的核验结果，请给出存放各次输出文件夹的位置；要新建历史库，请给出一个空文件夹"
            )
        memory, takes_in = _of_folder(place, own, tell)
        outputs = outputs if takes_in else ()
    try:
        _take_in(memory, outputs, cells, False, tell)
        yield memory
    finally:
        memory.close()


@contextmanager
def asked_only(place: Path | Server, own: Path | None) -> Iterator[Memory]:
    """The history as it is, by many processes at once, none of which changes it; `own`: as `Memory` has it.

    Raises UsageError where there is none, as `Memory`.
    """
    if isinstance(place, Server):
        memory = _shared(place, own, lambda _: None, begins=False)
    elif holds_history(place):
        memory = Memory(Home(place), *opened_to_read(place), False, own)
    else:
        raise UsageError(f"“{place}”里没有历史库，也不能写入；请把它放在能写入的共用存储上")
    try:
        yield memory
    finally:
        memory.close()


@contextmanager
def kept_in(place: Path | Server) -> Iterator[Memory]:
    """The history of a server or folder as it is. Raises UsageError where there is none, as `Memory`, WriteError where
    it can't be changed."""
    memory = _kept_on_server(place) if isinstance(place, Server) else _kept_in_folder(place)
    try:
        yield memory
    finally:
        memory.close()


def taken_in(place: Path | Server, folder: Path, cells: Collection[str], tell: Told) -> int:
    """Takes all outputs below a folder into a history, which may begin so; how many were new.

    They are kept side by side as in the folder. Raises UsageError for a folder without any, as `history_of`.
    """
    # the oldest first, as they would have come by themselves
    outputs = sorted(_outputs(folder), key=lambda each: ((each / EVIDENCE).stat().st_mtime_ns, each))
    if not outputs:
        raise UsageError(f"“{folder}”里没有以往的核验结果，请给出存放各次输出文件夹的位置")
    with history_of(place, cells, None, tell) as memory:
        if not memory.lasts:
            raise UsageError(f"历史库“{place}”不能写入，没有收入任何结果；请检查权限后重新运行")
        return _take_in(memory, outputs, cells, True, tell)


def _take_in(memory: Memory, outputs: Collection[Path], cells: Collection[str], stays: bool, tell: Told) -> int:
    new = 0
    for output in outputs:
        try:
            new += memory.take_in(output, cells, stays)
        except UnreadableRecord as fault:
            tell(f"以往的结果文件夹“{output.name}”没有比对：{fault}")
    return new


def _shared(server: Server, own: Path | None, tell: Told, begins: bool = True) -> Memory:
    store, key, lasts = postgres.opened(server, tell, begins)
    if not lasts:
        tell(f"历史库“{server}”只能查询（没有写入的权限，或服务器是只读的），这次核验的结果不会存入")
    return Memory(Home(None), store, key, lasts, own)


def _of_folder(folder: Path, own: Path | None, tell: Told) -> tuple[Memory, bool]:
    """The history, and whether anything can be put in, be it for this run alone."""
    try:
        return Memory(Home(folder), *sqlite.opened(folder), True, own), True
    except CannotWrite as fault:
        tell(f"“{folder}”不能写入（{fault}），这次核验的结果不会存入历史库")
    if holds_history(folder):
        return Memory(Home(folder), *opened_to_read(folder), False, own), False
    return Memory(Home(folder), *opened_for_now(), False, own), True


def _kept_on_server(server: Server) -> Memory:
    return _shared(server, None, lambda _: None, begins=False)


def _kept_in_folder(folder: Path) -> Memory:
    if not holds_history(folder):
        raise UsageError(f"“{folder}”里没有历史库；用 --history 给出这个文件夹核验一次，就会建立")
    try:
        return Memory(Home(folder), *sqlite.opened(folder), True, None)
    except CannotWrite:
        return Memory(Home(folder), *opened_to_read(folder), False, None)


def _is_empty(folder: Path) -> bool:
    """But for the key of a database that was moved away, and what systems put into folders."""
    return folder.is_dir() and all(each.name == KEY or each.name.startswith(".") for each in folder.iterdir())


def _outputs(folder: Path) -> Iterator[Path]:
    """The output folders below it, but for what is being written."""
    for path in folder.rglob(EVIDENCE):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path.parent
