"""What stands on a web page: lines with their numbers, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html

from verifier.model import Document, LineRole, Page, Place, SourceFile, Table, TextLine
from verifier.readers.headings import LONGEST_CAPTION, LONGEST_TITLE
from verifier.readers.outcome import clean, filled, unseen_flag, with_unveiled
from verifier.readers.pictures.pasted import passed_over, paste, unique
from verifier.readers.web.shown import show
from verifier.readers.web.sight import sight_of
from verifier.readers.web.tables import Node, Veil, WebTable, data_tables

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BOLD_TAGS = {"b", "strong", *_HEADINGS}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


class _Block(NamedTuple):
    """A block of the page: its text, or a data table or picture as itself."""

    text: str
    role: LineRole
    node: Node | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Web:
    """What stands on a web page."""

    lines: tuple[TextLine, ...]
    """outside the tables, numbered in order"""
    tables: tuple[Table, ...]
    pictures: tuple[tuple[str, tuple[TextLine, ...]], ...]
    """address and the lines that speak of it"""
    unshown: tuple[str, ...] = ()
    """addresses of pictures that nobody sees"""
    whole: Web | None = None
    """the same with the text that nobody sees; None where there is none"""
    unseen: str = ""
    """the first of that text"""

    def under(self, lines: tuple[TextLine, ...]) -> Web:
        """The page with lines over it."""
        return replace(self, lines=(*lines, *self.lines), whole=self.whole and self.whole.under(lines))

    def over(self, lines: tuple[TextLine, ...]) -> Web:
        """The page with lines under it."""
        return replace(self, lines=(*self.lines, *lines), whole=self.whole and self.whole.over(lines))

    def document(self, file: SourceFile) -> Document:
        """The page as a paper."""
        document = Document(replace(file, pages=1), (Page(Place(file.path), lines=self.lines),), self.tables)
        if self.whole is None:
            return document
        flag = unseen_flag(self.unseen, "不显示、透明、过小、划去、与底色相同或在页面之外", Place(file.path))
        return with_unveiled(document, self.whole.document(file), flag)


def web_documents(
    file: SourceFile, web: Web, found: Callable[[str], tuple[str, bytes] | None], work: Path
) -> tuple[Document, ...]:
    """The page, then its pictures: `found` gives name and bytes of one that lies in the file itself."""
    documents = [web.document(file)]
    taken: set[str] = set()
    seen: set[str] = set()
    for address, context in web.pictures:
        picture = found(address)
        if picture and address not in seen:
            seen.add(address)
            document = paste(file, unique(picture[0], taken), picture[1], context, work)
            documents += [document] if document else []
    for address in web.unshown:
        picture = found(address)
        if picture and address not in seen:
            seen.add(address)
            name = unique(f"未显示-{picture[0]}", taken)
            documents.append(passed_over(file, name, picture[1], "网页里没有显示的图片", work))
    return tuple(documents)


def read_html(text: str, path: str, sheets: Sequence[str] = ()) -> Web:
    """What stands on the page; `sheets`: style sheets that lie beside it. Nothing outside the file is fetched."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return Web((), (), ())
    show(root)
    sight, data = sight_of(root, sheets), data_tables(root)
    if sight.whole is None:
        return _web(_Seen(path, data, sight.seen), root)
    whole = _Seen(path, data, sight.whole)
    all_of_it = _web(whole, root)
    return replace(_web(_Seen(path, data, sight.seen, whole.numbers), root), whole=all_of_it, unseen=sight.unseen)


def _web(seen: _Seen, root: Node) -> Web:
    seen.read(root)
    shown = tuple((_address(node), _context(node, seen, at)) for node, at in seen.pictures)
    unshown = tuple(_address(node) for node in root.iter("img") if node in seen.veil.gone)
    return Web(tuple(seen.lines), filled(tuple(seen.tables)), shown, unshown)


def _address(picture: Node) -> str:
    return picture.get("src", "").strip()


@dataclass(slots=True)
class _Seen:
    """What has been seen of a page so far."""

    path: str
    data: Mapping[Node, WebTable]
    veil: Veil
    known: Sequence[int] = ()
    """the numbers of the blocks where they have some already, which stay the same whatever is passed over"""
    numbers: list[int] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[tuple[Node, int]] = field(default_factory=list)
    """with the number of lines before each"""

    def read(self, root: Node) -> None:
        headers = {each.header for each in self.data.values() if each.header is not None}
        for at, block in enumerate(_blocks(root, {*self.data, *headers} - {root}, self.veil)):
            node = block.node
            self.numbers.append(self.known[at] if self.known else len(self.lines) + len(self.tables) + 1)
            place = Place(self.path, line=self.numbers[-1])
            if node is None:
                self.lines += [TextLine(block.text, place, role=block.role, bold=block.bold)] if block.text else []
                continue
            shown = (picture for picture in node.iter("img") if picture not in self.veil.gone)
            self.pictures += [(picture, len(self.lines)) for picture in shown]
            if table := self.data.get(node):
                self._add(table, place)
                for apart in table.apart:
                    self._read_apart(apart, place)

    def _add(self, table: WebTable, place: Place) -> None:
        self.tables.append(table.table(place, self.lines[-1].text if self.lines else "", self.veil))

    def _read_apart(self, apart: Node, place: Place) -> None:
        if table := self.data.get(apart):
            self._add(table, place)
        elif text := clean(" ".join(" ".join(self.veil.texts(apart)).split())):
            self.lines.append(TextLine(text, place))


def _context(picture: Node, seen: _Seen, at: int) -> tuple[TextLine, ...]:
    """The title and last heading over a picture, the short lines beside it, or the cells of its row."""
    lines = seen.lines
    titles = [line for line in lines[:at] if line.role == "title"][:1]
    headings = [line for line in lines[:at] if line.role == "heading"][-1:]
    beside = [line.text for line in lines[max(0, at - 1) : at + 1] if line.role == "body"]
    texts = (*(_row_of(picture, seen.veil) or beside), clean(picture.get("alt", "")))
    short = dict.fromkeys(text for text in texts if 0 < len(text) <= LONGEST_CAPTION)
    place = Place(seen.path, line=at + 1)
    return (*titles, *headings, *(TextLine(text, place, role="caption") for text in short))


def _row_of(picture: Node, veil: Veil) -> list[str]:
    """The cells of the row of a table in which a picture stands."""
    row = next(picture.iterancestors("tr"), None)
    return [clean("".join(veil.texts(cell))) for cell in row] if row is not None else []


def _blocks(root: Node, tables: set[Node], veil: Veil) -> Iterator[_Block]:
    """Text of each block in reading order; data tables and pictures come as themselves."""
    waiting: list[tuple[str, Node | None]] = []
    role: LineRole = "body"
    for event, node in _walked(root, tables):
        whole = node in tables or node.tag == "img"
        if node in tables or node.tag in _BLOCKS:
            yield _block(waiting, role)
            waiting, role = [], _role(node) if event == "start" else "body"
        if event == "end":
            waiting.append((veil.tail(node), node.getparent()))
        elif whole:
            yield _Block("", role, node)
        else:
            waiting.append((veil.text(node), node))
    yield _block(waiting, role)


def _block(pieces: Sequence[tuple[str, Node | None]], role: LineRole) -> _Block:
    text = clean("".join(text for text, _ in pieces))
    bold = 0 < len(text) <= LONGEST_TITLE and all(_is_bold(owner) for text, owner in pieces if text.strip())
    return _Block(text, role, bold=bold)


def _is_bold(node: Node | None) -> bool:
    """Whether text in an element is bold, by its tag or a style that it or one around it names itself."""
    if node is None:
        return False
    around = takewhile(lambda each: each.tag not in ("body", "html"), (node, *node.iterancestors()))
    return any(each.tag in _BOLD_TAGS or _BOLD.search(each.get("style", "")) for each in around)


def _walked(root: Node, tables: set[Node]) -> Iterator[tuple[str, Node]]:
    """Start and end of each element; of a data table nothing that is in it."""
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if isinstance(node.tag, str) and not _within(node, tables):
            yield event, node


def _within(node: Node, tables: set[Node]) -> bool:
    return any(parent in tables for parent in node.iterancestors())


def _role(node: Node) -> LineRole:
    if node.tag in _HEADINGS:
        return "title" if node.tag == "h1" else "heading"
    return "title" if node.tag == "title" else "body"
