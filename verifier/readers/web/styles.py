"""What the style sheets of a web page and the elements themselves say of how each element looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import tinycss2

from verifier.readers.web.selectors import Index
from verifier.readers.web.tables import Node

Styles = Mapping[str, str]
"""property → value in small letters"""
_Weight = tuple[bool, tuple[int, int, int, int], int]
"""whether important, how close a selector is, how late it stands: the greatest goes before the others"""
_Said = tuple[_Weight, str, str]

_WIDTH, _EM = 1280, 16
"""pixels: of the window in which a page is seen, and of its letters"""
_SOUGHT = frozenset(
    (
        *("display", "visibility", "opacity", "content-visibility", "filter", "font-size", "text-decoration-line"),
        *("color", "background-color", "background-image", "text-shadow", "-webkit-text-fill-color"),
        "-webkit-text-stroke",
        *("background-clip", "-webkit-background-clip", "text-indent", "position", "left", "top", "right", "bottom"),
        *("margin-left", "margin-top", "transform", "translate", "scale", "grid-area", "grid-row", "grid-column"),
        *("clip", "clip-path", "overflow-x", "overflow-y", "width", "height", "max-width", "max-height"),
    )
)
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "background": ("background-color", "background-image"),
    "font": ("font-size",),
    "text-decoration": ("text-decoration-line",),
    "margin": ("margin-left", "margin-top"),
    "overflow": ("overflow-x", "overflow-y"),
    "inset": ("left", "top"),
    "inset-inline-start": ("left",),
    "margin-inline-start": ("margin-left",),
    "block-size": ("height",),
    "inline-size": ("width",),
    "max-block-size": ("max-height",),
    "max-inline-size": ("max-width",),
}
"""property that stands for several → those of them that bear on what is seen, each with the whole value"""
_FEATURE = re.compile(r"\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)(px|r?em)?\s*\)")
_USUAL_MEDIUM = re.compile(r"\(\s*prefers-color-scheme\s*:\s*light\s*\)|^\s*not print\s*$")
_OF_TAGS: Mapping[str, Styles] = {
    **{tag: {"text-decoration-line": "line-through"} for tag in ("s", "strike", "del")},
    "a": {"color": "blue"},
    "mark": {"color": "black", "background-color": "yellow"},
    **{tag: {"display": "none"} for tag in ("dialog", "datalist")},
}
_OF_ATTRIBUTES = {"bgcolor": "background-color", "color": "color", "text": "color"}
"""attributes of old pages → property"""
_NONE = "\0"
_BY_KIND = (False, (0, 0, 0, 0), 0)
_INLINE = (1, 0, 0, 0)


def styles_of(root: Node, sheets: Sequence[str]) -> Mapping[Node, Styles]:
    """The styles of each element that has any; `sheets`: those that lie beside the page."""
    said: dict[Node, list[_Said]] = {}
    rules = list(_rules_of(root, sheets))
    index = Index(root) if rules else None
    for order, rule in enumerate(rules, 1):
        if index and (declared := list(_declared(rule.content))):
            for node, close in index.selected(tinycss2.serialize(rule.prelude)):
                told = (((important, (0, *close), order), name, value) for important, name, value in declared)
                said.setdefault(node, []).extend(told)
    for node in root.iter():
        if own := list(_own(node)):
            said.setdefault(node, []).extend(own)
    return {node: {name: value for _, name, value in sorted(each, key=_weight)} for node, each in said.items()}


def _weight(said: _Said) -> _Weight:
    return said[0]


def _rules_of(root: Node, sheets: Sequence[str]) -> Iterator[Any]:
    own = ("".join(node.itertext()) for node in root.iter("style") if _is_for_screens(node.get("media", "")))
    for sheet in (*sheets, *own):
        yield from _rules(tinycss2.parse_stylesheet(sheet, True, True))


def _rules(nodes: Sequence[Any]) -> Iterator[Any]:
    """The rules that hold on a screen."""
    for node in nodes:
        if node.type == "qualified-rule":
            yield node
        elif node.type == "at-rule" and node.content is not None and _holds(node):
            yield from _rules(tinycss2.parse_rule_list(node.content, True, True))


def _holds(rule: Any) -> bool:
    """Whether the rules within a rule hold on a screen."""
    name = rule.lower_at_keyword
    return _is_for_screens(tinycss2.serialize(rule.prelude)) if name == "media" else name in ("supports", "layer")


def _is_for_screens(media: str) -> bool:
    """Whether a sheet or rule for these media holds in the window of a usual computer."""
    return any(map(_is_for_screen, media.lower().split(","))) or not media.strip()


def _is_for_screen(medium: str) -> bool:
    fits = (
        float(size) * (1 if unit in ("px", "") else _EM) <= _WIDTH if bound == "min" else float(size) >= _WIDTH
        for bound, size, unit in _FEATURE.findall(medium)
    )
    others = set(re.findall(r"[\w-]+|\(", _USUAL_MEDIUM.sub("", _FEATURE.sub("", medium)))) - {"and", "only"}
    return others <= {"screen", "all"} and all(fits)


def _own(node: Node) -> Iterator[_Said]:
    """What an element says itself: by its kind, its attributes, and its style."""
    if node.tag != "dialog" or node.get("open", _NONE) == _NONE:
        for name, value in _OF_TAGS.get(str(node.tag), {}).items():
            yield _BY_KIND, name, value
    for attribute, said in node.items():
        if attribute == "style":
            yield from (((important, _INLINE, 0), name, value) for important, name, value in _declared_inline(said))
        elif attribute in ("hidden", "popover"):
            yield _BY_KIND, "display", "none"
        elif attribute == "background" and said:
            yield _BY_KIND, "background-image", "url()"
        elif attribute in _OF_ATTRIBUTES and said:
            yield _BY_KIND, _OF_ATTRIBUTES[attribute], said.strip().lower()


@lru_cache(maxsize=4096)
def _declared_inline(style: str) -> tuple[tuple[bool, str, str], ...]:
    return tuple(_declared(style))


def _declared(content: Any) -> Iterator[tuple[bool, str, str]]:
    """Whether important, property and value of each declaration that bears on what is seen."""
    for each in tinycss2.parse_blocks_contents(content, True, True):
        if each.type == "declaration":
            for name in _TOGETHER.get(each.lower_name, (each.lower_name,)):
                if name in _SOUGHT:
                    yield each.important, name, _value(each.value)


def _value(tokens: Sequence[Any]) -> str:
    """A value as it is meant: escapes are letters, and small ones."""
    told = (token for token in tokens if token.type != "comment")
    return "".join(token.lower_value if token.type == "ident" else token.serialize() for token in told).strip().lower()
