"""What a run counted, as exact numbers in text: the year after may be measured by it."""

from __future__ import annotations

from fractions import Fraction

from verifier.history.store import Store
from verifier.model import Earlier

_LAST = """SELECT id, name FROM runs WHERE school = ? AND year = ? AND proposed IS NOT NULL
    ORDER BY at DESC, id DESC LIMIT 1"""


def put_counted(store: Store, run: int, counted: Earlier) -> None:
    """Of a run."""
    measures = ((run, id_, *map(_text, three)) for id_, three in counted.measures.items())
    store.put("INSERT INTO measures VALUES (?, ?, ?, ?, ?)", measures)
    rates = ((run, id_, *map(_text, both)) for id_, both in counted.rates.items())
    store.put("INSERT INTO rates VALUES (?, ?, ?, ?)", rates)


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _number(kept: str | None) -> Fraction | None:
    return None if kept is None else Fraction(kept)


def counted(store: Store, school: str, year: int) -> tuple[str, Earlier] | None:
    """The name of the last run of a school's year whose points are known, and what it counted."""
    last = store.rows(_LAST, (school, year))
    if not last:
        return None
    ((run, name),) = last
    measures = store.rows("SELECT id, low, proposed, high FROM measures WHERE run = ? ORDER BY id", (run,))
    rates = store.rows("SELECT id, numerator, denominator FROM rates WHERE run = ? ORDER BY id", (run,))
    told = Earlier(
        school,
        year,
        {id_: tuple(map(_number, three)) for id_, *three in measures},
        {id_: (Fraction(above), Fraction(below)) for id_, above, below in rates},
    )
    return str(name), told
