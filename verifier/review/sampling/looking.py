"""What the page of a sample shows of a reading: a piece of its page picture, or of its sheet or text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from verifier.assuring import Reading, Standing, UnreadableSample, place_of, standing
from verifier.model import Box, PieceRecord, whole
from verifier.outputs import wording
from verifier.review import asking, correcting, views
from verifier.review.desk import Opened, PagePicture, School

_AROUND, _LEAST_WIDE, _LEAST_HIGH = 1.5, 0.5, 0.12
"""times the height of what was read that is seen round it; of the page's width, how wide and high a cut is at least"""
_ROWS = 3
"""of a sheet or text, above and below"""


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a page picture."""

    shown: PagePicture
    region: Box
    box: Box | None
    """what was read; None where it is told of the whole page"""


@dataclass(frozen=True, slots=True)
class Looked:
    """A reading as a person looks at it."""

    reading: Reading
    row: PieceRecord
    cut: Cut | None
    parts: Sequence[views.Part]
    """of a paper without page pictures"""
    original: str
    """id of the file"""
    correct: str
    """address at which a text that was misread is corrected, or the cell is decided"""
    has_lines: bool
    """there is a line to correct"""

    @property
    def place(self) -> str:
        """As people see it."""
        return wording.citation(self.row)


def standing_of(school: School) -> Standing | None:
    """The sample of a school; None where there is none, or none that can be read."""
    opened = school.open()
    try:
        return standing(school.folder, opened.judged, opened.seen.result)
    except UnreadableSample:
        return None


def looked_at(opened: Opened, school: School, reading: Reading) -> Looked:
    """What is shown of a reading of the result as the check wrote it."""
    place = (reading.file, reading.page, reading.spot, reading.fact)
    rows = (row for cell in opened.judged.indicators for row in cell.evidence if row.counted)
    row = next(row for row in rows if place_of(row) == place)
    cut = _cut(opened, row)
    paper = views.Paper(1, row.file, (views.Piece(row.piece or whole(row.file), "", "firm", True, "", (row,)),))
    address, has_lines = _where_corrected(opened, school, reading, row)
    return Looked(
        reading=reading,
        row=row,
        cut=cut,
        parts=() if cut else [_near(part) for part in views.parts(paper, opened)],
        original=views.original_of(paper, opened),
        correct=address,
        has_lines=has_lines,
    )


def wrong_in(opened: Opened, school: School, now: Standing) -> tuple[Looked, ...]:
    """What was judged to be read wrongly."""
    return tuple(looked_at(opened, school, now.readings[key]) for key in now.wrong if now.is_current)


def _cut(opened: Opened, row: PieceRecord) -> Cut | None:
    shown = opened.pages.get((row.file, row.page or 1))
    if shown is None:
        return None
    return Cut(shown, region_of(row.box, shown.width, shown.height), row.box)


def region_of(box: Box | None, width: int, height: int) -> Box:
    """The part of a page of that size which is shown round a box, left, top, right, bottom; all of it without one."""
    if box is None:
        return (0, 0, width, height)
    high = box[3] - box[1]
    across = _span(box[0], box[2], max(box[2] - box[0] + 2 * high, _LEAST_WIDE * width), width)
    down = _span(box[1], box[3], max((1 + 2 * _AROUND) * high, _LEAST_HIGH * width), height)
    return (across[0], down[0], across[1], down[1])


def _span(first: int, last: int, wanted: float, most: int) -> tuple[int, int]:
    """So much round what lies from `first` to `last`, within 0 and `most`."""
    wide = min(most, round(wanted))
    start = min(max(0, round((first + last - wide) / 2)), most - wide)
    return start, start + wide


def _near(part: views.Part) -> views.Part:
    """The rows of a part round those on which the piece stands."""
    own = [at for at, (_, is_own) in enumerate(part.rows) if is_own]
    rows = part.rows[max(0, own[0] - _ROWS) : own[-1] + 1 + _ROWS] if own else part.rows[: 2 * _ROWS]
    return views.Part(part.name, rows, part.is_table)


def _where_corrected(opened: Opened, school: School, reading: Reading, row: PieceRecord) -> tuple[str, bool]:
    cell = opened.cell(reading.cells[0])
    papers = views.papers(cell, opened) if cell else ()
    number = next((paper.number for paper in papers if paper.file == row.file), 1)
    page = row.page or 1
    lines = correcting.read_lines(opened, row.file, page, [row.box] if row.box else [])
    line = next((each.number for each in lines if each.is_own), None)
    told = {"piece": number, "page": page} | ({} if line is None else {"fix": line})
    return views.Exact(f"{asking.address(school, reading.cells[0])}?{urlencode(told)}"), line is not None
