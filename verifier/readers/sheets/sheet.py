"""Sheets: Excel, WPS and OpenDocument workbooks, CSV, and the web tables that report systems call .xls."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from verifier import ole
from verifier.model import Document, Place, SourceFile, Table
from verifier.readers.decode import decode, encoding_of
from verifier.readers.outcome import Damaged, Locked, clean_cell, partly
from verifier.readers.parts import open_package
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.remarks import remarked
from verifier.readers.sheets.biff.container import contained
from verifier.readers.sheets.biff.facts import old_stream, read_biff_facts
from verifier.readers.sheets.biff.records import BOF
from verifier.readers.sheets.biff.workbook import read_old_workbook
from verifier.readers.sheets.delimited import records, unspoiled
from verifier.readers.sheets.drawn import with_drawn
from verifier.readers.sheets.facts import SheetFacts, WorkbookFacts
from verifier.readers.sheets.ods import read_ods_facts
from verifier.readers.sheets.repacked import is_usual, repacked
from verifier.readers.sheets.rows import Merged, Row, table_of
from verifier.readers.sheets.workbook import read_workbook_facts
from verifier.readers.terms import limits
from verifier.readers.text import looks_like_html
from verifier.readers.web.page import read_html, web_documents

MAX_ROWS = 1_048_576
"""as many as a sheet of Excel has"""
FAR_COLUMN = 200
_FEW_NULS = 10
"""a line of which more than one character in so many is NUL is read in a wrong code page"""
_WHOLE_BIFF_8 = 0x0600, 0x0005
"""version of the workbooks of 1997 and after, and that it is one and not a sheet alone"""
_ODS_CONTENT = "content.xml"
_CAPITALS, _USUAL = (f"{name}\0".encode("utf-16-le") for name in ("WORKBOOK", "Workbook"))
"""name of the stream of a workbook, as some programs write it and as it is"""


def read_sheet(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """A table for each sheet in which anything stands, then the pictures inside."""
    assert file.stored is not None
    with file.stored.open("rb") as stored:
        head = stored.read(len(ole.MAGIC))
        stored.seek(0)
        if head.startswith(b"PK"):
            return _of_package(file, stored, work)
        if file.format == "xlsx" and head == ole.MAGIC:  # the container of what wants a password
            raise Locked
        if head == ole.MAGIC:
            return _of_container(file, stored.read(), work)
        if struct.unpack("<H", head[:2].ljust(2, b"\0"))[0] in BOF:
            return _of_stream(file, stored.read(), work)
        encoding = encoding_of(stored)
        stored.seek(0)
        text = TextIOWrapper(stored, encoding, "replace")
        if looks_like_html(text.read(4096)):
            return _web_tables(file, decode(file.stored.read_bytes()), work)
        text.seek(0)
        return (_csv(file, text),)


def _of_package(file: SourceFile, stored: BinaryIO, work: Path) -> tuple[Document, ...]:
    assert file.stored is not None
    with open_package(file.stored) as package:
        if _ODS_CONTENT in package.names:
            facts = read_ods_facts(package)
            return with_drawn(_workbook(file, stored, facts), facts, work)
        facts = read_workbook_facts(package)
        if is_usual(package):
            return with_drawn(_workbook(file, stored, facts), facts, work)
        with repacked(package, work, file.sha256).open("rb") as usual:
            return with_drawn(_workbook(file, usual, facts), facts, work)


def _of_container(file: SourceFile, data: bytes, work: Path) -> tuple[Document, ...]:
    """A workbook of 1997 and after, or one of before."""
    if old := old_stream(data):
        return _old_workbook(file, old, work)
    facts = read_biff_facts(data)
    usual = data.replace(_CAPITALS, _USUAL) if _CAPITALS in data else data  # calamine knows one spelling
    document = _workbook(file, BytesIO(usual), facts)
    remarks = [remark for sheet in facts.sheets.values() for remark in sheet.remarks]
    return with_drawn(remarked(document, remarks), facts, work)


def _of_stream(file: SourceFile, stream: bytes, work: Path) -> tuple[Document, ...]:
    """A workbook that lies in no container."""
    if struct.unpack_from("<HH", stream.ljust(8, b"\0"), 4) == _WHOLE_BIFF_8:
        return _of_container(file, contained(stream), work)
    return _old_workbook(file, stream, work)


def _old_workbook(file: SourceFile, stream: bytes, work: Path) -> tuple[Document, ...]:
    tables = []
    sheets = read_old_workbook(stream)
    for sheet in sheets:
        table = table_of(file.path, sheet.name, islice(sheet.rows, MAX_ROWS), (), sheet.facts)
        tables += [replace(table, hidden=sheet.hidden)] if table else []
    document = Document(replace(file, pages=len(tables)), tables=tuple(tables))
    return with_drawn(document, WorkbookFacts({sheet.name: sheet.facts for sheet in sheets}), work)


def _workbook(file: SourceFile, stored: BinaryIO, facts: WorkbookFacts) -> Document:
    try:
        workbook = CalamineWorkbook.from_filelike(stored)
    except PasswordError as fault:
        raise Locked from fault
    if not workbook.sheets_metadata:  # calamine looks for the usual prefixes of OpenDocument and no others
        raise Damaged("没有读到工作表")
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


def _web_tables(file: SourceFile, text: str, work: Path) -> tuple[Document, ...]:
    document, *pictures = web_documents(file, read_html(text, file.path), data_picture, work)
    if not (document.tables or document.unveiled):
        raise Damaged("文件里没有表格")
    tables = _as_sheets(document.tables, file.path)
    unveiled = document.unveiled and _as_sheets(document.unveiled, file.path)
    pages = tuple(page for page in document.pages if page.lines or page.unveiled)
    whole = replace(document, file=replace(file, pages=len(tables)), pages=pages, tables=tables, unveiled=unveiled)
    return (whole, *pictures)


def _as_sheets(tables: Sequence[Table], path: str) -> tuple[Table, ...]:
    named = []
    for index, table in enumerate(tables, 1):
        name = f"Sheet{index}"
        numbers = tuple(range(1, len(table.rows) + 1))
        named.append(replace(table, place=Place(path, cell=f"{name}!A1"), sheet=name, row_numbers=numbers))
    return tuple(named)


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
            self.lost = self.lost or "\ufffd" in line or line.count("\0") * _FEW_NULS > len(line)
            yield line
