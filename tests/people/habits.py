"""How schools write a table down: the words over the columns, the forms of values, what else stands in a sheet."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.people.tables import HEADERS, Record, Roll, Value

Cell = str | int | float | date
"""of a workbook: text, a stored number, a day"""
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Habits:
    """The plain ones: a workbook of one sheet, a title, one header row, each value in its usual form."""

    headers: str = "usual"
    names: str = "usual"
    ids: str = "usual"
    numbers: str = "usual"
    dates: str = "usual"
    levels: str = "usual"
    places: str = "usual"
    title: str = "row"
    """row, lines (three of them), merged, sheet (in the sheet's name), none"""
    junk: tuple[str, ...] = ()
    shuffled: bool = False
    """rows and columns"""
    left_out: bool = False
    """columns that no figure needs"""
    split: str = ""
    """sheets or files, by college, level or campus; twice: the same list again"""
    by: str = "college"
    beside: tuple[str, ...] = ()
    """sheets that are no rosters, before or after"""
    hidden: str = ""
    """rows, columns, sheets"""
    form: str = "xlsx"
    files: str = "telling"
    """telling, neutral, one (all tables in one workbook)"""
    keys: tuple[str, ...] = ("name", "resident_id", "student_number")
    place: str = "employer_place"


@dataclass(slots=True)
class Sheet:
    """What one sheet, or one table of a paper, shows."""

    name: str
    rows: list[list[Cell]]
    title: str = ""
    """where it does not stand in the rows"""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """first row, first column, last row, last column"""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


# --- values ---------------------------------------------------------------------------------------------------------

NAMES: Mapping[str, Callable[[str], Cell]] = {
    "usual": str,
    "spaced": lambda name: " ".join(name) if len(name) == 2 else name,
    "wide space": lambda name: "\u3000".join(name) if len(name) == 2 else f"{name} ",
    "inner and outer": lambda name: f" {name[0]}\u00a0{name[1:]} ",
    "other dots": lambda name: name.replace("·", "•"),
    "apostrophe": lambda name: f"'{name}",
}
IDS: Mapping[str, Callable[[str], Cell]] = {
    "usual": str,
    "lower x": str.lower,
    "wide": lambda text: text.translate(_WIDE),
    "wide x": lambda text: text.replace("X", "Ｘ"),
    "apostrophe": lambda text: f"'{text}",
    "quoted": lambda text: f"‘{text}",
    "spaced": lambda text: f"{text[:6]} {text[6:14]} {text[14:]}",
    "trailing": lambda text: f"{text}\t",
    "masked": lambda text: f"{text[:4]}{'*' * 10}{text[-4:]}",
    "scientific": lambda text: text if text.endswith("X") else f"{int(text):.5E}",
    "stored": lambda text: text if text.endswith("X") else float(int(text[:15]) * 1000),
}
NUMBERS: Mapping[str, Callable[[str], Cell]] = {
    "usual": str,
    "stored": int,
    "float text": lambda text: f"{int(text)}.0",
    "padded": lambda text: text.zfill(len(text) + 3),
    "unpadded": lambda text: text.lstrip("0"),
    "wide": lambda text: text.translate(_WIDE),
    "apostrophe": lambda text: f"'{text}",
    "trailing": lambda text: f" {text} ",
}
DATES: Mapping[str, Callable[[date], Cell]] = {
    "usual": lambda day: f"{day}",
    "compact": lambda day: f"{day:%Y%m%d}",
    "compact number": lambda day: int(f"{day:%Y%m%d}"),
    "month": lambda day: f"{day.year}.{day.month}",
    "month number": lambda day: int(f"{day:%Y%m}"),
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "spaced": lambda day: f"{day.year} 年 {day.month:02d} 月 {day.day:02d} 日",
    "wide": lambda day: f"{day}".translate(_WIDE),
    "time": lambda day: f"{day} 09:30:00",
    "serial": lambda day: (day - _EPOCH).days,
    "serial text": lambda day: f"{(day - _EPOCH).days}",
    "stored": lambda day: day,
    "year": lambda day: f"{day.year}年",
    "year number": lambda day: day.year,
}
LEVELS: Mapping[str, Mapping[str, str]] = {
    "usual": {},
    "registry": {"本科": "本科生毕业", "专科": "专科生毕业"},
    "higher": {"本科": "普通本科", "专科": "高职（专科）"},
    "vocational": {"专科": "高职"},
    "upgraded": {"本科": "专升本"},
    "spaced": {"本科": "本 科", "专科": "专 科"},
}
PLACES: Mapping[str, Callable[[str], str]] = {
    "usual": str,
    "dashes": lambda text: re.sub("([省市])(?=.)", r"\1-", text),
    "slashes": lambda text: re.sub("([省市])(?=.)", r"\1/", text),
    "spaced": lambda text: re.sub("([省市])(?=.)", r"\1 ", text),
    "without province": lambda text: text.removeprefix("山东省"),
}
_NUMBERS = ("student_number", "candidate_number")
_PLACES = ("employer_place", "employer_address", "origin")


def shown(name: str, value: Value, habits: Habits) -> Cell:
    """A value as this school writes it."""
    if isinstance(value, date):
        return DATES[habits.dates](value)
    if not value:
        return value
    if name == "name":
        return NAMES[habits.names](value)
    if name == "resident_id":
        return IDS[habits.ids](value)
    if name == "level":
        return LEVELS[habits.levels].get(value, value)
    if name in _NUMBERS:
        return NUMBERS[habits.numbers](value)
    return PLACES[habits.places](value) if name in _PLACES else value


# --- headers --------------------------------------------------------------------------------------------------------

HEADS: Mapping[str, Callable[[str], str]] = {
    "usual": str,
    "synonyms": str,
    "starred": lambda text: f"*{text}",
    "required": lambda text: f"{text}（必填）",
    "spaced": lambda text: " ".join(text) if len(text) == 2 else text,
    "broken": lambda text: f"{text[:-2]}\n{text[-2:]}" if len(text) > 3 else text,
    "marked": lambda text: f"{text}：",
    "wide": lambda text: text.translate(_WIDE),
}
GROUPS: Mapping[str, str] = {
    **dict.fromkeys(("name", "resident_id", "student_number", "candidate_number", "gender"), "基本信息"),
    **dict.fromkeys(("level", "degree", "major", "college", "class_name", "graduated_on", "grade"), "学业信息"),
    **dict.fromkeys(("destination", "employer", "employer_place", "agreement_state", "signed_on"), "去向信息"),
}


def header(names: Sequence[str], habits: Habits, rng: random.Random) -> list[str]:
    """The words over the columns."""
    asked = [HEADERS[name][0] if habits.headers == "usual" else rng.choice(HEADERS[name]) for name in names]
    if habits.headers == "codes":
        return [next((each for each in HEADERS[name] if each.isascii()), HEADERS[name][0]) for name in names]
    return [HEADS[habits.headers](text) for text in asked]


def fields_of(roll: Roll, habits: Habits, rng: random.Random) -> list[str]:
    """The columns in their order; those that no figure needs may be missing."""
    names = [*roll.fields, *(name for name in roll.more if not habits.left_out)]
    if habits.shuffled:
        rng.shuffle(names)
    return names if "serial" in names else ["serial", *names]


def values_of(record: Record, names: Sequence[str], habits: Habits, number: int) -> list[Cell]:
    return [number if name == "serial" else shown(name, record[name], habits) for name in names]
