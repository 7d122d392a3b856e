"""What a person does not see of a workbook is left out of its tables, kept beside them, and asked about once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verifier.model import Document, Flag, Place, Table
from verifier.readers.sheets.facts import SheetFacts, WorkbookFacts
from verifier.readers.sheets.rows import seen_of

_QUOTED = 30
"""characters of what is hidden"""

Hidden = tuple[Place, str]
"""where something is hidden, and what"""


def as_seen(document: Document, facts: WorkbookFacts) -> Document:
    """The workbook with what a person sees in its cells; all its tables beside that where some hide anything."""
    tables: list[Table] = []
    hidden: list[Hidden] = []
    for table in document.tables:
        known = facts.sheets.get(table.sheet or "", SheetFacts())
        found = next(_in_cells(table, known), None)
        seen = seen_of(table, known) if found else table
        tables += [seen] if seen else []
        hidden += [found] if found else []
    if hidden:
        document = replace(document, tables=tuple(tables), unveiled=document.tables)
    every = (*hidden, *_in_boxes(document, facts))
    return replace(document, flags=(*document.flags, _flag(document, *every[0]))) if every else document


def _in_cells(table: Table, known: SheetFacts) -> Iterator[Hidden]:
    """The cells of which a person does not see all, where anything stands in them."""
    for index, number in enumerate(table.row_numbers) if known.hides else ():
        row = table.rows[index]
        for column, seen in sorted(known.seen_in(number, len(row)).items()):
            if column < len(row) and row[column] and (not seen or row[column] != seen):
                yield table.place_of(index, column), row[column]


def _in_boxes(document: Document, facts: WorkbookFacts) -> Iterator[Hidden]:
    for name, sheet in facts.sheets.items():
        for box in sheet.boxes:
            if box.seen != box.text:
                yield Place(document.file.path, cell=f"{name}!A{box.row}"), box.text


def _flag(document: Document, place: Place, text: str) -> Flag:
    """One question for text that a program would read and a person does not see."""
    path = document.file.path
    why = "白色或与底色相近、过小、格式不显示或被图形遮住"
    quoted = " ".join(text.split())[:_QUOTED]
    message = f"「{path}」中有看不见的文字（{why}，如“{quoted}”），没有计入，请打开原件核对。"
    return Flag("content-unconfirmed", "review", message, place)
