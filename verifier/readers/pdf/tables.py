"""Tables of PDF pages: pdfplumber finds the cells by their rulings, the glyphs that pdfium gave fill them."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.model import Box, Place, Table
from verifier.readers.outcome import clean
from verifier.readers.pdf.glyphs import Glyph, rows_of, same_line

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from pdfplumber.table import Table as Found

log = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_DATE = r"\d{4}[-./]\d{1,2}[-./]\d{1,2}$"
_NEVER_FIRST = "，。、；：！？）》〉】」』”’％%,.;:!?)]"
_NEVER_LAST = "（《〈【「『“‘(["
_WHOLE_NUMBER = 11
"""digits of a number that stands whole on its line, as those of mobile phones"""
_MOST_HEAD_ROWS = 4
_MARGIN, _SLACK = 0.7, 0.3
"""heights of the type: margin of a cell at most, and room that a typesetter leaves"""
_OPEN = 4
"""points by which upright rulings run on past the last level one where a row is open"""
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

    @property
    def merged(self) -> Iterator[tuple[int, int, int, int]]:
        """Top, left, bottom, right of each merged cell, as `Table.merged` has them."""
        tops = [min((cell[1] for cell in row if cell), default=0) for row in self.cells]
        for index, row in enumerate(self.cells):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                bottom = bisect_left(tops, cell[3] - _EDGE) - 1
                right = bisect_left(self.columns, cell[2] - _EDGE) - 1
                if bottom > index or right > column:
                    yield index, column, max(bottom, index), max(right, column)


class Rulings:
    """Finds ruled tables; opens the file for pdfplumber only when a page has rulings."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self._data, self._password = data, password
        self._pdf: PDF | None = None
        self._broken = False

    def on_page(self, index: int, size: tuple[int, int], before: Ruled | None) -> tuple[Ruled, ...]:
        """The tables of two columns and two rows or more; none where pdfplumber gives up.

        The table that a page ended with may go on with a single row.
        """
        if self._broken:
            return ()
        try:
            if self._pdf is None:
                import pdfplumber

                self._pdf = pdfplumber.open(BytesIO(self._data), password=self._password)
            page = self._pdf.pages[index]
            try:
                return tuple(_tables_of(page, size, before))
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
    rows = tuple(_row_texts(row, near) for row in ruled.cells)
    return Table(rows, replace(place, box=ruled.box), title=title, merged=tuple(ruled.merged))


def _row_texts(row: Sequence[Box | None], glyphs: Sequence[Glyph]) -> tuple[str, ...]:
    """The texts of a row's cells; a cell looks only among the glyphs at the height of the row."""
    cells = [cell for cell in row if cell]
    top, bottom = min((cell[1] for cell in cells), default=0), max((cell[3] for cell in cells), default=0)
    beside = [glyph for glyph in glyphs if top <= (glyph.top + glyph.bottom) / 2 <= bottom]
    return tuple(_cell_text(cell, beside) if cell else "" for cell in row)


def is_inside(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def with_header(table: Table, before: Table) -> Table:
    """A table that goes on from the page before gets the title and header rows of its beginning, if it has none."""
    first = table.rows[0]
    own = first == before.rows[0] or (all(first) and not any(map(_has_digit, first)))
    if own:
        return replace(table, title=before.title)
    length = _head_rows(before)
    heads = tuple(each for each in before.merged if each[2] < length)
    rows, merged = before.rows[:length] + table.rows, (*heads, *_moved(table, length))
    return replace(table, rows=rows, title=before.title, merged=merged)


def _head_rows(table: Table) -> int:
    """How many rows a table begins with until every column has a word over it and no merged cell goes on below."""
    covered: set[int] = set()
    for index, row in enumerate(table.rows[:_MOST_HEAD_ROWS]):
        if sum(map(_has_digit, row)) * 2 > sum(map(bool, row)) > 1:
            break
        going_on = {left for top, left, bottom, _ in table.merged if top <= index < bottom}
        if not going_on and all(text or column in covered for column, text in enumerate(row)):
            return index + 1
        covered |= going_on
    return 1


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def mended(before: Table, table: Table) -> tuple[Table, Table]:
    """A row that the end of the page broke in two becomes one, where it begins."""
    pairs = zip(before.rows[-1], table.rows[0], strict=False)
    row = tuple(left + right for left, right in pairs)
    rest = replace(table, rows=table.rows[1:], merged=tuple(_moved(table, -1)))
    return replace(before, rows=(*before.rows[:-1], row)), rest


def _moved(table: Table, rows: int) -> Iterator[tuple[int, int, int, int]]:
    """The merged cells of a table of which the first rows are gone (a negative number), or that got some on top."""
    for top, left, bottom, right in table.merged:
        if bottom + rows >= 0:
            yield max(top + rows, 0), left, bottom + rows, right


def goes_on(ruled: Ruled, before: Ruled) -> bool:
    """The columns are the same."""
    pairs = zip(ruled.columns, before.columns, strict=False)
    return len(ruled.columns) == len(before.columns) and all(abs(a - b) <= _EDGE for a, b in pairs)


def _tables_of(page: Page, size: tuple[int, int], before: Ruled | None) -> Iterator[Ruled]:
    top, bottom = _open_ends(page)
    settings = {"explicit_horizontal_lines": [end for end in (top, bottom) if end is not None]}
    found = [_ruled(each, page, size, top) for each in page.find_tables(settings) if _is_table(each)]
    for index, ruled in enumerate(found):
        rest = index == 0 and before is not None and goes_on(ruled, before)
        if rest or len(ruled.cells) > 1:
            yield ruled


def _is_table(found: Found) -> bool:
    return max((sum(cell is not None for cell in row.cells) for row in found.rows), default=0) > 1


def _open_ends(page: Page) -> tuple[float | None, float | None]:
    """Where upright rulings run on past the last level ones: a row that is broken by the end of the page."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    level = [edge for edge in page.edges if edge["orientation"] == "h" and edge["width"] > _OPEN]
    if not upright or not level:
        return None, None
    (top, bottom), (first, last) = _extent(upright), _extent(level)
    return top if first - top > _OPEN else None, bottom if bottom - last > _OPEN else None


def _extent(edges: Sequence[Mapping[str, float]]) -> tuple[float, float]:
    return min(edge["top"] for edge in edges), max(edge["bottom"] for edge in edges)


def _ruled(found: Found, page: Page, size: tuple[int, int], open_top: float | None) -> Ruled:
    left, top, right, bottom = page.cropbox or page.bbox
    across, down = size[0] / (right - left), size[1] / (bottom - top)

    def pixels(box: tuple[float, float, float, float]) -> Box:
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
    """What stands between two lines of a cell: nothing when what follows had no room in the first."""
    last, first = _inked(row)[-1], _inked(following)[0]
    if same_line(last, first):
        return " "
    if re.search(_DATE, _words(row)) and first.char.isdigit():
        return "\n"
    if _has_room(row, following, cell) or (_digits_at_end(row) >= _WHOLE_NUMBER <= _digits_at_start(following)):
        return "\n"
    return " " if last.char.isascii() and last.char.isalpha() and first.char.isascii() else ""


def _has_room(row: list[Glyph], following: list[Glyph], cell: Box) -> bool:
    """The beginning of the next line would have fitted; a cell keeps a margin of less than a letter."""
    left, right = _inked(row)[0].left, _inked(row)[-1].right
    height = max(glyph.bottom - glyph.top for glyph in _inked(row))
    margin = 2 * min(_MARGIN * height, max(0.0, left - cell[0]), max(0.0, cell[2] - right))
    return cell[2] - cell[0] - (right - left) - margin > _unbreakable(_inked(following)) + _SLACK * height


def _digits_at_end(row: list[Glyph]) -> int:
    match = re.search(r"\d*$", _words(row))
    return len(match[0]) if match else 0


def _digits_at_start(row: list[Glyph]) -> int:
    match = re.match(r"\d*", _words(row))
    return len(match[0]) if match else 0


def _unbreakable(glyphs: list[Glyph]) -> float:
    """The width of what a typesetter keeps together at the beginning of a line; a long number may be broken."""
    length = 1
    if glyphs[0].char.isdigit():
        return glyphs[0].right - glyphs[0].left
    while length < len(glyphs) and _kept_together(glyphs[length - 1].char, glyphs[length].char):
        length += 1
    return glyphs[length - 1].right - glyphs[0].left


def _kept_together(char: str, following: str) -> bool:
    return following in _NEVER_FIRST or char in _NEVER_LAST or (char.isascii() and following.isascii())


def _inked(row: list[Glyph]) -> list[Glyph]:
    return [glyph for glyph in row if not glyph.char.isspace()]


def _words(row: list[Glyph]) -> str:
    return clean("".join(glyph.char for glyph in row))
