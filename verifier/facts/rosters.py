"""Tables of people and ledgers: every table with a header whose columns are known."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, get_args

from verifier.facts import cells
from verifier.facts.columns import Header, HeaderWords, find_header, header_forms, is_header_row, settle_by_values
from verifier.facts.people import check_id, has_key, is_float_exact
from verifier.model import Document, Fact, Person, Place, Roster, RosterRow, Table, Words

PEOPLE_FIELDS = frozenset({"name", "resident_id"})
KEY_FIELDS = frozenset({"resident_id", "student_number", "candidate_number"})
Level = Literal["", "undergraduate", "college", "postgraduate"]
_LEVELS: Mapping[str, Level] = {level: level for level in get_args(Level)}
_REMEMBERED = 50_000
_Part = tuple[Roster, Header, Table]


def extract(document: Document, words: Words, known: tuple[Fact, ...] = ()) -> tuple[Fact, ...]:
    """A fact of kind `roster` for every table whose columns are known, in the order of the document.

    Hidden rows and sheets are read too. A table that goes on over several pages is one roster.
    """
    if not document.tables:
        return ()
    headers = HeaderWords.of(words)
    found: list[_Part] = []
    for table in document.tables:
        if _is_dictionary(table, words):
            continue
        parts = [(roster, header, table) for roster, header in _rosters(table, headers, words)]
        if found and table.sheet is None and _goes_on(found, table, parts, headers, words):
            continue
        found += parts
    return tuple(_fact(roster, header) for roster, header, _ in found if roster.rows)


def level_of(text: str, words: Words) -> Level:
    """undergraduate, college or postgraduate by the longest word of `words.levels` in the text; else ''."""
    best: Level = ""
    longest = 0
    for level, names in words.levels.items():
        for name in names:
            if len(name) > longest and name in text:
                best, longest = _LEVELS[level], len(name)
    return best


def _fact(roster: Roster, header: Header) -> Fact:
    shown = " ".join(text for text in header.texts if text)
    confidence = sum(column.confidence for column in roster.columns) / len(roster.columns)
    return Fact("roster", roster, roster.title or shown, roster.place, round(confidence, 3), "rosters")


def _is_dictionary(table: Table, words: Words) -> bool:
    sheet = (table.sheet or "").strip().lower()
    return any(
        sheet == word[1:].lower() if word.startswith("=") else word.lower() in sheet
        for word in words.lists.get("dictionary_sheets", ())
    )


def _rosters(table: Table, headers: HeaderWords, words: Words) -> Iterator[tuple[Roster, Header]]:
    """The rosters that stand one under another in a table."""
    start: int | None = 0
    while start is not None:
        header = find_header(table.rows, start, headers)
        if header is None:
            return
        header = settle_by_values(header, table.rows)
        reader = _Reader(table, header, headers, words)
        next_start = reader.read(header.last + 1)
        yield reader.roster(_title(table, start, header, words)), header
        start = next_start


def _title(table: Table, start: int, header: Header, words: Words) -> str:
    sheet = (table.sheet or "").strip()
    plain = any(sheet.lower().startswith(word) for word in words.lists.get("plain_sheets", ()))
    above = [
        " ".join(filled)
        for row in table.rows[start : header.first]
        if (filled := [cell.strip() for cell in row if cell.strip()]) and len(filled) <= 3
    ]
    parts = [table.title.strip(), "" if plain else sheet, *above]
    return " ".join(dict.fromkeys(part for part in parts if part))


def _goes_on(
    found: list[_Part],
    table: Table,
    parts: Sequence[_Part],
    headers: HeaderWords,
    words: Words,
) -> bool:
    """Adds the rows of a table that goes on with the last one, with its header repeated or with none."""
    last, header, before = found[-1]
    if before.sheet is not None:
        return False
    if parts:
        more = parts[0][0]
        same = [(one.field, one.index) for one in more.columns] == [(one.field, one.index) for one in last.columns]
        if len(parts) != 1 or not same or more.title:
            return False
    elif table.title or not _same_shape(before, table) or not _looks_alike(last, table):
        return False
    else:
        reader = _Reader(table, header, headers, words)
        reader.read(0)
        more = reader.roster("")
    joined = replace(last, rows=last.rows + more.rows, left_out=last.left_out + more.left_out)
    found[-1] = (joined, header, table)
    return True


def _same_shape(before: Table, table: Table) -> bool:
    return bool(before.rows and table.rows) and max(map(len, before.rows)) == max(map(len, table.rows))


def _looks_alike(roster: Roster, table: Table) -> bool:
    """Whether the first rows hold names or IDs, or go on counting, where the roster does."""
    index = {column.field: column.index for column in roster.columns}
    rows = [row for row in table.rows[:5] if any(row)]

    def share(field_name: str, fits: Callable[[str], bool]) -> bool:
        at = index.get(field_name)
        return at is not None and bool(rows) and sum(at < len(row) and fits(row[at]) for row in rows) * 2 > len(rows)

    return (
        share("resident_id", lambda text: check_id(text)[1] in ("valid", "masked"))
        or (share("serial", lambda text: text.strip().isdigit()) and len(index) >= 3)
        or (share("name", _may_be_name) and share("student_number", lambda text: text.strip().isdigit()))
    )


def _may_be_name(text: str) -> bool:
    name = cells.of_field("name")(text)
    return 2 <= len(name) <= 4 and all("\u4e00" <= letter <= "\u9fff" for letter in name)


@dataclass(slots=True)
class _Reader:
    """Reads the rows under one header."""

    table: Table
    header: Header
    headers: HeaderWords
    words: Words
    rows: list[RosterRow] = field(default_factory=list)
    left_out: list[tuple[Place, str]] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    junk: tuple[str, ...] = ()
    levels: dict[str, Level] = field(default_factory=dict)

    def roster(self, title: str) -> Roster:
        return Roster(
            place=self.table.place_of(self.header.first),
            title=title,
            columns=self.header.columns,
            rows=_without_lost_ids(self.rows),
            left_out=tuple(self.left_out),
            unknown_headers=self.header.unknown,
        )

    def read(self, start: int) -> int | None:
        """Reads rows until the next table's header; the index where that table starts, or None at the end."""
        index_of = {column.field: column.index for column in self.header.columns}
        fields = [
            (column.field, column.index, _Cleaned(cells.of_field(column.field))) for column in self.header.columns
        ]
        last = max(index_of.values(), default=0)
        of_people = not PEOPLE_FIELDS.isdisjoint(index_of)
        person_of = partial(_person, level_of=self._level)
        missing = _problem_finder(frozenset(index_of)) if of_people else None
        self.junk = tuple(map(_squeezed, self.words.lists.get("junk_rows", ())))
        name_at = index_of.get("name", self.header.columns[0].index)
        for index in range(start, len(self.table.rows)):
            row = self.table.rows[index]
            filled = _first_two(row)
            if not filled:
                self.blank.append(index)
                continue
            if self._is_next_header(row, filled[0][1]):
                return self._back_to_title(index, name_at)
            reason = self._reason_to_leave_out(row, filled, index_of, of_people)
            if reason:
                self._leave_out(index, reason)
                continue
            self._leave_out_blanks()
            cells_of = row if len(row) > last else [*row, *[""] * (last + 1 - len(row))]
            values = {name: cleaned[cells_of[at]] for name, at, cleaned in fields}
            person = person_of(values) if of_people else Person()
            problem = missing(person) if missing else ""
            self.rows.append(RosterRow(person, values, self.table.place_of(index, name_at), problem))
        return None

    def _level(self, text: str) -> Level:
        if text not in self.levels:
            self.levels[text] = level_of(text, self.words)
        return self.levels[text]

    def _is_next_header(self, row: Sequence[str], head: str) -> bool:
        if len(head) > 16 or head[0].isdigit() or not self.headers.exactly(head):
            return False
        fields = is_header_row(row, self.headers)
        if not fields:
            return False
        shared = len(fields & self.header.fields)
        return shared * 5 < 4 * max(len(fields), len(self.header.fields)) and not self._repeats(row)

    def _repeats(self, row: Sequence[str]) -> bool:
        """Whether most cells under the known columns are the headers themselves, or other words for them."""
        named = [(column, row[column.index]) for column in self.header.columns if column.index < len(row)]
        filled = [(column, text) for column, text in named if text.strip()]
        same = sum(
            len(text) <= 20
            and (self.headers.exactly(text) == column.field or header_forms(text)[0] in header_forms(column.header))
            for column, text in filled
        )
        return same >= 2 and same * 5 >= 3 * len(filled)

    def _reason_to_leave_out(
        self, row: Sequence[str], filled: Sequence[tuple[int, str]], index_of: Mapping[str, int], of_people: bool
    ) -> str:
        at, head = filled[0]
        if len(filled) == 1 and at == index_of.get("serial", -1):
            return "只有序号的空行" if cells.number(head).isdigit() else "说明文字"
        if len(filled) == 1 and len(self.header.columns) >= 3 and self._is_note(at, head, index_of, of_people):
            return "说明文字"
        if head[0].isascii() and head[0].isalnum():
            return ""
        plain = _squeezed(head)
        if plain.startswith(self.junk):
            name = _squeezed(row[index_of["name"]]) if index_of.get("name", len(row)) < len(row) else ""
            few = sum(map(bool, map(str.strip, row))) * 2 <= max(4, sum(map(bool, self.header.texts)))
            if few or (of_people and not any(map(str.isalpha, name))) or plain.rstrip(":") in self.junk:
                return f"“{head[:12]}”行"
        if len(head) <= 16 and self.headers.exactly(head) and self._repeats(row):
            return "重复的表头"
        return ""

    def _leave_out(self, index: int, reason: str) -> None:
        self._leave_out_blanks()
        self.left_out.append((self.table.place_of(index), reason))

    def _leave_out_blanks(self) -> None:
        """Blank rows are named only where something follows them."""
        self.left_out += [(self.table.place_of(index), "空行") for index in self.blank]
        self.blank.clear()

    def _is_note(self, at: int, text: str, index_of: Mapping[str, int], of_people: bool) -> bool:
        """Whether the only filled cell of a row is no name and no key of a person, nor an entry of a ledger."""
        if not of_people:
            return at == 0
        if at == index_of.get("name"):
            return len(text) > 24 or any(letter in "、，,：:；。" or letter.isdigit() for letter in text)
        return at not in {index_of.get(name) for name in KEY_FIELDS}

    def _back_to_title(self, index: int, name_at: int) -> int:
        """The index of the first title row over the next header; a title taken for a person is one no more."""
        while index > self.header.last + 1 and len(_first_two(self.table.rows[index - 1])) == 1:
            index -= 1
            if self.rows and self.rows[-1].place == self.table.place_of(index, name_at):
                self.rows.pop()
                self.left_out.append((self.table.place_of(index), "下一个表的标题"))
        return index


def _first_two(row: Sequence[str]) -> list[tuple[int, str]]:
    """The first two filled cells of a row with their columns."""
    found: list[tuple[int, str]] = []
    for at, cell in enumerate(row):
        if cell and (text := cell.strip()):
            found.append((at, text))
            if len(found) == 2:
                break
    return found


def _person(values: Mapping[str, str], level_of: Callable[[str], Level]) -> Person:
    resident_id, id_state = check_id(values.get("resident_id", ""))
    return Person(
        name=values.get("name", ""),
        resident_id=resident_id,
        id_state=id_state,
        student_number=values.get("student_number", ""),
        candidate_number=values.get("candidate_number", ""),
        major=values.get("major", ""),
        level=level_of(values.get("level") or values.get("degree", "")),
    )


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


class _Cleaned(dict[str, str]):
    """The texts of a column in one form. Columns repeat themselves (majors, dates, places): each is cleaned once."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        self.clean = clean

    def __missing__(self, text: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self.clean(text) if text else ""
        return found


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
