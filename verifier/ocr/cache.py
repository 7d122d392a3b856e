"""What an engine read, kept by the picture's content, the engine and its settings."""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from pathlib import Path

from verifier.ocr.engine import OcrLine, Reading

log = logging.getLogger(__name__)

FILE = "ocr.sqlite3"


class Cache:
    """A folder with one SQLite file; several processes may use it. A broken file is begun anew."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError:
            log.warning("the cache of readings was damaged and is begun anew")
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(FILE + ending).unlink(missing_ok=True)
            self._open()

    def _open(self) -> None:
        self._base = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, value TEXT NOT NULL)")

    def get(self, key: str) -> Reading | None:
        """The reading kept under a key, or None."""
        row = self._base.execute("SELECT value FROM reading WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            turn, lines = json.loads(row[0])
            return Reading(turn, tuple(OcrLine(text, (a, b, c, d), sure) for text, (a, b, c, d), sure in lines))
        except (ValueError, TypeError):
            return None

    def put(self, key: str, reading: Reading) -> None:
        """Keep a reading."""
        value = json.dumps([reading.turn, [[line.text, line.box, line.confidence] for line in reading.lines]])
        self._base.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def key_of(picture: bytes, engine: str, version: str, settings: str) -> str:
    """The key of a picture's bytes as read by an engine."""
    digest = hashlib.sha256()
    for part in (engine.encode(), version.encode(), settings.encode(), picture):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()
