"""The database as a file: opened, brought to the newest form, changed as a whole, and what is said when it fails.

Its journal is the one that SQLite has by default: the folder may lie on a share, where the newer one does not work, and
what is deleted is gone with the journal.
"""

from __future__ import annotations

import os
import sqlite3
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.errors import UsageError, VerifierError, WriteError
from verifier.files.system import reason_of
from verifier.history.keys import keyed, new_key, stored_key

FILE = "history.sqlite"
WAIT = 60
"""seconds to wait for another process that writes"""
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL UNIQUE,
            within INTEGER NOT NULL,
            size INTEGER NOT NULL,
            written INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            school TEXT,
            year INTEGER,
            name TEXT NOT NULL,
            at TEXT NOT NULL,
            rules TEXT,
            rules_sha256 TEXT,
            low NUMERIC,
            proposed NUMERIC,
            high NUMERIC,
            grade TEXT)""",
        "CREATE INDEX runs_by_content ON runs (sha256)",
        "CREATE INDEX runs_by_school ON runs (school, year)",
        """CREATE TABLE points (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            row INTEGER NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('cell', 'group')),
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            low NUMERIC NOT NULL,
            proposed NUMERIC NOT NULL,
            high NUMERIC NOT NULL,
            without_papers INTEGER NOT NULL,
            PRIMARY KEY (run, part, row)) WITHOUT ROWID""",
        """CREATE TABLE measures (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            low TEXT,
            proposed TEXT,
            high TEXT,
            PRIMARY KEY (run, id)) WITHOUT ROWID""",
        """CREATE TABLE rates (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            numerator TEXT NOT NULL,
            denominator TEXT NOT NULL,
            PRIMARY KEY (run, id)) WITHOUT ROWID""",
        """CREATE TABLE shown (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            people INTEGER NOT NULL,
            phash INTEGER,
            marks BLOB NOT NULL,
            sha256 TEXT NOT NULL,
            path TEXT NOT NULL,
            told TEXT NOT NULL)""",
        "CREATE INDEX shown_by_run ON shown (run)",
        "CREATE INDEX shown_by_content ON shown (sha256)",
        "CREATE TABLE sketches (id INTEGER PRIMARY KEY REFERENCES shown (id) ON DELETE CASCADE, sketch BLOB NOT NULL)",
    ),
)
"""from each version of the form to the next; the number of those that were taken is the database's `user_version`"""
_CHECK = "key"
"""under which `about` keeps what tells whether the key is still the one that it was"""
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REFUSED = {
    sqlite3.SQLITE_FULL: "磁盘已满",
    sqlite3.SQLITE_READONLY: "没有权限，或磁盘是只读的",
    sqlite3.SQLITE_PERM: "没有权限",
    sqlite3.SQLITE_CANTOPEN: "打不开，或没有权限",
    sqlite3.SQLITE_IOERR: "所在的磁盘、移动盘或网络位置读写出错",
}


class CannotWrite(Exception):
    """The folder does not take a file."""


def holds_history(folder: Path) -> bool:
    """Whether a database lies there."""
    return (folder / FILE).is_file()


def opened(folder: Path) -> tuple[sqlite3.Connection, bytes]:
    """The database of a folder in its newest form, made when there is none, and the key that lies beside it.

    Raises UsageError for one that is damaged, newer than this program or without its key, CannotWrite where nothing
    can be written, WriteError while another program holds it too long.
    """
    path = folder / FILE
    _refuse_unwritable(path)
    with told(folder):
        store = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            store.execute("PRAGMA foreign_keys = ON")
            store.execute("PRAGMA secure_delete = ON")
            if _version(store) < len(_MIGRATIONS):
                with changing(store):
                    _migrate(store, folder)
            return store, _checked(store, folder)
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


def opened_to_read(folder: Path) -> tuple[sqlite3.Connection, bytes]:
    """As `opened`, of one that lies there in its newest form, without a change to it."""
    with told(folder):
        address = f"file:{urllib.parse.quote(os.fspath((folder / FILE).resolve()))}?mode=ro"
        store = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
        try:
            return store, _checked(store, folder)
        except BaseException:
            store.close()
            raise


def opened_for_now() -> tuple[sqlite3.Connection, bytes]:
    """An empty one that is gone when it is closed."""
    store = sqlite3.connect("", isolation_level=None)
    store.execute("PRAGMA foreign_keys = ON")
    with changing(store):
        _create(store)
    return store, os.urandom(32)


@contextmanager
def changing(store: sqlite3.Connection) -> Iterator[None]:
    """All that is done within, or nothing of it; one process at a time."""
    store.execute("BEGIN IMMEDIATE")
    try:
        yield
        store.execute("COMMIT")
    except BaseException:
        if store.in_transaction:
            store.execute("ROLLBACK")
        raise


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What the database says when it fails, as a sentence for people."""
    path = folder / FILE
    try:
        yield
    except VerifierError:
        raise
    except sqlite3.Error as fault:
        code = (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF
        if code in _BUSY:
            raise WriteError(f"另一个程序一直占用着历史库“{path}”，请等它结束后重新运行。") from fault
        if code in _REFUSED:
            raise WriteError(f"历史库“{path}”不能读写：{_REFUSED[code]}。已有的内容没有动。") from fault
        raise _damaged(path) from fault
    except (ValueError, TypeError) as fault:  # what stands in it makes no sense
        raise _damaged(path) from fault


def _damaged(path: Path) -> UsageError:
    return UsageError(
        f"历史库“{path}”损坏，读不出来，没有改动它；请用备份换回，"
        "或把它移到别处后重新运行，届时从这个文件夹里以往的核验结果重新建立。"
    )


def _version(store: sqlite3.Connection) -> int:
    return int(store.execute("PRAGMA user_version").fetchone()[0])


def _migrate(store: sqlite3.Connection, folder: Path) -> None:
    """The steps that are missing; another process may have taken them meanwhile."""
    first = _version(store)
    if first == 0:
        key = stored_key(folder) or new_key(folder)
        _create(store)
        store.execute("INSERT INTO about VALUES (?, ?)", (_CHECK, keyed(key, _CHECK)))
    else:
        _take_steps(store, first)


def _create(store: sqlite3.Connection) -> None:
    _take_steps(store, 0)


def _take_steps(store: sqlite3.Connection, first: int) -> None:
    for step in _MIGRATIONS[first:]:
        for statement in step:
            store.execute(statement)
    store.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")


def _checked(store: sqlite3.Connection, folder: Path) -> bytes:
    """The key, when it and the form are what they have to be."""
    if _version(store) != len(_MIGRATIONS):
        raise UsageError(f"历史库“{folder / FILE}”是另一版本的程序写的，请用那一版程序，或换一个文件夹。")
    row = store.execute("SELECT value FROM about WHERE name = ?", (_CHECK,)).fetchone()
    key = stored_key(folder)
    if row is None or key is None or keyed(key, _CHECK) != row[0]:
        raise UsageError(
            f"历史库“{folder / FILE}”的密钥文件不在，或不是原来的那一个，人员无法比对；请把备份的密钥文件放回原处。"
        )
    return key
