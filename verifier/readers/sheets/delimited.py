"""Rows of cells out of text: the mark between cells, quotes, and what keeps Excel from spoiling numbers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain, islice

_LOOKED_AT = 50
_ANY_SIZE = (1 << 31) - 1
"""of a cell: the file's size is limited, and a quote that is never closed takes in all that follows"""
_SWALLOWED = 3
"""rows in one cell that say that a quote was never closed"""
_TOLD_MARK = re.compile(r"\s*\"?sep=([,;\t|])\"?\n")
"""the first line by which a file tells Excel its mark"""


def records(lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows of lines with commas, tabs, semicolons or bars; one quote that is never closed costs no other row."""
    rest = (line.replace("\0", "") for line in lines)
    head = "".join(islice(rest, _LOOKED_AT))
    told = _TOLD_MARK.match(head)
    head = head[told.end() :] if told else head
    mark, usual = _likeliest(head, told[1] if told else ",\t;|")
    csv.field_size_limit(_ANY_SIZE)
    reader = csv.reader(chain(StringIO(head), rest), delimiter=mark)
    before = 0
    for row in reader:
        of_one_line, before = reader.line_num == before + 1, reader.line_num
        if not of_one_line and any(_swallows(cell, mark, usual) for cell in row):
            yield from (line.split(mark) for line in mark.join(row).split("\n"))
        else:
            yield row


def _likeliest(text: str, marks: str) -> tuple[str, int]:
    """The mark that cuts the most of the lines into the same number of fields, and how often a line has it."""
    lines = [line for line in text.split("\n") if line.strip()]

    def agreement(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        fields, times = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        return times, fields

    best = max(marks, key=agreement)
    return best, agreement(best)[1]


def _swallows(cell: str, mark: str, usual: int) -> bool:
    """Whether a cell holds lines that are rows themselves."""
    return usual > 0 and sum(line.count(mark) == usual for line in cell.split("\n")[1:]) >= _SWALLOWED


def unspoiled(cell: str) -> str:
    """Without the marks that keep Excel from turning a long number into a float: ="3710…", '3710…, a tab before it."""
    if not cell or (cell[0].isalnum() and cell[-1] != '"'):
        return cell
    match = re.fullmatch(r'="?([^"]*)"?', cell.strip())
    return match[1] if match else re.sub(r"^\s*'(?=\d)", "", cell)
