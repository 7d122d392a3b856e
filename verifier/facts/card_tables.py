"""Tables that are cards of one thing: each row has labels, each with its value beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.model import Table

_LABEL = re.compile(r"[\u4e00-\u9fff()（）、/:：\s]{2,14}")
_FIGURE = re.compile(r"[^\u4e00-\u9fff]*\d[^\u4e00-\u9fff]*")
"""a number, a date or a code"""
_FEWEST_ROWS = 3
_WIDE = 4
"""cells of a row with two pairs; of one pair a row nothing tells a card from a list of two columns"""


def pairs_of(table: Table) -> tuple[tuple[str, str], ...]:
    """The labels of a card with their values; () where the table is none.

    Under a header stand figures or texts in one column; in a card a column of values has both.
    """
    rows = [[cell.strip() for cell in row if cell.strip()] for row in table.rows]
    told = [row for row in rows if len(row) > 1]
    if len(told) < _FEWEST_ROWS or not all(map(_is_of_pairs, told)):
        return ()
    wide = [row for row in told if len(row) >= _WIDE]
    is_mixed = any(len({_FIGURE.fullmatch(row[at]) is None for row in wide[1:]}) > 1 for at in (1, 3))
    if not is_mixed:
        return ()
    return tuple(pair for row in told for pair in zip(row[::2], row[1::2], strict=True))


def _is_of_pairs(row: Sequence[str]) -> bool:
    return len(row) % 2 == 0 and all(map(_LABEL.fullmatch, row[::2]))
