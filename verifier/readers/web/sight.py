"""What of a web page nobody sees: by display, visibility, opacity, size, colour, or its place off the page.

Pages are judged as they are stored: no script runs, and sheets that lie elsewhere are not fetched. What `details` folds
away is seen by whoever opens it. An article of WeChat is hidden in its source until a script of the page shows it.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tinycss2 import color4

from verifier.readers.colours import NEAR
from verifier.readers.outcome import clean, tells
from verifier.readers.web.styles import Styles, styles_of
from verifier.readers.web.tables import Node, Veil, pieces_of

_UNREAD = {"script", "style", "noscript", "noframes", "template", "svg", "canvas", "video", "audio", "iframe"}
"""elements of which the words are none of the page: code, drawn elsewhere, or for browsers that can't show it"""
_TOOLS = {"a", "nav", "button", "select", "dialog", "datalist", "footer", "menu", "aside", "label"}
"""elements of which hidden ones are menus and tools: no text of the page, seen or not"""
_ARTICLE = "js_content"
"""id of the text of an article of WeChat"""
_REVEALED = frozenset(("visibility", "opacity", "display"))
"""properties that a script changes when a page is ready"""
_FAINT = 0.1
_USUAL, _SMALLEST = 16.0, 5.0
"""pixels; smaller type is not read by anybody"""
_OFF, _FAR, _INDENT = -500, 5000, -200
"""pixels: so far to the left or over a page nothing is seen, nor so far to its right, nor text begun so far left"""
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|r?em|ex|ch|in|cm|mm|%|v[wh])?")
_SIZE = re.compile(r"(?:^|\s)(0|\d*\.?\d+(?:px|pt|r?em|ex|ch|in|cm|mm|%|v[wh]))(?=[\s/]|$)")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "rem": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "vw": 12.8, "vh": 7.2}
_CLIPPED = re.compile(r"rect\(\s*([01]?(px)?[\s,]*){4}\)")
_CUT = re.compile(r"inset\(\s*(100|[5-9]\d)(\.\d+)?%|circle\(\s*0")
_CLEAR = re.compile(r"opacity\(\s*0*\.?0*\d?%?\s*\)")
_NOWHERE = re.compile(r"scale(3d|x|y)?\(\s*0*\.?0\d*\s*[,)]|rotate[xy]\(\s*-?(90|270)deg")
_MOVED = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
_SIDES, _MARGINS = ("left", "top", "right", "bottom"), ("margin-left", "margin-top")
_PLACED = ("absolute", "fixed")
_LAID_OVER = ("transform", "translate", "grid-area", "grid-row", "grid-column", "text-shadow", "-webkit-text-stroke")

Colour = tuple[float, float, float, float]
"""red, green, blue, and how much it covers: 0…1"""


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text in an element looks."""

    unread: bool = False
    """no text, whether seen or not"""
    gone: bool = False
    away: bool = False
    """off the page, cut away, struck out, faint"""
    invisible: bool = False
    opacity: float = 1.0
    colour: Colour | None = (0.0, 0.0, 0.0, 1.0)
    """None where it can't be told"""
    ground: Colour | None = (1.0, 1.0, 1.0, 1.0)
    size: float = _USUAL

    @property
    def is_seen(self) -> bool:
        hidden = self.gone or self.away or self.invisible or self.opacity < _FAINT or self.size < _SMALLEST
        return not hidden and not self._is_one_colour

    @property
    def _is_one_colour(self) -> bool:
        if self.colour is None:
            return False
        *colour, cover = self.colour
        if self.ground is None:
            return cover < _FAINT
        return max(abs(one - other) * cover for one, other in zip(colour, self.ground, strict=False)) * 255 < NEAR


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a page is not read, because nobody sees it or because it is no text."""

    seen: Veil
    whole: Veil | None = None
    """the same with the text that nobody sees; None where none says anything"""
    unseen: str = ""
    """the first of it"""


def sight_of(root: Node, sheets: Sequence[str] = ()) -> Sight:
    """What is seen of a page; `sheets`: style sheets that lie beside it in the same file."""
    article = next((node for node in root.iter() if node.get("id", "") == _ARTICLE), None)
    looks = _looks(root, styles_of(root, sheets), article)
    seen = {id(look): look.is_seen for look in looks.values()}
    unread = {node for node, look in looks.items() if look.unread}
    unseen = {node for node, look in looks.items() if not look.unread and not seen[id(look)]}
    tools = {node for node in unseen if _is_tool(node) or not _stands_in(node, article)}
    gone = frozenset(node for node in unseen if looks[node].gone)
    told = next(filter(tells, _texts(root, unseen - tools)), "") if unseen - tools else ""
    whole = Veil(frozenset(unread | tools), gone & tools) if told else None
    return Sight(Veil(frozenset(unread | unseen), gone), whole, told)


def _is_tool(node: Node) -> bool:
    return node.tag in _TOOLS or any(parent.tag in _TOOLS for parent in node.iterancestors())


def _stands_in(node: Node, article: Node | None) -> bool:
    """Whether an element stands in the article of a page; around one of WeChat there are tools alone."""
    return article is None or node is article or article in node.iterancestors()


def _texts(root: Node, unseen: set[Node]) -> Iterator[str]:
    """The stretches of text in some elements."""
    pieces = ((owner in unseen, text) for owner, text in pieces_of(root))
    for hidden, stretch in itertools.groupby(pieces, key=lambda piece: piece[0]):
        if hidden:
            yield clean("".join(text for _, text in stretch))


def _looks(root: Node, styles: Mapping[Node, Styles], article: Node | None) -> dict[Node, _Look]:
    revealed, underlaid = _shown_by_script(root, article), set(_underlaid(styles))
    looks: dict[Node, _Look] = {}
    for node in root.iter():
        over = looks.get(next(node.iterancestors(), node), _Look())
        said = styles.get(node, {})
        if hiding := revealed.get(node):
            said = {name: value for name, value in said.items() if name not in hiding}
        look = _looked(over, said) if said else over
        look = replace(look, ground=None) if node in underlaid else look
        looks[node] = replace(look, unread=True) if node.tag in _UNREAD else look
    return looks


def _underlaid(styles: Mapping[Node, Styles]) -> Iterator[Node]:
    """Elements under whose text a picture or a coloured box is laid that they hold."""
    for node, said in styles.items():
        paints = node.tag == "img" or "background-color" in said or "background-image" in said
        if said.get("position") in _PLACED and paints and not "".join(node.itertext()).strip():
            yield from itertools.islice(node.iterancestors(), 1)


def _shown_by_script(root: Node, article: Node | None) -> dict[Node, frozenset[str]]:
    """Elements that the source of a page hides though everybody sees them, and the properties that do so."""
    scripted = next(root.iter("script"), None) is not None
    around = {node: _REVEALED for node in root.iter() if node.tag in ("html", "body")}
    if article is None:
        return around if scripted else {}
    holders = dict.fromkeys(article.iterancestors(), _REVEALED) if scripted else {}
    return {**holders, article: _REVEALED - {"display"}}


def _looked(over: _Look, said: Styles) -> _Look:
    """How text looks in an element of these styles within another."""
    size = _size(said, over.size)
    visibility = said.get("visibility", "")
    return replace(
        over,
        gone=over.gone or said.get("display") == "none",
        away=over.away or _is_away(said, size),
        invisible=visibility in ("hidden", "collapse") if visibility not in ("", "inherit") else over.invisible,
        opacity=over.opacity * _part(said.get("opacity", "")),
        colour=_type_colour(said, over.colour),
        ground=_ground(said, over.ground, size),
        size=size,
    )


def _part(text: str) -> float:
    found = re.fullmatch(r"(\d*\.?\d+)(%?)", text)
    return min(float(found[1]) / (100 if found[2] else 1), 1.0) if found else 1.0


def _size(said: Styles, over: float) -> float:
    found = _SIZE.search(said.get("font-size", ""))
    length = _pixels(found[1], over, over) if found else None
    return over if length is None else length


def _pixels(text: str, em: float, whole: float) -> float | None:
    """A length; `whole`: what 100 % are. None where it says none."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        return None
    unit = found[2] or ""
    if unit == "%":
        return float(found[1]) * whole / 100
    return float(found[1]) * _PIXELS.get(unit, em / 2 if unit in ("ex", "ch") else em)


def _is_away(said: Styles, size: float) -> bool:
    if "line-through" in said.get("text-decoration-line", ""):
        return True
    if said.get("content-visibility") == "hidden" or _CLEAR.search(said.get("filter", "")):
        return True
    return _is_off(said, size) or _is_cut(said, size) or _is_moved(said, size)


def _lengths(said: Styles, names: Sequence[str], size: float) -> list[float]:
    """The lengths that some properties name; of one that stands for several sides, all of them."""
    texts = (text for name in names for text in said.get(name, "").split())
    return [length for text in texts if (length := _pixels(text, size, 0)) is not None]


def _is_off(said: Styles, size: float) -> bool:
    """Whether an element is placed where the page is not."""
    places = []
    if said.get("position") in ("absolute", "fixed", "relative"):
        places = _lengths(said, _SIDES, size)
    moved = min(_lengths(said, _MARGINS, size), default=0)
    indent = _pixels(said.get("text-indent", ""), size, 1000) or 0
    return min(places, default=0) <= _OFF or max(places, default=0) >= _FAR or moved <= -_FAR or indent <= _INDENT


def _is_cut(said: Styles, size: float) -> bool:
    """Whether nothing is left of an element that is cut."""
    placed = said.get("position") in _PLACED
    if (placed and _CLIPPED.fullmatch(said.get("clip", ""))) or _CUT.search(said.get("clip-path", "")):
        return True
    cut = re.search("hidden|clip", said.get("overflow-x", "") + said.get("overflow-y", ""))
    sides = (_pixels(said.get(name, ""), size, math.inf) for name in ("width", "height", "max-width", "max-height"))
    return cut is not None and any(side is not None and side <= 1 for side in sides)


def _is_moved(said: Styles, size: float) -> bool:
    transform = said.get("transform", "")
    if _NOWHERE.search(transform) or re.fullmatch(r"0*\.?0+( .*)?", said.get("scale", "")):
        return True
    by = ",".join((*_MOVED.findall(transform), said.get("translate", "").replace(" ", ",")))
    steps = [_pixels(text, size, 0) or 0 for text in by.split(",")]
    return min(steps) <= 2 * _OFF or max(steps) >= _FAR


def _type_colour(said: Styles, over: Colour | None) -> Colour | None:
    if "text" in (said.get("background-clip"), said.get("-webkit-background-clip")):
        return None
    text = said.get("-webkit-text-fill-color", said.get("color", ""))
    return over if text in ("", "inherit", "currentcolor") else _colour(text)


def _ground(said: Styles, over: Colour | None, size: float) -> Colour | None:
    """The colour on which text stands: that of the element, or of those around it where nothing lies between."""
    if re.search(r"url\(|gradient\(|image", said.get("background-image", "")):
        return None
    texts = re.findall(r"[a-z]+\([^)]*\)|#\w+|[a-z-]+", said.get("background-color", ""))
    found = next((colour for colour in map(_colour, texts) if colour is not None), None)
    if found is None and any(text.startswith(("var(", "lab(", "lch(", "ok", "color")) for text in texts):
        return None
    return _laid(found, over if not _may_lie_over(said, size) else None)


def _laid(colour: Colour | None, under: Colour | None) -> Colour | None:
    """A colour over another."""
    if colour is None or colour[3] == 0:
        return under
    if colour[3] == 1 or under is None:
        return colour if colour[3] == 1 else None
    cover = colour[3]
    red, green, blue = (one * cover + other * (1 - cover) for one, other in zip(colour[:3], under[:3], strict=True))
    return red, green, blue, 1.0


def _may_lie_over(said: Styles, size: float) -> bool:
    """Whether an element may stand over a picture or a box that does not hold it."""
    if said.get("position", "static") not in ("static", "relative", "sticky") or any(map(said.get, _LAID_OVER)):
        return True
    return any(length < 0 for length in _lengths(said, (*_MARGINS, *_SIDES), size))


@lru_cache(maxsize=1024)
def _colour(text: str) -> Colour | None:
    found = color4.parse_color(text)
    if found is None or isinstance(found, str) or found.space not in ("srgb", "hsl", "hwb"):
        return None
    red, green, blue = (0.0 if each is None else float(each) for each in found.to("srgb").coordinates)
    return red, green, blue, float(found.alpha)
