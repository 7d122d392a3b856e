"""The words of a paragraph of Word as they are seen: text, breaks, symbols, ticks, WordArt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from verifier.readers.parts import Element, attribute, child, local
from verifier.readers.symbols import in_font, symbol
from verifier.readers.word.fields import code_of, said_by_control, said_by_field
from verifier.readers.word.hiding import hides, is_elsewhere
from verifier.readers.word.styles import Look, Styles


class Piece(NamedTuple):
    """A text, and how it looks."""

    text: str
    seen: bool
    """whether a person sees it"""
    bold: bool = False


_UNREAD = {"Fallback", "txbxContent", "pPr", "rPr", "rt", "object", "sdtPr", "listPr"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_OF_FORMULAS = {"den", "d"}
"""the lower part of a fraction, and what stands in brackets"""
_WATERMARK = "WaterMark"
"""in the ids of shapes behind the text of every page"""


def pieces_of(node: Element, styles: Styles, look: Look) -> Iterator[Piece]:
    """The texts of a paragraph in order; of deleted ones, too, that they are not seen."""
    for each in node:
        name = local(each)
        if name in _SAID:
            yield Piece(_SAID[name](each, look), look.is_seen, look.bold)
        elif name == "r":
            yield from pieces_of(each, styles, styles.look_of_run(look, each))
        elif name == "sdt" and (tick := said_by_control(each)):
            yield Piece(tick, look.is_seen, look.bold)
        elif hides(each):
            yield from (piece._replace(seen=False) for piece in pieces_of(each, styles, look))
        elif name in _OF_FORMULAS:
            before, after = _drawn_about(each)
            yield Piece(before, look.is_seen, look.bold)
            yield from pieces_of(each, styles, look)
            yield Piece(after, look.is_seen, look.bold)
        elif name not in _UNREAD and not is_elsewhere(each):
            yield from pieces_of(each, styles, look)


def _drawn_about(node: Element) -> tuple[str, str]:
    """What a formula draws before and after a part of it: the bar of a fraction, or brackets."""
    if local(node) == "den":
        return "/", ""
    told = child(node, "dPr")
    first, last = (child(told, name) for name in ("begChr", "endChr"))
    return "(" if first is None else attribute(first, "val"), ")" if last is None else attribute(last, "val")


def _text(node: Element, look: Look) -> str:
    return in_font(node.text or "", look.font)


def _symbol(node: Element, _look: Look) -> str:
    try:
        return symbol(attribute(node, "font"), int(attribute(node, "char"), 16))
    except ValueError:
        return ""


def _drawn_text(node: Element, _look: Look) -> str:
    """WordArt of old papers; watermarks are none."""
    shape = node.getparent()
    text = attribute(node, "string")
    mark = shape is not None and _WATERMARK.lower() in attribute(shape, "id").lower()
    return f"\n{text}\n" if text and not mark else ""


_SAID: Mapping[str, Callable[[Element, Look], str]] = {
    "t": _text,
    "delText": _text,
    "sym": _symbol,
    "textpath": _drawn_text,
    "instrText": lambda node, _: code_of(node.text or ""),
    "fldChar": lambda node, _: said_by_field(node),
    **dict.fromkeys(_BREAKS, lambda node, _: _BREAKS[local(node)]),
}
"""element → what it says"""
