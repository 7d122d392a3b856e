"""People who stand in hidden rows, columns and sheets: they are read as all others, and that is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_uppercase

from verifier.model import Document, Flag, Observed, Place, Table
from verifier.model.papers import column_letters

_TELLING = re.compile(r"[\u4e00-\u9fff]{2}")
"""in a text that may say something"""
_QUOTED = 30
"""characters of it that a message shows"""
_SHOWN = 8
"""runs of rows named of a sheet"""


def hidden_rows(seen: Observed) -> tuple[Flag, ...]:
    """One flag a file whose rosters have rows or columns that a person who opens it does not see."""
    concerned = [table for table in seen.document.tables if table.hidden or table.hidden_rows or table.hidden_columns]
    if not concerned:
        return ()
    read = _rows_read(seen)
    told = [text for table in concerned if (text := _of_table(table, read.get(table.sheet or "", ())))]
    if not told:
        return ()
    text = f"「{seen.path}」有隐藏的内容，已一并读取：{'；'.join(told)}，请取消隐藏后核对是否应当计入。"
    return (Flag("hidden-rows", "note", text, Place(seen.path)),)


def as_seen(seen: Observed) -> tuple[Document, Flag] | None:
    """The document without what hides in rows, columns and sheets that are no people's, and the flag that quotes the
    first of it; None where nothing does. What it hides then stands in `unveiled`, like all text that nobody sees.

    The flag is for cells for which that would count: most workbooks hide lists of codes.
    """
    people = {
        (row.place.cell or "").rpartition("!")[0]
        for fact in seen.rosters
        for row in fact.value.rows
        if row.person.name or row.person.resident_id
    }
    tables = tuple(table if table.sheet in people else _without_hidden(table) for table in seen.document.tables)
    pairs = zip(seen.document.tables, tables, strict=True)
    lost = next((text for before, after in pairs if (text := _first_lost(before, after))), "")
    if not lost:
        return None
    text = f"「{seen.path}」的隐藏行、列或工作表里有文字（如“{lost}”），没有计入，请取消隐藏或打开原件核对。"
    flag = Flag("content-unconfirmed", "review", text, Place(seen.path))
    kept = tuple(table for table in tables if any(map(any, table.rows)))
    unveiled = seen.document.tables if seen.document.unveiled is None else seen.document.unveiled
    return replace(seen.document, tables=kept, unveiled=unveiled), flag


def _without_hidden(table: Table) -> Table:
    """The table with nothing in the cells that are not shown."""
    hidden, columns = set(table.hidden_rows), set(table.hidden_columns)
    if not (table.hidden or hidden or columns):
        return table
    rows = (
        tuple("" if table.hidden or index in hidden or at in columns else cell for at, cell in enumerate(row))
        for index, row in enumerate(table.rows)
    )
    return replace(table, rows=tuple(rows))


def _first_lost(before: Table, after: Table) -> str:
    """The first text that the one has and the other has not."""
    cells = (
        (one, other) for rows in zip(before.rows, after.rows, strict=True) for one, other in zip(*rows, strict=True)
    )
    return next((one[:_QUOTED] for one, other in cells if one != other and _TELLING.search(one)), "")


def _rows_read(seen: Observed) -> dict[str, list[int]]:
    """Sheet → the numbers of its rows that are rows of rosters."""
    read: dict[str, list[int]] = {}
    for fact in seen.rosters:
        for row in fact.value.rows:
            sheet, _, cell = (row.place.cell or "").rpartition("!")
            read.setdefault(sheet, []).append(int(cell.lstrip(ascii_uppercase) or 0))
    return read


def _of_table(table: Table, read: Sequence[int]) -> str:
    if table.hidden:
        number = len(set(read))
        return f"隐藏的工作表「{table.sheet}」中的{number}行" if number else ""
    hidden = {table.row_numbers[index] for index in table.hidden_rows}
    found = sorted(hidden.intersection(read))
    told = [f"隐藏的{_runs(found)}（共{len(found)}行）"] if found else []
    columns = [column_letters(column) for column in table.hidden_columns if any(row[column] for row in table.rows)]
    told += [f"隐藏的{'、'.join(columns)}列"] if columns and read else []
    return f"工作表「{table.sheet}」{'和'.join(told)}" if told else ""


def _runs(numbers: Sequence[int]) -> str:
    """第5、8至20行"""
    starts = [number for before, number in pairwise((-1, *numbers)) if number != before + 1]
    ends = [number for number, after in pairwise((*numbers, -1)) if after != number + 1]
    runs = [f"{start}" if start == end else f"{start}至{end}" for start, end in zip(starts, ends, strict=True)]
    return f"第{'、'.join(runs[:_SHOWN])}行" + ("等" if len(runs) > _SHOWN else "")
