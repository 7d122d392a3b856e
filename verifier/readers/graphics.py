"""Graphics that an office paper keeps in parts of their own: SmartArt and charts, as the words and figures in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal, InvalidOperation
from itertools import chain

from verifier.readers.outcome import Damaged, clean, trimmed
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, part_of

_WRITTEN = ("title", "dLbl")
"""of a chart: the elements whose words a person wrote; other labels repeat its figures"""
_EXACT = Context(prec=12)
"""digits of a value; what lies beyond is left over from computing in binary"""


@dataclass(frozen=True, slots=True)
class Graphic:
    texts: tuple[str, ...]
    """the words of a SmartArt, a node a text, or the titles of a chart and its axes, and what is written on it"""
    rows: tuple[tuple[str, ...], ...] = ()
    """of a chart: the names of its series, then a row a category"""
    pictures: tuple[str, ...] = ()
    """names of the parts that fill the nodes of a SmartArt or pieces of a chart"""


def graphic_of(node: Element, package: Package, relations: Mapping[str, Relation]) -> Graphic | None:
    """The graphic for which a node stands; None for any other node, and for one that is damaged."""
    name = local(node)
    if name not in ("relIds", "chart"):
        return None
    part = part_of(relations, attribute(node, "dm" if name == "relIds" else "id"))
    try:
        root = package.xml(part) if part in package.names else None
        if root is None:
            return None
        relations = package.relations(part)
        return _smart_art(root, relations) if name == "relIds" else _chart(root, package, relations)
    except Damaged:
        return None


def _smart_art(root: Element, relations: Mapping[str, Relation]) -> Graphic:
    points = {attribute(node, "modelId"): node for node in children(child(root, "ptLst"), "pt")}
    ordered = dict.fromkeys((*_by_tree(root), *points))
    texts = (_text(child(points[each], "t")) for each in ordered if each in points)
    return Graphic(tuple(filter(None, texts)), pictures=_pictures(root, relations))


def _pictures(root: Element, relations: Mapping[str, Relation]) -> tuple[str, ...]:
    parts = (part_of(relations, attribute(node, "embed")) for node in root.iter() if local(node) == "blip")
    return tuple(dict.fromkeys(filter(None, parts)))


def _by_tree(root: Element) -> Iterator[str]:
    """The nodes as they are seen: each before those under it."""
    under = _links(root)
    below = {each for places in under.values() for _, each in places}
    waiting = [each for each in reversed(under) if each not in below]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        yield node
        fresh = [place for place in under.get(node, ()) if place[1] not in seen]
        seen.update(each for _, each in fresh)
        waiting += [each for _, each in sorted(fresh, reverse=True)]


def _links(root: Element) -> dict[str, list[tuple[int, str]]]:
    """Node → order and name of each under it."""
    under: dict[str, list[tuple[int, str]]] = {}
    for link in children(child(root, "cxnLst"), "cxn"):
        if attribute(link, "type") in ("", "parOf"):
            order = attribute(link, "srcOrd")
            place = (int(order) if order.isdigit() else 0, attribute(link, "destId"))
            under.setdefault(attribute(link, "srcId"), []).append(place)
    return under


def _chart(root: Element, package: Package, relations: Mapping[str, Relation]) -> Graphic:
    titles = [_text(node) or _name(child(node, "tx")) for node in root.iter() if local(node) in _WRITTEN]
    chart = _extended_chart(root, titles) if child(root, "chartData") is not None else _usual_chart(root, titles)
    drawn = tuple(_drawn_on(package, relations))
    written = (_text(node) for shapes, _ in drawn for node in shapes.iter() if local(node) == "txBody")
    pictures = _pictures(root, relations) + tuple(part for shapes, own in drawn for part in _pictures(shapes, own))
    return replace(chart, texts=(*chart.texts, *filter(None, written)), pictures=pictures)


def _drawn_on(package: Package, relations: Mapping[str, Relation]) -> Iterator[tuple[Element, Mapping[str, Relation]]]:
    """The text boxes and pictures that lie on a chart: a part of their own, with its relations."""
    for each in relations.values():
        if each.kind == "chartUserShapes" and each.target in package.names:
            yield package.xml(each.target), package.relations(each.target)


def _usual_chart(root: Element, titles: Iterable[str]) -> Graphic:
    series = [node for node in root.iter() if local(node) == "ser"]
    values = [_points(node, "val", "yVal") for node in series]
    categories: dict[str, str] = {}
    for node in series:
        categories = _points(node, "cat", "xVal") | categories
    return chart_of(
        titles, [_name(child(node, "tx")) for node in series], _by_place(categories), map(_by_place, values)
    )


def _by_place(points: Mapping[str, str]) -> Mapping[int, str]:
    return {int(place): text for place, text in points.items()}


def _extended_chart(root: Element, titles: Iterable[str]) -> Graphic:
    """A chart of the kinds that came with Office 2016: waterfall, funnel, tree, histogram."""
    data = {attribute(node, "id"): node for node in children(child(root, "chartData"), "data")}
    series = [node for node in root.iter() if local(node) == "series"]
    named = [child(node, "dataId") for node in series]
    used = [data.get(attribute(node, "val")) if node is not None else None for node in named]
    categories: dict[int, str] = {}
    for node in used:
        categories = {**_level(child(node, "strDim")), **categories}
    values = [_level(child(node, "numDim")) for node in used]
    return chart_of(titles, [_name(child(node, "tx")) for node in series], categories, values)


def _level(dimension: Element | None) -> dict[int, str]:
    """Number → text of the points of a row of figures or names; of names in levels the innermost."""
    level = child(dimension, "lvl")
    form = attribute(level, "formatCode") if level is not None else ""
    points = (node for node in children(level, "pt") if attribute(node, "idx").isdigit())
    return {int(attribute(node, "idx")): _shown(node.text or "", form) for node in points}


def chart_of(
    titles: Iterable[str],
    names: Sequence[str],
    categories: Mapping[int, str],
    values: Iterable[Mapping[int, str]],
) -> Graphic:
    """A chart of its titles and axes, and of series with their names, and with values by the places of categories."""
    columns = [categories, *values]
    rows = [[each.get(place, "") for each in columns] for place in sorted(set().union(*columns))]
    return Graphic(tuple(filter(None, titles)), trimmed([["", *names], *rows]) if rows else ())


def _points(series: Element, *names: str) -> dict[str, str]:
    """Number → text of what a chart keeps of a row of figures or names; of names in levels the innermost."""
    found: dict[str, str] = {}
    form = ""
    for each in chain.from_iterable(node.iter() for node in children(series, *names)):
        if local(each) == "formatCode":
            form = each.text or ""
        elif local(each) == "pt" and attribute(each, "idx").isdigit():
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
