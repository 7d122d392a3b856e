"""Lines in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.ocr.engine import OcrLine

TALL = 1.5
"""times its width that a line is high which runs from top to bottom"""
_MOSTLY = 0.6
"""share of the characters that stand in columns on a page that is read so"""


def in_reading_order(lines: Sequence[OcrLine]) -> tuple[OcrLine, ...]:
    """Rows from top to bottom, each from left to right; columns of vertical text from right to left."""
    characters = sum(len(line.text) for line in lines)
    upright = sum(len(line.text) for line in lines if _is_column(line))
    return _columns(lines) if characters and upright > _MOSTLY * characters else _rows(lines)


def _is_column(line: OcrLine) -> bool:
    left, top, right, bottom = line.box
    return len(line.text) > 1 and bottom - top >= TALL * (right - left)


def _rows(lines: Sequence[OcrLine]) -> tuple[OcrLine, ...]:
    rows: list[list[OcrLine]] = []
    for line in sorted(lines, key=lambda one: (one.box[1] + one.box[3], one.box[0], one.text)):
        row = rows[-1] if rows else []
        if row and _beside(row[-1], line):
            row.append(line)
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda one: (one.box[0], one.box[1], one.text)))


def _beside(one: OcrLine, other: OcrLine) -> bool:
    """Whether two lines stand on one row: each one's middle lies within the other, and neither is above the other."""
    middles = [(line.box[1] + line.box[3]) / 2 for line in (one, other)]
    within = one.box[1] < middles[1] < one.box[3] and other.box[1] < middles[0] < other.box[3]
    shared = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return within and shared < 0.5 * min(one.box[2] - one.box[0], other.box[2] - other.box[0])


def _columns(lines: Sequence[OcrLine]) -> tuple[OcrLine, ...]:
    columns: list[list[OcrLine]] = []
    for line in sorted(lines, key=lambda one: (-(one.box[0] + one.box[2]), one.box[1], one.text)):
        middle = (line.box[0] + line.box[2]) / 2
        if columns and columns[-1][0].box[0] < middle < columns[-1][0].box[2]:
            columns[-1].append(line)
        else:
            columns.append([line])
    return tuple(line for column in columns for line in sorted(column, key=lambda one: (one.box[1], one.box[0])))
