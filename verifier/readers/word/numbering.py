"""The numbers that Word writes before paragraphs by itself, counted as the paper runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.readers.numbered import written
from verifier.readers.parts import Element, attribute, child, children, local
from verifier.readers.word.styles import Style, value

_MOST_LEVELS = 9
_CLOSED = ("、", ")", "）", ".", "．", "：", ":", "》", "】", "]")
"""with which a number ends that needs no space behind it"""


@dataclass(frozen=True, slots=True)
class Level:
    form: str = "decimal"
    text: str = ""
    """%1 stands for the number of the first level"""
    start: int = 1
    style: str = ""
    """whose paragraphs stand at this level"""
    legal: bool = False
    """numbers of all levels are written in digits"""


@dataclass(frozen=True, slots=True)
class List:
    kind: str
    """lists of one kind count on"""
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)
    """level → number with which the list begins anew"""


@dataclass(slots=True)
class Numbering:
    """The lists of a paper, and how far each has been counted."""

    lists: Mapping[str, List] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Element, style: Style) -> str:
        """The number before a paragraph, which counts as one of its list; '' for none."""
        told = child(paragraph, "pPr", "listPr")
        if told is not None:
            return _told(told)
        identifier = value(paragraph, "pPr", "numPr", "numId") or style.list
        one = self.lists.get(identifier)
        if one is None:
            return ""
        stated = value(paragraph, "pPr", "numPr", "ilvl") or style.list_level
        return self._next(identifier, one, _level_of(one, stated, value(paragraph, "pPr", "pStyle")))

    def _next(self, identifier: str, one: List, at: int) -> str:
        counts = self._counted.setdefault(one.kind, {})
        level = one.levels.get(at, Level())
        if at in one.restarts and (identifier, at) not in self._begun:
            counts[at] = one.restarts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((identifier, at))
        for deeper in [each for each in counts if each > at]:
            del counts[deeper]
        return _spaced(re.sub(r"%(\d)", lambda match: _number(one, counts, int(match[1]) - 1, level), _text(level)))


def _text(level: Level) -> str:
    return "" if level.form == "bullet" else level.text


def _number(one: List, counts: Mapping[int, int], at: int, within: Level) -> str:
    level = one.levels.get(at, Level())
    return written(counts.get(at, level.start), "decimal" if within.legal else level.form)


def _spaced(label: str) -> str:
    label = label.strip()
    return label if not label or label.endswith(_CLOSED) else f"{label} "


def _told(node: Element) -> str:
    """Word 2003 keeps the number as it was shown."""
    shown = child(node, "t")
    text = attribute(shown, "val") if shown is not None else ""
    return _spaced(text) if any(char.isalnum() for char in text) else ""


def _level_of(one: List, stated: str, style: str) -> int:
    if stated.isdigit():
        return int(stated)
    return next((at for at, level in one.levels.items() if style and level.style == style), 0)


def read_numbering(root: Element) -> Numbering:
    """The lists that a paper defines."""
    kinds = {attribute(node, "abstractNumId"): node for node in root if local(node) == "abstractNum"}
    by_style = {value(node, "styleLink"): key for key, node in kinds.items() if value(node, "styleLink")}
    lists = {}
    for node in children(root, "num"):
        kind = value(node, "abstractNumId")
        kind = by_style.get(value(kinds[kind], "numStyleLink"), kind) if kind in kinds else kind
        if kind in kinds:
            lists[attribute(node, "numId")] = _list(node, kind, kinds[kind])
    return Numbering(lists)


def _list(node: Element, kind: str, defined: Element) -> List:
    levels = dict(map(_level, children(defined, "lvl")))
    restarts = {}
    for override in children(node, "lvlOverride"):
        at, start = attribute(override, "ilvl"), value(override, "startOverride")
        levels |= dict(map(_level, children(override, "lvl")))
        if at.isdigit() and start.isdigit():
            restarts[int(at)] = int(start)
    return List(kind, levels, restarts)


def _level(node: Element) -> tuple[int, Level]:
    at, start = attribute(node, "ilvl"), value(node, "start")
    form = child(node, "numFmt")
    legal = child(node, "isLgl")
    return int(at) if at.isdigit() else _MOST_LEVELS, Level(
        (attribute(form, "val") if form is not None else "") or "decimal",
        value(node, "lvlText"),
        int(start) if start.isdigit() else 1,
        value(node, "pStyle"),
        legal is not None and attribute(legal, "val") not in ("0", "false"),
    )
