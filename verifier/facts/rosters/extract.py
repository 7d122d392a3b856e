"""Tables of people and ledgers: every table with a header whose columns are known, and what the other tables are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.facts.rosters import cell_values
from verifier.facts.rosters.headerless import header_of_values, settle_by_values
from verifier.facts.rosters.headers import Header, find_header, header_at, is_header_row
from verifier.facts.rosters.rows import RowReader
from verifier.facts.rosters.sections import Sections, level_named
from verifier.language.header_words import HeaderWords
from verifier.language.identity_numbers import check_id
from verifier.model import ROSTER, TABLE_LEFT_OUT, Fact, Observed, Place, Quantity, Roster, Table, Words

_MOST_IN_TITLE = 3
"""filled cells of a row that belongs to the title over a header"""
_APART = 0.04
"""of a table's width, by which the columns of two pages may lie apart"""

EXPLAINS = "代码表或填写说明"
"""why a sheet of codes or instructions is left out"""


@dataclass(frozen=True, slots=True)
class _ReadRoster:
    """A table with its header, or one of several that stand in it one under another."""

    table: Table
    header: Header
    roster: Roster
    sections: Sections


def extract(seen: Observed, words: Words) -> tuple[Fact[object], ...]:
    """A fact of kind `roster` for every table whose columns are known, in the order of the document.

    Hidden rows and sheets are read too. A table that goes on over several pages is one roster. What gives no roster
    is a fact of kind `table-left-out`: how many filled rows, with the reason as label. So every filled row is a row
    of a roster, stands in its `left_out`, or is counted there.
    """
    tables = (*seen.document.tables, *seen.document.grids)
    if not tables:
        return ()
    headers = HeaderWords.of(words)
    found: list[_ReadRoster | Fact[Quantity]] = []
    for table in tables:
        if _is_dictionary(table, words):
            found.append(_left_out(table, 0, EXPLAINS))
            continue
        at, last = _last_roster(found)
        read = list(_rosters_in(table, headers, words))
        if last and (joined := _joined(last, table, read, headers, words)):
            found[at] = joined
        else:
            found += read or [_without_header(last, table, headers, words)]
    return tuple(_facts(found))


def _last_roster(found: Sequence[_ReadRoster | Fact[Quantity]]) -> tuple[int, _ReadRoster | None]:
    """The roster that a further table may go on with, and where it stands."""
    for at in reversed(range(len(found))):
        one = found[at]
        if isinstance(one, _ReadRoster):
            return at, one
    return -1, None


def _facts(found: Sequence[_ReadRoster | Fact[Quantity]]) -> Iterator[Fact[Roster] | Fact[Quantity]]:
    """The rosters, and the tables that are none and hold anything."""
    for each in found:
        fact = _fact(each) if isinstance(each, _ReadRoster) else each
        if isinstance(fact.value, Roster) or fact.value.number:
            yield fact


def _fact(read: _ReadRoster) -> Fact[Roster] | Fact[Quantity]:
    roster = read.roster
    if not roster.rows:
        return _left_out_fact(read.table, roster.place, len(roster.left_out), "只有表头，没有内容")
    shown = " ".join(text for text in read.header.texts if text)
    confidence = sum(column.confidence for column in roster.columns) / len(roster.columns)
    return Fact(ROSTER, roster, roster.title or shown, roster.place, round(confidence, 3), "rosters")


def _left_out(table: Table, start: int, reason: str) -> Fact[Quantity]:
    filled = sum(any(map(str.strip, row)) for row in table.rows[start:])
    return _left_out_fact(table, table.place_of(start), filled, reason)


def _left_out_fact(table: Table, place: Place, filled: int, reason: str) -> Fact[Quantity]:
    quote = table.sheet or table.title or next((cell for row in table.rows for cell in row if cell.strip()), "")
    return Fact(TABLE_LEFT_OUT, Quantity(Fraction(filled), "行"), quote, place, 1.0, "rosters", label=reason)


def _is_dictionary(table: Table, words: Words) -> bool:
    sheet = (table.sheet or "").strip().lower()
    return any(
        sheet == word[1:].lower() if word.startswith("=") else word.lower() in sheet
        for word in words.tables.dictionary_sheets
    )


def _rosters_in(table: Table, headers: HeaderWords, words: Words) -> Iterator[_ReadRoster | Fact[Quantity]]:
    """The rosters that stand one under another in a table; nothing where it has no header at all."""
    start: int | None = 0
    while start is not None:
        header = find_header(table, start, headers)
        if header is None:
            if start:
                yield _left_out(table, start, "没有认出表头")
            return
        title = _title(table, start, header.first, words)
        sections = _under(title, words)
        blocks = [settle_by_values(block, table.rows) for block in header.blocks()]
        reader = RowReader(_within(table, blocks, 0), blocks[0], headers, words, sections)
        reader.read_above(start)
        start = reader.read(header.last + 1)
        for number, block in enumerate(blocks[1:], 1):
            beside = reader.beside(_within(table, blocks, number), block)
            beside.read(header.last + 1, len(table.rows) if start is None else start)
        yield _ReadRoster(table, blocks[0], reader.roster(title), sections)


def _within(table: Table, blocks: list[Header], number: int) -> Table:
    """The table with nothing but one of the lists that stand side by side in it."""
    if len(blocks) == 1:
        return table
    held = [bool(text) for text in blocks[number].texts]
    first, last = held.index(True), len(held) - held[::-1].index(True)
    first = 0 if number == 0 else first
    rows = tuple((*[""] * first, *row[first:last]) for row in table.rows)
    return replace(table, rows=rows)


def _without_header(
    last: _ReadRoster | None, table: Table, headers: HeaderWords, words: Words
) -> _ReadRoster | Fact[Quantity]:
    """A table whose header stands on the sheet before or among its rows, or that has none."""
    title = _title(table, 0, 0, words)
    header = header_of_values(table.rows, words)
    if last and table.sheet and last.table.sheet and _goes_on(last, table):
        header = _header_before(last)
    elif header:
        header = _among_rows(table, headers) or header
    if header is None:
        return _left_out(table, 0, "没有认出表头")
    sections = _under(title, words)
    reader = RowReader(table, header, headers, words, sections)
    reader.read(0)
    return _ReadRoster(table, header, reader.roster(title), sections)


def _header_before(last: _ReadRoster) -> Header:
    """The header of a roster for rows that go on with it elsewhere."""
    return replace(last.header, first=-1, last=-1)


def _among_rows(table: Table, headers: HeaderWords) -> Header | None:
    """The header of a table that was sorted with it."""
    for index, row in enumerate(table.rows):
        head = next(filter(None, map(str.strip, row)), "")
        if headers.exactly(head) and is_header_row(row, headers) and (header := header_at(table, index, headers)):
            return header
    return None


def _under(title: str, words: Words) -> Sections:
    level = level_named(title, words)
    return Sections({"level": level}, sources={"level": title}) if level else Sections({})


def _title(table: Table, start: int, end: int, words: Words) -> str:
    """What stands over a header, outermost first: the paragraph before, the name of the sheet, rows of few cells."""
    sheet = (table.sheet or "").strip()
    if any(sheet.lower().startswith(word) for word in words.tables.plain_sheets):
        sheet = ""
    filled = [list(filter(None, map(str.strip, row))) for row in table.rows[start:end]]
    above = [" ".join(texts) for texts in filled if 1 <= len(texts) <= _MOST_IN_TITLE]
    return " ".join(filter(None, dict.fromkeys((table.title.strip(), sheet, *above))))


def _joined(
    last: _ReadRoster, table: Table, read: list[_ReadRoster | Fact[Quantity]], headers: HeaderWords, words: Words
) -> _ReadRoster | None:
    """The last roster with the rows of a table that goes on with it, with its header repeated or with none."""
    if table.sheet is not None or last.table.sheet is not None:
        return None
    more = _under_same_header(last, read) if read else _under_no_header(last, table, headers, words)
    if more is None:
        return None
    rows, left_out = last.roster.rows + more.rows, last.roster.left_out + more.left_out
    return replace(last, table=table, roster=replace(last.roster, rows=rows, left_out=left_out))


def _under_same_header(last: _ReadRoster, read: list[_ReadRoster | Fact[Quantity]]) -> Roster | None:
    """What was read of a table where it is one roster without a title, under the columns of the last one."""
    more = read[0]
    if len(read) > 1 or not isinstance(more, _ReadRoster) or more.roster.title or not _same_columns(last, more):
        return None
    return more.roster


def _under_no_header(last: _ReadRoster, table: Table, headers: HeaderWords, words: Words) -> Roster | None:
    """The rows of a table without title and header that looks like the last one."""
    if table.title or not _goes_on(last, table):
        return None
    reader = RowReader(table, _header_before(last), headers, words, last.sections)
    reader.read(0)
    return reader.roster("")


def _goes_on(last: _ReadRoster, table: Table) -> bool:
    return _same_shape(last.table, table) and (_looks_alike(last.roster, table) or in_same_places(last.table, table))


def in_same_places(one: Table, other: Table) -> bool:
    """Whether the columns of two tables that were read out of pictures begin at the same shares of their widths."""
    starts = one.column_starts, other.column_starts
    alike = len(starts[0]) == len(starts[1]) > 0
    return alike and all(abs(a - b) <= _APART for a, b in zip(*starts, strict=True))


def _same_columns(last: _ReadRoster, more: _ReadRoster) -> bool:
    one, other = ([(column.field, column.index) for column in read.header.columns] for read in (last, more))
    return one == other


def _same_shape(before: Table, table: Table) -> bool:
    return bool(before.rows and table.rows) and max(map(len, before.rows)) == max(map(len, table.rows))


def _looks_alike(roster: Roster, table: Table) -> bool:
    """Whether the first rows hold names or IDs, or go on counting, where the roster does."""
    index = {column.field: column.index for column in roster.columns if column.index >= 0}
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
    name = cell_values.of_field("name")(text)
    return 2 <= len(name) <= 4 and all("\u4e00" <= letter <= "\u9fff" for letter in name)
