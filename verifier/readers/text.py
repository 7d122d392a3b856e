"""Plain text and Markdown: lines with their numbers, and tables of tabs; and web pages, which may come as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.blank_columns import FEWEST_CELLS, parted, rows_of
from verifier.readers.decode import decode
from verifier.readers.outcome import clean, trimmed
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.sheets.delimited import unspoiled
from verifier.readers.web.page import read_html, web_documents

_FEW_NULS = 10
"""a text of which more than one character in so many is NUL is read in a wrong code page"""
_FEWEST_ROWS, _FEWEST_TABS, _FEWEST_MARKS = 3, 2, 3
"""lines one under another, and tabs or other marks in each, that make a table; fewer set a label from its value"""
_BLANKS = "  "
_RULE = re.compile(r"[\s|,;:+=-]*")


def read_text(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """One document of one page, then the pictures in it; an empty line keeps its number and has no row."""
    assert file.stored is not None
    text = decode(file.stored.read_bytes())
    if text.count("\0") * _FEW_NULS > len(text):
        text = text.replace("\0", "\ufffd")
    if looks_like_html(text):
        return web_documents(file, read_html(text, file.path), data_picture, work)
    tables = tuple(_tables(text, file.path))
    page = Page(Place(file.path), lines=plain_lines(_without(text, tables), file.path))
    return (Document(replace(file, pages=1), (page,), tables=tables),)


def looks_like_html(text: str) -> bool:
    head = text[:4096].lower()
    return any(mark in head for mark in ("<html", "<!doctype html", "<body", "<table", "<meta", "<div"))


def plain_lines(text: str, path: str) -> tuple[TextLine, ...]:
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        marked = re.match(r"#{1,6}\s+(.+)", line)
        words = clean(marked[1] if marked else line)
        if words:
            lines.append(TextLine(words, Place(path, line=number), role="heading" if marked else "body"))
    return tuple(lines)


def _tables(text: str, path: str) -> Iterator[Table]:
    """The runs of lines that one mark parts into cells, each under the line before it."""
    title = ""
    told = text.split("\n")
    for mark, run in groupby(zip(_marks(told), enumerate(told, 1), strict=True), key=lambda each: each[0]):
        lines = [numbered for _, numbered in run]
        if mark and len(lines) >= _FEWEST_ROWS and (cells := _cells([line for _, line in lines], mark[0])):
            rows = trimmed([[clean(unspoiled(cell)) for cell in row] for row in cells])
            yield Table(rows, Place(path, line=lines[0][0]), title=title)
            title = ""
        else:
            title = next(filter(None, (clean(line) for _, line in reversed(lines))), title)


def _cells(lines: list[str], mark: str) -> list[list[str]]:
    if mark == _BLANKS:
        return rows_of(lines)
    return [[""] if _RULE.fullmatch(line) else line.split(mark) for line in lines]


def _marks(lines: list[str]) -> list[tuple[str, int] | None]:
    """The marks of lines; a rule between two lines of a table (|---|---|) belongs to them."""
    marks = [_mark(line) for line in lines]
    for at in range(1, len(lines) - 1):
        before = marks[at - 1]
        if before and before == marks[at + 1] and lines[at].strip() and _RULE.fullmatch(lines[at]):
            marks[at] = before
    return marks


def _mark(line: str) -> tuple[str, int] | None:
    """The mark that parts a line into cells, and of bars and commas, which stand in sentences too, how many it has."""
    line = line.strip()
    if line.count("\t") >= _FEWEST_TABS:
        return "\t", 0
    marks = ((mark, line.count(mark)) for mark in "|,;")
    told = next(((mark, many) for mark, many in marks if many >= _FEWEST_MARKS and not _RULE.fullmatch(line)), None)
    return told or ((_BLANKS, 0) if _BLANKS in line and len(parted(line)) >= FEWEST_CELLS else None)


def _without(text: str, tables: tuple[Table, ...]) -> str:
    """The text with the lines of its tables blank, so that the others keep their numbers."""
    lines = text.split("\n")
    for table in tables:
        start = (table.place.line or 1) - 1
        lines[start : start + len(table.rows)] = [""] * len(table.rows)
    return "\n".join(lines)
