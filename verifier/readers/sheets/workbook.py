"""What calamine does not tell of an .xlsx: what is hidden, how numbers are shown, how far it reaches, what is drawn."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from verifier.readers.graphics import Graphic, graphic_of
from verifier.readers.outcome import Damaged
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, part_of
from verifier.readers.sheets.boxes import boxes_of, margins_of, shown
from verifier.readers.sheets.covered import covered_areas
from verifier.readers.sheets.facts import Area, Boxed, SheetFacts, Sizes, WorkbookFacts
from verifier.readers.sheets.looks import PAPER
from verifier.readers.sheets.rich_texts import Rich, shared_rich_texts
from verifier.readers.sheets.scanned_rows import ScannedRows, whole_rows
from verifier.readers.sheets.scanned_sight import ScannedSight, areas_of
from verifier.readers.sheets.styles import Styles, read_styles

_Item = TypeVar("_Item")
_PLAIN_TABLE = re.compile(r"TableStyle(?:Light\d+|Medium(?:[1-7]|1[5-9]|2[01]))")
"""styles of tables whose rows, but for the first and last, stand on a light ground"""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all sheets of a workbook refer to."""

    styles: Styles
    texts: Mapping[int, Rich]
    """number of a text → the same in pieces that have a type of their own"""
    rich: Mapping[int, str]
    """number of a cell's metadata → part of the picture that is placed in the cell"""


def read_workbook_facts(package: Package) -> WorkbookFacts:
    """The facts of each worksheet by its name; of a damaged part nothing is told."""
    main = package.main("xl/workbook.xml")
    folder = posixpath.join(posixpath.dirname(main), "media/")
    media = tuple(name for name in sorted(package.names) if name.startswith(folder) and not name.endswith("/"))
    if main.endswith(".bin"):
        return WorkbookFacts(media=media, read=package.read)
    relations = package.relations(main)
    styles = read_styles(_root(package, _target(relations, "styles")), _root(package, _target(relations, "theme")))
    shared = _Shared(styles, _rich_texts(package, relations, styles), _placed_in_cells(package, relations))
    sheets = {}
    for node in package.xml(main).iter():
        relation = relations.get(attribute(node, "id")) if local(node) == "sheet" else None
        if relation and relation.kind == "worksheet" and relation.target in package.names:
            sheets[attribute(node, "name")] = _sheet_facts(package, relation.target, shared)
        elif relation and relation.kind == "chartsheet":
            sheets[attribute(node, "name")] = _drawn(package, relation.target, styles, Sizes())
    drawn = tuple(part for facts in sheets.values() for _, part in facts.pictures)
    of_cells = cell_images(package, _target(relations, "cellImage"))
    every = tuple(dict.fromkeys((*media, *drawn, *of_cells.values())))
    return WorkbookFacts(sheets, every, package.read, of_cells)


def _sheet_facts(package: Package, part: str, shared: _Shared) -> SheetFacts:
    rows, sight = ScannedRows(shared.styles.formats), ScannedSight(shared.styles, shared.texts)
    piece = b""
    for piece in whole_rows(package.pieces(part)):
        rows.read(piece)
        sight.read(piece)
    margins = tuple(Boxed(1, line, line) for line in margins_of(piece))
    found = _drawn(package, part, shared.styles, rows.sizes)
    placed = tuple((row, shared.rich[number]) for row, _, number in rows.rich if number in shared.rich)
    for row, column, number in rows.rich:
        if number in shared.rich:
            rows.texts.setdefault(row, {})[column] = ""
    return replace(
        found,
        hidden_rows=frozenset(rows.hidden),
        formats=rows.formats,
        texts=rows.texts,
        reach=rows.reach,
        pictures=(*found.pictures, *placed),
        boxes=(*found.boxes, *margins),
        unseen=sight.unseen([*_styled_areas(package, part)]),
        hidden_columns=frozenset(rows.hidden_columns),
    )


def _rich_texts(package: Package, relations: Mapping[str, Relation], styles: Styles) -> Mapping[int, Rich]:
    part = _target(relations, "sharedStrings")
    try:
        return shared_rich_texts(package, part, styles) if part in package.names else {}
    except Damaged:
        return {}


def _styled_areas(package: Package, sheet: str) -> Iterator[Area]:
    """Where a table of the sheet, or one that sums up another, has a ground that its own style makes."""
    for relation in package.relations(sheet).values():
        root = _root(package, relation.target) if relation.kind in ("table", "pivotTable") else None
        style = child(root, "tableStyleInfo" if relation.kind == "table" else "pivotTableStyleInfo")
        if root is None or style is None or not attribute(style, "name"):
            continue
        place = root if relation.kind == "table" else child(root, "location")
        for top, left, bottom, right in areas_of(attribute(place, "ref") if place is not None else ""):
            if _is_plain(style):
                yield from ((top, left, top, right), (bottom, left, bottom, right))
            else:
                yield top, left, bottom, right


def _is_plain(style: Element) -> bool:
    on = ("1", "true")
    ends = attribute(style, "showFirstColumn") in on or attribute(style, "showLastColumn") in on
    return not ends and _PLAIN_TABLE.fullmatch(attribute(style, "name")) is not None


def _target(relations: Mapping[str, Relation], kind: str) -> str:
    return next((each.target for each in relations.values() if each.kind == kind), "")


def _root(package: Package, part: str) -> Element | None:
    """The root of a part; None where it is missing or damaged."""
    try:
        return package.xml(part) if part in package.names else None
    except Damaged:
        return None


def cell_images(package: Package, part: str) -> Mapping[str, str]:
    """Name → part of the pictures that WPS shows in cells by the formula DISPIMG."""
    root = _root(package, part)
    if root is None:
        return {}
    targets = package.relations(part)
    named = ((_name(node), _blips(node, targets)) for node in root.iter() if local(node) == "pic")
    return {name: parts[0] for name, parts in named if name and parts}


def _name(picture: Element) -> str:
    return next((attribute(node, "name") for node in picture.iter() if local(node) == "cNvPr"), "")


def _blips(node: Element, targets: Mapping[str, Relation]) -> list[str]:
    blips = (part_of(targets, attribute(each, "embed")) for each in node.iter() if local(each) == "blip")
    return [posixpath.normpath(part) for part in blips if part]


def _placed_in_cells(package: Package, relations: Mapping[str, Relation]) -> Mapping[int, str]:
    """Number of a cell's metadata → the picture that Excel shows in the cell: metadata → rich value → relation."""
    metadata = _root(package, _target(relations, "sheetMetadata"))
    values = _root(package, _target(relations, "rdRichValue"))
    listed = _target(relations, "richValueRel")
    links = _root(package, listed)
    if metadata is None or values is None or links is None:
        return {}
    targets = package.relations(listed)
    parts = [part_of(targets, attribute(node, "id")) for node in children(links, "rel")]
    pictures = [_first_number(rich) for rich in children(values, "rv")]
    rich = [_number(node, "i") for node in metadata.iter() if local(node) == "rvb"]
    cells = [_number(node, "v") for node in _iter_of(child(metadata, "valueMetadata"), "rc")]
    found = {}
    for number, future in enumerate(cells, 1):
        value = _at(rich, future)
        if part := _at(parts, _at(pictures, value)):
            found[number] = part
    return found


def _iter_of(node: Element | None, name: str) -> Iterator[Element]:
    return (each for each in (node.iter() if node is not None else ()) if local(each) == name)


def _first_number(rich: Element) -> int | None:
    text = next((node.text or "" for node in children(rich, "v")), "")
    return int(text) if text.isdigit() else None


def _number(node: Element, name: str) -> int | None:
    text = attribute(node, name)
    return int(text) if text.isdigit() else None


def _at(items: Sequence[_Item], index: int | None) -> _Item | None:
    return items[index] if index is not None and index < len(items) else None


def _drawn(package: Package, sheet: str, styles: Styles, sizes: Sizes) -> SheetFacts:
    """Pictures, text boxes and charts of a worksheet with the row at which each begins."""
    pictures: list[tuple[int, str]] = []
    boxes: list[Boxed] = []
    covered: list[Area] = []
    charts: list[tuple[int, Graphic]] = []
    for relation in package.relations(sheet).values():
        root = _root(package, relation.target) if relation.kind == "drawing" else None
        targets = package.relations(relation.target) if root is not None else {}
        anchors = [*root] if root is not None else []
        covered += covered_areas(anchors, package, targets, sizes)
        ground = "" if styles.are_shaded or len(anchors) > 1 else PAPER
        for anchor in anchors:
            row = _row(anchor)
            pictures += [(row, part) for part in _blips(anchor, targets)]
            boxes += boxes_of(anchor, row, styles.colours, ground)
            graphics = (graphic_of(node, package, targets) for node in shown(anchor))
            charts += [(row, graphic) for graphic in graphics if graphic is not None]
    return SheetFacts(pictures=tuple(pictures), boxes=tuple(boxes), charts=tuple(charts), covered=tuple(covered))


def _row(anchor: Element) -> int:
    rows = (node.text or "" for node in children(child(anchor, "from"), "row"))
    return next((int(text) + 1 for text in rows if text.isdigit()), 1)
