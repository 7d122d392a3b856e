"""Which readings say something else when their pictures are read a second time: a person looks at those first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from verifier.assuring.drawing import Reading
from verifier.files.output_folder import PAGES
from verifier.language.comparing_text import plain
from verifier.language.masking import mask_text
from verifier.model import Box, LineRecord
from verifier.record import UnreadableRecord, read_index, read_lines

Lines = tuple[Path, tuple[int, int], tuple[Box, ...]]
"""a page picture, the size of the page in whose pixels boxes are, and those of the lines"""
ReadAgain = Callable[[Sequence[Lines]], Sequence[Sequence[str] | None]]
"""what the lines of each page say, None for a page that can't be decoded"""
Page = tuple[str, int]
NOTHING = "（没有读出）"
_BETWEEN = re.compile(r"(?<!\d)[^\w㎡]+|[^\w㎡]+(?!\d)|_+")
"""signs that change no number: engines differ in them without reading anything wrongly"""


def differing(folder: Path, readings: Sequence[Reading], again: ReadAgain) -> dict[str, str]:
    """By key, what was read the second time, masked, of the readings that it makes doubtful.

    Only of what was read in page pictures. Left out are lines that a person corrected, and those in which something is
    masked: it is black in the picture too. Of results of earlier versions, without lines, there are none.
    """
    try:
        lines = {(page.file, page.page): page.lines for page in read_lines(folder)}
        sizes = {(row.file, row.page): (row.picture, (row.width, row.height)) for row in read_index(folder)}
    except UnreadableRecord:
        return {}
    there = {path.name: path for path in (folder / PAGES).glob("*.jpg") if path.is_file() and not path.is_symlink()}
    own = {each.key: tuple(_lines_of(each, lines)) for each in readings}
    wanted: dict[Page, dict[Box, str]] = {}
    for each in readings:
        for line in own[each.key]:
            wanted.setdefault((each.file, each.page or 1), {})[line.box] = line.text
    pages = [page for page in wanted if page in sizes and sizes[page][0] in there]
    asked = [(there[sizes[page][0]], sizes[page][1], tuple(wanted[page])) for page in pages]
    said = {
        (page, box): text
        for page, (_, _, boxes), texts in zip(pages, asked, again(asked), strict=True)
        for box, text in zip(boxes, texts or (), strict=texts is not None)
    }
    return {each.key: text for each in readings if (text := _otherwise(each, own[each.key], said))}


def _lines_of(reading: Reading, lines: Mapping[Page, Sequence[LineRecord]]) -> Iterator[LineRecord]:
    """The lines of which at least half lies where the reading stands."""
    for line in lines.get((reading.file, reading.page or 1), ()):
        if reading.box and not line.corrected and "*" not in line.text and _inside(line.box, reading.box):
            yield line


def _inside(box: Box, outer: Box) -> bool:
    wide = min(box[2], outer[2]) - max(box[0], outer[0])
    high = min(box[3], outer[3]) - max(box[1], outer[1])
    return min(wide, high) > 0 and 2 * wide * high >= (box[2] - box[0]) * (box[3] - box[1])


def _otherwise(reading: Reading, own: Sequence[LineRecord], said: Mapping[tuple[Page, Box], str]) -> str:
    """What its lines said the second time; '' where they said the same."""
    page = (reading.file, reading.page or 1)
    known = [(line.text, said[page, line.box]) for line in own if (page, line.box) in said]
    if all(bare(first) == bare(second) for first, second in known):
        return ""
    return mask_text("".join(second for _, second in known)) or NOTHING


def bare(text: str) -> str:
    """A text as two readings of it are compared: without signs that change no number."""
    return _BETWEEN.sub("", plain(text)).casefold()
