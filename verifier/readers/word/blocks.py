"""What the body of a Word paper is made of: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.model import LineRole, Place, TextLine


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
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    def spoken(self, path: str) -> Iterator[TextLine]:
        """Its lines as lines of the paper."""
        for line in self.lines:
            yield TextLine(line, Place(path, line=self.number), role=self.role, bold=self.bold)


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


def flat_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs, and after each those of its text boxes; tables are left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from flat_paragraphs(block.boxes)
