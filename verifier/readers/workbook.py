"""What calamine does not tell of an .xlsx: hidden rows, percentages, how far cells reach, where pictures stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from verifier.readers.outcome import Damaged
from verifier.readers.parts import Package, Relation, attribute, local

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*>")
_REFERENCE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_STYLE = re.compile(rb"\bs=\"(\d+)\"")
_NUMBER = re.compile(rb"\br=\"(\d+)\"")
_HIDING = (b' hidden="1"', b' hidden="true"', b' ht="0')
_HIDDEN = re.compile(rb"\b(?:hidden=\"(?:1|true)\"|ht=\"0(?:\.0+)?\")")
_PERCENT_FORMATS = {9, 10}


@dataclass(frozen=True, slots=True)
class SheetFacts:
    hidden_rows: frozenset[int] = frozenset()
    """numbers of rows"""
    percent: frozenset[tuple[int, int]] = frozenset()
    """row number and column index of cells shown as a percentage"""
    reach: int = 0
    """cells in the rectangle that holds all cells"""
    pictures: tuple[tuple[int, str], ...] = ()
    """row number and part of each picture"""


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    """parts of all pictures, in their order in the file"""


def read_workbook_facts(package: Package) -> WorkbookFacts:
    """The facts of each worksheet by its name; of a damaged part nothing is told."""
    media = tuple(
        name for name in package.archive.namelist() if name.startswith("xl/media/") and not name.endswith("/")
    )
    main = package.main("xl/workbook.xml")
    if main.endswith(".bin"):
        return WorkbookFacts(media=media)
    relations = package.relations(main)
    percent = _percent_styles(package, relations)
    sheets = {}
    for node in package.xml(main).iter():
        relation = relations.get(attribute(node, "id")) if local(node) == "sheet" else None
        if relation and relation.kind == "worksheet" and relation.target in package.names:
            sheets[attribute(node, "name")] = _sheet_facts(package, relation.target, percent)
    return WorkbookFacts(sheets, media)


def _sheet_facts(package: Package, part: str, percent: frozenset[int]) -> SheetFacts:
    data = package.read(part)
    hidden = frozenset(_hidden_rows(data))
    pictures = tuple(_anchored(package, part))
    return SheetFacts(hidden, frozenset(_shown_as_percent(data, percent)), _reach(data), pictures)


def _hidden_rows(data: bytes) -> Iterator[int]:
    for mark in _HIDING:
        at = data.find(mark)
        while at >= 0:
            row = _ROW.match(data, data.rfind(b"<", 0, at))
            if row and _HIDDEN.search(row[0]) and (number := _NUMBER.search(row[0])):
                yield int(number[1])
            at = data.find(mark, at + 1)


def _reach(data: bytes) -> int:
    """Cells in the rectangle from A1 to the farthest column and row: the last cell of a row is its farthest."""
    cell = b"<c " if b"<c " in data else b":c "
    ending = b"</row>" if b"</row>" in data else b":row>"
    lowest, rightmost, start = 0, 0, 0
    while (end := data.find(ending, start + 1)) >= 0:
        last = data.rfind(cell, start, end)
        start = end
        reference = _REFERENCE.search(data, last, end) if last >= 0 else None
        if reference:
            lowest, rightmost = max(lowest, int(reference[2])), max(rightmost, _column(reference[1]) + 1)
    return lowest * rightmost


def _shown_as_percent(data: bytes, styles: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Row number and column index of the cells with one of these styles."""
    if not any(b's="%d"' % style in data for style in styles):
        return
    for match in _CELL.finditer(data):
        style = _STYLE.search(match[0])
        if style and int(style[1]) in styles and (reference := _REFERENCE.search(match[0])):
            yield int(reference[2]), _column(reference[1])


def _percent_styles(package: Package, relations: Mapping[str, Relation]) -> frozenset[int]:
    """Indices of the cell styles that show a percentage."""
    name = next((each.target for each in relations.values() if each.kind == "styles"), "")
    if name not in package.names:
        return frozenset()
    try:
        root = package.xml(name)
    except Damaged:
        return frozenset()
    formats = {
        int(attribute(node, "numFmtId") or -1)
        for node in root.iter()
        if local(node) == "numFmt" and "%" in attribute(node, "formatCode")
    } | _PERCENT_FORMATS
    styles = next((node for node in root if local(node) == "cellXfs"), ())
    numbers = [attribute(style, "numFmtId") for style in styles]
    return frozenset(index for index, number in enumerate(numbers) if number.isdigit() and int(number) in formats)


def _anchored(package: Package, sheet: str) -> Iterator[tuple[int, str]]:
    """Pictures of a worksheet with the row at which each begins."""
    for relation in package.relations(sheet).values():
        if relation.kind != "drawing" or relation.target not in package.names:
            continue
        try:
            targets = package.relations(relation.target)
            root = package.xml(relation.target)
        except Damaged:
            continue
        for anchor in root:
            yield from _of_anchor(anchor, targets)


def _of_anchor(anchor: Any, targets: Mapping[str, Relation]) -> Iterator[tuple[int, str]]:
    start = next((node for node in anchor if local(node) == "from"), ())
    row = next((int(node.text) + 1 for node in start if local(node) == "row" and (node.text or "").isdigit()), 1)
    for node in anchor.iter():
        relation = targets.get(attribute(node, "embed")) if local(node) == "blip" else None
        if relation and not relation.external:
            yield row, posixpath.normpath(relation.target)


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
