"""Sheets: Excel, WPS and OpenDocument workbooks, CSV, and the web tables that report systems call .xls."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from verifier.model import Document, Place, SourceFile, Table, TextLine, column_letters
from verifier.readers.decode import decode, encoding_of
from verifier.readers.delimited import records, unspoiled
from verifier.readers.outcome import Damaged, Locked, clean_cell, partly
from verifier.readers.parts import Package, open_package
from verifier.readers.pasted import paste, unique
from verifier.readers.terms import limits
from verifier.readers.text import looks_like_html, read_html
from verifier.readers.workbook import SheetFacts, WorkbookFacts, read_workbook_facts

MAX_ROWS = 1_048_576
"""as many as a sheet of Excel has"""
FAR_COLUMN = 200
PRECISE = 10**15
"""from here on a stored number has lost its last digits"""
_FAR_MERGED = 500
"""a merged range may go to the last column, of thousands; nobody writes so far out"""
_BLANK_RUN = 1
_REMEMBERED = 100_000

Row = tuple[int, Sequence[object]]
"""index from 0, cells from column A on"""


def read_sheet(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """A table for each sheet in which anything stands, then the pictures inside."""
    assert file.stored is not None
    with file.stored.open("rb") as stored:
        head = stored.read(8)
        stored.seek(0)
        if head.startswith(b"PK"):
            with open_package(file.stored) as package:
                modern = "xl/" in " ".join(package.names)
                facts = read_workbook_facts(package) if modern else WorkbookFacts()
                document = _workbook(file, stored, facts)
                return (document, *_pictures(document, package, facts, work))
        if file.format == "xlsx" and head.startswith(b"\xd0\xcf\x11\xe0"):  # the container of what wants a password
            raise Locked
        if head.startswith(b"\xd0\xcf\x11\xe0") or head[:2] == b"\x09\x08":
            return (_workbook(file, stored, WorkbookFacts()),)
        encoding = encoding_of(stored)
        stored.seek(0)
        text = TextIOWrapper(stored, encoding, "replace")
        if looks_like_html(text.read(4096)):
            return (_web_tables(file, decode(file.stored.read_bytes())),)
        text.seek(0)
        return (_csv(file, text),)


def show(value: object, percent: bool = False) -> str:
    """A cell's value as a person reads it: ISO dates, whole numbers without a point, lost digits as 3.71082E+17."""
    if isinstance(value, str):
        return clean_cell(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and percent:
        return f"{value * 100:.10g}%"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    return "" if value is None else str(value)


def _number(value: float) -> str:
    if abs(value) >= PRECISE:
        return f"{value:.5E}"
    return str(int(value)) if value.is_integer() else f"{value:.15g}"


def _workbook(file: SourceFile, stored: BinaryIO, facts: WorkbookFacts) -> Document:
    try:
        workbook = CalamineWorkbook.from_filelike(stored)
    except PasswordError as fault:
        raise Locked from fault
    tables: list[Table] = []
    lost: list[str] = []
    for about in workbook.sheets_metadata:
        if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            continue
        known = facts.sheets.get(about.name, SheetFacts())
        try:
            rows, merged = _cells(workbook, about.name, stored, known)
            table = _table(file.path, about.name, islice(rows, MAX_ROWS), merged, known)
            more = next(rows, None) is not None
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # calamine's PanicException is no Exception; the other sheets still count
            lost.append(f"工作表「{about.name}」已损坏")
            continue
        if more:
            lost.append(f"工作表「{about.name}」超过 {MAX_ROWS} 行，后面的没有读")
        hidden = about.visible != SheetVisibleEnum.Visible
        tables += [replace(table, hidden=hidden)] if table else []
    if lost and not tables:
        raise Damaged("工作表已损坏，读不出来")
    document = Document(replace(file, pages=len(tables)), tables=tuple(tables))
    return partly(document, "、".join(lost)) if lost else document


def _cells(workbook: Any, name: str, stored: BinaryIO, known: SheetFacts) -> tuple[Iterator[Row], list[Any]]:
    """The rows in order with cells from column A on, one at a time, and the merged ranges."""
    # calamine lays out the whole rectangle: for two cells at the ends of a sheet it took more memory than there is
    if known.reach > limits().cells:
        return _sparse(stored, name), []
    sheet = workbook.get_sheet_by_name(name)
    before = [""] * (sheet.start or (0, 0))[1]
    rows = ([*before, *row] for row in sheet.iter_rows()) if before else sheet.iter_rows()
    return enumerate(rows), sheet.merged_cell_ranges or []


def _sparse(stored: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of a sheet with a stray cell far out: those in which anything stands, up to a column that people use."""
    import openpyxl

    sheet = openpyxl.load_workbook(stored, read_only=True, data_only=True)[name]
    rows = enumerate(sheet.iter_rows(values_only=True, max_col=FAR_COLUMN))
    return ((index, row) for index, row in rows if row.count(None) < len(row))


class _Shown(dict[object, str]):
    """Cells as a person reads them. A sheet repeats most of its texts: each is cleaned once, and kept once."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        self.clean = clean

    def __missing__(self, value: object) -> str:
        if type(value) is not str:
            return show(value)  # and not kept: True is equal to 1
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[value] = self.clean(value)
        return found


def _table(
    path: str,
    name: str,
    cells: Iterable[Row],
    merged: Sequence[Any],
    known: SheetFacts,
    clean: Callable[[str], str] = clean_cell,
) -> Table | None:
    shown = _Shown(clean).__getitem__
    covered = _Covered(merged)
    kept: list[tuple[str, ...]] = []
    numbers: list[int] = []
    blank = 0
    for index, row in cells:
        texts = tuple(map(shown, row))
        percent, hollow = known.percent.get(index + 1, ()), covered.columns(index)
        if percent or hollow:
            texts = tuple(
                "" if at in hollow else show(value, True) if at in percent else text
                for at, (text, value) in enumerate(zip(texts, row, strict=True))
            )
        blank = 0 if any(texts) else blank + 1
        if blank <= _BLANK_RUN and (kept or not blank):
            kept.append(texts)
            numbers.append(index + 1)
    while kept and not any(kept[-1]):
        kept.pop()
        numbers.pop()
    if not kept:
        return None
    width = max(map(_length, kept))
    for at, texts in enumerate(kept):
        if len(texts) != width:
            kept[at] = texts[:width] + ("",) * (width - len(texts))
    hidden = tuple(index for index, number in enumerate(numbers) if number in known.hidden_rows)
    place = Place(path, cell=f"{name}!A{numbers[0]}")
    return Table(tuple(kept), place, name, tuple(numbers), hidden, merged=tuple(_among(merged, numbers)))


def _among(merged: Iterable[Any], numbers: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """The merged ranges by the indices of the rows that were kept."""
    for (top, left), (bottom, right) in merged:
        first, last = bisect_left(numbers, top + 1), bisect_right(numbers, bottom + 1) - 1
        if first <= last:
            yield first, left, last, right


def _length(row: Sequence[str]) -> int:
    """Up to the last cell in which anything stands."""
    length = len(row)
    while length and not row[length - 1]:
        length -= 1
    return length


class _Covered:
    """Cells that a merged one covers, but for its first; asked row by row, from top to bottom."""

    def __init__(self, merged: Iterable[Any]) -> None:
        self._below = sorted(merged, reverse=True)
        self._open: list[Any] = []

    def columns(self, index: int) -> frozenset[int]:
        while self._below and self._below[-1][0][0] <= index:
            self._open.append(self._below.pop())
        if not self._open:
            return frozenset()
        self._open = [each for each in self._open if each[1][0] >= index]
        return frozenset(
            column
            for (top, left), (_, right) in self._open
            for column in range(left + (top == index), min(right, _FAR_MERGED) + 1)
        )


def _web_tables(file: SourceFile, text: str) -> Document:
    tables = read_html(text, file.path).tables
    if not tables:
        raise Damaged("文件里没有表格")
    named = []
    for index, table in enumerate(tables, 1):
        name = f"Sheet{index}"
        numbers = tuple(range(1, len(table.rows) + 1))
        place = Place(file.path, cell=f"{name}!A1")
        named.append(replace(table, place=place, sheet=name, row_numbers=numbers))
    return Document(replace(file, pages=len(named)), tables=tuple(named))


def _csv(file: SourceFile, text: Iterable[str]) -> Document:
    lines = _Watched(text)
    rows = records(lines)
    cells = enumerate(islice(rows, MAX_ROWS))
    table = _table(file.path, "Sheet1", cells, (), SheetFacts(), lambda cell: clean_cell(unspoiled(cell)))
    more = next(rows, None) is not None
    document = Document(replace(file, pages=1), tables=(table,) if table else ())
    if more:
        return partly(document, f"超过 {MAX_ROWS} 行，后面的没有读")
    return partly(document, "有些字的编码认不出") if lines.lost else document


class _Watched:
    """Lines, and whether any had bytes that fit no code page."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.lost = False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.lost = self.lost or "\ufffd" in line
            yield line


def _pictures(document: Document, package: Package, facts: WorkbookFacts, work: Path) -> list[Document]:
    """A document for each picture of the workbook, once, with the texts of the row at which it stands."""
    file = document.file
    rows = {part: (name, row) for name, sheet in facts.sheets.items() for row, part in reversed(sheet.pictures)}
    taken: set[str] = set()
    seen: set[str] = set()
    found = []
    for part in facts.media:
        try:
            data = package.read(part)
        except Damaged:
            continue
        context = _context(document, *rows[part]) if part in rows else ()
        picture = paste(file, unique(part, taken), data, context, work)
        if picture and picture.file.sha256 not in seen:
            seen.add(picture.file.sha256)
            found.append(picture)
    return found


def _context(document: Document, name: str, number: int) -> tuple[TextLine, ...]:
    """The sheet's first row, when it is a title, and the cells of the row at which a picture stands."""
    table = next((each for each in document.tables if each.sheet == name), None)
    if table is None:
        return ()
    lines = []
    for index, row in enumerate(table.rows):
        title = index == 0 and sum(map(bool, row)) == 1
        if not title and table.row_numbers[index] != number:
            continue
        for column, text in enumerate(row):
            if text:
                place = Place(document.file.path, cell=f"{name}!{column_letters(column)}{table.row_numbers[index]}")
                lines.append(TextLine(text.replace("\n", " "), place, role="title" if title else "caption"))
    return tuple(lines)
