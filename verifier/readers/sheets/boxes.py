"""Text boxes and shapes on an .xlsx, what a person sees of their paragraphs, and what workbooks print in margins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from verifier.readers.outcome import clean
from verifier.readers.parts import Element, attribute, child, children, local
from verifier.readers.sheets.facts import Boxed
from verifier.readers.sheets.looks import Look
from verifier.readers.sheets.styles import Colours, is_faint

_HUNDREDTHS = 100
"""of a point"""
_MARGIN = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]+)<")
_PARTS = re.compile(r"&[LCR]")
"""left, middle and right"""
_PAGE = re.compile(r"[第共]?\s*&[PN]\s*页?")
_CODES = re.compile(r"&(?:\"[^\"]*\"|\d+|K[0-9A-F]{6}|K\d\d[+-]\d{3}|[A-Z])")
"""fonts, sizes, colours, ways of writing; dates and names of files, which are those of the day and of the disk"""


def boxes_of(anchor: Element, row: int, colours: Colours, sheet_ground: str) -> Iterator[Boxed]:
    """The paragraphs in text boxes, shapes and groups of them; what has no fill shows the ground of the sheet."""
    for body in shown(anchor):
        if local(body) == "txBody":
            shape = body.getparent()
            look = None if shape is None or is_hidden(shape) else _look(shape, colours, sheet_ground)
            for paragraph in children(body, "p"):
                yield from _lines(paragraph, row, look, colours)


def shown(anchor: Element) -> Iterator[Element]:
    """What is drawn, without what stands there for older programs."""
    return (node for node in anchor.iter() if not any(local(each) == "Fallback" for each in node.iterancestors()))


def _lines(paragraph: Element, row: int, look: Look | None, colours: Colours) -> Iterator[Boxed]:
    pieces = [
        ("\n" if local(node) == "br" else node.text or "", look is not None and _is_seen(node, look, colours))
        for node in paragraph.iter()
        if local(node) in ("t", "br")
    ]
    whole = "".join(text for text, _ in pieces).split("\n")
    seen = "".join(text for text, is_seen in pieces if is_seen or text == "\n").split("\n")
    for text, visible in zip(map(clean, whole), map(clean, seen), strict=True):
        if text:
            yield Boxed(row, visible, text)


def is_hidden(shape: Element) -> bool:
    """Whether a shape or a picture, or a group about it, is hidden."""
    about = (shape, *shape.iterancestors())
    named = (each for node in about for kind in node if local(kind).startswith("nv") for each in kind)
    return any(attribute(each, "hidden") in ("1", "true") for each in named)


def _look(shape: Element | None, colours: Colours, sheet_ground: str) -> Look:
    """How the type of a shape looks where a piece of text says nothing else."""
    properties, style = child(shape, "spPr"), child(shape, "style")
    fill = next(children(properties, "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"), None)
    by_style = child(style, "fillRef")
    if (
        fill is not None
        and local(fill) == "solidFill"
        and not any(True for node in fill for _ in children(node, "alpha"))
    ):
        ground = colours.drawn(fill)
    else:
        bare = local(fill) == "noFill" if fill is not None else by_style is None or attribute(by_style, "idx") == "0"
        ground = sheet_ground if bare else ""
    own = any(local(node) == "solidFill" for node in _every(child(shape, "txBody", "lstStyle")))
    return Look("" if own else colours.drawn(child(style, "fontRef")), ground)


def _every(node: Element | None) -> Iterator[Element]:
    return node.iter() if node is not None else iter(())


def _is_seen(text: Element, look: Look, colours: Colours) -> bool:
    own = child(text.getparent(), "rPr")
    if own is None:
        return look.is_seen(True)
    size, fill = attribute(own, "sz"), child(own, "solidFill")
    if fill is not None and is_faint(next(iter(fill), None)):
        return False
    colour = look.colour if fill is None else colours.drawn(fill)
    points = int(size) / _HUNDREDTHS if re.fullmatch(r"\d{1,6}", size) else 0
    return Look(colour, look.ground, points).is_seen(True)


def margins_of(end: bytes) -> tuple[str, ...]:
    """The texts in the headers and footers of a sheet, each once; `end`: what stands behind its rows in XML."""
    lines = (
        line for margin in _MARGIN.findall(end) for line in margin_lines(unescape(margin.decode("utf-8", "replace")))
    )
    return tuple(dict.fromkeys(lines))


def margin_lines(coded: str) -> Iterator[str]:
    """What a header or footer says, without its codes, numbers of pages and what programs print by themselves."""
    for part in _PARTS.split(coded.replace("&&", "\0")):
        text = _CODES.sub("", _PAGE.sub("", part)).replace("\0", "&")
        yield from (line for line in map(clean, text.split("\n")) if not line.isascii())
