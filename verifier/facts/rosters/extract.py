"""Tables of people and ledgers: every table with a header whose columns are known, and what the other tables are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@dataclass(frozen=True, slots=True)
class _Part:
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
    headers = HeaderWords.of(words) if tables else None
    found: list[_Part | Fact[Quantity]] = []
    last: _Part | None = None
    for table in tables:
        assert headers is not None
        if _is_dictionary(table, words):
            found.append(_left_out(table, 0, "代码表或填写说明"))
            continue
        parts = list(_parts(table, headers, words))
        joined = _joined(last, table, parts, headers, words) if last else None
        if last and joined:
            found[found.index(last)] = joined
            last = joined
            continue
        parts = parts or [_without_header(last, table, headers, words)]
        found += parts
        last = next((part for part in reversed(parts) if isinstance(part, _Part)), last)
    facts = (_fact(each) if isinstance(each, _Part) else each for each in found)
    return tuple(fact for fact in facts if isinstance(fact.value, Roster) or fact.value.number)


def _fact(part: _Part) -> Fact[Roster] | Fact[Quantity]:
    roster = part.roster
    if not roster.rows:
        return _left_out_fact(part.table, roster.place, len(roster.left_out), "只有表头，没有内容")
    shown = " ".join(text for text in part.header.texts if text)
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


def _parts(table: Table, headers: HeaderWords, words: Words) -> Iterator[_Part | Fact[Quantity]]:
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
        yield _Part(table, blocks[0], reader.roster(title), sections)


def _within(table: Table, blocks: list[Header], number: int) -> Table:
    """The table with nothing but one of the lists that stand side by side in it."""
    if len(blocks) == 1:
        return table
    held = [bool(text) for text in blocks[number].texts]
    first, last = held.index(True), len(held) - held[::-1].index(True)
    first = 0 if number == 0 else first
    rows = tuple((*[""] * first, *row[first:last]) for row in table.rows)
    return replace(table, rows=rows)


def _without_header(last: _Part | None, table: Table, headers: HeaderWords, words: Words) -> _Part | Fact[Quantity]:
    """A table whose header stands on the sheet before or among its rows, or that has none."""
    title = _title(table, 0, 0, words)
    if (
        last
        and table.sheet
        and last.table.sheet
        and _same_shape(last.table, table)
        and _looks_alike(last.roster, table)
    ):
        header: Header | None = replace(last.header, first=-1, last=-1)
    elif header := header_of_values(table.rows, words):
        header = _among_rows(table, headers) or header
    if header is None:
        return _left_out(table, 0, "没有认出表头")
    sections = _under(title, words)
    reader = RowReader(table, header, headers, words, sections)
    reader.read(0)
    return _Part(table, header, reader.roster(title), sections)


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
    sheet = (table.sheet or "").strip()
    plain = any(sheet.lower().startswith(word) for word in words.tables.plain_sheets)
    above = [
        " ".join(filled)
        for row in table.rows[start:end]
        if (filled := [cell.strip() for cell in row if cell.strip()]) and len(filled) <= 3
    ]
    parts = [table.title.strip(), "" if plain else sheet, *above]
    return " ".join(dict.fromkeys(part for part in parts if part))


def _joined(
    last: _Part, table: Table, parts: list[_Part | Fact[Quantity]], headers: HeaderWords, words: Words
) -> _Part | None:
    """The last roster with the rows of a table that goes on with it, with its header repeated or with none."""
    if table.sheet is not None or last.table.sheet is not None:
        return None
    if parts:
        more = parts[0]
        if len(parts) != 1 or not isinstance(more, _Part) or more.roster.title or not _same_columns(last, more):
            return None
        roster = more.roster
    elif table.title or not _same_shape(last.table, table) or not _looks_alike(last.roster, table):
        return None
    else:
        reader = RowReader(table, replace(last.header, first=-1, last=-1), headers, words, last.sections)
        reader.read(0)
        roster = reader.roster("")
    rows, left_out = last.roster.rows + roster.rows, last.roster.left_out + roster.left_out
    return replace(last, table=table, roster=replace(last.roster, rows=rows, left_out=left_out))


def _same_columns(last: _Part, more: _Part) -> bool:
    one, other = ([(column.field, column.index) for column in part.header.columns] for part in (last, more))
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
