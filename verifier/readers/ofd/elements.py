"""Elements and attributes of an OFD by their names, whatever the namespace and the case: programs differ in both."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from verifier.readers.parts import Element, local

Numbers = tuple[float, ...]


def name_of(node: Element) -> str:
    """In small letters."""
    return local(node).lower()


def attribute(node: Element, name: str) -> str:
    """'' when there is none; some programs write an attribute as an element within."""
    wanted = name.lower()
    for key, value in node.attrib.items():
        if key.rpartition("}")[2].lower() == wanted:
            return str(value)
    within = child(node, name)
    return (within.text or "").strip() if within is not None else ""


def child(node: Element | None, *path: str) -> Element | None:
    """The first child of that name, and its first of the next."""
    for name in path:
        node = next(children(node, name), None)
    return node


def children(node: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names; none of what is not there."""
    wanted = {name.lower() for name in names}
    return (each for each in (node if node is not None else ()) if name_of(each) in wanted)


def numbers(text: str) -> Numbers:
    try:
        found = tuple(float(each) for each in text.replace(",", " ").split())
    except ValueError:
        return ()
    return found if all(map(isfinite, found)) else ()


def is_shown(node: Element) -> bool:
    return attribute(node, "Visible").lower() != "false"
