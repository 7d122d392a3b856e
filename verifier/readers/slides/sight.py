"""What of a slide nobody sees: hidden or off the slide, in type of the colour of its ground, tiny or struck out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.readers.colours import are_alike, colour
from verifier.readers.outcome import Damaged
from verifier.readers.parts import Element, Package, attribute, child, children, local

Box = tuple[int, int, int, int]
"""left, top, right, bottom in English Metric Units"""

_SMALLEST = 400
"""hundredths of a point"""
_FULL, _FAINT = 100_000, 10_000
"""how much a colour covers: all, and so little that nothing is seen"""
_WHITE, _BLACK = "FFFFFF", "000000"
_LIGHT, _DARK = ("bg1", "lt1"), ("tx1", "dk1")
_SHAPES = {"sp", "pic", "grpSp", "graphicFrame", "cxnSp"}
_PLAIN = "1001"
"""index of the plain one among the fillings of grounds that a theme has"""
_THICK = 100_000
"""English Metric Units: a line so thick is a bar on which text may stand"""
_STRUCK = ("sngStrike", "dblStrike")


@dataclass(frozen=True, slots=True)
class SlideSight:
    """With what is told what people see of a slide."""

    size: tuple[int, int] | None = None
    """width and height of the slides; None: all that stands on one is taken for seen"""
    ground: str = ""
    """colour of the slide; '' where it can't be told"""
    filled: tuple[Box | None, ...] = ()
    """what else may lie under a text; None may lie anywhere"""
    whole: bool = False
    """what nobody sees is taken for seen"""
    behind: bool = False
    """of a layout: what only says how slides look is not shown on any"""

    def hides(self, node: Element) -> bool:
        """Whether nobody sees what stands in a node."""
        if self.whole or local(node) not in _SHAPES:
            return False
        if self.behind and any(local(each) == "ph" for each in node.iter()):
            return True
        return _is_hidden(node) or self._is_off(node)

    def sees(self, text: Element) -> bool:
        """Whether people see a text or a break."""
        run = text.getparent()
        if self.whole or run is None:
            return True
        said = tuple(_type_of(run))
        if _first(said, "strike") in _STRUCK or child(said[0] if said else None, "noFill") is not None:
            return False
        edge = child(said[0], "ln", "solidFill") if said else None
        if edge is not None and not are_alike(colour_of(edge), self._ground_of(run)):
            return True
        size, fills = _first(said, "sz"), (child(each, "solidFill") for each in said)
        fill = next((each for each in fills if each is not None), None)
        if size.isdigit() and int(size) < _SMALLEST:
            return False
        return fill is None or (_cover(fill) >= _FAINT and not are_alike(colour_of(fill), self._ground_of(run)))

    def _is_off(self, node: Element) -> bool:
        parent, box = node.getparent(), box_of(node)
        if self.size is None or box is None or parent is None or local(parent) != "spTree":
            return False
        left, top, right, bottom = box
        return right <= 0 or bottom <= 0 or left >= self.size[0] or top >= self.size[1]

    def _ground_of(self, run: Element) -> str:
        """The colour of what holds a text, else of the slide where nothing else lies there."""
        place = None
        for node in run.iterancestors():
            if (fill := child(node, "tcPr" if local(node) == "tc" else "spPr", "solidFill")) is not None:
                return colour_of(fill) if _cover(fill) == _FULL else ""
            if local(node) in _SHAPES:
                place = box_of(node)
                if child(node, "style") is not None or local(node) == "graphicFrame":
                    return ""
        return "" if any(_overlap(place, each) for each in self.filled) else self.ground


def sight_of(package: Package, part: str, size: tuple[int, int] | None) -> SlideSight:
    """How a slide is seen, by the slide itself and what it is made after."""
    roots = list(_made_after(package, part))
    grounds = (child(root, "cSld", "bg") for root in roots)
    ground = next((each for each in grounds if each is not None), None)
    mapped = (child(root, "clrMap") for root in roots)
    swapped = any(each is not None and attribute(each, "bg1") != "lt1" for each in mapped)
    told = _WHITE if ground is None else _ground(ground)
    shapes = (node for root in roots for node in root.iter() if _may_cover(node))
    return SlideSight(size, "" if swapped else told, tuple(map(box_of, shapes)))


def _made_after(package: Package, part: str) -> Iterator[Element]:
    """The slide, its layout and its master, as far as they can be read."""
    for kind in ("slideLayout", "slideMaster", ""):
        try:
            yield package.xml(part)
        except Damaged:
            return
        relations = package.relations(part).values() if kind else ()
        part = next((each.target for each in relations if each.kind == kind and each.target in package.names), "")
        if not part:
            return


def _ground(background: Element) -> str:
    named = child(background, "bgRef")
    if named is not None:
        return colour_of(named) if attribute(named, "idx") == _PLAIN else ""
    return colour_of(child(background, "bgPr", "solidFill"))


def _may_cover(node: Element) -> bool:
    """Whether a node is a shape that covers the ground."""
    name = local(node)
    return name in ("pic", "graphicFrame", "cxnSp", "contentPart") or (name in ("sp", "grpSp") and _is_filled(node))


def _is_filled(shape: Element) -> bool:
    fills = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
    line = child(shape, "spPr", "ln")
    width = attribute(line, "w") if line is not None else ""
    is_bar = width.isdigit() and int(width) >= _THICK
    held = [child(shape, "spPr"), child(shape, "grpSpPr"), line if is_bar else None]
    return any(child(each, fill) is not None for each in held for fill in fills) or child(shape, "style") is not None


def _is_hidden(shape: Element) -> bool:
    holders = children(shape, "nvSpPr", "nvPicPr", "nvGrpSpPr", "nvGraphicFramePr", "nvCxnSpPr")
    named = (child(holder, "cNvPr") for holder in holders)
    return any(each is not None and attribute(each, "hidden") in ("1", "true") for each in named)


def box_of(shape: Element) -> Box | None:
    """Where a shape stands; None where its layout says it, or a group around it moves it."""
    parent = shape.getparent()
    holders = (child(shape, "spPr", "xfrm"), child(shape, "grpSpPr", "xfrm"), child(shape, "xfrm"))
    moved = next((each for each in holders if each is not None), None)
    if moved is None or (parent is not None and local(parent) == "grpSp"):
        return None
    corner, extent = child(moved, "off"), child(moved, "ext")
    named = ((corner, "x"), (corner, "y"), (extent, "cx"), (extent, "cy"))
    texts = [attribute(node, name) if node is not None else "" for node, name in named]
    if not all(re.fullmatch(r"-?\d+", text) for text in texts):
        return None
    left, top, wide, high = map(int, texts)
    return left, top, left + wide, top + high


def _overlap(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return True
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _type_of(run: Element) -> Iterator[Element]:
    """What is said of the type of a run, what stands nearest first."""
    own = child(run, "rPr")
    if own is not None:
        yield own
    paragraph = next((node for node in run.iterancestors() if local(node) == "p"), None)
    body = paragraph.getparent() if paragraph is not None else None
    said = child(paragraph, "pPr")
    level = attribute(said, "lvl") if said is not None else ""
    default = child(body, "lstStyle", f"lvl{int(level) + 1 if level.isdigit() else 1}pPr", "defRPr")
    if default is not None:
        yield default


def _first(said: Sequence[Element], name: str) -> str:
    return next(filter(None, (attribute(each, name) for each in said)), "")


def colour_of(fill: Element | None) -> str:
    """The colour of a filling; '' where the theme or an effect makes it."""
    stated, themed = child(fill, "srgbClr"), child(fill, "schemeClr")
    if stated is not None:
        return "" if _changes(stated) else colour(attribute(stated, "val"))
    if themed is None:
        return ""
    name, changes = attribute(themed, "val"), _changes(themed)
    if name in _DARK:
        return "" if changes else _BLACK
    if name not in _LIGHT or any(local(each) != "lumMod" for each in changes):
        return ""
    level = 255 * min(_share(changes[0]) if changes else _FULL, _FULL) // _FULL
    return f"{level:02X}" * 3


def _changes(colour: Element) -> Sequence[Element]:
    return [each for each in colour if local(each) != "alpha"]


def _cover(fill: Element) -> int:
    return next((_share(each) for each in fill.iter() if local(each) == "alpha"), _FULL)


def _share(node: Element) -> int:
    """A share in thousandths of a percent, or as strict papers have it, in percent."""
    text = attribute(node, "val")
    if text.endswith("%") and text[:-1].isdigit():
        return int(text[:-1]) * 1000
    return int(text) if text.isdigit() else _FULL
