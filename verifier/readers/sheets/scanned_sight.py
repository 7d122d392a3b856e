"""One pass over the cells of a worksheet in XML: those that a person does not see, or not as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from verifier.readers.sheets.facts import Area
from verifier.readers.sheets.looks import Look
from verifier.readers.sheets.rich_texts import OWN_TYPE, Rich, rich_text
from verifier.readers.sheets.scanned_rows import CELL, ROW_END, column_index, place_of
from verifier.readers.sheets.styles import Styles

_MOST_AREAS = 200
_UNSTYLED = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^>]*\ss=\")[^>]*>")
_KIND = re.compile(rb"\bt=\"(\w+)\"")
_STYLE = re.compile(rb"\bs=\"(\d+)\"")
_NUMBERS = (b"n", b"d")
_VALUE = re.compile(rb"\s*<(?:\w+:)?v>(\d+)</")
_INLINE = re.compile(
    rb"<(?:\w+:)?c\s(?P<tag>[^>]*\bt=\"inlineStr\"[^>]*)>\s*(?P<text><(?:\w+:)?is\b.*?</(?:\w+:)?is>)", re.S
)
_CONDITIONAL = re.compile(
    rb"<(?:\w+:)?(?:conditionalFormatting\b[^>]*?\bsqref=\"(?P<own>[^\"]+)\"|sqref>(?P<new>[^<]+)<)"
)
_BACKGROUND = re.compile(rb"<(?:\w+:)?picture\s")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


class ScannedSight:
    """What one pass over the cells of a worksheet tells of those of which a person does not see all."""

    def __init__(self, styles: Styles, shared: Mapping[int, Rich]) -> None:
        self._styles, self._shared = styles, shared
        hiding = [index for index, look in enumerate(styles.looks) if look.hides]
        self._hiding = _any_of(rb"\ss=\"(%s)\"", hiding)
        self._is_usual_hiding = 0 in hiding
        self._veiled = _any_of(
            rb"v>(%s)</", [number for number, rich in shared.items() if rich.seen(Look()) != rich.text]
        )
        self._seen: dict[int, dict[int, str]] = {}
        self._surely: dict[int, dict[int, str | None]] = {}
        """of cells that hide by their colour: what is seen of each on a ground that can't be told; None for all"""
        self._areas: list[Area] = []

    def read(self, piece: bytes) -> None:
        for found in self._hiding.finditer(piece) if self._hiding else ():
            tag, end = _tag(piece, found.start())
            if CELL.match(tag):
                self._put(tag, self._rich(tag, piece, end))
        for bare in _UNSTYLED.finditer(piece) if self._is_usual_hiding else ():
            self._put(bare[0], self._rich(bare[0], piece, bare.end()))
        for found in self._veiled.finditer(piece) if self._veiled else ():
            tag, end = _tag(piece, piece.rfind(b"c ", 0, found.start()))
            if CELL.match(tag) and (rich := self._rich(tag, piece, end)):
                self._put(tag, rich)
        if OWN_TYPE in piece:
            for inline in _INLINE.finditer(piece):
                if OWN_TYPE in inline["text"]:
                    self._put(b" " + inline["tag"], rich_text(inline["text"], self._styles))
        if not piece.endswith(ROW_END):
            self._read_areas(piece)

    def _rich(self, tag: bytes, piece: bytes, end: int) -> Rich | None:
        """The rich text to which a cell refers whose tag ends there."""
        if not self._shared or b't="s"' not in tag:
            return None
        value = _VALUE.match(piece, end)
        return self._shared.get(int(value[1])) if value else None

    def _put(self, tag: bytes, rich: Rich | None) -> None:
        place = place_of(tag)
        if place is None:
            return
        style = _STYLE.search(tag)
        look = self._styles.look(int(style[1]) if style else 0)
        kind = _KIND.search(tag)
        is_text = kind is not None and kind[1] not in _NUMBERS
        seen, surely = (_seen(each, rich, is_text) for each in (look, look.on_unknown_ground))
        row, column = place
        if seen is None:
            self._seen.get(row, {}).pop(column, None)
        else:
            self._seen.setdefault(row, {})[column] = seen
            if surely != seen:
                self._surely.setdefault(row, {})[column] = surely

    def _read_areas(self, piece: bytes) -> None:
        """Where conditions or a picture behind the cells change their ground, which is told after the last row."""
        for found in _CONDITIONAL.finditer(piece):
            self._areas += areas_of((found["own"] or found["new"]).decode("latin-1"))
        if _BACKGROUND.search(piece):
            self._areas.append((0, 0, 1 << 30, 1 << 30))

    def unseen(self, on_ground_of_their_own: list[Area]) -> Mapping[int, Mapping[int, str]]:
        """Row → column → what is seen there; in areas whose ground is not that of the style, colours say nothing."""
        areas = about_as_many([*self._areas, *on_ground_of_their_own])
        for row, cells in self._surely.items() if areas else ():
            across = [(left, right) for top, left, bottom, right in areas if top <= row <= bottom]
            for column, surely in cells.items():
                if any(left <= column <= right for left, right in across):
                    self._change(row, column, surely)
        return {row: cells for row, cells in self._seen.items() if cells}

    def _change(self, row: int, column: int, seen: str | None) -> None:
        if seen is None:
            self._seen.get(row, {}).pop(column, None)
        elif column in self._seen.get(row, {}):
            self._seen[row][column] = seen


def _any_of(pattern: bytes, numbers: list[int]) -> re.Pattern[bytes] | None:
    return re.compile(pattern % b"|".join(b"%d" % number for number in numbers)) if numbers else None


def _tag(piece: bytes, within: int) -> tuple[bytes, int]:
    """The tag in which a place lies, without its last sign, and where it ends."""
    end = piece.find(b">", within)
    return piece[piece.rfind(b"<", 0, within + 1) : end], end + 1


def _seen(look: Look, rich: Rich | None, is_text: bool) -> str | None:
    """What is seen of a cell of that look; None for all of it."""
    if rich is None:
        return None if look.is_seen(is_text) else ""
    seen = rich.seen(look)
    return None if seen == rich.text else seen


def areas_of(references: str) -> Iterator[Area]:
    """The areas of a list of references: A1:B2 D4."""
    for left, top, right, bottom in _REFERENCE.findall(references):
        first, last = column_index(left.encode()), column_index((right or left).encode())
        yield int(top), first, int(bottom or top), last


def about_as_many(areas: list[Area]) -> list[Area]:
    """The areas, or where they are too many to ask for each cell, the one that holds them all."""
    if len(areas) <= _MOST_AREAS:
        return areas
    tops, lefts, bottoms, rights = zip(*areas, strict=True)
    return [(min(tops), min(lefts), max(bottoms), max(rights))]
