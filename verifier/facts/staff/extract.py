"""The people who work at the station: rows of staff tables, and names listed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise, permutations, zip_longest

from verifier.facts.layout import (
    Grid,
    form_tables,
    header_text,
    is_close_over,
    is_close_under,
    looks_like_label,
    page_grids,
    squeeze,
    visual_rows,
)
from verifier.facts.running_lines import run_on
from verifier.facts.staff.cells import (
    NAME_HEADER,
    cards_in,
    groups_of,
    in_group,
    is_label,
    name_column,
    said_of,
    with_note,
)
from verifier.facts.staff.rows import by_mark, legend, people_in_rows, unmarked
from verifier.facts.staff.texts import CHOICE, EITHER, described_in, named_in, names_post, noted_in, posted_in, tells
from verifier.language.identity_numbers import plain_name
from verifier.language.names import is_name, may_be_name
from verifier.language.numerals import fold
from verifier.model import STAFF, Document, Fact, Observed, Place, Table, TextLine, Words

_LONGEST_LABEL = 8
"""characters of a label for the liaison"""
_SERIAL = re.compile(r"^[\d.、\s]+")
_FEWEST_TURNED = 2
"""names in a row that make it the head of a turned table; one is the value of a card"""
_FEWEST_UNDER_NAMES = 2
"""people of a screen's list: a name over a word may stand there by chance"""
_SHORTEST_LIST = 5
"""characters of a cell that says of somebody what they are: 站长：张三"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """A fact of kind `staff` for every person, once a document; role `liaison`, label 专职, 兼职, either or ''.

    Tables of students are none. What two places say of one person is put together.
    """
    found: dict[str, Fact[str]] = {}
    sources = chain(*(each(seen.document, words) for each in (_of_tables, _of_page, _of_texts)))
    for fact in sources:
        before = found.get(fact.value)
        found[fact.value] = _joined(before, fact) if before else fact
    return tuple(found.values())


def _joined(first: Fact[str], second: Fact[str]) -> Fact[str]:
    told = [fact.label for fact in (first, second) if fact.label not in ("", EITHER)]
    return replace(first, role=first.role or second.role, label=next(iter(told), first.label or second.label))


def _fact(name: str, quote: str, place: Place, confidence: float, text: str, words: Words) -> Fact[str]:
    """What the words about a person say: full or part time, liaison or not."""
    plain = CHOICE.sub("", text)
    liaison = any(word in plain for word in words.text.liaison)
    return Fact(
        STAFF,
        name,
        quote,
        place,
        confidence,
        "staff",
        "liaison" if liaison else "",
        EITHER if EITHER in text else _kind(plain, words),
    )


def _kind(text: str, words: Words) -> str:
    full = any(word in text for word in words.text.fulltime)
    part = any(word in text for word in words.text.parttime)
    return "专职" if full and not part else "兼职" if part and not full else ""


def _of_tables(document: Document, words: Words) -> Iterator[Fact[str]]:
    tables = form_tables(document)
    turned = {id(table): _turned(table, words) for table in tables}
    notes = _notes(document, words)
    junk = tuple(map(header_text, words.tables.junk_rows))
    for table in tables:
        yield from turned[id(table)]
        groups = groups_of(table, words)
        listed = tuple(_rows_of_staff(table, words))
        for index, column, head in listed:
            row = table.rows[index]
            name = plain_name(unmarked(row[column]))
            filled = [cell.strip() for cell in row if cell.strip()]
            # a sum or a remark, or a row that shows how the table is filled in
            is_junk = bool(filled) and header_text(filled[0]).startswith(junk)
            if may_be_name(name) and len(filled) > 1 and not is_junk:
                said = in_group(said_of(head, row, table.title, words), groups[index], words)
                said = with_note(said, by_mark(row[column], notes), words)
                yield _fact(name, " ".join(filled), table.place_of(index, column), 1.0, said, words)
        yield from _of_cards(table, words)
        if not listed and _speaks_of_staff(document, words):
            for index, column, name, said in people_in_rows(table.rows, words):
                yield _fact(name, f"{name} {said}", table.place_of(index, column), 1.0, said, words)
    yield from _liaisons_of_forms([table for table in tables if not turned[id(table)]], words)


def _notes(document: Document, words: Words) -> Mapping[str, str]:
    """What notes say of marked names, by the mark."""
    cells = (cell for table in form_tables(document) for row in table.rows for cell in row)
    return legend((*(line.text for line in document.lines), *cells), words)


def _speaks_of_staff(document: Document, words: Words) -> bool:
    texts = chain((line.text for line in document.lines), (table.title for table in document.tables))
    return any(label in squeeze(text) for text in texts for label in words.text.staff_labels)


def _turned(table: Table, words: Words) -> tuple[Fact[str], ...]:
    """The people of a table that has a column for each: its rows begin with what the header of a list would say."""
    names = next((index for index, row in enumerate(table.rows) if _is_row_of_names(row)), -1)
    rows = [row for row in table.rows[max(names, 0) :] if any(map(str.strip, row))]
    head = [row[0] for row in rows]
    if names < 0 or name_column(head, words) is None or not all(map(looks_like_label, head)):
        return ()
    facts: list[Fact[str]] = []
    for column, cell in enumerate(table.rows[names][1:], 1):
        told = [row[column].strip() if column < len(row) else "" for row in rows]
        if may_be_name(plain_name(cell)):
            said = said_of(head, told, table.title, words)
            facts.append(_fact(plain_name(cell), " ".join(told), table.place_of(names, column), 1.0, said, words))
    return tuple(facts)


def _is_row_of_names(row: Sequence[str]) -> bool:
    """Whether a row begins with 姓名 and goes on with several names."""
    names = [plain_name(cell) for cell in row[1:] if cell.strip()]
    is_led = bool(row) and NAME_HEADER.fullmatch(header_text(row[0])) is not None
    known = sum(map(is_name, names))
    return is_led and known >= max(_FEWEST_TURNED, len(names) / 2) and all(map(may_be_name, names))


def _rows_of_staff(table: Table, words: Words) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Row, column of its name, and header of every row of a table of staff."""
    head: Sequence[str] = ()
    column = begun = -1
    for index, row in enumerate(table.rows):
        below = table.rows[index + 1] if index + 1 < len(table.rows) else ()
        above = table.rows[index - 1] if index and column < 0 else ()
        whole = _joined_head(above if _is_head(above) else (), row)
        found = name_column(whole, words, below)
        if found is not None:
            head, column, begun = whole, found, index
        elif index == begun + 1 and 0 <= column < len(row) and not row[column].strip() and _is_head(row):
            head = _joined_head(head, row)
        elif 0 <= column < len(row):
            yield index, column, head


def _is_head(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and all(map(looks_like_label, filled))


def _joined_head(upper: Sequence[str], lower: Sequence[str]) -> Sequence[str]:
    """A header of two rows as one: 任职情况 over 专职 and 兼职; what the lower row leaves blank stands in the upper."""
    return [under if under.strip() else over for over, under in zip_longest(upper, lower, fillvalue="")]


def _of_cards(table: Table, words: Words) -> Iterator[Fact[str]]:
    for row, column, name, said in cards_in(table, words):
        yield _fact(name, f"{name} {said}", table.place_of(row, column), 1.0, said, words)


def _liaisons_of_forms(tables: Sequence[Table], words: Words) -> Iterator[Fact[str]]:
    """A form's field for the liaison; the staff table of the same form says whether full time."""
    for table in tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row[:-1]):
                if not _is_liaison_label(cell, words):
                    continue
                value = next((text for text in row[column + 1 :] if text.strip()), "")
                name = plain_name(re.split(r"[(（\s\d]", value.strip())[0]) if value else ""
                if _may_be_person(name, words):
                    yield _fact(
                        name, f"{squeeze(cell)} {value.strip()}", table.place_of(index, column), 1.0, cell, words
                    )


def _may_be_person(text: str, words: Words) -> bool:
    """Whether a text may be a name: in a table of staff 专职, or the next label, stands beside 联络专员."""
    return may_be_name(text) and not tells(text, words) and not is_label(text, words)


def _is_liaison_label(cell: str, words: Words) -> bool:
    label = header_text(cell).removesuffix("姓名")
    return len(label) <= _LONGEST_LABEL and any(label.endswith(word) for word in words.text.liaison)


def _of_page(document: Document, words: Words) -> Iterator[Fact[str]]:
    """Staff tables, and liaison fields of forms, of which a picture shows only the lines."""
    notes = _notes(document, words)
    for grid in page_grids(document, "姓名"):
        head = [line.text for line in grid[0].lines]
        column = name_column(head, words)
        if column is not None:
            yield from _of_grid(grid[1:], head, column, notes, words)
    yield from _under_names(document, words)
    rows = visual_rows(document.lines)
    if _speaks_of_staff(document, words):
        yield from _in_rows(rows, words)
    for row in rows:
        for label, value in pairwise(row):
            name = plain_name(value.text)
            if _is_liaison_label(label.text, words) and _may_be_person(name, words):
                quote = f"{label.text.strip()} {value.text.strip()}"
                yield _fact(name, quote, value.place, min(label.confidence, value.confidence), label.text, words)


def _under_names(document: Document, words: Words) -> Iterator[Fact[str]]:
    """People of a screen's list, each with a line on the post under the name: 站长·兼职."""
    told = [
        (above, below)
        for above, below in permutations((line for line in document.lines if line.place.box), 2)
        if is_close_under(below, above) and is_name(plain_name(above.text)) and names_post(below.text, words)
    ]
    is_told = any(tells(squeeze(below.text), words) for _, below in told)
    if len(told) >= _FEWEST_UNDER_NAMES and is_told:
        for above, below in told:
            quote, sure = f"{above.text.strip()} {below.text.strip()}", min(above.confidence, below.confidence)
            yield _fact(plain_name(above.text), quote, above.place, sure, squeeze(below.text), words)


def _in_rows(rows: Sequence[Sequence[TextLine]], words: Words) -> Iterator[Fact[str]]:
    """People whom rows of lines name, each beside a post."""
    for index, column, name, said in people_in_rows([[line.text for line in row] for row in rows], words):
        sure = min(line.confidence for line in rows[index])
        yield _fact(name, f"{name} {said}", rows[index][column].place, sure, squeeze(said), words)


def _of_grid(
    rows: Grid, head: Sequence[str], column: int, notes: Mapping[str, str], words: Words
) -> Iterator[Fact[str]]:
    for row in rows:
        line = row.cells[column]
        name = plain_name(unmarked(_SERIAL.sub("", line.text))) if line else ""
        if line and may_be_name(name) and len(row.lines) > 1:
            said = said_of(head, [cell.text if cell else "" for cell in row.cells], "", words)
            said = with_note(said, by_mark(line.text, notes), words)
            quote = " ".join(cell.text.strip() for cell in row.lines)
            yield _fact(name, quote, line.place, min(cell.confidence for cell in row.lines), said, words)


def _of_texts(document: Document, words: Words) -> Iterator[Fact[str]]:
    joined_lines = {line.place: line for line in run_on(document.lines)}
    whole = {place: tuple(_of_text(line, words)) for place, line in joined_lines.items()}
    paragraphs = [joined_lines.get(line.place, line) for line in document.lines]
    texts = [fold(line.text) for line in paragraphs]
    for index, name, said in (
        *described_in(texts, words),
        *noted_in(texts, words),
        *posted_in(texts, lambda at: fold(_over(at, document.lines)), words),
    ):
        line = paragraphs[index]
        yield _fact(name, line.text.strip(), line.place, line.confidence, said, words)
    for line in document.lines:
        joined = whole.get(line.place, ())
        yield from joined
        yield from (fact for fact in _of_text(line, words) if not _is_broken(fact, line, joined))
    for table in form_tables(document):
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if len(cell) >= _SHORTEST_LIST:
                    yield from _of_text(TextLine(cell, table.place_of(index, column)), words)


def _over(at: int, lines: Sequence[TextLine]) -> str:
    """What stands over a line: the one before it; of lines with boxes the one close above it."""
    line = lines[at]
    if line.place.box is None:
        return lines[at - 1].text if at else ""
    return next((other.text for other in lines if is_close_over(other, line)), "")


def _is_broken(fact: Fact[str], line: TextLine, whole: Sequence[Fact[str]]) -> bool:
    """Whether a name at a line's end goes on in the next line."""
    at_end = fold(line.text).rstrip().endswith(fact.value)
    return at_end and any(each.value != fact.value and each.value.startswith(fact.value) for each in whole)


def _of_text(line: TextLine, words: Words) -> Iterator[Fact[str]]:
    for name, said in named_in(fold(line.text), words):
        yield _fact(name, line.text.strip(), line.place, line.confidence, said, words)
