"""One pass over the rows of a worksheet in XML, which may be too long to hold: what its cells do not say themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.sheets.facts import UNCOMPUTED, Sizes
from verifier.readers.sheets.number_formats import NumberFormat

_ROW = re.compile(rb"<row\b[^>]*>")
_PREFIXED_ROW = re.compile(rb":row\b[^>]*>")
CELL = re.compile(rb"<(?:\w+:)?c\s")
_REFERENCE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_NUMBER = re.compile(rb"\br=\"(\d+)\"")
_HIDDEN = re.compile(rb"\b(?:hidden=\"(?:1|true)\"|ht=\"[01](?:\.\d+)?\")")
"""also rows of under 2 points, in which no line of type can be seen"""
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_HIDDEN_COLUMN = re.compile(rb"\b(?:hidden=\"(?:1|true)\"|width=\"0(?:\.[01]\d*)?\")")
_WIDTH = re.compile(rb"\bwidth=\"(\d+(?:\.\d+)?)\"")
_HEIGHT = re.compile(rb"\sht=\"(\d+(?:\.\d+)?)\"")
_MEASURED = 10_000
"""rows of which the height is kept"""
_USUAL = re.compile(rb"<(?:\w+:)?sheetFormatPr\b[^>]*>")
_USUAL_SIZE = re.compile(rb"\bdefault(ColWidth|RowHeight)=\"(\d+(?:\.\d+)?)\"")
_COLUMNS = re.compile(rb"\b(min|max)=\"(\d+)\"")
_WITHOUT_RESULT = re.compile(
    rb"<(?:\w+:)?c\s(?P<tag>[^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>(?P<formula>[^<]*)</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT_RESULT = re.compile(rb"\bt=\"str\"")
_RICH = re.compile(rb"<(?:\w+:)?c\s(?P<tag>[^>]*\bvm=\"(?P<number>\d+)\"[^>]*)>")
ROW_END = b"row>"
_LONGEST_ROW = 16 << 20


def whole_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row ends."""
    return cut_after(pieces, ROW_END)


def cut_after(pieces: Iterable[bytes], end: bytes) -> Iterator[bytes]:
    """The same bytes, cut after an end."""
    rest = b""
    for piece in pieces:
        rest += piece
        at = rest.rfind(end)
        if at >= 0 or len(rest) > _LONGEST_ROW:
            cut = at + len(end) if at >= 0 else len(rest)
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


class ScannedRows:
    """What one pass over the rows of a worksheet tells."""

    def __init__(self, styles: Mapping[int, NumberFormat]) -> None:
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        """their indices"""
        self.formats: dict[int, dict[int, NumberFormat]] = {}
        self.texts: dict[int, dict[int, str]] = {}
        self.rich: list[tuple[int, int, int]] = []
        """row, column and number of the metadata of cells with a picture or another rich value"""
        self.sizes = Sizes()
        self._styles = styles
        numbers = b"|".join(b"%d" % style for style in sorted(styles))
        self._styled = re.compile(b' s="(%s)"' % numbers) if numbers else None
        self._letters: set[bytes] = set()
        """of the columns of last cells"""
        self._count = self._lowest = self._unnamed = 0

    @property
    def reach(self) -> int:
        """Cells in the rectangle from A1 to the farthest column and row: the last cell of a row is its farthest."""
        columns = max((column_index(letters) + 1 for letters in self._letters), default=0)
        return max(self._lowest, self._count) * max(columns, self._unnamed)

    def read(self, piece: bytes) -> None:
        bare = b"<row" in piece
        cell = b"<c" if bare else b":c"
        rows = [*(_ROW if bare else _PREFIXED_ROW).finditer(piece)]
        for row, end in zip(rows, [*(row.start() for row in rows[1:]), len(piece)], strict=False):
            if _HIDDEN.search(row[0]) and (number := _NUMBER.search(row[0])):
                self.hidden.add(int(number[1]))
            if len(self.sizes.heights) < _MEASURED and (height := _HEIGHT.search(row[0])):
                self._measure(row[0], float(height[1]))
            self._reach_to(piece, cell, row.end(), end)
        if not self._count:
            self._read_columns(piece)
        self._count += len(rows)
        self._read_formats(piece)
        self._read_formulas(piece)
        if b" vm=" in piece:
            for found in _RICH.finditer(piece):
                if place := place_of(found["tag"]):
                    self.rich.append((*place, int(found["number"])))

    def _measure(self, tag: bytes, height: float) -> None:
        if number := _NUMBER.search(tag):
            self.sizes.heights[int(number[1]) - 1] = height

    def _read_columns(self, piece: bytes) -> None:
        """The hidden columns and the sizes, which are told before the first row; those far out nobody uses."""
        before = piece[: piece.find(b"sheetData")]
        for usual in _USUAL.findall(before):
            said = {name: float(size) for name, size in _USUAL_SIZE.findall(usual)}
            self.sizes.width = said.get(b"ColWidth", self.sizes.width)
            self.sizes.height = said.get(b"RowHeight", self.sizes.height)
        for column in _COLUMN.findall(before):
            ends = {name: int(number) for name, number in _COLUMNS.findall(column)}
            first = ends.get(b"min", 1)
            indices = range(first - 1, min(ends.get(b"max", first), MOST_SPANNED))
            if _HIDDEN_COLUMN.search(column):
                self.hidden_columns |= set(indices)
            if width := _WIDTH.search(column):
                self.sizes.widths |= dict.fromkeys(indices, float(width[1]))

    def _reach_to(self, piece: bytes, cell: bytes, start: int, end: int) -> None:
        """Where the last cell of the row from `start` to `end` stands, or how many there are when it does not say."""
        last = piece.rfind(cell + b" ", start, end)
        if last >= 0 and (reference := _REFERENCE.search(piece, last, end)):
            self._letters.add(reference[1])
            self._lowest = max(self._lowest, int(reference[2]))
        else:
            self._unnamed = max(self._unnamed, piece.count(cell, start, end))

    def _read_formats(self, piece: bytes) -> None:
        for style in self._styled.finditer(piece) if self._styled else ():
            tag = piece[piece.rfind(b"<", 0, style.start()) : piece.find(b">", style.end())]
            if CELL.match(tag) and (place := place_of(tag)):
                self.formats.setdefault(place[0], {})[place[1]] = self._styles[int(style[1])]

    def _read_formulas(self, piece: bytes) -> None:
        if b"f>" not in piece and b"<f" not in piece:
            return
        for found in _WITHOUT_RESULT.finditer(piece):
            if (place := place_of(found["tag"])) and not _TEXT_RESULT.search(found["tag"]):
                formula = unescape((found["formula"] or b"").decode("utf-8", "replace"))
                text = formula if "DISPIMG(" in formula else UNCOMPUTED
                self.texts.setdefault(place[0], {})[place[1]] = text


def place_of(tag: bytes) -> tuple[int, int] | None:
    """Row number and column index that a cell names."""
    reference = _REFERENCE.search(tag) or _REFERENCE.search(b" " + tag)
    return (int(reference[2]), column_index(reference[1])) if reference else None


def column_index(letters: bytes) -> int:
    """A → 0."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
