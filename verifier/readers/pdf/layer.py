"""The text layer of a paper, page by page: lines outside ruled tables, and tables that go on from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.model import Box, Place, Table, TextLine
from verifier.readers.headings import LONGEST_CAPTION, heading_level
from verifier.readers.pdf.glyphs import Glyph
from verifier.readers.pdf.lines import lines_of, usual_height
from verifier.readers.pdf.tables import Ruled, filled_table, goes_on, is_inside, mended, with_header

_TOUCHING = 5
"""pixels by which a line may reach into what it stands over"""


@dataclass(slots=True)
class Layer:
    """What has been read so far."""

    tables: list[Table] = field(default_factory=list)
    last: tuple[Ruled, Table] | None = None
    """the table at the end of the page before"""

    def copy(self) -> Layer:
        """Another that goes on from here."""
        return Layer(list(self.tables), self.last)

    def take(self, found: Sequence[Ruled], glyphs: Sequence[Glyph], place: Place) -> tuple[TextLine, ...]:
        """The lines of a page outside its ruled tables; these are added to the others."""
        before = self.last[0] if self.last else None
        outside = [glyph for glyph in glyphs if not _is_in_table(glyph, found)]
        lines = lines_of(outside, place, usual_height(outside, glyphs))
        for at, ruled in enumerate(found):
            above = over(lines, ruled.box)
            table = filled_table(ruled, glyphs, place, above[-1].text if above else "")
            headed = bool(above) and heading_level(above[-1].text) is not None
            if before and not at and goes_on(ruled, before) and not headed and not _is_text(above):
                table = self._joined(ruled, table)
            self.last = (ruled, table)
            self.tables.append(table)
        if not found or _is_text(_under(lines, found[-1].box)):
            self.last = None
        return lines

    def _joined(self, ruled: Ruled, table: Table) -> Table:
        """The table with what it takes over from the page before, where it began."""
        assert self.last is not None
        before = self.last[1]
        if ruled.open_top and not table.rows[0][0] and len(table.rows) > 1:
            self.tables[-1], table = mended(before, table)
        return with_header(table, before)


def over(lines: Sequence[TextLine], box: Box) -> list[TextLine]:
    """The lines that stand above a place."""
    return [line for line in lines if line.place.box and line.place.box[3] <= box[1] + _TOUCHING]


def _under(lines: Sequence[TextLine], box: Box) -> list[TextLine]:
    return [line for line in lines if line.place.box and line.place.box[1] >= box[3]]


def _is_in_table(glyph: Glyph, tables: Sequence[Ruled]) -> bool:
    return any(is_inside(glyph, ruled.box) for ruled in tables)


def _is_text(lines: list[TextLine]) -> bool:
    """More than a running head or a page number."""
    return sum(len(line.text) for line in lines) > LONGEST_CAPTION // 2 or len(lines) > 2
