"""Why a filled row of a table is no person and no entry: repeated headers, sums, signatures, notes, headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from math import ceil

from verifier.facts.rosters import cell_values
from verifier.facts.rosters.headers import KEY_FIELDS, Header, header_at, is_header_row
from verifier.facts.rosters.sections import Sections, section_values
from verifier.language.comparing_text import plain
from verifier.language.examples import is_example
from verifier.language.header_words import HeaderWords, header_forms
from verifier.model import Table, Words

PEOPLE_FIELDS = frozenset({"name", "resident_id"})
_NO_NAME = re.compile(r"[\d:：，,；;。/]|[年月日页章]$|盖章|公章|签[字名章]")
_LONGEST_NAME = 16
"""characters; of a name in Latin letters twice as many"""
_LONGEST_HEADER = 30
_QUOTED = 12
"""characters of a row that its reason shows"""
_SHORTEST_ID = 15
"""characters of a resident ID, which had 15 until 1999 and has 18"""
_FEWEST_DIGITS = 4
"""of what may be a person's number, right or wrong"""
_SAME_HEADER = Fraction(4, 5)
"""of the fields of two headers, from how many in common on the second one is the first again"""
_NARROW = 3
"""columns of a table in which a row with its first cell alone is no entry"""
_HAN = re.compile(r"[\u4e00-\u9fff]")

Row = Sequence[str]


@dataclass(slots=True)
class Sieve:
    """Tells the rows under one header that are no people from those that are."""

    table: Table
    header: Header
    headers: HeaderWords
    words: Words
    sections: Sections
    """entered by the headings among the rows"""
    column_of: dict[str, int] = field(init=False)
    of_people: bool = field(init=False)
    _telling: tuple[int | None, int | None, int | None] = field(init=False)
    _junk: tuple[str, ...] = field(init=False)
    _totals: tuple[str, ...] = field(init=False)
    _heads: tuple[tuple[int, str, tuple[str, ...]], ...] = field(init=False)
    """index, field and forms of each column's header"""
    _printed: frozenset[tuple[int, str]] = field(init=False)
    """columns and texts of the header's rows"""
    _same: frozenset[int] = field(init=False)
    """rows within a merged name"""

    def __post_init__(self) -> None:
        self.column_of = {column.field: column.index for column in self.header.columns}
        self.of_people = not PEOPLE_FIELDS.isdisjoint(self.column_of)
        serial, name, key = map(self.column_of.get, ("serial", "name", "resident_id"))
        self._telling = serial, name, key
        self._junk = tuple(map(plain, self.words.tables.junk_rows))
        self._totals = self.words.tables.total_words if self.of_people else ()
        self._heads = tuple((each.index, each.field, header_forms(each.header)) for each in self.header.columns)
        self._printed = _printed(self.table, self.header)
        self._same = _under_merged(self.table, self.header, name)

    def is_plain(self, row: Row) -> bool:
        """Whether a row is a person at first sight: a long number where IDs stand, a name, and a serial number."""
        serial, name, key = self._telling
        if (
            name is None
            or key is None
            or not row[name]
            or is_example(row[name])
            or len(row[key]) < _SHORTEST_ID
            or not row[key][:6].isdigit()
        ):
            return False
        return serial is None or row[serial].isdigit()

    def is_next_header(self, index: int, row: Row, head: str) -> bool:
        """Whether another table begins with this row, which begins with `head`."""
        if len(head) > _LONGEST_HEADER or head[0].isdigit() or not self.headers.exactly(head):
            return False
        fields = is_header_row(row, self.headers)
        shared = len(fields & self.header.fields)
        if not fields or shared >= _SAME_HEADER * max(len(fields), len(self.header.fields)) or self._repeats(row):
            return False
        return header_at(self.table, index, self.headers) is not None

    def _repeats(self, row: Row) -> bool:
        """Whether a row is one of the header's, or most cells under the known columns are other words for them."""
        if all((at, text) in self._printed for at, cell in enumerate(row) if (text := cell.strip())):
            return True
        filled = [(row[at], name, forms) for at, name, forms in self._heads if row[at].strip()]
        same = _fewest_repeated(len(filled))
        return len(filled) >= same and _at_most(len(filled) - same, (not self._is_word_for(*each) for each in filled))

    def _is_word_for(self, text: str, name: str, forms: Sequence[str]) -> bool:
        """Whether a text under a column is a word for the field it holds."""
        return len(text) <= _LONGEST_HEADER and (header_forms(text)[0] in forms or self.headers.exactly(text) == name)

    def reason(self, index: int, row: Row, filled: Sequence[tuple[int, str]]) -> str:
        """Why a row with these first filled cells is left out; '' where it is not."""
        at, head = filled[0]
        if index in self._same and not self._has_key(row):
            return "与上一行是同一人（姓名的单元格合并）"
        if len(filled) == 1:
            return self._reason_of_lone(index, at, head)
        return self._reason_of_words(row, head) or self._reason_without_person(row)

    def _reason_of_words(self, row: Row, head: str) -> str:
        """Why a row is left out by what it says: that it is a header, a row of notes, a sum or a signature."""
        texts = [cell for cell in row if cell.strip()]
        if self._repeats(row):
            return "重复的表头"
        if _counts_columns(texts):
            return "栏号"
        if self._explains(texts):
            return "填写要求"
        if is_example(head) or is_example(self._name(row)):
            return "示例行"
        junk = self._junk_word(row, head)
        return f"“{junk[:_QUOTED]}”行" if junk else ""

    def _reason_without_person(self, row: Row) -> str:
        """Why a row is left out by what it lacks, in a table of people."""
        if not self.of_people or self._has_key(row) or not self._is_sparse(row):
            return ""
        name = self._name(row)
        if not name.strip():
            return "没有姓名和证件号"
        return "" if _may_be_personal(name) else "说明文字"

    def _reason_of_lone(self, index: int, at: int, text: str) -> str:
        """Why a row with one filled cell is left out; a heading among the rows is entered."""
        is_serial = at == self.column_of.get("serial")
        if is_serial and cell_values.number(text).isdigit():
            return "只有序号的空行"
        if is_example(text):
            return "示例行"
        if self._is_junk(text):
            return f"“{text[:_QUOTED]}”行"
        if not self.of_people:
            return "说明文字" if is_serial or (at == 0 and len(self.header.columns) >= _NARROW) else ""
        told = section_values(text, self.words)
        if self._is_lone_person(index, at, text, bool(told)):
            return ""
        self.sections.enter(text, told)
        return "分段标题" if told else "说明文字"

    def _is_lone_person(self, index: int, at: int, text: str, is_section: bool) -> bool:
        """Whether the one filled cell of a row holds a person's number or name."""
        if at in {self.column_of.get(field) for field in KEY_FIELDS} and _may_be_key(text):
            return True
        is_wide = any(top == index and right > left for top, left, _, right in self.table.merged)
        return at == self.column_of.get("name") and not is_wide and not is_section and _may_be_personal(text)

    def _is_junk(self, text: str) -> bool:
        return plain(text).startswith(self._junk)

    def _junk_word(self, row: Row, head: str) -> str:
        """The words that say that a row is a sum, a signature or a note; '' for a person of such a name."""
        name = self._name(row).strip()
        said = next((text for text in (head, name) if text and (self._is_junk(text) or self._is_total(text))), "")
        if not said or plain(said).rstrip(":") in self._junk:
            return said
        return "" if self._may_be_entry(row, name) else said

    def _may_be_entry(self, row: Row, name: str) -> bool:
        """Whether a row is filled as those of people, or of entries, are."""
        is_full = not self._is_few(row)
        return _may_be_personal(name) and (is_full or self._has_key(row)) if self.of_people else is_full

    def _name(self, row: Row) -> str:
        return row[self.column_of["name"]] if "name" in self.column_of else ""

    def _is_total(self, text: str) -> bool:
        return any(word in text for word in self._totals)

    def _is_few(self, row: Row) -> bool:
        return sum(map(bool, map(str.strip, row))) * 2 <= max(4, sum(map(bool, self.header.texts)))

    def _is_sparse(self, row: Row) -> bool:
        """Whether a row has no number and hardly anything under the known columns."""
        serial = self.column_of.get("serial")
        if serial is not None and cell_values.number(row[serial]).isdigit():
            return False
        known = sum(bool(row[column.index].strip()) for column in self.header.columns if column.field != "serial")
        return known <= 2 or known * 3 <= len(self.header.columns)

    def _has_key(self, row: Row) -> bool:
        """Whether a row has anything that may be a person's number, right or wrong."""
        texts = [row[self.column_of[name]] for name in KEY_FIELDS if name in self.column_of]
        return any(map(_may_be_key, texts))

    def _explains(self, texts: Row) -> bool:
        """Whether the cells say how the columns are filled in: 必填, 文本, 如2024-06."""
        values = (not plain(text).startswith(self.headers.notes) for text in texts)
        return len(texts) >= 2 and _at_most(len(texts) // 2, values)


def _printed(table: Table, header: Header) -> frozenset[tuple[int, str]]:
    """Columns and texts of the rows of a header."""
    rows = table.rows[max(header.first, 0) : header.last + 1]
    return frozenset((at, cell.strip()) for row in rows for at, cell in enumerate(row) if cell.strip())


def _under_merged(table: Table, header: Header, column: int | None) -> frozenset[int]:
    """The rows under a header that share a merged cell of a column with the one above."""
    merged = [(top, bottom) for top, left, bottom, _ in table.merged if left == column and top > header.last]
    return frozenset(row for top, bottom in merged for row in range(top + 1, bottom + 1))


@lru_cache
def _fewest_repeated(cells: int) -> int:
    """Of so many filled cells, how many are words for their columns where the row is the header again."""
    return max(2, ceil(Fraction(3, 5) * cells))


def _at_most(most: int, marks: Iterable[bool]) -> bool:
    """Whether no more than so many are true; the rest is not asked for once it is settled."""
    return next(islice(filter(None, marks), most, None), None) is None


def first_two(row: Row) -> list[tuple[int, str]]:
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
    short = len(name) <= _LONGEST_NAME * (2 if name.isascii() else 1)
    return bool(name) and short and not _NO_NAME.search(name) and not _NO_NAME.search(text)


def _may_be_key(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS and not _HAN.search(text)


def _counts_columns(texts: Row) -> bool:
    """Whether a row numbers the columns: 1 2 3 4, (1) (2) (3)."""
    return len(texts) >= 3 and all(plain(text).strip("()") == str(at) for at, text in enumerate(texts, 1))
