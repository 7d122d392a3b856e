"""Texts of an .xlsx whose pieces have a type of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from verifier.readers.parts import Element, Package, child, children, local
from verifier.readers.sheets.looks import Look
from verifier.readers.sheets.scanned_rows import cut_after
from verifier.readers.sheets.styles import Styles, size_of

OWN_TYPE = b"rPr"
"""name of the element that gives a piece its type"""
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>.*?</(?:\w+:)?si>)", re.S)
_ITEM_END = b"si>"
_PREFIX = re.compile(rb"(</?)\w+:")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text."""

    text: str
    colour: str | None = None
    """as `Look.colour`; None for that of the cell"""
    size: float = 0

    def is_seen(self, look: Look) -> bool:
        """Whether a person sees it in a cell of that look."""
        own = look if self.colour is None else Look(self.colour, look.ground, self.size, look.number, look.text)
        return own.is_seen(True)


@dataclass(frozen=True, slots=True)
class Rich:
    runs: tuple[Run, ...]

    def seen(self, look: Look) -> str:
        """What a person sees of it in a cell of that look."""
        return "".join(run.text for run in self.runs if run.is_seen(look))

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def shared_rich_texts(package: Package, part: str, styles: Styles) -> Mapping[int, Rich]:
    """The rich ones of the shared texts by their number. Nearly no workbook has any, and there may be millions."""
    if not any(OWN_TYPE in whole for whole in cut_after(package.pieces(part), _ITEM_END)):
        return {}
    found: dict[int, Rich] = {}
    number = 0
    for whole in cut_after(package.pieces(part), _ITEM_END):
        for item in _ITEM.finditer(whole):
            if OWN_TYPE in item[0]:
                found[number] = rich_text(item[0], styles)
            number += 1
    return found


def rich_text(text: bytes, styles: Styles) -> Rich:
    """The pieces of a text in XML, without its hints for reading aloud."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root: Element | None = etree.fromstring(_PREFIX.sub(rb"\1", text), parser)
    return Rich(tuple(_run(node, styles) for node in children(root, "r", "t")))


def _run(node: Element, styles: Styles) -> Run:
    own, holder = child(node, "rPr"), node if local(node) == "t" else child(node, "t")
    said = holder.text or "" if holder is not None else ""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), said)
    return Run(text) if own is None else Run(text, styles.colours.of(child(own, "color")), size_of(own))
