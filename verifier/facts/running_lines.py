"""Sentences of a page that run on over its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.model import TextLine

_LINES_OF_SENTENCE = 4
_LEADING, _RAGGED, _INDENT = 3, 1.6, 5
"""of a line's height: how far down the next of a sentence begins at most, and how far a full line is from the edges"""
_STOP = re.compile(r"[。；;！!？?]\s*$")

_Edges = dict[tuple[str, int | None], tuple[int, int]]
"""by page how far its text reaches to the left and to the right"""


def run_on(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines of a page with those below into which their sentences run on, as one: not those that stand whole.

    A line runs on that reaches the right edge of the text and ends without a stop.
    """
    edges = _edges(lines)
    for at, line in enumerate(lines):
        whole = _from(at, lines, edges)
        if len(whole) > 1:
            text = "".join(each.text.strip() for each in whole)
            yield replace(line, text=text, confidence=min(each.confidence for each in whole))


def sentence_around(line: TextLine, lines: Sequence[TextLine]) -> str:
    """The text of a line of a page with those before that run into it, and those into which it runs on."""
    edges = _edges(lines)
    at = begin = lines.index(line)
    while (
        begin
        and at - begin < _LINES_OF_SENTENCE
        and _runs_into(lines[begin - 1], lines[begin], edges.get(line.place.leaf, (0, 0)))
    ):
        begin -= 1
    before = "".join(each.text.strip() for each in lines[begin:at])
    return before + "".join(each.text.strip() for each in _from(at, lines, edges))


def _from(at: int, lines: Sequence[TextLine], edges: _Edges) -> list[TextLine]:
    """A line with those below into which its sentence runs on."""
    whole = [lines[at]]
    for below in lines[at + 1 : at + _LINES_OF_SENTENCE]:
        if not _runs_into(whole[-1], below, edges.get(below.place.leaf, (0, 0))):
            break
        whole.append(below)
    return whole


def _edges(lines: Sequence[TextLine]) -> _Edges:
    """By page how far the text reaches to the left and to the right."""
    edges: _Edges = {}
    for line in lines:
        if box := line.place.box:
            left, right = edges.get(line.place.leaf, (box[0], box[2]))
            edges[line.place.leaf] = min(left, box[0]), max(right, box[2])
    return edges


def _runs_into(line: TextLine, below: TextLine, edges: tuple[int, int]) -> bool:
    """Whether a line fills the width of the text, after an indent at most, and one stands close under it."""
    box, under = line.place.box, below.place.box
    if box is None or under is None or line.place.leaf != below.place.leaf or _STOP.search(line.text):
        return False
    height, (left, right) = box[3] - box[1], edges
    is_full = right - box[2] < _RAGGED * height and box[0] - left < _INDENT * height
    return is_full and 0 < under[1] - box[1] < _LEADING * height and under[0] <= box[0] + height
