"""Graphics that an office paper keeps in parts of their own: SmartArt and charts, as the words and figures in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from itertools import chain

from verifier.readers.outcome import Damaged, clean, trimmed
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, part_of

_EXACT = Context(prec=12)
"""digits of a value; what lies beyond is left over from computing in binary"""
_DEEPEST = 50
"""levels of a SmartArt"""


@dataclass(frozen=True, slots=True)
class Graphic:
    texts: tuple[str, ...]
    """the words of a SmartArt, a node a text, or the titles of a chart and its axes"""
    rows: tuple[tuple[str, ...], ...] = ()
    """of a chart: the names of its series, then a row a category"""
    pictures: tuple[str, ...] = ()
    """names of the parts that fill the nodes of a SmartArt"""


def graphic_of(node: Element, package: Package, relations: Mapping[str, Relation]) -> Graphic | None:
    """The graphic for which a node stands; None for any other node, and for one that is damaged."""
    name = local(node)
    if name not in ("relIds", "chart"):
        return None
    part = part_of(relations, attribute(node, "dm" if name == "relIds" else "id"))
    try:
        root = package.xml(part) if part in package.names else None
        return None if root is None else _smart_art(root, package.relations(part)) if name == "relIds" else _chart(root)
    except Damaged:
        return None


def _smart_art(root: Element, relations: Mapping[str, Relation]) -> Graphic:
    points = {attribute(node, "modelId"): node for node in children(child(root, "ptLst"), "pt")}
    ordered = dict.fromkeys((*_by_tree(root), *points))
    texts = (_text(child(points[each], "t")) for each in ordered if each in points)
    pictures = (part_of(relations, attribute(node, "embed")) for node in root.iter() if local(node) == "blip")
    return Graphic(tuple(filter(None, texts)), pictures=tuple(dict.fromkeys(filter(None, pictures))))


def _by_tree(root: Element) -> Iterator[str]:
    """The nodes as they are seen: each before those under it."""
    under: dict[str, list[tuple[int, str]]] = {}
    for link in children(child(root, "cxnLst"), "cxn"):
        if attribute(link, "type") in ("", "parOf"):
            order = attribute(link, "srcOrd")
            place = (int(order) if order.isdigit() else 0, attribute(link, "destId"))
            under.setdefault(attribute(link, "srcId"), []).append(place)
    below = {each for places in under.values() for _, each in places}
    waiting = [(each, 0) for each in reversed(list(under)) if each not in below]
    seen: set[str] = set()
    while waiting:
        node, depth = waiting.pop()
        if node in seen or depth > _DEEPEST:
            continue
        seen.add(node)
        yield node
        waiting += [(each, depth + 1) for _, each in sorted(under.get(node, ()), reverse=True)]


def _chart(root: Element) -> Graphic:
    titles = (_text(node) for node in root.iter() if local(node) == "title")
    series = [node for node in root.iter() if local(node) == "ser"]
    names = [_name(child(node, "tx")) for node in series]
    values = [_points(child(node, "val"), child(node, "yVal")) for node in series]
    categories: dict[str, str] = {}
    for node in series:
        categories = _points(child(node, "cat"), child(node, "xVal")) | categories
    places = sorted({*categories, *(place for each in values for place in each)}, key=int)
    rows = [[categories.get(place, ""), *(each.get(place, "") for each in values)] for place in places]
    return Graphic(tuple(filter(None, titles)), trimmed([["", *names], *rows]) if rows else ())


def _points(*nodes: Element | None) -> dict[str, str]:
    """Number → text of what a chart keeps of a row of figures or names; of names in levels the innermost."""
    found: dict[str, str] = {}
    form = ""
    for each in chain.from_iterable(node.iter() for node in nodes if node is not None):
        form = each.text or "" if local(each) == "formatCode" else form
        if local(each) == "pt" and attribute(each, "idx").isdigit():
            value = child(each, "v")
            text = value.text or "" if value is not None else ""
            found.setdefault(attribute(each, "idx"), _shown(text, attribute(each, "formatCode") or form))
    return found


def _name(node: Element | None) -> str:
    return clean(" ".join(each.text or "" for each in node.iter() if local(each) == "v")) if node is not None else ""


def _shown(text: str, form: str) -> str:
    """A value as its format has it: 0.9533 is 95.33% where that is a percentage."""
    try:
        value = _EXACT.create_decimal(text)
    except InvalidOperation:
        return clean(text)
    if not form or not value.is_finite():
        return clean(text)
    return _plain(value * 100) + "%" if "%" in form else _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _text(node: Element | None) -> str:
    """The paragraphs of a text body as one text."""
    if node is None:
        return ""
    paragraphs = [each for each in node.iter() if local(each) == "p"]
    lines = ("".join(each.text or "" for each in one.iter() if local(each) == "t") for one in paragraphs)
    return clean(" ".join(filter(None, lines)))
