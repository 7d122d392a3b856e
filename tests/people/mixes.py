"""Habits drawn from a seed: every table of a bundle comes from another hand."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.people.habits import DATES, HEADS, IDS, LEVELS, NAMES, NUMBERS, PLACES, Habits
from tests.people.layout import CODES
from tests.people.tables import PLACES as EMPLOYER_PLACES
from tests.people.writing import FORMS

JUNK = ("two rows", "blank", "repeated", "subtotals", "pages", "numbered", "total", "total by name", "maker", "note")
KEYS: Sequence[tuple[str, ...]] = (
    ("name", "resident_id", "student_number"),
    ("student_number", "name", "resident_id"),
    ("name", "resident_id"),
    ("name", "student_number"),
)
OPTIONS: Mapping[str, Sequence[object]] = {
    "headers": (*HEADS, "codes"),
    "names": tuple(NAMES),
    "ids": tuple(IDS),
    "numbers": tuple(NUMBERS),
    "dates": tuple(DATES),
    "levels": tuple(LEVELS),
    "places": tuple(PLACES),
    "title": ("row", "lines", "merged", "sheet", "none"),
    "shuffled": (False, True),
    "left_out": (False, True),
    "split": ("", "", "sheets", "files", "twice"),
    "by": ("college", "level", "campus"),
    "hidden": ("", "", "rows", "columns", "sheets"),
    "form": tuple(FORMS),
    "place": EMPLOYER_PLACES,
    "junk": tuple((each,) for each in JUNK),
    "beside": ((), *((name,) for name, _ in CODES)),
    "keys": KEYS,
}
"""of each habit its values"""
TABLES = 8
DESTROYED = ("scientific", "stored")
LOST = ("masked", *DESTROYED)


def single() -> list[tuple[str, Habits]]:
    """One messy habit at a time, in every table of a bundle."""
    plain = Habits()
    found = [
        (f"{name}: {value}", whole(replace(plain, **{name: value})))
        for name, values in OPTIONS.items()
        for value in dict.fromkeys(values)
        if value != getattr(plain, name)
    ]
    return [*found, ("files: neutral", replace(plain, files="neutral")), ("files: one", replace(plain, files="one"))]


def mixed(seed: int) -> tuple[Habits, ...]:
    """Habits for each table of a bundle. Over a few seeds in a row, each value of each habit comes up."""
    files = ("telling", "neutral", "one")[seed % 3]
    first = KEYS[seed // 3 % len(KEYS)]
    found: list[Habits] = []
    for table in range(TABLES):
        rng = random.Random(seed * TABLES + table)
        drawn = {name: _drawn(values, seed * TABLES + table, name) for name, values in OPTIONS.items()}
        drawn["junk"] = tuple(rng.sample(JUNK, rng.randrange(4))) + drawn["junk"]
        drawn["beside"] = tuple(dict.fromkeys((*drawn["beside"], rng.choice(CODES)[0])))
        drawn["keys"] = first if len(first) == 2 else rng.choice(KEYS) if table > 4 else rng.choice(KEYS[:2])
        if files == "one":
            drawn |= {"form": "xlsx", "split": "sheets" if drawn["split"] == "sheets" else ""}
        found.append(whole(Habits(files=files, **drawn)))
    if any(each.ids in DESTROYED for each in found):  # who is told by an ID alone is found nowhere then
        found = [each if "student_number" in each.keys else replace(each, keys=KEYS[0]) for each in found]
    return tuple(found)


def whole(habits: Habits) -> Habits:
    """IDs that lost their tail are no key: there a school number stands beside them."""
    if habits.ids in LOST and "student_number" not in habits.keys:
        return replace(habits, ids="usual")
    return habits


def _drawn(values: Sequence[object], number: int, name: str) -> object:
    """Each value once before one comes again, in another order for each habit."""
    cycle, at = divmod(number, len(values))
    return random.Random(f"{name}{cycle}").sample(list(values), len(values))[at]
