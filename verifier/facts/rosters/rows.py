"""The rows under a header: who stands in each, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verifier.facts.rosters import cell_values
from verifier.facts.rosters.headers import KEY_FIELDS, Header
from verifier.facts.rosters.left_out import Row, Sieve, first_two
from verifier.facts.rosters.sections import Level, Sections, fills, level_of
from verifier.language.header_words import HeaderWords
from verifier.language.identity_numbers import check_id, has_key, is_float_exact
from verifier.model import Column, Person, Place, Roster, RosterRow, Table, Words

_INHERITED = 0.9
"""confidence of a column that a title or a heading among the rows stands for"""
_REMEMBERED = 50_000
"""texts of a column"""
_FEWEST_IDS = 3
"""of so few each may end in zeros by chance"""


@dataclass(slots=True)
class RowReader:
    """Reads the rows under one header; every filled row becomes a person or an entry, or is left out with a reason."""

    table: Table
    header: Header
    headers: HeaderWords
    words: Words
    sections: Sections
    rows: list[RosterRow] = field(default_factory=list)
    left_out: list[tuple[Place, str]] = field(default_factory=list)
    _rows_at: list[int] = field(default_factory=list)
    _left_at: list[int] = field(default_factory=list)
    _levels: dict[str, Level] = field(default_factory=dict)
    _inherited: dict[str, str] = field(default_factory=dict)

    def roster(self, title: str) -> Roster:
        told = [Column(name, text, -1, _INHERITED) for name, text in self._inherited.items()]
        return Roster(
            place=self.table.place_of(max(self.header.first, 0)),
            title=title,
            columns=(*self.header.columns, *told),
            rows=_without_lost_ids(self.rows),
            left_out=tuple(self.left_out),
            unknown_headers=self.header.unknown,
        )

    def beside(self, table: Table, header: Header) -> RowReader:
        """The reader of a list that stands beside; its rows go on with these."""
        return replace(self, table=table, header=header)

    def leave_out(self, index: int, reason: str) -> None:
        self.left_out.append((self.table.place_of(index), reason))
        self._left_at.append(index)

    def read_above(self, start: int) -> None:
        """The title rows, the header itself, and people who stand above it."""
        id_at = next((column.index for column in self.header.columns if column.field == "resident_id"), -1)
        for index in range(start, self.header.last + 1):
            row = self.table.rows[index]
            if not any(map(str.strip, row)):
                continue
            if index >= self.header.first:
                self.leave_out(index, "表头")
            elif 0 <= id_at < len(row) and check_id(row[id_at])[1] == "valid":
                self.read(index, index + 1)
            else:
                self.leave_out(index, "标题")

    def read(self, start: int, stop: int | None = None) -> int | None:
        """Reads rows until the next table's header; the index where that table starts, or None at the end."""
        sieve, columns = Sieve(self.table, self.header, self.headers, self.words, self.sections), _Columns(self.header)
        problem_of = _problem_finder(self.header.fields) if sieve.of_people else None
        above = fills(self.table, self.header)
        for index in range(start, len(self.table.rows) if stop is None else stop):
            row = columns.padded(self.table.rows[index])
            if not sieve.is_plain(row):
                filled = first_two(row)
                if not filled:
                    continue
                if stop is None and sieve.is_next_header(index, row, filled[0][1]):
                    return self._back_to_title(index)
                if reason := sieve.reason(index, row, filled):
                    self.leave_out(index, reason)
                    continue
            if index in above:
                row = _with_texts(row, above[index])
            self._take(index, row, columns, problem_of)
        return None

    def _take(self, index: int, row: Row, columns: _Columns, problem_of: Callable[[Person], str] | None) -> None:
        """A row that is a person or an entry."""
        values, stated = columns.read(row)
        if self.sections.values:
            self._inherit(values)
        broken = [name for name, text in values.items() if cell_values.is_broken(text)]
        person = self._person({name: values[name] for name in values if name not in broken}) if problem_of else Person()
        problem = "公式没有结果" if broken else problem_of(person) if problem_of else ""
        place = self.table.place_of(index, columns.first_at)
        self.rows.append(RosterRow(person, values, place, problem, stated))
        self._rows_at.append(index)

    def _inherit(self, values: dict[str, str]) -> None:
        """Fills what a row lacks with what stands over it."""
        for name, text in self.sections.values.items():
            if values.get(name) or (name == "level" and values.get("degree")):
                continue
            values[name] = text
            if name not in self._inherited and name not in self.header.fields:
                self._inherited[name] = self.sections.sources.get(name, text)

    def _person(self, values: Mapping[str, str]) -> Person:
        resident_id, id_state = check_id(values.get("resident_id", ""))
        if id_state == "invalid" and any(word in values.get("id_type", "") for word in self._other_types()):
            id_state = ""
        return Person(
            name=values.get("name", ""),
            resident_id=resident_id,
            id_state=id_state,
            student_number=values.get("student_number", ""),
            candidate_number=values.get("candidate_number", ""),
            major=values.get("major", ""),
            level=self._level(values.get("level") or values.get("degree", "")),
            read=bool(self.table.row_boxes),
        )

    def _other_types(self) -> Sequence[str]:
        return self.words.tables.other_id_types

    def _level(self, text: str) -> Level:
        if text not in self._levels:
            self._levels[text] = level_of(text, self.words)
        return self._levels[text]

    def _back_to_title(self, index: int) -> int:
        """The index of the first title row over the next header; what was taken for a person is one no more."""
        while index > self.header.last + 1 and len(first_two(self.table.rows[index - 1])) == 1:
            index -= 1
        while self._rows_at and self._rows_at[-1] >= index:
            self._rows_at.pop()
            self.rows.pop()
        while self._left_at and self._left_at[-1] >= index:
            self._left_at.pop()
            self.left_out.pop()
        return index


class _Columns:
    """Reads the cells of a row that stand under the columns of a header."""

    def __init__(self, header: Header) -> None:
        fields = {column.field: column.index for column in header.columns}
        self.first_at = fields.get("name", header.columns[0].index)
        """where a row is pointed at"""
        self._width = 1 + max(column.index for column in header.columns)
        self._cells = [(column.field, column.index, _Cleaned(column.field)) for column in header.columns]
        self._telling = [(field, at, cleaned.changed) for field, at, cleaned in self._cells if cleaned.telling]

    def padded(self, row: Row) -> Row:
        """The row with a cell under every column."""
        return row if len(row) >= self._width else (*row, *[""] * (self._width - len(row)))

    def read(self, row: Row) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
        """Field → cleaned text, and the fields whose text as it stands says something else."""
        values = {field: cleaned[row[at]] for field, at, cleaned in self._cells}
        stated = [(field, row[at]) for field, at, changed in self._telling if changed and row[at] in changed]
        return values, tuple(stated)


class _Cleaned(dict[str, str]):
    """Cells of one column by their text as it stands. Columns repeat themselves: each text is cleaned once."""

    def __init__(self, name: str) -> None:
        self.clean = cell_values.of_field(name)
        self.telling = cell_values.may_lose(name)
        self.changed: set[str] = set()
        """texts of which the cleaned form says something else"""

    def __missing__(self, text: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        value = self[text] = self.clean(text) if text else ""
        if self.telling and value != text and cell_values.says_else(text, value):
            self.changed.add(text)
        return value


def _with_texts(row: Row, texts: Sequence[tuple[int, str]]) -> Row:
    """A row with texts put into its blank cells."""
    filled = list(row)
    for at, text in texts:
        if at < len(filled) and not filled[at].strip():
            filled[at] = text
    return filled


def _problem_finder(fields: frozenset[str]) -> Callable[[Person], str]:
    """What to say of a row that can't be used; a table without any key column asks only for names."""
    needs_name, needs_key = "name" in fields, not KEY_FIELDS.isdisjoint(fields)

    def problem(person: Person) -> str:
        if needs_name and not person.name:
            return "缺少姓名"
        if not needs_key or has_key(person):
            return ""
        if person.id_state == "destroyed":
            return "身份证号因科学计数法丢失末位，且没有学号或考生号"
        return "缺少身份证号、学号或考生号"

    return problem


def _without_lost_ids(rows: list[RosterRow]) -> tuple[RosterRow, ...]:
    """Marks a whole column of IDs as destroyed when the sheet held them as numbers, even where a check digit fits."""
    numbers = [row.person.resident_id for row in rows if row.person.id_state and _is_number(row.person.resident_id)]
    if not _were_numbers(numbers):
        return tuple(rows)
    lost = {value for value in numbers if value.endswith("000") or is_float_exact(value)}
    problem = _problem_finder(frozenset({"resident_id", "name"} if rows[0].person.name else {"resident_id"}))

    def marked(row: RosterRow) -> RosterRow:
        if row.person.resident_id not in lost:
            return row
        person = replace(row.person, id_state="destroyed")
        return replace(row, person=person, problem=row.problem or problem(person))

    return tuple(map(marked, rows))


def _is_number(resident_id: str) -> bool:
    return len(resident_id) == 18 and resident_id.isdigit()


def _were_numbers(ids: Sequence[str]) -> bool:
    """Whether a sheet held these IDs as numbers: most end in the zeros of 15 digits, or a float can hold each."""
    zeros = sum(value.endswith("000") for value in ids)
    return len(ids) >= _FEWEST_IDS and (zeros * 2 > len(ids) or all(map(is_float_exact, ids)))
