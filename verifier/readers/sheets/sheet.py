"""Sheets: Excel, WPS and OpenDocument workbooks, CSV, and the web tables that report systems call .xls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from verifier import ole
from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.decode import decode, encoding_of
from verifier.readers.outcome import Damaged, Locked, clean_cell, partly
from verifier.readers.parts import Package, open_package
from verifier.readers.pictures.pasted import paste, unique
from verifier.readers.sheets.delimited import records, unspoiled
from verifier.readers.sheets.rows import Merged, Row, table_of
from verifier.readers.sheets.workbook import SheetFacts, WorkbookFacts, read_workbook_facts
from verifier.readers.terms import limits
from verifier.readers.text import looks_like_html, read_html

MAX_ROWS = 1_048_576
"""as many as a sheet of Excel has"""
FAR_COLUMN = 200
_BARE_XLS = b"\x09\x08"
"""first bytes of an old workbook without a container"""


def read_sheet(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """A table for each sheet in which anything stands, then the pictures inside."""
    assert file.stored is not None
    with file.stored.open("rb") as stored:
        head = stored.read(len(ole.MAGIC))
        stored.seek(0)
        if head.startswith(b"PK"):
            with open_package(file.stored) as package:
                modern = "xl/" in " ".join(package.names)
                facts = read_workbook_facts(package) if modern else WorkbookFacts()
                document = _workbook(file, stored, facts)
                return (document, *_pictures(document, package, facts, work))
        if file.format == "xlsx" and head == ole.MAGIC:  # the container of what wants a password
            raise Locked
        if head == ole.MAGIC or head.startswith(_BARE_XLS):
            return (_workbook(file, stored, WorkbookFacts()),)
        encoding = encoding_of(stored)
        stored.seek(0)
        text = TextIOWrapper(stored, encoding, "replace")
        if looks_like_html(text.read(4096)):
            return (_web_tables(file, decode(file.stored.read_bytes())),)
        text.seek(0)
        return (_csv(file, text),)


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
            table, more = _sheet(file.path, about.name, workbook, stored, known)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # calamine's PanicException is no Exception; the other sheets still count
            lost.append(f"工作表「{about.name}」已损坏")
            continue
        if more:
            lost.append(f"工作表「{about.name}」超过 {MAX_ROWS} 行，后面的没有读")
        if table:
            tables.append(replace(table, hidden=about.visible != SheetVisibleEnum.Visible))
    if lost and not tables:
        raise Damaged("工作表已损坏，读不出来")
    document = Document(replace(file, pages=len(tables)), tables=tuple(tables))
    return partly(document, "、".join(lost)) if lost else document


def _sheet(
    path: str, name: str, workbook: CalamineWorkbook, stored: BinaryIO, known: SheetFacts
) -> tuple[Table | None, bool]:
    """The table, and whether there are more rows than are read."""
    rows, merged = _cells(workbook, name, stored, known)
    table = table_of(path, name, islice(rows, MAX_ROWS), merged, known)
    return table, next(rows, None) is not None


def _cells(
    workbook: CalamineWorkbook, name: str, stored: BinaryIO, known: SheetFacts
) -> tuple[Iterator[Row], list[Merged]]:
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


def _web_tables(file: SourceFile, text: str) -> Document:
    web = read_html(text, file.path)
    tables = web.tables
    if not tables:
        raise Damaged("文件里没有表格")
    named = []
    for index, table in enumerate(tables, 1):
        name = f"Sheet{index}"
        numbers = tuple(range(1, len(table.rows) + 1))
        place = Place(file.path, cell=f"{name}!A1")
        named.append(replace(table, place=place, sheet=name, row_numbers=numbers))
    said = (Page(Place(file.path), lines=web.lines),) if web.lines else ()
    return Document(replace(file, pages=len(named)), said, tuple(named))


def _csv(file: SourceFile, text: Iterable[str]) -> Document:
    lines = _Watched(text)
    rows = records(lines)
    cells = enumerate(islice(rows, MAX_ROWS))
    table = table_of(file.path, "Sheet1", cells, (), SheetFacts(), lambda cell: clean_cell(unspoiled(cell)))
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
    lines: list[TextLine] = []
    for index, row in enumerate(table.rows if table else ()):
        title = index == 0 and sum(map(bool, row)) == 1
        if table and (title or table.row_numbers[index] == number):
            lines += _spoken(table, index, "title" if title else "caption")
    return tuple(lines)


def _spoken(table: Table, index: int, role: Literal["title", "caption"]) -> Iterator[TextLine]:
    for column, text in enumerate(table.rows[index]):
        if text:
            yield TextLine(text.replace("\n", " "), table.place_of(index, column), role=role)
