"""The people whom a certificate lists in tables, with what each row says of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from verifier.facts.layout import GridRow, field_columns, page_grids, squeeze
from verifier.language.dates import find_dates
from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.names import is_name, may_be_name
from verifier.model import Box, DateSpan, Document, Person, Place, Table, TextLine, Words

_FIELDS = (
    "name",
    "resident_id",
    "student_number",
    "candidate_number",
    "major",
    "employer",
    "employer_place",
    "employer_address",
    "period",
    "period_from",
    "period_to",
    "school",
    "post",
)
_PERSON_FIELDS = frozenset(_FIELDS) - {"name", "employer", "employer_place", "employer_address", "school"}
_KEYS = frozenset(("resident_id", "student_number", "candidate_number"))
_SHARED = frozenset(_FIELDS) - _KEYS - {"name"}
"""what one merged cell may say of several people"""
_ID_TEXT = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{3,10}[*＊]{4,14}\d{0,4}[Xx]?)(?!\d)")
_NUMBER_TEXT = re.compile(r"(?!1[3-9]\d{9}$)[A-Za-z]{0,3}\d{6,14}")


_HEADER_ROWS = 8
"""rows of a table among which its header is sought"""
_LOOKED_AT = 5
"""rows under a header of which one has to have a name"""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of a list, with what the row itself says of school, employer and period."""

    person: Person
    place: Place
    quote: str
    confidence: float = 1.0
    period: DateSpan | None = None
    employer: str = ""
    address: str = ""
    school: str = ""


class _Header(NamedTuple):
    """The header of a list of people."""

    row: int
    """its index; -1: it stands over an earlier table, of which this one is the rest"""
    blocks: tuple[Mapping[str, int], ...]
    """field → column, of each of the lists that stand side by side"""


def listed(
    tables: Iterable[Table], lines: Collection[TextLine], document: Document, words: Words
) -> Iterator[PersonRow]:
    """The people of the tables of a certificate; where there are none, of rows of its lines that only boxes show."""
    yield from list(_of_tables(tables, words)) or _of_grids(set(lines), document, words)


def is_list(table: Table, words: Words) -> bool:
    """Whether a table has the header of a list of people; a form has none."""
    return _header(table, words) is not None


def cells_of(row: Sequence[str]) -> str:
    """The text of a row of a table."""
    return " ".join(filter(None, map(str.strip, row)))


def _header(table: Table, words: Words) -> _Header | None:
    """The header of a list of people; None for a form."""
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        blocks = _blocks(row, words)
        if _is_of_form(row):
            continue
        if _tells_people(blocks[0]) and _names_below(table, index, blocks[0]["name"]):
            return _Header(index, blocks)
    return None


def _is_of_form(row: Iterable[str]) -> bool:
    """Whether a row has values beside its labels: 姓名 | 张三 | 学号 | 2021001."""
    return any(is_name(plain_name(cell)) or cell.strip().isdigit() for cell in row)


def _blocks(row: Sequence[str], words: Words) -> tuple[Mapping[str, int], ...]:
    """The columns of a header by field; of several lists side by side, whose headers are the same, each."""
    columns = field_columns(row, words, _FIELDS)
    names = [at for at, cell in enumerate(row) if columns and squeeze(cell) == squeeze(row[columns.get("name", 0)])]
    if "name" not in columns or len(names) < 2 or any(at >= names[1] for at in columns.values()):
        return (columns,)
    shifts = [at - names[0] for at in names]
    return tuple({field: at + shift for field, at in columns.items() if at + shift < len(row)} for shift in shifts)


def _tells_people(columns: Mapping[str, int]) -> bool:
    return "name" in columns and not _PERSON_FIELDS.isdisjoint(columns)


def _continued(table: Table, last: _Header | None) -> _Header | None:
    """The header of a list that goes on on the next page without one."""
    fits = last and table.rows and len(table.rows[0]) > max(max(columns.values()) for columns in last.blocks)
    return _Header(-1, last.blocks) if last and fits else None


def _names_below(table: Table, head: int, column: int) -> bool:
    below = [
        row[column] for row in table.rows[head + 1 : head + 1 + _LOOKED_AT] if column < len(row) and row[column].strip()
    ]
    return any(may_be_name(plain_name(cell)) for cell in below)


def _of_tables(tables: Iterable[Table], words: Words) -> Iterator[PersonRow]:
    last: _Header | None = None
    for table in tables:
        header = _header(table, words) or _continued(table, last)
        if header is None:
            continue
        last = header
        for columns in header.blocks:
            for index, row in enumerate(table.rows[header.row + 1 :], header.row + 1):
                cells = {name: row[column] for name, column in columns.items() if column < len(row)}
                cells |= _shared(table, index, columns)
                if one := _row(cells, table.place_of(index, columns["name"]), cells_of(row), 1.0):
                    yield one


def _shared(table: Table, row: int, columns: Mapping[str, int]) -> dict[str, str]:
    """What cells that are merged over several rows say of one of them, by field."""
    return {
        name: table.rows[top][left]
        for name, column in columns.items()
        for top, left, bottom, right in table.merged
        if name in _SHARED and left <= column <= right and top <= row <= bottom and top < bottom
    }


def _of_grids(own: Collection[TextLine], document: Document, words: Words) -> Iterator[PersonRow]:
    last: PersonRow | None = None
    merged = ((table, _header(table, words)) for table in document.grids if table.merged)
    ruled = [(table, head) for table, head in merged if head]
    for header, *rows in page_grids(document, "姓名", least=2):
        heads = [line.text for line in header.lines]
        blocks = _blocks(heads, words)
        if not _tells_people(blocks[0]) or _is_of_form(heads) or (len(heads) == 2 and _KEYS.isdisjoint(blocks[0])):
            continue
        for row, columns in product(rows, blocks):
            part = row if len(blocks) == 1 else _within(row, columns)
            one = _of_grid_row(part, columns, ruled) if row.lines[0] in own and part.lines else None
            if one and not (last and _twice(one, last)):
                last = one
                yield one


def _within(row: GridRow, columns: Mapping[str, int]) -> GridRow:
    """What stands in the columns of one of several lists side by side."""
    return replace(row, lines=tuple(line for at in sorted(columns.values()) if (line := row.cells[at])))


def _of_grid_row(row: GridRow, columns: Mapping[str, int], ruled: Iterable[tuple[Table, _Header]]) -> PersonRow | None:
    """The person of a row of lines; `ruled`: the tables with merged cells that rulings make of the same pages."""
    anchor = row.cells[columns["name"]] or row.lines[0]
    values = {name: line.text for name, column in columns.items() if (line := row.cells[column])}
    for table, header in ruled:
        beside = (index for index, box in enumerate(table.row_boxes) if _lies_in(anchor.place, table.place, box))
        values |= next((_shared(table, index, header.blocks[0]) for index in beside if index > header.row), {})
    texts = [line.text.strip() for line in row.lines]
    confidence = min(line.confidence for line in row.lines)
    return _row(_sorted_out(values, texts), anchor.place, " ".join(texts), confidence)


def _lies_in(place: Place, table: Place, row: Box) -> bool:
    """Whether the middle of a place lies beside a row of a table on its page."""
    box = place.box
    return place.leaf == table.leaf and box is not None and row[1] < (box[1] + box[3]) / 2 < row[3]


def _twice(one: PersonRow, other: PersonRow) -> bool:
    """Whether two rows are two readings of one."""
    return one.person == other.person and _same_height(one.place, other.place)


def _same_height(a: Place, b: Place) -> bool:
    return a.leaf == b.leaf and a.box is not None and b.box is not None and a.box[1] < b.box[3] and b.box[1] < a.box[3]


def _sorted_out(values: dict[str, str], texts: Sequence[str]) -> dict[str, str]:
    """The values of a row read from a picture; what was glued together or lost its header is told by its shape."""
    name = re.sub(r"^[\d\s.、|]+|[\s|]*[男女]?[\s|\d]*$", "", values.get("name", ""))
    if len(name) < 2:
        glued = re.match(r"\d{1,3}[\s.、]*([\u4e00-\u9fff·]{2,10})(?=\s|$)", texts[0])
        name = glued[1] if glued else values.get("name", "")
    sorted_out = {**values, "name": name}
    for text in texts:
        plain = re.sub(r"(?<=\d)\s(?=[\dXx])", "", text)
        if match := _ID_TEXT.search(plain):
            sorted_out["resident_id"] = match[0]
        elif _NUMBER_TEXT.fullmatch(plain) and not values.keys() & {"student_number", "candidate_number"}:
            sorted_out["student_number"] = plain
    return sorted_out


def _row(cells: dict[str, str], place: Place, quote: str, confidence: float) -> PersonRow | None:
    name = plain_name(cells.get("name", ""))
    if not may_be_name(name):
        return None
    resident_id, state = check_id(cells.get("resident_id", ""))
    number = re.sub(r"[\s'’.]", "", cells.get("student_number", ""))
    candidate = re.sub(r"[\s'’.]", "", cells.get("candidate_number", ""))
    major = squeeze(cells.get("major", ""))
    if not (resident_id or number or candidate or major or cells.get("period") or cells.get("post")):
        return None
    person = Person(name, resident_id, state, number, candidate, major)
    return PersonRow(
        person,
        place,
        quote,
        confidence,
        _row_period(cells),
        squeeze(cells.get("employer", "")),
        squeeze(cells.get("employer_address") or cells.get("employer_place", "")),
        squeeze(cells.get("school", "")),
    )


def _row_period(cells: Mapping[str, str]) -> DateSpan | None:
    """From the first to the last date of the one cell; else from that of one cell to that of another."""
    stated = _spans(re.sub(r"\s+", "", cells.get("period", "")))
    begins, ends = _spans(cells.get("period_from", "")), _spans(cells.get("period_to", ""))
    if stated:
        return _until(stated[0], stated[-1])
    return DateSpan(begins[0].start, ends[-1].end, ends[-1].precision) if begins and ends else None


def _spans(text: str) -> list[DateSpan]:
    """The dates of a text that say the year."""
    return [one.span for one in find_dates(text) if one.span.start]


def _until(first: DateSpan, last: DateSpan) -> DateSpan:
    """From one date to another; the first alone where the other lies before it."""
    backward = first.start and last.end and last.end < first.start
    return first if backward else replace(first, end=last.end)
