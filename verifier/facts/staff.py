"""The people who work at the station: rows of staff tables, and names listed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise, zip_longest

from verifier.facts.layout import (
    Grid,
    form_tables,
    header_text,
    looks_like_label,
    page_grids,
    run_on,
    squeeze,
    visual_rows,
)
from verifier.facts.staff_texts import CHOICE, EITHER, chosen, described_in, named_in, tells
from verifier.language.identity_numbers import plain_name
from verifier.language.names import is_name, may_be_name
from verifier.language.numerals import fold
from verifier.model import STAFF, Document, Fact, Observed, Place, Table, TextLine, WordList, Words

_NAME_HEADER = re.compile(r"(?:工作人员|教师|人员|教职工|职工)?姓名|工作人员|NAME")
_TICK = re.compile(r"[(（\[]?\s*[√✓✔✅☑☒vV是有1●■]\s*[)）\]]?|\[[xX]\]")
_SERIAL = re.compile(r"^[\d.、\s]+")
_LONGEST_LABEL, _LONGEST_ASKED = 8, 12
"""characters of a label for the liaison, and of one with what may be chosen: 任职性质（专职/兼职）"""
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
    for table in form_tables(document):
        for index, column, head in _rows_of_staff(table, words):
            row = table.rows[index]
            name = plain_name(row[column])
            filled = [cell.strip() for cell in row if cell.strip()]
            if may_be_name(name) and len(filled) > 1:
                said = _said(head, row, table.title, words)
                yield _fact(name, " ".join(filled), table.place_of(index, column), 1.0, said, words)
        yield from _of_cards(table, words)
    yield from _liaisons_of_forms(form_tables(document), words)


def _rows_of_staff(table: Table, words: Words) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Row, column of its name, and header of every row of a table of staff."""
    head: Sequence[str] = ()
    column = begun = -1
    for index, row in enumerate(table.rows):
        below = table.rows[index + 1] if index + 1 < len(table.rows) else ()
        above = table.rows[index - 1] if index and column < 0 else ()
        whole = _joined_head(above if _is_head(above) else (), row)
        found = _name_column(whole, words, below)
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


def _name_column(row: Sequence[str], words: Words, below: Sequence[str] = ()) -> int | None:
    """The column of names when the row is the header of a table of staff."""
    heads = [header_text(cell) for cell in row]
    if not _headers(words.text.student_columns).isdisjoint(heads):
        return None
    bare = [re.sub(r"\(.*\)", "", head) for head in heads]
    if _headers(words.text.staff_columns).isdisjoint((*heads, *bare)):
        return None
    column = next((index for index, head in enumerate(heads) if _NAME_HEADER.fullmatch(head)), None)
    return None if column is None or _name_beside(row, column, words, below) else column


def _name_beside(row: Sequence[str], column: int, words: Words, below: Sequence[str]) -> str:
    """The name that stands right of its label, as on a card about one person; '' in the header of a list."""
    value = next(filter(None, map(plain_name, row[column + 1 :])), "")
    under = below[column] if column < len(below) else ""
    is_card = (is_name(value) and not is_name(plain_name(under))) or (may_be_name(value) and _is_label(under, words))
    return value if is_card and not _is_label(value, words) else ""


def _is_label(cell: str, words: Words) -> bool:
    """Whether a cell asks for something that a table of staff tells: 部门, 站内岗位, 是否联络员."""
    label = header_text(cell)
    is_asked = label.endswith(tuple(_headers(words.text.staff_columns)))
    return len(label) <= _LONGEST_ASKED and (is_asked or any(word in label for word in words.text.ticked))


def _of_cards(table: Table, words: Words) -> Iterator[Fact[str]]:
    """People who have a card each, of labels with a value to the right; the card says 专职, 兼职, 联络员 or 站长."""
    cells = [header_text(cell) for row in table.rows for cell in row]
    if not _headers(words.text.student_columns).isdisjoint(cells):
        return
    starts = [
        (index, column, name)
        for index, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if _NAME_HEADER.fullmatch(header_text(cell))
        and (name := _name_beside(row, column, words, next(iter(table.rows[index + 1 : index + 2]), ())))
    ]
    ends = [*(index for index, _, _ in starts), len(table.rows)][1:]
    for (index, column, name), end in zip(starts, ends, strict=True):
        said = " ".join(_said_on_card(table.rows[index : max(end, index + 1)], words))
        if tells(said, words) or any(label in said for label in words.text.staff_labels):
            yield _fact(name, f"{name} {said}", table.place_of(index, column), 1.0, said, words)


def _said_on_card(rows: Iterable[Sequence[str]], words: Words) -> Iterator[str]:
    for row in rows:
        filled = [cell.strip() for cell in row if cell.strip()]
        yield from (
            _said_by(header_text(label), cell, words) for label, cell in pairwise(filled) if _is_label(label, words)
        )


@lru_cache(maxsize=8)
def _headers(names: WordList) -> frozenset[str]:
    return frozenset(map(header_text, names))


def _said(head: Sequence[str], row: Sequence[str], title: str, words: Words) -> str:
    """The cells of a row as words; where they leave open who works full time, the title may say that all do."""
    said = [_said_by(header_text(header), cell, words) for header, cell in zip(head, row, strict=False)]
    is_told = any(word in " ".join(said) for word in (words.text.fulltime[0], words.text.parttime[0]))
    if not is_told and any(word in title for word in words.text.fulltime_titles):
        said.append(words.text.fulltime[0])
    return " ".join(said)


def _said_by(header: str, cell: str, words: Words) -> str:
    """What a cell says: 专 and 兼 stand for 专职 and 兼职, a tick for its header, a box that is ticked for its word."""
    full, part = words.text.fulltime[0], words.text.parttime[0]
    short = {full[0]: full, part[0]: part}
    asked = any(word in header for word in words.text.ticked)
    text = squeeze(chosen(cell, ("是", "否") if asked and not CHOICE.search(header) else (), words))
    if text in short:
        return short[text]
    if _TICK.fullmatch(text) and asked and not CHOICE.search(header):
        return header.replace("是否", "")
    return part if text == "否" and f"是否{full}" in header else text


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
    return may_be_name(text) and not tells(text, words) and not _is_label(text, words)


def _is_liaison_label(cell: str, words: Words) -> bool:
    label = header_text(cell).removesuffix("姓名")
    return len(label) <= _LONGEST_LABEL and any(label.endswith(word) for word in words.text.liaison)


def _of_page(document: Document, words: Words) -> Iterator[Fact[str]]:
    """Staff tables, and liaison fields of forms, of which a picture shows only the lines."""
    for grid in page_grids(document, "姓名"):
        head = [line.text for line in grid[0].lines]
        column = _name_column(head, words)
        if column is not None:
            yield from _of_grid(grid[1:], head, column, words)
    for row in visual_rows(document.lines):
        for label, value in pairwise(row):
            name = plain_name(value.text)
            if _is_liaison_label(label.text, words) and _may_be_person(name, words):
                quote = f"{label.text.strip()} {value.text.strip()}"
                yield _fact(name, quote, value.place, min(label.confidence, value.confidence), label.text, words)


def _of_grid(rows: Grid, head: Sequence[str], column: int, words: Words) -> Iterator[Fact[str]]:
    for row in rows:
        line = row.cells[column]
        name = plain_name(_SERIAL.sub("", line.text)) if line else ""
        if line and may_be_name(name) and len(row.lines) > 1:
            said = _said(head, [cell.text if cell else "" for cell in row.cells], "", words)
            quote = " ".join(cell.text.strip() for cell in row.lines)
            yield _fact(name, quote, line.place, min(cell.confidence for cell in row.lines), said, words)


def _of_texts(document: Document, words: Words) -> Iterator[Fact[str]]:
    joined_lines = {line.place: line for line in run_on(document.lines)}
    whole = {place: tuple(_of_text(line, words)) for place, line in joined_lines.items()}
    paragraphs = [joined_lines.get(line.place, line) for line in document.lines]
    for index, name, said in described_in([fold(line.text) for line in paragraphs], words):
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


def _is_broken(fact: Fact[str], line: TextLine, whole: Sequence[Fact[str]]) -> bool:
    """Whether a name at a line's end goes on in the next line."""
    at_end = fold(line.text).rstrip().endswith(fact.value)
    return at_end and any(each.value != fact.value and each.value.startswith(fact.value) for each in whole)


def _of_text(line: TextLine, words: Words) -> Iterator[Fact[str]]:
    for name, said in named_in(fold(line.text), words):
        yield _fact(name, line.text.strip(), line.place, line.confidence, said, words)
