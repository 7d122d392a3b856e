"""What rows without such columns take over: from the title, from the rows that part a table, from merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, get_args

from verifier.facts.rosters.headers import Header
from verifier.language.names import is_name
from verifier.model import Table, Words

Level = Literal["", "undergraduate", "college", "postgraduate"]
_LEVELS: Mapping[str, Level] = {level: level for level in get_args(Level)}

GROUPING_FIELDS = frozenset({
    "college", "class_name", "major", "major_code", "level", "degree", "study_length", "grade", "school",
    "school_code", "campus", "training_mode", "origin", "origin_code", "enrolled_on", "expected_graduation",
    "graduated_on", "destination", "employer", "employer_place", "employer_place_code", "credit_code",
    "employer_type", "industry", "course", "trained_on", "trained_to", "trainer", "period", "period_from",
    "period_to", "post", "department", "counsellor", "event_date", "organiser",
})  # fmt: skip
"""fields of which one value may stand for many rows"""
_SORTED_BY = frozenset({"college", "class_name", "major", "level", "grade", "school"})
"""fields that people write once over a group without merging the cells"""
_FEWEST = 3
"""rows of a table whose groups show"""

_CLASS = re.compile(r"(?<!\d)((?:19|20)?\d\d)届")
_GRADE = re.compile(r"(?<!\d)(?:19|20)?\d\d级")
_OUTERMOST = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、.．,，:：]|部分)|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_NUMBERING = re.compile(r"^\s*(?:[(（]?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|[、.．,，:：)）])\s*)")
_ASIDE = re.compile(r"[(（【\[][^)）】\]]*[)）】\]]|[共计]?\s*\d+\s*人|[:：。]")
_LONGEST = 40


def level_of(text: str, words: Words) -> Level:
    """undergraduate, college or postgraduate by the longest word of `words.levels` in the text; else ''.

    Blanks within do not matter.
    """
    text = "".join(text.split())
    best: Level = ""
    longest = 0
    for level, names in words.levels.items():
        for name in names:
            if len(name) > longest and name in text:
                best, longest = _LEVELS[level], len(name)
    return best


def level_named(text: str, words: Words) -> str:
    """The words for the one level that a title speaks of; '' when it names none or several (本专科)."""
    if any(word in text for word in words.tables.mixed_levels):
        return ""
    found: dict[str, Level] = {}
    rest = text
    for name in sorted((name for _, names in words.levels.items() for name in names), key=len, reverse=True):
        if name in rest:
            found[name] = level_of(name, words)
            rest = rest.replace(name, " ")
    return next(iter(found)) if len(set(found.values())) == 1 else ""


def section_values(text: str, words: Words) -> dict[str, str]:
    """Field → value of a row that parts a table: 一、计算机学院2024届本科生（35人）; empty for other texts."""
    if len(text) > _LONGEST:
        return {}
    told: dict[str, str] = {}
    plain = _ASIDE.sub(" ", _NUMBERING.sub("", text)) if not _NUMBERING.fullmatch(text) else ""
    if level := level_named(text, words):
        told["level"] = level
    if match := _CLASS.search(plain):
        told["graduated_on"] = match[1] if len(match[1]) == 4 else f"20{match[1]}"
    if match := _GRADE.search(plain):
        told["grade"] = match[0]
    return told | _values_by_ending(plain, is_name(text), words)


def _values_by_ending(text: str, is_person: bool, words: Words) -> dict[str, str]:
    """Field → name that ends as names of the field do, one after another: 计算机学院软件工程专业.

    A single character at the end of a person's name is no such ending.
    """
    told: dict[str, str] = {}
    for ending, name in words.tables.section_endings.items():
        match = re.match(rf"\s*(\S{{1,20}}?{ending})", text)
        if match and not (len(ending) == 1 and is_person):
            told[name] = match[1]
            text = text[match.end() :]
    return told


@dataclass(slots=True)
class Sections:
    """The headings under which a row stands, outermost first. A heading of a kind that is open closes all within."""

    title: Mapping[str, str]
    """what the title says, which every row may take over"""
    values: dict[str, str] = field(default_factory=dict)
    """field → value for the rows to come"""
    sources: dict[str, str] = field(default_factory=dict)
    """field → the text that told it first"""
    _open: list[Mapping[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.values = dict(self.title)

    def enter(self, text: str, told: Mapping[str, str]) -> None:
        """Goes on under another heading."""
        if not told and _OUTERMOST.match(text):
            self._open.clear()
        for depth, before in enumerate(self._open):
            if not told.keys().isdisjoint(before):
                del self._open[depth:]
                break
        self._open.append(told)
        self.values = dict(self.title)
        for each in self._open:
            self.values.update(each)
        self.sources.update({name: text for name in told if name not in self.sources})


def fills(table: Table, header: Header) -> dict[int, list[tuple[int, str]]]:
    """Row → columns and texts that stand for it in a cell above: merged cells, or a word once over its group."""
    grouping = {column.index: column.field for column in header.columns if column.field in GROUPING_FIELDS}
    below = header.last + 1
    merged = [cell for cell in table.merged if cell[1] in grouping and cell[2] > cell[0] >= below]
    sorted_by = {index for index, name in grouping.items() if name in _SORTED_BY} - {left for _, left, *_ in merged}
    filled: dict[int, list[tuple[int, str]]] = {}
    for row, index, text in chain(_merged(table.rows, merged), _written_once(table.rows, below, sorted_by)):
        filled.setdefault(row, []).append((index, text))
    return filled


def _merged(
    rows: Sequence[Sequence[str]], cells: Iterable[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the lower rows of merged cells."""
    for top, left, bottom, _ in cells:
        text = _cell(rows[top], left)
        yield from ((row, left, text) for row in range(top + 1, min(bottom + 1, len(rows))))


def _written_once(rows: Sequence[Sequence[str]], start: int, columns: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the cells under a word that stands once over its group."""
    for index in columns:
        blank = sum(not row[index] for row in rows[start:] if index < len(row))
        if blank * 2 < len(rows) - start:
            continue
        body = [(at, row) for at, row in enumerate(rows[start:], start) if sum(map(bool, row)) >= 2]
        if _head_groups([_cell(row, index) for _, row in body]):
            yield from ((row, index, text) for row, text in _carried(body, index))


def _head_groups(texts: Sequence[str]) -> bool:
    """Whether a column begins with a word, no word stands there twice, and at least as many cells are blank."""
    words = [text for text in texts if text]
    is_each_once = len(set(words)) == len(words)
    return len(texts) >= _FEWEST and bool(texts[0]) and is_each_once and len(words) * 2 <= len(texts)


def _carried(body: Sequence[tuple[int, Sequence[str]]], index: int) -> Iterator[tuple[int, str]]:
    last = ""
    for at, row in body:
        text = _cell(row, index)
        if not text:
            yield at, last
        last = text or last


def _cell(row: Sequence[str], index: int) -> str:
    return row[index].strip() if index < len(row) else ""
