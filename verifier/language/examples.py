"""Rows that show how a table is filled in."""

from __future__ import annotations

import re

_WORD = r"(?:填写|填报)?(?:示例|样例|范例|举例|例)"
_ALONE = re.compile(rf"[(（【\[]?{_WORD}\d*[)）】\]]?[:：]?")
_BESIDE = re.compile(rf"[(（【\[]\s*{_WORD}\s*[)）】\]]")


def is_example(text: str) -> bool:
    """Whether a cell says that its row is an example: 示例1：, 张三（示例）."""
    return _ALONE.fullmatch(text.strip()) is not None or _BESIDE.search(text) is not None
