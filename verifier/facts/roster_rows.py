"""The rows under a header: who stands in each, what is wrong with it, and why a row is no person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verifier.facts import cells
from verifier.facts.columns import HeaderWords, header_forms
from verifier.facts.headers import KEY_FIELDS, Header, header_at, is_header_row
from verifier.facts.people import IdState, check_id, has_key, is_float_exact
from verifier.facts.sections import Level, Sections, fills, level_of, section_values
from verifier.model import Column, Person, Place, Roster, RosterRow, Table, Words

PEOPLE_FIELDS = frozenset({"name", "resident_id"})
_INHERITED = 0.9
"""confidence of a column that a title or a heading among the rows stands for"""
_NO_NAME = re.compile(r"[\d:：，,；;。/]|[年月日页章]$")
_LONGEST_NAME = 16

Row = Sequence[str]


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
    _column_of: dict[str, int] = field(default_factory=dict)
    _junk: tuple[str, ...] = ()
    _printed: frozenset[tuple[int, str]] = frozenset()
    _levels: dict[str, Level] = field(default_factory=dict)
    _states: dict[str, IdState] = field(default_factory=dict)
    _inherited: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._column_of = {column.field: column.index for column in self.header.columns}
        self._junk = tuple(map(_squeezed, self.words.lists.get("junk_rows", ())))
        heads = self.table.rows[max(self.header.first, 0) : self.header.last + 1]
        self._printed = frozenset((at, cell.strip()) for row in heads for at, cell in enumerate(row) if cell.strip())

    @property
    def of_people(self) -> bool:
        return not PEOPLE_FIELDS.isdisjoint(self._column_of)

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

    def leave_out(self, index: int, reason: str) -> None:
        self.left_out.append((self.table.place_of(index), reason))
        self._left_at.append(index)

    def read_above(self, start: int) -> None:
        """The title rows, the header itself, and people who stand above it."""
        id_at = self._column_of.get("resident_id", -1)
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
        table, width = self.table, 1 + max((column.index for column in self.header.columns), default=0)
        fields = [(column.field, column.index, self._cleaned(column.field)) for column in self.header.columns]
        telling = [(name, at, cleaned.changed) for name, at, cleaned in fields if cleaned.telling]
        name_at, id_at = self._column_of.get("name", -1), self._column_of.get("resident_id", -1)
        first_at = name_at if name_at >= 0 else self.header.columns[0].index
        of_people, merged = self.of_people, fills(table, self.header)
        problem_of = _problem_finder(frozenset(self._column_of)) if of_people else None
        other_types = self.words.lists.get("other_id_types", ())
        sections = self.sections
        for index in range(start, len(table.rows) if stop is None else stop):
            row: Row = table.rows[index]
            if len(row) < width:
                row = (*row, *[""] * (width - len(row)))
            if not (id_at >= 0 and name_at >= 0 and len(row[id_at]) >= 15 and row[name_at]):
                filled = _first_two(row)
                if not filled:
                    continue
                if stop is None and self._is_next_header(index, row, filled[0][1]):
                    return self._back_to_title(index)
                reason = self._reason_to_leave_out(index, row, filled)
                if reason:
                    self.leave_out(index, reason)
                    continue
            if index in merged:
                row = _with_texts(row, merged[index])
            values = {name: cleaned[row[at]] for name, at, cleaned in fields}
            stated = tuple([(name, row[at]) for name, at, changed in telling if changed and row[at] in changed])
            if sections.values:
                self._inherit(values)
            person = self._person(values, other_types) if of_people else Person()
            problem = problem_of(person) if problem_of else ""
            self.rows.append(RosterRow(person, values, table.place_of(index, first_at), problem, stated))
            self._rows_at.append(index)
        return None

    def _inherit(self, values: dict[str, str]) -> None:
        """Fills what a row lacks with what stands over it."""
        for name, text in self.sections.values.items():
            if values.get(name) or (name == "level" and values.get("degree")):
                continue
            values[name] = text
            if name not in self._column_of and name not in self._inherited:
                self._inherited[name] = self.sections.sources.get(name, text)

    def _cleaned(self, name: str) -> _Cleaned:
        return _Cleaned(name, self._checked if name == "resident_id" else cells.of_field(name))

    def _checked(self, text: str) -> str:
        """The resident ID in one form; what the check says of it is remembered."""
        value, self._states[value] = check_id(text)
        return value

    def _person(self, values: Mapping[str, str], other_types: Sequence[str]) -> Person:
        resident_id = values.get("resident_id", "")
        id_state = self._states.get(resident_id, "")
        if id_state == "invalid" and any(word in values.get("id_type", "") for word in other_types):
            id_state = ""
        return Person(
            name=values.get("name", ""),
            resident_id=resident_id,
            id_state=id_state,
            student_number=values.get("student_number", ""),
            candidate_number=values.get("candidate_number", ""),
            major=values.get("major", ""),
            level=self._level(values.get("level") or values.get("degree", "")),
        )

    def _level(self, text: str) -> Level:
        if text not in self._levels:
            self._levels[text] = level_of(text, self.words)
        return self._levels[text]

    # --- rows that are no people -----------------------------------------------------------------

    def _is_next_header(self, index: int, row: Row, head: str) -> bool:
        if len(head) > 30 or head[0].isdigit() or not self.headers.exactly(head):
            return False
        fields = is_header_row(row, self.headers)
        shared = len(fields & self.header.fields)
        if not fields or shared * 5 >= 4 * max(len(fields), len(self.header.fields)) or self._repeats(row):
            return False
        return header_at(self.table, index, self.headers) is not None

    def _back_to_title(self, index: int) -> int:
        """The index of the first title row over the next header; what was taken for a person is one no more."""
        while index > self.header.last + 1 and len(_first_two(self.table.rows[index - 1])) == 1:
            index -= 1
        while self._rows_at and self._rows_at[-1] >= index:
            self._rows_at.pop()
            self.rows.pop()
        while self._left_at and self._left_at[-1] >= index:
            self._left_at.pop()
            self.left_out.pop()
        return index

    def _repeats(self, row: Row) -> bool:
        """Whether a row is one of the header's, or most cells under the known columns are other words for them."""
        cells_of_row = [(at, cell.strip()) for at, cell in enumerate(row) if cell.strip()]
        if len(cells_of_row) >= 2 and self._printed.issuperset(cells_of_row):
            return True
        filled = [(column, row[column.index]) for column in self.header.columns if row[column.index].strip()]
        same = sum(
            len(text) <= 30
            and (self.headers.exactly(text) == column.field or header_forms(text)[0] in header_forms(column.header))
            for column, text in filled
        )
        return same >= 2 and same * 5 >= 3 * len(filled)

    def _reason_to_leave_out(self, index: int, row: Row, filled: Sequence[tuple[int, str]]) -> str:
        at, head = filled[0]
        if len(filled) == 1:
            return self._reason_of_lone(index, at, head)
        if self._repeats(row):
            return "重复的表头"
        if _counts_columns(row):
            return "栏号"
        if self._explains(row):
            return "填写要求"
        if junk := self._junk_word(row, head):
            return f"“{junk[:12]}”行"
        if not self.of_people or self._has_key(row):
            return ""
        name_at = self._column_of.get("name")
        if name_at is None or not row[name_at].strip():
            return "没有姓名和证件号" if self._is_sparse(row) else ""
        return "说明文字" if self._is_sparse(row) and not _may_be_personal(row[name_at]) else ""

    def _reason_of_lone(self, index: int, at: int, text: str) -> str:
        """Why a row with one filled cell is left out; a heading among the rows is entered."""
        serial, name_at = self._column_of.get("serial"), self._column_of.get("name")
        if at == serial and cells.number(text).isdigit():
            return "只有序号的空行"
        if self._is_junk(text):
            return f"“{text[:12]}”行"
        if not self.of_people:
            return "说明文字" if at == serial or (at == 0 and len(self.header.columns) >= 3) else ""
        if at in {self._column_of.get(name) for name in KEY_FIELDS}:
            return ""
        told = section_values(text, self.words)
        wide = any(top == index and right > left for top, left, _, right in self.table.merged)
        if at == name_at and not wide and not told and _may_be_personal(text):
            return ""
        self.sections.enter(text, told)
        return "分段标题" if told else "说明文字"

    def _is_junk(self, text: str) -> bool:
        return _squeezed(text).startswith(self._junk)

    def _junk_word(self, row: Row, head: str) -> str:
        """The words that say that a row is a sum, a signature or a note; '' for a person of such a name."""
        name = row[self._column_of["name"]].strip() if "name" in self._column_of else ""
        said = next((text for text in (head, name) if text and (self._is_junk(text) or self._is_total(text))), "")
        if not said:
            return ""
        if _squeezed(said).rstrip(":") in self._junk:
            return said
        if self.of_people:
            person = _may_be_personal(name) and (self._has_key(row) or not self._is_few(row))
            return "" if person else said
        return said if self._is_few(row) else ""

    def _is_total(self, text: str) -> bool:
        return self.of_people and any(word in text for word in self.words.lists.get("total_words", ()))

    def _is_few(self, row: Row) -> bool:
        return sum(map(bool, map(str.strip, row))) * 2 <= max(4, sum(map(bool, self.header.texts)))

    def _is_sparse(self, row: Row) -> bool:
        """Whether a row has no number and hardly anything under the known columns."""
        serial = self._column_of.get("serial")
        if serial is not None and cells.number(row[serial]).isdigit():
            return False
        known = sum(bool(row[column.index].strip()) for column in self.header.columns if column.field != "serial")
        return known <= 2 or known * 3 <= len(self.header.columns)

    def _has_key(self, row: Row) -> bool:
        """Whether a row has anything that may be a person's number, right or wrong."""
        texts = [row[self._column_of[name]] for name in KEY_FIELDS if name in self._column_of]
        return any(sum(map(str.isdigit, text)) >= 4 for text in texts)

    def _explains(self, row: Row) -> bool:
        """Whether the cells say how the columns are filled in: 必填, 文本, 如2024-06."""
        texts = [cell for cell in map(_squeezed, row) if cell]
        notes = self.headers.notes
        return len(texts) >= 2 and sum(text.startswith(notes) for text in texts) * 2 >= len(texts)


class _Cleaned(dict[str, str]):
    """Cells of one column by their text as it stands. Columns repeat themselves: each text is cleaned once."""

    def __init__(self, name: str, clean: Callable[[str], str]) -> None:
        super().__init__({"": ""})
        self.clean = clean
        self.telling = cells.may_lose(name)
        self.changed: set[str] = set()
        """texts of which the cleaned form says something else"""

    def __missing__(self, text: str) -> str:
        value = self[text] = self.clean(text)
        if self.telling and value != text and cells.says_else(text, value):
            self.changed.add(text)
        return value


def _with_texts(row: Row, texts: Sequence[tuple[int, str]]) -> Row:
    """A row with texts put into its blank cells."""
    filled = list(row)
    for at, text in texts:
        if at < len(filled) and not filled[at].strip():
            filled[at] = text
    return filled


def _first_two(row: Row) -> list[tuple[int, str]]:
    """The first two filled cells of a row with their columns."""
    found: list[tuple[int, str]] = []
    for at, cell in enumerate(row):
        if cell and (text := cell.strip()):
            found.append((at, text))
            if len(found) == 2:
                break
    return found


def _may_be_personal(text: str) -> bool:
    """Whether a cell of names may hold one, of any origin; a note, a date or a signature line does not."""
    name = re.sub(r"[(（][^)）]*[)）]", "", text).strip()
    return bool(name) and len(name) <= _LONGEST_NAME * (2 if name.isascii() else 1) and not _NO_NAME.search(name)


def _counts_columns(row: Row) -> bool:
    """Whether a row numbers the columns: 1 2 3 4, (1) (2) (3)."""
    texts = [text.strip("()") for cell in row if (text := _squeezed(cell))]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


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
    digits = [row.person.resident_id for row in rows if len(row.person.resident_id) == 18 and row.person.id_state]
    numeric = [value for value in digits if value.isdigit()]
    zeros = sum(value.endswith("000") for value in numeric)
    if len(numeric) < 3 or not (zeros * 2 > len(numeric) or all(map(is_float_exact, numeric))):
        return tuple(rows)
    lost = {value for value in numeric if value.endswith("000") or is_float_exact(value)}
    problem = _problem_finder(frozenset({"resident_id", "name"} if rows[0].person.name else {"resident_id"}))

    def marked(row: RosterRow) -> RosterRow:
        if row.person.resident_id not in lost:
            return row
        person = replace(row.person, id_state="destroyed")
        return replace(row, person=person, problem=row.problem or problem(person))

    return tuple(map(marked, rows))


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
