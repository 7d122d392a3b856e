"""Fonts of pictograms: the letters of Wingdings and its like as the marks that people see."""

from __future__ import annotations

_MARKS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x78: "☒", 0xA1: "○", 0xA4: "◉", 0xA8: "◻",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x99: "○", 0x9A: "○", 0x9B: "○",
        0x9D: "◉", 0x9E: "⊙", 0xA1: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "□",
    },
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x3D: "●"},
    "marlett": {0x61: "✓", 0x62: "✓"},
    "symbol": {0xA0: " ", 0xB7: "•", 0xD6: "√", 0xB4: "×", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB0: "°"},
}  # fmt: skip
"""font → code of a letter → mark; what the fonts draw, as the tables of Unicode for them say"""
_PICTOGRAMS = frozenset(_MARKS) - {"symbol"} | {"wingdings 3"}
_PRIVATE = range(0xF000, 0xF100)
"""where Word keeps the letters of such fonts"""


def is_symbol_font(font: str) -> bool:
    return font.lower() in _MARKS or font.lower() in _PICTOGRAMS


def in_font(text: str, font: str) -> str:
    """The text as it is seen in a font: letters of a font of pictograms are marks, or nothing that is text."""
    if not is_symbol_font(font):
        return text
    return "".join(symbol(font, ord(char)) for char in text)


def symbol(font: str, code: int) -> str:
    """What a letter of a font shows; '' for a pictogram that says nothing."""
    letter = code - _PRIVATE.start if code in _PRIVATE else code
    name = font.lower()
    if not is_symbol_font(font) or letter > 0xFF:
        return "" if code in _PRIVATE or not 0 < code < 0x110000 else chr(code)
    mark = _MARKS.get(name, {}).get(letter, "")
    return mark or (" " if letter in (0x20, 0xA0) else "" if name in _PICTOGRAMS else chr(letter))
