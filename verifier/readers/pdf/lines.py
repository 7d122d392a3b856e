"""Lines of a PDF page: their text, box and role, and which of them speak of a picture on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from verifier.model import Box, LineRole, Place, TextLine
from verifier.readers.headings import (
    ANNEX,
    LABELLED,
    LONGEST,
    LONGEST_CAPTION,
    LONGEST_TITLE,
    TITLE_LINES,
    heading_level,
)
from verifier.readers.outcome import clean
from verifier.readers.pdf.glyphs import Glyph, rows_of

_TITLE_HEIGHT, _HEADING_HEIGHT = 1.25, 1.2
"""times the usual height of the page's type"""
_CAPTION_LINES = 2
_FARTHEST = 2.5
"""heights of a line by which a caption may stand away from its picture"""


def lines_of(glyphs: Sequence[Glyph], place: Place, usual: float) -> tuple[TextLine, ...]:
    """The lines in order of drawing; `usual` is the height of the page's type."""
    lines: list[TextLine] = []
    for row in rows_of(glyphs):
        text = clean("".join(glyph.char for glyph in row))
        if text:
            first = place.page == 1 and _may_be_title(lines)
            role = _role(text, _height(row), usual, first)
            lines.append(TextLine(text, replace(place, box=row_box(row)), role=role))
    return tuple(lines)


def row_box(row: Sequence[Glyph]) -> Box:
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    return (
        round(min(glyph.left for glyph in inked)),
        round(min(glyph.top for glyph in inked)),
        round(max(glyph.right for glyph in inked)),
        round(max(glyph.bottom for glyph in inked)),
    )


def _may_be_title(above: list[TextLine]) -> bool:
    """Whether only lines of a title, or the word that it is an annex, stand over the next line."""
    others = (line for line in above[:TITLE_LINES] if not re.match(ANNEX, line.text))
    return len(above) <= TITLE_LINES and all(line.role == "title" for line in others)


def usual_height(outside: Sequence[Glyph], everywhere: Sequence[Glyph]) -> float:
    """That of the text outside tables, if there is more of it than a title."""
    rows = [_height(row) for row in rows_of(outside)]
    return median(rows) if len(rows) > 2 else median(glyph.bottom - glyph.top for glyph in everywhere)


def _height(row: list[Glyph]) -> float:
    return median(glyph.bottom - glyph.top for glyph in row if not glyph.char.isspace())


def _role(text: str, height: float, usual: float, first: bool) -> LineRole:
    if len(text) > LONGEST_TITLE:
        return "body"
    level = heading_level(text)
    if first and not level and height >= _TITLE_HEIGHT * usual:
        return "title"
    return "heading" if level or (height >= _HEADING_HEIGHT * usual and 1 < len(text) <= LONGEST) else "body"


def open_headings(over: list[TextLine], lines: tuple[TextLine, ...]) -> list[TextLine]:
    """The title and the open headings after these lines."""
    for line in lines:
        if line.role == "title":
            over = [*over, line]
        elif line.role == "heading":
            level = heading_level(line.text) or 1
            over = [each for each in over if each.role == "title" or (heading_level(each.text) or 1) < level] + [line]
    return over


def captions_of(picture: Box, lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The short lines just under the picture or just over it: the labelled, else the nearer ones."""
    under = _stack(picture, lines, downward=True)
    over = _stack(picture, lines, downward=False)
    if under and over:
        labelled = [stack for stack in (under, over) if re.match(LABELLED, stack[0].text)]
        chosen = labelled[0] if labelled else min(under, over, key=lambda stack: _distance(picture, stack[0]))
    else:
        chosen = under or over
    return tuple(sorted(chosen, key=_box))


def _stack(picture: Box, lines: tuple[TextLine, ...], *, downward: bool) -> tuple[TextLine, ...]:
    """At most two lines one after the other, the nearest first."""
    edge = picture[3] if downward else picture[1]
    found: list[TextLine] = []
    for line in sorted(_beside(picture, lines), key=lambda line: _box(line)[1], reverse=not downward):
        _, upper, _, lower = _box(line)
        gap = upper - edge if downward else edge - lower
        height = lower - upper
        if gap < -height:
            continue
        if gap > _FARTHEST * height or not _may_be_caption(line) or len(found) == _CAPTION_LINES:
            break
        found.append(line)
        edge = lower if downward else upper
    return tuple(found)


def _beside(picture: Box, lines: tuple[TextLine, ...]) -> list[TextLine]:
    """The lines that stand in the width of a picture."""
    return [
        line for line in lines if line.place.box and line.place.box[0] < picture[2] and line.place.box[2] > picture[0]
    ]


def _may_be_caption(line: TextLine) -> bool:
    return line.role == "body" and len(line.text) <= LONGEST_CAPTION


def _distance(picture: Box, line: TextLine) -> int:
    box = _box(line)
    return min(abs(box[1] - picture[3]), abs(picture[1] - box[3]))


def _box(line: TextLine) -> Box:
    return line.place.box or (0, 0, 0, 0)
