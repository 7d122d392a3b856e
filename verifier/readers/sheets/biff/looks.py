"""How the type in the cells and text boxes of an old workbook looks ([MS-XLS], and BIFF 5)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.readers.sheets.biff.records import Record
from verifier.readers.sheets.looks import PALETTE, PAPER, STRUCK, Look, at, colour_of_bytes, tinted
from verifier.readers.sheets.number_formats import sections_of

_FONTS, _PALETTE, _XF = (0x0031, 0x0231), 0x0092, 0x00E0
_TEXTS, _BOOLEAN, _FORMULA, _NUMBERS, _MULRK = (0x00FD, 0x0204, 0x00D6), 0x0205, 0x0006, (0x0203, 0x027E), 0x00BD
_CONDITIONS, _GROUNDS = 0x01B0, (0x00E9, 0x0872, 0x0877, 0x0878)
"""formats under conditions; a picture behind the cells, and tables with a style"""
_EXACT = 0x087D
"""colours of a style as they are; what stands in the style is the nearest of the palette"""
_FILL, _TYPE = 0x04, 0x0D
_RGB, _THEME = 2, 3
_THEME_WHITE_AND_BLACK = ("FFFFFF", "000000")
_TWIPS = 20
"""of a point"""
_SOLID, _NONE = 1, 0
_FIRST_OWN = 8
"""number of the first colour that a palette changes"""
_OF_SYSTEM = {64: "", 65: PAPER}
_STRIKE = 0x08
"""of the marks of a font"""
_SKIPPED_FONT = 4
"""a number that no font has"""
_SIZE_8, _SIZE_5 = 20, 16


@dataclass(slots=True)
class BiffLooks:
    """The looks of cells, as far as the records of a workbook have told them."""

    code_of: Callable[[int], str]
    """number of a format → its code"""
    fonts: list[tuple[int, float]] = field(default_factory=list)
    """number of the colour, and points"""
    palette: Sequence[str] = PALETTE
    _cells: list[tuple[int, int, int, int]] = field(default_factory=list)
    """numbers of font, format, pattern and its colour"""
    _exact: dict[int, dict[int, str]] = field(default_factory=dict)
    """index of a style → what is coloured → colour"""

    def read(self, record: Record) -> None:
        data = record.data
        if record.kind in _FONTS and len(data) >= 6:
            height, marks, colour = struct.unpack_from("<HHH", data)
            self.fonts.append((colour, STRUCK if marks & _STRIKE else height / _TWIPS))
        elif record.kind == _PALETTE and len(data) > 2:
            own = (colour_of_bytes(data[place : place + 3]) for place in range(2, len(data) - 3, 4))
            self.palette = (*PALETTE[:_FIRST_OWN], *own)
        elif record.kind == _XF and len(data) >= _SIZE_5:
            self._cells.append(_style(data))
        elif record.kind == _EXACT and len(data) >= 20:
            self._exact[struct.unpack_from("<H", data, 14)[0]] = dict(_colours(data))

    def looks(self) -> Sequence[Look]:
        return [self._look(self._exact.get(index, {}), *style) for index, style in enumerate(self._cells)]

    def _look(self, exact: Mapping[int, str], font: int, form: int, pattern: int, fore: int) -> Look:
        colour, size = self.font(font)
        colour, filled = exact.get(_TYPE, colour), exact.get(_FILL, self.colour(fore))
        ground = PAPER if pattern == _NONE else filled if pattern == _SOLID else ""
        return Look(colour, ground, size, *sections_of(self.code_of(form)))

    def font(self, number: int) -> tuple[str, float]:
        """Colour and points."""
        number -= number > _SKIPPED_FONT
        colour, size = self.fonts[number] if number < len(self.fonts) else (_AUTOMATIC, 0.0)
        return self.colour(colour), size

    def colour(self, number: int) -> str:
        return _OF_SYSTEM[number] if number in _OF_SYSTEM else at(self.palette, number)


_AUTOMATIC = 0x7FFF


def _colours(data: bytes) -> Iterator[tuple[int, str]]:
    """What is coloured, and how; '' where that can't be told."""
    place = 20
    while place + 12 <= len(data):
        what, size, kind, tint, value = struct.unpack_from("<HHHhI", data, place)
        if kind == _RGB:
            yield what, colour_of_bytes(value.to_bytes(4, "little"))
        else:
            yield what, tinted(at(_THEME_WHITE_AND_BLACK, value), tint / 32767) if kind == _THEME else ""
        place += max(size, 4)


def _style(data: bytes) -> tuple[int, int, int, int]:
    font, form = struct.unpack_from("<HH", data)
    if len(data) >= _SIZE_8:
        borders, colours = struct.unpack_from("<IH", data, 14)
        return font, form, borders >> 26, colours & 0x7F
    (area,) = struct.unpack_from("<I", data, 8)
    return font, form, area >> 16 & 0x3F, area & 0x7F


def unseen_cells(found: Sequence[Record], looks: Sequence[Look]) -> Mapping[int, Mapping[int, str]]:
    """Row number → column index → nothing, of the cells of a sheet that a person does not see."""
    hiding = {index for index, look in enumerate(looks) if look.hides}
    if not hiding:
        return {}
    unseen: dict[int, dict[int, str]] = {}
    areas = _changed_areas(found)
    for row, column, style, is_text in _cells(found):
        if style in hiding:
            changed = any(top <= row <= low and left <= column <= right for top, low, left, right in areas)
            look = looks[style].on_unknown_ground if changed else looks[style]
            if not look.is_seen(is_text):
                unseen.setdefault(row + 1, {})[column] = ""
    return unseen


def _changed_areas(found: Sequence[Record]) -> Sequence[tuple[int, int, int, int]]:
    """First and last row, first and last column of the cells whose ground is not that of their style."""
    if any(record.kind in _GROUNDS for record in found):
        return [(0, 0xFFFF, 0, 0xFFFF)]
    told = (each.data for each in found if each.kind == _CONDITIONS and len(each.data) > 11)
    return [struct.unpack_from("<HHHH", data, 4) for data in told]


def _cells(found: Iterable[Record]) -> Iterator[tuple[int, int, int, bool]]:
    """Row, column and style of each cell, and whether it holds a text."""
    for record in found:
        data = record.data
        if record.kind == _MULRK and len(data) >= 6:
            row, first = struct.unpack_from("<HH", data)
            for place in range((len(data) - 6) // 6):
                yield row, first + place, struct.unpack_from("<H", data, 4 + 6 * place)[0], False
        elif record.kind in _EVERY and len(data) >= 6:
            row, column, style = struct.unpack_from("<HHH", data)
            is_number = record.kind in _NUMBERS or (record.kind == _FORMULA and data[12:14] != b"\xff\xff")
            yield row, column, style, not is_number


_EVERY = {*_TEXTS, *_NUMBERS, _BOOLEAN, _FORMULA}
