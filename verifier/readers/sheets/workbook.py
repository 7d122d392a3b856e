"""What calamine does not tell of an .xlsx: hidden rows, percentages, how far cells reach, where pictures stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.readers.outcome import Damaged
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, part_of

_ROW = re.compile(rb"<row\b[^>]*>")
_PREFIXED_ROW = re.compile(rb":row\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\s")
_REFERENCE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_NUMBER = re.compile(rb"\br=\"(\d+)\"")
_HIDDEN = re.compile(rb"\b(?:hidden=\"(?:1|true)\"|ht=\"0(?:\.0+)?\")")
_ROW_END = b"row>"
_LONGEST_ROW = 16 << 20
_PERCENT_FORMATS = {"9", "10"}
"""numbers of the formats 0% and 0.00%, which every workbook has"""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    hidden_rows: frozenset[int] = frozenset()
    """numbers of rows"""
    percent: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """row number → column indices of the cells shown as a percentage"""
    reach: int = 0
    """cells in the rectangle that holds all cells"""
    pictures: tuple[tuple[int, str], ...] = ()
    """row number and part of each picture"""


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    """parts of all pictures, in their order in the file"""


def read_workbook_facts(package: Package) -> WorkbookFacts:
    """The facts of each worksheet by its name; of a damaged part nothing is told."""
    media = tuple(
        name for name in package.archive.namelist() if name.startswith("xl/media/") and not name.endswith("/")
    )
    main = package.main("xl/workbook.xml")
    if main.endswith(".bin"):
        return WorkbookFacts(media=media)
    relations = package.relations(main)
    percent = _percent_styles(package, relations)
    sheets = {}
    for node in package.xml(main).iter():
        relation = relations.get(attribute(node, "id")) if local(node) == "sheet" else None
        if relation and relation.kind == "worksheet" and relation.target in package.names:
            sheets[attribute(node, "name")] = _sheet_facts(package, relation.target, percent)
    return WorkbookFacts(sheets, media)


def _sheet_facts(package: Package, part: str, percent: frozenset[int]) -> SheetFacts:
    rows = _Rows(percent)
    for piece in _whole_rows(package.pieces(part)):
        rows.read(piece)
    return SheetFacts(frozenset(rows.hidden), rows.percent, rows.reach, tuple(_anchored(package, part)))


def _whole_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row ends."""
    rest = b""
    for piece in pieces:
        rest += piece
        end = rest.rfind(_ROW_END)
        if end >= 0 or len(rest) > _LONGEST_ROW:
            cut = end + len(_ROW_END) if end >= 0 else len(rest)
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


class _Rows:
    """What one pass over the rows of a worksheet tells."""

    def __init__(self, percent_styles: frozenset[int]) -> None:
        self.hidden: set[int] = set()
        self.percent: dict[int, list[int]] = {}
        styles = b"|".join(b"%d" % style for style in sorted(percent_styles))
        self._styled = re.compile(b' s="(?:%s)"' % styles) if styles else None
        self._letters: set[bytes] = set()
        """of the columns of last cells"""
        self._count = self._lowest = self._unnamed = 0

    @property
    def reach(self) -> int:
        """Cells in the rectangle from A1 to the farthest column and row: the last cell of a row is its farthest."""
        columns = max((_column(letters) + 1 for letters in self._letters), default=0)
        return max(self._lowest, self._count) * max(columns, self._unnamed)

    def read(self, piece: bytes) -> None:
        bare = b"<row" in piece
        cell = b"<c" if bare else b":c"
        rows = [*(_ROW if bare else _PREFIXED_ROW).finditer(piece)]
        for row, end in zip(rows, [*(row.start() for row in rows[1:]), len(piece)], strict=False):
            if _HIDDEN.search(row[0]) and (number := _NUMBER.search(row[0])):
                self.hidden.add(int(number[1]))
            self._reach_to(piece, cell, row.end(), end)
        self._count += len(rows)
        self._read_percent(piece)

    def _reach_to(self, piece: bytes, cell: bytes, start: int, end: int) -> None:
        """Where the last cell of the row from `start` to `end` stands, or how many there are when it does not say."""
        last = piece.rfind(cell + b" ", start, end)
        if last >= 0 and (reference := _REFERENCE.search(piece, last, end)):
            self._letters.add(reference[1])
            self._lowest = max(self._lowest, int(reference[2]))
        else:
            self._unnamed = max(self._unnamed, piece.count(cell, start, end))

    def _read_percent(self, piece: bytes) -> None:
        for style in self._styled.finditer(piece) if self._styled else ():
            tag = piece[piece.rfind(b"<", 0, style.start()) : piece.find(b">", style.end())]
            if _CELL.match(tag) and (reference := _REFERENCE.search(tag)):
                self.percent.setdefault(int(reference[2]), []).append(_column(reference[1]))


def _percent_styles(package: Package, relations: Mapping[str, Relation]) -> frozenset[int]:
    """Indices of the cell styles that show a percentage."""
    name = next((each.target for each in relations.values() if each.kind == "styles"), "")
    if name not in package.names:
        return frozenset()
    try:
        root = package.xml(name)
    except Damaged:
        return frozenset()
    own = {attribute(node, "numFmtId") for node in root.iter() if _is_percent_format(node)}
    styles = child(root, "cellXfs")
    numbers = [attribute(style, "numFmtId") for style in (styles if styles is not None else ())]
    return frozenset(index for index, number in enumerate(numbers) if number in own | _PERCENT_FORMATS)


def _is_percent_format(node: Element) -> bool:
    return local(node) == "numFmt" and "%" in attribute(node, "formatCode")


def _anchored(package: Package, sheet: str) -> Iterator[tuple[int, str]]:
    """Pictures of a worksheet with the row at which each begins."""
    for relation in package.relations(sheet).values():
        if relation.kind != "drawing" or relation.target not in package.names:
            continue
        try:
            targets = package.relations(relation.target)
            root = package.xml(relation.target)
        except Damaged:
            continue
        for anchor in root:
            yield from _of_anchor(anchor, targets)


def _of_anchor(anchor: Element, targets: Mapping[str, Relation]) -> Iterator[tuple[int, str]]:
    rows = (node.text or "" for node in children(child(anchor, "from"), "row"))
    row = next((int(text) + 1 for text in rows if text.isdigit()), 1)
    for node in anchor.iter():
        part = part_of(targets, attribute(node, "embed")) if local(node) == "blip" else ""
        if part:
            yield row, posixpath.normpath(part)


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
