"""The body of a Word paper as blocks: numbered paragraphs and tables, with the pictures that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, islice

from verifier.model import LineRole
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.graphics import Graphic, graphic_of
from verifier.readers.headings import heading_level
from verifier.readers.outcome import clean
from verifier.readers.parts import Element, Package, Relation, attribute, child, local
from verifier.readers.word.fields import shown
from verifier.readers.word.numbering import Numbering
from verifier.readers.word.runs import is_gone, pieces_of
from verifier.readers.word.styles import OUTLINE_LEVELS, Style, Styles, ground_of, is_big, value

Numbers = Iterator[int]

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "sect", "sub-section", "pBdrGroup"}
_WRAPPERS |= {"annotation", "content", "AlternateContent", "Choice"}


@dataclass(frozen=True, slots=True)
class Story:
    """With what the paragraphs of a part are read."""

    package: Package
    relations: Mapping[str, Relation]
    styles: Styles = field(default_factory=Styles)
    lists: Numbering = field(default_factory=Numbering)
    numbers: Numbers = field(default_factory=lambda: count(1))
    ground: str = "FFFFFF"
    """the colour on which type stands; '' where it can't be told"""


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
    """names of their parts"""
    boxes: tuple[Block, ...] = ()
    """what stands in text boxes and graphics anchored here"""
    label: str = ""
    """the number that Word writes before it, with which its first line begins"""
    unseen: str = ""
    """text in it that nobody sees on the paper: white, tiny, struck out, hidden, deleted"""

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
        """Its lines. A number before its only paragraph counts the rows and is no part of a name or figure in it."""
        filled = [paragraph for paragraph in self.paragraphs if paragraph.lines]
        first, *others = [line for paragraph in filled for line in paragraph.lines] or [""]
        if len(filled) == 1:
            first = first.removeprefix(filled[0].label.strip()).strip() or first
        return "\n".join([first, *others])


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


def read_blocks(body: Element, story: Story) -> tuple[Block, ...]:
    """The blocks of a body, cell, text box or header in order; paragraphs are numbered as they run."""
    return tuple(_blocks(body, story))


def flat_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs, and after each those of its text boxes; tables are left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from flat_paragraphs(block.boxes)


def _blocks(body: Element, story: Story) -> Iterator[Block]:
    for node in body:
        name = local(node)
        if name == "p":
            yield _paragraph(node, story)
        elif name == "tbl":
            yield _grid(node, story)
        elif name in _WRAPPERS and not is_gone(node):
            yield from _blocks(node, story)


def _paragraph(node: Element, story: Story) -> Paragraph:
    number = next(story.numbers)
    style, look = story.styles.of(node), story.styles.look_of(node, story.ground)
    pieces = list(pieces_of(node, story.styles, look))
    said = shown("".join(text for text, seen in pieces if seen))
    pictures, boxes = _drawn(node, story)
    label = "" if not said.strip() and (pictures or boxes or _is_deleted(node)) else story.lists.label(node, style)
    lines = tuple(filter(None, map(clean, (label + said.lstrip() if label else said).split("\n"))))
    role, level = _role(node, style, " ".join(lines))
    unseen = clean(shown("".join(text for text, seen in pieces if not seen)).replace("\n", " "))
    return Paragraph(number, lines, role, level, _is_prominent(node, style), pictures, boxes, label, unseen)


def _role(node: Element, style: Style, text: str) -> tuple[LineRole, int]:
    outline = value(node, "pPr", "outlineLvl")
    if style.role == "body" and outline.isdigit() and int(outline) < OUTLINE_LEVELS:
        return "heading", int(outline) + 1
    level = heading_level(text) if style.role == "body" else 0
    return ("heading", level) if level else (style.role, style.level)


def _drawn(node: Element, story: Story) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """Pictures, and what stands in text boxes and graphics. An old drawing beside a new one counts once."""
    pictures: list[str] = []
    boxes: list[Block] = []
    for each in _visible(node):
        pictures += _pictures_of(each, story)
        if local(each) == "txbxContent" and not any(local(parent) == "Fallback" for parent in each.iterancestors()):
            boxes += _blocks(each, replace(story, ground=""))
        elif graphic := graphic_of(each, story.package, story.relations):
            pictures += graphic.pictures
            boxes += _of_graphic(graphic, story.numbers)
    return tuple(dict.fromkeys(pictures)), tuple(boxes)


def _of_graphic(graphic: Graphic, numbers: Numbers) -> Iterator[Block]:
    for text in graphic.texts:
        yield Paragraph(next(numbers), (text,))
    if graphic.rows:
        rows = (tuple(_plain_cell(at, text, numbers) for at, text in enumerate(row)) for row in graphic.rows)
        yield Grid(next(numbers), tuple(rows))


def _plain_cell(column: int, text: str, numbers: Numbers) -> Cell:
    return Cell(column, (Paragraph(next(numbers), (text,)),) if text else ())


def _visible(node: Element) -> Iterator[Element]:
    """What is drawn in a node: nothing that was deleted, no stand-in of a file, and not what stands in text boxes."""
    name = local(node)
    stand_in = name == "object" and any(local(inner) == "OLEObject" for inner in node.iter())
    if stand_in or is_gone(node):
        return
    yield node
    for inner in node if name != "txbxContent" else ():
        yield from _visible(inner)


def _pictures_of(node: Element, story: Story) -> Iterator[str]:
    """The pictures to which a node refers, whatever it shows them as: itself, the filling of a shape, a bullet."""
    if local(node) == "svgBlip" and any(attribute(each, "embed") for each in islice(node.iterancestors(), 3)):
        return  # the same picture once more, as a drawing
    for name, identifier in node.attrib.items():
        relation = story.relations.get(str(identifier))
        refers = str(name).startswith("{") or local(node) == "imagedata"
        if refers and relation is not None and relation.kind == "image" and not relation.external:
            yield relation.target


def _grid(node: Element, story: Story) -> Grid:
    story = replace(story, ground="") if value(node, "tblPr", "tblStyle") in story.styles.shaded else story
    rows = []
    first = 0
    for row in _rows(node):
        before = value(row, "trPr", "gridBefore")
        column = int(before) if before.isdigit() else 0
        cells = []
        for cell in _cells(row):
            read = _cell(cell, column, story)
            first = first or next((each.number for each in read.blocks), 0)
            cells.append(replace(read, blocks=()) if read.continues else read)
            column += read.width
        rows.append(tuple(cells))
    return Grid(first or next(story.numbers), tuple(rows))


def _cell(node: Element, column: int, story: Story) -> Cell:
    span, wanted = value(node, "tcPr", "gridSpan"), ("vMerge", "vmerge")
    merged = next((each for name in wanted if (each := child(node, "tcPr", name)) is not None), None)
    ground = ground_of(child(node, "tcPr", "shd"), story.ground)
    blocks = read_blocks(node, replace(story, ground=ground))
    width = min(max(int(span), 1), MOST_SPANNED) if span.isdigit() else 1
    return Cell(column, blocks, width, merged is not None and attribute(merged, "val") != "restart")


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
    align = value(node, "pPr", "jc")
    sizes = [value(run, "rPr", "sz") for run in node.iter() if local(run) == "r" and child(run, "t") is not None]
    stated = [size for size in sizes if size]
    big = any(map(is_big, stated)) if stated else style.big
    drawn = any(local(each) == "textpath" and attribute(each, "string") for each in node.iter())
    return drawn or big or (align == "center" if align else style.centred)


def _is_deleted(node: Element) -> bool:
    """Whether the end of a paragraph was deleted, which then is none."""
    return child(node, "pPr", "rPr", "del") is not None
