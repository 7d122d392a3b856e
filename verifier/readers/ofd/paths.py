"""Paths and colours of an OFD as operators of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from math import ceil
from typing import Protocol

from verifier.readers.ofd.elements import Numbers, attribute, child, children, numbers
from verifier.readers.parts import Element

_THIN = 0.353
_TILES = 400
"""times that a pattern is repeated"""
_SEEN = 16
"""of 255: how much of a colour is seen at least"""
_DEEPEST = 20
"""ways of drawing that go back to others"""
_PATH = re.compile(r"([SMLQBAC])|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)")


class Resources(Protocol):
    """What pages refer to by ids."""

    def picture(self, identifier: str) -> bytes | None: ...

    def resource(self, identifier: str) -> Element | None:
        """A unit of objects, or a way of drawing."""
        ...


def operator(*each: float | str) -> str:
    return " ".join(one if isinstance(one, str) else f"{min(max(one, -1e6), 1e6):.4f}" for one in each)


def is_clear(alpha: str) -> bool:
    """So transparent that nobody sees it."""
    return alpha.isdecimal() and int(alpha) < _SEEN


def clips(node: Element) -> Iterator[str]:
    """The operators that cut an object to its clips: to what lies in an area of each of them.

    A clip by letters is passed over, and so are those of an object that is also moved by a matrix: programs differ in
    which of the two comes first, and nothing that is seen may be lost.
    """
    if attribute(node, "CTM"):
        return
    for clip in children(child(node, "Clips"), "Clip"):
        areas = list(children(clip, "Area"))
        outlines = [_outline(child(area, "Path"), area) for area in areas]
        if outlines and all(outlines):
            yield f"{' '.join(outlines)} W n"


def _outline(path: Element | None, area: Element) -> str:
    """The strokes of a clip's path at its place; '' for what is none."""
    if path is None or attribute(area, "CTM"):
        return ""
    left, top, *_ = (*numbers(attribute(path, "Boundary")), 0.0, 0.0)
    return " ".join(strokes(attribute(path, "AbbreviatedData"), (left, top)))


def tiles(node: Element, pattern: Element) -> Iterator[tuple[float, float]]:
    """Where the cells of a pattern stand in the box of a path."""
    _, _, width, height, *_ = (*numbers(attribute(node, "Boundary")), 0.0, 0.0, 0.0, 0.0)
    across, down = (_step(pattern, *names) for names in (("XStep", "Width"), ("YStep", "Height")))
    columns, rows = _count(width, across), _count(height, down)
    places = ((column * across, row * down) for row in range(rows) for column in range(columns))
    return islice(places, _TILES)


def _count(side: float, step: float) -> int:
    return max(1, ceil(side / step - 0.01)) if step else 1


def _step(pattern: Element, *names: str) -> float:
    given = (next(iter(numbers(attribute(pattern, name))), 0.0) for name in names)
    return next((step for step in given if step > 0), 0.0)


def painted(node: Element, outline: str, fill: bool, resources: Resources) -> str:
    """A path with its colours; without one of its own nothing is filled, and lines are black."""
    stroke = attribute(node, "Stroke").lower() != "false" and is_seen(colour_of(node, "StrokeColor", resources))
    inside = colour_of(node, "FillColor", resources)
    fill = fill and inside is not None and is_seen(inside)
    if not (stroke or fill):
        return ""
    width = next(iter(numbers(attribute(node, "LineWidth"))), _THIN)
    even = "*" if attribute(node, "Rule").lower() == "even-odd" else ""
    paint = f"B{even}" if stroke and fill else "S" if stroke else f"f{even}"
    colours = f"{coloured(colour_of(node, 'StrokeColor', resources), 'RG')} {coloured(inside, 'rg')}"
    return f"{colours} {operator(width, 'w')} {outline} {paint}"


_LEAST_NUMBERS = {"S": 2, "M": 2, "L": 2, "A": 2, "Q": 4, "B": 6, "C": 0}
"""that a command needs to be drawn"""


def strokes(text: str, start: Numbers = (0.0, 0.0)) -> Iterator[str]:
    """A path that begins at a place. An arc becomes a straight line: what matters are the rulings of tables."""
    here: Numbers = (0.0, 0.0)
    for letter, told in _commands(text):
        points = told[-2:] if letter == "A" else told
        given = tuple(number + start[at % 2] for at, number in enumerate(points))
        if len(given) >= _LEAST_NUMBERS[letter]:
            yield _stroke(letter, here, given)
        here = given[-2:] if len(given) >= 2 else here


def _stroke(letter: str, here: Numbers, given: Numbers) -> str:
    if letter == "C":
        return "h"
    if letter in "SM":
        return operator(*given[:2], "m")
    if letter in "LA":
        return operator(*given[-2:], "l")
    if letter == "B":
        return operator(*given[:6], "c")
    (x0, y0), (x1, y1), (x2, y2) = here, given[:2], given[2:4]
    near = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
    return operator(*near, x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3, x2, y2, "c")


def _commands(text: str) -> Iterator[tuple[str, Numbers]]:
    letter = ""
    given: list[float] = []
    for found in _PATH.finditer(text):
        if found[1]:
            if letter:
                yield letter, tuple(given)
            letter, given = found[1], []
        else:
            given.append(float(found[2]))
    if letter:
        yield letter, tuple(given)


def colour_of(node: Element, name: str, resources: Resources) -> Element | None:
    """The colour that an object has itself or by the way of drawing it names."""
    for _ in range(_DEEPEST):
        found = child(node, name)
        way = resources.resource(attribute(node, "DrawParam") or attribute(node, "Relative")) if found is None else None
        if way is None:
            return found
        node = way
    return None


def is_seen(colour: Element | None) -> bool:
    return colour is None or not is_clear(attribute(colour, "Alpha"))


def coloured(found: Element | None, name: str) -> str:
    """Black where none is given; of colours that run into each other the first."""
    told = (attribute(node, "Value") for node in found.iter()) if found is not None else ()
    values = [_shade(word) for word in next(filter(None, told), "").split()]
    if len(values) == 1:
        values *= 3
    if len(values) == 4:
        values = [max(0.0, 1 - each - values[3]) for each in values[:3]]
    return operator(*(values if len(values) == 3 else (0, 0, 0)), name)


def _shade(word: str) -> float:
    try:
        value = int(word[1:], 16) if word.startswith("#") else float(word)
    except ValueError:
        value = 0
    return min(max(value / 255, 0.0), 1.0)
