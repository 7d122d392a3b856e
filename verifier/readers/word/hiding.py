"""What of a Word paper nobody sees, or stands elsewhere, however its type looks: deleted, hidden, without height."""

from __future__ import annotations

from verifier.readers.colours import colour
from verifier.readers.parts import Element, attribute, child, local
from verifier.readers.word.styles import is_on, value

_LOWEST = 80
"""twentieths of a point; in lines and rows of exactly less nothing can be read"""
_DELETED, _REMARK = "Word.Deletion", "Word.Comment"
"""kinds of annotations of Word 2003"""


def is_elsewhere(node: Element) -> bool:
    """Whether what stands in a node was moved away, or is a remark beside the text."""
    return local(node) == "moveFrom" or (local(node) == "annotation" and attribute(node, "type") == _REMARK)


def hides(node: Element) -> bool:
    """Whether nobody sees what stands in a node."""
    name = local(node)
    if name == "del" or (name == "annotation" and attribute(node, "type") == _DELETED):
        return True
    if name == "tr":
        return _is_hidden_row(node) or _is_low(child(node, "trPr", "trHeight"), "hRule", "val")
    return _is_hidden_drawing(node)


def _is_hidden_row(row: Element) -> bool:
    hidden = child(row, "trPr", "hidden")
    return child(row, "trPr", "del") is not None or (hidden is not None and is_on(hidden, "val"))


def is_squeezed(paragraph: Element) -> bool:
    """Whether the lines of a paragraph are too low to be read; what floats over it is not."""
    return _is_low(child(paragraph, "pPr", "spacing"), "lineRule", "line")


def _is_low(height: Element | None, rule: str, name: str) -> bool:
    size = attribute(height, name) if height is not None and attribute(height, rule) == "exact" else ""
    return size.isdigit() and int(size) < _LOWEST


def _is_hidden_drawing(node: Element) -> bool:
    if "visibility:hidden" in attribute(node, "style").replace(" ", "").lower():
        return True
    named = (child(node, *path) for path in (("docPr",), ("cNvPr",), ("nvPicPr", "cNvPr")))
    return any(each is not None and is_on(each, "hidden") for each in named)


def box_ground(content: Element) -> str:
    """The colour of the text box in which a text stands; '' where it can't be told."""
    for parent in content.iterancestors():
        fill = child(parent, "spPr", "solidFill") if local(parent) == "wsp" else None
        if fill is not None:
            theme = value(fill, "schemeClr")
            return "FFFFFF" if theme in ("bg1", "lt1") else colour(value(fill, "srgbClr"))
    return ""
