"""How the type in the cells and text boxes of an .ods looks, by its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from verifier.readers.parts import Element, attribute, child, children, local
from verifier.readers.sheets.looks import PAPER, STRUCK, Look, hexadecimal
from verifier.readers.sheets.number_formats import AS_IT_IS, Section

_DEEPEST = 20
"""styles based on each other"""
_PROPERTIES = ("text-properties", "table-cell-properties", "graphic-properties")
_MARKS = ("map", "text-properties", "fill-character")
"""of a format: what draws nothing of a value"""
_ABOVE_ZERO = re.compile(r"value\(\)\s*>=?\s*0")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")

Said = Mapping[str, str]
"""what a style says, with what it does not say from the one that it is based on"""


class OdsLooks:
    def __init__(self, *roots: Element | None) -> None:
        holders = (child(root, name) for root in roots for name in ("styles", "automatic-styles"))
        nodes = [node for holder in holders if holder is not None for node in holder]
        self._styles = {(attribute(node, "family"), attribute(node, "name")): node for node in nodes if _is_style(node)}
        self._formats = {
            name: node for node in nodes if local(node).endswith("-style") and (name := attribute(node, "name"))
        }
        self._said: dict[tuple[str, str], Said] = {}
        self._looks: dict[str, Look] = {}
        cells = [self.cell(name) for family, name in self._styles if family == "table-cell"]
        pieces = [self._on(Look(), "text", name) for family, name in self._styles if family == "text"]
        self.hide = any(look.hides for look in (*cells, *pieces))
        """whether any style hides anything in a cell"""
        self.are_shaded = any(look.ground != PAPER for look in cells)

    def cell(self, name: str) -> Look:
        """How the type of cells of a style looks."""
        if name not in self._looks:
            said = self.said("table-cell", name)
            background = said.get("background-color", "transparent")
            changes = any(True for _ in children(self._styles.get(("table-cell", name)), "map"))  # under conditions
            ground = "" if changes else PAPER if background == "transparent" else hexadecimal(background)
            look = Look(ground=ground, number=self._number(said), text=self._text(said))
            self._looks[name] = _typed(look, said)
        return self._looks[name]

    def seen(self, node: Element, look: Look) -> str:
        """What a person sees of the paragraphs of a cell or a shape."""
        return "\n".join(
            "".join(
                text
                for text, each in self._pieces(line, self._on(look, "paragraph", attribute(line, "style-name")))
                if each.is_seen(True)
            )
            for line in children(node, "p")
        )

    def shape(self, node: Element, sheet_ground: str) -> Look:
        """How the type of a shape looks where its text says nothing else; what has no fill shows the sheet."""
        parent = node.getparent()
        name = attribute(node, "style-name") or (attribute(parent, "style-name") if parent is not None else "")
        said = self.said("graphic", name)
        fill = said.get("fill", "")
        faint = said.get("opacity", "100%") != "100%"
        ground = sheet_ground if fill == "none" else hexadecimal(said.get("fill-color", "")) if fill == "solid" else ""
        return _typed(Look(ground="" if faint else ground), said)

    def said(self, family: str, name: str, depth: int = 0) -> Said:
        key = family, name
        if key not in self._said:
            node = self._styles.get(key)
            if node is None or depth > _DEEPEST:
                return {}
            base = attribute(node, "parent-style-name")
            own = {
                part.rpartition("}")[2]: str(value)
                for each in children(node, *_PROPERTIES)
                for part, value in each.attrib.items()
            }
            form = attribute(node, "data-style-name")
            self._said[key] = {**self.said(family, base, depth + 1), **own, **({"format": form} if form else {})}
        return self._said[key]

    def _on(self, look: Look, family: str, name: str) -> Look:
        return _typed(look, self.said(family, name)) if name else look

    def _pieces(self, node: Element, look: Look) -> Iterator[tuple[str, Look]]:
        yield node.text or "", look
        for each in node:
            name = local(each)
            if name in ("s", "tab", "line-break"):
                yield "\n" if name == "line-break" else " ", look
            elif name:
                yield from self._pieces(
                    each, self._on(look, "text", attribute(each, "style-name")) if name == "span" else look
                )
            yield str(getattr(each, "tail", "") or ""), look

    def _number(self, said: Said) -> Section:
        form = self._formats.get(said.get("format", ""))
        above = (
            attribute(each, "apply-style-name")
            for each in children(form, "map")
            if _ABOVE_ZERO.fullmatch(attribute(each, "condition"))
        )
        return _section(self._formats.get(next(above, ""), form))

    def _text(self, said: Said) -> Section:
        form = self._formats.get(said.get("format", ""))
        return _section(form) if form is not None and local(form) == "text-style" else AS_IT_IS


def _is_style(node: Element) -> bool:
    return local(node) == "style" and attribute(node, "family") in ("table-cell", "text", "paragraph", "graphic")


def _section(form: Element | None) -> Section:
    if form is None:
        return AS_IT_IS
    drawn = (node for node in form if local(node) and local(node) not in _MARKS)
    shows = any(local(node) != "text" or (node.text or "").strip() for node in drawn)
    properties = child(form, "text-properties")
    return Section(shows, attribute(properties, "color") if properties is not None else "")


def _typed(look: Look, said: Said) -> Look:
    """The look with what is said of its type."""
    struck = said.get("text-line-through-style", "none")
    if struck != "none":
        return replace(look, size=STRUCK)
    size = _POINTS.fullmatch(said.get("font-size", ""))
    colour = "" if said.get("use-window-font-color") == "true" else hexadecimal(said.get("color", ""))
    tells = "color" in said or "use-window-font-color" in said
    return replace(look, colour=colour if tells else look.colour, size=float(size[1]) if size else look.size)
