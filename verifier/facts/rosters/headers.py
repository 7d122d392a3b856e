"""Headers of tables: which rows are the header, and which field each column is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.facts.rosters.cell_values import is_value
from verifier.language.header_words import HeaderWords
from verifier.model import Column, Table

Rows = Sequence[Sequence[str]]

KEY_FIELDS = frozenset({"resident_id", "student_number", "candidate_number"})
SEARCHED_ROWS = 10
_DEEPEST = 3
"""rows of a header"""
_FORM_ROWS_ABOVE = 2
_STRONG = 0.6
"""of the columns with a header, how many are known where the row is one for sure"""
_VALUES_IN_HEADER = 5
"""at most one text of so many is a value"""
_ENOUGH, _FEW = 3, 2
"""known columns of a table of people or a ledger; fewer only where nearly all are known or a person is told by them"""
_LABEL_OF_LIST, _LABEL_OF_FORM = 10, 16
"""characters of a label among the rows under a header, and above it"""
_ROWS_OF_FORM = 6
"""rows under a header among which labels show that the table is a form"""
_LONGEST = 30
_GROUP_ENDING = re.compile(r"(?:基本)?(?:信息|情况|资料)$")


@dataclass(frozen=True, slots=True)
class Header:
    first: int
    """index of its first row"""
    last: int
    texts: tuple[str, ...]
    """of each column; those of several rows joined"""
    columns: tuple[Column, ...]

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(column.field for column in self.columns)

    @property
    def unknown(self) -> tuple[str, ...]:
        known = {column.index for column in self.columns}
        return tuple(text for index, text in enumerate(self.texts) if text and index not in known)

    @property
    def share(self) -> float:
        """Of the columns with a header, how many are known; one that stands there again is too."""
        known = {column.header for column in self.columns}
        filled = sum(map(bool, self.texts))
        return sum(text in known for text in self.texts) / filled if filled else 0.0

    def blocks(self) -> tuple[Header, ...]:
        """The header of each of several lists that stand side by side under the same words; itself where one does."""
        name = next((column.header for column in self.columns if column.field == "name"), None)
        names_at = [index for index, text in enumerate(self.texts) if text == name]
        if len(names_at) < 2:
            return (self,)
        first = next(index for index, text in enumerate(self.texts) if text)
        width = names_at[1] - names_at[0]
        starts = range(first, first + width * len(names_at), width)
        return tuple(self._block(at, at + width, at - first) for at in starts) if self._repeats(starts) else (self,)

    def _repeats(self, starts: range) -> bool:
        """Whether the same words stand from each of these columns to the next one, and none after the last."""
        texts = (*self.texts, *[""] * starts.step)
        return len({texts[at : at + starts.step] for at in starts}) == 1 and not any(texts[starts.stop :])

    def _block(self, start: int, end: int, shift: int) -> Header:
        texts = tuple(text if start <= index < end else "" for index, text in enumerate(self.texts))
        own = tuple(replace(each, index=each.index + shift) for each in self.columns if each.index + shift < end)
        return replace(self, texts=texts, columns=own)


def find_header(table: Table, start: int, words: HeaderWords) -> Header | None:
    """The header among the first filled rows from `start`; None for a form, a layout table, a table of other things."""
    rows = table.rows
    within = range(start, min(len(rows), start + 3 * SEARCHED_ROWS))
    weak: Header | None = None
    for index in [index for index in within if any(map(str.strip, rows[index]))][:SEARCHED_ROWS]:
        if weak and _is_under(rows[index], weak, words):
            return weak
        header = header_at(table, index, words)
        if header is None or _is_form(rows, start, header, words):
            continue
        if header.share >= _STRONG:
            return header
        weak = weak or header
    return weak


def is_header_row(row: Sequence[str], words: HeaderWords) -> frozenset[str]:
    """The fields of a row that is a header by exact words alone; empty for any other row."""
    cells = [cell for cell in row if cell.strip()]
    fields = {name for cell in cells if len(cell) <= _LONGEST and (name := words.exactly(cell))}
    is_header = len(fields) >= _ENOUGH or (len(fields) == _FEW and len(cells) <= _ENOUGH)
    return frozenset(fields) if is_header else frozenset()


def header_at(table: Table, index: int, words: HeaderWords) -> Header | None:
    """The header that begins in a row, in as many rows as say more than fewer do; None where none begins."""
    header = _in_rows(table.rows, index, 1, words)
    merged_to = _merged_to(table, index)
    for depth, lower in enumerate(table.rows[index + 1 : index + _DEEPEST], 2):
        if not _may_go_on(header, lower):
            break
        rest = _in_rows(table.rows, index + 1, depth - 1, words)
        if not header.columns and not rest.columns:
            continue
        deeper = _in_rows(table.rows, index, depth, words)
        is_merged = merged_to >= deeper.last and deeper.fields >= header.fields
        if is_merged or _says_more(deeper, header, rest, lower):
            header = deeper
    return header if _is_enough(header) and _is_of_words(header) else None


def _merged_to(table: Table, index: int) -> int:
    """The last row of the cells of one column that begin in a row."""
    return max((bottom for top, left, bottom, right in table.merged if top == index and left == right), default=index)


def _may_go_on(header: Header, lower: Sequence[str]) -> bool:
    """Whether the row under a header may belong to it: the header is no title, and the row is filled, with no value."""
    is_title = sum(map(bool, header.texts)) < 2
    return not is_title and any(map(str.strip, lower)) and not any(map(is_value, lower))


def _is_of_words(header: Header) -> bool:
    """Whether hardly any text of a header is a value."""
    return sum(map(is_value, header.texts)) * _VALUES_IN_HEADER <= sum(map(bool, header.texts))


def _is_enough(header: Header) -> bool:
    count = len(header.columns)
    names_people = "name" in header.fields and not KEY_FIELDS.isdisjoint(header.fields)
    return count >= _ENOUGH or (count == _FEW and (header.share >= _STRONG or names_people))


def _says_more(deeper: Header, header: Header, rest: Header, lower: Sequence[str]) -> bool:
    """Whether a row below makes more of a header than each has alone, or only parts the columns that are unknown."""
    if len(deeper.columns) > max(len(header.columns), len(rest.columns)):
        return True
    texts = (*header.texts, *[""] * (len(lower) - len(header.texts)))
    return (
        len(deeper.columns) >= len(header.columns) > len(rest.columns)
        and sum(map(bool, lower)) >= 2
        and not any(column.index < len(lower) and lower[column.index].strip() for column in header.columns)
        and any(text.strip() and not texts[place] for place, text in enumerate(lower))
    )


def _in_rows(rows: Rows, index: int, depth: int, words: HeaderWords) -> Header:
    """Some rows read as one header."""
    width = max(map(len, rows[index : index + depth]))
    levels = [[*map(str.strip, row), *[""] * (width - len(row))] for row in rows[index : index + depth]]
    choices = [[text] if text else [] for text in levels[0]]
    for lower in levels[1:]:
        choices = _joined(choices, lower)
    texts = tuple(options[0] if options else "" for options in choices)
    return Header(index, index + depth - 1, texts, _columns(choices, texts, words))


def _joined(upper: Sequence[Sequence[str]], lower: Sequence[str]) -> list[list[str]]:
    """For each column the texts it may be read as, the fullest first; a group's word stands over several columns."""
    choices: list[list[str]] = []
    group: Sequence[str] = ()
    for over, under in zip(upper, lower, strict=True):
        group = over or (group if under else ())
        if not under or under in over:
            choices.append(list(over))
        else:
            bare = [_GROUP_ENDING.sub("", text) + under for text in group]
            choices.append(list(dict.fromkeys([*(f"{text} {under}" for text in group), *bare, under])))
    return choices


def _columns(choices: Sequence[Sequence[str]], texts: Sequence[str], words: HeaderWords) -> tuple[Column, ...]:
    """Columns of the recognised headers; of two headers for one field the surer, then the commoner, then the first."""
    claims = [_claim(index, options, texts[index], words) for index, options in enumerate(choices)]
    best: dict[str, Column] = {}
    for _, column in sorted(filter(None, claims), key=lambda claim: claim[0]):
        best.setdefault(column.field, column)
    return tuple(sorted(best.values(), key=lambda column: column.index))


def _claim(
    index: int, options: Sequence[str], text: str, words: HeaderWords
) -> tuple[tuple[float, int], Column] | None:
    """What a column is by its header, after how it ranks among others that may be the same; None for an unknown one."""
    named = next((option for option in options if option and words.exactly(option)), options[0] if options else "")
    answer = words.recognise(named) if named else None
    if answer is None:
        return None
    field, confidence = answer
    return (-confidence, words.rank(named)), Column(field, text, index, confidence)


def _is_under(row: Sequence[str], header: Header, words: HeaderWords) -> bool:
    """Whether a row is filled as the rows of a table are, so that a header above it is one."""
    if is_header_row(row, words) or _is_labelled(row, words):
        return False
    return sum(1 for column in header.columns if column.index < len(row) and row[column.index].strip()) >= _ENOUGH


def _is_form(rows: Rows, start: int, header: Header, words: HeaderWords) -> bool:
    """Whether the table is a form of labels and values, in which a row of labels is no header."""
    if sum(_is_labelled(row, words) for row in rows[start : header.first]) >= _FORM_ROWS_ABOVE:
        return True
    labelled = seen = 0
    for row in rows[header.last + 1 : header.last + 1 + _ROWS_OF_FORM]:
        cells = [cell for cell in row if cell.strip()]
        if not cells or is_header_row(row, words) == header.fields:
            continue
        seen += 1
        labelled += 2 * sum(len(cell) <= _LABEL_OF_LIST and words.exactly(cell) is not None for cell in cells) >= len(
            cells
        )
    return labelled * 2 >= seen > 0


def _is_labelled(row: Sequence[str], words: HeaderWords) -> bool:
    """Whether a row has a label in a cell of its own, as forms have; 联系电话：… in one cell is a line of a title."""
    filled = [cell for cell in row if cell.strip()]
    labels = [cell for cell in filled if len(cell) <= _LABEL_OF_FORM and words.exactly(cell)]
    return len(filled) >= 2 and bool(labels) and not any("：" in cell or ":" in cell for cell in filled)
