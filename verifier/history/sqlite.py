"""The database as a file in a folder.

Its journal is the one that SQLite has by default: the folder may lie on a share, where the newer one does not work, and
what is deleted is gone with the journal.
"""

from __future__ import annotations

import os
import sqlite3
import urllib.parse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from verifier.errors import UsageError, VerifierError, WriteError
from verifier.files.system import reason_of
from verifier.history.places import key_of
from verifier.history.schema import checked, create, prepared
from verifier.history.store import WAIT, CannotWrite

FILE = "history.sqlite"
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REFUSED = {
    sqlite3.SQLITE_FULL: "磁盘已满",
    sqlite3.SQLITE_READONLY: "没有权限，或磁盘是只读的",
    sqlite3.SQLITE_PERM: "没有权限",
    sqlite3.SQLITE_CANTOPEN: "打不开，或没有权限",
    sqlite3.SQLITE_IOERR: "所在的磁盘、移动盘或网络位置读写出错",
}


class Sqlite:
    """As `Store`."""

    NUMBERS: ClassVar[str] = "(SELECT value FROM json_each(?))"
    TEXTS: ClassVar[str] = NUMBERS

    def __init__(self, path: Path, address: str | None = None) -> None:
        """`address`: as SQLite has it, where that is not the path alone."""
        self._path = path
        with self.told():
            self._file = sqlite3.connect(address or path, uri=bool(address), timeout=WAIT, isolation_level=None)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        return self._file.execute(statement, tuple(values)).fetchall()

    def put(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        self._file.executemany(statement, rows)

    @contextmanager
    def changing(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise

    @contextmanager
    def told(self) -> Iterator[None]:
        try:
            yield
        except VerifierError:
            raise
        except sqlite3.Error as fault:
            code = (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF
            if code in _BUSY:
                raise WriteError(f"另一个程序一直占用着历史库“{self._path}”，请等它结束后重新运行。") from fault
            if code in _REFUSED:
                raise WriteError(f"历史库“{self._path}”不能读写：{_REFUSED[code]}。已有的内容没有动。") from fault
            raise self._damaged() from fault
        except (ValueError, TypeError) as fault:  # what stands in it makes no sense
            raise self._damaged() from fault

    def _damaged(self) -> UsageError:
        return UsageError(
            f"历史库“{self._path}”损坏，读不出来，没有改动它；请用备份换回，"
            "或把它移到别处后重新运行，届时从这个文件夹里以往的核验结果重新建立。"
        )

    def version(self) -> int:
        return int(self.rows("PRAGMA user_version")[0][0])

    def migrate(self, statements: Iterable[str], version: int) -> None:
        for statement in statements:
            self._file.execute(statement)
        self._file.execute(f"PRAGMA user_version = {version}")

    def close(self) -> None:
        self._file.close()


def holds_history(folder: Path) -> bool:
    """Whether a database lies there."""
    return (folder / FILE).is_file()


def opened(folder: Path) -> tuple[Sqlite, bytes]:
    """The database of a folder in its newest form, made when there is none, and the key that lies beside it.

    Raises UsageError for one that is damaged, newer than this program or without its key, CannotWrite where nothing
    can be written, WriteError while another program holds it too long.
    """
    path = folder / FILE
    _refuse_unwritable(path)
    store = Sqlite(path)
    try:
        with store.told():
            store.rows("PRAGMA foreign_keys = ON")
            store.rows("PRAGMA secure_delete = ON")
            return store, prepared(store, str(path), key_of(folder))
    except BaseException:
        store.close()
        raise


def _refuse_unwritable(path: Path) -> None:
    if not all(os.access(each, os.W_OK) for each in (path.parent, path) if each.exists()):
        raise CannotWrite("没有权限，或磁盘是只读的")
    try:
        path.touch(mode=0o600)
    except OSError as fault:
        raise CannotWrite(reason_of(fault)) from fault


def opened_to_read(folder: Path) -> tuple[Sqlite, bytes]:
    """As `opened`, of one that lies there in its newest form, without a change to it."""
    path = folder / FILE
    store = Sqlite(path, f"file:{urllib.parse.quote(os.fspath(path.resolve()))}?mode=ro")
    try:
        with store.told():
            return store, checked(store, str(path), key_of(folder))
    except BaseException:
        store.close()
        raise


def opened_for_now() -> tuple[Sqlite, bytes]:
    """An empty one that is gone when it is closed."""
    store = Sqlite(Path(":memory:"))
    store.rows("PRAGMA foreign_keys = ON")
    with store.changing():
        create(store)
    return store, os.urandom(32)
