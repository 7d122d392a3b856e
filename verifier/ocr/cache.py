"""Readings of earlier runs, by the content of the picture and the engine that read it: what stands there is plain text.

Beside them lies, as bytes, what else follows from the content of papers alone.

It lies in the user's own folder, for nobody else; what was not asked for in two years goes, and of a large store what
was not asked for the longest.
"""

from __future__ import annotations

import hashlib
import json
import logging
import random
import sqlite3
import time
from datetime import date
from pathlib import Path
from types import TracebackType

from verifier.ocr.engine import Engine, OcrLine, Reading

log = logging.getLogger(__name__)

FILE = "ocr.sqlite3"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS used (key TEXT PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID",
)
"""beside each reading the day on which it was last asked for"""
WAIT = 30
"""seconds to wait for another process that writes"""
MOST_BYTES, KEPT_DAYS = 1 << 30, 2 * 365
OPENED, MOST_OPENED = "papers.sqlite3", 1 << 29
"""a file of its own for what papers held, which is far larger: it shall push no reading out"""
_SPARED = 0.8
"""share of the readings that stay of a store that has grown too large"""
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OLDEST = """DELETE FROM readings WHERE key IN (
    SELECT key FROM readings JOIN used USING (key) WHERE day < ? ORDER BY day
    LIMIT (SELECT CAST(COUNT(*) * ? AS INTEGER) FROM readings))"""

_UNKNOWN = "DELETE FROM used WHERE key NOT IN (SELECT key FROM readings)"


class Cache:
    """A folder with readings. Several processes may share it; one that is broken is made anew, or done without.

    One thread at a time may use it. `file`, `most`: its name there, and the bytes beyond which the oldest go.
    """

    def __init__(self, folder: Path, file: str = FILE, most: int = MOST_BYTES) -> None:
        self._path = folder / file
        self._most = most
        self._today = date.today().toordinal()
        self._store: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._store = self._opened()
        except OSError as fault:
            log.warning("the cache %s can't be used: %s", folder, type(fault).__name__)
        except sqlite3.DatabaseError as fault:
            self._mend(fault)

    def get(self, key: str) -> Reading | None:
        """The reading stored under a key, None when there is none."""
        stored = self._kept(key)
        try:
            return _reading(stored) if isinstance(stored, str) else None
        except (ValueError, TypeError, KeyError) as fault:
            log.warning("a cached reading makes no sense: %s", fault)
        return None

    def put(self, key: str, reading: Reading) -> None:
        """Store a reading; a cache that can't be written is left as it is."""
        self._keep(key, _text(reading))

    def bytes_of(self, key: str) -> bytes | None:
        """The bytes stored under a key, None when there are none."""
        stored = self._kept(key)
        return stored if isinstance(stored, bytes) else None

    def put_bytes(self, key: str, data: bytes) -> None:
        """Store bytes, as `put` does a reading."""
        self._keep(key, data)

    def _kept(self, key: str) -> object:
        if self._store is None:
            return None
        try:
            row = self._store.execute(
                "SELECT reading, day FROM readings LEFT JOIN used USING (key) WHERE key = ?", (key,)
            ).fetchone()
            if row and row[1] != self._today:
                self._touch(key)
            return row[0] if row else None
        except sqlite3.DatabaseError as fault:
            self._mend(fault)
        return None

    def _keep(self, key: str, stored: str | bytes) -> None:
        if self._store is None:
            return
        try:
            with self._store:
                self._store.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, stored))
                self._store.execute("INSERT OR REPLACE INTO used VALUES (?, ?)", (key, self._today))
        except sqlite3.DatabaseError as fault:
            self._mend(fault)

    @property
    def room(self) -> int:
        """Bytes that may still be stored before it grows too large."""
        try:
            return self._most - _size(self._store) if self._store is not None else 0
        except sqlite3.DatabaseError:
            return 0

    def make_room(self) -> None:
        """The oldest goes, of what was not asked for today."""
        if self._store is not None:
            try:
                with self._store:
                    self._store.execute(_OLDEST, (self._today, 1 - _SPARED))
                    self._store.execute(_UNKNOWN)
            except sqlite3.DatabaseError as fault:
                self._mend(fault)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _opened(self) -> sqlite3.Connection:
        self._path.touch(mode=0o600)
        store = sqlite3.connect(self._path, timeout=WAIT, check_same_thread=False)
        try:
            _in_turn(store, "PRAGMA journal_mode=WAL")
            store.execute("PRAGMA synchronous=NORMAL")
            for table in _TABLES:
                store.execute(table)
            store.execute("SELECT key, reading FROM readings LIMIT 1").fetchone()
            if store.execute("PRAGMA user_version").fetchone()[0] != self._today:
                self._tidy(store)
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _tidy(self, store: sqlite3.Connection) -> None:
        """Once a day what is old goes, and the oldest of a store that has grown too large."""
        size = _size(store)
        with store:
            store.execute("INSERT OR IGNORE INTO used SELECT key, ? FROM readings", (self._today,))
            store.execute(
                "DELETE FROM readings WHERE key IN (SELECT key FROM used WHERE day < ?)", (self._today - KEPT_DAYS,)
            )
            if size > self._most:
                store.execute(_OLDEST, (self._today, 1 - _SPARED))
            store.execute(_UNKNOWN)
            store.execute(f"PRAGMA user_version={self._today}")

    def _touch(self, key: str) -> None:
        assert self._store is not None
        with self._store:
            self._store.execute("INSERT OR REPLACE INTO used VALUES (?, ?)", (key, self._today))

    def _mend(self, fault: sqlite3.DatabaseError) -> None:
        """A store that is damaged starts anew; one that is only held by another process is done without for now."""
        if fault.sqlite_errorcode & 0xFF not in _BROKEN:
            log.warning("the cache can't be used now: %s", fault)
            return
        log.warning("the cache is broken and starts anew: %s", fault)
        self.close()
        try:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            self._store = self._opened()
        except (OSError, sqlite3.Error) as again:
            log.warning("the cache can't be used: %s", again)


def _size(store: sqlite3.Connection) -> int:
    """Bytes in use: what was deleted leaves pages that are filled again before the file grows."""
    told = ("page_count", "freelist_count", "page_size")
    pages, free, size = (int(store.execute(f"PRAGMA {each}").fetchone()[0]) for each in told)
    return (pages - free) * size


def _in_turn(store: sqlite3.Connection, command: str) -> None:
    """SQLite does not wait for others where it changes the journal: tried again as long as it would wait elsewhere."""
    last = time.monotonic() + WAIT
    while True:
        try:
            store.execute(command)
            return
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(random.uniform(0.01, 0.1))


def key_of(picture: bytes, engine: Engine) -> str:
    """The key of a picture's bytes as this engine reads them."""
    content = hashlib.sha256(picture).hexdigest()
    asked = "\n".join((content, engine.name, engine.version, engine.settings))
    return hashlib.sha256(asked.encode()).hexdigest()


def _text(reading: Reading) -> str:
    lines = [[line.text, list(line.box), line.confidence] for line in reading.lines]
    stored = {"turn": reading.turn, "lines": lines, "unread": reading.unread}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def _reading(text: str) -> Reading:
    stored = json.loads(text)
    lines = tuple(
        OcrLine(str(line), (int(left), int(top), int(right), int(bottom)), float(sure))
        for line, (left, top, right, bottom), sure in stored["lines"]
    )
    unread = tuple((int(left), int(top), int(right), int(bottom)) for left, top, right, bottom in stored["unread"])
    return Reading(int(stored["turn"]), lines, unread)
