"""The styles of an .xlsx: how each shows numbers, and how the type of its cells looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from verifier.readers.parts import Element, attribute, child, children, local
from verifier.readers.sheets.looks import PALETTE, PAPER, STRUCK, Look, at, hexadecimal, lightened, tinted
from verifier.readers.sheets.number_formats import NumberFormat, format_of, sections_of

_Item = TypeVar("_Item")
_BUILT_IN = {"9": "0%", "10": "0.00%"}
"""numbers of the formats that every workbook has and that say more than the number"""
_SCHEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
"""the colours of a theme in the order in which styles number them: that of the theme swaps light and dark"""
_ALSO_CALLED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_OFFICE = {"lt1": "FFFFFF", "dk1": "000000"}
"""of a workbook without a theme"""
_OF_SYSTEM = {64: "", 65: PAPER}
"""numbers of the colours of type and ground that the system chooses"""
_RESERVED = 2
"""fills"""
_FULL = 100_000
"""of a share in drawings"""
_FAINT = 0.15
"""share of opacity under which nobody reads anything"""


@dataclass(frozen=True, slots=True)
class Colours:
    """What the colours of a workbook mean."""

    theme: Mapping[str, str] = field(default_factory=lambda: _OFFICE)
    palette: Sequence[str] = PALETTE

    def of(self, node: Element | None) -> str:
        """The colour that an element of a style tells; '' where it can't be told."""
        if node is None or attribute(node, "auto") in ("1", "true"):
            return ""
        return tinted(self._plain(node), _decimal(attribute(node, "tint")))

    def _plain(self, node: Element) -> str:
        theme, indexed = attribute(node, "theme"), attribute(node, "indexed")
        if theme.isdigit():
            return self.theme.get(at(_SCHEME, int(theme)), "")
        if indexed.isdigit():
            number = int(indexed)
            return _OF_SYSTEM[number] if number in _OF_SYSTEM else at(self.palette, number)
        return hexadecimal(attribute(node, "rgb"))

    def drawn(self, holder: Element | None) -> str:
        """The colour in an element of a drawing; '' for none."""
        node = next(iter(holder), None) if holder is not None else None
        if node is None:
            return ""
        name = attribute(node, "val")
        named = self.theme.get(_ALSO_CALLED.get(name, name), "") if local(node) == "schemeClr" else ""
        plain = named or hexadecimal(attribute(node, "lastClr") or name)
        factor, more = (_share(node, each) for each in ("lumMod", "lumOff"))
        if not plain or (factor is None and more is None):
            return plain
        return lightened(plain, 1 if factor is None else factor, more or 0)


def is_faint(colour: Element | None) -> bool:
    """Whether a colour of a drawing is all but transparent."""
    share = None if colour is None else _share(colour, "alpha")
    return share is not None and share < _FAINT


def _share(node: Element, name: str) -> float | None:
    found = child(node, name)
    return _decimal(attribute(found, "val")) / _FULL if found is not None else None


def _decimal(text: str) -> float:
    return float(text) if re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE]-?\d+)?", text) else 0.0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of cells by their index."""

    formats: Mapping[int, NumberFormat] = field(default_factory=dict)
    """those that show more than the number"""
    looks: Sequence[Look] = ()
    colours: Colours = field(default_factory=Colours)

    @property
    def are_shaded(self) -> bool:
        return any(look.ground != PAPER for look in self.looks)

    def look(self, index: int) -> Look:
        return self.looks[index] if index < len(self.looks) else Look()


def read_styles(root: Element | None, theme: Element | None) -> Styles:
    """The styles of a workbook, with its theme where it has one."""
    if root is None:
        return Styles()
    own = children(child(root, "colors", "indexedColors"), "rgbColor")
    colours = Colours(_scheme(theme), [hexadecimal(attribute(node, "rgb")) for node in own] or PALETTE)
    codes = _BUILT_IN | {
        attribute(node, "numFmtId"): attribute(node, "formatCode") for node in root.iter() if local(node) == "numFmt"
    }
    cells = [*children(child(root, "cellXfs"), "xf")]
    used = [codes.get(attribute(cell, "numFmtId"), "") for cell in cells]
    shown = {code: format_of(code) for code in set(used)}
    formats = {index: made for index, code in enumerate(used) if (made := shown[code]) is not None}
    return Styles(formats, [*_looks(root, cells, used, colours)], colours)


def _looks(root: Element, cells: Iterable[Element], codes: Iterable[str], colours: Colours) -> Iterator[Look]:
    fonts = [(colours.of(child(font, "color")), size_of(font)) for font in children(child(root, "fonts"), "font")]
    grounds = [_ground(fill, colours) for fill in children(child(root, "fills"), "fill")]
    # Excel has its own two fills in these places whatever the workbook says, and other programs don't
    grounds[:_RESERVED] = [ground if ground == PAPER else "" for ground in grounds[:_RESERVED]]
    for cell, code in zip(cells, codes, strict=True):
        colour, size = _nth(fonts, attribute(cell, "fontId"), ("", 0.0))
        yield Look(colour, _nth(grounds, attribute(cell, "fillId"), PAPER), size, *sections_of(code))


def _nth(items: Sequence[_Item], index: str, default: _Item) -> _Item:
    return items[int(index)] if index.isdigit() and int(index) < len(items) else default


def _scheme(theme: Element | None) -> Mapping[str, str]:
    scheme = child(theme, "themeElements", "clrScheme")
    if scheme is None:
        return _OFFICE
    return {local(node): Colours({}).drawn(node) for node in scheme}


def size_of(font: Element) -> float:
    """Points; 0 where nothing says it."""
    struck = child(font, "strike")
    if struck is not None and attribute(struck, "val") not in ("0", "false"):
        return STRUCK
    size = child(font, "sz")
    return _decimal(attribute(size, "val")) if size is not None else 0.0


def _ground(fill: Element, colours: Colours) -> str:
    """The ground that a fill makes; '' for patterns and for colours that run into each other."""
    pattern = child(fill, "patternFill")
    if pattern is None:
        return ""
    kind = attribute(pattern, "patternType")
    return PAPER if kind in ("", "none") else colours.of(child(pattern, "fgColor")) if kind == "solid" else ""
