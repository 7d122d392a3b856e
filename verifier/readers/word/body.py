"""The body of a Word paper as blocks: numbered paragraphs and tables, with the pictures that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from verifier.model import LineRole
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.headings import heading_level
from verifier.readers.outcome import clean
from verifier.readers.parts import Element, attribute, child, local

Numbers = Iterator[int]

_DEEPEST_STYLE = 20
"""styles based on each other"""
_OUTLINE_LEVELS = 9
"""levels of an outline; the next means running text"""
_UNREAD = {"del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "rt", "instrText", "delText", "object"}
_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_BIG = 36
"""half points; the body of an official paper is set in 32"""


@dataclass(frozen=True, slots=True)
class Style:
    role: LineRole = "body"
    level: int = 0
    centred: bool = False
    big: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    number: int
    lines: tuple[str, ...]
    role: LineRole = "body"
    level: int = 0
    """of a heading: 1 is the outermost"""
    prominent: bool = False
    """centred or in big type"""
    pictures: tuple[str, ...] = ()
    """ids of the relations that lead to them"""
    boxes: tuple[Block, ...] = ()
    """what stands in text boxes anchored here"""

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Cell:
    column: int
    blocks: tuple[Block, ...]
    width: int = 1
    """columns it covers"""
    continues: bool = False
    """belongs to the cell above it"""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its own, and those of text boxes in it; not those of tables within."""
        return tuple(flat_paragraphs(self.blocks))

    @property
    def text(self) -> str:
        return "\n".join(line for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    number: int
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def merged(self) -> tuple[tuple[int, int, int, int], ...]:
        """Top, left, bottom, right of each merged cell, as `Table.merged` has them."""
        bottoms: dict[tuple[int, int], tuple[int, int]] = {}
        open_above: dict[int, int] = {}
        for index, row in enumerate(self.rows):
            for cell in row:
                top = open_above.get(cell.column, index) if cell.continues else index
                open_above[cell.column] = top
                bottoms[top, cell.column] = index, cell.column + cell.width - 1
        return tuple(
            (top, left, bottom, right)
            for (top, left), (bottom, right) in bottoms.items()
            if (top, left) != (bottom, right)
        )


Block = Paragraph | Grid


def read_blocks(body: Element, styles: Mapping[str, Style], numbers: Numbers | None = None) -> tuple[Block, ...]:
    """The blocks of a body, cell, text box or header in order; paragraphs are numbered as they run."""
    return tuple(_blocks(body, styles, numbers or count(1)))


def flat_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs, and after each those of its text boxes; tables are left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from flat_paragraphs(block.boxes)


def read_styles(root: Element) -> dict[str, Style]:
    """Style id → what it says of a paragraph; what a style does not say comes from the one it is based on."""
    nodes = {attribute(node, "styleId"): node for node in root if local(node) == "style"}
    known: dict[str, Style] = {}

    def style(identifier: str, depth: int = 0) -> Style:
        if identifier not in known and identifier in nodes and depth < _DEEPEST_STYLE:
            base = _value(nodes[identifier], "basedOn")
            known[identifier] = _style(nodes[identifier], style(base, depth + 1) if base else Style())
        return known.get(identifier, Style())

    return {identifier: style(identifier) for identifier in nodes}


def _style(node: Element, base: Style) -> Style:
    name = _value(node, "name").lower()
    numbered = re.fullmatch(r"(?:heading|标题)\s*(\d)", name)
    outline = _value(node, "pPr", "outlineLvl")
    role, level = base.role, base.level
    if name in ("title", "标题"):
        role, level = "title", 0
    elif name in ("caption", "题注"):
        role, level = "caption", 0
    elif numbered:
        role, level = "heading", int(numbered[1])
    elif outline.isdigit() and int(outline) < _OUTLINE_LEVELS:
        role, level = "heading", int(outline) + 1
    align, size = _value(node, "pPr", "jc"), _value(node, "rPr", "sz")
    return Style(role, level, align == "center" if align else base.centred, _is_big(size) if size else base.big)


def _blocks(body: Element, styles: Mapping[str, Style], numbers: Numbers) -> Iterator[Block]:
    for node in body:
        name = local(node)
        if name == "p":
            yield _paragraph(node, styles, numbers)
        elif name == "tbl":
            yield _grid(node, styles, numbers)
        elif name in _WRAPPERS:
            yield from _blocks(node, styles, numbers)


def _paragraph(node: Element, styles: Mapping[str, Style], numbers: Numbers) -> Paragraph:
    number = next(numbers)
    lines = tuple(filter(None, map(clean, "".join(_words(node)).split("\n"))))
    text = " ".join(lines)
    style = styles.get(_value(node, "pPr", "pStyle"), Style())
    outline = _value(node, "pPr", "outlineLvl")
    role, level = style.role, style.level
    if role == "body" and outline.isdigit() and int(outline) < _OUTLINE_LEVELS:
        role, level = "heading", int(outline) + 1
    if role == "body":
        level = heading_level(text)
        role = "heading" if level else "body"
    pictures, boxes = _drawn(node)
    inside = tuple(block for box in boxes for block in _blocks(box, styles, numbers))
    return Paragraph(number, lines, role, level, _is_prominent(node, style), pictures, inside)


def _words(node: Element) -> Iterator[str]:
    for each in node:
        name = local(each)
        if name == "t":
            yield each.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "r" and _is_hidden(each):
            continue
        elif name not in _UNREAD:
            yield from _words(each)


def _drawn(node: Element) -> tuple[tuple[str, ...], tuple[Element, ...]]:
    """Pictures and text boxes of a paragraph. An old drawing beside a new one counts once."""
    nodes = list(_visible(node))
    boxes = (each for each in nodes if local(each) == "txbxContent")
    fresh = tuple(each for each in boxes if not any(local(parent) == "Fallback" for parent in each.iterancestors()))
    return tuple(dict.fromkeys(filter(None, map(_picture_of, nodes)))), fresh


def _visible(node: Element) -> Iterator[Element]:
    """What is drawn in a node: nothing that was deleted, no stand-in of a file, and not what stands in text boxes."""
    name = local(node)
    stand_in = name == "object" and any(local(inner) == "OLEObject" for inner in node.iter())
    if stand_in or name in ("del", "moveFrom"):
        return
    yield node
    for inner in node if name != "txbxContent" else ():
        yield from _visible(inner)


def _picture_of(node: Element) -> str:
    """The id of the picture that a node shows; '' for any other."""
    name = local(node)
    if name == "imagedata":
        return attribute(node, "id")
    return attribute(node, "embed") if name == "blip" else ""


def _grid(node: Element, styles: Mapping[str, Style], numbers: Numbers) -> Grid:
    rows = []
    first = 0
    for row in _rows(node):
        before = _value(row, "trPr", "gridBefore")
        column = int(before) if before.isdigit() else 0
        cells = []
        for cell in _cells(row):
            span = _value(cell, "tcPr", "gridSpan")
            merged = child(cell, "tcPr", "vMerge")
            blocks = read_blocks(cell, styles, numbers)
            first = first or next((each.number for each in blocks), 0)
            continues = merged is not None and attribute(merged, "val") != "restart"
            width = min(max(int(span), 1), MOST_SPANNED) if span.isdigit() else 1
            cells.append(Cell(column, () if continues else blocks, width, continues))
            column += width
        rows.append(tuple(cells))
    return Grid(first or next(numbers), tuple(rows))


def _rows(node: Element) -> Iterator[Element]:
    for each in node:
        if local(each) == "tr" and child(each, "trPr", "del") is None:
            yield each
        elif local(each) in _WRAPPERS:
            yield from _rows(each)


def _cells(row: Element) -> Iterator[Element]:
    for each in row:
        if local(each) == "tc":
            yield each
        elif local(each) in _WRAPPERS:
            yield from _cells(each)


def _is_prominent(node: Element, style: Style) -> bool:
    align = _value(node, "pPr", "jc")
    sizes = [_value(run, "rPr", "sz") for run in node.iter() if local(run) == "r" and child(run, "t") is not None]
    stated = [size for size in sizes if size]
    big = any(map(_is_big, stated)) if stated else style.big
    return big or (align == "center" if align else style.centred)


def _is_hidden(run: Element) -> bool:
    mark = child(run, "rPr", "vanish")
    return mark is not None and attribute(mark, "val") not in ("0", "false")


def _is_big(size: str) -> bool:
    return size.isdigit() and int(size) >= _BIG


def _value(node: Element, *path: str) -> str:
    found = child(node, *path)
    return attribute(found, "val") if found is not None else ""
