"""Which elements of a web page the selectors of a style sheet select."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cssselect import SelectorError, parse
from cssselect.parser import (
    Attrib,
    Class,
    CombinedSelector,
    Element,
    Function,
    Hash,
    Matching,
    Negation,
    Pseudo,
    SpecificityAdjustment,
    Tree,
    parse_series,
)

from verifier.readers.web.tables import Node

Specificity = tuple[int, int, int]
Places = Mapping[Node, int]
"""element → how many stand before it in the one that holds it"""


class Index:
    """The elements of a page by kind (`p`), class (`.a`) and name (`#b`); all of them as `*`."""

    def __init__(self, root: Node) -> None:
        self._nodes: dict[str, list[Node]] = {}
        self._places = {child: at for node in root.iter() for at, child in enumerate(node)}
        for node in root.iter():
            for key in (str(node.tag), "*", f"#{node.get('id', '')}", *(f".{each}" for each in _classes(node))):
                self._nodes.setdefault(key, []).append(node)

    def selected(self, prelude: str) -> Iterator[tuple[Node, Specificity]]:
        """Each element that a rule selects, and how closely; a selector that nobody knows selects nothing."""
        try:
            selectors = parse(prelude)
        except SelectorError:
            return
        for selector in selectors:
            if selector.pseudo_element is None and all(key in self._nodes for key in _keys(selector.parsed_tree)):
                for node in self._nodes.get(_key(selector.parsed_tree), ()):
                    if _matches(node, selector.parsed_tree, self._places):
                        yield node, selector.specificity()


def _classes(node: Node) -> list[str]:
    return list(dict.fromkeys(node.get("class", "").split()))


def _keys(tree: Tree) -> Iterator[str]:
    """What elements a page must have that a selector may select any."""
    yield _key(tree)
    while not isinstance(tree, Element):
        if isinstance(tree, CombinedSelector):
            yield from _keys(tree.subselector)
        tree = tree.selector


def _key(tree: Tree) -> str:
    """What of a selector the fewest elements have."""
    match tree:
        case CombinedSelector():
            return _key(tree.subselector)
        case Hash():
            return f"#{tree.id}"
        case Class():
            return f".{tree.class_name}"
        case Element():
            return (tree.element or "*").lower()
    return _key(tree.selector)


def _matches(node: Node, tree: Tree, places: Places) -> bool:
    match tree:
        case Element():
            return tree.element is None or tree.element.lower() == node.tag
        case CombinedSelector():
            kin = _KIN.get(tree.combinator)
            beside = kin(node) if kin is not None else iter(())
            return _matches(node, tree.subselector, places) and any(
                _matches(each, tree.selector, places) for each in beside
            )
    return _has(node, tree, places) and _matches(node, tree.selector, places)


def _has(node: Node, tree: Tree, places: Places) -> bool:
    """Whether an element is as the last part of a selector asks."""
    match tree:
        case Hash():
            return node.get("id", "") == tree.id
        case Class():
            return tree.class_name in node.get("class", "").split()
        case Attrib():
            return _has_attribute(node, tree)
        case Negation():
            return not _matches(node, tree.subselector, places)
        case Matching() | SpecificityAdjustment():
            return any(_matches(node, each, places) for each in tree.selector_list)
        case Pseudo():
            return tree.ident in _PLACES and _PLACES[tree.ident](node)
        case Function():
            return tree.name == "nth-child" and _is_nth(node, tree, places)
    return False


_NONE = "\0"


def _has_attribute(node: Node, tree: Attrib) -> bool:
    said, wanted = node.get(tree.attrib, _NONE), tree.value.value if tree.value is not None else None
    check = _ATTRIBUTES.get(tree.operator)
    return said != _NONE and check is not None and check(said, wanted or "")


_ATTRIBUTES: Mapping[str, Callable[[str, str], bool]] = {
    "exists": lambda said, wanted: True,
    "=": lambda said, wanted: said == wanted,
    "~=": lambda said, wanted: wanted in said.split(),
    "|=": lambda said, wanted: said == wanted or said.startswith(f"{wanted}-"),
    "^=": lambda said, wanted: bool(wanted) and said.startswith(wanted),
    "$=": lambda said, wanted: bool(wanted) and said.endswith(wanted),
    "*=": lambda said, wanted: bool(wanted) and wanted in said,
}


def _parent(node: Node) -> Iterator[Node]:
    parent = node.getparent()
    return iter(() if parent is None else (parent,))


def _before(node: Node) -> Iterator[Node]:
    return node.itersiblings(preceding=True)


_KIN: Mapping[str, Callable[[Node], Iterator[Node]]] = {
    " ": lambda node: node.iterancestors(),
    ">": _parent,
    "+": lambda node: (each for at, each in enumerate(_before(node)) if at == 0),
    "~": _before,
}


def _is_first(node: Node) -> bool:
    return next(_before(node), None) is None


def _is_last(node: Node) -> bool:
    return next(node.itersiblings(), None) is None


_PLACES: Mapping[str, Callable[[Node], bool]] = {
    "root": lambda node: node.getparent() is None,
    "first-child": _is_first,
    "last-child": _is_last,
    "only-child": lambda node: _is_first(node) and _is_last(node),
    "empty": lambda node: len(node) == 0 and not (node.text or "").strip(),
}
"""pseudo-classes that a page has without anybody's doing"""


def _is_nth(node: Node, tree: Function, places: Places) -> bool:
    try:
        step, start = parse_series(tree.arguments)
    except ValueError:
        return False
    at = places.get(node, 0) + 1 - start
    return at == 0 if step == 0 else at % step == 0 and at // step >= 0
