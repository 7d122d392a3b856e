"""Plain text, Markdown and web pages: lines with their numbers, and the tables and pictures of a web page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from lxml import etree, html

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.decode import decode
from verifier.readers.embedded import data_picture
from verifier.readers.outcome import clean, filled, trimmed
from verifier.readers.pasted import paste, unique

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_UNSEEN = {"script", "style", "noscript", "template", "svg"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CAPTION = 60
"""characters; a longer line beside a picture is running text"""
Role = Literal["title", "heading", "body", "caption"]


@dataclass(frozen=True, slots=True)
class Web:
    """What stands on a web page."""

    lines: tuple[TextLine, ...]
    """outside the tables, numbered in order"""
    tables: tuple[Table, ...]
    pictures: tuple[tuple[str, tuple[TextLine, ...]], ...]
    """address and the lines that speak of it"""


def read_text(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """One document of one page, then the pictures in it; an empty line keeps its number and has no row."""
    assert file.stored is not None
    text = decode(file.stored.read_bytes())
    if looks_like_html(text):
        return web_documents(file, read_html(text, file.path), data_picture, work)
    return (Document(replace(file, pages=1), (Page(Place(file.path), lines=plain_lines(text, file.path)),)),)


def web_documents(
    file: SourceFile, web: Web, found: Callable[[str], tuple[str, bytes] | None], work: Path
) -> tuple[Document, ...]:
    """The page, then its pictures: `found` gives name and bytes of one that lies in the file itself."""
    documents = [Document(replace(file, pages=1), (Page(Place(file.path), lines=web.lines),), web.tables)]
    taken: set[str] = set()
    seen: set[str] = set()
    for address, context in web.pictures:
        picture = found(address)
        if picture and address not in seen:
            seen.add(address)
            document = paste(file, unique(picture[0], taken), picture[1], context, work)
            documents += [document] if document else []
    return tuple(documents)


def looks_like_html(text: str) -> bool:
    head = text[:4096].lower()
    return any(mark in head for mark in ("<html", "<!doctype html", "<body", "<table", "<meta", "<div"))


def read_html(text: str, path: str) -> Web:
    """What stands on the page. Nothing outside the file is fetched."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return Web((), (), ())
    data_tables = [table for table in root.iter("table") if _is_data(table)]
    lines: list[TextLine] = []
    title_of: dict[Any, tuple[str, int]] = {}
    pictures: list[tuple[Any, int]] = []
    for block, role, node in _blocks(root, set(data_tables)):
        if node is not None and node.tag == "img":
            pictures.append((node, len(lines)))
        elif node is not None:
            title_of[node] = (lines[-1].text if lines else "", len(lines) + len(title_of) + 1)
            pictures += [(picture, len(lines)) for picture in node.iter("img")]
        elif block:
            lines.append(TextLine(block, Place(path, line=len(lines) + len(title_of) + 1), role=role))
    tables = [
        Table(trimmed(rows), Place(path, line=title_of[table][1]), title=title_of[table][0], merged=tuple(merged))
        for table in data_tables
        if table in title_of
        for rows, merged in [_cells(table)]
    ]
    shown = tuple((node.get("src", "").strip(), _context(node, lines, at, path)) for node, at in pictures)
    return Web(tuple(lines), filled(tuple(tables)), shown)


def _context(picture: Any, lines: list[TextLine], at: int, path: str) -> tuple[TextLine, ...]:
    """The title and last heading over a picture, the short lines beside it, or the cells of its row."""
    titles = [line for line in lines[:at] if line.role == "title"][:1]
    headings = [line for line in lines[:at] if line.role == "heading"][-1:]
    row = next((node for node in picture.iterancestors("tr")), None)
    cells = [clean(cell.text_content()) for cell in row] if row is not None else []
    beside = [line.text for line in lines[max(0, at - 1) : at + 1] if line.role == "body"]
    texts = [text for text in (*(cells or beside), clean(picture.get("alt", ""))) if text and len(text) <= _CAPTION]
    place = Place(path, line=at + 1)
    return (*titles, *headings, *(TextLine(text, place, role="caption") for text in dict.fromkeys(texts)))


def plain_lines(text: str, path: str) -> tuple[TextLine, ...]:
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
    """Text of each block in reading order; data tables and pictures come as themselves."""
    waiting: list[str] = []
    role: Role = "body"
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if _within(node, tables) or not isinstance(node.tag, str):
            continue
        if event == "start":
            if node.tag in _BLOCKS or node in tables:
                yield clean("".join(waiting)), role, None
                waiting, role = [], _role(node)
            if node in tables or node.tag == "img":
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
    """At most 500: a page of a few kilobytes may claim millions of covered cells, each of which is kept."""
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 500) if value.isdigit() else 1
