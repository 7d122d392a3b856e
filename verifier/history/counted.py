"""What a run counted, as exact numbers in text: the year after may be measured by it."""

from __future__ import annotations

import sqlite3
from fractions import Fraction

from verifier.model import Earlier

_LAST = "SELECT id, name FROM runs WHERE school = ? AND year = ? AND proposed IS NOT NULL ORDER BY at DESC, id DESC"


def put_counted(store: sqlite3.Connection, run: int, counted: Earlier) -> None:
    """Of a run."""
    measures = ((run, id_, *map(_text, three)) for id_, three in counted.measures.items())
    store.executemany("INSERT INTO measures VALUES (?, ?, ?, ?, ?)", measures)
    rates = ((run, id_, *map(_text, both)) for id_, both in counted.rates.items())
    store.executemany("INSERT INTO rates VALUES (?, ?, ?, ?)", rates)


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _number(kept: str | None) -> Fraction | None:
    return None if kept is None else Fraction(kept)


def counted(store: sqlite3.Connection, school: str, year: int) -> tuple[str, Earlier] | None:
    """The name of the last run of a school's year whose points are known, and what it counted."""
    chosen = (
        "SELECT id, name FROM runs WHERE school = ? AND year = ? AND proposed IS NOT NULL ORDER BY at DESC, id DESC"
    )
    row = store.execute(chosen, (school, year)).fetchone()
    if row is None:
        return None
    run, name = row
    measures = store.execute(
        "SELECT id, low, proposed, high FROM measures WHERE run = ? ORDER BY id", (run,)
    ).fetchall()
    rates = store.execute("SELECT id, numerator, denominator FROM rates WHERE run = ? ORDER BY id", (run,)).fetchall()
    told = Earlier(
        school,
        year,
        {id_: tuple(map(_number, three)) for id_, *three in measures},
        {id_: (Fraction(above), Fraction(below)) for id_, above, below in rates},
    )
    return str(name), told
