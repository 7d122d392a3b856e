"""Plain text, Markdown and web pages: lines with their numbers, and the tables of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from lxml import etree, html

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.decode import decode
from verifier.readers.outcome import clean, filled, trimmed

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_UNSEEN = {"script", "style", "noscript", "template", "svg"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
Role = Literal["title", "heading", "body", "caption"]


def read_text(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """One document of one page; an empty line keeps its number and has no row."""
    assert file.stored is not None
    text = decode(file.stored.read_bytes())
    if looks_like_html(text):
        lines, tables = read_html(text, file.path)
    else:
        lines, tables = _plain(text, file.path), ()
    page = Page(Place(file.path), lines=lines)
    return (Document(replace(file, pages=1), (page,), tables),)


def looks_like_html(text: str) -> bool:
    head = text[:4096].lower()
    return any(mark in head for mark in ("<html", "<!doctype html", "<body", "<table", "<meta", "<div"))


def read_html(text: str, path: str) -> tuple[tuple[TextLine, ...], tuple[Table, ...]]:
    """Lines outside the tables, numbered in order, and the tables. Nothing outside the file is fetched."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return (), ()
    data_tables = [table for table in root.iter("table") if _is_data(table)]
    lines: list[TextLine] = []
    title_of: dict[Any, tuple[str, int]] = {}
    for block, role, table in _blocks(root, set(data_tables)):
        if table is not None:
            title_of[table] = (lines[-1].text if lines else "", len(lines) + len(title_of) + 1)
        elif block:
            lines.append(TextLine(block, Place(path, line=len(lines) + len(title_of) + 1), role=role))
    tables = [
        Table(trimmed(rows), Place(path, line=title_of[table][1]), title=title_of[table][0], merged=tuple(merged))
        for table in data_tables
        if table in title_of
        for rows, merged in [_cells(table)]
    ]
    return tuple(lines), filled(tuple(tables))


def _plain(text: str, path: str) -> tuple[TextLine, ...]:
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        marked = re.match(r"#{1,6}\s+(.+)", line)
        words = clean(marked[1] if marked else line)
        if words:
            lines.append(TextLine(words, Place(path, line=number), role="heading" if marked else "body"))
    return tuple(lines)


def _is_data(table: Any) -> bool:
    """A table of figures, not one that lays out a page: no table inside, two rows and two columns."""
    rows = list(table.iter("tr"))
    return not any(inner is not table for inner in table.iter("table")) and len(rows) > 1 and max(map(len, rows)) > 1


def _blocks(root: Any, tables: set[Any]) -> Iterator[tuple[str, Role, Any]]:
    """Text of each block in reading order; a data table comes as itself."""
    waiting: list[str] = []
    role: Role = "body"
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if _within(node, tables) or not isinstance(node.tag, str):
            continue
        if event == "start":
            if node.tag in _BLOCKS or node in tables:
                yield clean("".join(waiting)), role, None
                waiting, role = [], _role(node)
            if node in tables:
                yield "", role, node
            elif node.tag not in _UNSEEN and not _hidden(node):
                waiting.append(node.text or "")
        else:
            if node.tag in _BLOCKS or node in tables:
                yield clean("".join(waiting)), role, None
                waiting, role = [], "body"
            waiting.append("" if _hidden(node) else node.tail or "")
    yield clean("".join(waiting)), role, None


def _within(node: Any, tables: set[Any]) -> bool:
    return any(parent in tables for parent in node.iterancestors())


def _hidden(node: Any) -> bool:
    return any(isinstance(parent.tag, str) and parent.tag in _UNSEEN for parent in node.iterancestors())


def _role(node: Any) -> Role:
    if node.tag in _HEADINGS:
        return "title" if node.tag == "h1" else "heading"
    return "title" if node.tag == "title" else "body"


def _cells(table: Any) -> tuple[list[list[str]], list[tuple[int, int, int, int]]]:
    """Rows of texts, a spanning cell's in its first place, and the spanning cells as `Table.merged` has them."""
    rows: list[list[str]] = []
    merged: list[tuple[int, int, int, int]] = []
    below: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while below.get((number, len(cells))):
                cells.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if wide > 1 or high > 1:
                merged.append((number, len(cells), number + high - 1, len(cells) + wide - 1))
            for down in range(high):
                below.update({(number + down, len(cells) + right): True for right in range(wide)} if down else {})
            cells.extend([clean(cell.text_content()), *[""] * (wide - 1)])
        rows.append(cells)
    return rows, merged


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 500) if value.isdigit() else 1
