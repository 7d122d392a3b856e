"""The body of a Word paper as blocks: numbered paragraphs and tables, with the pictures that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice

from verifier.model import LineRole
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.graphics import Graphic, graphic_of
from verifier.readers.headings import heading_level
from verifier.readers.outcome import clean
from verifier.readers.parts import Element, Package, Relation, attribute, child, local
from verifier.readers.word.blocks import Block, Cell, Grid, Paragraph
from verifier.readers.word.fields import shown
from verifier.readers.word.hiding import box_ground, hides, is_elsewhere, is_squeezed
from verifier.readers.word.numbering import Numbering
from verifier.readers.word.runs import Piece, pieces_of
from verifier.readers.word.styles import OUTLINE_LEVELS, Look, Style, Styles, ground_of, is_big, value

Numbers = Iterator[int]
Unseen = tuple[int, str]
"""number of a paragraph and text in it that nobody sees on the paper: white, tiny, struck out, hidden, deleted"""

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "sect", "sub-section", "pBdrGroup"}
_WRAPPERS |= {"annotation", "content", "AlternateContent", "Choice"}
_DRAWN = {"drawing", "pict", "object", "AlternateContent"}


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
    hidden: bool = False
    """nobody sees what stands here, however its type looks"""
    unveiled: bool = False
    """what nobody sees is read like all else"""
    unseen: list[Unseen] = field(default_factory=list)
    """what nobody sees of what was read so far"""

    def within(self, node: Element) -> Story:
        """The story as it goes on in a node."""
        return replace(self, hidden=True) if hides(node) else self

    @property
    def is_passed_over(self) -> bool:
        return self.hidden and not self.unveiled

    def unveiled_afresh(self) -> Story:
        """The same story to be read once more from its beginning, with what nobody sees."""
        lists = Numbering(self.lists.lists)
        return replace(self, numbers=count(1), lists=lists, unveiled=True, unseen=[])


def read_blocks(body: Element, story: Story) -> tuple[Block, ...]:
    """The blocks of a body, cell, text box or header in order; paragraphs are numbered as they run."""
    return tuple(_blocks(body, story))


def _blocks(body: Element, story: Story) -> Iterator[Block]:
    for node in body:
        name = local(node)
        if name == "p":
            yield _paragraph(node, story)
        elif name == "tbl":
            yield _grid(node, story)
        elif name in _WRAPPERS and not is_elsewhere(node):
            yield from _seen(node, story.within(node))


def _seen(node: Element, story: Story) -> tuple[Block, ...]:
    """The blocks in a node; none where nobody sees it, but its paragraphs are counted all the same."""
    blocks = read_blocks(node, story)
    return () if story.is_passed_over else blocks


def _paragraph(node: Element, story: Story) -> Paragraph:
    number, hidden = next(story.numbers), story.hidden or is_squeezed(node)
    style, look = story.styles.of(node), story.styles.look_of(node, story.ground)
    pieces = [piece._replace(seen=piece.seen and not hidden) for piece in pieces_of(node, story.styles, look)]
    story.unseen.append((number, _unseen(pieces)))
    read = [piece for piece in pieces if piece.seen or story.unveiled]
    said = shown("".join(piece.text for piece in read))
    pictures, boxes = _drawn(node, story, look)
    none = story.is_passed_over or (not said.strip() and bool(pictures or boxes or _is_deleted(node)))
    label = "" if none else story.lists.label(node, style)
    lines = tuple(filter(None, map(clean, (label + said.lstrip() if label else said).split("\n"))))
    role, level = _role(node, style, " ".join(lines))
    bold = bool(lines) and all(piece.bold for piece in read if piece.text.strip())
    return Paragraph(number, lines, role, level, _is_prominent(node, style), pictures, boxes, label, bold)


def _unseen(pieces: Sequence[Piece]) -> str:
    return clean(shown("".join(piece.text for piece in pieces if not piece.seen)).replace("\n", " "))


def _role(node: Element, style: Style, text: str) -> tuple[LineRole, int]:
    outline = value(node, "pPr", "outlineLvl")
    if style.role == "body" and outline.isdigit() and int(outline) < OUTLINE_LEVELS:
        return "heading", int(outline) + 1
    level = heading_level(text) if style.role == "body" else 0
    return ("heading", level) if level else (style.role, style.level)


def _drawn(node: Element, story: Story, look: Look) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """Pictures, and what stands in text boxes and graphics. An old drawing beside a new one counts once."""
    pictures: list[str] = []
    boxes: list[Block] = []
    for each, here in _visible(node, story, look):
        pictures += () if here.is_passed_over else _pictures_of(each, here)
        if local(each) == "txbxContent" and not any(local(parent) == "Fallback" for parent in each.iterancestors()):
            boxes += _seen(each, replace(here, ground=box_ground(each)))
        elif graphic := graphic_of(each, here.package, here.relations):
            pictures += () if here.is_passed_over else graphic.pictures
            boxes += _of_graphic(graphic, here)
    return tuple(dict.fromkeys(pictures)), tuple(boxes)


def _of_graphic(graphic: Graphic, story: Story) -> tuple[Block, ...]:
    numbers = story.numbers
    blocks: list[Block] = [Paragraph(next(numbers), (text,)) for text in graphic.texts]
    if graphic.rows:
        rows = (tuple(_plain_cell(at, text, numbers) for at, text in enumerate(row)) for row in graphic.rows)
        blocks.append(Grid(next(numbers), tuple(rows)))
    if story.hidden:
        story.unseen.extend((block.number, block.text) for block in blocks if isinstance(block, Paragraph))
    return () if story.is_passed_over else tuple(blocks)


def _plain_cell(column: int, text: str, numbers: Numbers) -> Cell:
    return Cell(column, (Paragraph(next(numbers), (text,)),) if text else ())


def _visible(node: Element, story: Story, look: Look) -> Iterator[tuple[Element, Story]]:
    """What is drawn in a node, each with the story there: no stand-in of a file, and not what stands in text boxes."""
    name = local(node)
    stand_in = name == "object" and any(local(inner) == "OLEObject" for inner in node.iter())
    if stand_in or is_elsewhere(node):
        return
    story = story.within(node)
    if name == "r" and any(local(inner) in _DRAWN for inner in node):
        story = replace(story, hidden=story.hidden or story.styles.look_of_run(look, node).vanished)
    yield node, story
    for inner in node if name != "txbxContent" else ():
        yield from _visible(inner, story, look)


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
    under = "" if value(node, "tblPr", "tblStyle") in story.styles.shaded else story.ground
    story = replace(story, ground=ground_of(child(node, "tblPr", "shd"), under))
    rows = []
    first = 0
    for row in _rows(node):
        here = replace(story.within(row), ground=ground_of(child(row, "tblPrEx", "shd"), story.ground))
        cells = tuple(_row(row, here))
        first = first or next((block.number for cell in cells for block in cell.blocks), 0)
        rows += [] if here.is_passed_over else [tuple(map(_without_continued, cells))]
    return Grid(first or next(story.numbers), tuple(rows))


def _row(row: Element, story: Story) -> Iterator[Cell]:
    before = value(row, "trPr", "gridBefore")
    column = int(before) if before.isdigit() else 0
    for node in _cells(row):
        cell = _cell(node, column, story)
        yield cell
        column += cell.width


def _without_continued(cell: Cell) -> Cell:
    """The cell; where it belongs to the one above, that one says what is seen."""
    return replace(cell, blocks=()) if cell.continues else cell


def _cell(node: Element, column: int, story: Story) -> Cell:
    span, wanted = value(node, "tcPr", "gridSpan"), ("vMerge", "vmerge")
    merged = next((each for name in wanted if (each := child(node, "tcPr", name)) is not None), None)
    ground = ground_of(child(node, "tcPr", "shd"), story.ground)
    blocks = read_blocks(node, replace(story, ground=ground))
    width = min(max(int(span), 1), MOST_SPANNED) if span.isdigit() else 1
    return Cell(column, blocks, width, merged is not None and attribute(merged, "val") != "restart")


def _rows(node: Element) -> Iterator[Element]:
    for each in node:
        if local(each) == "tr":
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
