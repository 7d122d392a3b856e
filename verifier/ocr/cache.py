"""Readings of earlier runs, by the content of the picture and the engine that read it."""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from pathlib import Path
from types import TracebackType

from verifier.ocr.engine import Engine, OcrLine, Reading

log = logging.getLogger(__name__)

FILE = "ocr.sqlite3"
_TABLE = "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID"
WAIT = 30
"""seconds to wait for another process that writes"""


class Cache:
    """A folder with readings. Several processes may share it; one that is broken is made anew, or done without."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._store: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._store = self._opened()
        except OSError as fault:
            log.warning("the cache %s can't be used: %s", folder, fault)
        except sqlite3.DatabaseError as fault:
            self._start_anew(fault)

    def get(self, key: str) -> Reading | None:
        """The reading stored under a key, None when there is none."""
        if self._store is None:
            return None
        try:
            row = self._store.execute("SELECT reading FROM readings WHERE key = ?", (key,)).fetchone()
            return _reading(row[0]) if row else None
        except sqlite3.OperationalError as fault:
            log.warning("the cache can't be read: %s", fault)
        except sqlite3.DatabaseError as fault:
            self._start_anew(fault)
        except (ValueError, TypeError, KeyError) as fault:
            log.warning("a cached reading makes no sense: %s", fault)
        return None

    def put(self, key: str, reading: Reading) -> None:
        """Store a reading; a cache that can't be written is left as it is."""
        if self._store is None:
            return
        try:
            with self._store:
                self._store.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, _text(reading)))
        except sqlite3.OperationalError as fault:
            log.warning("the cache can't be written: %s", fault)
        except sqlite3.DatabaseError as fault:
            self._start_anew(fault)

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
        store = sqlite3.connect(self._path, timeout=WAIT)
        try:
            store.execute("PRAGMA journal_mode=WAL")
            store.execute("PRAGMA synchronous=NORMAL")
            store.execute(_TABLE)
            store.execute("SELECT key, reading FROM readings LIMIT 1").fetchone()
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _start_anew(self, fault: sqlite3.DatabaseError) -> None:
        log.warning("the cache is broken and starts anew: %s", fault)
        self.close()
        try:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            self._store = self._opened()
        except (OSError, sqlite3.Error) as again:
            log.warning("the cache can't be used: %s", again)


def key_of(picture: bytes, engine: Engine) -> str:
    """The key of a picture's bytes as this engine reads them."""
    content = hashlib.sha256(picture).hexdigest()
    asked = "\n".join((content, engine.name, engine.version, engine.settings))
    return hashlib.sha256(asked.encode()).hexdigest()


def _text(reading: Reading) -> str:
    lines = [[line.text, list(line.box), line.confidence] for line in reading.lines]
    return json.dumps({"turn": reading.turn, "lines": lines}, ensure_ascii=False, separators=(",", ":"))


def _reading(text: str) -> Reading:
    stored = json.loads(text)
    lines = tuple(
        OcrLine(str(line), (int(left), int(top), int(right), int(bottom)), float(sure))
        for line, (left, top, right, bottom), sure in stored["lines"]
    )
    return Reading(int(stored["turn"]), lines)
