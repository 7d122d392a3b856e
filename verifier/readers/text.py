"""Plain text, Markdown and web pages: lines with their numbers, and the tables and pictures of a web page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree, html

from verifier.model import Document, LineRole, Page, Place, SourceFile, Table, TextLine
from verifier.readers.decode import decode
from verifier.readers.headings import LONGEST_CAPTION
from verifier.readers.outcome import clean, filled
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.pictures.pasted import paste, unique
from verifier.readers.web_tables import Node, WebTable, data_tables

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_FEW_NULS = 10
"""a text of which more than one character in so many is NUL is read in a wrong code page"""
_UNSEEN = {"script", "style", "noscript", "template", "svg"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


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
    if text.count("\0") * _FEW_NULS > len(text):
        text = text.replace("\0", "\ufffd")
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
    seen = _Seen(path, data_tables(root))
    seen.read(root)
    lines, tables, pictures = seen.lines, seen.tables, seen.pictures
    shown = tuple((node.get("src", "").strip(), _context(node, lines, at, path)) for node, at in pictures)
    return Web(tuple(lines), filled(tuple(tables)), shown)


@dataclass(slots=True)
class _Seen:
    """What has been seen of a page so far."""

    path: str
    data: Mapping[Node, WebTable]
    lines: list[TextLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[tuple[Node, int]] = field(default_factory=list)
    """with the number of lines before each"""

    def read(self, root: Node) -> None:
        headers = {each.header for each in self.data.values() if each.header is not None}
        for block, role, node in _blocks(root, {*self.data, *headers} - {root}):
            place = Place(self.path, line=len(self.lines) + len(self.tables) + 1)
            if node is None:
                self.lines += [TextLine(block, place, role=role)] if block else []
                continue
            self.pictures += [(picture, len(self.lines)) for picture in node.iter("img")]
            if table := self.data.get(node):
                self.tables.append(table.table(place, self.lines[-1].text if self.lines else ""))
                for apart in table.apart:
                    self._read_apart(apart, place)

    def _read_apart(self, apart: Node, place: Place) -> None:
        if table := self.data.get(apart):
            self.tables.append(table.table(place, self.lines[-1].text if self.lines else ""))
        elif text := clean(" ".join(" ".join(apart.itertext()).split())):
            self.lines.append(TextLine(text, place))


def _context(picture: Node, lines: list[TextLine], at: int, path: str) -> tuple[TextLine, ...]:
    """The title and last heading over a picture, the short lines beside it, or the cells of its row."""
    titles = [line for line in lines[:at] if line.role == "title"][:1]
    headings = [line for line in lines[:at] if line.role == "heading"][-1:]
    beside = [line.text for line in lines[max(0, at - 1) : at + 1] if line.role == "body"]
    texts = (*(_row_of(picture) or beside), clean(picture.get("alt", "")))
    short = dict.fromkeys(text for text in texts if 0 < len(text) <= LONGEST_CAPTION)
    place = Place(path, line=at + 1)
    return (*titles, *headings, *(TextLine(text, place, role="caption") for text in short))


def _row_of(picture: Node) -> list[str]:
    """The cells of the row of a table in which a picture stands."""
    row = next(picture.iterancestors("tr"), None)
    return [clean(cell.text_content()) for cell in row] if row is not None else []


def plain_lines(text: str, path: str) -> tuple[TextLine, ...]:
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        marked = re.match(r"#{1,6}\s+(.+)", line)
        words = clean(marked[1] if marked else line)
        if words:
            lines.append(TextLine(words, Place(path, line=number), role="heading" if marked else "body"))
    return tuple(lines)


def _blocks(root: Node, tables: set[Node]) -> Iterator[tuple[str, LineRole, Node | None]]:
    """Text of each block in reading order; data tables and pictures come as themselves."""
    waiting: list[str] = []
    role: LineRole = "body"
    for event, node in _walked(root, tables):
        whole = node in tables or node.tag == "img"
        if node in tables or node.tag in _BLOCKS:
            yield clean("".join(waiting)), role, None
            waiting, role = [], _role(node) if event == "start" else "body"
        if event == "end":
            waiting.append("" if _hidden(node) else node.tail or "")
        elif whole:
            yield "", role, node
        elif node.tag not in _UNSEEN and not _hidden(node):
            waiting.append(node.text or "")
    yield clean("".join(waiting)), role, None


def _walked(root: Node, tables: set[Node]) -> Iterator[tuple[str, Node]]:
    """Start and end of each element; of a data table nothing that is in it."""
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if isinstance(node.tag, str) and not _within(node, tables):
            yield event, node


def _within(node: Node, tables: set[Node]) -> bool:
    return any(parent in tables for parent in node.iterancestors())


def _hidden(node: Node) -> bool:
    return any(isinstance(parent.tag, str) and parent.tag in _UNSEEN for parent in node.iterancestors())


def _role(node: Node) -> LineRole:
    if node.tag in _HEADINGS:
        return "title" if node.tag == "h1" else "heading"
    return "title" if node.tag == "title" else "body"
