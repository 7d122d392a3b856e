"""Whether a page goes on with the paper that ends before it, told by what stands on both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from verifier.facts.certificates.internships import certifies
from verifier.facts.layout import page_grids, squeeze, visual_rows
from verifier.facts.rosters.extract import in_same_places
from verifier.facts.rosters.headers import find_header
from verifier.language.dates import find_dates
from verifier.language.header_words import HeaderWords
from verifier.model import Document, Table, Words

Verdict = Literal["", "goes-on", "unclear"]

_TITLE = re.compile(
    r"(?:证明|名单|名册|花名册|表|台账|通知|公告|公示|总结|报告|协议书?|计划|制度|办法|规定|方案|证书|承诺书|函)(?:[(（][^()（）]*[)）])?$"
)
_NO_TITLE = re.compile(r"[，,。；;：:]|^特此|^(?:续|附)|续表|[(（]续")
_LONGEST_TITLE = 30
_PAGE_MARK = re.compile(
    r"第\s*(\d{1,3})\s*页\s*[,，/]?\s*共\s*(\d{1,3})\s*页|^\s*[-—–]?\s*(\d{1,3})\s*/\s*(\d{1,3})\s*[-—–]?\s*$"
)
_ANNOUNCES = re.compile(r"名单(?:如下|附后|见|后附)|附(?:件|表|后|名单)|后附|见(?:下页|背面)|如下\s*[:：]?\s*$")
_CLOSING = re.compile(r"特此证明|盖章|公章|(?:公司|单位|厂|中心|局|学院|医院|集团|研究院|所)$")
_MOST_ROWS_OF_CLOSING, _LAST_ROWS = 8, 4
"""rows of a page that only closes a paper; rows at whose end a paper is dated"""
_LONGEST_DATE_ROW = 16
_COUNTING_COLUMNS, _LONGEST_NUMBER = 2, 4
"""columns, from the left, of which one may count the rows; its figures"""
_FIGURES = re.compile(r"[\d\s.\-—:/*Xx]+")
_COUNTED = 0.6
"""share of the rows that have a number, of a column that counts them"""


def continuation(paper: Document, page: Document, words: Words) -> tuple[Verdict, str]:
    """Whether the one page goes on with the paper, and where that is unclear, why (Chinese).

    The signs: page numbers; a list without a header under the same columns that goes on counting; the list that a
    certificate announces; the date and issuer that it lacks.
    """
    if not (paper.lines and page.lines):
        return "", ""
    first, second = _page_mark(paper, -1), _page_mark(page, 0)
    if first and second:
        return ("goes-on", "") if (first[0] + 1, first[1]) == second else ("", "")
    if _has_title(page):
        is_list = _announces_list(paper, words) and _begins_list(page, words)
        return ("goes-on", "") if is_list and not certifies(_text(page)) else ("", "")
    if _announces_list(paper, words) and _begins_list(page, words):
        return "goes-on", ""
    if paper.grids and page.grids:
        return list_goes_on(paper.grids, page.grids[0], words)
    is_closing = certifies(_text(paper)) and not _is_dated(paper) and _only_closes(page)
    return ("goes-on", "") if is_closing else ("", "")


def _text(document: Document) -> str:
    return "".join(line.text for line in document.lines)


def _rows(document: Document) -> list[str]:
    return [squeeze(" ".join(line.text for line in row)) for row in visual_rows(document.lines)]


def _page_mark(document: Document, at: int) -> tuple[int, int] | None:
    """Which page of how many the first or last one says that it is."""
    for line in document.pages[at].lines:
        if mark := _PAGE_MARK.search(line.text):
            number, count = (int(part) for part in mark.groups() if part)
            return (number, count) if 1 <= number <= count else None
    return None


def _has_title(page: Document) -> bool:
    """Whether a page begins with a title of its own; what stands under the first row of a table is none."""
    top = page.grids[0].place.box if page.grids else None
    lines = [line for line in page.lines if not top or not line.place.box or line.place.box[3] <= top[1] + 1]
    rows = [squeeze(" ".join(line.text for line in row)) for row in visual_rows(lines)]
    return any(len(row) <= _LONGEST_TITLE and _TITLE.search(row) and not _NO_TITLE.search(row) for row in rows[:3])


# --- a list -----------------------------------------------------------------------------------------------------------


def list_goes_on(before: Sequence[Table], table: Table, words: Words) -> tuple[Verdict, str]:
    """Whether a table without a header goes on with the tables before it, and where that is unclear, why (Chinese)."""
    headers, last = HeaderWords.of(words), before[-1]
    is_list = _counter(last) or any(find_header(each, 0, headers) for each in {before[0], last})
    if not is_list or find_header(table, 0, headers) is not None:
        return "", ""
    if not in_same_places(last, table):
        return "unclear", "列与前一页不一致"
    ended, begun = _counter(last), _counter(table)
    if ended and begun:
        return ("goes-on", "") if ended[1] + 1 == begun[0] else ("unclear", "序号与前一页不相连")
    return ("goes-on", "") if _kinds(last) == _kinds(table) else ("unclear", "内容与前一页的列对不上")


def _counter(table: Table) -> tuple[int, int] | None:
    """The first and the last number of the column that counts the rows; None where none does."""
    rows = [row for row in table.rows if any(map(str.strip, row))]
    for column in range(min(_COUNTING_COLUMNS, len(table.column_starts))):
        cells = [(at, row[column].strip()) for at, row in enumerate(rows)]
        numbers = [(at, int(cell)) for at, cell in cells if cell.isdecimal() and len(cell) <= _LONGEST_NUMBER]
        steps = Counter(number - at for at, number in numbers)
        step, count = max(steps.items(), key=lambda one: one[1], default=(0, 0))
        if count >= _COUNTED * len(rows):
            counted = [at for at, number in numbers if number - at == step]
            return step + counted[0], step + counted[-1]
    return None


def _kinds(table: Table) -> list[str]:
    """What most cells of each column are made of."""
    columns = ([row[at] for row in table.rows if at < len(row)] for at in range(len(table.column_starts)))
    return [Counter(map(_kind, cells)).most_common(1)[0][0] for cells in columns]


def _kind(cell: str) -> str:
    if not cell.strip():
        return "blank"
    return "figures" if _FIGURES.fullmatch(cell.strip()) else "words"


# --- a certificate ----------------------------------------------------------------------------------------------------


def _announces_list(paper: Document, words: Words) -> bool:
    """Whether a certificate says that a list follows, and none has followed yet."""
    text = _text(paper)
    return (
        certifies(text)
        and any(_ANNOUNCES.search(row) for row in _rows(paper))
        and not paper.grids
        and not any(len(grid) > 1 for grid in page_grids(paper, "姓名"))
    )


def _begins_list(page: Document, words: Words) -> bool:
    headers = HeaderWords.of(words)
    if page.grids:
        header = find_header(page.grids[0], 0, headers)
        return header is not None and "name" in header.fields
    return any(len(grid) > 1 for grid in page_grids(page, "姓名"))


def _is_dated(paper: Document) -> bool:
    return any(map(_is_date, _rows(paper)[-_LAST_ROWS:]))


def _only_closes(page: Document) -> bool:
    """Whether a page has nothing but the last words of a certificate, who gave it, and its date."""
    rows = _rows(page)
    closing = sum(1 for row in rows if _CLOSING.search(row) or _is_date(row))
    return 0 < len(rows) <= _MOST_ROWS_OF_CLOSING and closing * 2 >= len(rows) and any(map(_is_date, rows))


def _is_date(row: str) -> bool:
    return len(row) <= _LONGEST_DATE_ROW and any(found.span.precision == "day" for found in find_dates(row))
