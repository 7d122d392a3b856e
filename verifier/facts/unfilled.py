"""Whether a paper is a form that nobody has filled in, by what its gaps, fields and cells leave open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.facts.layout import squeeze
from verifier.model import Document, Table

_SPACE = r"[\s_＿]"
_DAY = re.compile(rf"{_SPACE}*年{_SPACE}*月{_SPACE}*日{_SPACE}*")
"""a day of which the numbers are missing"""
_GAP = re.compile(rf"(?<=\S){_SPACE}{{2,}}(?=\S)|[_＿]{{2,}}")
_GAPS = 2
"""gaps in a sentence that is printed for others to complete"""
_MANY_GAPS = 4
"""gaps that are a form's whoever's name is printed where it is to be sealed"""
_FIELD = re.compile(rf"(?:[^\s:：\d]{{1,20}}[:：]{_SPACE}*)+")
"""names of fields with nothing behind them"""
_PROMPT = re.compile(r"[(（【\[][^()（）]*[)）】\]]")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．)）]|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]"
)
"""a number with nothing behind it"""
_SEAL_HERE = re.compile(
    r"(?:[\u4e00-\u9fff]{2})?(?:单位|企业|公司|学校|学院|院系|部门|负责人|经办人|联系人|证明人|本人|甲方|乙方|代表人?)(?:名称|全称|意见)?"
    r"\s*[(（][^()（）]{0,4}(?:盖\s*章|公\s*章|印\s*章|签\s*章|签\s*字|签\s*名)[^()（）]{0,4}[)）]\s*[:：]?"
)
"""where somebody is to seal or sign, with no name"""
_PRINTED_SEAL = re.compile(r"[\u4e00-\u9fff()（）]{4,30}[(（]\s*(?:盖\s*章|公\s*章)\s*[)）]")
"""where a body is to seal whose name is printed"""
_CLOSING = re.compile(r"特此[\u4e00-\u9fff]{2,4}[。.!！]?")
_SAYS = re.compile(r"[A-Za-z\d\u4e00-\u9fff☑☒√✓✔■●]")


def is_unfilled(document: Document, titles: Collection[str]) -> bool:
    """Whether all that stands under the titles is printed, with something left open in it; read by OCR none is told."""
    if any(line.origin == "ocr" for line in document.lines):
        return False
    texts = [line.text for line in document.lines if squeeze(line.text) not in titles]
    if any(_has_gaps(text, _MANY_GAPS) for text in texts):
        texts = [text for text in texts if not _PRINTED_SEAL.fullmatch(text.strip())]
    is_left_open = any(map(_leaves_open, texts)) or any(map(_has_empty_rows, document.tables))
    tables = [_without_empty_columns(table) if document.file.kind == "pdf" else table for table in document.tables]
    return is_left_open and all(map(_is_printed, texts)) and all(_is_blank(table, titles) for table in tables)


def _leaves_open(text: str) -> bool:
    told = text.strip()
    whole = (_DAY, _FIELD, _NUMBER)
    return any(pattern.fullmatch(told) for pattern in whole) or _has_gaps(text)


def _has_gaps(text: str, least: int = _GAPS) -> bool:
    """Whether a sentence has gaps where its facts belong, and none of them is filled with a number."""
    open_days = _DAY.sub("__", text)
    return not re.search(r"\d", text) and len(_GAP.findall(open_days)) >= least


def _is_printed(text: str) -> bool:
    """Whether a text says nothing that somebody has filled in."""
    told = text.strip()
    printed = (_PROMPT, _SEAL_HERE, _CLOSING)
    return not _SAYS.search(told) or _leaves_open(text) or any(pattern.fullmatch(told) for pattern in printed)


def _is_blank(table: Table, titles: Collection[str]) -> bool:
    """Whether nothing stands beside the names of a table's fields, or under those of its columns."""
    rows = [row for row in table.rows if squeeze("".join(row)) not in titles]
    is_named = any(not _is_printed(cell) for row in rows[1:] for cell in row if not cell.strip().isdigit())
    return not is_named or all(map(_has_no_value, rows))


def _without_empty_columns(table: Table) -> Table:
    """The table without columns in which nothing stands: rulings of a PDF that are drawn twice leave some."""
    width = max(map(len, table.rows), default=0)
    kept = [at for at in range(width) if any(at < len(row) and row[at].strip() for row in table.rows)]
    return replace(table, rows=tuple(tuple(row[at] for at in kept if at < len(row)) for row in table.rows))


def _has_no_value(row: Sequence[str]) -> bool:
    """Whether each text of a row has nothing behind it."""
    return all(_is_printed(value) for value in _behind(row))


def _behind(row: Sequence[str]) -> Iterator[str]:
    """The cells that stand behind a text."""
    return (value for name, value in pairwise(row) if not _is_printed(name))


def _has_empty_rows(table: Table) -> bool:
    """Whether a table of several rows leaves most of its cells empty."""
    cells = [cell for row in table.rows for cell in row]
    return len(table.rows) > 1 and sum(map(_is_printed, cells)) * 2 >= len(cells)
