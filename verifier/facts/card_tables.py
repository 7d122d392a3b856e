"""Tables that are cards of one thing: each row has labels, each with its value beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.model import Table

_LABEL = re.compile(r"[\u4e00-\u9fff()（）、/:：㎡\s]{2,14}")
_FIELD = re.compile(
    r".*(?:名称|时间|日期|地点|场地|位置|单位|部门|面积|用途|人数|数量|意见|编号|负责人|联系人|管理员|电话|内容|事由|"
    r"原因|项目|性质|类型|类别|主题|规模|人员|结果)(?:[(（].*[)）])?[:：]?"
)
"""what the fields of a form are called"""
_MOST_FIELDS = 0.7
"""of the labels of a card, how many are called so where nothing else tells it"""
_FIGURE = re.compile(r"[^\u4e00-\u9fff]*\d[^\u4e00-\u9fff]*")
"""a number, a date or a code"""
_FEWEST_ROWS = 3
_WIDE = 4
"""cells of a row with two pairs; of one pair a row nothing tells a card from a list of two columns"""


def pairs_of(table: Table) -> tuple[tuple[str, str], ...]:
    """The labels of a card with their values; () where the table is none.

    Under a header stand figures or texts in one column; in a card a column of values has both, or the labels are called
    as the fields of forms are.
    """
    rows = [[cell.strip() for cell in row if cell.strip()] for row in table.rows]
    told = [row for row in rows if len(row) > 1]
    if len(told) < _FEWEST_ROWS or not all(map(_is_of_pairs, told)):
        return ()
    wide = [row for row in told if len(row) >= _WIDE]
    is_mixed = any(len({_FIGURE.fullmatch(row[at]) is None for row in wide[1:]}) > 1 for at in (1, 3))
    labels = [label for row in told for label in row[::2]]
    are_fields = bool(wide) and sum(map(bool, map(_FIELD.fullmatch, labels))) >= _MOST_FIELDS * len(labels)
    if not is_mixed and not are_fields:
        return ()
    return tuple(pair for row in told for pair in zip(row[::2], row[1::2], strict=True))


def _is_of_pairs(row: Sequence[str]) -> bool:
    return len(row) % 2 == 0 and all(map(_LABEL.fullmatch, row[::2]))
