"""The people whom a certificate lists by names alone: 名单如下： and rows of names, or a table of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.names import is_name, may_be_name
from verifier.language.numerals import fold
from verifier.model import Person

_HEAD = re.compile(r"名单[^。:]{0,6}:|如下\s*[:。]?\s*$|如下\s*:|^[^。,]{0,12}名单\s*(?:\([^()]*\))?\s*$")
_COLON = re.compile(r":\s*$")
_FOLLOWING = re.compile(r"(?:以下|下列|下述)[^。;]{0,12}(?:[名位人]|同学|学生|毕业生|学员)[^。;]*:\s*$")
_SENTENCE = 2
"""rows over which the sentence that announces a list may run on"""
_TAIL = re.compile(r"\s*等?\s*(?:(?:共计?|合计)?\s*[\d一二三四五六七八九十百]+\s*[名位人][^、,;]{0,6})?\s*[。.;]?\s*$")
_ENTRY = re.compile(r"[(\d.)]*([\u4e00-\u9fff·]+)(?:\(([^()]*)\)|\d*)")
"""a name, with its number in the list before it and what brackets say behind it"""
_NUMBER = re.compile(r"(?:学号:?)?([A-Za-z]{0,4}\d{6,14})")
_LONG = re.compile(r"[\u4e00-\u9fff]{5,6}")
"""a name without a surname that is written without a dot: 乌云其木格"""
_SURE = 3, 4
"""so many of so many in a row have a surname that is known"""


def people_below(rows: Sequence[str]) -> tuple[Person, ...]:
    """The people of the first rows of names that follow the announcement of a list; () where none do."""
    texts = [fold(row).strip() for row in rows]
    for index, text in enumerate(texts):
        if head := _HEAD.search(text) or _announced(texts, index):
            listed = [text[head.end() :], *texts[index + 1 :]]
            if people := max(_row_by_row(listed), _names(_run(listed)), key=len):
                return people
    return ()


def _announced(texts: Sequence[str], index: int) -> re.Match[str] | None:
    """Where a row ends with a colon and its sentence, which may begin rows before, speaks of those who follow."""
    before = "".join(texts[max(0, index - _SENTENCE) : index + 1])
    return _COLON.search(texts[index]) if _FOLLOWING.search(before) else None


def people_in_cells(tables: Iterable[Sequence[Sequence[str]]]) -> tuple[Person, ...]:
    """The people of the first of the tables in which stand names alone, several a row; () where none does."""
    for rows in tables:
        cells = [re.sub(r"\s", "", fold(cell)) for row in rows for cell in row if cell.strip()]
        if len(cells) > len(rows) and (people := _names("、".join(cell for cell in cells if not cell.isdigit()))):
            return people
    return ()


def _row_by_row(rows: Sequence[str]) -> tuple[Person, ...]:
    """The people of the first rows of which each holds names alone."""
    people = [*_names(rows[0])]
    for row in rows[1:]:
        more = _names(row)
        if not more:
            break
        people += more
    return tuple(people)


def _run(rows: Sequence[str]) -> str:
    """The first rows that hold a list as one, up to a full stop: a row may end within a name."""
    held = [*takewhile(lambda row: "、" in row, rows)]
    ends = next((at for at, row in enumerate(held, 1) if row.endswith("。")), len(held))
    return "".join(held[:ends])


def _names(row: str) -> tuple[Person, ...]:
    """The people of a row that holds names alone; () for any other row."""
    entries = [_ENTRY.fullmatch(piece) for piece in _pieces(_TAIL.sub("", row))]
    named = [(plain_name(entry[1]), entry[2] or "") for entry in entries if entry]
    surnames = sum(is_name(name) for name, _ in named)
    if len(named) < len(entries) or not all(may_be_name(name) or _LONG.fullmatch(name) for name, _ in named):
        return ()
    return tuple(_person(*each) for each in named) if surnames * _SURE[1] >= len(named) * _SURE[0] else ()


def _person(name: str, said: str) -> Person:
    resident_id, state = check_id(said) if len(said) >= 15 else ("", "")
    number = _NUMBER.fullmatch(said) if not resident_id else None
    return Person(name, resident_id, state, number[1] if number else "")


def _pieces(row: str) -> Iterator[str]:
    """What commas part, or else blanks; a name that is set wide (史 丹) is one."""
    if re.search(r"[、,;]", row):
        yield from filter(None, (re.sub(r"\s", "", piece) for piece in re.split(r"[、,;]", row)))
        return
    words = [word for word in row.split() if not re.fullmatch(r"[\d.()|]+", word)]
    while words:
        word = words.pop(0)
        if len(word) == 1 and words and (len(words[0]) == 1 or not is_name(words[0])):
            word += words.pop(0)
        yield word
