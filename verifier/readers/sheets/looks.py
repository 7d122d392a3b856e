"""How the type of a cell or a text box looks, and whether a person sees it."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.readers.colours import are_alike
from verifier.readers.sheets.number_formats import AS_IT_IS, Section

PAPER = "FFFFFF"
_SMALLEST = 4
"""points; smaller type is not read by anybody"""
STRUCK = 0.1
"""size of type that is struck out: it says as little as the smallest"""
_BASIC = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
PALETTE = (
    *_BASIC,
    *_BASIC,
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)
"""the colours of Excel by their numbers, where a workbook has none of its own"""
_NAMED = {
    **{"black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "00FF00", "blue": "0000FF"},
    **{"yellow": "FFFF00", "magenta": "FF00FF", "cyan": "00FFFF"},
}
"""colours that a number format names"""
_FIRST_NUMBERED = 8
"""number in the palette of what a number format calls Color1"""


@dataclass(frozen=True, slots=True)
class Look:
    colour: str = ""
    """six hexadecimal digits; '' where it can't be told, or is chosen so that it can be read"""
    ground: str = PAPER
    """as `colour`"""
    size: float = 0
    """points; 0 where nothing says it"""
    number: Section = AS_IT_IS
    text: Section = AS_IT_IS
    """how numbers and texts are shown, which may be not at all"""

    def is_seen(self, is_text: bool) -> bool:
        """Whether a person sees what stands in it. Type is unseen on its ground only where both are known."""
        section = self.text if is_text else self.number
        if not section.shows or 0 < self.size < _SMALLEST:
            return False
        colour = colour_named(section.colour, self.colour)
        return not are_alike(colour, self.ground)

    @property
    def hides(self) -> bool:
        return not (self.is_seen(True) and self.is_seen(False))

    @property
    def on_unknown_ground(self) -> Look:
        return replace(self, ground="")


def colour_named(name: str, usual: str) -> str:
    """The colour that a number format gives type; the type's own where it gives none, '' where it can't be told."""
    if not name:
        return usual
    number = re.fullmatch(r"color\s*(\d{1,2})", name)
    if number:
        return at(PALETTE, int(number[1]) + _FIRST_NUMBERED - 1)
    return _NAMED.get(name) or hexadecimal(name)


def at(colours: Sequence[str], index: int) -> str:
    return colours[index] if 0 <= index < len(colours) else ""


def hexadecimal(text: str) -> str:
    """RRGGBB, also of AARRGGBB and #RRGGBB; '' for what is no colour."""
    found = re.fullmatch(r"#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})", text)
    return found[1].upper() if found else ""


def colour_of_bytes(data: bytes) -> str:
    return data[:3].hex().upper()


def lightened(colour: str, factor: float, more: float) -> str:
    """The colour with its lightness times a factor, and more."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    made = colorsys.hls_to_rgb(hue, min(max(lightness * factor + more, 0.0), 1.0), saturation)
    return "".join(f"{round(part * 255):02X}" for part in made)


def tinted(colour: str, tint: float) -> str:
    """The colour as a tint from -1 (black) to 1 (white) makes it."""
    if not colour or not tint:
        return colour
    return lightened(colour, 1 + tint, 0) if tint < 0 else lightened(colour, 1 - tint, tint)
