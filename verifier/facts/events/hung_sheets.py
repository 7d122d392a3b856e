"""The sheets that hang beside each other on a board, told by where their writing stands."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from verifier.model import Box, TextLine

_STRIP = 1.5
"""of the height of a line: the blank strip between two sheets, at least"""
_LINES = 3
"""of a sheet, at least; what has fewer is a mark of a camera or stands about the board"""
_TOP = 3
"""lines among which the name of a sheet is"""
_LARGER, _ALIKE = 1.25, 0.5
"""letters of the name beside the middle ones of its sheet; the names of two sheets: the smaller by the larger"""


def sheets_on(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of each sheet, where several hang and each has a name of its own in larger letters; else none.

    Of a sheet with columns one alone has a name in such letters, or the name stands over all of them.
    """
    columns = [each for each in _columns(lines) if len(each) >= _LINES]
    names = [max(map(_height, each)) for each in columns]
    if len(columns) < 2 or min(names) < _ALIKE * max(names) or not all(map(_is_headed, columns)):
        return []
    return columns


def _columns(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines parted where a blank strip runs from top to bottom, each column from top to bottom."""
    columns: list[list[TextLine]] = []
    reach = 0.0
    for line in sorted((line for line in lines if line.place.box), key=lambda line: _box(line)[0]):
        if columns and _box(line)[0] <= reach + _STRIP * _height(line):
            columns[-1].append(line)
        else:
            columns.append([line])
        reach = max(reach, _box(line)[2])
    return [sorted(each, key=lambda line: _box(line)[1]) for each in columns]


def _is_headed(sheet: Sequence[TextLine]) -> bool:
    """Whether a sheet begins with a name in letters that are clearly larger than those of its text."""
    name = max(sheet[:_TOP], key=_height)
    return _height(name) >= max(_LARGER * median(map(_height, sheet)), *map(_height, sheet[_TOP:]), 0)


def _height(line: TextLine) -> int:
    return _box(line)[3] - _box(line)[1]


def _box(line: TextLine) -> Box:
    return line.place.box or (0, 0, 0, 0)
