"""Ruled tables drawn without letters, and what an engine would have read in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from verifier.model import Box
from verifier.ocr.engine import Array, OcrLine, Reading

Merged = tuple[int, int, int, int]
"""top, left, bottom, right; inclusive"""
LETTER, ROW, MARGIN = 24, 46, 80


@dataclass(frozen=True, slots=True)
class Scan:
    """A page with a ruled table."""

    rows: Sequence[Sequence[str]]
    title: str = ""
    merged: Sequence[Merged] = ()
    glued: Sequence[tuple[int, int]] = ()
    """cells that are read as one line with the cell to their right"""
    lean: float = 0.0
    """degrees"""
    faint: bool = False
    """rulings of one pixel, in grey, broken now and then"""
    measured: Sequence[Sequence[str]] = ()
    """rows of other pages that make the columns as wide"""

    @property
    def edges(self) -> list[int]:
        count = max(map(len, self.rows))
        rows = (*self.rows, *self.measured)
        widest = [max(_width(row[at]) for row in rows if at < len(row)) for at in range(count)]
        return [MARGIN + sum(widest[:at]) + 12 * at for at in range(count + 1)]

    @property
    def size(self) -> tuple[int, int]:
        return self.edges[-1] + MARGIN, 3 * MARGIN + ROW * len(self.rows)

    def cells(self) -> list[tuple[int, int, Box]]:
        edges, found = self.edges, []
        for row in range(len(self.rows)):
            for column in range(len(edges) - 1):
                whole = next((m for m in self.merged if m[0] <= row <= m[2] and m[1] <= column <= m[3]), None)
                top, left, bottom, right = whole or (row, column, row, column)
                if (top, left) == (row, column):
                    box = edges[left], 2 * MARGIN + ROW * top, edges[right + 1], 2 * MARGIN + ROW * (bottom + 1)
                    found.append((row, column, box))
        return found

    def picture(self) -> Array:
        width, height = self.size
        page = np.full((height, width, 3), 255, np.uint8)
        colour, thick = ((130, 130, 130), 1) if self.faint else ((30, 30, 30), 2)
        for row, column, (left, top, right, bottom) in self.cells():
            cv2.rectangle(page, (left, top), (right, bottom), colour, thick)
            if self._text(row, column):  # strokes that are no rulings
                middle = (top + bottom) // 2
                cv2.line(page, (left + 8, middle), (left + 26, middle), (0, 0, 0), 3)
                cv2.line(page, (left + 17, middle - 10), (left + 17, middle + 10), (0, 0, 0), 3)
        if self.faint:
            page[:, ::97] = 255
        return np.asarray(cv2.warpAffine(page, self._leaning, (width, height), borderValue=(255, 255, 255)))

    def reading(self) -> Reading:
        """What an engine sees, leaning boxes and all."""
        found = [OcrLine(self.title, self._seen((self.size[0] // 3, 60, 2 * self.size[0] // 3, 100)), 0.98)]
        gone: set[tuple[int, int]] = set()
        for row, column, box in self.cells():
            text = self._text(row, column)
            if not text or (row, column) in gone:
                continue
            left, right = box[0] + 6, box[0] + 6 + _width(text)
            if (row, column) in self.glued:  # the one ends at the ruling, the other begins there
                gone.add((row, column + 1))
                left, right = box[2] - 4 - _width(text), box[2] + 4 + _width(self.rows[row][column + 1])
                text += self.rows[row][column + 1]
            middle = (box[1] + box[3]) // 2
            found.append(OcrLine(text, self._seen((left, middle - 15, right, middle + 15)), 0.97))
        return Reading(0, tuple(line for line in found if line.text))

    def _text(self, row: int, column: int) -> str:
        return self.rows[row][column] if column < len(self.rows[row]) else ""

    @property
    def _leaning(self) -> Array:
        return np.asarray(cv2.getRotationMatrix2D((self.size[0] / 2, self.size[1] / 2), self.lean, 1))

    def _seen(self, box: Box) -> Box:
        x, y = (self._leaning @ ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 1)).round().astype(int)
        wide, high = (box[2] - box[0]) // 2, (box[3] - box[1]) // 2
        return int(x) - wide, int(y) - high, int(x) + wide, int(y) + high


def _width(text: str) -> int:
    return round(LETTER * sum(0.5 if letter.isascii() else 1 for letter in text))
