"""Items of a statement in its tables: the rows under a header that names them, the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.counting.eligibility.period import in_period
from verifier.counting.papers.own_words import spans_named
from verifier.facts.layout import visual_rows
from verifier.language.comparing_text import plain
from verifier.model import HEADING, Fact, Observed, Papers, RuleSet, Table

_SECTION, SHORT_SECTION = 14, 8
"""characters of a heading that names a part of an item; in a short one the word may stand anywhere"""
_LONGEST_DATE = 24
"""characters of a cell that says when"""
_NAME = "名称"
"""with this the label of an item's name ends; alone, on a page, it may be that of anything"""
_HEADER_ROWS = 4
"""rows of a table among which its header stands"""


def rows_of_items(seen: Observed, papers: Papers, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items of tables: the rows under a header that names them, or in a form what stands beside their name."""
    names, sections = rules.words.judging.innovation_columns, rules.words.judging.item_sections
    for table in seen.document.tables:
        heads = ((index, _column(row, names)) for index, row in enumerate(table.rows[:_HEADER_ROWS]))
        head, column = next(((index, column) for index, column in heads if column is not None), (0, None))
        if column is None:
            continue
        rows = [(index, row) for index, row in enumerate(table.rows) if index > head]
        below = [(index, _cell(row, column)) for index, row in rows if not _is_of_other_year(row, column, papers)]
        if any(text and is_section(plain(text), sections) for _, text in below):
            yield from _beside(table, column, names)
        else:
            yield from (_named(table, index, column) for index, text in below if len(text) >= 3 and not text.isdigit())


def fields_of_items(seen: Observed, headings: Sequence[Fact[str]], rules: RuleSet) -> Iterator[Fact[str]]:
    """The items that a form names of which a page shows the lines alone: what stands beside 案例名称.

    The paper is such a form where a text stands beside one of its numbered headings.
    """
    rows = [row for row in visual_rows(seen.document.lines) if len(row) > 1]
    led = {row[0].place for row in rows}
    if not any(heading.place in led for heading in headings):
        return
    names = [name for name in rules.words.judging.innovation_columns if name != _NAME and name.endswith(_NAME)]
    for row in rows:
        label, value = row[0], row[1]
        if plain(label.text).rstrip(":").endswith(tuple(names)) and len(plain(label.text)) <= _SECTION:
            text = value.text.strip()
            yield Fact(HEADING, text[:50], text[:80], value.place, value.confidence, "items")


def _is_of_other_year(row: Sequence[str], column: int, papers: Papers) -> bool:
    """Whether the cells beside an item, each no more than a date, name a time and none in the period."""
    short = (cell for at, cell in enumerate(row) if at != column and len(plain(cell)) <= _LONGEST_DATE)
    lies = [
        inside
        for cell in short
        for span, _ in spans_named(cell)
        if (inside := in_period(span, papers.period)) is not None
    ]
    return bool(lies) and not any(lies)


def _beside(table: Table, column: int, names: Sequence[str]) -> Iterator[Fact[str]]:
    """What stands beside the name in a form that has a block of fields for each item."""
    for index, row in enumerate(table.rows):
        if _cell(row, column + 1) and any(plain(_cell(row, column)).endswith(name) for name in names):
            yield _named(table, index, column + 1)


def _named(table: Table, row: int, column: int) -> Fact[str]:
    text = _cell(table.rows[row], column)
    return Fact(HEADING, text[:50], text[:80], table.place_of(row, column), 1.0, "items")


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _column(row: Sequence[str], names: Sequence[str]) -> int | None:
    if sum(1 for cell in row if cell.strip()) < 2:
        return None
    return next((index for index, cell in enumerate(row) if any(plain(cell).endswith(name) for name in names)), None)


def is_section(heading: str, sections: tuple[str, ...]) -> bool:
    """Whether a heading names a part of one item (背景, 成效) and no item."""
    return len(heading) <= _SECTION and any(
        heading.startswith(word) or (len(heading) <= SHORT_SECTION and word in heading) or heading.endswith(word)
        for word in sections
    )
