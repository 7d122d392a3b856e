"""Tables of PDF pages: pdfplumber finds the cells by their rulings, the glyphs that pdfium gave fill them."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import Any

from verifier.model import Box, Place, Table
from verifier.readers.outcome import clean
from verifier.readers.pdf_page import Glyph, rows_of, same_line

log = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_DATE = r"\d{4}[-./]\d{1,2}[-./]\d{1,2}$"
_OPEN = 4
"""points"""
_EDGE = 4
"""pixels by which the columns of one table may differ from page to page"""

Cells = tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table by its cells, in pixels of the page picture."""

    box: Box
    cells: Cells
    open_top: bool = False
    """its first row goes on from the page before: no ruling closes it"""

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(sorted({cell[0] for row in self.cells for cell in row if cell}))


class Rulings:
    """Finds ruled tables; opens the file for pdfplumber only when a page has rulings."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None
        self._broken = False

    def on_page(self, index: int, size: tuple[int, int]) -> tuple[Ruled, ...]:
        """The tables of two rows and two columns or more; none where pdfplumber gives up."""
        if self._broken:
            return ()
        try:
            if self._pdf is None:
                import pdfplumber

                self._pdf = pdfplumber.open(BytesIO(self._data))
            page = self._pdf.pages[index]
            try:
                top, bottom = _open_ends(page)
                settings = {"explicit_horizontal_lines": [end for end in (top, bottom) if end is not None]}
                found = [each for each in page.find_tables(settings) if _is_table(each)]
                return tuple(_ruled(each, page, size, top) for each in found)
            finally:
                page.close()
        except Exception as fault:  # pdfminer raises what it likes on odd papers; the text is there without its tables
            log.debug("no tables on page %d: %s", index + 1, type(fault).__name__)
            self._broken = self._pdf is None
            return ()

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()


def filled_table(ruled: Ruled, glyphs: Sequence[Glyph], place: Place, title: str) -> Table:
    """The table with its texts; a cell that a merged one covers is ''."""
    near = [glyph for glyph in glyphs if is_inside(glyph, ruled.box)]
    rows = tuple(tuple(_cell_text(cell, near) if cell else "" for cell in row) for row in ruled.cells)
    return Table(rows, replace(place, box=ruled.box), title=title)


def is_inside(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def with_header(table: Table, before: Table) -> Table:
    """A table that goes on from the page before gets the title and header rows of its beginning, if it has none."""
    first = table.rows[0]
    own = first == before.rows[0] or (all(first) and not any(char.isdigit() for cell in first for char in cell))
    if own:
        return replace(table, title=before.title)
    length = next((index + 1 for index, row in enumerate(before.rows[:3]) if all(row)), 1)
    return replace(table, rows=before.rows[:length] + table.rows, title=before.title)


def mended(before: Table, table: Table) -> tuple[Table, Table]:
    """A row that the end of the page broke in two becomes one, where it begins."""
    pairs = zip(before.rows[-1], table.rows[0], strict=False)
    row = tuple(left + right for left, right in pairs)
    return replace(before, rows=(*before.rows[:-1], row)), replace(table, rows=table.rows[1:])


def goes_on(ruled: Ruled, before: Ruled) -> bool:
    """The columns are the same."""
    pairs = zip(ruled.columns, before.columns, strict=False)
    return len(ruled.columns) == len(before.columns) and all(abs(a - b) <= _EDGE for a, b in pairs)


def _is_table(found: Any) -> bool:
    rows = found.rows
    return len(rows) > 1 and max(sum(cell is not None for cell in row.cells) for row in rows) > 1


def _open_ends(page: Any) -> tuple[float | None, float | None]:
    """Where upright rulings run on past the last level ones: a row that is broken by the end of the page."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    level = [edge for edge in page.edges if edge["orientation"] == "h" and edge["width"] > _OPEN]
    if not upright or not level:
        return None, None
    top, bottom = min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)
    first, last = min(edge["top"] for edge in level), max(edge["bottom"] for edge in level)
    return top if first - top > _OPEN else None, bottom if bottom - last > _OPEN else None


def _ruled(found: Any, page: Any, size: tuple[int, int], open_top: float | None) -> Ruled:
    left, top, right, bottom = page.cropbox or page.bbox
    across, down = size[0] / (right - left), size[1] / (bottom - top)

    def pixels(box: Any) -> Box:
        return (
            round((box[0] - left) * across),
            round((box[1] - top) * down),
            round((box[2] - left) * across),
            round((box[3] - top) * down),
        )

    cells = tuple(tuple(pixels(cell) if cell else None for cell in row.cells) for row in found.rows)
    return Ruled(pixels(found.bbox), cells, open_top is not None and abs(found.bbox[1] - open_top) < 1)


def _cell_text(cell: Box, glyphs: Sequence[Glyph]) -> str:
    """The cell's lines; one that runs to the right edge goes on in the next without a break."""
    lines = [row for row in rows_of(glyph for glyph in glyphs if is_inside(glyph, cell)) if _words(row)]
    if not lines:
        return ""
    text = _words(lines[0])
    for row, following in pairwise(lines):
        text += _joint(row, following, cell) + _words(following)
    return text


def _joint(row: list[Glyph], following: list[Glyph], cell: Box) -> str:
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    if same_line(inked[-1], following[0]):
        return " "
    if re.search(_DATE, _words(row)) and following[0].char.isdigit():
        return "\n"
    widest = max(glyph.right - glyph.left for glyph in inked)
    if cell[2] - inked[-1].right > 2 * widest and following[0].left - cell[0] < cell[2] - inked[-1].right:
        return "\n"
    return " " if inked[-1].char.isascii() and inked[-1].char.isalpha() and following[0].char.isascii() else ""


def _words(row: list[Glyph]) -> str:
    return clean("".join(glyph.char for glyph in row))
