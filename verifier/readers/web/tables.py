"""Tables of a web page: which hold figures and which lay out the page, and their rows as a person sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from verifier.model import Place, Table
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.outcome import clean, trimmed

_LINES = {"br", "p", "div", "li"}
_FEWEST = 2
"""rows, and cells of a row, of a table of figures"""


class Node(Protocol):
    """An element of a web page, as lxml has it, which tells no types."""

    @property
    def tag(self) -> object:
        """A name, or a function for a comment or an instruction."""
        ...

    @property
    def text(self) -> str | None: ...

    @property
    def tail(self) -> str | None: ...

    def __iter__(self) -> Iterator[Node]: ...

    def __len__(self) -> int: ...

    def get(self, name: str, default: str) -> str: ...

    def items(self) -> Sequence[tuple[str, str]]: ...

    def iter(self, tag: str = ...) -> Iterator[Node]: ...

    def iterancestors(self, tag: str = ...) -> Iterator[Node]: ...

    def getparent(self) -> Node | None: ...

    def itersiblings(self, *, preceding: bool = ...) -> Iterator[Node]: ...

    def itertext(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Veil:
    """What of a page is passed over."""

    mute: frozenset[Node] = frozenset()
    """elements of which the text directly in them is not read"""
    gone: frozenset[Node] = frozenset()
    """those of them that take no room"""

    def text(self, node: Node) -> str:
        """The text with which an element begins."""
        return "" if node in self.mute else node.text or ""

    def tail(self, node: Node) -> str:
        """The text after an element, in the one that holds it."""
        return "" if node.getparent() in self.mute else node.tail or ""

    def texts(self, node: Node) -> Iterator[str]:
        """The texts in an element."""
        return (text for owner, text in pieces_of(node) if owner not in self.mute)


def pieces_of(node: Node) -> Iterator[tuple[Node, str]]:
    """The texts in an element in order, each with the element in which it stands directly."""
    waiting: list[tuple[Node, str, bool]] = [(node, "", True)]
    while waiting:
        owner, text, opens = waiting.pop()
        if not opens:
            yield owner, text
            continue
        yield owner, owner.text or "" if isinstance(owner.tag, str) else ""
        for inner in reversed(list(owner)):
            waiting += [(owner, inner.tail or "", False), (inner, "", True)]


@dataclass(frozen=True, slots=True)
class WebTable:
    """A table of figures."""

    header: Node | None
    """a table before it that holds its header alone, as grids have it whose header stays where it is"""
    body: Node
    apart: tuple[Node, ...]
    """tables within it that are no part of it: the numbers of pages under a grid, details of a row"""

    def table(self, place: Place, title: str, veil: Veil) -> Table:
        """A spanning cell's text stands in its first place; `title`: what stands before, where it has no caption."""
        rows = [*(_own_rows(self.header) if self.header is not None else ()), *_own_rows(self.body)]
        kept = [row for row in rows if row not in veil.gone and not _is_of(row, self.apart)]
        caption = (clean("".join(veil.texts(each))) for each in self.body if each.tag == "caption")
        return _table(kept, self.apart, place, next(caption, "") or title, veil)


def data_tables(root: Node) -> dict[Node, WebTable]:
    """The tables of figures of a page, by the node that stands for each; a header apart stands for nothing."""
    every = list(root.iter("table"))
    holds = {table: _holds_figures(table) for table in every}
    headers = dict(_headers(root, every))
    found: dict[Node, WebTable] = {}
    for table in every:
        if (holds[table] or table in headers) and table not in headers.values():
            inner = [each for each in table.iter("table") if each is not table]
            apart = tuple(each for each in inner if holds[each] or _is_alone(each))
            found[table] = WebTable(headers.get(table), table, apart)
    return found


def _own_rows(table: Node) -> list[Node]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _holds_figures(table: Node) -> bool:
    """Whether rows of several cells stand in it that hold no further table of figures."""
    rows = _own_rows(table)
    if len(rows) < _FEWEST:
        return False
    if next((each for each in table.iter("table") if each is not table), None) is None:
        return max(len(_cells(row)) for row in rows) >= _FEWEST
    plain = [row for row in rows if len(_cells(row)) >= _FEWEST and not any(map(_holds_figures, row.iter("table")))]
    return len(plain) >= _FEWEST


def _is_alone(table: Node) -> bool:
    """Whether a table within another fills a row of it."""
    row = next(table.iterancestors("tr"), None)
    return row is not None and len(_cells(row)) == 1


def _is_of(row: Node, tables: Sequence[Node]) -> bool:
    """Whether a row holds nothing but a table that stands apart."""
    cells = _cells(row)
    return len(cells) == 1 and any(each in tables for each in row.iter("table"))


def _headers(root: Node, every: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Tables and the table just before each that holds its header alone."""
    places = {node: at for at, node in enumerate(root.iter())}
    nodes = list(places)
    for header, table in pairwise(every):
        if not _is_header(header, table):
            continue
        within = sum(1 for _ in header.iter())
        between = nodes[places[header] + within : places[table]]
        if not (header.tail or "").strip() and not any((node.text or "").strip() for node in between):
            yield table, header


def _is_header(header: Node, table: Node) -> bool:
    rows, below = _own_rows(header), _own_rows(table)
    if not rows or not below or header in table.iterancestors() or next(header.iter("table")) is not header:
        return False
    cells = [cell for row in rows for cell in _cells(row)]
    alone = len(rows) == 1 or all(cell.tag == "th" for cell in cells)
    titled = any(cell.tag == "th" for cell in _cells(below[0]))
    wide = _width(rows)
    return alone and not titled and wide >= _FEWEST and wide == _width(below) and len(cells) >= _FEWEST


def _width(rows: Sequence[Node]) -> int:
    return max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)


def _table(nodes: Sequence[Node], apart: Sequence[Node], place: Place, title: str, veil: Veil) -> Table:
    rows: list[list[str]] = []
    merged: list[tuple[int, int, int, int]] = []
    covered: set[tuple[int, int]] = set()
    """rows and columns into which a cell reaches from above"""
    for number, row in enumerate(nodes):
        cells: list[str] = []
        for cell in (cell for cell in _cells(row) if cell not in veil.gone):
            while (number, len(cells)) in covered:
                cells.append("")
            left, wide, high = len(cells), _span(cell, "colspan"), _span(cell, "rowspan")
            if wide > 1 or high > 1:
                merged.append((number, left, number + high - 1, left + wide - 1))
            covered |= {(number + down, left + right) for down in range(1, high) for right in range(wide)}
            cells += [clean(" ".join("".join(_words(cell, apart, veil)).split())), *[""] * (wide - 1)]
        rows.append(cells)
    return Table(trimmed(rows), place, title=title, merged=tuple(merged))


def _words(node: Node, apart: Sequence[Node], veil: Veil) -> Iterator[str]:
    """The text of a cell but for the tables in it that stand apart; lines are parted."""
    yield veil.text(node)
    for each in node:
        if each.tag in _LINES:
            yield " "
        if each not in apart:
            yield from _words(each, apart, veil)
        yield veil.tail(each)


def _span(cell: Node, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), MOST_SPANNED) if value.isdigit() else 1
