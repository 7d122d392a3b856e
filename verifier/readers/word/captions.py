"""Which texts of a Word paper speak of which picture: captions, table cells around it, headings over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verifier.readers.headings import LABELLED, LONGEST_CAPTION
from verifier.readers.word.blocks import Block, Cell, Grid, Paragraph, flat_paragraphs

_MOST = 2
"""paragraphs of a caption"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, by the name of its part, and the paragraphs that speak of it."""

    picture: str
    headings: tuple[Paragraph, ...]
    """the document's title, then the headings from the outermost"""
    captions: tuple[Paragraph, ...]


def shown_pictures(blocks: tuple[Block, ...], title: tuple[Paragraph, ...] = ()) -> Iterator[Shown]:
    """Every picture in reading order, those in tables and text boxes too."""
    standing = list(filter(_is_filled, blocks))
    headings: list[Paragraph] = []
    for index, block in enumerate(standing):
        over = (*title, *headings)
        if isinstance(block, Grid):
            yield from _in_grid(block, over, _before(standing, index))
            continue
        if block.role == "heading":
            headings = [each for each in headings if each.level < block.level] + [block]
        yield from _of_paragraph(block, over, _captions(standing, index) if block.pictures else ())


def _of_paragraph(
    paragraph: Paragraph, over: tuple[Paragraph, ...], captions: tuple[Paragraph, ...]
) -> Iterator[Shown]:
    """Its own pictures, then those of its text boxes."""
    yield from (Shown(picture, over, captions) for picture in paragraph.pictures)
    beside = (paragraph,) if paragraph.lines and paragraph not in over else ()
    for inner in shown_pictures(paragraph.boxes):
        yield Shown(inner.picture, (*over, *inner.headings), inner.captions or beside)


def _captions(blocks: Sequence[Block], index: int) -> tuple[Paragraph, ...]:
    """Text of the picture's own paragraph, else the short one under it, else over it, else the text just before."""
    own = blocks[index]
    assert isinstance(own, Paragraph)
    if own.lines:
        return (own,)
    first, last = _stretch(blocks, index, _is_picture)
    over = _texts(blocks, range(first - 1, -1, -1))[::-1]
    under = _texts(blocks, range(last + 1, len(blocks)))
    if under and _is_labelled(under[0]):
        return under[:1]
    if over and _is_labelled(over[-1]):
        return over[-1:]
    return (over if _stand_over(blocks, index) else under) or _running_text(blocks, first)


def _stand_over(blocks: Sequence[Block], index: int) -> bool:
    """A stretch of pictures and short texts that begins with a text and ends with a picture has its captions on top."""
    first, last = _stretch(blocks, index, lambda block: _is_picture(block) or _is_short(block))
    return _is_short(blocks[first]) and _is_picture(blocks[last])


def _stretch(blocks: Sequence[Block], index: int, belongs: Callable[[Block], bool]) -> tuple[int, int]:
    """First and last of the blocks around one, all of which belong to it."""
    first, last = index, index
    while first and belongs(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and belongs(blocks[last + 1]):
        last += 1
    return first, last


def _texts(blocks: Sequence[Block], order: range) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for index in order:
        block = blocks[index]
        if not isinstance(block, Paragraph) or not _is_short(block) or len(found) == _MOST:
            break
        found.append(block)
    return tuple(found)


def _running_text(blocks: Sequence[Block], first: int) -> tuple[Paragraph, ...]:
    """The paragraph just before the pictures, where it is longer than a caption."""
    before = blocks[first - 1] if first else None
    if not isinstance(before, Paragraph) or before.pictures or before.role != "body":
        return ()
    return (before,) if len(before.text) > LONGEST_CAPTION else ()


def _before(blocks: Sequence[Block], index: int) -> tuple[Paragraph, ...]:
    """The paragraph just before a table, when it is no heading, which stands over it anyway."""
    before = blocks[index - 1] if index else None
    fits = isinstance(before, Paragraph) and before.role in ("body", "caption") and before.lines
    return (before,) if fits and isinstance(before, Paragraph) else ()


def _in_grid(grid: Grid, headings: tuple[Paragraph, ...], before: tuple[Paragraph, ...]) -> Iterator[Shown]:
    for number, row in enumerate(grid.rows):
        for cell in row:
            captions = _unique((*before, *_beside(grid, number, cell)))
            for paragraph in flat_paragraphs(cell.blocks):
                yield from (Shown(picture, headings, captions) for picture in paragraph.pictures)
            for block in cell.blocks:
                if isinstance(block, Grid):
                    yield from _in_grid(block, headings, captions)


def _beside(grid: Grid, number: int, cell: Cell) -> tuple[Paragraph, ...]:
    """What the table says of a picture: its cell and the bare cells of its row, else the cell under or over it."""
    own = _spoken(cell)
    bare = (other for other in grid.rows[number] if other is not cell and not _pictured(other))
    row = tuple(paragraph for other in bare for paragraph in _spoken(other))
    if own or row:
        return (*row, *own)
    near = (grid.rows[at] for at in (number + 1, number - 1) if 0 <= at < len(grid.rows))
    return next(filter(None, (_spoken_at(cell.column, cells) for cells in near)), ())


def _spoken_at(column: int, row: tuple[Cell, ...]) -> tuple[Paragraph, ...]:
    found = next((cell for cell in row if cell.column == column and not _pictured(cell)), None)
    return _spoken(found) if found else ()


def _spoken(cell: Cell) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in cell.paragraphs if paragraph.lines)


def _pictured(cell: Cell) -> bool:
    return any(paragraph.pictures for paragraph in cell.paragraphs)


def _unique(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple({paragraph.number: paragraph for paragraph in paragraphs}.values())


def _is_filled(block: Block) -> bool:
    return isinstance(block, Grid) or bool(block.lines or block.pictures or block.boxes)


def _is_picture(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.pictures) and not block.lines


def _is_short(block: Block) -> bool:
    if not isinstance(block, Paragraph) or not block.lines or block.pictures:
        return False
    return block.role in ("body", "caption") and len(block.text) <= LONGEST_CAPTION


def _is_labelled(paragraph: Paragraph) -> bool:
    return paragraph.role == "caption" or re.match(LABELLED, paragraph.text) is not None
