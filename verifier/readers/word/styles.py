"""What the styles of a Word paper say of a paragraph, and of how its type looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from verifier.model import LineRole
from verifier.readers.colours import are_alike, colour
from verifier.readers.parts import Element, attribute, child, local

OUTLINE_LEVELS = 9
"""levels of an outline; the next means running text"""
_DEEPEST = 20
"""styles based on each other"""
_BIG = 36
"""half points; the body of an official paper is set in 32"""
_SMALLEST = 8
"""half points; smaller type is not read by anybody"""
_PAPER, _INK = "FFFFFF", "000000"
_WHITE_OF_THEME = {"background1", "light1"}
_WHITE_OF_FILLS = {"bg1", "lt1"}
_CLEAR = 90
"""percent of a colour let through: nothing of it is seen"""
_HIGHLIGHTS = {
    **{"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "white": "FFFFFF"},
    **{"lightGray": "C0C0C0", "darkGray": "808080", "black": "000000", "blue": "0000FF", "red": "FF0000"},
    **{"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080"},
    **{"darkRed": "800000", "darkYellow": "808000"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How type looks."""

    colour: str = ""
    """six hexadecimal digits; '' for one that is chosen so that it can be read"""
    ground: str = _PAPER
    """as `colour`; '' where it can't be told"""
    size: int = 0
    """half points; 0 where nothing says it"""
    font: str = ""
    edge: str | None = None
    """as `colour`: of the line about the letters; None for none"""
    struck: bool = False
    vanished: bool = False
    bold: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether a person reads it as standing on the paper."""
        hidden = self.struck or self.vanished or 0 < self.size < _SMALLEST
        drawn = (self.colour,) if self.edge is None else (self.colour, self.edge)
        return not hidden and not all(are_alike(each, self.ground) for each in drawn)


@dataclass(frozen=True, slots=True)
class Style:
    role: LineRole = "body"
    level: int = 0
    centred: bool = False
    big: bool = False
    list: str = ""
    """id of the list whose numbers its paragraphs bear"""
    list_level: str = ""
    type: tuple[Element, ...] = ()
    """what it says of type and of its ground, from the style that it is based on first of all"""
    shades: bool = False
    """whether it, or one that it is based on, shades anything"""


@dataclass(frozen=True, slots=True)
class Styles:
    by_id: Mapping[str, Style] = field(default_factory=dict)
    type: tuple[Element, ...] = ()
    """what the paper says of all type"""
    usual: str = ""
    """id of the style of paragraphs that name none"""
    shaded: frozenset[str] = frozenset()
    """ids of the styles of tables that shade cells"""

    def of(self, paragraph: Element) -> Style:
        return self.by_id.get(value(paragraph, "pPr", "pStyle"), Style())

    def look_of(self, paragraph: Element, ground: str) -> Look:
        """How the type of a paragraph looks that stands on a ground."""
        named = value(paragraph, "pPr", "pStyle") or self.usual
        look = Look(ground=ground)
        for said in (*self.type, *self.by_id.get(named, Style()).type):
            look = looked(look, said)
        return _on(look, child(paragraph, "pPr", "shd"))

    def look_of_run(self, look: Look, run: Element) -> Look:
        """How the type of a run looks in a paragraph of that look."""
        named = value(run, "rPr", "rStyle")
        own = child(run, "rPr")
        for said in (*(self.by_id.get(named, Style()).type if named else ()), *((own,) if own is not None else ())):
            look = looked(look, said)
        return look


def read_styles(root: Element) -> Styles:
    """The styles; what one does not say comes from the one that it is based on."""
    nodes = {attribute(node, "styleId"): node for node in root if local(node) == "style"}
    known: dict[str, Style] = {}

    def style(identifier: str, depth: int = 0) -> Style:
        if identifier not in known and identifier in nodes and depth < _DEEPEST:
            base = value(nodes[identifier], "basedOn")
            known[identifier] = _style(nodes[identifier], style(base, depth + 1) if base else Style())
        return known.get(identifier, Style())

    default = child(root, "docDefaults", "rPrDefault", "rPr")
    return Styles(
        {identifier: style(identifier) for identifier in nodes},
        (default,) if default is not None else (),
        next(
            (key for key, node in nodes.items() if attribute(node, "type") == "paragraph" and is_on(node, "default")),
            "",
        ),
        frozenset(key for key, node in nodes.items() if attribute(node, "type") == "table" and style(key).shades),
    )


def _shades(node: Element) -> bool:
    return any(_fill(each) is not None for each in node.iter() if local(each) == "shd")


def _style(node: Element, base: Style) -> Style:
    name = value(node, "name").lower()
    numbered = re.fullmatch(r"(?:heading|标题)\s*(\d)", name)
    outline = value(node, "pPr", "outlineLvl")
    role, level = base.role, base.level
    if name in ("title", "标题"):
        role, level = "title", 0
    elif name in ("caption", "题注"):
        role, level = "caption", 0
    elif numbered:
        role, level = "heading", int(numbered[1])
    elif outline.isdigit() and int(outline) < OUTLINE_LEVELS:
        role, level = "heading", int(outline) + 1
    align, size = value(node, "pPr", "jc"), value(node, "rPr", "sz")
    own = (child(node, each) for each in ("pPr", "rPr"))
    return Style(
        role,
        level,
        align == "center" if align else base.centred,
        is_big(size) if size else base.big,
        value(node, "pPr", "numPr", "numId") or base.list,
        value(node, "pPr", "numPr", "ilvl") or base.list_level,
        (*base.type, *(each for each in own if each is not None)),
        base.shades or _shades(node),
    )


def looked(look: Look, said: Element) -> Look:
    """The look with what properties of type say of it."""
    for node in said:
        change = _CHANGES.get(local(node))
        look = change(look, node) if change else look
    return _on(look, child(said, "shd"))


def _sized(look: Look, node: Element) -> Look:
    size = attribute(node, "val")
    return replace(look, size=int(size)) if size.isdigit() else look


def _in_fonts(look: Look, node: Element) -> Look:
    return replace(look, font=attribute(node, "ascii") or attribute(node, "hAnsi") or look.font)


def _coloured(look: Look, node: Element) -> Look:
    """A colour of the theme goes before the one that stands beside it."""
    theme = attribute(node, "themeColor") if not attribute(node, "themeShade") else ""
    return replace(look, colour=_PAPER if theme in _WHITE_OF_THEME else colour(attribute(node, "val").lstrip("#")))


def _filled(look: Look, node: Element) -> Look:
    """The filling that later versions of Word give letters goes before their colour; it may let all through."""
    clear = child(node, "noFill") is not None or any(_lets_through(each) >= _CLEAR for each in node.iter())
    return replace(look, vanished=look.vanished or clear, colour=_colour_of_fill(node))


def _edged(look: Look, node: Element) -> Look:
    bare = child(node, "noFill") is not None or next(iter(node), None) is None
    return replace(look, edge=None if bare else _colour_of_fill(node))


def _colour_of_fill(node: Element) -> str:
    """The colour of a filling; '' where it runs into others or the theme makes it."""
    themed = child(node, "solidFill", "schemeClr")
    if themed is None:
        return colour(value(node, "solidFill", "srgbClr"))
    plain = all(local(each) == "alpha" for each in themed)
    return _PAPER if plain and attribute(themed, "val") in _WHITE_OF_FILLS else ""


def _lets_through(node: Element) -> float:
    """Percent of a colour, by what Word says in thousandths of them or strict papers in percent."""
    found = re.fullmatch(r"(\d+)(%?)", attribute(node, "val")) if local(node) == "alpha" else None
    return int(found[1]) / (1 if found[2] else 1000) if found else 0


def _struck(look: Look, node: Element) -> Look:
    return replace(look, struck=is_on(node, "val"))


_CHANGES: Mapping[str, Callable[[Look, Element], Look]] = {
    "color": _coloured,
    "textFill": _filled,
    "textOutline": _edged,
    "sz": _sized,
    "rFonts": _in_fonts,
    "strike": _struck,
    "dstrike": _struck,
    "b": lambda look, node: replace(look, bold=is_on(node, "val")),
    "vanish": lambda look, node: replace(look, vanished=is_on(node, "val")),
    "highlight": lambda look, node: replace(look, ground=_HIGHLIGHTS.get(attribute(node, "val"), look.ground)),
}
"""property of type → what it changes"""


def ground_of(shading: Element | None, under: str) -> str:
    """The ground that a shading makes, over another."""
    return _on(Look(ground=under), shading).ground


def _on(look: Look, shading: Element | None) -> Look:
    fill = _fill(shading) if shading is not None else None
    return look if fill is None else replace(look, ground=fill)


def _fill(shading: Element) -> str | None:
    """The colour of a shading; '' where it can't be told, None for none."""
    kind, fill = attribute(shading, "val"), colour(attribute(shading, "fill").lstrip("#"))
    dots = re.fullmatch(r"solid|pct(\d+)", kind)
    if dots:
        return _mixed(colour(attribute(shading, "color").lstrip("#")) or _INK, fill or _PAPER, int(dots[1] or 100))
    if kind not in ("", "clear", "nil"):
        return ""
    theme = attribute(shading, "themeFill")
    return fill or (None if theme in ("", *_WHITE_OF_THEME) else "")


def _mixed(ink: str, paper: str, percent: int) -> str:
    """What dots of ink look like that cover a part of the paper."""
    parts = ((int(ink[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{(one * percent + other * (100 - percent)) // 100:02X}" for one, other in parts)


def is_on(node: Element, name: str) -> bool:
    """Whether a switch is on; one that says nothing is, where the attribute is its value."""
    said = attribute(node, name)
    return said not in ("0", "false", "off", "none") if name == "val" else said in ("1", "true", "on")


def is_big(size: str) -> bool:
    return size.isdigit() and int(size) >= _BIG


def value(node: Element, *path: str) -> str:
    found = child(node, *path)
    return attribute(found, "val") if found is not None else ""
