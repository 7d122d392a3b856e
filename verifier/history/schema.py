"""The tables of a history, brought to their newest form, and the key to which they were made."""

from __future__ import annotations

from pathlib import Path

from verifier.errors import UsageError
from verifier.history.keys import keyed, new_key, stored_key
from verifier.history.store import Store

MIGRATIONS: tuple[tuple[str, ...], ...] = (
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
"""from each version of the form to the next; the number of those that were taken is kept in the database"""
_CHECK = "key"
"""under which `about` keeps what tells whether the key is still the one that it was"""


def prepared(store: Store, name: str, place: Path) -> bytes:
    """The key of a database that is brought to its newest form, and made where there is nothing yet.

    `name`: as people are told of it; `place`: of the key file. Raises UsageError as `checked`, WriteError for a key
    that can't be written.
    """
    if store.version() < len(MIGRATIONS):
        with store.changing():
            _migrate(store, place)
    return checked(store, name, place)


def _migrate(store: Store, place: Path) -> None:
    """The steps that are missing; another process may have taken them meanwhile."""
    first = store.version()
    if first == 0:
        key = stored_key(place) or new_key(place)
        create(store)
        store.rows("INSERT INTO about VALUES (?, ?)", (_CHECK, keyed(key, _CHECK)))
    elif first < len(MIGRATIONS):
        _take_steps(store, first)


def create(store: Store) -> None:
    """All tables, in a database that has none."""
    _take_steps(store, 0)


def _take_steps(store: Store, first: int) -> None:
    store.migrate((statement for step in MIGRATIONS[first:] for statement in step), len(MIGRATIONS))


def checked(store: Store, name: str, place: Path) -> bytes:
    """The key, when it and the form are what they have to be. Raises UsageError."""
    if store.version() != len(MIGRATIONS):
        raise UsageError(f"历史库“{name}”是另一版本的程序写的，请用那一版程序，或换一个历史库。")
    rows = store.rows("SELECT value FROM about WHERE name = ?", (_CHECK,))
    key = stored_key(place)
    if not rows or key is None or keyed(key, _CHECK) != rows[0][0]:
        raise UsageError(
            f"历史库“{name}”的密钥文件“{place}”不在，或不是原来的那一个，人员无法比对；"
            "请把原来的密钥文件（备份的，或共用这个历史库的其他机器上的）放到这个位置。"
        )
    return key
