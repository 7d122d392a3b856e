"""Rows that show how a table is filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = r"(?:填写|填报)?(?:示例|样例|范例|举例|例)"
_ALONE = re.compile(rf"[(（【\[]?{_WORD}\d*[)）】\]]?[:：]?")
_OF_ROW = re.compile(r"[(（【\[]?(?:填写|填报)?(?:示例|样例|范例)行?[)）】\]]?[:：]?")
"""as templates call one; 例1 may be the first of the cases that are told"""
_BESIDE = re.compile(rf"[(（【\[]\s*{_WORD}\s*[)）】\]]")


def is_example(text: str) -> bool:
    """Whether a cell says that its row is an example: 示例1：, 张三（示例）."""
    return _ALONE.fullmatch(text.strip()) is not None or _BESIDE.search(text) is not None


def is_example_row(cells: Sequence[str]) -> bool:
    """Whether a row begins with the word that it is an example of how the table is filled in, and no more."""
    first = next((cell for cell in cells if cell.strip()), "")
    return _OF_ROW.fullmatch(first.strip()) is not None
