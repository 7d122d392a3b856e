"""Plain text and Markdown: lines with their numbers, and tables of tabs; and web pages, which may come as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.decode import decode
from verifier.readers.outcome import clean, trimmed
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.sheets.delimited import unspoiled
from verifier.readers.web.page import read_html, web_documents

_FEW_NULS = 10
"""a text of which more than one character in so many is NUL is read in a wrong code page"""
_FEWEST_ROWS, _FEWEST_TABS, _FEWEST_MARKS = 3, 2, 3
"""lines one under another, and tabs or other marks in each, that make a table; fewer set a label from its value"""
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
    for mark, run in groupby(enumerate(text.split("\n"), 1), key=_mark):
        lines = list(run)
        if mark and len(lines) >= _FEWEST_ROWS:
            rows = trimmed([[clean(unspoiled(cell)) for cell in line.split(mark[0])] for _, line in lines])
            yield Table(rows, Place(path, line=lines[0][0]), title=title)
            title = ""
        else:
            title = next(filter(None, (clean(line) for _, line in reversed(lines))), title)


def _mark(numbered: tuple[int, str]) -> tuple[str, int] | None:
    """The mark that parts a line into cells, and of bars and commas, which stand in sentences too, how many it has."""
    line = numbered[1].strip()
    if line.count("\t") >= _FEWEST_TABS:
        return "\t", 0
    marks = ((mark, line.count(mark)) for mark in "|,;")
    return next(((mark, many) for mark, many in marks if many >= _FEWEST_MARKS and not _RULE.fullmatch(line)), None)


def _without(text: str, tables: tuple[Table, ...]) -> str:
    """The text with the lines of its tables blank, so that the others keep their numbers."""
    lines = text.split("\n")
    for table in tables:
        start = (table.place.line or 1) - 1
        lines[start : start + len(table.rows)] = [""] * len(table.rows)
    return "\n".join(lines)
